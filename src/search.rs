//! Pipeline 2 on one page: a query line to ranked passages.

mod address;
mod apart;
mod asked;
mod candidates;
mod dates;
mod direct;
mod ended;
mod evidence;
mod facts;
mod filler;
mod highlight;
mod lineage;
mod meant;
mod nearness;
mod offices;
mod pages;
mod ranked;
mod score;
mod shelf;
mod stages;
mod state;
mod whole;

use std::cell::Cell;
use std::time::Instant;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

pub(crate) use dates::{answers, overlap};
pub use direct::Direct;
pub use ended::Ended;
pub use highlight::Span;
pub(crate) use lineage::lineage;
pub use lineage::{ForceTold, Lineage, Place, Standing, State, Told};
pub use score::ScoreBreakdown;
pub(crate) use whole::Whole;

pub use crate::store::{Side, StoredPassage};

use crate::error::Result;
use crate::query::{
    self, Alternative, Averages, Facts, FilterName, Item, Matching, Notice, PhraseTest, Reading, Understood, Weights,
    Written,
};
use crate::store::{Asked as Questions, Reader, Snapshot};
use asked::Asked;
use candidates::Ahead;
use highlight::Wanted;
use ranked::Ranked;
use shelf::Shelf;

/// More hits than these are not handed out at once by whoever answers others, nor skipped.
#[cfg(feature = "cli")]
pub(crate) const MAX_HITS: usize = 10_000;

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// In order of the times that they name, those that name none last.
    Date,
}

/// What is looked for and how much of it is wanted: the ten best passages, where nothing else is said.
///
/// ```
/// use tracuu::search::{Request, Sort};
///
/// let request = Request::new("bầu thư ký").limit(5).person("Đỗ Văn Thắng").sort(Sort::Date);
/// assert_eq!((request.limit, request.people.len()), (5, 1));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The query as it was typed.
    pub query: String,
    /// How many hits are wanted at most.
    pub limit: usize,
    /// How many of the best are left out.
    pub offset: usize,
    /// Patterns over document ids and files, as `in:` in the query.
    pub places: Vec<String>,
    /// Document numbers that every hit must name, as `number:` in the query.
    pub numbers: Vec<String>,
    /// People whom every hit must name, as `person:` in the query.
    pub people: Vec<String>,
    /// Days and periods, one of which every hit must overlap, as `date:` in the query.
    pub dates: Vec<String>,
    /// Days and periods: every hit is of a document that was in force then, as far as the index tells, as `in-force:`
    /// in the query.
    pub in_force: Vec<String>,
    /// Every hit must name a time that ends on this day or later.
    pub from: Option<Date>,
    /// Every hit must name a time that begins on this day or earlier.
    pub to: Option<Date>,
    /// In which order the hits come.
    pub sort: Sort,
    /// How diacritics are taken.
    pub matching: Matching,
    /// The best passage of each document only.
    pub per_document: bool,
    /// How many of the best passages are handed on besides, whatever part of the hits is wanted: for who counts what
    /// they name.
    pub counted: usize,
    /// What each kind of evidence counts.
    pub weights: Weights,
}

