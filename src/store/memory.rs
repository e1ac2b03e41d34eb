//! A few passages to a snapshot in memory, for tests: it answers from their terms alone and knows no engine.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::Clause;
use super::counts::{Counted, Counts, Lengths, Positions};
use super::dates::{self, Interval};
use super::field::Field;
use super::found::{Candidate, Found, STEP, Search};
use super::neighbors::{Neighbors, Spelled, Spellings, side_by_side, some_of};
use super::passage::{Handle, PassageId, StoredPassage};
use super::snapshot::{Asked, EachName, Head, Snapshot, Told};
use super::term::{Term, Terms};
use super::term_list::{TermList, cut};
use super::{abbreviations, numbers, people, relations};
use crate::analysis::{Lines, WHOLE};
use crate::error::Result;
use crate::mention::Mentions;

/// Documents that are kept in memory.
#[derive(Default)]
pub(crate) struct Memory {
    head: Head,
    passages: Vec<Kept>,
}

struct Kept {
    id: PassageId,
    stored: StoredPassage,
    /// The terms of each field with how often they stand there.
    terms: BTreeMap<Field, BTreeMap<String, u16>>,
    /// The folded words and symbols with where they stand.
    positions: BTreeMap<String, Vec<u32>>,
    lengths: Lengths,
    intervals: Vec<Interval>,
}

impl Memory {
    /// Documents of passages, each with its title.
    pub(crate) fn of(documents: &[(&str, &[&str])]) -> Self {
        let mut memory = Self::default();
        for (number, (title, passages)) in documents.iter().enumerate() {
            let text = passages.join("\n");
            let mentions = Mentions::of(&text, None);
            let mut start = 0;
            for (ordinal, passage) in passages.iter().enumerate() {
                let id = PassageId { document: number as u64, ordinal: ordinal as u64 };
                let range = start..start + passage.len();
                memory.add(id, title, passage, &mentions.within(&range));
                start = range.end + 1;
            }
            memory.head.totals.documents += 1;
        }
        memory.head.passages = memory.passages.len() as u64;
        memory.head.totals.passages = memory.head.passages;
        memory
    }

    fn add(&mut self, id: PassageId, title: &str, text: &str, mentions: &Mentions) {
        let (mut body, mut heading) = (Lines::default(), Lines::default());
        body.read(text);
        heading.read(title);
        let mut terms: BTreeMap<Field, BTreeMap<String, u16>> = BTreeMap::new();
        let mut add = |field, term: &str| *terms.entry(field).or_default().entry(term.to_owned()).or_default() += 1;
        body.exact().split(' ').for_each(|word| add(Field::Exact, word));
        heading.folded().split(' ').for_each(|word| add(Field::Context, word));
        let (mut positions, mut at): (BTreeMap<String, Vec<u32>>, u32) = Default::default();
        for word in body.folded().split(' ') {
            let whole = word.strip_prefix(WHOLE);
            positions.entry(whole.unwrap_or(word).to_owned()).or_default().push(at);
            add(Field::Folded, whole.unwrap_or(word));
            at += u32::from(whole.is_none());
        }
        let doc = id.document.to_string();
        add(Field::Doc, &doc);
        add(Field::File, &doc);
        let mut list = TermList::default();
        mentions.numbers.iter().for_each(|number| list.add_parts(&[&numbers::term(number)]));
        cut(&mut list).iter().for_each(|term| add(Field::Numbers, term));
        mentions.people.iter().chain(&mentions.possible).for_each(|person| people::add_terms(person, &mut list));
        mentions.offices.iter().for_each(|office| people::add_office(office, &mut list));
        cut(&mut list).iter().for_each(|term| add(Field::People, term));
        mentions.abbreviations.iter().for_each(|short| abbreviations::add_terms(short, &mut list));
        cut(&mut list).iter().for_each(|term| add(Field::Abbreviations, term));
        relations::add_terms(mentions, &mut list);
        cut(&mut list).iter().for_each(|term| add(Field::Relations, term));
        mentions.dates.iter().for_each(|date| dates::add_terms(date, &mut list));
        cut(&mut list).iter().for_each(|term| add(Field::Dates, term));
        let interval = |date| Some(Interval { aside: mentions.is_aside(date, text), ..Interval::of(date)? });
        let count = |line: &str| line.split(' ').filter(|word| !word.is_empty()).count();
        let lengths = Lengths { body: count(body.folded()) as u32, context: count(heading.folded()) as u32 };
        let tokens = &mut self.head.totals.tokens;
        tokens.exact += count(body.exact()) as u64;
        tokens.folded += u64::from(lengths.body);
        if id.ordinal == 0 {
            tokens.headed += 1;
            tokens.context += u64::from(lengths.context) + 1;
        }
        self.passages.push(Kept {
            id,
            stored: StoredPassage {
                doc: doc.clone(),
                file: doc,
                title: title.to_owned(),
                lines: (id.ordinal as u32 + 1, id.ordinal as u32 + 1),
                text: text.to_owned(),
                mentions: mentions.clone(),
                ..StoredPassage::default()
            },
            terms,
            positions,
            lengths,
            intervals: mentions.dates.iter().filter_map(interval).collect(),
        });
    }

