//! Blocks to headings with rank and title; when in doubt a line is no heading.

use crate::corpus::Document;

use super::letter;
use super::line::Block;
use super::mark::{self, Mark, Numbering};
use super::title;
use crate::text::closes_quote;

/// A heading, as the blocks it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// Index of its first block, and the index after its last.
    pub first: usize,
    pub end: usize,
    /// Smaller is further out.
    pub rank: u8,
    /// One line, without mark-up.
    pub title: String,
    /// Whether the block goes on with running text: `Điều 1. Ban hành kèm …`.
    pub leads: bool,
}

const APPENDIX_RANK: u8 = 10;
const CAPITALS_RANK: u8 = 14;
const LETTER_RANK: u8 = 15;
const ROMAN_RANK: u8 = 16;
const NUMBER_RANK: u8 = 20;
pub(super) const SHORT_RANK: u8 = 40;

/// Longest heading in syllables; longer lines are text.
const MAX_SYLLABLES: u32 = 30;
/// Longest heading of capitals, which may run over several lines.
const MAX_CAPITALS: u32 = 60;

/// Finds the headings, in order, without overlap.
pub(super) fn find(document: &Document, blocks: &[Block]) -> Vec<Heading> {
    let text = document.text.as_str();
    let mut marked = document.headings.iter().peekable();
    let unmarked = document.headings.is_empty();
    // Text that opens with `#` lines marks all its headings so.
    let opens = blocks.iter().take(10).any(|block| block.mark == Mark::Hash);
    let page = Page { text, blocks, plain: unmarked && !opens, hashed: unmarked };
    let mut headings = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        while marked.next_if(|heading| heading.line < block.number as usize).is_some() {}
        let level = marked.next_if(|heading| heading.line == block.number as usize);
        let heading = match level {
            Some(heading) if block.syllables > 0 => Some(page.heading(at, at + 1, heading.level)),
            _ => page.classify(at),
        };
        at = heading.as_ref().map_or(at + 1, |heading| heading.end);
        headings.extend(heading);
    }
    headings
}

/// What the rules look at.
struct Page<'a> {
    text: &'a str,
    blocks: &'a [Block],
    /// Whether all rules for unmarked text hold.
    plain: bool,
    /// Whether `#` marks headings, the format marking none.
    hashed: bool,
}

