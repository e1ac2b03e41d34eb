//! The evidence of candidates to their scores: the second stage.
//!
//! BM25 over words, pairs and symbols of the passage; the same over its title and headings and over
//! the passages around it, at lower weights; all lowered where words of the query are missing. What
//! mentions a document number of the query stands above what only shares words with it.

use super::dates;
use super::nearness::near;
use crate::mention::number::Fit;
use crate::query::{Averages, NameFit, Plan, PlannedDate, PlannedName, TermKind, Weights};
use crate::store::{Counts, Positions};

/// The parts of a score, each already weighted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Words in the passage.
    pub words: f32,
    /// Pairs of neighboring words, and whole symbols.
    pub pairs: f32,
    /// Words in the title and the headings.
    pub context: f32,
    /// Neighbors of the query that stand near each other, in any order.
    pub near: f32,
    /// The passages around it in its document.
    pub document: f32,
    /// Document numbers, dates and people of the query that it names.
    pub mentions: f32,
    /// What answers the question that the query asks.
    pub answer: f32,
    /// The share of the query's words that it holds, by their rarity, from 0 to 1.
    pub coverage: f32,
    /// What the parts come to.
    pub score: f32,
}

/// Title and headings of at most so many times the words of a name that they hold are about who bears it.
const HEADING_OF_NAME: usize = 6;

/// Scores the candidates, in their order.
pub(super) fn rank(plan: &Plan, counts: &Counts, averages: Averages, weights: &Weights) -> Vec<Parts> {
    let table = Table::new(plan);
    let score = |candidate| score(plan, &table, counts, candidate, averages, weights);
    (0..counts.candidates()).map(score).collect()
}

/// The rows of each word and pair.
struct Table {
    words: Vec<WordRows>,
    pairs: Vec<Option<usize>>,
    symbols: Vec<Option<usize>>,
    /// For each document number what may stand for it.
    numbers: Vec<Vec<NumberRow>>,
    /// For each alternative its rows: it stands as often as the rarest of them.
    alternatives: Vec<Vec<usize>>,
    /// For each name what may stand for it.
    people: Vec<Vec<(usize, NameFit)>>,
}

/// A row of the counts that stands for a document number.
struct NumberRow {
    row: usize,
    fit: Fit,
    issues: bool,
}

#[derive(Clone, Default)]
struct WordRows {
    exact: Option<usize>,
    fuller: Vec<usize>,
    folded: Option<usize>,
    context: Option<usize>,
}

impl Table {
    fn new(plan: &Plan) -> Self {
        let mut table = Self {
            words: vec![WordRows::default(); plan.words.len()],
            pairs: vec![None; plan.pairs.len()],
            symbols: vec![None; plan.symbols.len()],
            numbers: plan.numbers.iter().map(|_| Vec::new()).collect(),
            alternatives: vec![Vec::new(); plan.alternatives.len()],
            people: vec![Vec::new(); plan.people.len()],
        };
        for (row, kind) in plan.evidence.iter().map(|evidence| evidence.kind).enumerate() {
            match kind {
                TermKind::Exact(word) => table.words[word].exact = Some(row),
                TermKind::Fuller(word) => table.words[word].fuller.push(row),
                TermKind::Folded(word) => table.words[word].folded = Some(row),
                TermKind::Context(word) => table.words[word].context = Some(row),
                TermKind::Pair(pair) => table.pairs[pair] = Some(row),
                TermKind::Symbol(symbol) => table.symbols[symbol] = Some(row),
                TermKind::Alternative(at) => table.alternatives[at].push(row),
                TermKind::Person { at, fit } => table.people[at].push((row, fit)),
                // they are not counted
                TermKind::Date { .. } => {}
                TermKind::Number { at, fit, issues } => table.numbers[at].push(NumberRow { row, fit, issues }),
            }
        }
        table
    }
}

impl Table {
    /// How often any of these alternatives stands, for what each counts.
    fn stands(
        &self,
        alternatives: &[usize],
        plan: &Plan,
        weights: &Weights,
        count: &dyn Fn(Option<usize>) -> f32,
    ) -> f32 {
        let rarest = |at: usize| self.alternatives[at].iter().map(|row| count(Some(*row))).fold(f32::MAX, f32::min);
        let counted = |&at: &usize| Some(rarest(at)).filter(|count| *count < f32::MAX).map(|count| (at, count));
        let stands = alternatives.iter().filter_map(counted);
        stands.map(|(at, count)| weights.alternative(&plan.alternatives[at]) * count).sum()
    }
}

/// How often a word or pair stands in a passage, in its headings and around it.
#[derive(Clone, Copy, Default)]
struct Held {
    here: f32,
    heading: f32,
    around: f32,
}

