//! What is typed as the name of documents to how well ids fit it: a path, a name of a root with a path below it, the
//! end of either, a folder above, a pattern with signs.
//!
//! What is typed with the letters of an id wins over what only reads like it without diacritics and case, a whole
//! path over the end of one, and what lies in a root over the folders above it; of those that fit equally well, what
//! is typed code point by code point, for letters and bytes may be written in several ways.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use aho_corasick::AhoCorasick;
use globset::{Glob, GlobBuilder, GlobMatcher, GlobSet};
use rustc_hash::FxHashMap;

use super::roots::{Roots, place_of};
use crate::analysis::{bare, composed};
use crate::corpus::{id_of, path_of};

/// Alternatives in alternatives of more levels than this are no pattern.
const MAX_NESTED: usize = 8;

/// Longer patterns than this, in bytes, are none.
const MAX_PATTERN: usize = 1024;

/// Signs that stand for other letters.
const SIGNS: [char; 4] = ['*', '?', '[', '{'];

/// How well an id fits what was typed, best first: code point by code point, with its letters, or only without
/// diacritics and case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameFit {
    /// See [`NameFit::Same`].
    WrittenSame,
    /// It is the whole.
    Same,
    /// See [`NameFit::End`].
    WrittenEnd,
    /// It is the end.
    End,
    /// See [`NameFit::OnDisk`].
    WrittenOnDisk,
    /// It is the end of the path on the disk.
    OnDisk,
    /// See [`NameFit::Same`].
    BareSame,
    /// See [`NameFit::End`].
    BareEnd,
    /// See [`NameFit::OnDisk`].
    BareOnDisk,
}

/// Whether the signs in what is typed stand for other letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    /// They do, or for themselves.
    Count,
    /// They stand for themselves.
    AreLetters,
}

/// Names that were typed, ready to be matched together.
pub(crate) struct Patterns<'a> {
    roots: &'a Roots,
    ids: Forms,
    /// Those for paths on the disk.
    paths: Forms,
}

impl<'a> Patterns<'a> {
    /// Paths are taken as they lie in these roots.
    pub(crate) fn new<'p>(typed: impl Iterator<Item = &'p str>, signs: Signs, roots: &'a Roots) -> Self {
        let (mut ids, mut paths) = (Vec::new(), Vec::new());
        for (at, typed) in typed.enumerate() {
            let is_pattern = signs == Signs::Count && has_signs(typed);
            let (folder, rest) = if is_pattern { parted(typed) } else { (typed, "") };
            // a name that is not UTF-8 may be typed as ids are written
            let as_id = path_of(folder);
            for folder in BTreeSet::from([PathBuf::from(folder), as_id.clone()]) {
                let is_written = !is_pattern && folder == as_id;
                let whole = |text| Wanted { at, text, anywhere: false, is_pattern, is_written };
                let folder = if folder == Path::new("") { Path::new(".") } else { &folder };
                let known = roots.id_of(folder);
                // a second path means what it leads to
                let firsts = known.clone().into_iter().chain([id_of(folder)]).filter_map(|id| roots.first_of(&id));
                ids.extend(firsts.chain(known.clone()).map(|id| whole(below(&id, rest))));
                paths.push(whole(below(&id_of(&place_of(folder)), rest)));
            }
            let anywhere = anywhere(at, typed, is_pattern);
            paths.extend(anywhere.iter().cloned());
            ids.extend(anywhere);
        }
        Self { roots, ids: Forms::new(&ids), paths: Forms::new(&paths) }
    }

    /// Tells for each name that an id fits how well it does, perhaps more than once, and whether all of the id does
    /// and not only a folder above.
    pub(crate) fn fits(&self, id: &str, mut each: impl FnMut(usize, NameFit, bool)) {
        use NameFit::{BareEnd, BareOnDisk, BareSame, End, OnDisk, Same, WrittenEnd, WrittenOnDisk, WrittenSame};
        self.ids.fits(id, [(WrittenSame, WrittenEnd), (Same, End), (BareSame, BareEnd)], &mut each);
        if let Some(path) = self.roots.path_text(id) {
            let names = [(WrittenSame, WrittenOnDisk), (Same, OnDisk), (BareSame, BareOnDisk)];
            self.paths.fits(&path, names, &mut each);
        }
    }
}

