//! What is known of a candidate to its score, part by part: the second stage. It looks at nothing else.
//!
//! BM25 over words, pairs and symbols of the passage; the same over its title and headings and over
//! the passages around it, at lower weights; all lowered where words of the query are missing. What
//! mentions a document number of the query stands above what only shares words with it.

use super::dates;
use super::facts::{Facts, Times};
use crate::query::{Plan, PlannedDate, PlannedName, PlannedWord, Weights};

/// The parts of a score, each already weighted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScoreBreakdown {
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
    /// The same of the words that name no time.
    pub(crate) coverage_beside_times: f32,
    /// What the parts come to.
    pub score: f32,
}

/// Title and headings of at most so many times the words of a name that they hold are about who bears it.
const HEADING_OF_NAME: usize = 6;

/// Scores a candidate.
pub(super) fn score(facts: &Facts<'_>, weights: &Weights) -> ScoreBreakdown {
    let mut scoring = Scoring::new(facts, weights);
    scoring.add_words();
    scoring.add_pairs();
    scoring.add_symbols();
    scoring.add_numbers();
    scoring.add_people();
    scoring.add_dates();
    scoring.add_near();
    scoring.add_answer();
    scoring.added_up()
}

impl ScoreBreakdown {
    /// Raises a candidate where the place stands that is asked for above the best, by so many times what the words of
    /// the query can come to.
    pub(super) fn raise(&mut self, plan: &Plan, best: f32, worth: f32) {
        let reach: f32 = plan.words.iter().map(|word| word.idf).sum();
        let raised = (best - self.score).max(0.0) + worth * reach;
        self.answer += raised;
        self.score += raised;
    }
}

/// How often a word or pair stands in a passage, in its headings and around it, with what stands for it.
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

/// A score as far as it is worked out.
struct Scoring<'a> {
    facts: &'a Facts<'a>,
    plan: &'a Plan,
    weights: &'a Weights,
    norms: Norms,
    words: Vec<Held>,
    /// How often each pair stands here.
    pairs: Vec<f32>,
    /// How far what is named holds each word too.
    implied: Vec<f32>,
    parts: ScoreBreakdown,
}

impl<'a> Scoring<'a> {
    fn new(facts: &'a Facts<'a>, weights: &'a Weights) -> Self {
        let Facts { plan, averages, lengths, length_around, .. } = facts;
        let norms = Norms {
            body: weights.norm(lengths.body, averages.body),
            heading: weights.heading_norm(lengths.context, averages.context),
            heading_alone: weights.norm(lengths.context, averages.context),
            around: weights.norm(*length_around, averages.around),
        };
        let words = vec![Held::default(); plan.words.len()];
        let (pairs, implied) = (vec![0.0; plan.pairs.len()], vec![0.0; plan.words.len()]);
        Self { facts, plan, weights, norms, words, pairs, implied, parts: ScoreBreakdown::default() }
    }

    fn add_words(&mut self) {
        let weights = self.weights;
        for (at, (word, times)) in self.plan.words.iter().zip(&self.facts.words).enumerate() {
            let frequency = |of: fn(&Times) -> f32| {
                let (any, typed, fuller) = (of(&times.any), of(&times.typed), of(&times.fuller));
                typed + fuller + word.loose * (any - typed - fuller).max(0.0) + self.stands(&word.alternatives, of)
            };
            let held = Held { here: frequency(own), heading: times.heading, around: frequency(around) };
            self.words[at] = held;
            // what it means is counted as a date
            let share = weights.share(word) * if word.dated { weights.dated } else { 1.0 };
            self.parts.words += self.add(share * word.idf, share * word.heading_idf, held, weights.context);
            // of which time a passage tells is not said around it
            if !word.dated {
                self.add_around(share, word.idf, held.around);
            }
        }
    }

