//! The paths of a job to what is looked at, and what was found there to which files are gone.
//!
//! A root that is not there, or of which no file is left though the index holds some, is not looked at: its disk
//! may come back. So may that of a folder below a root.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::disks::{self, holds};
use super::named::{named, parts};
use super::notice::RunNotice;
use super::unseen::{self, Unseen};
use crate::corpus::{self, Apart, Closed, Forgotten, Reason, Skipped, Source, Start, Unreadable, Walk};
use crate::error::Absence;
use crate::store::{Manifest, Roots, lies_in, name_of, place_of};

/// What a job looks at.
#[derive(Default)]
pub(super) struct Scope {
    /// The ids that are looked at: of files, of folders with all that is below them.
    ids: BTreeSet<String>,
    /// The ids of the paths that were named.
    named: HashSet<String>,
    /// The roots, and disks below roots, that are not looked at, with what is wrong with them.
    missing: BTreeMap<String, Absence>,
    /// The disks that are there, by the ids of roots and folders where they begin.
    disks: BTreeMap<String, u64>,
    /// What links lead to.
    links: BTreeMap<String, PathBuf>,
    /// Ids of files and folders that were taken under another id, with that.
    second: BTreeMap<String, String>,
    /// The id that a place had to which a root is moved.
    displaced: Option<String>,
    /// Whether nobody is to look: all that it holds counts as gone.
    is_gone: bool,
    /// Patterns of paths below the roots that are passed over.
    pub excluded: Vec<String>,
    /// What is to be told of paths that are not there.
    pub left_out: Vec<Skipped>,
    /// What is to be told of roots: id and notice.
    pub notices: Vec<(String, RunNotice)>,
}

impl Scope {
    /// What the paths name, and all roots if there are none or all are wanted. New roots are taken in.
    pub(super) fn of(paths: &[PathBuf], all: bool, manifest: &mut Manifest) -> Self {
        let mut scope = Self::default();
        let mut paths: Vec<&PathBuf> = paths.iter().collect();
        // a folder before what lies in it
        paths.sort_by_cached_key(|path| place_of(path));
        for path in &paths {
            if path.exists() && !path.is_file() && !path.is_dir() {
                scope.leave_out(path, Reason::Unreadable(Unreadable::NotAFile));
                continue;
            }
            match named(path, manifest) {
                Some(id) => {
                    scope.ids.insert(id);
                }
                None => {
                    scope.leave_out(path, corpus::why_closed(path).unwrap_or(Reason::Unreadable(Unreadable::NotThere)))
                }
            }
        }
        scope.named = scope.ids.iter().cloned().collect();
        if paths.is_empty() || all {
            manifest.roots.iter().for_each(|(name, root)| scope.ids.extend(parts(name, root)));
        }
        scope.completed(manifest)
    }

    /// What is indexed of the root of this name, which was moved to where what lay there was known by the id
    /// `displaced`.
    pub(super) fn of_moved(name: &str, displaced: Option<String>, manifest: &Manifest) -> Self {
        let ids = manifest.roots.get(name).map(|root| parts(name, root));
        Self { ids: ids.into_iter().flatten().collect(), displaced, ..Self::default() }.completed(manifest)
    }

    fn completed(mut self, manifest: &Manifest) -> Self {
        self.add_inner(&manifest.roots);
        self.check_roots(manifest);
        self.check_ids(manifest);
        self
    }

    /// What lies in these ids, all of which is to go.
    pub(super) fn gone(ids: Vec<String>) -> Self {
        Self { ids: ids.into_iter().collect(), is_gone: true, ..Self::default() }
    }

    /// The ids of which all is to go.
    pub(super) fn forgotten(&self) -> &BTreeSet<String> {
        static NONE: BTreeSet<String> = BTreeSet::new();
        if self.is_gone { &self.ids } else { &NONE }
    }

    /// Adds the roots that lie below what is looked at, and what was named once and a walk passes over.
    fn add_inner(&mut self, roots: &Roots) {
        // through links or not
        let places = |id: &String| {
            let place = roots.place_of(id);
            [place.as_ref().and_then(|place| fs::canonicalize(place).ok()), place].into_iter().flatten()
        };
        let around: Vec<PathBuf> = self.ids.iter().flat_map(places).collect();
        let is_inner = |id: &String| places(id).any(|place| around.iter().any(|around| place.starts_with(around)));
        for (name, root) in roots.iter() {
            self.ids.extend(parts(name, root).into_iter().filter(is_inner));
            let inner = root.named.iter().filter(|named| self.ids.iter().any(|id| lies_in(named, id)));
            let inner: Vec<String> = inner.cloned().collect();
            self.ids.extend(inner);
        }
    }

