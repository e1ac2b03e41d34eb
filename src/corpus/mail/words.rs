//! The value of a header line -> its text, by RFC 2047.
//!
//! Encoded words that follow each other are decoded as one, for writers split them within letters.

use mail_parser::decoders::base64::base64_decode;

use super::charset;

/// A stretch of a value.
enum Piece {
    /// As it stands.
    Plain(Vec<u8>),
    /// The bytes of encoded words in one charset.
    Encoded(String, Vec<u8>),
}

/// The text of a value, its lines joined.
pub(super) fn text(value: &[u8]) -> String {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = value;
    while !rest.is_empty() {
        if let Some((charset, bytes, behind)) = encoded_word(rest) {
            // what stands between two encoded words is blank, and is no text
            let blank = |piece: &Piece| matches!(piece, Piece::Plain(text) if text.trim_ascii().is_empty());
            if pieces.len() > 1 && pieces.last().is_some_and(blank) {
                pieces.pop();
            }
            match pieces.last_mut() {
                Some(Piece::Encoded(known, before)) if known.eq_ignore_ascii_case(&charset) => before.extend(bytes),
                _ => pieces.push(Piece::Encoded(charset, bytes)),
            }
            rest = behind;
        } else {
            // up to what may be the next one
            let end = memchr::memmem::find(&rest[1..], b"=?").map_or(rest.len(), |at| at + 1);
            match pieces.last_mut() {
                Some(Piece::Plain(before)) => before.extend(&rest[..end]),
                _ => pieces.push(Piece::Plain(rest[..end].to_vec())),
            }
            rest = &rest[end..];
        }
    }
    let text: String = pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(bytes) => charset::text(bytes, None),
            Piece::Encoded(charset, bytes) => charset::text(bytes, Some(&charset)),
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The charset and the bytes of an encoded word at the start, and what stands behind it.
fn encoded_word(value: &[u8]) -> Option<(String, Vec<u8>, &[u8])> {
    let rest = value.strip_prefix(b"=?")?;
    let (charset, rest) = split(rest, b'?')?;
    let (&encoding, rest) = rest.split_first()?;
    let (told, rest) = split(rest.strip_prefix(b"?")?, b'?')?;
    let behind = rest.strip_prefix(b"=")?;
    let bytes = match encoding.to_ascii_lowercase() {
        b'b' => base64_decode(&told.iter().copied().filter(u8::is_ascii_graphic).collect::<Vec<_>>())?,
        b'q' => unquoted(told),
        _ => return None,
    };
    // a language may stand behind the charset
    let charset = String::from_utf8_lossy(charset).split('*').next().unwrap_or_default().to_owned();
    Some((charset, bytes, behind))
}

/// What stands before and behind a mark, unless that comes too late for a word.
fn split(bytes: &[u8], mark: u8) -> Option<(&[u8], &[u8])> {
    const MAX_BYTES: usize = 4096;
    let at = bytes.iter().take(MAX_BYTES).position(|&byte| byte == mark)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

fn unquoted(told: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(told.len());
    let mut rest = told;
    while let Some((&first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|_| first == b'=').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(if first == b'_' { b' ' } else { first });
                rest = behind;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_words_are_one_text() {
        let check = |value: &[u8], expected: &str| assert_eq!(text(value), expected);
        check(b" Hop thon", "Hop thon");
        check("Họp thôn".as_bytes(), "Họp thôn");
        check(b"=?UTF-8?B?S+G6vyBob+G6oWNo?=", "Kế hoạch");
        check(b"Re: =?utf-8?Q?Gi=E1=BA=A5y_m=E1=BB=9Di?= (2)", "Re: Giấy mời (2)");
        check(b"=?UTF-8?Q?m=E1=BB?=\r\n =?UTF-8?Q?=9Di?=", "mời");
        check(b"=?utf-8?B?4bqt?= =?us-ascii?Q?p?=", "ập");
        check(b"=?utf-8*vi?Q?=C4=91?= a=?b", "đ a=?b");
        check(b"=?=?=?", "=?=?=?");
    }
}
