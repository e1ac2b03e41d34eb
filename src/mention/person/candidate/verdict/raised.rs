//! What makes more of a stretch that is perhaps a person: what stands behind it, and the list that it goes on.

use crate::mention::person::candidate::Verdict;
use crate::mention::person::candidate::stretch::{Speaks, Stretch};
use crate::mention::person::lexicon::flag;
use crate::mention::person::surroundings::{Left, Right, lives_below};
use crate::mention::person::word::Shape;
use crate::mention::rule::{Rule, rules};

pub(super) const RULES: &[Rule<Speaks>] =
    rules![said_behind, next_of_people, member_of_announced_list, side_by_side, above_years_of_a_life];

/// An office or what people do behind it: `Mai Hòa, Giám đốc`.
fn said_behind(s: &Stretch<'_>) -> Option<Verdict> {
    let open = is_family_name(s) && s.left != Left::At && s.right() != Right::Nothing;
    (open && !s.ends_in_place()).then_some(Verdict::Person)
}

/// `Trần Văn Khải, Mai Hòa`
fn next_of_people(s: &Stretch<'_>) -> Option<Verdict> {
    (is_family_name(s) && s.follows_people()).then_some(Verdict::Person)
}

/// `các đồng chí: Lâm, Thắng`
fn member_of_announced_list(s: &Stretch<'_>) -> Option<Verdict> {
    (s.is_announced() && s.is_parted() && s.has(s.at, flag::SYLLABLE)).then_some(Verdict::Person)
}

/// One of the names that stand in a cell with nothing between them.
fn side_by_side(s: &Stretch<'_>) -> Option<Verdict> {
    let joined = s.sweep.joined;
    (s.at < joined && s.stop <= joined).then_some(Verdict::Likely)
}

/// A name alone in its row of a table, the years of a life in the row below.
fn above_years_of_a_life(s: &Stretch<'_>) -> Option<Verdict> {
    let whole = (2..=4).contains(&s.len()) && s.at == s.run && s.ends_run() && s.first().shape == Shape::Capital;
    (whole && lives_below(s.sweep.text, s.sweep.words, s.stop)).then_some(Verdict::Person)
}

/// A family name and another word, to the end of the run.
fn is_family_name(s: &Stretch<'_>) -> bool {
    s.has_family() && s.len() >= 2 && s.ends_run() && s.first().shape == Shape::Capital
}
