//! The table of contents of an archive of 7-Zip -> its members, and the streams that they lie in.
//!
//! Nothing that it says of sizes and numbers is believed beyond what its own bytes can hold, and what honest archives do.

use std::io::Read as _;
use std::time::Instant;

use super::stream::{Method, Stream, unpacked};
use crate::corpus::archive::bounds::Bounds;
use crate::corpus::package::MAX_MEMBERS;
use crate::corpus::unreadable::{Damage, Unreadable};

use fields::Fields;

mod fields;

/// The head of the file, and where in it what is said of the table.
const HEAD_BYTES: usize = 32;
const TABLE_AT: usize = 12;

/// A table may itself be packed, and no honest one more than once.
const MAX_LAYERS: usize = 2;

/// Bytes of a table at most.
const MAX_TABLE_BYTES: u64 = 64 << 20;

/// Methods that a stream goes through at most: as many as BCJ2 takes.
const MAX_METHODS: u64 = 4;

/// What the parts of a table begin with.
mod part {
    pub const END: u8 = 0;
    pub const TABLE: u8 = 1;
    pub const PROPERTIES: u8 = 2;
    pub const MORE_STREAMS: u8 = 3;
    pub const STREAMS: u8 = 4;
    pub const FILES: u8 = 5;
    pub const PACKED: u8 = 6;
    pub const METHODS: u8 = 7;
    pub const MEMBERS: u8 = 8;
    pub const SIZES: u8 = 9;
    pub const CHECKSUMS: u8 = 10;
    pub const FOLDERS: u8 = 11;
    pub const UNPACKED_SIZES: u8 = 12;
    pub const MEMBER_COUNTS: u8 = 13;
    pub const WITHOUT_BYTES: u8 = 14;
    pub const EMPTY_FILES: u8 = 15;
    pub const NAMES: u8 = 17;
    pub const ATTRIBUTES: u8 = 21;
    pub const PACKED_TABLE: u8 = 23;
}

/// What an archive holds.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub streams: Vec<Stream>,
    pub entries: Vec<Entry>,
}

/// A member.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// None for a directory.
    pub name: Option<String>,
    pub size: u64,
    pub crc: Option<u32>,
    /// The number of the stream that it lies in; none if it has no bytes.
    pub stream: Option<usize>,
    /// Whether it is a symbolic link, whose bytes are the path that it leads to.
    pub is_link: bool,
}

/// The members of a stream that have bytes.
struct Piece {
    size: u64,
    crc: Option<u32>,
    stream: usize,
}

impl Table {
    /// # Errors
    /// The table is not there, is broken or too large, or opens with a password only.
    pub fn of(bytes: &[u8], bounds: &mut Bounds) -> Result<Self, Unreadable> {
        let head = bytes.get(TABLE_AT..HEAD_BYTES).ok_or_else(broken)?;
        let mut head = Fields::of(head);
        let (offset, size, crc) = (head.u64()?, head.u64()?, head.u32()?);
        if size == 0 {
            return Ok(Self::default());
        }
        let start = usize::try_from(offset).ok().and_then(|offset| offset.checked_add(HEAD_BYTES));
        let end = start.zip(usize::try_from(size).ok()).and_then(|(start, size)| start.checked_add(size));
        let table = start.zip(end).and_then(|(start, end)| bytes.get(start..end)).ok_or_else(broken)?;
        if crc32fast::hash(table) != crc {
            return Err(broken());
        }
        let mut table = table.to_vec();
        for _ in 0..=MAX_LAYERS {
            let mut fields = Fields::of(&table);
            match fields.u8()? {
                part::TABLE => return Self::read(&mut fields),
                part::PACKED_TABLE => {
                    let (streams, _) = streams(&mut fields)?;
                    table = unpacked_table(streams.first().ok_or_else(broken)?, bytes, bounds)?;
                }
                _ => break,
            }
        }
        Err(broken())
    }

