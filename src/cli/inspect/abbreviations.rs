//! A short or long form, or none, to what the documents and the table of common ones say of it.

use std::io::Write;

use crate::analysis::fold;
use crate::archive::Archive;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::session::Session;
use crate::mention::abbreviation::{known, shorts_of};
use crate::snippet::text::clean;
use crate::terminal::figures::count;
use crate::wire::reports::InspectedAbbreviation;

pub(super) fn abbreviations(typed: &str, session: &mut Session) -> Result<Outcome, Failure> {
    let archive = Archive::open(&*session.index)?;
    let wanted = fold(typed);
    let is_wanted = |form: &str| wanted.is_empty() || fold(form) == wanted;
    let entries = archive.abbreviations()?.into_iter();
    let defined = entries
        .filter(|entry| is_wanted(&entry.short) || is_wanted(&entry.long))
        .map(|entry| InspectedAbbreviation { short: entry.short, long: entry.long, passages: Some(entry.passages) });
    let mut found: Vec<InspectedAbbreviation> = defined.collect();
    // all of the table would hide what the documents say
    if !wanted.is_empty() {
        let common = |short: &str, long: &str| InspectedAbbreviation {
            short: short.to_owned(),
            long: long.to_owned(),
            passages: None,
        };
        let longs = known(typed).iter().map(|long| common(long.short, long.long));
        let shorts = shorts_of(&wanted).iter().map(|short| common(short, typed));
        for entry in longs.chain(shorts) {
            if !found
                .iter()
                .any(|other| (fold(&other.short), fold(&other.long)) == (fold(&entry.short), fold(&entry.long)))
            {
                found.push(entry);
            }
        }
    }
    for entry in &found {
        if session.json {
            session.print_json(entry)?;
            continue;
        }
        let source = entry.passages.map_or("table of common ones".to_owned(), |passages| count(passages, "passage"));
        writeln!(session.out, "{:<14} {:<60} {source}", clean(&entry.short), clean(&entry.long))?;
    }
    Ok(if found.is_empty() { Outcome::Nothing } else { Outcome::Done })
}
