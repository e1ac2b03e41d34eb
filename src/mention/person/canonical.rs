//! A name as it stands in a text to its canonical spelling: NFC, one blank, title case.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::lexicon::{Lexicon, flag};
use super::word::{Gap, Shape, Word, is_letters};
use crate::text::syllable::is_syllable;
use crate::text::{is_invisible, with_stroke};

/// The bytes of the name that `words` of `text` make. The full stop behind letters that stand for a name that is kept
/// back belongs to it: `Nguyễn Văn Q.`, `N.T.D.`.
pub(super) fn stretch(text: &str, words: &[Word]) -> Range<usize> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
    let behind = &text[last.end..];
    let stop = is_letters(&text[last.start..last.end]) && behind.starts_with('.') && !behind.starts_with("..");
    first.start..last.end + usize::from(stop)
}

/// The canonical spelling of the name that `words` of `text` make.
pub(super) fn spell(text: &str, words: &[Word]) -> String {
    let mut name = String::with_capacity(words.iter().map(|word| word.end - word.start + 1).sum());
    let raw = |word: &Word| &text[word.start..word.end];
    let letters = words.iter().all(|word| is_letters(raw(word)));
    for (n, word) in words.iter().enumerate() {
        let joined = n > 0 && word.gap == Gap::Hyphen && is_of_name(text, words, n) && is_of_name(text, words, n - 1);
        if n > 0 {
            name.push_str(match word.gap {
                Gap::Hyphen if !joined => "-",
                Gap::Stop | Gap::Dot if letters => ".",
                // `David P. Marr`
                Gap::Stop | Gap::Dot => ". ",
                _ => " ",
            });
        }
        // `Lê văn Tám`, `Võ-nguyên-Giáp`
        let small = word.shape == Shape::Small && (joined || is_middle(word) || raw(word) == "nữ");
        push_word(raw(word), word.shape == Shape::Upper || small, &mut name);
    }
    if stretch(text, words).end > words.last().map_or(0, |last| last.end) {
        name.push('.');
    }
    name
}

/// Whether a word is a syllable of the Vietnamese name that `words` of `text` begin, which has a blank before it even
/// where it was written with hyphens: `Võ-nguyên-Giáp`. Behind a family and a middle name any syllable is one:
/// `Trần-Hữu-Dực`.
pub(super) fn is_of_name(text: &str, words: &[Word], n: usize) -> bool {
    let known = |word: &Word, flags| Lexicon::get().flags(word.id) & flags != 0;
    let is_known = |word: &Word| known(word, flag::SYLLABLE | flag::FAMILY);
    let (before, Some(word)) = (words.get(..n).unwrap_or_default(), words.get(n)) else { return false };
    is_known(word)
        || before.len() > 1
            && before.first().is_some_and(|family| known(family, flag::FAMILY))
            && before.iter().all(is_known)
            && is_syllable(&text[word.start..word.end])
}

fn is_middle(word: &Word) -> bool {
    Lexicon::get().flags(word.id) & flag::MIDDLE != 0
}

/// The canonical spelling of a name written with blanks: `ĐỖ  QUANG TỤ` is `Đỗ Quang Tụ`.
pub fn canonical(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    for word in name.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()) {
        if !spelled.is_empty() {
            spelled.push(' ');
        }
        let upper = word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase);
        let small = !word.chars().any(char::is_uppercase);
        push_word(word, upper || small, &mut spelled);
    }
    spelled
}

/// Appends a word; `title` makes its first letter a capital and the rest small.
fn push_word(raw: &str, title: bool, out: &mut String) {
    let seen = |c: &char| *c != '*' && !is_invisible(*c);
    let letters = raw.chars().filter(seen).nfc().map(with_stroke);
    if !title {
        out.extend(letters);
        return;
    }
    let mut first = true;
    for letter in letters {
        if first {
            out.extend(letter.to_uppercase());
        } else {
            out.extend(letter.to_lowercase());
        }
        // `K'BRƠ` has a capital behind the apostrophe too
        first = matches!(letter, '\'' | '’' | '-');
    }
}
