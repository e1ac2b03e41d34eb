//! Where an office begins to the offices that follow each other there: `A, B kiêm C (2007-2016), D`.
//!
//! An enumeration of others is no office: it ends where `lãnh đạo`, `cán bộ` or a number begins a part.

use std::ops::Range;

use super::beside::{MAX_WORDS, Surroundings};
use super::words::{OFFICE_WORDS, cue};
use crate::mention::lists::{LEADS_TO_OFFICE, MEMBERS, PLACED};
use crate::mention::person::lexicon::kind;
use crate::mention::person::word::{Gap, Shape, Word};
use crate::text::Brackets;

/// An office in a row of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Its words.
    pub words: Range<usize>,
    /// Whether `kiêm` joins it to the one before.
    pub joined: bool,
}

/// No more offices follow each other.
const MAX_LINKS: usize = 12;

/// No more words stand between a body and how many it has, and no body has more.
const MAX_COUNTED: usize = 6;
const MAX_BODY: usize = 10;

/// No bracket behind a name holds more words.
const MAX_ASIDE: usize = 60;

/// No more words lead from an office to the next.
const MAX_LEADS: usize = 6;

/// No place where an office was held has more words.
const MAX_PLACE: usize = 8;

/// No bracket between two offices holds more words.
const MAX_BRACKET: usize = 40;

