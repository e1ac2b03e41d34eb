//! What assistants are told of the tools, and what is wrong with a call, as values.

use crate::mention::date::TimeFault;
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
    /// A time cannot be.
    Time { name: &'static str, typed: String, fault: TimeFault },
    /// A period is open where it should begin or end.
    Open { name: &'static str, typed: String },
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
    /// There is no index that can be read, which whoever asks cannot change.
    NoIndex,
    /// There is no such prompt.
    NoPrompt { known: String },
    /// A prompt is not filled in.
    NoArgument { name: &'static str },
}
