//! Text to where its runs may begin: what holds no date is passed over and never made tokens.

use std::sync::LazyLock;

use super::scan::{Gap, Kind, Scanner, sign};
use super::words::{Word, spellings};
use crate::mention::prefixes::Prefixes;

/// What a run must have, and the words to which a figure may be glued.
static ANCHORS: LazyLock<Prefixes> = LazyLock::new(|| anchors(b"IVX"));

/// The same where Roman figures may be small.
static FOLDED_ANCHORS: LazyLock<Prefixes> = LazyLock::new(|| anchors(b"IVXivx"));

fn anchors(roman: &'static [u8]) -> Prefixes {
    let counts = |word: &Word| Kind::Word(*word).may_anchor() || word.takes_figure();
    let words = spellings().filter(|(_, word)| counts(word)).map(|(spelling, _)| spelling);
    Prefixes::of(words).and_all(|byte| byte.is_ascii_digit() || roman.contains(&byte))
}

impl Scanner<'_> {
    /// Passes over what belongs to no useful run, from the end of a run on; false if there is no more.
    pub(super) fn skip(&mut self) -> bool {
        if self.anchor.is_some_and(|anchor| anchor >= self.at) {
            return true;
        }
        self.anchor = self.next_anchor();
        self.at = self.anchor.map_or(self.text.len(), |anchor| self.run_start(anchor));
        self.anchor.is_some()
    }

    fn next_anchor(&self) -> Option<usize> {
        let mut scout = self.scout(self.at);
        let anchors = if self.folded { &*FOLDED_ANCHORS } else { &*ANCHORS };
        loop {
            let at = anchors.next(self.text, scout.at)?;
            scout.at = at;
            let figure = self.text.as_bytes()[at].is_ascii_digit();
            if figure || scout.word(&mut Gap::default()).is_some_and(|word| word.kind.may_anchor()) {
                return Some(at);
            }
        }
    }

    /// Where a run that holds byte `anchor` begins at the earliest: behind a word or sign of no date.
    fn run_start(&self, anchor: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut start = anchor;
        while start > self.at {
            let byte = bytes[start - 1];
            if is_word_byte(byte) {
                let end = start;
                start -= bytes[self.at..end].iter().rev().take_while(|byte| is_word_byte(**byte)).count();
                let word = self.scout(start).word(&mut Gap::default());
                if word.is_some_and(|word| word.kind == Kind::Other && word.end == end) {
                    return end;
                }
            } else if byte.is_ascii_whitespace() || byte == b'*' || sign(byte, false) != Kind::Other {
                start -= 1;
            } else {
                return start;
            }
        }
        start
    }
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::super::scan::{ENOUGH, Token};
    use super::*;

    /// All runs that may hold a date, with nothing passed over.
    fn all_runs(text: &str, folded: bool) -> Vec<Vec<Token>> {
        let mut scanner = Scanner::new(text, &[], folded);
        let (mut runs, mut run) = (Vec::new(), Vec::new());
        loop {
            let token = scanner.next_token(&mut scanner.gap());
            run.extend(token);
            if token.is_none_or(|token| token.kind == Kind::Other) {
                let useful = run.iter().any(|token: &Token| token.kind.may_anchor())
                    && run.iter().map(|token| token.kind.weight()).sum::<usize>() >= ENOUGH;
                runs.extend(useful.then(|| run.clone()));
                run.clear();
            }
            if token.is_none() {
                return runs;
            }
        }
    }

    proptest! {
        #[test]
        fn no_run_is_passed_over(
            words in prop::collection::vec(prop::sample::select(vec![
                "tháng", "THÁNG", "thang", "5", "12/2020", "2020", "ngày", "ngày5", "định", "kỳ", "quy", "và", "của", "Hội",
                "XII", "xii", "năm2021", "quý", "II/2021", "Q1", "a1b", "12th", "1990s", "đầu", "thế", "kỷ", "rằm", "–", "“",
                "\n", "\n\n", "- ", ":", ", ", "(", "\u{200B}", "\u{301}", "\u{A0}", " ", " ", " ", " ", " ", " ",
            ]), 0..24),
            folded in any::<bool>(),
            decomposed in any::<bool>(),
        ) {
            let text = words.concat();
            let text: String = if decomposed { text.nfd().collect() } else { text };
            let mut scanner = Scanner::new(&text, &[], folded);
            let (mut runs, mut run) = (Vec::new(), Vec::new());
            while scanner.next_run(&mut run) {
                runs.push(run.clone());
            }
            prop_assert_eq!(format!("{runs:?}"), format!("{:?}", all_runs(&text, folded)), "{:?}", text);
        }
    }
}
