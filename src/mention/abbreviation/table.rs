//! Data file to look-ups: short forms that texts do not define, and their long forms.

use unicode_normalization::UnicodeNormalization;

use crate::analysis::Analysis;
use crate::text::syllable::is_syllable;

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
    let found = if exact.is_ascii() { FOLDED.get(&exact) } else { EXACT.get(&exact) };
    found.copied().unwrap_or_default()
}

/// Short forms of a long one, given by its folded words with one blank between.
pub fn shorts_of(long_folded: &str) -> &'static [&'static str] {
    SHORTS.get(long_folded).copied().unwrap_or_default()
}

/// The longest long form that folded words begin with: how many of them it has, and its short forms.
pub fn longest_at(words: &[&str]) -> Option<(usize, &'static [&'static str])> {
    let longest = *LENGTHS.get(words.first()?)?;
    (1..=longest.min(words.len())).rev().find_map(|len| {
        let shorts = SHORTS.get(&words[..len].join(" "))?;
        Some((len, *shorts))
    })
}

// EXACT, FOLDED: long forms by their short ones, the first only of those with diacritics; SHORTS: short forms by their
// long ones, folded; LENGTHS: the first word of long forms to the most words that one has
include!(concat!(env!("OUT_DIR"), "/abbreviations.rs"));

/// Lower case, NFC, letters and digits alone.
fn exact_key(short: &str) -> String {
    let analysis = Analysis::of(short);
    let key: String = analysis.words().map(|word| word.exact).collect();
    key.nfc().collect()
}
