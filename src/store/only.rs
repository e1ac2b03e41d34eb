//! The roots that are wanted to what of a commit belongs to them, as if there were nothing else.
//!
//! What lies in several roots is indexed once. Where that is under a path of another root, it is known by its first
//! path in these.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::copies::moved;
use super::field::Field;
use super::manifest::{CopyRecord, FileRecord, Manifest, MemberRecord};
use super::passage::StoredPassage;
use super::roots::name_of;
use super::term::Term;

/// The names of the roots that are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only(BTreeSet<String>);

impl Only {
    /// Of roots by their names.
    pub fn new(roots: impl IntoIterator<Item = String>) -> Self {
        Self(roots.into_iter().collect())
    }

    /// The names, in order.
    pub(super) fn roots(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|name| &**name)
    }

    fn takes(&self, id: &str) -> bool {
        self.0.contains(name_of(id))
    }

    /// Takes all that belongs to other roots out of a manifest; the files that are known by other names from now on.
    pub(super) fn narrow(&self, manifest: &mut Manifest) -> Renamed {
        let mut renamed = Renamed::default();
        for (id, copy) in manifest.copies.iter().filter(|(id, copy)| self.takes(id) && !self.takes(&copy.of)) {
            renamed.add(&copy.of, id);
        }
        let copies = std::mem::take(&mut manifest.copies);
        for (id, file) in std::mem::take(&mut manifest.files) {
            let known = renamed.shown(&id).into_owned();
            if self.takes(&known) {
                let seen = copies.get(&known).map(|copy| (copy.modified, copy.number));
                let (modified, number) = seen.unwrap_or((file.modified, file.number));
                manifest.files.insert(known, FileRecord { modified, number, ..file });
            }
        }
        for (id, copy) in copies {
            let of = renamed.shown(&copy.of).into_owned();
            if self.takes(&id) && of != id {
                manifest.copies.insert(id, CopyRecord { of, ..copy });
            }
        }
        self.narrow_members(manifest, &mut renamed);
        self.narrow_roots(manifest);
        renamed
    }

    /// Takes members of other roots out. What is known of an archive by a copy of it is so of its members, too.
    fn narrow_members(&self, manifest: &mut Manifest, renamed: &mut Renamed) {
        let members: Vec<(String, MemberRecord)> = std::mem::take(&mut manifest.members).into_iter().collect();
        let known: Vec<String> = members.iter().map(|(id, _)| renamed.shown(id).into_owned()).collect();
        let wanted = || members.iter().zip(&known).filter(|(_, known)| self.takes(known));
        for ((_, member), known) in wanted() {
            if let Some(of) = member.of.as_deref().filter(|of| !self.takes(&renamed.shown(of))) {
                renamed.add(of, known);
            }
        }
        for ((_, member), known) in wanted() {
            let of = member.of.as_deref().map(|of| renamed.shown(of).into_owned()).filter(|of| of != known);
            manifest.members.insert(known.clone(), MemberRecord { content: member.content, of });
        }
    }

    /// Takes the other roots out. What they hold within these belongs to none of them.
    fn narrow_roots(&self, manifest: &mut Manifest) {
        let roots = &mut manifest.roots;
        let others = roots.iter().filter(|(name, _)| !self.0.contains(*name));
        let others: Vec<(String, PathBuf)> = others.map(|(name, root)| (name.to_owned(), root.place.clone())).collect();
        for (name, _) in &others {
            roots.remove(name);
        }
        for (_, place) in others {
            if let Some(id) = roots.id_at(&place)
                && let Some(root) = roots.get_mut(name_of(&id))
            {
                root.forgotten.insert(id);
            }
        }
    }
}

/// Files, and members of archives, that are known by other names than they are indexed by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Renamed {
    shown: BTreeMap<String, String>,
    indexed: BTreeMap<String, String>,
}

impl Renamed {
    /// The first name that is told counts.
    fn add(&mut self, indexed: &str, shown: &str) {
        if !self.shown.contains_key(indexed) {
            self.shown.insert(indexed.to_owned(), shown.to_owned());
            self.indexed.insert(shown.to_owned(), indexed.to_owned());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The files and members, as they are indexed.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.shown.keys().map(|file| &**file)
    }

    /// The name by which a file, or a document in it, is known that is indexed by this.
    pub(super) fn shown<'a>(&self, name: &'a str) -> Cow<'a, str> {
        other_name(&self.shown, name)
    }

    /// The name by which a file, or a document in it, is indexed that is known by this.
    pub(super) fn indexed<'a>(&self, name: &'a str) -> Cow<'a, str> {
        other_name(&self.indexed, name)
    }

    /// A passage by the name that it is known by.
    pub(super) fn passage(&self, passage: StoredPassage) -> StoredPassage {
        if self.is_empty() {
            return passage;
        }
        let doc = self.shown(&passage.doc).into_owned();
        let file = match self.shown.get(&passage.file) {
            Some(file) => file.clone(),
            // a member that stands for one in an archive of another root
            None if doc != passage.doc => doc.clone(),
            None => passage.file,
        };
        StoredPassage { doc, file, ..passage }
    }

    /// A term as it is indexed: names of documents and files may be others.
    pub(super) fn term(&self, term: &Term) -> Term {
        match term.field {
            Field::Doc | Field::File => Term { text: self.indexed(&term.text).into_owned(), ..term.clone() },
            _ => term.clone(),
        }
    }
}

