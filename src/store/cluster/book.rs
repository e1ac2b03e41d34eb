//! What a cluster is told of commits, and of who writes: documents of one small index.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::client::{Body, Client, PATIENCE};
use super::failure::{Result, is_missing_index, sort};
use super::indexes::{Maker, make_index};
use super::mapping::{self, PROGRAM};
use super::names::Names;
use crate::error::{ClusterFault, Error, Flaw};
use crate::store::field::FORMAT;
use crate::store::manifest::{Manifest, Tokens, Totals};

/// The document that names the last commit.
const CURRENT: &str = "current";

/// Bytes of a list of files that go into one document.
const PART_BYTES: usize = 1 << 20;

/// The last commit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Current {
    pub(super) program: String,
    pub(super) format: u32,
    /// Which index holds its passages.
    pub(super) generation: u64,
    /// The run that has made it; passages that a later one has put there are of no commit.
    pub(super) run: u32,
    /// Whether passages of earlier runs are still to be taken out.
    pub(super) pending: bool,
    /// When it was made, in seconds since 1970.
    pub(super) written: u64,
    /// The roots and copies, as they are written down.
    pub(super) head: String,
    /// How many parts the list of files has.
    pub(super) parts: usize,
    /// How many parts has the list of files whose earlier passages are to be taken out.
    pub(super) outdated: usize,
    /// Documents, passages; terms that are exact, folded, of headings, and passages with headings of their own.
    pub(super) figures: [u64; 6],
}

impl Current {
    /// One that is made now by a run.
    pub(super) fn of(manifest: &Manifest, generation: u64, run: u32) -> Self {
        let Totals { documents, passages, tokens } = manifest.totals();
        let Tokens { exact, folded, context, headed } = tokens;
        Self {
            program: PROGRAM.to_owned(),
            format: FORMAT,
            generation,
            run,
            pending: false,
            written: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
            head: manifest.head(),
            parts: 0,
            outdated: 0,
            figures: [documents, passages, exact, folded, context, headed],
        }
    }

    pub(super) fn totals(&self) -> Totals {
        let [documents, passages, exact, folded, context, headed] = self.figures;
        Totals { documents, passages, tokens: Tokens { exact, folded, context, headed } }
    }

    /// Whether both name one commit, shown as far.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.generation, self.run, self.pending) == (other.generation, other.run, other.pending)
    }
}

/// What tells one state of a document from another.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    number: u64,
    term: u64,
}

/// Under which condition a document is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum If {
    /// There is none.
    New,
    /// It is still in this state.
    Is(State),
}

impl If {
    /// That it still is as it was found.
    pub(super) fn as_found(found: Option<State>) -> Self {
        found.map_or(Self::New, Self::Is)
    }
}

/// The documents of one archive that tell of its commits.
pub(super) struct Book<'a> {
    client: &'a Client,
    name: String,
    /// For how long what the cluster has no time for is sent again.
    patience: Duration,
}

impl<'a> Book<'a> {
    pub(super) fn of(client: &'a Client, names: &Names) -> Self {
        Self { client, name: names.book(), patience: PATIENCE }
    }

    /// One that sends nothing again.
    pub(super) fn hasty(client: &'a Client, names: &Names) -> Self {
        Self { patience: Duration::ZERO, ..Self::of(client, names) }
    }

    /// Makes it if it is not there.
    ///
    /// # Errors
    /// [`ClusterFault::Foreign`] if it is of somebody else, and where it cannot be made.
    pub(super) fn make(&self) -> Result<()> {
        let reply = self.client.ask("GET", &format!("{}/_mapping", self.name), &Body::None)?;
        if reply.is_done() {
            return match mapping::is_ours(&reply.answer[&self.name]) {
                true => Ok(()),
                false => Err(self.client.fault(ClusterFault::Foreign(self.name.clone()))),
            };
        }
        if !is_missing_index(&reply.answer) {
            return Err(self.client.fault(sort(reply.status, &reply.answer)));
        }
        make_index(self.client, &self.name, &mapping::book(), Maker::Any)
    }

    /// A document, if it is there, and its state.
    ///
    /// # Errors
    /// The cluster does not answer.
    pub(super) fn read(&self, id: &str) -> Result<Option<(Value, State)>> {
        let reply = self.client.ask("GET", &format!("{}/_doc/{id}", self.name), &Body::None)?;
        if reply.status == 404 && (is_missing_index(&reply.answer) || reply.answer["found"] == false) {
            return Ok(None);
        }
        let mut answer = self.client.expect(reply)?;
        let figure = |name: &str| answer[name].as_u64().unwrap_or_default();
        let state = State { number: figure("_seq_no"), term: figure("_primary_term") };
        Ok(Some((answer["_source"]["body"].take(), state)))
    }

