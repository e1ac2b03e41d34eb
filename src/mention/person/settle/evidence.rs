//! What a text says of its names elsewhere to whether a candidate is a person, by two tables of rules.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::mention::lists::{BIRTH_RANKS, HIGHLAND_HEADS};
use crate::mention::person::candidate::{Candidate, Verdict};
use crate::mention::person::lexicon::{Lexicon, flag, kind};
use crate::mention::person::surroundings::Left;
use crate::mention::person::word::{Gap, Id, Shape, Word};
use crate::mention::rule::{Rule, first, rules};

/// A name met so often as a person is one behind `tại` and `từ` too.
const OFTEN: u32 = 2;

/// The ids of a stretch of words; longer ones are cut.
pub(super) type Key = [Id; 5];

pub(super) fn key(words: &[Word]) -> Key {
    let mut key = [Id::NONE; 5];
    key.iter_mut().zip(words).for_each(|(slot, word)| *slot = word.id);
    key
}

/// A candidate and what the text says elsewhere.
pub(super) struct Case<'a> {
    evidence: &'a Evidence,
    words: &'a [Word],
    candidate: &'a Candidate,
}

type Speaks = fn(&Case<'_>) -> Option<bool>;

/// What decides on those who are likely people.
pub(super) const LIKELY: &[Rule<Speaks>] = rules![place_elsewhere, no_place_elsewhere];

/// What decides on those who are perhaps people.
pub(super) const PERHAPS: &[Rule<Speaks>] = rules![
    known_person_elsewhere,
    given_name_behind_title,
    one_word_of_the_language,
    person_elsewhere,
    head_of_highlander,
    end_of_name_elsewhere,
    nobody_elsewhere,
];

/// The text has the words as a place, and never as a person.
fn place_elsewhere(case: &Case<'_>) -> Option<bool> {
    let key = key(case.span());
    let place = case.evidence.places.contains_key(&key) && !case.evidence.people.contains_key(&key);
    place.then_some(false)
}

/// Nothing in the text says that a likely person is a place.
fn no_place_elsewhere(_: &Case<'_>) -> Option<bool> {
    Some(true)
}

/// One word that means a well-known person means the one whom the text names: `Bác` beside `Hồ Chí Minh`.
fn known_person_elsewhere(case: &Case<'_>) -> Option<bool> {
    let name = case.candidate.known.filter(|_| case.span().len() == 1)?;
    Some(case.evidence.known.contains(name))
}

/// `ông Dùng` of Sùng Văn Dùng.
fn given_name_behind_title(case: &Case<'_>) -> Option<bool> {
    let [word] = case.span() else { return None };
    let loose = kind::HE | kind::SHE | kind::TWO | kind::ONE;
    let titled = matches!(case.candidate.left, Left::Title(title) if title & loose != 0);
    let called = || case.evidence.given.contains(&word.id) || case.evidence.ranks.contains(&word.id);
    let named = || word.shape == Shape::Capital && called();
    (titled && named()).then_some(true)
}

/// One word that is Vietnamese or stands in capitals is no name by itself: `Hoa`.
fn one_word_of_the_language(case: &Case<'_>) -> Option<bool> {
    let [word] = case.span() else { return None };
    (Lexicon::get().has(word.id) || word.shape == Shape::Upper).then_some(false)
}

/// The same words are a person elsewhere, more often than a place.
fn person_elsewhere(case: &Case<'_>) -> Option<bool> {
    let people = case.count(&case.evidence.people);
    (people > 0 && (case.span().len() > 2 || case.is_clear(people))).then_some(true)
}

/// They are the head of a longer name of the highlands: `Y Bhun` of Y Bhun Niê.
fn head_of_highlander(case: &Case<'_>) -> Option<bool> {
    (case.span().len() == 2 && case.evidence.heads.contains(&key(case.span()))).then_some(true)
}

/// They are the end of a full name: `Thu Hà` of Mai Thu Hà.
fn end_of_name_elsewhere(case: &Case<'_>) -> Option<bool> {
    let ends = case.count(&case.evidence.ends);
    (ends > 0 && case.is_clear(ends)).then_some(true)
}

/// The text has no such person.
fn nobody_elsewhere(_: &Case<'_>) -> Option<bool> {
    Some(false)
}

impl Case<'_> {
    fn span(&self) -> &[Word] {
        &self.words[self.candidate.start..self.candidate.end]
    }

    fn count(&self, of: &FxHashMap<Key, u32>) -> u32 {
        of.get(&key(self.span())).copied().unwrap_or(0)
    }

    /// Whether a name met so often as a person is no place: `tại Hà Lan` may be one after all.
    fn is_clear(&self, times: u32) -> bool {
        let places = self.count(&self.evidence.places);
        times > places && (self.candidate.left != Left::At || times >= OFTEN && places == 0)
    }
}