/// Lengths beside their averages.
struct Norms {
    body: f32,
    heading: f32,
    heading_alone: f32,
    around: f32,
}

fn score(
    plan: &Plan,
    table: &Table,
    counts: &Counts,
    candidate: usize,
    averages: Averages,
    weights: &Weights,
) -> Parts {
    let lengths = counts.lengths(candidate);
    let norms = Norms {
        body: weights.norm(lengths.body, averages.body),
        heading: weights.heading_norm(lengths.context, averages.context),
        heading_alone: weights.norm(lengths.context, averages.context),
        around: weights.norm(counts.length_around(candidate), averages.around),
    };
    let own = |row: Option<usize>| row.map_or(0.0, |row| counts.own(row, candidate));
    let nearby = |row: Option<usize>| row.map_or(0.0, |row| counts.around(row, candidate));
    let mut parts = Parts::default();
    // headings count as more occurrences, by their own rarity
    let add = |parts: &mut Parts, rarity: f32, among_headings: f32, held: Held, weight: f32| {
        let here = held.here / norms.body;
        let text = weights.saturate(here);
        let more = weights.saturate(here + weight * held.heading / norms.heading) - text;
        let alone = weights.saturate(held.heading / norms.heading_alone);
        parts.context += rarity.min(among_headings) * (more + weights.heading * alone);
        rarity * text
    };
    let mut words = vec![Held::default(); plan.words.len()];
    for ((word, rows), held) in plan.words.iter().zip(&table.words).zip(&mut words) {
        let frequency = |count: &dyn Fn(Option<usize>) -> f32| {
            let any = count(rows.folded);
            let typed = count(rows.exact);
            let fuller: f32 = rows.fuller.iter().map(|&row| count(Some(row))).sum();
            let other = table.stands(&word.alternatives, plan, weights, count);
            typed + fuller + word.loose * (any - typed - fuller).max(0.0) + other
        };
        *held = Held { here: frequency(&own), heading: own(rows.context), around: frequency(&nearby) };
        let share = weights.share(word);
        // what it means is counted as a date
        let share = share * if word.dated { weights.dated } else { 1.0 };
        parts.words += add(&mut parts, share * word.idf, share * word.heading_idf, *held, weights.context);
        // of which time a passage tells is not said around it
        if !word.dated {
            parts.document += weights.document * share * word.idf * weights.saturate(held.around / norms.around);
        }
    }
    let mut pairs = vec![0.0; plan.pairs.len()];
    for ((pair, &row), here) in plan.pairs.iter().zip(&table.pairs).zip(&mut pairs) {
        let frequency =
            |count: &dyn Fn(Option<usize>) -> f32| count(row) + table.stands(&pair.alternatives, plan, weights, count);
        *here = frequency(&own);
        let share = weights.pair_share(pair) * if pair.dated { weights.dated } else { 1.0 };
        let (first, second) = pair.words;
        // whether they stand side by side there is not known, and of ordinals that is all
        let heading = if pair.ordinal { 0.0 } else { words[first].heading.min(words[second].heading) };
        let among_headings = plan.words[first].heading_idf.max(plan.words[second].heading_idf);
        let held = Held { here: *here, heading, around: 0.0 };
        parts.pairs += add(&mut parts, share * pair.idf, share * among_headings, held, weights.heading_pair);
        if !pair.dated {
            parts.document += weights.document * share * pair.idf * weights.saturate(frequency(&nearby) / norms.around);
        }
    }
    for (&rarity, &row) in plan.symbols.iter().zip(&table.symbols) {
        parts.pairs += weights.symbol * rarity * weights.saturate(own(row) / norms.body);
    }
    // what names the same holds the words of the query too
    let mut implied = vec![0.0_f32; plan.words.len()];
    let mut imply = |name: &PlannedName, fit: f32| {
        name.words.iter().for_each(|&word| implied[word] = implied[word].max(weights.covered_by_mention * fit));
    };
    for (number, rows) in plan.numbers.iter().zip(&table.numbers) {
        let fits = rows.iter().filter(|row| own(Some(row.row)) > 0.0).map(|row| weights.number(row.fit, row.issues));
        let fit = fits.fold(0.0, f32::max);
        imply(number, if fit > 0.0 { 1.0 } else { 0.0 });
        parts.mentions += fit * number.rarity;
    }
    for (name, rows) in plan.people.iter().zip(&table.people) {
        let fits = rows.iter().filter(|(row, _)| own(Some(*row)) > 0.0).map(|(_, fit)| weights.person[*fit as usize]);
        let fit = fits.fold(0.0, f32::max);
        let is_whole = !name.pairs.is_empty();
        // where nobody bears the name its words tell enough
        let is_spelled = !rows.is_empty()
            && is_whole
            && name.words.iter().all(|&word| words[word].here >= 1.0)
            && name.pairs.iter().all(|&pair| pairs[pair] > 0.0);
        // long headings may hold the words apart: then the text around names somebody who bears the name
        let is_subject = is_whole
            && name.words.iter().all(|&word| words[word].heading > 0.0)
            && (lengths.context as usize <= HEADING_OF_NAME * name.words.len()
                || rows.iter().any(|(row, _)| nearby(Some(*row)) > 0.0));
        imply(name, if fit > 0.0 || is_subject { 1.0 } else { 0.0 });
        let spelled = if is_spelled { weights.spelled } else { 0.0 };
        // letters alone may be other words, unless somebody bears the name
        let subject = match is_subject {
            true if name.marked || !rows.is_empty() => weights.subject,
            true => weights.spelled,
            false => 0.0,
        };
        parts.mentions += name.rarity * fit.max(spelled).max(subject);
    }
    parts.coverage = coverage(plan, &words, &pairs, &implied, weights);
    let reach: f32 = plan.words.iter().map(|word| word.idf * weights.share(word)).sum();
    let pairs: f32 = plan.pairs.iter().map(|pair| pair.idf * weights.pair_share(pair)).sum();
    let reach = reach + pairs;
    let worth = |wanted: &PlannedDate| match wanted.at {
        // a filter may stand alone
        None => reach.max(1.0) * weights.filter_date,
        Some(_) if plan.only_named => reach * weights.only_date,
        Some(_) => wanted.rarity * weights.date,
    };
    parts.mentions += plan
        .dates
        .iter()
        .map(|wanted| worth(wanted) * dates::fit(wanted, counts.intervals(candidate), weights))
        .sum::<f32>();
    parts.add_up(weights);
    parts
}

