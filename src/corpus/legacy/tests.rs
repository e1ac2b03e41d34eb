//! Cases and laws of the old encodings, over the documents of the project.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::encode::{encode, expressible};
use super::*;
use crate::corpus::judge::judge;

/// The documents that ship with the project.
fn documents() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.filter_map(|path| Some((path.display().to_string(), fs::read_to_string(path).ok()?)));
    let vietnamese = texts.filter(|(_, text)| judge(text).syllables > 20);
    vietnamese.map(|(name, text)| (name, text.nfc().collect())).collect()
}

/// The text as bytes and as what it should become again.
fn encoded(legacy: Legacy, text: &str) -> (Vec<u8>, String) {
    let text = expressible(legacy, text);
    (encode(legacy, &text).unwrap(), text)
}

/// Capitals that only a font shows do not count in TCVN3.
fn wrong_letters(legacy: Legacy, got: &str, expected: &str) -> usize {
    let got: Vec<char> = got.nfc().collect();
    let expected: Vec<char> = expected.chars().collect();
    if got.len() != expected.len() {
        return expected.len();
    }
    let is_same = |a: char, b: char| {
        let is_lost = legacy == Legacy::Tcvn3 && !"ĂÂÊÔƠƯĐ".contains(b) && !b.is_ascii();
        a == b || (is_lost && a.to_lowercase().eq(b.to_lowercase()))
    };
    got.iter().zip(&expected).filter(|(a, b)| !is_same(**a, **b)).count()
}

#[test]
fn whole_documents_come_back() {
    for (name, text) in documents() {
        for legacy in Legacy::ALL {
            let (bytes, expected) = encoded(legacy, &text);
            let (candidates, best) = detect(&bytes);
            assert_eq!(best, Some(legacy), "{name}: {candidates:?}");
            assert_eq!(wrong_letters(legacy, &decode(legacy, &bytes), &expected), 0, "{name} {legacy:?}");
            let shown = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
            let (repaired, _) = repair(shown);
            let (wrong, letters) = (wrong_letters(legacy, &repaired, &expected), expected.chars().count());
            assert!(wrong * 1000 <= letters, "{name} {legacy:?}: {wrong} of {letters}");
        }
    }
}

#[test]
fn single_lines_come_back() {
    let (mut tried, mut left, mut missed) = (0, 0, Vec::new());
    for (name, text) in documents() {
        for line in text.lines().step_by(2) {
            let line: String = line.chars().take(40).collect();
            if judge(&line).syllables < 3 {
                continue;
            }
            for legacy in Legacy::ALL {
                let (bytes, expected) = encoded(legacy, &line);
                tried += 1;
                let (candidates, best) = detect(&bytes);
                if best.is_none_or(|best| wrong_letters(legacy, &decode(best, &bytes), &expected) > 0) {
                    missed.push(format!("{name} {legacy:?} {line:?} {candidates:?}"));
                }
                let shown = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
                if wrong_letters(legacy, &repair(shown).0, &expected) > 0 {
                    left += 1;
                }
            }
        }
    }
    assert!(missed.len() * 200 <= tried, "{} missed of {tried}: {missed:#?}", missed.len());
    // A line on its own is left if it is Vietnamese as it stands for the most part.
    assert!(left * 20 <= tried, "{left} left of {tried}");
}

#[test]
fn our_documents_are_left_alone() {
    for (name, text) in documents() {
        for text in [text.clone(), text.nfd().collect()] {
            assert_eq!(repair(text.clone()), (text, vec![]), "{name}");
        }
    }
}

#[test]
fn runs_are_read_by_their_encoding() {
    let check = |legacy: Legacy, run: &str, expected: &str| {
        let got: String = decode_run(legacy, run).nfc().collect();
        assert_eq!(got, expected, "{run}");
    };
    check(Legacy::Tcvn3, "§¹i héi", "Đại hội");
    check(Legacy::Tcvn3, "ng\u{AD}êi", "người");
    check(Legacy::Tcvn3, "\u{93}nµy\u{94} – ●", "\u{93}này\u{94} – ●");
    check(Legacy::Tcvn3Capitals, "®¹i hội plain", "®¹i hội plain");
    check(Legacy::Tcvn3Capitals, "®¹i héi", "ĐẠI HỘI");
    check(Legacy::Tcvn3Capitals, "plain", "PLAIN");
    check(Legacy::Vni, "Ñaïi hoäi Ñaûng", "Đại hội Đảng");
    check(Legacy::Vni, "AÙnh, aÙ, öôùc, Æ, yø", "Ánh, á, ước, Ỉ, ỳ");
    check(Legacy::Viscii, "Vi®t, Š\u{2}", "Việt, ẾẲ");
    check(Legacy::Vps, "ViŒt, \u{8C}", "Việt, ệ");
    check(Legacy::Windows1258, "Viêòt, Ð", "Việt, Đ");
    check(Legacy::Vni, "đã có sẵn", "đã có sẵn");
    check(Legacy::Vni, "hoà", "hồ");
}

#[test]
fn every_encoding_has_all_letters() {
    for legacy in Legacy::ALL {
        for (letter, _) in table::column(3) {
            let bytes = encode(legacy, &letter.to_string()).unwrap();
            let got: String = decode(legacy, &bytes).nfc().collect();
            let expected = if legacy == Legacy::Tcvn3 && !"ĂÂÊÔƠƯĐ".contains(letter) {
                letter.to_lowercase().collect()
            } else {
                letter.to_string()
            };
            assert_eq!(got, expected, "{legacy:?}");
        }
    }
}

#[test]
fn hostile_text_takes_linear_time() {
    for unit in ["é", "aù", "«", "c¬ ", "Ð\n", "CéNG ", "é\n", "aù aù\n", "CéNG é "] {
        let text = unit.repeat(30_000);
        let _ = repair(text.clone());
        let _ = decode_run(Legacy::Tcvn3, &text);
        let _ = detect(text.as_bytes());
    }
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = detect(&bytes);
        for legacy in Legacy::ALL {
            let text = decode(legacy, &bytes);
            let _ = decode_run(legacy, &text);
        }
    }

    #[test]
    fn ascii_comes_back_unchanged(text in "[ -~\n\t]{0,200}") {
        for legacy in Legacy::ALL {
            prop_assert_eq!(&decode(legacy, text.as_bytes()), &text);
            prop_assert_eq!(&decode_run(legacy, &text), &text);
        }
        prop_assert_eq!(repair(text.clone()), (text, vec![]));
    }

    #[test]
    fn repair_keeps_the_lines(text in "([a-zé]|[\u{80}-\u{FF}]|[ \n]|aù|Céng|của){0,200}") {
        prop_assert_eq!(repair(text.clone()).0.lines().count(), text.lines().count());
    }

    #[test]
    fn random_syllables_come_back(words in proptest::collection::vec("(ngh|kh|b|tr|đ|)(iế|ượ|ổ|uyễ|ắ|Ầ|ỳ)(n|ng|)", 1..30)) {
        let text = words.join(" ");
        for legacy in Legacy::ALL {
            let (bytes, expected) = encoded(legacy, &text);
            prop_assert_eq!(wrong_letters(legacy, &decode(legacy, &bytes), &expected), 0);
        }
    }
}