fn other_name<'a>(names: &BTreeMap<String, String>, name: &'a str) -> Cow<'a, str> {
    let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
    // most have none
    let mut files = ends.filter(|_| !names.is_empty()).filter_map(|end| name.get(..end));
    let other = files.find_map(|file| moved(name, file, names.get(file)?));
    other.map_or(Cow::Borrowed(name), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A manifest of roots `a`, `a-1` and `b`, which lies in `a`.
    fn manifest() -> Manifest {
        let mut manifest = Manifest::default();
        for (name, place) in [("a", "/kho"), ("a-1", "/moi"), ("b", "/kho/b")] {
            manifest.roots.insert(name.to_owned(), place.into());
        }
        for (at, id) in (1..).zip(["a/1.txt", "a/2.zip", "a-1/1.txt", "b/3.txt"]) {
            manifest.files.insert(id.to_owned(), FileRecord { passages: at, modified: at, ..FileRecord::default() });
        }
        for (id, of) in [("a/4.txt", "b/3.txt"), ("b/2.zip", "a/2.zip"), ("b/5.zip", "a/2.zip"), ("a/9", "a/1.txt")] {
            manifest.copies.insert(id.to_owned(), CopyRecord { modified: 7, number: 0, of: of.to_owned() });
        }
        manifest
    }

    #[test]
    fn nothing_of_other_roots_is_left() {
        let check = |only: &[&str], files: &[&str], copies: &[(&str, &str)], passages: u64| {
            let mut narrowed = manifest();
            Only::new(only.iter().map(|name| (*name).to_owned())).narrow(&mut narrowed);
            assert_eq!(narrowed.files.keys().collect::<Vec<_>>(), files, "{only:?}");
            let told: Vec<(&str, &str)> = narrowed.copies.iter().map(|(id, copy)| (&**id, &*copy.of)).collect();
            assert_eq!(told, copies, "{only:?}");
            assert_eq!(narrowed.roots.iter().map(|(name, _)| name).collect::<Vec<_>>(), only, "{only:?}");
            assert_eq!(narrowed.totals().passages, passages, "{only:?}");
        };
        check(&["a"], &["a/1.txt", "a/2.zip", "a/4.txt"], &[("a/9", "a/1.txt")], 7);
        check(&["a-1"], &["a-1/1.txt"], &[], 3);
        check(&["b"], &["b/2.zip", "b/3.txt"], &[("b/5.zip", "b/2.zip")], 6);
        check(
            &["a", "b"],
            &["a/1.txt", "a/2.zip", "b/3.txt"],
            &[("a/4.txt", "b/3.txt"), ("a/9", "a/1.txt"), ("b/2.zip", "a/2.zip"), ("b/5.zip", "a/2.zip")],
            7,
        );
        check(&[], &[], &[], 0);
    }

    #[test]
    fn a_copy_is_known_by_its_own_path() {
        let mut narrowed = manifest();
        let renamed = Only::new(["b".to_owned()]).narrow(&mut narrowed);
        assert_eq!(renamed.shown("a/2.zip/thu.txt"), "b/2.zip/thu.txt");
        assert_eq!(renamed.indexed("b/2.zip/thu.txt"), "a/2.zip/thu.txt");
        assert_eq!((renamed.shown("a/2.zipper"), renamed.indexed("b/3.txt")), ("a/2.zipper".into(), "b/3.txt".into()));
        assert_eq!(narrowed.files["b/2.zip"].modified, 7);
        assert_eq!(renamed.files().collect::<Vec<_>>(), ["a/2.zip"]);
    }

    #[test]
    fn what_a_root_within_holds_is_not_looked_for() {
        let mut narrowed = manifest();
        Only::new(["a".to_owned()]).narrow(&mut narrowed);
        let forgotten = narrowed.roots.get("a").map(|root| root.forgotten.iter().cloned().collect::<Vec<_>>());
        assert_eq!(forgotten, Some(vec!["a/b".to_owned()]));
    }
}
