//! What the verbs beside `search` tell to other programs: one JSON object each.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::answer::ReadingFields;
use super::mentions::Place;
use super::notices::{Notices, code_of_run};
use crate::analysis::{Analysis, TokenKind};
use crate::archive::{Check, FieldSpace, Health, Line, Status};
use crate::corpus::{Skipped, id_of};
use crate::ingest::{self, Summary};
use crate::voice::Voice;

/// What `index` has done.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct Indexed<'a> {
    /// The folder of the index.
    pub index: String,
    /// Documents in the index now.
    pub documents: u64,
    /// Passages in the index now.
    pub passages: u64,
    /// Files read anew.
    pub read: u64,
    /// New files that hold the same as another one.
    pub copies: u64,
    /// Files that had not changed.
    pub unchanged: u64,
    /// Files that are no longer there.
    pub removed: u64,
    /// Bytes of the files read.
    pub bytes: u64,
    /// How long it took.
    pub took_ms: f64,
    /// Files left out, each with its reason.
    pub left_out: Vec<FileNote>,
    /// How many files have formats that are not read, by extension.
    pub other_formats: BTreeMap<&'a str, u64>,
    /// What was odd in files that were read.
    pub notices: Vec<FileNote>,
    /// The code of each of these notices, with its data.
    pub notice_codes: Vec<Value>,
}

impl<'a> Indexed<'a> {
    /// What a run has done with the index in a folder, as a voice says it.
    pub fn of(summary: &'a Summary, index: &Path, voice: &dyn Voice) -> Self {
        let file = |left: &Skipped| summary.roots.id_at(&left.path).unwrap_or_else(|| left.path.display().to_string());
        let note = |left: &Skipped| FileNote { file: file(left), reason: voice.reason(&left.reason) };
        let Summary { documents, passages, read, copies, unchanged, removed, bytes, .. } = *summary;
        let (notices, notice_codes) = (summary.notices.iter())
            .map(|(file, notice)| {
                (FileNote { file: file.clone(), reason: voice.run_notice(notice) }, code_of_run(file, notice))
            })
            .unzip();
        Self {
            index: index.display().to_string(),
            documents,
            passages,
            read,
            copies,
            unchanged,
            removed,
            bytes,
            took_ms: summary.took.as_secs_f64() * 1e3,
            left_out: summary.failures().map(note).collect(),
            other_formats: summary.other_formats(),
            notices,
            notice_codes,
        }
    }
}

/// A file and what is to be said of it.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct FileNote {
    /// Its path.
    pub file: String,
    /// What is to be said.
    pub reason: String,
}

/// A document, or some lines of it.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct Shown<'a> {
    /// The document's id.
    pub doc: &'a str,
    /// The file it comes from.
    pub file: &'a str,
    /// Other documents, or files, that hold the same.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub also: &'a [String],
    /// Its title, empty if it has none.
    pub title: &'a str,
    /// Its lines.
    pub lines: Vec<ShownLine<'a>>,
}

/// A line of a document.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct ShownLine<'a> {
    /// Its number, from 1.
    pub line: u32,
    /// The page on which it begins, from 1; nothing where pages are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// What it says.
    pub text: &'a str,
    /// Whether it is the one that was asked for.
    pub marked: bool,
}

impl<'a> ShownLine<'a> {
    /// A line of a document, not marked.
    pub fn of(line: &'a Line) -> Self {
        Self { line: line.number, page: line.page, text: &line.text, marked: false }
    }
}

/// How well an index answers queries whose answers are known.
#[derive(Debug, Serialize)]
pub struct Evaluated {
    /// The figures of each kind of query, and of `all` at the end.
    pub kinds: Vec<KindFigures>,
    /// How many queries have no answer.
    pub without_answer: u64,
    /// How many of those got hits all the same.
    pub hits_without_answer: u64,
    /// Mean time of a query.
    pub mean_ms: f64,
}

/// The figures of one kind of query.
#[derive(Clone, Debug, Serialize)]
pub struct KindFigures {
    /// The kind.
    pub kind: String,
    /// How many queries are of it.
    pub queries: u64,
    /// Mean reciprocal rank of the first answer among ten hits.
    pub mrr_10: f64,
    /// Normalized discounted cumulative gain of ten hits.
    pub ndcg_10: f64,
    /// The share of the answers among ten hits.
    pub recall_10: f64,
    /// The share of queries whose first hit is an answer.
    pub success_1: f64,
}

/// How other weights of ranking answer sets of queries.
#[derive(Debug, Serialize)]
pub struct ComparedSets {
    /// Each set.
    pub sets: Vec<ComparedSet>,
    /// The mean of the differences of the sets.
    pub mean_difference: f64,
    /// Whether the other weights are better.
    pub is_better: bool,
    /// What speaks against them.
    pub against: Vec<String>,
}

