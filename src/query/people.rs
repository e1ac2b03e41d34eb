//! The names of a reading to the terms of the people that may bear them.

use rustc_hash::FxHashSet;

use super::facts::Facts;
use super::name_fit::{Bearers, NameFit};
use super::notice::{Named as Known, Notice};
use super::phrase::Allowed;
use super::planned::{Evidence, Gathered, Matching, TermKind};
use super::planner::Planner;
use super::read;
use super::reading::{Reading, TypedName};
use super::weights::Weights;
use super::word::{Part, Word};
use crate::analysis::{Analysis, Token, fold};
use crate::error::Result;
use crate::mention::person::{Likeness, NameKind, likeness, typed_likeness, well_known};
use crate::store::{Clause, Named, PersonEntry, Reader, Term, any_term, people};
use crate::text::has_marks;

/// More people than this are not compared with a name; a notice says so.
const MAX_PEOPLE: usize = 4096;

/// More terms than this are not followed for one name: the likest and most frequent are.
const MAX_TERMS: usize = 64;

/// A name of so many syllables is hardly anything else.
const WHOLE: usize = 3;

/// Two syllables without diacritics are no name where so many times as many passages hold their letters.
const LETTERS_OF_NAME: u64 = 4;

impl Planner<'_> {
    /// Gathers the terms of all people.
    pub(super) fn gather_people(&self, reading: &Reading, gathered: &mut Gathered) -> Result<()> {
        for (at, name) in reading.people.iter().enumerate() {
            let (fitting, cut) = self.meant(name, reading)?;
            self.facts.foresee_any(|| Ok(self.as_words(name)))?;
            let notice = match (near(name, &fitting), fitting.is_empty() && name.name.syllables.len() >= WHOLE) {
                (None, false) => None,
                // somebody is known by the end of a name: `Hạnh Duyên`
                (Some(near), _) if is_ending(&fitting) => Some(near),
                _ if self.stands_as_words(name)? => {
                    Some(Notice::OnlyWords { typed: name.typed.clone(), kind: Known::Person })
                }
                (near, _) => Some(near.unwrap_or_else(|| Notice::Nobody { name: name.typed.clone(), near: None })),
            };
            gathered.notices.extend(notice);
            if cut {
                gathered.notices.push(Notice::ManyPeople { name: name.typed.clone(), most: MAX_PEOPLE });
            }
            gathered.evidence.extend(
                fitting
                    .into_iter()
                    .map(|(fit, entry)| Evidence::new(TermKind::Person { at, fit }, entry.term(), entry.passages)),
            );
        }
        Ok(())
    }

    /// Those who may be meant by a name of a reading, the best first, and whether not all were compared.
    fn meant(&self, name: &TypedName, reading: &Reading) -> Result<Bearers> {
        let (mut fitting, cut) = self.bearers(name)?;
        // in a query with marks a name without them has none
        if reading.marked && !name.name.syllables.iter().any(|syllable| has_marks(syllable)) {
            fitting.retain(|(_, entry)| is_unmarked(name, entry));
        }
        Ok((fitting, cut))
    }

    /// Whether what only looks like a name is one: somebody bears it, and the index does not have it more often
    /// in a word of two syllables: `hành nghề` behind `dược sĩ`. Two syllables without diacritics are one where it is
    /// not much rarer than their letters: `le binh`, and not `vu an`.
    fn is_name(&self, at: usize, reading: &Reading) -> Result<bool> {
        let name = &reading.people[at];
        let is_written = name.typed.starts_with(char::is_uppercase);
        if name.name.certain && (is_written || !name.name.short) {
            return Ok(true);
        }
        let is_part = |word: &Word| word.part == Some(Part::Person(at));
        let is_border = |pair: &&[Word]| name.name.short && is_part(&pair[0]) != is_part(&pair[1]);
        let neighbors = reading.groups.iter().flat_map(|group| group.words.windows(2));
        let mut pairs = neighbors.filter(is_border);
        let letters = match &*name.name.syllables {
            [family, given] if !has_marks(&name.typed) => Some([fold(family), fold(given)]),
            _ => None,
        };
        self.facts.foresee_neighbors(|| {
            pairs.clone().map(|pair| [pair[0].folded.clone(), pair[1].folded.clone()]).chain(letters.clone())
        });
        let (fitting, _) = self.meant(name, reading)?;
        if fitting.first().is_none_or(|(fit, _)| *fit < NameFit::Given) {
            return Ok(false);
        }
        let named: u64 = fitting.iter().map(|(_, entry)| entry.passages).sum();
        if let Some([family, given]) = &letters
            && self.facts.neighbors(family, given)?.passages() > LETTERS_OF_NAME * named
        {
            return Ok(false);
        }
        let beside = pairs.try_fold(0, |most: u64, pair| {
            Ok(most.max(self.facts.neighbors(&pair[0].folded, &pair[1].folded)?.passages()))
        })?;
        Ok(beside <= named)
    }

    /// Whether a name stands in the text as it was typed, whoever is meant.
    fn stands_as_words(&self, name: &TypedName) -> Result<bool> {
        self.facts.finds_any(self.as_words(name))
    }

    /// The passages that hold a name as it was typed.
    fn as_words(&self, name: &TypedName) -> Clause {
        let is_marked = has_marks(&name.typed);
        let analysis = Analysis::of(&name.typed);
        let word = |word: Token<'_>| Allowed {
            folded: word.folded.to_owned(),
            spellings: is_marked.then(|| vec![word.exact.to_owned()]),
            short: false,
        };
        let words: Vec<Allowed> = analysis.words().map(word).collect();
        self.phrase(&words)
    }

    /// The terms of those who may bear this name, and what is to be told where only others do.
    pub(super) fn naming(&self, name: &TypedName) -> Result<(Vec<Term>, Option<Notice>)> {
        let (fitting, _) = self.bearers(name)?;
        let notice = near(name, &fitting);
        let least = fitting.first().map(|(fit, _)| fit.least());
        let fits = fitting.into_iter().filter(|(fit, _)| Some(*fit) >= least);
        Ok((fits.map(|(_, entry)| entry.term()).collect(), notice))
    }

    /// Those who may bear a name, the best first, and whether not all were compared.
    pub(super) fn bearers(&self, name: &TypedName) -> Result<Bearers> {
        self.facts.bearers(name, || self.find_bearers(name))
    }

    fn find_bearers(&self, name: &TypedName) -> Result<Bearers> {
        let syllables = &name.name.syllables;
        let folded: Vec<String> = syllables.iter().map(|syllable| fold(syllable)).collect();
        let typed = syllables.join(" ");
        let all = folded.join(" ");
        let is_near = |other: &str| name.name.short || may_be_like(&all, other);
        let look_up = |named: Named<'_>| people(self.facts, named, MAX_PEOPLE, &is_near);
        let (mut known, mut cut) = look_up(Named::Given(folded.last().map_or("", |given| given)))?;
        if let Some((_, front)) = folded.split_last().filter(|(_, front)| !front.is_empty()) {
            let front = front.join(" ");
            // the name itself, another given name or a longer name, then a name that ends here
            for named in [Named::Whole(&all), Named::From(&format!("{front} ")), Named::Whole(&front)] {
                let (more, some_left) = look_up(named)?;
                known.extend(more);
                cut |= some_left;
            }
        }
        let key = |entry: &PersonEntry| (entry.name.clone(), entry.kind, entry.written.clone());
        known.sort_by_cached_key(key);
        known.dedup_by(|a, b| key(a) == key(b));
        let called: FxHashSet<String> =
            known.iter().filter(|entry| entry.kind == NameKind::Short).map(|entry| entry.name.clone()).collect();
        let fit = |entry: PersonEntry| {
            let fit = match name.name.short {
                true => given_fit(&typed, &entry, &called)?,
                false => name_fit(&typed, &entry)?,
            };
            Some((fit, entry))
        };
        let mut fitting: Vec<(NameFit, PersonEntry)> = known.into_iter().filter_map(fit).collect();
        if !name.name.short {
            self.add_other_names(&typed, &mut fitting)?;
        }
        fitting.sort_by(|(a, one), (b, two)| (b, two.passages, &one.name).cmp(&(a, one.passages, &two.name)));
        fitting.truncate(MAX_TERMS);
        Ok((fitting, cut))
    }

    /// Adds how else those are named who bear the name that was typed as another name of theirs.
    fn add_other_names(&self, typed: &str, fitting: &mut Vec<(NameFit, PersonEntry)>) -> Result<()> {
        let alias = |(fit, entry): &(NameFit, PersonEntry)| *fit == NameFit::Same && entry.written.is_some();
        let borne = fitting.iter().filter(|fitting| alias(fitting)).map(|(_, entry)| entry.name.clone());
        let mut names: Vec<String> = borne.chain(well_known(typed).map(str::to_owned)).collect();
        names.sort();
        names.dedup();
        for name in names {
            let folded = fold(&name);
            let named = Named::Whole(&folded);
            let (entries, _) = people(self.facts, named, MAX_PEOPLE, &any_term)?;
            let entries = entries.into_iter().filter(|entry| entry.name == name);
            let known = |entry: &PersonEntry| fitting.iter().any(|(_, known)| known == entry);
            let added: Vec<PersonEntry> = entries.filter(|entry| !known(entry)).collect();
            fitting.extend(added.into_iter().map(|entry| (NameFit::Short, entry)));
        }
        Ok(())
    }
}

