//! One stretch with its surroundings to a verdict.

use super::{ANNOUNCED, Candidate, Chain, Sweep, Verdict};
use crate::mention::person::lexicon::{flag, kind};
use crate::mention::person::surroundings::{self, Left, Right};
use crate::mention::person::word::{Gap, Shape};

/// No more words of a sentence are looked at.
const SENTENCE: usize = 24;

/// A stretch of capitalized words inside a run of them.
struct Stretch {
    run: usize,
    at: usize,
    stop: usize,
    end: usize,
    left: Left,
    family: u8,
}

impl Sweep<'_> {
    pub(super) fn judge(&mut self, run: usize, at: usize, stop: usize, end: usize, left: Left, family: u8) -> usize {
        let stretch = Stretch { run, at, stop, end, left, family };
        if self.is_no_name(&stretch) {
            return stop;
        }
        let mut verdict = self.verdict(&stretch);
        if verdict == Verdict::Perhaps && family != 0 && stop - at >= 2 && self.words[at].shape == Shape::Capital {
            let right = surroundings::right(self.text, self.lexicon, self.words, stop);
            let known = stop == end && right != Right::Nothing && left != Left::At && !self.ends_in_place(at, stop);
            verdict = if known || matches!(self.chain_at(at), Chain::People(_)) && stop == end {
                Verdict::Person
            } else {
                verdict
            };
        }
        let announced = matches!(self.chain_at(at), Chain::People(count) if count >= ANNOUNCED);
        let whole = self.words.get(stop).is_none_or(|word| word.gap != Gap::Blank || self.lexicon.is(word, kind::JOIN));
        if announced && whole && verdict == Verdict::Perhaps && self.flags(at) & flag::SYLLABLE != 0 {
            verdict = Verdict::Person;
        }
        if verdict == Verdict::Perhaps && at < self.joined && stop <= self.joined {
            verdict = Verdict::Likely;
        }
        let chain = match (verdict, self.chain_at(at)) {
            (Verdict::Person | Verdict::Likely, _) => self.grown(at, left),
            (_, Chain::Places(announced)) => Chain::Places(announced),
            (Verdict::Not, _) => Chain::Places(false),
            (Verdict::Perhaps, _) => Chain::Nothing,
        };
        self.chain = (stop, chain);
        self.found.push(Candidate { start: at, end: stop, verdict, left, known: None });
        stop
    }

    /// Words that are no name, whatever stands around.
    fn is_no_name(&self, stretch: &Stretch) -> bool {
        let &Stretch { at, stop, left, family, .. } = stretch;
        let len = stop - at;
        let next = self.words.get(stop).filter(|next| next.gap == Gap::Blank && next.shape == Shape::Small);
        let last = self.lexicon.forward(self.words, stop - 1, kind::PAIR | kind::OFFICE);
        let crosses = last.filter(|last| next.is_some() && last.len > 1);
        // `Trình Bộ trưởng`, `Một Phó Thủ tướng`: the last word is the first half of another
        if crosses.is_some_and(|last| last.kinds & kind::OFFICE != 0) && family & flag::STRONG == 0 {
            return true;
        }
        // `Hạng A`, `cán bộ Khung B`
        let title = matches!(left, Left::Title(title) if title != kind::TWO);
        if len == 2 && self.is_initial(stop - 1) && !title {
            return true;
        }
        // `huấn luyện viên The Voice`
        let called = matches!(left, Left::Title(title) if title & (kind::HE | kind::SHE) != 0);
        if !called && len >= 2 && (at..stop).any(|n| self.flags(n) & flag::FOREIGN != 0) {
            return true;
        }
        // `Bác sĩ Khoa Cấp cứu`
        if title && len == 2 && crosses.is_some_and(|last| last.kinds & kind::PAIR != 0) && family & flag::STRONG == 0 {
            return true;
        }
        if title || matches!(left, Left::Many | Left::Alias) || len >= 3 && family & flag::STRONG != 0 {
            return false;
        }
        // `Phó Chi cục trưởng`, `Phó Thống đốc`, `Phó Khẩu đội trưởng`
        let office = self.lexicon.forward(self.words, at + 1, kind::OFFICE | kind::PAIR).is_some()
            || next.is_some() && self.lexicon.forward(self.words, stop, kind::OFFICE).is_some();
        let body = len >= 2 && self.flags(at + 1) & flag::BODY != 0;
        let deputy = self.lexicon.is(&self.words[at], kind::MODIFIER) && (office || body);
        crosses.is_some() || deputy
    }

    fn verdict(&self, stretch: &Stretch) -> Verdict {
        let &Stretch { run, at, stop, end, left, family } = stretch;
        let len = stop - at;
        let first = &self.words[at];
        let syllables = (at + 1..stop).filter(|&n| self.flags(n) & flag::SYLLABLE != 0).count();
        let all = syllables == len - 1;
        let phrase = self.lexicon.forward(self.words, stop - 1, kind::PAIR | kind::OFFICE);
        // `công chúa An Tư sang …`
        let titled = matches!(left, Left::Title(title) if title != kind::TWO) && self.flags(at) & flag::BODY == 0;
        let body = !titled && self.opens_body(stop);
        if len == 2 && stop == end && (body || phrase.is_some_and(|phrase| phrase.len > 1)) {
            return Verdict::Perhaps;
        }
        if first.shape == Shape::Upper {
            return self.upper(stretch, all);
        }
        match left {
            Left::Title(title) if title != kind::TWO && stop == end && self.is_lone_foreign(at, stop) => {
                Verdict::Person
            }
            Left::Title(kind::TWO | kind::ONE) if len < 2 => Verdict::Perhaps,
            // `chùa có tên là …`
            Left::Title(kind::TWO) if self.names_place(at) => Verdict::Perhaps,
            Left::Title(title @ (kind::TWO | kind::ONE)) => {
                let foreign = self.is_foreign_name(at, stop);
                let whole = title == kind::ONE && stop == end && all;
                let long = len >= 3 && all || whole;
                let alone = title == kind::ONE && stop == end && self.is_whole(stop);
                let pair = title == kind::ONE && stop == end && self.is_bare_pair(at, stop);
                let sure = family & flag::STRONG != 0 && (all || len >= 3 || alone) || family != 0 && long || foreign;
                let sure = sure || pair;
                if sure { Verdict::Person } else { Verdict::Perhaps }
            }
            Left::Title(_) | Left::Many if self.is_short_word(at, stop, left) => Verdict::Perhaps,
            Left::Title(_) | Left::Many => Verdict::Person,
            // `Chủ tịch Tập đoàn Hòa Phát Trần …`: the name of the firm stands before
            Left::Named if at > run && len >= 3 && family & flag::STRONG != 0 && !self.is_headed(at) => Verdict::Person,
            // `Giám đốc Công ty Trần Thị Khải cho biết`
            Left::Named if len >= 3 && self.flags(at + 1) & flag::MIDDLE != 0 && self.acts(stop) => Verdict::Person,
            Left::Named => Verdict::Not,
            _ if self.ends_in_place(at, stop) => Verdict::Perhaps,
            _ if len <= 3 && stop == end && left != Left::At && self.is_pinyin_name(at, stop) => Verdict::Likely,
            Left::Office if family != 0 && len >= 2 => Verdict::Person,
            Left::Office if len == 1 && stop == end && self.is_called_by_office(at) => Verdict::Person,
            // `the Stuart L. Bernath Prize`
            _ if stop < end && self.flags(stop) & flag::WORD != 0 && self.is_foreign_name(at, stop) => Verdict::Perhaps,
            Left::Office if len >= 2 && stop == end && self.is_foreign_name(at, stop) => Verdict::Person,
            Left::Office if len >= 2 && all && self.flags(at) & flag::SYLLABLE != 0 => Verdict::Likely,
            Left::Byline if len >= 2 && all && (family != 0 || self.flags(at) & flag::SYLLABLE != 0) => Verdict::Person,
            Left::Byline if len >= 3 && family != 0 => Verdict::Person,
            Left::Alias if len == 1 && self.words.get(stop).is_some_and(|word| word.gap == Gap::Blank) => {
                Verdict::Perhaps
            }
            Left::Alias if len >= 2 || self.flags(at) & flag::SYLLABLE != 0 => Verdict::Person,
            Left::OfficeFar if self.follows_body(at, family) => Verdict::Perhaps,
            // `Cục trưởng Cục Quản lý Y Dược cổ truyền`
            Left::OfficeFar if len == 2 && family & flag::STRONG == 0 && !self.is_whole(stop) => Verdict::Perhaps,
            Left::OfficeFar | Left::Thought if family != 0 && len >= 2 => Verdict::Person,
            _ if len < 2 || family == 0 => Verdict::Perhaps,
            _ if self.chain_at(at) == Chain::Places(true) && len == 2 => Verdict::Not,
            _ if self.chain_at(at) == Chain::Places(false) && len == 2 => Verdict::Perhaps,
            _ if family & flag::STRONG != 0 => match len {
                2 if left == Left::At || at > run && self.flags(at - 1) & flag::WORD == 0 => Verdict::Perhaps,
                2 => Verdict::Likely,
                _ => Verdict::Person,
            },
            _ if len >= 3 && left != Left::At => {
                // `Hầu A Lềnh`: `A` stands in the names of Hmông men
                let middle = self.flags(at + 1) & flag::MIDDLE != 0 || self.is_initial(at + 1);
                let inside = at > run && self.flags(at - 1) & flag::WORD == 0;
                let whole = stop == end;
                // `Y Blôm Niê`: the name of the clan stands last
                let clan = self.is_initial(at) && whole && (at + 1..stop).any(|n| self.flags(n) & flag::STRONG != 0);
                if clan || middle && (syllables > 0 || whole) || all && !inside && whole && len <= 4 {
                    Verdict::Likely
                } else {
                    Verdict::Perhaps
                }
            }
            _ => Verdict::Perhaps,
        }
    }

    /// `tướng Navarre`: one word of another language behind a title that nothing else is said of.
    fn is_lone_foreign(&self, at: usize, stop: usize) -> bool {
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
    fn is_bare_pair(&self, at: usize, stop: usize) -> bool {
        let phrase = |n: usize| self.lexicon.forward(self.words, n, kind::PAIR | kind::OFFICE | kind::PLACE).is_some();
        stop - at == 2
            && (at..stop).all(|n| self.flags(n) & (flag::SYLLABLE | flag::FAMILY) != 0 && !phrase(n))
            && self.flags(at) & (flag::BODY | flag::WORD) == 0
            && self.is_whole(stop)
    }

    /// `Đồng Việt Nam`, `Từ Quảng Bình`, `Hướng Đông Nam`: a common word and a place.
    fn ends_in_place(&self, at: usize, stop: usize) -> bool {
        let weak = self.flags(at) & flag::STRONG == 0 && stop - at >= 3;
        let tail = weak.then(|| self.lexicon.forward(self.words, stop - 2, kind::PLACE)).flatten();
        let country =
            || self.words[stop - 2..stop].iter().map(|word| &self.text[word.start..word.end]).eq(["Việt", "Nam"]);
        tail.is_some_and(|tail| tail.len == 2 && (stop - at == 3 || country()))
    }

    /// Whether the phrase of a name may end here: behind it stands no word of a longer one.
    fn is_whole(&self, stop: usize) -> bool {
        let right = surroundings::right(self.text, self.lexicon, self.words, stop);
        right != Right::Nothing
            || self.words.get(stop).is_none_or(|word| {
                word.gap != Gap::Blank || self.lexicon.is(word, kind::ENDS | kind::STOPS | kind::JOIN | kind::ELECTED)
            })
    }

    /// `chủ tịch Thắng`, `Tổng thống Ních-xơn`: one word behind an office that nothing goes on from.
    fn is_called_by_office(&self, at: usize) -> bool {
        const STATE: [&str; 8] =
            ["tổng thống", "toàn quyền", "ngoại trưởng", "cố vấn", "thống đốc", "thủ tướng", "hoàng thân", "nữ hoàng"];
        let word = &self.words[at];
        let flags = self.flags(at);
        let given = flags & flag::SYLLABLE != 0 && flags & (flag::BODY | flag::WORD) == 0 && !self.is_initial(at);
        let foreign = self.is_foreign_name(at, at + 1) && word.end - word.start > 3 && {
            let before = || self.text[..word.start].trim_end().chars().rev().flat_map(char::to_lowercase);
            STATE.iter().any(|office| before().take(office.chars().count()).eq(office.chars().rev()))
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
    fn follows_body(&self, at: usize, family: u8) -> bool {
        let body = at > 0 && self.words[at].gap == Gap::Blank && self.flags(at - 1) & flag::BODY != 0;
        body && self.words[at - 1].capital() && family & flag::STRONG == 0 && self.flags(at + 1) & flag::MIDDLE == 0
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
    fn names_place(&self, at: usize) -> bool {
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
        if stop - at == 1
            && matches!(self.raw(at), "Trời" | "Địa" | "Táo" | "Bụt" | "Trăng" | "Hỏa" | "Chúa" | "Phật" | "Mụ")
        {
            return true;
        }
        let many = next.is_some() && left == Left::Many || next.is_some() && self.flags(at) & flag::SYLLABLE == 0;
        let many = many && surroundings::right(self.text, self.lexicon, self.words, stop) == Right::Nothing;
        let apart = self.words[at].gap == Gap::Line && !self.wrapped;
        stop - at == 1 && (apart || pair || body || many || self.is_initial(at) || self.words[at].shape == Shape::Upper)
    }

    /// Whether the name of a body begins right at `at`.
    fn is_headed(&self, at: usize) -> bool {
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

    /// Names in capitals stand among headings in capitals: every syllable must be one of names.
    fn upper(&self, stretch: &Stretch, all: bool) -> Verdict {
        let &Stretch { run, at, stop, end, left, family } = stretch;
        let len = stop - at;
        let titled = matches!(left, Left::Title(_) | Left::Many | Left::Office | Left::Byline | Left::OfficeFar);
        let pair = (at..stop).any(|n| self.lexicon.forward(self.words, n, kind::PAIR).is_some());
        let office = surroundings::right(self.text, self.lexicon, self.words, stop) == Right::Office;
        match len {
            _ if family == 0 || pair || stop != end || !(2..=4).contains(&len) => Verdict::Perhaps,
            3.. if titled && family & flag::STRONG != 0 => Verdict::Person,
            // `NGƯỜI ĐỨNG ĐẦU CƠ QUAN BÁO CHÍ`
            _ if left == Left::OfficeFar && self.flags(at + 1) & flag::MIDDLE == 0 => Verdict::Perhaps,
            _ if !all => Verdict::Perhaps,
            _ if titled || office || matches!(self.chain_at(at), Chain::People(_)) => Verdict::Person,
            2 => Verdict::Perhaps,
            _ if at != run => Verdict::Perhaps,
            _ if family & flag::STRONG != 0 => Verdict::Person,
            _ => Verdict::Perhaps,
        }
    }
}
