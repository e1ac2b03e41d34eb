//! The name of a reign and a count of years to the year: `Minh Mạng năm thứ 5`, `năm Tự Đức thứ 10`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::beside::{Before, Behind};
use super::lunar::{Lunar, LunarYear};
use super::parse::{Parser, Raw};
use super::scan::Kind;
use super::value::Piece;
use super::words::Word;
use crate::analysis::Analysis;

/// The names of reigns in exact form, each with the first and last years of those who bear it.
static REIGNS: LazyLock<FxHashMap<String, Vec<(i16, i16)>>> = LazyLock::new(|| {
    let mut reigns: FxHashMap<String, Vec<(i16, i16)>> = FxHashMap::default();
    for line in include_str!("../data/reigns.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let Some(name) = fields.next() else { continue };
        let years = fields.filter_map(|year| year.parse().ok()).collect::<Vec<i16>>();
        if let [first, last] = years[..] {
            let words = Analysis::of(name).words().map(|word| word.exact.to_owned()).collect::<Vec<_>>();
            reigns.entry(words.join(" ")).or_default().push((first, last));
        }
    }
    reigns
});

/// Most and fewest words of a name.
const NAME_WORDS: std::ops::RangeInclusive<usize> = 2..=4;

impl Parser<'_> {
    /// The year that a reign counts, from `năm` at token `at` on, which the name stands before or behind.
    pub(super) fn of_reign(&self, at: usize) -> Option<(Raw, usize)> {
        if !self.is(at, Word::Year) {
            return None;
        }
        if self.is(at + 1, Word::Ordinal) {
            let (count, next) = self.count(at + 2)?;
            let (start, year) = self.reign_before(self.run[at].start, count)?;
            return Some((raw(start..self.run[next - 1].end, year), next));
        }
        let is_name =
            matches!(self.kind(at + 1), Kind::Other) || self.run.get(at + 1).is_some_and(|token| token.capital);
        let (end, year) = is_name.then(|| self.reign_behind(self.run[at].end)).flatten()?;
        let next = self.run.iter().skip(at).take_while(|token| token.start < end).count();
        Some((raw(self.run[at].start..end, year), at + next.max(1)))
    }

    /// `5`, `V`, `năm`, `mười hai`.
    fn count(&self, at: usize) -> Option<(i16, usize)> {
        match self.kind(at) {
            Kind::Figure(count @ 1..=60, 1 | 2) => Some((count as i16, at + 1)),
            Kind::Roman(count) => Some((i16::from(count), at + 1)),
            Kind::Word(Word::Year) => Some((5, at + 1)),
            _ => self.spoken(at).filter(|(count, _)| *count <= 60).map(|(count, next)| (count as i16, next)),
        }
    }

    fn reign_before(&self, end: usize, count: i16) -> Option<(usize, i16)> {
        let words: Vec<_> = Before::new(self.text, end).take(*NAME_WORDS.end()).collect();
        let capital = |start: usize| self.text[start..].starts_with(char::is_uppercase);
        NAME_WORDS.rev().filter(|len| *len <= words.len()).find_map(|len| {
            let name: Vec<&str> = words[..len].iter().rev().map(|(word, _)| &**word).collect();
            let start = words[len - 1].1.start;
            Some((start, year_of(&name.join(" "), count).filter(|_| capital(start))?))
        })
    }

    /// `Minh Mạng thứ 5` behind byte `at`: its end and the year.
    fn reign_behind(&self, at: usize) -> Option<(usize, i16)> {
        if !self.text[at..].trim_start().starts_with(char::is_uppercase) {
            return None;
        }
        let words: Vec<_> = Behind::new(self.text, at).take(NAME_WORDS.end() + 2).collect();
        let ordinal = words.iter().position(|(word, _)| word == "thứ").filter(|at| NAME_WORDS.contains(at))?;
        let (count, range) = words.get(ordinal + 1)?;
        let name: Vec<&str> = words[..ordinal].iter().map(|(word, _)| &**word).collect();
        let count = count.parse().ok().filter(|count| (1..=60).contains(count))?;
        Some((range.end, year_of(&name.join(" "), count)?))
    }
}

/// The year that one reign alone of this name has.
fn year_of(name: &str, count: i16) -> Option<i16> {
    let of = |(first, last): &(i16, i16)| Some(first + count - 1).filter(|year| year <= last);
    let mut years = REIGNS.get(name)?.iter().filter_map(of);
    years.next().filter(|_| years.next().is_none())
}

fn raw(range: std::ops::Range<usize>, year: i16) -> Raw {
    let first = Piece::Lunar(Lunar { year: LunarYear::Number(year), ..Lunar::default() });
    Raw { range, first, last: None, shift: None, aim: false, cited: false, kept: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("../data/reigns.txt").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), REIGNS.values().map(Vec::len).sum::<usize>());
        assert!(REIGNS.values().flatten().all(|(first, last)| first <= last));
    }
}
