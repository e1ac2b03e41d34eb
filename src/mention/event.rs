//! Text to events: what happened, when, who, where, and the sentence that tells it.
//!
//! An event needs words that tell one and a date, or words that tell it as past. Duties, conditions,
//! negations and papers that are only named tell none; an interval is always that of a date given.

mod bounds;
mod dating;
mod find;
mod kind;
mod kinds;
mod life;
mod mention;
mod nature;
mod phrases;
mod place;
mod placing;
mod relative;
mod sentence;
mod telling;
#[cfg(test)]
mod tests;
mod times;
mod told;
mod weighing;
mod who;

pub use self::find::places;
pub(crate) use self::find::{explain, find};
pub use self::kind::EventKind;
pub use self::mention::EventMention;