impl Request {
    /// A request for the ten best passages.
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            limit: 10,
            offset: 0,
            places: Vec::new(),
            numbers: Vec::new(),
            people: Vec::new(),
            dates: Vec::new(),
            in_force: Vec::new(),
            from: None,
            to: None,
            sort: Sort::default(),
            matching: Matching::default(),
            per_document: false,
            counted: 0,
            weights: Weights::default(),
        }
    }

    /// As many hits at most.
    #[must_use]
    pub fn limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// Without as many of the best.
    #[must_use]
    pub fn offset(self, offset: usize) -> Self {
        Self { offset, ..self }
    }

    /// Only in documents or files that a pattern matches, or any of several.
    #[must_use]
    pub fn place(mut self, pattern: impl Into<String>) -> Self {
        self.places.push(pattern.into());
        self
    }

    /// Only passages that name this document number too.
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.numbers.push(number.into());
        self
    }

    /// Only passages that name this person too.
    #[must_use]
    pub fn person(mut self, name: impl Into<String>) -> Self {
        self.people.push(name.into());
        self
    }

    /// Only passages that name a time which overlaps this day or period too.
    #[must_use]
    pub fn date(mut self, when: impl Into<String>) -> Self {
        self.dates.push(when.into());
        self
    }

    /// Only passages of documents that were in force then, or about which nothing else is told: a day or period, `today`.
    #[must_use]
    pub fn in_force(mut self, when: impl Into<String>) -> Self {
        self.in_force.push(when.into());
        self
    }

    /// Only passages that name a time between two days, as far as they are given.
    #[must_use]
    pub fn between(self, from: Option<Date>, to: Option<Date>) -> Self {
        Self { from, to, ..self }
    }

    /// In this order.
    #[must_use]
    pub fn sort(self, sort: Sort) -> Self {
        Self { sort, ..self }
    }

    /// With diacritics taken so.
    #[must_use]
    pub fn matching(self, matching: Matching) -> Self {
        Self { matching, ..self }
    }

    /// Whether only the best passage of each document is wanted.
    #[must_use]
    pub fn per_document(self, per_document: bool) -> Self {
        Self { per_document, ..self }
    }

    /// As many of the best passages besides, as far as there are so many without looking for more.
    #[must_use]
    pub fn counted(self, counted: usize) -> Self {
        Self { counted, ..self }
    }

    /// Ranked by these weights.
    #[must_use]
    pub fn weights(self, weights: Weights) -> Self {
        Self { weights, ..self }
    }

    /// The filters besides those of the query.
    fn filters(&self) -> impl Iterator<Item = Item> {
        let filters = [
            (FilterName::In, &self.places),
            (FilterName::Number, &self.numbers),
            (FilterName::Date, &self.dates),
            (FilterName::Person, &self.people),
            (FilterName::InForce, &self.in_force),
        ];
        filters.into_iter().flat_map(|(name, values)| values.iter().map(move |value| Item::Filter(name, value.clone())))
    }

    /// Whether more is found than is wanted, for one passage stands for its document or time is their order.
    fn is_gathered(&self) -> bool {
        self.per_document || self.sort == Sort::Date
    }

    /// The times between which hits must name one.
    fn times(&self) -> apart::Times {
        let (from, to) = (self.from, self.to);
        (from.is_some() || to.is_some()).then_some(query::Piece::Between { from, to })
    }
}

/// The answer to a request.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// What was understood of the query.
    pub reading: Reading,
    /// What stands for words of the query besides themselves.
    pub alternatives: Vec<Alternative>,
    /// What its writer should know.
    pub notices: Vec<Notice>,
    /// What the documents say that the query asks of one of them, the likeliest document first.
    pub answers: Vec<Direct>,
    /// The hits wanted, best first.
    pub hits: Vec<Hit>,
    /// The best passages, as many as were [to be counted](Request::counted).
    pub counted: Vec<StoredPassage>,
    /// How many passages were found.
    pub total: usize,
    /// Whether there are more than `total`, not counted.
    pub more: bool,
    /// How long it took, in milliseconds.
    pub took_ms: f64,
    /// What was read for what the query asks of a document.
    pub(crate) inquired: direct::Ahead,
}

/// A passage in an answer.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its place, from 1.
    pub rank: usize,
    /// Its score: greater is better, of no meaning across queries.
    pub score: f32,
    /// The parts of the score.
    pub parts: ScoreBreakdown,
    /// The passage.
    pub passage: StoredPassage,
    /// What of it answers the query: bytes of its text, in order, apart from each other.
    pub highlights: Vec<Span>,
    /// How many more passages of its document were found; counted only per document.
    pub more_in_document: usize,
    /// That its document is in force no more, and what says so.
    pub ended: Option<Ended>,
}

/// Answers a request from an index.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(crate) fn search(reader: &Reader, request: &Request) -> Result<Answer> {
    let started = Instant::now();
    let mut answer = reader.guarded(|| find(reader.snapshot(), request))?;
    let ahead = std::mem::take(&mut answer.inquired);
    let (answers, untold) = direct::answers(reader, &answer.reading, ahead)?;
    answer.answers = answers;
    answer.notices.extend(untold.map(|document| Notice::NotTold { document }));
    if reader.snapshot().is_near() {
        let ended = ended::ended(reader, &passages_of(&answer))?;
        answer.hits.iter_mut().zip(ended).for_each(|(hit, ended)| hit.ended = ended);
    }
    answer.took_ms = started.elapsed().as_secs_f64() * 1e3;
    Ok(answer)
}

fn passages_of(answer: &Answer) -> Vec<&StoredPassage> {
    answer.hits.iter().map(|hit| &hit.passage).collect()
}

fn find(snapshot: &dyn Snapshot, request: &Request) -> Result<Answer> {
    let mut written = query::parse(&request.query);
    written.items.extend(request.filters());
    let mut answer = turned(snapshot, request, &written)?;
    if answer.total == 0 {
        explain(snapshot, request, &written, &mut answer)?;
    }
    let mut seen = FxHashSet::default();
    answer.notices.retain(|notice| seen.insert(notice.clone()));
    Ok(answer)
}

