//! A text to the parts that are read one after the other: what is worked out of a text takes many times its bytes.

use std::ops::Range;

/// Bytes of a text that are read as a whole: no document that was written as one is longer.
const MAX_TOGETHER: usize = 16 << 20;

/// The parts of a text, each as many whole lines as are read together, or else whole words.
pub(super) fn parts(text: &str) -> impl Iterator<Item = Range<usize>> {
    parts_of(text, MAX_TOGETHER)
}

fn parts_of(text: &str, most: usize) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let mut is_first = true;
    std::iter::from_fn(move || {
        if start == text.len() && !is_first {
            return None;
        }
        is_first = false;
        let end = end_of(text, start, most);
        Some(std::mem::replace(&mut start, end)..end)
    })
}

fn end_of(text: &str, start: usize, most: usize) -> usize {
    if text.len() - start <= most {
        return text.len();
    }
    let mut end = start + most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let part = &text[start..end];
    let behind = |sign: char| part.rfind(sign).map(|at| start + at + sign.len_utf8());
    behind('\n').or_else(|| behind(' ')).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_parted_at_lines_and_words() {
        let check = |text: &str, expected: &[&str]| {
            let parts: Vec<&str> = parts_of(text, 8).map(|part| &text[part]).collect();
            assert_eq!(parts, expected);
        };
        check("", &[""]);
        check("một hai", &["một ", "hai"]);
        check("a\nb\nc", &["a\nb\nc"]);
        check("a b c\nd e f g\nh", &["a b c\n", "d e f g\n", "h"]);
        check("ăăăăăăă", &["ăăăă", "ăăă"]);
    }
}
