//! Hits to lines for people: rank, source, heading, and a snippet with its matches marked.

use std::io::{self, Write};
use std::time::Duration;

use super::color::{ASIDE, SOURCE, STRONG, paint};
use super::excerpt::marked;
use super::row::Row;
use crate::search::{Answer, Hit};
use crate::snippet::text::{clean, cut, width};
use crate::snippet::{best_line, snippet};
use crate::voice::{Language, Told};
use crate::wire::relations::{DirectFields, StandingFields};

/// Lines of a snippet.
const SNIPPET_LINES: usize = 3;

/// More places of the same document are counted, not listed.
const MAX_OTHERS: usize = 3;

/// How hits are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Columns of a line.
    pub columns: usize,
    /// Whether the parts of each score are told.
    pub explain: bool,
    /// In which language all but the text is.
    pub language: Language,
}

/// Prints the hits of an answer and how many there are.
///
/// # Errors
/// Those of the stream.
pub fn answer(out: &mut dyn Write, answer: &Answer, layout: Layout) -> io::Result<()> {
    let digits = answer.hits.last().map_or(1, |hit| hit.rank.to_string().len()).max(2);
    for direct in &answer.answers {
        DirectFields::of(direct).print(out, layout.language, layout.columns)?;
        writeln!(out)?;
    }
    for hit in &answer.hits {
        print_hit(out, hit, digits, layout)?;
        writeln!(out)?;
    }
    let took = Duration::try_from_secs_f64(answer.took_ms / 1e3).unwrap_or_default();
    let footer = Told::Total { total: answer.total as u64, more: answer.more, took };
    Row::of(ASIDE, &layout.language.told(footer)).print(out, 0, layout.columns)
}

fn print_hit(out: &mut dyn Write, hit: &Hit, digits: usize, layout: Layout) -> io::Result<()> {
    let indent = digits + 2;
    let columns = layout.columns.saturating_sub(indent).max(10);
    let snippet = snippet(&hit.passage.text, &hit.highlights, columns, SNIPPET_LINES);
    let line = best_line(&hit.passage, &hit.highlights);
    let page = hit.passage.page_of(line).map(|page| format!(" {}", layout.language.told(Told::Page(page))));
    let page = page.unwrap_or_default();
    let source = format!("{}:{line}{page}", clean(&hit.passage.doc));
    let rank = format!("{:>digits$}", hit.rank);
    write!(out, "{}  {}", paint(STRONG, &rank), paint(SOURCE, &source))?;
    let room = columns.saturating_sub(width(&source) + 3);
    let heading = cut(&heading(hit), room);
    if width(&heading) > 3 {
        write!(out, "   {}", paint(ASIDE, &heading))?;
    }
    writeln!(out)?;
    for line in &snippet.lines {
        writeln!(out, "{:indent$}{}", "", marked(&snippet, line))?;
    }
    let mut aside = |text: &str| Row::of(ASIDE, text).print(out, indent, layout.columns);
    if let Some(ended) = &hit.ended {
        aside(&StandingFields::of_ended(ended).ended(layout.language))?;
    }
    if !hit.passage.also.is_empty() {
        aside(&also(&hit.passage.also, layout.language))?;
    }
    if hit.more_in_document > 0 {
        aside(&layout.language.told(Told::MoreInDocument(hit.more_in_document as u64)))?;
    }
    if layout.explain {
        aside(&layout.language.told(Told::Score(&hit.parts)))?;
    }
    Ok(())
}

/// What a passage stands under: its innermost headings or else the title, and its file where the
/// document is not the file itself.
fn heading(hit: &Hit) -> String {
    let passage = &hit.passage;
    let mut parts = Vec::new();
    if passage.file != passage.doc {
        parts.push(clean(&passage.file));
    }
    match passage.section.is_empty() {
        true => parts.push(clean(&passage.title)),
        false => parts.extend(passage.section.iter().map(|heading| clean(heading))),
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join(" › ")
}

/// Where else the document stands.
fn also(others: &[String], language: Language) -> String {
    let listed: Vec<String> = others.iter().take(MAX_OTHERS).map(|other| clean(other)).collect();
    let more = others.len().saturating_sub(MAX_OTHERS) as u64;
    language.told(Told::Also { places: &listed.join(", "), more })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{ScoreBreakdown, StoredPassage};
    use crate::terminal::color::MATCH;

    fn hit(doc: &str, section: &str, text: &str, marked: &str) -> Hit {
        let start = text.find(marked).expect("the marked text is there");
        Hit {
            rank: 1,
            score: 2.0,
            parts: ScoreBreakdown::default(),
            passage: StoredPassage {
                doc: doc.to_owned(),
                file: doc.to_owned(),
                title: "Tin".to_owned(),
                section: vec![section.to_owned()],
                lines: (34, 36),
                text: text.to_owned(),
                ..StoredPassage::default()
            },
            highlights: std::iter::once(start..start + marked.len()).collect(),
            more_in_document: 3,
            ended: None,
        }
    }

    fn show(hit: Hit, columns: usize) -> String {
        let mut out = Vec::new();
        let given = Answer { hits: vec![hit], total: 240, more: true, took_ms: 0.8, ..Answer::default() };
        answer(&mut out, &given, Layout { columns, explain: false, language: Language::English })
            .expect("written to memory");
        String::from_utf8(out).expect("it is text")
    }

    #[test]
    fn a_hit_tells_the_line_of_its_match() {
        let text = "Đại hội họp.\nÔng Đỗ Văn Thắng được bầu.\nHết.";
        let got =
            anstream::adapter::strip_str(&show(hit("corpus/a.txt", "Đại hội lần thứ hai", text, "Đỗ Văn Thắng"), 80))
                .to_string();
        let expected = " 1  corpus/a.txt:35   Đại hội lần thứ hai\n    Đại hội họp. Ông Đỗ Văn Thắng được bầu. Hết.\n    (+3 more in this document)\n\n240+ passages in 0.8 ms\n";
        assert_eq!(got, expected);
    }

    #[test]
    fn nothing_of_a_document_steers_the_terminal() {
        let bad = "x\u{1B}[2J\u{9B}1m đỗ \u{7}";
        let got = show(hit(bad, bad, bad, "đỗ"), 40);
        let plain = anstream::adapter::strip_str(&got).to_string();
        assert!(plain.chars().all(|c| c == '\n' || !c.is_control()), "{plain:?}");
        assert!(plain.contains("x\u{FFFD}[2J\u{FFFD}1m đỗ"), "{plain:?}");
        assert!(got.contains(&paint(MATCH, "đỗ")), "{got:?}");
    }
}
