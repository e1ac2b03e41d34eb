//! A word that the index has, but hardly as it was typed or beside its neighbors, to the one likely meant.
//!
//! Only offered: `chung ương` is searched as it was typed, with `did you mean: trung ương?` beside.

use super::planner::Planner;
use super::reading::{Group, Reading};
use super::spelling::{Candidate, candidates};
use super::word::{Part, Word};
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::person::canonical;
use crate::store::{Clause, Field, Term};
use crate::text::syllable::is_syllable;

/// Queries of more words are not checked: a sentence has pairs that no passage has, all well spelt.
const MAX_WORDS: usize = 12;

/// More candidates than this are not looked up for one word.
const MAX_LOOKED_UP: usize = 24;

/// Slips that cost more are not guessed at where the word as typed is one.
const MOST: f32 = 0.75;

/// A word in more passages than this is well spelt.
const MOST_TYPED: u64 = 2000;

/// How often its letters must stand beside a neighbor, for each time that they do so as typed.
const TIMES: u64 = 20;

/// A word that stands so many times more often elsewhere as it was typed is well spelt.
const TIMES_ELSEWHERE: u64 = 20;

/// How often another word of other letters must stand beside a neighbor, for each time that the one
/// typed does.
const TIMES_OTHER: u64 = 200;

/// A pair is an expression where at least one of so many passages with its rarer word has both side by side:
/// `quan trung` is only a piece of `cơ quan trung ương`.
const RARER_TO_PAIR: u64 = 10;

