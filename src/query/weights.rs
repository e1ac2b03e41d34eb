//! The weights of ranking, all in one place: what each kind of evidence counts, and how much is looked at.
//!
//! Tuned on questions over law articles and on queries over histories and news; each is the middle
//! of a broad flat region, not the peak of one set.

use serde::Deserialize;

use super::closeness::Closeness;
use super::limits::Limits;
use super::name_fit::NameFit;
use super::planned::{Alternative, DateFit, PlannedPair, PlannedWord};
use crate::mention::number::Fit;
use crate::store::{norm, saturate};

/// What each kind of evidence counts beside a word in the passage, which counts 1.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// The constant k1 of BM25: how soon another occurrence in a passage no longer counts.
    pub k1: f32,
    /// The constant b of BM25: how much the length of a passage counts.
    pub b: f32,
    /// The same of title and headings.
    pub heading_b: f32,
    /// A pair of neighboring words in the passage.
    pub pair: f32,
    /// A whole symbol in the passage.
    pub symbol: f32,
    /// An occurrence in the title or a heading, beside one in the passage.
    pub context: f32,
    /// A word that a heading holds, besides: the shorter the heading, the more, for it says just this.
    pub heading: f32,
    /// Neighbors of the query that are both in the title or the headings, beside a pair in the passage.
    pub heading_pair: f32,
    /// The same words and pairs in the passages around it in its document.
    pub document: f32,
    /// A stop word, beside a word that says something.
    pub stop: f32,
    /// A word that only names the law that is asked of.
    pub source: f32,
    /// A word with diacritics that contradict the typed ones.
    pub contradicted: f32,
    /// A word with diacritics where none were typed in a query that has them elsewhere.
    pub unmarked: f32,
    /// A word with other diacritics than those that are likely meant, in a query without any.
    pub restored: f32,
    /// What share of its score a passage loses that holds none of the words.
    pub coverage: f32,
    /// A word of a name, beside another that a passage lacks.
    pub lacked_name: f32,
    /// How far a word of the query that only a heading holds counts as held.
    pub covered_by_heading: f32,
    /// How far a word of the query counts as held that only stands around the passage in its document.
    pub covered_by_document: f32,
    /// How far the words of a name, a number or a time count as held where the passage names the same.
    pub covered_by_mention: f32,
    /// Words of the query that stand near each other, in any order.
    pub near: f32,
    /// A short or long form, beside what was typed.
    pub alternative: f32,
    /// What says the very same as what was typed: `VIII` for `8`.
    pub same: f32,
    /// A document number, for each [`Fit`]: so many times the rarity of the words that it was typed with.
    pub number: [f32; 3],
    /// A day or period that fits perfectly, beside other words: so many times the rarity of the words
    /// that it was typed with.
    pub date: f32,
    /// The same where nothing else is asked: so many times what the words of the query can come to.
    pub only_date: f32,
    /// The same where a filter demands it: how well it fits counts beside all words.
    pub filter_date: f32,
    /// A pair in the name of a place or an organization, beside another.
    pub named: f32,
    /// An ordinal or an address within a law, beside another pair: it tells one of many.
    pub ordinal: f32,
    /// A word or pair of a date in the passage: what it means is counted as a date.
    pub dated: f32,
    /// How well a date fits that the text names only in passing, beside one it tells of.
    pub aside: f32,
    /// A person, for each [`NameFit`]: so many times the rarity of the words that they were typed with.
    pub person: [f32; 6],
    /// A person whom title or headings name: the passage is about them.
    pub subject: f32,
    /// A name that stands in a passage as it was typed, though nobody was recognized there.
    pub spelled: f32,
    /// Somebody who holds the office that the query asks for: so many times what its words can come to.
    pub office: f32,
    /// A person, time, place or figure that the query asks for, among its words: so many times what
    /// the words can come to.
    pub question: f32,
    /// The passage where the place stands that the query names, `khoản 2 Điều 6`, above the best of all others: so many
    /// times what its words can come to.
    pub address: f32,
    /// What share of its score a passage loses that says nothing itself: headlines, questions, links.
    pub filler: f32,
    /// A sentence that explains the term asked for.
    pub meaning: f32,
    /// A passage that issues the document or belongs to its head, besides.
    pub issues: f32,
    /// A word typed without marks is taken as half typed if it stands so in fewer than this share of the passages that
    /// hold its letters.
    pub half_typed: f32,
    /// A figure that answers, where it is one of another unit than the query asks for.
    pub other_unit: f32,
    /// A sentence that explains the term asked for, where the term stands in the middle of it.
    pub explained_inside: f32,
    /// An office that is held, where nothing tells whose it is.
    pub bare_office: f32,
    /// A word of whose office it is that the passage says elsewhere, beside one at the office.
    pub office_elsewhere: f32,
    /// A passage of which so much is filler says nothing itself.
    pub filled: f32,
    /// In order of time stand the passages that hold at least this share of what the one holds that holds most of the
    /// query: no score can put the others behind them.
    pub held_by_date: f32,
    /// What a document number counts in finding candidates, for each 1 that it counts in ranking them: enough that
    /// none is left out for words.
    pub candidate_number: f32,
    /// The same of a person.
    pub candidate_person: f32,
    /// What a day or period counts in finding candidates where it is the same, where it lies inside, and where it
    /// holds the day by a day, a month, a year, a decade, a century.
    pub candidate_date: [f32; 7],
    /// How far it counts so where words are looked for too.
    pub candidate_date_beside: f32,
    /// How well times fit each other.
    pub closeness: Closeness,
    /// How much is looked at.
    pub limits: Limits,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            k1: 0.6,
            b: 0.75,
            heading_b: 0.5,
            pair: 0.75,
            symbol: 0.5,
            context: 0.5,
            heading_pair: 0.5,
            heading: 0.5,
            document: 0.6,
            stop: 0.3,
            source: 0.3,
            contradicted: 0.1,
            unmarked: 0.7,
            restored: 0.2,
            coverage: 0.6,
            lacked_name: 2.0,
            covered_by_heading: 0.8,
            covered_by_document: 0.0,
            covered_by_mention: 1.0,
            near: 0.2,
            alternative: 0.4,
            same: 0.9,
            number: [0.3, 0.6, 0.8],
            date: 1.5,
            only_date: 3.0,
            filter_date: 3.0,
            dated: 0.3,
            ordinal: 2.0,
            named: 1.5,
            aside: 0.7,
            person: [0.5, 0.6, 0.6, 0.7, 0.9, 1.0],
            subject: 1.0,
            spelled: 0.4,
            office: 0.6,
            question: 0.2,
            address: 0.2,
            filler: 0.25,
            meaning: 2.2,
            issues: 0.2,
            half_typed: 0.02,
            other_unit: 0.3,
            explained_inside: 0.4,
            bare_office: 0.5,
            office_elsewhere: 0.5,
            filled: 0.8,
            held_by_date: 0.9,
            candidate_number: 32.0,
            candidate_person: 7.0,
            candidate_date: [8.0, 3.0, 3.0, 2.0, 1.0, 0.4, 0.2],
            candidate_date_beside: 0.25,
            closeness: Closeness::default(),
            limits: Limits::default(),
        }
    }
}