/// What the text says of its names.
#[derive(Default)]
pub(super) struct Evidence {
    /// How often a name is a person.
    people: FxHashMap<Key, u32>,
    /// How often it is a place or thing.
    places: FxHashMap<Key, u32>,
    /// The last syllables of people, by which they are named too: two of a Vietnamese name, one of a foreign one.
    ends: FxHashMap<Key, u32>,
    /// The last words of full names, by which people are called behind a title.
    given: FxHashSet<Id>,
    /// The first two words of longer names of the highlands.
    heads: FxHashSet<Key>,
    /// The words by which people are called by order of birth.
    ranks: FxHashSet<Id>,
    /// Well-known people.
    known: FxHashSet<&'static str>,
}

impl Evidence {
    pub(super) fn of(words: &[Word], candidates: &[Candidate]) -> Self {
        let mut known = Self::default();
        for candidate in candidates {
            let span = &words[candidate.start..candidate.end];
            match candidate.verdict {
                Verdict::Not => *known.places.entry(key(span)).or_default() += 1,
                Verdict::Person => {
                    known.add(span);
                    known.known.extend(candidate.known);
                }
                Verdict::Likely | Verdict::Perhaps => {}
            }
        }
        let likely = || candidates.iter().filter(|candidate| candidate.verdict == Verdict::Likely);
        let span = |candidate: &Candidate| &words[candidate.start..candidate.end];
        let mut counts: FxHashMap<Key, u32> = FxHashMap::default();
        likely().for_each(|candidate| *counts.entry(key(span(candidate))).or_default() += 1);
        for candidate in likely() {
            let key = key(span(candidate));
            if known.places.get(&key).is_none_or(|places| counts[&key] > *places) {
                known.add(span(candidate));
            }
        }
        known
    }

    fn add(&mut self, span: &[Word]) {
        *self.people.entry(key(span)).or_default() += 1;
        let is_among =
            |list: &[&str], word: &Word| list.iter().any(|known| Lexicon::get().by_spelling(known) == Some(word.id));
        match span {
            [head, _] if is_among(BIRTH_RANKS, head) => _ = self.ranks.insert(head.id),
            [head, second, _, ..] if is_among(HIGHLAND_HEADS, head) => _ = self.heads.insert(key(&[*head, *second])),
            _ => {}
        }
        if let [_, .., last] = span {
            self.given.insert(last.id);
        }
        let lexicon = Lexicon::get();
        let foreign = span.len() >= 2 && span.iter().any(|word| !lexicon.has(word.id));
        let end = if foreign && span.iter().all(|word| word.plain && word.end - word.start > 2) {
            &span[span.len() - 1..]
        } else if !foreign && span.len() >= 3 && lexicon.flags(span[span.len() - 2].id) & flag::SYLLABLE != 0 {
            &span[span.len() - 2..]
        } else {
            return;
        };
        *self.ends.entry(key(end)).or_default() += 1;
    }

    /// Whether a candidate is a person, and the rule that says so, if it takes one.
    pub(super) fn holds(&self, words: &[Word], candidate: &Candidate) -> (bool, &'static str) {
        let table = match candidate.verdict {
            Verdict::Not => return (false, ""),
            Verdict::Person => return (true, ""),
            Verdict::Likely => LIKELY,
            Verdict::Perhaps => PERHAPS,
        };
        let case = Case { evidence: self, words, candidate };
        first(table, |speaks| speaks(&case)).unwrap_or((false, ""))
    }

    /// A kinship word belongs to the name where the text writes it so elsewhere: `Chu Đức, Bác Cổ, …`.
    pub(super) fn take_in_kinship(&self, words: &[Word], candidate: &mut Candidate) {
        let Left::Title(title) = candidate.left else { return };
        let before = candidate.start.checked_sub(1).filter(|&at| words[at].capital());
        if let Some(start) = before.filter(|_| title & kind::AGE != 0 && words[candidate.start].gap == Gap::Blank)
            && self.people.contains_key(&key(&words[start..candidate.end]))
        {
            candidate.start = start;
            candidate.left = Left::Nothing;
        }
    }
}
