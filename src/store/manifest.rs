//! Which files an index holds: written beside each commit, so that only what changed is read again.
//!
//! A manifest belongs to one commit, which names it and tells its checksum; one that no commit names
//! does not count. First come the roots, then copies, then files, then
//! members of archives and mails, then what is known of folders, a line each.

mod ceilings;
mod line;
mod record;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

pub use self::ceilings::Ceilings;
use self::line::{
    COPY, DISK, FILE, FOLDER, FORGOTTEN, LINK, MEMBER, MEMBER_COPY, NAMED, PART, ROOT, SAME, SUM, TARGET, checked,
    ends_in_sum, escape, is_behind_head, is_of_files, is_of_roots, sum, unescape,
};
pub use self::record::{CopyRecord, FileRecord, MemberRecord, Tokens, Totals};
use super::copies::{Copies, moved};
use super::field::FORMAT;
use super::local::Access;
use super::roots::{Roots, lies_in, name_of};
use crate::corpus::{Digest, and_above, id_of, path_of};
use crate::error::{Error, Flaw, Result};

/// Stands where a content is not known.
const UNKNOWN: &str = "-";

/// The files of an index by their id: the name of a root and the path below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The files and folders that were given.
    pub roots: Roots,
    /// Files that hold the same as an indexed one, in order of path.
    pub copies: BTreeMap<String, CopyRecord>,
    /// The indexed files, in order of path.
    pub files: BTreeMap<String, FileRecord>,
    /// The members of indexed archives and mails, in order of path.
    pub members: BTreeMap<String, MemberRecord>,
    /// How many lines of a damaged one could not be read.
    pub damaged: u64,
}

