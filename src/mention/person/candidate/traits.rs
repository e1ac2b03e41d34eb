//! What words look like to the rules: whole, foreign, the beginning of something else.

use super::Sweep;
use crate::mention::lists::{BEINGS, STATE_OFFICES};
use crate::mention::person::lexicon::{flag, kind};
use crate::mention::person::surroundings::{self, Left, Right};
use crate::mention::person::word::{Gap, Shape};
use crate::text::is_listed;

/// No more words of a sentence are looked at.
const SENTENCE: usize = 24;

impl Sweep<'_> {
    /// `tướng Navarre`: one word of another language behind a title that nothing else is said of.
    pub(super) fn is_lone_foreign(&self, at: usize, stop: usize) -> bool {
        let word = &self.words[at];
        stop - at == 1
            && !self.plain
            && word.shape == Shape::Capital
            && word.gap == Gap::Blank
            && word.end - word.start > 3
            && self.is_strange(at)
            && self.lexicon.forward(self.words, at, kind::PLACE).is_none()
    }

    /// `tác giả Thu Hà`: a middle and a given name that are no other words.
    pub(super) fn is_bare_pair(&self, at: usize, stop: usize) -> bool {
        let phrase = |n: usize| self.lexicon.forward(self.words, n, kind::PAIR | kind::OFFICE | kind::PLACE).is_some();
        stop - at == 2
            && (at..stop).all(|n| self.flags(n) & (flag::SYLLABLE | flag::FAMILY) != 0 && !phrase(n))
            && self.flags(at) & (flag::BODY | flag::WORD) == 0
            && self.is_whole(stop)
    }

    /// `Đồng Việt Nam`, `Từ Quảng Bình`, `Hướng Đông Nam`: a common word and a place.
    pub(super) fn ends_in_place(&self, at: usize, stop: usize) -> bool {
        let weak = self.flags(at) & flag::STRONG == 0 && stop - at >= 3;
        let tail = weak.then(|| self.lexicon.forward(self.words, stop - 2, kind::PLACE)).flatten();
        let country =
            || self.words[stop - 2..stop].iter().map(|word| &self.text[word.start..word.end]).eq(["Việt", "Nam"]);
        tail.is_some_and(|tail| tail.len == 2 && (stop - at == 3 || country()))
    }

    /// Whether the phrase of a name may end here: behind it stands no word of a longer one.
    pub(super) fn is_whole(&self, stop: usize) -> bool {
        let right = surroundings::right(self.text, self.lexicon, self.words, stop);
        right != Right::Nothing
            || self.words.get(stop).is_none_or(|word| {
                word.gap != Gap::Blank || self.lexicon.is(word, kind::ENDS | kind::STOPS | kind::JOIN | kind::ELECTED)
            })
    }

    /// `chủ tịch Thắng`, `Tổng thống Ních-xơn`: one word behind an office that nothing goes on from.
    pub(super) fn is_called_by_office(&self, at: usize) -> bool {
        let word = &self.words[at];
        let flags = self.flags(at);
        let given = flags & flag::SYLLABLE != 0 && flags & (flag::BODY | flag::WORD) == 0 && !self.is_initial(at);
        let foreign = self.is_foreign_name(at, at + 1) && word.end - word.start > 3 && {
            let before = || self.text[..word.start].trim_end().chars().rev().flat_map(char::to_lowercase);
            STATE_OFFICES.iter().any(|office| before().take(office.chars().count()).eq(office.chars().rev()))
        };
        let close = self.words.get(at + 1).is_some_and(|next| matches!(next.gap, Gap::Blank | Gap::Line));
        let phrase = close && self.lexicon.forward(self.words, at, !0).is_some_and(|phrase| phrase.len > 1);
        !self.plain
            && word.shape == Shape::Capital
            && word.gap == Gap::Blank
            && !phrase
            && (given || foreign)
            && self.is_whole(at + 1)
    }

    /// `Bộ trưởng Bộ Công …`: what stands behind `Bộ` names the ministry.
    pub(super) fn follows_body(&self, at: usize) -> bool {
        let body = at > 0 && self.words[at].gap == Gap::Blank && self.flags(at - 1) & flag::BODY != 0;
        body && self.words[at - 1].capital()
            && self.flags(at) & flag::STRONG == 0
            && self.flags(at + 1) & flag::MIDDLE == 0
    }

    /// No word of it is of Vietnamese or of titles and bodies in other languages.
    pub(super) fn is_foreign_name(&self, at: usize, stop: usize) -> bool {
        let strange = |n: usize| !self.lexicon.has(self.words[n].id) || self.is_foreign(n);
        // `William A. Smalley`
        let initial = |n: usize| n > 0 && self.is_initial(n);
        let plain = |n: usize| self.words[n].plain && (initial(n) || self.flags(n) & (flag::WORD | flag::BODY) == 0);
        (at..stop).all(strange) || (at..stop).all(|n| plain(n) || self.is_strange(n)) && (at..stop).any(strange)
    }

    /// Whether the sentence before speaks of a place: `Chùa Vân Lỗi xưa có tên là …`.
    pub(super) fn names_place(&self, at: usize) -> bool {
        let named = at > 0 && &self.text[self.words[at - 1].start..self.words[at - 1].end] == "là";
        let mut n = if named { at } else { 0 };
        while n > 0 && at - n < SENTENCE && !matches!(self.words[n].gap, Gap::Stop | Gap::Paragraph | Gap::Line) {
            n -= 1;
            if self.words[n].capital()
                && self.lexicon.forward(self.words, n, kind::PLACE_HEAD | kind::NAMED_HEAD).is_some()
            {
                return true;
            }
        }
        false
    }

    /// A word behind a title that is no name: a body, or the first half of a longer word.
    pub(super) fn is_short_word(&self, at: usize, stop: usize, left: Left) -> bool {
        let next = self.words.get(stop).filter(|next| next.gap == Gap::Blank && next.shape == Shape::Small);
        let pair =
            next.is_some_and(|next| self.lexicon.is_phrase(&[self.words[at].id, next.id], kind::PAIR | kind::OFFICE));
        let body = self.flags(at) & flag::BODY != 0
            && next.is_some()
            && surroundings::right(self.text, self.lexicon, self.words, stop) == Right::Nothing;
        // `ông Trời`, `ông Táo` of the faith of the people
        if stop - at == 1 && is_listed(self.raw(at), BEINGS) {
            return true;
        }
        let many = next.is_some() && left == Left::Many || next.is_some() && self.flags(at) & flag::SYLLABLE == 0;
        let many = many && surroundings::right(self.text, self.lexicon, self.words, stop) == Right::Nothing;
        let apart = self.words[at].gap == Gap::Line && !self.wrapped;
        stop - at == 1 && (apart || pair || body || many || self.is_initial(at) || self.words[at].shape == Shape::Upper)
    }

    /// Whether the name of a body begins right at `at`.
    pub(super) fn is_headed(&self, at: usize) -> bool {
        let head = self.lexicon.backward(self.words, at, kind::NAMED_HEAD | kind::PLACE_HEAD | kind::PAIR);
        head.is_some() || self.words[at - 1].shape == Shape::Upper
    }

    /// Whether the words before `end` go on in small letters as the name of a body: `Đoàn Thanh tra`.
    pub(super) fn opens_body(&self, end: usize) -> bool {
        let next = self.words.get(end).filter(|next| next.gap == Gap::Blank && next.shape == Shape::Small);
        next.is_some_and(|next| {
            self.flags(end - 1) & flag::BODY != 0
                && self.lexicon.forward(self.words, end, kind::SAYS | kind::JOIN | kind::OFFICE).is_none()
                && self.lexicon.flags(next.id) & flag::WORD == 0
        })
    }
}
