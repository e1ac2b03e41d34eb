//! What a query asks for and a passage to how well it answers.
//!
//! A question for a person, a time, a place or a figure is answered where one stands among the words
//! of the query; a question for a meaning where a sentence begins with the term and goes on with `là`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::offices::{self, Office};
use crate::analysis::{Token, kept};
use crate::mention::event;
use crate::query::{Part, Plan, Question, Reading, Weights};
use crate::store::StoredPassage;
use crate::text::{is_dash, opens_quote};

/// So many words of a term at least are a term of their own.
const LEAST_NAMED: usize = 3;

/// What a query asks for: an office, a kind of answer, or both.
pub(super) struct Asked<'a> {
    office: Option<Office>,
    question: Option<(&'a Question, Around)>,
}

impl<'a> Asked<'a> {
    /// What the reading asks for, if anything.
    pub(super) fn of(reading: &'a Reading, plan: &Plan) -> Option<Self> {
        // `bao nhiêu đại biểu dự` asks for no delegate
        let is_for_somebody = matches!(reading.question, None | Some(Question::Who));
        let office = is_for_somebody.then(|| offices::asked(reading)).flatten();
        let question = reading.question.as_ref().map(|question| (question, Around::new(reading, plan)));
        (office.is_some() || question.is_some()).then_some(Self { office, question })
    }

    /// How well a passage answers, so many times what the words of the query can come to.
    pub(super) fn answered(&self, passage: &StoredPassage, weights: &Weights) -> f32 {
        let held = self.office.as_ref().map_or(0.0, |office| weights.office * offices::held(office, passage, weights));
        let answered = match &self.question {
            Some((Question::Meaning { term }, _)) => {
                weights.meaning * explained(term, passage, weights.explained_inside)
            }
            Some((question, around)) => weights.question * around.answered(question, passage, weights),
            None => 0.0,
        };
        held.max(answered)
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
    fn answered(&self, question: &Question, passage: &StoredPassage, weights: &Weights) -> f32 {
        if self.words.is_empty() || !may_answer(question, passage) {
            return 0.0;
        }
        kept(&passage.text, |analysis| {
            let tokens: Vec<Token> = analysis.words().collect();
            let answers = answers(question, passage, &tokens, weights.other_unit);
            let shares = answers
                .into_iter()
                .map(|(answer, worth)| worth * self.share(&tokens, &answer, weights.limits.around_answer));
            shares.fold(0.0, f32::max)
        })
    }

    fn share(&self, tokens: &[Token], answer: &Range<usize>, reach: usize) -> f32 {
        let first = tokens.partition_point(|token| token.end <= answer.start).saturating_sub(reach);
        let last = (tokens.partition_point(|token| token.start < answer.end) + reach).min(tokens.len());
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

/// Whether something of a passage may answer, as far as that is told without its words.
fn may_answer(question: &Question, passage: &StoredPassage) -> bool {
    match question {
        Question::Who => !passage.mentions.people.is_empty(),
        Question::When => !passage.mentions.dates.is_empty(),
        _ => true,
    }
}

/// What of a passage may answer, with what it is worth.
fn answers(
    question: &Question,
    passage: &StoredPassage,
    tokens: &[Token],
    other_unit: f32,
) -> Vec<(Range<usize>, f32)> {
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
            figures.map(|(at, token)| (token.start..token.end, if counted(at) { 1.0 } else { other_unit })).collect()
        }
        Question::Meaning { .. } => Vec::new(),
    }
}

/// How well a passage explains a term: 1 where a sentence begins with it and goes on with `là`; less where only the
/// beginning of the term stands so: `quy tắc ứng xử là` for `quy tắc ứng xử của viên chức`.
fn explained(term: &[String], passage: &StoredPassage, inside: f32) -> f32 {
    kept(&passage.text, |analysis| {
        let tokens: Vec<Token> = analysis.words().collect();
        let explained = |at: usize| {
            let count = tokens[at..].iter().zip(term).take_while(|(token, word)| token.folded == **word).count();
            let is_named = count == term.len() || count >= LEAST_NAMED && 2 * count >= term.len();
            if !is_named || !defines(&tokens[at + count..]) {
                return 0.0;
            }
            let begins = if begins(&passage.text[..tokens[at].start]) { 1.0 } else { inside };
            begins * count as f32 / term.len() as f32
        };
        (0..tokens.len()).map(explained).fold(0.0, f32::max)
    })
}

/// Whether what stands behind a term explains it.
fn defines(behind: &[Token]) -> bool {
    let leads = |words: &[&str]| behind.iter().map(|token| token.exact).take(words.len()).eq(words.iter().copied());
    [&["là"][..], &["gồm"], &["bao", "gồm"], &["được", "hiểu", "là"], &["nghĩa", "là"], &["có", "nghĩa", "là"]]
        .into_iter()
        .any(leads)
}

/// Whether a sentence or an item of a list begins behind this.
fn begins(before: &str) -> bool {
    let line = before.trim_end_matches(|c| opens_quote(c) || is_dash(c) || matches!(c, '*' | '+' | ' ' | '\u{a0}'));
    line.is_empty() || line.ends_with(['.', ')', ':', ';', '?', '!', '\n'])
}

#[cfg(test)]
mod tests {
    use super::explained;
    use crate::store::StoredPassage;

    #[test]
    fn terms_are_explained_where_a_sentence_begins_with_them() {
        let term: Vec<String> = ["noi", "qui", "kho", "cua", "xa"].map(str::to_owned).into();
        for (text, expected) in [
            ("Điều 2. Nội quy kho của xã là điều phải theo.", 1.0),
            ("1. Nội quy kho của xã: là điều phải theo.", 1.0),
            ("Nội quy kho của xã bao gồm ba phần.", 1.0),
            ("Nội quy kho là điều phải theo.", 0.6),
            ("Ban hành nội quy kho của xã là việc nên làm.", 0.4),
            ("Nội quy là điều phải theo.", 0.0),
            ("Nội quy kho của xã do kho viết.", 0.0),
            ("", 0.0),
        ] {
            let passage = StoredPassage { text: text.to_owned(), ..StoredPassage::default() };
            let explained = explained(&term, &passage, 0.4);
            assert!((explained - expected).abs() < 1e-6, "{text}: {explained}");
        }
    }
}
