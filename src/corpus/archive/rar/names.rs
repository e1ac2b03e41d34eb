//! Names of members, in Unicode or from before it -> text.

use rars::filename::LegacyNameEncoding;
use rars::{Archive, ArchiveMemberRef};

use crate::corpus::legacy::Legacy;
use crate::corpus::old_names::{self, OldNames};

/// The members of an archive, by what they are called.
pub(super) struct Names<'a> {
    members: Vec<ArchiveMemberRef<'a>>,
    old: Option<Legacy>,
}

impl<'a> Names<'a> {
    pub fn of(archive: &'a Archive) -> Self {
        let members: Vec<ArchiveMemberRef> = archive.member_refs().collect();
        let mut names = OldNames::default();
        members.iter().for_each(|member| names.add(member.name_bytes()));
        Self { members, old: names.encoding() }
    }

    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// The name of a member, by its number from 1; none for a directory.
    pub fn get(&self, number: usize) -> Option<String> {
        let member = self.members.get(number.checked_sub(1)?)?;
        if member.is_directory() {
            return None;
        }
        let raw = member.name_bytes();
        let of_dos = || LegacyNameEncoding::Cp437.decode(raw).unwrap_or_default();
        Some(old_names::decoded(raw, self.old, of_dos))
    }
}
