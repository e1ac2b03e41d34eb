//! What people ask for to pages that are whole as they are sent.

pub mod chart;
pub mod check;
mod direct;
pub mod document;
mod examples;
pub mod facets;
pub mod field;
pub mod frame;
pub mod help;
pub mod home;
mod marks;
pub mod number;
pub mod numbers;
mod paging;
pub mod people;
pub mod person;
pub mod place;
pub mod search;
pub mod shown;
pub mod status;
pub mod text;
pub mod timeline;

use askama::Template;

use super::problem::Problem;
use super::reply::{Media, Reply};
use crate::voice::page::Trouble;

/// A link on a page.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// How many there are of it.
    pub count: Option<String>,
    /// Whether it is what is shown.
    pub current: bool,
}

impl Link {
    /// A link that says no more than where it leads.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), ..Self::default() }
    }
}

/// Answers with a page.
///
/// # Errors
/// It cannot be made, which is a fault of the program.
pub fn page(template: &impl Template) -> Result<Reply, Problem> {
    let text = template.render().map_err(|_| Trouble::Internal)?;
    Ok(Reply::new(Media::Html, text))
}
