//! What a stretch is behind a title or the head of a list of people.
//!
//! `ông`, `bà` and ranks stand before people alone; loose titles (`học sinh`, `tác giả`) before other words as well, so
//! that what follows them must look like a name.

use super::half::first_half;
use crate::mention::lists::{ACTS, CALLED_BY_NAME, COURT_OFFICES};
use crate::mention::person::candidate::Verdict;
use crate::mention::person::candidate::stretch::{Speaks, Stretch};
use crate::mention::person::lexicon::kind;
use crate::mention::person::surroundings::{Left, Right};
use crate::mention::person::word::Gap;
use crate::mention::rule::{Rule, rules};
use crate::text::is_listed;

pub(super) const RULES: &[Rule<Speaks>] = rules![
    first_half,
    lone_foreign_word,
    word_behind_loose_title,
    name_of_a_place,
    strong_behind_loose_title,
    family_behind_loose_title,
    foreign_behind_loose_title,
    pair_behind_loose_title,
    called_by_name,
    behind_loose_title,
    land_behind_court_office,
    other_word_behind_title,
    behind_title,
];

/// How far before `tên` stands who is called so, in words.
const CALLED: usize = 9;

/// One word of another language, alone behind a title: `tướng Navarre`.
fn lone_foreign_word(s: &Stretch<'_>) -> Option<Verdict> {
    let lone = s.is_titled() && s.ends_run() && s.sweep.is_lone_foreign(s.at, s.stop);
    lone.then_some(Verdict::Person)
}

/// One word behind a loose title may be any: `tác giả Pháp`.
fn word_behind_loose_title(s: &Stretch<'_>) -> Option<Verdict> {
    (s.is_behind_loose_title() && s.len() < 2).then_some(Verdict::Perhaps)
}

/// What a place is called: `Chùa Vân Lỗi xưa có tên là …`.
fn name_of_a_place(s: &Stretch<'_>) -> Option<Verdict> {
    (s.left == Left::Title(kind::TWO) && s.sweep.names_place(s.at)).then_some(Verdict::Perhaps)
}

/// A strong family name and one sign more: syllables of names, three words, or nothing that goes on behind a title of
/// one person: `học sinh Nguyễn Thu Hà`.
fn strong_behind_loose_title(s: &Stretch<'_>) -> Option<Verdict> {
    let alone = || is_last_of_one(s) && s.is_whole();
    let sure = || s.is_of_syllables() || s.len() >= 3 || alone();
    (s.is_behind_loose_title() && s.has_strong_family() && sure()).then_some(Verdict::Person)
}

/// A weak family name and syllables of names, two of them or alone behind a title of one person: `học sinh Mai Thu Hà`.
fn family_behind_loose_title(s: &Stretch<'_>) -> Option<Verdict> {
    let long = || s.is_of_syllables() && (s.len() >= 3 || is_last_of_one(s));
    (s.is_behind_loose_title() && s.has_family() && long()).then_some(Verdict::Person)
}

/// A name of another language: `tác giả Victor Hugo`.
fn foreign_behind_loose_title(s: &Stretch<'_>) -> Option<Verdict> {
    (s.is_behind_loose_title() && s.is_foreign_name()).then_some(Verdict::Person)
}

/// A middle and a given name that are no other words: `tác giả Thu Hà`.
fn pair_behind_loose_title(s: &Stretch<'_>) -> Option<Verdict> {
    (is_last_of_one(s) && s.sweep.is_bare_pair(s.at, s.stop)).then_some(Verdict::Person)
}

/// Somebody `tên` two syllables or more: `một người Chăm ở xã tên Mách Sa Lếp`.
fn called_by_name(s: &Stretch<'_>) -> Option<Verdict> {
    let before = |back: usize| s.sweep.raw(s.at.wrapping_sub(back));
    let named = s.is_behind_loose_title()
        && is_listed(before(1), &["tên"])
        && s.at > 1
        && s.ends_run()
        && (2..=4).contains(&s.len());
    let here = |n: &usize| matches!(s.sweep.words[n + 1].gap, Gap::Blank | Gap::Line);
    let mut near = (s.at.saturating_sub(CALLED)..s.at - 1).rev().take_while(here);
    (named && near.any(|n| is_listed(s.sweep.raw(n), CALLED_BY_NAME))).then_some(Verdict::Person)
}

/// The land of an office of the court: `Tuần phủ Định Tường`.
fn land_behind_court_office(s: &Stretch<'_>) -> Option<Verdict> {
    let ends = |office: &&str| {
        let mut words = office.split(' ').rev().enumerate();
        words.all(|(n, word)| s.at > n && s.sweep.lexicon.by_spelling(word) == Some(s.sweep.words[s.at - 1 - n].id))
    };
    // `Tổng đốc Đào Tấn viết`: a family name and a syllable that are no known place, and what people do behind
    let known = || s.sweep.lexicon.forward(s.sweep.words, s.at, kind::PLACE).is_some();
    let acts = || s.right() == Right::Says || s.is_before_small() && is_listed(s.sweep.raw(s.stop), ACTS);
    let name = || s.len() == 2 && s.has_family() && s.is_of_syllables() && s.ends_run() && acts() && !known();
    let land = s.len() <= 2 && !s.has_strong_family() && COURT_OFFICES.iter().any(ends);
    (land && !name()).then_some(Verdict::Perhaps)
}

/// A loose title and nothing more: `học sinh Hoa Phượng`.
fn behind_loose_title(s: &Stretch<'_>) -> Option<Verdict> {
    s.is_behind_loose_title().then_some(Verdict::Perhaps)
}

/// One word that begins a longer phrase, a letter, a being of faith: `ông Trời`, `ông Công`.
fn other_word_behind_title(s: &Stretch<'_>) -> Option<Verdict> {
    s.sweep.is_short_word(s.at, s.stop, s.left).then_some(Verdict::Perhaps)
}

/// Everything else behind a title: `ông Sơn`, `các đồng chí: Lâm, Thắng`.
fn behind_title(_: &Stretch<'_>) -> Option<Verdict> {
    Some(Verdict::Person)
}

/// Whether it ends its run behind a title of one person.
fn is_last_of_one(s: &Stretch<'_>) -> bool {
    s.left == Left::Title(kind::ONE) && s.ends_run()
}
