//! A written query to its reading: numbers first, then dates outside of them, then people outside of both.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::address;
use super::english;
use super::filter_name::FilterName;
use super::in_force;
use super::inquiry;
use super::limit::{self, MAX_WORDS, limited};
use super::notice::{Counted, Notice, ValueFault};
use super::place::Place;
use super::question;
use super::reading::{Filter, Group, Reading, TypedDate, TypedName};
use super::source::{self, Placed};
use super::stopwords;
use super::typed_number::TypedNumber;
use super::word::{Part, Word};
use super::written::{Item, Written};
use crate::analysis::{Analysis, TokenKind};
use crate::mention::date;
use crate::mention::number;
use crate::mention::person;
use crate::mention::place;

/// Code points of a refused value that a notice repeats.
const MAX_SHOWN: usize = 60;

/// More filters of a kind than this are not looked at, nor patterns with signs; a notice says so.
const MAX_FILTERS: usize = 64;

/// Reads what was written.
pub fn read(written: &Written) -> Reading {
    let mut reading = Reading { notices: written.notices.clone(), ..Reading::default() };
    let mut text = String::new();
    let (mut looked_up, mut excluded) = (Room::default(), Room::default());
    for item in &written.items {
        match item {
            Item::Text(word) => {
                text.push_str(word);
                text.push(' ');
                continue;
            }
            Item::Phrase(phrase) => {
                add_group(&std::mem::take(&mut text), false, &mut looked_up, &mut reading);
                add_group(phrase, true, &mut looked_up, &mut reading);
            }
            Item::Not(words) => reading.excluded.push(group(words, true, &mut excluded).0),
            Item::Filter(name, value) => match understood(*name, value, &mut reading.notices) {
                Ok(Understood::Place(place)) => reading.places.push(place),
                Ok(Understood::Filter(filter)) => reading.filters.push(filter),
                Err(fault) => refuse(value, fault, &mut text, &mut reading),
            },
            Item::Without(name, value) => match understood(*name, value, &mut reading.notices) {
                Ok(Understood::Place(place)) => reading.excluded_places.push(place),
                Ok(Understood::Filter(filter)) => reading.excluded_filters.push(filter),
                Err(fault) => {
                    reading.notices.push(Notice::OddValue { value: shown(value), fault, excluded: true });
                    reading.excluded.push(group(value, true, &mut excluded).0);
                }
            },
        }
    }
    add_group(&text, false, &mut looked_up, &mut reading);
    reading.groups.retain(|group| !group.words.is_empty());
    reading.excluded.retain(|group| !group.words.is_empty());
    let notices = [(looked_up, Counted::Words), (excluded, Counted::Excluded)];
    let exceeded = notices.into_iter().filter(|(room, _)| room.exceeded);
    reading.notices.extend(exceeded.map(|(_, what)| limit::words_notice(what)));
    cap_filters(&mut reading);
    let marked = reading.words().any(Word::marked);
    reading.marked = marked;
    let words: Vec<String> = reading.words().map(|word| word.exact.clone()).collect();
    reading.english = english::is_english(&words, marked);
    mark_stop_words(&mut reading);
    mark_capitals(&mut reading);
    reading.address = reading.groups.iter().find_map(|group| address::read(&group.words));
    ask(&mut reading);
    notice_nothing(&mut reading);
    reading
}

/// Reads what kind of answer is asked for.
pub(super) fn ask(reading: &mut Reading) {
    let words: Vec<&Word> = reading.words().collect();
    let question = question::asked(&words, !reading.marked);
    let inquiry = inquiry::read(&words, &reading.numbers);
    (reading.question, reading.inquiry) = (question, inquiry);
}

enum Understood {
    Place(Place),
    Filter(Filter),
}

