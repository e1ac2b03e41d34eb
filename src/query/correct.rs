//! A written query to one whose unknown words are replaced by words of the index that may be meant.
//!
//! Only words that no passage holds are touched; never digits, symbols, or what stands in quotes. A syllable that
//! is spelt as Vietnamese is, is touched only where what is made of it stands in the index beside a word of the
//! query, and a name only where somebody bears what is made of it.

use std::ops::Range;

use super::english;
use super::facts::Facts;
use super::name_fit::NameFit;
use super::notice::Notice;
use super::planned::Matching;
use super::planner::Planner;
use super::read::typed_name;
use super::reading::TypedName;
use super::spelling::{Candidate, candidates, joined, splits, typed};
use super::stopwords;
use super::weights::Weights;
use super::written::{Item, Written};
use crate::analysis::{Analysis, exact, fold};
use crate::error::Result;
use crate::mention::abbreviation::known;
use crate::mention::date::{self, DateMention};
use crate::mention::person::{QueryName, canonical, find_in_query};
use crate::store::{Field, Term, long_forms};
use crate::text::has_marks;
use crate::text::syllable::{is_folded_syllable, is_syllable};

/// More candidates than this are not looked up for one word.
const MAX_LOOKED_UP: usize = 200;

/// What a word is taken for is mostly one of so many of them.
const LIKELY: usize = 12;

/// Shorter ones that are no words are short forms and marks rather than slips.
const LEAST_SLIP: usize = 3;

/// What a tenfold frequency makes up for in the cost of a slip.
const FREQUENCY: f32 = 0.12;

/// What a neighbor of the query beside it in the index makes up for.
const NEIGHBOR: f32 = 0.3;

/// Replaces words that no passage holds, with a notice for each.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(crate) fn correct(written: &mut Written, facts: &Facts<'_>) -> Result<()> {
    let weights = Weights::default();
    let planner = Planner::new(facts, Matching::default(), &weights);
    let marked = is_marked(written);
    let words = written.items.iter().filter_map(|item| match item {
        Item::Text(word) => Some(word.to_lowercase()),
        _ => None,
    });
    let english = english::is_english(&words.collect::<Vec<_>>(), marked);
    let is_small = |item: &Item| matches!(item, Item::Text(word) if word.chars().all(char::is_lowercase));
    let mixed = written.items.iter().any(is_small);
    let speller = Speller { planner, marked, english, mixed };
    speller.correct(written)
}

// LOANWORDS: foreign words that are written as they are
include!(concat!(env!("OUT_DIR"), "/loanwords.rs"));

fn is_marked(written: &Written) -> bool {
    written.items.iter().any(|item| matches!(item, Item::Text(text) if has_marks(Analysis::of(text).exact_line())))
}

/// The neighbors of a word in the query, in folded form.
struct Beside {
    before: Option<Neighbor>,
    after: Option<Neighbor>,
}

struct Neighbor {
    folded: String,
    /// A stop word says nothing: anything stands beside it.
    stop: bool,
}

impl Beside {
    /// A folded word with each of them.
    fn pairs(&self, folded: &str) -> impl Iterator<Item = [String; 2]> + use<> {
        self.pairs_with(folded, |_| true)
    }

    /// A folded word with each of them that says something.
    fn telling_pairs(&self, folded: &str) -> impl Iterator<Item = [String; 2]> + use<> {
        self.pairs_with(folded, |neighbor| !neighbor.stop)
    }

    fn pairs_with(&self, folded: &str, wanted: fn(&Neighbor) -> bool) -> impl Iterator<Item = [String; 2]> + use<> {
        let wanted = |neighbor: &Option<Neighbor>| {
            neighbor.as_ref().filter(|neighbor| wanted(neighbor)).map(|neighbor| neighbor.folded.clone())
        };
        let before = wanted(&self.before).map(|before| [before, folded.to_owned()]);
        let after = wanted(&self.after).map(|after| [folded.to_owned(), after]);
        before.into_iter().chain(after)
    }
}