/// Answers what was written with the page that is wanted, whose hits stand on no page before.
fn turned(snapshot: &dyn Snapshot, request: &Request, written: &Written) -> Result<Answer> {
    let page = request.offset..request.offset.saturating_add(request.limit);
    // those in order of time are gathered first
    if page.end <= pages::FIRST || request.sort == Sort::Date {
        return answer(snapshot, request, written);
    }
    let search = |most: usize| {
        let mut answer = answer(snapshot, &Request { offset: 0, limit: most, ..request.clone() }, written)?;
        let hits = std::mem::take(&mut answer.hits);
        Ok((answer, hits))
    };
    let key = |hit: &Hit| {
        let passage = &hit.passage;
        let place = (!request.per_document).then(|| (passage.lines, passage.text.clone()));
        (passage.file.clone(), passage.doc.clone(), place)
    };
    let behind = |hit: &mut Hit, last: &Hit| hit.score = hit.score.min(last.score);
    let (mut answer, mut hits) = pages::page(page, search, key, behind)?;
    hits.iter_mut().zip(request.offset + 1..).for_each(|(hit, rank)| hit.rank = rank);
    answer.hits = hits;
    Ok(answer)
}

/// Searches phrases that nothing holds without their quotes, else tells what is there, but not together.
fn explain(snapshot: &dyn Snapshot, request: &Request, written: &Written, answer: &mut Answer) -> Result<()> {
    let finds = |items: Vec<Item>, in_time: bool| {
        let (from, to) = if in_time { (request.from, request.to) } else { (None, None) };
        let (matching, weights) = (request.matching, request.weights);
        let part = Request { limit: 1, from, to, matching, weights, ..Request::new("") };
        Ok(self::answer(snapshot, &part, &Written { items, notices: Vec::new() })?.total > 0)
    };
    let absent = apart::absent_phrases(written, &finds)?;
    if absent.is_empty() {
        answer.notices.extend(apart::notice(written, &request.times(), &finds)?);
    } else if request.matching == Matching::Folded {
        let loose = written.without_quotes(&absent);
        let loose = turned(snapshot, request, &loose)?;
        if loose.total > 0 {
            *answer = loose;
        }
    }
    Ok(())
}

/// Answers what was written.
fn answer(snapshot: &dyn Snapshot, request: &Request, written: &Written) -> Result<Answer> {
    let facts = Facts::of(snapshot);
    let ahead = Ahead::of(&facts);
    let times = (request.from, request.to);
    let rounds = Cell::new(0);
    let ask = |understood: &Understood, asked: &Questions<'_>| {
        rounds.set(rounds.get() + 1);
        match &understood.plan {
            Some(plan) if rounds.get() > 1 || is_plain(&understood.reading) => {
                ahead.ask(snapshot, asked, plan, least(request), &request.weights.limits)
            }
            _ => facts.ask(asked),
        }
    };
    let understood = query::understand_by(written, times, &facts, request.matching, &request.weights, ask)?;
    let inquired = match snapshot.is_near() {
        true => direct::Wanted::NOTHING,
        false => direct::Wanted::of(&facts, &understood.reading)?,
    };
    answered(snapshot, request, understood, facts.averages(), (&ahead, inquired))
}

/// Whether the facts of an index hardly change what is planned for a query: its words are taken as they were typed.
fn is_plain(reading: &Reading) -> bool {
    let names_none = reading.people.is_empty() && reading.numbers.is_empty() && reading.dates.is_empty();
    names_none && reading.marked
}

/// How many candidates are wanted at least.
fn least(request: &Request) -> usize {
    let wanted = request.offset + request.limit;
    if request.is_gathered() { wanted.max(request.weights.limits.gathered) } else { wanted }
}

