//! Number words to their value: `hai mươi mốt`, `một nghìn chín trăm bốn mươi lăm`, `một chín bốn lăm`.

use super::parse::Parser;
use super::scan::Kind;
use super::words::Word;

/// No year has more words: `một nghìn chín trăm chín mươi chín`, with some to spare.
const MAX_WORDS: usize = 10;

/// A number as it is read word by word.
#[derive(Default)]
struct Sum {
    thousands: u16,
    below: u16,
    /// Figures that no `mươi`, `trăm` or `nghìn` has weighed yet.
    figures: u16,
    count: u8,
    weighed: bool,
}

impl Sum {
    fn add(&mut self, word: Word) -> Option<()> {
        match word {
            Word::Number(10) if self.count == 0 => self.below += 10,
            Word::Number(figure @ 0..=9) if self.count < if self.weighed { 1 } else { 4 } => {
                self.figures = self.figures * 10 + u16::from(figure);
                self.count += 1;
                return Some(());
            }
            Word::Tens if self.count == 1 => self.below += 10 * self.figures,
            Word::Hundred if self.count == 1 => self.below += 100 * self.figures,
            Word::Thousand if self.count == 1 && self.thousands == 0 && self.below == 0 => {
                self.thousands = self.figures;
            }
            Word::Odd if self.count == 0 && self.weighed => {}
            _ => return None,
        }
        self.weighed = true;
        (self.figures, self.count) = (0, 0);
        Some(())
    }

    fn value(&self) -> Option<u16> {
        // figures that stand alone are one, two (`hai lăm`) or those of a year
        (self.weighed || matches!(self.count, 1 | 2 | 4)).then_some(self.thousands * 1000 + self.below + self.figures)
    }
}

impl Parser<'_> {
    /// The number in words that begins at token `at`, and the token behind it.
    pub(super) fn spoken(&self, at: usize) -> Option<(u16, usize)> {
        let mut sum = Sum::default();
        let mut next = at;
        while next < at + MAX_WORDS {
            let word = match self.kind(next) {
                // năm is a year and a five
                Kind::Word(Word::Year) if self.is_five(next, at) => Word::Number(5),
                Kind::Word(word) => word,
                _ => break,
            };
            if sum.add(word).is_none() {
                break;
            }
            next += 1;
        }
        if next == at { None } else { Some((sum.value()?, next)) }
    }

    fn is_five(&self, at: usize, first: usize) -> bool {
        matches!(self.kind(at + 1), Kind::Word(Word::Tens | Word::Hundred | Word::Thousand))
            || at > first && self.is(at - 1, Word::Odd)
    }
}
