//! Blanks left out between two syllables, and blanks put into one.

use crate::analysis::Analysis;
use crate::text::has_marks;
use crate::text::syllable::{MAX_LETTERS, is_folded_syllable, is_syllable};

/// The pairs of syllables that `word` may be, those of most equal length first.
///
/// `congdoan` is `cong doan`. None where the word is a syllable itself. The pieces are as written; a
/// piece of one letter must bear a mark (`ở`, `ý`).
pub fn splits(word: &str) -> Vec<(String, String)> {
    let count = word.chars().count();
    if !(3..=2 * MAX_LETTERS + 6).contains(&count) || !word.chars().all(is_letter) || reads(word) {
        return Vec::new();
    }
    let mut pairs: Vec<(&str, &str)> = word
        .char_indices()
        .skip(1)
        .map(|(at, _)| word.split_at(at))
        // a mark belongs to the letter before it
        .filter(|(_, second)| second.starts_with(char::is_alphabetic) && !is_mark_first(second))
        .filter(|(first, second)| is_piece(first) && is_piece(second))
        .collect();
    pairs.sort_by_key(|(first, second)| first.chars().count().abs_diff(second.chars().count()));
    pairs.into_iter().map(|(first, second)| (first.to_owned(), second.to_owned())).collect()
}

/// The syllable that two words make without the blank between: `cô`, `ng` is `công`.
///
/// None where both are syllables as they stand (`to`, `an`), for then the blank may be meant.
pub fn joined(first: &str, second: &str) -> Option<String> {
    let parts = [first, second];
    if parts.iter().any(|part| part.is_empty() || !part.chars().all(is_letter)) || parts.iter().all(|part| reads(part))
    {
        return None;
    }
    let whole = format!("{first}{second}");
    reads(&whole).then_some(whole)
}

/// Whether this is a syllable as far as its marks are typed: all of them, or none.
fn reads(word: &str) -> bool {
    is_syllable(word) || is_folded_syllable(word)
}

fn is_piece(word: &str) -> bool {
    let long = word.chars().nth(1).is_some() || has_marks(Analysis::of(word).exact_line());
    long && reads(word)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || crate::text::is_mark(c)
}

fn is_mark_first(text: &str) -> bool {
    text.chars().next().is_some_and(crate::text::is_mark)
}
