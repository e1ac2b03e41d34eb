//! A phrase of a query and a text to whether the text holds it with the marks that were typed.

use std::ops::Range;

use crate::analysis::{Analysis, Token, TokenKind};

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
    /// Whether it is a short form, which means something else inside a symbol: `CP` in `NĐ-CP`.
    pub(super) short: bool,
}

impl PhraseTest {
    /// Adds a phrase that the text must hold in one of its forms.
    pub(super) fn add(&mut self, forms: Vec<Vec<Allowed>>) {
        let decide = |phrase: &Vec<Allowed>| {
            phrase.len() > 1 && phrase.iter().any(|word| word.spellings.is_some())
                || phrase.iter().any(|word| word.short)
        };
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
        let words = Words::of(&analysis);
        let stands = |form: &Vec<Allowed>| words.runs(form).next().is_some();
        self.0.iter().filter(|phrase| phrase.open).all(|phrase| phrase.forms.iter().any(stands))
    }

    /// Where the phrases stand in a text, in any of their forms: bytes of it.
    pub fn places(&self, analysis: &Analysis) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let words = Words::of(analysis);
        let forms = self.0.iter().flat_map(|phrase| &phrase.forms);
        forms.flat_map(|form| words.runs(form).collect::<Vec<_>>()).collect()
    }
}

/// The words of a text, and where its symbols stand.
struct Words<'a> {
    words: Vec<Token<'a>>,
    symbols: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    fn of(analysis: &'a Analysis) -> Self {
        let symbols = analysis.tokens().filter(|token| token.kind == TokenKind::Whole);
        Self { words: analysis.words().collect(), symbols: symbols.map(|symbol| symbol.start..symbol.end).collect() }
    }

    /// Where a form of a phrase stands.
    fn runs(&self, form: &'a [Allowed]) -> impl Iterator<Item = Range<usize>> {
        let stands = move |run: &&[Token<'_>]| run.iter().zip(form).all(|(word, allowed)| self.is(word, allowed));
        let runs = self.words.windows(form.len().max(1)).filter(stands);
        runs.filter_map(|run| Some(run.first()?.start..run.last()?.end))
    }

    fn is(&self, word: &Token<'_>, allowed: &Allowed) -> bool {
        let spelled = |spellings: &Vec<String>| spellings.iter().any(|spelling| spelling == word.exact);
        let inside = || {
            let at = self.symbols.partition_point(|symbol| symbol.end < word.end);
            self.symbols.get(at).is_some_and(|symbol| symbol.start <= word.start && word.end <= symbol.end)
        };
        word.folded == allowed.folded && allowed.spellings.as_ref().is_none_or(spelled) && !(allowed.short && inside())
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
            short: false,
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

    #[test]
    fn a_short_form_is_none_inside_a_symbol() {
        let word = Allowed { folded: "cp".to_owned(), spellings: None, short: true };
        let mut test = PhraseTest::default();
        test.add(vec![vec![word]]);
        assert!(!test.is_empty());
        assert!(!test.holds("Nghị định số 15/2020/NĐ-CP"));
        assert!(test.holds("Công ty CP Mường, theo Nghị định số 15/2020/NĐ-CP"));
    }
}
