//! Documents to a committed index in a cluster.
//!
//! A run puts passages beside those of the runs before, by ids of its own, so that nothing of the last commit changes
//! until the next is named. Naming it is one write under a condition; what is to go then is noted with it, so that
//! whoever comes next can finish what a run has begun that was killed.

use std::collections::BTreeSet;
use std::sync::Mutex;

use serde_json::json;

use super::book::{Current, State};
use super::bulk;
use super::client::Body;
use super::failure::Result;
use super::feeder::Feeder;
use super::form::passage_of;
use super::indexes::{Maker, make_index, remove_index};
use super::lock::WriteLock;
use super::mapping::{self, KEPT};
use super::names::Spot;
use super::passages::{fetch, text};
use super::sender::{Sender, held};
use super::sweep::{Runs, show, spots, sweep};
use crate::error::{ClusterFault, Error, Flaw};
use crate::store::handed::HandOver;
use crate::store::manifest::{Manifest, Totals};
use crate::store::sink::{Feed, Sink};
use crate::store::writing::Writing;

/// Passages that are read together.
const READ_TOGETHER: usize = 500;

/// The one who writes to an index in a cluster.
pub struct Writer {
    lock: WriteLock,
    current: Option<(Current, State)>,
    /// Files whose passages of earlier runs go with the next commit.
    outdated: Mutex<BTreeSet<String>>,
    sender: Sender,
}

impl Writer {
    /// Opens the index that is locked, or makes a new one, with what it holds already. What a run that was killed has
    /// left is finished, if it was committed, else taken out.
    ///
    /// # Errors
    /// [`Error::OtherFormat`] and [`Error::Damaged`] for an index that cannot be continued, and where the cluster cannot
    /// be asked or written.
    pub fn open(lock: &WriteLock) -> Result<(Self, Manifest)> {
        let book = lock.book();
        let current = book.current()?;
        let generation = current.as_ref().map_or(u64::from(lock.run()), |(current, _)| current.generation);
        let there = remove_others(lock, Some(generation))?;
        let index = lock.names().passages(generation);
        let writer = Self {
            lock: lock.clone(),
            current,
            outdated: Mutex::default(),
            sender: Sender::of(lock.clone(), generation),
        };
        let Some((current, _)) = &writer.current else {
            make_index(lock.client(), &index, &mapping::passages(), Maker::Own)?;
            return Ok((writer, Manifest::default()));
        };
        if !there {
            let path = lock.place().to_owned();
            return Err(Error::Damaged { path, flaw: Flaw::Missing(index) });
        }
        let manifest = book.manifest(current)?;
        let last = current.run;
        let writer = writer.finished()?;
        show(lock, &index)?;
        sweep(lock, &index, Runs::Behind(last), None)?;
        show(lock, &index)?;
        Ok((writer, manifest))
    }

    /// Removes an index that cannot be continued.
    ///
    /// # Errors
    /// The cluster does not remove it.
    pub fn discard(lock: &WriteLock) -> Result<()> {
        lock.book().forget()?;
        remove_others(lock, None).map(drop)
    }

    /// Takes out what the last commit leaves to be taken out, and shows the rest.
    fn finished(mut self) -> Result<Self> {
        self.take_out_pending()?;
        Ok(self)
    }

    fn take_out_pending(&mut self) -> Result<()> {
        let Some((current, state)) = self.current.take() else { return Ok(()) };
        if !current.pending {
            self.current = Some((current, state));
            return Ok(());
        }
        let (book, index) = (self.lock.book(), self.lock.names().passages(current.generation));
        sweep(&self.lock, &index, Runs::Before(current.run), Some(&book.outdated(&current)?))?;
        show(&self.lock, &index)?;
        let done = Current { pending: false, ..current };
        let named = book.name_commit(&done, Some(state))?.ok_or_else(|| self.lost());
        self.current = Some((done, named?));
        Ok(())
    }

    fn lost(&self) -> Error {
        self.lock.client().fault(ClusterFault::LockLost)
    }

    fn remove_index(&self, generation: u64) -> Result<()> {
        remove_index(self.lock.client(), &self.lock.names().passages(generation))
    }

    /// Takes out all that this run has put in, as far as the cluster lets it.
    fn undo(&self) -> Result<()> {
        self.lock.client().answer("GET", "", &Body::None)?;
        let generation = self.sender.generation();
        if self.current.as_ref().is_none_or(|(current, _)| current.generation != generation) {
            return self.remove_index(generation);
        }
        if self.sender.has_put_nothing() {
            return Ok(());
        }
        show(&self.lock, &self.sender.index())?;
        sweep(&self.lock, &self.sender.index(), Runs::Only(self.sender.run()), None)?;
        show(&self.lock, &self.sender.index())
    }
}

impl Writing for Writer {
    fn usual_mode(&self) -> u32 {
        // who may read is for the cluster to say
        0
    }

    fn is_kept(&self) -> bool {
        false
    }

    fn keep_from_others(&self) {}

    fn is_damaged(&self) -> bool {
        false
    }

