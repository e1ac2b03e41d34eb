//! An index to its state: what it holds, how old it is, which of its files have changed.

use std::io::Write;

use clap::Args;

use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::archive::{Archive, Status};
use crate::corpus::id_of;
use crate::error::{Error, Flaw};
use crate::ingest;
use crate::snippet::text::clean;
use crate::store::Check;
use crate::terminal::figures::{ago, bytes, count, number};
use crate::wire::reports::{FieldState, State};

/// What is told of a check that had not all to go by.
const NO_SUMS: &str =
    "right in the segments; none of the other files: the last `index` did not end, the next notes them";

/// More files than these are counted, not listed.
const MAX_LISTED: usize = 5;

/// What was typed behind `status`.
#[derive(Debug, Args)]
#[command(after_help = "\
New are files below the paths that were given and that are not in the index. What is empty or cannot be
read is no text: it is tried again when it has changed or is named. What has changed is told by size and time, then by content.

Examples:\n  tracuu status\n  tracuu status --check   compare every file of the index with its checksum\n  tracuu status --fields  what each field of the index takes on disk")]
pub(super) struct StatusArgs {
    /// Verify the checksums of the index
    #[arg(long)]
    check: bool,
    /// Tell what each field takes on disk
    #[arg(long)]
    fields: bool,
}

pub(super) fn run(typed: &StatusArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let archive = Archive::open(&*session.index)?;
    let Status { documents, passages, files, copies, roots, without_text, bytes, age, changes } = archive.status()?;
    let ingest::State { new, changed, vanished, missing } = changes;
    let mut state = State {
        index: session.index.display().to_string(),
        documents,
        passages,
        files,
        copies,
        places: roots.iter().map(|(name, root)| (name.to_owned(), id_of(&root.place))).collect(),
        roots: roots.iter().map(|(name, _)| name.to_owned()).collect(),
        forgotten: roots.iter().flat_map(|(_, root)| root.forgotten.iter().cloned()).collect(),
        missing,
        without_text,
        bytes,
        age_seconds: age.map(|age| age.as_secs()),
        new,
        changed,
        vanished,
        damaged: None,
        has_sums: None,
        fields: None,
    };
    if typed.check {
        let Check { damaged, has_sums } = archive.check()?;
        state.damaged = Some(damaged.into_iter().map(|path| path.display().to_string()).collect());
        state.has_sums = Some(has_sums);
    }
    if typed.fields {
        state.fields = Some(archive.space()?.into_iter().map(FieldState::from).collect());
    }
    let damaged = state.damaged.as_ref().is_some_and(|files| !files.is_empty());
    print(&state, session)?;
    Ok(if damaged { Outcome::Failed } else { Outcome::Done })
}

fn print(state: &State, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(state);
    }
    let out = &mut session.out;
    writeln!(out, "index      {}, {}", clean(&state.index), bytes(state.bytes))?;
    writeln!(out, "holds      {}, {}", count(state.documents, "document"), count(state.passages, "passage"))?;
    let copies = match state.copies {
        0 => String::new(),
        copies => format!(", {} more the same as others", number(copies)),
    };
    writeln!(out, "from       {}{copies}", count(state.files, "file"))?;
    if let Some(seconds) = state.age_seconds {
        writeln!(out, "written    {}", ago(std::time::Duration::from_secs(seconds)))?;
    }
    let place = |(name, place): (&String, &String)| {
        format!("{name}   {place}{}", if state.missing.contains(name) { "   (not there, or empty)" } else { "" })
    };
    // what is missing is never hidden behind the others
    let (missing, there): (Vec<_>, Vec<_>) = state.places.iter().partition(|(name, _)| state.missing.contains(name));
    let most = MAX_LISTED.max(missing.len());
    let places: Vec<String> = missing.into_iter().chain(there).map(place).collect();
    list(out, "paths     ", &places, most)?;
    let disks: Vec<String> = state.missing.iter().filter(|id| !state.places.contains_key(*id)).cloned().collect();
    if !disks.is_empty() {
        list(out, "not there ", &disks, disks.len())?;
    }
    if !state.forgotten.is_empty() {
        list(out, "forgotten ", &state.forgotten, MAX_LISTED)?;
    }
    if !state.without_text.is_empty() {
        list(out, "no text   ", &state.without_text, MAX_LISTED)?;
    }
    list(out, "new       ", &state.new, MAX_LISTED)?;
    list(out, "changed   ", &state.changed, MAX_LISTED)?;
    list(out, "vanished  ", &state.vanished, MAX_LISTED)?;
    match &state.damaged {
        Some(damaged) if damaged.is_empty() => match state.has_sums {
            Some(false) => writeln!(out, "checksums  {NO_SUMS}")?,
            _ => writeln!(out, "checksums  right")?,
        },
        Some(damaged) => {
            list(out, "damaged   ", damaged, MAX_LISTED)?;
            let (path, flaw) = ((&*state.index).into(), Flaw::Told(damaged.len()));
            session.tell(&session.voice.error(&Error::Damaged { path, flaw }));
        }
        None => {}
    }
    if let Some(fields) = &state.fields {
        print_fields(&mut session.out, fields)?;
    }
    Ok(())
}

fn print_fields(out: &mut dyn Write, fields: &[FieldState]) -> Result<(), Failure> {
    writeln!(out)?;
    let titles = ["terms", "postings", "positions", "norms", "values", "together"];
    writeln!(out, "{:<13}{}", "field", titles.map(|title| format!("{title:>11}")).concat())?;
    for FieldState { field, terms, postings, positions, norms, values, total } in fields {
        let parts = [terms, postings, positions, norms, values, total];
        let cells = parts.map(|&part| format!("{:>11}", if part == 0 { "–".to_owned() } else { bytes(part) }));
        writeln!(out, "{field:<13}{}", cells.concat())?;
    }
    Ok(())
}

/// Lists no more than `most` names and counts the others.
fn list(out: &mut dyn Write, name: &str, files: &[String], most: usize) -> Result<(), Failure> {
    writeln!(out, "{name} {}", number(files.len() as u64))?;
    for file in files.iter().take(most) {
        writeln!(out, "             {}", clean(file))?;
    }
    if files.len() > most {
        writeln!(out, "             and {} more", number((files.len() - most) as u64))?;
    }
    Ok(())
}
