//! The words of a run in order: the first step that is for what begins at a word takes it.

use super::forms::{
    another_alias, baptized_name, called_by_birth_rank, highland_name, letters_for_name, prince, rank_before_name,
};
use super::places::brand;
use super::spot::{Spot, Step};
use super::{ANNOUNCED, Chain, Sweep, Verdict};
use crate::mention::person::lexicon::{Found, flag, kind};
use crate::mention::person::surroundings::Left;
use crate::mention::person::word::{Gap, Shape};
use crate::mention::rule::{Rule, first, rules};

pub(super) const STEPS: &[Rule<Step>] = rules![
    member_of_announced_places,
    well_known,
    baptized_name,
    letters_for_name,
    rank_before_name,
    another_alias,
    called_by_birth_rank,
    highland_name,
    prince,
    brand,
    known_place,
    office_title_or_pair,
    letters_before_name,
    head_of_place_or_body,
    common_word,
    behind_head,
    without_family_name,
    word_of_body,
    with_family_name,
];

/// `11 thôn: Đoài, Hạ, Lê Lợi`
fn member_of_announced_places(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let member = spot.begins_run() && spot.len() <= 3 && sweep.chain_at(spot.at) == Chain::Places(true);
    let bare = || sweep.phrase_at(spot.at, kind::OFFICE | kind::TITLE | kind::MANY).is_none();
    (member && bare()).then(|| sweep.place(spot.at, spot.end, true))
}

/// `Hồ Chí Minh`
fn well_known(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    sweep.read_known(spot)
}

/// `Cao Bằng`, unless people are called so as well and the words around say that one is meant.
fn known_place(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let found = sweep.phrase_at(at, kind::PLACE).filter(|found| at + found.len <= end)?;
    let left = spot.left(sweep);
    // `bí danh Trường Sơn`
    if found.len == 2 && left == Left::Alias && sweep.raw(at - 1) == "danh" {
        return Some(sweep.name(at, at + 2, Verdict::Person, left));
    }
    if sweep.is_person_called_like_place(spot, found) {
        return None;
    }
    let announced = spot.left(sweep) == Left::Place && sweep.many_places(at);
    Some(sweep.place(at, at + found.len, announced || sweep.chain_at(at) == Chain::Places(true)))
}

/// `Chủ tịch`, and the pairs of `data/not_names.txt`.
fn office_title_or_pair(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let found = sweep.phrase_at(at, kind::OFFICE | kind::TITLE | kind::MANY | kind::PAIR)?;
    let kin = found.len == 1 && found.kinds & (kind::OFFICE | kind::MANY) == 0;
    let leads = || spot.begins_run() && sweep.leads_name(at, end);
    let title = || kin && leads() && !spot.is_titled(sweep) && spot.left(sweep) != Left::Byline;
    // `Lê Hòa Bình` begins with a pair
    let pair = found.kinds & (kind::OFFICE | kind::TITLE | kind::MANY) == 0;
    let goes_on = pair && at + found.len < end && sweep.words[at].shape == Shape::Capital;
    let family = goes_on && sweep.flags(at) & flag::FAMILY != 0;
    (!kin && !family || title()).then_some(at + found.len)
}

/// `PGS-TS-KTS Nguyễn …`, `AHLLVT Nguyễn …`
fn letters_before_name(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let next = spot.at + 1;
    let family = |n: usize| sweep.flags(n) & flag::FAMILY != 0;
    let letters = sweep.words[spot.at].shape == Shape::Upper && !family(spot.at);
    let name = || next < spot.end && sweep.words[next].shape == Shape::Capital && family(next);
    (letters && name()).then_some(next)
}

/// `Xã`, `Công ty`; but not in `ông Đình Anh`.
fn head_of_place_or_body(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let head = sweep.phrase_at(spot.at, kind::PLACE_HEAD | kind::NAMED_HEAD)?;
    let flags = sweep.flags(spot.at);
    let pair = head.len == 1 && spot.len() == 2 && flags & flag::SYLLABLE != 0;
    let name = flags & flag::FAMILY != 0 || pair && spot.is_titled(sweep);
    let behind = spot.at + head.len;
    (behind < spot.end && !name).then_some(behind)
}

/// A word that opens clauses: `Các`, `Trong`.
fn common_word(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let (at, flags) = (spot.at, sweep.flags(spot.at));
    if flags & flag::WORD == 0 {
        return None;
    }
    let opens_list = sweep.words[at].gap == Gap::Colon && flags & flag::SYLLABLE == 0;
    let announced = matches!(spot.left(sweep), Left::Office | Left::Byline);
    let said = || announced || sweep.middle_follows(at, spot.end) || sweep.follows_people(at);
    let name = flags & flag::FAMILY != 0 && said();
    let common = opens_list || !spot.is_titled(sweep);
    (common && !name).then_some(at + 1)
}

/// `xã Lê Lợi`
fn behind_head(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    (spot.left(sweep) == Left::Place).then(|| sweep.behind_head(spot.at, spot.end))
}