impl Weights {
    /// What an alternative counts beside what was typed.
    pub(crate) fn alternative(&self, alternative: &Alternative) -> f32 {
        if alternative.same { self.same } else { self.alternative }
    }

    /// How much a document number counts that fits so.
    pub(crate) fn number(&self, fit: Fit, issues: bool) -> f32 {
        self.number[fit as usize] + if issues { self.issues } else { 0.0 }
    }

    /// What a word counts beside one that says something.
    pub(crate) fn share(&self, word: &PlannedWord) -> f32 {
        match (word.stop, word.source) {
            (true, _) => self.stop,
            (_, true) => self.source,
            _ => 1.0,
        }
    }

    /// What a pair counts beside a word.
    pub(crate) fn pair_share(&self, pair: &PlannedPair) -> f32 {
        self.pair
            * match () {
                () if pair.source => self.source,
                () if pair.ordinal || pair.address => self.ordinal,
                () if pair.named => self.named,
                () => 1.0,
            }
    }

    /// The length part of BM25: 1 for what is as long as the average.
    pub(crate) fn norm(&self, length: u32, average: f32) -> f32 {
        norm(self.b, length, average)
    }

    /// The same of title and headings.
    pub(crate) fn heading_norm(&self, length: u32, average: f32) -> f32 {
        norm(self.heading_b, length, average)
    }

    /// The frequency part of BM25, of a frequency beside the length of what holds it.
    pub(crate) fn saturate(&self, frequency: f32) -> f32 {
        saturate(self.k1, frequency)
    }

    /// What a document number counts in finding candidates: enough that none is left out for words.
    pub(crate) fn candidate_number(&self, fit: Fit, issues: bool) -> f32 {
        self.candidate_number * self.number(fit, issues)
    }

    /// What a person counts in finding candidates.
    pub(crate) fn candidate_person(&self, fit: NameFit) -> f32 {
        self.candidate_person * self.person[fit as usize]
    }

    /// What a day or period counts in finding candidates: the closer it may fit, the more, and most
    /// where nothing else is looked for.
    pub(crate) fn candidate_date(&self, fit: DateFit, only: bool) -> f32 {
        let at = match fit {
            DateFit::Same => 0,
            DateFit::Inside => 1,
            DateFit::Around(level) => 2 + usize::from(level.min(4)),
        };
        self.candidate_date[at] * if only { 1.0 } else { self.candidate_date_beside }
    }
}
