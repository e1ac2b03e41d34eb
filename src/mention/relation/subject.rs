//! A verb to the documents that it is said of: none that only a thing is of, or by whose leave it is done.

use std::ops::Range;

use super::claim::is_below_heading;
use super::mention::Paper;
use super::piece::{Kind, Piece};
use super::reader::{Reader, SOME, is_of_kind};
use super::rules::{Rule, TABLE, Way};
use super::statement::Seen;
use super::title::plain;

/// Most pieces before a verb to the beginning of the words that name what it is said of.
const SUBJECT: usize = 96;

/// Words between a document and the verb that is said of it.
const BESIDE: [&str; 14] =
    ["sẽ", "chỉ", "vẫn", "còn", "được", "tiếp", "tục", "đều", "cũng", "có", "thời", "hạn", "gian", "tự"];

impl Reader<'_> {
    /// The document that a verb is said of, and which part of it: nothing stands between but its day, whose it is, and
    /// words such as `sẽ`.
    pub(super) fn subject(&self, pieces: &[Piece], at: usize) -> Option<(Paper, Option<String>)> {
        let first = self.statement.first.min(at).max(at.saturating_sub(SUBJECT));
        let before = &pieces[first..at];
        let named = before.iter().rposition(|piece| matches!(piece.kind, Kind::This | Kind::Papers(_)))?;
        let mut whose = false;
        for piece in &before[named + 1..] {
            match &piece.kind {
                Kind::Day(_) | Kind::Open | Kind::Close | Kind::Force | Kind::And => whose = false,
                // `… hết hiệu lực từ ngày … và có hiệu lực trở lại từ ngày …`
                Kind::Rule(Rule { way: Way::Behind, .. }) => whose = false,
                Kind::Word(_) if whose => {}
                Kind::Word(_) if ["của", "do"].iter().any(|word| piece.is_word(word)) => whose = true,
                Kind::Word(key) if TABLE.since.contains(key) || TABLE.until.contains(key) => {}
                Kind::Word(_) if BESIDE.iter().any(|word| piece.is_word(word)) => {}
                _ => return None,
            }
        }
        let of = match &before[named].kind {
            Kind::Papers(papers) => self.named[papers.end - 1].paper.clone(),
            _ => self.own_paper()?,
        };
        let of = if self.own.is(&of) { self.own.paper.clone() } else { of };
        let words = |pieces: &[Piece]| {
            let begins = pieces.iter().rposition(|piece| {
                matches!(piece.kind, Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Break { .. } | Kind::Item(_))
            });
            // of what begins further before not all words are known
            let begins = begins.map(|at| at + 1).or((first <= self.statement.first).then_some(0))?;
            let pieces = &pieces[begins..];
            let (first, last) = pieces.first().zip(pieces.last())?;
            self.source.text.get(first.range.start..last.range.end).map(plain)
        };
        let part = match &before[..named] {
            [.., part @ Piece { kind: Kind::Part, .. }] => words(std::slice::from_ref(part)),
            // `trước thời điểm Nghị định này có hiệu lực`
            [.., time] if ["điểm", "ngày", "trước", "sau", "khi"].iter().any(|word| time.is_word(word)) => {
                return None;
            }
            // `Mức thu theo Nghị quyết này`
            [thing @ .., agent @ Piece { kind: Kind::Agent, .. }] => match words(thing) {
                Some(_) if self.is_by_leave(agent) && of != self.own.paper => return None,
                _ if self.leads_to_doer(agent) => None,
                part => part,
            },
            // `Phụ lục IV ban hành kèm theo Thông tư số …`
            [thing @ .., Piece { kind: Kind::Rule(Rule { way: Way::With, .. }), .. }] => words(thing)
                .filter(|thing| ["phụ lục", "mẫu", "biểu"].iter().any(|part| thing.to_lowercase().starts_with(part))),
            [thing @ .., word] if ["của", "trong", "nêu"].iter().any(|of| word.is_word(of)) => words(thing),
            _ => None,
        };
        Some((of, part))
    }

    /// Whether a part of a document before a verb is only where something stands, and not what the verb is said of:
    /// `được sửa đổi tại khoản 2 Điều 5 Nghị định số … có hiệu lực từ ngày …`.
    pub(super) fn is_at_part(&self, pieces: &[Piece], at: usize) -> bool {
        let before = &pieces[self.statement.first.min(at)..at];
        let Some(part) = before.iter().rposition(|piece| piece.kind == Kind::Part) else { return false };
        let leads = part.checked_sub(1).map(|lead| &before[lead]);
        let is_at = |lead: &Piece| {
            lead.kind == Kind::Agent || ["của", "trong", "là", "quy", "định"].iter().any(|word| lead.is_word(word))
        };
        leads.is_some_and(is_at) && before[..part].iter().any(|piece| matches!(piece.kind, Kind::Rule(_)))
    }

    /// The document that a verb is said of where none is named before it: the one at hand, or what a text that is none
    /// is about, where its type is named: `Nghị định có hiệu lực từ ngày …`, `Ngày hiệu lực: …`.
    pub(super) fn called(&self, pieces: &[Piece], at: usize) -> Option<Paper> {
        let text = |piece: &Piece| self.source.text[piece.range.clone()].to_lowercase();
        let is_own = self.own.legal || self.own.paper != Paper::This || self.statement.this.is_some();
        if is_own || text(&pieces[at]).starts_with("ngày") {
            return self.own_paper();
        }
        let main = &self.named[self.main?].paper;
        let beside = |piece: &&Piece| BESIDE.iter().any(|word| piece.is_word(word));
        let before = &pieces[self.statement.first.min(at)..at];
        let before = &before[..before.len() - before.iter().rev().take_while(beside).count()];
        let words = |pieces: &[Piece]| pieces.iter().map(text).collect::<Vec<_>>().join(" ");
        let is_named = [1, 2].into_iter().filter(|count| *count <= before.len()).any(|count| {
            is_of_kind(main, &words(&before[..count])) || is_of_kind(main, &words(&before[before.len() - count..]))
        });
        let is_document = || matches!(before, [.., first, second] if first.is_word("văn") && second.is_word("bản"));
        (is_named || is_document()).then(|| main.clone())
    }

    /// Whether something is done by leave of the document behind a word: `ký theo Quyết định số …`.
    fn is_by_leave(&self, agent: &Piece) -> bool {
        self.source.text[agent.range.clone()].to_lowercase().starts_with("theo")
    }

    /// Whether a word behind a passive verb leads to who does it, and to nothing else: `bởi`, `bằng`.
    fn leads_to_doer(&self, agent: &Piece) -> bool {
        self.source.text[agent.range.clone()].to_lowercase().starts_with('b')
    }

    /// How a document that was named stands to the words before it.
    pub(super) fn stands(&self, seen: &Seen) -> Stands {
        self.stands_at(seen.start.min(seen.range.start))
    }

    /// The same of one that begins at a byte.
    pub(super) fn stands_at(&self, start: usize) -> Stands {
        if is_below_heading(self.source.text, start) {
            return Stands::Itself;
        }
        let before = self.source.text.get(..start).unwrap_or_default();
        let ends = |words: &[&str]| words.iter().find_map(|words| ends_with(before, words));
        // what is issued with a document ends with it
        let issued = |head: &str| ISSUED.iter().any(|words| ends_with(head, words).is_some());
        match ends(&LEAVE) {
            Some(head) if !issued(head) => return Stands::Leave,
            Some(_) => return Stands::Itself,
            None => {}
        }
        let Some(thing) = ends(&WHOSE) else { return Stands::Itself };
        if ends_with(thing, "theo quy định").is_some() {
            return Stands::Leave;
        }
        let begins = thing.rfind(['.', ';', ':', '(', ')', '|']).map_or(0, |sign| sign + 1);
        let begins = thing.rfind("\n\n").map_or(begins, |paragraph| begins.max(paragraph));
        let words = plain(thing[begins..].trim_start_matches(|c: char| !c.is_alphanumeric()));
        let is_short = words.starts_with(char::is_uppercase) && words.chars().count() <= THING;
        Stands::Whose(if is_short { words } else { SOME.to_owned() })
    }

    /// Whether something is done by leave of a document, that is named before: `Hợp đồng ký theo Quyết định số …`, but
    /// `Theo Quyết định số … có hiệu lực từ ngày …, …`.
    pub(super) fn is_leave_of_thing(&self, seen: &Seen) -> bool {
        let before = self.source.text.get(..seen.start.min(seen.range.start)).unwrap_or_default();
        let thing = LEAVE.iter().find_map(|words| ends_with(before, words)).map(str::trim_end);
        let begins = |thing: &str| thing.is_empty() || thing.ends_with(|sign: char| !sign.is_alphanumeric());
        self.stands(seen) == Stands::Leave && thing.is_some_and(|thing| !begins(thing))
    }

    /// Leaves of the documents before a verb those that it is said of: none by whose leave something is done; of a row
    /// of a table those of one cell; none of whose force something was said already: `A còn hiệu lực, B hết hiệu lực`.
    pub(super) fn said_of(&self, pieces: &[Piece], verb: usize, tops: &mut Vec<Seen>) {
        tops.retain(|seen| self.stands(seen) != Stands::Leave);
        let ends: Vec<usize> = tops.iter().skip(1).map(|seen| seen.start).chain([verb]).collect();
        let is_said = |seen: &Seen, end: usize| {
            self.source.text.get(seen.end..end).is_some_and(|behind| behind.contains("hiệu lực"))
        };
        let said = tops.iter().zip(ends).rposition(|(seen, end)| end < verb && is_said(seen, end));
        tops.drain(..said.map_or(0, |last| last + 1));
        Self::in_row(pieces, verb, tops);
    }

    /// Leaves of the documents of a row of a table those of the cell of the verb, or else of the first cell with any.
    pub(super) fn in_row(pieces: &[Piece], verb: usize, seen: &mut Vec<Seen>) {
        let Some((first, last)) = seen.first().zip(seen.last()) else { return };
        let (from, to) = (first.end, last.end);
        let begins = pieces.partition_point(|piece| piece.range.start < from);
        let cells = || {
            let row = pieces[begins..].iter().take_while(|piece| piece.range.start < verb);
            row.filter(|piece| piece.kind == Kind::Cell).map(|piece| piece.range.start)
        };
        let Some(first_cell) = cells().next() else { return };
        match cells().last().filter(|cell| *cell < to) {
            Some(cell) => seen.retain(|seen| seen.start > cell),
            None => seen.retain(|seen| seen.end <= first_cell),
        }
    }

    /// Whether a bracket opens between a document and a verb, before anything else.
    pub(super) fn opens_bracket(&self, between: Range<usize>) -> bool {
        let between = self.source.text.get(between).unwrap_or_default();
        between.trim_start().starts_with('(') && !between.contains(')')
    }

    /// The document that does what a verb says, before the verb: `Quyết định số … bị Quyết định số … bãi bỏ`; and the one
    /// that it is done to.
    pub(super) fn done_by(&self, pieces: &[Piece], at: usize) -> Option<(usize, Seen)> {
        let from = at.saturating_sub(DOER);
        let named = pieces[from..at].iter().rposition(|piece| !matches!(piece.kind, Kind::Word(_) | Kind::Day(_)))?;
        let Kind::Papers(papers) = &pieces[from + named].kind else { return None };
        let lead = pieces.get((from + named).checked_sub(1)?)?;
        let is_passive = ["bị", "được"].iter().any(|word| lead.is_word(word));
        let has_own = pieces.get(at + 1).is_some_and(|next| matches!(next.kind, Kind::Papers(_) | Kind::Part));
        let target = || self.statement.tops().rev().find(|seen| seen.end <= lead.range.start);
        let target = target().filter(|_| is_passive && !has_own)?;
        (self.stands(target) != Stands::Leave).then(|| (papers.start, target.clone()))
    }
}

