//! The words around a name to the office they give the person: `Chủ tịch Liên đoàn Lao động tỉnh`.
//!
//! An office is a stretch of the text as it stands, behind the name, behind `làm` or `giữ chức`, or
//! before the name.

use std::ops::Range;

use super::PersonMention;
use super::candidate::Candidate;
use super::lexicon::{Lexicon, kind};
use super::surroundings::Left;
use super::words::{Gap, Shape, Word};

/// No office has more words.
const MAX_WORDS: usize = 30;

/// Notes the office of each of `mentions`, which are `people` in the same order.
pub(super) fn note(text: &str, words: &[Word], people: &[Candidate], mentions: &mut [PersonMention]) {
    let surroundings = Surroundings { words, people, lexicon: Lexicon::get() };
    for (n, mention) in mentions.iter_mut().enumerate() {
        let role = surroundings.behind(n).or_else(|| surroundings.elected(n)).or_else(|| surroundings.before(n));
        mention.role = role.map(|role| text[role].to_owned());
    }
}

struct Surroundings<'a> {
    words: &'a [Word],
    people: &'a [Candidate],
    lexicon: &'static Lexicon,
}

impl Surroundings<'_> {
    fn is(&self, at: usize, kinds: u32) -> bool {
        self.words.get(at).is_some_and(|word| self.lexicon.is(word, kinds))
    }

    fn office(&self, at: usize) -> Option<usize> {
        let modifier = usize::from(self.is(at, kind::MODIFIER));
        let found = self.lexicon.forward(self.words, at + modifier, kind::OFFICE)?;
        (modifier == 0 || self.words[at + 1].gap == Gap::Blank).then_some(modifier + found.len)
    }

    fn bytes(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].start..self.words[words.end - 1].end
    }

    /// `A, Chủ tịch …`, `A - Chủ tịch …`, `A (Chủ tịch …)`, `A Phó Thư ký`.
    fn behind(&self, n: usize) -> Option<Range<usize>> {
        let at = self.people[n].end;
        let gap = self.words.get(at)?.gap;
        if !matches!(gap, Gap::Comma | Gap::Dash | Gap::Open | Gap::Blank) {
            return None;
        }
        let office = self.office(at)?;
        let end = self.end(at + office, n + 1);
        let next = self.people.get(n + 1);
        // `A, Phó Chủ tịch B`: the office is that of the next
        let of_next =
            next.is_some_and(|next| end == next.start && matches!(self.words[end].gap, Gap::Blank | Gap::Line));
        (!of_next).then(|| self.bytes(at..end))
    }

    /// The end of the office that goes on at `at`.
    fn end(&self, at: usize, next: usize) -> usize {
        let next = self.people.get(next).map_or(usize::MAX, |next| next.start);
        let mut end = at;
        while end < self.words.len() && end < at + MAX_WORDS && end != next {
            let step = match self.words[end].gap {
                Gap::Line if self.words[end].shape != Shape::Small => None,
                Gap::Blank | Gap::Line | Gap::Hyphen => self.step(end),
                Gap::Comma => self.office(end).filter(|_| self.words[end].gap == Gap::Comma),
                _ => None,
            };
            let Some(step) = step else { break };
            end += step;
        }
        end
    }

    /// How many words at `at` go on with an office.
    fn step(&self, at: usize) -> Option<usize> {
        if let Some(office) = self.office(at) {
            return Some(office);
        }
        let small = self.words[at].shape == Shape::Small;
        if small && (self.is(at, kind::ENDS) || self.lexicon.forward(self.words, at, kind::SAYS).is_some()) {
            return None;
        }
        if self.lexicon.forward(self.words, at, kind::TITLE | kind::MANY).is_some_and(|found| found.len > 1) {
            return None;
        }
        if self.is(at, kind::JOIN) {
            // `Du lịch và Xuất nhập khẩu`, `Bí thư và Chủ tịch`
            let behind = self.words.get(at + 1)?;
            return (behind.capital() || self.office(at + 1).is_some()).then_some(1);
        }
        Some(1)
    }

    /// `A và B được bầu làm Phó Chủ tịch`.
    fn elected(&self, n: usize) -> Option<Range<usize>> {
        let (mut at, mut next) = (self.people[n].end, n + 1);
        for _ in 0..MAX_WORDS {
            let word = self.words.get(at)?;
            if self.people.get(next).is_some_and(|next| next.start == at) {
                at = self.people[next].end;
                next += 1;
                // `A và B Phó Thư ký`
                let office = self.office(at).filter(|_| self.words[at].gap == Gap::Blank);
                if let Some(office) = office {
                    return Some(self.bytes(at..self.end(at + office, next)));
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
                return Some(self.bytes(at + 1..self.end(at + 1 + office, next)));
            }
            if !self.is(at, kind::ELECTED) && !self.leads_to(at, next) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether at most a title stands between `at` and the next person.
    fn leads_to(&self, at: usize, next: usize) -> bool {
        let title = self.lexicon.forward(self.words, at, kind::TITLE).map_or(0, |title| title.len);
        self.people.get(next).is_some_and(|next| next.start == at || title > 0 && next.start == at + title)
    }

    /// `Chủ tịch LĐLĐ tỉnh A`, `Anh hùng A`.
    fn before(&self, n: usize) -> Option<Range<usize>> {
        let start = self.people[n].start;
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
            let over = gap == Gap::Comma && office == Some(at);
            let cell = at == end && matches!(gap, Gap::Colon | Gap::Cell);
            if !matches!(gap, Gap::Blank | Gap::Line | Gap::Hyphen) && !over && !cell {
                break;
            }
            if let Some(found) =
                self.lexicon.backward(self.words, at, kind::OFFICE).filter(|found| at - found.len >= last)
            {
                at -= found.len;
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
            let modified = office > last && self.words[office].gap == Gap::Blank && self.is(office - 1, kind::MODIFIER);
            office -= usize::from(modified);
            return Some(self.bytes(office..end));
        }
        title.filter(|title| title.kinds & kind::RANK != 0).map(|_| self.bytes(end..start))
    }
}
