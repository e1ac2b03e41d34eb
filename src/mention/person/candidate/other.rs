//! Capitalized words without a family name, whole between two gaps: a name only if a list, the words around, or another
//! place in the text says so.

use super::stretch::{Refuses, Speaks, Stretch};
use super::{Candidate, Chain, SURE, Sweep, Verdict};
use crate::mention::person::lexicon::flag;
use crate::mention::person::surroundings::{Left, Right};
use crate::mention::person::word::{Gap, Shape};
use crate::mention::rule::{Rule, first, rules};

/// What is no candidate.
pub(super) const REFUSALS: &[Rule<Refuses>] = rules![
    rest_of_run,
    many_words,
    lone_word,
    other_in_capitals,
    words_of_bodies,
    first_word_of_body,
    family_name_inside,
];

pub(super) const RULES: &[Rule<Speaks>] = rules![
    body_with_strange_name,
    among_announced_places,
    among_places,
    long_list_of_people,
    said_in_list_of_people,
    called_and_lives,
    author_before_day,
    foreign_behind_far_office,
    foreign_name_said_behind,
    pinyin_name_alone,
    foreign_given_name,
    foreign_given_and_family,
    letter_and_foreign_word,
    foreign_name_in_list,
    foreign_family_name,
    unsaid,
];

/// What stands behind other words of its run that are neither names nor words that open clauses.
fn rest_of_run(s: &Stretch<'_>) -> bool {
    let sweep = s.sweep;
    let judged = || sweep.chain.0 == s.at || sweep.flags(s.at - 1) & (flag::WORD | flag::FOREIGN) == flag::WORD;
    s.at != s.run && !judged()
}

/// More than four words.
fn many_words(s: &Stretch<'_>) -> bool {
    s.len() > 4
}

/// One word that the lexicon has, in no list of people: `Hoa`.
fn lone_word(s: &Stretch<'_>) -> bool {
    let unknown = || s.first().shape == Shape::Capital && !s.sweep.lexicon.has(s.first().id);
    let member = || s.is_announced() && s.has(s.at, flag::SYLLABLE);
    s.len() < 2 && !unknown() && !member()
}

/// `HỘI ĐỒNG`
fn other_in_capitals(s: &Stretch<'_>) -> bool {
    s.first().shape == Shape::Upper
}

/// A word that opens clauses or names of bodies, and is none of names: `Sở Nội Vụ`.
fn words_of_bodies(s: &Stretch<'_>) -> bool {
    let common = |n: usize| s.has(n, flag::BODY | flag::WORD) && !s.has(n, flag::SYLLABLE);
    (s.at..s.stop).any(common)
}

/// `Đoàn Thanh tra`
fn first_word_of_body(s: &Stretch<'_>) -> bool {
    s.sweep.opens_body(s.stop)
}

/// A family name and more behind other words: `Cụm Nguyễn Khải`.
fn family_name_inside(s: &Stretch<'_>) -> bool {
    let family = (s.at + 1..s.stop).any(|n| s.has(n, flag::STRONG) && s.stop - n >= 2);
    family && !s.sweep.is_mixed_name(s.at, s.stop)
}

/// `Công ty cổ phần James …`
fn body_with_strange_name(s: &Stretch<'_>) -> Option<Verdict> {
    let named = s.left == Left::Named && s.first().gap == Gap::Blank && s.sweep.is_strange(s.at);
    (named && s.right() != Right::Says).then_some(Verdict::Perhaps)
}

/// `các xã: Đoài, Hoa Phượng`
fn among_announced_places(s: &Stretch<'_>) -> Option<Verdict> {
    (s.chain() == Chain::Places(true)).then_some(Verdict::Not)
}

/// `xã Đoài, Hoa Phượng`
fn among_places(s: &Stretch<'_>) -> Option<Verdict> {
    (s.chain() == Chain::Places(false)).then_some(Verdict::Perhaps)
}

/// `Trần Văn Khải, Lê Thị Mai, Nông Văn Tiệp, Hoa Phượng`
fn long_list_of_people(s: &Stretch<'_>) -> Option<Verdict> {
    let long = matches!(s.chain(), Chain::People(count) if count >= SURE);
    (long && s.is_parted()).then_some(Verdict::Person)
}

/// `Trần Văn Khải, Hoa Phượng cho biết`
fn said_in_list_of_people(s: &Stretch<'_>) -> Option<Verdict> {
    let member = s.follows_people() && s.len() >= 2 && s.first().shape == Shape::Capital;
    (member && s.right() != Right::Nothing).then_some(Verdict::Likely)
}

