//! Types to the schemas of what a tool takes and answers, in few letters: an assistant reads all of them at once.

use std::sync::Arc;

use rmcp::model::JsonObject;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// Fields of times that are rarely there: an answer may have more than its schema tells.
const RARE: [&str; 4] = ["bound", "day", "inferred", "valid"];

/// What a tool takes.
pub fn of_input<T: JsonSchema>() -> Arc<JsonObject> {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = slim(SchemaGenerator::new(settings).into_root_schema_for::<T>().to_value(), true);
    // the tool says what it is for
    schema.remove("description");
    Arc::new(schema)
}

/// What a tool answers: what holds for all, and the items of a list, of which no field must be there.
pub fn of_output<H: JsonSchema, I: JsonSchema>(list: &str) -> Arc<JsonObject> {
    let of = |generator: SchemaSettings, is_item: bool| {
        let generator = SchemaGenerator::new(generator.for_serialize());
        match is_item {
            true => generator.into_root_schema_for::<I>().to_value(),
            false => generator.into_root_schema_for::<H>().to_value(),
        }
    };
    let settings = || SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut fields = flat(of(settings(), false));
    let item = slim(of(settings(), true), false);
    let item = match item.get("type") {
        Some(kind) if kind == "object" => json!({"type": kind, "properties": flat(Value::Object(item))}),
        _ => Value::Object(item),
    };
    fields.insert(list.to_owned(), json!({"type": "array", "items": item}));
    fields.insert("truncated".to_owned(), json!({"type": "boolean"}));
    // what goes on by lines does not by what was told
    if !fields.contains_key("next_from") {
        fields.insert("next_offset".to_owned(), json!({"type": "integer"}));
    }
    let schema = json!({"type": "object", "properties": fields, "required": [list, "truncated"]});
    Arc::new(if let Value::Object(schema) = schema { schema } else { Map::new() })
}

/// The fields of a schema with the type of each and nothing of what is within.
fn flat(schema: Value) -> Map<String, Value> {
    let Some(Value::Object(fields)) = slim(schema, false).remove("properties") else { return Map::new() };
    let kind = |field: &Value| field.get("type").map_or_else(|| json!({}), |kind| json!({"type": kind}));
    let told = fields.iter().filter(|(name, _)| !RARE.contains(&name.as_str()));
    told.map(|(name, field)| (name.clone(), kind(field))).collect()
}

/// A schema without what says nothing to whoever calls; `is_input` keeps what must be given and what it means.
fn slim(schema: Value, is_input: bool) -> Map<String, Value> {
    let Value::Object(schema) = schema else { return Map::new() };
    let mut kept = Map::new();
    for (keyword, value) in schema {
        let value = match (&*keyword, value) {
            ("$schema" | "title" | "format" | "default", _) => continue,
            ("required" | "description", _) if !is_input => continue,
            ("minimum", value) if value == json!(0) => continue,
            ("properties", Value::Object(fields)) => {
                let slim_field = |(name, field)| (name, Value::Object(slim(field, is_input)));
                Value::Object(fields.into_iter().map(slim_field).collect())
            }
            ("items", items) => Value::Object(slim(items, is_input)),
            // what is not there is left out, not null
            ("type", Value::Array(types)) => types.into_iter().find(|each| each != "null").unwrap_or_default(),
            ("anyOf", Value::Array(several)) => {
                let is_null = |each: &Value| each == &json!({"type": "null"});
                let first = several.into_iter().find(|each| !is_null(each)).unwrap_or_default();
                kept.extend(slim(first, is_input));
                continue;
            }
            (_, value) => value,
        };
        kept.insert(keyword, value);
    }
    kept
}
