//! Roots as they were given -> the files to read, sorted by id, and what was left out and why.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::excluded::Excluded;
use super::formats::FORMATS;
use super::ids::{and_above, id_of};
use super::skipped::{Closed, Double, Reason, Skipped};
use super::source::{Source, extension_of, is_remains, is_volume};
use super::unreadable::Unreadable;
use crate::system::{self, Spot};

/// The files below some roots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// The files to read, sorted by id, each id and each file once.
    pub sources: Vec<Source>,
    /// What was left out, sorted by path.
    pub skipped: Vec<Skipped>,
    /// The disks of folders below starts, and of files behind links, that lie on another than the folder around them,
    /// as of `system::disk_of` and `system::disk_behind`, by id.
    pub disks: BTreeMap<String, u64>,
    /// What links lead to, as it stands in the link, by id.
    pub links: BTreeMap<String, PathBuf>,
    /// Ids of files and folders that were taken under another id, with that.
    pub second: BTreeMap<String, String>,
    /// What the system tells folders below starts from others by, wherever they lie, by id.
    pub folders: BTreeMap<String, u64>,
}

/// A file or folder to look at, and what it is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Where it lies.
    pub path: PathBuf,
    /// Its id; what lies below it has its own behind a `/`.
    pub id: String,
    /// The folder around it, or itself, whose patterns hold for it.
    pub root: PathBuf,
}

/// What is passed over below a start, by real paths: in silence, or as known by the id that is given.
pub type Apart = HashMap<PathBuf, Option<String>>;

/// What is passed over below a start in silence.
#[derive(Debug, Default)]
pub struct Forgotten {
    /// By paths as a walk comes to it.
    pub paths: BTreeSet<PathBuf>,
    /// The same of what is not there: what lies in its place is nobody's, by whatever path.
    pub missing: BTreeSet<PathBuf>,
    /// By paths without links: no other path leads to what is known there.
    pub real: HashSet<PathBuf>,
    /// By patterns below each start, as they stand in a `.tracuuignore`.
    pub patterns: Vec<String>,
}

/// Lists the files below some paths, each known by its path as it was given.
///
/// See [`walk_from`].
#[must_use]
pub fn walk(paths: &[PathBuf]) -> Walk {
    let starts = paths.iter().map(|path| Start { path: path.clone(), id: id_of(path), root: path.clone() });
    walk_from(starts.collect(), &Apart::new(), &Forgotten::default())
}

/// Lists the files below the starts; symbolic links are followed.
///
/// Names that start with `.`, what other programs leave beside documents and what the user excludes are passed over in silence, files of unknown formats are
/// reported, unless they are starts themselves. What lies `apart` is passed over, and so is what was forgotten.
///
/// A file or folder is known by the path that no link leads to, wherever that is sorted: links are followed when all
/// else was looked at, only to what was not come to by then, those behind other links last.
#[must_use]
pub fn walk_from(mut starts: Vec<Start>, apart: &Apart, forgotten: &Forgotten) -> Walk {
    starts.sort_by(|a, b| a.id.cmp(&b.id));
    let mut finder = Finder {
        found: Vec::new(),
        skipped: Vec::new(),
        disks: BTreeMap::new(),
        links: BTreeMap::new(),
        second: BTreeMap::new(),
        numbers: BTreeMap::new(),
        folders: HashMap::new(),
        ahead: BTreeMap::new(),
        apart,
        starts: &starts,
        forgotten,
        excluded: Excluded::default(),
    };
    for start in &starts {
        finder.add_start(start);
    }
    finder.follow_links();
    finder.finish()
}

/// Whether a walk of a folder, with these patterns, passes over a file or folder with this path below it, or over what
/// that leads to below the folder.
#[must_use]
pub fn is_passed_over(folder: &Path, below: &Path, is_file: bool, patterns: &[String]) -> bool {
    let is_unread = || is_file && FORMATS.parse_for(&extension_of(below)).is_none();
    let is_excluded = || {
        let real = fs::canonicalize(folder.join(below));
        let leads_there = |real: &Path| leads_to_excluded((folder, Path::new("")), real, is_file, patterns);
        Excluded::hold_between((folder, Path::new("")), below, is_file, patterns)
            || real.is_ok_and(|real| leads_there(&real))
    };
    below.ancestors().any(is_hidden) || is_unread() || is_excluded()
}

