//! What is found to the body of an answer and what is said of it.

use serde::Serialize;

use super::problem::Problem;
use crate::voice::page::Trouble;
use crate::wire::line::line;

/// What kind of text a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A page.
    Html,
    /// JSON.
    Json,
    /// Lines of JSON.
    Lines,
    /// A table.
    Csv,
    /// An original: a file to be saved.
    File,
    /// An original that is shown.
    Pdf,
}

impl Media {
    /// Its type.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Lines => "application/jsonl",
            Self::Csv => "text/csv; charset=utf-8",
            Self::File => "application/octet-stream",
            Self::Pdf => "application/pdf",
        }
    }
}

/// An answer.
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// What it is.
    pub media: Media,
    /// Its body.
    pub body: Vec<u8>,
    /// The name under which it is saved, where it is to be.
    pub name: Option<String>,
    /// Where the answer goes on.
    pub next: Option<String>,
}

impl Reply {
    /// A text of a kind.
    pub fn new(media: Media, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, media, body: body.into(), name: None, next: None }
    }

    /// A value as JSON.
    ///
    /// # Errors
    /// It cannot be written, which is a fault of the program.
    pub fn json(value: &impl Serialize) -> Result<Self, Problem> {
        let mut body = Vec::new();
        line(&mut body, value).map_err(|_| Trouble::Internal)?;
        Ok(Self::new(Media::Json, body))
    }
}
