//! What is said at the command line beside what the library found: sentences, and lines of what is printed.

use std::time::Duration;

use jiff::civil::Date;

use crate::ingest::Summary;
use crate::search::ScoreBreakdown;

/// A sentence, or a line of what is printed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told<'a> {
    // of the output
    Output {
        said: &'a str,
    },
    OutputClosed,
    // of the file of settings
    InSettings {
        file: &'a str,
        line: usize,
        why: &'a str,
    },
    SettingsWritable {
        file: &'a str,
    },
    SettingsForeign {
        file: &'a str,
    },
    NoToml {
        said: &'a str,
    },
    /// The value of this key is none that an option takes.
    NoSetting {
        key: &'a str,
    },
    // of the index
    NoSuchPaths {
        paths: &'a str,
    },
    NoWatch,
    NoSignals {
        said: &'a str,
    },
    NoThread {
        said: &'a str,
    },
    // of serving
    Serving,
    /// The index follows changes until the user stops it.
    Watching,
    ServingTools {
        address: &'a str,
    },
    ShortToken {
        file: &'a str,
        least: usize,
    },
    NeedsToken {
        address: &'a str,
    },
    NotServed {
        address: &'a str,
        said: &'a str,
    },
    // of the index again
    NotWatched {
        said: &'a str,
        seconds: u64,
    },
    /// Another process writes to the index.
    Waiting {
        index: &'a str,
    },
    LeftOut {
        path: &'a str,
        why: &'a str,
    },
    OtherFormats {
        files: u64,
        each: &'a str,
    },
    /// What a run has done, with how many files were left out.
    Done {
        summary: &'a Summary,
        left_out: u64,
    },
    IndexLies {
        folder: &'a str,
    },
    /// What stands behind `--in-force` is no day.
    InForceToday {
        word: &'a str,
    },
    IndexedFirst {
        index: &'a str,
        corpus: &'a str,
    },
    ScanAt {
        done: usize,
        pages: usize,
    },
    Progress {
        done: u64,
        all: u64,
        /// How many seconds it may still take, where that can be told.
        left: Option<u64>,
    },
    // of answers
    Total {
        total: u64,
        more: bool,
        took: Duration,
    },
    MoreInDocument(u64),
    Also {
        places: &'a str,
        more: u64,
    },
    /// That a document is in force no more: its state, the documents that made it so, since when.
    Ended {
        state: &'a str,
        by: &'a str,
        since: Option<Date>,
        /// The last day, of a suspension that ends.
        until: Option<Date>,
    },
    Score(&'a ScoreBreakdown),
    Page(u32),
    AndMore(u64),
    LongQuery {
        number: usize,
        file: &'a str,
    },
    // of documents
    NameDocument,
    UnknownDocument {
        name: &'a str,
        number: Option<&'a str>,
    },
    WithoutText {
        file: &'a str,
    },
    NoLine {
        doc: &'a str,
        line: u32,
        last: usize,
    },
    Several {
        names: &'a str,
    },
    // of numbers, people and times
    NameNumber,
    OddNumber {
        typed: &'a str,
    },
    OddName {
        typed: &'a str,
    },
    MoreCitations(u64),
    Candidates {
        all: u64,
        cited: u64,
    },
    Register {
        all: u64,
        shown: u64,
    },
    Held,
    /// A text names another day of issue.
    OtherDay,
    /// The line of a draft that tells a day of issue, before what it says.
    DraftDay {
        line: usize,
        day: Date,
    },
    /// Which day a line of the index tells, before what it says.
    IndexDay(Date),
    /// What a draft names, and how much of it is to be looked at.
    Checked {
        all: u64,
        doubtful: u64,
    },
    Issued(Date),
    /// The state of a document by its name in JSON, since when it is so, and until when; of an amended one since when it
    /// is in force.
    State {
        state: &'a str,
        since: Option<Date>,
        until: Option<Date>,
    },
    /// What a document does to another or a part of it, or what is done to it or its part, by the name in JSON.
    Relation {
        relation: &'a str,
        part: Option<&'a str>,
        other: &'a str,
    },
    /// The last day on which a document is in force.
    LastDay(Date),
    /// The first on which it is in force no more.
    FirstDayWithout(Date),
    People {
        all: u64,
        shown: u64,
    },
    /// No time is told of the office of somebody.
    TermUntold,
    PersonAlso {
        names: &'a str,
    },
    Similar {
        names: &'a str,
    },
    SimilarNames {
        names: &'a str,
    },
    MorePassages(u64),
    Moments {
        all: u64,
        shown: u64,
    },
    /// Rows of a spreadsheet.
    Rows {
        all: u64,
        shown: u64,
    },
    // of files
    InputTooLong {
        bytes: u64,
    },
    InputUnread {
        why: &'a str,
    },
    CannotRead {
        file: &'a str,
        why: &'a str,
    },
    IsFolder,
    NotThere,
    PlainlyUnicode {
        file: &'a str,
        encoding: &'a str,
    },
    ReadApart,
    NotStated,
    AsFormatTells,
    CandidateEncoding {
        percent: usize,
        score: i64,
    },
    Font {
        font: &'a str,
        encoding: &'a str,
        letters: u64,
    },
    HeadingAt {
        line: usize,
        level: u8,
        text: &'a str,
    },
    PagesNotKnown,
    RecognizedPages(u64),
    Syllables {
        count: usize,

        section: &'a str,
        footnote: bool,
    },
    // of queries
    Understood {
        marked: bool,
        took_ms: f64,
    },
    SayNothing {
        words: &'a str,
    },
    WholeSymbols {
        symbols: &'a str,
    },
    CommonForms,
    NoForms,
    NoForm {
        typed: &'a str,
    },
    // of states
    MoreCopies(u64),
    /// How many files of it the index keeps.
    MissingRoot(u64),
    SumsRight,
    SumsUnknown,
    // of clusters
    #[cfg_attr(not(feature = "cluster"), allow(dead_code, reason = "of an option of clusters"))]
    NotInPart,
    Health {
        health: &'a str,
        unassigned: u64,
        missing: u64,
        reasons: &'a [String],
    },
    Shards {
        shards: u64,
        unassigned: u64,
    },
    // of figures
    GoldOdd {
        file: &'a str,
        line: u64,
        said: &'a str,
    },
    NoQueries {
        file: &'a str,
    },
    WeightsOdd {
        file: &'a str,
        said: &'a str,
    },
    HitsWithoutAnswer {
        hits: u64,
        of: u64,
    },
    MeanTime {
        ms: f64,
    },
    NoRise,
    Fall {
        set: &'a str,
        by: f64,
    },
    Chance,
    Verdict {
        against: &'a str,
    },
    InDraws {
        least: f64,
        most: f64,
    },
}