/// What is to be told where nobody bears a name as it was typed, but somebody one near it.
fn near(name: &TypedName, fitting: &[(NameFit, PersonEntry)]) -> Option<Notice> {
    let (_, entry) = fitting.first().filter(|(fit, _)| *fit < NameFit::Given)?;
    Some(Notice::Nobody { name: name.typed.clone(), near: Some(entry.name.clone()) })
}

/// Takes what only looks like a name for words where an index knows nobody of this name.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(crate) fn settle_names(reading: &mut Reading, facts: &Facts<'_>) -> Result<()> {
    let weights = Weights::default();
    let planner = Planner::new(facts, Matching::default(), &weights);
    let all = reading.people.len();
    for at in (0..all).rev() {
        if !planner.is_name(at, reading)? {
            reading.take_for_words(at);
        }
    }
    if reading.people.len() < all {
        read::ask(reading);
    }
    Ok(())
}

/// Those of an index who may bear a name, the best first; the same person may come in several ways.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn bearers(name: &TypedName, reader: &Reader) -> Result<Vec<(NameFit, PersonEntry)>> {
    let weights = Weights::default();
    let facts = Facts::of(reader.snapshot());
    facts.settle(|facts| Ok(Planner::new(facts, Matching::default(), &weights).bearers(name)?.0))
}