/// Whether a walk of a folder, from what lies at `start` in it on, passes over a real path by patterns.
fn leads_to_excluded((folder, start): (&Path, &Path), real: &Path, is_file: bool, patterns: &[String]) -> bool {
    let Ok(folder) = fs::canonicalize(folder) else { return false };
    let below = real.strip_prefix(&folder);
    below.is_ok_and(|below| Excluded::hold_between((&folder, start), below, is_file, patterns))
}

/// A folder around what a walk comes to.
#[derive(Clone)]
struct Above {
    /// Without links.
    real: PathBuf,
    spot: Option<Spot>,
}

/// Where a walk goes in: at a start, or at a link that it has come to.
struct Way<'a> {
    start: &'a Start,
    path: PathBuf,
    /// The folder around a link.
    around: Option<Above>,
    /// What the user passes over there.
    excluded: Excluded,
}

/// What a walk has come to.
struct Met<'p> {
    id: String,
    path: &'p Path,
    kind: FileType,
    is_link: bool,
    is_start: bool,
}

/// A folder that was entered.
struct Entered {
    id: String,
    path: PathBuf,
    /// Whether it was entered by another path, too.
    again: bool,
}

/// A walk under way: real paths tell whether two paths lead to one file.
struct Finder<'a> {
    /// In the order in which they were come to.
    found: Vec<(Source, PathBuf)>,
    /// What was left out, with its id.
    skipped: Vec<(String, Skipped)>,
    disks: BTreeMap<String, u64>,
    links: BTreeMap<String, PathBuf>,
    second: BTreeMap<String, String>,
    numbers: BTreeMap<String, u64>,
    folders: HashMap<PathBuf, Entered>,
    /// Links that are not followed yet, by id.
    ahead: BTreeMap<String, Way<'a>>,
    apart: &'a Apart,
    starts: &'a [Start],
    forgotten: &'a Forgotten,
    /// What the user passes over below the folders around the entry at hand.
    excluded: Excluded,
}

impl<'a> Finder<'a> {
    fn add_start(&mut self, start: &'a Start) {
        let excluded = Excluded::above(&start.root, &start.path, &self.forgotten.patterns);
        self.go_in(Way { start, path: start.path.clone(), around: None, excluded });
    }

    /// Follows the links that the walk has come to: first those that lie in no folder behind another, and of these the
    /// ones to folders, for what lies in a folder that is away is kept.
    fn follow_links(&mut self) {
        while !self.ahead.is_empty() {
            let links = std::mem::take(&mut self.ahead).into_values();
            let (folders, files): (Vec<Way>, Vec<Way>) = links.partition(|link| link.path.is_dir());
            folders.into_iter().chain(files).for_each(|link| self.go_in(link));
        }
    }

