//! Markup to the same markup with so many attributes in a tag and no more: the tokenizer compares them in pairs.
//!
//! It is read as the tokenizer reads it as far as is needed to tell tags from text. Only what is cut differs.

use std::borrow::Cow;

use memchr::{memchr, memmem};

use super::raw::raw;

/// No page that was made in earnest has as many in one tag.
const MAX_ATTRIBUTES: usize = 256;

/// The text without what stands in a tag behind so many attributes.
pub(super) fn bounded(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let (mut kept, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        let open = at + found;
        let rest = &bytes[open + 1..];
        let name_at = open + 1 + usize::from(rest.first() == Some(&b'/'));
        if bytes.get(name_at).is_some_and(u8::is_ascii_alphabetic) {
            let tag = Tag::at(bytes, name_at);
            if let Some(excess) = tag.excess {
                kept.push_str(&text[copied..excess]);
                copied = tag.end;
            }
            let name = text[name_at..tag.name_end].to_ascii_lowercase();
            let is_raw = name_at == open + 1 && !tag.self_closing && raw(&name).is_some();
            at = if is_raw { raw_end(bytes, tag.end, name.as_bytes()) } else { tag.end };
        } else if rest.starts_with(b"!--") {
            at = comment_end(bytes, open + 4);
        } else if matches!(rest.first(), Some(b'!' | b'?' | b'/')) {
            at = after(bytes, open, b">");
        } else {
            at = open + 1;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    kept.push_str(&text[copied..]);
    Cow::Owned(kept)
}

/// A tag from its name to its `>`, which stands at `end`.
struct Tag {
    name_end: usize,
    /// Where the first attribute begins that is one too many.
    excess: Option<usize>,
    self_closing: bool,
    end: usize,
}

impl Tag {
    fn at(bytes: &[u8], name_at: usize) -> Self {
        let next = |from: usize, ends: &[u8]| {
            let is_end = |byte: &u8| ends.contains(byte);
            bytes[from..].iter().position(is_end).map_or(bytes.len(), |found| from + found)
        };
        let skip = |from: usize, blanks: &[u8]| {
            let is_other = |byte: &u8| !blanks.contains(byte);
            bytes[from..].iter().position(is_other).map_or(bytes.len(), |found| from + found)
        };
        let name_end = next(name_at, b"\t\n\r\x0C />");
        let (mut at, mut count, mut excess) = (name_end, 0, None);
        loop {
            at = skip(at, b"\t\n\r\x0C /");
            if at >= bytes.len() || bytes[at] == b'>' {
                let self_closing = bytes[..at].ends_with(b"/");
                return Self { name_end, excess, self_closing, end: at };
            }
            count += 1;
            if count > MAX_ATTRIBUTES && excess.is_none() {
                excess = Some(at);
            }
            // a first `=` is a letter of the name
            at = skip(next(at + 1, b"\t\n\r\x0C />="), b"\t\n\r\x0C ");
            if bytes.get(at) != Some(&b'=') {
                continue;
            }
            at = skip(at + 1, b"\t\n\r\x0C ");
            at = match bytes.get(at) {
                Some(quote @ (b'"' | b'\'')) => after(bytes, at + 1, &[*quote]),
                _ => next(at, b"\t\n\r\x0C >"),
            };
        }
    }
}

/// Where the end tag begins of an element whose content is no markup.
fn raw_end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = memmem::find(&bytes[at..], b"</") {
        at += found;
        if bytes[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    bytes.len()
}

/// Behind a comment, whose text begins at `from`.
fn comment_end(bytes: &[u8], from: usize) -> usize {
    if bytes[from..].starts_with(b">") || bytes[from..].starts_with(b"->") {
        return from;
    }
    let mut at = from;
    while let Some(found) = memmem::find(&bytes[at..], b"--") {
        at += found + 2;
        if bytes[at..].starts_with(b">") || bytes[at..].starts_with(b"!>") {
            return at;
        }
        at -= 1;
    }
    bytes.len()
}

fn after(bytes: &[u8], from: usize, what: &[u8]) -> usize {
    memmem::find(&bytes[from..], what).map_or(bytes.len(), |found| from + found + what.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn attributes(count: usize) -> String {
        (0..count).map(|number| format!(" a{number}='>{number}'")).collect()
    }

    #[test]
    fn a_tag_keeps_its_first_attributes() {
        let check = |html: &str, expected: &str| assert_eq!(bounded(html), expected, "{html:.80}");
        let (kept, more) = (attributes(MAX_ATTRIBUTES), format!("{} b=c d/ e = \">\"", attributes(MAX_ATTRIBUTES + 9)));
        check(&format!("x<p{kept}>y"), &format!("x<p{kept}>y"));
        check(&format!("x<p{more}>y<b c>"), &format!("x<p{kept} >y<b c>"));
        check(&format!("x<br{more} />y"), &format!("x<br{kept} >y"));
        check(&format!("x</p{more}>y"), &format!("x</p{kept} >y"));
        check(&format!("<title>a < b</title><p{more}>y"), &format!("<title>a < b</title><p{kept} >y"));
        check(&format!("x<p{more}"), &format!("x<p{kept} "));
        // where there is no tag nothing is cut
        for (start, end) in
            [("<!--<p", "-->"), ("<script>a<b", "</script>"), ("a < b", ">"), ("<textarea><p", "</textarea>")]
        {
            let text = format!("{start}{}{end}z<b>", " c".repeat(2 * MAX_ATTRIBUTES));
            check(&text, &text);
        }
    }

    proptest! {
        #[test]
        fn what_no_tag_has_too_many_of_stays(html in "([<>/!='\"a -]|<p|<!--|-->|</|script|title|\\PC){0,80}") {
            prop_assert_eq!(&*bounded(&html), &*html);
        }
    }
}
