//! Bytes that are no Unicode -> the encoding that makes the most Vietnamese of them.

use super::decode::decode;
use super::encoding::Legacy;
use super::evidence::Evidence;
use crate::corpus::decision::Candidate;
use crate::corpus::judge::judge;

/// Enough to judge by.
const SAMPLE_BYTES: usize = 256 * 1024;

/// At least so much of the words must read as Vietnamese.
const MIN_PERCENT: usize = 75;
/// Two or three frequent syllables.
const MIN_SCORE: i64 = 10;
/// How far the best must be before the next.
const MIN_LEAD: i64 = 3;

/// What was found: all candidates, the best first, and the encoding if the best convinces.
pub(crate) fn detect(bytes: &[u8]) -> (Vec<Candidate>, Option<Legacy>) {
    let sample = sample(bytes);
    let mut tried = Legacy::ALL.map(|legacy| {
        let text = decode(legacy, sample);
        (legacy, judge(&text), text)
    });
    tried.sort_by_key(|(_, verdict, _)| std::cmp::Reverse(verdict.score));
    let candidates = tried.iter().map(|(legacy, verdict, _)| Candidate {
        encoding: legacy.name(),
        percent: verdict.percent(),
        score: verdict.score,
    });
    let (legacy, verdict, text) = &tried[0];
    // Another that makes the same of the bytes is no rival.
    let rival = tried.iter().find(|(_, _, other)| other != text).map_or(0, |(_, rival, _)| rival.score);
    let convinces = verdict.percent() >= MIN_PERCENT && verdict.score >= MIN_SCORE.max(rival + MIN_LEAD);
    let mut evidence = Evidence::default();
    evidence.add(*legacy, &encoding_rs::WINDOWS_1252.decode_without_bom_handling(sample).0);
    let best = (convinces && evidence.suffices(*legacy)).then_some(*legacy);
    (candidates.collect(), best)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_the_one_that_makes_vietnamese() {
        let check = |bytes: &[u8], expected: Option<Legacy>| {
            let (candidates, got) = detect(bytes);
            assert_eq!(got, expected, "{candidates:?}");
        };
        check(b"Ch\xfd\xde Qu\xf4\xecc ng\xfd\xde l\xe0 h\xea\xf2 ch\xfd\xde vi\xea\xect", Some(Legacy::Windows1258));
        check(b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam", Some(Legacy::Tcvn3));
        check(b"C\xe9NG H\xdfA X\xb7 H\xe9I CH\xf1 NGH\xdcA VI\xd6T NAM", Some(Legacy::Tcvn3));
        check(b"Ch\xe6 Qu\xafc ng\xe6 l\xe0 h\xae ch\xe6 vi\xaat", Some(Legacy::Viscii));
        check(b"Co\xe4ng ho\xf8a xa\xf5 ho\xe4i chu\xfb ngh\xf3a Vie\xe4t Nam", Some(Legacy::Vni));
        check(b"H\xb6i ngh\xce c\xfba c\xe1c \xc7\xe5i bi\x8bu", Some(Legacy::Vps));
        check(b"\xff\x81\x8d", None);
        check(b"caf\xe9 na\xefve d\xe9j\xe0 vu, \xe0 la carte, cr\xe8me br\xfbl\xe9e", None);
        check(b"Die Gr\xfc\xdfe f\xfcr Stra\xdfen und H\xe4user, sch\xf6n", None);
        check(b"plain", None);
        check(b"", None);
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