    fn read(fields: &mut Fields) -> Result<Self, Unreadable> {
        let mut table = Self::default();
        let mut pieces = Vec::new();
        loop {
            match fields.u8()? {
                part::END => return Ok(table),
                part::PROPERTIES => {
                    while fields.u8()? != part::END {
                        fields.sized()?;
                    }
                }
                part::MORE_STREAMS => _ = streams(fields)?,
                part::STREAMS => (table.streams, pieces) = streams(fields)?,
                part::FILES => table.entries = entries(fields, std::mem::take(&mut pieces))?,
                _ => return Err(broken()),
            }
        }
    }
}

/// Unpacks a table that is packed.
fn unpacked_table(stream: &Stream, bytes: &[u8], bounds: &mut Bounds) -> Result<Vec<u8>, Unreadable> {
    if stream.size() > MAX_TABLE_BYTES {
        return Err(Unreadable::Bomb);
    }
    let (mut table, since) = (Vec::new(), Instant::now());
    bounds.start(since);
    let read = unpacked(stream, bytes, &bounds.deadline())?.take(stream.size()).read_to_end(&mut table);
    bounds.take(table.len(), since)?;
    bounds.take_time(since.elapsed());
    let is_whole = stream.crc.is_none_or(|crc| crc == crc32fast::hash(&table));
    if read.is_err() || table.len() as u64 != stream.size() || !is_whole {
        return Err(broken());
    }
    Ok(table)
}

/// The streams of an archive, and the members in them.
fn streams(fields: &mut Fields) -> Result<(Vec<Stream>, Vec<Piece>), Unreadable> {
    let (mut start, mut sizes) = (0, Vec::new());
    let mut all = Vec::new();
    let mut pieces = None;
    loop {
        match fields.u8()? {
            part::END => {
                let pieces = match pieces {
                    Some(pieces) => pieces,
                    None => one_each(&all),
                };
                return Ok((all, pieces));
            }
            part::PACKED => (start, sizes) = packed_sizes(fields)?,
            part::METHODS => all = folders(fields, start, &sizes)?,
            part::MEMBERS => pieces = Some(members(fields, &all)?),
            _ => return Err(broken()),
        }
    }
}

fn one_each(streams: &[Stream]) -> Vec<Piece> {
    (0..).zip(streams).map(|(number, stream)| Piece { size: stream.size(), crc: stream.crc, stream: number }).collect()
}

/// A number of streams, of which there are no more than of members, and of parts that go into them.
fn number_of_streams(fields: &mut Fields) -> Result<usize, Unreadable> {
    let count = fields.count()?;
    if count > MAX_MEMBERS {
        return Err(Unreadable::Damaged(Damage::ManyMembers(MAX_MEMBERS)));
    }
    Ok(count)
}

/// Where what is packed begins in the file, and the sizes of its parts.
fn packed_sizes(fields: &mut Fields) -> Result<(u64, Vec<u64>), Unreadable> {
    let (start, count) = (fields.number()?, number_of_streams(fields)?);
    let mut sizes = Vec::new();
    loop {
        match fields.u8()? {
            part::END => return Ok((start.saturating_add(HEAD_BYTES as u64), sizes)),
            part::SIZES => sizes = (0..count).map(|_| fields.number()).collect::<Result<_, _>>()?,
            part::CHECKSUMS => _ = fields.checksums(count)?,
            _ => return Err(broken()),
        }
    }
}

