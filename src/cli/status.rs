//! An index to its state: what it holds, how old it is, which of its files have changed.

use std::fs;
use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use super::{Failure, Outcome, Session};
use crate::index::{FileRecord, Reader};
use crate::render::figures::{ago, bytes, count, number};
use crate::render::reports::State;
use crate::render::text::clean;

/// More files than these are counted, not listed.
const MAX_LISTED: usize = 5;

/// What was typed behind `status`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  tracuu status\n  tracuu status --check   compare every file of the index with its checksum"
)]
pub(super) struct StatusArgs {
    /// Verify the checksums of the index
    #[arg(long)]
    check: bool,
}

pub(super) fn run(typed: &StatusArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let reader = Reader::open(&session.index)?;
    let files = reader.manifest()?.files;
    let mut state = State {
        index: session.index.display().to_string(),
        documents: reader.documents(),
        passages: reader.passages(),
        files: files.len() as u64,
        bytes: reader.bytes()?,
        age_seconds: age(&reader),
        changed: Vec::new(),
        vanished: Vec::new(),
        damaged: None,
    };
    for (file, record) in &files {
        match fs::metadata(file) {
            Err(_) => state.vanished.push(file.clone()),
            Ok(now) if changed(record, &now) => state.changed.push(file.clone()),
            Ok(_) => {}
        }
    }
    if typed.check {
        let damaged = reader.check()?;
        state.damaged = Some(damaged.into_iter().map(|path| path.display().to_string()).collect());
    }
    let damaged = state.damaged.as_ref().is_some_and(|files| !files.is_empty());
    print(&state, session)?;
    Ok(if damaged { Outcome::Failed } else { Outcome::Done })
}

fn age(reader: &Reader) -> Option<u64> {
    let written = fs::metadata(reader.folder().join("meta.json")).and_then(|meta| meta.modified()).ok()?;
    SystemTime::now().duration_since(written).ok().map(|age| age.as_secs())
}

fn changed(record: &FileRecord, now: &fs::Metadata) -> bool {
    let modified = now.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let modified = modified.map_or(0, |time| u64::try_from(time.as_nanos()).unwrap_or(u64::MAX));
    (record.size, record.modified) != (now.len(), modified)
}

fn print(state: &State, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(state);
    }
    let out = &mut session.out;
    writeln!(out, "index      {}, {}", clean(&state.index), bytes(state.bytes))?;
    writeln!(out, "holds      {}, {}", count(state.documents, "document"), count(state.passages, "passage"))?;
    writeln!(out, "from       {}", count(state.files, "file"))?;
    if let Some(seconds) = state.age_seconds {
        writeln!(out, "written    {}", ago(std::time::Duration::from_secs(seconds)))?;
    }
    list(out, "changed   ", &state.changed)?;
    list(out, "vanished  ", &state.vanished)?;
    match &state.damaged {
        Some(damaged) if damaged.is_empty() => writeln!(out, "checksums  right")?,
        Some(damaged) => {
            list(out, "damaged   ", damaged)?;
            session.tell("the index is damaged: run `tracuu index --rebuild`");
        }
        None => {}
    }
    Ok(())
}

fn list(out: &mut dyn Write, name: &str, files: &[String]) -> Result<(), Failure> {
    writeln!(out, "{name} {}", number(files.len() as u64))?;
    for file in files.iter().take(MAX_LISTED) {
        writeln!(out, "             {}", clean(file))?;
    }
    if files.len() > MAX_LISTED {
        writeln!(out, "             and {} more", number((files.len() - MAX_LISTED) as u64))?;
    }
    Ok(())
}
