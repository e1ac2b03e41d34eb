//! Lines of careers, of tables and of lists to whose the offices in them are.

use unicode_normalization::UnicodeNormalization;

use super::beside::Surroundings;
use super::told::{Given, Teller};
use crate::mention::lists::{DID, HOLDERS, TERM_CELLS, TIMES};
use crate::mention::person::lexicon::kind;
use crate::mention::person::post::How;
use crate::mention::person::word::{Gap, Shape, Word};
use crate::text::{is_bullet, is_dash};

/// No more words stand before an office in its line.
const LINE: usize = 80;

/// So many words may go on behind an office in the line above its term.
const REST: usize = 6;

/// No time at the head of a line has more words.
const TIME: usize = 16;

/// No more words stand before the office of a list of holders, and behind it.
const BEFORE_HOLDERS: usize = 4;
const BEHIND_OFFICE: usize = 6;

/// No more people are told to have held one office.
const MANY_HOLDERS: usize = 40;

/// No more words of titles stand before a name.
const TITLES: usize = 6;

impl Teller<'_, '_> {
    /// A line of a table above its term: `Bộ trưởng Bộ Tài chính | |⏎| Nhiệm kỳ | 1954 – 1970 |`.
    pub(super) fn by_term(&self, at: usize) -> Option<Given> {
        let around = self.around;
        if !begins_line(around, at) {
            return None;
        }
        let end = around.chain(at, None).first()?.words.end;
        // `Đại sứ Việt Nam tại Hungary`
        let row = (end..around.words.len().min(end + REST)).find(|&at| around.breaks(at))?;
        let term = TERM_CELLS.iter().any(|pair| spells(around, row, pair));
        let cell = matches!(around.words.get(row)?.gap, Gap::Line | Gap::Paragraph | Gap::Cell);
        let person = self.subjects.life()?;
        (cell && term).then(|| Given { people: vec![person], how: How::Term, start: row })
    }

    /// A line of a career: `1998 - 2003: Chủ tịch B`, or of a table of people below a name.
    pub(super) fn by_line(&self, at: usize) -> Option<Given> {
        let around = self.around;
        let mut first = at;
        let mut figures = false;
        while !begins_line(around, first) {
            if at - first >= TIME || first == 0 {
                return None;
            }
            let word = &around.words[first - 1];
            let time = word.shape == Shape::Other && around.spelled(word).bytes().any(|b| b.is_ascii_digit());
            let verb = around.is(first - 1, kind::HOLDS | kind::ELECTED | kind::MODIFIER);
            if !time && !verb && !TIMES.iter().any(|known| around.spells(first - 1, known)) {
                return None;
            }
            figures |= time;
            first -= 1;
        }
        if !figures || first == at {
            return None;
        }
        let byte = around.words[first].start;
        if let Some(person) = self.name_above(first) {
            return Some(Given { people: vec![person], how: How::Beside, start: at });
        }
        let person = self.subjects.topic(byte)?;
        let parted =
            (first + 1..=at).any(|at| matches!(around.words[at].gap, Gap::Colon | Gap::Cell | Gap::Dash | Gap::Comma));
        // `Tháng 2 năm 2019, Thủ tướng Chính phủ đã ký …`: a sentence
        let comma = |at: usize| around.words[at].gap == Gap::Comma;
        let goes_on = || around.alone(at).is_some_and(|office| around.goes_on(office.end) && self.is_told(office.end));
        let sentence = comma(at) && goes_on();
        (parted && !sentence).then(|| Given { people: vec![person], how: How::Line, start: first })
    }

    /// Whether the words behind an office tell what its holder did.
    fn is_told(&self, at: usize) -> bool {
        let around = self.around;
        around.says(at).is_some()
            || around.is(at, kind::JOIN | kind::ENDS)
            || DID.iter().any(|word| around.spells(at, word))
    }

    /// Behind a birth in the brackets of a name: `A (sinh năm 1955, Phó Chủ tịch B)`.
    pub(super) fn by_bracket(&self, at: usize) -> Option<Given> {
        let around = self.around;
        let parted = |at: usize| matches!(around.words[at].gap, Gap::Comma | Gap::Semicolon);
        if !parted(at) {
            return None;
        }
        let open = (at.saturating_sub(LINE)..at).rev().find(|&at| around.gap_text(at).contains(['(', ')']))?;
        let person = around.people.partition_point(|person| person.start < open).checked_sub(1)?;
        let own = around.people[person].end == open && around.gap_text(open).ends_with('(');
        let born = around.spells(open, "sinh") || around.words[open].shape == Shape::Other;
        let other = around.people.get(person + 1).is_some_and(|next| next.start < at);
        (own && born && !other).then(|| Given { people: vec![person], how: How::Beside, start: at })
    }

    /// A part of a line of a list, whose head or the line above names a person: `- A, sinh năm 1967, Thứ trưởng B`.
    pub(super) fn by_item(&self, at: usize) -> Option<Given> {
        let around = self.around;
        if matches!(around.words[at].gap, Gap::Blank | Gap::Hyphen) || !around.gap_text(at).contains(is_parting) {
            return None;
        }
        // a title alone is none
        around.office(at)?;
        let first = (at.saturating_sub(LINE)..at).rev().find(|&at| begins_line(around, at))?;
        let career = self.career(first, at);
        let person = self.head(first).or_else(|| self.name_above(first)).or(career)?;
        let next = around.people.partition_point(|person| person.start < at);
        let here = (0..next).rev().take_while(|&n| around.people[n].start >= first);
        let other = |n: usize| {
            n != person && !self.subjects.is_same(n, person) && !is_aside(around, first, around.people[n].start)
        };
        let between = here.into_iter().any(other);
        let (how, start) = if career == Some(person) { (How::Line, first) } else { (How::Beside, at) };
        (!between).then(|| Given { people: vec![person], how, start })
    }

