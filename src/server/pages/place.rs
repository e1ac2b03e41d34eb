//! Where something is said to how it is named, cited and reached.

use super::shown::name_of;
use super::text::{Piece, marked};
use crate::server::address;
use crate::server::asked::Asked;
use crate::snippet::snippet;
use crate::snippet::text::{clean, clean_line};
use std::ops::Range;

/// Columns and lines of an excerpt.
const EXCERPT: (usize, usize) = (110, 4);

/// Where something is said.
pub struct Place {
    /// The document and the line, as a link says them.
    pub name: String,
    /// Where it is shown.
    pub href: String,
    /// When it was.
    pub when: String,
    /// What else to know of it.
    pub asides: Vec<String>,
    /// What is said there.
    pub pieces: Vec<Piece>,
    /// How it is cited.
    pub citation: String,
}

impl Place {
    /// A line of a document with a stretch of its passage, in bytes, marked.
    pub fn new(asked: &Asked, doc: &str, title: &str, line: u32, (text, span): (&str, &Range<usize>)) -> Self {
        let words = asked.words();
        Self {
            name: format!("{}, {} {line}", clean_line(name_of(doc)), words.line),
            href: asked.link_at(address::document(doc), &format!("L{line}")),
            when: String::new(),
            asides: Vec::new(),
            pieces: excerpt(text, std::slice::from_ref(span)),
            citation: citation(asked, doc, title, line, None),
        }
    }
}

/// The part of a passage around the best of what is marked.
pub fn excerpt(text: &str, marks: &[Range<usize>]) -> Vec<Piece> {
    let marks: Vec<Range<usize>> = marks.iter().filter(|range| text.get((*range).clone()).is_some()).cloned().collect();
    let snippet = snippet(text, &marks, EXCERPT.0, EXCERPT.1);
    marked(&snippet.text, &snippet.marks)
}

/// How a place is cited.
pub fn citation(asked: &Asked, doc: &str, title: &str, line: u32, page: Option<u32>) -> String {
    let words = asked.words();
    let title = clean(title);
    let mut cited = if title.is_empty() { String::new() } else { format!("{title}. ") };
    cited.push_str(&clean(doc));
    if let Some(page) = page {
        cited.push_str(&format!(", {} {page}", words.page_short));
    }
    cited.push_str(&format!(", {} {line}", words.line));
    cited
}
