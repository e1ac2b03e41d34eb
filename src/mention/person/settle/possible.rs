//! What looks like a full name, with nothing in the text that says so.

use crate::mention::person::candidate::{Candidate, Verdict};
use crate::mention::person::lexicon::{Lexicon, flag};
use crate::mention::person::surroundings::Left;
use crate::mention::person::word::{Shape, Word};
use crate::mention::rule::{Rule, first, rules};

/// Whether the words alone could be a full name.
type LooksLike = fn(&[Word]) -> bool;

pub(super) const RULES: &[Rule<LooksLike>] =
    rules![family_name_and_syllables, family_and_no_common_word, words_of_another_language];

/// The rule by which the words of a candidate could be a full name.
pub(super) fn looks_like_name(words: &[Word], candidate: &Candidate) -> Option<&'static str> {
    let span = &words[candidate.start..candidate.end];
    let free = candidate.verdict == Verdict::Perhaps && candidate.known.is_none() && candidate.left != Left::Place;
    let shaped = (2..=4).contains(&span.len()) && span.iter().all(|word| word.shape == Shape::Capital);
    if !free || !shaped {
        return None;
    }
    first(RULES, |looks_like| looks_like(span).then_some(())).map(|(_, rule)| rule)
}

/// `Mai Thu Hà`
fn family_name_and_syllables(span: &[Word]) -> bool {
    has(&span[0], flag::FAMILY) && span[1..].iter().all(|word| has(word, flag::SYLLABLE))
}

/// `Mai Xanh Hà`: one syllable of names, and no word that opens clauses or names of bodies.
fn family_and_no_common_word(span: &[Word]) -> bool {
    let any = |flags: u8| span[1..].iter().any(|word| has(word, flags));
    has(&span[0], flag::FAMILY) && span.len() > 2 && any(flag::SYLLABLE) && !any(flag::WORD | flag::BODY)
}

/// `Zoth Zamora`
fn words_of_another_language(span: &[Word]) -> bool {
    span.iter().all(|word| word.plain && !Lexicon::get().has(word.id))
}

fn has(word: &Word, flags: u8) -> bool {
    Lexicon::get().flags(word.id) & flags != 0
}
