//! A short or long form, or none, to what the documents and the table of common ones say of it.

use crate::archive::Abbreviation;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::session::Session;
use crate::snippet::text::clean;
use crate::terminal::row::Row;
use crate::voice::{Noun, Told};
use crate::wire::reports::InspectedAbbreviation;

/// Columns of the short form, of the long one at most, and of what knows it.
const SHORT: usize = 14;
const LONG: usize = 60;
const SOURCE: usize = 16;

pub(super) fn abbreviations(typed: &str, session: &mut Session) -> Result<Outcome, Failure> {
    let found = session.archive().abbreviations(Some(typed).filter(|typed| !typed.is_empty()))?;
    for entry in &found {
        let Abbreviation { short, long, passages } = entry;
        if session.json {
            session.print_json(&InspectedAbbreviation { short, long, passages: *passages })?;
            continue;
        }
        let source =
            passages.map_or_else(|| session.told(Told::CommonForms), |passages| session.count(passages, Noun::Passage));
        let columns = session.row_columns();
        let wide = columns.saturating_sub(SHORT + SOURCE + 2).clamp(SOURCE, LONG);
        let meant = format!("{:<wide$} {source}", clean(long));
        Row::labelled(&clean(short), SHORT, &meant).print(&mut session.out, 0, columns)?;
    }
    if found.is_empty() {
        session.tell(&session.told(match typed.is_empty() {
            true => Told::NoForms,
            false => Told::NoForm { typed },
        }));
    }
    Ok(if found.is_empty() { Outcome::Nothing } else { Outcome::Done })
}
