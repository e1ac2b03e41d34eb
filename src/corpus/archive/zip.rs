//! Zip archives, whose members are unpacked each by itself.

use super::members::{Members, Next};
use crate::corpus::oddity::Oddity;
use crate::corpus::package::Package;
use crate::corpus::reading::Reading;
use crate::corpus::unreadable::{Damage, Unreadable};

/// Reads the members of a zip archive; one that cannot be read is left out.
pub(in crate::corpus) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let mut package = Package::open(bytes, reading.limits().max_archive_bytes)?;
    // where only its list is cut off, nothing is lost
    if package.lacks_members() {
        reading.notice(id, Oddity::BreaksOff);
    }
    let mut members = Members::new(id, reading);
    members.cover(&package.covered());
    for index in 0..package.len() {
        match members.next(index + 1, package.name(index)) {
            Next::Unpack(member, _) if package.is_link(index) => members.leave_out_link(&member),
            Next::Unpack(member, limit) if package.size(index) > limit => members.refuse(&member, package.size(index)),
            Next::Unpack(member, limit) => members.read(member, package.unpack(index, limit)),
            Next::Pass => {}
            Next::End => break,
        }
    }
    if package.lacks_members() {
        members.leave_out_rest(&Unreadable::Damaged(Damage::NoTable));
    }
    Ok(())
}
