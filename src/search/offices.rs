//! An office that a query asks for and a passage to how well somebody named there holds it.

use std::cell::LazyCell;
use std::ops::Deref;

use rustc_hash::FxHashSet;

use crate::analysis::fold;
use crate::mention::person::office_at;
use crate::query::{Part, Reading, Weights, Word};
use crate::store::StoredPassage;

/// An office in a query: `thư ký công đoàn tỉnh`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// The words of the office alone, folded.
    head: Vec<String>,
    /// The words behind it up to a time, a name or the end, folded: whose office it is.
    of: Vec<String>,
}

/// The first office that a query asks for; none where it names the person too.
pub(super) fn asked(reading: &Reading) -> Option<Office> {
    if !reading.people.is_empty() {
        return None;
    }
    reading.groups.iter().filter(|group| !group.phrase).find_map(|group| {
        let folded: Vec<&str> = group.words.iter().map(|word| &*word.folded).collect();
        let (at, count) = (0..folded.len()).find_map(|at| Some((at, office_at(&folded[at..])?)))?;
        let said = |word: &&Word| word.part.is_none_or(|part| !matches!(part, Part::Date(_)));
        let of = group.words[at + count..].iter().take_while(said).filter(|word| !word.stop);
        let owned = |word: &str| word.to_owned();
        Some(Office {
            head: folded[at..at + count].iter().map(|word| owned(word)).collect(),
            of: of.map(|word| word.folded.clone()).collect(),
        })
    })
}

/// How well an office is held by somebody whom a passage names: from 0, a part of 1 for the office alone, to 1 for all
/// words of whose office it is. A word that the passage says elsewhere counts less: the province of an office is often
/// named once for all.
pub(super) fn held(office: &Office, passage: &StoredPassage, weights: &Weights) -> f32 {
    let roles = passage.mentions.people.iter().filter_map(|person| person.role.as_deref());
    // few passages hold the office, and only of those it matters
    let said = LazyCell::new(|| {
        let text = fold(&passage.text);
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    });
    roles.flat_map(|role| role.split([',', ';'])).map(|role| held_as(office, role, &said, weights)).fold(0.0, f32::max)
}

fn held_as(office: &Office, role: &str, said: &impl Deref<Target = FxHashSet<String>>, weights: &Weights) -> f32 {
    let folded = fold(role);
    let words: Vec<&str> = folded.split(' ').collect();
    // `Phó Chủ tịch` is another office than `Chủ tịch`
    let head: Vec<&str> = office.head.iter().map(String::as_str).collect();
    if !words.starts_with(&head) {
        return 0.0;
    }
    let share = |word: &String| match words.contains(&word.as_str()) {
        true => 1.0,
        false if said.contains(word.as_str()) => weights.office_elsewhere,
        false => 0.0,
    };
    let shared: f32 = office.of.iter().map(share).sum();
    weights.bare_office + (1.0 - weights.bare_office) * shared / office.of.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Mentions;
    use crate::query::{parse, read};

    #[test]
    fn the_office_is_told_from_those_beside_it() {
        let text =
            "Đồng chí Lê Văn Bình, Chủ tịch Liên đoàn Lao động tỉnh, và đồng chí Vi Thị Na, Phó Giám đốc Sở Y tế.";
        let passage =
            StoredPassage { text: text.to_owned(), mentions: Mentions::of(text, None), ..StoredPassage::default() };
        let held = |query: &str| asked(&read(&parse(query))).map(|office| held(&office, &passage, &Weights::default()));
        assert_eq!(held("ai là chủ tịch liên đoàn lao động tỉnh năm 2021"), Some(1.0));
        assert_eq!(held("chu tich"), Some(0.5));
        assert_eq!(held("giám đốc sở y tế"), Some(0.0));
        assert_eq!(held("phó giám đốc sở y tế"), Some(1.0));
        assert_eq!(held("công đoàn tỉnh"), None);
        assert_eq!(held("giám đốc sở tỉnh"), Some(0.0));
        assert_eq!(held("phó giám đốc sở tỉnh"), Some(0.75));
        // whose office it is, is nowhere said
        assert_eq!(held("phó giám đốc sở đảng"), Some(0.5));
        assert_eq!(held("chủ tịch liên đoàn lao động huyện"), Some(0.9));
        // what says nothing, and what stands behind a time, does not tell whose
        assert_eq!(held("chủ tịch của liên đoàn lao động tỉnh năm 2021 huyện"), Some(1.0));
        // somebody who is named is not asked for, nor an office in quotes
        assert_eq!(held("chủ tịch Lê Văn Bình"), None);
        assert_eq!(held("\"chủ tịch\" tỉnh"), None);
    }
}
