//! Which disks roots lay on, and lie on now, to the places that are not looked at: what is found there is not theirs,
//! unless it is most of what they held.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::corpus::{self, Walk};
use crate::error::Absence;
use crate::store::{Manifest, Root, Roots, lies_in, name_of};
use crate::system;

/// The disks that the roots of these ids lie on, and those that begin below them, as far as they were looked at.
pub(super) fn found(ids: &BTreeSet<String>, roots: &Roots, walk: &Walk) -> BTreeMap<String, u64> {
    let mut disks = walk.disks.clone();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for id in ids {
        let ends = id.match_indices('/').map(|(at, _)| at).chain([id.len()]);
        for folder in ends.map(|end| &id[..end]).filter(|folder| seen.insert(folder)) {
            let Some(place) = roots.place_of(folder) else { continue };
            if name_of(folder) == folder || place.is_dir() && system::begins_disk(&place) {
                disks.extend(system::disk_of(&place).map(|disk| (folder.to_owned(), disk)));
            }
        }
    }
    disks
}

/// The roots and folders below them that lie on another disk than before, with what is wrong: the outermost of those
/// that are `looked` at.
pub(super) fn changed(
    manifest: &Manifest,
    found: &BTreeMap<String, u64>,
    looked: &dyn Fn(&str) -> bool,
) -> Vec<(String, Absence)> {
    let mut changed: Vec<(String, Absence)> = Vec::new();
    for (name, root) in manifest.roots.iter().filter(|(name, root)| !leads_elsewhere(name, root)) {
        let now = found.keys().filter(|id| name_of(id) == name);
        let ids: BTreeSet<&String> = root.disks.keys().chain(now).collect();
        for id in ids.into_iter().filter(|id| looked(id)) {
            let Some(place) = manifest.roots.place_of(id).filter(|place| !is_other_link(root, id, place)) else {
                continue;
            };
            // a link above it is gone, not its disk
            let mut links = corpus::and_above(id).filter(|above| root.links.contains_key(*above));
            if links.any(|link| manifest.roots.place_of(link).is_some_and(|place| is_other_link(root, link, &place))) {
                continue;
            }
            let is_folder = place.is_dir();
            let now = || if is_folder { system::disk_of(&place) } else { system::disk_behind(&place) };
            let disk = found.get(id).copied().or_else(now);
            let is_same = match root.disks.get(id) {
                Some(before) => disk == Some(*before),
                // of roots that were looked at long ago no disk is known
                None => root.disks.is_empty() || id == name,
            };
            let is_inner = || changed.iter().any(|(outer, _)| lies_in(id, outer));
            if is_same || is_inner() || corpus::why_closed(&place).is_some() || !holds(manifest, id) {
                continue;
            }
            if !has_most(manifest, id) {
                changed.push((
                    id.clone(),
                    if root.disks.contains_key(id) { Absence::OtherDisk } else { Absence::Covered },
                ));
            }
        }
    }
    changed
}

/// Whether the index holds any file of an id.
pub(super) fn holds(manifest: &Manifest, id: &str) -> bool {
    known_below(manifest, id).next().is_some()
}

/// Whether half of the files that are known of an id, or more, are there in their size; those on disks of their own
/// below it do not count. Of an id that holds no others half of the places where those begin are to be there.
pub(super) fn has_most(manifest: &Manifest, id: &str) -> bool {
    let disks = manifest.roots.holding(id).into_iter().flat_map(|root| root.disks.keys());
    let inner: Vec<&String> = disks.filter(|disk| *disk != id && lies_in(disk, id)).collect();
    let (mut all, mut here) = (0_u64, 0_u64);
    for file in known_below(manifest, id).filter(|file| !inner.iter().any(|disk| lies_in(file, disk))) {
        let now = manifest.roots.place_of(file).and_then(|place| fs::metadata(place).ok());
        let size = manifest.known(file).map(|known| known.size);
        all += 1;
        here += u64::from(now.is_some_and(|now| now.is_file() && Some(now.len()) == size));
    }
    if all == 0 {
        for disk in inner.iter().filter(|disk| holds(manifest, disk)) {
            let place = manifest.roots.place_of(disk);
            all += 1;
            here += u64::from(place.is_some_and(|place| !corpus::is_gone(&place)));
        }
    }
    2 * here >= all
}

/// Whether any file that is known of an id is there, or may be.
pub(super) fn has_any(manifest: &Manifest, id: &str) -> bool {
    known_below(manifest, id).any(|file| manifest.roots.place_of(file).is_some_and(|place| !corpus::is_gone(&place)))
}

/// The files that are known of an id.
pub(super) fn known_below<'a>(manifest: &'a Manifest, id: &'a str) -> impl Iterator<Item = &'a String> {
    let below = format!("{id}/");
    let own = manifest.files.get_key_value(id).map(|(file, _)| file);
    let own = own.or_else(|| manifest.copies.get_key_value(id).map(|(file, _)| file));
    let files = manifest.files.range(below.clone()..).map(|(file, _)| file);
    let copies = manifest.copies.range(below..).map(|(file, _)| file);
    let is_below = move |file: &&String| lies_in(file, id);
    own.into_iter().chain(files.take_while(is_below)).chain(copies.take_while(is_below))
}

/// Whether something else lies at a place now than the link that lay there, or nothing: no disk is gone there. A file
/// is not covered by a disk, but a link may have come in its place.
pub(super) fn is_other_link(root: &Root, id: &str, place: &Path) -> bool {
    use io::ErrorKind::{InvalidInput, NotFound};
    let Some(before) = root.links.get(id) else {
        return place.is_symlink() && (place.is_file() || !root.disks.contains_key(id));
    };
    match fs::read_link(place) {
        // in one spelling
        Ok(now) => corpus::id_of(&now) != corpus::id_of(before),
        Err(error) => matches!(error.kind(), InvalidInput | NotFound),
    }
}

/// Whether a root was pointed elsewhere, on which nothing is gone: it is a link as it was before, what it led to lies
/// where it lay, or it lay on the disk of the folder around it, which is there. A link in the place of a folder may
/// have come when the disk of that was taken away.
fn leads_elsewhere(name: &str, root: &Root) -> bool {
    let before = root.target.as_ref().unwrap_or(&root.place);
    let now = fs::canonicalize(&root.place);
    let disk = root.disks.get(name);
    let is_link = root.target.is_some() && root.place.is_symlink();
    let is_there = || {
        let around = root.place.parent().and_then(system::disk_of);
        is_link || around == disk.copied() || system::disk_of(before) == disk.copied()
    };
    disk.is_some() && now.is_ok_and(|now| now != *before) && is_there()
}
