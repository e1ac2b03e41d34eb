//! A language to what assistants are told in it.

use super::english::tools as english;
use super::language::Language;
use super::tools::{Misuse, Prompt, Tool};
use super::vietnamese::tools as vietnamese;

impl Language {
    /// What an assistant is told of all tools.
    pub(crate) fn tool_instructions(self) -> &'static str {
        match self {
            Self::English => english::INSTRUCTIONS,
            Self::Vietnamese => vietnamese::INSTRUCTIONS,
        }
    }

    /// What a tool is for, and what it is not for.
    pub(crate) fn tool_about(self, tool: Tool) -> &'static str {
        match self {
            Self::English => english::about(tool),
            Self::Vietnamese => vietnamese::about(tool),
        }
    }

    /// What is wrong with a call, and what to do next.
    pub(crate) fn misuse(self, misuse: &Misuse) -> String {
        match self {
            Self::English => english::misuse(misuse),
            Self::Vietnamese => vietnamese::misuse(misuse),
        }
    }

    /// What a prompt is for.
    pub(crate) fn prompt_about(self, prompt: Prompt) -> &'static str {
        match self {
            Self::English => english::prompt_about(prompt),
            Self::Vietnamese => vietnamese::prompt_about(prompt),
        }
    }

    /// A prompt with what is filled in.
    pub(crate) fn prompt(self, prompt: Prompt, value: &str) -> String {
        match self {
            Self::English => english::prompt(prompt, value),
            Self::Vietnamese => vietnamese::prompt(prompt, value),
        }
    }

    /// What the state of the index is.
    pub(crate) fn resource_status(self) -> &'static str {
        match self {
            Self::English => english::RESOURCE_STATUS,
            Self::Vietnamese => vietnamese::RESOURCE_STATUS,
        }
    }

    /// What a document is.
    pub(crate) fn resource_document(self) -> &'static str {
        match self {
            Self::English => english::RESOURCE_DOCUMENT,
            Self::Vietnamese => vietnamese::RESOURCE_DOCUMENT,
        }
    }
}