    /// Writes a document under a condition; its state, or nothing if the condition does not hold.
    ///
    /// # Errors
    /// The cluster does not answer.
    pub(super) fn write(&self, id: &str, body: Value, condition: If) -> Result<Option<State>> {
        let condition = match condition {
            If::New => "op_type=create".to_owned(),
            If::Is(State { number, term }) => format!("if_seq_no={number}&if_primary_term={term}"),
        };
        let path = format!("{}/_doc/{id}?{condition}", self.name);
        let sent = Body::Json(json!({ "body": body }));
        let reply = self.client.insist("PUT", &path, &sent, self.patience)?;
        if reply.status == 409 {
            // it may have been sent twice
            return Ok(self.read(id)?.filter(|(known, _)| *known == body).map(|(_, state)| state));
        }
        let answer = self.client.expect(reply)?;
        let figure = |name: &str| answer[name].as_u64().unwrap_or_default();
        Ok(Some(State { number: figure("_seq_no"), term: figure("_primary_term") }))
    }

    /// The last commit, if there is one.
    ///
    /// # Errors
    /// [`ClusterFault::Foreign`], [`Error::OtherFormat`], or the cluster does not answer.
    pub(super) fn current(&self) -> Result<Option<(Current, State)>> {
        let Some((body, state)) = self.read(CURRENT)? else { return Ok(None) };
        if body["program"] != PROGRAM {
            return Err(self.client.fault(ClusterFault::Foreign(self.name.clone())));
        }
        let path = || self.client.address.typed.clone();
        if body["format"] != FORMAT {
            let found = body["format"].to_string();
            return Err(Error::OtherFormat { path: path(), found, expected: FORMAT });
        }
        match serde_json::from_value(body) {
            Ok(current) => Ok(Some((current, state))),
            Err(error) => Err(Error::Damaged { path: path(), flaw: Flaw::Said(error.to_string()) }),
        }
    }

    /// What can be told of the last commit, of whatever format: its roots.
    ///
    /// # Errors
    /// The cluster does not answer.
    pub(super) fn last(&self) -> Result<Manifest> {
        let read = self.read(CURRENT)?;
        let head = read.and_then(|(body, _)| body["head"].as_str().map(manifest_of)).unwrap_or_default();
        Ok(Manifest { roots: head.roots, ..Manifest::default() })
    }

    /// Names a commit, if the last one is still that which is known; nothing if it is not.
    ///
    /// # Errors
    /// The cluster does not answer.
    pub(super) fn name_commit(&self, commit: &Current, known: Option<State>) -> Result<Option<State>> {
        let body = serde_json::to_value(commit).unwrap_or_default();
        self.write(CURRENT, body, If::as_found(known))
    }

    /// Takes the name of the last commit out.
    ///
    /// # Errors
    /// The cluster does not answer.
    pub(super) fn forget(&self) -> Result<()> {
        let path = format!("{}/_doc/{CURRENT}", self.name);
        let reply = self.client.insist("DELETE", &path, &Body::None, self.patience)?;
        if reply.status == 404 { Ok(()) } else { self.client.expect(reply).map(drop) }
    }

    /// The list of files of a commit.
    ///
    /// # Errors
    /// [`Error::Damaged`] if a part of it is missing or cannot be understood.
    pub(super) fn manifest(&self, of: &Current) -> Result<Manifest> {
        let files = self.text("files", of.run, of.parts).map_err(|error| self.unless_replaced(of, error))?;
        let mut manifest = manifest_of(&(of.head.clone() + &files));
        match std::mem::take(&mut manifest.damaged) {
            0 => Ok(manifest),
            _ => Err(self.damaged(Flaw::Changed(Some(format!("files-{}", of.run))))),
        }
    }

    /// The files whose earlier passages a commit takes out.
    ///
    /// # Errors
    /// As of [`Self::manifest`].
    pub(super) fn outdated(&self, of: &Current) -> Result<Vec<String>> {
        let text = self.text("outdated", of.run, of.outdated)?;
        Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }

    /// What is wrong with a list of a commit: nothing, where that is no longer the last and its lists are gone.
    fn unless_replaced(&self, of: &Current, error: Error) -> Error {
        let is_other = |last: &Current| (last.generation, last.run) != (of.generation, of.run);
        let is_replaced = matches!(error, Error::Damaged { .. })
            && self.current().is_ok_and(|last| last.is_none_or(|(last, _)| is_other(&last)));
        if is_replaced { self.client.fault(ClusterFault::Replaced) } else { error }
    }

