//! What a stretch in capitals is: it stands among headings in capitals, so every syllable must be one of names.

use super::half::first_half;
use crate::mention::person::candidate::Verdict;
use crate::mention::person::candidate::stretch::{Speaks, Stretch};
use crate::mention::person::lexicon::kind;
use crate::mention::person::surroundings::{Left, Right};
use crate::mention::rule::{Rule, rules};

pub(super) const RULES: &[Rule<Speaks>] = rules![
    first_half,
    no_name_in_capitals,
    announced_strong_family,
    far_office_and_no_middle,
    other_words_in_capitals,
    announced_in_capitals,
    two_words_in_capitals,
    inside_heading,
    strong_family_in_capitals,
    weak_family_in_capitals,
];

/// No family name, a common compound, words behind it, or too many words: `NGHỊ QUYẾT`.
fn no_name_in_capitals(s: &Stretch<'_>) -> Option<Verdict> {
    let name = s.has_family() && s.ends_run() && (2..=4).contains(&s.len()) && !s.holds(kind::PAIR);
    (!name).then_some(Verdict::Perhaps)
}

/// `CHỦ TỊCH TRẦN VĂN KHẢI`
fn announced_strong_family(s: &Stretch<'_>) -> Option<Verdict> {
    (s.len() >= 3 && is_announced(s) && s.has_strong_family()).then_some(Verdict::Person)
}

/// `NGƯỜI ĐỨNG ĐẦU CƠ QUAN BÁO CHÍ`
fn far_office_and_no_middle(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::OfficeFar && !s.has_middle()).then_some(Verdict::Perhaps)
}

/// A word that is none of names: `LÊ HÒA BÌNH XANH`.
fn other_words_in_capitals(s: &Stretch<'_>) -> Option<Verdict> {
    (!s.is_of_syllables()).then_some(Verdict::Perhaps)
}

/// A title, office or list of people before it, or an office behind it: `LÊ HÒA, GIÁM ĐỐC`.
fn announced_in_capitals(s: &Stretch<'_>) -> Option<Verdict> {
    (is_announced(s) || s.right() == Right::Office || s.follows_people()).then_some(Verdict::Person)
}

/// `LÊ HÒA` alone.
fn two_words_in_capitals(s: &Stretch<'_>) -> Option<Verdict> {
    (s.len() == 2).then_some(Verdict::Perhaps)
}

/// The end of a longer heading: `ĐƯỜNG LÊ HÒA BÌNH`.
fn inside_heading(s: &Stretch<'_>) -> Option<Verdict> {
    (s.at != s.run).then_some(Verdict::Perhaps)
}

/// `TRẦN VĂN KHẢI`
fn strong_family_in_capitals(s: &Stretch<'_>) -> Option<Verdict> {
    s.has_strong_family().then_some(Verdict::Person)
}

/// `MAI THU HÀ`
fn weak_family_in_capitals(_: &Stretch<'_>) -> Option<Verdict> {
    Some(Verdict::Perhaps)
}

fn is_announced(s: &Stretch<'_>) -> bool {
    matches!(s.left, Left::Title(_) | Left::Many | Left::Office | Left::Byline | Left::OfficeFar)
}
