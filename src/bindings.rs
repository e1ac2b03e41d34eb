//! What a package of another language asks of an archive, as JSON, to what it is answered, as JSON: no part of the
//! interface of the library.
//!
//! Options come whole: what is left out or unknown is refused, so that a package cannot drift from this file unseen.

mod answer;
mod ask;
mod refused;
mod schemas;
mod text;

use serde::de::DeserializeOwned;

use crate::archive::Archive;
use crate::ingest::Progress;
use crate::voice::Language;
use refused::Answer;
pub use refused::Refused;
pub use schemas::schemas;
pub use text::{analyze, extract};

/// The language of a tag, as `vi` or `en-GB`.
///
/// # Errors
/// There is no such language.
pub fn language(tag: &str) -> Answer<Language> {
    Language::tagged(tag).ok_or_else(|| ask::none_of("lang", tag, &["en", "vi"], Language::default()))
}

/// Answers what is asked of an archive by the name of the method and its options, a JSON object.
///
/// # Errors
/// An option makes no sense, or the world fails.
pub fn call(archive: &Archive, method: &str, options: &str, language: Language, progress: &dyn Progress) -> Answer {
    match method {
        "search" => answer::search(archive, read(options)?, language),
        "document" => answer::document(archive, &read(options)?, language),
        "number" => answer::number(archive, read(options)?, language),
        "numbers" => answer::numbers(archive, read(options)?, language),
        "person" => answer::person(archive, &read(options)?, language),
        "people" => answer::people(archive, read(options)?, language),
        "timeline" => answer::timeline(archive, read(options)?, language),
        "update" => answer::update(archive, read(options)?, language, progress),
        "status" => answer::status(archive, &read(options)?, language),
        _ => Err(ask::none_of("method", method, &METHODS, language)),
    }
}

/// What an archive is asked.
const METHODS: [&str; 9] =
    ["search", "document", "number", "numbers", "person", "people", "timeline", "update", "status"];

/// Options from JSON.
fn read<T: DeserializeOwned>(options: &str) -> Answer<T> {
    serde_json::from_str(options).map_err(|error| Refused::value(error.to_string()))
}

#[cfg(test)]
mod tests;
