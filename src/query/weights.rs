//! The weights of ranking, all in one place: what each kind of evidence counts.
//!
//! Tuned on questions over law articles and on queries over histories and news; each is the middle
//! of a broad flat region, not the peak of one set.

use super::people::NameFit;
use super::plan::{Alternative, DateFit};
use crate::mention::number::Fit;

/// What each kind of evidence counts beside a word in the passage, which counts 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// A pair of neighboring words in the passage.
    pub pair: f32,
    /// A whole symbol in the passage.
    pub symbol: f32,
    /// A word in the title or a heading.
    pub context: f32,
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
    /// What share of its score a passage loses that holds none of the words.
    pub coverage: f32,
    /// How far a word of the query that only a heading holds counts as held.
    pub covered_by_heading: f32,
    /// Words of the query that stand near each other, in any order.
    pub near: f32,
    /// A short or long form, beside what was typed.
    pub alternative: f32,
    /// Another form of an ordinal, beside the one typed: `VIII` for `8`.
    pub other_numeral: f32,
    /// A document number, for each [`Fit`]: so many times what the words of the query can come to.
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
    /// An ordinal, beside another pair: it tells one of many.
    pub ordinal: f32,
    /// A word or pair of a date in the passage: what it means is counted as a date.
    pub dated: f32,
    /// How well a date fits that the text names only in passing, beside one it tells of.
    pub aside: f32,
    /// A person, for each [`NameFit`]: so many times what the words of the query can come to.
    pub person: [f32; 5],
    /// A name that stands in a passage as it was typed, though nobody was recognized there.
    pub spelled: f32,
    /// Somebody who holds the office that the query asks for: so many times what its words can come to.
    pub office: f32,
    /// A person, time, place or figure that the query asks for, among its words: so many times what
    /// the words can come to.
    pub question: f32,
    /// A sentence that explains the term asked for.
    pub meaning: f32,
    /// A passage that issues the document or belongs to its head, besides.
    pub issues: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            pair: 0.75,
            symbol: 0.5,
            context: 0.3,
            document: 0.6,
            stop: 0.3,
            source: 0.3,
            contradicted: 0.2,
            unmarked: 0.7,
            coverage: 0.5,
            covered_by_heading: 0.5,
            near: 0.2,
            alternative: 0.4,
            other_numeral: 0.9,
            number: [1.0, 2.0, 3.0],
            date: 1.0,
            only_date: 3.0,
            filter_date: 3.0,
            dated: 0.3,
            ordinal: 2.0,
            named: 1.5,
            aside: 0.7,
            person: [1.6, 2.0, 2.2, 3.2, 3.6],
            spelled: 2.0,
            office: 0.6,
            question: 0.2,
            meaning: 1.2,
            issues: 0.5,
        }
    }
}

impl Weights {
    /// What an alternative counts beside what was typed.
    pub fn alternative(&self, alternative: &Alternative) -> f32 {
        if alternative.ordinal { self.other_numeral } else { self.alternative }
    }

    /// How much a document number counts that fits so.
    pub fn number(&self, fit: Fit, issues: bool) -> f32 {
        self.number[fit as usize] + if issues { self.issues } else { 0.0 }
    }

    /// What a document number counts in finding candidates: enough that none is left out for words.
    pub fn candidate_number(&self, fit: Fit, issues: bool) -> f32 {
        8.0 * self.number(fit, issues)
    }

    /// What a person counts in finding candidates.
    pub fn candidate_person(&self, fit: NameFit) -> f32 {
        2.0 * self.person[fit as usize]
    }

    /// What a day or period counts in finding candidates: the closer it may fit, the more, and most
    /// where nothing else is looked for.
    pub fn candidate_date(&self, fit: DateFit, only: bool) -> f32 {
        let alone = if only { 1.0 } else { 0.25 };
        alone
            * match fit {
                DateFit::Same => 8.0,
                DateFit::Inside => 3.0,
                DateFit::Around(level) => [3.0, 2.0, 1.0, 0.4, 0.2][usize::from(level.min(4))],
            }
    }
}