    /// Leaves out the roots that are not there.
    fn check_roots(&mut self, manifest: &Manifest) {
        let names: BTreeSet<String> = self.ids.iter().map(|id| name_of(id).to_owned()).collect();
        for name in names {
            let Some(root) = manifest.roots.get(&name) else { continue };
            let is_folder = || manifest.known(&name).is_none() && holds(manifest, &name);
            if let Some(why) = absence(&root.place, is_folder) {
                self.miss(manifest, &name, &root.place, why);
            }
        }
    }

    /// Leaves out a root that is not there, and tells why it is taken so.
    fn miss(&mut self, manifest: &Manifest, name: &str, place: &Path, why: Absence) {
        let closed = if holds(manifest, name) { Closed::Absent(why) } else { Closed::Bare(why) };
        self.leave_out(place, Reason::Closed(closed));
        self.ids.retain(|id| name_of(id) != name);
        self.missing.insert(name.to_owned(), why);
    }

    /// Notes what disks a walk has found, and leaves out roots and folders below them that lie on another than before:
    /// these, with what is wrong.
    fn check_disks(&mut self, manifest: &Manifest, walk: &Walk) -> Vec<(String, Absence)> {
        self.disks = disks::found(&self.ids, &manifest.roots, walk);
        self.links.clone_from(&walk.links);
        self.second.clone_from(&walk.second);
        let changed = disks::changed(manifest, &self.disks, &|id| self.looks_at(id) || self.looks_below(id));
        self.ids.retain(|inner| !changed.iter().any(|(id, _)| lies_in(inner, id)));
        self.missing.extend(changed.iter().cloned());
        self.disks.retain(|inner, _| !corpus::and_above(inner).any(|above| self.missing.contains_key(above)));
        changed
    }

    /// Takes what is closed by the path under which it is known: under another, nothing of it could be read.
    fn keep_closed(&self, manifest: &Manifest, walk: &mut Walk) {
        let second = &walk.second;
        let known_as = |id: &str| {
            let others = second.iter().filter(|(_, first)| lies_in(id, first));
            let mut ids = others.map(|(other, first)| format!("{other}{}", &id[first.len()..]));
            ids.find(|other| manifest.known(other).is_some())
        };
        let mut is_changed = false;
        for source in walk.sources.iter_mut().filter(|source| source.is_closed) {
            if manifest.known(&source.id).is_none()
                && let Some(id) = known_as(&source.id)
                && let Some(path) = manifest.roots.place_of(&id)
            {
                (source.id, source.path) = (id, path);
                is_changed = true;
            }
        }
        if is_changed {
            walk.sources.sort_by(|a, b| a.id.cmp(&b.id));
        }
    }

    /// Leaves out roots of which parts were named, where nothing of those is left, nor of the whole.
    fn check_parts(&mut self, manifest: &Manifest, walk: &Walk) {
        let is_named = |name: &str| {
            let mut ids = self.ids.iter().filter(|id| name_of(id) == name);
            !self.ids.contains(name) && ids.any(|id| disks::holds(manifest, id))
        };
        let found: HashSet<&str> = walk.sources.iter().map(|source| name_of(&source.id)).collect();
        let is_empty = |name: &str| !found.contains(name) && walk.second.keys().all(|id| name_of(id) != name);
        let empty = manifest.roots.iter().filter(|(name, _)| is_named(name) && is_empty(name));
        let empty = empty.filter(|(name, _)| !disks::has_any(manifest, name));
        let gone: Vec<(String, PathBuf)> = empty.map(|(name, root)| (name.to_owned(), root.place.clone())).collect();
        for (name, place) in gone {
            self.miss(manifest, &name, &place, Absence::NoneNamed);
        }
    }

