//! Days and periods to their fields in JSON and to what people read of them.

use jiff::civil::Date;
use serde::Serialize;

use crate::mention::date::{Bound, DateMention};

/// Stands before a time whose year or end was only inferred.
const INFERRED: &str = "~";

/// Stands behind a day that does not exist.
const NO_SUCH_DAY: &str = "(no such day)";

/// When something was, in ISO 8601; an open period lacks an end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "server", derive(schemars::JsonSchema))]
pub struct TimeFields {
    from: Option<String>,
    to: Option<String>,
    /// The day of any year, where no year is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    /// Whether year or end are not told there and taken from elsewhere.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inferred: bool,
    /// False for a day that does not exist.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid: Option<bool>,
    /// What the words around make it the bound of.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
}

impl TimeFields {
    /// A period.
    pub fn new(from: Option<Date>, to: Option<Date>, inferred: bool) -> Self {
        let shown = |day: Option<Date>| day.map(|day| day.to_string());
        Self { from: shown(from), to: shown(to), inferred, ..Self::default() }
    }

    /// A mention; nothing where there is none.
    pub fn of(mention: Option<&DateMention>) -> Self {
        mention.map_or_else(Self::default, |mention| Self {
            day: mention.yearly.map(|days| days.to_string()),
            valid: (!mention.valid).then_some(false),
            bound: mention.bound.map(Bound::as_str),
            ..Self::new(mention.from, mention.to, mention.inferred)
        })
    }

    /// The same that says of a day that exists that it does.
    pub fn with_validity(self) -> Self {
        Self { valid: self.valid.or(Some(true)), ..self }
    }

    /// A day, or two with two dots between; empty where there is neither.
    pub fn shown(&self) -> String {
        let interval = match (&self.from, &self.to) {
            (None, None) => self.day.clone().unwrap_or_default(),
            (Some(from), Some(to)) if from == to => from.clone(),
            (from, to) => format!("{}..{}", from.as_deref().unwrap_or_default(), to.as_deref().unwrap_or_default()),
        };
        let interval = if self.inferred { format!("{INFERRED}{interval}") } else { interval };
        match self.valid {
            Some(false) if interval.is_empty() => NO_SUCH_DAY.to_owned(),
            Some(false) => format!("{interval} {NO_SUCH_DAY}"),
            _ => interval,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::date;

    #[test]
    fn times_are_shown_with_what_is_not_told() {
        let check = |text: &str, expected: &str, json: &str| {
            let dates = date::find_in_query(text);
            let time = TimeFields::of(dates.last());
            assert_eq!(
                (time.shown(), serde_json::to_string(&time).expect("it is plain")),
                (expected.into(), json.into())
            );
        };
        check("ngày 4/4/1947", "1947-04-04", r#"{"from":"1947-04-04","to":"1947-04-04"}"#);
        check("1986 - 1990", "1986-01-01..1990-12-31", r#"{"from":"1986-01-01","to":"1990-12-31"}"#);
        check("trước 1945", "..1944-12-31", r#"{"from":null,"to":"1944-12-31"}"#);
        check("ngày 30/4", "--04-30", r#"{"from":null,"to":null,"day":"--04-30"}"#);
        check("năm 1965 họp, ngày 15/3", "~1965-03-15", r#"{"from":"1965-03-15","to":"1965-03-15","inferred":true}"#);
        check("", "", r#"{"from":null,"to":null}"#);
    }
}
