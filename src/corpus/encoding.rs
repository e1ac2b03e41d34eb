//! Bytes -> text: UTF-8, UTF-16, or an encoding from before Unicode.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::decision::{Decision, Why};
use super::judge::is_typographic;
use super::legacy::{self, Legacy};
use super::oddity::Oddity;
use super::unreadable::Unreadable;

/// The encodings that a user can name in a [`Manner`](super::Manner).
pub const ENCODINGS: [&str; 7] = ["utf-8", "utf-16", "tcvn3", "vni", "viscii", "vps", "windows-1258"];

/// NUL bytes that a text may hold: this many, or one in so many bytes.
const FEW_NULS: usize = 8;
const BYTES_PER_NUL: usize = 10_000;

/// Text and what was odd about its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    pub notices: Vec<Oddity>,
    pub decision: Decision,
}

impl Decoded {
    /// The same with the lines read that are of an old encoding, shown as Latin-1 in Unicode.
    pub fn repaired(mut self) -> Self {
        if !matches!(self.decision.why, Why::Best(_) | Why::Forced) {
            let (text, notices) = legacy::repair(self.text);
            self.text = text;
            self.notices.extend(notices);
        }
        self
    }
}

/// Decodes bytes; `declared` is the encoding that the file itself names.
///
/// Bytes that are valid UTF-8 are taken as such whatever the file says of itself.
pub(super) fn decode(mut bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<Decoded, Unreadable> {
    let mut notices = Vec::new();
    let (text, decision) = if let Some((encoding, bom_length)) = Encoding::for_bom(&bytes) {
        let text = if encoding == UTF_8 {
            bytes.drain(..bom_length);
            from_utf8_marked(bytes, &mut notices)?
        } else {
            from_declared(&bytes[bom_length..], encoding, &mut notices)
        };
        (text, Decision { encoding: encoding.name(), why: Why::ByteOrderMark })
    } else if let Some(encoding) = unmarked_utf16(&bytes) {
        notices.push(Oddity::DecodedAs(encoding.name().to_owned()));
        (from_declared(&bytes, encoding, &mut notices), Decision { encoding: encoding.name(), why: Why::Zeros })
    } else {
        refuse_nuls(&bytes)?;
        from_bytes(bytes, declared, &mut notices)?
    };
    Ok(decoded(text, notices, decision))
}

/// The text of bytes that are in UTF-8 or UTF-16 by their format; what is not valid is U+FFFD.
pub(super) fn unicode_text(bytes: Vec<u8>) -> Result<String, Unreadable> {
    if Encoding::for_bom(&bytes).is_some() || unmarked_utf16(&bytes).is_some() {
        return decode(bytes, None).map(|decoded| decoded.text);
    }
    from_utf8_marked(bytes, &mut Vec::new()).map(|text| tidy(text).0)
}

/// Whether bytes open with a byte order mark, are UTF-8 with letters beyond ASCII, or plainly UTF-16.
pub(super) fn is_plainly_unicode(bytes: &[u8]) -> bool {
    let is_utf8 = || !bytes.is_ascii() && !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok();
    Encoding::for_bom(bytes).is_some() || is_utf8() || unmarked_utf16(bytes).is_some()
}

/// Decodes bytes in the encoding that the user names, one of [`ENCODINGS`] in any case.
///
/// # Errors
/// The encoding is not one of them.
pub(super) fn decode_as(name: &str, bytes: &[u8]) -> Result<Decoded, Unreadable> {
    let name = ENCODINGS.into_iter().find(|known| known.eq_ignore_ascii_case(name)).ok_or(Unreadable::Encoding)?;
    let mut notices = Vec::new();
    let text = match Legacy::by_name(name) {
        Some(legacy) => legacy::decode(legacy, bytes),
        None => {
            let named = if name == "utf-16" { UTF_16LE } else { UTF_8 };
            let marked = Encoding::for_bom(bytes).filter(|(encoding, _)| (*encoding == UTF_8) == (named == UTF_8));
            let (encoding, bom_length) = marked.unwrap_or((named, 0));
            from_declared(&bytes[bom_length..], encoding, &mut notices)
        }
    };
    Ok(decoded(text, notices, Decision { encoding: name, why: Why::Forced }))
}

fn decoded(text: String, mut notices: Vec<Oddity>, decision: Decision) -> Decoded {
    let (text, nul_notice) = tidy(text);
    notices.extend(nul_notice);
    Decoded { text, notices, decision }
}

/// Makes every line end `\n` and NULs visible, with a notice about those.
pub(super) fn tidy(mut text: String) -> (String, Option<Oddity>) {
    if memchr::memchr2(b'\r', 0, text.as_bytes()).is_none() {
        return (text, None);
    }
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    if !text.contains('\0') {
        return (text, None);
    }
    let nuls = text.bytes().filter(|&byte| byte == 0).count();
    (text.replace('\0', "\u{FFFD}"), Some(Oddity::Nuls(nuls)))
}

/// The number of bytes that belong to no character of UTF-8.
pub(super) fn count_bad_bytes(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum()
}

fn from_utf8_marked(bytes: Vec<u8>, notices: &mut Vec<Oddity>) -> Result<String, Unreadable> {
    refuse_nuls(&bytes)?;
    String::from_utf8(bytes).or_else(|error| Ok(lossy(error.as_bytes(), notices)))
}

fn from_bytes(
    bytes: Vec<u8>,
    declared: Option<&'static Encoding>,
    notices: &mut Vec<Oddity>,
) -> Result<(String, Decision), Unreadable> {
    let utf8 = |why| Decision { encoding: UTF_8.name(), why };
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, utf8(Why::Valid))),
        Err(error) => error.into_bytes(),
    };
    if is_nearly_utf8(&bytes) {
        return Ok((lossy(&bytes, notices), utf8(Why::NearlyValid)));
    }
    // Pages in Vietnamese fonts call themselves Latin-1, and a wrong name of UTF-8 is no help.
    let told = declared.filter(|encoding| encoding.is_ascii_compatible() && *encoding != UTF_8);
    if let Some(encoding) = told.filter(|encoding| *encoding != WINDOWS_1252) {
        let decision = Decision { encoding: encoding.name(), why: Why::Declared };
        return Ok((from_declared(&bytes, encoding, notices), decision));
    }
    let (candidates, best) = legacy::detect(&bytes);
    if let Some(legacy) = best {
        let decision = Decision { encoding: legacy.name(), why: Why::Best(candidates) };
        notices.push(Oddity::DecodedAs(legacy.name().to_owned()));
        return Ok((legacy::decode(legacy, &bytes), decision));
    }
    let text = WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
    let windows = |why| Decision { encoding: WINDOWS_1252.name(), why };
    if text.chars().all(|c| c.is_ascii() || is_typographic(c)) {
        notices.push(Oddity::DecodedAs("windows-1252".to_owned()));
        return Ok((text, windows(Why::Plain)));
    }
    told.map(|_| (text, windows(Why::Declared))).ok_or(Unreadable::Encoding)
}

