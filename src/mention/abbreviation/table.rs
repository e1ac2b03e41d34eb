//! Data file to look-ups: short forms that texts do not define, and their long forms.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use crate::analysis::syllable::is_syllable;
use crate::analysis::{Analysis, fold, unmarked};

const DATA: &str = include_str!("../data/abbreviations.txt");

/// What a short form stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Long {
    /// The short form in its usual spelling.
    pub short: &'static str,
    /// The long form in its usual spelling.
    pub long: &'static str,
    /// Whether the letters are the initials of the long form.
    pub initials: bool,
}

/// Long forms of a short form in the table, the likeliest first; none where it is not in the table.
///
/// Signs and blanks in it don't count. A form with diacritics (`hđ`) finds its own only, one without
/// (`hd`) its own and behind them those that have diacritics. A form that is a word in lower case (`tư`,
/// `tu`) is found with a capital only.
pub fn known(short: &str) -> &'static [Long] {
    let exact = exact_key(short);
    if is_syllable(&exact) && !short.contains(char::is_uppercase) {
        return &[];
    }
    let found = if exact.is_ascii() { TABLE.folded.get(&exact) } else { TABLE.exact.get(&exact) };
    found.map_or(&[], Vec::as_slice)
}

/// Short forms of a long one, given by its folded words with one blank between.
pub fn shorts_of(long_folded: &str) -> &'static [&'static str] {
    TABLE.shorts.get(long_folded).map_or(&[], Vec::as_slice)
}

/// The longest long form that folded words begin with: how many of them it has, and its short forms.
pub fn longest_at(words: &[&str]) -> Option<(usize, &'static [&'static str])> {
    let longest = *TABLE.lengths.get(*words.first()?)?;
    (1..=longest.min(words.len())).rev().find_map(|len| {
        let shorts = TABLE.shorts.get(&words[..len].join(" "))?;
        Some((len, shorts.as_slice()))
    })
}

struct Table {
    exact: FxHashMap<String, Vec<Long>>,
    folded: FxHashMap<String, Vec<Long>>,
    shorts: FxHashMap<String, Vec<&'static str>>,
    /// The first word of long forms to the most words that one has.
    lengths: FxHashMap<String, usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        exact: FxHashMap::default(),
        folded: FxHashMap::default(),
        shorts: FxHashMap::default(),
        lengths: FxHashMap::default(),
    };
    for entry in entries() {
        table.add(entry);
    }
    for longs in table.folded.values_mut() {
        longs.sort_by_key(|long| !long.short.is_ascii());
    }
    table
});

impl Table {
    fn add(&mut self, entry: Long) {
        let exact = exact_key(entry.short);
        let folded = unmarked(&exact);
        let long = fold(entry.long);
        let shorts = self.shorts.entry(long.clone()).or_default();
        if !shorts.contains(&entry.short) {
            shorts.push(entry.short);
        }
        if let Some(first) = long.split(' ').next() {
            let length = self.lengths.entry(first.to_owned()).or_default();
            *length = (*length).max(long.split(' ').count());
        }
        for (table, key) in [(&mut self.folded, folded), (&mut self.exact, exact)] {
            let longs = table.entry(key).or_default();
            // two spellings of one short form are one: TƯ and T.Ư
            if !longs.iter().any(|known| known.long == entry.long) {
                longs.push(entry.clone());
            }
        }
    }
}

/// The entries of the data file in its order.
pub(super) fn entries() -> impl Iterator<Item = Long> {
    let lines = DATA.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter_map(|line| line.split_once('\t')).flat_map(|(short, longs)| {
        longs.split("; ").map(move |long| {
            let foreign = long.strip_prefix('~');
            Long { short, long: foreign.unwrap_or(long), initials: foreign.is_none() }
        })
    })
}

/// Lower case, NFC, letters and digits alone.
fn exact_key(short: &str) -> String {
    let analysis = Analysis::of(short);
    let key: String = analysis.words().map(|word| word.exact).collect();
    key.nfc().collect()
}
