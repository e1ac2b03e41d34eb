//! The members of archives, mails and office documents to those that are read: of one content and format within a root
//! the first, behind all files that lie in no other.
//!
//! What holds members is looked at in order of their ids, those that have not changed as well, so that what is read and what is
//! a copy hangs on nothing but what there is.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use crate::corpus::{self, Digest, Known};
use crate::store::{HandOver, Manifest, MemberRecord, lies_in, moved, name_of};

/// Root, content and format.
type Key = (String, Digest, &'static str);

/// What was met so far.
#[derive(Default)]
pub(super) struct Members {
    /// What holds each content first.
    firsts: HashMap<Key, String>,
    /// What the manifest will tell of members.
    records: BTreeMap<String, MemberRecord>,
    /// The members of the archive that is being read, with what they are the first of.
    under_way: Vec<(String, Option<Key>)>,
    /// What archives that stay as they are take over for their members: from which file, which archive.
    given: BTreeMap<(String, String), HandOver>,
    /// Copies that were met in archives that were read.
    pub copies: u64,
}

fn key(id: &str, content: Digest) -> Key {
    (name_of(id).to_owned(), content, corpus::format_of(Path::new(id)))
}

impl Members {
    /// Notes a file that lies in no other, in order of the ids.
    pub(super) fn add_file(&mut self, id: &str, content: Digest) {
        self.firsts.entry(key(id, content)).or_insert_with(|| id.to_owned());
    }

    /// Whether the members of an archive that has not changed are what they were: each that was read still is the first
    /// of its content, and what the others are copies of is there. If so, or if it cannot be read, they are noted.
    /// `before` is what the index holds.
    pub(super) fn stand(
        &mut self,
        file: &str,
        (manifest, before): (&Manifest, &Manifest),
        can_be_read: impl FnOnce() -> bool,
    ) -> bool {
        let (own, copies): (Vec<_>, Vec<_>) =
            manifest.members_of(file).map(|(id, member)| (id, member, key(id, member.content))).partition(is_own);
        let read: HashMap<&Key, &String> = own.iter().map(|(id, _, key)| (key, *id)).collect();
        let is_same = own.iter().all(|(.., key)| !self.firsts.contains_key(key))
            && copies.iter().all(|(.., key)| self.firsts.contains_key(key) || read.contains_key(key));
        if !is_same && can_be_read() {
            return false;
        }
        for (id, member, key) in own {
            self.firsts.entry(key).or_insert_with(|| id.clone());
            self.records.insert(id.clone(), member.clone());
        }
        for (id, member, _) in copies {
            self.stay(file, id, member, before);
        }
        true
    }

    /// Notes a copy in an archive that stays as it is: of what is the first of its content now. Where nothing is, it is
    /// the first itself, with what the index holds of what it was a copy of.
    fn stay(&mut self, file: &str, id: &str, member: &MemberRecord, before: &Manifest) {
        if self.is_stated(id, member) {
            return;
        }
        let Some((from, doc)) = member.of.as_deref().and_then(|of| before.indexed(of)) else {
            self.records.insert(id.to_owned(), member.clone());
            return;
        };
        self.give(file, id, member, (&from, &doc));
        let mut kept_back: Option<&String> = None;
        for (inner, member) in before.members_of(&doc) {
            let Some(own) = moved(inner, &doc, id).filter(|_| kept_back.is_none_or(|back| !lies_in(inner, back)))
            else {
                continue;
            };
            if member.of.is_some() {
                self.stay(file, &own, member, before);
            } else if self.is_stated(&own, member) {
                self.given(&from, file).keep_back(inner);
                kept_back = Some(inner);
            } else {
                self.give(file, &own, member, (&from, inner));
            }
        }
    }

    /// Whether there is a first of the content of a member, which is noted as a copy of it.
    fn is_stated(&mut self, id: &str, member: &MemberRecord) -> bool {
        let first = self.firsts.get(&key(id, member.content)).cloned();
        if let Some(first) = &first {
            let of = (first != id).then(|| first.clone());
            self.records.insert(id.to_owned(), MemberRecord { of, ..member.clone() });
        }
        first.is_some()
    }

    /// Gives a member of an archive what the index holds of a file as the document or member `doc`.
    fn give(&mut self, file: &str, id: &str, member: &MemberRecord, (from, doc): (&str, &str)) {
        self.given(from, file).give(doc, id);
        self.firsts.insert(key(id, member.content), id.to_owned());
        self.records.insert(id.to_owned(), MemberRecord { of: None, ..member.clone() });
    }

    fn given(&mut self, from: &str, to: &str) -> &mut HandOver {
        self.given.entry((from.to_owned(), to.to_owned())).or_insert_with(|| HandOver::new(from, to))
    }

    /// What archives that stay as they are take over for their members.
    pub(super) fn take_given(&mut self) -> Vec<HandOver> {
        std::mem::take(&mut self.given).into_values().collect()
    }

    /// Begins with the next archive; the one before is done with.
    pub(super) fn begin(&mut self) {
        self.under_way.clear();
    }

    /// Forgets what was met in the archive that is being read, which could not be read to its end.
    pub(super) fn undo(&mut self) {
        for (id, key) in self.under_way.drain(..) {
            self.records.remove(&id);
            match key {
                Some(key) => drop(self.firsts.remove(&key)),
                None => self.copies -= 1,
            }
        }
    }

    /// What the manifest is to tell of members.
    pub(super) fn into_records(self) -> BTreeMap<String, MemberRecord> {
        self.records
    }
}

/// Whether a member was read itself.
fn is_own((_, member, _): &(&String, &MemberRecord, Key)) -> bool {
    member.of.is_none()
}

impl Known for Members {
    fn is_copy(&mut self, id: &str, content: Digest) -> bool {
        // an archive may hold itself
        let Some(first) = self.firsts.get(&key(id, content)).filter(|first| !lies_in(id, first)) else { return false };
        self.records.insert(id.to_owned(), MemberRecord { content, of: Some(first.clone()) });
        self.under_way.push((id.to_owned(), None));
        self.copies += 1;
        true
    }

    fn has_read(&mut self, id: &str, content: Digest) {
        let key = key(id, content);
        self.firsts.insert(key.clone(), id.to_owned());
        self.records.insert(id.to_owned(), MemberRecord { content, of: None });
        self.under_way.push((id.to_owned(), Some(key)));
    }
}
