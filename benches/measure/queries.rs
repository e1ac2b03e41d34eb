//! The queries that are timed, drawn from the passages: the same for the same passages.

use std::collections::HashSet;
use std::path::Path;

use tracuu::mention::{Grain, NameKind};
use tracuu::stages::{find, fold};

use crate::random::mixed;
use crate::text::lines;

/// Passages that queries are drawn from.
const DRAWN: u64 = 40_000;

/// Queries of one kind.
pub struct Queries {
    pub kind: &'static str,
    /// As typed.
    pub lines: Vec<String>,
    /// What an index needs that knows words with their diacritics alone.
    pub marked: Vec<String>,
}

/// 200 short and 200 long queries, 100 unaccented, and 100 names, numbers and dates, each so many times; of what is
/// rare in the passages it may be fewer.
pub fn draw(passages: &Path, count: u64, times: usize) -> Vec<Queries> {
    let texts = sample(passages, count, times as u64);
    let mut texts = texts.iter();
    let mut take = |most: usize, from: &dyn Fn(&str) -> Option<String>| -> Vec<String> {
        let mut seen = HashSet::new();
        let found = texts.by_ref().filter_map(|text| from(text)).filter(|found| seen.insert(found.clone()));
        found.take(most * times).collect()
    };
    let short = take(200, &|text| words(text, 2, 4));
    let long = take(200, &|text| words(text, 15, 30));
    let plain = take(100, &|text| words(text, 2, 4));
    // names are rarer than all else and come last
    let numbers = take(100, &|text| {
        let known = find::numbers(text).into_iter().find(|known| known.number.symbol.is_some())?;
        Some(one_line(&text[known.range]))
    });
    let dates = take(100, &|text| {
        let known =
            find::dates(text, &[], None).0.into_iter().find(|known| known.grain == Grain::Day && known.valid)?;
        Some(one_line(&text[known.range]))
    });
    let names = take(100, &|text| {
        let known = find::people(text, &[]).into_iter().find(|known| known.kind == NameKind::Full)?;
        Some(known.name)
    });
    let same = |kind, lines: Vec<String>| Queries { kind, marked: lines.clone(), lines };
    vec![
        same("short", short),
        same("long", long),
        Queries { kind: "unaccented", lines: plain.iter().map(|line| fold(line)).collect(), marked: plain },
        same("names", names),
        same("numbers", numbers),
        same("dates", dates),
    ]
}

/// Of 20 queries of a log so many are of each kind: what an office asks for.
const MIXED: [(&str, usize); 6] =
    [("short", 8), ("unaccented", 4), ("names", 3), ("numbers", 3), ("dates", 1), ("long", 1)];

/// How often [`MIXED`] is gone through.
const ROUNDS: usize = 200;

/// A log of queries, one a line: 60 of 100 short, every third of them without diacritics, 15 names, 15 numbers, 5 dates
/// and 5 long ones, well mixed.
pub fn log(drawn: &[Queries]) -> String {
    let mut log = Vec::new();
    for (kind, a_round) in MIXED {
        let of_kind = drawn.iter().find(|queries| queries.kind == kind).map(|queries| &queries.lines);
        let lines = of_kind.into_iter().flatten().cycle().take(a_round * ROUNDS);
        log.extend(lines.map(String::as_str));
    }
    let mut log: Vec<(u64, &str)> = (0..).map(mixed).zip(log).collect();
    log.sort_unstable();
    log.into_iter().map(|(_, line)| format!("{line}\n")).collect()
}

/// Some of the passages, in an order without rule.
fn sample(passages: &Path, count: u64, times: u64) -> Vec<String> {
    let wanted: HashSet<u64> = (0..DRAWN * times).map(|n| mixed(n) % count).collect();
    let numbered = (0..).zip(lines(passages));
    let mut texts: Vec<(u64, String)> = numbered.filter(|(number, _)| wanted.contains(number)).collect();
    texts.sort_by_key(|(number, _)| mixed(!*number));
    texts.into_iter().map(|(_, text)| text).collect()
}

/// So many words of a text side by side, without signs.
fn words(text: &str, least: u64, most: u64) -> Option<String> {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    let all: Vec<&str> = text.split_whitespace().filter(is_word).collect();
    let seed = text.bytes().fold(1, |seed, byte| mixed(seed ^ u64::from(byte)));
    let count = (least + seed % (most - least + 1)) as usize;
    let room = all.len().checked_sub(count)? as u64;
    let start = (mixed(seed) % (room + 1)) as usize;
    let trimmed = all[start..start + count].iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    Some(trimmed.collect::<Vec<_>>().join(" ").replace('"', ""))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
