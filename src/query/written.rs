//! A query line to its items: text, phrases, exclusions, filters. Whatever does not parse is text.

use std::fmt;

use super::filter_name::FilterName;
use super::limit;
use super::notice::{Notice, TakenAs};
use super::piece::Piece;
use crate::mention::date;
use crate::text::is_quote;

/// What stands between the ends of a period.
const DOTS: &str = "..";

/// A longer name is that of no filter, in bytes.
const MAX_NAME: usize = 32;

/// A query as it was written, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What was written, in order.
    pub items: Vec<Item>,
    /// What was not taken as its writer may have meant it.
    pub notices: Vec<Notice>,
}

impl Written {
    /// The same with these phrases as plain words, and a notice.
    pub fn without_quotes(&self, phrases: &[String]) -> Self {
        let words = |phrase: &str| phrase.split_whitespace().map(|word| Item::Text(word.to_owned())).collect();
        let loosen = |item: &Item| match item {
            Item::Phrase(phrase) if phrases.contains(phrase) => words(phrase),
            other => vec![other.clone()],
        };
        let mut loose = Self { items: self.items.iter().flat_map(loosen).collect(), notices: self.notices.clone() };
        loose.notices.push(Notice::WithoutQuotes { phrases: phrases.to_vec() });
        loose
    }
}

/// One piece of a written query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Plain text: one or more words without blanks between.
    Text(String),
    /// `"..."`: these words side by side.
    Phrase(String),
    /// `-word`, `-"some words"`: not these.
    Not(String),
    /// `in:VALUE`.
    Filter(FilterName, String),
    /// `-in:VALUE`: not what the filter lets pass.
    Without(FilterName, String),
}

impl Item {
    /// It as a notice names it.
    pub(crate) fn piece(&self) -> Piece {
        let filter =
            |name: &FilterName, value: &str, excluded| Piece::Filter { name: *name, value: value.to_owned(), excluded };
        let written = || Written { items: vec![self.clone()], notices: Vec::new() }.to_string();
        match self {
            Self::Filter(name, value) => filter(name, value, false),
            Self::Without(name, value) => filter(name, value, true),
            Self::Text(_) | Self::Phrase(_) => Piece::Text(written()),
            Self::Not(_) => Piece::Not(written()),
        }
    }
}

/// Reads a query line.
pub fn parse(line: &str) -> Written {
    let (line, cut) = limit::characters(line);
    let mut written = Written { items: Vec::new(), notices: cut.into_iter().collect() };
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        rest = item(rest, &mut written).trim_start();
    }
    written
}

/// Takes one item from the front and returns what is left.
fn item<'a>(text: &'a str, written: &mut Written) -> &'a str {
    if let Some((phrase, rest)) = quoted(text) {
        written.items.push(Item::Phrase(phrase.to_owned()));
        return rest;
    }
    if let Some(after) =
        text.strip_prefix('-').filter(|after| after.starts_with(|c| is_quote(c) || c.is_alphanumeric()))
    {
        if let Some((filter, start)) = filter(after) {
            let (value, rest) = filter_value(filter, &after[start..]);
            written.items.push(Item::Without(filter, value.to_owned()));
            return rest;
        }
        let (value, rest) = value(after);
        let fault = if quoted(after).is_some() { None } else { fault(after, value) };
        written.notices.extend(fault.map(|fault| fault.notice(TakenAs::Excluded(value.to_owned()))));
        written.items.push(Item::Not(value.to_owned()));
        return rest;
    }
    if let Some((filter, start)) = filter(text) {
        let (value, rest) = filter_value(filter, &text[start..]);
        written.items.push(Item::Filter(filter, value.to_owned()));
        return rest;
    }
    let (word, rest) = split_word(text);
    // a quote inside a word begins a phrase where one closes
    let end = word.char_indices().skip(1).find(|(at, c)| is_quote(*c) && closes(&text[*at..]));
    let unknown = named(word)
        .filter(|(name, value)| FilterName::find(name).is_none() && !value.is_empty() && !value.starts_with('/'));
    let unknown = unknown.map(|(name, _)| Notice::NoFilter { name: name.to_owned() });
    written.notices.extend(unknown.or_else(|| fault(text, word).map(|fault| fault.notice(TakenAs::Text))));
    let (word, rest) = end.map_or((word, rest), |(at, _)| text.split_at(at));
    written.items.push(Item::Text(word.to_owned()));
    rest
}

