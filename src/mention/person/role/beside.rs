//! A name and the words around it to the office that they give: `Chủ tịch Liên đoàn Lao động tỉnh`.
//!
//! An office is a stretch of the text as it stands, behind the name, behind `làm` or `giữ chức`, or
//! before the name.

use std::ops::Range;

use super::words::{OFFICE_WORDS, cue};
use crate::mention::lists::{HEADQUARTERS, PASSIVE};
use crate::mention::person::candidate::Candidate;
use crate::mention::person::lexicon::{Found, Lexicon, kind};
use crate::mention::person::surroundings::Left;
use crate::mention::person::word::{Gap, Shape, Word};

/// No bracket behind a name holds more words.
const MAX_ASIDE: usize = 16;

/// No more words stand between one that plans and the name before an office.
const CLAUSE: usize = 6;

/// No more titles stand before a name and its office.
const MAX_TITLES: usize = 2;

/// No office has more words.
pub(super) const MAX_WORDS: usize = 30;

/// The words of a text and the people among them.
pub(super) struct Surroundings<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
    pub people: &'a [Candidate],
    pub lexicon: &'static Lexicon,
}

impl<'a> Surroundings<'a> {
    pub(super) fn of(text: &'a str, words: &'a [Word], people: &'a [Candidate]) -> Self {
        Self { text, words, people, lexicon: Lexicon::get() }
    }

    /// The words of the office that those around the `n`-th person give.
    pub(super) fn role(&self, n: usize) -> Option<Range<usize>> {
        self.behind(n).or_else(|| self.elected(n)).or_else(|| self.before(n))
    }

    pub(super) fn is(&self, at: usize, kinds: u32) -> bool {
        self.words.get(at).is_some_and(|word| self.lexicon.is(word, kinds))
    }

