//! Bytes of plain text -> its text, unchanged but for encoding, line ends and letters that are set apart.

use std::borrow::Cow;

use super::content::Content;
use super::encoding::decode;
use super::limits::Limits;
use super::spaced;
use super::unreadable::Unreadable;

/// Reads plain text.
pub(super) fn parse(bytes: Vec<u8>, _: &Limits) -> Result<Content, Unreadable> {
    let decoded = decode(bytes, None)?.repaired();
    let decision = Some(decoded.decision);
    Ok(Content { text: joined(decoded.text), notices: decoded.notices, decision, ..Content::default() })
}

fn joined(text: String) -> String {
    match spaced::joined(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(joined) => joined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::decision::{Decision, Why};

    #[test]
    fn plain_text_has_no_title_and_no_headings() {
        let check = |bytes: &[u8], text: &str| {
            let decision = Some(Decision { encoding: "UTF-8", why: Why::Valid });
            let expected = Content { text: text.to_owned(), decision, ..Content::default() };
            assert_eq!(parse(bytes.to_vec(), &Limits::default()).unwrap(), expected);
        };
        check(b"", "");
        check(b"# A\r\n\r\n<b>\r", "# A\n\n<b>\n");
    }
}
