//! A written query to its reading: numbers first, then dates outside of them, then people outside of both.

use super::question;
use super::reading::{Filter, Group, Part, Place, Reading, TypedDate, TypedName, Word};
use super::source::{self, Placed};
use super::stopwords;
use super::written::{FilterName, Item, Written};
use crate::analysis::{Analysis, TokenKind};
use crate::mention::date;
use crate::mention::number;
use crate::mention::person::{self, QueryName};
use crate::mention::place;

/// More words than this are not looked up; a notice says so.
const MAX_WORDS: usize = 128;

/// Reads what was written.
pub fn read(written: &Written) -> Reading {
    let mut reading = Reading { notices: written.notices.clone(), ..Reading::default() };
    let mut text = String::new();
    for item in &written.items {
        match item {
            Item::Text(word) => {
                text.push_str(word);
                text.push(' ');
                continue;
            }
            Item::Phrase(phrase) => {
                add_group(&std::mem::take(&mut text), false, &mut reading);
                add_group(phrase, true, &mut reading);
            }
            Item::Not(words) => reading.excluded.push(group(words, true)),
            Item::Filter(FilterName::In, value) => place(value, &mut reading),
            Item::Filter(FilterName::Number, value) => match number::read(value) {
                Some(number) => reading.filters.push(Filter::Number(number)),
                None => refuse(value, "no document number", &mut text, &mut reading),
            },
            Item::Filter(FilterName::Person, value) => match typed_name(value) {
                Some(name) => reading.filters.push(Filter::Person(name)),
                None => refuse(value, "no name", &mut text, &mut reading),
            },
            Item::Filter(FilterName::Date, value) => match typed_date(value) {
                Some(date) => {
                    if !date.mention.valid {
                        reading.notices.push(date.no_day());
                    }
                    reading.filters.push(Filter::Date(date));
                }
                None => refuse(value, "no date", &mut text, &mut reading),
            },
        }
    }
    add_group(&text, false, &mut reading);
    reading.groups.retain(|group| !group.words.is_empty());
    reading.excluded.retain(|group| !group.words.is_empty());
    cap(&mut reading);
    let marked = reading.words().any(Word::marked);
    reading.marked = marked;
    mark_stop_words(&mut reading);
    let words: Vec<&Word> = reading.words().collect();
    reading.question = question::asked(&words, !marked);
    notice_nothing(&mut reading);
    reading
}

/// Takes a value that makes no filter as text.
fn refuse(value: &str, what: &str, text: &mut String, reading: &mut Reading) {
    reading.notices.push(format!("`{value}` is {what} and is searched as text"));
    text.push_str(value);
    text.push(' ');
}

/// The whole of `value` as a name, without a title before it.
pub fn typed_name(value: &str) -> Option<TypedName> {
    let titled =
        person::find_in_query(value).into_iter().next().filter(|name| name.range.end == value.trim_end().len());
    let name = match titled {
        Some(name) => name,
        None => {
            let analysis = Analysis::of(value);
            let syllables: Vec<String> = analysis.words().map(|word| word.exact.to_owned()).collect();
            let short = syllables.len() == 1;
            value.chars().any(char::is_alphabetic).then_some(QueryName {
                range: 0..value.len(),
                syllables,
                certain: true,
                short,
            })?
        }
    };
    Some(TypedName { typed: value[name.range.clone()].to_owned(), name })
}

/// The first day or period in `value`.
fn typed_date(value: &str) -> Option<TypedDate> {
    let mention = date::find_in_query(value).into_iter().find(|mention| mention.from.is_some())?;
    Some(TypedDate { typed: value.to_owned(), mention })
}

