//! The data files of document numbers to their tables: types, issuers, offices, words behind a number, provinces.

use std::collections::BTreeSet;

use super::Result;
use super::data::Data;
use super::forms::exact;
use super::source::{Source, Words};
use crate::analysis::fold;

/// A line of `document_types.txt`: abbreviation, words, what a number behind them needs.
type Kind<'a> = (&'a str, &'a str, &'static str);

/// A line of `issuers.txt`: symbol, form, words.
type Issuer<'a> = (&'a str, &'static str, &'a str);

pub(crate) fn write() -> Result<()> {
    let data = Data::read("mention/data/document_types.txt")?;
    let kinds = kinds(&data)?;
    let data = Data::read("mention/data/issuers.txt")?;
    let issuers = issuers(&data)?;
    let mut source = Source::shared("pub(super) ");
    write_types(&mut source, &kinds)?;
    source.map("PARTS", "Part", &parts(&kinds, &issuers))?;
    let issuer_words = |(symbol, _, words): &Issuer| {
        let symbol = format!("{symbol:?}");
        words.split(';').map(|words| (fold(words), symbol.clone())).collect::<Vec<_>>()
    };
    let issuer_words = issuers.iter().flat_map(issuer_words).filter(|(words, _)| !words.is_empty());
    source.map("ISSUER_WORDS", "&str", &issuer_words.collect::<Words>())?;
    let offices = Data::read("mention/data/offices.txt")?;
    source.set("OFFICES", &offices.lines().map(|office| exact(office.text)).collect())?;
    write_behind(&mut source)?;
    source.save("numbers.rs")?;
    write_provinces()
}

fn kinds(data: &Data) -> Result<Vec<Kind<'_>>> {
    let needs = [("alone", "Nothing"), ("verb", "Capital"), ("issuer", "Issuer"), ("so", "So"), ("symbol", "Symbol")];
    let mut kinds = Vec::new();
    for line in data.lines() {
        let fields: Vec<&str> = line.text.split('\t').collect();
        let [abbreviation, words, need] = fields[..] else { return line.fault("three parts are to stand here") };
        kinds.push((abbreviation, words, line.marked(need, &needs)?));
    }
    Ok(kinds)
}

fn issuers(data: &Data) -> Result<Vec<Issuer<'_>>> {
    let mut issuers = Vec::new();
    for line in data.lines() {
        let fields: Vec<&str> = line.text.split('\t').collect();
        let [symbol, form, words] = fields[..] else { return line.fault("three parts are to stand here") };
        issuers.push((symbol, line.marked(form, &[("party", "Party"), ("", "State")])?, words));
    }
    Ok(issuers)
}

/// Types by their words in either form, the last words of types, and the names of types by their abbreviations.
fn write_types(source: &mut Source, kinds: &[Kind]) -> Result<()> {
    let (mut types, mut folded, mut names) = (Words::new(), Words::new(), Words::new());
    for (abbreviation, words, needs) in kinds {
        let value = format!("TypeWords {{ abbreviation: {abbreviation:?}, needs: Needs::{needs} }}");
        types.entry(exact(words)).or_insert(value.clone());
        folded.entry(fold(words)).or_insert(value);
        if !abbreviation.is_empty() {
            names.entry((*abbreviation).to_owned()).or_insert(format!("{words:?}"));
        }
    }
    let mut last = Words::from([("số".to_owned(), 0), ("sô".to_owned(), 0)]);
    for words in types.keys() {
        let longest = last.entry(words.rsplit(' ').next().unwrap_or_default().to_owned()).or_default();
        *longest = words.split(' ').count().max(*longest);
    }
    let mut ends = [[0u64; 4]; 256];
    for word in last.keys() {
        let cases = [word.to_owned(), word.to_uppercase()];
        for (first, last) in cases.iter().flat_map(|first| cases.iter().map(move |last| (first, last))) {
            if let (Some(&first), Some(&last)) = (first.as_bytes().first(), last.as_bytes().last()) {
                ends[usize::from(first)][usize::from(last / 64)] |= 1 << (last % 64);
            }
        }
    }
    source.map("TYPES", "TypeWords", &types)?;
    source.map("FOLDED_TYPES", "TypeWords", &folded)?;
    source.map("LAST_WORDS", "usize", &last)?;
    source.item("LAST_WORD_ENDS", "[[u64; 4]; 256]", format_args!("{ends:?}"));
    let mut source = Source::default();
    source.map("TYPE_NAMES", "&str", &names)?;
    source.save("type_names.rs")
}

/// Parts of symbols.
fn parts(kinds: &[Kind], issuers: &[Issuer]) -> Words {
    // a code of laws has the symbol of laws: `BL` elsewhere is a receipt
    let kinds: Vec<&str> = kinds.iter().map(|(kind, ..)| *kind).filter(|kind| !matches!(*kind, "" | "BL")).collect();
    let of_type = |kind: &str| format!("Part::Type({kind:?})");
    let of_issuer = |(symbol, form, _): &Issuer| format!("Part::Issuer({symbol:?}, Form::{form})");
    let mut parts: Words = kinds.iter().map(|kind| (exact(kind), of_type(kind))).collect();
    for issuer in issuers {
        parts.entry(exact(issuer.0)).or_insert_with(|| of_issuer(issuer));
    }
    // without diacritics `hd` is what stands first in the table, HD and not HĐ
    for kind in kinds {
        parts.entry(fold(kind)).or_insert_with(|| of_type(kind));
    }
    for issuer in issuers {
        parts.entry(fold(issuer.0)).or_insert_with(|| of_issuer(issuer));
    }
    // each in capitals too, as it is mostly written
    for (part, known) in parts.clone() {
        parts.entry(part.to_uppercase()).or_insert(known);
    }
    parts
}

fn write_behind(source: &mut Source) -> Result<()> {
    let data = Data::read("mention/data/words_behind_numbers.txt")?;
    let (mut behind, mut counted) = (Words::new(), BTreeSet::new());
    for line in data.lines() {
        let (mark, word) = line.parted(' ')?;
        let says = line.marked(mark, &[("+", "Behind::Follows"), ("-", "Behind::Counted")])?;
        if says == "Behind::Counted" {
            counted.insert(fold(word));
        }
        if behind.insert(word.to_owned(), says).is_some() {
            return line.fault("another line has the same word");
        }
    }
    let follows: BTreeSet<String> =
        behind.iter().filter(|(_, says)| **says == "Behind::Follows").map(|(word, _)| fold(word)).collect();
    source.map("BEHIND", "Behind", &behind)?;
    source.set("FOLDED_COUNTED", &counted)?;
    source.set("FOLDED_FOLLOWS", &follows)
}

fn write_provinces() -> Result<()> {
    let mut provinces = Words::new();
    for line in Data::read("mention/data/provinces.txt")?.lines() {
        let name = line.text.split(';').next().unwrap_or_default();
        for spelling in line.text.split(';') {
            if provinces.insert(exact(spelling), format!("{name:?}")).is_some_and(|other| other != format!("{name:?}"))
            {
                return line.fault("another line has the same spelling");
            }
        }
    }
    let mut source = Source::default();
    source.map("PROVINCES", "&str", &provinces)?;
    source.save("provinces.rs")
}