/// The streams, by the methods that they went through.
fn folders(fields: &mut Fields, mut start: u64, packed: &[u64]) -> Result<Vec<Stream>, Unreadable> {
    if fields.u8()? != part::FOLDERS {
        return Err(broken());
    }
    let count = number_of_streams(fields)?;
    fields.inside()?;
    let folders = (0..count).map(|_| Folder::read(fields)).collect::<Result<Vec<_>, _>>()?;
    if fields.u8()? != part::UNPACKED_SIZES {
        return Err(broken());
    }
    let (mut streams, mut packed) = (Vec::new(), packed.iter());
    for folder in folders {
        let sizes = (0..folder.outputs).map(|_| fields.number()).collect::<Result<Vec<_>, _>>()?;
        let own: Vec<u64> = packed.by_ref().take(folder.packed).copied().collect();
        let end = start.saturating_add(own.first().copied().unwrap_or(0));
        let range = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        streams.push(Stream { packed: range(start)..range(end), methods: folder.methods(&sizes), crc: None });
        start = own.iter().fold(start, |at, size| at.saturating_add(*size));
    }
    loop {
        match fields.u8()? {
            part::END => return Ok(streams),
            part::CHECKSUMS => {
                let crcs = fields.checksums(streams.len())?;
                streams.iter_mut().zip(crcs).for_each(|(stream, crc)| stream.crc = crc);
            }
            _ => return Err(broken()),
        }
    }
}

/// How the methods of a stream hang together.
struct Folder {
    methods: Vec<Method>,
    /// Of each method, how many streams go in.
    inputs: Vec<usize>,
    outputs: usize,
    /// What comes out where it goes in next: input, output.
    bonds: Vec<(u64, u64)>,
    /// How many parts of the file go in.
    packed: usize,
}

impl Folder {
    fn read(fields: &mut Fields) -> Result<Self, Unreadable> {
        const ID_LENGTH: u8 = 0x0F;
        const IS_COMPLEX: u8 = 0x10;
        const HAS_PROPERTIES: u8 = 0x20;
        let count = fields.number()?;
        if count == 0 || count > MAX_METHODS {
            return Err(broken());
        }
        let (mut methods, mut inputs, mut outputs) = (Vec::new(), Vec::new(), 0);
        for _ in 0..count {
            let head = fields.u8()?;
            let id = fields.bytes(usize::from(head & ID_LENGTH))?.to_vec();
            let (ins, outs) = match head & IS_COMPLEX {
                0 => (1, 1),
                _ => (fields.number()?, fields.number()?),
            };
            if ins > MAX_METHODS || outs != 1 {
                return Err(broken());
            }
            let properties = if head & HAS_PROPERTIES == 0 { Vec::new() } else { fields.sized()?.to_vec() };
            methods.push(Method { id, properties, size: 0 });
            inputs.push(usize::try_from(ins).map_err(|_| broken())?);
            outputs += 1;
        }
        let bonds =
            (1..outputs).map(|_| Ok((fields.number()?, fields.number()?))).collect::<Result<Vec<_>, Unreadable>>()?;
        let packed = (inputs.iter().sum::<usize>() + 1).checked_sub(outputs).ok_or_else(broken)?;
        if packed > 1 {
            for _ in 0..packed {
                fields.number()?;
            }
        }
        Ok(Self { methods, inputs, outputs, bonds, packed })
    }

    /// The methods in the order of unpacking; where several streams go into one, that one alone, which is not read.
    fn methods(&self, sizes: &[u64]) -> Vec<Method> {
        let sized = |number: usize| {
            let method = self.methods.get(number)?;
            Some(Method { size: *sizes.get(number)?, ..method.clone() })
        };
        if let Some(number) = self.inputs.iter().position(|&inputs| inputs != 1) {
            return sized(number).into_iter().collect();
        }
        // the first is the one into which nothing else goes; from each leads a bond to the next
        let is_first = |number: &usize| !self.bonds.iter().any(|&(input, _)| input == *number as u64);
        let mut next = (0..self.methods.len()).find(is_first);
        let mut methods = Vec::new();
        while let Some(method) = next.filter(|_| methods.len() < self.methods.len()).and_then(sized) {
            let number = next.map(|number| number as u64);
            methods.push(method);
            let bond = self.bonds.iter().find(|&&(_, output)| Some(output) == number);
            next = bond.and_then(|&(input, _)| usize::try_from(input).ok());
        }
        methods
    }
}

