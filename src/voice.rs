//! Values of the library to sentences for people: one folder a language, and nothing else speaks.
//!
//! A voice adds no knowledge: it says what the values hold. Options, verbs and what to type next are said only to
//! whoever sits at the command line.

mod display;
mod english;
mod figures;
mod language;
#[cfg(feature = "server")]
pub mod page;
mod spoken;
mod vietnamese;
#[cfg(feature = "server")]
mod worded;

pub use language::Language;
pub use spoken::{Listener, Voice};
