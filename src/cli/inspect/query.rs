//! A query to what the program understood of it, and the terms that it looks up.

use std::io::Write;
use std::time::Instant;

use crate::cli::outcome::Failure;
use crate::cli::session::Session;
use crate::error::Error;
use crate::query::{Alternative, Evidence, Group, Understood};
use crate::snippet::text::clean;
use crate::terminal::figures::count;
use crate::wire::answer::ReadingFields;
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
    let planned = plan.iter().flat_map(|plan| plan.notices.iter().cloned());
    let inspected = InspectedQuery {
        reading: ReadingFields::new(&reading, alternatives),
        groups: reading.groups.iter().map(group).collect(),
        excluded: reading.excluded.iter().map(group).collect(),
        marked: reading.marked,
        notices: reading.notices.iter().cloned().chain(planned).map(|notice| session.voice.notice(&notice)).collect(),
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
    let out = &mut session.out;
    let typed = if query.marked { "with diacritics" } else { "without diacritics" };
    writeln!(out, "typed      {typed}, understood in {:.1} ms", query.took_ms)?;
    for (name, value) in query.reading.lines() {
        writeln!(out, "{name:<10} {}", clean(&value))?;
    }
    let groups = query.groups.iter().map(|group| ("words", group));
    for (name, group) in groups.chain(query.excluded.iter().map(|group| ("not", group))) {
        let words = group.words.join(" ");
        writeln!(out, "{name:<10} {}", clean(&if group.phrase { format!("\"{words}\"") } else { words }))?;
        if !group.stop_words.is_empty() {
            writeln!(out, "  of which say nothing: {}", clean(&group.stop_words.join(" ")))?;
        }
        if !group.symbols.is_empty() {
            writeln!(out, "  whole symbols: {}", clean(&group.symbols.join(" ")))?;
        }
    }
    for notice in &query.notices {
        writeln!(out, "notice     {}", clean(notice))?;
    }
    for term in &query.terms {
        let passages = count(term.passages, "passage");
        writeln!(out, "term       {:<16} {:<24} {passages}", term.kind, clean(&term.term))?;
    }
    Ok(())
}
