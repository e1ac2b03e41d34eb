//! Pieces of a query that a notice names: as they may be typed, with the names of filters in any language.

use std::fmt;

use jiff::civil::Date;

use super::filter_name::FilterName;

/// A piece of a query. It prints as it may be typed in English, a period in ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Words as they were typed.
    Text(String),
    /// What is excluded, as it may be typed: `-word`.
    Not(String),
    /// `number:142`, or `-number:142`.
    Filter {
        /// The filter.
        name: FilterName,
        /// Its value as it was typed.
        value: String,
        /// Whether what it lets pass is left out.
        excluded: bool,
    },
    /// Times between two days, as far as they are given.
    Between {
        /// The first.
        from: Option<Date>,
        /// The last.
        to: Option<Date>,
    },
}

impl Piece {
    /// A filter as it may be typed under the names of a language.
    pub fn named(name: &str, value: &str, excluded: bool) -> String {
        let is_one = !value.is_empty() && !value.contains(char::is_whitespace);
        let quote = if is_one { "" } else { "\"" };
        format!("{}{name}:{quote}{value}{quote}", if excluded { "-" } else { "" })
    }

    /// Pieces with blanks between.
    pub fn line(pieces: &[Self]) -> String {
        let pieces: Vec<String> = pieces.iter().map(Self::to_string).collect();
        pieces.join(" ")
    }

    /// No more than so many code points of it; a period is whole.
    pub(crate) fn cut(self, most: usize) -> Self {
        let cut = |text: String| match text.char_indices().nth(most) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        };
        match self {
            Self::Text(text) => Self::Text(cut(text)),
            Self::Not(text) => Self::Not(cut(text)),
            Self::Filter { name, value, excluded } => Self::Filter { name, value: cut(value), excluded },
            Self::Between { .. } => self,
        }
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Not(text) => f.write_str(text),
            Self::Filter { name, value, excluded } => f.write_str(&Self::named(name.name(), value, *excluded)),
            Self::Between { from, to } => {
                let shown = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
                write!(f, "{}..{}", shown(from), shown(to))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Item, parse};

    #[test]
    fn pieces_print_as_they_may_be_typed() {
        let check = |line: &str, expected: &str| {
            let pieces: Vec<Piece> = parse(line).items.iter().map(Item::piece).collect();
            assert_eq!(Piece::line(&pieces), expected, "{line}");
        };
        check("bầu số:06-CT/TU", "bầu number:06-CT/TU");
        check("người:\"Lê An\" -\"đại hội\" -trong:a", "person:\"Lê An\" -\"đại hội\" -in:a");
        assert_eq!(Piece::named("người", "Lê An", false), "người:\"Lê An\"");
        assert_eq!(Piece::named("số", "06-CT/TU", true), "-số:06-CT/TU");
        let day = |year| Some(Date::constant(year, 1, 1));
        assert_eq!(Piece::Between { from: day(1950), to: None }.to_string(), "1950-01-01..");
        assert_eq!(Piece::Text("công đoàn".to_owned()).cut(4).to_string(), "công…");
    }
}
