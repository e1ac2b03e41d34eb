//! The words beside a verb to whether its clause is read whole: a text that is no legal paper claims what it says of
//! documents only in words of which none is left over.

use super::claim::clause_begin;
use super::piece::{Kind, Piece, is_day};
use super::reader::Reader;
use super::rules::TABLE;

/// Most words between `được` and what was done.
const ISSUER: usize = 8;

/// Whether it goes on with who issued it: `được Chính phủ ban hành`, `được Quốc hội thông qua`.
fn is_issued(pieces: &[Piece]) -> bool {
    const PENDING: [&str; 6] = ["kỳ", "dự", "xem", "trình", "đề", "nghiên"];
    let words = &pieces[..pieces.len().min(ISSUER)];
    let done = words.windows(2).position(|pair| {
        pair[0].is_word("ban") && pair[1].is_word("hành") || pair[0].is_word("thông") && pair[1].is_word("qua")
    });
    done.is_some_and(|done| !words[..done].iter().any(|word| PENDING.iter().any(|other| word.is_word(other))))
}

/// Words of times that no day is told of.
const TIMES: [&str; 7] = ["tháng", "năm", "quý", "tuần", "thời", "ngày", "kỳ"];

/// Words before a document that is not there yet.
const DOUBTS: [&str; 6] = ["chưa", "không", "sẽ", "sắp", "hoãn", "lùi"];

/// First words of what is done with a document for it to be there.
const ISSUES: [&str; 4] = ["ban", "thông", "ký", "công"];

/// Words of times in the label of what is planned for them.
const PERIODS: [&str; 5] = ["tháng", "năm", "quý", "tuần", "đoạn"];

/// Most pieces on either side of a verb.
const REACH: usize = 90;

