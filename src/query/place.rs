//! Patterns over documents to the ids that they mean: a path, its end, or any folder above.
//!
//! What is typed with the letters of an id wins over what only reads like it without diacritics and case, a whole
//! path over the end of one, and what lies in a root over the folders above it.

use std::env;
use std::path::{Component, Path};

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use rustc_hash::FxHashMap;

use crate::analysis::{bare, composed};
use crate::corpus;
use crate::index::{Roots, place_of};

/// Alternatives in alternatives of more levels than this are no pattern.
const MAX_NESTED: usize = 8;

/// Longer patterns than this, in bytes, are none.
const MAX_PATTERN: usize = 1024;

/// A pattern over document ids and files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As it was typed.
    pub typed: String,
}

impl Place {
    /// None for what is no pattern or too long for one.
    pub(super) fn new(typed: &str) -> Option<Self> {
        // a set of one can fail where a single matcher panics
        let is_pattern = typed.len() <= MAX_PATTERN && GlobSet::new([glob(typed)?]).is_ok();
        is_pattern.then(|| Self { typed: typed.to_owned() })
    }

    /// Whether it holds signs that stand for other letters.
    pub(super) fn has_signs(&self) -> bool {
        has_signs(&self.typed)
    }
}

/// How well an id fits a pattern, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PlaceFit {
    Same,
    End,
    /// Somewhere in the path on the disk.
    OnDisk,
    FoldedSame,
    FoldedEnd,
    FoldedOnDisk,
}

/// Many patterns, ready to be matched together.
pub(super) struct Patterns<'a> {
    roots: &'a Roots,
    ids: Forms,
    /// Those for paths on the disk.
    paths: Forms,
}

impl<'a> Patterns<'a> {
    /// Paths are taken as they lie in these roots.
    pub(super) fn new<'p>(places: impl Iterator<Item = &'p Place>, roots: &'a Roots) -> Self {
        let (mut ids, mut paths) = (Vec::new(), Vec::new());
        for (at, place) in places.enumerate() {
            let (typed, is_glob) = (&*place.typed, has_signs(&place.typed));
            let whole = |text| Wanted { at, text, anywhere: false, is_glob };
            if let Some((folder, rest)) = path(typed) {
                ids.extend(roots.id_of(folder).map(|id| whole(below(&id, rest))));
                paths.push(whole(below(&corpus::id_of(&place_of(folder)), rest)));
            }
            ids.extend(anywhere(at, typed));
            paths.extend(anywhere(at, typed));
        }
        let here = corpus::id_of(&env::current_dir().unwrap_or_default());
        Self { roots, ids: Forms::new(&ids, None), paths: Forms::new(&paths, Some(&here)) }
    }

    /// Tells for each pattern that an id fits how well it does, perhaps more than once.
    pub(super) fn fits(&self, id: &str, mut each: impl FnMut(usize, PlaceFit)) {
        use PlaceFit::{End, FoldedEnd, FoldedOnDisk, FoldedSame, OnDisk, Same};
        self.ids.fits(id, [Same, End, FoldedSame, FoldedEnd], &mut each);
        if let Some(path) = self.roots.path_text(id) {
            self.paths.fits(&path, [Same, OnDisk, FoldedSame, FoldedOnDisk], &mut each);
        }
    }
}

/// Patterns in both forms of their letters.
struct Forms {
    exact: Letters,
    folded: Letters,
}

impl Forms {
    fn new(wanted: &[Wanted], here: Option<&str>) -> Self {
        Self { exact: Letters::new(wanted, here, composed), folded: Letters::new(wanted, here, bare) }
    }

    /// What a fit is called: as a whole and in part with its letters, then folded.
    fn fits(&self, text: &str, names: [PlaceFit; 4], each: &mut impl FnMut(usize, PlaceFit)) {
        let [whole, part, folded_whole, folded_part] = names;
        self.exact.fits(&composed(text), |at, is_whole| each(at, if is_whole { whole } else { part }));
        self.folded.fits(&bare(text), |at, is_whole| each(at, if is_whole { folded_whole } else { folded_part }));
    }
}

/// One way of taking a pattern.
struct Wanted {
    /// Which pattern it is.
    at: usize,
    text: String,
    /// Whether it may be the end of a path, too.
    anywhere: bool,
    is_glob: bool,
}

/// A pattern as an id or its end.
fn anywhere(at: usize, typed: &str) -> Vec<Wanted> {
    let is_name = matches!(Path::new(typed).components().next(), Some(Component::Normal(_)));
    let wanted = |is_glob| Wanted { at, text: typed.trim_matches('/').to_owned(), anywhere: true, is_glob };
    // the name of a file may hold what else is a sign of a pattern
    let ways = [(is_name, false), (is_name && has_signs(typed), true)];
    ways.into_iter().filter(|(holds, _)| *holds).map(|(_, is_glob)| wanted(is_glob)).collect()
}

