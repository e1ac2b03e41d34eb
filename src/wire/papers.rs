//! A document at an end of a relation, to JSON.

use serde::Serialize;

use crate::mention::relation::Paper;

/// A document at an end of a relation: `this` for the text itself, a number, or its title where it has none.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum PaperValue<'a> {
    /// `this`, or a number.
    Number(String),
    /// A document without a number.
    Titled {
        /// The words of its type.
        #[serde(rename = "type")]
        kind: &'a str,
        /// Its title.
        title: &'a str,
        /// Its day or year.
        date: Option<&'a str>,
        /// The number that the index knows for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        number: Option<String>,
    },
}

impl<'a> PaperValue<'a> {
    /// A document as the text has it.
    pub(crate) fn of(paper: &'a Paper) -> Self {
        match paper {
            Paper::This => Self::Number("this".to_owned()),
            Paper::Number(number) => Self::Number(number.canonical()),
            Paper::Titled(titled) => {
                Self::Titled { kind: &titled.kind, title: &titled.title, date: titled.date.as_deref(), number: None }
            }
        }
    }
}
