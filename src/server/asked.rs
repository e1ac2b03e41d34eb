//! The address of a request to what it asks for: each parameter is known, given once, and of its kind.

use std::sync::Arc;

use axum::body::Bytes;
use jiff::civil::Date;

use super::address::Address;
use super::app::App;
use super::parameter::{Kind, LANG, Parameter};
use super::problem::Problem;
use crate::mention::date::{NoTime, TimeFault};
use crate::query::{self, End, NoEnd, NoPeriod};
use crate::voice::Language;
use crate::voice::page::{Refusal, Trouble, Words};

/// More parameters than these are not looked at.
const MAX_PARAMETERS: usize = 256;

/// What a value is that is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// A field of a form that was left empty: as if it were not there.
    IsNothing,
    /// A fault of a program.
    IsOdd,
}

/// What a request asks for.
pub struct Asked {
    /// What serves it.
    pub app: Arc<App>,
    /// The part of the path that its route leaves open.
    pub rest: String,
    /// The path as it was sent.
    pub path: String,
    /// The language of the answer.
    pub language: Language,
    /// What was sent with it.
    pub body: Bytes,
    values: Vec<(String, String)>,
}

impl Asked {
    /// Reads the parameters of a route.
    ///
    /// # Errors
    /// The parameters at fault.
    pub fn new(
        app: Arc<App>,
        path: &str,
        values: Vec<(String, String)>,
        (known, empty): (&[Parameter], Empty),
        preferred: Language,
    ) -> Result<Self, Problem> {
        let mut asked =
            Self { app, rest: String::new(), path: path.to_owned(), language: preferred, body: Bytes::new(), values };
        asked.check(known, empty)?;
        // blanks around a value are the typist's, but for a text
        for (name, value) in &mut asked.values {
            let parameter = known.iter().chain([&LANG]).find(|parameter| parameter.name == name);
            if parameter.is_some_and(|parameter| !matches!(parameter.kind, Kind::Text | Kind::Texts)) {
                *value = value.trim().to_owned();
            }
        }
        if let Some(language) = asked.text(LANG.name).and_then(Language::tagged) {
            asked.language = language;
        }
        Ok(asked)
    }

    fn check(&self, known: &[Parameter], empty: Empty) -> Result<(), Problem> {
        if self.values.len() > MAX_PARAMETERS {
            return Err(Problem::parameter("", Refusal::TooMany));
        }
        let mut problem = Problem::from(Trouble::BadParameter);
        let mut refuse = |name: &str, refusal| problem.parameters.push((name.to_owned(), refusal));
        for (at, (name, value)) in self.values.iter().enumerate() {
            let Some(parameter) = known.iter().chain([&LANG]).find(|parameter| parameter.name == name) else {
                refuse(name, Refusal::Unknown);
                continue;
            };
            let is_again = self.values.iter().take(at).any(|(other, _)| other == name);
            if is_again && !matches!(parameter.kind, Kind::Texts) {
                refuse(name, Refusal::Doubled);
            } else if let Err(refusal) = fits(parameter.kind, value, empty) {
                refuse(name, refusal);
            }
        }
        if problem.parameters.is_empty() { Ok(()) } else { Err(problem) }
    }

    /// The words of the language that is wanted.
    pub fn words(&self) -> &'static Words {
        self.language.words()
    }

    /// A value, if it is given and not empty.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.others(&[]).find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// The values of a name that are not empty.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values
            .iter()
            .filter(move |(other, value)| other == name && !value.trim().is_empty())
            .map(|(_, value)| &**value)
    }

    /// A count, or what it is where none is given.
    pub fn count(&self, name: &str, usual: usize) -> usize {
        self.text(name).and_then(|value| value.trim().parse().ok()).unwrap_or(usual)
    }

    /// Whether a flag is set.
    pub fn flag(&self, name: &str) -> bool {
        self.text(name).is_some_and(is_yes)
    }

    /// The days from and to which something is wanted.
    ///
    /// # Errors
    /// They are the wrong way round.
    pub fn period(&self) -> Result<(Option<Date>, Option<Date>), Problem> {
        query::period(self.text("from"), self.text("to")).map_err(|no_period| match no_period {
            NoPeriod::Reversed => Problem::parameter("to", Refusal::Reversed),
            NoPeriod::Odd(end, no_end) => {
                Problem::parameter(if end == End::First { "from" } else { "to" }, refusal(no_end))
            }
        })
    }

    /// The days on which something is asked about.
    ///
    /// # Errors
    /// They are none.
    pub fn on(&self) -> Result<Option<(Date, Date)>, Problem> {
        let days = self.text("on").map(query::days).transpose();
        days.map_err(|no_end| Problem::parameter("on", refusal(no_end)))
    }

    /// The language, where the address tells it.
    pub fn told_language(&self) -> Option<&'static str> {
        self.text(LANG.name).map(|_| self.words().lang)
    }

    /// What was asked for, without some of its parameters.
    pub fn again(&self, left_out: &[&str]) -> Address {
        Address::path(&self.path).with_all(self.others(left_out))
    }

    /// An address in the same language, where the address of this page tells one.
    pub fn link(&self, address: Address) -> String {
        address.with_some(LANG.name, self.told_language()).done()
    }

    /// The same with a place on the page.
    pub fn link_at(&self, address: Address, place: &str) -> String {
        address.with_some(LANG.name, self.told_language()).at(place).done()
    }

    /// All values that are given, but for those of some names.
    pub fn others<'a>(&'a self, left_out: &'a [&'a str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        let given = self.values.iter().filter(|(_, value)| !value.trim().is_empty());
        given.map(|(name, value)| (&**name, &**value)).filter(|(name, _)| !left_out.contains(name))
    }
}

fn is_yes(value: &str) -> bool {
    matches!(value.trim(), "true" | "1" | "on" | "yes")
}

/// Whether a value is of a kind.
fn fits(kind: Kind, value: &str, empty: Empty) -> Result<(), Refusal> {
    let value = value.trim();
    match kind {
        _ if value.is_empty() && empty == Empty::IsNothing => Ok(()),
        Kind::Text | Kind::Texts => Ok(()),
        Kind::Count(most) => match value.parse::<usize>() {
            Ok(count) if count <= most && value.bytes().all(|byte| byte.is_ascii_digit()) => Ok(()),
            _ => Err(Refusal::NoCount(most)),
        },
        Kind::Flag if is_yes(value) || ["false", "0", "off", "no"].contains(&value) => Ok(()),
        Kind::Flag => Err(Refusal::NoneOf("true, false".to_owned())),
        Kind::OneOf(known) if known.contains(&value) => Ok(()),
        Kind::OneOf(known) => Err(Refusal::NoneOf(known.join(", "))),
        Kind::Time => query::days(value).map(|_| ()).map_err(refusal),
        Kind::Day(end) => query::end(value, end).map(|_| ()).map_err(refusal),
    }
}

/// What is said of what is no end of a period.
fn refusal(no_end: NoEnd) -> Refusal {
    match no_end {
        NoEnd::NoTime(NoTime::NoYear) => Refusal::Time(TimeFault::NoYear),
        NoEnd::NoTime(NoTime::Unnamed | NoTime::Unread) => Refusal::NoTime,
        NoEnd::Time(fault) => Refusal::Time(fault),
        NoEnd::Open(End::First) => Refusal::NoFirstDay,
        NoEnd::Open(End::Last) => Refusal::NoLastDay,
    }
}
