//! Values of the library to sentences for people: one folder a language, and nothing else speaks.
//!
//! A voice adds no knowledge: it says what the values hold. Options, verbs and what to type next are said only to
//! whoever sits at the command line.

#[cfg(feature = "mcp")]
mod briefing;
mod display;
mod english;
mod figures;
mod known;
mod language;
#[cfg(feature = "server")]
pub mod page;
#[cfg(feature = "cli")]
mod said;
#[cfg(feature = "cli")]
mod speech;
mod spoken;
#[cfg(all(test, feature = "cli"))]
mod tests;
#[cfg(feature = "cli")]
mod told;
#[cfg(feature = "mcp")]
pub mod tools;
#[cfg(feature = "cli")]
mod topic;
mod vietnamese;
#[cfg(feature = "server")]
mod worded;

#[cfg(feature = "cli")]
pub(crate) use figures::iso;
pub use language::Language;
#[cfg(feature = "cli")]
pub(crate) use said::{Fault, Noun, Step, Time, Word};
#[cfg(feature = "cli")]
pub(crate) use speech::{verb_of, vietnamese_names};
pub use spoken::{Listener, Voice};
#[cfg(feature = "cli")]
pub(crate) use told::Told;
#[cfg(feature = "cli")]
pub(crate) use topic::Topic;
