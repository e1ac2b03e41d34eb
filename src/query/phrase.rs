//! A phrase of a query and a text to whether the text holds it with the marks that were typed.

use crate::analysis::Analysis;

/// Tests texts for phrases.
#[derive(Clone, Debug, Default)]
pub struct PhraseTest {
    /// Each in all of its forms.
    phrases: Vec<Vec<Vec<Allowed>>>,
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
    /// Adds a phrase that the text must hold in one of its forms, unless its letters alone decide.
    pub(super) fn add(&mut self, forms: Vec<Vec<Allowed>>) {
        let decide = |phrase: &Vec<Allowed>| phrase.len() > 1 && phrase.iter().any(|word| word.spellings.is_some());
        if forms.iter().any(decide) {
            self.phrases.push(forms);
        }
    }

    /// Whether every text passes.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Whether `text` holds all of the phrases.
    pub fn holds(&self, text: &str) -> bool {
        let analysis = Analysis::of(text);
        let words: Vec<_> = analysis.words().collect();
        let stands = |phrase: &Vec<Allowed>| {
            words.windows(phrase.len()).any(|run| {
                run.iter().zip(phrase).all(|(word, allowed)| {
                    let spelled = |spellings: &Vec<String>| spellings.iter().any(|spelling| spelling == word.exact);
                    word.folded == allowed.folded && allowed.spellings.as_ref().is_none_or(spelled)
                })
            })
        };
        self.phrases.iter().all(|forms| forms.iter().any(stands))
    }
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
    }
}