    /// Notes where the roots lead that were looked at, and which disks they lie on and hold; that a root leads
    /// elsewhere than before is told.
    pub(super) fn note(&mut self, walk: &Walk, manifest: &mut Manifest) {
        if self.is_gone {
            return self.note_forgotten(manifest);
        }
        let unseen = Unseen::of(walk, &manifest.roots);
        // of what was kept in a folder that can be listed and not entered, too
        let closed = walk.skipped.iter().filter(|left| matches!(left.reason, Reason::Closed(_)));
        let closed = closed.filter_map(|left| manifest.roots.id_at(&left.path)).filter(|id| holds(manifest, id));
        let kept: Vec<String> = closed.collect();
        let with_files = folders_of(walk.sources.iter().map(|source| &source.id).chain(&kept));
        let looked: Vec<String> = manifest.roots.iter().map(|(name, _)| name.to_owned()).collect();
        for name in looked.iter().filter(|name| self.ids.iter().any(|id| name_of(id) == **name)) {
            let held = holds(manifest, name);
            let Some(root) = manifest.roots.get_mut(name) else { continue };
            // where nobody can tell it leads where it led
            let target = match fs::canonicalize(&root.place) {
                Ok(target) => Some(target).filter(|target| *target != root.place),
                Err(_) => root.target.clone(),
            };
            if held && target != root.target {
                let place = |target: &Option<PathBuf>| target.as_ref().unwrap_or(&root.place).display().to_string();
                let (now, before) = (place(&target), place(&root.target));
                self.notices.push((name.clone(), RunNotice::LeadsElsewhere { now, before }));
            }
            root.target = target;
            let is_kept = |id: &str| self.is_missing(id) || !self.looks_at(id) || unseen.holds(id);
            // whether a second path still leads to what nobody can look at is not seen at that
            let is_out = |first: &str| self.is_missing(first) || unseen.holds(first);
            let ways = root.second.iter().filter(|(_, first)| is_out(first)).map(|(way, _)| way.clone());
            let ways: BTreeSet<String> = ways.collect();
            let is_way = |id: &str| {
                ways.contains(id) || ways.range(format!("{id}/")..).next().is_some_and(|way| lies_in(way, id))
            };
            root.disks.retain(|id, _| is_kept(id) && !self.looks_below(id) || is_way(id));
            root.links.retain(|id, _| is_kept(id) || is_way(id));
            root.second.retain(|id, _| is_kept(id) || is_way(id));
            let found = self.disks.iter().filter(|(id, _)| name_of(id) == name);
            root.disks.extend(found.map(|(id, disk)| (id.clone(), *disk)));
            let found = self.links.iter().filter(|(id, _)| name_of(id) == name);
            root.links.extend(found.map(|(id, target)| (id.clone(), target.clone())));
            let found = self.second.iter().filter(|(id, _)| name_of(id) == name);
            root.second.extend(found.map(|(id, first)| (id.clone(), first.clone())));
            // of what was followed the new place is known already, and that holds
            root.folders.retain(|id, _| is_kept(id));
            let found = walk.folders.iter().filter(|(id, _)| name_of(id) == name && with_files.contains(&***id));
            root.folders.extend(found.map(|(id, number)| (id.clone(), *number)));
        }
    }

    /// Drops what is known of disks, links and second paths in what is forgotten: of all else nothing was looked at.
    fn note_forgotten(&self, manifest: &mut Manifest) {
        let is_left = |id: &str| !corpus::and_above(id).any(|above| self.ids.contains(above));
        let names: Vec<String> = manifest.roots.iter().map(|(name, _)| name.to_owned()).collect();
        for name in &names {
            let Some(root) = manifest.roots.get_mut(name) else { continue };
            root.disks.retain(|id, _| is_left(id));
            root.links.retain(|id, _| is_left(id));
            root.folders.retain(|id, _| is_left(id));
            root.second.retain(|id, first| is_left(id) && is_left(first));
        }
    }

    /// The folders below roots that are there and empty now, with how many of the files that are gone lay in each.
    pub(super) fn emptied(&self, gone: &[String], roots: &Roots) -> BTreeMap<String, u64> {
        let mut emptied = BTreeMap::new();
        if self.is_gone {
            return emptied;
        }
        let mut known: BTreeMap<&str, bool> = BTreeMap::new();
        let look =
            |folder: &str| roots.place_of(folder).is_some_and(|place| absence(&place, || true) == Some(Absence::Empty));
        for file in gone.iter().filter(|file| !self.is_displaced(file)) {
            for folder in file.match_indices('/').skip(1).map(|(at, _)| &file[..at]) {
                if *known.entry(folder).or_insert_with(|| look(folder)) {
                    *emptied.entry(folder.to_owned()).or_default() += 1;
                    break;
                }
            }
        }
        emptied
    }

