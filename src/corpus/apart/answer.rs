//! What became of a document -> bytes for a pipe, and back.

use serde::{Deserialize, Serialize};

use crate::corpus::content::Content;
use crate::corpus::document::Heading;
use crate::corpus::legacy::Legacy;
use crate::corpus::oddity::Oddity;
use crate::corpus::provenance::FontUse;
use crate::corpus::unreadable::Unreadable;

/// What a reader that runs apart tells of a document.
#[derive(Serialize, Deserialize)]
struct Told {
    title: Option<String>,
    text: String,
    /// Line and level.
    headings: Vec<(usize, u8)>,
    pages: Vec<usize>,
    scanned_pages: Vec<usize>,
    notices: Vec<Oddity>,
    /// Font, encoding and letters.
    fonts: Vec<(String, String, usize)>,
}

pub(in crate::corpus) fn to_bytes(outcome: Result<Content, Unreadable>) -> Vec<u8> {
    postcard::to_allocvec(&outcome.map(Told::from)).expect("an answer is numbers and text")
}

/// `None` if these bytes are no answer, or not a whole one.
pub(super) fn from_bytes(bytes: &[u8]) -> Option<Result<Content, Unreadable>> {
    let (answer, rest) = postcard::take_from_bytes::<Result<Told, Unreadable>>(bytes).ok()?;
    if !rest.is_empty() {
        return None;
    }
    match answer {
        Ok(told) => told.content().map(Ok),
        Err(error) => Some(Err(error)),
    }
}

impl From<Content> for Told {
    fn from(content: Content) -> Self {
        let Content { title, text, headings, pages, scanned_pages, notices, fonts, .. } = content;
        let headings = headings.into_iter().map(|heading| (heading.line, heading.level)).collect();
        let fonts = fonts.into_iter().map(|font| (font.font, font.encoding.to_owned(), font.letters)).collect();
        Self { title, text, headings, pages, scanned_pages, notices, fonts }
    }
}

impl Told {
    /// `None` if an encoding is none.
    fn content(self) -> Option<Content> {
        let Self { title, text, headings, pages, scanned_pages, notices, fonts } = self;
        let headings = headings.into_iter().map(|(line, level)| Heading { line, level }).collect();
        let font = |(font, encoding, letters): (String, String, usize)| {
            Some(FontUse { font, encoding: Legacy::by_name(&encoding)?.name(), letters })
        };
        let fonts = fonts.into_iter().map(font).collect::<Option<_>>()?;
        Some(Content { title, text, headings, pages, scanned_pages, notices, fonts, ..Content::default() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::unreadable::{Crash, Damage, Foreign};

    #[test]
    fn an_answer_comes_back() {
        let content = Content {
            title: Some("Kế hoạch".to_owned()),
            text: "Số 1\nNgày 2".to_owned(),
            headings: vec![Heading { line: 2, level: 3 }],
            pages: vec![1, 2],
            scanned_pages: vec![2],
            notices: vec![Oddity::BreaksOff, Oddity::Nuls(2)],
            fonts: vec![FontUse { font: ".VnTime".to_owned(), encoding: "tcvn3", letters: 7 }],
            ..Content::default()
        };
        let bytes = to_bytes(Ok(content.clone()));
        assert_eq!(from_bytes(&bytes).unwrap().unwrap(), content);
        for cut in 0..bytes.len() {
            assert!(from_bytes(&bytes[..cut]).is_none(), "{cut}");
        }
        for error in [
            Unreadable::Protected,
            Unreadable::Scanned { pages: 3 },
            Unreadable::NoLetters { pages: 3 },
            Unreadable::Bomb,
            Unreadable::UnpacksTooLarge { limit: 7 },
            Unreadable::Other(Foreign::Gzip),
            Unreadable::Crashed(Crash::Ended("x".to_owned())),
            Unreadable::Damaged(Damage::Said("x".to_owned())),
        ] {
            assert_eq!(from_bytes(&to_bytes(Err(error.clone()))), Some(Err(error)));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = from_bytes(&bytes);
        }
    }
}