/// Answers what was understood.
fn answered(
    snapshot: &dyn Snapshot,
    request: &Request,
    Understood { reading, plan }: Understood,
    averages: Averages,
    (ahead, inquired): (&Ahead<'_>, direct::Wanted),
) -> Result<Answer> {
    let weights = &request.weights;
    let mut answer = Answer { notices: reading.notices.clone(), ..Answer::default() };
    if let Some(mut plan) = plan {
        // what is only told waits for facts that come with something else
        let suggested = || ahead.facts.attempt(|facts| query::suggestion(&reading, facts, request.matching));
        suggested()?;
        let wanted = request.offset + request.limit;
        let found = candidates::find(snapshot, &plan, least(request), &weights.limits, ahead)?;
        let (candidates, more) = (found.candidates.len(), found.more);
        let mut ranked = stages::rank(snapshot, &plan, found.candidates, wanted, averages, weights)?;
        let looked_at = match request.is_gathered() || !plan.phrases.is_empty() {
            true => ranked.len(),
            false => wanted.max(request.counted).max(weights.limits.closely.max(weights.limits.read)),
        };
        let read = ranked.iter().take(looked_at).map(|ranked| ranked.candidate.handle);
        suggested()?;
        let mut shelf = Shelf::of(snapshot, ahead.facts, read, &inquired.clauses)?;
        answer.inquired = inquired.read(shelf.take_held());
        stages::rank_by_text(&shelf, Asked::of(&reading, &plan).as_ref(), &mut ranked, weights)?;
        // what was left out names less than what was dropped
        answer.more = more && ranked.len() == candidates;
        let addressed = address::find(snapshot, &shelf, &reading, &ranked)?;
        stages::raise(snapshot, &plan, addressed, &mut ranked, averages, weights)?;
        let ranked = with_phrases(&shelf, request, &plan.phrases, ranked, answer.more)?;
        let told_at = answer.notices.len();
        let ranked = sorted(request, ranked, &mut answer);
        let (alternatives, phrases, matching) = (&plan.alternatives, &plan.phrases, request.matching);
        page(&shelf, request, &Wanted { reading: &reading, alternatives, phrases, matching }, ranked, &mut answer)?;
        let facts = ahead.facts;
        plan.suggest(facts.settle(|facts| query::suggestion(&reading, facts, request.matching))?);
        answer.notices.splice(told_at..told_at, plan.notices);
        answer.alternatives = plan.alternatives;
    }
    answer.reading = reading;
    Ok(answer)
}

/// The candidates whose text holds the phrases as they were typed.
///
/// Where there are more than were counted, only as many are looked at as the page needs.
fn with_phrases<'a>(
    shelf: &Shelf<'_>,
    request: &Request,
    test: &PhraseTest,
    ranked: Vec<Ranked<'a>>,
    more: bool,
) -> Result<Vec<Ranked<'a>>> {
    if test.is_empty() {
        return Ok(ranked);
    }
    let needed = (request.offset + request.limit).max(request.counted);
    let enough = if more && !request.per_document { needed } else { usize::MAX };
    let mut kept = Vec::with_capacity(ranked.len());
    for candidate in ranked {
        if kept.len() >= enough || test.holds(&shelf.get(candidate.candidate.handle)?.text) {
            kept.push(candidate);
        }
    }
    Ok(kept)
}

/// The candidates in the order that is wanted: in order of time those that hold nearly all that any holds, whatever
/// times they name.
fn sorted<'a>(request: &Request, mut ranked: Vec<Ranked<'a>>, answer: &mut Answer) -> Vec<Ranked<'a>> {
    if request.sort == Sort::Date {
        let held = |ranked: &Ranked<'_>| ranked.parts.coverage_beside_times;
        let most = ranked.iter().map(held).fold(0.0, f32::max);
        ranked.retain(|ranked| held(ranked) >= most * request.weights.held_by_date);
        ranked.sort_by_key(|ranked| ranked.day.unwrap_or(u32::MAX));
        if answer.more {
            answer.notices.push(Notice::BestInOrder { passages: ranked.len() });
        }
    }
    ranked
}

/// Fetches the hits of the page that is wanted.
fn page(
    shelf: &Shelf<'_>,
    request: &Request,
    wanted: &Wanted,
    ranked: Vec<Ranked<'_>>,
    answer: &mut Answer,
) -> Result<()> {
    let ranked =
        if request.per_document { ranked::per_document(ranked) } else { ranked.into_iter().map(|r| (r, 0)).collect() };
    answer.total = ranked.len();
    let shown = request.offset..request.offset.saturating_add(request.limit);
    let needed = |at: &usize| shown.contains(at) || *at < request.counted;
    let ranked = (0..).zip(ranked).take(shown.end.max(request.counted)).filter(|(at, _)| needed(at));
    for (at, (Ranked { candidate, parts, passage, place, .. }, more_in_document)) in ranked {
        let passage = passage.map_or_else(|| shelf.get(candidate.handle), |passage| Ok(*passage))?;
        if at < request.counted {
            answer.counted.push(passage.clone());
        }
        if !shown.contains(&at) {
            continue;
        }
        // of a place that is asked for its own line tells, whatever words stand elsewhere
        let highlights = place.map_or_else(|| highlight::highlights(&passage, wanted), |place| vec![place]);
        let (rank, score) = (at + 1, parts.score);
        answer.hits.push(Hit { rank, score, parts, passage, highlights, more_in_document, ended: None });
    }
    let ended = shelf.ended(&passages_of(answer))?;
    answer.hits.iter_mut().zip(ended).for_each(|(hit, ended)| hit.ended = ended);
    Ok(())
}

#[cfg(test)]
mod tests;
