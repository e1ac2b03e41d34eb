//! What was found and what the index holds to what is to be done: read only what is new.
//!
//! Size and time tell first whether a file has changed, then its content. Files of one content are
//! read once; the others are copies of it in the manifest.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use super::notice::RunNotice;
use super::packed::Packed;
use super::same::{is_same, is_same_time};
use super::scope::Scope;
use super::{Job, moved};
use crate::corpus::{self, Closed, Digest, Limits, Reason, Skipped, Source, Unreadable, Walk};
use crate::store::{Ceilings, CopyRecord, FileRecord, HandOver, Manifest, Tokens, Totals};
use crate::system;

/// A file that was written so shortly before it is read may change without another time: systems
/// count it in steps of up to two seconds.
const STEP_NS: u64 = 2_000_000_000;

/// Files that cannot be read just now, by their ids, and why: they stay as they are.
pub(super) type Held = HashMap<String, Unreadable>;

/// A file that needs a place in the index.
struct Newcomer {
    source: Source,
    /// Its content, where it is known.
    content: Option<Digest>,
    /// The file whose text it takes over, with what is known of it; it is read where there is none.
    heir_of: Option<(String, FileRecord)>,
}

/// What of a source was left out that may be read another time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Without {
    /// Whether it may be read at any time: it was not for lack of time, or by the system.
    pub is_passing: bool,
    /// The limits that it passed.
    pub limits: Option<Ceilings>,
}

impl Without {
    /// What of a source was left out, under these limits.
    pub(super) fn of(left_out: &[Skipped], limits: &Limits) -> Self {
        let mut without = Self::default();
        for left in left_out {
            let Reason::Unreadable(why) = &left.reason else { continue };
            without.is_passing |= why.is_passing() || matches!(why, Unreadable::TooSlow { .. });
            if why.is_of_limits() {
                without.limits = Some(limits.into());
            }
        }
        without
    }
}

/// What is to be done.
pub(super) struct Work {
    /// What to read.
    pub sources: Vec<Source>,
    /// The content of each source, where it is known.
    pub contents: Vec<Option<Digest>>,
    /// Which of the sources hold others.
    pub packed: Packed,
    /// What the index will hold, without what is to be read.
    pub manifest: Manifest,
    /// Files whose passages go.
    pub outdated: Vec<String>,
    /// What files that cannot be looked at take over of others, which held the same.
    pub handed_over: Vec<HandOver>,
    /// What was known of files that go.
    gone: HashMap<String, FileRecord>,
    /// Files that were known and are read anew, or take their text from what is.
    renewed: HashSet<String>,
    /// Files that are left out, and why.
    pub left_out: Vec<Skipped>,
    /// What is to be told of what is gone: id and notice.
    pub notices: Vec<(String, RunNotice)>,
    pub unchanged: u64,
    pub copies: u64,
    pub removed: u64,
    /// Times from here on may come again.
    recent: u64,
}

/// The copies of files, by the ids of these.
type CopiesOf = HashMap<String, Vec<String>>;

/// Whether a file is to be read even if it has not changed.
type Forced<'a> = dyn Fn(&Source, Option<&FileRecord>) -> bool + 'a;