    /// The roots of which several files were known and none is left, with how many: another disk may lie there.
    pub(super) fn replaced(&self, gone: &[String], left: &Manifest) -> BTreeMap<String, u64> {
        let mut replaced: BTreeMap<String, u64> = BTreeMap::new();
        if !self.is_gone {
            // what is taken under another id now is there
            let is_second = |id: &str| corpus::and_above(id).any(|above| self.second.contains_key(above));
            let gone = gone.iter().filter(|id| !self.is_displaced(id) && !is_second(id));
            gone.for_each(|id| *replaced.entry(name_of(id).to_owned()).or_default() += 1);
        }
        let has_left = |name: &str| {
            disks::known_below(left, name).any(|file| !self.is_missing(file))
                || self.second.keys().any(|id| name_of(id) == name)
        };
        replaced.retain(|name, files| *files > 1 && !has_left(name));
        replaced
    }

    /// Tells of paths that are neither there nor in the index.
    fn check_ids(&mut self, manifest: &Manifest) {
        let nothing = |id: &String| {
            let place = manifest.roots.place_of(id)?;
            (corpus::is_gone(&place) && !holds(manifest, id)).then_some((id.clone(), place))
        };
        let nothing: Vec<(String, PathBuf)> = self.ids.iter().filter_map(nothing).collect();
        for (id, place) in nothing {
            if self.named.contains(&id) {
                self.leave_out(&place, Reason::Unreadable(Unreadable::NotThere));
            }
            self.ids.remove(&id);
        }
    }

    fn leave_out(&mut self, path: &Path, reason: Reason) {
        self.left_out.push(Skipped { path: path.to_owned(), reason });
    }

    /// The roots, and disks below roots, that are not there, with what is wrong with them.
    pub(super) fn missing(&self) -> impl Iterator<Item = (&str, Absence)> {
        self.missing.iter().map(|(id, why)| (&**id, *why))
    }

    /// Whether a file was named itself.
    pub(super) fn names(&self, id: &str) -> bool {
        self.named.contains(id)
    }

    /// The files that are there; the index in `own` is none. A root of which none is left is not looked at.
    pub(super) fn walk(&mut self, manifest: &Manifest, own: &Path) -> Walk {
        if self.is_gone {
            return Walk::default();
        }
        let mut walk = self.walk_roots(&manifest.roots, own);
        unseen::keep_links(manifest, &mut walk);
        // without a disk that has come in the place of another, what links on it lead to is taken where it lies
        let mut others: BTreeMap<PathBuf, Absence> = BTreeMap::new();
        loop {
            let changed = self.check_disks(manifest, &walk);
            if changed.is_empty() {
                break;
            }
            others.extend(changed.into_iter().filter_map(|(id, why)| Some((manifest.roots.place_of(&id)?, why))));
            walk = self.walk_roots(&manifest.roots, own);
            unseen::keep_links(manifest, &mut walk);
        }
        walk.skipped.retain(|left| !left.path.ancestors().any(|above| others.contains_key(above)));
        let told = |(path, why)| Skipped { path, reason: Reason::Closed(Closed::Absent(why)) };
        walk.skipped.extend(others.into_iter().map(told));
        let is_forgotten = |id: &String| manifest.roots.holding(id).is_some_and(|root| root.forgotten.contains(id));
        walk.skipped.retain(|left| !manifest.roots.id_at(&left.path).as_ref().is_some_and(is_forgotten));
        self.keep_closed(manifest, &mut walk);
        self.check_parts(manifest, &walk);
        // what is taken under another id is there
        let found = walk.sources.iter().map(|source| &source.id).chain(walk.second.keys());
        let with_files: HashSet<&str> = found.map(|id| name_of(id)).collect();
        let closed = |place: &Path| walk.skipped.iter().any(|left| left.path == place);
        let whole = manifest.roots.iter().filter(|(name, _)| self.ids.contains(*name) && !with_files.contains(name));
        let emptied: Vec<(String, PathBuf)> = whole
            .filter(|(name, root)| holds(manifest, name) && !closed(&root.place))
            .map(|(name, root)| (name.to_owned(), root.place.clone()))
            .collect();
        for (name, place) in emptied {
            self.miss(manifest, &name, &place, Absence::NothingLeft);
        }
        walk
    }

