//! The first blocks of a document to its title and the extent of a paper's head.

use crate::corpus::Document;

use super::heading::{self, Heading};
use super::letter;
use super::line::Block;
use super::mark::Mark;
use super::title;
use crate::text::plain;

/// How a document opens.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Opening {
    /// Blocks of the head of a paper (quốc hiệu, number, place and date, title); 0 if it has none.
    pub head: usize,
    /// The title; empty if none was found.
    pub title: String,
    /// The block of the title where it is a line that no rule of headings knows.
    pub line: Option<usize>,
}

/// A head ends within so many blocks that hold letters.
const MAX_HEAD: usize = 64;
/// The lines of a head stand no farther apart than this many such blocks.
const MAX_GAP: usize = 12;
/// A title stands among so many first blocks.
const MAX_TITLE_AT: usize = 8;

/// Reads the opening of a document.
pub(super) fn read(document: &Document, blocks: &[Block], headings: &[Heading]) -> Opening {
    let (text, marked) = (document.text.as_str(), !document.headings.is_empty());
    let slice = |at: usize| &text[blocks[at].start..blocks[at].end];
    let end = head_end(text, blocks);
    if end > 0 {
        let (head, title) = title_below(text, blocks, end);
        return Opening { head, title, line: None };
    }
    let heading = headings.iter().find(|heading| !heading.leads);
    let near = heading.filter(|heading| marked || heading.first < MAX_TITLE_AT && is_title_rank(heading));
    let sure = |heading: &&Heading| heading.rank != heading::SHORT_RANK || heading.first == 0;
    if let Some(heading) = near.filter(sure) {
        return Opening { title: heading.title.clone(), ..Opening::default() };
    }
    let first_heading = headings.first().map_or(usize::MAX, |heading| heading.first);
    let letters = (0..blocks.len().min(MAX_TITLE_AT)).filter(|&at| blocks[at].syllables > 0);
    let line = letters.take(2).find(|&at| {
        let body = letter::strip_markup(slice(at));
        at < first_heading
            && at + 1 < blocks.len()
            && blocks[at].mark == Mark::Plain
            && (4..=40).contains(&blocks[at].syllables)
            && !matches!(letter::last_char(body), Some('.' | ';' | ',' | ':' | '…') | None)
            && !title::is_dateline(body)
            && blocks[at + 1..].iter().any(|block| block.syllables > blocks[at].syllables)
    });
    let below = || near.map(|heading| heading.title.clone());
    let title = line.map(|at| title::clean(slice(at))).or_else(below).unwrap_or_default();
    Opening { head: 0, title, line }
}

/// Whether an unmarked heading can be the title: capitals or a bold line, no number.
fn is_title_rank(heading: &Heading) -> bool {
    !matches!(heading.rank, 10..=13 | 15..=39)
}

/// The index after the last line of the head: quốc hiệu, `Số:`, place and date.
fn head_end(text: &str, blocks: &[Block]) -> usize {
    let (mut end, mut found) = (0, 0);
    let mut gap = 0;
    let letters = blocks.iter().enumerate().filter(|(_, block)| block.syllables > 0);
    for (at, block) in letters.take(MAX_HEAD) {
        if found > 0 && gap > MAX_GAP {
            break;
        }
        gap += 1;
        let body = letter::strip_markup(&text[block.start..block.end]);
        let weight = head_weight(body, block.syllables);
        if weight > 0 {
            (end, found, gap) = (at + 1, found + weight, 0);
        }
    }
    if found >= 2 { end } else { 0 }
}

/// What a block says for a head: 2 if it is enough alone.
fn head_weight(body: &str, syllables: u32) -> u32 {
    if syllables > 24 || body.len() > 400 {
        return 0;
    }
    let signed = syllables <= 12 && body.contains([',', '/']);
    let begun = syllables <= 6 && body.chars().find_map(plain) == Some('d');
    if !signed && !begun && !may_hold_motto(body) {
        return 0;
    }
    let folded = letter::folded(body);
    let holds = |words| folded.contains(words);
    if holds("doc lap") && holds("hanh phuc") || holds("cong hoa xa hoi chu nghia viet nam") {
        return 2;
    }
    let number = (folded.starts_with("so ") || folded.starts_with("so:")) && folded.contains('/') && syllables <= 6;
    let party = folded.starts_with("dang cong san viet nam") && syllables <= 6;
    let date = holds("ngay") && holds("nam") && holds(",") && syllables <= 12 && !folded.ends_with('.');
    u32::from(number || party || date)
}

/// Whether the letters of `hạnh phúc` or `xã hội` may stand in a block: cheaper than to fold all of it.
fn may_hold_motto(body: &str) -> bool {
    let letters = |at: usize, wanted: &str| {
        let folded = body[at..].chars().filter_map(plain);
        folded.zip(wanted.chars()).filter(|(letter, wanted)| letter == wanted).count() == wanted.len()
    };
    body.bytes().enumerate().any(|(at, byte)| match byte {
        b'p' | b'P' => letters(at, "phuc"),
        b'x' | b'X' => letters(at, "xa"),
        _ => false,
    })
}

/// The lines of the title below a head: capitals (`QUYẾT ĐỊNH`, then what about).
fn title_below(text: &str, blocks: &[Block], head: usize) -> (usize, String) {
    let mut end = head;
    let mut range: Option<(usize, usize)> = None;
    for (at, block) in blocks.iter().enumerate().skip(head).take(MAX_TITLE_AT) {
        if block.syllables == 0 {
            continue;
        }
        let body = letter::strip_markup(&text[block.start..block.end]);
        if range.is_none() && block.syllables <= 12 && !letter::is_capitals(body) {
            continue;
        }
        let about = range.is_some()
            && block.syllables <= 50
            && ["ve", "v/v", "v"].iter().any(|word| letter::after_folded(body, word).is_some());
        let capitals = letter::is_capitals(body) && block.mark == Mark::Plain;
        let issuer = title::is_office(body);
        if block.syllables > 80 || !(capitals || about) || issuer && range.is_some() {
            break;
        }
        range = Some((range.map_or(block.start, |(start, _)| start), block.end));
        end = at + 1;
    }
    let title = range.map(|(start, end)| title::clean(&text[start..end]));
    (end, title.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn opening(text: &str) -> Opening {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let blocks = line::join(text, &line::read(text), |_| false);
        read(&document, &blocks, &heading::find(&document, &blocks))
    }

    #[test]
    fn reads_heads_and_titles() {
        let head = "|\n**CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n-----\n|\nSố: 12/KH-ABC\n|\n*Hà Nội, ngày 2 tháng 3 năm 2025*\n|\n\n**KẾ HOẠCH**\n\nTỔ CHỨC HỘI THI\n\nCHỦ TỊCH ỦY BAN\n\nCăn cứ Luật này;";
        assert_eq!(opening(head).title, "KẾ HOẠCH TỔ CHỨC HỘI THI");
        assert!(opening(head).head > 5);
        let text = "Liên đoàn tỉnh nhìn lại một năm\n\nThực hiện chương trình của Liên đoàn, các cấp đã tổ chức nhiều hoạt động.";
        assert_eq!(opening(text).title, "Liên đoàn tỉnh nhìn lại một năm");
        let news = "Ngày 2/3/2021, Liên đoàn tổ chức hội nghị.\nNgày 3/3/2021, Liên đoàn họp.";
        assert_eq!(opening(news), Opening::default());
    }
}
