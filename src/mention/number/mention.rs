//! A reference to a numbered document -> what the text says of it.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::value::Number;

/// A reference to a numbered document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberMention {
    /// Bytes of the text from the words of the type to the end of the number; the members of a list
    /// (`QĐ 111, 176, 315/HĐBT`) share the range of the list.
    pub range: Range<usize>,
    /// The document.
    pub number: Number,
    /// Its number as the text writes it, without the words of the type: `06-CT/TU`.
    pub written: String,
    /// The day of issue, where the text names it beside the number.
    pub issued: Option<Date>,
    /// What the document is about (trích yếu), where its own head states it.
    pub subject: Option<String>,
    /// The province of the issuer, where the head or the words for the issuer name it.
    pub province: Option<String>,
    /// What the text does with the document.
    pub role: Role,
}

impl NumberMention {
    /// A document that is named by its number alone.
    pub(super) fn cited(range: Range<usize>, number: Number, written: String) -> Self {
        Self { range, number, written, issued: None, subject: None, province: None, role: Role::Cites }
    }
}

/// What a text does with a document that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Names it.
    Cites,
    /// Tells that it is issued: `… ban hành Kế hoạch số 142/KH-LĐLĐ`.
    Issues,
    /// Is it: `Số: 142/KH-LĐLĐ` in the head of the paper.
    Head,
}
