//! Bytes of a table -> numbers, names and bits, one behind the other.

use crate::corpus::unreadable::{Damage, Unreadable};

/// What is left of a table.
pub(super) struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Unreadable> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or_else(broken)?;
        self.0 = rest;
        Ok(bytes)
    }

    pub fn u8(&mut self) -> Result<u8, Unreadable> {
        self.array().map(|[byte]| byte)
    }

    pub fn u32(&mut self) -> Result<u32, Unreadable> {
        self.array().map(u32::from_le_bytes)
    }

    pub fn u64(&mut self) -> Result<u64, Unreadable> {
        self.array().map(u64::from_le_bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Unreadable> {
        let (bytes, rest) = self.0.split_first_chunk().ok_or_else(broken)?;
        self.0 = rest;
        Ok(*bytes)
    }

    /// A number in as many bytes as it takes: the high bits of the first that are set tell how many follow.
    pub fn number(&mut self) -> Result<u64, Unreadable> {
        let first = self.u8()?;
        let more = first.leading_ones();
        let low = self.bytes(usize::try_from(more).unwrap_or_default())?;
        let low = low.iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let high = if more < 7 { u64::from(first & (0x7F >> more)) } else { 0 };
        Ok(low | high.checked_shl(8 * more).unwrap_or(0))
    }

    /// A number of things that take a byte or more each of what is left.
    pub fn count(&mut self) -> Result<usize, Unreadable> {
        usize::try_from(self.number()?).ok().filter(|count| *count <= self.0.len()).ok_or_else(broken)
    }

    /// Bytes behind their number.
    pub fn sized(&mut self) -> Result<&'a [u8], Unreadable> {
        let count = usize::try_from(self.number()?).map_err(|_| broken())?;
        self.bytes(count)
    }

    /// What follows stands here, and not in another stream.
    pub fn inside(&mut self) -> Result<(), Unreadable> {
        if self.u8()? == 0 { Ok(()) } else { Err(broken()) }
    }

    pub fn bits(&mut self, count: usize) -> Result<Vec<bool>, Unreadable> {
        let bytes = self.bytes(count.div_ceil(8))?;
        Ok((0..count).map(|at| bytes[at / 8] & (0x80 >> (at % 8)) != 0).collect())
    }

    /// Checksums of some of so many things.
    pub fn checksums(&mut self, count: usize) -> Result<Vec<Option<u32>>, Unreadable> {
        let are_all = self.u8()? != 0;
        let told = if are_all { None } else { Some(self.bits(count)?) };
        let is_told = |at: usize| told.as_ref().is_none_or(|told| told[at]);
        (0..count).map(|at| if is_told(at) { self.u32().map(Some) } else { Ok(None) }).collect()
    }

    /// What the systems say of so many members; 0 where nothing is told.
    pub fn attributes(&mut self, count: usize) -> Result<Vec<u32>, Unreadable> {
        let are_all = self.u8()? != 0;
        let told = if are_all { vec![true; count] } else { self.bits(count)? };
        self.inside()?;
        told.into_iter().map(|is_told| if is_told { self.u32() } else { Ok(0) }).collect()
    }

    /// A name in UTF-16 up to its zero.
    pub fn name(&mut self) -> Result<String, Unreadable> {
        let units = self.0.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        let length = units.clone().position(|unit| unit == 0).ok_or_else(broken)?;
        let name = char::decode_utf16(units.take(length)).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
        let name = name.collect();
        self.bytes(2 * (length + 1))?;
        Ok(name)
    }
}

fn broken() -> Unreadable {
    Unreadable::Damaged(Damage::NoTable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_as_many_bytes_as_they_need() {
        let check = |bytes: &[u8], expected: u64| {
            let mut fields = Fields::of(bytes);
            assert_eq!((fields.number().unwrap(), fields.0.len()), (expected, 0), "{bytes:X?}");
        };
        check(&[0], 0);
        check(&[0x7F], 0x7F);
        check(&[0x81, 0x02], 0x102);
        check(&[0xBF, 0xFF], 0x3FFF);
        check(&[0xC1, 0x03, 0x02], 0x1_0203);
        check(&[0xFE, 1, 2, 3, 4, 5, 6, 7], 0x07_0605_0403_0201);
        check(&[0xFF, 1, 2, 3, 4, 5, 6, 7, 8], 0x0807_0605_0403_0201);
        assert!(Fields::of(&[0xFF, 1]).number().is_err());
    }
}
