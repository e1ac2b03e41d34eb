//! Capitalized words to stretches that may name a person, each with what speaks for and against it.
//!
//! One sweep from left to right; a list is judged by its head and by the members before.

mod extent;
mod foreign;
mod forms;
mod known;
mod other;
mod places;
mod spot;
mod steps;
mod stretch;
#[cfg(test)]
mod tests;
mod traits;
mod verdict;

use std::ops::Range;

use super::lexicon::{Lexicon, flag, kind};
use super::surroundings::{self, Left, Right};
use super::word::{Gap, Word};
use super::words::Words;

/// What is known of a stretch so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// A place, a body: speaks against the same words elsewhere.
    Not,
    /// A person if the same words are one elsewhere in the text.
    Perhaps,
    /// A person if the same words are no place elsewhere in the text.
    Likely,
    Person,
}

/// A stretch of words that may be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Words from `start` up to `end`.
    pub start: usize,
    pub end: usize,
    pub verdict: Verdict,
    pub left: Left,
    /// The name of a well-known person.
    pub known: Option<&'static str>,
    /// The rule that gave the verdict by what stands around.
    pub rule: &'static str,
    /// The rule that made it likely by the list it stands in or how often it is told, if one did.
    pub raised: &'static str,
    /// The rule that decided by what the text says elsewhere, if one did.
    pub settled: &'static str,
}

impl Candidate {
    /// One that `rule` judges.
    pub(super) fn new(words: Range<usize>, verdict: Verdict, left: Left, rule: &'static str) -> Self {
        let Range { start, end } = words;
        Self { start, end, verdict, left, known: None, rule, raised: "", settled: "" }
    }
}

/// A stretch of words that is no candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refused {
    /// Words from `start` up to `end`.
    pub start: usize,
    pub end: usize,
    /// The rule that says so.
    pub rule: &'static str,
}

/// Which words a list has named so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chain {
    Nothing,
    /// Places; whether a head announces them: `các xã: …`.
    Places(bool),
    /// So many people; a head that announces people counts as many.
    People(usize),
}

/// So many people in a row make the next member one, whatever it looks like.
const SURE: usize = 3;

/// So many stand for a head that announces people: `các đồng chí:`.
const ANNOUNCED: usize = 100;

/// What the words of a text were judged to be.
pub(super) struct Swept {
    /// All candidates, in order.
    pub found: Vec<Candidate>,
    /// What looked like one and is none.
    pub refused: Vec<Refused>,
}

/// Judges the capitalized words of a text.
pub(super) fn sweep(text: &str, words: &Words) -> Swept {
    let mut sweep = Sweep {
        text,
        words: &words.list,
        plain: words.plain,
        wrapped: words.wrapped,
        lexicon: Lexicon::get(),
        found: Vec::new(),
        refused: Vec::new(),
        chain: (0, Chain::Nothing),
        joined: 0,
    };
    let mut at = 0;
    while at < words.list.len() {
        if !words.list[at].capital() {
            at += 1;
            continue;
        }
        let end = sweep.run_end(at);
        at = sweep.read_run(at, end);
    }
    Swept { found: sweep.found, refused: sweep.refused }
}

struct Sweep<'a> {
    text: &'a str,
    words: &'a [Word],
    plain: bool,
    wrapped: bool,
    lexicon: &'static Lexicon,
    found: Vec<Candidate>,
    refused: Vec<Refused>,
    /// The end of the last stretch that was judged, and what its list is.
    chain: (usize, Chain),
    /// The end of names that stand side by side with nothing between them.
    joined: usize,
}

impl Sweep<'_> {
    fn flags(&self, at: usize) -> u8 {
        let Some(word) = self.words.get(at) else { return 0 };
        let flags = self.lexicon.flags(word.id);
        if !self.lexicon.has(word.id) && self.has_head(word) {
            flag::STRONG
        } else if self.plain && word.plain {
            flags | self.lexicon.folded_flags(&self.text[word.start..word.end])
        } else {
            flags
        }
    }

    /// Judges the names in the capitalized words `start..end`; returns where to go on, which is behind `end`
    /// if the last name is longer: `V. I. Lê-nin`.
    fn read_run(&mut self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end {
            at = self.read_at(start, at, end);
        }
        at
    }

    /// Notes what is no candidate.
    fn refuse(&mut self, start: usize, end: usize, rule: &'static str) {
        self.refused.push(Refused { start, end, rule });
    }

    /// Whether the words behind say what people do.
    fn acts(&self, stop: usize) -> bool {
        surroundings::right(self.text, self.lexicon, self.words, stop) == Right::Says
    }

    fn follows_person(&self, at: usize) -> bool {
        self.chain.0 == at && matches!(self.chain.1, Chain::People(_))
    }

    /// What the list is that goes on at `at`.
    fn chain_at(&self, at: usize) -> Chain {
        let (end, chain) = self.chain;
        let word = &self.words[at];
        let crossing = word.gap == Gap::Dash && chain == Chain::Places(true);
        // `Ảnh: Quốc Khánh - Minh Đức`
        let credits = word.gap == Gap::Dash && self.found.last().is_some_and(|last| last.left == Left::Byline);
        let next = end == at && (crossing || credits || matches!(word.gap, Gap::Comma | Gap::Semicolon | Gap::Hyphen));
        let joined = at == end + 1
            && end > 0
            && word.gap == Gap::Blank
            && self.lexicon.is_phrase(&[self.words[end].id], kind::JOIN);
        if next || joined { chain } else { Chain::Nothing }
    }

    /// The list with one person more.
    fn grown(&self, at: usize, left: Left) -> Chain {
        match (left, self.chain_at(at)) {
            (Left::Many, _) => Chain::People(ANNOUNCED),
            (_, Chain::People(count)) => Chain::People(count + 1),
            _ => Chain::People(1),
        }
    }
}
