//! What a stretch of a text was judged to be, and by which rules.

use std::ops::Range;

/// A stretch that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its bytes.
    pub range: Range<usize>,
    /// `person`, `event` or `office`.
    pub kind: &'static str,
    /// How a person is named, what happened, how an office is given; [`Judged::NONE`] for what is nothing of the kind.
    pub verdict: &'static str,
    /// The rules that decided, in order.
    pub rules: Vec<&'static str>,
}

impl Judged {
    /// The verdict on what is nothing of the kind.
    pub const NONE: &'static str = "none";

    /// What was judged by these rules, of which some are empty.
    pub(crate) fn new(range: Range<usize>, kind: &'static str, verdict: &'static str, rules: &[&'static str]) -> Self {
        let rules = rules.iter().copied().filter(|rule| !rule.is_empty()).collect();
        Self { range, kind, verdict, rules }
    }

    /// Whether it is a mention of something.
    pub fn is_mention(&self) -> bool {
        self.verdict != Self::NONE
    }
}