    fn clear(&self) -> Result<()> {
        if !self.sender.begin_generation() {
            return Ok(());
        }
        held(&self.outdated).clear();
        make_index(self.lock.client(), &self.sender.index(), &mapping::passages(), Maker::Own)
    }

    fn commit(&mut self, manifest: &Manifest) -> Result<()> {
        self.sender.flush()?;
        self.lock.check()?;
        let (run, generation) = (self.sender.run(), self.sender.generation());
        let book = self.lock.book();
        let before = self.current.take();
        let is_anew = before.as_ref().is_none_or(|(before, _)| before.generation != generation);
        if is_anew {
            // nobody looks at it yet
            show(&self.lock, &self.sender.index())?;
        }
        let outdated = std::mem::take(&mut *held(&self.outdated));
        let named: Vec<String> = outdated.iter().map(|file| json!(file).to_string()).collect();
        let (head, text) = (manifest.head(), manifest.to_text());
        let files = text.strip_prefix(&*head).unwrap_or_default();
        let commit = Current {
            pending: !is_anew,
            parts: book.write_text("files", run, files.lines())?,
            outdated: book.write_text("outdated", run, named.iter().map(String::as_str))?,
            ..Current::of(manifest, generation, run)
        };
        let state = before.as_ref().map(|(_, state)| *state);
        let state = book.name_commit(&commit, state)?.ok_or_else(|| self.lost())?;
        self.current = Some((commit, state));
        self.take_out_pending()?;
        if let Some((before, _)) = before {
            if before.generation != generation {
                // what was opened before tells whoever asks it to ask again
                self.remove_index(before.generation)?;
            }
            self.lock.book().tidy(&before);
        }
        self.sender.begin_run()
    }

    fn abandon(self: Box<Self>) -> Option<Error> {
        // the next run takes out what stays
        let _ = self.undo();
        None
    }

    fn finish(self: Box<Self>) -> Result<()> {
        Ok(())
    }
}

impl Sink for Writer {
    fn feeder(&self) -> Box<dyn Feed + '_> {
        Box::new(Feeder::of(&self.sender))
    }

    fn remove(&self, files: &[&String]) -> Result<()> {
        held(&self.outdated).extend(files.iter().map(|file| (*file).clone()));
        let own: Vec<String> =
            files.iter().filter(|file| self.sender.has_put(file)).map(|file| (*file).clone()).collect();
        if own.is_empty() {
            return Ok(());
        }
        self.sender.flush()?;
        show(&self.lock, &self.sender.index())?;
        sweep(&self.lock, &self.sender.index(), Runs::Only(self.sender.run()), Some(&own))
    }

    fn hand_over(&self, given: &HandOver) -> Result<Totals> {
        let Some((current, _)) = &self.current else { return Ok(Totals::default()) };
        let index = self.lock.names().passages(current.generation);
        let of_file = json!({ "term": { "file": { "value": given.from } } });
        let known = json!({ "range": { "run": { "lte": current.run } } });
        let query = json!({ "bool": { "filter": [of_file, known] } });
        let (mut feeder, mut last) = (Feeder::of(&self.sender), None);
        let (mut totals, mut docs) = (Totals::default(), BTreeSet::new());
        loop {
            let found: Vec<Spot> = spots(&self.lock, &index, &query, last)?;
            let Some(end) = found.last() else { break };
            last = Some(*end);
            for some in found.chunks(READ_TOGETHER) {
                let read = || fetch(self.lock.client(), &index, some, &["doc", "file", KEPT]);
                let fetched = bulk::patiently(&self.lock, read)?;
                for (spot, passage) in some.iter().zip(fetched) {
                    let read = |of: &serde_json::Value| passage_of(text(of, "doc"), text(of, "file"), text(of, KEPT));
                    let passage = passage.as_ref().and_then(read).ok_or_else(|| Error::Damaged {
                        path: self.lock.place().to_owned(),
                        flaw: Flaw::Changed(Some(index.clone())),
                    })?;
                    let Some(doc) = given.name(&passage.doc) else { continue };
                    totals.passages += 1;
                    totals.tokens += feeder.add_again(passage, (&doc, &given.to), spot.ordinal as usize)?;
                    docs.insert(doc);
                }
            }
        }
        feeder.flush()?;
        totals.documents = docs.len() as u64;
        Ok(totals)
    }
}

/// Removes the passages of all generations but one, which a run that was killed has left; whether that one is there.
fn remove_others(lock: &WriteLock, generation: Option<u64>) -> Result<bool> {
    let (start, kept) = (lock.names().passages_of_any(), generation.map(|kept| lock.names().passages(kept)));
    let path = format!("_cat/indices/{start}*?format=json&h=index");
    let listed = lock.client().answer("GET", &path, &Body::None)?;
    let names = listed.as_array().into_iter().flatten().filter_map(|index| index["index"].as_str());
    let is_generation = |name: &&str| {
        let number = name.strip_prefix(&*start).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
    };
    let mut is_there = false;
    for name in names.filter(is_generation) {
        if Some(name) == kept.as_deref() {
            is_there = true;
            continue;
        }
        remove_index(lock.client(), name)?;
    }
    Ok(is_there)
}
