//! The words of a query to those of them that say nothing.

use std::sync::LazyLock;

use crate::analysis::syllable::is_folded_syllable;
use crate::analysis::{Analysis, Token};

/// An entry of a list as a run of words.
struct Entry {
    exact: Vec<String>,
    /// None where the letters alone may mean something else.
    folded: Option<Vec<String>>,
}

static VIETNAMESE: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("data/stopwords.txt")));

static ENGLISH: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("data/stopwords_english.txt")));

/// English words that no Vietnamese syllable has the letters of.
static ENGLISH_ALONE: LazyLock<Vec<&Entry>> =
    LazyLock::new(|| ENGLISH.iter().filter(|entry| !entry.exact.iter().all(|word| is_folded_syllable(word))).collect());

fn entries(list: &str) -> Vec<Entry> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(entry).collect()
}

fn entry(line: &str) -> Entry {
    let analysis = Analysis::of(line);
    let words = |form: fn(Token) -> String| analysis.words().map(form).collect();
    let folded = (!line.ends_with('!')).then(|| words(|word| word.folded.to_owned()));
    Entry { exact: words(|word| word.exact.to_owned()), folded }
}

/// Which of `words` are stop words; they are taken as folded where `folded` is set. In an `english` question those
/// are too that are Vietnamese syllables elsewhere: `an`, `that`.
pub(super) fn mark(words: &[&str], folded: bool, english: bool) -> Vec<bool> {
    let mut stop = vec![false; words.len()];
    if english {
        ENGLISH.iter().for_each(|entry| mark_entry(&entry.exact, words, &mut stop));
        return stop;
    }
    let vietnamese =
        VIETNAMESE.iter().filter_map(|entry| if folded { entry.folded.as_ref() } else { Some(&entry.exact) });
    let foreign = ENGLISH_ALONE.iter().map(|entry| &entry.exact);
    vietnamese.chain(foreign).for_each(|entry| mark_entry(entry, words, &mut stop));
    stop
}

/// Marks the words that stand where a run of words of a list does.
fn mark_entry(entry: &[String], words: &[&str], stop: &mut [bool]) {
    for at in 0..=words.len().saturating_sub(entry.len()) {
        if words[at..].len() >= entry.len() && words[at..].iter().zip(entry).all(|(word, stop)| word == stop) {
            stop[at..at + entry.len()].fill(true);
        }
    }
}

/// Whether a word is one that English sentences are held together by, and no Vietnamese syllable.
pub(super) fn is_english(word: &str) -> bool {
    ENGLISH_ALONE.iter().any(|entry| matches!(&*entry.exact, [only] if only == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_words_are_met_as_runs() {
        let check = |line: &str, folded, expected: &[bool]| {
            assert_eq!(mark(&line.split(' ').collect::<Vec<_>>(), folded, false), expected, "{line}");
        };
        check("ai là thư ký", false, &[true, true, false, false]);
        check("phạt bao nhiêu năm", false, &[false, true, true, false]);
        check("bao cấp", false, &[false, false]);
        check("khi nao", true, &[true, true]);
        check("khi nao", false, &[true, false]);
        check("do van thang", true, &[false; 3]);
        check("vẫn do", false, &[true; 2]);
        check("an ninh mạng", false, &[false; 3]);
        check("tro cap that nghiep", true, &[false; 4]);
        check("an voice of vietnam", true, &[false, false, true, false]);
        check("", false, &[false]);
    }

    #[test]
    fn in_english_its_own_words_say_nothing() {
        let words = ["what", "is", "an", "oath", "that", "workers", "do", "in", "public"];
        let expected = [true, true, true, false, true, false, true, true, false];
        assert_eq!(mark(&words, true, true), expected);
    }
}