/// How other weights answer one set.
#[derive(Debug, Serialize)]
pub struct ComparedSet {
    /// The name of the set.
    pub set: String,
    /// How many queries have an answer.
    pub queries: u64,
    /// Mean reciprocal rank of the first answer among ten hits.
    pub mrr_10: f64,
    /// The same with the other weights.
    pub changed_mrr_10: f64,
    /// By how much it rises.
    pub difference: f64,
    /// Between what the difference lies in 95 of 100 draws of the queries.
    pub between: [f64; 2],
}

/// The state of an index.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct State {
    /// The folder of the index.
    pub index: String,
    /// How many documents it holds.
    pub documents: u64,
    /// How many passages it holds.
    pub passages: u64,
    /// From how many files.
    pub files: u64,
    /// How many more files hold the same as one of them.
    pub copies: u64,
    /// The names of the files and folders that were given.
    pub roots: Vec<String>,
    /// Where each of them lies.
    pub places: BTreeMap<String, String>,
    /// Those of them that are not there, or empty.
    pub missing: Vec<String>,
    /// How many files the index keeps of each of those.
    pub kept: BTreeMap<String, u64>,
    /// What was taken out of them on purpose and stays out.
    pub forgotten: Vec<String>,
    /// Its size on disk.
    pub bytes: u64,
    /// How long ago it was written; nothing if the system does not tell.
    pub age_seconds: Option<u64>,
    /// Files that gave no document: they are empty, or could not be read.
    pub without_text: Vec<String>,
    /// Files that have come since.
    pub new: Vec<String>,
    /// Files that have changed since.
    pub changed: Vec<String>,
    /// Files that are no longer there.
    pub vanished: Vec<String>,
    /// How many files have formats that are not read, by extension.
    pub other_formats: BTreeMap<String, u64>,
    /// Files of the index that are missing or whose checksum is wrong; nothing if they were not checked.
    pub damaged: Option<Vec<String>>,
    /// Whether there were checksums of all files to go by; nothing if they were not checked.
    pub has_sums: Option<bool>,
    /// What each field takes on disk; nothing if that was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<FieldState>>,
    /// How a cluster holds it; nothing of an index in a folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster: Option<ClusterState>,
}

/// How a cluster holds an index.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct ClusterState {
    /// `green`, `yellow` where copies of shards are not there, or `red` where shards are not there.
    pub health: &'static str,
    /// How many nodes the cluster has.
    pub nodes: u64,
    /// How many of them keep data.
    pub data_nodes: u64,
    /// How many shards there should be, with their copies.
    pub shards: u64,
    /// How many of these are on no node.
    pub unassigned: u64,
    /// How many shards are on no node, nor is any copy of them.
    pub missing: u64,
    /// Why some are on no node, as OpenSearch calls it.
    pub reasons: Vec<String>,
}

impl From<Health> for ClusterState {
    fn from(health: Health) -> Self {
        let Health { whole, nodes, data_nodes, shards, unassigned, missing, reasons } = health;
        Self { health: whole.as_str(), nodes, data_nodes, shards, unassigned, missing, reasons }
    }
}

impl State {
    /// What is known of the index in a folder, without a look at its files.
    pub fn of(index: &Path, status: Status) -> Self {
        let Status { documents, passages, files, copies, roots, without_text, bytes, cluster, age, changes } = status;
        let ingest::State { new, changed, vanished, missing, kept, other_formats } = changes;
        Self {
            index: index.display().to_string(),
            documents,
            passages,
            files,
            copies,
            places: roots.iter().map(|(name, root)| (name.to_owned(), id_of(&root.place))).collect(),
            roots: roots.iter().map(|(name, _)| name.to_owned()).collect(),
            forgotten: roots.iter().flat_map(|(_, root)| root.forgotten.iter().cloned()).collect(),
            missing,
            kept,
            without_text,
            bytes,
            age_seconds: age.map(|age| age.as_secs()),
            new,
            changed,
            vanished,
            other_formats,
            damaged: None,
            has_sums: None,
            fields: None,
            cluster: cluster.map(ClusterState::from),
        }
    }

    /// Takes what a look at its files has told.
    pub fn note(&mut self, check: Check) {
        self.damaged = Some(check.damaged.into_iter().map(|path| path.display().to_string()).collect());
        self.has_sums = Some(check.has_sums);
    }
}

/// What holds where nothing is typed.
#[derive(Debug, Serialize)]
pub struct Settings {
    /// The file of settings; nothing if there is none.
    pub file: Option<String>,
    /// Folders and addresses of indexes by their names.
    pub indexes: BTreeMap<String, String>,
    /// Every option that has a value.
    pub settings: Vec<Setting>,
}

/// The value of an option, and where it comes from.
#[derive(Debug, Serialize)]
pub struct Setting {
    /// The verb; nothing for an option of all verbs.
    pub verb: Option<String>,
    /// The option without its dashes.
    pub key: String,
    /// Its values.
    pub values: Vec<String>,
    /// `option`, `environment`, `file` or `built_in`.
    pub from: &'static str,
    /// The line of the file that says so.
    pub line: Option<usize>,
}