/// A pattern as a path from the current folder: a folder, and the pattern below it. A bare name is none, for it is
/// looked for in every folder.
fn path(typed: &str) -> Option<(&Path, &str)> {
    let signs = typed.find(['*', '?', '[', '{']).unwrap_or(typed.len());
    let end = if signs < typed.len() { typed[..signs].rfind('/').map_or(0, |slash| slash + 1) } else { signs };
    let is_path = typed.contains('/') || matches!(typed, "." | "..");
    is_path.then(|| (Path::new(&typed[..end]), &typed[end..]))
}

/// A folder, and the pattern below it if there is one.
fn below(folder: &str, rest: &str) -> String {
    let folder = folder.trim_end_matches('/');
    if rest.is_empty() { folder.to_owned() } else { format!("{}/{rest}", globset::escape(folder)) }
}

/// The patterns in one form of their letters.
struct Letters {
    /// Those without signs, each with its place and whether it may be the end of a path.
    literals: FxHashMap<String, Vec<(usize, bool)>>,
    /// Of how many names they are made.
    lengths: Vec<usize>,
    /// Those of one name.
    names: Globs,
    /// Those of several names, from the first on, and from any on.
    wholes: Globs,
    ends: Globs,
    /// The current folder, if paths on the disk are matched: what begins there is a path.
    here: Option<String>,
}

impl Letters {
    fn new(wanted: &[Wanted], here: Option<&str>, form: fn(&str) -> String) -> Self {
        let mut literals: FxHashMap<String, Vec<(usize, bool)>> = FxHashMap::default();
        let mut lengths = Vec::new();
        for wanted in wanted.iter().filter(|wanted| !wanted.is_glob) {
            let text = form(&wanted.text);
            lengths.push(text.split('/').count());
            literals.entry(text).or_default().push((wanted.at, wanted.anywhere));
        }
        lengths.sort_unstable();
        lengths.dedup();
        let globs = || wanted.iter().filter(|wanted| wanted.is_glob).map(|wanted| (wanted, form(&wanted.text)));
        let is_name = |wanted: &Wanted, text: &str| wanted.anywhere && !text.contains('/');
        let is_whole =
            |wanted: &Wanted, text: &str| if here.is_some() { !wanted.anywhere } else { !is_name(wanted, text) };
        Self {
            literals,
            lengths,
            names: Globs::new(globs().filter(|(wanted, text)| is_name(wanted, text))),
            ends: Globs::new(
                globs()
                    .filter(|(wanted, text)| wanted.anywhere && text.contains('/'))
                    .map(|(wanted, text)| (wanted, format!("**/{text}"))),
            ),
            wholes: Globs::new(globs().filter(|(wanted, text)| is_whole(wanted, text))),
            here: here.map(|here| form(here.trim_end_matches('/')) + "/"),
        }
    }

    /// Whether so many names from a byte of an id on are as good as all from its first. A name alone is in any folder.
    fn is_whole(&self, id: &str, start: usize, names: usize) -> bool {
        start == 0 || self.here.as_ref().map_or(names == 1, |here| id[..start] == **here)
    }

    /// Tells for each pattern that an id in this form fits whether it does as a whole.
    fn fits(&self, id: &str, mut each: impl FnMut(usize, bool)) {
        let starts: Vec<usize> = std::iter::once(0).chain(id.match_indices('/').map(|(at, _)| at + 1)).collect();
        let end_of = |name: usize| starts.get(name + 1).map_or(id.len(), |next| next - 1);
        for (first, &start) in starts.iter().enumerate() {
            for length in self.lengths.iter().take_while(|length| first + *length <= starts.len()) {
                let text = &id[start..end_of(first + length - 1)];
                for &(at, anywhere) in self.literals.get(text).into_iter().flatten() {
                    if anywhere || first == 0 {
                        each(at, self.is_whole(id, start, *length));
                    }
                }
            }
            self.names.each(&id[start..end_of(first)], |at| each(at, self.is_whole(id, start, 1)));
            self.wholes.each(&id[..end_of(first)], |at| each(at, true));
            self.ends.each(&id[..end_of(first)], |at| each(at, false));
        }
    }
}

/// Patterns with signs, each with its place.
struct Globs {
    set: GlobSet,
    places: Vec<usize>,
}

