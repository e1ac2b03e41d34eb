//! Capitalized words to places and things: steps over their names, and lists of them.

use super::spot::Spot;
use super::{Candidate, Chain, Sweep, Verdict};
use crate::mention::lists::OLD_RANKS;
use crate::mention::person::lexicon::{Found, flag, kind};
use crate::mention::person::surroundings::{self, Left};
use crate::mention::person::word::{Gap, Shape};
use crate::text::is_listed;

impl Sweep<'_> {
    /// Notes a place as a member of a list; the step that is for it is the rule.
    pub(super) fn place(&mut self, at: usize, end: usize, announced: bool) -> usize {
        self.chain = (end, Chain::Places(announced));
        self.found.push(Candidate::new(at..end, Verdict::Not, Left::Place, ""));
        end
    }

    /// Steps over the name of a place or thing to the person that may follow it.
    pub(super) fn behind_head(&mut self, at: usize, end: usize) -> usize {
        let longest = (at + 3).min(end);
        let person = (at + 1..=longest).find(|&next| {
            end - next.min(end) >= 2 && self.flags(next) & flag::STRONG != 0 && (end - next >= 3 || next - at == 2)
        });
        // a person's whole name is the thing's name: `đường Nguyễn Văn Cừ`
        let person = person.filter(|next| next - at >= 2 || self.flags(at) & flag::STRONG == 0);
        self.place(at, person.unwrap_or(end.min(at + 5)), self.many_places(at))
    }

    /// Whether the word before is the head of a list of places: `các xã`, `hai huyện`, `các tỉnh sau:`; a crossing of
    /// streets is one of two.
    pub(super) fn many_places(&self, at: usize) -> bool {
        let head = self.lexicon.backward(self.words, at, kind::PLACE_HEAD | kind::NAMED_HEAD);
        let start = head.map(|head| at - head.len);
        let crossing = |start: usize| matches!(self.raw(start), "ngã" | "nút" | "giao");
        self.words[at].gap == Gap::Colon
            || start.is_some_and(|start| surroundings::is_counted(self.lexicon, self.words, start) || crossing(start))
    }

    /// `số 12 Phan Đình Phùng.`: a house in a street.
    fn is_house(&self, at: usize) -> bool {
        at > 1
            && self.words[at].gap == Gap::Blank
            && self.words[at - 1].shape == Shape::Other
            && matches!(self.raw(at - 2), "số" | "Số")
            && (at < 3 || self.raw(at - 3) != "áo")
            && self.flags(at) & flag::FAMILY != 0
            && self.words[at..]
                .iter()
                .skip(1)
                .take(4)
                .find(|word| !word.capital() || word.gap != Gap::Blank)
                .is_none_or(|word| word.gap != Gap::Blank)
    }

    /// What stands before `words[at]`.
    pub(super) fn left(&self, at: usize) -> Left {
        if self.is_numbered_ship(at) || self.is_house(at) {
            Left::Place
        } else if self.is_behind_old_rank(at) {
            self.left(at - 1)
        } else {
            surroundings::left(self.lexicon, self.words, at)
        }
    }

    /// `cụ Cử Hoàng …`
    fn is_behind_old_rank(&self, at: usize) -> bool {
        at > 1
            && self.words[at].gap == Gap::Blank
            && self.words[at - 1].gap == Gap::Blank
            && is_listed(self.raw(at - 1), OLD_RANKS)
            && self.lexicon.backward(self.words, at - 1, kind::TITLE).is_some()
            && self.flags(at) & flag::FAMILY != 0
    }

    /// `tàu 12 …`, `chiếc 012 …`: a ship behind its number, in which a nought leads.
    fn is_numbered_ship(&self, at: usize) -> bool {
        if at == 0 || self.words[at].gap != Gap::Blank || self.words[at - 1].shape != Shape::Other {
            return false;
        }
        let number = self.raw(at - 1);
        let digits = number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
        digits && (number.len() >= 3 && number.starts_with('0') || at > 1 && self.raw(at - 2) == "tàu")
    }

    /// `Ảnh: Thanh Sơn`: the words of a district as well, but no province, alone behind the head of a byline.
    pub(super) fn is_credited(&self, at: usize, found: Found) -> bool {
        let stop = at + found.len;
        found.len == 2
            && self.words[at].gap == Gap::Colon
            && (at..stop).all(|n| self.flags(n) & flag::SYLLABLE != 0 && self.words[n].shape == Shape::Capital)
            && self.words.get(stop).is_none_or(|word| word.gap != Gap::Blank)
            && self.lexicon.backward(self.words, at, kind::BYLINE).is_some()
            && self.lexicon.forward(self.words, at, kind::DISTRICT).is_some()
    }
}

/// Steps over a firm, a network, a club: `Facebook`.
pub(super) fn brand(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let found = sweep.lexicon.forward(sweep.words, at, kind::BRAND).filter(|found| at + found.len <= end)?;
    if matches!(spot.left(sweep), Left::Title(title) if title & (kind::HE | kind::SHE) != 0) {
        return None;
    }
    let behind = sweep.place(at, at + found.len, false);
    sweep.chain.1 = Chain::Nothing;
    Some(behind)
}
