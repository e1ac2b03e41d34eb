//! A text to the blocks that may tell something of documents: few of most texts.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::mention::number::NumberMention;

/// Some paragraphs that are read together.
pub(super) struct Block {
    pub range: Range<usize>,
    /// Whether something was passed over before it.
    pub begins: bool,
}

/// Bytes of one block at most: what is longer is cut at a line end.
const MOST: usize = 1 << 16;

/// A longer line is a paragraph of its own, in bytes.
const WHOLE: usize = 240;

/// Words without which a paragraph without a number tells nothing, in the spelling of most texts.
const NEEDLES: [&str; 12] = [
    "hiệu lực",
    "Luật",
    "luật",
    "LUẬT",
    "háp lệnh",
    "iến pháp",
    "iều lệ",
    "èm theo",
    "ãi bỏ",
    "ửa đổi",
    "hay thế",
    "Điều ",
];

/// The heading below which a page lists what is related.
const FURNITURE: &str = "## Văn bản liên quan";

/// The blocks of a text in order.
pub(super) fn blocks(text: &str, numbers: &[NumberMention]) -> Vec<Block> {
    if numbers.is_empty() && !may_tell(text) {
        return Vec::new();
    }
    let end = memchr::memmem::find(text.as_bytes(), FURNITURE.as_bytes()).unwrap_or(text.len());
    let finders: Vec<Finder<'_>> = NEEDLES.iter().map(|needle| Finder::new(*needle)).collect();
    // in decomposed letters the words look otherwise
    let composed = memchr::memchr2(0xCC, 0xCD, text.as_bytes()).is_none();
    let mut blocks: Vec<Block> = Vec::new();
    let (mut at, mut next) = (0, 0);
    while at < end {
        let stop = paragraph_end(text, at, end);
        while numbers.get(next).is_some_and(|number| number.range.end <= at) {
            next += 1;
        }
        let numbered = numbers.get(next).is_some_and(|number| number.range.start < stop);
        let bytes = &text.as_bytes()[at..stop];
        if numbered || !composed || finders.iter().any(|finder| finder.find(bytes).is_some()) {
            match blocks.last_mut() {
                Some(last) if last.range.end == at && stop - last.range.start <= MOST => last.range.end = stop,
                last => {
                    let begins = last.is_none_or(|last| last.range.end != at);
                    blocks.push(Block { range: at..stop, begins });
                }
            }
        }
        at = stop;
    }
    blocks
}

/// Whether a text without numbers may tell something.
fn may_tell(text: &str) -> bool {
    NEEDLES.iter().take(6).any(|needle| memchr::memmem::find(text.as_bytes(), needle.as_bytes()).is_some())
}

/// Where the paragraph ends that begins at a byte, with the line ends behind it.
fn paragraph_end(text: &str, from: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(line) = memchr::memchr(b'\n', &bytes[at..end]) {
        at += line + 1;
        let whole = line > WHOLE;
        let behind = bytes[at..end].iter().take_while(|byte| matches!(byte, b'\n' | b'\r' | b' ' | b'\t')).count();
        if whole || behind > 0 && bytes[at..at + behind].contains(&b'\n') || at - from > MOST / 2 {
            return at + behind;
        }
    }
    end
}
