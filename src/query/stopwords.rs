//! The words of a query to those of them that say nothing.

use std::sync::LazyLock;

use crate::analysis::{Analysis, Token};

/// An entry of the list as a run of words.
struct Entry {
    exact: Vec<String>,
    /// None where the letters alone may mean something else.
    folded: Option<Vec<String>>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let lines = include_str!("data/stopwords.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(entry).collect()
});

fn entry(line: &str) -> Entry {
    let analysis = Analysis::of(line);
    let words = |form: fn(Token) -> String| analysis.words().map(form).collect();
    let folded = (!line.ends_with('!')).then(|| words(|word| word.folded.to_owned()));
    Entry { exact: words(|word| word.exact.to_owned()), folded }
}

/// Which of `words` are stop words; they are taken as folded where `folded` is set.
pub(super) fn mark(words: &[&str], folded: bool) -> Vec<bool> {
    let mut stop = vec![false; words.len()];
    for entry in ENTRIES.iter().filter_map(|entry| if folded { entry.folded.as_ref() } else { Some(&entry.exact) }) {
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
        check("do van thang", true, &[false; 3]);
        check("vẫn do", false, &[true; 2]);
        check("", false, &[false]);
    }
}
