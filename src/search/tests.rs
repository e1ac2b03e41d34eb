//! A store that counts its calls: how many rounds a search takes where each is a round trip, and that it answers the
//! same as one that is near.

mod limits;
mod page;
mod plans;
mod scores;
mod weights;
mod whole;

use std::path::Path;
use std::sync::Mutex;

use super::*;
use crate::ingest::{Job, ingest};
use crate::store::{
    Asked as Questions, Clause, Counted, Counts, EachName, Fetched, Field, Found, Handle, Head, Held, PassageId,
    Search, Told,
};

/// One round of calls to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Round {
    Statistics,
    /// Statistics with candidates.
    Ahead,
    Candidates,
    Evidence,
    Hits,
    /// What clauses hold.
    Held,
}

/// A snapshot behind a network, as it were.
struct Far<'a> {
    near: &'a dyn Snapshot,
    rounds: Mutex<Vec<Round>>,
}

impl<'a> Far<'a> {
    fn of(near: &'a dyn Snapshot) -> Self {
        Self { near, rounds: Mutex::default() }
    }

    fn note(&self, round: Round) {
        self.rounds.lock().expect("nobody panics with it").push(round);
    }

    fn rounds(&self) -> Vec<Round> {
        std::mem::take(&mut *self.rounds.lock().expect("nobody panics with it"))
    }
}

impl Snapshot for Far<'_> {
    fn head(&self) -> &Head {
        self.near.head()
    }

    fn is_near(&self) -> bool {
        false
    }

    fn statistics(&self, asked: &Questions<'_>) -> Result<Told> {
        self.note(Round::Statistics);
        self.near.statistics(asked)
    }

    fn statistics_and_best(
        &self,
        asked: &Questions<'_>,
        searches: &[(Search<'_>, usize)],
    ) -> Result<(Told, Vec<Found>)> {
        self.note(Round::Ahead);
        Ok((self.near.statistics(asked)?, self.near.best(searches)?))
    }

    fn each_name(&self, field: Field, each: &mut EachName<'_>) -> Result<()> {
        self.near.each_name(field, each)
    }

    fn best(&self, searches: &[(Search<'_>, usize)]) -> Result<Vec<Found>> {
        self.note(Round::Candidates);
        self.near.best(searches)
    }

    fn all(&self, clause: &Clause, limit: usize) -> Result<(Vec<(Handle, PassageId)>, bool)> {
        self.note(Round::Candidates);
        self.near.all(clause, limit)
    }

    fn counts(&self, counted: &Counted<'_>) -> Result<Counts> {
        self.note(Round::Evidence);
        self.near.counts(counted)
    }

    fn stored(&self, passages: &[Handle]) -> Result<Vec<StoredPassage>> {
        self.note(Round::Hits);
        self.near.stored(passages)
    }

    fn holding(&self, clauses: &[(Clause, usize)]) -> Result<Vec<Vec<Held>>> {
        self.note(Round::Held);
        self.near.holding(clauses)
    }

    fn fetched(
        &self,
        passages: &[Handle],
        clauses: &[(Clause, usize)],
        asked: &Questions<'_>,
    ) -> Result<(Told, Fetched)> {
        self.note(Round::Hits);
        let told = self.near.statistics(asked)?;
        // what is told of the ends of documents comes with their passages
        let ends = self.near.ends(&[])?;
        let (passages, held) = (self.near.stored(passages)?, self.near.holding(clauses)?);
        Ok((told, Fetched { passages, ends, held }))
    }
}

fn requests() -> Vec<Request> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut requests = Vec::new();
    for file in ["queries.jsonl", "slips.jsonl"] {
        let lines = std::fs::read_to_string(root.join(file)).expect("the queries are there");
        for line in lines.lines().step_by(2) {
            let query: serde_json::Value = serde_json::from_str(line).expect("each is an object");
            requests.push(Request::new(query["query"].as_str().expect("each has a query")));
        }
    }
    for query in [
        "\"đại hội\" công đoàn",
        "đại hội lần thứ 8",
        "hội nghị -tỉnh",
        "in:*.txt đại hội",
        "người:\"Lê Văn Bình\" công đoàn",
        "ngày:2021",
        "số:06-CT/TU hội nghị",
        "1947",
        "ông Bình",
        "",
    ] {
        requests.push(Request::new(query));
        requests.push(Request { per_document: true, limit: 3, ..Request::new(query) });
        requests.push(Request { sort: Sort::Date, offset: 2, ..Request::new(query) });
        requests.push(Request { matching: Matching::Exact, limit: 60, ..Request::new(query) });
    }
    requests
}

#[test]
fn a_far_store_is_asked_in_few_rounds_and_answers_the_same() -> Result<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    ingest(folder.path(), &Job { paths: vec![corpus], ..Job::default() }, &())?;
    let reader = Reader::open(folder.path())?;
    let far = Far::of(reader.snapshot());
    let (mut all, mut more) = (0, Vec::new());
    for request in requests() {
        let query = &request.query;
        let mut written = query::parse(query);
        written.items.extend(request.filters());
        let near = answer(reader.snapshot(), &request, &written)?;
        let found = answer(&far, &request, &written)?;
        assert_eq!(format!("{near:?}"), format!("{found:?}"), "{query}");
        let rounds = far.rounds();
        let count = |round| rounds.iter().filter(|other| **other == round).count();
        let [evidence, hits] = [Round::Evidence, Round::Hits].map(count);
        assert!(evidence <= 1 && hits <= 1, "{query}: {rounds:?}");
        all += 1;
        if rounds.len() > 4 {
            more.push((query.clone(), rounds));
        }
    }
    assert!(more.is_empty(), "{} of {all} take more than four rounds: {more:?}", more.len());
    Ok(())
}
