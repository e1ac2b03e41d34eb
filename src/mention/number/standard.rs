//! Text at a digit to the technical standard or regulation named there: `TCVN 5574:2018`, `QCVN 01-1:2018/BYT`.

use super::before::Before;
use super::symbol::{SymbolPart, Written, figures_end};
use super::tables::{Needs, TypeWords};
use crate::text::{is_dash, is_long_dash};

/// The letters that standards are numbered under, and whether many things else are numbered so.
const SERIES: [(&str, Series); 12] = [
    ("TCVN", Series::Own),
    ("QCVN", Series::Own),
    ("QCXDVN", Series::Own),
    ("TCXDVN", Series::Own),
    ("TCXD", Series::Own),
    ("QCĐP", Series::Own),
    ("QCDP", Series::Own),
    ("TCCS", Series::Own),
    ("ISO", Series::Shared),
    ("IEC", Series::Shared),
    ("EN", Series::Yearly),
    ("TCN", Series::Yearly),
];

/// What a number behind the letters needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Series {
    /// Nothing.
    Own,
    /// Figures as standards have them, or a year: `ISO 1600` tells how a photograph was taken.
    Shared,
    /// A year.
    Yearly,
}

/// The letters of a series are no more than these.
const MAX_LETTERS: usize = 6;

/// Longer numbers are something else.
const MAX_BYTES: usize = 24;

/// The standard whose number begins at byte `digit`, and what stands before it.
pub(super) fn read(text: &str, digit: usize) -> Option<(Before, Written)> {
    let before = text[..digit].trim_end_matches([' ', '\u{A0}']);
    before.ends_with(|c: char| c.is_ascii_alphabetic() || c == 'ố').then_some(())?;
    let (mut start, mut kind, series) = series(before).or_else(|| {
        // `TCVN số 5574`
        let before = text[..digit].trim_end_matches([' ', '\u{A0}']).strip_suffix("số")?;
        series(before.trim_end_matches([' ', '\u{A0}']))
    })?;
    let mut needs = series;
    // `TCVN ISO 9001:2015`, `ISO/IEC 17025:2017`
    while let Some((outer, of, series_of)) = series_before(text, start) {
        start = outer;
        (kind, needs) = if series_of == Series::Own { (of, Series::Own) } else { (of, needs) };
    }
    let (number_end, year, mut end) = figures(text, digit)?;
    let number: Vec<&str> =
        text[digit..number_end].split(['-', '.']).map(|part| part.trim().trim_start_matches('0')).collect();
    let number = number.join("-");
    let fits = match needs {
        _ if number.is_empty() || number.starts_with('-') || number.ends_with('-') => false,
        Series::Own => true,
        Series::Shared => year.is_some() || number_end - digit == 5 || number.starts_with('9') && number.len() == 4,
        Series::Yearly => year.is_some(),
    };
    if !fits {
        return None;
    }
    let mut parts = Vec::new();
    if let Some((part, part_end)) = issuer(text, end) {
        parts.push(part);
        end = part_end;
    }
    let written = Written { number, year, parts, digits: start..number_end, end, slash: false };
    let kind = Some(TypeWords { abbreviation: kind, needs: Needs::Nothing });
    Some((Before { start, kind, capital: true, so: false, head: false, line_end: false, form: false }, written))
}

/// Whether a type is a series of standards.
pub(in crate::mention) fn is_standard(kind: &str) -> bool {
    SERIES.iter().any(|(name, _)| *name == kind)
}

/// The series whose letters end `before`, and where they begin.
fn series(before: &str) -> Option<(usize, &'static str, Series)> {
    let letters = before.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).take(MAX_LETTERS + 1);
    let (start, len) = letters.fold((before.len(), 0), |(_, len), (at, _)| (at, len + 1));
    if len == 0 || len > MAX_LETTERS {
        return None;
    }
    let letters = &before[start..];
    // `en` and `ten` are words in other texts
    let (name, series) = SERIES.into_iter().find(|(name, series)| match series {
        Series::Yearly => letters == *name,
        _ => letters.chars().flat_map(char::to_uppercase).eq(name.chars()),
    })?;
    Some((start, if name == "QCDP" { "QCĐP" } else { name }, series))
}

fn series_before(text: &str, start: usize) -> Option<(usize, &'static str, Series)> {
    let before = text[..start].strip_suffix([' ', '/', '-', '\u{A0}'])?;
    series(before)
}

/// The end of the number at byte `digit`, the year behind it and the end of both: `5574:2018`, `01-1:2018`, `5574-1991`.
fn figures(text: &str, digit: usize) -> Option<(usize, Option<u16>, usize)> {
    let year = |at: usize| {
        let end = figures_end(text, at);
        let value: u16 = text.get(at..end).filter(|year| year.len() == 4)?.parse().ok()?;
        let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric());
        ((1950..=2099).contains(&value) && ends).then_some((value, end))
    };
    let mut end = figures_end(text, digit);
    while end - digit <= MAX_BYTES {
        let rest = &text[end..];
        if let Some(behind) = rest.strip_prefix(':') {
            let at = text.len() - behind.trim_start_matches(' ').len();
            return Some(year(at).map_or((end, None, end), |(year, to)| (end, Some(year), to)));
        }
        if let Some(next) = spaced(text, end) {
            end = next;
            continue;
        }
        let Some(behind) = rest.strip_prefix(|c| c == '.' || is_dash(c)) else { break };
        let at = text.len() - behind.len();
        if let Some((year, to)) = year(at).filter(|_| !rest.starts_with('.')) {
            return Some((end, Some(year), to));
        }
        let next = figures_end(text, at);
        if next == at || rest.starts_with(is_long_dash) {
            break;
        }
        end = next;
    }
    let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '%');
    (ends && end - digit <= MAX_BYTES).then_some((end, None, end))
}

/// The end of the second figures of a number with blanks around its dash, where a colon follows: `01 - 99: 2012`.
fn spaced(text: &str, end: usize) -> Option<usize> {
    let behind = text[end..].strip_prefix(' ')?.strip_prefix('-')?.strip_prefix(' ')?;
    let at = text.len() - behind.len();
    let next = figures_end(text, at);
    (next > at && text[next..].starts_with(':')).then_some(next)
}

/// `/BYT` behind byte `at`.
fn issuer(text: &str, at: usize) -> Option<(SymbolPart, usize)> {
    let rest = text[at..].strip_prefix('/')?;
    let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let part = &rest[..len];
    let fits = (2..=16).contains(&len) && part.starts_with(char::is_alphabetic);
    fits.then(|| (SymbolPart::new(part.to_uppercase()), at + 1 + len))
}
