//! Names of roots to their places and back: which id a path has, and where what has an id lies.
//!
//! A root is a folder that was given to be indexed, or one of which files were. Its name does not depend on the
//! folder that the program is called in, so neither do the ids that begin with it.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::corpus::{and_above, id_of, path_of};

/// The name of a root that has none: the folder above all others.
const NAMELESS: &str = "root";

/// A folder that was given to be indexed, or of which files were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// Where it lies, an absolute path.
    pub place: PathBuf,
    /// Whether only what was named in it is indexed.
    pub is_part: bool,
    /// Ids below it that were named themselves, for a walk passes over them or there is none.
    pub named: BTreeSet<String>,
    /// Ids below it that were taken out on purpose, though they may be there.
    pub forgotten: BTreeSet<String>,
    /// Where the place led when files were looked for there, if that was elsewhere.
    pub target: Option<PathBuf>,
    /// What told the disk that it lay on from others, and those of folders below it, and of files behind links,
    /// that were on another than the folder around them, by id.
    pub disks: BTreeMap<String, u64>,
    /// What links below it led to, as it stands in the link, by id.
    pub links: BTreeMap<String, PathBuf>,
    /// Ids of files and folders below it that are known by another id, with that.
    pub second: BTreeMap<String, String>,
    /// What the system told folders with files below it from others by, wherever they lie, by id; whoever only reads
    /// the index does not know.
    pub folders: BTreeMap<String, u64>,
}

/// The roots of an index by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roots(BTreeMap<String, Root>);

impl Roots {
    /// All roots in order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Root)> {
        self.0.iter().map(|(name, root)| (&**name, root))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The root of this name.
    pub fn get(&self, name: &str) -> Option<&Root> {
        self.0.get(name)
    }

    /// The root of this name, to be changed.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Root> {
        self.0.get_mut(name)
    }

    /// Takes a root out.
    pub(crate) fn remove(&mut self, name: &str) -> Option<Root> {
        self.0.remove(name)
    }

    /// The root that an id lies in.
    pub(crate) fn holding(&self, id: &str) -> Option<&Root> {
        self.0.get(name_of(id))
    }

    /// Where what has this id lies; nothing if no root holds it.
    pub fn place_of(&self, id: &str) -> Option<PathBuf> {
        let place = &self.holding(id)?.place;
        Some(match id.split_once('/') {
            Some((_, rest)) => place.join(path_of(rest)),
            None => place.clone(),
        })
    }

    /// Where a document lies that comes from this file; nothing for one that is only a part of its file, such as a line
    /// of JSON Lines, which has a name of its own.
    pub fn place_of_document(&self, doc: &str, file: &str) -> Option<PathBuf> {
        lies_in(doc, file).then(|| self.place_of(doc)).flatten()
    }

    /// The id by which what has this one is known, where that was taken under another path.
    pub(crate) fn first_of(&self, id: &str) -> Option<String> {
        let second = &self.holding(id)?.second;
        let (other, first) = and_above(id).find_map(|above| second.get_key_value(above))?;
        Some(format!("{first}{}", &id[other.len()..]))
    }

    /// The path of what has this id, written as ids are; nothing if no root holds it.
    pub(crate) fn path_text(&self, id: &str) -> Option<String> {
        self.place_of(id).map(|place| id_of(&place))
    }

    /// The id of what lies at an absolute path, in the innermost root that it lies in.
    pub(crate) fn id_at(&self, path: &Path) -> Option<String> {
        self.id_among(path, |root| root.place.clone())
    }

    /// The id of a path as it is typed, absolute or from the current folder, through links or not.
    pub fn id_of(&self, typed: &Path) -> Option<String> {
        let placed = place_of(typed);
        if let Some(id) = self.id_at(&plain(typed)).or_else(|| self.id_at(&placed)) {
            return Some(id);
        }
        let real = fs::canonicalize(typed).unwrap_or_else(|_| typed.to_owned());
        self.id_behind(&placed).or_else(|| self.id_behind(&real))
    }

    /// The id of what lies at an absolute path, where the places of roots are those that they lead to.
    pub(crate) fn id_behind(&self, real: &Path) -> Option<String> {
        self.id_among(real, |root| fs::canonicalize(&root.place).unwrap_or_else(|_| root.place.clone()))
    }

    /// The name of the root that is typed by its name, as it stands or as names are written, or by its place.
    pub fn named(&self, typed: &Path) -> Option<String> {
        let spelled = typed.to_str().map(str::to_owned).into_iter().chain([id_of(typed)]);
        let known = spelled.into_iter().find(|name| self.get(name).is_some());
        known.or_else(|| self.id_of(typed).filter(|id| name_of(id) == id))
    }

    /// Of a root that is indexed in part, what was named in it comes before all else, and the rest behind.
    fn id_among(&self, path: &Path, place: impl Fn(&Root) -> PathBuf) -> Option<String> {
        let within = self.iter().filter_map(|(name, root)| {
            let place = place(root);
            let id = joined(name, path.strip_prefix(&place).ok()?);
            let is_indexed = !root.is_part || root.named.iter().any(|named| lies_in(&id, named));
            Some(((is_indexed, place.as_os_str().len()), id))
        });
        within.max_by_key(|(rank, _)| *rank).map(|(_, id)| id)
    }

    /// Takes in what lies in no root, and gives its id. A folder becomes one, named by the last name of its path, with
    /// a number where another has that; so does the folder of a file, in part.
    pub(crate) fn add(&mut self, typed: &Path) -> String {
        let place = place_of(typed);
        let folder = place.parent().filter(|_| place.is_file());
        let name = self.free_name(folder.unwrap_or(&place));
        let root = self.0.entry(name.clone()).or_default();
        let Some(folder) = folder else {
            root.place = place;
            return name;
        };
        let id = joined(&name, Path::new(place.file_name().unwrap_or_default()));
        root.named.insert(id.clone());
        (root.place, root.is_part) = (folder.to_owned(), true);
        id
    }

    /// Takes in a root as it was written down.
    pub(super) fn insert(&mut self, name: String, place: PathBuf) {
        self.0.entry(name).or_default().place = place;
    }

    fn free_name(&self, place: &Path) -> String {
        let last = place.file_name().map_or(NAMELESS.to_owned(), |name| id_of(Path::new(name)));
        let numbered = (2..).map(|number: u64| format!("{last}-{number}"));
        let mut names = std::iter::once(last.clone()).chain(numbered);
        names.find(|name| !self.0.contains_key(name)).unwrap_or(last.clone())
    }
}

