//! A stream of Excel -> its records, and the texts in them, by \[MS-XLS\] 2.1.4 and 2.5.

use encoding_rs::Encoding;

use crate::corpus::bytes::{u16_at, u32_at};

/// What goes on with the record before it.
pub(super) const CONTINUE: u16 = 0x3C;

/// What a part of the stream begins and ends with; the first is that of Excel 97 and later.
pub(super) const BOF: [u16; 3] = [0x0809, 0x0409, 0x0209];
pub(super) const EOF: u16 = 0x0A;

/// A record.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// The records from a place on.
#[derive(Clone)]
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn from(stream: &'a [u8], place: usize) -> Self {
        Self { rest: stream.get(place..).unwrap_or_default() }
    }

    /// The record at hand with all that goes on with it.
    pub fn with_more(&mut self, first: Record<'a>) -> Vec<&'a [u8]> {
        let mut chunks = vec![first.data];
        let mut ahead = self.clone();
        while let Some(record) = ahead.next().filter(|record| record.kind == CONTINUE) {
            chunks.push(record.data);
            *self = ahead.clone();
        }
        chunks
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (u16_at(self.rest, 0)?, usize::from(u16_at(self.rest, 2)?));
        let behind = &self.rest[4..];
        // the last may be cut off
        let (data, rest) = behind.split_at(length.min(behind.len()));
        self.rest = rest;
        Some(Record { kind, data })
    }
}

/// A text in a stream, with the places in it where other fonts begin: units before it and the number of the font.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub text: String,
    pub fonts: Vec<(usize, usize)>,
}

/// How texts are written.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    /// Whether as of 1997, in Unicode.
    pub is_unicode: bool,
    pub encoding: &'static Encoding,
}

impl Writing {
    /// The text in a record behind its length of two bytes, or of one.
    pub fn text(self, data: &[u8], length_bytes: usize) -> Text {
        let length = match length_bytes {
            1 => data.first().copied().map(usize::from),
            _ => u16_at(data, 0).map(usize::from),
        };
        let (Some(length), Some(rest)) = (length, data.get(length_bytes..)) else {
            return Text::default();
        };
        if self.is_unicode {
            return Chunks::of(vec![rest]).text(length).unwrap_or_default();
        }
        Text { text: self.bytes(&rest[..length.min(rest.len())]), fonts: Vec::new() }
    }

    /// The text of bytes of before Unicode.
    pub fn bytes(self, bytes: &[u8]) -> String {
        self.encoding.decode_without_bom_handling(bytes).0.into_owned()
    }
}

/// A record that goes on in others, under way.
pub(super) struct Chunks<'a> {
    chunks: Vec<&'a [u8]>,
    /// The chunk at hand.
    at: usize,
}

impl<'a> Chunks<'a> {
    pub fn of(chunks: Vec<&'a [u8]>) -> Self {
        Self { chunks, at: 0 }
    }

    /// A text behind its length.
    pub fn long_text(&mut self) -> Option<Text> {
        let length = self.number(2)?;
        self.text(length)
    }

    /// Skips bytes.
    pub fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let chunk = self.chunk()?;
            let taken = bytes.min(chunk.len());
            *self.chunks.get_mut(self.at)? = &chunk[taken..];
            bytes -= taken;
        }
        Some(())
    }

    /// A text of so many units behind its flags. Where it goes on in another record, it has flags again.
    pub fn text(&mut self, length: usize) -> Option<Text> {
        let flags = self.number(1)?;
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let more = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let mut units: Vec<u16> = Vec::new();
        let mut is_wide = flags & 1 != 0;
        while units.len() < length {
            if self.chunks.get(self.at).is_some_and(|chunk| chunk.is_empty()) {
                if self.at + 1 >= self.chunks.len() {
                    break;
                }
                is_wide = self.number(1)? & 1 != 0;
                continue;
            }
            let chunk = self.chunk()?;
            let width = if is_wide { 2 } else { 1 };
            let taken = (length - units.len()).min(chunk.len() / width);
            let bytes = &chunk[..taken * width];
            match is_wide {
                true => units.extend(bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair))),
                false => units.extend(bytes.iter().map(|&byte| u16::from(byte))),
            }
            // half a letter at the end of a record is none
            let taken = if taken == 0 { chunk.len() } else { taken * width };
            *self.chunks.get_mut(self.at)? = &chunk[taken..];
        }
        let mut fonts = Vec::new();
        for _ in 0..runs {
            let (Some(at), Some(font)) = (self.number(2), self.number(2)) else { break };
            fonts.push((at, font));
        }
        self.skip(more);
        let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        Some(Text { text, fonts })
    }

    /// A number of so many bytes.
    fn number(&mut self, bytes: usize) -> Option<usize> {
        let chunk = self.chunk()?;
        let number = match bytes {
            1 => usize::from(*chunk.first()?),
            2 => usize::from(u16_at(chunk, 0)?),
            _ => u32_at(chunk, 0)? as usize,
        };
        *self.chunks.get_mut(self.at)? = &chunk[bytes..];
        Some(number)
    }

    /// The bytes at hand, which are some.
    fn chunk(&mut self) -> Option<&'a [u8]> {
        while self.chunks.get(self.at)?.is_empty() {
            self.at += 1;
        }
        self.chunks.get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_record_with_flags_of_its_own() {
        let first = [&[5, 0, 0][..], b"ab"].concat();
        let second = [&[1][..], &[0xBF, 0x1E, b'd', 0, b'e', 0]].concat();
        let mut chunks = Chunks::of(vec![&first, &second]);
        assert_eq!(chunks.long_text().unwrap().text, "abếde");
        assert_eq!(chunks.long_text(), None);
    }

    #[test]
    fn a_text_tells_its_fonts() {
        let bytes = [&[2, 0, 8, 1, 0][..], b"ab", &[1, 0, 7, 0]].concat();
        let text = Chunks::of(vec![&bytes]).long_text().unwrap();
        assert_eq!(text, Text { text: "ab".to_owned(), fonts: vec![(1, 7)] });
    }
}
