//! A phrase of a query and a text to whether the text holds it with the marks that were typed.

use std::ops::Range;

use crate::analysis::{Analysis, Token};

/// Tests texts for phrases.
#[derive(Clone, Debug, Default)]
pub struct PhraseTest(Vec<Phrase>);

#[derive(Clone, Debug)]
struct Phrase {
    forms: Vec<Vec<Allowed>>,
    /// Whether its letters alone do not tell that a text holds it.
    open: bool,
}

/// What may stand for a word of a phrase.
#[derive(Clone, Debug)]
pub(super) struct Allowed {
    /// Its letters.
    pub(super) folded: String,
    /// In exact form; none where any marks will do.
    pub(super) spellings: Option<Vec<String>>,
}

impl PhraseTest {
    /// Adds a phrase that the text must hold in one of its forms.
    pub(super) fn add(&mut self, forms: Vec<Vec<Allowed>>) {
        let decide = |phrase: &Vec<Allowed>| phrase.len() > 1 && phrase.iter().any(|word| word.spellings.is_some());
        let open = forms.iter().any(decide);
        self.0.push(Phrase { forms, open });
    }

    /// Whether every text passes that holds the letters.
    pub fn is_empty(&self) -> bool {
        !self.0.iter().any(|phrase| phrase.open)
    }

    /// Whether a text that holds the letters of the phrases holds all of them.
    pub fn holds(&self, text: &str) -> bool {
        let analysis = Analysis::of(text);
        let words: Vec<Token> = analysis.words().collect();
        let stands = |form: &Vec<Allowed>| words.windows(form.len().max(1)).any(|run| is_run(run, form));
        self.0.iter().filter(|phrase| phrase.open).all(|phrase| phrase.forms.iter().any(stands))
    }

    /// Where the phrases stand in a text, in any of their forms: bytes of it.
    pub fn places(&self, analysis: &Analysis) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let words: Vec<Token> = analysis.words().collect();
        let forms = self.0.iter().flat_map(|phrase| &phrase.forms);
        let runs = forms.flat_map(|form| words.windows(form.len().max(1)).filter(move |run| is_run(run, form)));
        runs.filter_map(|run| Some(run.first()?.start..run.last()?.end)).collect()
    }
}

/// Whether words are those of a phrase.
fn is_run(words: &[Token], form: &[Allowed]) -> bool {
    words.iter().zip(form).all(|(word, allowed)| {
        let spelled = |spellings: &Vec<String>| spellings.iter().any(|spelling| spelling == word.exact);
        word.folded == allowed.folded && allowed.spellings.as_ref().is_none_or(spelled)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_marks_hold_side_by_side() {
        let word = |folded: &str, spellings: &[&str]| Allowed {
            folded: folded.to_owned(),
            spellings: (!spellings.is_empty()).then(|| spellings.iter().map(|s| (*s).to_owned()).collect()),
        };
        let mut test = PhraseTest::default();
        test.add(vec![vec![word("cong", &[]), word("doan", &[])]]);
        assert!(test.is_empty(), "letters decide");
        test.add(vec![vec![word("ban", &["bán"]), word("hang", &[])], vec![word("bh", &[])]]);
        assert!(!test.holds("bàn hàng và bán rau"));
        assert!(test.holds("việc bán\nhàng"));
        assert!(!test.holds("bán"));
        assert!(test.holds("BH ở chợ"));
        let text = "Hàng bán, việc bán hàng; công ty và Công đoàn, bàn hàng";
        let places = test.places(&Analysis::of(text)).into_iter().map(|place| &text[place]);
        assert_eq!(places.collect::<Vec<_>>(), ["Công đoàn", "bán hàng"]);
    }
}