/// `Hoa Phượng`, `Edward Lansdale`, with nothing before that speaks for a person.
fn without_family_name(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { run, at, end, .. } = spot;
    let left = spot.left(sweep);
    let opens = spot.is_titled(sweep) || matches!(left, Left::Office | Left::Byline | Left::Alias);
    let other = sweep.flags(at) & flag::FAMILY == 0 && !opens;
    other.then(|| sweep.other(run, at, end, left))
}

/// A word that begins names of bodies, behind an office: `Phó Chủ tịch Hội`.
fn word_of_body(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let said = spot.is_titled(sweep) || matches!(spot.left(sweep), Left::Alias | Left::Byline);
    let body = sweep.flags(spot.at) & (flag::BODY | flag::FAMILY) == flag::BODY;
    (body && !said).then_some(spot.at + 1)
}

/// `Trần Văn Khải`, and whatever stands behind a title.
fn with_family_name(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { run, at, end, .. } = spot;
    let left = spot.left(sweep);
    let first = sweep.first_of_joined(at, end);
    if first.is_some() {
        sweep.joined = end;
    }
    let stop = first.unwrap_or_else(|| sweep.name_end(at, end));
    Some(sweep.judge(run, at, stop, end, left))
}

impl Sweep<'_> {
    /// Judges what starts at `at`; returns where to go on.
    pub(super) fn read_at(&mut self, run: usize, at: usize, end: usize) -> usize {
        let spot = Spot::new(run, at, end);
        let before = (self.found.len(), self.refused.len());
        let Some((next, rule)) = first(STEPS, |step| step(self, &spot)) else { return at + 1 };
        if before == (self.found.len(), self.refused.len()) {
            self.refuse(at, next, rule);
        } else if let Some(last) = self.found.last_mut().filter(|last| last.rule.is_empty()) {
            last.rule = rule;
        }
        next
    }

    /// The longest phrase of one of the `kinds` that starts at a word.
    pub(super) fn phrase_at(&self, at: usize, kinds: u32) -> Option<Found> {
        self.lexicon.forward(self.words, at, kinds)
    }

    /// Whether the words of a place are those of a person: what stands before says so, or they begin a longer name.
    fn is_person_called_like_place(&self, spot: &Spot, found: Found) -> bool {
        let &Spot { at, end, .. } = spot;
        let left = spot.left(self);
        // `(bí danh Thanh Sơn)`
        let alias = || left == Left::Alias && (at..at + found.len).all(|n| self.flags(n) & flag::SYLLABLE != 0);
        let credited = left == Left::Byline && at + 2 == end;
        let said = || left == Left::Alias || credited || spot.is_titled(self) && self.is_given(at);
        found.len == 1 && said()
            || alias()
            || self.is_credited(at, found)
            || self.is_longer_name(at, end, found)
            || self.is_listed(at, found)
    }

    /// A title that may be a name itself leads to one: `Anh Nguyễn Văn Hùng`, `Bà Thanh`.
    fn leads_name(&self, at: usize, end: usize) -> bool {
        // `Chu Đức, Bác Cổ, Hạng Anh`
        let listed = matches!(self.words[at].gap, Gap::Comma | Gap::Semicolon) && at + 2 == end;
        at + 1 < end
            && !(listed && self.lexicon.is(&self.words[at], kind::AGE))
            && (self.words[at].gap != Gap::Blank || self.flags(at + 1) & flag::STRONG != 0 || self.is_short_title(at))
    }

    /// `HLV`, `NSND`
    fn is_short_title(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.shape == Shape::Upper && word.end - word.start > 2 && self.words[at + 1].shape == Shape::Capital
    }

    /// Whether the name of a country behind a title is a given name: `bà Nga`, but `phi công Nga`.
    fn is_given(&self, at: usize) -> bool {
        let calling = self.lexicon.backward(self.words, at, kind::RANK).is_some();
        self.flags(at) & flag::SYLLABLE != 0 && (!calling || self.acts(at + 1))
    }

    /// Whether a list of people goes on: `Đinh Núp, A Sanh`.
    fn follows_people(&self, at: usize) -> bool {
        matches!(self.chain_at(at), Chain::People(_)) && self.words[at].gap == Gap::Comma
    }

    fn middle_follows(&self, at: usize, end: usize) -> bool {
        let syllable = |n: usize| self.flags(n) & flag::SYLLABLE != 0;
        at + 2 < end && (self.flags(at + 1) & flag::MIDDLE != 0 || syllable(at + 1) && syllable(at + 2))
    }

    /// `Hà Trung Kiên` begins like the district of Hà Trung.
    fn is_longer_name(&self, at: usize, end: usize, found: Found) -> bool {
        let behind = at + found.len;
        let last = found.len == 2 && behind + 1 == end && self.words[at].shape == Shape::Capital;
        let given = || self.flags(behind) & (flag::SYLLABLE | flag::STRONG) == flag::SYLLABLE;
        last && self.flags(at) & flag::FAMILY != 0 && given() && self.name_end(at, end) == end
    }

    /// Whether a list of people announced by its head goes on with the words of a place.
    fn is_listed(&self, at: usize, found: Found) -> bool {
        let syllables = (at..at + found.len).all(|n| self.flags(n) & flag::SYLLABLE != 0);
        found.len == 2 && syllables && matches!(self.chain_at(at), Chain::People(count) if count >= ANNOUNCED)
    }
}
