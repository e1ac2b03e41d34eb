//! A stream of PowerPoint -> its records, by \[MS-PPT\] 2.3.1.

use crate::corpus::bytes::{u16_at, u32_at};

/// Bytes of what a record begins with.
const HEAD_BYTES: usize = 8;

/// The version of a record that holds records.
const HOLDS_RECORDS: u16 = 0xF;

/// Records lie in each other no deeper in anything that was made in earnest.
const MAX_DEPTH: usize = 64;

/// A record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub instance: u16,
    pub holds_records: bool,
    pub data: &'a [u8],
}

impl<'a> Record<'a> {
    /// The record at a place.
    pub fn at(stream: &'a [u8], place: usize) -> Option<Self> {
        Records { rest: stream.get(place..)? }.next()
    }

    /// The records in it.
    pub fn records(self) -> Records<'a> {
        Records { rest: if self.holds_records { self.data } else { &[] } }
    }

    /// The first record of a kind in it.
    pub fn first(self, kind: u16) -> Option<Self> {
        self.records().find(|record| record.kind == kind)
    }

    /// Hands on all records of these kinds in it, however deep, but none within one of them.
    pub fn each(self, kinds: &[u16], each: &mut impl FnMut(Self)) {
        self.each_to(MAX_DEPTH, kinds, each);
    }

    fn each_to(self, depth: usize, kinds: &[u16], each: &mut impl FnMut(Self)) {
        for record in self.records() {
            if kinds.contains(&record.kind) {
                each(record);
            } else if depth > 0 {
                record.each_to(depth - 1, kinds, each);
            }
        }
    }
}

/// Records side by side.
#[derive(Clone, Copy)]
pub(super) struct Records<'a> {
    pub rest: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (told, kind, length) = (u16_at(self.rest, 0)?, u16_at(self.rest, 2)?, u32_at(self.rest, 4)? as usize);
        let behind = &self.rest[HEAD_BYTES..];
        // the last may be cut off
        let (data, rest) = behind.split_at(length.min(behind.len()));
        self.rest = rest;
        Some(Record { kind, instance: told >> 4, holds_records: told & 0xF == HOLDS_RECORDS, data })
    }
}
