//! Data files to phrases: the words that tell events and the words around them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::kind::EventKind;
use crate::mention::prefixes::Prefixes;
use crate::mention::words::{self, Word};

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
    None,
}

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Event(EventKind, Mode),
    /// The same in English.
    English(EventKind, Mode),
    Cue(Cue),
}

/// The phrases as a tree of words.
pub(super) struct Phrases {
    steps: FxHashMap<(u32, u64), u32>,
    meanings: Vec<Option<Meaning>>,
    /// Whether an event may begin with a word, by the low bits of a hash of its key.
    first: Box<[bool; 1 << FILTER]>,
    /// How the words begin with which an event may begin.
    prefixes: Prefixes,
}

const FILTER: u32 = 14;

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let begins = lines(include_str!("../data/event_words.txt")).filter_map(|line| line.split(' ').nth(2));
    let mut phrases = Phrases {
        steps: FxHashMap::default(),
        meanings: vec![None],
        first: Box::new([false; 1 << FILTER]),
        prefixes: Prefixes::of(begins),
    };
    for line in lines(include_str!("../data/event_cues.txt")) {
        let (cue, words) = line.split_once(' ').expect("a cue and its words");
        phrases.add(words, Meaning::Cue(cue_named(cue)));
    }
    for line in lines(include_str!("../data/event_words.txt")) {
        let mut fields = line.splitn(3, ' ');
        let kind = fields.next().and_then(EventKind::named).expect("a kind of event");
        let form = fields.next().expect("how it is told");
        let mode = match form.trim_end_matches("-en") {
            "noun" => Mode::Noun,
            "verb" => Mode::Verb,
            "beside" => Mode::Beside,
            "own" => Mode::Own,
            "named" => Mode::Named,
            _ => Mode::Weak,
        };
        let event = if form.ends_with("-en") { Meaning::English } else { Meaning::Event };
        phrases.add(fields.next().expect("the words"), event(kind, mode));
    }
    phrases
});

pub(super) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

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
        _ => Cue::None,
    }
}

impl Phrases {
    fn add(&mut self, words: &str, meaning: Meaning) {
        let mut node = 0;
        for word in words.split(' ') {
            let key = words::key(word);
            if node == 0 && !matches!(meaning, Meaning::Cue(_)) {
                self.first[slot(key)] = true;
            }
            let next = self.meanings.len() as u32;
            let step = *self.steps.entry((node, key)).or_insert(next);
            if step == next {
                self.meanings.push(None);
            }
            node = step;
        }
        self.meanings[node as usize] = Some(meaning);
    }

    /// Where the next word begins with which an event may begin, from byte `at` on.
    pub(super) fn next_begin(&self, text: &str, at: usize) -> Option<usize> {
        self.prefixes.next(text, at)
    }

    /// Whether an event may begin with a word.
    pub(super) fn may_begin(&self, key: u64) -> bool {
        self.first[slot(key)]
    }

    /// The node behind `node` and a word; 0 is the root.
    pub(super) fn step(&self, node: u32, key: u64) -> Option<u32> {
        self.steps.get(&(node, key)).copied()
    }

    /// Whether a phrase that tells an event ends at a node.
    pub(super) fn tells(&self, node: u32) -> bool {
        matches!(self.meanings[node as usize], Some(Meaning::Event(..) | Meaning::English(..)))
    }

    /// The longest phrase at the head of `words`: what it says and how many words it has.
    pub(super) fn longest(&self, words: &[Word]) -> Option<(Meaning, usize)> {
        let mut node = 0;
        let mut found = None;
        for (at, word) in words.iter().enumerate() {
            let Some(step) = self.step(node, word.key).filter(|_| word.key != 0) else { break };
            node = step;
            if let Some(meaning) = self.meanings[node as usize] {
                found = Some((meaning, at + 1));
            }
        }
        found
    }
}

fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - FILTER)) as usize
}
