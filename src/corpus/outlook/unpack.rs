//! Formatted text as messages keep it -> RTF, by \[MS-OXRTFCP\].

use crate::corpus::bytes::u32_at;
use crate::corpus::limits::Limits;

/// Marks of text that is packed, and of text that is not.
const PACKED: u32 = 0x7546_5A4C;
const PLAIN: u32 = 0x414C_454D;

const HEAD_BYTES: usize = 16;

/// What the text may refer to before it has begun.
const START: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// How far back the text refers.
const WINDOW: usize = 4096;

/// The text, as far as it goes; nothing where it is packed in no known way.
pub(super) fn unpacked(bytes: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let (size, kind) = (u32_at(bytes, 4)? as usize, u32_at(bytes, 8)?);
    let mut rest = bytes.get(HEAD_BYTES..)?;
    if kind == PLAIN {
        return Some(rest[..rest.len().min(size)].to_vec());
    }
    if kind != PACKED {
        return None;
    }
    let most = size.min(usize::try_from(limits.max_file_bytes).unwrap_or(usize::MAX));
    let mut window = [b' '; WINDOW];
    window[..START.len()].copy_from_slice(START);
    let mut at = START.len();
    let mut out = Vec::new();
    let mut put = |byte: u8, window: &mut [u8; WINDOW], out: &mut Vec<u8>| {
        window[at % WINDOW] = byte;
        at += 1;
        out.push(byte);
        at % WINDOW
    };
    let mut end = START.len();
    while let Some((&flags, behind)) = rest.split_first() {
        rest = behind;
        for bit in 0..8 {
            if out.len() >= most {
                return Some(out);
            }
            if flags >> bit & 1 == 0 {
                let Some((&byte, behind)) = rest.split_first() else { return Some(out) };
                rest = behind;
                end = put(byte, &mut window, &mut out);
                continue;
            }
            let [high, low, behind @ ..] = rest else { return Some(out) };
            rest = behind;
            let told = usize::from(*high) << 8 | usize::from(*low);
            let (from, length) = (told >> 4, (told & 0xF) + 2);
            if from == end {
                return Some(out);
            }
            for step in 0..length {
                let byte = window[(from + step) % WINDOW];
                end = put(byte, &mut window, &mut out);
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_refers_to_what_stands_before_it() {
        let packed = |size: u32, rest: &[u8]| {
            [&(rest.len() as u32 + 12).to_le_bytes()[..], &size.to_le_bytes(), &PACKED.to_le_bytes(), &[0; 4], rest]
                .concat()
        };
        let limits = Limits::default();
        // the start of what it may refer to, then two letters, then those again, then the end
        let rest = [0b0100_1001, 0x00, 0x04, b'a', b'b', 0x0D, 0x50, b'c', b'd', 0, 0];
        let out = unpacked(&packed(99, &rest), &limits).unwrap();
        assert!(out.starts_with(b"{\\rtf1ab"), "{}", String::from_utf8_lossy(&out));
        assert_eq!(unpacked(&packed(3, &rest), &limits).unwrap().len(), 6);
        assert_eq!(unpacked(b"\0\0\0\0\x02\0\0\0MELA\0\0\0\0abc", &limits).unwrap(), b"ab");
        assert_eq!(unpacked(b"x", &limits), None);
    }
}
