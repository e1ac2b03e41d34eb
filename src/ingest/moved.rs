//! What a walk could not enter to the place where it was known before: a folder or file that is closed, or a link to what
//! is away, that was given another name or another place in the roots. What the index holds of it stands below the new one.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::disks::{holds, is_other_link};
use super::same::is_same_time;
use super::second;
use super::unseen::leads_to_no_folder;
use crate::corpus::{self, Closed, Reason, Skipped, Source, Unreadable, Walk};
use crate::error::Absence;
use crate::store::{FileRecord, Manifest, Root, lies_in, name_of};
use crate::system;

/// Takes what is known below folders and links that are gone as what lies below those that they have become.
pub(super) fn follow(manifest: &mut Manifest, walk: &mut Walk) {
    follow_files(manifest, walk);
    let mut followed: HashSet<String> = HashSet::new();
    for left in &mut walk.skipped {
        let Some(id) = manifest.roots.id_at(&left.path).filter(|id| !holds(manifest, id)) else { continue };
        let moved = match &left.reason {
            Reason::Closed(Closed::Denied | Closed::System(_)) => folder_before(manifest, &left.path),
            Reason::Unreadable(Unreadable::DanglingLink) => {
                link_before(manifest, &left.path).map(|before| (id, before))
            }
            _ => None,
        };
        let Some((id, before)) = moved.filter(|(_, before)| followed.insert(before.clone())) else { continue };
        let known = manifest.roots.holding(&before).cloned().unwrap_or_default();
        second::take_over(manifest, &id, &before, &known);
        if !holds(manifest, &id) {
            continue;
        }
        if let Some(root) = manifest.roots.get_mut(name_of(&id)) {
            let moved = known.folders.iter().filter(|(folder, _)| lies_in(folder, &before));
            root.folders.extend(moved.map(|(folder, number)| (format!("{id}{}", &folder[before.len()..]), *number)));
        }
        if matches!(left.reason, Reason::Unreadable(_)) {
            let path = std::mem::take(&mut left.path);
            *left = Skipped { path, reason: Reason::Closed(Closed::Absent(Absence::DeadLink)) };
        }
    }
}

/// Takes what is known of files that are gone as that of closed ones that they have become, by the number that the system
/// has for them.
fn follow_files(manifest: &mut Manifest, walk: &Walk) {
    let moved = moved_files(manifest, walk, |known, _| known.is_none());
    let roots = manifest.roots.clone();
    let nothing = Root::default();
    for (before, id) in moved {
        second::take_over(manifest, &id, &before, roots.holding(&before).unwrap_or(&nothing));
    }
}

/// Files that are gone, each with the closed file that it has become in the place of another, which is gone too.
pub(super) fn over_others(manifest: &Manifest, walk: &Walk) -> Vec<(String, String)> {
    let is_other = |known: Option<FileRecord>, number| known.is_some_and(|known| ![0, number].contains(&known.number));
    moved_files(manifest, walk, is_other)
}

/// Files that are gone, each with the closed file that it has become, of those of which this holds: by what is known
/// under the name of the closed one, and the number that the system has for it.
fn moved_files(
    manifest: &Manifest,
    walk: &Walk,
    wanted: impl Fn(Option<FileRecord>, u64) -> bool,
) -> Vec<(String, String)> {
    let closed = walk.sources.iter().filter(|source| source.is_closed);
    let closed = closed.map(|source| (source, system::number_of(&source.path)));
    let closed: Vec<(&Source, u64)> =
        closed.filter(|(source, number)| wanted(manifest.known(&source.id), *number)).collect();
    if closed.is_empty() {
        return Vec::new();
    }
    let files = manifest.files.iter().map(|(id, file)| (file.number, id));
    let copies = manifest.copies.iter().map(|(id, copy)| (copy.number, id));
    let known: FxHashMap<u64, &String> = files.chain(copies).filter(|(number, _)| *number != 0).collect();
    let became = |&(source, number): &(&Source, u64)| {
        let before = *known.get(&number)?;
        // of a file that was written shortly before it was read no time is known
        let is_same_size = |known: &FileRecord| known.modified == 0 && known.size == source.size;
        let known = manifest.known(before);
        let is_same = known.is_some_and(|known| is_same_time(&known, source) || is_same_size(&known));
        (is_same && is_gone(manifest, before)).then(|| (before.clone(), source.id.clone()))
    };
    closed.iter().filter_map(became).collect()
}

/// A folder that nobody can enter, and where it was known, by the number that the system has for it. Of what lies in one
/// whose names can be listed the system tells nothing: the folder around it is the one.
fn folder_before(manifest: &Manifest, closed: &Path) -> Option<(String, String)> {
    let (folder, spot) = closed.ancestors().find_map(|folder| Some((folder, system::Spot::of(folder)?)))?;
    let number = spot.number();
    let mut known = manifest.roots.iter().flat_map(|(_, root)| &root.folders).filter(|(_, known)| **known == number);
    let before = known.find(|(id, _)| holds(manifest, id) && is_gone(manifest, id)).map(|(id, _)| id.clone())?;
    Some((manifest.roots.id_at(folder)?, before))
}

/// Where a link was known that leads to nothing now, by what it leads to. Of a link to a file only one to another disk,
/// or to a folder that is not there, tells that this may come back.
fn link_before(manifest: &Manifest, link: &Path) -> Option<String> {
    let now = corpus::id_of(&fs::read_link(link).ok()?);
    let is_away = leads_to_no_folder(link);
    for (_, root) in manifest.roots.iter() {
        let led_there = |target: &PathBuf| corpus::id_of(target) == now;
        let may_return = |id: &String| manifest.known(id).is_none() || is_away || root.disks.contains_key(id);
        let is_other = |id: &str| manifest.roots.place_of(id).is_some_and(|place| is_other_link(root, id, &place));
        let mut links = root.links.iter().filter(|(_, target)| led_there(target)).map(|(id, _)| id);
        if let Some(id) = links.find(|id| holds(manifest, id) && may_return(id) && is_other(id)) {
            return Some(id.clone());
        }
    }
    None
}

fn is_gone(manifest: &Manifest, id: &str) -> bool {
    manifest.roots.place_of(id).is_some_and(|place| corpus::is_gone(&place))
}
