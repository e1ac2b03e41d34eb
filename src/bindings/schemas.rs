//! The types of all answers to their schemas, of which a package makes its own types.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::json;

use super::answer::NamedLines;
use super::text::{TextMention, TextToken};
use crate::wire::answer::AnswerLine;
use crate::wire::numbers::{Candidates, RegisterLines};
use crate::wire::people::RollLines;
use crate::wire::reports::{Indexed, Shown, State};
use crate::wire::timeline::TimelineLines;

/// What each method answers, and the definitions that it names, as JSON.
#[must_use]
pub fn schemas() -> String {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12().for_serialize());
    fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<T>()
    }
    let answers = json!({
        "search": of::<AnswerLine<'_>>(&mut generator),
        "document": of::<Option<Shown<'_>>>(&mut generator),
        "number": of::<Candidates<'_>>(&mut generator),
        "numbers": of::<RegisterLines<'_>>(&mut generator),
        "person": of::<NamedLines<'_>>(&mut generator),
        "people": of::<RollLines<'_>>(&mut generator),
        "timeline": of::<TimelineLines<'_>>(&mut generator),
        "update": of::<Indexed<'_>>(&mut generator),
        "status": of::<State>(&mut generator),
        "extract": of::<Vec<TextMention<'_>>>(&mut generator),
        "analyze": of::<Vec<TextToken<'_>>>(&mut generator),
    });
    json!({"answers": answers, "$defs": generator.definitions()}).to_string()
}
