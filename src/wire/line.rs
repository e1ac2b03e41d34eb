//! A value to a line of JSON, in which no letter acts on a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::snippet::text::acts;

/// Writes a value on a line of its own.
///
/// # Errors
/// Those of the stream.
pub fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Escaping))?;
    out.write_all(b"\n")
}

/// JSON in which no letter acts on a terminal or ends a line for whoever reads by Unicode: these are escaped, too.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, letter)) = rest.char_indices().find(|&(_, letter)| acts(letter)) {
            out.write_all(&rest.as_bytes()[..at])?;
            // none of them lies beyond U+FFFF
            write!(out, "\\u{:04x}", u32::from(letter))?;
            rest = &rest[at + letter.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

/// What is printed where there is no answer: `{"error": "..."}`.
#[derive(Debug, Serialize)]
pub struct Failure<'a> {
    /// What went wrong and what to do next.
    pub error: &'a str,
}

/// Where pages are served.
#[cfg(feature = "server")]
#[derive(Debug, Serialize)]
pub struct Serving<'a> {
    /// The address of the first page.
    pub url: &'a str,
    /// Where assistants ask, if they are answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mcp: Option<&'a str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_that_acts_is_printed_as_it_stands() {
        let check = |text: &str, expected: &str| {
            let mut out = Vec::new();
            line(&mut out, &text).expect("written");
            let out = String::from_utf8(out).expect("UTF-8");
            assert_eq!(out, format!("\"{expected}\"\n"));
            assert_eq!(serde_json::from_str::<String>(&out).expect("JSON"), text);
        };
        check("Đỗ “Văn” – 👍\u{A0}be\u{302}\u{323}", "Đỗ “Văn” – 👍\u{A0}be\u{302}\u{323}");
        check("\"\\\n\u{1B}[31m", "\\\"\\\\\\n\\u001b[31m");
        check("\u{7F}a\u{85}\u{9B}\u{2028}b\u{2029}", "\\u007fa\\u0085\\u009b\\u2028b\\u2029");
        check("\u{202E}x\u{2066}\u{2069}\u{200F}\u{61C}", "\\u202ex\\u2066\\u2069\\u200f\\u061c");
    }
}
