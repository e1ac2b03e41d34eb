//! The state of the index in service to a page, without a path of the machine.

use askama::Template;

use super::frame::Frame;
use super::page;
use super::shown::moment;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::page::Words;

#[derive(Template)]
#[template(path = "status.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    facts: Vec<(&'static str, String)>,
}

/// The page of the state of the index.
pub fn status(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let words = asked.words();
    let status = edition.status()?;
    let count = |number: usize| (words.count)(number as u64);
    let roots: Vec<String> = status.roots.iter().map(|(name, _)| clean_line(name)).collect();
    let facts = vec![
        (words.documents, (words.count)(status.documents)),
        (words.passages, (words.count)(status.passages)),
        (words.files, (words.count)(status.files)),
        (words.without_text, count(status.without_text.len())),
        (words.new_files, count(status.changes.new.len())),
        (words.changed_files, count(status.changes.changed.len())),
        (words.gone_files, count(status.changes.vanished.len())),
        (words.roots, roots.join(", ")),
        (words.size, if asked.app.options.is_part { String::new() } else { asked.language.size(status.bytes) }),
        (words.written, edition.written.map(|written| moment(written, words)).unwrap_or_default()),
        (words.generation, edition.generation.clone()),
        (words.version, env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty()).collect();
    page(&Page { w: words, frame: Frame::new(edition, asked, words.status), facts })
}
