//! A phrase of a query and a text to whether the text holds it with the marks that were typed.

use super::plan::Matching;
use super::reading::{Group, Reading, Word};
use crate::analysis::{Analysis, fuller_spellings};

/// Tests texts for the phrases of a reading.
pub struct PhraseTest {
    phrases: Vec<Vec<Allowed>>,
}

/// What may stand for a word of a phrase.
struct Allowed {
    folded: String,
    /// In exact form; none where any marks will do.
    spellings: Option<Vec<String>>,
}

impl PhraseTest {
    /// A test for the phrases of `reading`; none if letters alone decide.
    pub fn new(reading: &Reading, matching: Matching) -> Option<Self> {
        let phrases = reading.groups.iter().filter(|group| group.phrase && group.words.len() > 1);
        let phrases: Vec<Vec<Allowed>> = phrases.map(|group| allowed(group, matching)).collect();
        let marked = phrases.iter().flatten().any(|word| word.spellings.is_some());
        marked.then_some(Self { phrases })
    }

    /// Whether `text` holds all of the phrases.
    pub fn holds(&self, text: &str) -> bool {
        let analysis = Analysis::of(text);
        let words: Vec<_> = analysis.words().collect();
        self.phrases.iter().all(|phrase| {
            words.windows(phrase.len()).any(|run| {
                run.iter().zip(phrase).all(|(word, allowed)| {
                    let spelled = |spellings: &Vec<String>| spellings.iter().any(|spelling| spelling == word.exact);
                    word.folded == allowed.folded && allowed.spellings.as_ref().is_none_or(spelled)
                })
            })
        })
    }
}

fn allowed(group: &Group, matching: Matching) -> Vec<Allowed> {
    let of = |word: &Word| Allowed { folded: word.folded.clone(), spellings: allowed_spellings(word, matching) };
    group.words.iter().map(of).collect()
}

/// The exact forms that may stand for a word of a phrase: the one typed and fuller ones; none where
/// any will do.
pub(super) fn allowed_spellings(word: &Word, matching: Matching) -> Option<Vec<String>> {
    match matching {
        Matching::Exact => Some(vec![word.exact.clone()]),
        Matching::Folded if word.marked() => {
            let mut spellings = fuller_spellings(&word.exact);
            spellings.insert(0, word.exact.clone());
            Some(spellings)
        }
        Matching::Folded => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{parse, read};

    #[test]
    fn typed_marks_hold_side_by_side() {
        let check = |query: &str, matching, text: &str, expected: Option<bool>| {
            let test = PhraseTest::new(&read(&parse(query)), matching);
            assert_eq!(test.map(|test| test.holds(text)), expected, "{query} in {text}");
        };
        check("\"bán hàng\"", Matching::Folded, "bàn hàng và bán rau", Some(false));
        check("\"bán hàng\"", Matching::Folded, "việc bán\nhàng", Some(true));
        check("\"công doan\"", Matching::Folded, "Công đoàn", Some(true));
        check("\"công đoan\"", Matching::Folded, "Công đoàn", Some(true));
        check("\"công đoán\"", Matching::Folded, "Công đoàn", Some(false));
        check("\"cong doan\"", Matching::Folded, "Công đoàn", None);
        check("\"cong doan\"", Matching::Exact, "Công đoàn", Some(false));
        check("công đoàn", Matching::Folded, "", None);
    }
}