impl Manifest {
    /// What the index holds.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for file in self.files.values() {
            totals.documents += file.documents;
            totals.passages += file.passages;
            totals.tokens += file.tokens;
        }
        totals
    }

    /// The other paths of indexed files.
    pub(super) fn other_paths(&self) -> Copies {
        let mut copies = Copies::default();
        self.copies.iter().for_each(|(id, copy)| copies.add(&copy.of, id.clone()));
        self.member_copies().for_each(|(id, of)| copies.add(of, id.to_owned()));
        copies
    }

    /// The members that are copies, each with what it is a copy of.
    pub fn member_copies(&self) -> impl Iterator<Item = (&str, &str)> {
        self.members.iter().filter_map(|(id, member)| Some((&**id, member.of.as_deref()?)))
    }

    /// The members of an archive or a mail.
    pub fn members_of<'a>(&'a self, file: &'a str) -> impl Iterator<Item = (&'a String, &'a MemberRecord)> {
        self.members.range(format!("{file}/")..).take_while(move |(id, _)| lies_in(id, file))
    }

    /// Gives the members of one file to another, which holds the same.
    pub fn move_members(&mut self, from: &str, to: &str) {
        let members: Vec<(String, MemberRecord)> =
            self.members_of(from).filter_map(|(id, member)| Some((moved(id, from, to)?, member.clone()))).collect();
        self.members.extend(members);
    }

    /// Whether a file, or what it is a copy of, has given text, itself or by what its members are copies of.
    pub fn has_text(&self, id: &str) -> bool {
        let of = self.copies.get(id).map_or(id, |copy| &copy.of);
        self.files.get(of).is_some_and(|file| file.documents > 0 || self.members_of(of).next().is_some())
    }

    /// What the index holds a file or member as: the file, and what it is called there.
    pub fn indexed(&self, id: &str) -> Option<(String, String)> {
        let above: Vec<&str> = and_above(id).collect();
        above.into_iter().rev().find_map(|file| match self.copies.get(file) {
            _ if self.files.contains_key(file) => Some((file.to_owned(), id.to_owned())),
            copy => copy.and_then(|copy| Some((copy.of.clone(), moved(id, file, &copy.of)?))),
        })
    }

    /// What is known of a file, indexed or a copy.
    pub fn known(&self, id: &str) -> Option<FileRecord> {
        let copy = || self.copies.get(id).and_then(|copy| Some((copy, self.files.get(&copy.of)?)));
        let known = self.files.get(id).copied();
        known.or_else(|| copy().map(|(copy, of)| FileRecord { modified: copy.modified, number: copy.number, ..*of }))
    }

    /// Writes the manifest of the commit `stamp` and returns what the commit has to say of it.
    pub(super) fn write(&self, folder: &Path, stamp: u64, access: &Access) -> Result<String> {
        // a stamp may come again after everything was taken out, and the manifest of the commit
        // before must stand until this one is made
        let mut number = stamp;
        let name = loop {
            let name = format!("manifest-{number}.tsv");
            if folder.join(&name).symlink_metadata().is_err() {
                break name;
            }
            number += 1;
        };
        let path = folder.join(&name);
        let text = self.to_text();
        let written = access.create(&path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(|error| Error::io(path, error))?;
        let Totals { documents, passages, tokens } = self.totals();
        let Tokens { exact, folded, context, headed } = tokens;
        let totals = format!("{documents} {passages} {exact} {folded} {context} {headed}");
        let (head, content) = (Digest::of(self.head().as_bytes()), Digest::of(text.as_bytes()));
        Ok(format!("tracuu {FORMAT} {name} {} {head} {content} {totals}", text.len()))
    }

    /// The lines before the files, which whoever opens the index reads.
    pub(super) fn head(&self) -> String {
        let mut text = String::new();
        for (name, root) in self.roots.iter() {
            text.push_str(&format!("{ROOT}\t{}\t{}\n", escape(name), escape(&id_of(&root.place))));
            if root.is_part {
                text.push_str(&format!("{PART}\t{}\n", escape(name)));
            }
            if let Some(target) = &root.target {
                text.push_str(&format!("{TARGET}\t{}\t{}\n", escape(name), escape(&id_of(target))));
            }
            for (kind, ids) in [(NAMED, &root.named), (FORGOTTEN, &root.forgotten)] {
                ids.iter().for_each(|id| text.push_str(&format!("{kind}\t{}\n", escape(id))));
            }
            for (id, disk) in &root.disks {
                text.push_str(&format!("{DISK}\t{}\t{disk}\n", escape(id)));
            }
            for (id, target) in &root.links {
                text.push_str(&format!("{LINK}\t{}\t{}\n", escape(id), escape(&id_of(target))));
            }
            for (id, first) in &root.second {
                text.push_str(&format!("{SAME}\t{}\t{}\n", escape(id), escape(first)));
            }
        }
        let mut text: String = text.lines().map(|line| format!("{line}{SUM}{}\n", sum(line))).collect();
        for (id, CopyRecord { modified, number, of }) in &self.copies {
            text.push_str(&format!("{COPY}\t{}\t{modified}\t{number}\t{}\n", escape(id), escape(of)));
        }
        for (id, MemberRecord { content, of }) in &self.members {
            if let Some(of) = of {
                text.push_str(&format!("{MEMBER_COPY}\t{}\t{content}\t{}\n", escape(id), escape(of)));
            }
        }
        text
    }

    /// All of it, as it is written down.
    pub(super) fn to_text(&self) -> String {
        let mut text = self.head();
        for (id, file) in &self.files {
            let FileRecord { size, modified, number, content, documents, passages, tokens, limits } = file;
            let Tokens { exact, folded, context, headed } = tokens;
            let content = content.map_or(UNKNOWN.to_owned(), |content| content.to_string());
            let id = escape(id);
            let tokens = format!("{exact}\t{folded}\t{context}\t{headed}");
            let limits = limits.map_or(UNKNOWN.to_owned(), |limits| limits.to_string());
            let seen = format!("{size}\t{modified}\t{number}\t{content}\t{limits}");
            text.push_str(&format!("{FILE}\t{id}\t{seen}\t{documents}\t{passages}\t{tokens}\n"));
        }
        for (id, MemberRecord { content, .. }) in self.members.iter().filter(|(_, member)| member.of.is_none()) {
            text.push_str(&format!("{MEMBER}\t{}\t{content}\n", escape(id)));
        }
        for (id, number) in self.roots.iter().flat_map(|(_, root)| &root.folders) {
            text.push_str(&format!("{FOLDER}\t{}\t{number}\n", escape(id)));
        }
        text
    }

    /// Reads the manifest that a commit names in its `payload`.
    ///
    /// # Errors
    /// [`Error::OtherFormat`] if the payload is not of this version, [`Error::Damaged`] if the
    /// manifest is missing, differs from its checksum, or cannot be understood.
    pub(super) fn read(folder: &Path, payload: Option<&str>) -> Result<Self> {
        let named = Named::by(folder, payload)?;
        named.expect()?;
        let text = fs::read_to_string(named.path()).map_err(|error| named.unreadable(&error))?;
        if Digest::of(text.as_bytes()) != named.content {
            return Err(named.damaged(Flaw::Changed(Some(named.name.clone()))));
        }
        let mut manifest = Self::default();
        for line in text.lines() {
            manifest
                .add(line)
                .ok_or_else(|| named.damaged(Flaw::OddLine { file: named.name.clone(), line: line.to_owned() }))?;
        }
        Ok(manifest)
    }

    /// Reads the roots and copies alone, which stand before the files.
    ///
    /// # Errors
    /// As of [`Self::read`], but of what comes behind only the size is looked at.
    pub(super) fn read_head(folder: &Path, payload: Option<&str>) -> Result<(Roots, Copies)> {
        let named = Named::by(folder, payload)?;
        named.expect()?;
        let (mut head, mut text) = (Self::default(), String::new());
        let file = File::open(named.path()).map_err(|error| named.unreadable(&error))?;
        for line in BufReader::new(file).lines() {
            let line = line.map_err(|error| named.unreadable(&error))?;
            if is_behind_head(&line) {
                break;
            }
            text.push_str(&line);
            text.push('\n');
            head.add(&line);
        }
        if Digest::of(text.as_bytes()) != named.head {
            return Err(named.damaged(Flaw::Changed(Some(named.name.clone()))));
        }
        let copies = head.other_paths();
        Ok((head.roots, copies))
    }

    /// Whether what the manifest that a commit names in its `payload` tells before the files is as it was written.
    pub(super) fn has_whole_head(folder: &Path, payload: Option<&str>) -> bool {
        let Some(named) = Named::by(folder, payload).ok().filter(|named| named.path().is_file()) else { return false };
        let text = fs::read(named.path()).unwrap_or_default();
        let lines = text.split_inclusive(|byte| *byte == b'\n');
        let head: Vec<u8> = lines.take_while(|line| !is_of_files(line)).flatten().copied().collect();
        Digest::of(&head) == named.head
    }

    /// The roots that the last manifest in a folder tells of, also one of another format, and one that is damaged
    /// behind them: what can be told of an index that cannot be read.
    pub fn last_roots(folder: &Path) -> Roots {
        Self::last_lines(folder, |line| !is_behind_head(line)).roots
    }

    /// What the last manifest in a folder tells of roots and files, as far as it can be read.
    pub fn last(folder: &Path) -> Self {
        Self::last_lines(folder, |_| true)
    }

    fn last_lines(folder: &Path, is_wanted: fn(&str) -> bool) -> Self {
        let age = |path: &PathBuf| fs::metadata(path).and_then(|file| file.modified()).ok();
        let Some(last) = manifests(folder).into_iter().max_by_key(age) else { return Self::default() };
        let text = fs::read(last).unwrap_or_default();
        let mut read = Self::default();
        let mut unnamed = Vec::new();
        let text = String::from_utf8_lossy(&text);
        // a line that was cut off tells half a path
        let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
        read.damaged += u64::from(whole.len() < text.len());
        let lines = || whole.lines().take_while(|line| is_wanted(line));
        // lists of before have none
        let has_sums = lines().any(ends_in_sum);
        for line in lines() {
            let Some((bare, _)) = checked(line).filter(|(_, has_sum)| *has_sum == (has_sums && is_of_roots(line)))
            else {
                read.damaged += 1;
                continue;
            };
            match bare.split('\t').collect::<Vec<_>>()[..] {
                // once a root was known by its path, and its place need not have been known
                [ROOT, name, place] if name.is_empty() || name.contains('/') || !place.starts_with('/') => {
                    unnamed.push(unescape(place));
                }
                _ => read.damaged += u64::from(read.add(line).is_none()),
            }
        }
        for place in unnamed.iter().map(|place| path_of(place)).filter(|place| place.is_absolute()) {
            if read.roots.id_at(&place).is_none() {
                read.roots.add(&place);
            }
        }
        read
    }

    /// Adds what a line says.
    pub(super) fn add(&mut self, line: &str) -> Option<()> {
        let cells: Vec<&str> = checked(line)?.0.split('\t').collect();
        let known = |cell: &str| (cell != UNKNOWN).then_some(cell.to_owned());
        match cells[..] {
            [ROOT, name, place] => self.roots.insert(unescape(name), path_of(&unescape(place))),
            [PART, name] => self.roots.get_mut(&unescape(name))?.is_part = true,
            [TARGET, name, target] => {
                self.roots.get_mut(&unescape(name))?.target = Some(path_of(&unescape(target)));
            }
            [kind @ (NAMED | FORGOTTEN), id] => {
                let id = unescape(id);
                let root = self.roots.get_mut(name_of(&id))?;
                let ids = if kind == NAMED { &mut root.named } else { &mut root.forgotten };
                ids.insert(id);
            }
            [DISK, id, disk] => {
                let (id, disk) = (unescape(id), disk.parse().ok()?);
                self.roots.get_mut(name_of(&id))?.disks.insert(id, disk);
            }
            [LINK, id, target] => {
                let id = unescape(id);
                self.roots.get_mut(name_of(&id))?.links.insert(id, path_of(&unescape(target)));
            }
            [SAME, id, first] => {
                let id = unescape(id);
                self.roots.get_mut(name_of(&id))?.second.insert(id, unescape(first));
            }
            [FOLDER, id, number] => {
                let (id, number) = (unescape(id), number.parse().ok()?);
                self.roots.get_mut(name_of(&id))?.folders.insert(id, number);
            }
            [COPY, id, modified, number, of] => {
                let (modified, number) = (modified.parse().ok()?, number.parse().ok()?);
                let copy = CopyRecord { modified, number, of: unescape(of) };
                self.copies.insert(unescape(id), copy);
            }
            [MEMBER_COPY, id, content, of] => {
                let record = MemberRecord { content: content.parse().ok()?, of: Some(unescape(of)) };
                self.members.insert(unescape(id), record);
            }
            [MEMBER, id, content] => {
                let record = MemberRecord { content: content.parse().ok()?, of: None };
                self.members.insert(unescape(id), record);
            }
            [
                FILE,
                id,
                size,
                modified,
                number,
                content,
                limits,
                documents,
                passages,
                exact,
                folded,
                context,
                headed,
            ] => {
                let tokens = Tokens {
                    exact: exact.parse().ok()?,
                    folded: folded.parse().ok()?,
                    context: context.parse().ok()?,
                    headed: headed.parse().ok()?,
                };
                let file = FileRecord {
                    size: size.parse().ok()?,
                    modified: modified.parse().ok()?,
                    number: number.parse().ok()?,
                    content: known(content).map(|content| content.parse()).transpose().ok()?,
                    documents: documents.parse().ok()?,
                    passages: passages.parse().ok()?,
                    tokens,
                    limits: known(limits).map(|limits| limits.parse()).transpose().ok()?,
                };
                self.files.insert(unescape(id), file);
            }
            _ => return None,
        }
        Some(())
    }

    /// What the commit with this `payload` holds, without reading the manifest.
    ///
    /// # Errors
    /// [`Error::OtherFormat`] if the payload is not of this version.
    pub(super) fn totals_of(folder: &Path, payload: Option<&str>) -> Result<Totals> {
        Ok(Named::by(folder, payload)?.totals)
    }

    /// The name of the manifest of the commit with this `payload`.
    pub(super) fn file_name(folder: &Path, payload: Option<&str>) -> Option<String> {
        Named::by(folder, payload).ok().map(|named| named.name)
    }

    /// Whether a folder holds any manifest.
    pub(super) fn is_in(folder: &Path) -> bool {
        !manifests(folder).is_empty()
    }

    /// Removes the manifests that the commit with this `payload` does not name.
    pub(super) fn remove_others(folder: &Path, payload: Option<&str>) {
        let current = Named::by(folder, payload).ok().map(|named| named.path());
        for path in manifests(folder) {
            if Some(&path) != current.as_ref() {
                // a leftover is harmless and is tried again at the next commit
                let _ = fs::remove_file(path);
            }
        }
    }
}

