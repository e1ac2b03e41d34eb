//! A document as it was decoded to lines: what is known of it, then its text.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, paint};
use super::row::{Row, print_line};
use crate::snippet::text::clean;
use crate::voice::{Language, Noun, Told, Word};
use crate::wire::document::{CandidateFields, DocumentLine, FontFields};

/// Columns of the labels.
const LABEL: usize = 9;

impl DocumentLine<'_> {
    /// Prints it for people: what is known of it, then its lines with their numbers, broken before `columns`.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let label = Row::labelled(language.word(Word::Id), LABEL, "");
        label.with_source(&clean(self.id)).print(out, 0, columns)?;
        let mut row = |label: Option<Word>, value: &str| match label {
            Some(label) => Row::labelled(language.word(label), LABEL, value).print(out, 0, columns),
            None => Row::of(Style::new(), value).print(out, LABEL + 1, columns),
        };
        let stated = |value: Option<&str>| value.map_or_else(|| language.told(Told::NotStated), clean);
        let apart = if self.apart { language.told(Told::ReadApart) } else { String::new() };
        row(Some(Word::Format), &format!(".{}{apart}", self.format))?;
        row(Some(Word::Title), &stated(self.title))?;
        let day = self.date.and_then(|date| date.parse().ok());
        let date = day.map_or_else(|| stated(self.date), |day| language.day(day));
        row(Some(Word::Date), &date)?;
        match &self.encoding {
            None => row(Some(Word::Encoding), &language.told(Told::AsFormatTells))?,
            Some(encoding) => {
                row(Some(Word::Encoding), &format!("{}: {}", encoding.name, encoding.why))?;
                for CandidateFields { encoding, percent, score } in &encoding.candidates {
                    let told = language.told(Told::CandidateEncoding { percent: *percent, score: *score });
                    row(None, &format!("{encoding:<12} {told}"))?;
                }
            }
        }
        for FontFields { font, encoding, letters } in &self.fonts {
            let font = Told::Font { font: &clean(font), encoding, letters: *letters as u64 };
            row(Some(Word::Font), &language.told(font))?;
        }
        row(Some(Word::Holds), &self.counts(language))?;
        for notice in &self.notices.notices {
            row(Some(Word::Notice), &clean(notice))?;
        }
        for (line, level, text) in &self.headings {
            let heading = Told::HeadingAt { line: *line, level: *level, text: &clean(text) };
            row(Some(Word::Heading), &language.told(heading))?;
        }
        writeln!(out, "{}", language.word(Word::Text))?;
        self.print_lines(out, language, columns)?;
        writeln!(out)
    }

    fn counts(&self, language: Language) -> String {
        let count = |count: usize, noun| language.count(count as u64, noun);
        let mut counts = vec![count(self.lines, Noun::Line), count(self.letters, Noun::Letter)];
        match self.pages.len() {
            0 => counts.push(language.told(Told::PagesNotKnown)),
            pages => counts.push(count(pages, Noun::Page)),
        }
        if self.recognized_pages > 0 {
            counts.push(language.told(Told::RecognizedPages(self.recognized_pages as u64)));
        }
        counts.join(", ")
    }

    fn print_lines(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let digits = self.lines.max(1).to_string().len();
        let mut pages = (1..).zip(self.pages).peekable();
        for (number, line) in (1..=self.lines).zip(self.text.split('\n')) {
            while let Some((page, _)) = pages.next_if(|(_, first)| **first <= number) {
                writeln!(out, "{}", paint(ASIDE, &format!("{:>digits$} {}", "", language.told(Told::Page(page)))))?;
            }
            print_line(out, &format!("{number:>digits$} "), &clean(line), columns)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Candidate, Decision, Document, FontUse, Oddity, Provenance, Why};
    use crate::voice::Listener;

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
            .print(&mut out, Language::English, usize::MAX)
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
  p. 1
1 Số 1
2 \u{FFFD}hai
  p. 2
  p. 3
3 ba

";
        assert_eq!(got, expected);
    }
}
