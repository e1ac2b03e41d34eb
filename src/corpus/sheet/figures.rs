//! A number and a section of its format that shows figures -> text.
//!
//! What stands between thousands is the reader's own (`1.234` in Vietnam, `1,234` elsewhere) and is left out, and so are
//! zeros at the end of decimals, so that a number is one word however a column is made up.

use super::format::{Section, Token};

/// Figures behind the point at most; a number holds no more.
const MAX_DECIMALS: usize = 30;

/// Figures that a number holds for certain.
const SURE_FIGURES: usize = 15;

/// A number as it is, as a wide cell without a format shows it.
pub(super) fn general(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    if !(1e-9..1e15).contains(&number.abs()) {
        let told = format!("{number:.5E}");
        let (mantissa, exponent) = told.split_once('E').unwrap_or((&told, "0"));
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{}E{sign}{:02}", without_zeros(mantissa), exponent.abs());
    }
    let before = number.abs().log10().floor().max(0.0) as usize + 1;
    without_zeros(&format!("{number:.*}", SURE_FIGURES.saturating_sub(before))).to_owned()
}

fn without_zeros(figures: &str) -> &str {
    if figures.contains('.') { figures.trim_end_matches('0').trim_end_matches('.') } else { figures }
}

/// A number that is not below zero, in a section with places of figures.
pub(super) fn figures(number: f64, section: &Section) -> String {
    let tokens = &section.tokens;
    if let Some(slash) = fraction(tokens) {
        return as_fraction(number, tokens, slash);
    }
    let point = tokens.iter().position(|token| matches!(token, Token::Point));
    let exponent = tokens.iter().position(|token| matches!(token, Token::Exponent(_)));
    let end = exponent.unwrap_or(tokens.len());
    let point = point.filter(|&point| point < end);
    let places = |from: usize, to: usize| count_places(&tokens[from.min(to)..to]);
    let decimals = point.map_or(0, |point| places(point, end)).min(MAX_DECIMALS);
    let (whole_end, number) = (point.unwrap_or(end), scaled(number, tokens, point.unwrap_or(end)));
    let (number, power) =
        if exponent.is_some() { normalized(number, places(0, whole_end), decimals) } else { (number, 0) };
    let told = rounded(number, decimals);
    let (whole, part) = told.split_once('.').unwrap_or((&told, ""));
    let mut out = String::new();
    write_whole(whole, &tokens[..whole_end], &mut out);
    if let Some(point) = point {
        write_decimals(part, &tokens[point..end], exponent.is_some(), &mut out);
    }
    if let Some(Token::Exponent(shows_plus)) = exponent.map(|at| &tokens[at]) {
        out.push('E');
        out.push_str(if power < 0 {
            "-"
        } else if *shows_plus {
            "+"
        } else {
            ""
        });
        write_whole(&power.abs().to_string(), &tokens[end + 1..], &mut out);
    }
    out
}

fn count_places(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| matches!(token, Token::Place(_))).count()
}

/// Rounds a half up as people do, whatever the number is in binary.
fn rounded(number: f64, decimals: usize) -> String {
    format!("{:.decimals$}", number * (1.0 + 2.0 * f64::EPSILON))
}

/// In hundreds of what it is where the format shows percents, in thousandths for each comma behind the last whole place.
fn scaled(number: f64, tokens: &[Token], whole_end: usize) -> f64 {
    let percents = tokens.iter().filter(|token| matches!(token, Token::Percent)).count().min(4);
    let last = tokens.iter().rposition(|token| matches!(token, Token::Place(_))).map_or(0, |last| last + 1);
    let behind_whole = &tokens[..whole_end];
    let at_point = behind_whole.iter().rev().take_while(|token| matches!(token, Token::Comma)).count();
    let at_end = tokens[last..].iter().take_while(|token| matches!(token, Token::Comma)).count();
    let commas = if whole_end < last { at_point + at_end } else { at_end }.min(8);
    number * 100_f64.powi(percents as i32) / 1000_f64.powi(commas as i32)
}

/// A mantissa with as many whole figures as there are places, and its power of ten.
fn normalized(number: f64, whole_places: usize, decimals: usize) -> (f64, i32) {
    if number == 0.0 || !number.is_finite() {
        return (0.0, 0);
    }
    let step = i32::try_from(whole_places.clamp(1, 9)).unwrap_or(1);
    let mut power = (number.log10().floor() as i32).div_euclid(step) * step;
    let mut mantissa = number / 10_f64.powi(power);
    if rounded(mantissa, decimals).parse::<f64>().is_ok_and(|shown| shown >= 10_f64.powi(step)) {
        power += step;
        mantissa = number / 10_f64.powi(power);
    }
    (mantissa, power)
}

