//! An answer to what every passage of it should hold besides: all words of the query, and its times.

use rustc_hash::FxHashSet;

use crate::analysis::{Analysis, fold};
use crate::mention::date::DateMention;
use crate::mention::number::{Number, NumberMention};
use crate::query::{Filter, Part, Word};
use crate::search::Answer;
use crate::store::{Interval, StoredPassage};

/// What a query asks for.
pub(super) struct Asked {
    words: Vec<Wanted>,
    /// The folded words of what stands for others, each with those.
    stand_ins: Vec<(Vec<String>, Vec<String>)>,
    /// All forms of words that matter.
    known: FxHashSet<String>,
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
                Some(Part::Number(at)) => reading.numbers.get(at).map(|typed| typed.number.clone()),
                _ => None,
            },
        };
        let words: Vec<Wanted> = telling.map(wanted).collect();
        let stand_ins = answer
            .alternatives
            .iter()
            .map(|other| (fold(&other.typed).split(' ').map(str::to_owned).collect(), other.words.clone()));
        let stand_ins: Vec<(Vec<String>, Vec<String>)> = stand_ins.collect();
        let forms = words.iter().flat_map(|word| [&word.exact, &word.folded]);
        let known = forms.chain(stand_ins.iter().flat_map(|(_, words)| words)).cloned().collect();
        // the period that was set is a filter there too
        let filters = reading.filters.iter().filter_map(|filter| match filter {
            Filter::Date(date) => Some(&date.mention).filter(|mention| Some(*mention) != period),
            Filter::Number(_) | Filter::Person(_) | Filter::InForce(_) => None,
        });
        let named: Vec<&DateMention> = reading.dates.iter().map(|date| &date.mention).chain(filters).collect();
        let times = named.iter().filter(|mention| Interval::of(mention).is_some());
        let times: Vec<DateMention> = times.map(|mention| (*mention).clone()).collect();
        let is_impossible = times.is_empty() && named.iter().any(|mention| !mention.valid);
        Self { words, stand_ins, known, times, is_impossible }
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
        let mut held = Held::default();
        let headings = passage.section.iter().map(String::as_str);
        let people = passage.mentions.people.iter().map(|person| &*person.name);
        let file = passage.file.rsplit('/').next().unwrap_or_default();
        // most often the text alone holds them
        let mut parts = [&*passage.text, &*passage.title, file].into_iter().chain(headings).chain(people);
        parts.any(|part| {
            self.read(part, &mut held);
            self.words.iter().all(|word| self.holds(&held, word, &passage.mentions.numbers))
        })
    }

    /// Adds which of the words that matter stand in a text.
    fn read<'a>(&'a self, text: &str, held: &mut Held<'a>) {
        held.analysis.read(text);
        for word in held.analysis.words() {
            if let Some(known) = self.known.get(word.exact) {
                held.exact.insert(known);
            }
            if let Some(known) = self.known.get(word.folded) {
                held.folded.insert(known);
            }
        }
    }

    /// Whether a word stands in what was read, or the number that it is part of among those of the passage.
    fn holds(&self, held: &Held<'_>, word: &Wanted, numbers: &[NumberMention]) -> bool {
        let stands_in = |(typed, words): &(Vec<String>, Vec<String>)| {
            typed.contains(&word.folded) && words.iter().all(|word| held.folded.contains(&**word))
        };
        // typed or written without marks it is any word of its letters
        let letters = word.exact == word.folded && held.folded.contains(&*word.folded);
        let number = word.number.as_ref();
        let named = || number.is_some_and(|number| numbers.iter().any(|other| number.fit(&other.number).is_some()));
        letters
            || held.exact.contains(&*word.exact)
            || held.exact.contains(&*word.folded)
            || named()
            || self.stand_ins.iter().any(stands_in)
    }
}

/// Which of the words that matter stand in what was read.
#[derive(Default)]
struct Held<'a> {
    analysis: Analysis,
    exact: FxHashSet<&'a str>,
    folded: FxHashSet<&'a str>,
}
