//! A name as it stands in a text to its canonical spelling: NFC, one blank, title case.

use unicode_normalization::UnicodeNormalization;

use super::word::{Gap, Shape, Word};

/// The canonical spelling of the name that `words` of `text` make.
pub(super) fn spell(text: &str, words: &[Word]) -> String {
    let mut name = String::with_capacity(words.iter().map(|word| word.end - word.start + 1).sum());
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            name.push_str(match word.gap {
                Gap::Hyphen => "-",
                // `David P. Marr`
                Gap::Stop | Gap::Dot => ". ",
                _ => " ",
            });
        }
        push_word(&text[word.start..word.end], word.shape == Shape::Upper, &mut name);
    }
    name
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
    let seen = |c: &char| !matches!(c, '*' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    let letters = raw.chars().filter(seen).nfc().map(|c| match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' => 'đ',
        c => c,
    });
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