/// What a filter means, or what its value is not.
fn understood(name: FilterName, value: &str, notices: &mut Vec<Notice>) -> Result<Understood, ValueFault> {
    let (value, cut) = if name == FilterName::In { (value, Vec::new()) } else { limited(value) };
    notices.extend(cut);
    let filter = match name {
        FilterName::In => return Place::new(value).map(Understood::Place).ok_or(ValueFault::NoPattern),
        FilterName::Number => number::read(value)
            .map(|number| Filter::Number(TypedNumber { typed: value.trim().to_owned(), number }))
            .ok_or(ValueFault::NoNumber),
        FilterName::Person => typed_name(value).map(Filter::Person).ok_or(ValueFault::NoName),
        FilterName::Date => TypedDate::read(value).map(Filter::Date).map_err(ValueFault::NoTime),
        FilterName::InForce => in_force::typed(value).map(Filter::InForce).map_err(ValueFault::NoTime),
    };
    if let Ok(Filter::Date(date) | Filter::InForce(date)) = &filter {
        notices.extend(date.fault());
    }
    filter.map(Understood::Filter)
}

/// As much of a value as a notice repeats.
fn shown(value: &str) -> String {
    let shown: String = value.chars().take(MAX_SHOWN).collect();
    let more = if shown.len() < value.len() { "…" } else { "" };
    shown + more
}

/// Takes a value that makes no filter as text.
fn refuse(value: &str, fault: ValueFault, text: &mut String, reading: &mut Reading) {
    reading.notices.push(Notice::OddValue { value: shown(value), fault, excluded: false });
    text.push_str(value);
    let (read, cut) = limit::characters(text);
    let end = read.len();
    text.truncate(end);
    text.push(' ');
    reading.notices.extend(cut);
}

/// The whole of `value` as a name, without a title before it.
pub fn typed_name(value: &str) -> Option<TypedName> {
    let name = person::whole_name(value)?;
    Some(TypedName { typed: value[name.range.clone()].to_owned(), name })
}

/// How many more words are looked up.
struct Room {
    left: usize,
    exceeded: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self { left: MAX_WORDS, exceeded: false }
    }
}

/// Adds words that stand side by side and what they mention, as far as there is room for them.
///
/// Mentions are found in the whole text, so that none is read in half; one that reaches beyond the
/// room is none.
fn add_group(text: &str, phrase: bool, room: &mut Room, reading: &mut Reading) {
    let (mut group, end) = group(text, phrase, room);
    let dates = date::find_in_query(text);
    // `tháng 13/2020` is no document number either
    let is_impossible = |range: &Range<usize>| {
        dates.iter().any(|date| !date.valid && date.range.start < range.start && range.end <= date.range.end)
    };
    let numbers = number::find_in_query(text).into_iter().filter(|number| !is_impossible(&number.range));
    for mention in numbers.filter(|mention| mention.range.end <= end) {
        let is_it = |typed: &TypedNumber| typed.number == mention.number;
        let at = reading.numbers.iter().position(is_it).unwrap_or(reading.numbers.len());
        if at == reading.numbers.len() {
            let typed = TypedNumber::shown(&text[mention.range.clone()]).to_owned();
            reading.numbers.push(TypedNumber { typed, number: mention.number });
        }
        let inside = |word: &&mut Word| mention.range.start <= word.start && word.start < mention.range.end;
        group.words.iter_mut().filter(inside).for_each(|word| word.part = Some(Part::Number(at)));
    }
    mark_sources(text, &mut group);
    mark_names(&mut group);
    for mention in dates.into_iter().filter(|mention| mention.range.end <= end) {
        let inside = |word: &&mut Word| mention.range.start <= word.start && word.start < mention.range.end;
        let free = group.words.iter_mut().filter(inside).all(|word| word.part.is_none() && !word.source);
        if !mention.tells_time() || !free {
            continue;
        }
        let at = reading.dates.len();
        group.words.iter_mut().filter(inside).for_each(|word| word.part = Some(Part::Date(at)));
        reading.dates.push(TypedDate { typed: text[mention.range.clone()].to_owned(), mention, is_given: false });
    }
    for name in person::find_in_query(text).into_iter().filter(|name| name.range.end <= end) {
        let start = group.words.partition_point(|word| word.start < name.range.start);
        let end = group.words.partition_point(|word| word.start < name.range.end);
        if !is_place(&group, &(start..end)) && !says_nothing(&group.words[start..end]) {
            let at = reading.people.len();
            group.words[start..end].iter_mut().for_each(|word| word.part = Some(Part::Person(at)));
            reading.people.push(TypedName { typed: text[name.range.clone()].to_owned(), name });
        }
    }
    reading.groups.push(group);
}

