//! What a query asks for and a passage to how well it answers.
//!
//! A question for a person, a time, a place or a figure is answered where one stands among the words
//! of the query; a question for a meaning where a sentence begins with the term and goes on with `là`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::offices::{self, Office};
use crate::analysis::{Analysis, Token};
use crate::index::StoredPassage;
use crate::mention::event;
use crate::query::{Part, Plan, Question, Reading, Weights};

/// Words at most this many positions from an answer stand around it.
const REACH: usize = 16;

/// What a query asks for.
pub(super) enum Asked<'a> {
    Office(Office),
    Question(&'a Question, Around),
}

impl<'a> Asked<'a> {
    /// What the reading asks for, if anything.
    pub(super) fn of(reading: &'a Reading, plan: &Plan) -> Option<Self> {
        if let Some(office) = offices::asked(reading) {
            return Some(Self::Office(office));
        }
        let question = reading.question.as_ref()?;
        Some(Self::Question(question, Around::new(reading, plan)))
    }

    /// How well a passage answers, so many times what the words of the query can come to.
    pub(super) fn answered(&self, passage: &StoredPassage, weights: &Weights) -> f32 {
        match self {
            Self::Office(office) => weights.office * offices::held(office, passage),
            Self::Question(Question::Meaning { term }, _) => weights.meaning * explained(term, passage),
            Self::Question(question, around) => weights.question * around.answered(question, passage),
        }
    }
}

/// The words of a query that stand around an answer, with their rarity.
pub(super) struct Around {
    words: FxHashMap<String, f32>,
    all: f32,
}

impl Around {
    fn new(reading: &Reading, plan: &Plan) -> Self {
        let telling = reading.words().filter(|word| !word.stop && !word.source && word.part.is_none_or(is_word));
        let mut words = FxHashMap::default();
        for word in telling {
            words.insert(word.folded.clone(), plan.rarity(&word.exact));
        }
        let all = words.values().sum();
        Self { words, all }
    }

    /// The share of the words, by their rarity, that stand around the best answer of the passage.
    fn answered(&self, question: &Question, passage: &StoredPassage) -> f32 {
        if self.words.is_empty() {
            return 0.0;
        }
        let analysis = Analysis::of(&passage.text);
        let tokens: Vec<Token> = analysis.words().collect();
        let answers = answers(question, passage, &tokens);
        let shares = answers.into_iter().map(|(answer, worth)| worth * self.share(&tokens, &answer));
        shares.fold(0.0, f32::max)
    }

    fn share(&self, tokens: &[Token], answer: &Range<usize>) -> f32 {
        let first = tokens.partition_point(|token| token.end <= answer.start).saturating_sub(REACH);
        let last = (tokens.partition_point(|token| token.start < answer.end) + REACH).min(tokens.len());
        let mut seen: Vec<&str> = Vec::with_capacity(self.words.len());
        let mut sum = 0.0;
        for token in &tokens[first..last] {
            if let Some(rarity) = self.words.get(token.folded).filter(|_| !seen.contains(&token.folded)) {
                seen.push(token.folded);
                sum += rarity;
            }
        }
        sum / self.all.max(f32::MIN_POSITIVE)
    }
}

/// The words of a name are no words around it.
fn is_word(part: Part) -> bool {
    !matches!(part, Part::Person(_))
}

/// What of a passage may answer, with what it is worth.
fn answers(question: &Question, passage: &StoredPassage, tokens: &[Token]) -> Vec<(Range<usize>, f32)> {
    let mentions = &passage.mentions;
    match question {
        Question::Who => mentions.people.iter().map(|person| (person.range.clone(), 1.0)).collect(),
        Question::When => mentions.dates.iter().map(|date| (date.range.clone(), 1.0)).collect(),
        Question::Where => event::places(&passage.text).into_iter().map(|place| (place, 1.0)).collect(),
        Question::Amount { unit } => {
            let counted = |at: usize| match unit {
                Some(unit) => tokens[at + 1..].iter().take(3).any(|token| token.folded == unit),
                None => true,
            };
            let figures = tokens.iter().enumerate().filter(|(_, token)| token.folded.as_bytes()[0].is_ascii_digit());
            figures.map(|(at, token)| (token.start..token.end, if counted(at) { 1.0 } else { 0.3 })).collect()
        }
        Question::Meaning { .. } => Vec::new(),
    }
}

/// Whether a passage asks a question itself: a headline or a list of questions says the words again and answers
/// nothing.
pub(super) fn asks(text: &str) -> bool {
    text.trim_end_matches(['*', '_', '"', '”', '#', ' ', '\n', '\u{a0}']).ends_with('?')
}

/// How well a passage explains a term: 1 where a sentence begins with it and goes on with `là`.
fn explained(term: &[String], passage: &StoredPassage) -> f32 {
    let analysis = Analysis::of(&passage.text);
    let tokens: Vec<Token> = analysis.words().collect();
    let is_term = |window: &&[Token]| {
        let (is, words) = window.split_last().expect("a window is never empty");
        is.exact == "là" && words.iter().zip(term).all(|(token, word)| token.folded == word)
    };
    let found = tokens
        .windows(term.len() + 1)
        .filter(is_term)
        .map(|window| if begins(&passage.text[..window[0].start]) { 1.0 } else { 0.4 });
    found.fold(0.0, f32::max)
}

/// Whether a sentence or an item of a list begins behind this.
fn begins(before: &str) -> bool {
    let line = before.trim_end_matches(['"', '“', '‘', '\'', '«', '*', '-', '–', '+', ' ', '\u{a0}']);
    line.is_empty() || line.ends_with(['.', ')', ':', ';', '?', '!', '\n'])
}

#[cfg(test)]
mod tests {
    use super::asks;

    #[test]
    fn a_headline_that_asks_is_no_answer() {
        for (text, expected) in
            [("**Ai được nghỉ?**", true), ("Được nghỉ mấy ngày? ", true), ("Nghỉ ba ngày.", false), ("", false)]
        {
            assert_eq!(asks(text), expected, "{text}");
        }
    }
}
