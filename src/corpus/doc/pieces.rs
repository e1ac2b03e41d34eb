//! The piece table -> the characters of the document in order, and where in the file each lies.

use encoding_rs::WINDOWS_1252;

use super::bytes::{u16_at, u32_at};

/// Marks of the parts of the table that lie before the pieces, and of the pieces.
const PROPERTIES: u8 = 1;
const TABLE: u8 = 2;

/// A piece whose characters are of one byte.
const IS_COMPRESSED: u32 = 1 << 30;

/// A document may name the same bytes again and again: text of so many times the file is enough.
const MAX_REPEAT: usize = 4;

/// A run of characters that lie together in the file.
struct Piece {
    /// The position of its first character in the document, and the one after its last.
    start: usize,
    end: usize,
    /// Where it lies in the file.
    place: usize,
    /// Bytes of a character.
    width: usize,
}

/// The pieces of a document.
pub(super) struct Pieces<'a> {
    pieces: Vec<Piece>,
    main: &'a [u8],
}

impl<'a> Pieces<'a> {
    /// The pieces of Word 97 and later, of which each says whether its characters are of one byte.
    pub fn read(table: &[u8], main: &'a [u8]) -> Self {
        Self::by(table, main, |place| {
            let is_compressed = place & IS_COMPRESSED != 0;
            let place = (place & !IS_COMPRESSED) as usize;
            if is_compressed { (place / 2, 1) } else { (place, 2) }
        })
    }

    /// The pieces of a document whose characters all have so many bytes.
    pub fn of_width(table: &[u8], main: &'a [u8], width: usize) -> Self {
        Self::by(table, main, |place| (place as usize, width))
    }

    /// One piece of so many characters from a place on.
    pub fn whole(main: &'a [u8], place: usize, length: usize, width: usize) -> Self {
        let end = length.min(main.len().saturating_sub(place) / width);
        let pieces = (end > 0).then_some(Piece { start: 0, end, place, width }).into_iter().collect();
        Self { pieces, main }
    }

    fn by(table: &[u8], main: &'a [u8], lies: impl Fn(u32) -> (usize, usize)) -> Self {
        let list = piece_list(table).unwrap_or_default();
        let count = list.len().saturating_sub(4) / 12;
        let mut pieces = Vec::new();
        let mut left = main.len().saturating_mul(MAX_REPEAT);
        for index in 0..count {
            let place = u32_at(list, (count + 1) * 4 + index * 8 + 2);
            let (Some(start), Some(end), Some(place)) = (u32_at(list, index * 4), u32_at(list, index * 4 + 4), place)
            else {
                break;
            };
            let (start, end) = (start as usize, end as usize);
            let (place, width) = lies(place);
            let length = end.saturating_sub(start).min(main.len().saturating_sub(place) / width).min(left);
            left -= length;
            let previous_end = pieces.last().map_or(0, |piece: &Piece| piece.end);
            if start < previous_end {
                break;
            }
            pieces.push(Piece { start, end: start + length, place, width });
        }
        Self { pieces, main }
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether the pieces reach to this position.
    pub fn covers(&self, end: usize) -> bool {
        self.pieces.last().is_some_and(|piece| piece.end >= end)
    }

    /// The UTF-16 units of a stretch of the document, each with its position and place in the file.
    pub fn units(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, usize, u16)> {
        let first = self.pieces.partition_point(|piece| piece.end <= start);
        self.pieces[first..].iter().take_while(move |piece| piece.start < end).flat_map(move |piece| {
            (piece.start.max(start)..piece.end.min(end)).filter_map(move |position| {
                let place = piece.place + (position - piece.start) * piece.width;
                let unit = match piece.width {
                    1 => western(*self.main.get(place)?),
                    _ => u16_at(self.main, place)?,
                };
                Some((position, place, unit))
            })
        })
    }
}

/// The list of pieces, behind lists of properties.
fn piece_list(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        match *rest.first()? {
            PROPERTIES => rest = rest.get(3 + usize::from(u16_at(rest, 1)?)..)?,
            TABLE => return rest.get(5..5_usize.checked_add(u32_at(rest, 1)? as usize)?),
            _ => return None,
        }
    }
}

/// A byte of Western European, of which only those from 0x80 to 0x9F are not their own number.
fn western(byte: u8) -> u16 {
    if !(0x80..0xA0).contains(&byte) {
        return u16::from(byte);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars().next().map_or(u16::from(byte), |c| c as u16)
}
