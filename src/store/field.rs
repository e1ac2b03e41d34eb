//! What the terms of a passage are kept apart by.

/// Raised whenever fields, terms or stored records change their meaning.
pub const FORMAT: u32 = 21;

/// The first term of every context: where the headings of a passage are those of the passage before, it has none
/// of its own. No word is written so.
pub(super) const HEADED: &str = "-";

/// A field whose terms can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Exact forms.
    Exact,
    /// Folded forms and whole symbols, with positions.
    Folded,
    /// Folded forms of the title and the section headings, with the first passage that stands under them.
    Context,
    /// The document's id: its path, or the `id` of a JSON Lines line.
    Doc,
    /// The path of the file that the document comes from.
    File,
    /// The documents that the passage names by number, each with all that it says of them.
    Numbers,
    /// The people that the passage names, by family name, by given name and by office.
    People,
    /// The days and periods that the passage names; found by overlap and by day of the year.
    Dates,
    /// The short forms that the passage defines, by either form.
    Abbreviations,
    /// The documents of which the passage says what they do to each other, or when they are in force, and the one that
    /// it is part of.
    Relations,
}
