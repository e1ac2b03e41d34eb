//! Stretches that are no name, whatever stands around.

use crate::mention::person::candidate::stretch::{Refuses, Stretch};
use crate::mention::person::lexicon::{flag, kind};
use crate::mention::person::surroundings::Left;
use crate::mention::rule::{Rule, rules};
use crate::text::is_listed;

pub(super) const RULES: &[Rule<Refuses>] = rules![
    first_half_of_office,
    word_and_letter,
    word_of_foreign_titles,
    pair_behind_title,
    first_half_of_phrase,
    deputy_of_office,
    name_of_a_faculty,
];

/// The last word begins an office in small letters: `Trình Bộ trưởng`, `Một Phó Thủ tướng`.
fn first_half_of_office(s: &Stretch<'_>) -> bool {
    !s.has_strong_family() && s.crossing().is_some_and(|phrase| phrase.kinds & kind::OFFICE != 0)
}

/// A word and one letter: `Hạng A`, `cán bộ Khung B`.
fn word_and_letter(s: &Stretch<'_>) -> bool {
    s.len() == 2 && s.sweep.is_initial(s.stop - 1) && !s.is_titled()
}

/// A word of titles and bodies in other languages: `huấn luyện viên The Voice`.
fn word_of_foreign_titles(s: &Stretch<'_>) -> bool {
    !s.is_behind_he_or_she() && s.len() >= 2 && (s.at..s.stop).any(|n| s.has(n, flag::FOREIGN))
}

/// Two words behind a title, the last of which begins a common compound: `Bác sĩ Khoa Cấp cứu`.
fn pair_behind_title(s: &Stretch<'_>) -> bool {
    let pair = || s.crossing().is_some_and(|phrase| phrase.kinds & kind::PAIR != 0);
    s.is_titled() && s.len() == 2 && !s.has_strong_family() && pair()
}

/// The last word begins a compound in small letters, and no title or strong family name says otherwise.
fn first_half_of_phrase(s: &Stretch<'_>) -> bool {
    !is_bound_to_be_name(s) && s.crossing().is_some()
}

/// A word of rank before an office or a body: `Phó Chi cục trưởng`, `Phó Thống đốc`, `Phó Khẩu đội trưởng`.
fn deputy_of_office(s: &Stretch<'_>) -> bool {
    let body = || s.len() >= 2 && s.has(s.at + 1, flag::BODY);
    !is_bound_to_be_name(s) && s.sweep.lexicon.is(s.first(), kind::MODIFIER) && (body() || leads_to_office(s))
}

/// `Khoa Nông học`: a branch of learning.
fn name_of_a_faculty(s: &Stretch<'_>) -> bool {
    let learning = || s.is_before_small() && is_listed(s.sweep.raw(s.stop), &["học"]);
    !s.is_titled() && s.len() == 2 && s.sweep.raw(s.at) == "Khoa" && learning()
}

fn leads_to_office(s: &Stretch<'_>) -> bool {
    let office = |n, kinds| s.sweep.lexicon.forward(s.sweep.words, n, kinds).is_some();
    office(s.at + 1, kind::OFFICE | kind::PAIR) || s.is_before_small() && office(s.stop, kind::OFFICE)
}

/// A title, the head of a list or `tức` before it, or a family name that is hardly another word.
fn is_bound_to_be_name(s: &Stretch<'_>) -> bool {
    s.is_titled() || matches!(s.left, Left::Many | Left::Alias) || s.len() >= 3 && s.has_strong_family()
}
