//! The table of all routes: what each takes and what answers it.

use super::address;
use super::api;
use super::asked::Asked;
use super::body;
use super::edition::Edition;
use super::pages;
use super::parameter::{self, Parameter};
use super::problem::Problem;
use super::reply::{Media, Reply};
use super::tables;

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By its address alone.
    Get,
    /// With a body of one of these types, of so many bytes at most.
    Post(&'static [&'static str], usize),
}

/// A route.
pub struct Route {
    /// Its path; what stands in braces is left open.
    pub path: &'static str,
    /// How it is asked.
    pub method: Method,
    /// What it takes.
    pub parameters: &'static [Parameter],
    /// What it answers with.
    pub media: Media,
    /// Whether an answer holds as long as the commit does.
    pub holds: bool,
    /// What it is for.
    pub about: &'static str,
    /// What answers.
    pub answer: fn(&Edition, &Asked) -> Result<Reply, Problem>,
}

impl Route {
    /// What stands before the open part of its path.
    pub fn prefix(&self) -> &'static str {
        self.path.split('{').next().unwrap_or_default()
    }

    /// The name of the open part of its path.
    pub fn open(&self) -> Option<&'static str> {
        let (_, open) = self.path.split_once('{')?;
        Some(open.trim_start_matches('*').trim_end_matches('}'))
    }

    /// Whether programs ask it, not people.
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// Whether what goes wrong is told to a program.
    pub fn is_for_programs(&self) -> bool {
        self.is_api() || self.media == Media::Json
    }

    const fn get(
        path: &'static str,
        parameters: &'static [Parameter],
        media: Media,
        about: &'static str,
        answer: fn(&Edition, &Asked) -> Result<Reply, Problem>,
    ) -> Self {
        Self { path, method: Method::Get, parameters, media, holds: true, about, answer }
    }

    const fn post(
        path: &'static str,
        parameters: &'static [Parameter],
        (types, bytes): (&'static [&'static str], usize),
        media: Media,
        about: &'static str,
        answer: fn(&Edition, &Asked) -> Result<Reply, Problem>,
    ) -> Self {
        Self { path, method: Method::Post(types, bytes), parameters, media, holds: false, about, answer }
    }

    /// The same, whose answer changes though the commit does not.
    const fn changing(self) -> Self {
        Self { holds: false, ..self }
    }
}

const JSON: (&[&str], usize) = (&["application/json"], body::SMALL);
const LINES: (&[&str], usize) = (&["application/jsonl", "application/x-ndjson", "text/plain"], body::LARGE);
const TEXT: (&[&str], usize) = (&["text/plain"], body::LARGE);
// a form has up to three letters for each byte of its text
const FORM: (&[&str], usize) = (&["application/x-www-form-urlencoded"], 3 * body::LARGE + 64);

/// All routes that are answered from an index.
pub static ROUTES: &[Route] = &[
    Route::get("/", &[], Media::Html, "the box, and what the index holds", pages::home::home),
    Route::get("/search", parameter::SEARCH, Media::Html, "ranked passages", pages::search::search),
    Route::get("/doc", parameter::DOCUMENT_BY_ID, Media::Html, "a document by its id", pages::document::by_id),
    Route::get("/doc/{*id}", parameter::DOCUMENT_PAGE, Media::Html, "a document by lines", pages::document::document),
    Route::get("/number/{*number}", parameter::NUMBER, Media::Html, "a document number", pages::number::number),
    Route::get("/numbers", parameter::REGISTER, Media::Html, "the register of numbers", pages::numbers::numbers),
    Route::get("/person/{*name}", parameter::PERSON, Media::Html, "a person", pages::person::person),
    Route::get("/people", parameter::ROLL, Media::Html, "the roll of people", pages::people::people),
    Route::get("/timeline", parameter::TIMELINE, Media::Html, "events and times in order", pages::timeline::timeline),
    Route::get("/check", &[], Media::Html, "the box for a draft", pages::check::form),
    Route::post("/check", &[], FORM, Media::Html, "a draft with what the index knows of it", pages::check::checked),
    Route::get("/status", &[], Media::Html, "the state of the index", pages::status::status).changing(),
    Route::get("/help", &[], Media::Html, "the query language", pages::help::help),
    Route::get("/file/{*id}", parameter::FILE, Media::File, "an original", super::original::original).changing(),
    Route::get("/search.csv", parameter::SEARCH, Media::Csv, "ranked passages as a table", tables::search),
    Route::get("/numbers.csv", parameter::REGISTER, Media::Csv, "the register as a table", tables::numbers),
    Route::get("/people.csv", parameter::ROLL, Media::Csv, "the roll as a table", tables::people),
    Route::get("/timeline.csv", parameter::TIMELINE, Media::Csv, "the timeline as a table", tables::timeline),
    Route::get("/suggest", parameter::SUGGEST, Media::Json, "names and numbers that go on so", api::suggest),
    Route::get("/api/v1/search", parameter::SEARCH, Media::Json, "ranked passages", api::search::search),
    Route::post("/api/v1/search", &[], JSON, Media::Json, "ranked passages", api::search::posted),
    Route::post("/api/v1/batch", parameter::BATCH, LINES, Media::Lines, "an answer to each line", api::search::batch),
    Route::get("/api/v1/documents/{*id}", parameter::DOCUMENT, Media::Json, "a document", api::document::document),
    Route::get("/api/v1/numbers", parameter::REGISTER, Media::Json, "the register", api::numbers::register),
    Route::get("/api/v1/numbers/{*number}", parameter::NUMBER, Media::Json, "a number", api::numbers::number),
    Route::get("/api/v1/people", parameter::ROLL, Media::Json, "the roll of people", api::people::roll),
    Route::get("/api/v1/people/{*name}", parameter::PERSON, Media::Json, "a person", api::people::person),
    Route::get("/api/v1/timeline", parameter::TIMELINE, Media::Json, "events and times", api::timeline::timeline),
    Route::post("/api/v1/extract", &[], TEXT, Media::Json, "what a text mentions", api::extract::extract),
    Route::post("/api/v1/check", &[], TEXT, Media::Json, "a draft with what the index knows of it", api::check::check),
    Route::get("/api/v1/status", &[], Media::Json, "the state of the index", api::status::status).changing(),
];

/// The paths whose answers are counted each by itself.
pub fn counted() -> impl Iterator<Item = &'static str> {
    ROUTES.iter().map(|route| route.path).chain([address::ASSISTANTS])
}

/// Whether what goes wrong at a path is told to a program.
pub fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/") || path == address::ASSISTANTS
}

/// The path of the route that leaves a part of this one open, as it stands in the table.
pub fn without_open_part(path: &str) -> Option<&'static str> {
    let is_of = |route: &&Route| route.open().is_some() && path.starts_with(route.prefix());
    ROUTES.iter().find(is_of).map(|route| route.path)
}
