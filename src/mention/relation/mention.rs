//! What one document does to another, and from when to when one is in force, as a text tells it.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::mention::number::Number;

/// What one document does to another: the terms of the tables of relations that law databases keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Relation {
    /// Căn cứ.
    BasedOn,
    /// Thay thế.
    Replaces,
    /// Bãi bỏ, hết hiệu lực.
    Repeals,
    /// Sửa đổi, bổ sung.
    Amends,
    /// Đính chính.
    Corrects,
    /// Quy định chi tiết, hướng dẫn thi hành.
    Details,
    /// Thực hiện, triển khai.
    CarriesOut,
    /// Ban hành kèm theo.
    IssuedWith,
    /// Hợp nhất.
    Consolidates,
    /// Trả lời, phúc đáp.
    Answers,
    /// Ngưng hiệu lực.
    Suspends,
    /// Dẫn chiếu: names it and does none of these.
    RefersTo,
}

impl Relation {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 12] = [
        Self::BasedOn,
        Self::Replaces,
        Self::Repeals,
        Self::Amends,
        Self::Corrects,
        Self::Details,
        Self::CarriesOut,
        Self::IssuedWith,
        Self::Consolidates,
        Self::Answers,
        Self::Suspends,
        Self::RefersTo,
    ];

    /// The name in JSON and in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BasedOn => "based_on",
            Self::Replaces => "replaces",
            Self::Repeals => "repeals",
            Self::Amends => "amends",
            Self::Corrects => "corrects",
            Self::Details => "details",
            Self::CarriesOut => "carries_out",
            Self::IssuedWith => "issued_with",
            Self::Consolidates => "consolidates",
            Self::Answers => "answers",
            Self::Suspends => "suspends",
            Self::RefersTo => "refers_to",
        }
    }

    /// The relation of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.as_str() == name)
    }

    /// Whether it takes hold on the day on which the document comes into force that does it.
    pub(crate) fn takes_hold(self) -> bool {
        matches!(self, Self::Replaces | Self::Repeals | Self::Amends | Self::Suspends)
    }
}

/// A document at either end of a relation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paper {
    /// The one that the text is.
    This,
    /// One that is named by its number.
    Number(Number),
    /// One that is named by its title alone: `Luật Đất đai năm 2013`.
    Titled(Titled),
}

/// A document as it is named without a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Titled {
    /// The words of its type as a title has them: `Bộ luật`.
    pub kind: String,
    /// What stands behind them, with single blanks.
    pub title: String,
    /// The day in ISO form, or the year alone, where the text tells it.
    pub date: Option<String>,
}

/// What a text says that one document does to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationMention {
    /// Bytes of the text from the verb to the end of the document, or the other way round.
    pub range: Range<usize>,
    /// What is done.
    pub relation: Relation,
    /// Who does it.
    pub of: Paper,
    /// To which document.
    pub to: Paper,
    /// To which part of it, in the words of the text; to all of it where there is none.
    pub part: Option<String>,
    /// From which day on, where the text tells it.
    pub date: Option<Date>,
    /// The last day on which it holds, of what ends again: a suspension.
    pub until: Option<Date>,
    /// Whether the text tells a time from which on it holds that cannot be reckoned: `kể từ ngày 31/2/2020`.
    pub unreckoned: bool,
    /// How the text writes the number of the document that does it. A part of a text has it only where the number stands
    /// in another part.
    pub of_written: Option<String>,
    /// The same of the document that it is done to.
    pub to_written: Option<String>,
    /// Which end of it stands in another part of the text.
    pub(crate) torn: Torn,
}

/// What a part of a text lacks of a relation whose documents stand far from each other, as in long lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Torn {
    /// Nothing.
    #[default]
    Not,
    /// Its beginning.
    Before,
    /// Its end.
    Behind,
}

/// Which end of the time in force a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Force {
    /// From when on.
    Effective,
    /// Until when.
    Expires,
}

impl Force {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Effective => "effective",
            Self::Expires => "expires",
        }
    }
}

/// What a text says of the time in which a document is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValidityMention {
    /// Bytes of the text that say so.
    pub range: Range<usize>,
    /// Which end.
    pub what: Force,
    /// Of which document.
    pub of: Paper,
    /// The day, as the text tells it.
    pub date: Option<Date>,
    /// Whether the document is in force on that day, and no more behind it (`đến hết ngày`, `hết hiệu lực sau ngày`); of any
    /// other end it is the first day without force.
    pub last_day: bool,
    /// How the day is reckoned, where the text does not name it: `signing`, `signing+45d`, `issue`, `gazette+15d`, `passing`,
    /// `with this`, `with this+6m`. So long behind are days (`d`), weeks (`w`), months (`m`), years (`y`) and working days
    /// (`wd (Mon-Fri)`).
    pub rule: Option<String>,
    /// Of which part, in the words of the text; of all of it where there is none.
    pub part: Option<String>,
    /// Whether the text tells a time that cannot be reckoned: `ngày 31/2/2020`, `sau 30 ngày` behind no day, `trước ngày`.
    pub unreckoned: bool,
}

/// The first day on which what is told holds: in force, or no more. None behind the end of the calendar.
pub(crate) fn holds_from(day: Date, last_day: bool) -> Option<Date> {
    if last_day { day.tomorrow().ok() } else { Some(day) }
}
