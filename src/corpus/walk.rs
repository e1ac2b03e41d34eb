//! Roots as they were given -> the files to read, sorted by id, and what was left out and why.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::excluded::Excluded;
use super::formats::FORMATS;
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
    let starts = paths.iter().map(|path| Start { path: path.clone(), id: id_of(path) });
    walk_from(starts.collect(), &Apart::new(), &Forgotten::default())
}

/// Lists the files below the starts; symbolic links are followed.
///
/// Names that start with `.`, what other programs leave beside documents and what the user excludes are passed over in silence, files of unknown formats are
/// reported, unless they are starts themselves. A file or folder that has two paths is taken at the first. What lies
/// `apart` is passed over, and so is what was forgotten.
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
        starts: &starts,
        apart,
        forgotten,
        excluded: Excluded::default(),
    };
    for start in &starts {
        finder.add_start(start);
    }
    finder.finish()
}

/// Whether a walk passes over a file or folder with this path below its start.
#[must_use]
pub fn is_passed_over(below: &Path, is_file: bool) -> bool {
    below.ancestors().any(is_hidden) || is_file && FORMATS.parse_for(&extension_of(below)).is_none()
}

/// A folder around what a walk comes to.
struct Above {
    /// As the walk came to it.
    path: PathBuf,
    /// Without links.
    real: PathBuf,
    spot: Option<Spot>,
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
    found: Vec<(Source, PathBuf)>,
    /// What was left out, with its id.
    skipped: Vec<(String, Skipped)>,
    disks: BTreeMap<String, u64>,
    links: BTreeMap<String, PathBuf>,
    second: BTreeMap<String, String>,
    numbers: BTreeMap<String, u64>,
    folders: HashMap<PathBuf, Entered>,
    starts: &'a [Start],
    apart: &'a Apart,
    forgotten: &'a Forgotten,
    /// What the user passes over below the folders around the entry at hand.
    excluded: Excluded,
}

