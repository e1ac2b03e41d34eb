//! What a query names a document by to the documents of the index that it may mean: by number, or a law by its title.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::error::Result;
use crate::mention::number::Number;
use crate::store::{
    Clause, Dictionary, Field, NumberEntry, NumberTerms, StoredPassage, Term, number_entries, title_name,
};

/// So many documents at most may be meant.
const MAX_MEANT: usize = 3;

/// So many passages at most tell the number of a law that is named by its title.
const MAX_NAMING: usize = 256;

/// A document that may be meant.
#[derive(Clone)]
pub(crate) struct Meant {
    /// Its number, where it is known.
    pub(super) number: Option<Number>,
    /// Its number as the papers write it, or its title.
    pub(super) name: String,
}

/// A name of a document in the index, and the year that its title must be named with.
pub(crate) type Name = (String, Option<i16>);

/// The documents that may be meant by a number, each with its names in the index.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(super) fn by_number(terms: &dyn Dictionary, number: &Number) -> Result<Vec<(Meant, Vec<Name>)>> {
    let fitting = fitting(terms, number)?.into_iter();
    Ok(fitting.map(|entry| numbered(entry.number, entry.written)).collect())
}

/// The documents that may be meant by a title, each with its names in the index, by the passages that name it.
pub(super) fn by_title(typed: &str, year: Option<i16>, naming: &[StoredPassage]) -> Vec<(Meant, Vec<Name>)> {
    let title = title_name(typed);
    let numbers = numbers_of(naming, &title, year);
    let mut meant: Vec<(Meant, Vec<Name>)> =
        numbers.into_iter().map(|(number, written)| numbered(number, written)).collect();
    match (&mut meant[..], year) {
        // what names no year may mean another
        ([], _) => meant.push((Meant { number: None, name: typed.to_owned() }, vec![(title, year)])),
        ([(_, names)], Some(_)) => names.push((title, year)),
        _ => {}
    }
    meant
}

fn numbered(number: Number, written: String) -> (Meant, Vec<Name>) {
    let name = (number.canonical(), None);
    (Meant { number: Some(number), name: written }, vec![name])
}

/// The documents of the index that fit a number best, those that most passages name first.
fn fitting(terms: &dyn Dictionary, number: &Number) -> Result<Vec<NumberEntry>> {
    let (entries, _) = number_entries(terms, NumberTerms::Digits(&number.number), usize::MAX)?;
    let mut fitting: Vec<_> =
        entries.into_iter().filter_map(|entry| Some((number.fit(&entry.number)?, entry))).collect();
    let best = fitting.iter().map(|(fit, _)| *fit).max();
    fitting.retain(|(fit, _)| Some(*fit) == best);
    let mut documents: BTreeMap<String, NumberEntry> = BTreeMap::new();
    for (_, entry) in fitting {
        let known = documents.entry(entry.number.canonical());
        known.and_modify(|known| known.passages += entry.passages).or_insert(entry);
    }
    let mut documents: Vec<NumberEntry> = documents.into_values().collect();
    let fullness = |entry: &NumberEntry| (entry.number.year.is_some(), entry.number.symbol.is_some(), entry.passages);
    documents.sort_by_key(|entry| Reverse(fullness(entry)));
    documents.truncate(MAX_MEANT);
    Ok(documents)
}

/// What finds the passages that may tell the number of a law of this title, and how many of them are read.
pub(super) fn naming(typed: &str, year: Option<i16>) -> (Clause, usize) {
    let title = title_name(typed);
    let words = title.split(' ').map(|word| Term::new(Field::Folded, word)).collect();
    let digits = year.map(|year| Clause::Term(Term::new(Field::Folded, year.to_string())));
    (Clause::All(std::iter::once(Clause::Phrase(words)).chain(digits).collect()), MAX_NAMING)
}

