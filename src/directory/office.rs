//! What passages say of a person's offices to a list with each of them once.
//!
//! Two wordings are one office where one says no less than the other: `Tổng Bí thư`, `tổng bí thư ĐCS`. Times of one
//! office that touch are one span; the fuller wording is shown.

use jiff::civil::Date;

use crate::analysis::fold;
use crate::mention::abbreviation;
use crate::mention::date::{DateMention, Grain};

/// An office and where it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// As it is written, in the fullest wording met.
    pub role: String,
    /// From when to when it was held, as far as it is told.
    pub when: Option<DateMention>,
    /// How finely the beginning and the end are told, where no day is: `đầu năm 2016`.
    pub(crate) ends: Ends,
    /// In how many passages.
    pub passages: u64,
}

/// How finely a beginning and an end are told.
pub(crate) type Ends = (Option<Grain>, Option<Grain>);

/// Words of an office that do not tell which it is, folded.
const ASIDE: [&str; 8] = ["nguyen", "cuu", "co", "dong", "chi", "cua", "dau", "tien"];

/// Days between two times that are one span all the same.
const GAP: i32 = 366;

/// The beginning and end of a term, as far as they are told.
type Term = (Option<Date>, Option<Date>);

impl Office {
    /// One that a passage tells.
    pub(super) fn told(role: &str, (from, to): Term) -> Self {
        let when = (from.is_some() || to.is_some()).then(|| DateMention::spanning(from, to));
        Self { role: role.to_owned(), when, ends: (None, None), passages: 1 }
    }

    /// It with how finely dates of its passage tell its beginning and its end.
    pub(super) fn dated(self, dates: &[DateMention]) -> Self {
        let (from, to) = self.term();
        let told = |is: &dyn Fn(&DateMention) -> bool| {
            let grains = dates.iter().filter(|date| is(date)).map(|date| date.grain);
            grains.filter(|grain| (Grain::PartOfMonth..=Grain::Year).contains(grain)).min()
        };
        let begun = told(&|date| from.is_some() && date.from == from);
        let ended = told(&|date| to.is_some() && date.to == to);
        Self { ends: (begun, ended), ..self }
    }

    pub(super) fn term(&self) -> Term {
        self.when.as_ref().map_or((None, None), |when| (when.from, when.to))
    }
}

/// The offices of one person, each once, in the order in which they are met.
pub(super) fn each_once(told: Vec<Office>) -> Vec<Office> {
    let mut told: Vec<(Vec<String>, Office)> = told.into_iter().map(|office| (words(&office.role), office)).collect();
    // those that say most come first, so that the others find them; those with a time before those without
    told.sort_by_key(|(words, office)| (office.when.is_none(), usize::MAX - words.len()));
    let mut known: Vec<(Vec<String>, Office)> = Vec::new();
    for (words, office) in told {
        let same = known.iter_mut().find(|(other, kept)| {
            is_one(other, &words) && joined(kept.term(), office.term(), *other == words).is_some()
        });
        match same {
            Some((other, kept)) => {
                let exact = *other == words;
                if let Some((from, to)) = joined(kept.term(), office.term(), exact) {
                    let (one, two) = (kept.term(), office.term());
                    kept.ends.0 = if one.0 == from { kept.ends.0 } else { office.ends.0.filter(|_| two.0 == from) };
                    kept.ends.1 = if one.1 == to { kept.ends.1 } else { office.ends.1.filter(|_| two.1 == to) };
                    kept.when = (from.is_some() || to.is_some()).then(|| DateMention::spanning(from, to));
                }
                kept.passages += office.passages;
                if words.len() > other.len() {
                    *other = words;
                    kept.role = office.role;
                } else if is_better(&office.role, &kept.role) && exact {
                    kept.role = office.role;
                }
            }
            None => known.push((words, office)),
        }
    }
    known.into_iter().map(|(_, office)| office).collect()
}

