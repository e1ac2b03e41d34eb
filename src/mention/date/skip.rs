//! Text to where its runs may begin: what holds no date is passed over and never made tokens.

use super::scan::{Gap, Kind, Scanner, sign};
use crate::mention::prefixes::Prefixes;
use crate::text::letter_width;

// ANCHORS: how figures and the words that tell of a date begin
include!(concat!(env!("OUT_DIR"), "/date_anchors.rs"));

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

    fn next_anchor(&mut self) -> Option<usize> {
        let mut scout = self.scout(self.at);
        let bytes = self.text.as_bytes();
        loop {
            let at = ANCHORS.next(self.text, scout.at)?;
            scout.at = at;
            let is_anchor = if !bytes[at].is_ascii_digit() {
                scout.word(&mut Gap::default()).is_some_and(|word| word.kind.tells())
            } else if scout.skip_number() {
                // no run goes over a document number
                (self.at, self.numbers) = (scout.at, scout.numbers);
                false
            } else {
                let kind = scout.figure(&Gap::default()).kind;
                kind.tells() || matches!(kind, Kind::Figure(..)) && may_be_joined(bytes, scout.at)
            };
            if is_anchor {
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
                let mut scout = self.scout(start);
                let word = match bytes[start].is_ascii_digit() {
                    true => Some(scout.figure(&Gap::default())),
                    false => scout.word(&mut Gap::default()),
                };
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

/// Whether a sign and another figure may follow the figure that ends at byte `end`.
fn may_be_joined(bytes: &[u8], end: usize) -> bool {
    let blanks = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b'*').count();
    // beyond ASCII there are dashes, blanks and what is not seen
    let is_unsure = |at: usize| bytes.get(at).is_some_and(|byte| !byte.is_ascii()) && letter_width(bytes, at).is_none();
    let sign = end + blanks(end);
    if !matches!(bytes.get(sign), Some(b'/' | b'-' | b'.')) {
        return is_unsure(sign);
    }
    let next = sign + 1 + blanks(sign + 1);
    is_unsure(next) || bytes.get(next).is_some_and(u8::is_ascii_digit)
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::super::scan::{Token, may_hold_date};
    use super::*;

    /// All runs that may hold a date, with nothing passed over.
    fn all_runs(text: &str, folded: bool) -> Vec<Vec<Token>> {
        let mut scanner = Scanner::new(text, &[], folded);
        let (mut runs, mut run) = (Vec::new(), Vec::new());
        loop {
            let token = scanner.next_token(&mut scanner.gap());
            run.extend(token);
            if token.is_none_or(|token| token.kind == Kind::Other) {
                let useful = may_hold_date(&run);
                runs.extend(useful.then(|| run.clone()));
                run.clear();
            }
            if token.is_none() {
                return runs;
            }
        }
    }

    #[test]
    fn a_run_begins_behind_a_document_number() {
        let text = "số 204/2004/NĐ-CPngày 14 tháng 12 năm 2004";
        let number = 4..text.find("ngày").expect("it is there");
        let mut run = Vec::new();
        let numbers = [number.clone()];
        assert!(Scanner::new(text, &numbers, false).next_run(&mut run));
        assert_eq!((run[0].start, run.len()), (number.end, 6));
    }

    proptest! {
        #[test]
        fn no_run_is_passed_over(
            words in prop::collection::vec(prop::sample::select(vec![
                "tháng", "THÁNG", "thang", "5", "12/2020", "2020", "ngày", "ngày5", "5/4", "4. 5", "định", "kỳ", "quy", "và", "của", "Hội",
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
