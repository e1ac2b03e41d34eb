//! Text to references to numbered documents (số hiệu văn bản): number, year, symbol, day of issue.
//!
//! A number counts only with its surroundings: a symbol of known form behind it, or the words of a
//! type directly before it. Figures, dates, ratios and articles of laws have neither.

mod after;
mod before;
mod beside;
mod find;
mod fit;
mod mention;
mod paper;
mod province;
mod query;
mod standard;
mod subject;
mod symbol;
mod tables;
#[cfg(test)]
mod tests;
mod told_once;
mod value;
mod words;

pub use self::find::find;
pub use self::fit::Fit;
pub use self::mention::{NumberMention, Role};
pub(crate) use self::province::names_province;
pub use self::query::{behind_first, find_in_query, read};
pub(super) use self::standard::is_standard;
pub(super) use self::tables::is_counted;
#[cfg(feature = "cli")]
pub(crate) use self::tables::type_name;
pub use self::value::Number;
