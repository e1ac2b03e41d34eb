//! What assistants are told of the tools, and what is wrong with a call, as values.

use super::Language;
use super::english::tools as english;
use super::vietnamese::tools as vietnamese;
use crate::query::ValueFault;

/// A tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Ranked passages.
    SearchPassages,
    /// Documents behind numbers.
    FindDocumentNumber,
    /// What a draft names, and whether it is known.
    CheckCitations,
    /// A person: offices, mentions.
    FindPerson,
    /// Events and times in order.
    ListEvents,
    /// Lines of a document.
    ReadDocument,
}

impl Tool {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 6] = [
        Self::SearchPassages,
        Self::FindDocumentNumber,
        Self::CheckCitations,
        Self::FindPerson,
        Self::ListEvents,
        Self::ReadDocument,
    ];

    /// Its name in the protocol.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SearchPassages => "search_passages",
            Self::FindDocumentNumber => "find_document_number",
            Self::CheckCitations => "check_citations",
            Self::FindPerson => "find_person",
            Self::ListEvents => "list_events",
            Self::ReadDocument => "read_document",
        }
    }

    /// The tool of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.as_str() == name)
    }
}

/// What a person lets an assistant do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Answers a question from the documents.
    Lookup,
    /// Writes down the life of somebody.
    Life,
}

impl Prompt {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Lookup, Self::Life];

    /// Its name in the protocol.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lookup => "tra-van-ban",
            Self::Life => "tieu-su",
        }
    }

    /// The name of what is filled in.
    #[must_use]
    pub fn argument(self) -> &'static str {
        match self {
            Self::Lookup => "cau_hoi",
            Self::Life => "ten",
        }
    }
}

/// What is wrong with a call.
#[allow(missing_docs, reason = "each field is named after what it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misuse {
    /// There is no such tool.
    NoTool { known: String },
    /// The arguments are not those of the tool: what their reader says.
    Arguments { said: String },
    /// Nothing is looked for.
    NoQuery,
    /// A text is too long, in characters.
    TooLong { name: &'static str, most: usize },
    /// A count is beyond its bounds.
    Count { name: &'static str, least: usize, most: usize },
    /// A value is none of its kind.
    Odd { name: &'static str, typed: String, fault: ValueFault },
    /// A period ends before it begins.
    Reversed,
    /// No number is asked for, or too many are.
    Numbers { most: usize },
    /// There is no such kind of event.
    Type { known: String },
    /// No document has this name.
    NoDocument { name: String },
    /// The file is indexed, but holds no text.
    WithoutText { file: String },
    /// Several documents may be meant.
    Several { ids: String },
    /// The document has no such line.
    NoLine { doc: String, last: usize },
    /// Nothing lies at this address.
    NoResource { uri: String },
    /// There is no such prompt.
    NoPrompt { known: String },
    /// A prompt is not filled in.
    NoArgument { name: &'static str },
}

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