/// The share of the words, by their rarity, that a passage holds or implies.
fn coverage(plan: &Plan, words: &[Held], pairs: &[f32], implied: &[f32], weights: &Weights) -> f32 {
    let mut is_torn = vec![false; words.len()];
    // `lần thứ hai` is held whole or not at all
    for (pair, _) in plan.pairs.iter().zip(pairs).filter(|(pair, here)| (pair.ordinal || pair.address) && **here == 0.0)
    {
        (is_torn[pair.words.0], is_torn[pair.words.1]) = (true, true);
    }
    let (mut covered, mut all) = (0.0, 0.0);
    for (at, (word, held)) in plan.words.iter().zip(words).enumerate() {
        let rarity = word.idf * weights.share(word) * if word.named { weights.lacked_name } else { 1.0 };
        // a document about somebody says `ông`
        let heading = if word.named { held.heading } else { weights.covered_by_heading * held.heading };
        let around = weights.covered_by_document * held.around.min(1.0);
        let here = if is_torn[at] { 0.0 } else { held.here };
        all += rarity;
        covered += rarity * here.max(heading).max(around).max(implied[at]).min(1.0);
    }
    if all > 0.0 { covered / all } else { 1.0 }
}

impl Parts {
    fn add_up(&mut self, weights: &Weights) {
        let sum = self.words + self.pairs + self.near + self.context + self.document;
        self.score = sum * (1.0 - weights.coverage * (1.0 - self.coverage)) + self.mentions + self.answer;
    }
}

/// Adds to the score of a candidate what stands near each other in it.
pub(super) fn add_nearness(
    parts: &mut Parts,
    plan: &Plan,
    positions: &Positions,
    length: u32,
    averages: Averages,
    weights: &Weights,
) {
    let body = weights.norm(length, averages.body);
    for &(first, second) in &plan.neighbors {
        let rarity = plan.words[first].idf.min(plan.words[second].idf);
        parts.near += weights.near
            * rarity
            * weights.saturate(near(&positions[first], &positions[second], weights.limits.near) / body);
    }
    parts.add_up(weights);
}

/// Raises a candidate where the place stands that is asked for above the best, by so many times what the words of the
/// query can come to.
pub(super) fn raise(parts: &mut Parts, plan: &Plan, best: f32, worth: f32) {
    let reach: f32 = plan.words.iter().map(|word| word.idf).sum();
    let raised = (best - parts.score).max(0.0) + worth * reach;
    parts.answer += raised;
    parts.score += raised;
}

/// Adds to the score of a candidate how well it answers what is asked; less counts what says nothing itself.
pub(super) fn add_answer(parts: &mut Parts, plan: &Plan, answered: f32, is_filler: bool, weights: &Weights) {
    let reach: f32 = plan.words.iter().filter(|word| !word.stop && !word.source).map(|word| word.idf).sum();
    parts.answer += reach * answered;
    parts.add_up(weights);
    if is_filler {
        parts.score *= 1.0 - weights.filler;
    }
}