impl Surroundings<'_> {
    /// How many words the office at `at` begins with, also one that only a verb makes one: `hiệu trưởng`.
    pub(super) fn post(&self, at: usize) -> Option<usize> {
        let mut start = at;
        while start < at + 2 && self.is(start, kind::MODIFIER) && self.goes_on(start + 1) {
            start += 1;
        }
        let len = |start: usize| {
            let office = self.lexicon.forward(self.words, start, kind::OFFICE).map(|office| office.len);
            office.max(OFFICE_WORDS.forward(self.words, start, cue::POST))
        };
        // `phó phòng` is an office as a whole
        let (start, len) = len(start).map(|len| (start, len)).or_else(|| Some((at, len(at)?)))?;
        let group = OFFICE_WORDS.forward(self.words, start, cue::GROUP).is_some_and(|group| group >= len);
        // `giữ chức vụ Trưởng ban` is no `Vụ trưởng`
        let parted = start > 0 && self.spells(start, "vụ") && self.goes_on(start) && self.spells(start - 1, "chức");
        (!group && !parted && !self.is_kiem(start)).then_some(start - at + len)
    }

    /// The offices in a row from the one at `at` on; none of them goes beyond `limit`, where one is given, and none
    /// belongs to a person whose name follows right behind it.
    pub(super) fn chain(&self, at: usize, limit: Option<usize>) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        let (mut at, mut joined) = (at, false);
        while links.len() < MAX_LINKS && limit.is_none_or(|limit| at < limit) {
            let Some(len) = self.post(at) else { break };
            let end = self.one_end(at + len, limit);
            if limit.is_none() && self.is_of_next(end) {
                break;
            }
            links.push(Link { words: at..end, joined });
            let Some((next, by_kiem)) = self.next_link(end) else { break };
            (at, joined) = (next, by_kiem);
        }
        links
    }

    /// The words of the one office that begins at `at`, whosever it is.
    pub(super) fn alone(&self, at: usize) -> Option<Range<usize>> {
        let len = self.post(at)?;
        Some(at..self.one_end(at + len, None))
    }

    /// Whether a name follows right behind an office, whose it is then.
    fn is_of_next(&self, end: usize) -> bool {
        let title = self.lexicon.forward(self.words, end, kind::TITLE).map_or(0, |title| title.len);
        let near = |at: usize| self.words.get(at).is_some_and(|word| matches!(word.gap, Gap::Blank | Gap::Line));
        // `Phó Thư ký là hai đồng chí A và B`
        let told = self.spells(end, "là") && self.named_soon(end + 1).is_some();
        near(end) && (told || self.person_at(end).is_some() || title > 0 && self.person_at(end + title).is_some())
    }

    /// The person whose name begins with a word or right behind a title or a count: `hai đồng chí A`.
    pub(super) fn named_soon(&self, at: usize) -> Option<usize> {
        let end = (at..at + MAX_LEADS).find(|&at| self.person_at(at).is_some())?;
        let bare = (at..end).all(|at| {
            self.goes_on(at) && !self.words[at].capital() || self.lexicon.forward(self.words, at, kind::TITLE).is_some()
        });
        self.person_at(end).filter(|_| bare)
    }

    /// The person whose name begins with a word.
    pub(super) fn person_at(&self, at: usize) -> Option<usize> {
        let n = self.people.partition_point(|person| person.start < at);
        self.people.get(n).filter(|person| person.start == at).map(|_| n)
    }

    /// The end of one office that goes on at `at`, without those that follow.
    fn one_end(&self, at: usize, limit: Option<usize>) -> usize {
        let next = self.people.partition_point(|person| person.start < at);
        let next = self.people.get(next).map_or(usize::MAX, |person| person.start);
        let limit = limit.unwrap_or(usize::MAX).min(next).min(self.words.len());
        let mut end = at;
        while end < limit && end < at + MAX_WORDS {
            let Some(step) = self.link_step(end) else { break };
            end += step;
        }
        // a sentence may have been cut inside a phrase
        end.min(limit.max(at))
    }

    /// How many words at `at` go on with one office.
    fn link_step(&self, at: usize) -> Option<usize> {
        let word = &self.words[at];
        if self.is_kiem(at) || self.is_year(word) || OFFICE_WORDS.forward(self.words, at, cue::LEAVES).is_some() {
            return None;
        }
        let before = &self.words[at - 1];
        match word.gap {
            Gap::Line if word.shape != Shape::Small => None,
            // `khóa XII, XIII`
            // `khóa V, khóa VI`
            Gap::Comma if is_numeral(self.spelled(before)) && self.spells(at, "khóa") => {
                self.words.get(at + 1).is_some_and(|next| is_numeral(self.spelled(next))).then_some(2)
            }
            Gap::Comma => (is_numeral(self.spelled(word)) && is_numeral(self.spelled(before))).then_some(1),
            Gap::Dash if at >= 2 && self.goes_on_over_dash(at) => Some(1),
            Gap::Blank | Gap::Line | Gap::Hyphen => {
                let joined = self.post(at + 1).is_some() || self.person_at(at + 1).is_some();
                let joins = self.is(at, kind::JOIN) && joined;
                if joins || self.spells(at, "rồi") { None } else { self.step(at) }
            }
            _ => None,
        }
    }

    /// Behind the place where an office was held, before a comma: `Trưởng phái đoàn tại Sài Gòn, Chủ nhiệm …`.
    fn over_place(&self, end: usize) -> usize {
        let placed = self.goes_on(end) && PLACED.iter().any(|word| self.spells(end, word));
        let plain = |at: usize| {
            self.goes_on(at)
                && self.person_at(at).is_none()
                && OFFICE_WORDS.forward(self.words, at, cue::LEAVES).is_none()
        };
        let behind = (end..end + MAX_PLACE).find(|&at| !plain(at)).filter(|_| placed);
        behind.filter(|&at| self.words.get(at).is_some_and(|word| word.gap == Gap::Comma)).unwrap_or(end)
    }

    /// Where the next office of a row begins behind one that ends at `end`, and whether `kiêm` leads to it.
    fn next_link(&self, end: usize) -> Option<(usize, bool)> {
        let mut at = self.over_place(end);
        if self.words.get(at)?.gap == Gap::Open {
            at =
                (at + 1..at + MAX_BRACKET).find(|&at| self.words.get(at).is_some_and(|word| word.gap == Gap::Close))?;
        }
        let gap = self.words.get(at)?.gap;
        let kiem = self.is_kiem(at);
        let joins = kiem || self.is(at, kind::JOIN) || self.spells(at, "đồng") || self.spells(at, "rồi");
        let parted = matches!(gap, Gap::Comma | Gap::Semicolon | Gap::Close | Gap::Other | Gap::Dash);
        let led = joins && matches!(gap, Gap::Blank | Gap::Line);
        if !parted && !led {
            return None;
        }
        // `kiêm`, `đồng thời là`, `sau đó là`, `rồi làm`
        let leads = |at: usize| {
            self.goes_on(at + 1)
                && (self.is(at, kind::HOLDS | kind::JOIN | kind::ELECTED)
                    || LEADS_TO_OFFICE.iter().any(|lead| self.spells(at, lead)))
        };
        let next = (at..at + MAX_LEADS).find(|&at| self.post(at).is_some() || !leads(at))?;
        self.post(next).is_some().then_some((next, kiem))
    }

    /// The body to which a bare `ủy viên` belongs, that heads its sentence: `Bộ Chính trị gồm 7 ủy viên: A và B`.
    pub(super) fn body(&self, office: &Range<usize>) -> Option<Range<usize>> {
        let bare = ["ủy", "viên"].iter().enumerate().all(|(n, word)| self.spells(office.start + n, word));
        let kind = office.clone().skip(2).all(|at| MEMBERS.iter().any(|word| self.spells(at, word)));
        if !bare || !kind {
            return None;
        }
        let of = (office.start.saturating_sub(MAX_COUNTED)..office.start).rev().find(|&at| self.spells(at, "gồm"))?;
        let first = (of.saturating_sub(MAX_BODY)..of).rev().find(|&at| !self.goes_on(at))?;
        let named = self.words[first].capital() && of - first >= 2 && (first + 1..=of).all(|at| self.goes_on(at));
        named.then(|| self.bytes(first..of))
    }

    /// Whether a word follows the one before with nothing between.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| matches!(word.gap, Gap::Blank | Gap::Line))
    }

    /// What stands before a word, behind the one before it.
    pub(super) fn gap_text(&self, at: usize) -> &str {
        let Some(word) = self.words.get(at) else { return "" };
        let from = at.checked_sub(1).map_or(0, |before| self.words[before].end);
        &self.text[from..word.start]
    }

    /// The first word of the brackets that end before a word: of the last, if there are more.
    pub(super) fn opens(&self, at: usize) -> Option<usize> {
        let mut at = self.gap_text(at).contains(')').then_some(at)?;
        let first = at;
        while self.gap_text(at).contains(')') {
            let open = (at.saturating_sub(MAX_ASIDE)..at).rev().find(|&at| self.gap_text(at).contains('('))?;
            at = open;
        }
        (at < first).then_some(at)
    }

    /// Whether brackets close between two words that open before the first.
    pub(super) fn closes_between(&self, from: usize, to: usize) -> bool {
        let between = self.text.get(self.words[from].end..self.words[to].start);
        Brackets::of(between.unwrap_or_default()).closes
    }

    /// Whether a line ends before a word.
    pub(super) fn breaks(&self, at: usize) -> bool {
        self.gap_text(at).contains('\n')
    }

    pub(super) fn spelled(&self, word: &Word) -> &str {
        &self.text[word.start..word.end]
    }

    /// Whether a word is this one.
    pub(super) fn spells(&self, at: usize, word: &str) -> bool {
        let id = self.lexicon.by_spelling(word);
        self.words.get(at).is_some_and(|other| Some(other.id) == id)
    }

    pub(super) fn is_kiem(&self, at: usize) -> bool {
        self.spells(at, "kiêm")
    }

    /// Whether a word begins with the four figures of a year.
    fn is_year(&self, word: &Word) -> bool {
        let bytes = self.spelled(word).as_bytes();
        bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit)
    }
}

/// Whether a word counts the terms of an office: `14`, `XII`.
fn is_numeral(word: &str) -> bool {
    !word.is_empty()
        && (word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
            || word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')))
}
