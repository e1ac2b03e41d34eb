//! An index to its state: what it holds, how old it is, which of its files have changed.

use std::io::Write;
use std::time::Duration;

use anstyle::Style;
use clap::Args;

use super::build::each_format;
use super::help::help;
use super::outcome::{Failure, Outcome};
use super::session::Session;
#[cfg(feature = "cluster")]
use crate::archive::template;
use crate::error::{Error, Flaw};
use crate::snippet::text::clean;
use crate::terminal::row::{LABEL, Row};
use crate::terminal::table::{self, Table};
use crate::voice::{Language, Noun, Told, Topic, Word};
use crate::wire::reports::{ClusterState, FieldState, Settings, State};

/// More files than these are counted, not listed.
const MAX_LISTED: usize = 5;

/// What was typed behind `status`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::StatusExamples))]
pub(super) struct StatusArgs {
    #[arg(long, help = help(Topic::StatusCheck))]
    check: bool,
    #[arg(long, help = help(Topic::StatusFields))]
    fields: bool,
    #[arg(long, conflicts_with_all = ["check", "fields"], help = help(Topic::StatusSettings))]
    pub(super) settings: bool,
    #[cfg(feature = "cluster")]
    #[arg(long, conflicts_with_all = ["check", "fields", "settings"], help = help(Topic::StatusTemplate))]
    template: bool,
}

pub(super) fn run(typed: &StatusArgs, session: &mut Session) -> Result<Outcome, Failure> {
    if let Some(settings) = session.settings.take() {
        return print_settings(&settings, session);
    }
    #[cfg(feature = "cluster")]
    if typed.template {
        session.print_json(&template())?;
        return Ok(Outcome::Done);
    }
    let archive = session.open()?;
    let mut state = State::of(&session.index, archive.status()?);
    if typed.check {
        state.note(archive.check()?);
    }
    if typed.fields {
        state.fields = Some(archive.space()?.into_iter().map(FieldState::from).collect());
    }
    let damaged = state.damaged.as_ref().is_some_and(|files| !files.is_empty());
    print(&state, session)?;
    Ok(if damaged { Outcome::Failed } else { Outcome::Done })
}

/// Options whose values are called by their names in each language.
const NAMED: [&str; 4] = ["color", "sort", "by", "type"];

/// Prints what holds where nothing is typed; it is there without an index, too.
fn print_settings(settings: &Settings, session: &mut Session) -> Result<Outcome, Failure> {
    if session.json {
        session.print_json(settings)?;
        return Ok(Outcome::Done);
    }
    let language = session.language;
    let out = &mut session.out;
    let file = settings.file.as_deref().unwrap_or_default();
    if settings.file.is_some() {
        writeln!(out, "{:<26} {}", language.word(Word::File), clean(file))?;
    }
    for (name, place) in &settings.indexes {
        writeln!(out, "{:<26} {}", clean(&format!("--index {name}")), clean(place))?;
    }
    for setting in &settings.settings {
        let option = match &setting.verb {
            Some(verb) => format!("{verb} --{}", setting.key),
            None => format!("--{}", setting.key),
        };
        let from = match (setting.from, setting.line) {
            ("file", Some(line)) => clean(&format!("{file}:{line}")),
            ("option", _) => language.word(Word::OfOption).to_owned(),
            ("environment", _) => language.word(Word::OfSurroundings).to_owned(),
            _ => language.word(Word::BuiltIn).to_owned(),
        };
        let named = |value: &String| match NAMED.contains(&&*setting.key) {
            true => language.name(value).to_owned(),
            false => value.clone(),
        };
        let values: Vec<String> = setting.values.iter().map(named).collect();
        writeln!(out, "{option:<26} {:<20} {from}", clean(&values.join(" ")))?;
    }
    Ok(Outcome::Done)
}

