//! The words of a query that no passage holds as they were typed: who reads what was found is told so.

use unicode_normalization::UnicodeNormalization;

use super::notice::Notice;
use super::planned::{Gathered, TermKind};
use super::reading::{Group, Reading};
use super::word::Word;

/// Of a query of more words it is not told: a whole sentence always has a word that nothing holds.
const MAX_WORDS: usize = 12;

/// Words that ask whether it is so at the end of a question, folded: nobody looks for them.
const ASKS: [&str; 4] = ["chua", "khong", "ko", "hl"];

/// The notices of words that no passage holds at all, and of those of which passages hold the letters alone.
pub(super) fn notices(reading: &Reading, gathered: &Gathered) -> Vec<Notice> {
    if reading.words().count() > MAX_WORDS {
        return Vec::new();
    }
    let (mut absent, mut otherwise) = (Vec::new(), Vec::new());
    let groups = reading.groups.iter().filter(|group| !group.phrase);
    let asks = |word: &&Word| reading.inquiry.is_some() && ASKS.contains(&&*word.folded);
    for word in groups.flat_map(told_words).filter(|word| !asks(word)) {
        let Some(&at) = gathered.word_at.get(&word.exact) else { continue };
        let has = |kind| gathered.evidence.iter().any(|evidence| evidence.kind == kind);
        let is_typed_so = has(TermKind::Exact(at)) || has(TermKind::Fuller(at));
        if is_typed_so || !gathered.words[at].alternatives.is_empty() {
            continue;
        }
        let list = match has(TermKind::Folded(at)) {
            true if word.marked() => &mut otherwise,
            false if !has(TermKind::Context(at)) => &mut absent,
            _ => continue,
        };
        let typed: String = word.typed.nfc().collect();
        if !list.contains(&typed) {
            list.push(typed);
        }
    }
    let absent = (!absent.is_empty()).then_some(Notice::Absent { words: absent });
    let otherwise = (!otherwise.is_empty()).then_some(Notice::OtherDiacritics { words: otherwise });
    absent.into_iter().chain(otherwise).collect()
}

/// Words that are looked for by themselves: of a mention it is told by its kind, and signs are no words.
fn told_words(group: &Group) -> impl Iterator<Item = &Word> {
    let is_told = |word: &&Word| {
        !word.stop
            && word.part.is_none()
            && word.exact.chars().count() > 1
            && word.exact.chars().all(char::is_alphanumeric)
    };
    group.words.iter().filter(is_told)
}