/// What a field takes on disk, in bytes.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct FieldState {
    /// The field; `stored` for the stored fields together.
    pub field: String,
    /// The dictionary of its terms.
    pub terms: u64,
    /// In which passages its terms stand, and how often.
    pub postings: u64,
    /// Where in them.
    pub positions: u64,
    /// How long each passage is.
    pub norms: u64,
    /// Values by passage, or texts as they are stored.
    pub values: u64,
    /// All of these.
    pub total: u64,
}

impl From<FieldSpace> for FieldState {
    fn from(space: FieldSpace) -> Self {
        let total = space.total();
        let field = if space.name.is_empty() { "stored".to_owned() } else { space.name };
        let FieldSpace { terms, postings, positions, norms, columns, stored, .. } = space;
        Self { field, terms, postings, positions, norms, values: columns + stored, total }
    }
}

/// A passage as a document was cut.
#[derive(Debug, Serialize)]
pub struct InspectedPassage<'a> {
    /// The document's id.
    pub doc: &'a str,
    /// The document's title.
    pub title: &'a str,
    /// `body` or `footnote`.
    pub kind: &'static str,
    /// First and last line, from 1.
    pub lines: (u32, u32),
    /// The headings above it.
    pub section: &'a [String],
    /// How many syllables it has.
    pub syllables: usize,
    /// Its text.
    pub text: &'a str,
}

/// A stretch of a document that was judged to be a person, an event, an office, or none.
#[derive(Debug, Serialize)]
pub struct InspectedMention<'a> {
    /// The document's id.
    pub doc: &'a str,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Its words as they stand.
    pub text: &'a str,
    /// `person`, `event` or `office`.
    pub kind: &'static str,
    /// How a person is named, what happened, how an office is given; `none` for what is nothing of the kind.
    pub verdict: &'static str,
    /// The rules that decided, in order.
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    pub rules: &'a [&'a str],
}

/// A token of a text.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct InspectedToken<'a> {
    /// How many words stand before it.
    pub position: usize,
    /// Whether it is a whole symbol rather than a word.
    pub whole: bool,
    /// As it is written.
    pub text: &'a str,
    /// Its exact form.
    pub exact: &'a str,
    /// Its folded form.
    pub folded: &'a str,
}

impl<'a> InspectedToken<'a> {
    /// The tokens of a text, and the bytes of it that each takes.
    pub fn of(text: &'a str, analysis: &'a Analysis) -> impl Iterator<Item = (Self, std::ops::Range<usize>)> {
        analysis.tokens().map(|token| {
            let fields = Self {
                position: token.position,
                whole: token.kind == TokenKind::Whole,
                text: &text[token.start..token.end],
                exact: token.exact,
                folded: token.folded,
            };
            (fields, token.start..token.end)
        })
    }
}

/// What was understood of a query, and what is looked up.
#[derive(Debug, Serialize)]
pub struct InspectedQuery<'a> {
    /// What was understood.
    pub reading: ReadingFields<'a>,
    /// The groups of words.
    pub groups: Vec<InspectedGroup>,
    /// What must not be there.
    pub excluded: Vec<InspectedGroup>,
    /// Whether it was typed with diacritics.
    pub marked: bool,
    /// What its writer should know.
    #[serde(flatten)]
    pub notices: Notices,
    /// The terms that rank passages; none without an index.
    pub terms: Vec<InspectedTerm>,
    /// How long it took to understand it, in milliseconds.
    pub took_ms: f64,
}

/// A short form and what it stands for.
#[derive(Debug, Serialize)]
pub struct InspectedAbbreviation<'a> {
    /// The short form.
    pub short: &'a str,
    /// The long form.
    pub long: &'a str,
    /// In how many passages it is defined; none for those that only the table of common ones has.
    pub passages: Option<u64>,
}

/// Words typed side by side.
#[derive(Debug, Serialize)]
pub struct InspectedGroup {
    /// The words in exact form.
    pub words: Vec<String>,
    /// Those of them that say nothing by themselves.
    pub stop_words: Vec<String>,
    /// Whole symbols.
    pub symbols: Vec<String>,
    /// Whether they must stand side by side.
    pub phrase: bool,
}

/// A term of the index that a query looks for.
#[derive(Debug, Serialize)]
pub struct InspectedTerm {
    /// What it looks for.
    pub kind: String,
    /// The term.
    pub term: String,
    /// In how many passages it stands.
    pub passages: u64,
}

/// What an index is made of.
#[derive(Debug, Serialize)]
pub struct InspectedIndex {
    /// The format it is written in.
    pub format: u32,
    /// How many documents it holds.
    pub documents: u64,
    /// How many passages it holds.
    pub passages: u64,
    /// The parts it consists of.
    pub segments: usize,
    /// Bytes of its files by what they hold.
    pub bytes: BTreeMap<String, u64>,
}

/// A text that is not JSON itself, such as a manual page.
#[derive(Debug, Serialize)]
pub struct Text<'a> {
    /// The text.
    pub text: &'a str,
}