impl Finder<'_> {
    fn add_start(&mut self, start: &Start) {
        let forgotten = self.forgotten;
        self.excluded = Excluded::default();
        self.excluded.add(&start.path, forgotten.patterns.iter().map(String::as_str));
        let mut entries =
            WalkDir::new(&start.path).follow_links(true).sort_by_file_name().into_iter().filter_entry(|entry| {
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
                    match above.last().filter(|_| error.path().is_none()) {
                        Some(folder) => self.add_closed_links(start, &folder.path, &error),
                        None => self.add_error(start, &error),
                    }
                    continue;
                }
            };
            above.truncate(entry.depth());
            let id = id_below(start, entry.path());
            let is_folder = entry.file_type().is_dir();
            if entry.depth() > 0 && self.excluded.holds(entry.path(), is_folder) {
                if is_folder {
                    entries.skip_current_dir();
                }
                continue;
            }
            match real_path(&entry, above.last().map(|folder| &folder.real)) {
                Err(error) => self.skip(id, entry.path(), failure(entry.path(), &error)),
                Ok(_) if (entry.depth() == 0 || entry.path_is_symlink()) && system::is_of_kernel(entry.path()) => {
                    self.skip(id, entry.path(), Reason::Unreadable(Unreadable::OfKernel));
                }
                Ok(real) if entry.depth() > 0 && self.is_apart(start, &id, &entry, &real) => {}
                Ok(real) if is_folder => {
                    self.add_link(&id, &entry);
                    let spot = Spot::of(entry.path());
                    let around = above.last().and_then(|folder| folder.spot);
                    if let Some((spot, _)) = spot.zip(around).filter(|(spot, around)| spot.begins_disk(around)) {
                        if system::is_of_kernel(entry.path()) {
                            self.skip(id, entry.path(), Reason::Unreadable(Unreadable::OfKernel));
                            entries.skip_current_dir();
                            continue;
                        }
                        self.disks.insert(id.clone(), spot.disk(entry.path()));
                    }
                    if self.enter(id.clone(), &entry, &real) {
                        self.numbers.extend(spot.map(|spot| (id, spot.number())));
                        self.excluded.enter(entry.path());
                        above.push(Above { path: entry.path().to_owned(), real, spot });
                        continue;
                    }
                }
                Ok(real) => self.add_file(id, &entry, real),
            }
            if is_folder {
                entries.skip_current_dir();
            }
        }
    }

    /// Whether an entry is to be passed over; that a link leads there is told.
    fn is_apart(&mut self, start: &Start, id: &str, entry: &DirEntry, real: &Path) -> bool {
        let known = match self.apart.get(real) {
            Some(known) => known.clone(),
            None => match self.inside(start, id, entry, real) {
                None => return false,
                inside => inside,
            },
        };
        let Some(known) = known.filter(|known| known != id) else { return true };
        self.second.insert(id.to_owned(), known.clone());
        // a link that is a start itself is looked at there
        let is_start = || self.starts.iter().any(|start| start.id == known && start.path == entry.path());
        if entry.path_is_symlink() && !is_start() {
            self.skip(id.to_owned(), entry.path(), Reason::Double(Double::LeadsTo(known)));
        }
        true
    }

    /// What a link leads to in the middle of what is known otherwise: by that id it is taken, from wherever a walk comes.
    fn inside(&self, start: &Start, id: &str, entry: &DirEntry, real: &Path) -> Option<String> {
        let mut above = real.ancestors().skip(1).filter(|_| entry.path_is_symlink());
        let (folder, known) = above.find_map(|folder| Some((folder, self.apart.get(folder)?.as_ref()?)))?;
        let below = real.strip_prefix(folder).ok()?;
        if real.ancestors().take_while(|above| *above != folder).any(|above| self.forgotten.real.contains(above)) {
            return None;
        }
        let other = format!("{known}/{}", id_of(below));
        let is_below = |outer: &str, inner: &str| and_above(inner).any(|above| above == outer);
        // a walk of a part takes what one of the whole does: the first of two paths
        let is_first = || is_below(known, &start.id) && id.split('/').lt(other.split('/'));
        let is_second = || is_below(known, &start.id) && self.forgets_below(real);
        let is_taken = *known == start.id || is_below(&start.id, &other) || is_first() || is_second();
        (!is_taken && !is_passed_over(below, entry.file_type().is_file())).then_some(other)
    }

    /// Whether something below a path was forgotten, which a second path may take.
    fn forgets_below(&self, path: &Path) -> bool {
        let mut forgotten = self.forgotten.paths.range(path.to_owned()..);
        forgotten.next().is_some_and(|forgotten| forgotten.starts_with(path))
    }

    fn add_link(&mut self, id: &str, entry: &DirEntry) {
        // a root keeps where it leads itself
        if id.contains('/') && entry.path_is_symlink() {
            self.links.extend(fs::read_link(entry.path()).map(|target| (id.to_owned(), target)));
        }
    }

    /// Whether the folder is new.
    fn enter(&mut self, id: String, entry: &DirEntry, real: &Path) -> bool {
        let Some(first) = self.folders.get_mut(real) else {
            let path = entry.path().to_owned();
            self.folders.insert(real.to_owned(), Entered { id, path, again: false });
            return true;
        };
        if first.id == id {
            return false;
        }
        // what was passed over below the first path may be taken by this one
        let mut forgotten = self.forgotten.paths.range(first.path.clone()..);
        if !first.again && forgotten.next().is_some_and(|path| path.starts_with(&first.path)) {
            first.again = true;
            return true;
        }
        let first = first.id.clone();
        self.second.insert(id.clone(), first.clone());
        self.skip(id, entry.path(), Reason::Double(Double::SameFolder(first)));
        false
    }

    fn add_file(&mut self, id: String, entry: &DirEntry, real: PathBuf) {
        let path = entry.path();
        let extension = extension_of(path);
        if !entry.file_type().is_file() {
            self.skip(id, path, Reason::Unreadable(Unreadable::NotAFile));
        } else if is_volume(path) {
            self.skip(id, path, Reason::Unreadable(Unreadable::Volume));
        } else if entry.depth() > 0 && FORMATS.parse_for(&extension).is_none() {
            self.skip(id, path, Reason::OtherFormat(format!(".{extension}")));
        } else {
            match Source::at(path.to_path_buf(), id.clone()) {
                Ok(source) => {
                    self.add_link(&id, entry);
                    if let Some(disk) = entry.path_is_symlink().then(|| system::disk_behind(path)).flatten() {
                        self.disks.insert(id, disk);
                    }
                    self.found.push((source, real));
                }
                Err(error) => self.skip(id, path, failure(path, &error)),
            }
        }
    }

    /// Leaves out the links of a folder to folders that cannot be entered: an error of the walk names none of them. The
    /// folder itself is left out if there is none.
    fn add_closed_links(&mut self, start: &Start, folder: &Path, error: &walkdir::Error) {
        let links = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut closed: Vec<(PathBuf, io::Error)> = Vec::new();
        for link in links.filter(|path| path.is_symlink() && path.is_dir() && !is_hidden(path)) {
            closed.extend(fs::read_dir(&link).err().map(|error| (link, error)));
        }
        if let Some(error) = error.io_error().filter(|_| closed.is_empty()) {
            self.skip(id_below(start, folder), folder, failure(folder, error));
        }
        for (link, error) in closed {
            self.skip(id_below(start, &link), &link, failure(&link, &error));
        }
    }

    fn add_error(&mut self, start: &Start, error: &walkdir::Error) {
        let path = error.path().unwrap_or(&start.path);
        // Editors lock files with hidden links that lead nowhere.
        if error.depth() > 0 && is_hidden(path) {
            return;
        }
        let reason = match (error.loop_ancestor(), error.io_error()) {
            (Some(ancestor), _) => Reason::Double(Double::LinkBack(id_below(start, ancestor))),
            (None, Some(error)) => failure(path, error),
            (None, None) => Reason::Unreadable(Unreadable::Io(error.to_string())),
        };
        self.skip(id_below(start, path), path, reason);
    }

    fn skip(&mut self, id: String, path: &Path, reason: Reason) {
        let path = path.to_path_buf();
        self.skipped.push((id, Skipped { path, reason }));
    }

    fn finish(mut self) -> Walk {
        let mut found = std::mem::take(&mut self.found);
        found.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
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
        // What one root leaves out another may name.
        let mut skipped = self.skipped;
        skipped.retain(|(id, s)| matches!(s.reason, Reason::Double(_)) || !ids.contains(id));
        let mut skipped: Vec<Skipped> = skipped.into_iter().map(|(_, skipped)| skipped).collect();
        skipped.sort_by(|a, b| a.path.cmp(&b.path));
        skipped.dedup();
        Walk { sources, skipped, disks: self.disks, links: self.links, second: self.second, folders: self.numbers }
    }
}

