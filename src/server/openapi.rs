//! The table of routes and the types of answers to their description, OpenAPI 3.1.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::api::check::CheckFields;
use super::api::extract::ExtractFields;
use super::api::status::StatusFields;
use super::api::{Served, SuggestFields};
use super::parameter::{Kind, LANG, Parameter};
use super::refused::ProblemFields;
use super::route::{Method, ROUTES, Route};
use crate::wire::answer::AnswerLine;
use crate::wire::numbers::{Candidates, RegisterLines};
use crate::wire::people::{PeopleLines, RollLines};
use crate::wire::reports::Shown;
use crate::wire::timeline::TimelineLines;

static TEXT: LazyLock<String> = LazyLock::new(|| document().to_string());

/// The description of the API.
pub fn text() -> &'static str {
    &TEXT
}

/// The description of the API.
pub fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = SchemaGenerator::new(settings.for_serialize());
    let mut paths: Map<String, Value> = Map::new();
    for route in ROUTES.iter().filter(|route| route.is_for_programs()) {
        let path = route.path.replace("{*", "{");
        let method = if route.method == Method::Get { "get" } else { "post" };
        let operation = operation(route, &mut generator);
        let operations = paths.entry(path).or_insert_with(|| json!({}));
        if let Value::Object(operations) = operations {
            operations.insert(method.to_owned(), operation);
        }
    }
    let problem = generator.subschema_for::<ProblemFields>();
    let schemas = generator.take_definitions(true);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "tracuu",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Full-text search for Vietnamese documents: passages, people, document numbers, times",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"bearer": []}, {"basic": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "basic": {"type": "http", "scheme": "basic"},
            },
            "responses": {"Problem": {
                "description": "no answer, and why",
                "content": {"application/problem+json": {"schema": problem}},
            }},
            "schemas": schemas,
        },
    })
}

fn operation(route: &Route, generator: &mut SchemaGenerator) -> Value {
    let mut parameters: Vec<Value> = Vec::new();
    if let Some(open) = route.open() {
        parameters
            .push(json!({"name": open, "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}}));
    }
    parameters.extend(route.parameters.iter().chain([&LANG]).map(parameter));
    let media = route.media.as_str();
    let schema = answer(route, generator);
    let mut responses = Map::new();
    responses.insert("200".to_owned(), json!({"description": route.about, "content": {media: {"schema": schema}}}));
    let mut problems = vec!["400", "401", "403", "414", "500", "503"];
    if route.open().is_some() {
        problems.push("404");
    }
    if route.method != Method::Get {
        problems.extend(["413", "415"]);
    }
    for status in problems {
        responses.insert(status.to_owned(), json!({"$ref": "#/components/responses/Problem"}));
    }
    let mut operation = json!({"summary": route.about, "parameters": parameters, "responses": responses});
    if let (Method::Post(types, _), Value::Object(fields)) = (route.method, &mut operation) {
        let content: Map<String, Value> =
            types.iter().map(|kind| ((*kind).to_owned(), json!({"schema": body(kind)}))).collect();
        fields.insert("requestBody".to_owned(), json!({"required": true, "content": content}));
    }
    operation
}

fn parameter(parameter: &Parameter) -> Value {
    json!({
        "name": parameter.name,
        "in": "query",
        "description": parameter.about,
        "schema": value(parameter.kind),
        "explode": true,
    })
}

fn value(kind: Kind) -> Value {
    match kind {
        Kind::Text | Kind::Day(_) | Kind::Time => json!({"type": "string"}),
        Kind::Texts => json!({"type": "array", "items": {"type": "string"}}),
        Kind::Count(most) => json!({"type": "integer", "minimum": 0, "maximum": most}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::OneOf(known) => json!({"type": "string", "enum": known}),
    }
}

/// What is sent with a request.
fn body(kind: &str) -> Value {
    if kind != "application/json" {
        return json!({"type": "string"});
    }
    let properties = super::parameter::SEARCH.iter().chain([&LANG]);
    let properties: Map<String, Value> = properties.map(|each| (each.name.to_owned(), value(each.kind))).collect();
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// What a route answers with.
fn answer(route: &Route, generator: &mut SchemaGenerator) -> Value {
    fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
        generator.subschema_for::<T>().to_value()
    }
    match route.path {
        "/api/v1/search" => of::<Served<'_, AnswerLine<'_>>>(generator),
        "/api/v1/documents/{*id}" => of::<Served<'_, Shown<'_>>>(generator),
        "/api/v1/numbers" => of::<Served<'_, RegisterLines<'_>>>(generator),
        "/api/v1/numbers/{*number}" => of::<Served<'_, Candidates<'_>>>(generator),
        "/api/v1/people" => of::<Served<'_, RollLines<'_>>>(generator),
        "/api/v1/people/{*name}" => {
            let one = of::<Served<'_, PeopleLines<'_>>>(generator);
            let family = of::<Served<'_, RollLines<'_>>>(generator);
            json!({"anyOf": [one, family]})
        }
        "/api/v1/timeline" => of::<Served<'_, TimelineLines<'_>>>(generator),
        "/api/v1/extract" => of::<Served<'_, ExtractFields<'_>>>(generator),
        "/api/v1/check" => of::<Served<'_, CheckFields<'_>>>(generator),
        "/api/v1/status" => of::<Served<'_, StatusFields>>(generator),
        "/suggest" => of::<SuggestFields<'_>>(generator),
        _ => json!({"type": "string"}),
    }
}
