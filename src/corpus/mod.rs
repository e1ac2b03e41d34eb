//! Files and folders -> [`Document`]s: `walk` lists the files, `read` decodes one.
//!
//! Nothing here knows passages, mentions or the index, and no file, however odd, makes it panic.

mod encoding;
mod html;
mod jsonl;
mod judge;
mod legacy;
mod markdown;
mod plain;
mod read;
mod walk;

pub use read::{Each, Limits, ReadReport, Unreadable, read, read_plain};
pub use walk::{Reason, Skipped, Source, Walk, id_of, walk};

use read::Parse;

/// One source file, or one line of a JSON Lines file, decoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The path as it was given joined with the path below it, `/` between the names; for JSON
    /// Lines the `id` of the object.
    pub id: String,
    /// The title where the format states one: html `<title>`, JSON `title`.
    pub title: Option<String>,
    /// The date where the format states one, as it is written: JSON `date`.
    pub date: Option<String>,
    /// The decoded source, lines separated by `\n`, not normalized otherwise.
    pub text: String,
    /// The headings that the format itself marks, in order of line.
    pub headings: Vec<Heading>,
}

/// A heading that the format itself marks: Markdown `#` and underlines, html `h1` to `h6`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The line in the text of the document, 1-based.
    pub line: usize,
    /// 1 is the highest, 6 the lowest.
    pub level: u8,
}

/// The formats that are read, by extension in lower case; `""` stands for a name without one.
const FORMATS: [(&[&str], Parse); 4] = [
    (&["txt", "text", ""], Parse::Whole(plain::parse)),
    (&["md", "markdown"], Parse::Whole(markdown::parse)),
    (&["html", "htm"], Parse::Whole(html::parse)),
    (&["jsonl", "ndjson"], Parse::Stream(jsonl::stream)),
];

/// How a file with this extension is read; `None` if it is not.
fn parse_for(extension: &str) -> Option<Parse> {
    FORMATS.iter().find(|(extensions, _)| extensions.contains(&extension)).map(|&(_, parse)| parse)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_bytes_make_a_format_panic(
            text in "([#=`~<>{}\"\n -]|id|text|p|[a-zđề]){0,60}",
            bytes in proptest::collection::vec(any::<u8>(), 0..60),
        ) {
            let input = [text.as_bytes(), &bytes].concat();
            for (_, parse) in FORMATS {
                match parse {
                    Parse::Whole(parse) => drop(parse(input.clone())),
                    Parse::Stream(stream) => drop(stream(
                        &mut input.as_slice(),
                        &Limits::default(),
                        &mut |_| ControlFlow::Continue(()),
                    )),
                }
            }
        }
    }
}