impl Work {
    pub(super) fn plan(walk: &Walk, scope: &Scope, manifest: Manifest, job: &Job, held: &Held) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut work = Self {
            sources: Vec::new(),
            contents: Vec::new(),
            packed: Packed::default(),
            manifest,
            outdated: Vec::new(),
            handed_over: Vec::new(),
            gone: HashMap::new(),
            renewed: HashSet::new(),
            left_out: Vec::new(),
            notices: Vec::new(),
            unchanged: 0,
            copies: 0,
            removed: 0,
            recent: u64::try_from(now.as_nanos()).unwrap_or(u64::MAX).saturating_sub(STEP_NS),
        };
        let limits = Ceilings::from(&job.limits);
        let without_text = work.without_text();
        // what gave no document before is tried again where it is named, or may be read otherwise now
        let forced = |source: &Source, known: Option<&FileRecord>| {
            if known.and_then(|known| known.limits).is_some_and(|before| before != limits) {
                return true;
            }
            let gave_nothing = known.is_some() && without_text.contains(&source.id);
            let is_named = scope.names(&source.id);
            job.rebuild || gave_nothing && is_named || job.manner.bears_on(source, gave_nothing || is_named)
        };
        for (before, id) in moved::over_others(&work.manifest, walk) {
            work.put_in_place(&before, &id);
        }
        let mut newcomers = work.compare(&walk.sources, job, &forced, held);
        work.take_out(scope, walk);
        let heirs = work.take_over(walk, held);
        let closed: HashSet<&Path> = work.left_out.iter().map(|left| &*left.path).collect();
        let kept: HashSet<&str> =
            heirs.iter().filter(|heir| heir.heir_of.is_some()).map(|heir| &*heir.source.id).collect();
        let is_kept = |id: &str| work.manifest.known(id).is_some() || kept.contains(id);
        let unchanged = walk.sources.iter().filter(|source| is_kept(&source.id) && !closed.contains(&*source.path));
        work.unchanged = unchanged.count() as u64;
        newcomers.extend(heirs);
        work.deal(newcomers, &|source| job.manner.bears_on(source, scope.names(&source.id)));
        let mut sources =
            std::mem::take(&mut work.sources).into_iter().zip(std::mem::take(&mut work.contents)).collect();
        work.packed = Packed::set_apart(&mut sources, &work.manifest, walk, &|id| held.contains_key(id));
        (work.sources, work.contents) = sources.into_iter().unzip();
        work.left_out.splice(0..0, walk.skipped.iter().cloned());
        work
    }

    /// The files that gave no text, with their copies.
    fn without_text(&self) -> HashSet<String> {
        let files = self.manifest.files.keys().chain(self.manifest.copies.keys());
        files.filter(|id| !self.manifest.has_text(id)).cloned().collect()
    }

    /// The files that are new or have changed, with their contents.
    fn compare(&mut self, found: &[Source], job: &Job, forced: &Forced, held: &Held) -> Vec<Newcomer> {
        let mut doubtful = Vec::new();
        let mut known_of = Vec::new();
        for source in found {
            let known = self.manifest.known(&source.id);
            if let Some(why) = held.get(&source.id) {
                self.hold(source, self.manifest.has_text(&source.id), why);
                continue;
            }
            match known {
                Some(known) if is_same_time(&known, source) && !forced(source, Some(&known)) => {
                    if let Some(error) = source.is_closed.then(|| File::open(&source.path).err()).flatten() {
                        self.leave_as_before(source, &error);
                    }
                }
                known => {
                    doubtful.push(source);
                    known_of.push(known);
                }
            }
        }
        let mut newcomers = Vec::new();
        for ((source, known), content) in doubtful.iter().zip(known_of).zip(contents(&doubtful, job)) {
            match (known, content) {
                (Some(known), Ok(content)) if is_same(&known, source, content) && !forced(source, Some(&known)) => {
                    self.touch(source);
                }
                // what was indexed is better than nothing
                (Some(_), Err(error)) if !matches!(error.kind(), io::ErrorKind::NotFound) => {
                    self.leave_as_before(source, &error);
                }
                (_, content) => {
                    if known.is_some() {
                        self.renewed.insert(source.id.clone());
                    }
                    self.take_out_one(&source.id);
                    let content = content.ok().flatten();
                    newcomers.push(Newcomer { source: (*source).clone(), content, heir_of: None });
                }
            }
        }
        newcomers
    }

    /// Leaves a file as it is; one that gave nothing is left out.
    fn hold(&mut self, source: &Source, has_text: bool, why: &Unreadable) {
        let reason = if has_text { Reason::Closed(Closed::Unread(why.clone())) } else { why.reason() };
        self.left_out.push(Skipped { path: source.path.clone(), reason });
    }

    fn leave_as_before(&mut self, source: &Source, error: &io::Error) {
        let reason = Reason::Closed(Closed::NotNow(error.to_string()));
        self.left_out.push(Skipped { path: source.path.clone(), reason });
    }

    /// Notes the time of a file that holds what it held before.
    fn touch(&mut self, source: &Source) {
        let (modified, number) = (self.settled(source), system::number_of(&source.path));
        if let Some(file) = self.manifest.files.get_mut(&source.id) {
            (file.modified, file.number) = (modified, number);
        } else if let Some(copy) = self.manifest.copies.get_mut(&source.id) {
            (copy.modified, copy.number) = (modified, number);
        }
    }

    /// Takes out what is gone.
    fn take_out(&mut self, scope: &Scope, walk: &Walk) {
        let ids = self.manifest.files.keys().chain(self.manifest.copies.keys());
        let gone: Vec<String> = scope.lost(ids, walk, &self.manifest.roots).into_iter().cloned().collect();
        self.removed = gone.len() as u64;
        for (folder, files) in scope.emptied(&gone, &self.manifest.roots) {
            self.notices.push((folder, RunNotice::Emptied(files)));
        }
        gone.iter().for_each(|id| self.take_out_one(id));
        for (root, files) in scope.replaced(&gone, &self.manifest) {
            self.notices.push((root, RunNotice::Replaced(files)));
        }
    }

    fn take_out_one(&mut self, id: &str) {
        self.manifest.copies.remove(id);
        if let Some(file) = self.manifest.files.remove(id) {
            self.outdated.push(id.to_owned());
            self.gone.insert(id.to_owned(), file);
        }
    }

    /// Takes what is known of a file for what another is, of which nothing stays.
    fn put_in_place(&mut self, before: &str, id: &str) {
        self.take_out_one(id);
        let copy = self.manifest.copies.get(before).cloned().or_else(|| {
            let known = self.manifest.files.get(before)?;
            Some(CopyRecord { modified: known.modified, number: known.number, of: before.to_owned() })
        });
        self.manifest.copies.extend(copy.map(|copy| (id.to_owned(), copy)));
    }

    /// Copies of what goes are read themselves, or take its text over where that cannot be.
    fn take_over(&mut self, walk: &Walk, held: &Held) -> Vec<Newcomer> {
        let Manifest { copies, files, .. } = &mut self.manifest;
        let alone = copies.iter().filter(|(_, copy)| !files.contains_key(&copy.of));
        let alone: Vec<(String, CopyRecord)> = alone.map(|(id, copy)| (id.clone(), copy.clone())).collect();
        alone.iter().for_each(|(id, _)| drop(copies.remove(id)));
        let found: HashMap<&str, &Source> = match alone.is_empty() {
            true => HashMap::new(),
            false => walk.sources.iter().map(|source| (&*source.id, source)).collect(),
        };
        let told: HashSet<PathBuf> = self.left_out.iter().map(|left| left.path.clone()).collect();
        let mut heirs = Vec::new();
        for (id, copy) in alone {
            let (Some(&first), Some(path)) = (self.gone.get(&copy.of), self.manifest.roots.place_of(&id)) else {
                continue;
            };
            let seen = found.get(&*id).copied();
            let now = seen.map_or_else(|| Source::at(path.clone(), id.clone()), |source| Ok(source.clone()));
            match now.and_then(|source| Ok((Digest::of_source(&source)?, source))) {
                // what was not looked at may be another file now
                Ok((content, source))
                    if !held.contains_key(&id) && (seen.is_some() || content.is_some() && content == first.content) =>
                {
                    self.renewed.insert(id);
                    heirs.push(Newcomer { source, content, heir_of: None });
                    continue;
                }
                Err(error) if !told.contains(&path) => {
                    if let Some(source) = seen {
                        self.leave_as_before(source, &error);
                    }
                }
                _ => {}
            }
            let source = Source { path, id, size: first.size, modified_ns: copy.modified, is_closed: false };
            heirs.push(Newcomer { source, content: first.content, heir_of: Some((copy.of, first)) });
        }
        heirs
    }

    /// Parts what is to be read, some of it otherwise than before, from copies of it. Of files that hold the same the
    /// first by its id is read, whenever it came.
    fn deal(&mut self, mut newcomers: Vec<Newcomer>, otherwise: &dyn Fn(&Source) -> bool) {
        if newcomers.is_empty() {
            return;
        }
        newcomers.sort_by(|a, b| a.source.id.cmp(&b.source.id));
        // what gave nothing may give something when it is read otherwise
        let kept = self.manifest.files.iter().filter(|(id, _)| self.manifest.has_text(id));
        let mut firsts: HashMap<(Digest, &str, bool), String> = kept
            .filter_map(|(id, file)| Some(((file.content?, corpus::format_of(Path::new(id)), false), id.clone())))
            .collect();
        let mut copies = self.copies();
        for Newcomer { source, content, heir_of } in newcomers {
            let is_otherwise = heir_of.is_none() && otherwise(&source);
            let key = content.map(|content| (content, corpus::format_of(&source.path), is_otherwise));
            let first = key.and_then(|key| firsts.get(&key));
            if let Some(kept) = first.filter(|first| **first > source.id) {
                self.make_copy(&kept.clone(), &source.id, &mut copies);
            } else if let Some(first) = first {
                let number = system::number_of(&source.path);
                let copy = CopyRecord { modified: self.settled(&source), number, of: first.clone() };
                copies.entry(first.clone()).or_default().push(source.id.clone());
                self.manifest.copies.insert(source.id, copy);
                self.copies += u64::from(heir_of.is_none());
                continue;
            }
            firsts.extend(key.map(|key| (key, source.id.clone())));
            if let Some((of, file)) = heir_of {
                self.manifest.files.insert(source.id.clone(), FileRecord { modified: source.modified_ns, ..file });
                self.manifest.move_members(&of, &source.id);
                self.handed_over.push(HandOver::whole(&of, &source.id));
            } else {
                self.sources.push(source);
                self.contents.push(content);
            }
        }
    }

    /// Makes an indexed file, and its copies, copies of another.
    fn make_copy(&mut self, id: &str, of: &str, copies: &mut CopiesOf) {
        let seen = self.manifest.files.get(id).map(|file| (file.modified, file.number));
        let (modified, number) = seen.unwrap_or_default();
        self.renewed.insert(id.to_owned());
        self.take_out_one(id);
        let mut own = copies.remove(id).unwrap_or_default();
        for copy in &own {
            self.manifest.copies.entry(copy.clone()).and_modify(|copy| of.clone_into(&mut copy.of));
        }
        self.manifest.copies.insert(id.to_owned(), CopyRecord { modified, number, of: of.to_owned() });
        own.push(id.to_owned());
        copies.entry(of.to_owned()).or_default().append(&mut own);
    }

    /// The copies of each file that has some.
    fn copies(&self) -> CopiesOf {
        let mut copies = CopiesOf::new();
        for (id, copy) in &self.manifest.copies {
            copies.entry(copy.of.clone()).or_default().push(id.clone());
        }
        copies
    }

    /// Notes how many terms a file has taken over.
    pub(super) fn has_taken_over(&mut self, id: &str, tokens: Tokens) {
        if let Some(file) = self.manifest.files.get_mut(id) {
            file.tokens = tokens;
        }
    }

    /// Notes what an archive that stays as it is was given for its members.
    pub(super) fn has_gained(&mut self, id: &str, gained: Totals) {
        if let Some(file) = self.manifest.files.get_mut(id) {
            file.documents += gained.documents;
            file.passages += gained.passages;
            file.tokens += gained.tokens;
        }
    }

    /// Notes that a file which has not changed was read all the same, for what it was the first to hold is elsewhere now.
    pub(super) fn has_renewed(&mut self, number: usize) {
        let id = self.sources[number].id.clone();
        self.take_out_one(&id);
        self.renewed.insert(id);
        self.unchanged = self.unchanged.saturating_sub(1);
    }

    /// Whether the index will hold nothing but what is read now.
    pub(super) fn is_anew(&self) -> bool {
        self.manifest.files.is_empty()
    }

    /// Notes what a source has given, and what of it was left out.
    pub(super) fn has_read(&mut self, number: usize, given: Totals, without: Without) {
        let source = &self.sources[number];
        let now = Source::at(source.path.clone(), source.id.clone());
        let is_settled = now.is_ok_and(|now| now == *source) && !without.is_passing;
        let (modified, content) = if is_settled { (self.settled(source), self.contents[number]) } else { (0, None) };
        let Totals { documents, passages, tokens } = given;
        let (size, number, limits) = (source.size, system::number_of(&source.path), without.limits);
        let record = FileRecord { size, modified, number, content, documents, passages, tokens, limits };
        self.manifest.files.insert(source.id.clone(), record);
    }

    /// What failed to be read just now and was known, by itself or by a copy of it; when that comes again, with all
    /// others of its format.
    pub(super) fn failing(&self, unread: &HashMap<usize, Unreadable>, held: &Held) -> Held {
        let mut copies: HashMap<&str, Vec<&String>> = HashMap::new();
        let renewed = self.manifest.copies.iter().filter(|(id, _)| self.renewed.contains(*id));
        renewed.for_each(|(id, copy)| copies.entry(&*copy.of).or_default().push(id));
        let mut failing = Held::new();
        for (number, why) in unread.iter().filter(|(_, why)| why.is_passing()) {
            let id = &self.sources[*number].id;
            let copies = copies.get(&**id).map(Vec::as_slice).unwrap_or_default();
            if held.contains_key(id) || copies.is_empty() && !self.renewed.contains(id) {
                continue;
            }
            let format = corpus::format_of(Path::new(id));
            let others = self.renewed.iter().filter(|other| corpus::format_of(Path::new(other)) == format);
            let others = others.filter(|_| !held.is_empty());
            let ids = copies.iter().copied().chain(others).chain([id]);
            failing.extend(ids.map(|id| (id.clone(), why.clone())));
        }
        failing
    }

    /// Makes one of those that gave nothing and hold the same, and copies of the others.
    pub(super) fn join_empty(&mut self) {
        let mut firsts: HashMap<(Digest, &str), &String> = HashMap::new();
        let empty = self.manifest.files.iter().filter(|(id, _)| !self.manifest.has_text(id));
        let twins = empty.filter_map(|(id, file)| {
            let first = firsts.entry((file.content?, corpus::format_of(Path::new(id)))).or_insert(id);
            (*first != id).then(|| (id.clone(), (*first).clone()))
        });
        let twins: Vec<(String, String)> = twins.collect();
        let mut copies = if twins.is_empty() { CopiesOf::new() } else { self.copies() };
        twins.iter().for_each(|(id, first)| self.make_copy(id, first, &mut copies));
    }

    /// The copies of what could not be read, left out for the same reason; those of what is tried again are not kept.
    pub(super) fn has_failed(&mut self, failed: &HashMap<String, Unreadable>) -> Vec<Skipped> {
        let copies = self.manifest.copies.iter();
        let failures: Vec<(String, &Unreadable)> =
            copies.filter_map(|(id, copy)| Some((id.clone(), failed.get(&copy.of)?))).collect();
        let left_out = failures.into_iter().map(|(id, unread)| {
            if !unread.is_settled() {
                self.manifest.copies.remove(&id);
                self.copies = self.copies.saturating_sub(1);
            }
            Skipped { path: self.manifest.roots.place_of(&id).unwrap_or_default(), reason: unread.reason() }
        });
        left_out.collect()
    }

    /// The time of a source, if it will tell whether the file changes.
    fn settled(&self, source: &Source) -> u64 {
        if source.modified_ns < self.recent { source.modified_ns } else { 0 }
    }
}

/// The contents of files, read by as many threads as the job has.
fn contents(sources: &[&Source], job: &Job) -> Vec<io::Result<Option<Digest>>> {
    let threads = job.threads();
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::with_capacity(sources.len()));
    let read = || {
        while let Some((number, source)) = take(&next, sources) {
            let content = match corpus::is_too_large(source, &job.limits) {
                true => Ok(None),
                false => Digest::of_source(source),
            };
            found.lock().unwrap_or_else(PoisonError::into_inner).push((number, content));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(sources.len()) {
            // this thread does what another that cannot start would have done
            let _ = thread::Builder::new().spawn_scoped(scope, read);
        }
        read();
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, content)| content).collect()
}

fn take<'a>(next: &AtomicUsize, sources: &'a [&Source]) -> Option<(usize, &'a Source)> {
    let number = next.fetch_add(1, Ordering::Relaxed);
    sources.get(number).map(|source| (number, *source))
}
