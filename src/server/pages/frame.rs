//! What stands around every page: the box, the ways to other pages, the state of the index.

use super::Link;
use super::shown::moment;
use crate::server::address::Address;
use crate::server::app::App;
use crate::server::asked::Asked;
use crate::server::assets::{PATHS, Paths};
use crate::server::edition::Edition;
use crate::voice::page::Words;

/// What stands around a page.
pub struct Frame<'a> {
    /// The title of the page.
    pub title: String,
    /// What stands in the box.
    pub query: &'a str,
    /// The path of the page.
    pub here: &'a str,
    /// The language, where the address tells it.
    pub lang: Option<&'static str>,
    /// The first page.
    pub home: String,
    /// The same page in the other language.
    pub other: String,
    /// The ways to other pages.
    pub nav: Vec<Link>,
    /// Where style sheet and script are.
    pub paths: &'static Paths,
    /// What the index holds.
    pub footer: Vec<String>,
    /// Whether the newest index cannot be opened.
    pub is_stale: bool,
}

/// The pages that every page leads to.
fn ways(words: &Words) -> [(&'static str, &'static str); 6] {
    [
        ("/numbers", words.numbers),
        ("/people", words.people),
        ("/timeline", words.timeline),
        ("/check", words.check),
        ("/status", words.status),
        ("/help", words.help),
    ]
}

impl<'a> Frame<'a> {
    /// Around a page of an edition.
    pub fn new(edition: &Edition, asked: &'a Asked, title: impl Into<String>) -> Self {
        let words = asked.words();
        let link = |(path, text): (&'static str, &'static str)| Link {
            current: asked.path == path,
            ..Link::new(text, asked.link(Address::path(path)))
        };
        let holds = [(words.document_count)(edition.documents), (words.passage_count)(edition.passages)];
        let written = edition.written.map(|written| (words.updated)(&moment(written, words)));
        Self {
            title: title.into(),
            query: if asked.path == "/timeline" { "" } else { asked.text("q").unwrap_or_default() },
            here: &asked.path,
            lang: asked.told_language(),
            home: asked.link(Address::path("/")),
            other: asked.again(&["lang"]).with("lang", words.other_lang).done(),
            nav: ways(words).into_iter().map(link).collect(),
            paths: &PATHS,
            footer: holds.into_iter().chain(written).collect(),
            is_stale: asked.app.is_stale(),
        }
    }

    /// Around a page that tells of a problem.
    pub fn of_problem(app: &App, words: &'static Words) -> Self {
        let lang = Some(words.lang);
        let link = |(path, text): (&'static str, &'static str)| {
            Link::new(text, Address::path(path).with("lang", words.lang).done())
        };
        Self {
            title: words.name.to_owned(),
            query: "",
            here: "",
            lang,
            home: Address::path("/").with("lang", words.lang).done(),
            other: Address::path("/").with("lang", words.other_lang).done(),
            nav: ways(words).into_iter().map(link).collect(),
            paths: &PATHS,
            footer: Vec::new(),
            is_stale: app.is_stale(),
        }
    }

    /// With something more said at the foot.
    #[must_use]
    pub fn saying(mut self, more: String) -> Self {
        self.footer.push(more);
        self
    }
}
