//! A document to the people, events and offices found in it, and the rules that decided.

use anstyle::Style;

use crate::cli::outcome::Failure;
use crate::cli::session::Session;
use crate::corpus::{Document, Oddity};
use crate::mention::explain;
use crate::snippet::text::{clean, cut, width};
use crate::terminal::color::SOURCE;
use crate::terminal::row::Row;
use crate::wire::mentions::Lines;
use crate::wire::reports::InspectedMention;

/// Columns of the words as they stand, of the kind, and of the verdict.
const TEXT: usize = 20;
const KIND: usize = 7;
const VERDICT: usize = 11;

/// Columns before the rules.
const RULES: usize = 54;

/// What was found.
pub(super) fn found(document: &Document, session: &mut Session, _: &mut Vec<Oddity>) -> Result<(), Failure> {
    print(document, session, false)
}

/// Everything that was judged, with the rules that decided.
pub(super) fn with_rules(document: &Document, session: &mut Session, _: &mut Vec<Oddity>) -> Result<(), Failure> {
    print(document, session, true)
}

fn print(document: &Document, session: &mut Session, why: bool) -> Result<(), Failure> {
    let lines = Lines::of(&document.text);
    let judged = explain(&document.text, document.date.as_deref());
    for judged in judged.iter().filter(|judged| why || judged.is_mention()) {
        let place = lines.place(&document.text, &judged.range);
        let text = &document.text[judged.range.clone()];
        let rules: &[&str] = if why { &judged.rules } else { &[] };
        let (kind, verdict) = (judged.kind, judged.verdict);
        if session.json {
            session.print_json(&InspectedMention { doc: &document.id, place, text, kind, verdict, rules })?;
            continue;
        }
        let source = format!("{:<8}", format!("{}:{}", place.line, place.start));
        let shown = cut(&clean(text), TEXT);
        let space = " ".repeat(TEXT.saturating_sub(width(&shown)));
        let beside = usize::from(verdict.len() <= VERDICT).min(rules.len());
        let (first, others) = rules.split_at(beside);
        let (kind, verdict) = (session.language.name(kind), session.language.name(verdict));
        let found = format!("  {shown}{space}  {kind:<KIND$}  {verdict:<VERDICT$}  {}", first.concat());
        let columns = session.row_columns();
        Row::of(SOURCE, &source).with(Style::new(), &found).print(&mut session.out, 0, columns)?;
        for rule in others {
            let indent = RULES.min(columns.saturating_sub(width(rule)));
            Row::of(Style::new(), rule).print(&mut session.out, indent, columns)?;
        }
    }
    Ok(())
}
