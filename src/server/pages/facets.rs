//! The best passages of an answer to what they name and where they stand, counted; each is a link that narrows down.

use std::collections::{BTreeMap, BTreeSet};

use super::Link;
use super::shown::name_of;
use crate::query::is_place;
use crate::search::StoredPassage;
use crate::server::address::Address;
use crate::server::asked::Asked;
use crate::snippet::text::clean_line;

/// How many of each kind are shown.
const SHOWN: usize = 8;

/// What passages name and where they stand.
#[derive(Default)]
pub struct Facets {
    people: BTreeMap<String, usize>,
    numbers: BTreeMap<String, usize>,
    folders: BTreeMap<String, usize>,
    documents: BTreeMap<String, usize>,
    /// In how many passages each year is named.
    pub years: BTreeMap<i16, usize>,
    /// How many passages were counted.
    pub passages: usize,
}

impl Facets {
    /// Of passages.
    pub fn of(passages: &[StoredPassage]) -> Self {
        let mut facets = Self { passages: passages.len(), ..Self::default() };
        for passage in passages {
            let mentions = &passage.mentions;
            let people: BTreeSet<&String> = mentions.people.iter().map(|mention| &mention.name).collect();
            people.into_iter().for_each(|name| *facets.people.entry(name.clone()).or_default() += 1);
            let numbers: BTreeSet<String> = mentions.numbers.iter().map(|mention| mention.number.canonical()).collect();
            numbers.into_iter().for_each(|number| *facets.numbers.entry(number).or_default() += 1);
            let year =
                |from: jiff::civil::Date, to: jiff::civil::Date| (from.year() == to.year()).then_some(from.year());
            let years: BTreeSet<i16> = mentions
                .dates
                .iter()
                .filter_map(|date| date.from.zip(date.to))
                .filter_map(|(a, b)| year(a, b))
                .collect();
            years.into_iter().filter(|year| *year > 0).for_each(|year| *facets.years.entry(year).or_default() += 1);
            if let Some((folder, _)) = passage.file.rsplit_once('/') {
                *facets.folders.entry(format!("{folder}/")).or_default() += 1;
            }
            *facets.documents.entry(passage.doc.clone()).or_default() += 1;
        }
        facets
    }

    /// In how many documents they stand.
    pub fn documents(&self) -> usize {
        self.documents.len()
    }

    /// The people.
    pub fn people_links(&self, asked: &Asked) -> Vec<Link> {
        links(&self.people, "person", asked, str::to_owned)
    }

    /// The numbers.
    pub fn number_links(&self, asked: &Asked) -> Vec<Link> {
        links(&self.numbers, "number", asked, str::to_owned)
    }

    /// The folders, where there are several, or one was chosen.
    pub fn folder_links(&self, asked: &Asked) -> Vec<Link> {
        let is_chosen = asked.all("in").any(|place| place.ends_with('/'));
        if self.folders.len() < 2 && !is_chosen {
            return Vec::new();
        }
        links(&self.folders, "in", asked, str::to_owned).into_iter().filter(|link| link.text.ends_with('/')).collect()
    }

    /// The documents, where there are several, or one was chosen.
    pub fn document_links(&self, asked: &Asked) -> Vec<Link> {
        let is_chosen = asked.all("in").any(|place| !place.ends_with('/'));
        if self.documents.len() < 2 && !is_chosen {
            return Vec::new();
        }
        let links = links(&self.documents, "in", asked, |id| name_of(id).to_owned());
        links.into_iter().filter(|link| !link.text.is_empty()).collect()
    }
}

/// The times that were chosen, each a link without it.
pub fn chosen_times(asked: &Asked) -> Vec<Link> {
    let shown =
        |name: &'static str, text: String| Link { current: true, ..Link::new(text, without(asked, name, None)) };
    let words = asked.words();
    let from = asked.text("from").map(|from| shown("from", format!("{} {}", words.from, clean_line(from))));
    let to = asked.text("to").map(|to| shown("to", format!("{} {}", words.to, clean_line(to))));
    from.into_iter().chain(to).chain(asked.all("date").map(|date| shown("date", clean_line(date)))).collect()
}

/// What was counted as links, what was chosen first though nothing may be left of it.
fn links(counts: &BTreeMap<String, usize>, name: &str, asked: &Asked, text: impl Fn(&str) -> String) -> Vec<Link> {
    let words = asked.words();
    let mut most: Vec<(&String, &usize)> = counts.iter().collect();
    most.sort_by(|(one, a), (two, b)| b.cmp(a).then_with(|| one.cmp(two)));
    // an id may hold signs that make no pattern, and then it cannot be asked for
    most.retain(|(value, _)| name != "in" || is_place(value));
    let chosen: Vec<&str> = asked.all(name).collect();
    let count = |value: &str| counts.get(value).map(|count| (words.count)(*count as u64));
    let on = chosen.iter().map(|value| Link {
        text: clean_line(&text(value)),
        href: without(asked, name, Some(value)),
        count: count(value),
        current: true,
    });
    let off =
        most.iter().filter(|(value, _)| !chosen.contains(&value.as_str())).take(SHOWN).map(|(value, number)| Link {
            text: clean_line(&text(value)),
            href: asked.again(&["offset"]).with(name, value).done(),
            count: Some((words.count)(**number as u64)),
            current: false,
        });
    on.chain(off).collect()
}

/// The same search without a value of a parameter, or all of them.
fn without(asked: &Asked, name: &str, value: Option<&str>) -> String {
    let is_left = |(other, given): &(&str, &str)| {
        *other != "offset" && (*other != name || value.is_some_and(|value| value != *given))
    };
    Address::path(&asked.path).with_all(asked.others(&[]).filter(is_left)).done()
}