/// The numbers that passages give a law of this title, as they are written, the latest first.
fn numbers_of(naming: &[StoredPassage], title: &str, year: Option<i16>) -> Vec<(Number, String)> {
    let mut found: BTreeMap<String, (usize, Number, String)> = BTreeMap::new();
    for passage in naming {
        for mention in &passage.mentions.numbers {
            let is_of_year = year.is_none_or(|year| mention.number.year.map(i32::from) == Some(i32::from(year)));
            if is_of_year && is_titled(passage, &mention.range, title) {
                let written = mention.written.clone();
                let entry = found.entry(mention.number.canonical()).or_insert((0, mention.number.clone(), written));
                entry.0 += 1;
            }
        }
    }
    let mut numbers: Vec<_> = found.into_values().collect();
    numbers.sort_by_key(|(count, number, _)| Reverse((number.year, *count)));
    numbers.truncate(if year.is_some() { 1 } else { MAX_MEANT });
    numbers.into_iter().map(|(_, number, written)| (number, written)).collect()
}

/// Whether a number stands in a passage together with this title: `Luật Giá số 16/2023/QH15`, `Luật số 16/2023/QH15 Giá`.
fn is_titled(passage: &StoredPassage, range: &Range<usize>, title: &str) -> bool {
    let Some((before, inside, behind)) = parts(&passage.text, range) else { return false };
    let (inside, kind) = (title_name(inside), title.split(' ').next().unwrap_or_default());
    let is_named = |text: &str| {
        let named = text.split(" so ").next().unwrap_or_default().trim_end_matches(" so");
        let named = named.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().trim_end_matches(" nam");
        named == title || named.strip_suffix(title).is_some_and(|before| before.ends_with(' '))
    };
    if is_named(&inside) || is_named(&title_name(before)) {
        return true;
    }
    // the type alone stands before the number
    let subject = title.strip_prefix(kind).unwrap_or(title).trim_start();
    let subject = if kind == "bo" { subject.trim_start_matches("luat ") } else { subject };
    let behind = title_name(behind);
    let behind = behind.strip_prefix("ve ").unwrap_or(&behind);
    let is_behind = behind.strip_prefix(subject).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ngay "));
    inside.starts_with(kind) && is_behind
}

/// The text before, in and behind a range, as far as it may be a title.
fn parts<'a>(text: &'a str, range: &Range<usize>) -> Option<(&'a str, &'a str, &'a str)> {
    const REACH: usize = 240;
    let first = (range.start.saturating_sub(REACH)..=range.start).find(|at| text.is_char_boundary(*at))?;
    let last = (range.end..=text.len().min(range.end + REACH)).rev().find(|at| text.is_char_boundary(*at))?;
    let line = text.get(range.end..last)?;
    // a title ends with its clause
    let end = line.find([';', '.', '\n', '(']).unwrap_or(line.len());
    Some((text.get(first..range.start)?, text.get(range.clone())?, &line[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Mentions;

    #[test]
    fn titles_stand_before_or_behind_their_numbers() {
        let check = |text: &str, title: &str, expected: bool| {
            let mentions = Mentions::of(text, None);
            let range = mentions.numbers.first().map(|mention| mention.range.clone()).expect(text);
            let passage = StoredPassage { text: text.to_owned(), ..StoredPassage::default() };
            assert_eq!(is_titled(&passage, &range, &title_name(title)), expected, "{text}");
        };
        check("Luật Giá số 16/2023/QH15 có hiệu lực.", "Luật Giá", true);
        check("Căn cứ Luật Giá năm 2023 số 16/2023/QH15;", "luat gia", true);
        check("(Điều 1 Luật số 16/2023/QH15 Giá ngày 19/6/2023)", "Luật Giá", true);
        check("Bộ luật số 45/2019/QH14 Lao động.", "Bộ luật Lao động", true);
        check("Bộ luật Lao động số 45/2019/QH14.", "Bộ luật Lao động", true);
        check("Luật số 16/2023/QH15 về giá.", "Luật Giá", true);
        check("Luật Giá cước số 16/2023/QH15.", "Luật Giá", false);
        check("Luật số 16/2023/QH15 về giá cước.", "Luật Giá", false);
        check("Luật Đất đai số 31/2024/QH15 thay Luật Giá.", "Luật Giá", false);
    }
}