    fn add_pairs(&mut self) {
        let weights = self.weights;
        for (at, (pair, times)) in self.plan.pairs.iter().zip(&self.facts.pairs).enumerate() {
            let frequency = |of: fn(&Times) -> f32| of(times) + self.stands(&pair.alternatives, of);
            let (here, around) = (frequency(own), frequency(around));
            self.pairs[at] = here;
            let share = weights.pair_share(pair) * if pair.dated { weights.dated } else { 1.0 };
            let (first, second) = pair.words;
            // whether they stand side by side there is not known, and of ordinals that is all
            let heading = if pair.ordinal { 0.0 } else { self.words[first].heading.min(self.words[second].heading) };
            let among_headings = self.plan.words[first].heading_idf.max(self.plan.words[second].heading_idf);
            let held = Held { here, heading, around };
            self.parts.pairs += self.add(share * pair.idf, share * among_headings, held, weights.heading_pair);
            if !pair.dated {
                self.add_around(share, pair.idf, around);
            }
        }
    }

    fn add_symbols(&mut self) {
        for (&rarity, &times) in self.plan.symbols.iter().zip(&self.facts.symbols) {
            self.parts.pairs += self.weights.symbol * rarity * self.weights.saturate(times / self.norms.body);
        }
    }

    fn add_numbers(&mut self) {
        for (number, named) in self.plan.numbers.iter().zip(&self.facts.numbers) {
            let fit = named.iter().map(|named| self.weights.number(named.fit, named.issues)).fold(0.0, f32::max);
            self.imply(number, if fit > 0.0 { 1.0 } else { 0.0 });
            self.parts.mentions += fit * number.rarity;
        }
    }

    fn add_people(&mut self) {
        let weights = self.weights;
        for (name, bearers) in self.plan.people.iter().zip(&self.facts.people) {
            let fit = bearers.named.iter().map(|fit| weights.person[*fit as usize]).fold(0.0, f32::max);
            let is_whole = !name.pairs.is_empty();
            // where nobody bears the name its words tell enough
            let is_spelled = bearers.known
                && is_whole
                && name.words.iter().all(|&word| self.words[word].here >= 1.0)
                && name.pairs.iter().all(|&pair| self.pairs[pair] > 0.0);
            // long headings may hold the words apart: then the text around names somebody who bears the name
            let is_subject = is_whole
                && name.words.iter().all(|&word| self.words[word].heading > 0.0)
                && (self.facts.lengths.context as usize <= HEADING_OF_NAME * name.words.len() || bearers.around);
            self.imply(name, if fit > 0.0 || is_subject { 1.0 } else { 0.0 });
            let spelled = if is_spelled { weights.spelled } else { 0.0 };
            // letters alone may be other words, unless somebody bears the name
            let subject = match is_subject {
                true if name.marked || bearers.known => weights.subject,
                true => weights.spelled,
                false => 0.0,
            };
            self.parts.mentions += name.rarity * fit.max(spelled).max(subject);
        }
    }

    fn add_dates(&mut self) {
        let (plan, weights) = (self.plan, self.weights);
        let reach: f32 = plan.words.iter().map(|word| word.idf * weights.share(word)).sum();
        let pairs: f32 = plan.pairs.iter().map(|pair| pair.idf * weights.pair_share(pair)).sum();
        let reach = reach + pairs;
        let worth = |wanted: &PlannedDate| match wanted.at {
            // a filter may stand alone
            None => reach.max(1.0) * weights.filter_date,
            Some(_) if plan.only_named => reach * weights.only_date,
            Some(_) => wanted.rarity * weights.date,
        };
        let fit = |wanted: &PlannedDate| worth(wanted) * dates::fit(wanted, &self.facts.intervals, weights);
        self.parts.mentions += plan.dates.iter().map(fit).sum::<f32>();
    }

    fn add_near(&mut self) {
        for (&(first, second), times) in self.plan.neighbors.iter().zip(&self.facts.near) {
            let rarity = self.plan.words[first].idf.min(self.plan.words[second].idf);
            self.parts.near += self.weights.near * rarity * self.weights.saturate(times / self.norms.body);
        }
    }