/// Decodes bytes of a page whose fonts tell what each stretch of its letters stands for.
pub(super) fn decode_for_fonts(bytes: Vec<u8>) -> Result<Decoded, Unreadable> {
    refuse_nuls(&bytes)?;
    let text = WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
    Ok(decoded(text, Vec::new(), Decision { encoding: WINDOWS_1252.name(), why: Why::Fonts }))
}

fn from_declared(bytes: &[u8], encoding: &'static Encoding, notices: &mut Vec<Oddity>) -> String {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if had_errors {
        notices.push(Oddity::Invalid(encoding.name().to_owned()));
    }
    text.into_owned()
}

fn lossy(bytes: &[u8], notices: &mut Vec<Oddity>) -> String {
    notices.push(Oddity::InvalidBytes(count_bad_bytes(bytes)));
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether a few bytes are broken in what is plainly UTF-8: below one in a hundred of those
/// beyond ASCII, or up to seven beside ten times as many letters, or the last letter cut off.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let bad = count_bad_bytes(bytes);
    let letters =
        bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count()).sum::<usize>();
    let is_cut_off = || std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none()) && letters > 0;
    bad * 100 < beyond_ascii || (bad < 8 && letters >= 10 * bad) || is_cut_off()
}

/// Whether every other byte is mostly NUL, as in UTF-16 of a European language; the last letter may be
/// cut off.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.as_chunks::<2>();
    if pairs.len() < 2 {
        return None;
    }
    let zeros = |index: usize| pairs.iter().filter(|pair| pair[index] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_mostly = |many: usize, few: usize| many * 2 > pairs.len() && few * 100 < pairs.len();
    let encoding = if is_mostly(odd, even) {
        UTF_16LE
    } else if is_mostly(even, odd) {
        UTF_16BE
    } else {
        return None;
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(pairs.as_flattened())?;
    let controls = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    (controls * 100 <= pairs.len()).then_some(encoding)
}

fn refuse_nuls(bytes: &[u8]) -> Result<(), Unreadable> {
    let nuls = bytes.iter().filter(|&&byte| byte == 0).count();
    let is_text = nuls <= FEW_NULS.max(bytes.len() / BYTES_PER_NUL) && nuls * 4 <= bytes.len();
    is_text.then_some(()).ok_or(Unreadable::Binary)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn bytes_become_text() {
        let check = |bytes: &[u8], text: &str, notices: &[&str]| {
            let decoded = decode(bytes.to_vec(), None).unwrap();
            assert_eq!(
                (decoded.text.as_str(), decoded.notices.iter().map(Oddity::to_string).collect()),
                (text, notices.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>()),
                "{bytes:x?}"
            );
        };
        check(b"", "", &[]);
        check(b"a\r\nb\rc\n\r", "a\nb\nc\n\n", &[]);
        check("Số".as_bytes(), "Số", &[]);
        check("So\u{302}\u{301}".as_bytes(), "So\u{302}\u{301}", &[]);
        check("\u{FEFF}Số".as_bytes(), "Số", &[]);
        check(b"\xEF\xBB\xBF\xff", "\u{FFFD}", &["1 byte was not valid UTF-8 and is shown as \u{FFFD}"]);
        check(&utf16("\u{FEFF}Số 1\r\n", u16::to_le_bytes), "Số 1\n", &[]);
        check(&utf16("\u{FEFF}Số 1", u16::to_be_bytes), "Số 1", &[]);
        check(&utf16("Năm 2021", u16::to_le_bytes), "Năm 2021", &["decoded as UTF-16LE"]);
        check(&utf16("Năm 2021", u16::to_be_bytes), "Năm 2021", &["decoded as UTF-16BE"]);
        check(
            &utf16("Năm 2021", u16::to_le_bytes)[..15],
            "Năm 202\u{FFFD}",
            &["decoded as UTF-16LE", "some bytes were not valid UTF-16LE and are shown as \u{FFFD}"],
        );
        check(b"\xff\xfea\0b", "a\u{FFFD}", &["some bytes were not valid UTF-16LE and are shown as \u{FFFD}"]);
        check(b"\xff\xfe", "", &[]);
        check(
            "Lê Thị Thu\u{1EF7}".as_bytes().split_last().unwrap().1,
            "Lê Thị Thu\u{FFFD}",
            &["2 bytes were not valid UTF-8 and are shown as \u{FFFD}"],
        );
        let bad = ["Đồng chí ".repeat(10).as_bytes(), b"\xff \xff"].concat();
        check(
            &bad,
            &format!("{}\u{FFFD} \u{FFFD}", "Đồng chí ".repeat(10)),
            &["2 bytes were not valid UTF-8 and are shown as \u{FFFD}"],
        );
        check(b"abcd\0efgh\0ijkl", "abcd\u{FFFD}efgh\u{FFFD}ijkl", &["2 NULs were found and are shown as \u{FFFD}"]);
        check(b"It\x92s \x93plain\x94 \x96 text", "It’s “plain” – text", &["decoded as windows-1252"]);
        check(b"C\xe9ng h\xdfa x\xb7 h\xe9i", "Cộng hòa xã hội", &["decoded as tcvn3"]);
        check(b"Vi\xea\xf2t Nam c\xf4\xf2ng ho\xe0", "Viê\u{323}t Nam cô\u{323}ng hoà", &["decoded as windows-1258"]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let check = |bytes: &[u8], expected: &str| {
            let error = decode(bytes.to_vec(), None).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{bytes:x?}: {error}");
        };
        check(b"\0", "binary");
        check(&[0; 4096], "binary");
        check(&[5, 0, 6, 0, 1, 0, 9, 2, 3, 0, 2, 0, 8, 0, 4, 0, 7, 0, 6, 0], "binary");
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x02\0", "binary");
        check(b"caf\xe9 na\xefve", "encoding not recognized");
        check(b"\xff\x81\x8d", "encoding not recognized");
    }

    #[test]
    fn a_declared_encoding_is_believed_unless_the_bytes_say_otherwise() {
        let check = |bytes: &[u8], label: &str, text: &str| {
            let declared = Encoding::for_label(label.as_bytes());
            assert_eq!(decode(bytes.to_vec(), declared).unwrap().text, text, "{label}");
        };
        check("Số".as_bytes(), "iso-8859-1", "Số");
        check(b"caf\xe9 na\xefve", "iso-8859-1", "café naïve");
        check(b"Vi\xea\xf2t Nam", "windows-1258", "Viê\u{323}t Nam");
        check(b"\xcf\xf0\xe8", "windows-1251", "При");
        check("Số".as_bytes(), "utf-16", "Số");
    }

    proptest! {
        #[test]
        fn decoding_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(bytes, None);
        }

        #[test]
        fn text_in_unicode_comes_back(text in "[^\0\r\u{FEFF}]{0,40}") {
            let decoded = decode(text.clone().into_bytes(), None).unwrap();
            prop_assert_eq!(&decoded.text, &text);
            let marked = utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes);
            prop_assert_eq!(&decode(marked, None).unwrap().text, &text);
        }
    }
}
