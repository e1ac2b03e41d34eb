//! A text string of a PDF -> its text, by ISO 32000-1, 7.9.2.2.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a string: UTF-16 or UTF-8 with a mark, or else bytes; those of PDF's own encoding are in nearly all
/// those of windows-1252, which also shows what programs wrote in old encodings.
pub(super) fn text_of(bytes: &[u8]) -> String {
    let (encoding, rest) = match bytes {
        [0xFE, 0xFF, rest @ ..] => (UTF_16BE, rest),
        [0xFF, 0xFE, rest @ ..] => (UTF_16LE, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => return String::from_utf8_lossy(rest).into_owned(),
        _ if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() => {
            return String::from_utf8_lossy(bytes).into_owned();
        }
        _ => (WINDOWS_1252, bytes),
    };
    let text = encoding.decode_without_bom_handling(rest).0;
    // the language of what follows may be told between two escapes
    let mut parts = text.split('\u{1B}');
    let mut out = parts.next().unwrap_or_default().to_owned();
    out.extend(parts.skip(1).step_by(2));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(text_of(bytes), expected);
        check(b"Ke hoach", "Ke hoach");
        check(b"\xFE\xFF\x1E\xBF", "ế");
        check(b"\xFF\xFE\xBF\x1E", "ế");
        check("\u{FEFF}ế".as_bytes(), "ế");
        check("ế".as_bytes(), "ế");
        check(b"Ngh\xDE \xAE\xDEnh", "NghÞ ®Þnh");
        check(b"\xFE\xFF\0\x1B\0v\0i\0\x1B\x1E\xBF", "ế");
        check(b"", "");
    }
}
