//! Bytes of a zip archive -> the documents among its members.
//!
//! The id of a member is the id of its archive, `/` and its path there, without `..`.

use std::collections::HashSet;
use std::path::Path;

use super::oddity::Oddity;
use super::package::Package;
use super::reading::Reading;
use super::source::extension_of;
use super::unreadable::Unreadable;

/// Reads the members of an archive; one that cannot be read is left out.
pub(super) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let mut package = Package::open(bytes, reading.limits().max_archive_bytes)?;
    let mut ids = HashSet::new();
    for told in package.covered().iter().filter(|told| !is_hidden(told)) {
        let name = plain_name(told);
        if reading.takes(&name) {
            reading.leave_out(&format!("{id}/{name}"), &Unreadable::Double);
        }
    }
    for index in 0..package.len() {
        if reading.is_stopped() {
            break;
        }
        if reading.budget() == 0 {
            let limit = reading.limits().max_archive_bytes;
            reading.leave_out(&format!("{id}/the rest"), &Unreadable::UnpacksTooLarge { limit });
            break;
        }
        match package.name(index) {
            Ok(Some(told)) if !is_hidden(&told) => {
                let name = plain_name(&told);
                let member = format!("{id}/{name}");
                if leads_out(&told) {
                    reading.notice(&member, Oddity::LeadsOut(told.clone()));
                }
                if !reading.takes(&name) {
                    reading
                        .leave_out(&member, &Unreadable::OtherFormat(format!(".{}", extension_of(Path::new(&name)))));
                } else if !ids.insert(member.clone()) {
                    reading.leave_out(&member, &Unreadable::Double);
                } else {
                    let bytes = package.unpack(index, reading.budget());
                    read_member(&member, &name, bytes, reading);
                }
            }
            Ok(_) => {}
            Err(error) => reading.leave_out(&format!("{id}/member {}", index + 1), &error),
        }
    }
    Ok(())
}

fn read_member(id: &str, name: &str, bytes: Result<Vec<u8>, Unreadable>, reading: &mut Reading) {
    match bytes {
        Ok(bytes) => {
            reading.spend(bytes.len() as u64);
            reading.member(id, name, bytes);
        }
        Err(error) => {
            // What was unpacked in vain counts as well, or many bombs would take forever.
            if matches!(error, Unreadable::UnpacksTooLarge { .. } | Unreadable::Bomb) {
                reading.spend(reading.budget());
            }
            let (of_file, of_all) = (reading.limits().max_file_bytes, reading.limits().max_archive_bytes);
            let error = match error {
                // of the limit of the whole this one had what was left
                Unreadable::UnpacksTooLarge { limit } if limit != of_file => {
                    Unreadable::UnpacksTooLarge { limit: of_all }
                }
                Unreadable::UnpacksTooLarge { limit } => Unreadable::TooLarge { limit },
                error => error,
            };
            reading.leave_out(id, &error);
        }
    }
}

/// The path of a member with `/` between the names, without roots, `.` and `..`.
pub(super) fn plain_name(name: &str) -> String {
    let name = name.replace(['\\', '\0'], "/");
    let names: Vec<&str> = name.split('/').filter(|name| !matches!(*name, "" | "." | "..")).collect();
    if names.is_empty() { "unnamed".to_owned() } else { names.join("/") }
}

/// Whether a name would lead to another place than below its archive.
fn leads_out(name: &str) -> bool {
    name.starts_with(['/', '\\']) || name.split(['/', '\\']).any(|name| name == "..")
}

/// What systems leave in archives, and what the walk of folders passes over, too.
fn is_hidden(name: &str) -> bool {
    let is_hidden = |name: &str| {
        (name.starts_with('.') && name != "." && name != "..") || name.starts_with("~$") || name == "__MACOSX"
    };
    name.split(['/', '\\']).any(is_hidden)
}

#[cfg(test)]
pub(super) mod tests;
