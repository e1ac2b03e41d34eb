//! The words around names to the offices that people hold: beside a name, behind a verb, in lists and lines.

mod beside;
mod chain;
mod line;
#[cfg(test)]
mod tests;
mod told;
mod words;

use self::beside::Surroundings;
use super::candidate::Candidate;
use super::mention::PersonMention;
use super::post::Post;
use super::subject::Subjects;
use super::word::Word;

/// Notes the office of each of `mentions`, which are `people` in the same order, and tells all offices that the text
/// gives, in order.
pub(super) fn note(
    text: &str,
    words: &[Word],
    people: &[Candidate],
    mentions: &mut [PersonMention],
    subjects: &Subjects,
) -> Vec<Post> {
    let around = Surroundings::of(text, words, people);
    let roles: Vec<_> = (0..people.len()).map(|n| around.role(n)).collect();
    for (mention, role) in mentions.iter_mut().zip(&roles) {
        mention.role = role.clone().map(|role| plain(&text[around.bytes(role)]));
    }
    let shared: Vec<usize> = (1..mentions.len()).filter(|&n| roles[n].is_none() && around.shares_head(n)).collect();
    for &n in &shared {
        mentions[n].role = mentions[n - 1].role.clone();
    }
    told::posts(text, &around, subjects, &roles, &shared)
}

/// An office without markup and ends of lines.
pub(crate) fn plain(role: &str) -> String {
    let role: String = role.chars().filter(|&c| c != '*').collect();
    let words: Vec<&str> = role.split_whitespace().collect();
    words.join(" ")
}
