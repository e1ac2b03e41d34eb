//! Files of a link that is gone to the second path that leads to them: they stand as copies under that one.
//!
//! What both led to may be out of sight just then; whatever is found there is compared as that of any copy.

use std::fs;
use std::path::Path;

use super::disks::{holds, is_other_link, known_below};
use crate::corpus;
use crate::store::{CopyRecord, Manifest, Root, Roots, lies_in, name_of};
use crate::system;

/// Adds the files of links that are gone, or lead elsewhere, as copies below a second path to the same, with what is
/// known of the disks and links among them.
pub(super) fn stand_in(manifest: &mut Manifest) {
    for (second, first) in pairs(manifest) {
        add_copies(manifest, &second, &first);
        let known = manifest.roots.holding(&first).cloned().unwrap_or_default();
        // a real folder is no link, whatever led to it
        let is_link = manifest.roots.place_of(&second).is_some_and(|place| place.is_symlink());
        let Some(root) = manifest.roots.get_mut(name_of(&second)) else { continue };
        for (id, disk) in known.disks.iter().filter(|(id, _)| lies_in(id, &first)) {
            root.disks.entry(moved(id, &first, &second)).or_insert(*disk);
        }
        for (id, target) in known.links.iter().filter(|(id, _)| lies_in(id, &first) && (is_link || **id != first)) {
            root.links.entry(moved(id, &first, &second)).or_insert_with(|| target.clone());
        }
    }
}

/// The same where the first path is forgotten: `before` tells which second ones there were.
pub(super) fn outlive(manifest: &mut Manifest, before: &Roots, is_forgotten: &dyn Fn(&str) -> bool) {
    for (_, root) in before.iter() {
        let left = root.second.iter().filter(|(second, first)| is_forgotten(first) && !is_forgotten(second));
        left.for_each(|(second, first)| add_copies(manifest, second, first));
    }
}

fn moved(id: &str, first: &str, second: &str) -> String {
    format!("{second}{}", &id[first.len()..])
}

/// Adds the files below a path as copies below another.
fn add_copies(manifest: &mut Manifest, second: &str, first: &str) {
    let mut copies = Vec::new();
    for file in known_below(manifest, first) {
        let copy = manifest.copies.get(file).cloned().or_else(|| {
            manifest.files.get(file).map(|known| CopyRecord { modified: known.modified, of: file.clone() })
        });
        let id = moved(file, first, second);
        copies.extend(copy.filter(|_| manifest.known(&id).is_none()).map(|copy| (id, copy)));
    }
    manifest.copies.extend(copies);
}

/// Second paths that are there, or out of sight, each with the one that was a link and is none to the same any more.
fn pairs(manifest: &Manifest) -> Vec<(String, String)> {
    let is_there = |id: &str| manifest.roots.place_of(id).is_some_and(|place| !corpus::is_gone(&place));
    let mut pairs = Vec::new();
    for (_, root) in manifest.roots.iter() {
        let may_be = |id: &str| is_there(id) || is_out_of_sight(manifest, root, id);
        let known = root.second.iter().filter(|(id, first)| may_be(id) && has_left(manifest, first));
        pairs.extend(known.map(|(id, first)| (id.clone(), first.clone())));
        for (link, target) in root.links.iter().filter(|(link, _)| holds(manifest, link) && has_left(manifest, link)) {
            pairs.extend(renamed(manifest, link, target).map(|id| (id, link.clone())));
        }
    }
    pairs
}

/// Whether an id lies on a disk that is not where it was.
fn is_out_of_sight(manifest: &Manifest, root: &Root, id: &str) -> bool {
    let mut disks = root.disks.iter().filter(|(disk, _)| lies_in(id, disk));
    disks.any(|(at, disk)| {
        let place = manifest.roots.place_of(at).filter(|place| !corpus::is_gone(place));
        place.is_some_and(|place| {
            let now = if place.is_dir() { system::disk_of(&place) } else { system::disk_behind(&place) };
            now != Some(*disk)
        })
    })
}

/// Whether a link that an id is, or lies in, is gone or leads elsewhere.
fn has_left(manifest: &Manifest, id: &str) -> bool {
    let Some(root) = manifest.roots.holding(id) else { return false };
    let mut links = root.links.keys().filter(|link| lies_in(id, link));
    links.any(|link| manifest.roots.place_of(link).is_some_and(|place| is_other_link(root, link, &place)))
}

/// Another link in the folder of one that is gone, which leads where that led: it was given another name.
fn renamed(manifest: &Manifest, link: &str, target: &Path) -> Option<String> {
    let (folder, _) = link.rsplit_once('/')?;
    let entries = fs::read_dir(manifest.roots.place_of(folder)?).ok()?.flatten();
    let mut others = entries.filter(|entry| fs::read_link(entry.path()).is_ok_and(|now| now == target));
    let id = format!("{folder}/{}", corpus::id_of(Path::new(&others.next()?.file_name())));
    Some(id).filter(|id| id != link)
}
