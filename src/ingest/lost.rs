//! An index that is built anew to what is lost with it: the texts of files that nobody can look at or read.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::disks::{holds, known_below};
use super::notice::RunNotice;
use super::scope::{Scope, absence};
use super::work::Work;
use crate::corpus::{self, Closed, Reason, Skipped, Unreadable, Walk};
use crate::error::Absence;
use crate::store::{Manifest, name_of};
use crate::system;

/// Tells of all that was `known` and can neither be kept nor read anew.
pub(super) fn tell(scope: &mut Scope, walk: &mut Walk, known: &Manifest) {
    let told: HashSet<PathBuf> = walk.skipped.iter().chain(&scope.left_out).map(|left| left.path.clone()).collect();
    scope.left_out.extend(empty(walk, known).into_iter().filter(|left| !told.contains(&left.path)));
    let here: HashSet<&str> = walk.sources.iter().map(|source| &*source.id).collect();
    let mut lost: BTreeMap<String, u64> = BTreeMap::new();
    for left in walk.skipped.iter_mut().chain(&mut scope.left_out) {
        let (Reason::Closed(closed), Some(id)) = (&mut left.reason, known.roots.id_at(&left.path)) else { continue };
        let files = known_below(known, &id).filter(|file| !here.contains(&***file)).count() as u64;
        if let Closed::Absent(why) | Closed::Bare(why) = *closed {
            *closed = Closed::Lost(why);
        }
        if files > 0 {
            lost.insert(id, files);
        }
    }
    // the line that told where a root lies may be damaged
    for (name, files) in homeless(known) {
        let reason = Reason::Closed(Closed::Lost(Absence::Unknown));
        scope.left_out.push(Skipped { path: PathBuf::from(&name), reason });
        lost.insert(name, files);
    }
    // the line that named a file may be, too
    let told: HashSet<String> = walk.skipped.iter().filter_map(|left| known.roots.id_at(&left.path)).collect();
    for (name, files) in uncovered(known, &here, &|folder| told.contains(folder) || lost.contains_key(folder)) {
        lost.insert(name, files);
    }
    scope.notices.extend(lost.into_iter().map(|(id, files)| (id, RunNotice::Lost(files))));
}

/// The names of roots with how many files are known of them and are there, and are not looked at: neither themselves nor
/// folders around them are told of otherwise.
fn uncovered(known: &Manifest, here: &HashSet<&str>, is_told: &dyn Fn(&str) -> bool) -> BTreeMap<String, u64> {
    let mut uncovered = BTreeMap::new();
    for id in known.files.keys().chain(known.copies.keys()).filter(|id| !here.contains(&***id)) {
        let mut around = id.match_indices('/').map(|(at, _)| &id[..at]).chain([&**id]);
        let is_there = || known.roots.place_of(id).is_some_and(|place| !corpus::is_gone(&place));
        if !around.any(is_told) && is_there() {
            *uncovered.entry(name_of(id).to_owned()).or_default() += 1;
        }
    }
    uncovered
}

/// The texts that were `known` of what could not be read and is not kept, by files or by roots with several of them.
pub(super) fn unread(
    work: &Work,
    unread: &HashMap<usize, Unreadable>,
    known: &Manifest,
) -> impl Iterator<Item = (String, RunNotice)> {
    let ids: HashSet<&str> = unread.keys().map(|number| &*work.sources[*number].id).collect();
    let copies = work.manifest.copies.iter().filter(|(_, copy)| ids.contains(&*copy.of)).map(|(id, _)| &**id);
    let had_text = |id: &&str| known.has_text(id);
    let mut lost: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    ids.iter().copied().chain(copies).filter(had_text).for_each(|id| lost.entry(name_of(id)).or_default().push(id));
    let told = lost.into_iter().map(|(name, ids)| match ids[..] {
        [id] => (id.to_owned(), RunNotice::Lost(1)),
        _ => (name.to_owned(), RunNotice::Lost(ids.len() as u64)),
    });
    told.collect::<Vec<_>>().into_iter()
}

/// The names of roots of which only files are known, with how many; none where it is the list of files that is damaged:
/// no root has any.
fn homeless(known: &Manifest) -> BTreeMap<String, u64> {
    let mut homeless = BTreeMap::new();
    let ids = known.files.keys().chain(known.copies.keys());
    let (with_root, without): (Vec<&str>, Vec<&str>) =
        ids.map(|id| name_of(id)).partition(|name| known.roots.get(name).is_some());
    if known.roots.is_empty() || !with_root.is_empty() {
        without.into_iter().for_each(|name| *homeless.entry(name.to_owned()).or_default() += 1);
    }
    homeless
}

/// The roots in which nothing is found, and the disks in roots that are others than before, where no file is known: the
/// list of files may be damaged, too.
fn empty(walk: &Walk, known: &Manifest) -> Vec<Skipped> {
    let mut empty = Vec::new();
    let mut leave_out = |path: &Path, why| {
        empty.push(Skipped { path: path.to_owned(), reason: Reason::Closed(Closed::Lost(why)) });
    };
    for (name, root) in known.roots.iter().filter(|(name, _)| !holds(known, name)) {
        if walk.sources.iter().all(|source| name_of(&source.id) != name) {
            leave_out(&root.place, absence(&root.place, || true).unwrap_or(Absence::NothingLeft));
            continue;
        }
        for (id, disk) in &root.disks {
            let place = known.roots.place_of(id).filter(|place| system::disk_of(place) != Some(*disk));
            place.iter().for_each(|place| leave_out(place, Absence::OtherDisk));
        }
    }
    empty
}