/// The words of an office, folded, with short forms written out.
fn words(role: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in role.split(|c: char| !c.is_alphanumeric() && !is_mark(c) && c != '&').filter(|word| !word.is_empty()) {
        let is_short = word.chars().filter(|c| c.is_uppercase()).count() >= 2;
        let long = if is_short { abbreviation::known(word).first() } else { None };
        words.extend(fold(long.map_or(word, |long| long.long)).split(' ').map(str::to_owned));
    }
    let told: Vec<String> = words.iter().filter(|word| !ASIDE.contains(&&***word)).cloned().collect();
    if told.is_empty() { words } else { told }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether one of two wordings begins with all of the other.
fn is_one(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.starts_with(short)
}

/// The span of two times of one office; none where they are two terms.
fn joined(one: Term, other: Term, exact: bool) -> Option<Term> {
    let (none, some) = ((None, None), |term: Term| term != (None, None));
    match (some(one), some(other)) {
        (false, false) => Some(none),
        (true, false) => Some(one),
        (false, true) => Some(other),
        _ if one == other => Some(one),
        // a shorter wording with another time is another office, unless the one tells when it began and the other when
        // it ended
        _ if !exact && (one.0.is_some() == other.0.is_some() || one.1.is_some() == other.1.is_some()) => None,
        _ => span(one, other),
    }
}

fn span(one: Term, other: Term) -> Option<Term> {
    let (first, last) =
        if (one.0.or(one.1), one.1) <= (other.0.or(other.1), other.1) { (one, other) } else { (other, one) };
    match (first, last) {
        // left when it had begun: `2008`, `bis 2016`
        ((Some(from), None), (None, Some(to))) | ((None, Some(to)), (Some(from), None)) if from <= to => {
            Some((Some(from), Some(to)))
        }
        ((Some(from), None), (Some(_), to)) => Some((Some(from), to)),
        ((Some(from), Some(end)), (Some(next), to)) => {
            let near = (next - end).get_days() <= GAP;
            near.then_some((Some(from), to.map(|to| to.max(end))))
        }
        _ => None,
    }
}

/// Whether an office is better written so: with small letters.
fn is_better(role: &str, than: &str) -> bool {
    let small = |role: &str| role.chars().filter(|c| c.is_lowercase()).count();
    small(than) == 0 && small(role) > 0
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(told: &[(&str, Option<i16>, Option<i16>)], expected: &[&str]) {
        let offices = told.iter().map(|(role, from, to)| {
            Office::told(role, (from.map(|year| date(year, 1, 1)), to.map(|year| date(year, 12, 31))))
        });
        let year = |day: Option<Date>| day.map_or("-".to_owned(), |day| day.year().to_string());
        let written: Vec<String> = each_once(offices.collect())
            .iter()
            .map(|office| format!("{} {} {}", office.role, year(office.term().0), year(office.term().1)))
            .collect();
        assert_eq!(written, expected, "{told:?}");
    }

    #[test]
    fn an_office_is_told_once() {
        check(&[("Bí thư", None, None), ("bí thư", None, None)], &["Bí thư - -"]);
        check(&[("BÍ THƯ", None, None), ("Bí thư", None, None)], &["Bí thư - -"]);
        check(&[("Tổng Bí thư", None, None), ("tổng bí thư Đảng", None, None)], &["tổng bí thư Đảng - -"]);
        check(
            &[("Chủ tịch UBND xã", None, None), ("Chủ tịch Ủy ban nhân dân xã", None, None)],
            &["Chủ tịch UBND xã - -"],
        );
        check(&[("nguyên Giám đốc Sở", None, None), ("Giám đốc Sở", None, None)], &["nguyên Giám đốc Sở - -"]);
        check(&[("Chủ tịch", None, None), ("Phó Chủ tịch", None, None)], &["Phó Chủ tịch - -", "Chủ tịch - -"]);
        check(
            &[("Bí thư Tỉnh ủy", None, None), ("Bí thư Huyện ủy", None, None)],
            &["Bí thư Tỉnh ủy - -", "Bí thư Huyện ủy - -"],
        );
        // with a time and without
        check(&[("Bí thư", None, None), ("Bí thư Huyện ủy", Some(1960), None)], &["Bí thư Huyện ủy 1960 -"]);
        check(&[("Bí thư", Some(1960), Some(1965)), ("Bí thư", None, None)], &["Bí thư 1960 1965"]);
        // elected, elected again, left
        check(
            &[
                ("Chủ tịch Hội", Some(2008), None),
                ("Chủ tịch Hội", Some(2013), None),
                ("Chủ tịch Hội", None, Some(2016)),
            ],
            &["Chủ tịch Hội 2008 2016"],
        );
        check(&[("Bí thư", Some(1960), Some(1964)), ("Bí thư", Some(1965), Some(1969))], &["Bí thư 1960 1969"]);
        check(&[("Bí thư", Some(1960), Some(1964)), ("Bí thư", Some(1960), Some(1964))], &["Bí thư 1960 1964"]);
        // two terms with years between
        check(
            &[("Bí thư", Some(1960), Some(1964)), ("Bí thư", Some(1975), Some(1979))],
            &["Bí thư 1960 1964", "Bí thư 1975 1979"],
        );
        check(
            &[("Bí thư", Some(1960), Some(1964)), ("Bí thư Huyện ủy", Some(1975), Some(1979))],
            &["Bí thư Huyện ủy 1975 1979", "Bí thư 1960 1964"],
        );
    }
}