    pub(super) fn office(&self, at: usize) -> Option<usize> {
        let mut start = at;
        while self.is(start, kind::MODIFIER)
            && start < at + 2
            && self.words.get(start + 1).is_some_and(|next| matches!(next.gap, Gap::Blank | Gap::Line))
        {
            start += 1;
        }
        // `phó phòng` is an office as a whole
        let found = self.lexicon.forward(self.words, start, kind::OFFICE).map(|found| start - at + found.len);
        found.or_else(|| self.lexicon.forward(self.words, at, kind::OFFICE).map(|found| found.len))
    }

    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].start..self.words[words.end - 1].end
    }

    /// `A, Chủ tịch …`, `A - Chủ tịch …`, `A (Chủ tịch …)`, `A Phó Thư ký`.
    fn behind(&self, n: usize) -> Option<Range<usize>> {
        let at = self.people[n].end;
        let gap = self.words.get(at)?.gap;
        if !matches!(gap, Gap::Comma | Gap::Dash | Gap::Open | Gap::Blank) {
            return None;
        }
        // `A, kiêm nhiệm chức vụ Trưởng ban`
        let added = OFFICE_WORDS.forward(self.words, at, cue::TAKES).filter(|_| self.is_kiem(at));
        let at = at + added.unwrap_or(0);
        let office = self.office(at).or_else(|| self.trade(at))?;
        // `do A lãnh đạo`: what A does, no office
        if gap == Gap::Blank && self.words[at].shape == Shape::Small && self.says(at).is_some() {
            return None;
        }
        let end = self.end(at + office, n + 1);
        let next = self.people.get(n + 1);
        // `A, Phó Chủ tịch B`: the office is that of the next
        let of_next =
            next.is_some_and(|next| end == next.start && matches!(self.words[end].gap, Gap::Blank | Gap::Line));
        // `A, Phó Chủ tịch là đồng chí B`, `A, Phó Chủ tịch: đồng chí B`
        let told = self.goes_on(end) && self.spells(end, "là") && self.named_soon(end + 1).is_some();
        let labels = self.words.get(end).is_some_and(|word| word.gap == Gap::Colon) && self.is_titled_name(end);
        (!of_next && !told && !labels).then_some(at..end)
    }

    /// Whether a name begins at a word, or behind a title there.
    fn is_titled_name(&self, at: usize) -> bool {
        let title = self.lexicon.forward(self.words, at, kind::TITLE).map_or(0, |title| title.len);
        self.person_at(at).or_else(|| self.person_at(at + title)).is_some()
    }

    /// The words of a trade behind a comma, where its body follows: `A, giáo viên Trường B`.
    fn trade(&self, at: usize) -> Option<usize> {
        let len = OFFICE_WORDS.forward(self.words, at, cue::POST)?;
        let body = self.words.get(at + len)?;
        let named = self.lexicon.forward(self.words, at + len, kind::NAMED_HEAD).is_some();
        (self.words[at].gap == Gap::Comma && body.gap == Gap::Blank && (body.capital() || named)).then_some(len)
    }

    /// The end of the office that goes on at `at`.
    fn end(&self, at: usize, next: usize) -> usize {
        let next = self.people.get(next).map_or(usize::MAX, |next| next.start);
        let mut end = at;
        while end < self.words.len() && end < at + MAX_WORDS && end != next {
            let step = match self.words[end].gap {
                Gap::Line if self.words[end].shape != Shape::Small => None,
                Gap::Blank | Gap::Line | Gap::Hyphen => self.step(end),
                // `Ủy ban Văn hóa - Xã hội`
                Gap::Dash if self.goes_on_over_dash(end) => Some(1),
                // `lãnh đạo, cán bộ các ban`: others
                Gap::Comma => self.office(end).filter(|_| OFFICE_WORDS.forward(self.words, end, cue::GROUP).is_none()),
                _ => None,
            };
            let Some(step) = step else { break };
            end += step;
        }
        end
    }

    /// `Thủ tướng Chính phủ, Phó Thủ tướng Chính phủ`
    fn is_deputy_of_the_one_before(&self, at: usize) -> bool {
        let deputy = self.lexicon.by_spelling("phó") == Some(self.words[at].id);
        let own = self.lexicon.forward(self.words, at + 1, kind::OFFICE);
        deputy
            && own.is_some_and(|own| {
                let before = self.lexicon.backward(self.words, at, kind::OFFICE);
                let ids = |range: Range<usize>| self.words[range].iter().map(|word| word.id);
                before.is_some_and(|before| ids(at - before.len..at).eq(ids(at + 1..at + 1 + own.len)))
            })
    }

    pub(super) fn says(&self, at: usize) -> Option<Found> {
        self.lexicon.forward(self.words, at, kind::SAYS)
    }

    /// Whether a name of two parts goes on behind the dash: each has a capital and a small letter behind it.
    pub(super) fn goes_on_over_dash(&self, at: usize) -> bool {
        let [word, next] = [at, at + 1].map(|n| self.words.get(n));
        let part = word.is_some_and(|word| word.shape == Shape::Capital)
            && next.is_some_and(|next| next.gap == Gap::Blank && next.shape == Shape::Small);
        let before = self.words[at - 1].shape == Shape::Small && self.words[at - 2].shape == Shape::Capital;
        part && before
            && self.office(at).is_none()
            && self
                .lexicon
                .forward(self.words, at, kind::PAIR | kind::KNOWN | kind::TITLE)
                .is_some_and(|found| found.kinds & kind::PAIR != 0)
    }

    /// How many words at `at` go on with an office.
    pub(super) fn step(&self, at: usize) -> Option<usize> {
        if let Some(office) = self.office(at) {
            return Some(office);
        }
        let small = self.words[at].shape == Shape::Small;
        // `Bộ chỉ huy` is a body
        let body =
            || at > 0 && self.words[at - 1].capital() && HEADQUARTERS.iter().any(|head| self.spells(at - 1, head));
        let ends = || self.is(at, kind::ENDS) || OFFICE_WORDS.forward(self.words, at, cue::ENDS).is_some() && !body();
        if small && (ends() || self.says(at).is_some()) {
            return None;
        }
        // `Nhân dân` is no title in `Hội đồng Nhân dân`
        let title = self.lexicon.forward(self.words, at, kind::TITLE | kind::MANY);
        // nor are `Bộ đội` in `Bộ đội Biên phòng`
        let named = |len: usize| self.words[at].capital() && self.is_name_of_body(at + len);
        if title.is_some_and(|title| title.len > 1 && title.kinds & kind::PAIR == 0 && !named(title.len)) {
            return None;
        }
        if self.is(at, kind::JOIN) {
            // `Du lịch và Xuất nhập khẩu`, `Bí thư và Chủ tịch`
            let behind = self.words.get(at + 1)?;
            return (behind.capital() || self.office(at + 1).is_some()).then_some(1);
        }
        Some(1)
    }

    /// Whether a word with a capital goes on with the name of a body and begins no name of a person.
    fn is_name_of_body(&self, at: usize) -> bool {
        let next = self.words.get(at).is_some_and(|word| word.gap == Gap::Blank && word.capital());
        next && self.person_at(at).is_none()
    }

    /// `A và B được bầu làm Phó Chủ tịch`.
    fn elected(&self, n: usize) -> Option<Range<usize>> {
        // `A thay thế B làm Bí thư`: the office is that of A
        let start = self.titled_start(&self.people[n]);
        let replaces = start > 0 && self.words[start].gap == Gap::Blank && self.is(start - 1, kind::REPLACES);
        // but not `bổ nhiệm A làm …`, `thay A sang giữ chức …`
        let takes = self.spells(start.saturating_sub(1), "nhiệm") && !self.spells(start.saturating_sub(2), "kế");
        let replaced = replaces && !takes && self.is(self.people[n].end, kind::HOLDS);
        // `dự kiến bổ nhiệm ông A làm Trưởng ban`
        let clause = (start.saturating_sub(CLAUSE)..start).rev().take_while(|&at| self.goes_on(at + 1));
        let unclaimed = clause.into_iter().any(|at| self.is_unreal(at));
        if replaced || unclaimed || self.is_agent(n) {
            return None;
        }
        // `Theo đề nghị của ông A, bà B được bổ nhiệm …`
        let of = start > 0 && self.words[start].gap == Gap::Blank && self.spells(start - 1, "của");
        let (mut at, mut next) = (self.people[n].end, n + 1);
        // `A (tức B) làm Bí thư`
        let behind = self.over_bracket(at);
        if behind > at && self.is(behind, kind::HOLDS) && self.words.get(behind + 1)?.gap == Gap::Blank {
            let end = behind + 1 + self.office(behind + 1)?;
            next = self.people.partition_point(|person| person.start < behind);
            return Some(behind + 1..self.end(end, next));
        }
        for _ in 0..MAX_WORDS {
            let word = self.words.get(at)?;
            if self.people.get(next).is_some_and(|next| next.start == at) {
                if !matches!(word.gap, Gap::Blank | Gap::Line | Gap::Comma) || of {
                    return None;
                }
                at = self.people[next].end;
                next += 1;
                // `A và B Phó Thư ký`
                let office = self.office(at).filter(|_| self.words[at].gap == Gap::Blank);
                if let Some(office) = office {
                    return Some(at..self.end(at + office, next));
                }
                continue;
            }
            let listed = word.gap == Gap::Comma && (self.leads_to(at, next) || self.is(at, kind::JOIN));
            if !matches!(word.gap, Gap::Blank | Gap::Line) && !listed {
                return None;
            }
            if self.is(at, kind::HOLDS)
                && let Some(office) = self.office(at + 1).filter(|_| self.words[at + 1].gap == Gap::Blank)
            {
                let office = at + 1..self.end(at + 1 + office, next);
                return Some(office).filter(|office| !self.is_first_to(office));
            }
            if !self.is(at, kind::ELECTED) && !self.leads_to(at, next) || of && word.gap == Gap::Comma {
                return None;
            }
            // `A từ chối làm Giám đốc`
            if self.is_unreal(at) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether `được` or `bị` stands before a name, its titles and offices, so that its bearer does what follows to
    /// another: `được Bộ trưởng A cử làm …`.
    pub(super) fn is_agent(&self, n: usize) -> bool {
        let mut at = self.before(n).map_or(self.people[n].start, |office| office.start).min(self.people[n].start);
        for _ in 0..MAX_TITLES {
            let title = self.lexicon.backward(self.words, at, kind::TITLE).filter(|_| self.goes_on(at));
            let Some(title) = title else { break };
            at -= title.len;
        }
        at > 0 && self.goes_on(at) && PASSIVE.iter().any(|word| self.spells(at - 1, word))
    }

    /// Behind the brackets that begin at `at`, if any do.
    fn over_bracket(&self, at: usize) -> usize {
        if self.words.get(at).is_none_or(|word| word.gap != Gap::Open) {
            return at;
        }
        let closes = |at: &usize| self.gap_text(*at).contains(')');
        (at + 1..self.words.len().min(at + MAX_ASIDE)).find(closes).unwrap_or(at)
    }

    /// Whether at most a title stands between `at` and the next person.
    fn leads_to(&self, at: usize, next: usize) -> bool {
        let title = self.lexicon.forward(self.words, at, kind::TITLE).map_or(0, |title| title.len);
        self.people.get(next).is_some_and(|next| next.start == at || title > 0 && next.start == at + title)
    }

    /// `Chủ tịch LĐLĐ tỉnh A`, `Anh hùng A`.
    fn before(&self, n: usize) -> Option<Range<usize>> {
        let start = self.people[n].start;
        if self.people[n].left == Left::Thought {
            return None;
        }
        let title = match self.people[n].left {
            Left::Title(_) => self.lexicon.backward(self.words, start, kind::TITLE),
            _ => None,
        };
        let end = start - title.map_or(0, |title| title.len);
        let last = n.checked_sub(1).map_or(0, |before| self.people[before].end);
        let mut office = None;
        let mut at = end;
        while at > last && end - at < MAX_WORDS {
            let gap = if at == end { self.words[at.min(self.words.len() - 1)].gap } else { self.words[at].gap };
            // a prime minister and a deputy are two persons
            if gap == Gap::Comma && office == Some(at) && self.is_deputy_of_the_one_before(at) {
                break;
            }
            // the line before an office is that of another: `KT. CHỦ TỊCH`
            if gap == Gap::Line && office == Some(at) && self.words[at].capital() {
                break;
            }
            // `Thay mặt Chủ tịch B, Phó Chủ tịch A`
            if gap == Gap::Comma && self.is_for_another(at) {
                break;
            }
            let over = gap == Gap::Comma && office == Some(at);
            let cell = at == end && matches!(gap, Gap::Colon | Gap::Cell);
            if !matches!(gap, Gap::Blank | Gap::Line | Gap::Hyphen) && !over && !cell {
                break;
            }
            if let Some(found) =
                self.lexicon.backward(self.words, at, kind::OFFICE).filter(|found| at - found.len >= last)
            {
                at -= found.len;
                // `bộ trưởng Công an` is no `trưởng công an`
                let longer =
                    |at: usize| self.lexicon.forward(self.words, at, kind::OFFICE).is_some_and(|found| found.len > 1);
                if at > last && self.goes_on(at) && longer(at - 1) {
                    at -= 1;
                }
                office = Some(at);
                continue;
            }
            let word = &self.words[at - 1];
            let and = self.is(at - 1, kind::JOIN) && !self.is(at - 1, kind::ENDS) && self.words[at].capital();
            if word.shape == Shape::Small && !and && self.is(at - 1, kind::ENDS | kind::STOPS | kind::JOIN) {
                break;
            }
            at -= 1;
        }
        if let Some(mut office) = office {
            while office > last
                && matches!(self.words[office].gap, Gap::Blank | Gap::Line)
                && self.is(office - 1, kind::MODIFIER)
                && !self.is_kiem(office - 1)
            {
                office -= 1;
            }
            // `Học sĩ kiêm Giám tu A`
            while office < end && self.is_kiem(office) {
                office += 1;
            }
            if office == end || self.post(office).is_none() {
                return None;
            }
            // `Ban Thường vụ Khu ủy chỉ định A`: a body, which does something
            let body = OFFICE_WORDS.forward(self.words, office, cue::BODY).is_some();
            return (!body).then_some(office..end);
        }
        if let Some(signed) = self.signed(n) {
            return Some(signed);
        }
        let office = title.filter(|title| title.kinds & (kind::RANK | kind::OFFICE) != 0)?;
        // `cử đảng viên A`
        let member = OFFICE_WORDS.forward(self.words, start - office.len, cue::BODY).is_some();
        (!member).then_some(end..start)
    }

    /// Whether the words before a comma name in whose place somebody acts: `Thay mặt Chủ tịch B, …`.
    fn is_for_another(&self, comma: usize) -> bool {
        let goes_on = |at: &usize| self.goes_on(*at + 1) || *at + 1 == comma;
        let before = (comma.saturating_sub(MAX_WORDS)..comma).rev().take_while(goes_on);
        before.into_iter().any(|at| self.spells(at, "mặt") && at > 0 && self.spells(at - 1, "thay"))
    }

    /// Whether an office is that of the first who did something: `trở thành Tổng thống đầu tiên tới thăm …`.
    pub(super) fn is_first_to(&self, office: &Range<usize>) -> bool {
        self.spells(office.end - 1, "tiên") && self.goes_on(office.end) && self.is(office.end, kind::ENDS | kind::SAYS)
    }

    /// Whether words that deny, refuse or plan begin at a word: `từ chối`, `dự kiến`, but not `được đề nghị và được bầu`.
    pub(super) fn is_unreal(&self, at: usize) -> bool {
        let len = OFFICE_WORDS.forward(self.words, at, cue::UNREAL);
        len.is_some_and(|len| !self.is(at + len, kind::JOIN))
    }

    /// The office above the name of who signs: `CHỦ TỊCH`, an empty line, `(Đã ký)`, the name alone on its line.
    fn signed(&self, n: usize) -> Option<Range<usize>> {
        let (start, end) = (self.people[n].start, self.people[n].end);
        let apart = |gap: Gap| matches!(gap, Gap::Line | Gap::Paragraph | Gap::Cell);
        let signed = start > 0 && self.is(start - 1, kind::SIGNED) && self.words[start].gap == Gap::Close;
        if !signed && !apart(self.words[start].gap) || self.words.get(end).is_some_and(|next| !apart(next.gap)) {
            return None;
        }
        let mut above = start;
        while above > 0 && start - above < MAX_SIGNED && self.is(above - 1, kind::SIGNED) {
            above -= 1;
        }
        let above_line = (above.saturating_sub(MAX_WORDS)..above).rev().find(|&at| apart(self.words[at].gap))?;
        let office = (above_line..above).find(|&at| self.office(at).is_some())?;
        // `T/M BAN THƯỜNG VỤ` signs by somebody whose office stands below
        if OFFICE_WORDS.forward(self.words, office, cue::BODY).is_some() {
            return None;
        }
        let heading = (above_line..above).all(|at| self.words[at].shape != Shape::Small);
        let apart = matches!(self.words[above].gap, Gap::Line | Gap::Paragraph | Gap::Cell | Gap::Open | Gap::Close);
        (heading && apart).then_some(office..above)
    }

    /// Whether the head of a list gives its office to the `n`-th person too: `Ủy viên: A, B và C`.
    pub(super) fn shares_head(&self, n: usize) -> bool {
        let (before, this) = (&self.people[n - 1], &self.people[n]);
        let colon = |candidate: &Candidate| self.words[self.titled_start(candidate)].gap == Gap::Colon;
        let first = (0..n).rev().take(MAX_WORDS).find(|&n| !self.follows_with_title(n));
        first.is_some_and(|first| colon(&self.people[first])) && this.start >= before.end && self.follows_with_title(n)
    }

    /// The first word of a name and the title before it.
    fn titled_start(&self, candidate: &Candidate) -> usize {
        let title = match candidate.left {
            Left::Title(_) => self.lexicon.backward(self.words, candidate.start, kind::TITLE),
            _ => None,
        };
        candidate.start - title.map_or(0, |title| title.len)
    }

    /// Whether the `n`-th person stands behind the one before, its brackets and a title: `A (1992 - 1998), đ/c B`.
    fn follows_with_title(&self, n: usize) -> bool {
        let Some(before) = n.checked_sub(1).map(|n| &self.people[n]) else { return false };
        let start = self.titled_start(&self.people[n]);
        let behind = self.over_bracket(before.end);
        let comma = |at: usize| self.gap_text(at).contains([',', ';']) && !self.breaks(at);
        match start.checked_sub(behind) {
            Some(0) => comma(start),
            Some(1) => self.is(behind, kind::JOIN) && !self.breaks(start) && !self.gap_text(start).contains(['.', ':']),
            _ => self.follows_in_list(n),
        }
    }

    /// Whether the `n`-th person stands right behind the one before.
    pub(super) fn follows_in_list(&self, n: usize) -> bool {
        let Some(before) = n.checked_sub(1).map(|n| &self.people[n]) else { return false };
        let this = &self.people[n];
        let gap = self.words[this.start].gap;
        match this.start - before.end {
            0 => gap == Gap::Comma,
            1 => self.is(before.end, kind::JOIN) && self.words[before.end].gap == Gap::Blank && gap == Gap::Blank,
            _ => false,
        }
    }
}

/// Words such as `đã ký, đóng dấu` above a name are no more.
const MAX_SIGNED: usize = 6;