    fn go_in(&mut self, way: Way<'a>) {
        let (start, forgotten, is_start) = (way.start, self.forgotten, way.around.is_none());
        self.excluded = way.excluded;
        let mut entries = WalkDir::new(&way.path).sort_by_file_name().into_iter().filter_entry(|entry| {
            let is_left_out = |path| forgotten.paths.contains(path) || forgotten.missing.contains(path);
            entry.depth() == 0 || !is_hidden(entry.path()) && !is_left_out(entry.path())
        });
        // the real paths of the folders above, so that the system is asked for them at links only
        let mut above: Vec<Above> = Vec::new();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    above.truncate(error.depth());
                    self.add_error(start, &way.path, &error);
                    continue;
                }
            };
            above.truncate(entry.depth());
            let around = above.last().or(way.around.as_ref());
            let id = id_below(start, entry.path());
            if entry.depth() > 0 && entry.path_is_symlink() {
                let (path, around, excluded) = (entry.into_path(), around.cloned(), self.excluded.clone());
                self.ahead.entry(id).or_insert(Way { start, path, around, excluded });
                continue;
            }
            let kind = match kind_of(&entry) {
                Ok(kind) => kind,
                Err(error) => {
                    self.skip(id, entry.path(), failure(entry.path(), &error));
                    entries.skip_current_dir();
                    continue;
                }
            };
            let (is_link, is_start) = (entry.path_is_symlink(), is_start && entry.depth() == 0);
            match self.add(start, &Met { id, path: entry.path(), kind, is_link, is_start }, around) {
                Some(folder) => above.push(folder),
                None if kind.is_dir() => entries.skip_current_dir(),
                None => {}
            }
        }
    }

    /// Takes a file, or a folder that is to be entered: that.
    fn add(&mut self, start: &Start, met: &Met, around: Option<&Above>) -> Option<Above> {
        let is_folder = met.kind.is_dir();
        if !met.is_start && self.excluded.holds(met.path, is_folder) {
            return None;
        }
        let real = match around.filter(|_| !met.is_link) {
            Some(around) => around.real.join(met.path.file_name().unwrap_or_default()),
            None => match fs::canonicalize(met.path) {
                Ok(real) => real,
                Err(error) => {
                    self.skip(met.id.clone(), met.path, failure(met.path, &error));
                    return None;
                }
            },
        };
        let from = start.path.strip_prefix(&start.root).unwrap_or(Path::new(""));
        let leads_out = || leads_to_excluded((&start.root, from), &real, !is_folder, &self.forgotten.patterns);
        if met.is_link && !met.is_start && leads_out() {
            return None;
        }
        if (met.is_start || met.is_link) && system::is_of_kernel(met.path) {
            self.skip(met.id.clone(), met.path, Reason::Unreadable(Unreadable::OfKernel));
            return None;
        }
        if !met.is_start && self.is_apart(start, met, &real) {
            return None;
        }
        if !is_folder {
            self.add_file(met, real);
            return None;
        }
        self.add_link(met);
        let spot = Spot::of(met.path);
        let around = around.and_then(|folder| folder.spot);
        if let Some((spot, _)) = spot.zip(around).filter(|(spot, around)| spot.begins_disk(around)) {
            if system::is_of_kernel(met.path) {
                self.skip(met.id.clone(), met.path, Reason::Unreadable(Unreadable::OfKernel));
                return None;
            }
            self.disks.insert(met.id.clone(), spot.disk(met.path));
        }
        if !self.enter(met, &real) {
            return None;
        }
        self.numbers.extend(spot.map(|spot| (met.id.clone(), spot.number())));
        self.excluded.enter(met.path);
        Some(Above { real, spot })
    }

    /// Whether an entry is to be passed over; that a link leads there is told.
    fn is_apart(&mut self, start: &Start, met: &Met, real: &Path) -> bool {
        let known = match self.apart.get(real) {
            Some(known) => known.clone(),
            None => match self.inside(start, met, real) {
                None => return false,
                inside => inside,
            },
        };
        let Some(known) = known.filter(|known| *known != met.id) else { return true };
        // a link that is a start itself is looked at there
        let is_start = || self.starts.iter().any(|start| start.id == known && start.path == met.path);
        if !met.is_link || is_start() {
            self.second.insert(met.id.clone(), known);
        } else {
            self.pass_second(met, known, Double::LeadsTo);
        }
        true
    }

    /// Tells of what was taken under another id.
    fn pass_second(&mut self, met: &Met, known: String, double: fn(String) -> Double) {
        let double = if and_above(&met.id).any(|above| above == known) {
            Double::LinkBack(known)
        } else {
            self.second.insert(met.id.clone(), known.clone());
            double(known)
        };
        self.skip(met.id.clone(), met.path, Reason::Double(double));
    }

    /// What a link leads to in the middle of what is known otherwise: by that id it is taken, from wherever a walk comes.
    fn inside(&self, start: &Start, met: &Met, real: &Path) -> Option<String> {
        let mut above = real.ancestors().skip(1).filter(|_| met.is_link);
        let (folder, known) = above.find_map(|folder| Some((folder, self.apart.get(folder)?.as_ref()?)))?;
        let below = real.strip_prefix(folder).ok()?;
        if real.ancestors().take_while(|above| *above != folder).any(|above| self.forgotten.real.contains(above)) {
            return None;
        }
        let other = format!("{known}/{}", id_of(below));
        let is_below = |outer: &str, inner: &str| and_above(inner).any(|above| above == outer);
        let is_second = || is_below(known, &start.id) && self.forgets_below(real);
        // what this walk has come to itself it knows
        let is_walked = *known == start.id || is_below(&start.id, &other) || is_second();
        let is_file = met.kind.is_file();
        let is_reached = || !is_passed_over(folder, below, is_file, &self.forgotten.patterns);
        (!is_walked && is_reached()).then_some(other)
    }

    /// Whether something below a path was forgotten, which a second path may take.
    fn forgets_below(&self, path: &Path) -> bool {
        let mut forgotten = self.forgotten.paths.range(path.to_owned()..);
        forgotten.next().is_some_and(|forgotten| forgotten.starts_with(path))
    }

    fn add_link(&mut self, met: &Met) {
        // a root keeps where it leads itself
        if met.id.contains('/') && met.is_link {
            self.links.extend(fs::read_link(met.path).map(|target| (met.id.clone(), target)));
        }
    }

    /// Whether the folder is new.
    fn enter(&mut self, met: &Met, real: &Path) -> bool {
        let Some(first) = self.folders.get_mut(real) else {
            let (id, path) = (met.id.clone(), met.path.to_owned());
            self.folders.insert(real.to_owned(), Entered { id, path, again: false });
            return true;
        };
        if first.id == met.id {
            return false;
        }
        // what was passed over below the first path may be taken by this one
        let mut forgotten = self.forgotten.paths.range(first.path.clone()..);
        if !first.again && forgotten.next().is_some_and(|path| path.starts_with(&first.path)) {
            first.again = true;
            return true;
        }
        let first = first.id.clone();
        self.pass_second(met, first, Double::SameFolder);
        false
    }

    fn add_file(&mut self, met: &Met, real: PathBuf) {
        let (id, path) = (met.id.clone(), met.path);
        let extension = extension_of(path);
        if !met.kind.is_file() {
            self.skip(id, path, Reason::Unreadable(Unreadable::NotAFile));
        } else if is_volume(path) {
            self.skip(id, path, Reason::Unreadable(Unreadable::Volume));
        } else if !met.is_start && FORMATS.parse_for(&extension).is_none() {
            self.skip(id, path, Reason::OtherFormat(format!(".{extension}")));
        } else {
            match Source::at(path.to_path_buf(), id.clone()) {
                Ok(source) => {
                    self.add_link(met);
                    if let Some(disk) = met.is_link.then(|| system::disk_behind(path)).flatten() {
                        self.disks.insert(id, disk);
                    }
                    self.found.push((source, real));
                }
                Err(error) => self.skip(id, path, failure(path, &error)),
            }
        }
    }

    fn add_error(&mut self, start: &Start, from: &Path, error: &walkdir::Error) {
        let path = error.path().unwrap_or(from);
        // Editors lock files with hidden links that lead nowhere.
        if error.depth() > 0 && is_hidden(path) {
            return;
        }
        let reason = match error.io_error() {
            Some(error) => failure(path, error),
            None => Reason::Unreadable(Unreadable::Io(error.to_string())),
        };
        self.skip(id_below(start, path), path, reason);
    }

    fn skip(&mut self, id: String, path: &Path, reason: Reason) {
        let path = path.to_path_buf();
        self.skipped.push((id, Skipped { path, reason }));
    }

    fn finish(mut self) -> Walk {
        let found = std::mem::take(&mut self.found);
        let mut ids = HashSet::new();
        let mut first_ids: HashMap<PathBuf, String> = HashMap::new();
        let mut sources = Vec::new();
        for (source, real) in found {
            if !ids.insert(source.id.clone()) {
                continue;
            }
            if let Some(first) = first_ids.get(&real) {
                self.second.insert(source.id.clone(), first.clone());
                let reason = Reason::Double(Double::SameFile(first.clone()));
                self.skip(source.id, &source.path, reason);
                continue;
            }
            first_ids.insert(real, source.id.clone());
            sources.push(source);
        }
        sources.sort_by(|a, b| a.id.cmp(&b.id));
        // What one root leaves out another may name.
        let mut skipped = self.skipped;
        skipped.retain(|(id, s)| matches!(s.reason, Reason::Double(_)) || !ids.contains(id));
        let mut skipped: Vec<Skipped> = skipped.into_iter().map(|(_, skipped)| skipped).collect();
        skipped.sort_by(|a, b| a.path.cmp(&b.path));
        skipped.dedup();
        Walk { sources, skipped, disks: self.disks, links: self.links, second: self.second, folders: self.numbers }
    }
}

