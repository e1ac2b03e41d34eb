//! Bytes that are no Unicode -> text, by the encoding that makes the most Vietnamese of them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1258};

use super::judge::{Verdict, is_typographic, judge};

/// Enough to judge by.
const SAMPLE_BYTES: usize = 256 * 1024;

/// An encoding from before Unicode.
struct Candidate {
    name: &'static str,
    /// Decodes all bytes, or the sample; `None` if a byte means nothing.
    decode: fn(&[u8]) -> Option<String>,
}

/// The encodings that are tried; of equals the first wins.
const CANDIDATES: [Candidate; 1] = [Candidate { name: "windows-1258", decode: |bytes| strict(WINDOWS_1258, bytes) }];

/// The text and the name of its encoding; `None` if no encoding convinces.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    let sample = sample(bytes);
    let guess = guess(sample);
    let best = CANDIDATES
        .iter()
        .filter_map(|candidate| Some((candidate, judge(&(candidate.decode)(sample)?))))
        .filter(|(candidate, verdict)| convinces(*verdict, guess.name() == candidate.name))
        .rev()
        .max_by_key(|(_, verdict)| verdict.percent());
    if let Some((candidate, _)) = best {
        return Some(((candidate.decode)(bytes)?, candidate.name));
    }
    // Plain words with the quotes and dashes of office software.
    let text = strict(encoding_rs::WINDOWS_1252, bytes)?;
    let is_plain = text.chars().all(|c| c.is_ascii() || is_typographic(c));
    is_plain.then_some((text, "windows-1252"))
}

/// A few words are enough only if the detector says the same.
fn convinces(verdict: Verdict, is_guessed: bool) -> bool {
    if is_guessed {
        verdict.syllables >= 1 && verdict.percent() >= 70
    } else {
        verdict.syllables >= 10 && verdict.percent() >= 85
    }
}

fn guess(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(Some(b"vn"), Utf8Detection::Deny)
}

/// The part that starts with the first word beyond ASCII and ends with a word.
fn sample(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let start = bytes[..first].iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
    let rest = &bytes[start..];
    if rest.len() <= SAMPLE_BYTES {
        return rest;
    }
    let cut = &rest[..SAMPLE_BYTES];
    let end = cut.iter().rposition(u8::is_ascii_whitespace);
    &cut[..end.unwrap_or(SAMPLE_BYTES)]
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let has_c1 = text.chars().any(|c| ('\u{80}'..'\u{A0}').contains(&c));
    (!has_c1).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_the_one_that_makes_vietnamese() {
        let check = |bytes: &[u8], expected: Option<(&str, &str)>| {
            let got = decode(bytes);
            let got = got.as_ref().map(|(text, name)| (text.as_str(), *name));
            assert_eq!(got, expected, "{bytes:?}");
        };
        check(
            b"Ch\xfd\xde Qu\xf4\xecc ng\xfd\xde l\xe0 h\xea\xf2 ch\xfd\xde vi\xea\xect",
            Some(("Chư\u{303} Quô\u{301}c ngư\u{303} là hê\u{323} chư\u{303} viê\u{301}t", "windows-1258")),
        );
        check(b"It\x92s \x93plain\x94 \x96 text", Some(("It’s “plain” – text", "windows-1252")));
        // TCVN3, VISCII, VNI
        check(b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam", None);
        check(b"Ch\xe6 Qu\xafc ng\xe6 l\xe0 h\xae ch\xe6 vi\xaat", None);
        check(b"Co\xe4ng ho\xf8a xa\xf5 ho\xe4i chu\xfb ngh\xf3a Vie\xe4t Nam", None);
        check(b"\xff\x81\x8d", None);
    }

    #[test]
    fn the_sample_cuts_no_word() {
        let check = |bytes: &[u8], expected: &[u8]| assert_eq!(sample(bytes), expected);
        check(b"a bc\xe9d e", b"bc\xe9d e");
        check(b"\xe9", b"\xe9");
        check(b"", b"");
        let long = [b"\xe9".as_slice(), &b" ab".repeat(SAMPLE_BYTES)].concat();
        assert!(sample(&long).ends_with(b"b"));
        assert!(sample(&[0xe9; SAMPLE_BYTES + 1]).len() == SAMPLE_BYTES);
    }
}
