//! The members of an archive, named in order -> which are to be unpacked, and what becomes of their bytes.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::corpus::oddity::Oddity;
use crate::corpus::package::FREE_BYTES;
use crate::corpus::reading::{REST, Reading};
use crate::corpus::source::{extension_of, is_remains, is_volume};
use crate::corpus::unreadable::Unreadable;

/// A walk through the members of an archive.
pub(super) struct Members<'a, 'r, 'e> {
    id: &'a str,
    reading: &'a mut Reading<'r, 'e>,
    ids: HashSet<String>,
    /// The number of the last member of each name, where that counts.
    last: HashMap<String, usize>,
}

/// A member that is to be unpacked.
pub(super) struct Member {
    id: String,
    name: String,
}

/// What is to be done with the next member.
pub(super) enum Next {
    /// It is unpacked, to at most so many bytes, and its bytes are read.
    Unpack(Member, u64),
    /// It is passed over; what there is to tell has been told.
    Pass,
    /// Nothing more is wanted of the archive.
    End,
}

impl<'a, 'r, 'e> Members<'a, 'r, 'e> {
    pub fn new(id: &'a str, reading: &'a mut Reading<'r, 'e>) -> Self {
        Self { id, reading, ids: HashSet::new(), last: HashMap::new() }
    }

    /// Tells members that cannot be reached, as others have their names.
    pub fn cover(&mut self, names: &[String]) {
        for told in names.iter().filter(|told| !is_hidden(told)) {
            let name = plain_name(told);
            if self.reading.takes(&name) {
                self.reading.leave_out(&format!("{}/{name}", self.id), &Unreadable::Double);
            }
        }
    }

    /// What to do with the next member: its number, and its name as it stands; none for a folder.
    pub fn next(&mut self, number: usize, told: Result<Option<String>, Unreadable>) -> Next {
        if self.reading.is_over(self.id) {
            return Next::End;
        }
        let told = match told {
            Ok(Some(told)) if !is_hidden(&told) => told,
            Ok(_) => return Next::Pass,
            Err(error) => {
                self.reading.leave_out(&format!("{}/#{number}", self.id), &error);
                return Next::Pass;
            }
        };
        let name = plain_name(&told);
        let id = format!("{}/{name}", self.id);
        if leads_out(&told) {
            self.reading.notice(&id, Oddity::LeadsOut(told));
        }
        let why_not = if is_volume(Path::new(&name)) {
            Unreadable::Volume
        } else if !self.reading.takes(&name) {
            Unreadable::OtherFormat(format!(".{}", extension_of(Path::new(&name))))
        } else if self.last.get(&name).is_some_and(|last| *last > number) || !self.ids.insert(id.clone()) {
            Unreadable::Double
        } else {
            return Next::Unpack(Member { id, name }, self.reading.budget());
        };
        self.reading.leave_out(&id, &why_not);
        Next::Pass
    }

    /// Leaves out a member of which nothing is unpacked: a link.
    pub fn leave_out_link(&mut self, member: &Member) {
        self.reading.leave_out(&member.id, &Unreadable::Link);
    }

    /// Leaves out a member that is told to be of so many bytes, or would be reached through too many.
    pub fn refuse(&mut self, member: &Member, size: u64) {
        let limit = self.reading.limits().max_file_bytes;
        let why = match size > limit {
            true => Unreadable::TooLarge { limit },
            false => self.reading.limit_in_all(),
        };
        self.reading.leave_out(&member.id, &why);
    }

    /// Leaves out members that nobody can name.
    pub fn leave_out_rest(&mut self, why: &Unreadable) {
        self.reading.leave_out(&format!("{}/{REST}", self.id), why);
    }

    /// Reads the bytes of a member, or leaves it out.
    pub fn read(&mut self, Member { id, name }: Member, bytes: Result<Vec<u8>, Unreadable>) {
        match bytes {
            Ok(bytes) => {
                self.reading.spend(bytes.len() as u64);
                self.reading.member(&id, &name, bytes);
            }
            Err(error) => {
                // What was unpacked in vain counts as well, or many bombs would take forever.
                match error {
                    Unreadable::UnpacksTooLarge { .. } => self.reading.spend(self.reading.budget()),
                    Unreadable::Bomb => self.reading.spend(FREE_BYTES as u64),
                    _ => {}
                }
                let of_file = self.reading.limits().max_file_bytes;
                let error = match error {
                    // of the limit of the whole this one had what was left
                    Unreadable::UnpacksTooLarge { limit } if limit != of_file => self.reading.limit_in_all(),
                    Unreadable::UnpacksTooLarge { limit } => Unreadable::TooLarge { limit },
                    error => error,
                };
                self.reading.leave_out(&id, &error);
            }
        }
    }
}

#[cfg(feature = "archives")]
impl Members<'_, '_, '_> {
    /// The same where of several members of one name the last counts, which took the place of the others; `names` are
    /// those of all members in order, as they stand.
    pub fn of_last(self, names: impl Iterator<Item = Option<String>>) -> Self {
        let last = (1..).zip(names).filter_map(|(number, told)| Some((plain_name(&told?), number))).collect();
        Self { last, ..self }
    }

    /// Whether a file of this name may be wanted.
    pub fn may_want(&self, told: &str) -> bool {
        !is_hidden(told) && self.reading.takes(&plain_name(told))
    }

    /// How many bytes may still be unpacked of all members.
    pub fn left(&self) -> u64 {
        self.reading.left()
    }

    /// Counts what was unpacked and not read.
    pub fn spend(&mut self, bytes: u64) {
        self.reading.spend(bytes);
    }
}

/// The path of a member with `/` between the names, without roots, `.` and `..`.
pub(in crate::corpus) fn plain_name(name: &str) -> String {
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
    name.split(['/', '\\']).any(is_hidden) || is_remains(Path::new(&name.replace('\\', "/")))
}