/// The path of an entry without links, where that of its folder is known.
fn real_path(entry: &DirEntry, folder: Option<&PathBuf>) -> io::Result<PathBuf> {
    match folder {
        Some(folder) if !entry.path_is_symlink() => Ok(folder.join(entry.file_name())),
        _ => fs::canonicalize(entry.path()),
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

/// An id, and those of the folders above it from the outermost on.
pub fn and_above(id: &str) -> impl Iterator<Item = &str> {
    id.match_indices('/').map(|(at, _)| at).chain([id.len()]).map(|end| &id[..end])
}

/// The id of a path: `/` between the names, no `.` parts, bytes that are not UTF-8 as `\xNN`; empty
/// for the current folder. [`path_of`] leads back.
#[must_use]
pub fn id_of(path: &Path) -> String {
    let mut names = Vec::new();
    for component in path.components() {
        match component {
            Component::Prefix(prefix) => names.push(printable(prefix.as_os_str().as_encoded_bytes())),
            Component::RootDir if names.is_empty() => names.push(String::new()),
            Component::RootDir | Component::CurDir => {}
            Component::ParentDir => names.push("..".to_owned()),
            Component::Normal(name) => names.push(printable(name.as_encoded_bytes())),
        }
    }
    match names.as_slice() {
        [root] if root.is_empty() => "/".to_owned(),
        names => names.join("/"),
    }
}

/// The path that has this id.
#[must_use]
pub fn path_of(id: &str) -> PathBuf {
    let escaped = id.contains("\\x").then(|| system::name_of(unprinted(id.as_bytes()))).flatten();
    escaped.map_or_else(|| id.into(), PathBuf::from)
}

/// Bytes that are not UTF-8 become `\xNN`; so does a `\` that could be taken for the begin of one.
fn printable(name: &[u8]) -> String {
    let mut text = String::new();
    for chunk in name.utf8_chunks() {
        let valid = chunk.valid();
        for (at, letter) in valid.char_indices() {
            match letter == '\\' && escaped(&valid.as_bytes()[at..]).is_some() {
                true => text.push_str("\\x5C"),
                false => text.push(letter),
            }
        }
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
}

fn unprinted(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, behind)) = rest.split_first() {
        match escaped(rest) {
            Some(byte) => {
                bytes.push(byte);
                rest = &rest[4..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    bytes
}

/// The byte that a text begins with as `\xNN`.
fn escaped(text: &[u8]) -> Option<u8> {
    let digit = |byte: u8| (!byte.is_ascii_lowercase()).then(|| char::from(byte).to_digit(16)).flatten();
    match text {
        [b'\\', b'x', high, low, ..] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
        _ => None,
    }
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
        check(&["a/b.txt"], &[("a/a.txt", "a/b.txt")], &["a"], &["a/a.txt"], &["a/b.txt: the same file as a/a.txt"]);
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
    fn ids_are_written_one_way() {
        let check = |path: &str, expected: &str| assert_eq!(id_of(Path::new(path)), expected);
        check("corpus/tin-2021.txt", "corpus/tin-2021.txt");
        check("./corpus//a/./b.txt", "corpus/a/b.txt");
        check("../a.txt", "../a.txt");
        check("/srv/a.txt", "/srv/a.txt");
        check(".", "");
        check("/", "/");
        assert_eq!(printable(b"a\xffb\xc3\xa9"), "a\\xFFbé");
    }

    #[cfg(unix)]
    #[test]
    fn ids_lead_back_to_their_paths() {
        use std::os::unix::ffi::OsStrExt;
        let names: [&[u8]; 8] =
            [b"a\xff", b"a\\xFF", b"\\x5CxFF", b"\\x\xff", b"\\\xff", b"\\xf\xff", b"b\\xff", "bé\\x".as_bytes()];
        let ids: HashSet<String> = names.iter().map(|name| printable(name)).collect();
        assert_eq!(ids.len(), names.len(), "{ids:?}");
        for name in names {
            let path = path_of(&printable(name));
            assert_eq!(path.as_os_str().as_bytes(), name, "{}", printable(name));
        }
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
        let walk = walk_from(vec![Start { path: at("a"), id: "one".to_owned() }], &apart, &Forgotten::default());
        let ids: Vec<&str> = walk.sources.iter().map(|source| &*source.id).collect();
        assert_eq!(ids, ["one/in/x.txt", "one/x.txt"]);
        #[cfg(unix)]
        assert_eq!(walk.skipped[0].reason, Reason::Double(Double::LeadsTo("b".to_owned())));
    }
}
