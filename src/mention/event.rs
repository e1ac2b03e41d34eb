//! Text to events: what happened, when, who, where, and the sentence that tells it.
//!
//! An event needs words that tell one and a date, or words that tell it as past. Duties, conditions,
//! negations and papers that are only named tell none; an interval is always that of a date given.

mod bounds;
mod dating;
mod find;
mod kind;
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
mod told;
mod who;

pub(crate) use self::find::find;
pub use self::find::places;
pub use self::kind::EventKind;
pub use self::mention::EventMention;
