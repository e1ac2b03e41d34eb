//! Words that tell a time by the one told before to its days: `cùng ngày`, `năm sau`, `ba năm sau`, `năm đó`.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use super::sentence::Sentence;
use crate::mention::lists::{COUNTED_FROM, NUMERALS, SEVERAL_YEARS};
use crate::text;

/// A time told by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Relative {
    /// First word.
    pub from: usize,
    /// Word behind the last.
    pub to: usize,
    /// What is counted.
    pub unit: Unit,
    /// How many of them later.
    pub later: i32,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Month,
    Year,
}

/// Which words stand where.
struct Keys {
    units: [(u64, Unit); 4],
    numbers: Vec<u64>,
    /// Words before a unit: `cùng ngày`.
    same: Vec<u64>,
    /// Words behind it: `năm đó`, `năm ấy`.
    that: Vec<u64>,
    after: u64,
    /// Words behind `sau` that tell after what: `ba năm sau khi`.
    what: Vec<u64>,
    /// Words before `năm sau`: `và năm sau`.
    led: Vec<u64>,
    /// Words before `năm đó` that make it more than one, or a limit.
    many: Vec<u64>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let key = |word: &str| text::key(word);
    let keys = |list: &[&str]| list.iter().map(|word| text::key(word)).collect();
    Keys {
        units: [
            (key("ngày"), Unit::Day),
            (key("hôm"), Unit::Day),
            (key("tháng"), Unit::Month),
            (key("năm"), Unit::Year),
        ],
        numbers: keys(&NUMERALS[..11]),
        same: keys(&["cùng"]),
        that: keys(&["đó", "ấy"]),
        after: key("sau"),
        what: keys(COUNTED_FROM),
        led: keys(&["và", "đến", "vào", "rồi"]),
        many: keys(SEVERAL_YEARS),
    }
});

/// The times of a sentence that are told by another, in order; `text` is that of the whole document.
pub(super) fn find(text: &str, sentence: &Sentence) -> Vec<Relative> {
    let mut found: Vec<Relative> = Vec::new();
    for at in 0..sentence.words.len() {
        // the words of dates have no key
        let key = |at: usize| sentence.words.get(at).map_or(0, |word| word.key);
        let Some(&(_, unit)) = KEYS.units.iter().find(|(known, _)| *known == key(at)) else { continue };
        if found.last().is_some_and(|last| at < last.to) {
            continue;
        }
        let relative = if at > 0 && KEYS.same.contains(&key(at - 1)) {
            Some(Relative { from: at - 1, to: at + 1, unit, later: 0 })
        } else if KEYS.that.contains(&key(at + 1)) && joined(text, sentence, at + 1) && !is_counted(text, sentence, at)
        {
            Some(Relative { from: at, to: at + 2, unit, later: 0 })
        } else if at >= 3 && key(at - 2) == KEYS.that[0] && key(at - 3) == KEYS.after && joined(text, sentence, at) {
            // `sau đó ba hôm`
            count(text, sentence, at - 1).map(|later| Relative { from: at - 3, to: at + 1, unit, later })
        } else if key(at + 1) == KEYS.after && joined(text, sentence, at + 1) {
            later(text, sentence, at, unit)
        } else {
            None
        };
        found.extend(relative);
    }
    found
}

/// `năm sau`, `ba năm sau đó`, `2 năm sau`.
fn later(text: &str, sentence: &Sentence, at: usize, unit: Unit) -> Option<Relative> {
    let key = |at: usize| sentence.words.get(at).map_or(0, |word| word.key);
    // `ba năm sau khi lên ngôi`
    if KEYS.what.contains(&key(at + 2)) && joined(text, sentence, at + 2) {
        return None;
    }
    let to = if KEYS.that.contains(&key(at + 2)) { at + 3 } else { at + 2 };
    let count =
        at.checked_sub(1).and_then(|before| count(text, sentence, before)).filter(|_| joined(text, sentence, at));
    let from = if count.is_some() { at - 1 } else { at };
    // `những năm sau`, `nhiều năm sau`: nobody knows how many
    let heads =
        from == 0 || sentence.parts[from - 1].segment != sentence.parts[from].segment || !joined(text, sentence, from);
    let led = from > 0 && KEYS.led.contains(&sentence.words[from - 1].key);
    (count.is_some() || heads || led).then_some(Relative { from, to, unit, later: count.unwrap_or(1) })
}

/// The number that a word tells.
fn count(text: &str, sentence: &Sentence, at: usize) -> Option<i32> {
    let word = sentence.words.get(at)?;
    if let Some(number) = KEYS.numbers.iter().position(|known| *known == word.key && word.key != 0) {
        return Some(number as i32).filter(|number| *number > 0);
    }
    text.get(word.start..word.end)?.parse().ok().filter(|number| (1..=99).contains(number))
}

/// Whether a number stands before a unit: `hai năm đó` are no year.
fn is_counted(text: &str, sentence: &Sentence, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        count(text, sentence, before).is_some() || KEYS.many.contains(&sentence.words[before].key)
    })
}

/// Whether nothing but a blank stands before a word.
fn joined(text: &str, sentence: &Sentence, at: usize) -> bool {
    let (Some(before), Some(word)) = (at.checked_sub(1).and_then(|at| sentence.words.get(at)), sentence.words.get(at))
    else {
        return false;
    };
    text.get(before.end..word.start).is_some_and(|gap| gap.chars().all(char::is_whitespace))
}

impl Relative {
    /// The days that it tells where the time before began on `from` and ended on `to`.
    pub(super) fn of(&self, from: Date, to: Date) -> Option<(Date, Date)> {
        let known = match self.unit {
            Unit::Day => from == to,
            Unit::Month => from.first_of_month() == to.first_of_month(),
            Unit::Year => from.year() == to.year() || self.later > 0,
        };
        if !known {
            return None;
        }
        let day = match self.unit {
            Unit::Day => from.checked_add(self.later.days()),
            Unit::Month => from.first_of_month().checked_add(self.later.months()),
            Unit::Year => to.first_of_year().checked_add(self.later.years()),
        }
        .ok()?;
        Some(match self.unit {
            Unit::Day => (day, day),
            Unit::Month => (day, day.last_of_month()),
            Unit::Year => (day, day.last_of_year()),
        })
    }
}
