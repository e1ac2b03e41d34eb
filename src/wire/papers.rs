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
    Titled(TitledPaper<'a>),
}

/// A document without a number.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct TitledPaper<'a> {
    /// The words of its type.
    #[serde(rename = "type")]
    pub(crate) kind: &'a str,
    /// Its title.
    pub(crate) title: &'a str,
    /// Its day or year.
    pub(crate) date: Option<&'a str>,
}

impl<'a> PaperValue<'a> {
    /// A document as the text has it.
    pub(crate) fn of(paper: &'a Paper) -> Self {
        match paper {
            Paper::This => Self::Number("this".to_owned()),
            Paper::Number(number) => Self::Number(number.canonical()),
            Paper::Titled(titled) => {
                Self::Titled(TitledPaper { kind: &titled.kind, title: &titled.title, date: titled.date.as_deref() })
            }
        }
    }
}