/// How a document stands to the words before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// As what is spoken of.
    Itself,
    /// As that whose part or thing is spoken of, in the words of the text: `mức thu tại Quyết định số …`.
    Whose(String),
    /// As that by whose leave something is done: `cấp theo Quyết định số …`.
    Leave,
}

impl Stands {
    /// The part of the document that is spoken of.
    pub(super) fn part(self) -> Option<String> {
        match self {
            Self::Whose(part) => Some(part),
            Self::Itself | Self::Leave => None,
        }
    }
}

/// Words before a document by whose leave, or for which, something is done.
const LEAVE: [&str; 14] = [
    "trái với",
    "theo",
    "khi",
    "trường hợp",
    "giả sử",
    "nếu",
    "áp dụng",
    "căn cứ",
    "hướng dẫn",
    "thi hành",
    "thực hiện",
    "quy định chi tiết",
    "sửa đổi",
    "bổ sung",
];

/// Words before a document of which something is spoken of.
const WHOSE: [&str; 6] = ["của", "tại", "trong", "thuộc", "nêu ở", "quy định ở"];

/// Words before `theo` with which the document itself is meant.
const ISSUED: [&str; 3] = ["ban hành", "kèm", "hành kèm"];

/// Most characters of the words for a thing of a document.
const THING: usize = 80;

/// Most pieces between a document and the verb behind it that says what it does.
const DOER: usize = 12;

/// What stands before these words at the end of a text, if it ends with them.
fn ends_with<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let text = text.trim_end();
    let at = text.len().checked_sub(words.len())?;
    let (head, tail) = (text.get(..at)?, text.get(at..)?);
    (tail.to_lowercase() == words && !head.ends_with(char::is_alphanumeric)).then_some(head)
}