/// Whether a name is part of something else: a number, a time, a place or an organization that bears it.
fn is_place(group: &Group, name: &Range<usize>) -> bool {
    let words = &group.words;
    let is_longer = |other: &Range<usize>| {
        other.start < name.end && name.start < other.end && !(name.start <= other.start && other.end <= name.end)
    };
    let before: Vec<&str> = words[..name.start].iter().map(|word| &*word.folded).collect();
    words[name.clone()].iter().any(|word| word.part.is_some() || word.source)
        || group.names.iter().any(is_longer)
        || name.len() > 1 && place::leads(&before)
}

/// Whether a name of one word is a stop word: `trong` is nobody.
fn says_nothing(name: &[Word]) -> bool {
    let [word] = name else { return false };
    let marked = word.marked();
    stopwords::mark(&[if marked { &word.exact } else { &word.folded }], !marked, false)[0]
}

/// Marks the words of laws that are asked of.
fn mark_sources(text: &str, group: &mut Group) {
    if group.phrase {
        return;
    }
    let place = |word: &Word| word.start..word.start + word.typed.len();
    let words: Vec<Placed> =
        group.words.iter().map(|word| Placed { folded: &word.folded, range: place(word) }).collect();
    for source in source::find(text, &words) {
        let words = &mut group.words[source];
        // one that is named by its number is looked for by it
        if words.iter().all(|word| word.part.is_none()) {
            words.iter_mut().for_each(|word| word.source = true);
        }
    }
}

/// Marks the names of places and organizations; one word of them may be typed together with others.
fn mark_names(group: &mut Group) {
    let words: Vec<&str> = group.words.iter().map(|word| &*word.folded).collect();
    group.names = place::find_in_query(&words);
    group.names.retain(|name| group.words[name.clone()].iter().all(|word| word.part.is_none() && !word.source));
}

/// The words of a text that there is room for, and where the last of them ends.
fn group(text: &str, phrase: bool, room: &mut Room) -> (Group, usize) {
    let analysis = Analysis::of(text);
    let mut group = Group { phrase, ..Group::default() };
    let cut = analysis.words().nth(room.left);
    let end = cut.map_or(text.len(), |cut| cut.start);
    room.exceeded |= end < text.len();
    let mut before = 0;
    for token in analysis.tokens().filter(|token| token.end <= end) {
        match token.kind {
            TokenKind::Whole => group.symbols.push(token.folded.to_owned()),
            TokenKind::Word => {
                let opens = text[before..token.start].contains([',', ';', ':']);
                before = token.end;
                group.words.push(Word {
                    start: token.start,
                    typed: text[token.start..token.end].to_owned(),
                    exact: token.exact.to_owned(),
                    folded: token.folded.to_owned(),
                    meant: None,
                    stop: false,
                    source: false,
                    named: false,
                    opens,
                    part: None,
                });
            }
        }
    }
    room.left = room.left.saturating_sub(group.words.len());
    (group, end)
}

/// Takes each filter once, and no more than are worth their time.
fn cap_filters(reading: &mut Reading) {
    let mut cut = false;
    for filters in [&mut reading.filters, &mut reading.excluded_filters] {
        keep_first(filters, |_| true, &mut cut);
    }
    for places in [&mut reading.places, &mut reading.excluded_places] {
        keep_first(places, Place::has_signs, &mut cut);
    }
    if cut {
        reading.notices.push(Notice::Cut { what: Counted::Filters, most: MAX_FILTERS });
    }
}

