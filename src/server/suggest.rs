//! The beginning of a name or number to those of the index that go on so.

use crate::analysis::fold;
use crate::directory::{Listed, RegisterEntry};

/// More names and numbers than these are not suggested from: those named most often are.
const MAX_KNOWN: usize = 200_000;

/// How many are suggested.
const SUGGESTED: usize = 8;

/// Names and numbers that may be meant.
pub struct Suggestions(Vec<Suggestion>);

struct Suggestion {
    /// Without diacritics and case, a blank before each word.
    folded: String,
    text: String,
}

impl Suggestions {
    /// Of all people and numbers, those named most often first.
    pub fn of(people: &[Listed], numbers: &[RegisterEntry]) -> Self {
        let people = people.iter().map(|person| (person.passages, &*person.name));
        let numbers = numbers.iter().filter(|entry| entry.number.symbol.is_some());
        let written: Vec<(u64, String)> = numbers.map(|entry| (entry.passages, entry.number.canonical())).collect();
        let mut known: Vec<(u64, &str)> =
            people.chain(written.iter().map(|(passages, number)| (*passages, &**number))).collect();
        known.sort_by(|(one, a), (two, b)| two.cmp(one).then_with(|| a.cmp(b)));
        known.truncate(MAX_KNOWN);
        let suggestion =
            |(_, text): (u64, &str)| Suggestion { folded: format!(" {}", fold(text)), text: text.to_owned() };
        Self(known.into_iter().map(suggestion).collect())
    }

    /// Those that hold what was typed from the beginning of a word on.
    pub fn for_typed(&self, typed: &str) -> Vec<&str> {
        let folded = fold(typed.trim());
        if folded.chars().count() < 2 {
            return Vec::new();
        }
        let wanted = format!(" {folded}");
        let fitting = self.0.iter().filter(|known| known.folded.contains(&wanted));
        fitting.take(SUGGESTED).map(|known| &*known.text).collect()
    }
}