    fn frequency(&self, term: &Term) -> u64 {
        self.passages.iter().filter(|passage| passage.count(term) > 0).count() as u64
    }

    fn spelled(&self, Spellings { pair, forms }: &Spellings) -> Spelled {
        let words = pair.each_ref().map(|word| Term::new(Field::Folded, &**word));
        let passages = some_of(self.passages.iter().filter(|passage| passage.holds(&words)).collect());
        let holding = |form: &String| {
            let form = Term::new(Field::Exact, &**form);
            passages.iter().filter(|passage| passage.count(&form) > 0).count()
        };
        Spelled { passages: passages.len(), holding: forms.iter().map(holding).collect() }
    }

    /// What a passage scores; none where the clause does not find it.
    fn score(&self, passage: &Kept, clause: &Clause) -> Option<f32> {
        let each =
            |parts: &[Clause]| -> Vec<f32> { parts.iter().filter_map(|part| self.score(passage, part)).collect() };
        let rarity = |found: u64| (1.0 + self.head.passages as f32 / found.max(1) as f32).ln();
        match clause {
            Clause::Term(term) => {
                let count = f32::from(passage.count(term));
                (count > 0.0).then(|| rarity(self.frequency(term)) * count / (count + 1.2))
            }
            Clause::AnyOf(terms) => terms.iter().any(|term| passage.count(term) > 0).then_some(0.0),
            Clause::Phrase(words) => passage.holds(words).then_some(1.0),
            Clause::Under(term) => (passage.count(term) > 0).then_some(0.0),
            Clause::All(parts) => {
                let mut sum = 0.0;
                for part in parts {
                    sum += match part {
                        Clause::Not(part) if self.score(passage, part).is_some() => return None,
                        Clause::Not(_) => 0.0,
                        Clause::Maybe(part) => self.score(passage, part).unwrap_or_default(),
                        part => self.score(passage, part)?,
                    };
                }
                Some(sum)
            }
            Clause::Any(parts) => Some(each(parts)).filter(|found| !found.is_empty()).map(|found| found.iter().sum()),
            Clause::Best(parts) => each(parts).into_iter().reduce(f32::max),
            Clause::Not(part) => self.score(passage, part).is_none().then_some(0.0),
            Clause::Maybe(part) => self.score(passage, part),
            Clause::Weighted(part, weight) => Some(weight * self.score(passage, part)?),
            Clause::Constant(part, score) => self.score(passage, part).map(|_| *score),
            Clause::Everything => Some(1.0),
            Clause::Nothing => None,
        }
    }

    fn found(&self, search: Search<'_>, limit: usize) -> Found {
        let score = |passage: &Kept| match search {
            Search::Clause(clause) => self.score(passage, clause),
            Search::SideBySide(wanted) => {
                let are_there = wanted.words.iter().all(|word| passage.count(word) > 0);
                (are_there && wanted.pairs.iter().all(|pair| passage.holds(pair))).then_some(1.0)
            }
        };
        let found = self.passages.iter().enumerate().filter_map(|(at, passage)| {
            let score = (score(passage)?.max(0.0) / STEP) as u32;
            Some(Candidate { handle: Handle(at as u128), score, id: passage.id })
        });
        Found { candidates: found.collect(), more: false }.best(limit)
    }
}

impl Kept {
    fn count(&self, term: &Term) -> u16 {
        self.terms.get(&term.field).and_then(|terms| terms.get(&term.text)).copied().unwrap_or_default()
    }

    fn positions(&self, word: &Term) -> &[u32] {
        self.positions.get(&word.text).map_or(&[], Vec::as_slice)
    }

