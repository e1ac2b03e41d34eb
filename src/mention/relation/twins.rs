//! Two documents of one number in a text, which differ by the province of their issuer or the day of issue, to each what
//! is said of it. While the text is read, each of them bears a mark; what is said of one that may be either is not
//! claimed of any.

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::mention::{Paper, Relation, RelationMention, ValidityMention};
use crate::mention::number::{Number, NumberMention, Role};

/// Parts a number from the mark. No text that was read holds it.
const SIGN: char = '\u{1f}';

/// So many numbers before and behind what is said are looked at.
const NEAR: usize = 128;

/// What tells documents of one number apart: the province, and the day where no year stands in the number.
type Told<'a> = (Option<&'a str>, Option<Date>);

/// The numbers of a text, each with a mark where the text names several documents of it; none where there is no such.
pub(super) fn marked(numbers: &[NumberMention]) -> Option<Vec<NumberMention>> {
    let head = numbers.iter().find(|mention| mention.role == Role::Head);
    let told = |mention: &NumberMention| -> (Option<String>, Option<Date>) {
        let is_local = |number: &Number| matches!(number.issuer.as_deref(), Some("UBND" | "HĐND" | "UB"));
        let own = || head.filter(|_| is_local(&mention.number)).and_then(|head| head.province.clone());
        (mention.province.clone().or_else(own), mention.issued.filter(|_| mention.number.year.is_none()))
    };
    let told: Vec<(Option<String>, Option<Date>)> = numbers.iter().map(told).collect();
    let told = |at: usize| -> Told<'_> { (told[at].0.as_deref(), told[at].1) };
    let mut named: FxHashMap<&Number, Vec<usize>> = FxHashMap::default();
    for (at, mention) in numbers.iter().enumerate() {
        named.entry(&mention.number).or_default().push(at);
    }
    let mut marks: FxHashMap<usize, String> = FxHashMap::default();
    for mut places in named.into_values().filter(|places| places.len() > 1) {
        places.sort_by_key(|at| usize::from(told(*at).0.is_none()) + usize::from(told(*at).1.is_none()));
        let mut documents: Vec<Told<'_>> = Vec::new();
        for at in &places {
            if documents.iter().all(|document| differ(*document, told(*at))) {
                documents.push(told(*at));
            }
        }
        if documents.len() < 2 {
            continue;
        }
        let is_head = |at: &&usize| numbers[**at].role == Role::Head;
        let own = places.iter().find(is_head).map(|at| told(*at));
        for at in places {
            let may_be = |document: &Told<'_>| !differ(*document, told(at));
            let mut fits =
                documents.iter().enumerate().filter(|(_, document)| may_be(document)).map(|(which, _)| which);
            let (which, other) = (fits.next(), fits.next());
            // the document at hand need not say again which it is
            let own = own.filter(|_| told(at).1.is_none()).filter(|own| !differ(*own, told(at)));
            let own = own.and_then(|own| documents.iter().position(|document| !differ(*document, own)));
            let which = own.or(which.filter(|_| other.is_none()));
            marks.insert(at, which.map_or_else(String::new, |which| which.to_string()));
        }
    }
    let mark = |(at, mention): (usize, &NumberMention)| {
        let mut mention = mention.clone();
        if let Some(mark) = marks.get(&at) {
            mention.number.number = format!("{}{SIGN}{mark}", mention.number.number);
        }
        mention
    };
    (!marks.is_empty()).then(|| numbers.iter().enumerate().map(mark).collect())
}

/// Whether two are told to be two documents.
fn differ(one: Told<'_>, other: Told<'_>) -> bool {
    one.0.zip(other.0).is_some_and(|(one, other)| one != other)
        || one.1.zip(other.1).is_some_and(|(one, other)| one != other)
}

/// Takes the marks off what was told, so that the range of each is one in which no other document of the number is
/// named.
pub(super) fn unmark(
    numbers: &[NumberMention],
    relations: &mut Vec<RelationMention>,
    validity: &mut Vec<ValidityMention>,
) {
    for told in relations.iter_mut() {
        let is_open = is_either(&told.of) || is_either(&told.to);
        if is_open && told.relation.takes_hold() {
            (told.relation, told.part, told.date, told.until) = (Relation::RefersTo, None, None, None);
            told.unreckoned = false;
        }
        for paper in [&told.of, &told.to] {
            told.range = beside(numbers, paper, told.range.clone());
        }
        (told.of, told.to) = (plain(&told.of), plain(&told.to));
    }
    // by their number nobody knows which does it to which
    relations.retain(|told| told.of != told.to);
    relations.sort_by_key(|told| (told.range.start, told.range.end));
    validity.retain(|told| !is_either(&told.of));
    for told in validity.iter_mut() {
        told.range = beside(numbers, &told.of, told.range.clone());
        told.of = plain(&told.of);
    }
    validity.sort_by_key(|told| (told.range.start, told.range.end));
}

/// Whether a document may be any of those of its number.
fn is_either(paper: &Paper) -> bool {
    matches!(paper, Paper::Number(number) if number.number.ends_with(SIGN))
}

/// A document without its mark.
fn plain(paper: &Paper) -> Paper {
    match paper {
        Paper::Number(number) => Paper::Number(bare(number)),
        other => other.clone(),
    }
}

fn bare(number: &Number) -> Number {
    let figures = number.number.split(SIGN).next().unwrap_or_default().to_owned();
    Number { number: figures, ..number.clone() }
}

/// A range with the nearest place where a marked document is named, or that place alone where another of its number is
/// named between.
fn beside(numbers: &[NumberMention], paper: &Paper, range: Range<usize>) -> Range<usize> {
    let Paper::Number(number) = paper else { return range };
    if !number.number.contains(SIGN) {
        return range;
    }
    // a document is named near what is said of it
    let from = numbers.partition_point(|mention| mention.range.end < range.start).saturating_sub(NEAR);
    let to = numbers.partition_point(|mention| mention.range.start < range.end).saturating_add(NEAR).min(numbers.len());
    let numbers = &numbers[from.min(to)..to];
    let far = |mention: &&NumberMention| {
        let Range { start, end } = mention.range;
        let behind = start > range.end;
        (behind, if behind { start - range.end } else { range.start.saturating_sub(end) })
    };
    let Some(naming) = numbers.iter().filter(|mention| mention.number == *number).min_by_key(far) else { return range };
    let naming = naming.range.clone();
    let whole = range.start.min(naming.start)..range.end.max(naming.end);
    let figures = bare(number);
    let is_other = |mention: &NumberMention| {
        whole.contains(&mention.range.start) && mention.number != *number && bare(&mention.number) == figures
    };
    if numbers.iter().any(is_other) { naming } else { whole }
}