/// Writes whole figures into their places from the right; the first place takes all that are left.
fn write_whole(whole: &str, tokens: &[Token], out: &mut String) {
    let places = count_places(tokens);
    let first = tokens.iter().position(|token| matches!(token, Token::Place(_)));
    let whole = if whole == "0" { "" } else { whole };
    let figures: Vec<char> = whole.chars().collect();
    let mut left = figures.len().max(places);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Place(kind) => {
                let takes = if Some(at) == first { left - places + 1 } else { 1 };
                for _ in 0..takes {
                    let figure = figures.len().checked_sub(left).and_then(|at| figures.get(at)).copied();
                    left -= 1;
                    out.extend(figure.or(filler(*kind)));
                }
            }
            token => write_other(token, out),
        }
    }
    if places == 0 {
        out.push_str(whole);
    }
}

fn filler(kind: char) -> Option<char> {
    match kind {
        '0' => Some('0'),
        '?' => Some(' '),
        _ => None,
    }
}

/// Writes decimals into their places, zeros at the end only where all are wanted.
fn write_decimals(part: &str, tokens: &[Token], keeps_zeros: bool, out: &mut String) {
    let kept = part.trim_end_matches('0').len();
    let mut figures = part.chars().enumerate();
    for token in tokens {
        match token {
            Token::Point if kept > 0 || keeps_zeros => out.push('.'),
            Token::Place(kind) => match figures.next() {
                Some((at, figure)) if at < kept || (keeps_zeros && *kind == '0') => out.push(figure),
                _ => {}
            },
            token => write_other(token, out),
        }
    }
}

fn write_other(token: &Token, out: &mut String) {
    match token {
        Token::Literal(text) => out.push_str(text),
        Token::Percent => out.push('%'),
        Token::Slash => out.push('/'),
        _ => {}
    }
}

/// Where the line of a fraction stands.
fn fraction(tokens: &[Token]) -> Option<usize> {
    let slash = tokens.iter().position(|token| matches!(token, Token::Slash))?;
    let is_figure = |token: &&Token| {
        matches!(token, Token::Place(_))
            || matches!(token, Token::Literal(text) if text.chars().all(|c| c.is_ascii_digit()) && !text.is_empty())
    };
    let is_before = tokens[..slash].iter().rev().find(|token| is_figure(token)).is_some();
    (is_before && tokens.get(slash + 1).is_some_and(|token| is_figure(&token))).then_some(slash)
}

fn as_fraction(number: f64, tokens: &[Token], slash: usize) -> String {
    let behind = &tokens[slash + 1..];
    let fixed: String = behind
        .iter()
        .map_while(|token| match token {
            Token::Literal(text) => Some(text.clone()),
            Token::Place('0') => Some("0".to_owned()),
            _ => None,
        })
        .collect();
    let most = 10_u64.pow(count_places(behind).clamp(1, 4) as u32) - 1;
    let mut runs = tokens[..slash].split(|token| !matches!(token, Token::Place(_))).filter(|run| !run.is_empty());
    let has_whole = runs.next().is_some() && runs.next().is_some();
    if number >= 1e15 {
        return general(number);
    }
    let whole = if has_whole { number.floor() } else { 0.0 };
    let rest = number - whole;
    let (over, under) = match fixed.trim().parse::<u64>() {
        Ok(under) if under > 0 => ((rest * under as f64).round() as u64, under),
        _ => nearest(rest, most),
    };
    let (whole, over) = if has_whole && over == under { (whole + 1.0, 0) } else { (whole, over) };
    match (has_whole, over) {
        (true, 0) => format!("{whole}"),
        (true, _) if whole > 0.0 => format!("{whole} {over}/{under}"),
        _ => format!("{over}/{under}"),
    }
}

/// The fraction that comes nearest, with no more below the line.
fn nearest(number: f64, most: u64) -> (u64, u64) {
    let distance = |under: u64| ((number * under as f64).round() / under as f64 - number).abs();
    let best = (1..=most).fold(1, |best, under| if distance(under) + 1e-12 < distance(best) { under } else { best });
    ((number * best as f64).round() as u64, best)
}
