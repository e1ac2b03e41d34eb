//! The time of an office and a period to whether it was held then, as far as its time is told.

use jiff::civil::Date;

/// An office that began so many years before, and whose end is not told, is held no more: nobody holds one as long.
const LONGEST: i16 = 40;

/// From when to when, as far as it is told.
type Span = (Option<Date>, Option<Date>);

/// Whether an office was held in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tenure {
    /// A time that is told of it falls in the period.
    Then,
    /// It began before, and no end is told, or it ended later, and no beginning is told.
    Perhaps,
    /// No time is told of it; it is given where a time of the period is named.
    Untold,
}

impl Tenure {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Then => "then",
            Self::Perhaps => "perhaps",
            Self::Untold => "untold",
        }
    }

    /// Of an office in the time between two days; none where its own time excludes that.
    pub(crate) fn of((from, to): Span, (first, last): Span) -> Option<Self> {
        let is_later = |one: Option<Date>, other: Option<Date>| one.zip(other).is_some_and(|(one, other)| one > other);
        if is_later(from, last) || is_later(first, to) {
            return None;
        }
        match (from, to) {
            (None, None) => Some(Self::Untold),
            (Some(_), Some(_)) => Some(Self::Then),
            (Some(from), None) => match first {
                Some(first) if from < first => (first.year() - from.year() <= LONGEST).then_some(Self::Perhaps),
                _ => Some(Self::Then),
            },
            (None, Some(to)) => match last {
                Some(last) if to > last => (to.year() - last.year() <= LONGEST).then_some(Self::Perhaps),
                _ => Some(Self::Then),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_office_was_held_in_a_period_or_not() {
        let first = |year: i16| date(year, 1, 1);
        let last = |year: i16| date(year, 12, 31);
        let check = |term: (Option<i16>, Option<i16>), period: (Option<i16>, Option<i16>), expected: Option<Tenure>| {
            let (held, asked) = ((term.0.map(first), term.1.map(last)), (period.0.map(first), period.1.map(last)));
            assert_eq!(Tenure::of(held, asked), expected, "{term:?} in {period:?}");
        };
        let year = (Some(1972), Some(1972));
        check((Some(1970), Some(1975)), year, Some(Tenure::Then));
        check((Some(1972), Some(1972)), year, Some(Tenure::Then));
        check((Some(1960), Some(1971)), year, None);
        check((Some(1973), Some(1975)), year, None);
        // one end is told
        check((Some(1972), None), year, Some(Tenure::Then));
        check((Some(1970), None), year, Some(Tenure::Perhaps));
        check((Some(1931), None), year, None);
        check((Some(1973), None), year, None);
        check((None, Some(1972)), year, Some(Tenure::Then));
        check((None, Some(1975)), year, Some(Tenure::Perhaps));
        check((None, Some(2013)), year, None);
        check((None, Some(1971)), year, None);
        check((None, None), year, Some(Tenure::Untold));
        // a period that is open
        check((Some(1960), None), (Some(1972), None), Some(Tenure::Perhaps));
        check((Some(1975), None), (Some(1972), None), Some(Tenure::Then));
        check((Some(1960), None), (None, Some(1972)), Some(Tenure::Then));
        check((None, Some(1975)), (None, Some(1972)), Some(Tenure::Perhaps));
        check((Some(1960), Some(1971)), (Some(1972), None), None);
    }
}
