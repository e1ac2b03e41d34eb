//! The names of well-known people: what `data/aliases.txt` has, unless the words around say otherwise.

use super::spot::Spot;
use super::{Candidate, Chain, Sweep, Verdict};
use crate::mention::person::lexicon::{Known, Needs, flag, kind};
use crate::mention::person::surroundings::Left;
use crate::mention::person::word::{Gap, Shape};
use crate::mention::rule::{Rule, first, rules};

/// A known name at `at..stop`.
pub(super) struct Name<'a> {
    sweep: &'a Sweep<'a>,
    at: usize,
    stop: usize,
    left: Left,
    known: Known,
}

type Speaks = fn(&Name<'_>) -> Option<Verdict>;

pub(super) const RULES: &[Rule<Speaks>] = rules![
    place_or_body_named_after,
    known_name_among_places,
    known_word_in_capitals,
    known_by_the_text,
    known_by_a_title,
    known_name,
];

/// `đường Hồ Chí Minh`
fn place_or_body_named_after(name: &Name<'_>) -> Option<Verdict> {
    matches!(name.left, Left::Place | Left::Named).then_some(Verdict::Not)
}

/// `các đường Điện Biên, Hồ Chí Minh`
fn known_name_among_places(name: &Name<'_>) -> Option<Verdict> {
    let listed = matches!(name.sweep.chain_at(name.at), Chain::Places(_));
    (listed && !name.is_titled()).then_some(Verdict::Not)
}

/// One word in capitals, which may be a short form: `BÁC`.
fn known_word_in_capitals(name: &Name<'_>) -> Option<Verdict> {
    (name.sweep.words[name.at].shape == Shape::Upper && name.len() == 1).then_some(Verdict::Not)
}

/// A word that is somebody's name if the text names that person elsewhere: `lời dạy của Bác`.
fn known_by_the_text(name: &Name<'_>) -> Option<Verdict> {
    (name.known.needs == Needs::Text).then_some(Verdict::Perhaps)
}

/// A doubtful name without a title before it and what people do behind it.
fn known_by_a_title(name: &Name<'_>) -> Option<Verdict> {
    let bare = name.known.needs == Needs::Title && !name.is_titled();
    (bare && !name.sweep.acts(name.stop)).then_some(Verdict::Perhaps)
}

/// `Hồ Chí Minh`, `Lê-nin`
fn known_name(_: &Name<'_>) -> Option<Verdict> {
    Some(Verdict::Person)
}

impl Name<'_> {
    fn len(&self) -> usize {
        self.stop - self.at
    }

    fn is_titled(&self) -> bool {
        use Left::*;
        matches!(self.left, Title(_) | Office | OfficeFar | Thought | Many | Alias)
    }

    /// Whether it is a part of a longer name or of another word.
    fn is_part(&self, end: usize) -> bool {
        let sweep = self.sweep;
        let goes_on = || sweep.name_end(self.at, end) > self.stop || sweep.flags(self.stop) & flag::SYLLABLE != 0;
        let joined = self.stop < end && goes_on();
        // `CHỦ TỊCH HỒ CHÍ MINH SỐNG MÃI`
        let heading = self.len() > 2 && sweep.words[self.at].shape == Shape::Upper;
        match self.len() {
            1 => self.stop > end || self.at > 0 && joined,
            _ => joined && !heading,
        }
    }
}

impl Sweep<'_> {
    /// Reads the name of a well-known person.
    pub(super) fn read_known(&mut self, spot: &Spot) -> Option<usize> {
        let &Spot { at, end, .. } = spot;
        let found = self.lexicon.forward(self.words, at, kind::KNOWN)?;
        let known = self.lexicon.known(&found)?;
        let stop = at + found.len;
        // `Mác-xen`
        let glued = self.words.get(stop).is_some_and(|next| next.gap == Gap::Hyphen && next.shape == Shape::Small);
        if found.len == 1 && glued {
            return None;
        }
        let left = spot.left(self);
        let name = Name { sweep: self, at, stop, left, known };
        if name.is_part(end) {
            return None;
        }
        let (verdict, rule) = first(RULES, |speaks| speaks(&name))?;
        if verdict != Verdict::Not && known.needs == Needs::Text && !self.stands_alone(at) {
            return None;
        }
        let chain = if verdict == Verdict::Not { Chain::Places(self.many_places(at)) } else { self.grown(at, left) };
        self.chain = (stop, chain);
        self.found.push(Candidate { known: Some(known.name), ..Candidate::new(at..stop, verdict, left, rule) });
        Some(stop)
    }

    /// A word with a capital that no sentence and no longer word gives it: `lời dạy của Bác`.
    fn stands_alone(&self, at: usize) -> bool {
        let next = self.words.get(at + 1).filter(|next| matches!(next.gap, Gap::Blank | Gap::Line));
        let pair = next.is_some_and(|next| next.capital() || self.lexicon.is_phrase(&[self.words[at].id, next.id], !0));
        self.words[at].gap == Gap::Blank && !pair
    }
}
