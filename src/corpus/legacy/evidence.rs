//! Text that shows bytes as Latin-1 -> whether it has enough different letters of an encoding to be of it.
//!
//! `N°12`, `« »` and `§ 1` stand in French and English texts, and each is the place of a letter somewhere: a
//! few signs, however often, are no evidence.

use rustc_hash::FxHashSet;

use super::decode::read;
use super::encoding::Legacy;
use crate::corpus::judge::judge;

/// So many different signs beyond ASCII must stand in words, or in another encoding than TCVN3, which has signs for
/// most of its letters, so many that are letters in Latin-1.
const SIGNS: usize = 3;
const LETTERS: usize = 2;

/// With so many signs a text looks as if it were of the encoding.
const FEW_SIGNS: usize = 2;

/// What was seen of texts in an encoding.
#[derive(Default)]
pub(super) struct Evidence(FxHashSet<char>);

impl Evidence {
    /// Adds what the words of a text show that read well.
    pub fn add(&mut self, legacy: Legacy, text: &str) {
        for word in
            text.split_whitespace().filter(|word| !word.is_ascii() && judge(&read(legacy, word)).percent() == 100)
        {
            self.add_word(word);
        }
    }

    fn add_word(&mut self, word: &str) {
        let mut before = ' ';
        let mut rest = word.chars().peekable();
        while let Some(c) = rest.next() {
            let stands_in_word = before.is_alphabetic() || rest.peek().is_some_and(|next| next.is_alphabetic());
            if !c.is_ascii() && stands_in_word {
                self.0.insert(c);
            }
            before = c;
        }
    }

    /// Whether it is enough.
    pub fn suffices(&self, legacy: Legacy) -> bool {
        let letters = self.0.iter().filter(|c| c.is_alphabetic()).count();
        self.0.len() >= SIGNS || (!legacy.is_tcvn3() && letters >= LETTERS)
    }

    /// Whether it is enough to doubt the text.
    pub fn is_some(&self) -> bool {
        self.0.len() >= FEW_SIGNS
    }
}
