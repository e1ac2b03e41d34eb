//! Passages that are of no use any more to nothing: found by a query, taken out by their ids.

use serde_json::{Value, json};

use super::batch::whole;
use super::bulk;
use super::client::{Body, WRITE};
use super::failure::Result;
use super::lock::WriteLock;
use super::names::Spot;
use super::passages::hits;

/// Passages that are taken out together.
const TOGETHER: usize = 5000;

/// Files that are asked for together.
const FILES: usize = 10_000;

/// Passages of runs behind this one, or of this one alone.
#[derive(Clone, Copy, Debug)]
pub(super) enum Runs {
    Before(u32),
    Behind(u32),
    Only(u32),
}

impl Runs {
    fn query(self) -> Value {
        match self {
            Self::Before(run) => json!({ "range": { "run": { "lt": run } } }),
            Self::Behind(run) => json!({ "range": { "run": { "gt": run } } }),
            Self::Only(run) => json!({ "range": { "run": { "gte": run, "lte": run } } }),
        }
    }
}

/// Takes out what runs have put in: of these files, or of all.
///
/// # Errors
/// The cluster cannot be asked or written.
pub(super) fn sweep(lock: &WriteLock, index: &str, runs: Runs, files: Option<&[String]>) -> Result<()> {
    match files {
        None => sweep_found(lock, index, &json!({ "bool": { "filter": [runs.query()] } })),
        Some(files) => files.chunks(FILES).try_for_each(|files| {
            let files = json!({ "terms": { "file": files } });
            sweep_found(lock, index, &json!({ "bool": { "filter": [runs.query(), files] } }))
        }),
    }
}

fn sweep_found(lock: &WriteLock, index: &str, query: &Value) -> Result<()> {
    let mut last: Option<Spot> = None;
    loop {
        let found = spots(lock, index, query, last)?;
        let Some(end) = found.last() else { return Ok(()) };
        last = Some(*end);
        let mut lines = String::new();
        for spot in &found {
            lines.push_str(&json!({ "delete": { "_id": spot.id(), "routing": spot.routing() } }).to_string());
            lines.push('\n');
        }
        bulk::send(lock, index, lines)?;
    }
}

/// Where passages lie behind one, as far as the cluster shows them.
///
/// # Errors
/// The cluster cannot be asked.
pub(super) fn spots(lock: &WriteLock, index: &str, query: &Value, last: Option<Spot>) -> Result<Vec<Spot>> {
    let mut search = json!({
        "size": TOGETHER,
        "track_total_hits": false,
        "query": query,
        "_source": false,
        "stored_fields": "_none_",
        "sort": [{ "order": "asc" }, { "ordinal": "asc" }, { "run": "asc" }],
    });
    if let Some(last) = last {
        search["search_after"] = json!([Spot::order(last.document), last.ordinal, last.run]);
    }
    let path = format!("{index}/_search?allow_partial_search_results=false");
    let body = Body::Json(search);
    bulk::patiently(lock, || {
        let answer = lock.client().answer("POST", &path, &body)?;
        whole(lock.client(), &answer)?;
        Ok(hits(&answer).map(|(_, spot)| spot).collect())
    })
}

/// Shows whoever asks what was changed.
///
/// # Errors
/// The cluster does not answer, or not all of it.
pub(super) fn show(lock: &WriteLock, index: &str) -> Result<()> {
    let path = format!("{index}/_refresh");
    bulk::patiently(lock, || {
        let reply = lock.client().send("POST", &path, &Body::None, WRITE)?;
        whole(lock.client(), &lock.client().expect(reply)?)
    })
}
