//! An accent that is drawn over or under a letter -> the letter that both make.

use crate::text::is_mark;
use unicode_normalization::UnicodeNormalization;

use super::sign::Sign;

/// The mark that a sign of its own stands for where it is drawn over a letter.
fn mark(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let mark = match chars.next()? {
        '`' | 'ˋ' => '\u{300}',
        '´' | 'ˊ' | '\'' => '\u{301}',
        '^' | 'ˆ' => '\u{302}',
        '~' | '˜' => '\u{303}',
        '˘' => '\u{306}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        c if is_mark(c) => c,
        _ => return None,
    };
    chars.next().is_none().then_some(mark)
}

/// Joins each accent of a line to the letter that it stands over, whichever was drawn first.
pub(super) fn join(signs: Vec<Sign>) -> Vec<Sign> {
    let mut joined: Vec<Sign> = Vec::with_capacity(signs.len());
    for sign in signs {
        let Some(last) = joined.last_mut() else {
            joined.push(sign);
            continue;
        };
        let is_over = |accent: &Sign, letter: &Sign| {
            (letter.start..letter.end.max(letter.start + f32::MIN_POSITIVE)).contains(&accent.middle())
                && letter.text.chars().next_back().is_some_and(char::is_alphabetic)
        };
        match (mark(&sign.text), mark(&last.text)) {
            (Some(mark), None) if is_over(&sign, last) => last.text = with_mark(&last.text, mark),
            (None, Some(mark)) if is_over(last, &sign) => {
                let text = with_mark(&sign.text, mark);
                let start = last.start.min(sign.start);
                *last = Sign { text, start, ..sign };
            }
            // a mark without a width follows its letter
            (Some(mark), None) if is_mark(mark) && is_combining_mark_itself(&sign.text) => {
                last.text = with_mark(&last.text, mark);
            }
            _ => joined.push(sign),
        }
    }
    joined
}

fn is_combining_mark_itself(text: &str) -> bool {
    text.chars().all(is_mark)
}

fn with_mark(text: &str, mark: char) -> String {
    // a dot is part of the letter where there is no accent
    let base = text.chars().map(|c| match c {
        'ı' => 'i',
        'ȷ' => 'j',
        c => c,
    });
    base.chain([mark]).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::super::sign::Up;
    use super::*;

    #[test]
    fn accents_join_their_letters() {
        let check = |signs: &[(&str, f64, f64)], expected: &str| {
            let up = Up { direction: (1.0, 0.0), size: 10.0 };
            let sign = |&(text, start, end): &(&str, f64, f64)| {
                Sign::between(text.to_owned(), "".into(), (start, 0.0).into(), (end, 0.0).into(), up).unwrap()
            };
            let joined = join(signs.iter().map(sign).collect());
            assert_eq!(joined.iter().map(|sign| sign.text.as_str()).collect::<String>(), expected);
        };
        check(&[("e", 0.0, 6.0), ("^", 0.2, 6.2), ("n", 6.0, 12.0)], "ên");
        check(&[("´", 0.5, 4.5), ("ı", 0.0, 3.0), ("n", 3.0, 9.0)], "ín");
        check(&[("e", 0.0, 6.0), ("^", 0.2, 6.2), ("´", 1.0, 5.0)], "ế");
        check(&[("o", 0.0, 5.0), ("\u{300}", 5.0, 5.0)], "ò");
        check(&[("x", 0.0, 5.0), ("^", 5.0, 9.0), ("2", 9.0, 14.0)], "x^2");
        check(&[("`", 0.0, 3.0), ("a", 3.0, 8.0)], "`a");
        check(&[("^", 0.0, 5.0)], "^");
    }
}
