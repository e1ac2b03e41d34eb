//! Roots as they were given -> the files to read, sorted by id, and what was left out and why.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use walkdir::{DirEntry, WalkDir};

use super::parse_for;

const MAX_EXTENSION_BYTES: usize = 10;

/// A file that can be given to `read`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where the file lies.
    pub path: PathBuf,
    /// The root as it was given joined with the path below it: `/` between the names, no `.`
    /// parts, bytes that are not UTF-8 as `\xNN`.
    pub id: String,
    /// Bytes of the file.
    pub size: u64,
    /// The last change in nanoseconds since 1970; 0 if the system does not tell.
    pub modified_ns: u64,
}

/// A path that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The path that was left out.
    pub path: PathBuf,
    /// Why.
    pub reason: Reason,
}

/// Why a path was left out; prints as half a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A format that is not read: the file's extension, with its dot.
    OtherFormat(String),
    /// It leads to what was taken under another path.
    Double(String),
    /// It cannot be read.
    Unreadable(String),
    /// It is no document, but what another program leaves beside one.
    Remains(String),
    /// The system does not let us look: what was there before may still be.
    Closed(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherFormat(extension) => write!(f, "not a format that is read ({extension})"),
            Self::Double(why) | Self::Unreadable(why) | Self::Remains(why) | Self::Closed(why) => f.write_str(why),
        }
    }
}

/// The files below some roots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// The files to read, sorted by id, each id and each file once.
    pub sources: Vec<Source>,
    /// What was left out, sorted by path.
    pub skipped: Vec<Skipped>,
}

/// Lists the files below the roots; symbolic links are followed.
///
/// Names that start with `.` are passed over in silence, files of unknown formats are reported,
/// unless they are roots themselves. A file or folder that has two paths is taken at the first.
#[must_use]
pub fn walk(roots: &[PathBuf]) -> Walk {
    let mut roots: Vec<&PathBuf> = roots.iter().collect();
    roots.sort_by_key(|root| id_of(root));
    let mut finder = Finder::default();
    for root in roots {
        finder.add_root(root);
    }
    finder.finish()
}

/// The extension in lower case, or `""` if the name has none.
///
/// `Quyết định 12.2021` and `q.1 năm 2021` have none.
pub(super) fn extension_of(path: &Path) -> String {
    path.extension()
        .and_then(|extension| extension.to_str())
        .filter(|extension| extension.len() <= MAX_EXTENSION_BYTES)
        .filter(|extension| extension.bytes().all(|b| b.is_ascii_alphanumeric()))
        .filter(|extension| extension.bytes().any(|b| b.is_ascii_alphabetic()))
        .map(str::to_ascii_lowercase)
        .unwrap_or_default()
}

/// A walk under way: real paths tell whether two paths lead to one file.
#[derive(Default)]
struct Finder {
    found: Vec<(Source, PathBuf)>,
    skipped: Vec<Skipped>,
    folders: HashMap<PathBuf, String>,
}

impl Finder {
    fn add_root(&mut self, root: &Path) {
        let mut entries = WalkDir::new(root)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path()));
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {
                    if !self.enter(&entry) {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) => self.add_file(&entry),
                Err(error) => self.add_error(root, &error),
            }
        }
    }

    /// Whether the folder is new.
    fn enter(&mut self, entry: &DirEntry) -> bool {
        let path = entry.path();
        let id = id_of(path);
        let real = match fs::canonicalize(path) {
            Ok(real) => real,
            Err(error) => {
                self.skip(path, failure(path, &error));
                return false;
            }
        };
        if let Some(first) = self.folders.get(&real) {
            if *first != id {
                let reason = format!("the same folder as {first}");
                self.skip(path, Reason::Double(reason));
            }
            return false;
        }
        self.folders.insert(real, id);
        true
    }

    fn add_file(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let extension = extension_of(path);
        if !entry.file_type().is_file() {
            self.skip(path, Reason::Unreadable("not a regular file".to_owned()));
        } else if entry.depth() > 0 && parse_for(&extension).is_none() {
            self.skip(path, Reason::OtherFormat(format!(".{extension}")));
        } else {
            match Source::at(path.to_path_buf(), id_of(path)).and_then(|source| Ok((source, fs::canonicalize(path)?))) {
                Ok(found) => self.found.push(found),
                Err(error) => self.skip(path, failure(path, &error)),
            }
        }
    }

    fn add_error(&mut self, root: &Path, error: &walkdir::Error) {
        let path = error.path().unwrap_or(root);
        // Editors lock files with hidden links that lead nowhere.
        if error.depth() > 0 && is_hidden(path) {
            return;
        }
        let reason = match (error.loop_ancestor(), error.io_error()) {
            (Some(ancestor), _) => Reason::Double(format!("a symbolic link back to {}", id_of(ancestor))),
            (None, Some(error)) => failure(path, error),
            (None, None) => Reason::Unreadable(error.to_string()),
        };
        self.skip(path, reason);
    }

    fn skip(&mut self, path: &Path, reason: Reason) {
        let path = path.to_path_buf();
        self.skipped.push(Skipped { path, reason });
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
                self.skip(&source.path, Reason::Double(format!("the same file as {first}")));
                continue;
            }
            first_ids.insert(real, source.id.clone());
            sources.push(source);
        }
        // What one root leaves out another may name.
        let mut skipped = self.skipped;
        skipped.retain(|s| matches!(s.reason, Reason::Double(_)) || !ids.contains(&id_of(&s.path)));
        skipped.sort_by(|a, b| a.path.cmp(&b.path));
        skipped.dedup();
        Walk { sources, skipped }
    }
}

impl Source {
    /// A file that is known by this id.
    ///
    /// # Errors
    /// The system does not tell anything of it.
    pub fn at(path: PathBuf, id: String) -> io::Result<Self> {
        let metadata = fs::metadata(&path)?;
        let age = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified_ns = age.map_or(0, |age| u64::try_from(age.as_nanos()).unwrap_or(u64::MAX));
        Ok(Self { path, id, size: metadata.len(), modified_ns })
    }
}

fn failure(path: &Path, error: &io::Error) -> Reason {
    match error.kind() {
        io::ErrorKind::NotFound if path.is_symlink() => Reason::Unreadable("a symbolic link to nothing".to_owned()),
        io::ErrorKind::NotFound => Reason::Unreadable("it does not exist".to_owned()),
        io::ErrorKind::PermissionDenied => Reason::Closed("no permission to read it".to_owned()),
        _ => Reason::Closed(error.to_string()),
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The id of a path: `/` between the names, no `.` parts, bytes that are not UTF-8 as `\xNN`; empty
/// for the current folder.
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
    names.join("/")
}

fn printable(name: &[u8]) -> String {
    let mut text = String::new();
    for chunk in name.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
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
        assert_eq!(printable(b"a\xffb\xc3\xa9"), "a\\xFFbé");
    }
}