impl Planner<'_> {
    /// The query with other words where those are likely meant; none if all is well.
    pub(super) fn suggestion(&self, reading: &Reading) -> Result<Option<String>> {
        if reading.words().count() > MAX_WORDS {
            return Ok(None);
        }
        let (mut words, mut found) = (Vec::new(), false);
        for group in &reading.groups {
            for (at, word) in group.words.iter().enumerate() {
                let other = match is_checked(group, word) {
                    true => self.meant_by_marks(reading, group, at)?.or(self.meant_by_neighbors(reading, group, at)?),
                    false => None,
                };
                found |= other.is_some();
                words.push(match other {
                    Some(other) if word.typed.starts_with(char::is_uppercase) => canonical(&other),
                    other => other.unwrap_or_else(|| word.typed.clone()),
                });
            }
        }
        Ok(found.then(|| words.join(" ")))
    }

    /// What a word with diacritics is likely a slip of: its letters stand beside a neighbor far more
    /// often with others.
    fn meant_by_marks(&self, reading: &Reading, group: &Group, at: usize) -> Result<Option<String>> {
        let word = &group.words[at];
        if !reading.marked || !word.marked() {
            return Ok(None);
        }
        let exact = |form: &str| Term::new(Field::Exact, form);
        let typed = self.facts.frequency(&exact(&word.exact))?;
        if typed > MOST_TYPED {
            return Ok(None);
        }
        let (mut beside, mut so) = (0, 0);
        for (first, second) in pairs(reading, group, at, &word.folded) {
            beside += self.facts.neighbors(first, second)?.passages();
            if typed > 0 {
                so += self.together(exact(&word.exact), first, second)?;
            }
        }
        if beside < TIMES * so
            || TIMES_ELSEWHERE * beside < typed
            || beside == 0 && (typed > 0 || group.words.len() > 1)
        {
            return Ok(None);
        }
        let mut best: Option<(u64, String)> = None;
        for Candidate { form, .. } in
            likely(&word.exact, false).filter(|candidate| fold(&candidate.form) == word.folded)
        {
            let term = exact(&form);
            let beaten = best.as_ref().map_or(typed, |(most, _)| *most);
            // the exact count is dearer
            let passages = if self.facts.most(&term)? > beaten { self.facts.frequency(&term)? } else { 0 };
            let is_likely = match beside {
                // alone it is a slip where nothing is spelt so
                0 => !is_syllable(&word.exact),
                _ => self.is_expression(reading, group, at, &form, true)?,
            };
            if passages > beaten && is_likely {
                best = Some((passages, form));
            }
        }
        Ok(best.map(|(_, form)| form))
    }

    /// How many passages hold a term and two folded words side by side.
    fn together(&self, one: Term, first: &str, second: &str) -> Result<u64> {
        self.facts.count(Clause::All(vec![Clause::Term(one), pair_of(first, second)]))
    }

    /// What a word that hardly stands beside its neighbors is likely a slip of, if that does.
    fn meant_by_neighbors(&self, reading: &Reading, group: &Group, at: usize) -> Result<Option<String>> {
        let word = &group.words[at];
        let beside = |form: &str| -> Result<u64> {
            let mut pairs = pairs(reading, group, at, form);
            pairs.try_fold(0, |sum, (first, second)| Ok(sum + self.facts.neighbors(first, second)?.passages()))
        };
        let typed = beside(&word.folded)?;
        let mut is_drawn = false;
        for (first, second) in pairs(reading, group, at, &word.folded) {
            is_drawn |= self.facts.neighbors(first, second)?.is_drawn();
        }
        let least = if typed == 0 && !is_drawn { 1 } else { TIMES_OTHER * typed.max(1) };
        if least > self.facts.passages() {
            return Ok(None);
        }
        let marked = reading.marked && word.marked();
        let mut best: Option<(u64, String)> = None;
        for Candidate { form, .. } in likely(if marked { &word.exact } else { &word.folded }, !marked) {
            let folded = fold(&form);
            let term = Term::new(Field::Folded, &*folded);
            // it stands beside two neighbors at most; the exact count is dearer
            if folded == word.folded || 2 * self.facts.most(&term)? < least || 2 * self.facts.frequency(&term)? < least
            {
                continue;
            }
            let passages = beside(&folded)?;
            let is_likelier = passages >= least && best.as_ref().is_none_or(|(most, _)| passages > *most);
            if is_likelier && self.is_expression(reading, group, at, &form, marked)? {
                best = Some((passages, form));
            }
        }
        // what was not seen in a sample is counted before it is taken for a slip
        if let Some((passages, _)) = best
            && typed == 0
            && is_drawn
        {
            let mut pairs = pairs(reading, group, at, &word.folded);
            let count: u64 =
                pairs.try_fold(0, |sum, (first, second)| Ok(sum + self.facts.count(pair_of(first, second))?))?;
            if TIMES_OTHER * count > passages {
                return Ok(None);
            }
        }
        Ok(best.map(|(_, form)| form))
    }

    /// Whether another word makes an expression with a neighbor; where it was typed with diacritics, with these.
    fn is_expression(&self, reading: &Reading, group: &Group, at: usize, form: &str, marked: bool) -> Result<bool> {
        let folded = fold(form);
        let frequency = |word: &str| self.facts.frequency(&Term::new(Field::Folded, word));
        for (first, second) in pairs(reading, group, at, &folded) {
            let passages = self.facts.neighbors(first, second)?.passages();
            let rarer = frequency(first)?.min(frequency(second)?);
            if passages == 0 || RARER_TO_PAIR * passages < rarer {
                continue;
            }
            let neighbor = if second == folded { at.wrapping_sub(1) } else { at + 1 };
            let neighbor = group.words.get(neighbor).filter(|neighbor| neighbor.marked());
            let mut clauses = vec![pair_of(first, second), Clause::Term(Term::new(Field::Exact, form))];
            clauses.extend(neighbor.map(|neighbor| Clause::Term(Term::new(Field::Exact, &*neighbor.exact))));
            if !marked || self.facts.count(Clause::All(clauses))? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Two folded words side by side.
fn pair_of(first: &str, second: &str) -> Clause {
    Clause::Phrase([first, second].map(|word| Term::new(Field::Folded, word)).into())
}

/// A word of a group in this folded form with each neighbor that says something and is no mention.
fn pairs<'a>(
    reading: &Reading,
    group: &'a Group,
    at: usize,
    form: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    // what only looks like a name may be none: `lảnh đạo công đoàn`
    let is_mention = |part| !matches!(part, Part::Person(at) if !reading.people[at].name.certain);
    let telling = |word: &&Word| !word.stop && !word.part.is_some_and(is_mention);
    let before = at.checked_sub(1).map(|before| &group.words[before]).filter(telling);
    let after = group.words.get(at + 1).filter(telling);
    let before = before.map(|before| (&*before.folded, form));
    before.into_iter().chain(after.map(|after| (form, &*after.folded)))
}

/// Not what is part of a mention, nor what stands in quotes, nor figures and signs.
fn is_checked(group: &Group, word: &Word) -> bool {
    !group.phrase && !word.stop && word.part.is_none() && word.exact.chars().all(char::is_alphabetic)
}

fn likely(word: &str, folded_only: bool) -> impl Iterator<Item = Candidate> {
    candidates(word, folded_only).into_iter().take_while(|candidate| candidate.cost <= MOST).take(MAX_LOOKED_UP)
}
