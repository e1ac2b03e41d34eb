//! The words of a query to those of them that say nothing.

/// An entry of a list as a run of words.
struct Entry {
    exact: &'static [&'static str],
    /// None where the letters alone may mean something else.
    folded: Option<&'static [&'static str]>,
}

// VIETNAMESE, ENGLISH; ENGLISH_ALONE: English words that no Vietnamese syllable has the letters of
include!(concat!(env!("OUT_DIR"), "/stopwords.rs"));

/// Which of `words` are stop words; they are taken as folded where `folded` is set. In an `english` question those
/// are too that are Vietnamese syllables elsewhere: `an`, `that`.
pub(super) fn mark(words: &[&str], folded: bool, english: bool) -> Vec<bool> {
    let mut stop = vec![false; words.len()];
    if english {
        ENGLISH.iter().for_each(|entry| mark_entry(entry.exact, words, &mut stop));
        return stop;
    }
    let vietnamese = VIETNAMESE.iter().filter_map(|entry| if folded { entry.folded } else { Some(entry.exact) });
    let foreign = ENGLISH_ALONE.iter().map(|entry| entry.exact);
    vietnamese.chain(foreign).for_each(|entry| mark_entry(entry, words, &mut stop));
    stop
}

/// Whether a word in exact form is a stop word by itself.
pub(super) fn is_listed(word: &str) -> bool {
    mark(&[word], false, false)[0]
}

/// Which words are stop words, where some are known in exact form and others by their letters alone. What letters tell
/// of runs of several words is certain: `khi nao`.
pub(super) fn mark_restored(words: &mut [(Option<String>, &str)]) -> Vec<bool> {
    let mut stop = vec![false; words.len()];
    for entry in VIETNAMESE.iter().chain(ENGLISH_ALONE) {
        let length = entry.exact.len();
        let starts = 0..(words.len() + 1).saturating_sub(length);
        for at in starts {
            let run = &mut words[at..at + length];
            let by_letters = |(at, word): (usize, &(Option<String>, &str))| {
                entry.folded.is_some_and(|letters| letters[at] == word.1)
            };
            let as_meant = |(at, word): (usize, &(Option<String>, &str))| {
                word.0.as_deref().map_or_else(|| by_letters((at, word)), |meant| meant == entry.exact[at])
            };
            if length > 1 && run.iter().enumerate().all(by_letters) {
                run.iter_mut().zip(entry.exact).for_each(|(word, exact)| word.0 = Some((*exact).to_owned()));
            } else if !run.iter().enumerate().all(as_meant) {
                continue;
            }
            stop[at..at + length].fill(true);
        }
    }
    stop
}

/// Marks the words that stand where a run of words of a list does.
fn mark_entry(entry: &[&str], words: &[&str], stop: &mut [bool]) {
    for at in 0..=words.len().saturating_sub(entry.len()) {
        if words[at..].len() >= entry.len() && words[at..].iter().zip(entry).all(|(word, stop)| word == stop) {
            stop[at..at + entry.len()].fill(true);
        }
    }
}

/// Whether a word is one that English sentences are held together by, and no Vietnamese syllable.
pub(super) fn is_english(word: &str) -> bool {
    ENGLISH_ALONE.iter().any(|entry| matches!(entry.exact, [only] if *only == word))
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
    fn what_is_known_of_words_tells_whether_they_say_something() {
        let check = |line: &str, expected: &str| {
            let words = line.split(' ').map(|word| word.split_once('=').unwrap_or((word, "")));
            let meant = |meant: &str| Some(meant).filter(|meant| !meant.is_empty()).map(str::to_owned);
            let mut words: Vec<(Option<String>, &str)> = words.map(|(word, form)| (meant(form), word)).collect();
            let stops = mark_restored(&mut words);
            let show = |((meant, _), stop): (&(Option<String>, &str), bool)| {
                format!("{}{}", meant.as_deref().unwrap_or("?"), if stop { "~" } else { "" })
            };
            assert_eq!(words.iter().zip(stops).map(show).collect::<Vec<_>>().join(" "), expected, "{line}");
        };
        check("duoc=dược si=sĩ", "dược sĩ");
        check("duoc=được huong", "được~ ?");
        check("duoc", "?~");
        check("khi=khí nao", "khi~ nào~");
        check("do=đó van=vẫn", "đó~ vẫn~");
        check("do van", "? ?");
    }

    #[test]
    fn in_english_its_own_words_say_nothing() {
        let words = ["what", "is", "an", "oath", "that", "workers", "do", "in", "public"];
        let expected = [true, true, true, false, true, false, true, true, false];
        assert_eq!(mark(&words, true, true), expected);
    }
}