/// What keeps a word from being a phrase or a filter that may be meant.
enum Fault<'a> {
    OpenQuote,
    /// Of a filter, by the name as it was typed.
    NoValue(&'a str),
}

impl Fault<'_> {
    fn notice(self, taken: TakenAs) -> Notice {
        match self {
            Self::OpenQuote => Notice::OpenQuote(taken),
            Self::NoValue(name) => Notice::NoValue { name: name.to_owned(), taken },
        }
    }
}

/// The arguments of a command line as one query. A shell takes the quotes of `person:"Lê Ba"` away: the value of a
/// filter that is an argument among others is all of it.
#[cfg(feature = "cli")]
pub fn joined(arguments: &[&str]) -> String {
    let quoted = |argument: &&str| {
        let text = argument.trim_start_matches('-');
        let (_, start) = filter(text).filter(|_| arguments.len() > 1)?;
        let (name, value) = argument.split_at(argument.len() - text.len() + start);
        let is_whole = value.contains(char::is_whitespace) && !value.contains(is_quote);
        is_whole.then(|| format!("{name}\"{value}\""))
    };
    let arguments = arguments.iter().map(|argument| quoted(argument).unwrap_or_else(|| (*argument).to_owned()));
    arguments.collect::<Vec<_>>().join(" ")
}

/// What is wrong with the word at the front of `text`.
fn fault<'a>(text: &'a str, word: &str) -> Option<Fault<'a>> {
    if word.find(is_quote).is_some_and(|at| !closes(&text[at..])) {
        return Some(Fault::OpenQuote);
    }
    let (name, _) = named(text).filter(|(name, _)| FilterName::find(name).is_some())?;
    Some(Fault::NoValue(name))
}

/// A quoted text at the front, and what is left.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(is_quote)?;
    let end = inner.find(is_quote)?;
    let close = inner[end..].chars().next().map_or(0, char::len_utf8);
    Some((&inner[..end], &inner[end + close..]))
}

fn closes(text: &str) -> bool {
    quoted(text).is_some()
}

/// A quoted text or the letters up to the next blank.
fn value(text: &str) -> (&str, &str) {
    quoted(text).unwrap_or_else(|| split_word(text))
}

/// The value of a filter: that of a time goes on behind dots.
fn filter_value(name: FilterName, text: &str) -> (&str, &str) {
    let split = if matches!(name, FilterName::Date | FilterName::InForce) { split_time } else { split_word };
    quoted(text).unwrap_or_else(|| split(text))
}

/// The letters up to the next blank and what two dots join to them: `1950 .. 1960`.
fn split_time(text: &str) -> (&str, &str) {
    let is_time = |word: &str| date::read_whole(word).is_ok();
    let (first, rest) = split_word(text);
    let (next, after) = split_word(rest.trim_start());
    let (last, end) = split_word(after.trim_start());
    let rest = match (first.ends_with(DOTS), next.strip_prefix(DOTS)) {
        (true, _) if is_time(next) => after,
        (false, Some("")) if is_time(last) => end,
        (false, Some("")) => after,
        (false, Some(next)) if is_time(next) => after,
        _ => rest,
    };
    text.split_at(text.len() - rest.len())
}

fn split_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// The filter that a text begins with, and where its value starts: right behind the colon, or in quotes behind blanks.
fn filter(text: &str) -> Option<(FilterName, usize)> {
    let (name, _) = named(text)?;
    let filter = FilterName::find(name)?;
    let behind = &text[name.len() + 1..];
    let value = behind.trim_start();
    // only a path begins with a slash
    let is_path = filter == FilterName::In && !value.starts_with("//");
    let is_value = match value.starts_with(is_quote) {
        true => closes(value),
        false => value.len() == behind.len() && !value.is_empty() && (is_path || !value.starts_with('/')),
    };
    is_value.then_some((filter, text.len() - value.len()))
}

/// The name in `name:value`, and the value; names of several words are those of filters.
fn named(text: &str) -> Option<(&str, &str)> {
    let word = split_word(text).0;
    let is_mark = |c| ('\u{300}'..='\u{36f}').contains(&c);
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphabetic() || is_mark(c));
    if let Some(named) = word.split_once(':') {
        return (is_name(named.0) || FilterName::find(named.0).is_some()).then_some(named);
    }
    if !FilterName::begins(word) {
        return None;
    }
    let (name, value) = text.split_once(':')?;
    (name.len() <= MAX_NAME && FilterName::find(name).is_some()).then(|| (name, split_word(value).0))
}

