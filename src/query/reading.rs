//! What a query means: groups of words, what must not be there, where to look.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;

use super::address::Address;
#[cfg(feature = "cli")]
use super::filter_name::FilterName;
use super::inquiry::Inquiry;
use super::notice::Notice;
use super::piece::Piece;
use super::place::Place;
use super::question::Question;
use super::typed_number::TypedNumber;
use super::word::{Part, Word};
use crate::mention::date::{self, DateMention, NoTime};
use crate::mention::person::QueryName;

/// What the program understood of a query.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Plain text and phrases, in order.
    pub(crate) groups: Vec<Group>,
    /// What passages must not hold.
    pub(crate) excluded: Vec<Group>,
    /// Where to look: documents and files whose id or path one of these matches.
    pub(crate) places: Vec<Place>,
    /// The document numbers that were typed.
    pub numbers: Vec<TypedNumber>,
    /// The days and periods that were typed.
    pub dates: Vec<TypedDate>,
    /// What may be names of people.
    pub people: Vec<TypedName>,
    /// What every hit must name besides.
    pub(crate) filters: Vec<Filter>,
    /// Where not to look.
    pub(crate) excluded_places: Vec<Place>,
    /// What no hit may name.
    pub(crate) excluded_filters: Vec<Filter>,
    /// What kind of answer it asks for.
    pub(crate) question: Option<Question>,
    /// What it asks of a document: whether it is in force, what others do to it.
    pub(crate) inquiry: Option<Inquiry>,
    /// The place within a paper that it names.
    pub(crate) address: Option<Address>,
    /// Whether it was typed with diacritics anywhere, so that a word without them may be meant so.
    pub marked: bool,
    /// Whether it is in English.
    pub english: bool,
    /// What was not taken as its writer may have meant it.
    pub notices: Vec<Notice>,
}

fn typed(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| &*word.typed).collect();
    words.join(" ")
}

/// A day or period in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDate {
    /// As it was typed.
    pub typed: String,
    /// What it means.
    pub mention: DateMention,
    /// Whether it was given as two days, and not typed.
    pub(crate) is_given: bool,
}

impl TypedDate {
    /// The whole of `value` as a day or period.
    pub(super) fn read(value: &str) -> Result<Self, NoTime> {
        date::read_whole(value).map(|mention| Self { typed: value.to_owned(), mention, is_given: false })
    }

    /// The notice for a time that cannot be.
    pub fn fault(&self) -> Option<Notice> {
        self.mention.fault().map(|fault| Notice::Time { typed: self.typed.clone(), fault })
    }

    /// It as a notice names it.
    pub(crate) fn asked(&self) -> Piece {
        match self.is_given {
            true => Piece::Between { from: self.mention.from, to: self.mention.to },
            false => Piece::Text(self.typed.clone()),
        }
    }

    /// Whether it is nothing but a figure that may mean something else: `1643`.
    pub fn is_bare(&self) -> bool {
        self.typed.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// What may be the name of a person in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedName {
    /// As it was typed, without title.
    pub typed: String,
    /// Its syllables.
    pub(crate) name: QueryName,
}

/// A mention that every hit must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// `số:`: a document by its number.
    Number(TypedNumber),
    /// `ngày:`: a day or period that overlaps.
    Date(TypedDate),
    /// `người:`: a person.
    Person(TypedName),
    /// `hiệu lực:`: a day on which its document is in force, as far as the documents tell.
    InForce(TypedDate),
}

#[cfg(feature = "cli")]
impl Filter {
    /// It as a notice names it, or what it excludes.
    fn asked(&self, excluded: bool) -> Piece {
        let filter = |name, value: &str| Piece::Filter { name, value: value.to_owned(), excluded };
        match self {
            Self::Number(typed) => filter(FilterName::Number, &typed.number.canonical()),
            Self::Date(date) if date.is_given => date.asked(),
            Self::Date(date) => filter(FilterName::Date, &date.typed),
            Self::Person(name) => filter(FilterName::Person, &name.typed),
            Self::InForce(day) => filter(FilterName::InForce, &day.typed),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(typed) => write!(f, "number:{}", typed.number.canonical()),
            Self::Date(date) => write!(f, "date:{}", date.typed),
            Self::Person(name) => write!(f, "person:{}", name.typed),
            Self::InForce(day) => write!(f, "in-force:{}", day.typed),
        }
    }
}