/// The name of the root that an id begins with.
pub fn name_of(id: &str) -> &str {
    id.split_once('/').map_or(id, |(name, _)| name)
}

/// Whether what has the id `inner` is what has `outer`, or lies below it.
pub fn lies_in(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The absolute path of what is typed, links in it resolved but for the last: by that name it was given.
pub fn place_of(typed: &Path) -> PathBuf {
    let path = plain(typed);
    let last = typed.components().next_back();
    match (path.parent(), path.file_name(), last) {
        (Some(parent), Some(name), Some(Component::Normal(_))) => {
            fs::canonicalize(parent).map_or(path.clone(), |parent| parent.join(name))
        }
        _ => fs::canonicalize(typed).unwrap_or(path),
    }
}

/// A path made absolute, links in it kept.
fn plain(typed: &Path) -> PathBuf {
    let folder = env::current_dir().unwrap_or_default();
    let mut path = PathBuf::new();
    for component in folder.join(typed).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                // behind a link that is what lies above the folder it leads to
                match path.is_symlink().then(|| fs::canonicalize(&path)) {
                    None => drop(path.pop()),
                    Some(Ok(real)) => {
                        path = real;
                        path.pop();
                    }
                    // nobody can tell
                    Some(Err(_)) => path.push(".."),
                }
            }
            other => path.push(other),
        }
    }
    path
}

fn joined(name: &str, rest: &Path) -> String {
    match id_of(rest) {
        rest if rest.is_empty() => name.to_owned(),
        rest => format!("{name}/{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roots(places: &[&str]) -> Roots {
        let mut roots = Roots::default();
        for place in places {
            roots.add(Path::new(place));
        }
        roots
    }

    #[test]
    fn names_are_the_last_of_the_path_and_unique() {
        let roots = roots(&["/no/a/docs", "/no/b/docs", "/no/c/docs", "/no/a.txt", "/no/b/a.txt", "/", "/no/.x"]);
        let names: Vec<&str> = roots.iter().map(|(name, _)| name).collect();
        assert_eq!(names, [".x", "a.txt", "a.txt-2", "docs", "docs-2", "docs-3", "root"]);
    }

    #[test]
    fn paths_have_ids_and_ids_lead_back() {
        let roots = roots(&["/no/a/docs", "/no/b/docs", "/no/a/docs/in/x", "/no/a.txt"]);
        let check = |path: &str, id: Option<&str>| {
            assert_eq!(roots.id_of(Path::new(path)).as_deref(), id, "{path}");
            if let Some(id) = id {
                assert_eq!(roots.place_of(id), Some(plain(Path::new(path))), "{id}");
            }
        };
        check("/no/a/docs", Some("docs"));
        check("/no/a/docs/./in/../y.txt", Some("docs/y.txt"));
        check("/no/a/docs/in/x/y", Some("x/y"));
        check("/no/b/docs/", Some("docs-2"));
        check("/no/a.txt", Some("a.txt"));
        check("/no/a/docs2", None);
        assert_eq!(roots.place_of("docs2/a"), None);
    }

    #[test]
    fn a_file_is_known_by_its_folder() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("docs")).expect("made");
        for name in ["docs/a.txt", "docs/b.txt"] {
            fs::write(at(name), "x").expect("written");
        }
        let mut roots = Roots::default();
        assert_eq!(roots.add(&at("docs/a.txt")), "docs/a.txt");
        assert_eq!(roots.id_of(&at("docs/b.txt")).as_deref(), Some("docs/b.txt"));
        assert_eq!(roots.place_of("docs/a.txt"), Some(place_of(&at("docs/a.txt"))));
        // what is around it holds what was not named
        let around = roots.add(folder.path());
        assert_eq!(roots.id_of(&at("docs/a.txt")).as_deref(), Some("docs/a.txt"));
        assert_eq!(roots.id_of(&at("docs/b.txt")), Some(format!("{around}/docs/b.txt")));
    }

    #[test]
    fn ids_lie_in_ids() {
        let check = |inner, outer, expected| assert_eq!(lies_in(inner, outer), expected, "{inner} {outer}");
        check("a/b", "a", true);
        check("a", "a", true);
        check("ab", "a", false);
        check("a", "a/b", false);
    }
}
