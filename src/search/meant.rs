//! What a query names a document by to the documents of the index that it may mean: by number, or by title a law or
//! what is issued with a document.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::error::Result;
use crate::mention::number::Number;
use crate::mention::{Paper, Relation};
use crate::store::{
    Clause, Dictionary, Field, NumberEntry, NumberTerms, Side, StoredPassage, Term, number_entries, paper_name,
    title_name, written,
};

/// So many documents at most may be meant.
const MAX_MEANT: usize = 3;

/// So many passages at most tell the number of a law that is named by its title.
const MAX_NAMING: usize = 256;

/// What the title of a law holds that amends others, folded.
const AMENDING: &str = "sua doi bo sung mot so dieu";

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

/// The documents that may be meant by a title, each with its names in the index, by the passages that name it; the
/// title itself last, where it is asked what others do and lines that name no number may tell.
pub(super) fn by_title(
    (typed, year): (&str, Option<i16>),
    naming: &[StoredPassage],
    asks_others: bool,
) -> Vec<(Meant, Vec<Name>)> {
    let title = title_name(typed);
    let issued = issued_with(naming, &title, year);
    let is_thing = !issued.is_empty();
    let numbers = if is_thing { issued } else { numbers_of(naming, &title, year) };
    let mut meant: Vec<(Meant, Vec<Name>)> =
        numbers.into_iter().map(|(number, written)| numbered(number, written)).collect();
    let itself = || (Meant { number: None, name: typed.to_owned() }, vec![(title.clone(), year)]);
    match (&mut meant[..], year) {
        ([], _) => meant.push(itself()),
        // with what it is issued is told of the thing by its title
        ([(_, names), ..], _) if is_thing => names.push((title, None)),
        ([(_, names)], Some(_)) => names.push((title, year)),
        // what names no year may mean any of them
        _ if asks_others => meant.push(itself()),
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

/// What finds the passages that may tell the number of a law of this title, and how many of them are read: first those
/// in which `số` stands behind it.
pub(super) fn naming(typed: &str, year: Option<i16>) -> [(Clause, usize); 2] {
    let title = title_name(typed);
    let term = |word: &str| Term::new(Field::Folded, word);
    let digits = year.map(|year| Clause::Term(term(&year.to_string())));
    let holding =
        |words: Vec<Term>| Clause::All(std::iter::once(Clause::Phrase(words)).chain(digits.clone()).collect());
    let words: Vec<Term> = title.split(' ').map(term).collect();
    let numbered = words.iter().cloned().chain([term("so")]).collect();
    [(holding(numbered), MAX_NAMING), (holding(words), MAX_NAMING)]
}

/// The numbers of the documents that passages say something of this title is issued with, as they are written, the
/// latest first.
fn issued_with(naming: &[StoredPassage], title: &str, year: Option<i16>) -> Vec<(Number, String)> {
    let mut found = Found::default();
    for passage in naming {
        for told in passage.mentions.relations.iter().filter(|told| told.relation == Relation::IssuedWith) {
            if let Paper::Number(number) = &told.to
                && is_of_year(number, year)
                && paper_name(&told.of).is_some_and(|name| name == title)
            {
                found.add(number, || written(&passage.mentions, number, told, Side::Does));
            }
        }
    }
    found.latest(MAX_MEANT)
}

/// The numbers that passages give a law of this title, as they are written, the latest first.
fn numbers_of(naming: &[StoredPassage], title: &str, year: Option<i16>) -> Vec<(Number, String)> {
    let mut found = Found::default();
    for passage in naming {
        for mention in &passage.mentions.numbers {
            if is_law(&mention.number) && is_of_year(&mention.number, year) && is_titled(passage, &mention.range, title)
            {
                found.add(&mention.number, || mention.written.clone());
            }
        }
    }
    found.latest(if year.is_some() { 1 } else { MAX_MEANT })
}

/// Whether a number is one of laws: of the National Assembly or its committee.
fn is_law(number: &Number) -> bool {
    let issuer = number.issuer.as_deref().unwrap_or_default();
    let kind = number.kind.as_deref().unwrap_or_default();
    matches!(kind, "L" | "BL" | "PL") || issuer.starts_with("QH") || issuer.starts_with("UBTVQH")
}

/// Numbers by their canonical forms, each with how often it was found and how it is written.
#[derive(Default)]
struct Found(BTreeMap<String, (usize, Number, String)>);

impl Found {
    fn add(&mut self, number: &Number, written: impl FnOnce() -> String) {
        let entry = self.0.entry(number.canonical()).or_insert_with(|| (0, number.clone(), written()));
        entry.0 += 1;
    }

    fn latest(self, most: usize) -> Vec<(Number, String)> {
        let mut numbers: Vec<_> = self.0.into_values().collect();
        numbers.sort_by_key(|(count, number, _)| Reverse((number.year, *count)));
        numbers.truncate(most);
        numbers.into_iter().map(|(_, number, written)| (number, written)).collect()
    }
}

/// Whether a number is of the year that a title is named with, if it is named with one.
fn is_of_year(number: &Number, year: Option<i16>) -> bool {
    year.is_none_or(|year| number.year.map(i32::from) == Some(i32::from(year)))
}

/// Whether a number stands in a passage together with this title: `Luật Giá số 16/2023/QH15`, `Luật số 16/2023/QH15 Giá`.
fn is_titled(passage: &StoredPassage, range: &Range<usize>, title: &str) -> bool {
    let Some((before, inside, behind)) = parts(&passage.text, range) else { return false };
    let (inside, kind) = (title_name(inside), title.split(' ').next().unwrap_or_default());
    let is_named = |text: &str| {
        let named = text.trim_end_matches(" so");
        let named = named.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().trim_end_matches(" nam");
        named == title || named.strip_suffix(title).is_some_and(|before| before.ends_with(' '))
    };
    // the title of a law that amends others ends with theirs
    let clause = before.rsplit([';', '.', '\n']).next().unwrap_or_default();
    let is_amending = |text: &str| text.contains(AMENDING) && !title.contains(AMENDING);
    if is_amending(&inside) || is_amending(&title_name(clause)) {
        return false;
    }
    if is_named(inside.rsplit_once(" so ").map_or(&*inside, |(named, _)| named)) || is_named(&title_name(before)) {
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
            let range = mentions.numbers.last().map(|mention| mention.range.clone()).expect(text);
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
        let amending = "Luật sửa đổi, bổ sung một số điều của Luật Đường sắt, Luật Giá số 44/2024/QH15.";
        check(amending, "Luật Giá", false);
        check("Thông tư số 5/2020/TT-BTC và Luật Giá số 16/2023/QH15.", "Luật Giá", true);
    }
}