    /// The head of a list of holders: `Các vị Hiệu trưởng kế tiếp:`, `Danh sách Bí thư qua các thời kỳ:` above lines that
    /// each begin with one.
    pub(super) fn by_holders(&self, at: usize) -> Option<Given> {
        let around = self.around;
        let before = at.saturating_sub(BEFORE_HOLDERS)..at;
        let opens = |first: usize| HOLDERS.iter().any(|word| around.spells(first, word));
        if !before.into_iter().any(|first| begins_line(around, first) && opens(first)) {
            return None;
        }
        let end = around.alone(at)?.end;
        let below = (end..end + BEHIND_OFFICE).find(|&at| begins_line(around, at))?;
        let joined = |at: usize| around.words.get(at).is_some_and(|word| matches!(word.gap, Gap::Blank | Gap::Hyphen));
        let bare = (end..below).all(|at| joined(at) && !around.words[at].capital());
        if !around.gap_text(below).contains(':') || !bare {
            return None;
        }
        let mut people = Vec::new();
        let mut first = below;
        while let Some(person) = self.holder(first).filter(|_| people.len() < MANY_HOLDERS) {
            people.push(person);
            let next = around.people[person].end;
            let Some(line) = (next..next + LINE).find(|&at| begins_line(around, at)) else { break };
            first = line;
        }
        (people.len() > 1).then_some(Given { people, how: How::Beside, start: at })
    }

    /// The person with whom a line of a list begins, behind its number: `2. Đ/c A`.
    fn holder(&self, first: usize) -> Option<usize> {
        let around = self.around;
        let number = around.words.get(first)?.shape == Shape::Other;
        self.head(first).or_else(|| if number { self.titled_at(first + 1) } else { None })
    }

    /// The person of the section, where the line that begins at `first` has a time and a border of cells before `at`:
    /// `9/1986 - 2/1989 | Chiến sĩ, Tiểu đội trưởng`.
    fn career(&self, first: usize, at: usize) -> Option<usize> {
        let around = self.around;
        let border =
            (first + 1..at.min(first + TIME)).find(|&at| matches!(around.words[at].gap, Gap::Cell | Gap::Colon))?;
        let time = |word: &Word| word.shape == Shape::Other && around.spelled(word).bytes().any(|b| b.is_ascii_digit());
        let known = |at: usize| time(&around.words[at]) || TIMES.iter().any(|known| around.spells(at, known));
        let figures = (first..border).any(|at| time(&around.words[at]));
        (figures && (first..border).all(known)).then(|| self.subjects.topic(around.words[first].start))?
    }

    /// The person whose name begins a line of a list, behind titles: `- PGS-TS A`.
    fn head(&self, first: usize) -> Option<usize> {
        let around = self.around;
        if is_listed(around, first) { self.titled_at(first) } else { None }
    }

    /// The person whose name begins at a word or behind the titles there.
    fn titled_at(&self, first: usize) -> Option<usize> {
        let around = self.around;
        let mut at = first;
        while at < first + TITLES && around.person_at(at).is_none() {
            let title = around.lexicon.forward(around.words, at, kind::TITLE).map_or(0, |title| title.len);
            // `– Ô. A`
            let letter = || around.spelled(&around.words[at]).nfc().nth(1).is_none();
            let short =
                around.words.get(at).is_some_and(|word| word.shape == Shape::Upper || word.capital() && letter());
            at += if title > 0 {
                title
            } else if short {
                1
            } else {
                return None;
            };
        }
        around.person_at(at)
    }

    /// The person whose name is all that the line above `first` says.
    fn name_above(&self, first: usize) -> Option<usize> {
        let around = self.around;
        let next = around.people.partition_point(|person| person.start < first);
        let n = next.checked_sub(1)?;
        let person = &around.people[n];
        let title = around.lexicon.backward(around.words, person.start, kind::TITLE).map_or(0, |title| title.len);
        let begins = begins_line(around, person.start) || begins_line(around, person.start - title);
        (person.end == first && begins && is_cell(around, first)).then_some(n)
    }
}

/// Whether a line begins with a word.
fn begins_line(around: &Surroundings<'_>, at: usize) -> bool {
    let parted = |gap: Gap| !matches!(gap, Gap::Blank | Gap::Hyphen);
    at == 0 || around.words.get(at).is_some_and(|word| parted(word.gap) && around.breaks(at))
}

/// Whether a word stands in brackets of the line that begins at `first`.
fn is_aside(around: &Surroundings<'_>, first: usize, at: usize) -> bool {
    let line = &around.text[around.words[first].start..around.words[at].start];
    line.matches('(').count() > line.matches(')').count()
}

/// Whether it parts what a line tells of one person from what it tells of the next.
fn is_parting(c: char) -> bool {
    is_dash(c) || matches!(c, ',' | ';' | ':' | ')' | '|' | '/' | '"')
}

/// Whether the sign of a cell stands before a word.
fn is_cell(around: &Surroundings<'_>, at: usize) -> bool {
    around.gap_text(at).contains('|')
}

/// Whether the line that begins with a word has the mark of a list or table.
fn is_listed(around: &Surroundings<'_>, first: usize) -> bool {
    let gap = around.gap_text(first);
    let line = gap.rsplit('\n').next().unwrap_or_default();
    line.contains(|c| is_dash(c) || is_bullet(c) || matches!(c, '+' | '*' | '|'))
}

/// Whether the words of a pair stand at a word.
fn spells(around: &Surroundings<'_>, at: usize, pair: &str) -> bool {
    pair.split_once(' ').is_some_and(|(one, two)| around.spells(at, one) && around.spells(at + 1, two))
}
