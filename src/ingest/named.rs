//! Paths as they are typed to ids, and roots to the ids of what is indexed of them.

use std::fs;
use std::path::Path;

use super::disks::holds;
use crate::corpus;
use crate::store::{Manifest, Root, Roots, lies_in, name_of};

/// The id of a path that is there, or that is known; a new root where it lies in none.
pub(super) fn named(path: &Path, manifest: &mut Manifest) -> Option<String> {
    if !path.exists() {
        return known(path, manifest);
    }
    let roots = &mut manifest.roots;
    let Some(id) = roots.id_of(path) else { return Some(roots.add(path)) };
    if let Some(first) = known_as(&id, path, roots) {
        return Some(first);
    }
    let root = roots.get_mut(name_of(&id))?;
    // what was taken out below it stays so until it is named itself
    root.forgotten.remove(&id);
    let is_left_out = root.forgotten.iter().any(|forgotten| lies_in(&id, forgotten));
    let is_named = root.named.iter().any(|named| lies_in(&id, named));
    match id.split_once('/') {
        None => root.is_part = false,
        Some((_, rest)) => {
            // what is known by another path may be forgotten there
            let is_second = root.second.keys().any(|second| lies_in(&id, second));
            let is_passed_over = || corpus::is_passed_over(&root.place, &corpus::path_of(rest), path.is_file(), &[]);
            let is_walked = !root.is_part && !is_second && !is_passed_over();
            if !is_named && (is_left_out || !is_walked) {
                root.named.insert(id.clone());
            }
        }
    }
    Some(id)
}

/// The id by which a walk knows what a path below a root leads to, where that is another.
fn known_as(id: &str, path: &Path, roots: &Roots) -> Option<String> {
    let real = fs::canonicalize(path).ok().filter(|_| name_of(id) != id)?;
    let first = roots.id_behind(&real).filter(|first| first != id)?;
    let root = roots.holding(&first)?;
    let is_named = || root.named.iter().any(|named| lies_in(&first, named));
    let is_reached = || match first.split_once('/') {
        None => !root.is_part,
        Some((_, rest)) => {
            !root.is_part && !corpus::is_passed_over(&root.place, &corpus::path_of(rest), path.is_file(), &[])
        }
    };
    // what is forgotten there may be known by this path
    let is_whole = root.forgotten.iter().all(|forgotten| !lies_in(&first, forgotten) && !lies_in(forgotten, &first));
    (is_whole && (is_named() || is_reached())).then_some(first)
}

/// What is indexed of a root.
pub(super) fn parts(name: &str, root: &Root) -> Vec<String> {
    if root.is_part { root.named.iter().cloned().collect() } else { vec![name.to_owned()] }
}

/// The id of a root or of what the index holds, by its path or by its name.
pub(super) fn known(path: &Path, manifest: &Manifest) -> Option<String> {
    let ids = [manifest.roots.id_of(path), Some(corpus::id_of(path))].into_iter().flatten();
    let mut known = ids.filter(|id| manifest.roots.get(id).is_some() || holds(manifest, id));
    known.next()
}