/// Keeps each value once, and the first [`MAX_FILTERS`] of those that cost time.
fn keep_first<T: PartialEq>(values: &mut Vec<T>, costs: impl Fn(&T) -> bool, cut: &mut bool) {
    let mut kept: Vec<T> = Vec::with_capacity(values.len());
    let mut left = MAX_FILTERS;
    for value in values.drain(..) {
        if kept.contains(&value) {
            continue;
        }
        if costs(&value) {
            *cut |= left == 0;
            if left == 0 {
                continue;
            }
            left -= 1;
        }
        kept.push(value);
    }
    *values = kept;
}

fn mark_stop_words(reading: &mut Reading) {
    let folded = !reading.marked;
    for group in reading.groups.iter_mut().filter(|group| !group.phrase) {
        let words: Vec<&str> =
            group.words.iter().map(|word| if folded { &*word.folded } else { &*word.exact }).collect();
        let stops = stopwords::mark(&words, folded, reading.english);
        group.words.iter_mut().zip(stops).for_each(|(word, stop)| word.stop = stop);
        // `đ/c` says as little as a whole
        let stops = group.words.chunk_by(|one, next| one.stop == next.stop).filter(|run| run[0].stop);
        let stops: Vec<String> = stops.map(|run| run.iter().map(|word| &*word.folded).collect()).collect();
        group.symbols.retain(|symbol| !stops.contains(symbol));
    }
}

/// Marks the words whose capitals tell that they are part of a name: not the first of a sentence, nor where all have one.
fn mark_capitals(reading: &mut Reading) {
    // composed or not
    let is_capital = |word: &Word| word.typed.nfd().next().is_some_and(char::is_uppercase);
    if reading.words().all(is_capital) {
        return;
    }
    for group in &mut reading.groups {
        group
            .words
            .iter_mut()
            .skip(1)
            .filter(|word| is_capital(word) && !word.stop && !word.source)
            .for_each(|word| word.named = true);
    }
}

