//! The words of a reading to the terms of the index that stand for them, with their rarity.

use super::notice::Notice;
use super::planned::{Evidence, Gathered, Matching, PlannedName, PlannedPair, PlannedWord, TermKind};
use super::planner::Planner;
use super::reading::Reading;
use super::weights::Weights;
use super::word::{Part, Word};
use crate::analysis::fuller_spellings;
use crate::error::Result;
use crate::mention::numeral::{leads_numeral, numeral};
use crate::store::{Field, Term};
use crate::text::syllable::is_folded_syllable;

/// More spellings than this of a half typed word are not followed: the most frequent are.
const MAX_SPELLINGS: usize = 8;

/// Whether two words are an ordinal; spelt ones only behind `thứ`, for `kỳ năm 2021` is none.
fn is_ordinal(lead: &Word, word: &Word) -> bool {
    leads_numeral(&lead.exact)
        && numeral(&word.typed).is_some()
        && (lead.folded == "thu" || !is_folded_syllable(&word.folded))
}

/// Whether two words are an address within a law: `Điều 5`, `khoản 2`.
fn is_address(lead: &Word, word: &Word) -> bool {
    matches!(&*lead.folded, "dieu" | "khoan" | "diem") && word.folded.as_bytes()[0].is_ascii_digit()
}

/// The words and pairs that are part of a mention of the reading, and what they come to.
fn planned_name(reading: &Reading, part: Part, gathered: &Gathered, weights: &Weights) -> PlannedName {
    let mut name = PlannedName::default();
    let is_part = |word: &&Word| word.part == Some(part);
    for group in &reading.groups {
        for word in group.words.iter().filter(is_part) {
            name.words.extend(gathered.word_at.get(&word.exact));
            name.marked |= word.marked();
        }
        for pair in group.words.windows(2).filter(|pair| pair.iter().all(|word| is_part(&word))) {
            name.pairs.extend(gathered.pair_at.get(&format!("{} {}", pair[0].folded, pair[1].folded)));
        }
    }
    for list in [&mut name.words, &mut name.pairs] {
        list.sort_unstable();
        list.dedup();
    }
    let words = name.words.iter().map(|&word| &gathered.words[word]).map(|word| word.idf * weights.share(word));
    let pairs = name.pairs.iter().map(|&pair| &gathered.pairs[pair]).map(|pair| pair.idf * weights.pair_share(pair));
    name.rarity = words.chain(pairs).sum();
    name
}

/// Whether all that is said is said of documents that the index lacks: whether they are in force, where in them.
fn is_of_absent(reading: &Reading, absent: &[Part]) -> bool {
    let asks = reading.inquiry.as_ref().is_some_and(|inquiry| inquiry.alone);
    let points = reading.address.as_ref().is_some_and(|address| address.alone);
    (asks || points)
        && reading.words().filter_map(|word| word.part).all(|part| absent.contains(&part))
        && reading.words().any(|word| word.part.is_some())
}

/// The rarity of what stands in so many of all.
fn idf(found: u64, all: u64) -> f32 {
    let found = found.min(all) as f32;
    (1.0 + (all as f32 - found + 0.5) / (found + 0.5)).ln()
}

