//! Text that is raised above its line -> the mark of a note, which is no part of the word before it, or
//! what belongs to that word.
//!
//! The mark of a note is written `[1]`, right behind what it hangs on: tokens and mentions pass over it.

use crate::text::is_dash;

/// Words that an exponent stands behind, beside those without a vowel, which are units and products of variables
/// (`km²`, `xy²`).
const RAISED_TO: [&str; 10] = ["ha", "dam", "sin", "cos", "tan", "tg", "cot", "cotg", "log", "exp"];

/// More digits than this are no number of a note.
const MAX_DIGITS: usize = 3;

/// More notes than this do not hang on one word.
const MAX_NOTES: usize = 6;

/// How a raised text is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// As a mark of notes: the text with its brackets.
    Mark(String),
    /// A part of the word before it: an exponent, an ending.
    Joined,
    /// A word of its own.
    Apart,
}

/// How a text that is raised is written behind this one on its line.
pub(super) fn raised(before: &str, text: &str) -> Raised {
    let before = before.trim_end();
    let numbers = notes(text);
    let Some(last) = before.chars().next_back() else {
        return if numbers.is_some() { Raised::Apart } else { Raised::Joined };
    };
    let word_start = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + width_at(before, at));
    let word = &before[word_start..];
    let is_digits = word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    match numbers {
        None if last.is_ascii_digit() && text.starts_with(|c: char| c.is_ascii_digit()) => Raised::Apart,
        None => Raised::Joined,
        // a power of ten, or of another number that stands for nothing else
        Some(_) if is_digits && word.len() <= 2 && !before[..word_start].ends_with(['/', '-', '.', ',']) => {
            Raised::Apart
        }
        Some(_) if (has_power(word) || is_of_formula(last)) && !text.contains(['[', '(']) => Raised::Joined,
        Some(numbers) => Raised::Mark(format!("[{numbers}]")),
    }
}

fn width_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Whether a word is raised to a power: a variable, also with its factor (`x`, `4x`, `x3y`), a unit, a function.
fn has_power(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut ends = letters.chars().rev();
    let is_variable = ends.next().is_some_and(char::is_alphabetic) && ends.next().is_none_or(|c| c.is_ascii_digit());
    let is_product = !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiou".contains(&b));
    is_variable || is_product || RAISED_TO.contains(&letters)
}

/// Whether a sign is one of a formula, of which an exponent is a part.
fn is_of_formula(c: char) -> bool {
    "∂∇∆Δ∑∏∫√=+-−×·/<>|≤≥".contains(c)
}

/// The numbers of notes that a text is, and nothing else: `1`, `(1)`, `[1]`, `1)`, `1,2`.
fn notes(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches([',', ';', '.']);
    let inner = text.strip_prefix(['[', '(']).unwrap_or(text);
    let inner = inner.strip_suffix([']', ')']).unwrap_or(inner);
    let mut count = 0;
    let is_number = |number: &str| {
        let digits = number.trim();
        (1..=MAX_DIGITS).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    for number in inner.split(|c| matches!(c, ',' | ';') || is_dash(c)) {
        count += 1;
        if count > MAX_NOTES || !is_number(number) {
            return None;
        }
    }
    Some(inner.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_notes_are_told_from_what_belongs_to_a_word() {
        let check = |before: &str, text: &str, expected: Raised| {
            assert_eq!(raised(before, text), expected, "{before}^{text}");
        };
        let mark = |text: &str| Raised::Mark(text.to_owned());
        check("Lê Văn Hiến", "1", mark("[1]"));
        check("Lê Văn Hiến ", " 12 ", mark("[12]"));
        check("số 15/QĐ-UB", "3", mark("[3]"));
        check("15/8/1945", "4", mark("[4]"));
        check("ngày 15/8", "4", mark("[4]"));
        check("Tân Trào", "[3]", mark("[3]"));
        check("Tân Trào", "(3)", mark("[3]"));
        check("Trung ương", "1,2", mark("[1,2]"));
        check("“nghị quyết”", "2", mark("[2]"));
        check("5 m", "2", Raised::Joined);
        check("12 km", "2", Raised::Joined);
        check("x", "2", Raised::Joined);
        check("4x", "2", Raised::Joined);
        check("x3y", "2", Raised::Joined);
        check("5cm", "2", Raised::Joined);
        check("3xy", "2", Raised::Joined);
        check("cos", "2", Raised::Joined);
        check("∂", "2", Raised::Joined);
        check("số 15/QĐ", "2", mark("[2]"));
        check("5", "th", Raised::Joined);
        check("N", "o", Raised::Joined);
        check("Hiến", "*", Raised::Joined);
        check("10", "6", Raised::Apart);
        check("10", "-6", Raised::Joined);
        check("10", "6x", Raised::Apart);
        check("", "1", Raised::Apart);
        check("năm 2021", "2", mark("[2]"));
        check("", "th", Raised::Joined);
    }
}
