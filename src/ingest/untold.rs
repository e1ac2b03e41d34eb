//! Files of formats that are not read to those that have come since the last commit: the others were told.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::corpus::{Reason, Skipped, Walk, and_above};
use crate::store::{Manifest, Reader, name_of};
use crate::system;

/// How many files of each extension have come since the last commit to the index in a folder, which holds what was
/// known `before`; where it is built anew, all.
pub(super) fn untold(walk: &Walk, before: &Manifest, is_anew: bool, folder: &Path) -> BTreeMap<String, u64> {
    let extension = |left: &'_ Skipped| match &left.reason {
        Reason::OtherFormat(extension) => Some(extension.clone()),
        _ => None,
    };
    let others: Vec<(String, &Path)> =
        walk.skipped.iter().filter_map(|left| Some((extension(left)?, &*left.path))).collect();
    let mut untold = BTreeMap::new();
    if others.is_empty() {
        return untold;
    }
    let last = || Reader::open(folder).ok().and_then(|reader| reader.written());
    let since = if is_anew { None } else { last() };
    for (extension, path) in others {
        if since.is_none_or(|since| has_come(path, before, since)) {
            *untold.entry(extension).or_default() += 1;
        }
    }
    untold
}

/// Whether a file has come, or a folder around it that the index knows nothing of, or its root.
fn has_come(path: &Path, before: &Manifest, since: SystemTime) -> bool {
    let is_since = |path: &Path| {
        let changed = fs::symlink_metadata(path).ok().and_then(|file| system::changed_at(&file));
        changed.is_none_or(|changed| changed > since)
    };
    let Some(id) = before.roots.id_at(path) else { return true };
    let folders = before.roots.get(name_of(&id)).map(|root| &root.folders);
    let unknown =
        and_above(&id).filter(|above| above.contains('/') && folders.is_some_and(|known| !known.contains_key(*above)));
    unknown.filter_map(|above| before.roots.place_of(above)).any(|place| is_since(&place))
}
