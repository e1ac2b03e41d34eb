//! Bytes of a mail and the encoding that it tells -> text. Valid UTF-8 is that, whatever the mail tells.

use encoding_rs::{Encoding, UTF_8};
use mail_parser::decoders::charsets::map::charset_decoder;

use crate::corpus::encoding::{decode, decode_as};

/// Encodings of Vietnam under the names that mails give them, by a part of the name, and what they are called here.
const VIETNAMESE: [(&str, &str); 5] =
    [("viscii", "viscii"), ("tcvn", "tcvn3"), ("viet-vps", "vps"), ("viet-vni", "vni"), ("cp1258", "windows-1258")];

/// The text of bytes; what is in no encoding is shown as U+FFFD.
pub(super) fn text(bytes: Vec<u8>, charset: Option<&str>) -> String {
    let label = charset.unwrap_or_default().trim().to_ascii_lowercase();
    let known = Encoding::for_label(label.as_bytes());
    // these are written in ASCII alone
    if let Some(encoding) = known.filter(|encoding| !encoding.is_ascii_compatible()) {
        return encoding.decode(&bytes).0.into_owned();
    }
    let is_ascii = bytes.is_ascii();
    let decoded = match std::str::from_utf8(&bytes) {
        Ok(_) if is_ascii && known.is_none() => charset_decoder(label.as_bytes()).map(|decoder| decoder(&bytes)),
        Ok(_) => None,
        Err(_) => {
            let vietnamese = VIETNAMESE.iter().find(|(part, _)| label.contains(part));
            let by_name = vietnamese.and_then(|(_, name)| decode_as(name, &bytes).ok()).map(|decoded| decoded.text);
            by_name.or_else(|| {
                let decoder = charset_decoder(label.as_bytes()).filter(|_| known.is_none());
                decoder.map(|decoder| decoder(&bytes))
            })
        }
    };
    decoded.unwrap_or_else(|| {
        let lossy = String::from_utf8_lossy(&bytes).into_owned();
        decode(bytes, known.filter(|known| *known != UTF_8)).map_or(lossy, |decoded| decoded.repaired().text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_bytes_are_counts_for_more_than_what_is_told() {
        let check = |bytes: &[u8], charset: &str, expected: &str| {
            assert_eq!(text(bytes.to_vec(), Some(charset).filter(|told| !told.is_empty())), expected, "{charset}");
        };
        for charset in ["", "us-ascii", "iso-8859-1", "windows-1252", "gb2312", "utf-7", "x-unknown"] {
            check("Đoàn khảo sát".as_bytes(), charset, "Đoàn khảo sát");
        }
        check(b"\xA7o\xB5n kh\xB6o s\xB8t", "x-viet-tcvn5712", "Đoàn khảo sát");
        check(b"caf\xE9", "iso-8859-1", "café");
        check(b"Vi\xEA\xF2t Nam", "windows-1258", "Viê\u{323}t Nam");
        check(b"\x1B$B$\"\x1B(B", "iso-2022-jp", "あ");
        check(b"a+AOk-", "utf-7", "aé");
    }
}
