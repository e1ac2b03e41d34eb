//! What a stretch is behind anything but a title: an office, the name of a body, `tức`, `tại`, or nothing.

use super::half::first_half;
use crate::mention::person::candidate::stretch::{Speaks, Stretch};
use crate::mention::person::candidate::{Chain, Verdict};
use crate::mention::person::lexicon::flag;
use crate::mention::person::surroundings::{Left, Right};
use crate::mention::person::word::{Gap, Shape};
use crate::mention::rule::{Rule, rules};
use crate::text::syllable::is_syllable;

pub(super) const RULES: &[Rule<Speaks>] = rules![
    first_half,
    behind_name_of_body,
    acts_behind_body,
    name_of_body,
    ends_in_place,
    pinyin_name,
    place_of_committee,
    family_behind_office,
    called_by_office,
    foreign_before_common_word,
    foreign_name_behind_office,
    syllables_behind_office,
    syllables_behind_byline,
    family_behind_byline,
    family_behind_label,
    one_word_alias,
    alias,
    what_a_ministry_is_called,
    goes_on_behind_far_office,
    family_behind_far_office,
    no_family,
    pair_of_announced_places,
    pair_among_places,
    strong_pair_inside,
    strong_pair,
    strong_family,
    at_a_place,
    clan_behind_letter,
    middle_behind_weak_family,
    syllables_alone,
    weak_family,
];

/// The name of the body stands before it: `Chủ tịch Tập đoàn Hòa Phát Trần Văn Khải`.
fn behind_name_of_body(s: &Stretch<'_>) -> Option<Verdict> {
    let behind = s.left == Left::Named && s.at > s.run && s.len() >= 3 && s.has_strong_family();
    (behind && !s.sweep.is_headed(s.at)).then_some(Verdict::Person)
}

/// `Giám đốc Công ty Trần Thị Khải cho biết`
fn acts_behind_body(s: &Stretch<'_>) -> Option<Verdict> {
    let whole = s.left == Left::Named && s.len() >= 3 && s.has_middle();
    (whole && s.right() == Right::Says).then_some(Verdict::Person)
}

/// A body that is named after people: `Giám đốc Công ty Trần Khải`.
fn name_of_body(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::Named).then_some(Verdict::Not)
}

/// `Đồng Việt Nam`, `Từ Quảng Bình`
fn ends_in_place(s: &Stretch<'_>) -> Option<Verdict> {
    s.ends_in_place().then_some(Verdict::Perhaps)
}

/// `Cai Hesen`
fn pinyin_name(s: &Stretch<'_>) -> Option<Verdict> {
    let alone = s.len() <= 3 && s.ends_run() && s.left != Left::At;
    (alone && s.sweep.is_pinyin_name(s.at, s.stop)).then_some(Verdict::Likely)
}

/// `Chủ tịch Mai Hòa`
fn family_behind_office(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::Office && s.has_family() && s.len() >= 2).then_some(Verdict::Person)
}

/// `chủ tịch Thắng`, `Tổng thống Ních-xơn`
fn called_by_office(s: &Stretch<'_>) -> Option<Verdict> {
    let lone = s.left == Left::Office && s.len() == 1 && s.ends_run();
    (lone && s.sweep.is_called_by_office(s.at)).then_some(Verdict::Person)
}

/// `the Stuart L. Bernath Prize`
fn foreign_before_common_word(s: &Stretch<'_>) -> Option<Verdict> {
    let before = s.stop < s.end && s.has(s.stop, flag::WORD);
    (before && s.is_foreign_name()).then_some(Verdict::Perhaps)
}

/// `Tổng thống Charles de Gaulle`
fn foreign_name_behind_office(s: &Stretch<'_>) -> Option<Verdict> {
    let long = s.left == Left::Office && s.len() >= 2 && s.ends_run();
    (long && s.is_foreign_name()).then_some(Verdict::Person)
}

/// No family name, but syllables of names: `Chủ tịch Thu Hà`.
fn syllables_behind_office(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::Office && s.len() >= 2 && s.is_all_of_syllables()).then_some(Verdict::Likely)
}

/// `Ảnh: Thu Hà`
fn syllables_behind_byline(s: &Stretch<'_>) -> Option<Verdict> {
    let first = || s.has(s.at, flag::FAMILY | flag::SYLLABLE);
    (s.left == Left::Byline && s.len() >= 2 && s.is_of_syllables() && first()).then_some(Verdict::Person)
}

/// `Ảnh: Lò Xanh Hà`
fn family_behind_byline(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::Byline && s.len() >= 3 && s.has_family()).then_some(Verdict::Person)
}

/// A family name and one syllable more behind a label, and nothing that goes on: `Cha: Lò Kên, sinh 1919`.
fn family_behind_label(s: &Stretch<'_>) -> Option<Verdict> {
    let label = s.left == Left::Byline && s.first().gap == Gap::Colon && s.len() == 2 && s.has_family();
    let name = || {
        let last = &s.sweep.words[s.stop - 1];
        last.shape == Shape::Capital
            && !s.has(s.stop - 1, flag::BODY | flag::WORD)
            && is_syllable(s.sweep.raw(s.stop - 1))
    };
    (label && s.ends_run() && name() && s.is_parted()).then_some(Verdict::Person)
}

