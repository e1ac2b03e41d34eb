//! An answer to what every passage of it should hold besides: all words of the query, and its times.

use std::collections::HashSet;

use crate::analysis::{Analysis, fold};
use crate::mention::date::DateMention;
use crate::mention::number::Number;
use crate::query::{Filter, Part, Word};
use crate::search::Answer;
use crate::store::{Interval, StoredPassage};

/// What a query asks for.
pub(super) struct Asked {
    words: Vec<Wanted>,
    /// The folded words of what stands for others, each with those.
    stand_ins: Vec<(Vec<String>, Vec<String>)>,
    /// The days and periods that it names.
    pub(super) times: Vec<DateMention>,
    /// Whether all times that it names cannot be: `1960-13-01`.
    pub(super) is_impossible: bool,
}

/// A word that says something.
struct Wanted {
    exact: String,
    folded: String,
    /// The document number that it is part of, which may be written otherwise.
    number: Option<Number>,
}

impl Asked {
    /// Of the query of an answer: phrases, excluded words and filters are heeded there already, and so is a period that was set.
    pub(super) fn of(answer: &Answer, period: Option<&DateMention>) -> Self {
        let reading = &answer.reading;
        let loose = reading.groups.iter().filter(|group| !group.phrase).flat_map(|group| &group.words);
        let telling = loose.filter(|word| !word.stop && !matches!(word.part, Some(Part::Date(_))));
        let wanted = |word: &Word| Wanted {
            exact: word.exact.clone(),
            folded: word.folded.clone(),
            number: match word.part {
                Some(Part::Number(at)) => reading.numbers.get(at).cloned(),
                _ => None,
            },
        };
        let words = telling.map(wanted).collect();
        let stand_ins = answer
            .alternatives
            .iter()
            .map(|other| (fold(&other.typed).split(' ').map(str::to_owned).collect(), other.words.clone()));
        // the period that was set is a filter there too
        let filters = reading.filters.iter().filter_map(|filter| match filter {
            Filter::Date(date) => Some(&date.mention).filter(|mention| Some(*mention) != period),
            Filter::Number(_) | Filter::Person(_) | Filter::InForce(_) => None,
        });
        let named: Vec<&DateMention> = reading.dates.iter().map(|date| &date.mention).chain(filters).collect();
        let times = named.iter().filter(|mention| Interval::of(mention).is_some());
        let times: Vec<DateMention> = times.map(|mention| (*mention).clone()).collect();
        let is_impossible = times.is_empty() && named.iter().any(|mention| !mention.valid);
        Self { words, stand_ins: stand_ins.collect(), times, is_impossible }
    }

    /// Whether it asks for times alone, or for nothing.
    pub(super) fn has_no_words(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a passage with its title, file name and headings, and those whom it names, holds all words, in any
    /// short or long form.
    pub(super) fn is_answered_by(&self, passage: &StoredPassage) -> bool {
        if self.has_no_words() {
            return true;
        }
        let mut analysis = Analysis::default();
        let numbers = &passage.mentions.numbers;
        let (mut exact, mut folded) = (HashSet::new(), HashSet::new());
        let headings = passage.section.iter().map(String::as_str);
        let people = passage.mentions.people.iter().map(|person| &*person.name);
        let file = passage.file.rsplit('/').next().unwrap_or_default();
        for part in [&*passage.text, &*passage.title, file].into_iter().chain(headings).chain(people) {
            analysis.read(part);
            for word in analysis.words() {
                exact.insert(word.exact.to_owned());
                folded.insert(word.folded.to_owned());
            }
        }
        let stands = |word: &Wanted| {
            self.stand_ins
                .iter()
                .any(|(typed, words)| typed.contains(&word.folded) && words.iter().all(|word| folded.contains(word)))
        };
        // typed or written without marks it is any word of its letters
        let held = |word: &Wanted| {
            let letters = word.exact == word.folded && folded.contains(&word.folded);
            let number = word.number.as_ref();
            let named = || number.is_some_and(|number| numbers.iter().any(|other| number.fit(&other.number).is_some()));
            letters || named() || exact.contains(&word.exact) || exact.contains(&word.folded) || stands(word)
        };
        self.words.iter().all(held)
    }
}