/// What an entry is; of a link, what it leads to.
fn kind_of(entry: &DirEntry) -> io::Result<FileType> {
    if entry.path_is_symlink() {
        fs::metadata(entry.path()).map(|known| known.file_type())
    } else {
        Ok(entry.file_type())
    }
}

/// The id of a path that is a start or lies below it.
fn id_below(start: &Start, path: &Path) -> String {
    let rest = path.strip_prefix(&start.path).map(id_of).unwrap_or_default();
    match (start.id.is_empty(), rest.is_empty()) {
        (true, _) => rest,
        (_, true) => start.id.clone(),
        _ => format!("{}/{rest}", start.id),
    }
}

fn failure(path: &Path, error: &io::Error) -> Reason {
    match error.kind() {
        io::ErrorKind::NotFound if path.is_symlink() => Reason::Unreadable(Unreadable::DanglingLink),
        io::ErrorKind::NotFound => Reason::Unreadable(Unreadable::NotThere),
        _ if system::is_ring(error) => Reason::Unreadable(Unreadable::DanglingLink),
        io::ErrorKind::PermissionDenied => Reason::Closed(Closed::Denied),
        _ => Reason::Closed(Closed::System(error.to_string())),
    }
}

/// Whether nothing is at a path for certain; a link to nothing is there.
#[must_use]
pub fn is_gone(path: &Path) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    fs::symlink_metadata(path).is_err_and(|error| matches!(error.kind(), NotFound | NotADirectory))
}

