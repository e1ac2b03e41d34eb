//! A query to what the program understood of it, and the terms that it looks up.

use std::time::Instant;

use anstyle::Style;

use crate::cli::outcome::Failure;
use crate::cli::session::Session;
use crate::error::Error;
use crate::query::{Alternative, Evidence, Group, Understood};
use crate::snippet::text::clean;
use crate::terminal::row::{LABEL, Row};
use crate::voice::{Noun, Told, Word};
use crate::wire::answer::ReadingFields;
use crate::wire::notices::Notices;
use crate::wire::reports::{InspectedGroup, InspectedQuery, InspectedTerm};

pub(super) fn query(line: &str, session: &mut Session) -> Result<(), Failure> {
    let archive = session.archive();
    // opening the index is no part of understanding
    if let Err(error) = archive.reload()
        && !matches!(error, Error::NoIndex { .. })
    {
        return Err(error.into());
    }
    let started = Instant::now();
    let Understood { reading, plan } = archive.understand(line)?;
    let took_ms = started.elapsed().as_secs_f64() * 1e3;
    let alternatives: &[Alternative] = plan.as_ref().map_or(&[], |plan| &plan.alternatives);
    let planned = plan.iter().flat_map(|plan| &plan.notices);
    let inspected = InspectedQuery {
        reading: ReadingFields::new(&reading, alternatives),
        groups: reading.groups.iter().map(group).collect(),
        excluded: reading.excluded.iter().map(group).collect(),
        marked: reading.marked,
        notices: Notices::of(reading.notices.iter().chain(planned), session.voice),
        terms: plan.iter().flat_map(|plan| &plan.evidence).map(term).collect(),
        took_ms: (took_ms * 1e3).round() / 1e3,
    };
    if session.json { session.print_json(&inspected) } else { print(&inspected, session) }
}

fn term(evidence: &Evidence) -> InspectedTerm {
    let terms = std::iter::once(&evidence.term).chain(&evidence.next);
    let words: Vec<String> = terms.map(|term| term.text.clone()).collect();
    InspectedTerm {
        kind: evidence.kind.to_string(),
        // the parts of a number's term are kept apart by a sign that nobody sees
        term: words.join(" ").replace('\u{1f}', "|"),
        passages: evidence.passages,
    }
}

fn group(group: &Group) -> InspectedGroup {
    let words = |wanted: fn(bool) -> bool| {
        group.words.iter().filter(|word| wanted(word.stop)).map(|word| word.exact.clone()).collect()
    };
    InspectedGroup {
        words: words(|_| true),
        stop_words: words(|stop| stop),
        symbols: group.symbols.clone(),
        phrase: group.phrase,
    }
}

fn print(query: &InspectedQuery, session: &mut Session) -> Result<(), Failure> {
    let (language, columns) = (session.language, session.row_columns());
    let out = &mut session.out;
    let mut row = |label: &str, value: &str| match label {
        "" => Row::of(Style::new(), value).print(out, LABEL + 1, columns),
        label => Row::labelled(label, LABEL, value).print(out, 0, columns),
    };
    let typed = Told::Understood { marked: query.marked, took_ms: query.took_ms };
    row(language.word(Word::Typed), &language.told(typed))?;
    for (label, value) in query.reading.lines(language) {
        row(label, &clean(&value))?;
    }
    let groups = query.groups.iter().map(|group| (Word::Words, group));
    for (label, group) in groups.chain(query.excluded.iter().map(|group| (Word::Not, group))) {
        let words = group.words.join(" ");
        row(language.word(label), &clean(&if group.phrase { format!("\"{words}\"") } else { words }))?;
        let (nothing, symbols) = (group.stop_words.join(" "), group.symbols.join(" "));
        for (words, told) in
            [(&nothing, Told::SayNothing { words: &nothing }), (&symbols, Told::WholeSymbols { symbols: &symbols })]
        {
            if !words.is_empty() {
                row("", &clean(&language.told(told)))?;
            }
        }
    }
    for notice in &query.notices.notices {
        row(language.word(Word::Notice), &clean(notice))?;
    }
    for term in &query.terms {
        let passages = language.count(term.passages, Noun::Passage);
        let kind: Vec<&str> = term.kind.split(' ').map(|word| language.name(word)).collect();
        row(language.word(Word::Term), &format!("{:<16} {:<24} {passages}", kind.join(" "), clean(&term.term)))?;
    }
    Ok(())
}
