//! Data files to phrases: the words that tell events and the words around them.

use std::sync::LazyLock;

use super::kind::EventKind;
use crate::mention::phrases::{Begins, Phrases, lines};
use crate::mention::prefixes::Prefixes;
use crate::text::{self, Word};

/// How words tell an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Names it.
    Noun,
    /// Tells that it happened.
    Verb,
    /// Tells it only together with a date.
    Weak,
    /// Tells it only with a date right behind.
    Beside,
    /// Tells it only together with a date, of a person who is named or meant before: `chết`.
    Own,
    /// Tells it only together with a date, before a name: `chiếm Phnôm Pênh`.
    Named,
    /// Tells it only together with a date, right between a person and a name: `ông sang Pháp`.
    Goes,
    /// Tells it only at the head of an item of a list, with its time in brackets or behind a comma:
    /// `Huân chương Kháng chiến (1985)`.
    Item,
    /// Tells it with a date right behind, or right behind a person where a part of a sentence with a date ends:
    /// `vua băng`.
    Ends,
    /// Tells it only together with a date, of a person, behind `bị` and who did it: `ông bị chính quyền Pháp bắt`.
    Passive,
}

/// What the words around say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Past,
    Not,
    If,
    While,
    May,
    Refer,
    Called,
    Bound,
    Until,
    Since,
    Term,
    When,
    Hold,
    Opens,
    Does,
    Same,
    Tenure,
    Later,
    Paper,
    Undone,
    None,
}

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Event(EventKind, Mode),
    /// The same in English.
    English(EventKind, Mode),
    /// The same in Vietnamese only: `in`.
    Vietnamese(EventKind, Mode),
    Cue(Cue),
}

/// What tells events, and what stands around it.
pub(super) struct Table {
    phrases: Phrases<Meaning>,
    /// The words with which an event may begin.
    begins: Begins,
    /// How these words begin.
    prefixes: Prefixes,
}

pub(super) static PHRASES: LazyLock<Table> = LazyLock::new(|| {
    let begins = lines(include_str!("../data/event_words.txt")).filter_map(|line| line.split(' ').nth(2));
    let mut table = Table { phrases: Phrases::new(), begins: Begins::default(), prefixes: Prefixes::of(begins) };
    for line in lines(include_str!("../data/event_cues.txt")) {
        let (cue, words) = line.split_once(' ').expect("a cue and its words");
        *table.phrases.place(words.split(' ')) = Some(Meaning::Cue(cue_named(cue)));
    }
    for line in lines(include_str!("../data/event_words.txt")) {
        let mut fields = line.splitn(3, ' ');
        let kind = fields.next().and_then(EventKind::named).expect("a kind of event");
        let form = fields.next().expect("how it is told");
        let mode = match form.trim_end_matches("-en").trim_end_matches("-vi") {
            "noun" => Mode::Noun,
            "verb" => Mode::Verb,
            "beside" => Mode::Beside,
            "own" => Mode::Own,
            "named" => Mode::Named,
            "goes" => Mode::Goes,
            "item" => Mode::Item,
            "ends" => Mode::Ends,
            "passive" => Mode::Passive,
            _ => Mode::Weak,
        };
        let event = match form.rsplit('-').next() {
            Some("en") => Meaning::English,
            Some("vi") => Meaning::Vietnamese,
            _ => Meaning::Event,
        };
        let words = fields.next().expect("the words");
        table.begins.add(text::key(words));
        *table.phrases.place(words.split(' ')) = Some(event(kind, mode));
    }
    table
});

fn cue_named(name: &str) -> Cue {
    match name {
        "past" => Cue::Past,
        "not" => Cue::Not,
        "if" => Cue::If,
        "while" => Cue::While,
        "may" => Cue::May,
        "refer" => Cue::Refer,
        "called" => Cue::Called,
        "bound" => Cue::Bound,
        "until" => Cue::Until,
        "since" => Cue::Since,
        "term" => Cue::Term,
        "when" => Cue::When,
        "hold" => Cue::Hold,
        "opens" => Cue::Opens,
        "does" => Cue::Does,
        "same" => Cue::Same,
        "later" => Cue::Later,
        "tenure" => Cue::Tenure,
        "paper" => Cue::Paper,
        "undone" => Cue::Undone,
        _ => Cue::None,
    }
}

impl Table {
    /// Where the next word begins with which an event may begin, from byte `at` on.
    pub(super) fn next_begin(&self, text: &str, at: usize) -> Option<usize> {
        self.prefixes.next(text, at)
    }

    /// Whether an event may begin with a word.
    pub(super) fn may_begin(&self, key: u64) -> bool {
        self.begins.has(key)
    }

    /// The node behind `node` and a word; 0 is the root.
    pub(super) fn step(&self, node: u32, key: u64) -> Option<u32> {
        self.phrases.step(node, key)
    }

    /// Whether a phrase that tells an event before `behind` ends at a node.
    pub(super) fn tells(&self, node: u32, behind: &str) -> bool {
        match self.phrases.meaning(node) {
            Some(Meaning::Event(_, Mode::Goes)) => behind.trim_start().starts_with(char::is_uppercase),
            meaning => {
                matches!(meaning, Some(Meaning::Event(..) | Meaning::English(..) | Meaning::Vietnamese(..)))
            }
        }
    }

    /// The longest phrase at the head of `words`: what it says and how many words it has.
    pub(super) fn longest(&self, words: &[Word]) -> Option<(Meaning, usize)> {
        self.phrases.longest(words.iter().map(|word| word.key))
    }
}
