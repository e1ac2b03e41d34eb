//! A document as it was decoded to what is told of it: how it was read, and its text by lines.

use std::io::{self, Write};

use serde::Serialize;

use super::color::{ASIDE, SOURCE, paint};
use super::figures::{count, number};
use super::text::clean;
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
    pub notices: Vec<String>,
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
            notices: read.notices.iter().map(|odd| voice.oddity(odd)).collect(),
            headings: document.headings.iter().map(|h| (h.line, h.level, line(h.line))).collect(),
            text: &document.text,
        }
    }

    /// Prints it for people: what is known of it, then its lines with their numbers.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut row = |name: &str, value: &str| writeln!(out, "{name:<9} {value}");
        row("id", &paint(SOURCE, &clean(self.id)))?;
        row("format", &format!(".{}{}", self.format, if self.apart { ", read in a process of its own" } else { "" }))?;
        row("title", &clean(self.title.unwrap_or("none stated by the format")))?;
        row("date", &clean(self.date.unwrap_or("none stated by the format")))?;
        match &self.encoding {
            None => row("encoding", "as the format tells its letters")?,
            Some(encoding) => {
                row("encoding", &format!("{}: {}", encoding.name, encoding.why))?;
                for CandidateFields { encoding, percent, score } in &encoding.candidates {
                    row("", &format!("{encoding:<12} {percent:>3} % of the words are Vietnamese, score {score}"))?;
                }
            }
        }
        for FontFields { font, encoding, letters } in &self.fonts {
            let letters = count(*letters as u64, "letter");
            row("font", &format!("{} is {encoding}: {letters} read so", clean(font)))?;
        }
        row("holds", &self.counts())?;
        for notice in &self.notices {
            row("notice", &clean(notice))?;
        }
        for (line, level, text) in &self.headings {
            row("heading", &format!("line {line}, level {level}: {}", clean(text)))?;
        }
        writeln!(out, "text")?;
        self.print_lines(out)?;
        writeln!(out)
    }

    fn counts(&self) -> String {
        let mut counts = vec![count(self.lines as u64, "line"), count(self.letters as u64, "letter")];
        match self.pages.len() {
            0 => counts.push("pages not known".to_owned()),
            pages => counts.push(count(pages as u64, "page")),
        }
        if self.recognized_pages > 0 {
            counts.push(format!("{} of them recognized from pictures", number(self.recognized_pages as u64)));
        }
        counts.join(", ")
    }

    fn print_lines(&self, out: &mut dyn Write) -> io::Result<()> {
        let digits = self.lines.max(1).to_string().len();
        let mut pages = (1..).zip(self.pages).peekable();
        for (number, line) in (1..=self.lines).zip(self.text.split('\n')) {
            while let Some((page, _)) = pages.next_if(|(_, first)| **first <= number) {
                writeln!(out, "{}", paint(ASIDE, &format!("{:>digits$} tr. {page}", "")))?;
            }
            writeln!(out, "{} {}", paint(ASIDE, &format!("{number:>digits$}")), clean(line))?;
        }
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Candidate, FontUse, Oddity, Provenance};
    use crate::voice::{Language, Listener};

    #[test]
    fn a_document_tells_how_it_was_read() {
        let candidates = vec![
            Candidate { encoding: "tcvn3", percent: 98, score: 812 },
            Candidate { encoding: "vni", percent: 7, score: -40 },
        ];
        let document = Document {
            id: "a\u{7}.doc".to_owned(),
            text: "Số 1\n\u{1B}hai\nba\n".to_owned(),
            pages: vec![1, 3, 3],
            provenance: Provenance {
                format: "doc",
                is_apart: true,
                decision: Some(Decision { encoding: "tcvn3", why: Why::Best(candidates) }),
                fonts: vec![FontUse { font: ".VnTime".to_owned(), encoding: "tcvn3", letters: 1200 }],
                recognized_pages: 1,
                notices: vec![Oddity::BreaksOff],
            },
            ..Document::default()
        };
        let mut out = Vec::new();
        DocumentLine::new(&document, Language::English.voice(Listener::Caller))
            .print(&mut out)
            .expect("written to memory");
        let got = anstream::adapter::strip_str(&String::from_utf8(out).expect("it is text")).to_string();
        let expected = "id        a\u{FFFD}.doc
format    .doc, read in a process of its own
title     none stated by the format
date      none stated by the format
encoding  tcvn3: it makes the most Vietnamese of the words beyond ASCII
          tcvn3         98 % of the words are Vietnamese, score 812
          vni            7 % of the words are Vietnamese, score -40
font      .VnTime is tcvn3: 1,200 letters read so
holds     3 lines, 8 letters, 3 pages, 1 of them recognized from pictures
notice    the text is not whole: the file breaks off
text
  tr. 1
1 Số 1
2 \u{FFFD}hai
  tr. 2
  tr. 3
3 ba

";
        assert_eq!(got, expected);
    }
}