    fn damaged(&self, flaw: Flaw) -> Error {
        Error::Damaged { path: self.client.address.typed.clone(), flaw }
    }

    fn text(&self, kind: &str, run: u32, parts: usize) -> Result<String> {
        if parts == 0 {
            return Ok(String::new());
        }
        let ids: Vec<String> = (0..parts).map(|part| format!("{kind}-{run}-{part}")).collect();
        let path = format!("{}/_mget", self.name);
        let mut again = self.client.again();
        loop {
            let answer = self.client.answer("POST", &path, &Body::Json(json!({ "ids": ids })))?;
            match self.joined(&ids, &answer) {
                Err(error) if again.waits(&error) => {}
                joined => return joined,
            }
        }
    }

    fn joined(&self, ids: &[String], answer: &Value) -> Result<String> {
        let mut text = String::new();
        for (at, id) in ids.iter().enumerate() {
            let part = &answer["docs"][at];
            if !part["error"].is_null() {
                return Err(self.client.fault(sort(0, part)));
            }
            let part = part["_source"]["body"]["text"].as_str();
            text.push_str(part.ok_or_else(|| self.damaged(Flaw::Missing(id.clone())))?);
        }
        Ok(text)
    }

    /// Writes lines in parts; how many.
    ///
    /// # Errors
    /// The cluster does not take them.
    pub(super) fn write_text<'l>(&self, kind: &str, run: u32, lines: impl Iterator<Item = &'l str>) -> Result<usize> {
        let (mut parts, mut part) = (0, String::new());
        let mut put = |part: &mut String| {
            let body = json!({ "body": { "text": std::mem::take(part) } });
            let path = format!("{}/_doc/{kind}-{run}-{parts}", self.name);
            parts += 1;
            let reply = self.client.insist("PUT", &path, &Body::Json(body), self.patience)?;
            self.client.expect(reply).map(drop)
        };
        for line in lines {
            part.push_str(line);
            part.push('\n');
            if part.len() >= PART_BYTES {
                put(&mut part)?;
            }
        }
        if !part.is_empty() {
            put(&mut part)?;
        }
        Ok(parts)
    }

    /// Takes the lists of a commit out that is no longer the last.
    pub(super) fn tidy(&self, of: &Current) {
        let files = (0..of.parts).map(|part| ("files", part));
        for (kind, part) in files.chain((0..of.outdated).map(|part| ("outdated", part))) {
            // what stays takes room and nothing else
            let path = format!("{}/_doc/{kind}-{}-{part}", self.name, of.run);
            let _ = self.client.insist("DELETE", &path, &Body::None, Duration::ZERO);
        }
    }
}

/// A manifest of lines as they were written down; what cannot be understood is counted as damaged.
pub(super) fn manifest_of(text: &str) -> Manifest {
    let mut read = Manifest::default();
    text.lines().for_each(|line| read.damaged += u64::from(read.add(line).is_none()));
    read
}

#[cfg(test)]
mod tests {
    use super::super::stub::Stub;
    use super::*;

    #[test]
    fn a_list_that_a_node_has_no_room_for_is_read_again() {
        let names = Names::of("kho");
        let node = Stub::of(|at, _| match at {
            0 => (200, json!({ "docs": [{ "error": { "type": "circuit_breaking_exception", "reason": "full" } }] })),
            _ => (200, json!({ "docs": [{ "_source": { "body": { "text": "a\n" } } }] })),
        });
        assert_eq!(Book::of(&node.client, &names).text("files", 1, 1).unwrap(), "a\n");
    }

    #[test]
    fn a_list_that_another_commit_has_taken_out_is_not_damaged() {
        let names = Names::of("kho");
        let commit = |run: u32| Current { parts: 1, ..Current::of(&Manifest::default(), 1, run) };
        let check = |last: u32, expected: fn(&Error) -> bool| {
            let current = serde_json::to_value(commit(last)).unwrap();
            let node = Stub::of(move |_, (asked, _)| match asked.contains("_mget") {
                true => (200, json!({ "docs": [{ "found": false }] })),
                false => (200, json!({ "found": true, "_source": { "body": current } })),
            });
            let told = Book::of(&node.client, &names).manifest(&commit(3)).unwrap_err();
            assert!(expected(&told), "{told:?}");
        };
        check(4, |told| matches!(told, Error::Cluster { fault: ClusterFault::Replaced, .. }));
        check(3, |told| matches!(told, Error::Damaged { .. }));
    }
}