    fn walk_roots(&self, roots: &Roots, own: &Path) -> Walk {
        let real = |path: &Path| fs::canonicalize(path).ok();
        let (mut apart, mut forgotten) =
            (Apart::new(), Forgotten { patterns: self.excluded.clone(), ..Forgotten::default() });
        for (name, root) in roots.iter() {
            // what lies at the place of a root that is not there may be known elsewhere
            let is_missing = self.missing.contains_key(name);
            let is_its = |(real, id): &(PathBuf, String)| !is_missing || roots.id_at(real).is_none_or(|at| at == *id);
            let known = parts(name, root).into_iter().filter_map(|id| Some((real(&roots.place_of(&id)?)?, id)));
            apart.extend(known.filter(is_its).map(|(real, id)| (real, Some(id))));
            let around = real(&root.place);
            for place in root.forgotten.iter().filter_map(|id| roots.place_of(id)) {
                let below = around.as_ref().zip(place.strip_prefix(&root.place).ok());
                let itself = below.map(|(around, below)| around.join(below)).filter(|_| !place.is_symlink());
                forgotten.real.extend(itself);
                forgotten.paths.insert(place);
            }
        }
        for (id, place) in self.missing.keys().filter_map(|id| Some((id, roots.place_of(id)?))) {
            // what lies there now may lead to what is known elsewhere
            let is_itself = |real: &PathBuf| roots.id_at(real).is_none_or(|at| at == *id);
            apart.extend(
                real(&place).filter(is_itself).filter(|_| name_of(id) != id).map(|real| (real, Some(id.clone()))),
            );
            forgotten.missing.insert(place);
        }
        apart.insert(own.to_owned(), None);
        let start = |id: &String| {
            let root = roots.holding(id)?.place.clone();
            Some(Start { path: roots.place_of(id)?, id: id.clone(), root })
        };
        let starts = self.ids.iter().filter_map(start);
        let is_there = |start: &Start| !corpus::is_gone(&start.path);
        let is_own = |start: &Start| real(&start.path).is_some_and(|path| path.starts_with(own));
        corpus::walk_from(starts.filter(|start| is_there(start) && !is_own(start)).collect(), &apart, &forgotten)
    }

    /// Which of these files were indexed and are there no more: not those that nobody could look at.
    pub(super) fn lost<'a>(
        &self,
        files: impl Iterator<Item = &'a String>,
        walk: &Walk,
        roots: &Roots,
    ) -> Vec<&'a String> {
        let here: HashSet<&str> = walk.sources.iter().map(|source: &Source| &*source.id).collect();
        let unseen = Unseen::of(walk, roots);
        let is_gone = |file: &str| self.is_displaced(file) || self.looks_at(file) && !unseen.holds(file);
        let is_lost = |file: &&String| !here.contains(&***file) && is_gone(file);
        files.filter(is_lost).collect()
    }

    /// Whether a file lies where another root has been moved to, by the id that it had before.
    fn is_displaced(&self, file: &str) -> bool {
        self.displaced.as_ref().is_some_and(|outer| lies_in(file, outer))
    }

    fn looks_at(&self, file: &str) -> bool {
        corpus::and_above(file).any(|folder| self.ids.contains(folder)) && !self.is_missing(file)
    }

    /// Whether something below a folder is looked at.
    fn looks_below(&self, folder: &str) -> bool {
        let below = format!("{folder}/");
        self.ids.range(below.clone()..).next().is_some_and(|id| id.starts_with(&below))
    }

    /// Whether an id is, or lies in, what is not there.
    fn is_missing(&self, id: &str) -> bool {
        corpus::and_above(id).any(|folder| self.missing.contains_key(folder))
    }
}

/// The folders that files and folders lie in, near or far, by id.
fn folders_of<'i>(ids: impl Iterator<Item = &'i String>) -> HashSet<&'i str> {
    let mut folders = HashSet::new();
    for id in ids {
        let mut folder = &**id;
        // of a folder that is known those above are known, too
        while let Some((above, _)) = folder.rsplit_once('/').filter(|(above, _)| folders.insert(*above)) {
            folder = above;
        }
    }
    folders
}