/// A filter of this name and its value, in quotes where it would not be read back without.
fn with_value(name: &str, value: &str) -> String {
    let bare = format!("{name}:{value}");
    let reads_back = !value.contains(char::is_whitespace) && filter(&bare).is_some();
    if reads_back { bare } else { format!("{name}:\"{value}\"") }
}

/// A written query prints to a line that reads back as the same items.
impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, item) in self.items.iter().enumerate() {
            let blank = if n == 0 { "" } else { " " };
            match item {
                Item::Text(text) => write!(f, "{blank}{text}")?,
                Item::Phrase(text) => write!(f, "{blank}\"{text}\"")?,
                Item::Not(text) => {
                    // a quoted text behind a colon would be its value
                    let would_take = filter(&format!("{text} \"\"")).is_some();
                    let is_before_value = would_take && matches!(self.items.get(n + 1), Some(Item::Phrase(_)));
                    let starts = text.starts_with(|c| is_quote(c) || char::is_alphanumeric(c));
                    let would_begin = match self.items.get(n + 1) {
                        Some(Item::Text(next)) if FilterName::begins(text) => {
                            named(&format!("{text} {next}")).is_some_and(|(name, _)| FilterName::find(name).is_some())
                        }
                        _ => false,
                    };
                    let is_one = !text.contains(char::is_whitespace) && !would_begin;
                    let reads_back = starts && !is_before_value && is_one && filter(text).is_none();
                    if reads_back { write!(f, "{blank}-{text}")? } else { write!(f, "{blank}-\"{text}\"")? }
                }
                Item::Filter(name, value) => write!(f, "{blank}{}", with_value(name.name(), value))?,
                Item::Without(name, value) => write!(f, "{blank}-{}", with_value(name.name(), value))?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(line: &str, items: &[Item], notices: usize) {
        let written = parse(line);
        assert_eq!(written.items, items, "{line}");
        assert_eq!(written.notices.len(), notices, "{line}: {:?}", written.notices);
    }

    #[test]
    fn queries_are_read_as_written() {
        use Item::{Filter, Not, Phrase, Text, Without};
        let text = |t: &str| Text(t.to_owned());
        check("công đoàn", &[text("công"), text("đoàn")], 0);
        check("\"đại hội\" 1982", &[Phrase("đại hội".into()), text("1982")], 0);
        check("“đại hội”", &[Phrase("đại hội".into())], 0);
        check("đại \"hội", &[text("đại"), text("\"hội")], 1);
        check("bán in:\"", &[text("bán"), text("in:\"")], 1);
        check("in:\"a b", &[text("in:\"a"), text("b")], 1);
        check("in: \"a b", &[text("in:"), text("\"a"), text("b")], 2);
        check("bầu (\"", &[text("bầu"), text("(\"")], 1);
        check("cỡ 5\" x", &[text("cỡ"), text("5\""), text("x")], 1);
        check("bầu -\"chủ", &[text("bầu"), Not("\"chủ".into())], 1);
        check("-in:\"a b", &[Not("in:\"a".into()), text("b")], 1);
        check("bầu -chủ -\"phó thư ký\"", &[text("bầu"), Not("chủ".into()), Not("phó thư ký".into())], 0);
        check("1986 - 1990 -", &[text("1986"), text("-"), text("1990"), text("-")], 0);
        check("trong:*.txt x", &[Filter(FilterName::In, "*.txt".into()), text("x")], 0);
        check("IN:\"a b.txt\"", &[Filter(FilterName::In, "a b.txt".into())], 0);
        check("số:06-CT/TU", &[Filter(FilterName::Number, "06-CT/TU".into())], 0);
        check("Số: 06-CT/TU", &[text("Số:"), text("06-CT/TU")], 1);
        check("x in: cao-*.txt", &[text("x"), text("in:"), text("cao-*.txt")], 1);
        check("ngày: bầu người:", &[text("ngày:"), text("bầu"), text("người:")], 2);
        check("người: \"Lê An\" x", &[Filter(FilterName::Person, "Lê An".into()), text("x")], 0);
        check("-Trong:  “a b”", &[Without(FilterName::In, "a b".into())], 0);
        check("-in: a", &[Not("in:".into()), text("a")], 1);
        check("-i\": ““", &[Not("i\":".into()), Phrase(String::new())], 0);
        check("số:/x", &[text("số:/x")], 1);
        check("ghi:06", &[text("ghi:06")], 1);
        check(
            "-in:a -trong:\"b c\" -người:An",
            &[
                Without(FilterName::In, "a".into()),
                Without(FilterName::In, "b c".into()),
                Without(FilterName::Person, "An".into()),
            ],
            0,
        );
        check("in:/srv/a -a:b", &[Filter(FilterName::In, "/srv/a".into()), Not("a:b".into())], 0);
        let time = |value: &str| Filter(FilterName::Date, value.into());
        check("ngày:1950 .. 1960 thợ", &[time("1950 .. 1960"), text("thợ")], 0);
        check("ngày:1950.. 1960", &[time("1950.. 1960")], 0);
        check("ngày:1950 ..1960", &[time("1950 ..1960")], 0);
        check("ngày:1950 .. thợ", &[time("1950 .."), text("thợ")], 0);
        check("ngày:1950.. 30 thợ", &[time("1950.."), text("30"), text("thợ")], 0);
        check("in:a .. 1960", &[Filter(FilterName::In, "a".into()), text(".."), text("1960")], 0);
        let in_force = |value: &str| Filter(FilterName::InForce, value.into());
        check("hiệu lực:2020 thuế", &[in_force("2020"), text("thuế")], 0);
        check("thuế hieu  luc:1/7/2021", &[text("thuế"), in_force("1/7/2021")], 0);
        check("thuế In-Force:today", &[text("thuế"), in_force("today")], 0);
        check("-hiệu lực:\"hôm nay\" x", &[Without(FilterName::InForce, "hôm nay".into()), text("x")], 0);
        check("hiệu lực: từ", &[text("hiệu"), text("lực:"), text("từ")], 1);
        check("-\"hiệu\" lực:x", &[Not("hiệu".into()), text("lực:x")], 1);
        check("hiệu quả:1 in đậm", &[text("hiệu"), text("quả:1"), text("in"), text("đậm")], 1);
        check("http://a.vn 10:30 Kính:", &[text("http://a.vn"), text("10:30"), text("Kính:")], 0);
        check("", &[], 0);
        check("\"\"", &[Phrase(String::new())], 0);
        check("ông\"Sơn Lô\"", &[text("ông"), Phrase("Sơn Lô".into())], 0);
        assert_eq!(parse(&"a".repeat(100_000)).notices.len(), 1);
    }

    proptest! {
        #[test]
        fn any_line_prints_back_to_an_equal_query(line in "\\PC{0,40}|[-\"a:in: “”*đ]{0,24}") {
            let written = parse(&line);
            prop_assert_eq!(parse(&written.to_string()).items, written.items);
        }
    }

    #[test]
    fn quotes_are_taken_off() {
        let written = parse("kho \"đại hội  hai\" -bầu \"lần thứ\"");
        let loose = written.without_quotes(&["đại hội  hai".to_owned()]);
        assert_eq!(loose.to_string(), "kho đại hội hai -bầu \"lần thứ\"");
        assert_eq!(loose.notices, [Notice::WithoutQuotes { phrases: vec!["đại hội  hai".to_owned()] }]);
    }

    #[cfg(feature = "cli")]
    #[test]
    fn quotes_that_a_shell_has_taken_are_put_back() {
        for (arguments, expected) in [
            (&["họp", "người:Đỗ Văn Thắng"][..], "họp người:\"Đỗ Văn Thắng\""),
            (&["họp", "-trong:cao bằng"], "họp -trong:\"cao bằng\""),
            (&["họp người:Thắng đoàn"], "họp người:Thắng đoàn"),
            (&["người:Thắng họp"], "người:Thắng họp"),
            (&["họp", "người:\"Đỗ Văn\" đoàn"], "họp người:\"Đỗ Văn\" đoàn"),
            (&["tỉ lệ", "a: b c"], "tỉ lệ a: b c"),
        ] {
            assert_eq!(joined(arguments), expected);
        }
    }
}
