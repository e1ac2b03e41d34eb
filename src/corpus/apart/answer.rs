//! What became of a document -> bytes for a pipe, and back.

use serde::{Deserialize, Serialize};

use crate::corpus::content::Content;
use crate::corpus::document::Heading;
use crate::corpus::legacy::Legacy;
use crate::corpus::provenance::FontUse;
use crate::corpus::unreadable::Unreadable;

/// What comes through the pipe.
#[derive(Serialize, Deserialize)]
enum Answer {
    Content(Told),
    Protected,
    Scanned { pages: usize },
    NoLetters { pages: usize },
    Bomb,
    UnpacksTooLarge { limit: u64 },
    Other(String),
    Crashed(String),
    Damaged(String),
}

/// What a reader that runs apart tells of a document.
#[derive(Serialize, Deserialize)]
struct Told {
    title: Option<String>,
    text: String,
    /// Line and level.
    headings: Vec<(usize, u8)>,
    pages: Vec<usize>,
    scanned_pages: Vec<usize>,
    notices: Vec<String>,
    /// Font, encoding and letters.
    fonts: Vec<(String, String, usize)>,
}

pub(in crate::corpus) fn to_bytes(outcome: Result<Content, Unreadable>) -> Vec<u8> {
    let answer = match outcome {
        Ok(content) => Answer::Content(content.into()),
        Err(Unreadable::Protected) => Answer::Protected,
        Err(Unreadable::Bomb) => Answer::Bomb,
        Err(Unreadable::Scanned { pages }) => Answer::Scanned { pages },
        Err(Unreadable::NoLetters { pages }) => Answer::NoLetters { pages },
        Err(Unreadable::UnpacksTooLarge { limit }) => Answer::UnpacksTooLarge { limit },
        Err(Unreadable::Other(what)) => Answer::Other(what),
        Err(Unreadable::Crashed(why)) => Answer::Crashed(why),
        Err(Unreadable::Damaged(why)) => Answer::Damaged(why),
        Err(error) => Answer::Damaged(error.to_string()),
    };
    postcard::to_allocvec(&answer).expect("an answer is numbers and text")
}

/// `None` if these bytes are no answer, or not a whole one.
pub(super) fn from_bytes(bytes: &[u8]) -> Option<Result<Content, Unreadable>> {
    let (answer, rest) = postcard::take_from_bytes(bytes).ok()?;
    if !rest.is_empty() {
        return None;
    }
    Some(Err(match answer {
        Answer::Content(told) => return told.content().map(Ok),
        Answer::Protected => Unreadable::Protected,
        Answer::Bomb => Unreadable::Bomb,
        Answer::Scanned { pages } => Unreadable::Scanned { pages },
        Answer::NoLetters { pages } => Unreadable::NoLetters { pages },
        Answer::UnpacksTooLarge { limit } => Unreadable::UnpacksTooLarge { limit },
        Answer::Other(what) => Unreadable::Other(what),
        Answer::Crashed(why) => Unreadable::Crashed(why),
        Answer::Damaged(why) => Unreadable::Damaged(why),
    }))
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

    #[test]
    fn an_answer_comes_back() {
        let content = Content {
            title: Some("Kế hoạch".to_owned()),
            text: "Số 1\nNgày 2".to_owned(),
            headings: vec![Heading { line: 2, level: 3 }],
            pages: vec![1, 2],
            scanned_pages: vec![2],
            notices: vec!["a".to_owned(), String::new()],
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
            Unreadable::Other("x".to_owned()),
            Unreadable::Crashed("x".to_owned()),
            Unreadable::Damaged("x".to_owned()),
        ] {
            let told = error.to_string();
            let back = from_bytes(&to_bytes(Err(error))).unwrap();
            assert_eq!(back.unwrap_err().to_string(), told);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = from_bytes(&bytes);
        }
    }
}