fn neighbor(item: Option<&Item>) -> Option<Neighbor> {
    match item {
        Some(Item::Text(word)) => Some(Neighbor { folded: fold(word), stop: stopwords::is_listed(&exact(word)) }),
        _ => None,
    }
}

/// The items that are names of several words, certainly.
fn names(items: &[Item]) -> Vec<Range<usize>> {
    let certain = |name: &QueryName| name.certain && name.syllables.len() > 1;
    found(items, |text| find_in_query(text).into_iter().filter(certain).map(|name| name.range).collect())
}

/// The items of times: each word of them was read.
fn times(items: &[Item]) -> Vec<Range<usize>> {
    let read = |date: &DateMention| date.tells_time() && !date.range.is_empty();
    found(items, |text| date::find_in_query(text).into_iter().filter(read).map(|date| date.range).collect())
}

/// The items that make up what `find` finds in words side by side.
fn found(items: &[Item], find: impl Fn(&str) -> Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = 0;
    for run in items.chunk_by(|one, next| matches!((one, next), (Item::Text(_), Item::Text(_)))) {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(run.len());
        for item in run {
            if let Item::Text(word) = item {
                starts.push(text.len());
                text.push_str(word);
                text.push(' ');
            }
        }
        for name in find(&text) {
            let first = starts.partition_point(|start| *start <= name.start).saturating_sub(1);
            names.push(at + first..at + starts.partition_point(|start| *start < name.end));
        }
        at += run.len();
    }
    names
}

struct Speller<'a> {
    planner: Planner<'a>,
    /// Whether the query has diacritics anywhere.
    marked: bool,
    /// Whether it is in English: no word of it is meant for a Vietnamese one.
    english: bool,
    /// Whether it has words in small letters, so that capitals say something.
    mixed: bool,
}

