//! A commit in a cluster, open for reading; and what the cluster tells of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustc_hash::FxHashMap;
use serde_json::{Value, json};

use super::batch::{Batch, total, whole};
use super::book::{Book, Current, manifest_of};
use super::client::{Body, Client};
use super::connection::{connection, missing};
use super::failure::Result;
use super::names::Names;
use super::scope::Scope;
use crate::corpus::Digest;
use crate::error::{ClusterFault, Error, Flaw};
use crate::store::commit::Commit;
use crate::store::health::Health;
use crate::store::manifest::Manifest;
use crate::store::only::Only;
use crate::store::passage::Handle;
use crate::store::roots::Roots;
use crate::store::snapshot::Head;
use crate::store::space::FieldSpace;
use crate::store::term::Term;

/// Names are listed so many at a time.
const NAMES: usize = 10_000;

/// One commit of an index in a cluster.
pub(in crate::store) struct Cluster {
    pub(super) client: Client,
    names: Names,
    current: Current,
    /// The index of its passages.
    pub(super) index: String,
    pub(super) head: Head,
    /// What of it is told of.
    pub(super) scope: Scope,
    /// How many passages hold terms that were asked for.
    pub(super) known: Mutex<FxHashMap<Term, u64>>,
    /// The numbers of the documents that passages are part of.
    pub(super) owners: Mutex<FxHashMap<Handle, Box<str>>>,
    /// How many passages are in the sample.
    pub(super) drawn: OnceLock<u64>,
    documents: OnceLock<Vec<String>>,
    manifest: OnceLock<Manifest>,
}

impl Cluster {
    /// Opens the last commit of the index at an address, in one round trip.
    ///
    /// # Errors
    /// [`Error::NoIndex`], [`Error::OtherFormat`], [`Error::Damaged`], or [`Error::Cluster`].
    pub(in crate::store) fn open(place: &Path, only: Option<&Only>) -> Result<Self> {
        let client = Client::of(place)?;
        let names = Names::of(&client.address.name);
        let current = Book::of(&client, &names).current()?;
        let Some((current, _)) = current else { return Err(Error::NoIndex { path: place.to_owned() }) };
        let index = names.passages(current.generation);
        let (mut manifest, mut totals, mut scope) = (manifest_of(&current.head), current.totals(), Scope::default());
        if let Some(only) = only {
            manifest = Book::of(&client, &names).manifest(&current)?;
            scope = Scope::of(only, only.narrow(&mut manifest));
            totals = manifest.totals();
        }
        let copies = manifest.other_paths();
        let head = Head { totals, passages: totals.passages, roots: manifest.roots, copies };
        Ok(Self {
            client,
            names,
            current,
            index,
            head,
            scope,
            known: Mutex::default(),
            owners: Mutex::default(),
            drawn: OnceLock::new(),
            documents: OnceLock::new(),
            manifest: OnceLock::new(),
        })
    }

    /// The roots that the last commit at an address tells of, also one of another format.
    ///
    /// # Errors
    /// The cluster does not answer.
    pub(in crate::store) fn last_roots(place: &Path) -> Result<Roots> {
        let client = Client::of(place)?;
        Ok(Book::of(&client, &Names::of(&client.address.name)).last()?.roots)
    }

    /// The ids of all documents; asked for once.
    pub(super) fn documents(&self) -> Result<&[String]> {
        if let Some(known) = self.documents.get() {
            return Ok(known);
        }
        let (mut names, mut after) = (Vec::new(), Value::Null);
        loop {
            let mut of = json!({ "size": NAMES, "sources": [{ "term": { "terms": { "field": "doc" } } }] });
            if !after.is_null() {
                of["after"] = after;
            }
            let search = json!({ "size": 0, "track_total_hits": false, "aggs": { "terms": { "composite": of } } });
            let mut answer = self.answer(&search)?;
            let found = answer["aggregations"]["terms"].take();
            let buckets = found["buckets"].as_array();
            names.extend(
                buckets.into_iter().flatten().filter_map(|name| name["key"]["term"].as_str().map(str::to_owned)),
            );
            after = found["after_key"].clone();
            if after.is_null() {
                return Ok(self.documents.get_or_init(|| names));
            }
        }
    }

