//! How much is looked at for a query, all in one place: what ranks costs time, and what is not looked at ranks nothing.

use serde::Deserialize;

/// How much is looked at on the way from a plan to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Of more words than this the rarest find candidates; all of them rank.
    pub finding_words: usize,
    /// Numbers, people and times that stand in more passages than this are not looked for as if they were rare.
    pub rare: u64,
    /// A word is common beside something rare that stands in so many times more passages.
    pub common: u64,
    /// Of more words than this none are looked for side by side: they tell enough by themselves.
    pub together_words: usize,
    /// If the rarest word stands in no more passages than this it finds those by itself that hold the words side by
    /// side.
    pub together_rarest: u64,
    /// If the rarest word stands in no more passages than this all of them are looked at, else those of a sample.
    pub together_looked_at: u64,
    /// So many passages that hold the words side by side are kept.
    pub together: usize,
    /// So many passages are kept that may explain the term asked for.
    pub explaining: usize,
    /// Where so many hold the words side by side, others that hold the words are hardly better.
    pub enough_together: usize,
    /// Candidates that are found by words, for each word of the query.
    pub candidates_a_word: usize,
    /// At least so many.
    pub least_candidates: usize,
    /// The same where those that hold the words side by side are known.
    pub few_a_word: usize,
    /// At least so many.
    pub least_few: usize,
    /// No more candidates than this are found by words.
    pub most_candidates: usize,
    /// No more than this where there is a phrase, for what it finds is read whole.
    pub most_with_phrases: usize,
    /// Fewer candidates than this from exact forms, and those that share letters alone are looked for too.
    pub too_few: usize,
    /// Where one passage stands for its document, or time is their order, so many are found at least.
    pub gathered: usize,
    /// How many candidates, the best by themselves, are ranked with what stands around them.
    pub ranked: usize,
    /// How many passages before and after a candidate are its surroundings, within its document.
    pub reach: u32,
    /// How many of the best are looked at for where words stand in them, and read where the query asks for something.
    pub closely: usize,
    /// How many of the best are read where the query asks for nothing.
    pub read: usize,
    /// Words at most this many positions apart stand near each other.
    pub near: u32,
    /// Words at most this many positions from an answer stand around it.
    pub around_answer: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            finding_words: 10,
            rare: 20_000,
            common: 2,
            together_words: 8,
            together_rarest: 80,
            together_looked_at: 300_000,
            together: 120,
            explaining: 30,
            enough_together: 40,
            candidates_a_word: 60,
            least_candidates: 200,
            few_a_word: 15,
            least_few: 40,
            most_candidates: 500,
            most_with_phrases: 120,
            too_few: 40,
            gathered: 200,
            ranked: 120,
            reach: 16,
            closely: 48,
            read: 12,
            near: 3,
            around_answer: 16,
        }
    }
}
