//! Archives of 7-Zip: members lie one behind the other in streams, each of which is unpacked once, as far as it is wanted.

mod stream;
mod table;

use std::io::Read;
use std::time::Instant;

use self::stream::{Stream, unpacked};
use self::table::Table;
use super::bounds::Bounds;
use super::members::{Members, Next};
use crate::corpus::reading::Reading;
use crate::corpus::unreadable::{Damage, Unreadable};

const CHUNK_BYTES: usize = 64 << 10;

/// What is said of a member that is not what the archive says it is, as the reader of Zip says it.
const BROKEN: &str = "Invalid checksum";

/// Reads the members of an archive of 7-Zip; one that cannot be read is left out.
pub(in crate::corpus) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let mut bounds = Bounds::of(bytes, reading.time_left());
    let table = Table::of(bytes, &mut bounds)?;
    let names = table.entries.iter().map(|entry| entry.name.clone());
    let mut members = Members::new(id, reading).of_last(names);
    let mut under_way = UnderWay::default();
    for (number, entry) in (1..).zip(&table.entries) {
        if entry.stream.is_some() && under_way.number != entry.stream {
            under_way = UnderWay { number: entry.stream, ..UnderWay::default() };
        }
        match members.next(number, Ok(entry.name.clone())) {
            Next::Unpack(member, _) if entry.is_link => {
                under_way.owed = under_way.owed.saturating_add(entry.size);
                members.leave_out_link(&member);
            }
            // what lies before it would be unpacked in vain
            Next::Unpack(member, limit)
                if entry.size > limit || under_way.owed.saturating_add(entry.size) > members.left() =>
            {
                under_way.owed = under_way.owed.saturating_add(entry.size);
                members.refuse(&member, entry.size);
            }
            Next::Unpack(member, _) => {
                let unpacked = match entry.stream.map(|number| &table.streams[number]) {
                    None => Ok(Vec::new()),
                    Some(stream) => {
                        members.spend(under_way.owed);
                        let unpacked = under_way.unpack(stream, bytes, entry.size, &mut bounds);
                        unpacked.and_then(|unpacked| checked(unpacked, entry.crc))
                    }
                };
                members.read(member, unpacked);
            }
            Next::Pass => under_way.owed = under_way.owed.saturating_add(entry.size),
            Next::End => break,
        }
    }
    Ok(())
}

fn checked(bytes: Vec<u8>, crc: Option<u32>) -> Result<Vec<u8>, Unreadable> {
    match crc.is_none_or(|crc| crc == crc32fast::hash(&bytes)) {
        true => Ok(bytes),
        false => Err(Unreadable::Damaged(Damage::Packed(BROKEN.to_owned()))),
    }
}

/// A stream that is being unpacked.
#[derive(Default)]
struct UnderWay<'a> {
    number: Option<usize>,
    /// Nothing before anything of it is wanted.
    reader: Option<Result<Box<dyn Read + 'a>, Unreadable>>,
    /// Bytes of members that were passed over since.
    owed: u64,
}

impl<'a> UnderWay<'a> {
    /// Unpacks a member, behind those that were passed over; where that fails, nothing behind it can be reached.
    fn unpack(
        &mut self,
        stream: &Stream,
        bytes: &'a [u8],
        size: u64,
        bounds: &mut Bounds,
    ) -> Result<Vec<u8>, Unreadable> {
        let since = Instant::now();
        bounds.take(0, since)?;
        bounds.start(since);
        let mut kept = Vec::new();
        let reader = self.reader.get_or_insert_with(|| unpacked(stream, bytes, &bounds.deadline()));
        let outcome = match reader {
            Ok(reader) => take(reader, self.owed, None, bounds, since)
                .and_then(|()| take(reader, size, Some(&mut kept), bounds, since)),
            Err(error) => Err(error.clone()),
        };
        bounds.take_time(since.elapsed());
        self.owed = 0;
        if let Err(error) = &outcome {
            self.reader = Some(Err(error.clone()));
        }
        outcome.map(|()| kept)
    }
}

/// Unpacks so many bytes, and keeps them if somebody wants them.
fn take(
    reader: &mut dyn Read,
    mut left: u64,
    mut kept: Option<&mut Vec<u8>>,
    bounds: &mut Bounds,
    since: Instant,
) -> Result<(), Unreadable> {
    let mut chunk = vec![0; CHUNK_BYTES];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(CHUNK_BYTES);
        match reader.read(&mut chunk[..most]) {
            Ok(0) => return Err(Unreadable::Damaged(Damage::BreaksOff)),
            Ok(count) => {
                left -= count as u64;
                if let Some(kept) = &mut kept {
                    kept.extend_from_slice(&chunk[..count]);
                }
                bounds.take(count, since)?;
            }
            Err(error) => {
                bounds.take(0, since)?;
                return Err(Unreadable::Damaged(Damage::Packed(error.to_string())));
            }
        }
    }
    Ok(())
}