/// A word that goes on: `tức Bí thư`.
fn one_word_alias(s: &Stretch<'_>) -> Option<Verdict> {
    let goes_on = s.next().is_some_and(|word| word.gap == Gap::Blank);
    (s.left == Left::Alias && s.len() == 1 && goes_on).then_some(Verdict::Perhaps)
}

/// `bí danh Thanh Sơn`, `(tức Sơn)`
fn alias(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::Alias && (s.len() >= 2 || s.has(s.at, flag::SYLLABLE))).then_some(Verdict::Person)
}

/// What stands behind `Bộ` names the ministry: `Bộ trưởng Bộ Công …`.
fn what_a_ministry_is_called(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::OfficeFar && s.sweep.follows_body(s.at)).then_some(Verdict::Perhaps)
}

/// The place of a committee, where hardly anybody is called so: `Bí thư Huyện ủy Quảng Uyên`.
fn place_of_committee(s: &Stretch<'_>) -> Option<Verdict> {
    let weak = s.len() == 2 && !s.has_strong_family();
    let committee = || s.at > 0 && s.sweep.lexicon.by_spelling("ủy") == Some(s.sweep.words[s.at - 1].id);
    (weak && matches!(s.left, Left::Office | Left::OfficeFar) && committee()).then_some(Verdict::Perhaps)
}

/// `Cục trưởng Cục Quản lý Y Dược cổ truyền`
fn goes_on_behind_far_office(s: &Stretch<'_>) -> Option<Verdict> {
    let weak = s.left == Left::OfficeFar && s.len() == 2 && !s.has_strong_family();
    (weak && !s.is_whole()).then_some(Verdict::Perhaps)
}

/// An office earlier in the phrase: `Chủ tịch LĐLĐ tỉnh Mai Hòa`; also `tư tưởng Mai Hòa`.
fn family_behind_far_office(s: &Stretch<'_>) -> Option<Verdict> {
    let said = matches!(s.left, Left::OfficeFar | Left::Thought);
    (said && s.has_family() && s.len() >= 2).then_some(Verdict::Person)
}

/// One word, or no family name.
fn no_family(s: &Stretch<'_>) -> Option<Verdict> {
    (s.len() < 2 || !s.has_family()).then_some(Verdict::Perhaps)
}

/// `các xã: Đoài Hạ, Lê Lợi`
fn pair_of_announced_places(s: &Stretch<'_>) -> Option<Verdict> {
    (s.len() == 2 && s.chain() == Chain::Places(true)).then_some(Verdict::Not)
}

/// `xã Đoài Hạ, Lê Lợi`
fn pair_among_places(s: &Stretch<'_>) -> Option<Verdict> {
    (s.len() == 2 && s.chain() == Chain::Places(false)).then_some(Verdict::Perhaps)
}

/// Two words behind `tại`, or inside a longer run: `Vịnh Lê Hòa`.
fn strong_pair_inside(s: &Stretch<'_>) -> Option<Verdict> {
    let pair = s.has_strong_family() && s.len() == 2;
    (pair && (s.left == Left::At || s.is_inside_run())).then_some(Verdict::Perhaps)
}

/// `Lê Hòa`
fn strong_pair(s: &Stretch<'_>) -> Option<Verdict> {
    (s.has_strong_family() && s.len() == 2).then_some(Verdict::Likely)
}

/// `Trần Văn Khải`
fn strong_family(s: &Stretch<'_>) -> Option<Verdict> {
    s.has_strong_family().then_some(Verdict::Person)
}

/// A weak family name behind `tại`, `từ`: `tại Mai Thu Hà`.
fn at_a_place(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::At).then_some(Verdict::Perhaps)
}

/// The name of the clan stands last: `Y Blôm Niê`.
fn clan_behind_letter(s: &Stretch<'_>) -> Option<Verdict> {
    let letter = s.len() >= 3 && s.ends_run() && s.sweep.is_initial(s.at);
    (letter && (s.at + 1..s.stop).any(|n| s.has(n, flag::STRONG))).then_some(Verdict::Likely)
}

/// `Hầu A Lềnh`: `A` stands in the names of Hmông men.
fn middle_behind_weak_family(s: &Stretch<'_>) -> Option<Verdict> {
    let middle = s.len() >= 3 && (s.has_middle() || s.sweep.is_initial(s.at + 1));
    let named = || s.ends_run() || (s.at + 1..s.stop).any(|n| s.has(n, flag::SYLLABLE));
    (middle && named()).then_some(Verdict::Likely)
}

/// `Mai Thu Hà`, with nothing before it in the run but words that open clauses.
fn syllables_alone(s: &Stretch<'_>) -> Option<Verdict> {
    let alone = (3..=4).contains(&s.len()) && s.ends_run() && !s.is_inside_run();
    (alone && s.is_of_syllables()).then_some(Verdict::Likely)
}

/// A weak family name and nothing more: `Mai Hòa`.
fn weak_family(_: &Stretch<'_>) -> Option<Verdict> {
    Some(Verdict::Perhaps)
}
