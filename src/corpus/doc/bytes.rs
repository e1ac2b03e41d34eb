//! Bytes of modifications -> each with its operand.

pub(super) use crate::corpus::bytes::{u16_at, u32_at};

/// The modifications (`Sprm`) in a list of bytes: the code of each and its operand.
pub(super) fn modifications(mut rest: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let code = u16_at(rest, 0)?;
        let after = &rest[2..];
        let (skipped, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            // Definitions of tables have a length of two bytes.
            _ if code == 0xD608 => (2, usize::from(u16_at(after, 0)?).saturating_sub(1)),
            _ => (1, usize::from(*after.first()?)),
        };
        let operand = after.get(skipped..skipped + length)?;
        rest = &after[skipped + length..];
        Some((code, operand))
    })
}

/// Whether an operand of one byte says yes.
pub(super) fn is_on(operand: &[u8]) -> bool {
    operand.first().is_some_and(|&value| value & 1 == 1)
}