/// Whether somebody bears a name without marks as it was typed.
fn is_unmarked(name: &TypedName, entry: &PersonEntry) -> bool {
    match (entry.shown().rsplit(' ').next(), name.name.short) {
        (Some(given), true) => !has_marks(given),
        _ => !has_marks(entry.shown()),
    }
}

/// Whether two folded names may be alike: no more than one syllable differs, or is missing, or one is the end of the
/// other.
fn may_be_like(one: &str, two: &str) -> bool {
    let same = |(a, b): &(&str, &str)| {
        let sound = |byte: u8| if byte == b'y' { b'i' } else { byte };
        a.len() == b.len() && a.bytes().map(sound).eq(b.bytes().map(sound))
    };
    let count = |name: &str| name.split(' ').count();
    let (one_count, two_count) = (count(one), count(two));
    let pairs = || one.split(' ').zip(two.split(' '));
    match one_count.abs_diff(two_count) {
        0 => pairs().filter(|pair| !same(pair)).nth(1).is_none(),
        more => {
            let front = if more == 1 { pairs().take_while(same).count() } else { 0 };
            let back = one.rsplit(' ').zip(two.rsplit(' ')).take_while(same).count();
            front + back >= one_count.min(two_count)
        }
    }
}

/// Whether those who fit best bear a name as the end of theirs.
fn is_ending(fitting: &[(NameFit, PersonEntry)]) -> bool {
    fitting.first().is_some_and(|(fit, _)| *fit == NameFit::Ending)
}

/// How well a full name fits.
fn name_fit(typed: &str, entry: &PersonEntry) -> Option<NameFit> {
    match typed_likeness(typed, entry.shown()) {
        Likeness::Same | Likeness::Unmarked => {
            Some(if entry.kind == NameKind::Short { NameFit::Short } else { NameFit::Same })
        }
        Likeness::Vowel | Likeness::Slip => Some(NameFit::Slip),
        Likeness::Ending => Some(NameFit::Ending),
        Likeness::Longer => Some(NameFit::Longer),
        Likeness::Different => None,
    }
}

/// How well somebody fits who was asked for by the given name alone: best those who are called so.
fn given_fit(typed: &str, entry: &PersonEntry, called: &FxHashSet<String>) -> Option<NameFit> {
    let given = entry.shown().rsplit(' ').next()?;
    let same = match has_marks(typed) {
        true => likeness(typed, given) == Likeness::Same,
        false => fold(given) == fold(typed),
    };
    same.then(|| match entry.kind {
        NameKind::Short | NameKind::Unresolved => NameFit::Same,
        _ if called.contains(&entry.name) => NameFit::Short,
        _ => NameFit::Given,
    })
}

#[cfg(test)]
mod tests {
    use super::may_be_like;
    use crate::analysis::fold;
    use crate::mention::person::{Likeness, likeness};

    #[test]
    fn names_that_are_alike_are_not_left_out() {
        let names = [
            "Nguyễn Văn An",
            "Nguyễn An",
            "Nguyen Van An",
            "Nguyễn Văn Ân",
            "Nguyễn Vân An",
            "Nguyễn Văn Tan",
            "Nguyễn Sĩ",
            "Nguyễn Sỹ",
            "Hứa Thị Xuân",
            "Hứa Thị Xuân Đào",
            "Hứa Xuân Đào",
            "Lê Thị Xuân Đào",
            "Xuân Đào",
            "xuan dao",
            "An",
        ];
        for one in names {
            for two in names {
                let alike = likeness(one, two) != Likeness::Different;
                assert!(!alike || may_be_like(&fold(one), &fold(two)), "{one} {two}");
            }
        }
        assert!(!may_be_like("nguyen van an", "le thi xuan"));
    }
}
