//! The head of a paper about its number, or the words for an issuer, to the province of the issuer.

use super::after::window_behind;
use super::paper::{self, is_office};
use super::words::{Room, Words};
use crate::analysis::{Analysis, fold};
use crate::mention::lists::BELOW_PROVINCE;

/// How far before a number its issuer stands.
const REACH: usize = 700;

/// The issuer stands in so many lines before the number.
const MAX_LINES: usize = 14;

/// A longer line is none of a head, in words.
const MAX_WORDS: usize = 16;

/// How far behind a number its place stands.
const PLACE_REACH: usize = 320;

/// The longest name of a province, in words.
const LONGEST: usize = 5;

/// Offices of the whole country are in the capital: a paper from there need not be that city's.
const CAPITAL: &str = "Hà Nội";

// PROVINCES: provinces by the exact form of each spelling
include!(concat!(env!("OUT_DIR"), "/provinces.rs"));

/// The province of the paper whose number stands from byte `start` to byte `end`.
pub(super) fn of_paper(text: &str, start: usize, end: usize, room: &mut Room) -> Option<&'static str> {
    let of_place = |room| of_place(text, end, room).filter(|place| *place != CAPITAL);
    of_head(text, start).or_else(|| of_place(room)).or_else(|| of_office(text, end))
}

/// The province that the words for an issuer name: `UBND tỉnh Cao Bằng`.
pub(super) fn of_issuer(words: &str) -> Option<&'static str> {
    last_named(words).filter(|named| named.by_unit).map(|named| named.province)
}

/// Whether folded words with blanks around each name a province.
pub(crate) fn names_province(folded: &str) -> bool {
    PROVINCES.words().any(|name| folded.contains(&format!(" {} ", fold(name))))
}

/// The province whose name words begin with, and how many words it has.
pub(super) fn begins_with(words: &[&str]) -> Option<(usize, &'static str)> {
    let longest = (1..=LONGEST.min(words.len())).rev();
    longest.filter_map(|count| Some((count, *PROVINCES.get(&words[..count].join(" "))?))).next()
}

/// The province that a cell names and nothing else: `Cao Bằng`, `UBND tỉnh Cao Bằng`.
pub(super) fn wholly(cell: &str) -> Option<&'static str> {
    let analysis = Analysis::of(cell);
    let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
    let leads = words.iter().take_while(|word| ["ubnd", "hđnd", "tỉnh", "tp"].contains(word)).count();
    begins_with(&words[leads..]).filter(|(count, _)| leads + count == words.len()).map(|(_, province)| province)
}

/// The province in the lines before a number: `LIÊN ĐOÀN LAO ĐỘNG TỈNH CAO BẰNG`.
fn of_head(text: &str, start: usize) -> Option<&'static str> {
    let mut from = start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    // the first column of each line, for a name may be broken; the last line first
    let mut left = Vec::new();
    let mut right = Vec::new();
    for line in text[from..start].rsplit('\n') {
        let line = paper::line(line);
        let Some((first, others)) = line.cells.split_first() else { continue };
        let is_prose = first.ends_with(['.', ';']) && !paper::is_capitals(first)
            || first.split_whitespace().nth(MAX_WORDS).is_some();
        if is_prose || left.len() == MAX_LINES {
            break;
        }
        left.push(*first);
        right.extend(others);
    }
    left.reverse();
    let named = last_named(&left.join(" "));
    let beside = right.into_iter().find_map(last_named);
    let by_unit = [&named, &beside].into_iter().flatten().find(|named| named.by_unit).map(|named| named.province);
    by_unit.or(named.or(beside).map(|named| named.province))
}

/// The province that is the place before the first day behind a number: `Cao Bằng, ngày 3 tháng 4`.
fn of_place(text: &str, end: usize, room: &mut Room) -> Option<&'static str> {
    let text = window_behind(text, end, PLACE_REACH);
    let mut words = Words::of(text, room);
    let mut first = 0;
    while words.exact(first)? != "ngày" {
        first += 1;
    }
    let before = paper::strip(&text[..words.range(first)?.start]).strip_suffix(',')?;
    let place = before.rsplit(['\n', '|', '\t']).next()?.rsplit("   ").next()?;
    last_named(place).map(|named| named.province)
}

/// The province of the office below the words of the type: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG`.
fn of_office(text: &str, end: usize) -> Option<&'static str> {
    let lines = window_behind(text, end, REACH).split('\n').map(paper::line);
    let offices = lines.filter_map(|line| line.cells.first().copied()).take(MAX_LINES).filter(|cell| is_office(cell));
    offices.filter_map(of_issuer).next()
}

struct Named {
    province: &'static str,
    /// Whether `tỉnh`, `thành phố` or the like stands before the name.
    by_unit: bool,
}

/// The last province named in `text`, one behind the word of a unit before others; the names of smaller
/// units are none.
fn last_named(text: &str) -> Option<Named> {
    let analysis = Analysis::of(text);
    let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
    let mut found: Option<Named> = None;
    let mut at = 0;
    while at < words.len() {
        let Some((count, province)) = begins_with(&words[at..]) else {
            at += 1;
            continue;
        };
        let of_smaller = match words[..at] {
            [.., "thị", "xã"] => false,
            [.., last] if BELOW_PROVINCE.contains(&last) => true,
            [.., unit, "ủy"] => BELOW_PROVINCE.contains(&unit) || unit == "thị",
            _ => false,
        };
        let by_unit =
            matches!(words[..at], [.., "tỉnh" | "ủy" | "phố" | "tp"]) || matches!(words[at], "thành" | "tp" | "tphcm");
        if !of_smaller && (by_unit || found.as_ref().is_none_or(|found| !found.by_unit)) {
            found = Some(Named { province, by_unit });
        }
        at += count;
    }
    found
}
