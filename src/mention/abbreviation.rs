//! Text to abbreviations (chữ viết tắt) and the long forms that it gives for them.
//!
//! A definition counts where the letters are the initials of the syllables, or where the text says
//! that it abbreviates. What texts never define stands in a table: [`known`] and [`shorts_of`].

mod find;
mod initials;
mod mention;
mod phrase;
mod short;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use self::find::find;
pub use self::mention::AbbreviationMention;
pub use self::table::{known, longest_at, shorts_of};
