//! A stretch of capitalized words in its run, as the rules see it.

use super::{ANNOUNCED, Chain, Sweep, Verdict};
use crate::mention::person::lexicon::{Found, flag, kind};
use crate::mention::person::surroundings::{self, Left, Right};
use crate::mention::person::word::{Gap, Shape, Word};

/// What a rule of the tables below says of a stretch.
pub(super) type Speaks = fn(&Stretch<'_>) -> Option<Verdict>;

/// A rule that speaks where a stretch is no name, whatever stands around.
pub(super) type Refuses = fn(&Stretch<'_>) -> bool;

/// The words `at..stop` inside the run `run..end`.
pub(super) struct Stretch<'a> {
    pub sweep: &'a Sweep<'a>,
    pub run: usize,
    pub at: usize,
    pub stop: usize,
    pub end: usize,
    pub left: Left,
}

impl Stretch<'_> {
    pub(super) fn len(&self) -> usize {
        self.stop - self.at
    }

    /// Whether word `n` of the text has one of the `flags`.
    pub(super) fn has(&self, n: usize, flags: u8) -> bool {
        self.sweep.flags(n) & flags != 0
    }

    pub(super) fn first(&self) -> &Word {
        &self.sweep.words[self.at]
    }

    /// The word right behind.
    pub(super) fn next(&self) -> Option<&Word> {
        self.sweep.words.get(self.stop)
    }

    /// Whether it begins with a family name.
    pub(super) fn has_family(&self) -> bool {
        self.has(self.at, flag::FAMILY)
    }

    /// Whether it begins with a family name that is hardly another word.
    pub(super) fn has_strong_family(&self) -> bool {
        self.has(self.at, flag::STRONG)
    }

    /// Whether the second word is `Văn`, `Thị` or the like.
    pub(super) fn has_middle(&self) -> bool {
        self.has(self.at + 1, flag::MIDDLE)
    }

    /// Whether all words behind the first are syllables of names.
    pub(super) fn is_of_syllables(&self) -> bool {
        (self.at + 1..self.stop).all(|n| self.has(n, flag::SYLLABLE))
    }

    /// Whether all words are.
    pub(super) fn is_all_of_syllables(&self) -> bool {
        self.has(self.at, flag::SYLLABLE) && self.is_of_syllables()
    }

    /// Whether it goes to the end of its run.
    pub(super) fn ends_run(&self) -> bool {
        self.stop == self.end
    }

    /// Whether the word before, in the same run, is none that opens clauses.
    pub(super) fn is_inside_run(&self) -> bool {
        self.at > self.run && !self.has(self.at - 1, flag::WORD)
    }

    /// Whether a title stands before that people alone bear.
    pub(super) fn is_titled(&self) -> bool {
        matches!(self.left, Left::Title(title) if title != kind::TWO)
    }

    /// Whether a title stands before that other words follow as well: `tác giả`, `học sinh`.
    pub(super) fn is_behind_loose_title(&self) -> bool {
        matches!(self.left, Left::Title(kind::TWO | kind::ONE))
    }

    /// Whether `ông`, `bà` or the like stands before.
    pub(super) fn is_behind_he_or_she(&self) -> bool {
        matches!(self.left, Left::Title(title) if title & (kind::HE | kind::SHE) != 0)
    }

    pub(super) fn right(&self) -> Right {
        surroundings::right(self.sweep.text, self.sweep.lexicon, self.sweep.words, self.stop)
    }

    /// Whether nothing stands behind that belongs to a longer phrase.
    pub(super) fn is_whole(&self) -> bool {
        self.sweep.is_whole(self.stop)
    }

    /// Whether it stands alone but for words that join names.
    pub(super) fn is_parted(&self) -> bool {
        let joins = |word: &Word| self.sweep.lexicon.is(word, kind::JOIN);
        self.next().is_none_or(|word| word.gap != Gap::Blank || joins(word))
    }

    /// What the list is that it goes on.
    pub(super) fn chain(&self) -> Chain {
        self.sweep.chain_at(self.at)
    }

    /// Whether it goes on a list of people.
    pub(super) fn follows_people(&self) -> bool {
        matches!(self.chain(), Chain::People(_))
    }

    /// Whether it goes on a list that a head announces as one of people.
    pub(super) fn is_announced(&self) -> bool {
        matches!(self.chain(), Chain::People(count) if count >= ANNOUNCED)
    }

    /// Whether it is the rest of a phrase whose last words are a place.
    pub(super) fn ends_in_place(&self) -> bool {
        self.sweep.ends_in_place(self.at, self.stop)
    }

    pub(super) fn is_foreign_name(&self) -> bool {
        self.sweep.is_foreign_name(self.at, self.stop)
    }

    /// Whether no word is Vietnamese, and none of an English phrase stands before.
    pub(super) fn is_strange(&self) -> bool {
        let english = || self.at > 0 && matches!(self.sweep.raw(self.at - 1), "the" | "of" | "in" | "a");
        (self.at..self.stop).all(|n| self.sweep.is_strange(n)) && !english()
    }

    /// Whether one of the `kinds` begins at one of the words.
    pub(super) fn holds(&self, kinds: u32) -> bool {
        (self.at..self.stop).any(|n| self.sweep.lexicon.forward(self.sweep.words, n, kinds).is_some())
    }

    /// The pair or office of several words that the last word begins.
    pub(super) fn phrase_from_last(&self) -> Option<Found> {
        let found = self.sweep.lexicon.forward(self.sweep.words, self.stop - 1, kind::PAIR | kind::OFFICE);
        found.filter(|found| found.len > 1)
    }

    /// The same, where small letters go on with it.
    pub(super) fn crossing(&self) -> Option<Found> {
        if self.is_before_small() { self.phrase_from_last() } else { None }
    }

    /// Whether a word in small letters stands right behind.
    pub(super) fn is_before_small(&self) -> bool {
        self.next().is_some_and(|next| next.gap == Gap::Blank && next.shape == Shape::Small)
    }
}
