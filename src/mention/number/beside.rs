//! What stands beside a reference to a document of a province to which province that is: `Quyết định số … của tỉnh Cao
//! Bằng`, `UBND tỉnh Cao Bằng ban hành Quyết định số …`, `| Cao Bằng | Quyết định số … |`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::after::window_behind;
use super::mention::NumberMention;
use super::province::{begins_with, wholly};
use super::value::Number;
use crate::analysis::Analysis;

/// Bodies whose documents bear one number in each province.
const BODIES: [&str; 3] = ["UBND", "HĐND", "UB"];

/// How far beside a number its province stands, in bytes.
const REACH: usize = 120;

/// How far before a number the heading of its section stands, in bytes.
const SECTION: usize = 2000;

/// Longer lines are no headings, in bytes.
const HEADING: usize = 48;

/// How much of a row on each side of a number is read, in bytes.
const ROW: usize = 800;

/// Words of the day of issue, between a number and its province.
const DAY: [&str; 7] = ["ngày", "tháng", "năm", "được", "ban", "hành", "ký"];

/// Words before the name of a province.
const UNITS: [&str; 14] =
    ["của", "tại", "ở", "do", "còn", "ubnd", "hđnd", "ủy", "ban", "nhân", "dân", "hội", "đồng", "tỉnh"];

/// Words between a province and the number of its document.
const ISSUES: [&str; 13] = ["đã", "ban", "hành", "có", "cũng", "ra", "ký", "thì", "là", "các", "với", "theo", "tại"];

/// Gives the references to a number that a text names several times, and of which each province may have a document,
/// the province that stands behind them, before them in their clause, or in a cell of their row.
pub(super) fn tell_provinces(text: &str, mentions: &mut [NumberMention]) {
    let mut times: FxHashMap<Number, usize> = FxHashMap::default();
    let is_local =
        |mention: &NumberMention| mention.number.issuer.as_deref().is_some_and(|issuer| BODIES.contains(&issuer));
    for mention in mentions.iter().filter(|mention| is_local(mention)) {
        *times.entry(mention.number.clone()).or_default() += 1;
    }
    let is_told = |mention: &&mut NumberMention| {
        mention.province.is_none() && times.get(&mention.number).is_some_and(|times| *times > 1)
    };
    for mention in mentions.iter_mut().filter(is_told) {
        let Range { start, end } = mention.range;
        let province = behind(text, end).or_else(|| before(text, start)).or_else(|| in_row(text, start..end));
        let province = province.or_else(|| heading(text, start));
        mention.province = province.map(str::to_owned);
    }
}

/// `Quyết định số … ngày … của tỉnh Cao Bằng`, `Quyết định số … (Cao Bằng)`.
fn behind(text: &str, end: usize) -> Option<&'static str> {
    let near = window_behind(text, end, REACH);
    let near = &near[..near.find(['|', ';', ':', '\n', ')']).unwrap_or(near.len())];
    let analysis = Analysis::of(near);
    let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
    let is_of_day = |word: &&&str| DAY.contains(*word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let words = &words[words.iter().take_while(is_of_day).count()..];
    let leads = words.iter().take_while(|word| UNITS.contains(word)).count();
    let is_led = match words.first() {
        Some(&"của") => near.trim_start().starts_with(|c: char| c.is_alphabetic()),
        _ => near.trim_start().starts_with('('),
    };
    begins_with(&words[leads..]).filter(|_| is_led).map(|(_, province)| province)
}

/// `UBND tỉnh Cao Bằng ban hành Quyết định số …`, `Tỉnh Cao Bằng: Quyết định số …`, `Tại Cao Bằng, Quyết định số …`.
fn before(text: &str, start: usize) -> Option<&'static str> {
    let from = (start.saturating_sub(REACH)..=start).find(|at| text.is_char_boundary(*at))?;
    let near = &text[from..start];
    let begins = near.rfind(['|', ';', '\n', '.', '(']).map_or(0, |sign| sign + 1);
    // `Tại Cao Bằng, Quyết định số …`
    let clause = near[begins..].trim_end_matches([' ', ',']);
    let clause = clause.rsplit_once(", ").map_or(clause, |(_, last)| last);
    if begins == 0 && from > 0 {
        return None;
    }
    let analysis = Analysis::of(clause);
    let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
    let leads = words.iter().take_while(|word| UNITS.contains(word)).count();
    let (count, province) = begins_with(&words[leads..])?;
    let rest = &words[leads + count..];
    let is_told = leads > 0 || near.trim_end().ends_with(':');
    (is_told && rest.iter().all(|word| ISSUES.contains(word))).then_some(province)
}

/// `| Cao Bằng | Quyết định số … | hết hiệu lực |`: the only province that a cell of the row is.
fn in_row(text: &str, range: Range<usize>) -> Option<&'static str> {
    let from = (range.start.saturating_sub(ROW)..=range.start).find(|at| text.is_char_boundary(*at))?;
    let begins = text[from..range.start].rfind('\n').map_or(from, |end| from + end + 1);
    let behind = window_behind(text, range.end, ROW);
    let ends = range.end + behind.find('\n').unwrap_or(behind.len());
    let row = &text[begins..ends];
    let sign = ['|', '\t'].into_iter().find(|sign| row.matches(*sign).count() > 1)?;
    let mut told = row.split(sign).filter_map(wholly);
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

/// The last line before a reference that is a heading of nothing but a province: `1. Tỉnh Cao Bằng`.
fn heading(text: &str, start: usize) -> Option<&'static str> {
    let from = (start.saturating_sub(SECTION)..=start).find(|at| text.is_char_boundary(*at))?;
    let lines = text[from..start].rsplit('\n').skip(1);
    let lines = lines.filter(|line| line.len() <= HEADING);
    lines.filter_map(|line| wholly(line.trim_start_matches(|c: char| !c.is_alphabetic()))).next()
}