/// Why a root is not looked at: a folder that holds nothing may be where a disk was.
pub(super) fn absence(place: &Path, holds: impl Fn() -> bool) -> Option<Absence> {
    // what cannot be looked at is told by the walk
    let known = match fs::metadata(place) {
        Err(_) if corpus::why_closed(place).is_some() => return None,
        Err(_) => return Some(Absence::Gone),
        Ok(known) => known,
    };
    if known.is_file() && holds() {
        return Some(Absence::NowFile);
    }
    let is_visible = |name: &std::ffi::OsStr| !name.as_encoded_bytes().starts_with(b".");
    let mut entries = fs::read_dir(place).ok().filter(|_| holds())?;
    let is_empty = !entries.any(|entry| entry.is_ok_and(|entry| is_visible(&entry.file_name())));
    is_empty.then_some(Absence::Empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::FileRecord;

    #[test]
    fn what_nobody_could_look_at_is_not_lost() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("in")).expect("made");
        fs::create_dir_all(at("empty")).expect("made");
        fs::create_dir_all(at("disk")).expect("made");
        fs::write(at("in/here.txt"), "x").expect("written");
        let mut manifest = Manifest::default();
        for root in ["in", "empty", "disk"] {
            manifest.roots.add(&at(root));
        }
        let kept = ["in/here.txt", "in/closed/a/b.txt", "in/closed", "empty/a.txt", "disk/a/b.txt", "in2/a.txt"];
        let gone = ["in/a.txt", "in/b/a.txt", "in/closed-not/a.txt"];
        let files: Vec<String> = kept.iter().chain(&gone).map(|file| (*file).to_owned()).collect();
        manifest.files.extend(files.iter().map(|file| (file.clone(), FileRecord::default())));
        fs::remove_dir(at("disk")).expect("removed");
        let mut scope = Scope::of(&[], false, &mut manifest);
        let told: Vec<&Path> = scope.left_out.iter().map(|left| &*left.path).collect();
        assert_eq!(told, [at("disk").canonicalize().unwrap_or(at("disk")), at("empty")]);
        let mut walk = scope.walk(&manifest, &at("index"));
        let place = |id: &str| manifest.roots.place_of(id).expect("a root holds it");
        let closed = Reason::Closed(Closed::Denied);
        walk.skipped.push(Skipped { path: place("in/closed"), reason: closed });
        assert_eq!(scope.lost(files.iter(), &walk, &manifest.roots), gone.iter().collect::<Vec<_>>());
        #[cfg(unix)]
        {
            // a disk may have been behind a folder
            for link in ["link", "file"] {
                std::os::unix::fs::symlink("nowhere", at("in").join(link)).expect("linked");
            }
            fs::create_dir_all(at("in/copy")).expect("made");
            std::os::unix::fs::symlink("copy", at("in/second")).expect("linked");
            let files = ["in/link/a.txt", "in/file", "in/second/a.txt"].map(str::to_owned);
            manifest.files.extend(files.iter().map(|file| (file.clone(), FileRecord::default())));
            let mut walk = scope.walk(&manifest, &at("index"));
            assert_eq!(scope.lost(files.iter(), &walk, &manifest.roots), ["in/file", "in/second/a.txt"]);
            // what is closed is so by all its paths
            walk.skipped.push(Skipped { path: place("in/copy"), reason: Reason::Closed(Closed::Denied) });
            assert_eq!(scope.lost(files.iter(), &walk, &manifest.roots), ["in/file"]);
        }
    }

    #[test]
    fn what_lies_in_a_root_belongs_to_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("docs/sub/.x")).expect("made");
        fs::create_dir_all(at("more")).expect("made");
        fs::write(at("more/a.txt"), "x").expect("written");
        fs::write(at("more/b.txt"), "x").expect("written");
        fs::write(at("docs/sub/.x/a.log"), "x").expect("written");
        let mut manifest = Manifest::default();
        let mut ids = |paths: &[&str]| {
            let paths: Vec<PathBuf> = paths.iter().map(|path| at(path)).collect();
            Scope::of(&paths, false, &mut manifest).ids.into_iter().collect::<Vec<_>>()
        };
        assert_eq!(ids(&["docs/sub"]), ["sub"]);
        assert_eq!(ids(&["docs", "docs/sub"]), ["docs", "sub"]);
        assert_eq!(ids(&["docs/sub/.x/a.log"]), ["sub/.x/a.log"]);
        assert_eq!(ids(&["docs"]), ["docs", "sub", "sub/.x/a.log"]);
        assert_eq!(ids(&["more/a.txt"]), ["more/a.txt"]);
        assert_eq!(ids(&["more/b.txt", "more/a.txt"]), ["more/a.txt", "more/b.txt"]);
        assert_eq!(ids(&["more"]), ["more", "more/a.txt", "more/b.txt"]);
        assert_eq!(ids(&["docs/sub/none.txt"]), [""; 0]);
        assert_eq!(manifest.roots.iter().count(), 3);
    }
}
