//! A stretch of text to the places named in it: names behind the words of a unit, and known names.

use std::ops::Range;
use std::sync::LazyLock;

use crate::mention::phrases::{Phrases, lines};
use crate::text::{self, Word, is_dash};

/// How many words a name behind the word of a unit has at most.
const LONGEST: usize = 4;

/// How many places of one event are named.
const MOST: usize = 24;

/// What a phrase of the table is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `tỉnh`: left out of the name.
    Unit,
    /// `huyện`: written with the name.
    Kept,
    Name,
    /// `chính phủ`: ends in the word of a unit and is none.
    None,
}

static TABLE: LazyLock<Phrases<Kind>> = LazyLock::new(|| {
    let mut table = Phrases::new();
    for line in lines(include_str!("../data/place_words.txt")) {
        let (kind, name) = line.split_once(' ').expect("a kind of place and its name");
        *table.place(name.split(' ')) = Some(match kind {
            "unit" => Kind::Unit,
            "kept" => Kind::Kept,
            "none" => Kind::None,
            _ => Kind::Name,
        });
    }
    table
});

/// The places named in `range`, as written, each once; names of people are none.
pub(super) fn names(text: &str, range: &Range<usize>, people: &[Range<usize>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for place in find(text, range, people) {
        let name = &text[place];
        if names.len() < MOST && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Where places are named in `range`; names of people are none.
pub(super) fn find(text: &str, range: &Range<usize>, people: &[Range<usize>]) -> Vec<Range<usize>> {
    let reader = Reader { text, range, people };
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut capital = false;
    let mut next = text::next_keyed(text, range.start);
    while let Some(word) = next.filter(|word| word.end <= range.end) {
        let (place, end) = reader.place(word, capital);
        places.extend(place);
        next = text::next_keyed(text, end);
        // a capital right before makes it a part of another name
        capital = word.capital && next.is_some_and(|next| text[end..next.start].chars().all(char::is_whitespace));
    }
    places
}

struct Reader<'a> {
    text: &'a str,
    range: &'a Range<usize>,
    people: &'a [Range<usize>],
}

impl Reader<'_> {
    /// The place that begins with a word, and where to read on.
    fn place(&self, word: Word, capital: bool) -> (Option<Range<usize>>, usize) {
        let Some((kind, end)) = self.known(word) else { return (None, word.end) };
        let more = kind == Kind::Name && self.next(end).is_some_and(|next| next.capital && self.is_blank(end, &next));
        if end == word.end && word.capital && (capital || more) {
            return (None, end);
        }
        let place = match kind {
            Kind::None => None,
            Kind::Name => Some(word.start..end),
            Kind::Unit => self.name(end),
            Kind::Kept => self.name(end).map(|name| word.start..name.end),
        };
        let next = place.as_ref().map_or(end, |place| place.end);
        (place.filter(|place| !self.is_person(place)), next)
    }

    fn is_person(&self, place: &Range<usize>) -> bool {
        let next = self.people.partition_point(|person| person.end <= place.start);
        self.people.get(next).is_some_and(|person| person.start < place.end)
    }

    /// The longest phrase of the table that begins with a word; names only with capitals.
    fn known(&self, word: Word) -> Option<(Kind, usize)> {
        let (mut node, mut last, mut capitals) = (0, word, true);
        let mut found = None;
        while let Some(step) = TABLE.step(node, last.key) {
            node = step;
            capitals &= last.capital;
            match TABLE.meaning(node) {
                Some(Kind::Name) if !capitals => {}
                Some(kind) => found = Some((kind, last.end)),
                None => {}
            }
            let Some(next) = self.next(last.end) else { break };
            last = next;
        }
        found
    }

    /// The capitalized words from byte `at` on.
    fn name(&self, at: usize) -> Option<Range<usize>> {
        let mut name: Option<Range<usize>> = None;
        let mut end = at;
        for _ in 0..LONGEST {
            let Some(word) = self.next(end).filter(|word| word.capital && self.is_blank(end, word)) else { break };
            end = word.end;
            name = Some(name.map_or(word.start, |name| name.start)..end);
        }
        let known = self.next(at).and_then(|word| Some((word.start, self.known(word)?)));
        match (name, known) {
            (Some(name), Some((start, (Kind::Name, end)))) if end > name.end => Some(start..end),
            (name, _) => name,
        }
    }

    fn is_blank(&self, at: usize, word: &Word) -> bool {
        !self.text[at..word.start].contains(|c| c == '.' || is_dash(c))
    }

    /// The next word, with nothing but a blank, a full stop or a dash before it.
    fn next(&self, at: usize) -> Option<Word> {
        let word = text::next_keyed(self.text, at).filter(|word| word.end <= self.range.end)?;
        let gap = &self.text[at..word.start];
        (gap.len() <= 5 && gap.chars().all(|c| c.is_whitespace() && c != '\n' || c == '.' || is_dash(c)))
            .then_some(word)
    }
}