/// Whether a text can be matched: no broken pattern, nor one that is too long.
pub(crate) fn is_pattern(typed: &str) -> bool {
    // a set of one can fail where a single matcher panics
    typed.len() <= MAX_PATTERN && glob(typed).is_some_and(|glob| GlobSet::new([glob]).is_ok())
}

/// Whether a text holds signs that stand for other letters.
pub(crate) fn has_signs(text: &str) -> bool {
    text.contains(SIGNS)
}

/// Names as they are written, and in both forms of their letters.
struct Forms {
    written: Letters,
    exact: Letters,
    bare: Letters,
}

impl Forms {
    fn new(wanted: &[Wanted]) -> Self {
        let (all, written) = (wanted.iter(), wanted.iter().filter(|wanted| wanted.is_written));
        let exact = Letters::new(all.clone(), composed);
        Self { written: Letters::new(written, str::to_owned), exact, bare: Letters::new(all, bare) }
    }

    /// What a fit is called, as a whole and in part: as it is written, with its letters, without diacritics and case.
    fn fits(&self, text: &str, names: [(NameFit, NameFit); 3], each: &mut impl FnMut(usize, NameFit, bool)) {
        let [written, exact, plain] = names;
        let mut told = |letters: &Letters, text: &str, (whole, part): (NameFit, NameFit)| {
            letters.fits(text, |at, is_whole, is_all| each(at, if is_whole { whole } else { part }, is_all));
        };
        told(&self.written, text, written);
        told(&self.exact, &composed(text), exact);
        told(&self.bare, &bare(text), plain);
    }
}

/// One way of taking a name.
#[derive(Clone)]
struct Wanted {
    /// Which name it is.
    at: usize,
    text: String,
    /// Whether it may be the end of a path, too.
    anywhere: bool,
    is_pattern: bool,
    /// Whether it is written as ids are and stands for nothing but its own code points.
    is_written: bool,
}

/// A name as an id or its end; of a pattern also one that holds its signs as letters.
fn anywhere(at: usize, typed: &str, is_pattern: bool) -> Vec<Wanted> {
    if !matches!(Path::new(typed).components().next(), Some(Component::Normal(_))) {
        return Vec::new();
    }
    let text = typed.trim_matches('/');
    let wanted = |as_pattern: bool| {
        let is_written = !is_pattern;
        Wanted { at, text: text.to_owned(), anywhere: true, is_pattern: as_pattern, is_written }
    };
    [false, true].into_iter().filter(|as_pattern| is_pattern || !as_pattern).map(wanted).collect()
}

/// A pattern as a folder and what stands below it.
fn parted(typed: &str) -> (&str, &str) {
    let signs = typed.find(SIGNS).unwrap_or(typed.len());
    typed.split_at(typed[..signs].rfind('/').map_or(0, |slash| slash + 1))
}

/// A folder, and the pattern below it if there is one.
fn below(folder: &str, rest: &str) -> String {
    let folder = folder.trim_end_matches('/');
    if rest.is_empty() { folder.to_owned() } else { format!("{}/{rest}", globset::escape(folder)) }
}

/// The names in one form of their letters.
struct Letters {
    /// Those without signs, each with its place and whether it may be the end of a path.
    literals: FxHashMap<String, Vec<(usize, bool)>>,
    /// Of how many names they are made.
    lengths: Vec<usize>,
    /// Patterns of one name.
    names: Globs,
    /// Those of several names, from the first on, and from any on.
    wholes: Globs,
    ends: Globs,
}

