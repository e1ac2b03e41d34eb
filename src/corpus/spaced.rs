//! Headings whose letters are set apart by blanks (`Q U Y Ế T   Đ Ị N H`) -> the same with their words whole.
//!
//! Only capitals that make Vietnamese syllables are put together: where more than one blank parts words, the words
//! are known; where one blank parts all letters, only a single word is.

use std::borrow::Cow;

use super::judge::judge;

/// Fewer letters apart are a list.
const MIN_LETTERS: usize = 4;

/// No line of a heading has more.
const MAX_LETTERS: usize = 200;

/// A letter that stands alone.
struct Letter {
    start: usize,
    end: usize,
    /// More than one blank stands before it.
    opens_word: bool,
}

/// Puts letters that are set apart together, line by line.
pub(super) fn joined(text: &str) -> Cow<'_, str> {
    let mut out: Option<String> = None;
    let mut done = 0;
    let mut letters: Vec<Letter> = Vec::new();
    for (start, end, blanks) in words(text) {
        let is_letter = is_capital(&text[start..end]);
        let goes_on = is_letter && blanks > 0 && letters.len() < MAX_LETTERS;
        if !goes_on && let Some(whole) = whole(text, &letters) {
            let out = out.get_or_insert_default();
            out.push_str(&text[done..letters[0].start]);
            out.push_str(&whole);
            done = letters[letters.len() - 1].end;
        }
        if !goes_on {
            letters.clear();
        }
        if is_letter {
            letters.push(Letter { start, end, opens_word: blanks > 1 });
        }
    }
    if let Some(whole) = whole(text, &letters) {
        let out = out.get_or_insert_default();
        out.push_str(&text[done..letters[0].start]);
        out.push_str(&whole);
        done = letters[letters.len() - 1].end;
    }
    match out {
        Some(out) => Cow::Owned(out + &text[done..]),
        None => Cow::Borrowed(text),
    }
}

/// Where each word starts and ends, and how many blanks stand before it on its line; 0 where it starts one.
fn words(text: &str) -> impl Iterator<Item = (usize, usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + rest.find(|c: char| !c.is_whitespace())?;
        let between = &text[at..start];
        let blanks = if at == 0 || between.contains('\n') { 0 } else { between.chars().count() };
        let end = text[start..].find(char::is_whitespace).map_or(text.len(), |length| start + length);
        at = end;
        Some((start, end, blanks))
    })
}

/// Whether a word is one capital, with its marks.
fn is_capital(word: &str) -> bool {
    let mut chars = word.chars();
    word.len() <= 8 && chars.next().is_some_and(char::is_uppercase) && chars.all(crate::text::is_mark)
}

fn whole(text: &str, letters: &[Letter]) -> Option<String> {
    if letters.len() < MIN_LETTERS {
        return None;
    }
    let mut out = String::new();
    for (at, letter) in letters.iter().enumerate() {
        if at > 0 && letter.opens_word {
            out.push(' ');
        }
        out.push_str(&text[letter.start..letter.end]);
    }
    let verdict = judge(&out);
    (verdict.syllables > 0 && verdict.syllables == verdict.marked).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_set_apart_become_words() {
        let check = |text: &str, expected: &str| assert_eq!(joined(text), expected);
        check("Q U Y Ế T   Đ Ị N H", "QUYẾT ĐỊNH");
        check("số 5\n  Q U Y Ế T  Đ Ị N H \nvề", "số 5\n  QUYẾT ĐỊNH \nvề");
        check("Q U Y Ế T", "QUYẾT");
        check("N G H Ị  Q U Y Ế T : 5", "NGHỊ QUYẾT : 5");
        check("A B C D Đ", "A B C D Đ");
        check("Câu 1 A  B  C  D", "Câu 1 A  B  C  D");
        check("Ông A và bà B", "Ông A và bà B");
        check("", "");
        check(" Ế ", " Ế ");
    }
}
