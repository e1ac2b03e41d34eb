//! A document as it was decoded to JSON: how it was read, and its text by lines.

use serde::Serialize;

use super::notices::Notices;
use crate::corpus::{Decision, Document, Why};
use crate::voice::Voice;

/// A document and how it was read.
#[derive(Debug, Serialize)]
pub struct DocumentLine<'a> {
    /// Its id.
    pub id: &'a str,
    /// The title that its format states.
    pub title: Option<&'a str>,
    /// The date that its format states.
    pub date: Option<&'a str>,
    /// The format that it was read as: an extension.
    pub format: &'a str,
    /// Whether it was read in a process of its own.
    pub apart: bool,
    /// The encoding and why it was taken; nothing where the format itself tells the letters.
    pub encoding: Option<EncodingFields>,
    /// Fonts of old encodings whose letters were read.
    pub fonts: Vec<FontFields<'a>>,
    /// How many of its pages were recognized from pictures.
    pub recognized_pages: usize,
    /// The lines where its pages start, from 1.
    pub pages: &'a [usize],
    /// How many lines it has.
    pub lines: usize,
    /// How many letters and digits it has.
    pub letters: usize,
    /// What its user should know.
    #[serde(flatten)]
    pub notices: Notices,
    /// What its format states beside the text: of a mail, who wrote it to whom and what is attached.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub about: &'a [String],
    /// The headings that its format marks: line, level, text.
    pub headings: Vec<(usize, u8, &'a str)>,
    /// Its text.
    pub text: &'a str,
}

/// An encoding and why it was taken.
#[derive(Debug, Serialize)]
pub struct EncodingFields {
    /// Its name.
    pub name: String,
    /// The reason in words.
    pub why: String,
    /// What else was tried, the best first.
    pub candidates: Vec<CandidateFields>,
}

/// How well an encoding does.
#[derive(Debug, Serialize)]
pub struct CandidateFields {
    /// Its name.
    pub encoding: &'static str,
    /// How many of the words that tell become Vietnamese.
    pub percent: usize,
    /// The more frequent those words, the higher.
    pub score: i64,
}

/// A font of an old encoding.
#[derive(Debug, Serialize)]
pub struct FontFields<'a> {
    /// Its name.
    pub font: &'a str,
    /// Its encoding.
    pub encoding: &'static str,
    /// How many letters stand in it.
    pub letters: usize,
}

impl<'a> DocumentLine<'a> {
    /// What is told of a document.
    pub fn new(document: &'a Document, voice: &dyn Voice) -> Self {
        let lines: Vec<&str> = document.text.split('\n').collect();
        let line = |number: usize| lines.get(number.wrapping_sub(1)).copied().unwrap_or_default();
        let read = &document.provenance;
        let fonts = read.fonts.iter();
        Self {
            id: &document.id,
            title: document.title.as_deref(),
            date: document.date.as_deref(),
            format: read.format,
            apart: read.is_apart,
            encoding: read.decision.as_ref().map(|decision| EncodingFields::new(decision, voice)),
            fonts: fonts.map(|f| FontFields { font: &f.font, encoding: f.encoding, letters: f.letters }).collect(),
            recognized_pages: read.recognized_pages,
            pages: &document.pages,
            lines: lines.len() - usize::from(lines.last().is_some_and(|last| last.is_empty())),
            letters: document.text.chars().filter(|c| c.is_alphanumeric()).count(),
            notices: Notices::of_file(&read.notices, voice),
            about: &document.about,
            headings: document.headings.iter().map(|h| (h.line, h.level, line(h.line))).collect(),
            text: &document.text,
        }
    }
}

impl EncodingFields {
    fn new(decision: &Decision, voice: &dyn Voice) -> Self {
        let why = voice.encoding_why(&decision.why);
        let candidates = match &decision.why {
            Why::Best(candidates) => &**candidates,
            _ => &[],
        };
        let fields =
            |c: &crate::corpus::Candidate| CandidateFields { encoding: c.encoding, percent: c.percent, score: c.score };
        let name = decision.encoding.to_ascii_lowercase();
        Self { name, why, candidates: candidates.iter().map(fields).collect() }
    }
}
