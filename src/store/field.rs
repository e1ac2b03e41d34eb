//! What terms of a passage are kept apart by, and what they mean.

/// Raised whenever fields, terms or stored records change their meaning.
pub const FORMAT: u32 = 14;

/// The first term of every context: where the headings of a passage are those of the passage before, it has none
/// of its own. No word is written so.
pub(super) const HEADED: &str = "-";