impl Planner<'_> {
    /// The terms of all words, pairs and symbols that are looked for.
    pub(super) fn gather(&self, reading: &Reading) -> Result<Gathered> {
        let mut gathered = Gathered::default();
        let (mut absent, is_bare) = self.gather_numbers(reading, &mut gathered)?;
        absent.extend(self.gather_dates(reading, &mut gathered)?);
        self.gather_people(reading, &mut gathered)?;
        if !is_of_absent(reading, &absent) {
            self.gather_words(reading, &absent, &mut gathered)?;
            self.gather_pairs(reading, &absent, &mut gathered)?;
        }
        let name = |part| planned_name(reading, part, &gathered, self.weights);
        let mut people: Vec<PlannedName> = (0..reading.people.len()).map(|at| name(Part::Person(at))).collect();
        for (at, (person, typed)) in people.iter_mut().zip(&reading.people).enumerate() {
            // behind a title a common word names somebody who is rare
            if typed.name.short {
                person.rarity = person.rarity.max(self.rarity_of_bearers(at, &gathered));
            }
        }
        let mut numbers: Vec<PlannedName> = (0..reading.numbers.len()).map(|at| name(Part::Number(at))).collect();
        if is_bare {
            let rarity = gathered.words.iter().map(|word| word.idf).sum();
            numbers.push(PlannedName { rarity, ..PlannedName::default() });
        }
        (gathered.people, gathered.numbers) = (people, numbers);
        if self.matching == Matching::Folded {
            self.gather_alternatives(reading, &mut gathered)?;
        }
        Ok(gathered)
    }

    /// How rare it is that a passage names one of those who may bear a name.
    fn rarity_of_bearers(&self, name: usize, gathered: &Gathered) -> f32 {
        let is_bearer = |found: &&Evidence| matches!(found.kind, TermKind::Person { at, .. } if at == name);
        let passages: u64 = gathered.evidence.iter().filter(is_bearer).map(|found| found.passages).sum();
        if passages > 0 { self.idf(passages) } else { 0.0 }
    }

    fn gather_words(&self, reading: &Reading, absent: &[Part], gathered: &mut Gathered) -> Result<()> {
        let looked_for = |word: &&Word| word.part.is_none_or(|part| !absent.contains(&part));
        for word in reading.words().filter(looked_for) {
            // a word typed twice counts once, and says something if it does so anywhere
            if let Some(&at) = gathered.word_at.get(&word.exact) {
                gathered.words[at].stop &= word.stop;
                gathered.words[at].source &= word.source;
                continue;
            }
            let at = gathered.words.len();
            gathered.word_at.insert(word.exact.clone(), at);
            let mut planned = self.gather_word(reading, word, at, gathered)?;
            planned.source = word.source;
            planned.named = word.named;
            planned.dated = matches!(word.part, Some(Part::Date(_)));
            for date in
                gathered.dates.iter_mut().filter(|date| date.at.is_some_and(|at| word.part == Some(Part::Date(at))))
            {
                date.rarity += planned.idf;
            }
            gathered.words.push(planned);
        }
        for group in reading.groups.iter().filter(|group| !group.phrase) {
            let telling: Vec<usize> = group
                .words
                .iter()
                .filter(|word| !word.stop)
                .filter_map(|word| gathered.word_at.get(&word.exact).copied())
                .collect();
            gathered.neighbors.extend(telling.windows(2).filter(|two| two[0] != two[1]).map(|two| (two[0], two[1])));
        }
        gathered.neighbors.sort_unstable();
        gathered.neighbors.dedup();
        for symbol in reading.groups.iter().flat_map(|group| &group.symbols) {
            let at = gathered.symbols.len();
            let passages = self.add(gathered, TermKind::Symbol(at), Field::Folded, symbol)?;
            gathered.symbols.push(self.idf(passages));
        }
        Ok(())
    }

    fn gather_word(&self, reading: &Reading, word: &Word, at: usize, gathered: &mut Gathered) -> Result<PlannedWord> {
        let any = self.add(gathered, TermKind::Folded(at), Field::Folded, &word.folded)?;
        if self.matching == Matching::Exact {
            let passages = self.add(gathered, TermKind::Exact(at), Field::Exact, &word.exact)?;
            return Ok(PlannedWord::new(self.idf(passages), word.stop, 0.0));
        }
        let heading = self.add(gathered, TermKind::Context(at), Field::Context, &word.folded)?;
        let heading_idf = idf(heading, self.facts.totals().tokens.headed);
        if !reading.marked {
            if let Some(meant) = &word.meant {
                let passages = self.add(gathered, TermKind::Exact(at), Field::Exact, meant)?;
                let planned = PlannedWord::new(self.idf(passages), word.stop, self.weights.restored);
                return Ok(PlannedWord { heading_idf, restored: true, ..planned });
            }
            return Ok(PlannedWord { heading_idf, ..PlannedWord::new(self.idf(any), word.stop, 1.0) });
        }
        let typed = self.add(gathered, TermKind::Exact(at), Field::Exact, &word.exact)?;
        self.facts.foresee(|| fuller_spellings(&word.exact).into_iter().map(|form| Term::new(Field::Exact, form)));
        let half_typed = self.half_typed(word)?;
        let fuller = if half_typed { self.gather_fuller(word, at, gathered)? } else { 0 };
        let passages = match typed + fuller {
            0 => any,
            found => found,
        };
        let loose = match (word.marked(), half_typed && fuller > 0) {
            (true, _) => self.weights.contradicted,
            (false, true) => 1.0,
            (false, false) => self.weights.unmarked,
        };
        Ok(PlannedWord { heading_idf, ..PlannedWord::new(self.idf(passages), word.stop, loose) })
    }

    /// The fuller spellings of a half typed word.
    fn gather_fuller(&self, word: &Word, at: usize, gathered: &mut Gathered) -> Result<u64> {
        let mut sum = 0;
        let (spellings, all) = self.fuller(word)?;
        if all > spellings.len() {
            let (typed, known) = (word.typed.clone(), spellings.len());
            gathered.notices.push(Notice::ManySpellings { typed, all, known });
        }
        for (spelling, passages) in spellings {
            sum += passages;
            let term = Term::new(Field::Exact, &spelling);
            gathered.evidence.push(Evidence::new(TermKind::Fuller(at), term, passages));
        }
        Ok(sum.min(self.facts.passages()))
    }

    fn gather_pairs(&self, reading: &Reading, absent: &[Part], gathered: &mut Gathered) -> Result<()> {
        if self.matching == Matching::Exact {
            return Ok(());
        }
        let pairs = reading.groups.iter().flat_map(|group| {
            let named = |at: usize| group.names.iter().any(|name| name.start <= at && at + 1 < name.end);
            group.words.windows(2).enumerate().map(move |(at, pair)| (pair, named(at)))
        });
        for (pair, named) in pairs {
            let text = format!("{} {}", pair[0].folded, pair[1].folded);
            let is_absent = pair.iter().any(|word| word.part.is_some_and(|part| absent.contains(&part)));
            if is_absent || (pair[0].stop && pair[1].stop) || gathered.pair_at.contains_key(&text) {
                continue;
            }
            let number = |word: &Word| gathered.word_at.get(&word.exact).copied();
            let Some(words) = number(&pair[0]).zip(number(&pair[1])) else { continue };
            let at = self.gather_pair(&pair[0].folded, &pair[1].folded, gathered)?;
            gathered.pairs[at].words = words;
            gathered.pairs[at].source = pair.iter().all(|word| word.source);
            gathered.pairs[at].named = named;
            gathered.pairs[at].ordinal = is_ordinal(&pair[0], &pair[1]);
            gathered.pairs[at].address = is_address(&pair[0], &pair[1]);
            gathered.pairs[at].dated = pair.iter().all(|word| matches!(word.part, Some(Part::Date(_))));
        }
        Ok(())
    }

    fn gather_pair(&self, first: &str, second: &str, gathered: &mut Gathered) -> Result<usize> {
        let at = gathered.pairs.len();
        let evidence = self.pair(TermKind::Pair(at), first, second)?;
        let idf = self.idf(evidence.as_ref().map_or(0, |evidence| evidence.passages));
        gathered.evidence.extend(evidence);
        gathered.pairs.push(PlannedPair { idf, ..PlannedPair::default() });
        gathered.pair_at.insert(format!("{first} {second}"), at);
        Ok(at)
    }

    /// Adds a term to the evidence if the index has it, and returns in how many passages.
    fn add(&self, gathered: &mut Gathered, kind: TermKind, field: Field, text: &str) -> Result<u64> {
        let evidence = self.word(kind, field, text)?;
        let passages = evidence.as_ref().map_or(0, |evidence| evidence.passages);
        gathered.evidence.extend(evidence);
        Ok(passages)
    }

    /// The evidence of a term, if the index has it.
    pub(super) fn word(&self, kind: TermKind, field: Field, text: &str) -> Result<Option<Evidence>> {
        let term = Term::new(field, text);
        let passages = self.facts.frequency(&term)?;
        Ok((passages > 0).then(|| Evidence::new(kind, term, passages)))
    }

    /// The evidence of two folded words side by side, if the index may have them so.
    pub(super) fn pair(&self, kind: TermKind, first: &str, second: &str) -> Result<Option<Evidence>> {
        let passages = self.facts.neighbors(first, second)?.about();
        let term = |word: &str| Term::new(Field::Folded, word);
        let evidence = || Evidence { next: Some(term(second)), ..Evidence::new(kind, term(first), passages) };
        Ok((passages > 0).then(evidence))
    }

    fn idf(&self, passages: u64) -> f32 {
        idf(passages, self.facts.passages())
    }

    /// Whether a word is seldom written as it was typed, beside others of its letters.
    pub(super) fn half_typed(&self, word: &Word) -> Result<bool> {
        let forms = [Term::new(Field::Exact, &*word.exact), Term::new(Field::Folded, &*word.folded)];
        // most words are written as they are typed
        let is_known = forms.iter().all(|form| self.facts.knows(form));
        let [typed, any] = forms;
        let (typed, any) = (self.facts.frequency(&typed)?, self.facts.frequency(&any)?);
        Ok(is_known && (typed as f32) < self.weights.half_typed * any as f32)
    }

    /// The most frequent fuller spellings of a word, each with in how many passages it stands; and how many of
    /// them the index has.
    pub(super) fn fuller(&self, word: &Word) -> Result<(Vec<(String, u64)>, usize)> {
        let mut found = Vec::new();
        for spelling in fuller_spellings(&word.exact) {
            let passages = self.facts.frequency(&Term::new(Field::Exact, &spelling))?;
            if passages > 0 {
                found.push((spelling, passages));
            }
        }
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let all = found.len();
        found.truncate(MAX_SPELLINGS);
        Ok((found, all))
    }
}
