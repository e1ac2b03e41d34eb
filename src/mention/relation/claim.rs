//! The words around a verb to whether its clause claims what it says: what is denied, possible or asked is not claimed;
//! of what is planned, supposed or an example only what the clause itself says of documents that it names, who does it
//! among them.

use super::lexed::{Words, is_margin};
use super::mood::Mood;
use super::piece::{Kind, Piece, is_day};
use super::reader::Reader;
use super::rules::{Head, Rule, TABLE, Way};

/// Most pieces of a clause before its verb.
const REACH: usize = 80;

/// The words for a plan or a case are among so many pieces at the beginning of a clause.
const LEAD: usize = 8;

/// Most characters of a line that no wrapped text has.
const HEADING: usize = 50;

/// Most pieces of a label before a colon: `Phương án 1`.
const LABEL: usize = 14;

/// Most words between one of possibility and the verb: `có thể sẽ bị`.
const NEAR: usize = 4;

/// Most pieces from a verb to the end of its clause.
const BEHIND: usize = 60;

impl Reader<'_> {
    /// How the clause of a verb says it.
    pub(super) fn mood(&self, pieces: &[Piece], at: usize, lexer: &Words) -> Mood {
        if self.is_denied(pieces, at, lexer) || is_possible(pieces, at, lexer) {
            return Mood::Open;
        }
        let mood = self.asked(pieces, at, lexer);
        // the title of the document before a verb is none of its clause
        let named = match pieces[at].kind {
            Kind::Rule(Rule { way: Way::Active, .. }) => None,
            _ => self.statement.tops().rev().map(|top| top.start).find(|start| *start < pieces[at].range.start),
        };
        let at = named.map_or(at, |start| pieces.partition_point(|piece| piece.range.start < start).min(at));
        let begins = clause_begin(pieces, at, self.source.text);
        // of a clause that begins further before not all words are known
        let led = if at - begins < REACH { led(&pieces[begins..at], lexer) } else { Mood::Asserted };
        let label = match begins.checked_sub(1).map(|before| &pieces[before].kind) {
            Some(Kind::Colon) => label(&pieces[..begins - 1], lexer, self.source.text),
            _ => Mood::Asserted,
        };
        mood.max(led).max(label).max(self.label)
    }

    /// Whether what stands behind a verb asks whether it is so, or says that it is not: `… chưa?`, `… là sai sự thật`.
    fn asked(&self, pieces: &[Piece], at: usize, lexer: &Words) -> Mood {
        let behind = &pieces[at + 1..];
        let ends = |piece: &Piece| matches!(piece.kind, Kind::Stop | Kind::Semicolon | Kind::Break { .. });
        let count = behind.iter().take(BEHIND).take_while(|piece| !ends(piece)).count();
        let asks = behind.get(count).is_some_and(|end| self.source.text[end.range.clone()].starts_with('?'));
        let first = lexer.index_of(pieces[at].range.end);
        let last = behind[..count].last().map_or(first, |last| lexer.index_of(last.range.end));
        let is_false = (first..last).any(|n| TABLE.falses.longest(lexer.phrase(n)).is_some());
        let whether = || behind[..count].last().is_some_and(|last| last.is_word("chưa") || last.is_word("không"));
        match asks {
            _ if is_false => Mood::Open,
            true if whether() => Mood::Open,
            true => Mood::Example,
            false => Mood::Asserted,
        }
    }

    /// Keeps what the label of a list says of its items: `Các đề xuất:`, `Phương án 1`. It holds until another paragraph
    /// begins that is no item.
    pub(super) fn label_items(&mut self, pieces: &[Piece], at: usize, lexer: &Words) {
        let is_item = |piece: Option<&Piece>| piece.is_some_and(|piece| matches!(piece.kind, Kind::Item(_)));
        let before = &pieces[..at];
        let begins = before.iter().rposition(|piece| matches!(piece.kind, Kind::Break { .. })).map_or(0, |at| at + 1);
        if is_item(before.get(begins)) {
            // a label among items is one of the items behind it
            if !is_item(pieces.get(at + 1)) {
                self.label = Mood::Asserted;
            }
            return;
        }
        let (leads, line) = match before.last().map(|piece| &piece.kind) {
            Some(Kind::Colon) => (true, &before[..at - 1]),
            Some(Kind::Stop) => (false, before),
            _ => (is_item(pieces.get(at + 1)) && at - begins <= LABEL, before),
        };
        self.label = if leads { label(line, lexer, self.source.text) } else { Mood::Asserted };
        // `Kế hoạch năm 2027:`
        if leads && !self.own.legal && line[begins.min(line.len())..].iter().any(is_day) {
            self.label = Mood::Supposed;
        }
    }
}

