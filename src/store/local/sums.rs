//! The files of a finished index to their checksums, so that a check finds any byte that has changed.
//!
//! They are taken away before anything is written and come back at the end: whoever finds them, finds
//! them right. After a run that was killed there are none until the next one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::access::Access;
use super::files::{DELETED, MANAGED, SUMS};
use crate::corpus::Digest;

/// What is known of each file, by name.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Sums(BTreeMap<String, (u64, Digest)>);

impl Sums {
    /// The checksums in the folder; none if there are none that can be understood.
    pub(super) fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(SUMS)).unwrap_or_default();
        Self::parse(&text).unwrap_or_default()
    }

    /// The size of a file when its checksum was noted.
    pub(super) fn size(&self, name: &str) -> Option<u64> {
        self.0.get(name).map(|(size, _)| *size)
    }

    /// Whether a file differs from the checksum that was noted, if one was.
    pub(super) fn tells_apart(&self, folder: &Path, name: &str) -> bool {
        let noted = self.0.get(name).map(|(_, content)| *content);
        let found = |path| File::open(path).and_then(Digest::of_reader).ok();
        noted.is_some_and(|noted| found(folder.join(name)).is_some_and(|found| found != noted))
    }

    /// Takes the checksums out of the folder; none if there are none that can be understood.
    pub(super) fn take(folder: &Path) -> io::Result<Self> {
        let sums = Self::read(folder);
        match fs::remove_file(folder.join(SUMS)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(sums),
        }
    }

    /// Puts the checksums of these files into the folder; those of segments are known already if
    /// they were there before, for these never change.
    pub(super) fn put(&self, folder: &Path, names: &BTreeSet<String>, access: &Access) -> io::Result<()> {
        let mut text = String::new();
        for name in names {
            let path = folder.join(name);
            if name == MANAGED && !path.exists() {
                continue;
            }
            let size = fs::metadata(&path)?.len();
            let is_segment = name.len() > 32 && !name.starts_with('.') && !name.ends_with(DELETED);
            let known = self.0.get(name).filter(|(known, _)| is_segment && *known == size);
            let content = match known {
                Some((_, content)) => *content,
                None => Digest::of_reader(File::open(&path)?)?,
            };
            text.push_str(&format!("{content}\t{size}\t{name}\n"));
        }
        access.replace(&folder.join(SUMS), format!("{}\n{text}", Digest::of(text.as_bytes())).as_bytes())
    }

    /// The files that differ from their checksums; nothing if there are no checksums.
    pub(super) fn differing(folder: &Path) -> Option<Vec<PathBuf>> {
        let path = folder.join(SUMS);
        let mut text = fs::read(&path).ok();
        while let Some(before) = text {
            let differing = differing(folder, &before);
            text = fs::read(&path).ok();
            // else somebody has begun to write
            if text.as_ref() == Some(&before) {
                return Some(differing);
            }
        }
        None
    }

    fn parse(text: &str) -> Option<Self> {
        let (content, lines) = text.split_once('\n')?;
        if content.parse() != Ok(Digest::of(lines.as_bytes())) {
            return None;
        }
        let line = |line: &str| {
            let mut cells = line.splitn(3, '\t');
            let content = cells.next()?.parse().ok()?;
            let size = cells.next()?.parse().ok()?;
            Some((cells.next()?.to_owned(), (size, content)))
        };
        lines.lines().map(line).collect::<Option<_>>().map(Self)
    }
}

fn differing(folder: &Path, text: &[u8]) -> Vec<PathBuf> {
    let Some(sums) = std::str::from_utf8(text).ok().and_then(Sums::parse) else { return vec![SUMS.into()] };
    let is_right = |name: &str, content| {
        match File::open(folder.join(name)).and_then(Digest::of_reader) {
            Ok(found) => found == content,
            // a list of files that the engine makes anew
            Err(error) => error.kind() == io::ErrorKind::NotFound && name == MANAGED,
        }
    };
    let wrong = sums.0.into_iter().filter(|(name, (_, content))| !is_right(name, *content));
    wrong.map(|(name, _)| name.into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_is_found_in_whatever_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let segment = format!("{:032x}.term", 7);
        let names = BTreeSet::from(["meta.json".to_owned(), segment.clone()]);
        for name in &names {
            fs::write(folder.path().join(name), name).expect("written");
        }
        assert_eq!(Sums::differing(folder.path()), None);
        Sums::default().put(folder.path(), &names, &Access::default()).expect("written");
        assert_eq!(Sums::differing(folder.path()), Some(Vec::new()));
        for name in names.iter().map(String::as_str).chain([SUMS]) {
            let path = folder.path().join(name);
            let right = fs::read(&path).expect("read");
            for at in 0..right.len() {
                let mut wrong = right.clone();
                wrong[at] ^= 1;
                fs::write(&path, wrong).expect("written");
                assert_eq!(Sums::differing(folder.path()), Some(vec![PathBuf::from(&name)]), "{name} {at}");
            }
            fs::write(&path, right).expect("written");
        }
        // what was known of a segment stays known; the commit is read again
        let sums = Sums::take(folder.path()).expect("read");
        assert!(!folder.path().join(SUMS).exists());
        for name in &names {
            fs::write(folder.path().join(name), name.to_uppercase()).expect("written");
        }
        sums.put(folder.path(), &names, &Access::default()).expect("written");
        assert_eq!(Sums::differing(folder.path()), Some(vec![PathBuf::from(segment)]));
    }
}
