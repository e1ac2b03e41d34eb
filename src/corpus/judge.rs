//! Decoded text -> how much of it reads as Vietnamese, to tell a right encoding from a wrong one.
//!
//! Only words with a letter beyond ASCII count: all encodings agree about the others.

mod spelling;

use self::spelling::{Kind, Word};

/// What a word that is no syllable takes from the score; a frequent syllable brings 1 to 12.
const WRONG: i64 = -6;

/// How many words have a letter beyond ASCII, and how well those read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Verdict {
    /// Words with a letter beyond ASCII, abbreviations left out.
    pub marked: usize,
    /// Those of them that are Vietnamese syllables.
    pub syllables: usize,
    /// The more frequent the syllables, the higher; words that are none count against it.
    pub score: i64,
}

impl Verdict {
    /// The part of the marked words that are syllables, in percent; 0 without any.
    pub fn percent(self) -> usize {
        self.syllables * 100 / self.marked.max(1)
    }

    fn add(&mut self, word: &Word) {
        let (is_syllable, score) = match word.kind() {
            Kind::Unmarked | Kind::Abbreviation => return,
            Kind::Syllable(frequency) => (true, i64::from(frequency)),
            Kind::Wrong => (false, WRONG),
        };
        self.marked += 1;
        self.syllables += usize::from(is_syllable);
        self.score += score;
    }
}

/// Judges a text; signs that stand inside words count as letters, and as wrong ones.
pub(super) fn judge(text: &str) -> Verdict {
    let mut verdict = Verdict::default();
    let mut word = Word::default();
    for c in text.chars() {
        if ends_word(c) {
            verdict.add(&word);
            word = Word::default();
        } else {
            word.push(c);
        }
    }
    verdict.add(&word);
    verdict
}

fn ends_word(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_alphabetic() && (c.is_ascii_graphic() || c.is_ascii_whitespace());
    }
    c.is_whitespace() || is_typographic(c)
}

/// Whether this is a sign of office software that windows-1252 and windows-1258 share.
pub(super) fn is_typographic(c: char) -> bool {
    matches!(c, '‘' | '’' | '“' | '”' | '„' | '‚' | '–' | '—' | '…' | '•' | '€' | '™' | '\u{A0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marked_words_are_judged() {
        let check = |text: &str, marked: usize, syllables: usize| {
            let verdict = judge(text);
            assert_eq!((verdict.marked, verdict.syllables), (marked, syllables), "{text}");
        };
        check("", 0, 0);
        check("plain words, 2021", 0, 0);
        check("Số 142/KH-LĐLĐ – “Cao Bằng”", 2, 2);
        check("C\u{E9}ng h\u{DF}a x\u{B7} h\u{E9}i", 4, 0);
        check("Viê\u{323}t cô\u{323}ng", 2, 2);
        check(&"ế".repeat(100_000), 1, 0);
    }

    #[test]
    fn frequent_syllables_outweigh_rare_ones() {
        assert!(judge("của").score > judge("quýnh").score);
        assert!(judge("quýnh").score > judge("cña").score);
        assert_eq!(judge("hoà").score, judge("hòa").score);
    }
}