/// What to say of a reading that finds nothing by itself.
fn notice_nothing(reading: &mut Reading) {
    let notice = match (reading.words().next(), reading.excluded.is_empty()) {
        (Some(_), _) if reading.says_something() => return,
        (Some(_), _) => Notice::OnlyStopWords,
        (None, _) if reading.only_filters() => return,
        (None, true) => Notice::NoWord,
        (None, false) => Notice::OnlyExcludes,
    };
    reading.notices.push(notice);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::query::parse;

    fn words(line: &str) -> Vec<String> {
        let reading = read(&parse(line));
        let show = |word: &Word| format!("{}{}", word.exact, if word.stop { "~" } else { "" });
        reading
            .groups
            .iter()
            .map(|g| {
                let words: Vec<String> = g.words.iter().map(show).collect();
                if g.phrase { format!("\"{}\"", words.join(" ")) } else { words.join(" ") }
            })
            .collect()
    }

    #[test]
    fn words_keep_their_groups() {
        assert_eq!(words("Ai là thư ký \"đại hội\" 1982"), ["ai~ là~ thư kí", "\"đại hội\"", "1982"]);
        assert_eq!(words("khi nao bau"), ["khi~ nao~ bau"]);
        assert_eq!(words("06-CT/TU"), ["06 ct tu"]);
        assert_eq!(words("-- !?"), [""; 0]);
        let reading = read(&parse("06-CT/TU -\"x y\" in:a.txt"));
        assert_eq!(reading.groups[0].symbols, ["6cttu"]);
        assert_eq!(reading.numbers[0].number.canonical(), "6-CT/TU");
        assert!(reading.words().all(|word| word.part == Some(Part::Number(0))));
        assert_eq!(reading.excluded[0].words.len(), 2);
        assert_eq!(reading.places[0].typed, "a.txt");
        let reading = read(&parse(&format!("{}{}", "in:a in:*b -in:a ".repeat(100), "số:5 -người:An ".repeat(100))));
        assert_eq!(reading.typed_filters(), ["number:5", "in:a", "in:*b", "-person:An", "-in:a"]);
        assert_eq!(reading.notices, []);
        let many: String = (0..1000).map(|n| format!("in:a{n} ")).chain((0..80).map(|n| format!("in:*{n} "))).collect();
        let reading = read(&parse(&many));
        assert_eq!((reading.places.len(), reading.notices.len()), (1000 + MAX_FILTERS, 1));
        assert_eq!(read(&parse("-in:a")).notices, []);
        assert_eq!(read(&parse("-a")).notices, [Notice::OnlyExcludes]);
        assert!(!read(&parse("của và")).says_something());
        assert!(read(&parse("\"của và\"")).says_something());
        assert_eq!(read(&parse(&"a ".repeat(4000))).words().count(), MAX_WORDS);
    }

    #[test]
    fn what_is_beyond_the_room_is_neither_a_word_nor_part_of_a_mention() {
        let check = |before: usize, behind: &str, words: usize, names: usize, numbers: usize, dates: usize| {
            let reading = read(&parse(&format!("{}{behind}", "mot ".repeat(before))));
            let group = &reading.groups[0];
            let found = (group.words.len(), group.names.len(), reading.numbers.len(), reading.dates.len());
            assert_eq!(found, (words, names, numbers, dates), "{before} {behind}");
            assert!(group.names.iter().all(|name| name.end <= group.words.len()));
            assert_eq!(reading.notices.len(), usize::from(before + 3 > MAX_WORDS), "{:?}", reading.notices);
            assert_eq!(reading.phrases().len(), names);
        };
        check(MAX_WORDS - 3, "tỉnh Cao Bằng", MAX_WORDS, 1, 0, 0);
        check(MAX_WORDS - 1, "tỉnh Cao Bằng", MAX_WORDS, 0, 0, 0);
        check(MAX_WORDS, "tỉnh Cao Bằng", MAX_WORDS, 0, 0, 0);
        check(MAX_WORDS - 3, "17/2/1979", MAX_WORDS, 0, 0, 1);
        check(MAX_WORDS - 2, "17/2/1979", MAX_WORDS, 0, 0, 0);
        check(MAX_WORDS - 3, "142/KH-LĐLĐ", MAX_WORDS, 0, 1, 0);
        check(MAX_WORDS - 1, "142/KH-LĐLĐ", MAX_WORDS, 0, 0, 0);
        let reading = read(&parse(&format!("một -\"{}\"", "hai ".repeat(MAX_WORDS + 1))));
        assert_eq!((reading.words().count(), reading.excluded[0].words.len()), (1, MAX_WORDS));
        assert_eq!(reading.notices.len(), 1);
    }

    #[test]
    fn an_odd_pattern_is_searched_as_text() {
        for odd in ["{a", "[z-a]", "a\\", &"{a,".repeat(124), &"a".repeat(2000), "[\u{10FFFF}-a]"] {
            let reading = read(&parse(&format!("in:{odd}")));
            assert_eq!((reading.places.len(), reading.notices.is_empty()), (0, false), "{odd}");
        }
        for depth in [1, 20, 70, 83, 84, 90, 124, 125, 126, 150, 249, 250, 260] {
            let pattern = format!("{}b{}", "{a,".repeat(depth), "}".repeat(depth));
            let reading = read(&parse(&format!("in:{pattern}")));
            assert_eq!(!reading.places.is_empty(), reading.notices.is_empty(), "{depth}: {:?}", reading.notices);
        }
    }

    proptest! {
        #[test]
        fn no_query_panics(
            line in "\\PC{0,60}|((in|số|ngày|người|-in):[\\[\\]{},*?!\\\\a-c/0-9-]{0,40} ?){0,8}|([a-cđ0-9/.,\"-]{1,5} ){100,300}",
        ) {
            let reading = read(&parse(&line));
            let mut ranges = reading.groups.iter().flat_map(|group| group.names.iter().map(move |name| (group, name)));
            prop_assert!(ranges.all(|(group, name)| group.words.get(name.clone()).is_some()));
            prop_assert!(reading.words().count() <= MAX_WORDS);
            prop_assert!(reading.phrases().iter().chain(&reading.sources()).all(|phrase| !phrase.is_empty()));
        }
    }
}