/// Where the clause of a piece begins.
pub(super) fn clause_begin(pieces: &[Piece], at: usize, text: &str) -> usize {
    let mut depth = 0_usize;
    let mut first = at;
    while first > 0 && at - first < REACH {
        // below a short line, as a heading is, a capital begins another clause
        if pieces.get(first).is_some_and(|piece| is_below_heading(text, piece.range.start)) {
            break;
        }
        match pieces[first - 1].kind {
            Kind::Stop | Kind::Semicolon | Kind::Break { .. } | Kind::Item(_) | Kind::Cell | Kind::Colon => break,
            Kind::Close => depth += 1,
            Kind::Open if depth == 0 => break,
            Kind::Open => depth -= 1,
            _ => {}
        }
        first -= 1;
    }
    first
}

/// Whether a capital begins a line below one that is too short to be broken off.
pub(super) fn is_below_heading(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let Some(before) = before.trim_end_matches(is_margin).strip_suffix('\n') else { return false };
    let line = before.rsplit('\n').next().unwrap_or_default();
    behind.starts_with(char::is_uppercase) && line.chars().take(HEADING + 1).count() <= HEADING
}

/// Whether a word of possibility stands right before a verb: `có thể bị`, `sắp`, `nên được`.
fn is_possible(pieces: &[Piece], at: usize, lexer: &Words) -> bool {
    let verb = lexer.index_of(pieces[at].range.start);
    // none in the name of a document before it
    let named = pieces[..at].iter().rev().take(NEAR).find(|piece| !matches!(piece.kind, Kind::Word(_)));
    let first = named.map_or(0, |named| lexer.index_of(named.range.end)).max(verb.saturating_sub(NEAR));
    (first..verb).any(|n| matches!(TABLE.possible.longest(lexer.phrase(n)), Some((true, _))))
}

/// What the words before the first document of a clause say of all of it: `Trường hợp …`, `Dự thảo Quyết định này …`.
fn led(clause: &[Piece], lexer: &Words) -> Mood {
    let is_named = |piece: &Piece| matches!(piece.kind, Kind::Papers(_) | Kind::This | Kind::Head(_));
    let end = clause.iter().position(is_named).unwrap_or(clause.len());
    let Some((head, mood)) = head(&clause[..end.min(LEAD)], lexer) else { return Mood::Asserted };
    // `Sau khi xem xét đề nghị của Sở, Quyết định này …`, `Khi Luật này có hiệu lực, …`
    let behind = &clause[head..];
    let is_comma = |piece: &Piece| piece.kind == Kind::Comma;
    let comma = behind.iter().position(is_comma);
    let closed = comma.is_some_and(|comma| {
        behind[..comma].iter().any(|piece| piece.kind == Kind::Force)
            || behind[comma + 1..].first().is_some_and(|piece| piece.kind == Kind::This)
    });
    if closed { Mood::Asserted } else { mood }
}

/// What a label says of what stands behind it.
fn label(pieces: &[Piece], lexer: &Words, text: &str) -> Mood {
    let begins = clause_begin(pieces, pieces.len(), text).max(pieces.len().saturating_sub(LABEL));
    head(&pieces[begins..], lexer).map_or(Mood::Asserted, |(_, mood)| mood)
}

/// The first piece of words that lead to what is only planned, proposed, supposed or an example; to what is supposed
/// they lead where a clause begins.
fn head(pieces: &[Piece], lexer: &Words) -> Option<(usize, Mood)> {
    let (first, last) = pieces.first().zip(pieces.last())?;
    let (first, last) = (lexer.index_of(first.range.start), lexer.index_of(last.range.end));
    let mut n = first;
    while n < last {
        let Some((head, count)) = TABLE.heads.longest(lexer.phrase(n)) else {
            n += 1;
            continue;
        };
        let begins = || n == first || lexer.words[n].gap.comma || lexer.words[n].gap.hard;
        let mood = match head {
            Head::Example => Mood::Example,
            Head::Plan => Mood::Supposed,
            Head::Case if begins() => Mood::Supposed,
            _ => Mood::Asserted,
        };
        if mood != Mood::Asserted {
            let start = lexer.words[n].word.start;
            return Some((pieces.partition_point(|piece| piece.range.end <= start), mood));
        }
        n += count;
    }
    None
}
