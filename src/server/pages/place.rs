//! Where something is said to how it is named, cited and reached.

use std::ops::Range;

use jiff::civil::Date;

use super::shown::name_of;
use super::text::{Piece, marked};
use crate::server::address;
use crate::server::asked::Asked;
use crate::snippet::snippet;
use crate::snippet::text::clean_line;
use crate::voice::page::Words;

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
    pub fn new(asked: &Asked, cited: &Cited<'_>, (text, span): (&str, &Range<usize>)) -> Self {
        let (words, &Cited { doc, line, page, .. }) = (asked.words(), cited);
        let page = page.map(|page| format!(", {} {page}", words.page_short)).unwrap_or_default();
        Self {
            name: format!("{}{page}, {} {line}", clean_line(name_of(doc)), words.line),
            href: asked.link_at(address::document(doc), &format!("L{line}")),
            when: String::new(),
            asides: Vec::new(),
            pieces: excerpt(text, std::slice::from_ref(span)),
            citation: cited.told(words),
        }
    }
}

/// The part of a passage around the best of what is marked.
pub fn excerpt(text: &str, marks: &[Range<usize>]) -> Vec<Piece> {
    let marks: Vec<Range<usize>> = marks.iter().filter(|range| text.get((*range).clone()).is_some()).cloned().collect();
    let snippet = snippet(text, &marks, EXCERPT.0, EXCERPT.1);
    marked(&snippet.text, &snippet.marks)
}

/// What is told of a place by whoever cites it.
#[derive(Clone, Copy, Default)]
pub struct Cited<'a> {
    /// The document.
    pub doc: &'a str,
    /// Its title, empty if it has none.
    pub title: &'a str,
    /// Its day, where its head or its file states one.
    pub published: Option<Date>,
    /// The page, where pages are known.
    pub page: Option<u32>,
    /// The line.
    pub line: u32,
}

impl Cited<'_> {
    /// How it is cited: `Kế hoạch, 23/4/2021. corpus/ke-hoach.pdf, tr. 2, dòng 17`.
    pub fn told(&self, words: &Words) -> String {
        let page = self.page.map(|page| format!(", {} {page}", words.page_short)).unwrap_or_default();
        format!("{}{page}, {} {}", self.stem(words), words.line, self.line)
    }

    /// The same without page and line.
    pub fn stem(&self, words: &Words) -> String {
        let day = self.published.map(|day| words.day(day));
        let named: Vec<String> =
            [clean_line(self.title)].into_iter().chain(day).filter(|part| !part.is_empty()).collect();
        let mut cited = named.join(", ");
        if !cited.is_empty() {
            cited.push_str(". ");
        }
        cited.push_str(&clean_line(self.doc));
        cited
    }
}
