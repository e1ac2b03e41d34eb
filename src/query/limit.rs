//! What was typed to as much of it as is read, and what to say of the rest.

use super::notice::{Counted, Notice};
use crate::analysis::Analysis;

/// More words than this are not looked up.
pub(super) const MAX_WORDS: usize = 128;

/// Longer queries and values are cut here, in code points.
const MAX_CHARS: usize = 10_000;

/// As many characters of a query as are read, and a notice where these are not all.
pub(super) fn characters(typed: &str) -> (&str, Option<Notice>) {
    match typed.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => (&typed[..end], Some(Notice::Cut { what: Counted::Characters, most: MAX_CHARS })),
        None => (typed, None),
    }
}

/// The notice that only so many words are.
pub(super) fn words_notice(what: Counted) -> Notice {
    Notice::Cut { what, most: MAX_WORDS }
}

/// As much of a number or a name as is read: so many characters, and so many words of these.
pub fn limited(typed: &str) -> (&str, Vec<Notice>) {
    let (read, cut) = characters(typed);
    let mut notices: Vec<Notice> = cut.into_iter().collect();
    let analysis = Analysis::of(read);
    let end = analysis.words().nth(MAX_WORDS).map(|word| word.start);
    notices.extend(end.map(|_| words_notice(Counted::Words)));
    (&read[..end.unwrap_or(read.len())], notices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_is_cut_with_a_notice() {
        let check = |typed: &str, words: usize, notices: usize| {
            let (read, told) = limited(typed);
            assert!(typed.starts_with(read));
            assert_eq!((Analysis::of(read).words().count(), told.len()), (words, notices), "{told:?}");
        };
        check("142/KH-LĐLĐ", 3, 0);
        check(&"an ".repeat(MAX_WORDS), MAX_WORDS, 0);
        check(&"an ".repeat(MAX_WORDS + 1), MAX_WORDS, 1);
        check(&"1/QĐ-UB ".repeat(2000), MAX_WORDS, 2);
        check(&"đ".repeat(MAX_CHARS + 1), 1, 1);
    }
}
