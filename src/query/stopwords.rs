//! The words of a query to those of them that say nothing.

use std::sync::LazyLock;

use crate::analysis::{Analysis, fold};

/// The entries as runs of words, in exact and in folded form.
static ENTRIES: LazyLock<Vec<[Vec<String>; 2]>> = LazyLock::new(|| {
    let lines = include_str!("data/stopwords.txt").lines();
    let entries = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    entries
        .map(|entry| {
            let exact = Analysis::of(entry).words().map(|word| word.exact.to_owned()).collect();
            [exact, fold(entry).split(' ').map(str::to_owned).collect()]
        })
        .collect()
});

/// Which of `words` are stop words; they are taken as folded where `folded` is set.
pub(super) fn mark(words: &[&str], folded: bool) -> Vec<bool> {
    let mut stop = vec![false; words.len()];
    for entry in ENTRIES.iter().map(|forms| &forms[usize::from(folded)]) {
        for at in 0..=words.len().saturating_sub(entry.len()) {
            if words[at..].len() >= entry.len() && words[at..].iter().zip(entry).all(|(word, stop)| word == stop) {
                stop[at..at + entry.len()].fill(true);
            }
        }
    }
    stop
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_words_are_met_as_runs() {
        let check = |line: &str, folded, expected: &[bool]| {
            assert_eq!(mark(&line.split(' ').collect::<Vec<_>>(), folded), expected, "{line}");
        };
        check("ai là thư ký", false, &[true, true, false, false]);
        check("phạt bao nhiêu năm", false, &[false, true, true, false]);
        check("bao cấp", false, &[false, false]);
        check("khi nao", true, &[true, true]);
        check("khi nao", false, &[true, false]);
        check("", false, &[false]);
    }
}
