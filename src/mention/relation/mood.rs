//! How a clause says what its verb says.

/// How a clause says what its verb says, the weakest last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// As a fact, or an order.
    #[default]
    Asserted,
    /// As an example: only of documents that are named it is known.
    Example,
    /// As a plan, a proposal or a case: nothing is done yet but in titles.
    Supposed,
    /// Not at all: denied, only possible, or asked.
    Open,
}
