//! A short or long form to what the documents and the table of common ones say of it.

use crate::analysis::fold;
use crate::error::Result;
use crate::mention::abbreviation::{known, shorts_of};
use crate::store::Reader;

/// A short form and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The short form.
    pub short: String,
    /// The long form.
    pub long: String,
    /// In how many passages it is defined; none for those that only the table of common ones has.
    pub passages: Option<u64>,
}

impl Abbreviation {
    /// Both forms without diacritics and case.
    fn folded(&self) -> (String, String) {
        (fold(&self.short), fold(&self.long))
    }
}

/// What the documents define, most often defined first, then what is common; all that the documents define where no
/// form is given.
pub(super) fn find(reader: &Reader, form: Option<&str>) -> Result<Vec<Abbreviation>> {
    let defined = reader.abbreviations()?.into_iter();
    let defined = defined.map(|entry| {
        let passages = Some(entry.passages);
        Abbreviation { short: entry.short, long: entry.long, passages }
    });
    let Some(form) = form else { return Ok(defined.collect()) };
    let wanted = fold(form);
    let is_wanted = |entry: &Abbreviation| {
        let (short, long) = entry.folded();
        short == wanted || long == wanted
    };
    let mut found: Vec<Abbreviation> = defined.filter(is_wanted).collect();
    let common =
        |short: &str, long: &str| Abbreviation { short: short.to_owned(), long: long.to_owned(), passages: None };
    let longs = known(form).iter().map(|long| common(long.short, long.long));
    let shorts = shorts_of(&wanted).iter().map(|short| common(short, form));
    for entry in longs.chain(shorts) {
        if !found.iter().any(|other| other.folded() == entry.folded()) {
            found.push(entry);
        }
    }
    Ok(found)
}
