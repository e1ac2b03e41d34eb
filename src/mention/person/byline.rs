//! The last line of a text to the authors whose names it is: `Thu Hà - Minh Quân`.

use super::candidate::{Candidate, Verdict};
use super::lexicon::{Lexicon, flag, kind};
use super::surroundings::Left;
use super::word::{Gap, Shape, Word};

/// A line of authors has no more words.
const MAX_WORDS: usize = 12;

/// A text so short has no authors of its own.
const MIN_TEXT: usize = 60;

/// The authors that the last line of a text names, if it is nothing but names; `people` are known already.
pub(super) fn authors(text: &str, words: &[Word], people: &[Candidate]) -> Vec<Candidate> {
    let last = words.last().and_then(|last| text[..last.start].rfind('\n'));
    let Some(line) = last else { return Vec::new() };
    let start = words.partition_point(|word| word.start < line);
    if start < MIN_TEXT {
        return Vec::new();
    }
    if words.len() - start > MAX_WORDS || people.iter().any(|person| person.end > start) {
        return Vec::new();
    }
    let parted = |gap: Gap| matches!(gap, Gap::Dash | Gap::Comma);
    let mut names: Vec<Candidate> = Vec::new();
    for (at, word) in words.iter().enumerate().skip(start) {
        match names.last_mut() {
            Some(name) if word.gap == Gap::Blank => name.end = at + 1,
            _ if at == start || parted(word.gap) => names.push(Candidate {
                start: at,
                end: at + 1,
                verdict: Verdict::Person,
                left: Left::Byline,
                known: None,
            }),
            _ => return Vec::new(),
        }
    }
    if names.iter().all(|name| is_name(words, name)) { names } else { Vec::new() }
}

/// Two to four words of names that are no place, office or compound.
fn is_name(words: &[Word], name: &Candidate) -> bool {
    let lexicon = Lexicon::get();
    let span = &words[name.start..name.end];
    let syllable =
        |word: &Word| word.shape == Shape::Capital && lexicon.flags(word.id) & (flag::SYLLABLE | flag::FAMILY) != 0;
    let phrase = |at: usize| lexicon.forward(words, at, kind::PLACE | kind::PAIR | kind::OFFICE).is_some();
    (2..=4).contains(&span.len()) && span.iter().all(syllable) && !(name.start..name.end).any(phrase)
}
