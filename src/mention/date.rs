//! Text to days and periods: closed intervals of civil days, each with its grain.
//!
//! The whole expression is one mention (`từ ngày 11/5 đến 13/5/2021`), time of day left out. Numbers
//! of documents, sums, ratios and durations are no dates; a day that comes back every year has no year.

mod bare;
mod beside;
mod bound;
mod by_moon;
mod context;
mod dots;
mod english;
mod fault;
mod feast;
mod figures;
mod find;
mod grain;
mod hyphen;
mod joint;
mod lending;
mod lunar;
mod mention;
mod moon;
mod own;
mod parse;
mod piece;
mod ratio;
mod reign;
mod scan;
mod skip;
mod spoken;
#[cfg(test)]
mod tests;
mod unit;
mod value;
mod whole;
mod words;
mod yearly;

pub use self::bound::bound;
pub use self::fault::TimeFault;
pub use self::find::{find, find_in_query};
pub use self::grain::Grain;
pub use self::mention::{Bound, DateMention};
pub use self::whole::{NoTime, read_whole};
pub use self::yearly::MonthDay;
#[cfg(feature = "cli")]
pub(crate) use self::yearly::Yearly;