impl Globs {
    fn new<'a>(patterns: impl Iterator<Item = (&'a Wanted, String)>) -> Self {
        let (mut set, mut places) = (GlobSetBuilder::new(), Vec::new());
        for (wanted, text) in patterns {
            // one that is none in another form of its letters is left out in that form
            if let Some(glob) = glob(&text) {
                set.add(glob);
                places.push(wanted.at);
            }
        }
        match set.build() {
            Ok(set) => Self { set, places },
            Err(_) => Self { set: GlobSet::empty(), places: Vec::new() },
        }
    }

    fn each(&self, text: &str, mut each: impl FnMut(usize)) {
        if !self.set.is_empty() {
            self.set.matches(text).into_iter().for_each(|at| each(self.places[at]));
        }
    }
}

fn glob(text: &str) -> Option<Glob> {
    let mut nested: usize = 0;
    for letter in text.chars() {
        match letter {
            '{' => nested += 1,
            '}' => nested = nested.saturating_sub(1),
            _ => {}
        }
        if nested > MAX_NESTED {
            return None;
        }
    }
    GlobBuilder::new(text).build().ok()
}

fn has_signs(text: &str) -> bool {
    text.contains(['*', '?', '[', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How well an id fits a pattern at best.
    fn fit(typed: &str, id: &str) -> Option<PlaceFit> {
        let mut roots = Roots::default();
        roots.add(Path::new("/no/docs"));
        roots.add(Path::new("/no/[x]"));
        let place = Place::new(typed).expect(typed);
        let mut best = None;
        let patterns = Patterns::new([place].iter(), &roots);
        patterns.fits(id, |_, fit| best = Some(best.map_or(fit, |best: PlaceFit| best.min(fit))));
        best
    }

    #[test]
    fn patterns_mean_paths_ends_and_folders() {
        use PlaceFit::{End, FoldedEnd, FoldedOnDisk, FoldedSame, OnDisk, Same};
        let check = |typed: &str, id: &str, expected| assert_eq!(fit(typed, id), expected, "{typed} {id}");
        // a name in every folder, and all below it
        check("a.txt", "docs/in/a.txt", Some(Same));
        check("in", "docs/in/a.txt", Some(Same));
        check("docs", "docs/in/a.txt", Some(Same));
        check("n", "docs/in/a.txt", None);
        check("a*.txt", "docs/in/a-1.txt", Some(Same));
        check("a*.txt", "docs/ba-1.txt", None);
        check("i*", "docs/in/a.txt", Some(Same));
        check("*.txt", "docs/in/a.txt", Some(Same));
        // a path, from its begin or not
        check("docs/in", "docs/in/a.txt", Some(Same));
        check("docs/in/", "docs/in/a.txt", Some(Same));
        check("in/a.txt", "docs/in/a.txt", Some(End));
        check("n/a.txt", "docs/in/a.txt", None);
        check("docs/*.txt", "docs/in/a.txt", Some(Same));
        check("in/*.txt", "docs/in/a.txt", Some(End));
        check("*/a.txt", "docs/in/a.txt", Some(Same));
        check("in/{a,b}.txt", "docs/in/a.txt", Some(End));
        // from the disk
        check("/no/docs", "docs/in/a.txt", Some(Same));
        check("/no/docs/./in/../in", "docs/in/a.txt", Some(Same));
        check("/no/docs/i*", "docs/in/a.txt", Some(Same));
        check("/no/[x]/*.txt", "[x]/a.txt", None);
        check("/no", "docs/in/a.txt", Some(Same));
        check("/", "docs/in/a.txt", Some(Same));
        check("/n*", "docs/in/a.txt", Some(Same));
        check("no", "docs/in/a.txt", Some(OnDisk));
        check("no/d*", "docs/in/a.txt", Some(OnDisk));
        check("No", "docs/in/a.txt", Some(FoldedOnDisk));
        check("/no/in/a.txt", "docs/in/a.txt", None);
        check("./a.txt", "docs/in/a.txt", None);
        // letters that read alike
        check("BAO CAO.txt", "docs/báo cáo.txt", Some(FoldedSame));
        check("bao cao.txt", "docs/ba\u{301}o ca\u{301}o.txt", Some(FoldedSame));
        check("báo cáo.txt", "docs/ba\u{301}o ca\u{301}o.txt", Some(Same));
        check("IN/bao*", "docs/in/báo cáo.txt", Some(FoldedEnd));
        check("a[1].txt", "docs/a[1].txt", Some(Same));
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        for typed in ["[", "a{b", &format!("{}a{}", "{a,".repeat(124), "}".repeat(124))] {
            assert!(Place::new(typed).is_none(), "{typed}");
        }
    }
}
