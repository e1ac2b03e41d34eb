//! Text to blocks: its lines, joined where a line end falls inside a sentence; no letter is lost.

use super::letter;
use super::mark::{self, Mark};
use super::syllables;

/// One line that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Byte range in the text, without blanks around it.
    pub start: usize,
    pub end: usize,
    /// 1-based line of the source.
    pub number: u32,
    /// Whether a blank line (or the start of the text) is above it.
    pub spaced: bool,
    /// Length in characters, of a longer line than [`MAX_WRAPPED_CHARS`] not all of them.
    pub chars: u32,
    /// What it starts with.
    pub mark: Mark,
}

/// A paragraph, heading, list item, table cell or note: lines that belong together.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Byte range in the text, without blanks around it.
    pub start: usize,
    pub end: usize,
    /// Source line of its first character.
    pub number: u32,
    /// Whether a blank line is above it.
    pub spaced: bool,
    /// What it starts with.
    pub mark: Mark,
    /// Syllables of the whole block.
    pub syllables: u32,
    /// Where a line end cut a sentence: there a footnote mark may have been lost.
    pub cuts: Vec<usize>,
}

/// Reads the lines that are not blank.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut offset, mut spaced) = (0, true);
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    for (index, end) in ends.enumerate() {
        let raw = &text[offset..end];
        let line = raw.trim();
        if line.is_empty() {
            spaced = true;
        } else {
            let start = offset + (raw.len() - raw.trim_start().len());
            lines.push(Line {
                start,
                end: start + line.len(),
                number: u32::try_from(index + 1).unwrap_or(u32::MAX),
                spaced,
                chars: count_chars(line),
                mark: mark::of(line),
            });
            spaced = false;
        }
        offset = end + 1;
    }
    lines
}

/// Joins lines into blocks. `marked` tells whether the format itself calls a
/// line (1-based) a heading: such a line is never joined.
pub(super) fn join(text: &str, lines: &[Line], marked: impl Fn(u32) -> bool) -> Vec<Block> {
    let layout = Layout::measure(text, lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut above: Option<&Line> = None;
    for line in lines {
        let joint = match above {
            Some(above) if !line.spaced && !marked(above.number) && !marked(line.number) => {
                layout.joint(text, above, line)
            }
            _ => Joint::Apart,
        };
        match blocks.last_mut() {
            Some(block) if joint != Joint::Apart => {
                if joint == Joint::Cut {
                    block.cuts.push(block.end);
                }
                block.end = line.end;
            }
            _ => blocks.push(Block {
                start: line.start,
                end: line.end,
                number: line.number,
                spaced: line.spaced,
                mark: line.mark,
                syllables: 0,
                cuts: Vec::new(),
            }),
        }
        above = Some(line);
    }
    for block in &mut blocks {
        let slice = &text[block.start..block.end];
        block.syllables = syllables::count(slice);
        // `Chương` and its number may stand on two lines.
        let joined = || memchr::memchr(b'\n', slice.as_bytes()).is_some();
        if block.mark == Mark::Plain && joined() && mark::keyword(letter::strip_markup(slice)).is_some() {
            block.mark = Mark::Keyword;
        }
    }
    blocks
}

/// How a line stands to the line above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A new block.
    Apart,
    /// The same block: hard wrap.
    Wrapped,
    /// The same block, broken where no width explains it.
    Cut,
}

/// A line longer than this is a paragraph, not a row of a hard-wrapped page.
const MAX_WRAPPED_CHARS: u32 = 130;

/// How the whole document breaks its lines.
#[derive(Debug)]
struct Layout {
    /// Hard-wrapped: many lines end inside a sentence, at much the same width.
    wrapped: bool,
    /// Paragraphs are set off by blank lines.
    blank_between: bool,
    /// The usual length of a full line, in characters.
    width: u32,
}

impl Layout {
    fn measure(text: &str, lines: &[Line]) -> Self {
        let (mut broken, mut long, mut spaced, mut pairs) = (0, 0, 0, 0);
        let mut widths = [0usize; MAX_WRAPPED_CHARS as usize + 1];
        for pair in lines.windows(2) {
            let (above, line) = (&pair[0], &pair[1]);
            // The cells of a table say nothing about paragraphs.
            if above.mark != Mark::Table && line.mark != Mark::Table {
                pairs += 1;
                spaced += usize::from(line.spaced);
            }
            long += usize::from(above.chars > MAX_WRAPPED_CHARS);
            if !line.spaced
                && above.chars <= MAX_WRAPPED_CHARS
                && line.mark == Mark::Lower
                && !ends_sentence(text, above)
            {
                broken += 1;
                widths[above.chars as usize] += 1;
            }
        }
        let mut seen = 0;
        let width = widths.iter().position(|count| {
            seen += count;
            seen * 5 > broken * 4
        });
        Self {
            wrapped: broken >= 3 && long <= broken,
            blank_between: spaced * 7 >= pairs,
            width: u32::try_from(width.unwrap_or(80)).unwrap_or(80),
        }
    }