/// Why nobody can tell what is at a path; nothing where that can be told.
#[must_use]
pub fn why_closed(path: &Path) -> Option<Reason> {
    let error = fs::metadata(path).err()?;
    let is_told = error.kind() == io::ErrorKind::NotADirectory;
    Some(failure(path, &error)).filter(|reason| !is_told && matches!(reason, Reason::Closed(_)))
}

fn is_hidden(path: &Path) -> bool {
    is_remains(path) || path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes the files (names that end in `/` are folders) and returns the walk of the roots, all
    /// names below the temporary folder.
    fn walked(files: &[&str], links: &[(&str, &str)], roots: &[&str]) -> (Vec<String>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let base = folder.path();
        for file in files {
            let path = base.join(file);
            fs::create_dir_all(if file.ends_with('/') { &path } else { path.parent().unwrap() }).unwrap();
            if !file.ends_with('/') {
                fs::write(&path, file).unwrap();
            }
        }
        for (link, target) in links {
            #[cfg(unix)]
            std::os::unix::fs::symlink(base.join(target), base.join(link)).unwrap();
        }
        let roots: Vec<PathBuf> = roots.iter().map(|root| base.join(root)).collect();
        let walk = walk(&roots);
        let prefix = format!("{}/", id_of(base));
        let short = |text: &str| text.replace(&prefix, "");
        (
            walk.sources.iter().map(|s| short(&s.id)).collect(),
            walk.skipped
                .iter()
                .map(|s| format!("{}: {}", short(&id_of(&s.path)), short(&s.reason.to_string())))
                .collect(),
        )
    }

    #[test]
    fn the_walk_is_sorted_and_tells_what_it_leaves_out() {
        let check = |files: &[&str], links, roots: &[&str], sources: &[&str], skipped: &[&str]| {
            let got = walked(files, links, roots);
            assert_eq!(got.0, sources, "sources of {roots:?}");
            assert_eq!(got.1, skipped, "skipped of {roots:?}");
        };
        check(
            &["b.txt", "a/z.MD", "a/c.html", "x.jsonl", "README"],
            &[],
            &["."],
            &["README", "a/c.html", "a/z.MD", "b.txt", "x.jsonl"],
            &[],
        );
        check(
            &["a/b.log", "a/c.txt", "a/.git/d.txt", "a/.e.txt"],
            &[],
            &["a"],
            &["a/c.txt"],
            &["a/b.log: not a format that is read (.log)"],
        );
        check(&["a/b.log"], &[], &["a", "a/b.log", "a/b.log", "./a/"], &["a/b.log"], &[]);
        check(&["a/.x/b.txt"], &[], &["a/.x", "a/.x/b.txt"], &["a/.x/b.txt"], &[]);
        check(&["a/"], &[], &["a", "none"], &[], &["none: it does not exist"]);
        check(
            &["a/q.1 năm 2021", "a/Quyết định 12.2021"],
            &[],
            &["a"],
            &["a/Quyết định 12.2021", "a/q.1 năm 2021"],
            &[],
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_once() {
        let check = |files: &[&str], links: &[_], roots: &[&str], sources: &[&str], skipped: &[&str]| {
            let got = walked(files, links, roots);
            assert_eq!(
                (&got.0[..], &got.1[..]),
                (
                    &sources.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()[..],
                    &skipped.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()[..],
                ),
                "{links:?}"
            );
        };
        check(&["a/b.txt"], &[("a/a.txt", "a/b.txt")], &["a"], &["a/b.txt"], &["a/a.txt: the same file as a/b.txt"]);
        check(&["a/b.txt"], &[("a/up", "a")], &["a"], &["a/b.txt"], &["a/up: a symbolic link back to a"]);
        check(&["a/b/c.txt", "a/d/"], &[("a/d/b", "a/b")], &["a"], &["a/b/c.txt"], &["a/d/b: the same folder as a/b"]);
        check(&["a/b.txt", "c/d.txt"], &[("a/c", "c")], &["a"], &["a/b.txt", "a/c/d.txt"], &[]);
        check(
            &["a/"],
            &[("a/x.txt", "none"), ("a/.#x.txt", "none")],
            &["a"],
            &[],
            &["a/x.txt: a symbolic link to nothing"],
        );
        // what lies there itself is known by its own path, wherever that is sorted
        let same = |link: &str, first: &str| format!("{link}: the same folder as {first}");
        check(
            &["a/z/x.txt"],
            &[("a/a", "a/z"), ("a/0", "a/a")],
            &["a"],
            &["a/z/x.txt"],
            &[&same("a/0", "a/z"), &same("a/a", "a/z")],
        );
        check(
            &["a/x.txt", "b/s/y.txt"],
            &[("a/l", "b/s")],
            &["a", "b"],
            &["a/x.txt", "b/s/y.txt"],
            &[&same("a/l", "b/s")],
        );
        // what lies elsewhere, by the first of the paths with the fewest links
        check(
            &["a/z/x.txt", "c/d/y.txt"],
            &[("a/k", "c"), ("a/l", "c/d"), ("c/back", "a/z"), ("c/up", "a")],
            &["a"],
            &["a/k/d/y.txt", "a/z/x.txt"],
            &[&same("a/k/back", "a/z"), "a/k/up: a symbolic link back to a", &same("a/l", "a/k/d")],
        );
        check(
            &["r/", "c/x.txt", "d/y.txt"],
            &[("r/b", "c"), ("c/e", "d"), ("r/z", "d")],
            &["r"],
            &["r/b/x.txt", "r/z/y.txt"],
            &[&same("r/b/e", "r/z")],
        );
        check(
            &["r/", "c/x.txt"],
            &[("r/a.txt", "c/x.txt"), ("r/b", "c")],
            &["r"],
            &["r/b/x.txt"],
            &["r/a.txt: the same file as r/b/x.txt"],
        );
        let (sources, skipped) = walked(&["a/"], &[("a/x.txt", "a/x.txt")], &["a"]);
        assert_eq!((sources.len(), skipped.len()), (0, 1));
    }

    #[cfg(unix)]
    #[test]
    fn sockets_and_closed_folders_are_left_out() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("s.txt");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let closed = folder.path().join("closed");
        fs::create_dir(&closed).unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o0)).unwrap();
        let mut expected = vec![(socket, "not a regular file")];
        // The superuser may read everything.
        if fs::read_dir(&closed).is_err() {
            expected.insert(0, (closed, "no permission to read it"));
        }
        let got = walk(&[folder.path().to_path_buf()]);
        let got: Vec<_> = got.skipped.into_iter().map(|s| (s.path, s.reason.to_string())).collect();
        let expected: Vec<_> = expected.into_iter().map(|(p, r)| (p, r.to_owned())).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn what_lies_apart_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a", "a/in", "a/out", "b"] {
            fs::create_dir(at(name)).unwrap();
            fs::write(at(name).join("x.txt"), name).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("b"), at("a/link")).unwrap();
        let real = |name: &str| fs::canonicalize(at(name)).unwrap();
        let apart = Apart::from([(real("a/out"), None), (real("b"), Some("b".to_owned())), (real("a"), None)]);
        let walk = walk_from(
            vec![Start { path: at("a"), id: "one".to_owned(), root: at("a") }],
            &apart,
            &Forgotten::default(),
        );
        let ids: Vec<&str> = walk.sources.iter().map(|source| &*source.id).collect();
        assert_eq!(ids, ["one/in/x.txt", "one/x.txt"]);
        #[cfg(unix)]
        assert_eq!(walk.skipped[0].reason, Reason::Double(Double::LeadsTo("b".to_owned())));
    }
}
