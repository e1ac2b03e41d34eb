//! A number as it is written to the document it names: one value, one canonical form, one key.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::standard::is_standard;
use super::symbol::{Written, fold_part, is_central};
use super::tables::{Form, Part};
use crate::text::is_invisible;

/// The number of a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Number {
    /// Digits without leading zeros, perhaps with a letter: `12a`.
    pub number: String,
    /// The year in the number: `45/2019/QH14`.
    pub year: Option<u16>,
    /// The parts in one order, the type first: `KH-LĐLĐ`, `CT/TU`. A type that the text names only
    /// in words is added (`Quyết định 217/HĐBT` has `QĐ-HĐBT`), but for laws and letters.
    pub symbol: Option<String>,
    /// The abbreviation of the type (KH, NQ, QĐ), from the symbol, else from the words before.
    pub kind: Option<String>,
    /// From the symbol (LĐLĐ, TW, QH14), else from the words behind (`Bộ Chính trị`).
    pub issuer: Option<String>,
}

/// What all spellings of a number share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Digits without leading zeros, perhaps with a letter.
    pub number: String,
    /// The year in the number.
    pub year: Option<u16>,
    /// The folded parts of the symbol, the type among them where it is known.
    pub parts: BTreeSet<String>,
}

/// Types that stand in words only and never in a symbol.
const UNWRITTEN: [&str; 4] = ["L", "BL", "PL", "CV"];

/// Types whose documents two or more bodies issue together.
const JOINT: [&str; 8] = ["KHPH", "KHLT", "TTLT", "TTLB", "NQLT", "QCPH", "CTPH", "HDLT"];

/// Types whose abbreviation stands for offices too: Chỉ thị, and Cục Thuế, Chủ tịch, Công ty.
const EITHER: [&str; 1] = ["CT"];

impl Number {
    /// The document of a written number behind the words of a type.
    pub(super) fn of(written: Written, words: Option<&str>) -> Self {
        let words = words.filter(|words| !words.is_empty());
        let mut kinds: Vec<String> = Vec::new();
        let mut issuers: Vec<String> = Vec::new();
        let mut party = false;
        let is_office = written.begins_with_office(words);
        for part in &written.parts {
            match part.known {
                Some(Part::Type(abbreviation)) if kinds.is_empty() && !is_office => {
                    kinds.push(abbreviation.to_owned());
                }
                Some(Part::Type(abbreviation)) => issuers.push(abbreviation.to_owned()),
                Some(Part::Issuer(issuer, form)) => {
                    party |= form == Form::Party;
                    // `LĐTB&XH` and `TƯ` stay as they are written, their key is that of `LĐTBXH` and `TW`
                    if part.text.contains('&') || is_central(&part.text) {
                        issuers.push(part.text.to_uppercase());
                        continue;
                    }
                    let stem = part.text.trim_end_matches(|c: char| c.is_ascii_digit());
                    issuers.push(format!("{issuer}{}", &part.text[stem.len()..]));
                }
                None => issuers.push(part.text.to_uppercase_if_small()),
            }
        }
        let by_assembly = written.is_of_assembly();
        let kind = match (kinds.pop(), words) {
            // the laws' own type stands in words, and `PL` in `08/2008/PL-UBTVQH12` too
            (Some(kind), _) => {
                kinds.push(kind.clone());
                Some(kind)
            }
            (None, Some(words)) => {
                if !by_assembly && !UNWRITTEN.contains(&words) && !issuers.is_empty() {
                    kinds.push(words.to_owned());
                }
                Some(words.to_owned())
            }
            (None, None) => None,
        };
        let sign = if party { "/" } else { "-" };
        let symbol = match (kinds.first(), issuers.is_empty()) {
            (None, true) => None,
            (Some(kind), true) => Some(kind.clone()),
            (None, false) => Some(issuers.join("-")),
            (Some(kind), false) => Some(format!("{kind}{sign}{}", issuers.join("-"))),
        };
        let joint = kind.as_deref().is_some_and(|kind| JOINT.contains(&kind));
        let issuer = if joint && !issuers.is_empty() { Some(issuers.join("-")) } else { issuers.into_iter().next() };
        Self { number: written.number, year: written.year, symbol, kind, issuer }
    }