impl Speller<'_> {
    fn correct(&self, written: &mut Written) -> Result<()> {
        let (names, times) = (self.names_to_keep(&written.items)?, times(&written.items));
        let mut items: Vec<Item> = Vec::with_capacity(written.items.len());
        let mut rest = std::mem::take(&mut written.items).into_iter().enumerate().peekable();
        while let Some((at, item)) = rest.next() {
            let Item::Text(word) = &item else {
                items.push(item);
                continue;
            };
            let is_kept = names.iter().any(|name| name.contains(&at)) && self.decoded(word)?.is_none();
            let is_kept = is_kept || times.iter().any(|time| time.contains(&at));
            let beside = Beside { before: neighbor(items.last()), after: neighbor(rest.peek().map(|(_, next)| next)) };
            if is_kept || !self.is_unknown(word)? {
                self.foresee_slip(word, &beside);
                items.push(item);
                continue;
            }
            // `cô ng` is one word in two
            if let Some(Item::Text(before)) = items.last()
                && let Some(whole) = joined(before, word)
                && self.has(&whole)?
            {
                written.notices.push(Notice::Joined { typed: format!("{before} {word}"), whole: whole.clone() });
                items.pop();
                items.push(Item::Text(whole));
                continue;
            }
            match self.meant(word, &beside)? {
                Some(meant) => {
                    let meant = if word.starts_with(char::is_uppercase) { canonical(&meant) } else { meant };
                    written.notices.push(Notice::Corrected { typed: word.clone(), meant: meant.clone() });
                    items.extend(meant.split(' ').map(|word| Item::Text(word.to_owned())));
                }
                None => items.push(item),
            }
        }
        written.items = items;
        Ok(())
    }

    /// The items of names that nobody bears when the words that no passage holds are replaced either: who is asked
    /// for is then nobody, and not somebody else.
    fn names_to_keep(&self, items: &[Item]) -> Result<Vec<Range<usize>>> {
        let mut keep = Vec::new();
        for name in names(items) {
            let mut meant = Vec::new();
            let mut is_changed = false;
            for at in name.clone() {
                let Item::Text(word) = &items[at] else { continue };
                let is_unknown = self.is_unknown(word)?;
                let before = name.contains(&at.wrapping_sub(1)).then(|| neighbor(items.get(at - 1))).flatten();
                let after = name.contains(&(at + 1)).then(|| neighbor(items.get(at + 1))).flatten();
                let beside = Beside { before, after };
                let other = if is_unknown { self.meant(word, &beside)? } else { None };
                is_changed |= other.is_some();
                meant.push(other.unwrap_or_else(|| word.clone()));
            }
            let borne = |name: &TypedName| {
                let (fitting, _) = self.planner.bearers(name)?;
                Ok(fitting.first().is_some_and(|(fit, _)| *fit >= NameFit::Given))
            };
            let typed = typed_name(&meant.join(" "));
            if is_changed && !typed.as_ref().map(borne).transpose()?.unwrap_or(false) {
                keep.push(name);
            }
        }
        Ok(keep)
    }

    /// Whether a word may be a slip: letters alone, or keys left undone, that no passage holds.
    fn is_unknown(&self, word: &str) -> Result<bool> {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let is_word = letters >= 2 && word.chars().all(|c| c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c));
        let has_digits = word.bytes().any(|byte| byte.is_ascii_digit());
        let is_foreign = LOANWORDS.contains(&word.to_lowercase()) || self.english && english::is_known(word);
        // `ai thay thế …` asks by a word that a small index need not hold
        let is_stop = stopwords::is_listed(&exact(word));
        if !is_word
            || is_stop
            || is_foreign
            || has_digits && typed(word).is_none()
            || self.has(word)?
            || !known(word).is_empty()
        {
            return Ok(false);
        }
        // `NATO` is no slip of a word
        if self.mixed && word.chars().filter(|c| c.is_uppercase()).count() > 1 {
            return Ok(false);
        }
        let short = long_forms(self.planner.facts, Some(&fold(word)))?;
        Ok(short.is_empty())
    }

    /// Whether a passage, a title, a heading or the name of a file holds the letters of a word.
    fn has(&self, word: &str) -> Result<bool> {
        let heading = Term::new(Field::Context, fold(word));
        self.planner.facts.foresee(|| [heading.clone()]);
        Ok(self.passages(word, true)? > 0 || self.planner.facts.frequency(&heading)? > 0)
    }

    /// In how many passages a word stands by its letters, or in exact form.
    fn passages(&self, form: &str, folded: bool) -> Result<u64> {
        let term = match folded {
            true => Term::new(Field::Folded, fold(form)),
            false => Term::new(Field::Exact, form),
        };
        self.planner.facts.frequency(&term)
    }

    /// Whether any passage has two words side by side as one of these pairs.
    fn stands(&self, mut pairs: impl Iterator<Item = [String; 2]>) -> Result<bool> {
        pairs.try_fold(false, |stands, [first, second]| {
            Ok(stands || self.planner.facts.neighbors(&first, &second)?.passages() > 0)
        })
    }

    /// The word of the index whose keys were left undone, which is no guess.
    fn decoded(&self, word: &str) -> Result<Option<String>> {
        let Some(decoded) = typed(word) else { return Ok(None) };
        Ok(self.has(&decoded)?.then_some(decoded))
    }

    /// Tells all that may be asked of an index to know what is meant by a word.
    fn foresee(&self, word: &str, beside: &Beside) {
        let facts = self.planner.facts;
        facts.foresee(|| {
            let folded = self.is_folded(word);
            let forms = candidates(Analysis::of(word).exact_line(), folded).into_iter().take(MAX_LOOKED_UP);
            let forms = forms.map(move |candidate| match folded {
                true => Term::new(Field::Folded, fold(&candidate.form)),
                false => Term::new(Field::Exact, candidate.form),
            });
            // what is taken for it is looked for by its letters too
            let likely = candidates(Analysis::of(word).exact_line(), folded).into_iter().take(LIKELY);
            let letters = likely.flat_map(|candidate| {
                let letters = fold(&candidate.form);
                [Term::new(Field::Context, &*letters), Term::new(Field::Folded, letters)]
            });
            let keys = typed(word).into_iter().flat_map(|decoded| {
                let decoded = fold(&decoded);
                [Term::new(Field::Context, &*decoded), Term::new(Field::Folded, decoded)]
            });
            keys.chain(forms).chain(letters).collect::<Vec<_>>()
        });
        facts.foresee_neighbors(|| {
            let two = splits(word).into_iter().map(|(first, second)| [fold(&first), fold(&second)]);
            let forms = candidates(Analysis::of(word).exact_line(), self.is_folded(word)).into_iter();
            let beside = forms.take(MAX_LOOKED_UP).flat_map(|candidate| beside.pairs(&fold(&candidate.form)));
            two.chain(beside).collect::<Vec<_>>()
        });
    }

    /// Tells what may be asked of a word that is hardly one, before it is known whether any passage holds it.
    fn foresee_slip(&self, word: &str, beside: &Beside) {
        let letters = fold(word);
        let is_slip = letters.len() >= LEAST_SLIP
            && letters.bytes().all(|byte| byte.is_ascii_lowercase())
            && !is_folded_syllable(&letters)
            && !LOANWORDS.contains(&word.to_lowercase())
            && !self.english
            && known(word).is_empty();
        if is_slip && !self.planner.facts.knows(&Term::new(Field::Folded, letters)) {
            self.foresee(word, beside);
        }
    }

    /// Whether a word is looked for by its letters alone.
    fn is_folded(&self, word: &str) -> bool {
        !self.marked || !has_marks(word) && is_folded_syllable(word)
    }

    /// The word or words of the index that are most likely meant.
    fn meant(&self, word: &str, beside: &Beside) -> Result<Option<String>> {
        self.foresee(word, beside);
        if let Some(decoded) = self.decoded(word)?.filter(|_| !self.english) {
            return Ok(Some(decoded));
        }
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        let mut two: Option<(u64, String)> = None;
        for (first, second) in splits(word).into_iter().filter(|_| !self.english) {
            let passages = self.planner.facts.neighbors(&fold(&first), &fold(&second))?.passages();
            if passages > two.as_ref().map_or(0, |(most, _)| *most) {
                two = Some((passages, format!("{first} {second}")));
            }
        }
        if let Some((_, words)) = two {
            return Ok(Some(words));
        }
        let folded = self.is_folded(word);
        let exact = Analysis::of(word).exact_line().to_owned();
        // `phí` of an index without it is no `phó`, unless `phó` stands there beside the words around it
        let is_well_spelt = if folded { is_folded_syllable(word) } else { is_syllable(&exact) };
        let mut best: Option<(f32, String)> = None;
        for Candidate { form, cost, .. } in candidates(&exact, folded).into_iter().take(MAX_LOOKED_UP) {
            if best.as_ref().is_some_and(|(least, _)| cost - 7.0 * FREQUENCY - NEIGHBOR > *least) {
                break;
            }
            let passages = self.passages(&form, folded)?;
            if passages == 0 || self.english && is_folded_syllable(&fold(&form)) {
                continue;
            }
            let letters = fold(&form);
            if is_well_spelt && !self.stands(beside.telling_pairs(&letters))? {
                continue;
            }
            let stands = self.stands(beside.pairs(&letters))?;
            let neighbor = if stands { NEIGHBOR } else { 0.0 };
            let cost = cost - FREQUENCY * (passages as f32).log10() - neighbor;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, form));
            }
        }
        Ok(best.map(|(_, form)| form))
    }
}