/// A middle and a given name, and what people alone do: `Diệu Mi tâm sự`.
fn called_and_lives(s: &Stretch<'_>) -> Option<Verdict> {
    s.sweep.is_called_and_lives(s.at, s.stop).then_some(Verdict::Likely)
}

/// `(ngày 3 tháng 5 năm 2019)` stands behind the author of an article.
fn author_before_day(s: &Stretch<'_>) -> Option<Verdict> {
    let pair = s.len() == 2 && s.first().gap != Gap::Blank && s.is_all_of_syllables();
    (pair && s.right() == Right::Dated).then_some(Verdict::Person)
}

/// `Giám đốc chi nhánh John Doe`; what follows a person's name directly is the rest of a headline.
fn foreign_behind_far_office(s: &Stretch<'_>) -> Option<Verdict> {
    let foreign = s.left == Left::OfficeFar && s.len() >= 2 && s.is_strange();
    (foreign && !s.sweep.follows_person(s.at)).then_some(Verdict::Likely)
}

/// `Hun Zoth nói`
fn foreign_name_said_behind(s: &Stretch<'_>) -> Option<Verdict> {
    (s.len() >= 2 && s.right() != Right::Nothing && s.is_strange()).then_some(Verdict::Likely)
}

/// `Cai Hesen`
fn pinyin_name_alone(s: &Stretch<'_>) -> Option<Verdict> {
    ((2..=3).contains(&s.len()) && s.sweep.is_pinyin_name(s.at, s.stop)).then_some(Verdict::Likely)
}

/// `Edward Lansdale`
fn foreign_given_name(s: &Stretch<'_>) -> Option<Verdict> {
    let opens = s.len() >= 2 && s.sweep.opens_foreign_name(s.at) && !s.sweep.is_initial(s.stop - 1);
    let rest = || s.sweep.is_foreign_name(s.at + 1, s.stop) || s.sweep.is_plain_name(s.at + 1, s.stop);
    (opens && rest()).then_some(Verdict::Likely)
}

/// `David Nguyễn Vũ`
fn foreign_given_and_family(s: &Stretch<'_>) -> Option<Verdict> {
    s.sweep.is_mixed_name(s.at, s.stop).then_some(Verdict::Likely)
}

/// `của M. Hutchinson`
fn letter_and_foreign_word(s: &Stretch<'_>) -> Option<Verdict> {
    s.sweep.is_initialed(s.at, s.stop).then_some(Verdict::Likely)
}

/// `Trần Văn Khải, Zoth Zamora`
fn foreign_name_in_list(s: &Stretch<'_>) -> Option<Verdict> {
    let member = s.follows_people() && s.len() >= 2 && s.is_strange();
    (member && s.is_parted()).then_some(Verdict::Likely)
}

/// `Keiran Hutchinson`
fn foreign_family_name(s: &Stretch<'_>) -> Option<Verdict> {
    let foreign = s.len() >= 2 && s.left != Left::At && s.is_strange();
    (foreign && s.sweep.ends_foreign_name(s.stop)).then_some(Verdict::Likely)
}

/// Nothing around says what it is: `Hoa Phượng`.
fn unsaid(_: &Stretch<'_>) -> Option<Verdict> {
    Some(Verdict::Perhaps)
}

impl Sweep<'_> {
    /// Notes the words `at..end` as a candidate, if they may be a name; returns where to go on.
    pub(super) fn other(&mut self, run: usize, at: usize, end: usize, left: Left) -> usize {
        let stretch = Stretch { sweep: self, run, at, stop: end, end, left };
        if let Some((_, rule)) = first(REFUSALS, |refuses| refuses(&stretch).then_some(())) {
            self.refuse(at, end, rule);
            return at + 1;
        }
        let (verdict, rule) = first(RULES, |speaks| speaks(&stretch)).unwrap_or((Verdict::Perhaps, ""));
        let grows = verdict == Verdict::Person || verdict == Verdict::Likely && stretch.is_strange();
        let chain = match stretch.chain() {
            _ if grows => self.grown(at, left),
            Chain::Places(announced) => Chain::Places(announced),
            _ => Chain::Nothing,
        };
        self.chain = (end, chain);
        self.found.push(Candidate::new(at..end, verdict, left, rule));
        end
    }
}