/// Whether a file of an index with this name is a manifest.
pub(crate) fn is_manifest(name: &str) -> bool {
    name.starts_with("manifest-") && name.ends_with(".tsv")
}

/// Every manifest file in the folder of an index.
pub(super) fn manifests(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = |path: &PathBuf| is_manifest(path.file_name().and_then(|name| name.to_str()).unwrap_or_default());
    // reading anything but a file may never end
    entries.map(|entry| entry.path()).filter(|path| named(path) && path.is_file()).collect()
}

/// What a commit says of its manifest.
struct Named {
    folder: PathBuf,
    name: String,
    size: u64,
    /// Of what stands before the files.
    head: Digest,
    content: Digest,
    totals: Totals,
}

impl Named {
    fn by(folder: &Path, payload: Option<&str>) -> Result<Self> {
        let words: Vec<&str> = payload.unwrap_or_default().split(' ').collect();
        let unknown = || other_format(folder, "unknown");
        match words[..] {
            ["tracuu", format, name, size, head, whole, ref totals @ ..]
                if format == FORMAT.to_string() && !name.contains('/') =>
            {
                let content = |digits: &str| digits.parse().map_err(|()| unknown());
                Ok(Self {
                    folder: folder.to_owned(),
                    name: name.to_owned(),
                    size: size.parse().map_err(|_| unknown())?,
                    head: content(head)?,
                    content: content(whole)?,
                    totals: totals_in(totals).ok_or_else(unknown)?,
                })
            }
            ["tracuu", format, ..] => Err(other_format(folder, format)),
            _ => Err(unknown()),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// Looks whether the manifest is there and of its size.
    ///
    /// # Errors
    /// [`Error::Damaged`] if it is not.
    fn expect(&self) -> Result<()> {
        let size = fs::metadata(self.path()).map_err(|error| self.unreadable(&error))?.len();
        match size == self.size {
            true => Ok(()),
            false => {
                let (file, noted_bytes) = (self.name.clone(), self.size);
                Err(self.damaged(Flaw::Size { file, bytes: size, noted_bytes }))
            }
        }
    }

    fn unreadable(&self, error: &io::Error) -> Error {
        match error.kind() {
            io::ErrorKind::NotFound => self.damaged(Flaw::Missing(self.name.clone())),
            _ => self.damaged(Flaw::Unreadable { file: self.name.clone(), said: error.to_string() }),
        }
    }

    fn damaged(&self, flaw: Flaw) -> Error {
        Error::Damaged { path: self.folder.clone(), flaw }
    }
}

fn totals_in(words: &[&str]) -> Option<Totals> {
    let figures: Option<Vec<u64>> = words.iter().map(|word| word.parse().ok()).collect();
    let [documents, passages, exact, folded, context, headed] = figures?[..] else { return None };
    Some(Totals { documents, passages, tokens: Tokens { exact, folded, context, headed } })
}

fn other_format(folder: &Path, found: &str) -> Error {
    Error::OtherFormat { path: folder.to_owned(), found: found.to_owned(), expected: FORMAT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back_as_it_was_written() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut manifest = Manifest::default();
        let content = Some(Digest::of(b"x"));
        let tokens = Tokens { exact: 20, folded: 21, context: 5, headed: 2 };
        let limits = Some(Ceilings { file: 5, archive: 6 });
        let file = FileRecord { size: 12, modified: 7, number: 9, content, documents: 1, passages: 3, tokens, limits };
        let odd = "corpus/tin\\n 1\n\t.txt".to_owned();
        manifest.roots.insert("-".to_owned(), "/".into());
        manifest.roots.insert("a".to_owned(), "/srv/a\tb".into());
        let root = manifest.roots.get_mut("a").expect("taken in");
        root.is_part = true;
        root.named.insert("a/.x".to_owned());
        root.forgotten.insert("a/y\nz".to_owned());
        root.disks.insert("a/disk".to_owned(), 7);
        root.links.insert("a/disk".to_owned(), "../mnt/disk".into());
        root.second.insert("a/b".to_owned(), "-/b".to_owned());
        root.target = Some("/mnt/a".into());
        manifest.files.insert(odd.clone(), file);
        manifest
            .files
            .insert("large.jsonl".to_owned(), FileRecord { content: None, documents: 0, limits: None, ..file });
        manifest.copies.insert("\r".to_owned(), CopyRecord { modified: 8, number: 2, of: odd.clone() });
        let payload = manifest.write(folder.path(), 42, &Access::default()).expect("written");
        assert_eq!(Manifest::read(folder.path(), Some(&payload)).expect("read"), manifest);
        assert_eq!(Manifest::last(folder.path()), manifest);
        let (roots, copies) = Manifest::read_head(folder.path(), Some(&payload)).expect("read");
        assert_eq!((roots, copies.of(&odd, &odd)), (manifest.roots.clone(), vec!["\r".to_owned()]));
        assert_eq!(Manifest::last_roots(folder.path()), manifest.roots);
        assert_eq!(manifest.known("\r"), Some(FileRecord { modified: 8, number: 2, ..file }));
        let tokens = Tokens { exact: 40, folded: 42, context: 10, headed: 4 };
        assert_eq!(manifest.totals(), Totals { documents: 1, passages: 6, tokens });
        assert!(matches!(Manifest::read(folder.path(), Some("tracuu 999 x")), Err(Error::OtherFormat { .. })));
        assert!(matches!(Manifest::read(folder.path(), None), Err(Error::OtherFormat { .. })));
        assert_eq!(Manifest::totals_of(folder.path(), Some(&payload)).expect("counted"), manifest.totals());
        let gone = payload.replace("-42", "-41");
        assert!(matches!(Manifest::read(folder.path(), Some(&gone)), Err(Error::Damaged { .. })));
        assert!(manifest.write(folder.path(), 42, &Access::default()).expect("written").contains("manifest-43.tsv"));
        let path = folder.path().join("manifest-42.tsv");
        let text = fs::read_to_string(&path).expect("read");
        fs::write(&path, text.replacen("12", "13", 1)).expect("written");
        assert!(matches!(Manifest::read(folder.path(), Some(&payload)), Err(Error::Damaged { .. })));
    }

    #[test]
    fn what_is_damaged_in_a_manifest_is_told_apart() {
        let mut manifest = Manifest::default();
        manifest.roots.insert("a".to_owned(), "/srv/a".into());
        let root = manifest.roots.get_mut("a").expect("taken in");
        root.forgotten.extend(["a/x", "a/y"].map(str::to_owned));
        manifest.files.insert("a/z".to_owned(), FileRecord::default());
        let whole = manifest.to_text();
        let last = |text: &str| {
            let folder = tempfile::tempdir().expect("a temporary folder");
            fs::write(folder.path().join("manifest-1.tsv"), text).expect("written");
            Manifest::last(folder.path())
        };
        assert_eq!(last(&whole), manifest);
        // of before: no line has a sum
        let bare: String = whole.lines().filter_map(|line| Some(format!("{}\n", checked(line)?.0))).collect();
        assert!(bare != whole && last(&bare) == manifest, "{bare}");
        for (from, to) in [
            ("forgotten\ta/x", "named\ta/x"),
            ("forgotten\ta/x", "part\ta"),
            ("forgotten\ta/x", "forgotter\ta/x"),
            ("forgotten\ta/x\t#", "forgotten\ta/x\t~"),
            ("forgotten\ta/x\t#", "forgotten\ta/x?#"),
        ] {
            let mut expected = manifest.clone();
            expected.roots.get_mut("a").expect("taken in").forgotten.remove("a/x");
            assert_eq!(last(&whole.replacen(from, to, 1)), Manifest { damaged: 1, ..expected }, "{to}");
        }
        assert_eq!(last(&whole.replacen("file\t", "fime\t", 1)).damaged, 1);
        // of no root half a path is told, or another
        let (name, place) = ("a", Path::new("/srv/a"));
        let is_known = |read: &Manifest| read.roots.iter().all(|(known, root)| (known, &*root.place) == (name, place));
        for end in 0..whole.len() {
            assert!(is_known(&last(&whole[..end])), "{}", &whole[..end]);
        }
        let alone = whole.split_inclusive('\n').next().expect("a root");
        for at in 0..alone.len() {
            for letter in ["x", "\t", "\n", "/"] {
                let changed = format!("{}{letter}{}", &alone[..at], &alone[at + 1..]);
                assert!(is_known(&last(&changed)), "{changed}");
            }
        }
    }
}
