//! What is asked of a commit in a cluster to the cluster's answers: each call is one round trip.

use std::sync::PoisonError;

use serde_json::{Value, json};

use super::batch::{Batch, total};
use super::clauses::{any_of, filter, phrase, query};
use super::connection::connection;
use super::counts;
use super::ends;
use super::failure::Result;
use super::mapping::{KEPT, name};
use super::names::Spot;
use super::opened::Cluster;
use super::passages::{fetch, hits};
use crate::error::ClusterFault;
use crate::store::clause::Clause;
use crate::store::counts::{Counted, Counts};
use crate::store::ends::Ends;
use crate::store::field::Field;
use crate::store::found::{Candidate, Found, STEP, Search};
use crate::store::neighbors::{MOST_COUNTED, Neighbors, Spelled, Spellings};
use crate::store::passage::{Handle, PassageId, StoredPassage};
use crate::store::sample::{level_of, share, terms};
use crate::store::snapshot::{Asked, EachName, Fetched, Head, Held, Snapshot, Told};
use crate::store::term::{Prefix, Term, Terms};

/// A cluster hands on no more at a time.
const PAGE: usize = 10_000;

/// Passages that are read together.
const READ_TOGETHER: usize = 500;

/// Terms that begin alike are asked for so many at a time.
const TERMS: usize = 50_000;

/// No more frequencies than these are remembered at a time.
const MAX_KNOWN: usize = 1 << 16;

/// Counts the passages in which two words stand side by side, and those of them that hold each form. All are counted,
/// for a cluster counts at no more cost than it would look at some.
fn spelling(Spellings { pair, forms }: &Spellings) -> Value {
    let forms: Vec<Value> = forms.iter().map(|form| finding(&Clause::Term(Term::new(Field::Exact, &**form)))).collect();
    json!({
        "size": 0,
        "track_total_hits": true,
        "query": phrase(pair.iter().map(String::as_str)),
        "aggs": { "forms": { "filters": { "filters": forms } } },
    })
}

fn spelled(answer: &Value) -> Spelled {
    let buckets = answer["aggregations"]["forms"]["buckets"].as_array().map(Vec::as_slice).unwrap_or_default();
    let holding = |bucket: &Value| bucket["doc_count"].as_u64().unwrap_or_default() as usize;
    Spelled { passages: total(answer) as usize, holding: buckets.iter().map(holding).collect() }
}

/// The best passages of one search.
fn found_of(answer: &Value, limit: usize) -> Found {
    let candidate = |(score, spot): (f64, Spot)| Candidate {
        handle: spot.handle(),
        score: (score.max(0.0) as f32 / STEP) as u32,
        id: spot.passage(),
    };
    let mut candidates: Vec<Candidate> = hits(answer).map(candidate).collect();
    candidates.sort_unstable_by_key(|candidate| candidate.handle);
    Found { candidates, more: total(answer) > limit as u64 }
}

/// Where among the answers stands what was asked for.
pub(super) struct Places {
    wanted: Vec<Term>,
    frequencies: Vec<(Term, usize)>,
    drawn: Option<usize>,
    pairs: Vec<(usize, Option<usize>)>,
    spellings: Vec<usize>,
    prefixes: Vec<(usize, usize)>,
    holding: Vec<usize>,
}

impl Snapshot for Cluster {
    fn head(&self) -> &Head {
        &self.head
    }

    fn is_near(&self) -> bool {
        false
    }

    fn statistics(&self, asked: &Asked<'_>) -> Result<Told> {
        let mut batch = self.batch();
        let places = self.ask_statistics(asked, &mut batch);
        self.told(asked, &places, &batch.ask()?)
    }

