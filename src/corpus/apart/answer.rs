//! What became of a document -> bytes for a pipe, and back.
//!
//! Numbers are 8 bytes, least first; a string is its length and its bytes.

use crate::corpus::legacy::Legacy;
use crate::corpus::read::{Content, Unreadable};
use crate::corpus::{FontUse, Heading};

const CONTENT: u8 = 0;
const PROTECTED: u8 = 1;
const SCANNED: u8 = 2;
const DAMAGED: u8 = 3;
const OTHER: u8 = 4;
const TOO_LARGE: u8 = 5;
const BOMB: u8 = 6;
const CRASHED: u8 = 7;
const NO_LETTERS: u8 = 8;

/// Written last, so that an answer that breaks off is no answer.
const END: u8 = 0xE7;

pub(super) fn to_bytes(outcome: &Result<Content, Unreadable>) -> Vec<u8> {
    let mut out = Vec::new();
    match outcome {
        Ok(content) => put_content(&mut out, content),
        Err(Unreadable::Protected) => out.push(PROTECTED),
        Err(Unreadable::Bomb) => out.push(BOMB),
        Err(Unreadable::Scanned { pages }) => put_counted(&mut out, SCANNED, *pages as u64),
        Err(Unreadable::NoLetters { pages }) => put_counted(&mut out, NO_LETTERS, *pages as u64),
        Err(Unreadable::UnpacksTooLarge { limit }) => put_counted(&mut out, TOO_LARGE, *limit),
        Err(Unreadable::Other(what)) => put_tagged(&mut out, OTHER, what),
        Err(Unreadable::Crashed(why)) => put_tagged(&mut out, CRASHED, why),
        Err(Unreadable::Damaged(why)) => put_tagged(&mut out, DAMAGED, why),
        Err(error) => put_tagged(&mut out, DAMAGED, &error.to_string()),
    }
    out.push(END);
    out
}

/// `None` if these bytes are no answer.
pub(super) fn from_bytes(bytes: &[u8]) -> Option<Result<Content, Unreadable>> {
    let (&END, bytes) = bytes.split_last()? else {
        return None;
    };
    let (&tag, mut rest) = bytes.split_first()?;
    let rest = &mut rest;
    Some(Err(match tag {
        CONTENT => return content(rest).map(Ok),
        PROTECTED => Unreadable::Protected,
        SCANNED => Unreadable::Scanned { pages: index(rest)? },
        NO_LETTERS => Unreadable::NoLetters { pages: index(rest)? },
        BOMB => Unreadable::Bomb,
        TOO_LARGE => Unreadable::UnpacksTooLarge { limit: number(rest)? },
        OTHER => Unreadable::Other(string(rest)?),
        CRASHED => Unreadable::Crashed(string(rest)?),
        DAMAGED => Unreadable::Damaged(string(rest)?),
        _ => return None,
    }))
}

fn put_content(out: &mut Vec<u8>, content: &Content) {
    out.push(CONTENT);
    out.push(u8::from(content.title.is_some()));
    put_string(out, content.title.as_deref().unwrap_or_default());
    put_string(out, &content.text);
    put_number(out, content.headings.len() as u64);
    for heading in &content.headings {
        put_number(out, heading.line as u64);
        out.push(heading.level);
    }
    put_number(out, content.pages.len() as u64);
    for &page in &content.pages {
        put_number(out, page as u64);
    }
    put_number(out, content.scanned_pages.len() as u64);
    for &page in &content.scanned_pages {
        put_number(out, page as u64);
    }
    put_number(out, content.notices.len() as u64);
    for notice in &content.notices {
        put_string(out, notice);
    }
    put_number(out, content.fonts.len() as u64);
    for font in &content.fonts {
        put_string(out, &font.font);
        put_string(out, font.encoding);
        put_number(out, font.letters as u64);
    }
}

fn content(rest: &mut &[u8]) -> Option<Content> {
    let has_title = byte(rest)? == 1;
    let title = string(rest)?;
    let text = string(rest)?;
    let headings = list(rest, |rest| Some(Heading { line: index(rest)?, level: byte(rest)? }))?;
    let pages = list(rest, index)?;
    let scanned_pages = list(rest, index)?;
    let notices = list(rest, string)?;
    let fonts = list(rest, font)?;
    let title = has_title.then_some(title);
    Some(Content { title, text, headings, pages, scanned_pages, notices, fonts, ..Content::default() })
}

fn font(rest: &mut &[u8]) -> Option<FontUse> {
    let (font, encoding, letters) = (string(rest)?, string(rest)?, index(rest)?);
    Some(FontUse { font, encoding: Legacy::by_name(&encoding)?.name(), letters })
}

fn put_tagged(out: &mut Vec<u8>, tag: u8, text: &str) {
    out.push(tag);
    put_string(out, text);
}

fn put_counted(out: &mut Vec<u8>, tag: u8, count: u64) {
    out.push(tag);
    put_number(out, count);
}

fn put_string(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u64);
    out.extend(text.as_bytes());
}

fn put_number(out: &mut Vec<u8>, number: u64) {
    out.extend(number.to_le_bytes());
}

fn byte(rest: &mut &[u8]) -> Option<u8> {
    rest.split_off_first().copied()
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let bytes = rest.split_off(..8)?;
    bytes.try_into().ok().map(u64::from_le_bytes)
}

fn index(rest: &mut &[u8]) -> Option<usize> {
    number(rest)?.try_into().ok()
}

fn string(rest: &mut &[u8]) -> Option<String> {
    let length = index(rest)?;
    let bytes = rest.split_off(..length)?;
    String::from_utf8(bytes.to_vec()).ok()
}

fn list<T>(rest: &mut &[u8], mut item: impl FnMut(&mut &[u8]) -> Option<T>) -> Option<Vec<T>> {
    // The length is not believed before as many are there.
    (0..number(rest)?).map(|_| item(rest)).collect()
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
        let bytes = to_bytes(&Ok(content.clone()));
        assert_eq!(from_bytes(&bytes).unwrap().unwrap(), content);
        for cut in 0..bytes.len() {
            assert!(from_bytes(&bytes[..cut]).is_none_or(|outcome| outcome.is_ok()), "{cut}");
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
            let back = from_bytes(&to_bytes(&Err(error))).unwrap();
            assert_eq!(back.unwrap_err().to_string(), told);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = from_bytes(&[&bytes[..], &[END]].concat());
        }
    }
}
