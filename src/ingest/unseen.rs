//! What a walk has passed over to the files that nobody could look at: they may be there as before.
//!
//! A folder that was taken under another id was looked at there.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use super::disks::holds;
use crate::corpus::{Closed, Double, Reason, Unreadable, Walk};
use crate::error::Absence;
use crate::store::{Manifest, Roots};

/// More links than this in a row lead nowhere.
const MAX_LINKS: usize = 40;

/// What could not be looked at.
pub(super) struct Unseen {
    /// The ids of files and folders that are closed.
    closed: HashSet<String>,
    /// The ids of links to folders that were taken under another id, with that.
    elsewhere: HashMap<String, String>,
}

impl Unseen {
    pub(super) fn of(walk: &Walk, roots: &Roots) -> Self {
        let mut unseen = Self { closed: HashSet::new(), elsewhere: HashMap::new() };
        for left in &walk.skipped {
            let Some(id) = roots.id_at(&left.path) else { continue };
            match &left.reason {
                Reason::Closed(_) => drop(unseen.closed.insert(id)),
                Reason::Double(Double::SameFolder(other) | Double::LeadsTo(other) | Double::LinkBack(other)) => {
                    unseen.elsewhere.insert(id, other.clone());
                }
                _ => {}
            }
        }
        unseen
    }

    /// Whether a file was not looked at, by whatever path.
    pub(super) fn holds(&self, file: &str) -> bool {
        let mut id = file.to_owned();
        for _ in 0..MAX_LINKS {
            let ends = id.match_indices('/').map(|(at, _)| at).chain([id.len()]);
            let mut above = ends.map(|end| (&id[..end], &id[end..]));
            let other = above.find_map(|(folder, rest)| match self.closed.contains(folder) {
                true => Some(None),
                false => self.elsewhere.get(folder).map(|other| Some(format!("{other}{rest}"))),
            });
            match other {
                Some(Some(other)) => id = other,
                Some(None) => return true,
                None => return false,
            }
        }
        false
    }
}

/// Whether a link leads, perhaps through others, to what would lie in a folder that is not there.
pub(super) fn leads_to_no_folder(link: &Path) -> bool {
    let mut path = link.to_owned();
    for _ in 0..MAX_LINKS {
        let Ok(target) = fs::read_link(&path) else {
            let is_none = |error: io::Error| matches!(error.kind(), io::ErrorKind::NotFound);
            return path.parent().is_some_and(|folder| fs::metadata(folder).is_err_and(is_none));
        };
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    false
}

/// Marks links to nothing behind which a folder may be away, on a disk or under another name: what the index holds of
/// them stays. A file that is missing in a folder which is there was taken out of it.
pub(super) fn keep_links(manifest: &Manifest, walk: &mut Walk) {
    for left in &mut walk.skipped {
        let is_dangling = matches!(left.reason, Reason::Unreadable(Unreadable::DanglingLink));
        let id = manifest.roots.id_at(&left.path).filter(|_| is_dangling);
        let is_away = |id: &str| manifest.known(id).is_none() || leads_to_no_folder(&left.path);
        if id.is_some_and(|id| holds(manifest, &id) && is_away(&id)) {
            left.reason = Reason::Closed(Closed::Absent(Absence::DeadLink));
        }
    }
}
