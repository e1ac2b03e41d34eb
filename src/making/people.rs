//! The data files of names to the tables for names in queries.

use std::collections::{BTreeMap, BTreeSet};

use super::Result;
use super::data::Data;
use super::forms::exact;
use super::places;
use super::source::{Source, Words, list};
use crate::analysis::fold;

/// Flags of words, each by its name in the program.
type Flags = BTreeMap<String, BTreeSet<&'static str>>;

pub(crate) fn write() -> Result<()> {
    let offices = Data::read("mention/data/offices.txt")?;
    let mut source = Source::default();
    write_words(&mut source)?;
    write_titles(&mut source)?;
    write_phrases(&mut source, &offices)?;
    source.set("OFFICES", &offices.lines().map(|office| fold(office.text)).collect())?;
    write_aliases(&mut source)?;
    source.save("query_names.rs")
}

/// Family names and syllables of names.
fn write_words(source: &mut Source) -> Result<()> {
    let (mut by_exact, mut by_folded) = (Flags::new(), Flags::new());
    let mut mark = |word: &str, flag| {
        by_exact.entry(exact(word)).or_default().insert(flag);
        by_folded.entry(fold(word)).or_default().insert(flag);
    };
    for line in Data::read("mention/data/family_names.txt")?.lines() {
        let (word, strength) = line.parted(' ')?;
        mark(word, line.marked(strength, &[("strong", "flag::STRONG"), ("weak", "flag::WEAK")])?);
    }
    for line in Data::read("mention/data/name_syllables.txt")?.lines() {
        mark(line.text, "flag::SYLLABLE");
    }
    for (name, flags) in [("EXACT", by_exact), ("FOLDED", by_folded)] {
        let words = flags.into_iter().map(|(word, flags)| (word, Vec::from_iter(flags).join(" | ")));
        source.map(name, "u8", &words.collect::<Words>())?;
    }
    Ok(())
}

/// Words before a name, and whether they may be other words without their diacritics.
fn write_titles(source: &mut Source) -> Result<()> {
    let mut titles = BTreeMap::new();
    let mut meant = BTreeSet::new();
    for line in Data::read("mention/data/titles.txt")?.lines() {
        let (kind, title) = line.parted(' ')?;
        let kinds = ["any", "rank", "he", "she", "age", "one", "two", "many"];
        // these need more around them than a query has
        if line.marked(kind, &kinds.map(|kind| (kind, ["two", "many"].contains(&kind))))? {
            continue;
        }
        let (exact, folded) = (exact(title), fold(title));
        let lone = !folded.contains(' ') && !matches!(folded.as_str(), "ong" | "dc");
        if exact != folded {
            titles.entry(folded).or_insert(if lone { "Doubt::Folded" } else { "Doubt::None" });
        }
        meant.insert(exact);
    }
    titles.extend(meant.into_iter().map(|title| (title, "Doubt::None")));
    source.map("TITLES", "Doubt", &titles)
}

/// Phrases of several words that are no names.
fn write_phrases(source: &mut Source, offices: &Data) -> Result<()> {
    let [places, districts] = places::read()?;
    let of_places = places.lines().chain(districts.lines());
    let mut phrases: Vec<String> = offices.lines().chain(of_places).map(|line| line.text.to_owned()).collect();
    for path in ["mention/data/not_names.txt", "mention/data/query_pairs.txt"] {
        for line in Data::read(path)?.lines() {
            let (kind, phrase) = line.parted(' ')?;
            if line.marked(kind, &[("pair", true), ("word", false), ("body", false)])? {
                phrases.push(phrase.to_owned());
            }
        }
    }
    let mut forms = BTreeSet::new();
    for phrase in phrases {
        let exact = exact(&phrase);
        if exact.contains(' ') {
            forms.extend([exact, fold(&phrase)]);
        }
    }
    source.set("PHRASES", &forms)
}

/// Other names of well-known persons, by their sound.
fn write_aliases(source: &mut Source) -> Result<()> {
    let mut aliases: Words<Vec<(&str, &str)>> = Words::new();
    let data = Data::read("mention/data/aliases.txt")?;
    for line in data.lines() {
        let (alias, rest) = line.parted('\t')?;
        let (filed, needs) = rest.split_once('\t').unwrap_or((rest, ""));
        line.marked(needs, &[("", ()), ("doubtful", ()), ("inside", ())])?;
        if alias.contains(' ') && alias != filed {
            aliases.entry(fold(alias).replace('y', "i")).or_default().push((alias, filed));
        }
    }
    source.map("ALIASES", "&[(&str, &str)]", &list(aliases))
}