fn add_group(text: &str, phrase: bool, reading: &mut Reading) {
    let mut group = group(text, phrase);
    for mention in number::find_in_query(text) {
        let at = reading.numbers.iter().position(|number| *number == mention.number).unwrap_or(reading.numbers.len());
        if at == reading.numbers.len() {
            reading.numbers.push(mention.number);
        }
        let inside = |word: &&mut Word| mention.range.start <= word.start && word.start < mention.range.end;
        group.words.iter_mut().filter(inside).for_each(|word| word.part = Some(Part::Number(at)));
    }
    mark_sources(text, &mut group);
    mark_names(&mut group);
    for mention in date::find_in_query(text) {
        let inside = |word: &&mut Word| mention.range.start <= word.start && word.start < mention.range.end;
        let free = group.words.iter_mut().filter(inside).all(|word| word.part.is_none() && !word.source);
        if mention.from.is_none() || !free {
            continue;
        }
        let at = reading.dates.len();
        group.words.iter_mut().filter(inside).for_each(|word| word.part = Some(Part::Date(at)));
        reading.dates.push(TypedDate { typed: text[mention.range.clone()].to_owned(), mention });
    }
    for name in person::find_in_query(text) {
        let inside = |word: &&mut Word| name.range.start <= word.start && word.start < name.range.end;
        if group.words.iter_mut().filter(inside).all(|word| word.part.is_none()) {
            let at = reading.people.len();
            group.words.iter_mut().filter(inside).for_each(|word| word.part = Some(Part::Person(at)));
            reading.people.push(TypedName { typed: text[name.range.clone()].to_owned(), name });
        }
    }
    reading.groups.push(group);
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

fn group(text: &str, phrase: bool) -> Group {
    let analysis = Analysis::of(text);
    let mut group = Group { phrase, ..Group::default() };
    for token in analysis.tokens() {
        match token.kind {
            TokenKind::Whole => group.symbols.push(token.folded.to_owned()),
            TokenKind::Word => group.words.push(Word {
                start: token.start,
                typed: text[token.start..token.end].to_owned(),
                exact: token.exact.to_owned(),
                folded: token.folded.to_owned(),
                stop: false,
                source: false,
                part: None,
            }),
        }
    }
    group
}

fn cap(reading: &mut Reading) {
    let mut left = MAX_WORDS;
    let mut cut = false;
    for group in reading.groups.iter_mut().chain(&mut reading.excluded) {
        cut |= group.words.len() > left;
        group.words.truncate(left);
        group.symbols.truncate(left);
        left -= group.words.len();
    }
    if cut {
        reading.notices.push(format!("only the first {MAX_WORDS} words of the query are looked up"));
    }
    reading.groups.retain(|group| !group.words.is_empty());
    reading.excluded.retain(|group| !group.words.is_empty());
}

fn mark_stop_words(reading: &mut Reading) {
    let folded = !reading.marked;
    for group in reading.groups.iter_mut().filter(|group| !group.phrase) {
        let words: Vec<&str> =
            group.words.iter().map(|word| if folded { &*word.folded } else { &*word.exact }).collect();
        let stops = stopwords::mark(&words, folded);
        group.words.iter_mut().zip(stops).for_each(|(word, stop)| word.stop = stop);
    }
}

fn place(typed: &str, reading: &mut Reading) {
    match Place::new(typed) {
        Ok(place) => reading.places.push(place),
        Err(error) => reading.notices.push(format!("`in:{typed}` is not a pattern: {error}")),
    }
}

/// What to say of a reading that finds nothing by itself.
fn notice_nothing(reading: &mut Reading) {
    let notice = match (reading.words().next(), reading.excluded.is_empty()) {
        (Some(_), _) if reading.says_something() => return,
        (Some(_), _) => "only words that say nothing by themselves: put them in quotes to find them",
        (None, _) if reading.only_filters() => return,
        (None, true) => "the query holds no word to look for",
        (None, false) => "the query only excludes words: add one to look for",
    };
    reading.notices.push(notice.to_owned());
}

#[cfg(test)]
mod tests {
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
        assert_eq!(words("Ai là thư ký \"đại hội\" 1982"), ["ai~ là~ thư ký", "\"đại hội\"", "1982"]);
        assert_eq!(words("khi nao bau"), ["khi~ nao~ bau"]);
        assert_eq!(words("06-CT/TU"), ["06 ct tu"]);
        assert_eq!(words("-- !?"), [""; 0]);
        let reading = read(&parse("06-CT/TU -\"x y\" in:a.txt"));
        assert_eq!(reading.groups[0].symbols, ["6cttu"]);
        assert_eq!(reading.numbers[0].canonical(), "6-CT/TU");
        assert!(reading.words().all(|word| word.part == Some(Part::Number(0))));
        assert_eq!(reading.excluded[0].words.len(), 2);
        assert!(reading.places[0].matches("corpus/A.txt") && !reading.places[0].matches("corpus/ba.txt"));
        assert!(!read(&parse("của và")).says_something());
        assert!(read(&parse("\"của và\"")).says_something());
        assert_eq!(read(&parse(&"a ".repeat(4000))).words().count(), MAX_WORDS);
    }
}