    fn statistics_and_best(&self, asked: &Asked<'_>, searches: &[(Search<'_>, usize)]) -> Result<(Told, Vec<Found>)> {
        let mut batch = self.batch();
        let places = self.ask_statistics(asked, &mut batch);
        let best: Vec<usize> =
            searches.iter().map(|(search, limit)| self.ask_best(*search, *limit, &mut batch)).collect();
        let answers = batch.ask()?;
        let found = best.into_iter().zip(searches);
        let found = found.map(|(at, (_, limit))| answers.get(at).map(|answer| found_of(answer, *limit)));
        Ok((self.told(asked, &places, &answers)?, found.map(Option::unwrap_or_default).collect()))
    }

    fn each_name(&self, field: Field, each: &mut EachName<'_>) -> Result<()> {
        match field {
            Field::File => self.files()?.files.keys().try_for_each(|name| each(name, &|| Ok(true))),
            _ => self.documents()?.iter().try_for_each(|name| each(&self.scope.renamed.shown(name), &|| Ok(true))),
        }
    }

    fn best(&self, searches: &[(Search<'_>, usize)]) -> Result<Vec<Found>> {
        let mut batch = self.batch();
        for (search, limit) in searches {
            self.ask_best(*search, *limit, &mut batch);
        }
        Ok(batch.ask()?.iter().zip(searches).map(|(answer, (_, limit))| found_of(answer, *limit)).collect())
    }

    fn all(&self, clause: &Clause, limit: usize) -> Result<(Vec<(Handle, PassageId)>, bool)> {
        let mut spots = self.spots(&self.finding(clause), limit)?;
        let more = spots.len() > limit;
        spots.truncate(limit);
        Ok((spots.into_iter().map(|spot| (spot.handle(), spot.passage())).collect(), more))
    }

    fn counts(&self, counted: &Counted<'_>) -> Result<Counts> {
        let columns = counts::columns(counted);
        let fetched = fetch(&self.client, &self.index, &columns, &counts::fields(counted))?;
        self.note_owners(&columns, &fetched);
        let counts = counts::count(counted, columns, fetched);
        match counts.places.len() == counted.candidates.len() {
            true => Ok(counts),
            // what was found is gone: another run has taken it out meanwhile
            false => Err(self.client.fault(ClusterFault::Replaced)),
        }
    }

    fn stored(&self, passages: &[Handle]) -> Result<Vec<StoredPassage>> {
        let mut stored = Vec::with_capacity(passages.len());
        for some in passages.chunks(READ_TOGETHER) {
            let spots: Vec<Spot> = some.iter().map(|handle| Spot::at(*handle)).collect();
            for fields in fetch(&self.client, &self.index, &spots, &["doc", "file", KEPT])? {
                let fields = fields.ok_or_else(|| self.client.fault(ClusterFault::Replaced))?;
                stored.push(self.passage(&fields)?);
            }
        }
        Ok(stored)
    }

    fn holding(&self, clauses: &[(Clause, usize)]) -> Result<Vec<Vec<Held>>> {
        let few = |(_, limit): &(Clause, usize)| *limit <= ends::HELD;
        if clauses.iter().all(few) {
            return Ok(self.together(&[], clauses, &Asked::default())?.1.held);
        }
        clauses.iter().map(|(clause, limit)| self.held(clause, *limit)).collect()
    }

    fn fetched(&self, passages: &[Handle], clauses: &[(Clause, usize)], asked: &Asked<'_>) -> Result<(Told, Fetched)> {
        let (first, others) = passages.split_at(ends::TOGETHER.min(passages.len()));
        let (told, mut fetched) = self.together(first, clauses, asked)?;
        for some in others.chunks(ends::TOGETHER) {
            let (_, more) = self.together(some, &[], &Asked::default())?;
            fetched.passages.extend(more.passages);
            fetched.ends.extend(more.ends);
        }
        Ok((told, fetched))
    }

    fn ends(&self, numbers: &[&str]) -> Result<Ends> {
        self.ends_of(numbers)
    }
}

impl Cluster {
    /// Asks for figures; where the answers will be.
    pub(super) fn ask_statistics(&self, asked: &Asked<'_>, batch: &mut Batch<'_>) -> Places {
        let words = asked.neighbors.iter().flatten().map(|word| Term::new(Field::Folded, &**word));
        let wanted: Vec<Term> = asked.terms.iter().chain(&asked.bounds).cloned().chain(words).collect();
        let frequencies = self.ask_frequencies(&wanted, batch);
        let level = level_of(self.head.passages);
        let sample: Vec<String> = terms(level).collect();
        let sample = json!({ "terms": { "sample": sample } });
        let drawn = (level > 0 && !asked.neighbors.is_empty() && self.drawn.get().is_none())
            .then(|| batch.count(&sample, u64::MAX));
        let mut pairs = Vec::new();
        for pair in &asked.neighbors {
            let side_by_side = phrase(pair.iter().map(String::as_str));
            let in_sample = || filter(&[side_by_side.clone(), sample.clone()]);
            let drawn = (level > 0).then(|| batch.count(&in_sample(), u64::MAX));
            pairs.push((batch.count(&side_by_side, u64::MAX), drawn));
        }
        let spellings: Vec<usize> =
            asked.spellings.iter().map(|spellings| batch.add(&spelling(spellings), "query_then_fetch")).collect();
        let prefixes: Vec<(usize, usize)> =
            asked.prefixes.iter().map(|prefix| self.ask_prefix(prefix, batch)).collect();
        let holding: Vec<usize> =
            asked.holding.iter().map(|(clause, limit)| batch.count(&self.finding(clause), *limit)).collect();
        Places { wanted, frequencies, drawn, pairs, spellings, prefixes, holding }
    }

    /// The figures that were asked for.
    pub(super) fn told(&self, asked: &Asked<'_>, places: &Places, answers: &[Value]) -> Result<Told> {
        let Places { wanted, frequencies, drawn, pairs, spellings, prefixes, holding } = places;
        let count = |at: usize| answers.get(at).map_or(0, total);
        if let Some(drawn) = drawn {
            // whoever has asked meanwhile has found the same
            let _ = self.drawn.set(count(*drawn));
        }
        let frequencies = self.learn(wanted, frequencies, answers);
        let (own, words) = frequencies.split_at((asked.terms.len() + asked.bounds.len()).min(frequencies.len()));
        let (of_terms, of_bounds) = own.split_at(asked.terms.len().min(own.len()));
        let neighbors = |((all, drawn), words): (&(usize, Option<usize>), &[u64])| match (
            words.iter().copied().min().unwrap_or_default(),
            drawn,
        ) {
            (0, _) => Neighbors { seen: 0, share: 1.0 },
            (rarer, Some(drawn)) if rarer > MOST_COUNTED => {
                let sampled = self.drawn.get().copied().unwrap_or_default();
                Neighbors { seen: count(*drawn) as usize, share: share(self.head.passages, sampled) }
            }
            _ => Neighbors { seen: count(*all) as usize, share: 1.0 },
        };
        let mut told = Told {
            terms: of_terms.to_vec(),
            bounds: of_bounds.to_vec(),
            neighbors: pairs.iter().zip(words.chunks(2)).map(neighbors).collect(),
            spellings: spellings.iter().map(|at| answers.get(*at).map(spelled).unwrap_or_default()).collect(),
            prefixes: Vec::new(),
            holding: holding.iter().map(|at| count(*at)).collect(),
        };
        for (prefix, (own, behind)) in asked.prefixes.iter().zip(prefixes) {
            told.prefixes.push(self.read_prefix(prefix, count(*own), answers.get(*behind))?);
        }
        Ok(told)
    }

    /// Asks for the best passages of a search; where the answer will be.
    fn ask_best(&self, search: Search<'_>, limit: usize, batch: &mut Batch<'_>) -> usize {
        let query = match search {
            Search::Clause(clause) => query(&self.named(clause)),
            Search::SideBySide(wanted) => side_by_side(wanted, self.head.passages),
        };
        let limit = limit.min(PAGE);
        let search = json!({
            "size": limit,
            "track_total_hits": limit + 1,
            "query": query,
            "_source": false,
            "stored_fields": "_none_",
            "sort": [{ "_score": "desc" }, { "order": "asc" }, { "ordinal": "asc" }, { "run": "asc" }],
        });
        batch.add(&search, "dfs_query_then_fetch")
    }

    /// Asks for the frequencies that are not known; where each answer will be.
    fn ask_frequencies(&self, wanted: &[Term], batch: &mut Batch<'_>) -> Vec<(Term, usize)> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut asked: Vec<(Term, usize)> = Vec::new();
        for term in wanted {
            if !known.contains_key(term) && asked.iter().all(|(other, _)| other != term) {
                asked.push((term.clone(), batch.count(&any_of(&[self.scope.renamed.term(term)]), u64::MAX)));
            }
        }
        asked
    }

    /// The frequencies of terms, once those that were asked for are answered.
    fn learn(&self, wanted: &[Term], asked: &[(Term, usize)], answers: &[Value]) -> Vec<u64> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() > MAX_KNOWN {
            known.clear();
        }
        let told = |at: &usize| answers.get(*at).map_or(0, total);
        known.extend(asked.iter().map(|(term, at)| (term.clone(), told(at))));
        let frequencies = wanted.iter().map(|term| known.get(term).copied().unwrap_or_default()).collect();
        if connection().partial {
            // they may be those of a part
            known.clear();
        }
        frequencies
    }

    /// Where the passages lie that a query finds, in order, and one more than the limit if there are more.
    fn spots(&self, query: &Value, limit: usize) -> Result<Vec<Spot>> {
        let mut spots: Vec<Spot> = Vec::new();
        loop {
            let size = limit.saturating_add(1).saturating_sub(spots.len()).min(PAGE);
            let mut search = json!({
                "size": size,
                "track_total_hits": false,
                "query": query,
                "_source": false,
                "stored_fields": "_none_",
                "sort": [{ "order": "asc" }, { "ordinal": "asc" }, { "run": "asc" }],
            });
            if let Some(last) = spots.last() {
                search["search_after"] = json!([Spot::order(last.document), last.ordinal, last.run]);
            }
            let answer = self.answer(&search)?;
            let before = spots.len();
            spots.extend(hits(&answer).map(|(_, spot)| spot));
            if spots.len() - before < size || spots.len() > limit {
                return Ok(spots);
            }
        }
    }

    /// A clause with documents and files as they are indexed.
    fn named(&self, clause: &Clause) -> Clause {
        clause.with_terms(&|term| self.scope.renamed.term(term))
    }

    /// The query of a clause that nobody scores.
    pub(super) fn finding(&self, clause: &Clause) -> Value {
        finding(&self.named(clause))
    }

    /// Asks for terms that begin alike; where the answers will be.
    fn ask_prefix(&self, prefix: &Prefix<'_>, batch: &mut Batch<'_>) -> (usize, usize) {
        let own = any_of(&[Term::new(prefix.field, prefix.text)]);
        let behind = self.beginning(prefix, prefix.text);
        (batch.count(&own, u64::MAX), batch.add(&behind, "query_then_fetch"))
    }

    /// Asks for the terms behind one, in order.
    fn beginning(&self, prefix: &Prefix<'_>, after: &str) -> Value {
        let size = prefix.limit.saturating_add(1).min(TERMS);
        let of = json!({
            "size": size,
            "sources": [{ "term": { "terms": { "field": name(prefix.field) } } }],
            "after": { "term": after },
        });
        let mut asked = json!({ "size": 0, "track_total_hits": false, "aggs": { "terms": { "composite": of } } });
        if self.scope.only().is_some() && !prefix.text.is_empty() {
            // of some roots all passages would be looked through, for the dictionary is that of all
            asked["query"] = json!({ "prefix": { name(prefix.field): prefix.text } });
        }
        asked
    }

    /// The terms that begin so: the one that is no longer, and those behind it.
    fn read_prefix(&self, prefix: &Prefix<'_>, own: u64, behind: Option<&Value>) -> Result<Terms> {
        let mut begun: Vec<(String, u64)> = Vec::new();
        if own > 0 {
            begun.push((prefix.text.to_owned(), own));
        }
        let mut page = behind.cloned().unwrap_or_default();
        loop {
            let found = &page["aggregations"]["terms"];
            let buckets = found["buckets"].as_array().into_iter().flatten();
            let mut is_behind = false;
            for bucket in buckets {
                let term = bucket["key"]["term"].as_str().unwrap_or_default();
                if !term.starts_with(prefix.text) {
                    is_behind = true;
                    break;
                }
                begun.push((term.to_owned(), bucket["doc_count"].as_u64().unwrap_or_default()));
            }
            let after = found["after_key"]["term"].as_str();
            let Some(after) = after.filter(|_| !is_behind && begun.len() <= prefix.limit) else { break };
            let mut batch = self.batch();
            batch.add(&self.beginning(prefix, after), "query_then_fetch");
            page = batch.ask()?.pop().unwrap_or_default();
        }
        let cut = begun.len() > prefix.limit;
        begun.truncate(prefix.limit);
        begun.retain(|(term, _)| (prefix.keep)(term));
        Ok(Terms { found: begun, cut })
    }
}

/// The query of a clause that nobody scores.
fn finding(clause: &Clause) -> Value {
    match clause {
        Clause::AnyOf(terms) => any_of(terms),
        clause => query(clause),
    }
}

/// What finds words side by side: by how often they stand so, beside the length; in the sample alone where that is
/// wanted.
fn side_by_side(wanted: &crate::store::found::SideBySide, passages: u64) -> Value {
    let pairs = wanted.pairs.iter().map(|pair| phrase(pair.iter().map(|word| &*word.text)));
    if wanted.drawn {
        let sample: Vec<String> = terms(level_of(passages)).collect();
        let is_all = level_of(passages) == 0;
        let sample = (!is_all).then(|| json!({ "terms": { "sample": sample } }));
        return filter(&pairs.chain(sample).collect::<Vec<_>>());
    }
    let words: Vec<Value> = wanted.words.iter().map(|word| any_of(std::slice::from_ref(word))).collect();
    json!({ "bool": { "must": pairs.collect::<Vec<_>>(), "filter": words } })
}
