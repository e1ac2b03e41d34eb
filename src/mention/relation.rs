//! Text to what its documents do to each other (quan hệ giữa các văn bản) and from when to when they are in force (hiệu lực).
//!
//! Each relation has a doer and a document that it is done to, whatever the voice of the verb. Nothing is told that no
//! words say: unnamed texts, denials and drafts tell none.

mod behind;
mod blocks;
mod claim;
mod columns;
mod draft;
mod extend;
mod force;
mod forms;
mod held;
mod lexed;
mod lexer;
mod mention;
mod mood;
mod naming;
mod own;
mod part;
mod passive;
mod piece;
mod plain;
mod rank;
mod read;
mod reader;
mod rules;
mod span;
mod statement;
mod subject;
mod tail;
#[cfg(test)]
mod tests;
mod thing;
mod title;
mod twins;
mod verb;

pub(crate) use self::mention::Torn;
pub(crate) use self::mention::holds_from;
pub use self::mention::{Force, Paper, Relation, RelationMention, Titled, ValidityMention};
pub(crate) use self::read::find;