    fn joint(&self, text: &str, above: &Line, line: &Line) -> Joint {
        let row = above.chars <= MAX_WRAPPED_CHARS;
        let same = if self.wrapped && row { Joint::Wrapped } else { Joint::Cut };
        match (above.mark, line.mark) {
            (Mark::Rule | Mark::Table, _) => return Joint::Apart,
            (_, Mark::Rule) => return Joint::Wrapped,
            (_, Mark::Table | Mark::Hash | Mark::Note) => return Joint::Apart,
            (_, Mark::Tail) => return same,
            (_, Mark::Lower) if ends_sentence(text, above) => {}
            (_, Mark::Lower) => return same,
            _ => {}
        }
        let open = !ends_clause(text, above);
        if mark::is_keyword_alone(&text[above.start..above.end]) && line.mark != Mark::Bullet {
            return Joint::Wrapped;
        }
        // Bold type that begins in one line and ends in the next.
        let start = &text[above.start..above.end];
        if row && start.starts_with("**") && start.matches("**").count() % 2 == 1 {
            return same;
        }
        let bracket = text[line.start..].starts_with('(') && line.mark != Mark::Item;
        if bracket && open {
            return same;
        }
        if !(self.wrapped && row) {
            return Joint::Apart;
        }
        let full = |percent| above.chars * 100 >= self.width * percent;
        let capitals = |line: &Line| letter::is_capitals(&text[line.start..line.end]);
        let joined = match line.mark {
            Mark::Bullet => false,
            Mark::Item | Mark::Keyword => open && full(85) && !capitals(above),
            _ if capitals(above) => open && capitals(line),
            _ if self.blank_between => open || full(60) && !capitals(line),
            _ if open && text[line.start..].starts_with(|c: char| c.is_ascii_digit()) => true,
            _ => full(if open { 70 } else { 85 }),
        };
        if joined { Joint::Wrapped } else { Joint::Apart }
    }
}

/// Whether the line ends with the mark of a whole sentence.
fn ends_sentence(text: &str, line: &Line) -> bool {
    matches!(letter::last_char(&text[line.start..line.end]), Some('.' | '!' | '?' | '…' | ':'))
}

/// Whether the line ends with any mark after which a new line may start.
fn ends_clause(text: &str, line: &Line) -> bool {
    matches!(letter::last_char(&text[line.start..line.end]), Some('.' | '!' | '?' | '…' | ':' | ';'))
}

fn count_chars(line: &str) -> u32 {
    // no character has more than four bytes
    let counted = &line.as_bytes()[..line.len().min(4 * (MAX_WRAPPED_CHARS as usize + 1))];
    counted.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of `text`, each with its line ends as `|`.
    fn blocks(text: &str) -> Vec<String> {
        join(text, &read(text), |_| false).iter().map(|block| text[block.start..block.end].replace('\n', "|")).collect()
    }

    #[test]
    fn mends_lines_cut_by_lost_marks() {
        for (text, expected) in [
            ("Bầu ra Ban Chấp hành\n (BCH).\n\nSau đó", vec!["Bầu ra Ban Chấp hành| (BCH).", "Sau đó"]),
            ("gồm 9 người \n. Ông Ba làm Thư ký.", vec!["gồm 9 người |. Ông Ba làm Thư ký."]),
            ("phong trào\n; Hội thi\n...", vec!["phong trào|; Hội thi|..."]),
            ("cả nước.\nSau đại hội", vec!["cả nước.", "Sau đại hội"]),
            ("Các việc\n- Một\n- Hai", vec!["Các việc", "- Một", "- Hai"]),
            ("Danh sách:\na) một;\nb) hai.", vec!["Danh sách:", "a) một;", "b) hai."]),
            ("Lời dẫn\n(1) Việc đầu", vec!["Lời dẫn", "(1) Việc đầu"]),
        ] {
            assert_eq!(blocks(text), expected, "{text:?}");
        }
    }

    #[test]
    fn joins_hard_wraps_and_keeps_full_lines_apart() {
        let wrapped = "Căn cứ Nghị định số\n12/2020/NĐ-CP ngày 18\ntháng 01 năm 2024 của Chính\nphủ về việc này;\n\nCăn cứ đề nghị của ban tổ\nchức hội nghị toàn tỉnh;";
        assert_eq!(blocks(wrapped).len(), 2);
        let long = "Tin ".repeat(60);
        assert_eq!(blocks(&format!("{long}\n{long}\n{long}")).len(), 3);
        assert_eq!(blocks("Chương\nI\n\nĐiều\n2. Tên gọi"), ["Chương|I", "Điều|2. Tên gọi"]);
    }
}
