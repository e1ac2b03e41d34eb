//! The data file of short forms to the tables that find them, and their long forms.

use unicode_normalization::UnicodeNormalization;

use super::Result;
use super::data::Data;
use super::forms;
use super::source::{Source, Words, list};
use crate::analysis::{fold, unmarked};

/// A short form with a long one.
#[derive(Clone)]
struct Long<'a> {
    short: &'a str,
    long: &'a str,
    initials: bool,
}

pub(crate) fn write() -> Result<()> {
    let data = Data::read("mention/data/abbreviations.txt")?;
    let (mut by_exact, mut by_folded) = (Words::<Vec<Long>>::new(), Words::<Vec<Long>>::new());
    let (mut shorts, mut lengths) = (Words::<Vec<&str>>::new(), Words::<usize>::new());
    for line in data.lines() {
        let (short, longs) = line.parted('\t')?;
        let exact: String = forms::words(short).0.concat().nfc().collect();
        let folded = unmarked(&exact);
        for long in longs.split("; ") {
            let foreign = long.strip_prefix('~');
            let entry = Long { short, long: foreign.unwrap_or(long), initials: foreign.is_none() };
            let words = fold(entry.long);
            if words.is_empty() || exact.is_empty() {
                return line.fault("a form without a word");
            }
            if let Some(first) = words.split(' ').next() {
                let length = lengths.entry(first.to_owned()).or_default();
                *length = (*length).max(words.split(' ').count());
            }
            let known = shorts.entry(words).or_default();
            if !known.contains(&short) {
                known.push(short);
            }
            for (table, key) in [(&mut by_folded, &folded), (&mut by_exact, &exact)] {
                let longs = table.entry(key.clone()).or_default();
                // two spellings of one short form are one: TƯ and T.Ư
                if !longs.iter().any(|known| known.long == entry.long) {
                    longs.push(entry.clone());
                }
            }
        }
    }
    by_folded.values_mut().for_each(|longs| longs.sort_by_key(|long| !long.short.is_ascii()));
    // a form without diacritics is looked up by its folded form
    by_exact.retain(|exact, _| !exact.is_ascii());
    let mut source = Source::default();
    source.map("EXACT", "&[Long]", &longs(by_exact))?;
    source.map("FOLDED", "&[Long]", &longs(by_folded))?;
    source.map("SHORTS", "&[&str]", &list(shorts))?;
    source.map("LENGTHS", "usize", &lengths)?;
    source.save("abbreviations.rs")
}

fn longs(words: Words<Vec<Long>>) -> Words {
    let long = |Long { short, long, initials }: &Long| {
        format!("Long {{ short: {short:?}, long: {long:?}, initials: {initials} }}")
    };
    let longs = |longs: Vec<Long>| format!("&[{}]", longs.iter().map(long).collect::<Vec<_>>().join(", "));
    words.into_iter().map(|(word, known)| (word, longs(known))).collect()
}
