//! Elements of a web page whose content is no markup.

use html5ever::tokenizer::states::RawKind;

/// Where the text of the moment goes.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    #[default]
    Lines,
    Title,
    Nowhere,
}

/// Elements whose content is no markup, and where it goes.
pub(super) fn raw(name: &str) -> Option<(Target, RawKind)> {
    match name {
        "title" => Some((Target::Title, RawKind::Rcdata)),
        "textarea" => Some((Target::Lines, RawKind::Rcdata)),
        "script" => Some((Target::Nowhere, RawKind::ScriptData)),
        "style" | "noscript" | "iframe" | "noembed" => Some((Target::Nowhere, RawKind::Rawtext)),
        _ => None,
    }
}
