//! Single words that call a person whom the text names in full elsewhere: `Hoa kể`, `theo Đặng`, `Khieu`.
//!
//! Vietnamese people are called by their given names; in texts about China and Korea by family names as
//! well. A capital inside a sentence is told from the first word of a common compound by what follows it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidate::{Candidate, Verdict};
use super::lexicon::{Lexicon, flag, kind};
use super::surroundings::{self, Left, Right};
use super::word::{Gap, Id, Shape, Word};
use crate::mention::lists::{ACTS, BIRTH_RANKS, FAMILY_NAME_LANDS, NOT_BEFORE_CALLED};
use crate::text::is_listed;

/// A text with so many names of Chinese or Korean lands tells of people who go by their family names.
const MANY_LANDS: usize = 4;

/// Adds to `people` those who are called by one word; `others` are stretches judged to be something else.
pub(super) fn add(text: &str, words: &[Word], people: &mut Vec<Candidate>, others: &[Candidate]) {
    if people.iter().all(|candidate| candidate.end - candidate.start < 2) {
        return;
    }
    // English and Vietnamese without diacritics write all nouns of names with capitals
    if words.iter().filter(|word| !word.plain).count() * 20 < words.len() {
        return;
    }
    let names = Names::of(text, words, people);
    if names.first.is_empty() {
        return;
    }
    let mut taken = vec![false; words.len()];
    for candidate in people.iter() {
        taken[candidate.start..candidate.end].fill(true);
    }
    for other in others.iter().filter(|other| other.verdict == Verdict::Not || other.end - other.start > 1) {
        taken[other.start..other.end].fill(true);
    }
    let mut calls: Vec<usize> = (0..words.len()).filter(|&at| !taken[at] && names.is_call(at)).collect();
    let inside: FxHashSet<Id> = calls.iter().filter(|&&at| !names.opens_sentence(at)).map(|&at| words[at].id).collect();
    let opening = |at: &usize| !taken[*at] && inside.contains(&words[*at].id) && names.is_called_at_head(*at);
    calls.extend((0..words.len()).filter(opening));
    calls.sort_unstable();
    calls.dedup();
    let one = |at| Candidate::new(at..at + 1, Verdict::Likely, Left::Nothing, "called_by_one_word");
    let called: Vec<Candidate> = calls.into_iter().map(one).collect();
    if !called.is_empty() {
        people.extend(called);
        people.sort_by_key(|candidate| candidate.start);
    }
}

struct Names<'a> {
    text: &'a str,
    words: &'a [Word],
    lexicon: &'static Lexicon,
    /// The words by which people are called, with the end of the first full name that holds them.
    first: FxHashMap<Id, usize>,
    /// Whether family names alone do.
    by_family: bool,
}

impl<'a> Names<'a> {
    fn of(text: &'a str, words: &'a [Word], people: &[Candidate]) -> Self {
        let lexicon = Lexicon::get();
        let mut first: FxHashMap<Id, usize> = FxHashMap::default();
        let mut called = |word: &Word, end: usize| _ = first.entry(word.id).or_insert(end);
        let by_family = is_of_family_lands(words);
        for candidate in people.iter().filter(|candidate| candidate.end - candidate.start >= 2) {
            let span = &words[candidate.start..candidate.end];
            let (Some(head), Some(last)) = (span.first(), span.last()) else { continue };
            let family = lexicon.flags(head.id) & flag::FAMILY != 0;
            let alias = candidate.known.is_some() && !span.iter().all(|word| lexicon.has(word.id));
            if span.iter().any(|word| word.shape != Shape::Capital) || alias {
                continue;
            }
            // `Ráng` behind `anh Út Ráng`
            let ranked = span.len() == 2 && is_birth_rank(text, head);
            if (family || ranked) && candidate.known.is_none() {
                called(last, candidate.end);
            }
            if family && by_family && span.len() <= 3 {
                called(head, candidate.end);
            }
            let foreign = !span.iter().all(|word| lexicon.has(word.id)) && !family;
            let western = lexicon.is_foreign_given(&text[head.start..head.end]);
            let ends = if western { &span[span.len() - 1..] } else { span };
            for word in [ends.first(), ends.last()].into_iter().flatten() {
                if foreign && !lexicon.has(word.id) && word.end - word.start > 2 {
                    called(word, candidate.end);
                }
            }
        }
        Self { text, words, lexicon, first, by_family }
    }

    /// Whether the word at `at` calls somebody whom the text has named.
    fn is_call(&self, at: usize) -> bool {
        let word = &self.words[at];
        let Some(first) = self.first.get(&word.id) else { return false };
        // a headline and a first sentence may call a person before the text names it
        if word.shape != Shape::Capital || *first > at && !self.is_called_before(at) {
            return false;
        }
        let vietnamese = self.lexicon.has(word.id) || !word.plain;
        let place = vietnamese && self.lexicon.forward(self.words, at, kind::PLACE).is_some();
        self.stands_alone(at) && !place && self.fits_left(at, vietnamese) && self.fits_right(at, vietnamese)
    }

