//! The table of tools: what each takes, answers, and is answered by.

mod citations;
mod document;
mod events;
mod numbers;
mod passages;
mod person;

use std::sync::Arc;

use rmcp::model::{JsonObject, Tool as Listed, ToolAnnotations};
use serde_json::Value;

use super::ask;
use super::refused::Refused;
use super::schema::{of_input, of_output};
use crate::archive::Archive;
use crate::voice::Language;
use crate::voice::tools::Tool;

/// The tools as they are listed, always in one order.
pub fn listed(language: Language) -> Vec<Listed> {
    Tool::ALL
        .into_iter()
        .map(|tool| {
            let (input, output) = schemas(tool);
            let hints = ToolAnnotations::new().read_only(true).open_world(false);
            Listed::new(tool.as_str(), language.tool_about(tool), input)
                .with_raw_output_schema(output)
                .with_annotations(hints)
        })
        .collect()
}

fn schemas(tool: Tool) -> (Arc<JsonObject>, Arc<JsonObject>) {
    match tool {
        Tool::SearchPassages => {
            (of_input::<passages::Asked>(), of_output::<passages::Head<'_>, passages::Found<'_>>(passages::LIST))
        }
        Tool::FindDocumentNumber => {
            (of_input::<numbers::Asked>(), of_output::<numbers::Head, numbers::Found<'_>>(numbers::LIST))
        }
        Tool::CheckCitations => {
            (of_input::<citations::Asked>(), of_output::<citations::Head, citations::Found<'_>>(citations::LIST))
        }
        Tool::FindPerson => {
            (of_input::<person::Asked>(), of_output::<person::Head<'_>, person::Found<'_>>(person::LIST))
        }
        Tool::ListEvents => {
            (of_input::<events::Asked>(), of_output::<events::Head<'_>, events::Found<'_>>(events::LIST))
        }
        Tool::ReadDocument => {
            (of_input::<document::Asked>(), of_output::<document::Head<'_>, document::Found>(document::LIST))
        }
    }
}

/// Answers a call from one commit.
///
/// # Errors
/// The arguments are not those of the tool, or the index cannot be read.
pub fn call(tool: Tool, arguments: JsonObject, archive: &Archive, language: Language) -> Result<Value, Refused> {
    // whoever cannot be brought up to date goes on with what is open
    let _ = archive.reload();
    let archive = archive.pinned()?;
    match tool {
        Tool::SearchPassages => passages::answer(&ask::read(arguments)?, &archive, language),
        Tool::FindDocumentNumber => numbers::answer(&ask::read(arguments)?, &archive, language),
        Tool::CheckCitations => citations::answer(&ask::read(arguments)?, &archive),
        Tool::FindPerson => person::answer(&ask::read(arguments)?, &archive, language),
        Tool::ListEvents => events::answer(&ask::read(arguments)?, &archive, language),
        Tool::ReadDocument => document::answer(&ask::read(arguments)?, &archive),
    }
}