    /// The names of all files; asked for once.
    pub(super) fn files(&self) -> Result<&Manifest> {
        if let Some(known) = self.manifest.get() {
            return Ok(known);
        }
        let mut manifest = Book::of(&self.client, &self.names).manifest(&self.current)?;
        if let Some(only) = self.scope.only() {
            only.narrow(&mut manifest);
        }
        Ok(self.manifest.get_or_init(|| manifest))
    }

    /// The names of all indexes of the archive.
    pub(super) fn indexes(&self) -> String {
        format!("{},{}", self.names.book(), self.index)
    }

    /// Searches that are asked together.
    pub(super) fn batch(&self) -> Batch<'_> {
        Batch::of(&self.client, &self.index, &self.scope)
    }

    /// The answer to one search.
    ///
    /// # Errors
    /// The cluster does not answer, or not all of it.
    pub(super) fn answer(&self, search: &Value) -> Result<Value> {
        let path =
            format!("{}/_search?allow_partial_search_results={}&preference=tracuu", self.index, connection().partial);
        let answer = self.client.answer("POST", &path, &Body::Json(self.scope.within(search)))?;
        whole(&self.client, &answer)?;
        Ok(answer)
    }

    /// That what is kept of a passage cannot be understood.
    pub(super) fn changed(&self) -> Error {
        Error::Damaged { path: self.client.address.typed.clone(), flaw: Flaw::Changed(Some(self.index.clone())) }
    }

    fn statistics_of(&self, what: &str) -> Result<Value> {
        let path = format!("{}/_stats/{what}", self.index);
        self.client.answer("GET", &path, &Body::None)
    }
}

impl Commit for Cluster {
    fn folder(&self) -> &Path {
        &self.client.address.typed
    }

    fn is_current(&self) -> bool {
        let last = Book::of(&self.client, &self.names).current();
        last.is_ok_and(|last| last.is_some_and(|(last, _)| last.is_same(&self.current)))
    }

    fn stamp(&self) -> Option<(u64, u64)> {
        let (last, _) = Book::of(&self.client, &self.names).current().ok()??;
        Some((last.generation, u64::from(last.run) << 1 | u64::from(last.pending)))
    }

    fn generation(&self) -> String {
        let named = format!("{} {}", self.current.generation, self.current.run);
        Digest::of(named.as_bytes()).to_string().chars().take(16).collect()
    }

    fn written(&self) -> Option<SystemTime> {
        UNIX_EPOCH.checked_add(Duration::from_secs(self.current.written))
    }

    fn manifest(&self) -> Result<Manifest> {
        self.files().cloned()
    }

    fn check(&self) -> Result<(Vec<PathBuf>, bool)> {
        // the cluster checks what it reads itself; here what is to be there is compared with what is
        let search = json!({ "size": 0, "track_total_hits": true });
        let found = total(&self.answer(&search)?);
        if let Some((failed, total)) = missing() {
            // of what is away nobody can say whether it is whole
            return Err(self.client.fault(ClusterFault::Shards { failed, total }));
        }
        let is_whole = found == self.head.passages;
        Ok((if is_whole { Vec::new() } else { vec![PathBuf::from(&self.index)] }, true))
    }

    fn bytes(&self) -> Result<u64> {
        let told = self.client.answer("GET", &format!("{}/_stats/store", self.indexes()), &Body::None)?;
        Ok(told["_all"]["total"]["store"]["size_in_bytes"].as_u64().unwrap_or_default())
    }

    fn health(&self) -> Result<Option<Health>> {
        self.health_of_all()
    }

    fn space(&self) -> Result<Vec<FieldSpace>> {
        Ok(Vec::new())
    }

    fn segments(&self) -> Result<(usize, BTreeMap<String, u64>)> {
        let told = self.statistics_of("store,segments")?;
        let of = |part: &str, figure: &str| told["_all"]["total"][part][figure].as_u64().unwrap_or_default();
        let bytes = BTreeMap::from([(self.index.clone(), of("store", "size_in_bytes"))]);
        Ok((usize::try_from(of("segments", "count")).unwrap_or_default(), bytes))
    }
}
