//! Files of a link that is gone to the second path that leads to them: they stand as copies under that one.
//!
//! What both led to may be out of sight just then; whatever is found there is compared as that of any copy.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use super::disks::{holds, is_other_link, known_below};
use crate::corpus;
use crate::store::{CopyRecord, Manifest, Root, Roots, lies_in, name_of};
use crate::system;

/// Paths that were each taken under another are followed so far.
const MAX_TURNS: usize = 8;

/// Adds the files of links that are gone, or lead elsewhere, as copies below a second path to the same, with what is
/// known of the disks and links among them.
pub(super) fn stand_in(manifest: &mut Manifest) {
    for (second, first) in pairs(manifest) {
        let known = manifest.roots.holding(&first).cloned().unwrap_or_default();
        take_over(manifest, &second, &first, &known);
    }
}

/// The same where the first path is forgotten, or a part of what lies below it: `before` tells which second ones there
/// were. What is forgotten is a path, not what it leads to.
pub(super) fn outlive(manifest: &mut Manifest, before: &Roots, gone: &BTreeSet<String>) {
    let is_in = |id: &str| corpus::and_above(id).any(|above| gone.contains(above));
    // a root within a root has one path, whichever of them names it
    let is_other = |second: &str, first: &str| before.place_of(second) != before.place_of(first);
    for (_, root) in before.iter() {
        for (second, first) in root.second.iter().filter(|(second, first)| !is_in(second) && is_other(second, first)) {
            let first = first_of_all(before, first);
            let parts: Vec<String> = if is_in(first) {
                vec![first.to_owned()]
            } else if name_of(second) == name_of(first) {
                gone.range(format!("{first}/")..).take_while(|id| lies_in(id, first)).cloned().collect()
            } else {
                // of what lies in another root a part is not taken by itself
                Vec::new()
            };
            for part in parts {
                let known = before.holding(first).cloned().unwrap_or_default();
                take_over(manifest, &moved(&part, first, second), &part, &known);
                // the part may lie on a disk below the second path, which is out
                let around = known.disks.iter().filter(|(id, _)| lies_in(&part, id) && lies_in(id, first));
                add_disks(manifest, around, first, second);
            }
        }
    }
}

/// What an id was taken under, where that was taken under another in turn.
fn first_of_all<'a>(before: &'a Roots, id: &'a str) -> &'a str {
    let mut first = id;
    for _ in 0..MAX_TURNS {
        let Some(next) = before.holding(first).and_then(|root| root.second.get(first)) else { break };
        first = next;
    }
    first
}

/// Adds what is known below a path as what stands below another.
pub(super) fn take_over(manifest: &mut Manifest, second: &str, first: &str, known: &Root) {
    add_copies(manifest, second, first);
    // a real folder is no link, whatever led to it
    let is_link = manifest.roots.place_of(second).is_some_and(|place| place.is_symlink());
    let below = known.disks.iter().filter(|(id, _)| lies_in(id, first));
    add_disks(manifest, below, first, second);
    let Some(root) = manifest.roots.get_mut(name_of(second)) else { return };
    for (id, target) in known.links.iter().filter(|(id, _)| lies_in(id, first) && (is_link || **id != first)) {
        root.links.entry(moved(id, first, second)).or_insert_with(|| target.clone());
    }
}

/// Notes what is known of disks below a path as below another. That of the path itself is one with a disk around the
/// other which is out: with that it comes back.
fn add_disks<'a>(
    manifest: &mut Manifest,
    disks: impl Iterator<Item = (&'a String, &'a u64)>,
    first: &str,
    second: &str,
) {
    let Some(root) = manifest.roots.holding(second) else { return };
    let is_out = is_out_of_sight(manifest, root, second);
    let Some(root) = manifest.roots.get_mut(name_of(second)) else { return };
    for (id, disk) in disks.filter(|(id, _)| !is_out || **id != first) {
        root.disks.entry(moved(id, first, second)).or_insert(*disk);
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
            manifest.files.get(file).map(|known| CopyRecord {
                modified: known.modified,
                number: known.number,
                of: file.clone(),
            })
        });
        let id = moved(file, first, second);
        let root = manifest.roots.holding(&id);
        if root.is_none_or(|root| corpus::and_above(&id).any(|above| root.forgotten.contains(above))) {
            continue;
        }
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
        // each folder is read once
        let mut folders = HashMap::new();
        for (link, target) in root.links.iter().filter(|(link, _)| holds(manifest, link) && has_left(manifest, link)) {
            let Some((folder, _)) = link.rsplit_once('/') else { continue };
            let links = folders.entry(folder).or_insert_with(|| links_in(manifest, folder));
            // of a root of which parts were named nobody looks at the rest
            let is_looked_at = |id: &String| !root.is_part || root.named.iter().any(|named| lies_in(id, named));
            let renamed = links.iter().filter(|(id, now)| now == target && id != link && is_looked_at(id));
            let renamed = renamed.map(|(id, _)| id).min();
            pairs.extend(renamed.map(|id| (id.clone(), link.clone())));
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
    let mut links = corpus::and_above(id).filter(|link| root.links.contains_key(*link));
    links.any(|link| manifest.roots.place_of(link).is_some_and(|place| is_other_link(root, link, &place)))
}

/// The links in a folder, and where each leads: one that leads where another led was given a new name.
fn links_in(manifest: &Manifest, folder: &str) -> Vec<(String, PathBuf)> {
    let entries = manifest.roots.place_of(folder).and_then(|place| fs::read_dir(place).ok()).into_iter().flatten();
    let link = |entry: fs::DirEntry| {
        let id = format!("{folder}/{}", corpus::id_of(Path::new(&entry.file_name())));
        fs::read_link(entry.path()).ok().map(|target| (id, target))
    };
    entries.flatten().filter_map(link).collect()
}
