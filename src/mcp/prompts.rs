//! The table of prompts, which a person chooses and an assistant follows.

use rmcp::model::{GetPromptRequestParams, GetPromptResult, Prompt as Listed, PromptArgument, PromptMessage, Role};

use super::fit::cut;
use crate::snippet::text::clean_lines;
use crate::voice::Language;
use crate::voice::tools::{Misuse, Prompt};

/// Characters of what is filled in.
const VALUE: usize = 2_000;

/// The prompts as they are listed.
pub fn listed(language: Language) -> Vec<Listed> {
    let of = |prompt: Prompt| {
        let argument = PromptArgument::new(prompt.argument()).with_required(true);
        Listed::new(prompt.as_str(), Some(language.prompt_about(prompt)), Some(vec![argument]))
    };
    Prompt::ALL.into_iter().map(of).collect()
}

/// A prompt with what is filled in.
///
/// # Errors
/// There is no such prompt, or nothing is filled in.
pub fn get(request: &GetPromptRequestParams, language: Language) -> Result<GetPromptResult, Misuse> {
    let known = || Prompt::ALL.map(Prompt::as_str).join(", ");
    let prompt = Prompt::ALL.into_iter().find(|prompt| prompt.as_str() == request.name);
    let prompt = prompt.ok_or_else(|| Misuse::NoPrompt { known: known() })?;
    let value = request.arguments.as_ref().and_then(|given| given.get(prompt.argument())?.as_str());
    let value = value.filter(|value| !value.trim().is_empty());
    let value = value.ok_or(Misuse::NoArgument { name: prompt.argument() })?;
    let text = language.prompt(prompt, &cut(&clean_lines(value), VALUE));
    let message = PromptMessage::new_text(Role::User, text);
    Ok(GetPromptResult::new(vec![message]).with_description(language.prompt_about(prompt)))
}
