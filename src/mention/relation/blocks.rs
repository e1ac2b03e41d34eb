//! A text to the blocks that may tell something of documents: few of most texts.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem::{self, Finder};

use super::lexed::is_margin;
use super::piece::{Sign, item};
use crate::mention::number::NumberMention;

/// Some paragraphs that are read together.
pub(super) struct Block {
    pub range: Range<usize>,
    /// Whether something was passed over before it.
    pub begins: bool,
    /// Whether an article begins in what was passed over.
    pub article: bool,
}

/// Bytes of one block at most: what is longer is cut at a line end.
const MOST: usize = 1 << 16;

/// A longer line is a paragraph of its own, in bytes.
const WHOLE: usize = 240;

/// Words without which a paragraph without a number tells nothing, in the spelling of most texts; the first of them
/// may tell something in a text without any number, too.
const NEEDLES: [&str; 29] = [
    "hiệu lực",
    "Luật",
    "LUẬT",
    "háp lệnh",
    "iến pháp",
    "ộ luật",
    "iệp định",
    "an hành kèm theo",
    "iều lệ",
    "èm theo",
    "ãi bỏ",
    "ủy bỏ",
    "ửa đổi",
    "Bổ sung",
    "hay thế",
    "áp dụng từ",
    "áp dụng kể từ",
    "thực hiện từ",
    "thực hiện kể từ",
    "áp dụng đến",
    "áp dụng cho đến",
    "thực hiện đến",
    "thực hiện cho đến",
    "giá trị thi hành",
    "giá trị từ",
    "giá trị kể từ",
    "giá trị đến",
    "ăn cứ pháp lý",
    "ĂN CỨ PHÁP LÝ",
];

/// How many of them.
const ALONE: usize = 8;

static WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    // many bytes are compared at once where the first of the needles is taken
    let mut words = AhoCorasick::builder();
    words.match_kind(MatchKind::LeftmostFirst).build(NEEDLES).expect("a few short words")
});

static ARTICLE: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("Điều"));

/// The heading below which a page lists what is related.
const FURNITURE: &str = "## Văn bản liên quan";

/// The blocks of a text in order.
pub(super) fn blocks(text: &str, numbers: &[NumberMention]) -> Vec<Block> {
    let words: Vec<aho_corasick::Match> = WORDS.find_iter(text).collect();
    if numbers.is_empty() && !words.iter().any(|word| word.pattern().as_usize() < ALONE) {
        return Vec::new();
    }
    let end = memmem::find(text.as_bytes(), FURNITURE.as_bytes()).unwrap_or(text.len());
    // in decomposed letters the words look otherwise
    let composed = memchr::memchr2(0xCC, 0xCD, text.as_bytes()).is_none();
    let mut blocks: Vec<Block> = Vec::new();
    let (mut at, mut number, mut word) = (0, 0, 0);
    let mut article = false;
    while at < end {
        let stop = paragraph_end(text, at, end);
        number += numbers[number..].iter().take_while(|number| number.range.end <= at).count();
        word += words[word..].iter().take_while(|word| word.start() < at).count();
        let numbered = numbers.get(number).is_some_and(|number| number.range.start < stop);
        let worded = words.get(word).is_some_and(|word| word.end() <= stop);
        if numbered || worded || !composed {
            match blocks.last_mut() {
                Some(last) if last.range.end == at && stop - last.range.start <= MOST => last.range.end = stop,
                last => {
                    let begins = last.is_none_or(|last| last.range.end != at);
                    blocks.push(Block { range: at..stop, begins, article });
                }
            }
            article = false;
        } else if !article {
            article = has_article(&text[at..stop]);
        }
        at = stop;
    }
    blocks
}

/// Whether a line of a paragraph is the head of an article.
fn has_article(paragraph: &str) -> bool {
    ARTICLE.find_iter(paragraph.as_bytes()).any(|at| {
        let (before, behind) = paragraph.split_at(at);
        let line = before.rfind('\n').map_or(before, |end| &before[end + 1..]);
        line.chars().all(is_margin) && matches!(item(behind), Some((Sign::Article, _)))
    })
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
