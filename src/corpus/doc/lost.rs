//! A document whose tables are lost -> its text without formatting, as writers set it down: in one piece.

use super::bytes::u32_at;
use super::lists::Lists;
use super::pieces::Pieces;
use super::runs::Characters;
use super::styles::Styles;
use super::text::{Notes, Stories, Writer};
use super::word6::rows;
use crate::corpus::content::Content;
use crate::corpus::limits::Limits;
use crate::corpus::room::Room;
use crate::corpus::unreadable::{Damage, Unreadable};

/// Where the file information block tells where the text begins.
const BEGIN: usize = 0x18;

/// Text and what is told of it lie in pages of so many bytes.
const PAGE_BYTES: usize = 512;

/// Reads the stream of the text; `lengths_at` is where the block tells how long each story is.
///
/// # Errors
/// It does not hold the beginning of the text.
pub(super) fn content(main: &[u8], lengths_at: usize, limits: &Limits) -> Result<Content, Unreadable> {
    let stories = Stories::read(main, lengths_at);
    let begin = u32_at(main, BEGIN).map_or(0, |begin| begin as usize);
    let text = main.get(begin..).filter(|_| begin > lengths_at).unwrap_or_default();
    let length = stories.text.end;
    let width = if is_text(&text[..text.len().min(length)], 2) { 2 } else { 1 };
    let all = &text[..text.len().min(length.saturating_mul(width))];
    let bytes: usize = all.chunks(PAGE_BYTES).take_while(|page| is_text(page, width)).map(<[u8]>::len).sum();
    let pieces = Pieces::whole(main, begin, bytes / width, width);
    if text.is_empty() || pieces.is_empty() {
        return Err(Unreadable::Damaged(Damage::BreaksOff));
    }
    let (styles, characters) = (Styles::default(), Characters::default());
    let paragraphs = rows(&pieces, length);
    let writer = Writer::new(&pieces, &styles, &characters, &paragraphs, Lists::default(), Room::of(limits));
    writer.write_all(&stories, &Notes::default())
}

/// Whether bytes are nearly all of text, of characters of so many bytes. Of two the second is that of a block of Unicode,
/// of which texts use few; one is none of those that nothing stands for.
fn is_text(bytes: &[u8], width: usize) -> bool {
    let is_block = |high: u8| matches!(high, 0..=6 | 0x1E..=0x22 | 0x25 | 0xE0..);
    let is_letter = |byte: u8| matches!(byte, 0x07 | 0x09 | 0x0B..=0x0D | 0x13..=0x15 | 0x1E..);
    let characters = bytes.chunks_exact(width);
    let all = characters.len();
    let odd = characters.filter(|bytes| if width == 2 { !is_block(bytes[1]) } else { !is_letter(bytes[0]) }).count();
    16 * odd <= all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_one_piece() {
        const LENGTHS: usize = 0x4C;
        let check = |text: &[u8], length: usize, expected: &str| {
            let mut main = vec![0; 0x400];
            main[BEGIN..BEGIN + 4].copy_from_slice(&0x400_u32.to_le_bytes());
            main[LENGTHS..LENGTHS + 4].copy_from_slice(&(length as u32).to_le_bytes());
            main.extend(text);
            main.extend([0xFF; 100]);
            assert_eq!(content(&main, LENGTHS, &Limits::default()).unwrap().text, expected);
        };
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let text = "Nghị quyết\ra\u{7}b\u{7}\u{7}sau bảng\r";
        check(&wide(text), text.encode_utf16().count(), "Nghị quyết\na | b\nsau bảng");
        check(b"Nghi quyet\rso 5\r", 16, "Nghi quyet\nso 5");
        assert!(content(&[0; 0x500], LENGTHS, &Limits::default()).is_err());
    }
}
