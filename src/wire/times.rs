//! Days and periods to their fields in JSON, and to what a voice says of them.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::directory::Office;
use crate::mention::date::{Bound, DateMention, Grain, Yearly};
use crate::voice::{Time, iso};

/// When something was, in ISO 8601; an open period lacks an end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct TimeFields {
    #[serde(serialize_with = "iso_day")]
    #[cfg_attr(any(feature = "server", feature = "mcp"), schemars(with = "Option<String>"))]
    from: Option<Date>,
    #[serde(serialize_with = "iso_day")]
    #[cfg_attr(any(feature = "server", feature = "mcp"), schemars(with = "Option<String>"))]
    to: Option<Date>,
    /// The day of any year, where no year is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(rename = "day", serialize_with = "yearly_day")]
    #[cfg_attr(any(feature = "server", feature = "mcp"), schemars(with = "Option<String>"))]
    yearly: Option<Yearly>,
    /// Whether year or end are not told there and taken from elsewhere.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inferred: bool,
    /// False for a day that does not exist.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid: Option<bool>,
    /// What the words around make it the bound of.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
    /// How finely the text tells it.
    #[serde(skip)]
    grain: Option<Grain>,
    /// How finely its beginning and its end are told by themselves.
    #[serde(skip)]
    ends: (Option<Grain>, Option<Grain>),
}

impl TimeFields {
    /// A period.
    pub fn new(from: Option<Date>, to: Option<Date>, inferred: bool) -> Self {
        Self { from, to, inferred, ..Self::default() }
    }

    /// A mention; nothing where there is none.
    pub fn of(mention: Option<&DateMention>) -> Self {
        mention.map_or_else(Self::default, |mention| Self {
            yearly: mention.yearly,
            valid: (!mention.valid).then_some(false),
            bound: mention.bound.map(Bound::as_str),
            grain: Some(mention.grain),
            ..Self::new(mention.from, mention.to, mention.inferred)
        })
    }

    /// The time of an office.
    pub fn of_office(office: &Office) -> Self {
        Self { ends: office.ends, ..Self::of(office.when.as_ref()) }
    }

    /// The same that says of a day that exists that it does.
    pub fn with_validity(self) -> Self {
        Self { valid: self.valid.or(Some(true)), ..self }
    }

    /// It as a voice says it.
    pub(crate) fn time(&self) -> Time {
        let Self { from, to, yearly, inferred, valid, grain, ends, .. } = *self;
        Time { from, to, yearly, inferred, impossible: valid == Some(false), grain, ends }
    }
}

fn yearly_day<S: Serializer>(days: &Option<Yearly>, serializer: S) -> Result<S::Ok, S::Error> {
    match days {
        Some(days) => serializer.collect_str(days),
        None => serializer.serialize_none(),
    }
}

fn iso_day<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(&iso(*day)),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::date;
    use crate::voice::Language;

    #[test]
    fn times_are_shown_with_what_is_not_told() {
        let check = |text: &str, expected: &str, json: &str| {
            let dates = date::find_in_query(text);
            let time = TimeFields::of(dates.last());
            assert_eq!(
                (Language::English.time(&time.time()), serde_json::to_string(&time).expect("it is plain")),
                (expected.into(), json.into())
            );
        };
        check("ngày 4/4/1947", "1947-04-04", r#"{"from":"1947-04-04","to":"1947-04-04"}"#);
        check("1986 - 1990", "1986..1990", r#"{"from":"1986-01-01","to":"1990-12-31"}"#);
        check("trước 1945", "..1944-12-31", r#"{"from":null,"to":"1944-12-31"}"#);
        check("ngày 30/4", "--04-30", r#"{"from":null,"to":null,"day":"--04-30"}"#);
        check("năm 1965 họp, ngày 15/3", "~1965-03-15", r#"{"from":"1965-03-15","to":"1965-03-15","inferred":true}"#);
        check("", "", r#"{"from":null,"to":null}"#);
    }
}