    /// Whether the word, which the full name follows later, is no part of a longer one: `chở Yên và Dũng`.
    fn is_called_before(&self, at: usize) -> bool {
        let common = self.lexicon.flags(self.words[at].id) & (flag::BODY | flag::WORD) != 0;
        let whole = self.words.get(at + 1).is_none_or(|next| {
            let ends = kind::ENDS | kind::STOPS | kind::JOIN;
            !matches!(next.gap, Gap::Blank | Gap::Line)
                || next.shape == Shape::Small && self.lexicon.is(next, ends)
                || surroundings::right(self.text, self.lexicon, self.words, at + 1) == Right::Says
        });
        !common && whole && !self.opens_sentence(at)
    }

    /// Whether the word begins a sentence and calls somebody, in a text that calls by it inside sentences too.
    fn is_called_at_head(&self, at: usize) -> bool {
        let word = &self.words[at];
        let flags = self.lexicon.flags(word.id);
        let Some(next) = self.words.get(at + 1) else { return false };
        let close = matches!(next.gap, Gap::Blank | Gap::Line) && next.shape == Shape::Small;
        let phrase = self.lexicon.forward(self.words, at, !0).is_some_and(|phrase| phrase.len > 1);
        word.shape == Shape::Capital
            && self.opens_sentence(at)
            && self.first.get(&word.id).is_some_and(|first| *first <= at)
            && flags & (flag::BODY | flag::WORD) == 0
            && close
            && !phrase
            && self.stands_alone(at)
    }

    fn raw(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &self.text[word.start..word.end])
    }

    /// No capital before or behind that it could be one name with.
    fn stands_alone(&self, at: usize) -> bool {
        let joined = |gap: Gap| matches!(gap, Gap::Blank | Gap::Hyphen | Gap::Line | Gap::Dot);
        let next = self.words.get(at + 1).is_some_and(|next| next.shape != Shape::Small && joined(next.gap));
        let opens =
            |at: usize| self.lexicon.flags(self.words[at].id) & flag::WORD != 0 && self.words[at].gap != Gap::Blank;
        let before = at > 0 && joined(self.words[at].gap) && self.words[at - 1].capital();
        !next && (!before || opens(at - 1))
    }

    /// Whether the word begins a sentence, whose capital says nothing.
    fn opens_sentence(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        match self.words[at].gap {
            Gap::Blank | Gap::Comma | Gap::Semicolon => before.is_none(),
            Gap::Line => before.is_none_or(|before| before.shape != Shape::Small),
            _ => true,
        }
    }

    fn fits_left(&self, at: usize, vietnamese: bool) -> bool {
        // `quân Minh`, `phía Nam`, `tháng Tám`
        let before = at.checked_sub(1).filter(|_| matches!(self.words[at].gap, Gap::Blank | Gap::Line));
        if before.is_some_and(|before| vietnamese && is_listed(self.raw(before), NOT_BEFORE_CALLED)) {
            return false;
        }
        let left = surroundings::left(self.lexicon, self.words, at);
        !matches!(left, Left::Place | Left::Named | Left::At)
    }

    fn fits_right(&self, at: usize, vietnamese: bool) -> bool {
        let Some(next) = self.words.get(at + 1) else { return !self.opens_sentence(at) };
        let says = surroundings::right(self.text, self.lexicon, self.words, at + 1) == Right::Says
            || surroundings::lives(self.text, self.lexicon, self.words, at + 1);
        let close = matches!(next.gap, Gap::Blank | Gap::Line) && next.shape == Shape::Small;
        let acts = close && is_listed(self.raw(at + 1), ACTS);
        let flags = self.lexicon.flags(self.words[at].id);
        let pair = close && self.lexicon.forward(self.words, at, kind::PAIR | kind::OFFICE).is_some_and(|p| p.len > 1);
        let common = vietnamese && flags & (flag::BODY | flag::WORD) != 0;
        let function = close && self.lexicon.is(next, kind::ENDS | kind::STOPS | kind::JOIN | kind::AT | kind::ELECTED);
        if pair {
            return false;
        }
        if self.opens_sentence(at) {
            // a word of nothing but names begins no other sentence
            let rare = !common && (!self.lexicon.has(self.words[at].id) || flags & flag::STRONG != 0);
            let apart = self.by_family && rare && next.gap == Gap::Comma;
            return says && close || acts && !common || rare && close || apart;
        }
        says || acts || !close || function || !common
    }
}

/// Whether a word is one by which people of the south are called, by the order of their birth.
fn is_birth_rank(text: &str, word: &Word) -> bool {
    is_listed(&text[word.start..word.end], BIRTH_RANKS)
}

/// Whether a text tells of China or Korea again and again.
fn is_of_family_lands(words: &[Word]) -> bool {
    let lexicon = Lexicon::get();
    let id = |word: &str| lexicon.by_spelling(word);
    let pair = |land: &&str| land.split_once(' ').and_then(|(one, two)| Some([id(one)?, id(two)?]));
    let lands: Vec<[Id; 2]> = FAMILY_NAME_LANDS.iter().filter_map(pair).collect();
    let is_land = |pair: &&[Word]| lands.contains(&[pair[0].id, pair[1].id]);
    words.windows(2).filter(is_land).nth(MANY_LANDS - 1).is_some()
}
