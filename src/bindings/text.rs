//! A text to what it mentions and to its tokens, each with the letters that it takes, counted as code points.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::refused::{Answer, said};
use crate::analysis::Analysis;
use crate::mention::Mentions;
use crate::wire::mentions::{Lines, MentionLine, MentionValue, Place};
use crate::wire::reports::InspectedToken;

/// A mention in a text.
#[derive(Serialize, JsonSchema)]
pub struct TextMention<'a> {
    /// What it names: `number`, `date`, `person`, `event`, `abbreviation`, `relation`, `validity`.
    kind: &'static str,
    /// The letters of the text that it takes: where it begins, and behind its end.
    span: (usize, usize),
    /// Where it stands by lines from 1 and columns from 0.
    #[serde(flatten)]
    place: Place,
    /// The mention as it stands there.
    text: &'a str,
    /// What it names, in one spelling.
    value: MentionValue<'a>,
}

/// A token of a text.
#[derive(Serialize, JsonSchema)]
pub struct TextToken<'a> {
    /// The letters of the text that it takes: where it begins, and behind its end.
    span: (usize, usize),
    #[serde(flatten)]
    token: InspectedToken<'a>,
}

/// All that a text mentions, in order.
///
/// # Errors
/// None: it is of one type with the others.
pub fn extract(text: &str) -> Answer {
    let mentions = Mentions::of(text, None);
    let lines = Lines::of(text);
    let fields = |mention| {
        let range = Clone::clone(crate::mention::Mentioned::range(&mention));
        let MentionLine { kind, place, text: written, value, .. } =
            MentionLine::of("", text, &lines, mention, &mentions);
        TextMention { kind, span: span(text, &lines, &range), place, text: written, value }
    };
    said(&mentions.in_order().into_iter().map(fields).collect::<Vec<_>>())
}

/// The tokens of a text, as the index and queries have them.
///
/// # Errors
/// None: it is of one type with the others.
pub fn analyze(text: &str) -> Answer {
    let (analysis, lines) = (Analysis::of(text), Lines::of(text));
    let tokens = InspectedToken::of(text, &analysis);
    said(&tokens.map(|(token, range)| TextToken { span: span(text, &lines, &range), token }).collect::<Vec<_>>())
}

fn span(text: &str, lines: &Lines, range: &Range<usize>) -> (usize, usize) {
    (lines.points(text, range.start), lines.points(text, range.end))
}