    fn holds(&self, words: &[Term]) -> bool {
        match words {
            [word] => self.count(word) > 0,
            // in tests all of them stand so if each two do
            words => words.windows(2).all(|two| side_by_side(self.positions(&two[0]), self.positions(&two[1])) > 0),
        }
    }
}

impl Snapshot for Memory {
    fn head(&self) -> &Head {
        &self.head
    }

    fn is_near(&self) -> bool {
        true
    }

    fn statistics(&self, asked: &Asked<'_>) -> Result<Told> {
        let pair = |[first, second]: &[String; 2]| {
            let words = [Term::new(Field::Folded, &**first), Term::new(Field::Folded, &**second)];
            let seen = self.passages.iter().filter(|passage| passage.holds(&words)).count();
            Neighbors { seen, share: 1.0 }
        };
        let mut told = Told {
            terms: asked.terms.iter().map(|term| self.frequency(term)).collect(),
            bounds: asked.bounds.iter().map(|term| self.frequency(term)).collect(),
            neighbors: asked.neighbors.iter().map(pair).collect(),
            spellings: asked.spellings.iter().map(|spellings| self.spelled(spellings)).collect(),
            ..Told::default()
        };
        for prefix in &asked.prefixes {
            let terms = self.passages.iter().filter_map(|passage| passage.terms.get(&prefix.field));
            let begun: BTreeSet<&String> =
                terms.flat_map(BTreeMap::keys).filter(|term| term.starts_with(prefix.text)).collect();
            let cut = begun.len() > prefix.limit;
            let kept = begun.into_iter().take(prefix.limit).filter(|term| (prefix.keep)(term));
            let found = kept.map(|term| (term.clone(), self.frequency(&Term::new(prefix.field, &**term))));
            told.prefixes.push(Terms { found: found.collect(), cut });
        }
        for (clause, _) in &asked.holding {
            told.holding
                .push(self.passages.iter().filter(|passage| self.score(passage, clause).is_some()).count() as u64);
        }
        Ok(told)
    }

    fn each_name(&self, field: Field, each: &mut EachName<'_>) -> Result<()> {
        let names = self.passages.iter().filter_map(|passage| passage.terms.get(&field));
        names.flat_map(BTreeMap::keys).try_for_each(|name| each(name, &|| Ok(true)))
    }

    fn best(&self, searches: &[(Search<'_>, usize)]) -> Result<Vec<Found>> {
        Ok(searches.iter().map(|(search, limit)| self.found(*search, *limit)).collect())
    }

    fn all(&self, clause: &Clause, limit: usize) -> Result<(Vec<(Handle, PassageId)>, bool)> {
        let found = self.found(Search::Clause(clause), limit);
        Ok((found.candidates.iter().map(|candidate| (candidate.handle, candidate.id)).collect(), found.more))
    }

    fn counts(&self, counted: &Counted<'_>) -> Result<Counts> {
        // all passages are columns
        let mut counts =
            Counts { lengths: self.passages.iter().map(|passage| passage.lengths).collect(), ..Counts::default() };
        for sought in counted.sought {
            counts.counts.extend(self.passages.iter().map(|passage| match sought.next {
                Some(next) => side_by_side(passage.positions(sought.term), passage.positions(next)) as u16,
                None if sought.term.field == Field::Dates => 0,
                None => passage.count(sought.term),
            }));
        }
        for candidate in counted.candidates {
            let at = candidate.handle.0 as usize;
            let (document, reach) = (candidate.id.document, counted.reach as usize);
            let is_same = |other: &usize| self.passages[*other].id.document == document;
            let start = (at.saturating_sub(reach)..=at).find(is_same).unwrap_or(at);
            let end = (at..self.passages.len().min(at + reach + 1)).rev().find(is_same).unwrap_or(at);
            counts.places.push((at, start..end + 1));
            counts.intervals.push(self.passages[at].intervals.clone());
            let stand =
                |word: &Option<&Term>| word.map_or_else(Vec::new, |word| self.passages[at].positions(word).to_vec());
            let positions: Positions = counted.words.iter().map(stand).collect();
            counts.positions.extend((!counted.words.is_empty()).then_some(positions));
        }
        Ok(counts)
    }

    fn stored(&self, passages: &[Handle]) -> Result<Vec<StoredPassage>> {
        Ok(passages.iter().map(|handle| self.passages[handle.0 as usize].stored.clone()).collect())
    }
}