fn print(state: &State, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(state);
    }
    let (language, columns) = (session.language, session.row_columns());
    let out = &mut session.out;
    let size = format!(", {}", language.size(state.bytes));
    let index = Row::labelled(language.word(Word::Index), LABEL, "").with_source(&clean(&state.index));
    index.with(Style::new(), &size).print(out, 0, columns)?;
    let mut row = |label: Word, value: &str| Row::labelled(language.word(label), LABEL, value).print(out, 0, columns);
    if let Some(cluster) = &state.cluster {
        let ClusterState { health, nodes, shards, unassigned, missing, reasons, .. } = cluster;
        let (unassigned, missing) = (*unassigned, *missing);
        let shards = *shards;
        row(Word::Health, &language.told(Told::Health { health, unassigned, missing, reasons }))?;
        row(Word::Nodes, &language.number(*nodes))?;
        row(Word::Shards, &language.told(Told::Shards { shards, unassigned }))?;
    }
    let (documents, passages) = (Noun::Document, Noun::Passage);
    let holds = [language.count(state.documents, documents), language.count(state.passages, passages)];
    row(Word::Holds, &holds.join(", "))?;
    let copies = match state.copies {
        0 => String::new(),
        copies => language.told(Told::MoreCopies(copies)),
    };
    row(Word::From, &format!("{}{copies}", language.count(state.files, Noun::File)))?;
    if let Some(seconds) = state.age_seconds {
        row(Word::Written, &language.ago(Duration::from_secs(seconds)))?;
    }
    let place = |(name, place): (&String, &String)| {
        let kept = state.kept.get(name).map(|kept| language.told(Told::MissingRoot(*kept)));
        let missing = kept.unwrap_or_default();
        format!("{name}   {place}{missing}")
    };
    // what is missing is never hidden behind the others
    let (missing, there): (Vec<_>, Vec<_>) = state.places.iter().partition(|(name, _)| state.missing.contains(name));
    let most = MAX_LISTED.max(missing.len());
    let places: Vec<String> = missing.into_iter().chain(there).map(place).collect();
    let mut list = |label: Word, files: &[String], most: usize| list(out, language, label, files, most);
    list(Word::Paths, &places, most)?;
    let disks: Vec<String> = state.missing.iter().filter(|id| !state.places.contains_key(*id)).cloned().collect();
    if !disks.is_empty() {
        list(Word::NotThere, &disks, disks.len())?;
    }
    for (label, files) in [(Word::Forgotten, &state.forgotten), (Word::NoText, &state.without_text)] {
        if !files.is_empty() {
            list(label, files, MAX_LISTED)?;
        }
    }
    list(Word::New, &state.new, MAX_LISTED)?;
    list(Word::Changed, &state.changed, MAX_LISTED)?;
    list(Word::Vanished, &state.vanished, MAX_LISTED)?;
    if !state.other_formats.is_empty() {
        let (files, each) = (state.other_formats.values().sum(), each_format(&state.other_formats, language));
        let told = format!("{} ({each})", language.number(files));
        Row::labelled(language.word(Word::NotRead), LABEL, &told).print(out, 0, columns)?;
    }
    match &state.damaged {
        Some(damaged) if damaged.is_empty() => {
            let sums = if state.has_sums == Some(false) { Told::SumsUnknown } else { Told::SumsRight };
            Row::labelled(language.word(Word::Checksums), LABEL, &language.told(sums)).print(out, 0, columns)?;
        }
        Some(damaged) => {
            self::list(&mut session.out, language, Word::Damaged, damaged, MAX_LISTED)?;
            let (path, flaw) = ((&*state.index).into(), Flaw::Told(damaged.len()));
            session.tell(&session.voice.error(&Error::Damaged { path, flaw }));
        }
        None => {}
    }
    if let Some(fields) = &state.fields {
        print_fields(&mut session.out, language, fields, columns)?;
    }
    Ok(())
}

fn print_fields(out: &mut dyn Write, language: Language, fields: &[FieldState], columns: usize) -> Result<(), Failure> {
    use Word::{Norms, Positions, Postings, Terms, Together, Values};
    writeln!(out)?;
    let names = [Terms, Postings, Positions, Norms, Values, Together].map(|name| (language.word(name), 11));
    let row = |FieldState { field, terms, postings, positions, norms, values, total }: &FieldState| {
        let parts = [terms, postings, positions, norms, values, total];
        let size = |part: u64| if part == 0 { table::NONE.to_owned() } else { language.size(part) };
        (language.name(field).to_owned(), parts.map(|&part| size(part)).to_vec())
    };
    let of = (language.word(Word::Field), 13);
    Ok(Table { of, names: names.to_vec(), rows: fields.iter().map(row).collect() }.print(out, columns)?)
}

/// Columns before the names of a list.
const INDENT: usize = 13;

/// Lists no more than `most` names and counts the others.
fn list(out: &mut dyn Write, language: Language, label: Word, files: &[String], most: usize) -> Result<(), Failure> {
    writeln!(out, "{:<10} {}", language.word(label), language.number(files.len() as u64))?;
    for file in files.iter().take(most) {
        writeln!(out, "{:INDENT$}{}", "", clean(file))?;
    }
    if files.len() > most {
        writeln!(out, "{:INDENT$}{}", "", language.told(Told::AndMore((files.len() - most) as u64)))?;
    }
    Ok(())
}
