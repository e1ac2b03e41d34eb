//! Why a request is not answered, to its status.

use crate::error::Error;
use crate::voice::page::{Refusal, Trouble};

/// Why a request is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of trouble it is.
    pub trouble: Trouble,
    /// The parameters at fault, and what is wrong with each.
    pub parameters: Vec<(String, Refusal)>,
}

impl Problem {
    /// A parameter is not what it must be.
    pub fn parameter(name: &str, refusal: Refusal) -> Self {
        Self { trouble: Trouble::BadParameter, parameters: vec![(name.to_owned(), refusal)] }
    }

    /// The status of the answer.
    pub fn status(&self) -> u16 {
        status(self.trouble)
    }
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        Self { trouble, parameters: Vec::new() }
    }
}

/// What went wrong with an index says nothing of its folder to whoever asks.
impl From<Error> for Problem {
    fn from(_: Error) -> Self {
        Trouble::NoIndex.into()
    }
}

/// The status of an answer that tells of this trouble.
pub fn status(trouble: Trouble) -> u16 {
    match trouble {
        Trouble::BadParameter | Trouble::BadBody => 400,
        Trouble::Unauthorized => 401,
        Trouble::WrongHost | Trouble::WrongOrigin => 403,
        Trouble::NotFound => 404,
        Trouble::Method => 405,
        Trouble::Changed => 409,
        Trouble::TooLarge => 413,
        Trouble::AddressTooLong => 414,
        Trouble::OtherType => 415,
        Trouble::Internal => 500,
        Trouble::Busy | Trouble::Late | Trouble::NoIndex => 503,
    }
}

/// What a program tells one trouble from another by.
pub fn slug(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::BadParameter => "bad-parameter",
        Trouble::BadBody => "bad-body",
        Trouble::Unauthorized => "unauthorized",
        Trouble::WrongHost => "wrong-host",
        Trouble::WrongOrigin => "wrong-origin",
        Trouble::NotFound => "not-found",
        Trouble::Method => "method",
        Trouble::Changed => "changed-since-indexed",
        Trouble::TooLarge => "too-large",
        Trouble::AddressTooLong => "address-too-long",
        Trouble::OtherType => "other-type",
        Trouble::Busy => "busy",
        Trouble::Late => "late",
        Trouble::NoIndex => "no-index",
        Trouble::Internal => "internal",
    }
}
