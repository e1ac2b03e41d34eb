//! Text to people: the stretches that name a person, resolved to canonical names.
//!
//! A person is what the text itself and the tables in `data` tell to be one. What only looks like a name is
//! told apart as possible: it is a person if another text knows the name, which the index sees when it is asked.
//! So a text that names other people changes nothing. Ranges hold the name alone, without title or office.

mod byline;
mod called;
mod candidate;
mod canonical;
mod collation;
mod find;
mod lexicon;
mod likeness;
mod mention;
mod people;
mod pinyin;
mod post;
mod query;
mod resolve;
mod role;
mod settle;
mod subject;
mod surroundings;
#[cfg(test)]
mod tests;
mod word;
mod words;

pub use self::canonical::canonical;
pub use self::collation::collation_key;
pub(crate) use self::find::explain;
pub use self::find::{find, read};
pub use self::likeness::{Likeness, likeness};
pub use self::mention::{NameKind, PersonMention};
pub use self::people::People;
pub(crate) use self::post::{How, Post};
pub use self::query::{QueryName, find_in_query, office_at, typed_likeness, well_known, whole_name};
pub(crate) use self::role::plain;
pub(crate) use self::subject::{Subjects, pronouns};