impl Letters {
    fn new<'w>(wanted: impl Iterator<Item = &'w Wanted> + Clone, form: fn(&str) -> String) -> Self {
        let mut literals: FxHashMap<String, Vec<(usize, bool)>> = FxHashMap::default();
        let mut lengths = BTreeSet::new();
        for wanted in wanted.clone().filter(|wanted| !wanted.is_pattern) {
            let text = form(&wanted.text);
            lengths.insert(text.split('/').count());
            literals.entry(text).or_default().push((wanted.at, wanted.anywhere));
        }
        let globs = || wanted.clone().filter(|wanted| wanted.is_pattern).map(|wanted| (wanted, form(&wanted.text)));
        let is_name = |wanted: &Wanted, text: &str| wanted.anywhere && !text.contains('/');
        let is_end = |wanted: &Wanted, text: &str| wanted.anywhere && text.contains('/');
        Self {
            literals,
            lengths: lengths.into_iter().collect(),
            names: Globs::new(globs().filter(|(wanted, text)| is_name(wanted, text))),
            wholes: Globs::new(globs().filter(|(wanted, text)| !is_name(wanted, text))),
            ends: Globs::new(
                globs()
                    .filter(|(wanted, text)| is_end(wanted, text))
                    .map(|(wanted, text)| (wanted, format!("**/{text}"))),
            ),
        }
    }

    /// Tells for each name that an id in this form fits whether it does from its first letter on, and whether to its
    /// last.
    fn fits(&self, id: &str, mut each: impl FnMut(usize, bool, bool)) {
        let starts: Vec<usize> = std::iter::once(0).chain(id.match_indices('/').map(|(at, _)| at + 1)).collect();
        let end_of = |name: usize| starts.get(name + 1).map_or(id.len(), |next| next - 1);
        for (first, &start) in starts.iter().enumerate() {
            for length in self.lengths.iter().take_while(|length| first + *length <= starts.len()) {
                let end = end_of(first + length - 1);
                for &(at, anywhere) in self.literals.get(&id[start..end]).into_iter().flatten() {
                    if anywhere || first == 0 {
                        each(at, first == 0, end == id.len());
                    }
                }
            }
            let end = end_of(first);
            self.names.each(&id[start..end], |at| each(at, first == 0, end == id.len()));
            self.wholes.each(&id[..end], |at| each(at, true, end == id.len()));
            self.ends.each(&id[..end], |at| each(at, false, end == id.len()));
        }
    }
}

/// Patterns with signs. What each holds for certain is looked for first, of all in one go: only those of which it is
/// there are matched.
#[derive(Default)]
struct Globs {
    /// Each with its place.
    globs: Vec<(GlobMatcher, usize)>,
    /// What is looked for, and which pattern holds each.
    pieces: Option<AhoCorasick>,
    holders: Vec<usize>,
    /// Patterns that hold nothing for certain.
    open: Vec<usize>,
}

impl Globs {
    fn new<'a>(patterns: impl Iterator<Item = (&'a Wanted, String)>) -> Self {
        // one that is none in another form of its letters is left out in that form
        let patterns =
            patterns.filter_map(|(wanted, text)| Some((glob(&text)?.compile_matcher(), wanted.at, runs(&text))));
        let patterns: Vec<(GlobMatcher, usize, Vec<String>)> = patterns.collect();
        let mut shared: FxHashMap<&str, usize> = FxHashMap::default();
        patterns.iter().flat_map(|(.., runs)| runs).for_each(|run| *shared.entry(run).or_default() += 1);
        let (mut pieces, mut holders, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for (number, (.., runs)) in patterns.iter().enumerate() {
            // what few of the others hold tells the most
            match runs.iter().min_by_key(|run| (shared[&***run], Reverse(run.len()))) {
                Some(run) => {
                    pieces.push(run.clone());
                    holders.push(number);
                }
                None => open.push(number),
            }
        }
        let globs = patterns.into_iter().map(|(glob, at, _)| (glob, at)).collect();
        match AhoCorasick::new(&pieces) {
            Ok(searched) if !pieces.is_empty() => Self { globs, pieces: Some(searched), holders, open },
            _ => Self { open: open.into_iter().chain(holders).collect(), globs, ..Self::default() },
        }
    }

    fn each(&self, text: &str, mut each: impl FnMut(usize)) {
        let found = self.pieces.iter().flat_map(|pieces| pieces.find_overlapping_iter(text));
        let mut candidates: Vec<usize> = found.map(|found| self.holders[found.pattern().as_usize()]).collect();
        candidates.sort_unstable();
        candidates.dedup();
        for (glob, at) in candidates.iter().chain(&self.open).map(|number| &self.globs[*number]) {
            if glob.is_match(text) {
                each(*at);
            }
        }
    }
}

