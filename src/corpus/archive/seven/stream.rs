//! What is packed by one method after another -> a reader of what it unpacks to.

use std::io::{self, Read};
use std::ops::Range;

use lzma_rust2::filter::bcj::BcjReader;
use lzma_rust2::filter::delta::DeltaReader;
use lzma_rust2::{Lzma2Reader, LzmaReader};
use ppmd_rust::{PPMD7_MAX_ORDER, PPMD7_MIN_MEM_SIZE, PPMD7_MIN_ORDER, Ppmd7Decoder};

use crate::corpus::archive::bounds::{Deadline, MAX_DICTIONARY_BYTES, Watched};
use crate::corpus::unreadable::{Damage, Unreadable};

/// The methods that are read.
const COPY: &[u8] = &[0];
const DELTA: &[u8] = &[3];
const LZMA: &[u8] = &[3, 1, 1];
const LZMA2: &[u8] = &[0x21];
const PPMD: &[u8] = &[3, 4, 1];
const BCJ_X86: &[u8] = &[3, 3, 1, 3];
const BCJ_ARM64: &[u8] = &[0xA];
const AES: &[u8] = &[6, 0xF1, 7, 1];

/// Methods that are met but not read, by what people know them as.
const OTHERS: [(&[u8], &str); 9] = [
    (&[3, 3, 1, 0x1B], "BCJ2"),
    (&[3, 3, 5, 1], "ARM"),
    (&[3, 3, 8, 5], "SPARC"),
    (&[4, 1, 8], "Deflate"),
    (&[4, 1, 9], "Deflate64"),
    (&[4, 2, 2], "BZip2"),
    (&[4, 0xF7, 0x11, 1], "Zstandard"),
    (&[4, 0xF7, 0x11, 2], "Brotli"),
    (&[4, 0xF7, 0x11, 4], "LZ4"),
];

/// The least dictionary of LZMA.
const MIN_DICTIONARY_BYTES: u32 = 4096;

/// A run of bytes that is packed as a whole.
#[derive(Debug, Default, Clone)]
pub(super) struct Stream {
    /// Where it stands in the file.
    pub packed: Range<usize>,
    /// How it was packed, in the order of unpacking.
    pub methods: Vec<Method>,
    /// The checksum of what it unpacks to.
    pub crc: Option<u32>,
}

/// A method, and the bytes that it unpacks to.
#[derive(Debug, Default, Clone)]
pub(super) struct Method {
    pub id: Vec<u8>,
    pub properties: Vec<u8>,
    pub size: u64,
}

impl Stream {
    /// The bytes that it unpacks to.
    pub fn size(&self) -> u64 {
        self.methods.last().map_or(0, |method| method.size)
    }
}

/// A reader of what a stream unpacks to.
///
/// # Errors
/// It is packed in a way that is not read, asks for too much memory, or does not say how it is packed.
pub(super) fn unpacked<'a>(
    stream: &Stream,
    bytes: &'a [u8],
    deadline: &Deadline,
) -> Result<Box<dyn Read + 'a>, Unreadable> {
    let packed = stream.packed.start.min(bytes.len())..stream.packed.end.min(bytes.len());
    let (mut reader, mut left) = (Box::new(&bytes[packed]) as Box<dyn Read + 'a>, MAX_DICTIONARY_BYTES);
    for method in &stream.methods {
        reader = Box::new(Watched(through(reader, method, &mut left)?, deadline.clone()));
    }
    Ok(reader)
}

/// A reader of what one method makes of what another gives, with a dictionary of what is left for all of them.
fn through<'a>(input: Box<dyn Read + 'a>, method: &Method, left: &mut u64) -> Result<Box<dyn Read + 'a>, Unreadable> {
    Ok(match &*method.id {
        COPY => input,
        DELTA => {
            let distance = method.properties.first().map_or(1, |&told| usize::from(told) + 1);
            Box::new(DeltaReader::new(input, distance))
        }
        LZMA => {
            let [first, dictionary @ ..] = array::<5>(method)?;
            let dictionary = dictionary_of(u32::from_le_bytes(dictionary), method, left)?;
            Box::new(LzmaReader::new_with_props(input, method.size, first, dictionary, None).map_err(said)?)
        }
        LZMA2 => {
            let [told] = array::<1>(method)?;
            let bits = u32::from(told);
            let dictionary = match bits {
                0..40 => (2 | (bits & 1)) << (bits / 2 + 11),
                40 => u32::MAX,
                _ => return Err(unknown(method)),
            };
            Box::new(Lzma2Reader::new(input, dictionary_of(dictionary, method, left)?, None))
        }
        PPMD => {
            let [order, memory @ ..] = array::<5>(method)?;
            let (order, memory) = (u32::from(order), u32::from_le_bytes(memory));
            if !(PPMD7_MIN_ORDER..=PPMD7_MAX_ORDER).contains(&order) || memory < PPMD7_MIN_MEM_SIZE {
                return Err(unknown(method));
            }
            spend(u64::from(memory), left)?;
            let decoder = Ppmd7Decoder::new(input, order, memory);
            Box::new(decoder.map_err(|error| said(io::Error::other(error.to_string())))?)
        }
        BCJ_X86 => Box::new(BcjReader::new_x86(input, 0)),
        BCJ_ARM64 => Box::new(BcjReader::new_arm64(input, 0)),
        AES => return Err(Unreadable::Protected),
        _ => return Err(unknown(method)),
    })
}

/// The bytes of a dictionary: never more than all that is said to be unpacked.
fn dictionary_of(told: u32, method: &Method, left: &mut u64) -> Result<u32, Unreadable> {
    let dictionary = u64::from(told).min(method.size);
    spend(dictionary, left)?;
    Ok(u32::try_from(dictionary).unwrap_or(u32::MAX).max(MIN_DICTIONARY_BYTES))
}

fn spend(bytes: u64, left: &mut u64) -> Result<(), Unreadable> {
    *left = left.checked_sub(bytes).ok_or(Unreadable::NeedsMemory { limit: MAX_DICTIONARY_BYTES })?;
    Ok(())
}

fn array<const N: usize>(method: &Method) -> Result<[u8; N], Unreadable> {
    method.properties.first_chunk().copied().ok_or_else(|| unknown(method))
}

/// A method that is not read, by its name or its number.
fn unknown(method: &Method) -> Unreadable {
    let number = || method.id.iter().map(|byte| format!("{byte:02X}")).collect();
    let name = OTHERS.iter().find(|(id, _)| *id == method.id).map(|(_, name)| (*name).to_owned());
    Unreadable::Method(name.unwrap_or_else(number))
}

fn said(error: io::Error) -> Unreadable {
    Unreadable::Damaged(Damage::Packed(error.to_string()))
}
