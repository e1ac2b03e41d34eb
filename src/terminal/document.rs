//! A document as it was decoded to lines: what is known of it, then its text.

use std::io::{self, Write};

use super::color::{ASIDE, SOURCE, paint};
use super::figures::{count, number};
use crate::snippet::text::clean;
use crate::wire::document::{CandidateFields, DocumentLine, FontFields};

impl DocumentLine<'_> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Candidate, Decision, Document, FontUse, Oddity, Provenance, Why};
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