/// The runs of letters that whatever fits a pattern holds.
fn runs(pattern: &str) -> Vec<String> {
    let (mut runs, mut nested) = (vec![String::new()], 0_usize);
    let mut letters = pattern.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // folders between, or none
            '*' if letters.next_if_eq(&'*').is_some() => drop(letters.next_if_eq(&'/')),
            '*' | '?' => {}
            '[' => {
                let _ = letters.next_if(|sign| matches!(sign, '!' | '^'));
                // a bracket that comes first is one of the letters
                letters.next();
                letters.by_ref().find(|letter| *letter == ']');
            }
            '{' => nested += 1,
            '}' => nested = nested.saturating_sub(1),
            '\\' => drop(letters.next()),
            letter => {
                if let Some(run) = runs.last_mut().filter(|_| nested == 0) {
                    run.push(letter);
                }
                continue;
            }
        }
        runs.push(String::new());
    }
    runs.retain(|run| !run.is_empty());
    runs
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
    // a byte that is not UTF-8, as ids have it
    GlobBuilder::new(&text.replace("\\x", "\\\\x")).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How well an id fits a name at best.
    fn fit(typed: &str, id: &str) -> Option<NameFit> {
        let mut roots = Roots::default();
        roots.add(Path::new("/no/docs"));
        roots.add(Path::new("/no/[x]"));
        let mut best: Option<NameFit> = None;
        let patterns = Patterns::new([typed].into_iter(), Signs::Count, &roots);
        patterns.fits(id, |_, fit, _| best = Some(best.map_or(fit, |best| best.min(fit))));
        best
    }

    #[test]
    fn patterns_mean_paths_ends_and_folders() {
        use NameFit::{BareEnd, BareOnDisk, End, OnDisk, Same, WrittenEnd, WrittenOnDisk, WrittenSame};
        let check = |typed: &str, id: &str, expected| assert_eq!(fit(typed, id), expected, "{typed} {id}");
        // a name in every folder, and all below it
        check("a.txt", "docs/in/a.txt", Some(WrittenEnd));
        check("in", "docs/in/a.txt", Some(WrittenEnd));
        check("docs", "docs/in/a.txt", Some(WrittenSame));
        check("n", "docs/in/a.txt", None);
        check("a*.txt", "docs/in/a-1.txt", Some(End));
        check("a*.txt", "docs/ba-1.txt", None);
        check("i*", "docs/in/a.txt", Some(End));
        check("*.txt", "docs/in/a.txt", Some(End));
        // a path, from its begin or not
        check("docs/in", "docs/in/a.txt", Some(WrittenSame));
        check("docs/in/", "docs/in/a.txt", Some(WrittenSame));
        check("in/a.txt", "docs/in/a.txt", Some(WrittenEnd));
        check("n/a.txt", "docs/in/a.txt", None);
        check("docs/*.txt", "docs/in/a.txt", Some(Same));
        check("in/*.txt", "docs/in/a.txt", Some(End));
        check("*/a.txt", "docs/in/a.txt", Some(Same));
        check("in/{a,b}.txt", "docs/in/a.txt", Some(End));
        // from the disk
        check("/no/docs", "docs/in/a.txt", Some(WrittenSame));
        check("/no/docs/./in/../in", "docs/in/a.txt", Some(WrittenSame));
        check("/no/docs/i*", "docs/in/a.txt", Some(Same));
        check("/no/[x]/*.txt", "[x]/a.txt", None);
        check("/no", "docs/in/a.txt", Some(WrittenSame));
        check("/", "docs/in/a.txt", Some(WrittenSame));
        check("/n*", "docs/in/a.txt", Some(Same));
        check("no", "docs/in/a.txt", Some(WrittenOnDisk));
        check("no/d*", "docs/in/a.txt", Some(OnDisk));
        check("No", "docs/in/a.txt", Some(BareOnDisk));
        check("/no/in/a.txt", "docs/in/a.txt", None);
        check("./a.txt", "docs/in/a.txt", None);
        // letters that read alike
        check("BAO CAO.txt", "docs/báo cáo.txt", Some(BareEnd));
        check("bao cao.txt", "docs/ba\u{301}o ca\u{301}o.txt", Some(BareEnd));
        check("báo cáo.txt", "docs/báo cáo.txt", Some(WrittenEnd));
        check("ba\u{301}o ca\u{301}o.txt", "docs/ba\u{301}o ca\u{301}o.txt", Some(WrittenEnd));
        check("/no/docs/báo.txt", "docs/ba\u{301}o.txt", Some(Same));
        check("báo*", "docs/báo.txt", Some(End));
        check("báo cáo.txt", "docs/ba\u{301}o ca\u{301}o.txt", Some(End));
        check("IN/bao*", "docs/in/báo cáo.txt", Some(BareEnd));
        check("a[1].txt", "docs/a[1].txt", Some(End));
        // bytes as ids have them
        check("docs/b\\xFF", "docs/b\\xFF/a.txt", Some(WrittenSame));
        check("/no/docs/b\\xFF", "docs/b\\x5CxFF/a.txt", Some(Same));
        check("docs/b\\x5CxFF", "docs/b\\x5CxFF/a.txt", Some(WrittenSame));
        check("b\\xFF*", "docs/b\\xFF.txt", Some(End));
        check("b\\xFF.txt", "docs/b\\xFF.txt", Some(WrittenEnd));
    }

    #[test]
    fn what_fits_a_pattern_holds_its_runs_of_letters() {
        let check = |pattern: &str, expected: &[&str]| assert_eq!(runs(pattern), expected, "{pattern}");
        check("*-12-*.txt", &["-12-", ".txt"]);
        check("a?bc{dddd,eeee}f", &["a", "bc", "f"]);
        check("{aaa{b,c}ddd,e}ff", &["ff"]);
        check("[]abc]de[!]f]g", &["de", "g"]);
        check("[a-z]", &[]);
        check("**/x", &["x"]);
        check("a/**/b/**", &["a/", "b/"]);
        check("a\\*bc*d", &["a", "bc", "d"]);
    }

    #[test]
    fn many_patterns_find_what_each_finds_alone() {
        let roots = Roots::default();
        let typed = ["*-1-*.txt", "**/b-?-1.txt", "{a,b}*", "*", "x/**/b*", "[ab]-1-?.*", "b-1*", "c/*-2.txt", "*.md"];
        let all = Patterns::new(typed.into_iter(), Signs::Count, &roots);
        for id in ["c/a-1-2.txt", "x/b-1-1.txt", "x/y/b-2-1.txt", "b/c-1.md", "d"] {
            let mut found = BTreeSet::new();
            all.fits(id, |at, fit, is_all| found.extend([(at, fit, is_all)]));
            let mut alone = BTreeSet::new();
            for (at, typed) in typed.into_iter().enumerate() {
                let one = Patterns::new([typed].into_iter(), Signs::Count, &roots);
                one.fits(id, |_, fit, is_all| alone.extend([(at, fit, is_all)]));
            }
            assert_eq!(found, alone, "{id}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        for typed in ["[", "a{b", &format!("{}a{}", "{a,".repeat(124), "}".repeat(124))] {
            assert!(!is_pattern(typed), "{typed}");
        }
    }
}