impl Page<'_> {
    fn slice(&self, at: usize) -> &str {
        &self.text[self.blocks[at].start..self.blocks[at].end]
    }

    fn heading(&self, first: usize, end: usize, rank: u8) -> Heading {
        let whole = &self.text[self.blocks[first].start..self.blocks[end - 1].end];
        Heading { first, end, rank, title: title::clean(whole), leads: false }
    }

    fn classify(&self, at: usize) -> Option<Heading> {
        let block = &self.blocks[at];
        let keyword = block.mark == Mark::Keyword;
        if block.syllables == 0 || block.syllables > MAX_CAPITALS && !keyword || self.in_table(at) {
            return None;
        }
        let body = letter::strip_markup(self.slice(at));
        if keyword {
            return self.keyword(at, body);
        }
        let next = self.next(at)?;
        match block.mark {
            Mark::Hash if self.hashed => {
                let level = self.slice(at).bytes().take_while(|&byte| byte == b'#').count();
                Some(self.heading(at, at + 1, level.min(6) as u8))
            }
            // The text goes on below: no heading but a broken line.
            _ if matches!(self.blocks[next].mark, Mark::Lower | Mark::Tail) => None,
            Mark::Item if self.plain => self.item(at, next, body),
            Mark::Plain if self.plain && letter::is_capitals(body) => self.capitals(at),
            Mark::Plain if self.plain || self.hashed => self.short(at, next, body),
            _ => None,
        }
    }

    /// The next block that holds a letter, if it is no footnote.
    fn next(&self, at: usize) -> Option<usize> {
        let found = (at + 1..self.blocks.len()).find(|&next| self.blocks[next].syllables > 0)?;
        (self.blocks[found].mark != Mark::Note).then_some(found)
    }

    fn in_table(&self, at: usize) -> bool {
        let row = |at: usize| self.blocks.get(at).is_some_and(|block| block.mark == Mark::Table);
        let below = self.blocks.get(at + 1).is_some_and(|next| !next.spaced);
        row(at) || at > 0 && row(at - 1) && !self.blocks[at].spaced || below && row(at + 1)
    }

    fn keyword(&self, at: usize, body: &str) -> Option<Heading> {
        let found = mark::keyword(body)?;
        if found.title.is_empty() {
            let end = self.end_of_capitals(at + 1, self.blocks[at].syllables);
            return Some(self.heading(at, end, found.rank));
        }
        let ended = matches!(letter::last_char(body), Some('.' | ';' | ','));
        let mut heading = self.heading(at, at + 1, found.rank);
        if ended || self.blocks[at].syllables > MAX_SYLLABLES {
            heading.title = title::clean(found.label);
            heading.leads = true;
        }
        Some(heading)
    }

    fn item(&self, at: usize, next: usize, body: &str) -> Option<Heading> {
        let (numbering, title) = mark::item(body)?;
        let syllables = self.blocks[at].syllables;
        let capitals = letter::is_capitals(title);
        let bold = title::is_bold(self.slice(at));
        let end = letter::last_char(body)?;
        let open = matches!(end, ';' | ',') || title.contains("; ");
        if open || !title.starts_with(char::is_uppercase) {
            return None;
        }
        let limit = if capitals { MAX_CAPITALS } else { MAX_SYLLABLES };
        let (rank, limit) = match numbering {
            Numbering::Inner => return None,
            Numbering::Letter => (LETTER_RANK, limit),
            Numbering::Roman => (ROMAN_RANK, limit),
            Numbering::Number(value) => {
                if self.is_listed(at, next, value) && !bold && !capitals {
                    return None;
                }
                (NUMBER_RANK, limit.min(if bold { 30 } else { 20 }))
            }
            Numbering::Decimal(depth) => (NUMBER_RANK + depth.min(9), limit.min(20)),
        };
        let inner = rank >= NUMBER_RANK;
        let limit = match end {
            '.' if capitals || bold => limit,
            '.' if inner && !self.is_text(next) => 0,
            '.' => 12,
            ':' if inner && !bold && !capitals => 8,
            '!' | '…' => 0,
            _ => limit,
        };
        (syllables <= limit).then(|| self.heading(at, at + 1, rank))
    }

    /// Whether the numbered block stands in a list: its neighbor is the number
    /// before or after it.
    fn is_listed(&self, at: usize, next: usize, value: u32) -> bool {
        let number = |at: usize| {
            let body = letter::strip_markup(self.slice(at));
            match mark::item(body) {
                Some((Numbering::Number(value), _)) => Some(value),
                _ => None,
            }
        };
        number(next) == Some(value + 1) || value > 1 && at > 0 && number(at - 1) == Some(value - 1)
    }

    /// Whether the block is a long paragraph of running text.
    fn is_text(&self, at: usize) -> bool {
        self.blocks[at].syllables >= 35 && matches!(self.blocks[at].mark, Mark::Plain)
    }

    fn capitals(&self, at: usize) -> Option<Heading> {
        let end = self.end_of_capitals(at, 0);
        let next = self.next(end.checked_sub(1)?.max(at))?;
        let signed = (at..end).any(|at| {
            let body = letter::strip_markup(self.slice(at));
            title::is_signature(body) || title::is_office(body)
        });
        let syllables: u32 = self.blocks[at..end].iter().map(|block| block.syllables).sum();
        let named = title::is_name(letter::strip_markup(self.slice(next)));
        let body = letter::strip_markup(self.slice(at));
        let appendix = letter::after_folded(body, "phu luc").is_some();
        let rank = if appendix { APPENDIX_RANK } else { CAPITALS_RANK };
        (end > at && !signed && !named && (2..=MAX_CAPITALS).contains(&syllables)).then(|| self.heading(at, end, rank))
    }

    /// The end of the run of blocks of capitals from `at`.
    fn end_of_capitals(&self, at: usize, mut syllables: u32) -> usize {
        let mut end = at;
        for (index, block) in self.blocks.iter().enumerate().skip(at) {
            let body = letter::strip_markup(self.slice(index));
            syllables += block.syllables;
            if block.syllables == 0 {
                continue;
            }
            let fits = block.mark == Mark::Plain && syllables <= MAX_CAPITALS;
            if !fits || !title::is_capital_title(body) || self.in_table(index) {
                break;
            }
            end = index + 1;
        }
        end
    }

    /// A short line without number: bold, or set off from the long paragraphs around it.
    fn short(&self, at: usize, next: usize, body: &str) -> Option<Heading> {
        let syllables = self.blocks[at].syllables;
        let first = body.chars().next()?;
        let end = body.chars().next_back()?;
        if !(2..=MAX_SYLLABLES).contains(&syllables) || !first.is_uppercase() || title::is_name(body) {
            return None;
        }
        if title::is_bold(self.slice(at)) {
            let title = !matches!(end, '.' | ';' | ',' | ')') && !self.slice(at).starts_with("***");
            return (title && self.blocks[next].syllables > syllables).then(|| self.heading(at, at + 1, SHORT_RANK));
        }
        let question = end == '?' && syllables <= 12;
        let bare = end.is_alphanumeric() || end == ')' || closes_quote(end) || question;
        let inner_end = || body.contains(". ") || body.contains("; ");
        let commas = || body.bytes().filter(|&byte| byte == b',').count();
        let below_text = || {
            let Some(above) = at.checked_sub(1) else { return false };
            let line = self.slice(above);
            let text = self.blocks[above].mark != Mark::Bullet && self.blocks[above].mark != Mark::Item;
            text && self.blocks[above].syllables >= 25 && matches!(letter::last_char(line), Some('.' | '!' | '?' | '…'))
        };
        let fits = self.plain && syllables <= 15 && bare && self.is_text(next) && below_text();
        (fits && !inner_end() && commas() < 2 && !title::is_dateline(body))
            .then(|| self.heading(at, at + 1, SHORT_RANK))
    }
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    const TEXT: &str = "Đoạn văn dài này kể về phong trào thi đua của công nhân các nhà máy trong tỉnh, về những ngày đầu gian khó và về các đồng chí đã đi trước mở đường cho phong trào ấy lớn lên từng năm.";

    /// Rank and title of the headings of `text`, in which `~` is a long paragraph.
    fn headings(text: &str) -> Vec<(u8, String)> {
        let text = text.replace('~', TEXT);
        let document = Document { text, ..Document::default() };
        let lines = line::read(&document.text);
        let blocks = line::join(&document.text, &lines, |_| false);
        find(&document, &blocks).into_iter().map(|heading| (heading.rank, heading.title)).collect()
    }

    #[test]
    fn finds_headings() {
        for (text, expected) in [
            ("I. PHONG TRÀO (1946-1954)\n\n~", vec![(ROMAN_RANK, "I. PHONG TRÀO (1946-1954)")]),
            ("1. Giai đoạn 1986 - 1990.\n\n~", vec![(NUMBER_RANK, "1. Giai đoạn 1986 - 1990.")]),
            ("2.1. Mục tiêu chung\n~", vec![(NUMBER_RANK + 2, "2.1. Mục tiêu chung")]),
            ("ĐỀ CƯƠNG\n\nTUYÊN TRUYỀN\n~", vec![(CAPITALS_RANK, "ĐỀ CƯƠNG TUYÊN TRUYỀN")]),
            ("**Chương\nI**\n\n**QUY ĐỊNH CHUNG**\n\n~", vec![(11, "Chương I QUY ĐỊNH CHUNG")]),
            ("Điều 3. Tên gọi\n~", vec![(18, "Điều 3. Tên gọi")]),
            ("Điều 3. ~", vec![(18, "Điều 3")]),
            ("# Tên bài\n~\n## Phần sau\n~", vec![(1, "Tên bài"), (2, "Phần sau")]),
            ("~\n\nNhững năm đầu\n\n~", vec![(SHORT_RANK, "Những năm đầu")]),
            ("A. PHẦN CHUNG\n~", vec![(LETTER_RANK, "A. PHẦN CHUNG")]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(rank, title)| (rank, title.to_owned())).collect();
            assert_eq!(headings(text), expected, "{text}");
        }
    }

    #[test]
    fn leaves_text_alone() {
        for text in [
            "1. Hợp đồng.\n\n2. Quyết định của Tòa án.\n\n~",
            "1. Tổ chức phong trào; 2. Bầu cử\n~",
            "a) Khen thưởng định kỳ\n~",
            "~\n\nLê Văn Ba\n\n~",
            "~\n\nTM. BAN CHẤP HÀNH\n\nCHỦ TỊCH\n\nLê Văn Ba\n\n~",
            "~\n\nLIÊN ĐOÀN LAO ĐỘNG TỈNH",
            "~\n\nLIÊN ĐOÀN LAO ĐỘNG TỈNH\n\u{fffd} Ghi chú.",
            "~\n\nẢnh: đại hội toàn tỉnh\n\n~",
            "~\n\nLê Ba, Lý Tư, Bế Năm\n\n~",
            "|\nSTT CHUNG\n|\n~",
            "N-NO3, H2S, TSS,\n\n~",
            "ĐT: (028) 3930 3279\n\n~",
            "Điều 5 của Luật này\n~",
        ] {
            assert_eq!(headings(text), [], "{text}");
        }
    }
}
