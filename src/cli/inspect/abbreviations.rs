//! A short or long form, or none, to what the documents and the table of common ones say of it.

use std::io::Write;

use crate::archive::Abbreviation;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::session::Session;
use crate::snippet::text::clean;
use crate::terminal::figures::count;
use crate::wire::reports::InspectedAbbreviation;

pub(super) fn abbreviations(typed: &str, session: &mut Session) -> Result<Outcome, Failure> {
    let found = session.archive().abbreviations(Some(typed).filter(|typed| !typed.is_empty()))?;
    for entry in &found {
        let Abbreviation { short, long, passages } = entry;
        if session.json {
            session.print_json(&InspectedAbbreviation { short, long, passages: *passages })?;
            continue;
        }
        let source = passages.map_or("table of common ones".to_owned(), |passages| count(passages, "passage"));
        writeln!(session.out, "{:<14} {:<60} {source}", clean(short), clean(long))?;
    }
    if found.is_empty() {
        session.tell(&match typed.is_empty() {
            true => "the documents define no short form".to_owned(),
            false => format!("no form is known as {typed}, neither in the documents nor in the table of common ones"),
        });
    }
    Ok(if found.is_empty() { Outcome::Nothing } else { Outcome::Done })
}