/// The members that lie in streams.
fn members(fields: &mut Fields, streams: &[Stream]) -> Result<Vec<Piece>, Unreadable> {
    let mut counts = vec![1; streams.len()];
    let mut kind = fields.u8()?;
    if kind == part::MEMBER_COUNTS {
        for count in &mut counts {
            *count = usize::try_from(fields.number()?).map_err(|_| broken())?;
        }
        kind = fields.u8()?;
    }
    if counts.iter().try_fold(0, |all: usize, count| all.checked_add(*count)).is_none_or(|all| all > MAX_MEMBERS) {
        return Err(Unreadable::Damaged(Damage::ManyMembers(MAX_MEMBERS)));
    }
    let mut pieces = Vec::new();
    for (number, (stream, &count)) in (0..).zip(streams.iter().zip(&counts)) {
        let mut left = stream.size();
        for at in 0..count {
            let size = if at + 1 < count && kind == part::SIZES { fields.number()? } else { left };
            left = left.checked_sub(size).ok_or_else(broken)?;
            let crc = if count == 1 { stream.crc } else { None };
            pieces.push(Piece { size, crc, stream: number });
        }
    }
    if kind == part::SIZES {
        kind = fields.u8()?;
    }
    loop {
        match kind {
            part::END => return Ok(pieces),
            part::CHECKSUMS => {
                let without = pieces.iter().filter(|piece| piece.crc.is_none()).count();
                let crcs = fields.checksums(without)?;
                pieces
                    .iter_mut()
                    .filter(|piece| piece.crc.is_none())
                    .zip(crcs)
                    .for_each(|(piece, crc)| piece.crc = crc);
            }
            _ => return Err(broken()),
        }
        kind = fields.u8()?;
    }
}

/// The members by their names, with where they lie.
fn entries(fields: &mut Fields, pieces: Vec<Piece>) -> Result<Vec<Entry>, Unreadable> {
    let count = usize::try_from(fields.number()?).map_err(|_| broken())?;
    if count > MAX_MEMBERS {
        return Err(Unreadable::Damaged(Damage::ManyMembers(MAX_MEMBERS)));
    }
    let (mut names, mut without, mut files, mut links) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    loop {
        let kind = fields.u8()?;
        if kind == part::END {
            break;
        }
        let mut own = Fields::of(fields.sized()?);
        match kind {
            part::NAMES => {
                own.inside()?;
                names = (0..count).map(|_| own.name()).collect::<Result<_, _>>()?;
            }
            part::WITHOUT_BYTES => without = own.bits(count)?,
            part::ATTRIBUTES => links = own.attributes(count)?.into_iter().map(is_link).collect(),
            part::EMPTY_FILES => files = own.bits(without.iter().filter(|is| **is).count())?,
            _ => {}
        }
    }
    let (mut pieces, mut files) = (pieces.into_iter(), files.into_iter());
    let mut names = names.into_iter();
    let mut entries = Vec::new();
    for number in 0..count {
        let name = names.next().ok_or_else(broken)?;
        entries.push(if without.get(number).is_some_and(|is| *is) {
            let is_file = files.next().unwrap_or(false);
            Entry { name: is_file.then_some(name), ..Entry::default() }
        } else {
            let Piece { size, crc, stream } = pieces.next().ok_or_else(broken)?;
            let is_link = links.get(number).copied().unwrap_or(false);
            Entry { name: Some(name), size, crc, stream: Some(stream), is_link }
        });
    }
    Ok(entries)
}

/// Whether attributes are those of a symbolic link: what Unix knows stands in their upper half, if they say so.
fn is_link(attributes: u32) -> bool {
    const HAS_MODE: u32 = 0x8000;
    const OF_WINDOWS: u32 = 0x400;
    match attributes & HAS_MODE {
        0 => attributes & OF_WINDOWS != 0,
        _ => attributes >> 28 == 0xA,
    }
}

fn broken() -> Unreadable {
    Unreadable::Damaged(Damage::NoTable)
}