impl Reader<'_> {
    /// Whether the words between a document and a verb behind it are those of its day, its issuer and title, and of a
    /// statement.
    pub(super) fn is_plain_between(&self, pieces: &[Piece], end: usize, at: usize) -> bool {
        let first = pieces.partition_point(|piece| piece.range.start < end);
        self.own_claims() || is_plain(pieces.get(first..at).unwrap_or_default(), true)
    }

    /// Whether what stands behind a verb and its document ends the clause, and takes nothing back.
    pub(super) fn is_plain_behind(&self, behind: &[Piece], behind_document: bool) -> bool {
        let count = behind.iter().take(REACH).take_while(|piece| !ends(piece)).count();
        let weak = |next: &Piece| ["nếu", "nhưng", "khi", "sau", "chưa"].iter().any(|word| next.is_word(word));
        let taken_back =
            || matches!(behind.get(count..), Some([Piece { kind: Kind::Comma, .. }, next, ..]) if weak(next));
        self.own_claims() || is_plain(&behind[..count], behind_document) && !taken_back()
    }

    /// Whether nothing but a day that was read leads to a document that something is said of, in its clause, its label
    /// and its row.
    pub(super) fn is_plain_before(&self, pieces: &[Piece], start: usize, led: bool) -> bool {
        if self.own_claims() || led {
            return true;
        }
        let named = pieces.partition_point(|piece| piece.range.start < start);
        let lead = &pieces[clause_begin(pieces, named, self.source.text)..named];
        // `Quyết định số … còn hiệu lực, Quyết định số … hết hiệu lực`
        let comma = lead.iter().rposition(|piece| piece.kind == Kind::Comma);
        let told = |comma: &usize| lead[..*comma].iter().any(|piece| matches!(piece.kind, Kind::Papers(_)));
        let lead = &lead[comma.filter(told).map_or(0, |comma| comma + 1)..];
        !lead.iter().any(is_day) && !self.is_labeled_by_day(pieces, start) && is_plain(lead, false)
    }

    /// Whether a label or a cell before a document tells a day, which may be that of what follows: `Năm 2027: …`.
    pub(super) fn is_labeled_by_day(&self, pieces: &[Piece], start: usize) -> bool {
        let named = pieces.partition_point(|piece| piece.range.start < start);
        let before = &pieces[named.saturating_sub(REACH)..named];
        let is_other = |piece: &Piece| matches!(piece.kind, Kind::Stop | Kind::Semicolon | Kind::Break { .. });
        let line = &before[before.iter().rposition(is_other).map_or(0, |other| other + 1)..];
        let label = line.iter().rposition(|piece| matches!(piece.kind, Kind::Colon | Kind::Cell)).unwrap_or_default();
        let is_time = |piece: &Piece| is_day(piece) || PERIODS.iter().any(|time| piece.is_word(time));
        !self.own_claims() && line[..label].iter().any(is_time)
    }

    /// Whether the words before a document say that it is not there yet: `chưa thông qua Nghị quyết số … thay thế …`.
    pub(super) fn is_led_by_doubt(&self, pieces: &[Piece], start: usize) -> bool {
        let named = pieces.partition_point(|piece| piece.range.start < start);
        let lead = &pieces[clause_begin(pieces, named, self.source.text)..named];
        let lead = &lead[lead.iter().rposition(|piece| piece.kind == Kind::Comma).map_or(0, |comma| comma + 1)..];
        let is = |word: &Piece, words: &[&str]| words.iter().any(|other| word.is_word(other));
        let doubts = |near: &[Piece]| {
            let [first, behind @ ..] = near else { return false };
            is(first, &DOUBTS) && behind.iter().any(|word| is(word, &ISSUES))
        };
        !self.own_claims() && lead.windows(3).any(doubts)
    }

    /// Whether nothing but a time that is no day leads to a document: `Quý I năm 2027, Nghị định số … thay thế …`.
    pub(super) fn is_led_by_time(&self, pieces: &[Piece], start: usize) -> bool {
        let named = pieces.partition_point(|piece| piece.range.start < start);
        let lead = &pieces[clause_begin(pieces, named, self.source.text)..named];
        let is_time = |piece: &Piece| is_day(piece) || PERIODS.iter().any(|time| piece.is_word(time));
        let words = |piece: &Piece| self.source.text.get(piece.range.clone()).unwrap_or_default();
        // `Từ ngày …` says from when on
        let is_since = || {
            lead.first()
                .is_some_and(|first| ["từ", "kể"].iter().any(|word| words(first).to_lowercase().starts_with(word)))
        };
        let is_beside = |piece: &Piece| {
            matches!(piece.kind, Kind::Comma)
                || words(piece).len() <= 4
                || piece.is_word("trong")
                || piece.is_word("cuối")
        };
        let is_told = lead.iter().any(is_time) && lead.iter().all(|piece| is_time(piece) || is_beside(piece));
        is_told && !self.own_claims() && !is_since()
    }

    /// Whether a text says by itself what is in force: a legal paper, or one that a table of its own records.
    fn own_claims(&self) -> bool {
        self.own.legal && self.own.enacts(None) || self.note
    }
}

/// Whether a piece ends a clause.
fn ends(piece: &Piece) -> bool {
    matches!(
        piece.kind,
        Kind::Stop
            | Kind::Semicolon
            | Kind::Break { .. }
            | Kind::Cell
            | Kind::Comma
            | Kind::Colon
            | Kind::Close
            | Kind::Item(_)
    )
}

/// Whether none of the words is left over: each stands in a statement, or in the title of the document before it.
fn is_plain(pieces: &[Piece], behind_document: bool) -> bool {
    let (mut title, mut beside) = (false, behind_document);
    for (at, piece) in pieces.iter().enumerate() {
        // `thay thế TCVN … trong thiết kế`, but `trong tháng tới`
        let leads_on = piece.is_word("trong")
            && pieces.get(at + 1).is_some_and(|next| !is_day(next) && !TIMES.iter().any(|time| next.is_word(time)));
        match &piece.kind {
            Kind::Papers(_) | Kind::This | Kind::Head(_) => (title, beside) = (false, true),
            Kind::Word(_) if title => {}
            Kind::Word(key) if beside && (leads_on || TABLE.titles.contains(key)) => title = true,
            // `Nghị định số … được Chính phủ ban hành ngày …`
            Kind::Word(_) if beside && piece.is_word("được") && is_issued(&pieces[at + 1..]) => title = true,
            Kind::Word(key) if TABLE.plain.contains(key) => {}
            Kind::Word(_) | Kind::Quote => return false,
            // `sửa đổi`, `hướng dẫn` begin a title
            Kind::Rule(_) if beside => title = true,
            Kind::Open => (title, beside) = (false, false),
            _ => {}
        }
    }
    true
}