/// Words that were typed side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The words in order.
    pub words: Vec<Word>,
    /// Folded forms of symbols written without blanks, each covering some of the words.
    pub symbols: Vec<String>,
    /// Whether the words must stand side by side.
    pub phrase: bool,
    /// Places and organizations: ranges of the words.
    pub names: Vec<Range<usize>>,
}

impl Reading {
    /// All words that are looked for, in order.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.groups.iter().flat_map(|group| &group.words)
    }

    /// Takes a name for plain words.
    pub(super) fn take_for_words(&mut self, name: usize) {
        self.people.remove(name);
        for word in self.groups.iter_mut().flat_map(|group| &mut group.words) {
            word.part = match word.part {
                Some(Part::Person(at)) if at == name => None,
                Some(Part::Person(at)) if at > name => Some(Part::Person(at - 1)),
                part => part,
            };
        }
    }

    /// All filters, as they may be typed.
    pub fn typed_filters(&self) -> Vec<String> {
        let place = |place: &Place| format!("in:{}", place.typed);
        let excluded =
            self.excluded_filters.iter().map(Filter::to_string).chain(self.excluded_places.iter().map(place));
        let wanted = self.filters.iter().map(Filter::to_string).chain(self.places.iter().map(place));
        wanted.chain(excluded.map(|filter| format!("-{filter}"))).collect()
    }

    /// All filters, as notices name them.
    #[cfg(feature = "cli")]
    pub(crate) fn asked_filters(&self) -> Vec<Piece> {
        let place = |excluded| {
            move |place: &Place| Piece::Filter { name: FilterName::In, value: place.typed.clone(), excluded }
        };
        let filter = |excluded| move |filter: &Filter| filter.asked(excluded);
        let wanted = self.filters.iter().map(filter(false)).chain(self.places.iter().map(place(false)));
        let excluded = self.excluded_filters.iter().map(filter(true));
        wanted.chain(excluded).chain(self.excluded_places.iter().map(place(true))).collect()
    }

    /// Names of places and organizations and what stands in quotes, as they were typed.
    pub fn phrases(&self) -> Vec<String> {
        let runs = self.groups.iter().flat_map(|group| {
            let whole = group.phrase.then_some(0..group.words.len());
            group.names.iter().filter(|_| !group.phrase).cloned().chain(whole).map(|run| &group.words[run])
        });
        runs.map(typed).collect()
    }

    /// The laws that are asked of, as they were typed.
    pub(crate) fn sources(&self) -> Vec<String> {
        let runs = self.groups.iter().flat_map(|group| group.words.chunk_by(|one, next| one.source == next.source));
        runs.filter(|run| run[0].source).map(typed).collect()
    }

    /// Lets only passages pass that name a time which lies between two days, as far as they are given.
    pub(crate) fn between(&mut self, from: Option<Date>, to: Option<Date>) {
        if from.is_none() && to.is_none() {
            return;
        }
        let between = Piece::Between { from, to };
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.notices.push(Notice::PeriodLeftOut { typed: between });
            return;
        }
        let typed = between.to_string();
        self.filters.push(Filter::Date(TypedDate { typed, mention: DateMention::period(from, to), is_given: true }));
        self.notices.retain(|notice| *notice != Notice::NoWord);
    }

    /// Whether nothing is looked for but what filters let pass, and there are filters.
    pub(crate) fn only_filters(&self) -> bool {
        let places = self.places.iter().chain(&self.excluded_places).next();
        let filters = self.filters.iter().chain(&self.excluded_filters).next();
        self.words().next().is_none() && (places.is_some() || filters.is_some())
    }

    /// Whether any word says something; stop words count where they must stand side by side.
    pub(crate) fn says_something(&self) -> bool {
        self.groups.iter().any(|group| group.words.iter().any(|word| !word.stop || group.phrase))
    }
}