    fn add_answer(&mut self) {
        let telling = self.plan.words.iter().filter(|word| !word.stop && !word.source);
        let reach: f32 = telling.map(|word| word.idf).sum();
        self.parts.answer += reach * self.facts.answered;
    }

    /// What all parts come to; less where the passage says nothing itself.
    fn added_up(mut self) -> ScoreBreakdown {
        self.parts.coverage = self.coverage(|_| true);
        self.parts.coverage_beside_times = self.coverage(|word| !word.dated);
        let ScoreBreakdown { words, pairs, near, context, document, mentions, answer, coverage, .. } = self.parts;
        let sum = words + pairs + near + context + document;
        let score = sum * (1.0 - self.weights.coverage * (1.0 - coverage)) + mentions + answer;
        self.parts.score = if self.facts.is_filler { score * (1.0 - self.weights.filler) } else { score };
        self.parts
    }

    /// What a word or pair counts in the passage. Headings count as more occurrences, by their own rarity.
    fn add(&mut self, rarity: f32, among_headings: f32, held: Held, weight: f32) -> f32 {
        let (weights, norms) = (self.weights, &self.norms);
        let here = held.here / norms.body;
        let text = weights.saturate(here);
        let more = weights.saturate(here + weight * held.heading / norms.heading) - text;
        let alone = weights.saturate(held.heading / norms.heading_alone);
        self.parts.context += rarity.min(among_headings) * (more + weights.heading * alone);
        rarity * text
    }

    /// The same around the passage.
    fn add_around(&mut self, share: f32, rarity: f32, times: f32) {
        let text = self.weights.saturate(times / self.norms.around);
        self.parts.document += self.weights.document * share * rarity * text;
    }

    /// How often any of these alternatives stands, for what each counts.
    fn stands(&self, alternatives: &[usize], of: fn(&Times) -> f32) -> f32 {
        let worth = |&at: &usize| self.weights.alternative(&self.plan.alternatives[at]);
        alternatives.iter().map(|at| worth(at) * of(&self.facts.alternatives[*at])).sum()
    }

    /// What names the same holds the words of the query too.
    fn imply(&mut self, name: &PlannedName, fit: f32) {
        for &word in &name.words {
            self.implied[word] = self.implied[word].max(self.weights.covered_by_mention * fit);
        }
    }

    /// The share of the words that count, by their rarity, that a passage holds or implies.
    fn coverage(&self, counts: impl Fn(&PlannedWord) -> bool) -> f32 {
        let (plan, weights) = (self.plan, self.weights);
        let mut is_torn = vec![false; plan.words.len()];
        // `lần thứ hai` is held whole or not at all
        let pairs = plan.pairs.iter().zip(&self.pairs);
        for (pair, _) in pairs.filter(|(pair, here)| (pair.ordinal || pair.address) && **here == 0.0) {
            (is_torn[pair.words.0], is_torn[pair.words.1]) = (true, true);
        }
        let (mut covered, mut all) = (0.0, 0.0);
        let words = plan.words.iter().zip(&self.words).enumerate().filter(|(_, (word, _))| counts(word));
        for (at, (word, held)) in words {
            let rarity = word.idf * weights.share(word) * if word.named { weights.lacked_name } else { 1.0 };
            // a document about somebody says `ông`
            let heading = if word.named { held.heading } else { weights.covered_by_heading * held.heading };
            let around = weights.covered_by_document * held.around.min(1.0);
            let here = if is_torn[at] { 0.0 } else { held.here };
            all += rarity;
            covered += rarity * here.max(heading).max(around).max(self.implied[at]).min(1.0);
        }
        if all > 0.0 { covered / all } else { 1.0 }
    }
}

fn own(times: &Times) -> f32 {
    times.own
}

fn around(times: &Times) -> f32 {
    times.around
}