    /// The number in the form of its kind: `142/KH-LĐLĐ`, `6-CT/TU`, `45/2019/QH14`; a number that
    /// stands without symbol takes its type (`21/NQ`), a standard stands behind its series (`TCVN 5574:2018`). Reads back
    /// to an equal key.
    pub fn canonical(&self) -> String {
        if let Some(series) = self.kind.as_deref().filter(|kind| is_standard(kind)) {
            let year = self.year.map(|year| format!(":{year}")).unwrap_or_default();
            let issuer = self.symbol.as_deref().and_then(|symbol| symbol.strip_prefix(series));
            let issuer = issuer.map(|issuer| issuer.replace('-', "/")).unwrap_or_default();
            return format!("{series} {}{year}{issuer}", self.number);
        }
        let mut canonical = self.number.clone();
        if let Some(year) = self.year {
            canonical.push('/');
            canonical.push_str(&year.to_string());
        }
        if let Some(symbol) = self.symbol.as_deref().or(self.kind.as_deref()) {
            canonical.push(if symbol.contains('/') && self.year.is_none() { '-' } else { '/' });
            for piece in symbol.split_inclusive(['-', '/']) {
                match piece.strip_prefix("TƯ") {
                    Some(rest @ ("" | "-" | "/")) => canonical.extend(["TW", rest]),
                    _ => canonical.push_str(piece),
                }
            }
        }
        canonical
    }

    /// What all spellings of this number share.
    pub(crate) fn key(&self) -> Key {
        let symbol = self.symbol.as_deref().or(self.kind.as_deref()).unwrap_or_default();
        let parts = symbol.split(['/', '-']).map(fold_part).filter(|part| !part.is_empty()).collect();
        Key { number: self.number.clone(), year: self.year, parts }
    }
}

impl Written {
    /// Whether the symbol begins with an office and no type: `5443/CT-CS` is a letter of Cục Thuế, and a directive of none
    /// that is known, unless the words before say that it is one.
    fn begins_with_office(&self, words: Option<&str>) -> bool {
        let [first, rest @ ..] = &self.parts[..] else { return false };
        let is_either = matches!(first.known, Some(Part::Type(abbreviation)) if EITHER.contains(&abbreviation));
        is_either
            && words != Some(first.text.as_str())
            && !rest.is_empty()
            && rest.iter().all(|part| part.known.is_none())
    }

    /// It as it is written, with the symbol of the last of its list where it has none of its own.
    pub(super) fn spelling(&self, text: &str, last: &Self) -> String {
        let is_whole = self.end > self.digits.end || self.parts.is_empty();
        let symbol = if is_whole { self } else { last };
        let parts = [&text[self.digits.clone()], &text[symbol.digits.end..symbol.end]];
        let letters: String = parts.concat().nfc().filter(|letter| *letter != '*' && !is_invisible(*letter)).collect();
        let words: Vec<&str> = letters.split_whitespace().collect();
        words.join(" ").replace(" /", "/").replace("/ ", "/").replace(" -", "-").replace("- ", "-")
    }

    /// Whether the symbol is that of the National Assembly or its committee, which names no type.
    pub(super) fn is_of_assembly(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.known, Some(Part::Issuer("QH" | "UBTVQH", _))))
    }
}

trait Upper {
    fn to_uppercase_if_small(&self) -> String;
}

impl Upper for String {
    /// `kh-abc` and `KH-ABC` are one symbol, `KTr` stays as it is written.
    fn to_uppercase_if_small(&self) -> String {
        if self.chars().any(char::is_uppercase) { self.clone() } else { self.to_uppercase() }
    }
}
