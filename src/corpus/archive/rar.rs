//! Archives of WinRAR, of all its versions: unpacked in order, as members of a solid one build on those before them.

mod heads;
mod names;
mod output;
mod watch;

use std::cell::RefCell;

use rars::{
    Archive, ArchiveMember, ArchiveMemberDetail, ArchiveReadOptions, ArchiveReader, Error, ErrorKind,
    ExtractionDecision, ExtractionErrorAction, ReadCancellation,
};

use self::heads::{ends_early, whole};
use self::names::Names;
use self::output::{Output, Unpacked};
use self::watch::Watch;
use super::bounds::{Bounds, MAX_DICTIONARY_BYTES};
use super::members::{Member, Members, Next};
use crate::corpus::oddity::Oddity;
use crate::corpus::package::MAX_MEMBERS;
use crate::corpus::reading::Reading;
use crate::corpus::unreadable::{Damage, Unreadable};

/// Bytes that unpacking may take beside what it gives.
const MAX_WORKSPACE_BYTES: u64 = 2 * MAX_DICTIONARY_BYTES;

/// Members of more bytes are unpacked piece by piece.
const BUFFERED_BYTES: u64 = 16 << 20;

/// Heads of an archive: of members, and of what else belongs to them.
const MAX_HEADS: u64 = 2 * MAX_MEMBERS as u64;
const MAX_HEAD_BYTES: u64 = 64 << 20;

/// What the messages of the library are told as.
const FAILED: &str = "unpacking failed";

/// Reads the members of an archive of WinRAR; one that cannot be read is left out.
pub(in crate::corpus) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let bounds = Bounds::of(bytes, reading.time_left());
    let signal = ReadCancellation::new();
    let options = options(&signal);
    let (archive, fault) = parse(bytes, options)?;
    if is_volume(&archive) {
        return Err(Unreadable::Volume);
    }
    if fault.is_none() && ends_early(bytes) {
        reading.notice(id, Oddity::BreaksOff);
    }
    let watch = Watch::over(signal.clone(), bounds.time_left())?;
    let walk = RefCell::new(Walk::new(&archive, Members::new(id, reading), &watch, bounds));
    let outcome = archive.extract_with_control_and_errors(
        options,
        |member| walk.borrow_mut().decide(member),
        |_, error| {
            walk.borrow_mut().has_failed(error);
            Ok(ExtractionErrorAction::Continue)
        },
    );
    let mut walk = walk.into_inner();
    match outcome {
        Ok(_) => walk.finish(Ok(())),
        Err(error) => walk.break_off(&error),
    }
    if let Some(fault) = fault {
        walk.members.leave_out_rest(&fault);
    }
    Ok(())
}

fn options(signal: &ReadCancellation) -> ArchiveReadOptions<'_> {
    ArchiveReadOptions::new()
        .with_cancellation(signal)
        .with_max_header_count(MAX_HEADS)
        .with_max_header_bytes(MAX_HEAD_BYTES)
        .with_max_reader_workspace_bytes(MAX_WORKSPACE_BYTES)
        .with_rar50_dictionary_size_limit(MAX_DICTIONARY_BYTES)
        .with_rar50_buffered_decode_limit(BUFFERED_BYTES)
}

/// The archive as far as its heads can be read, and why no further.
fn parse(bytes: &[u8], options: ArchiveReadOptions<'_>) -> Result<(Archive, Option<Unreadable>), Unreadable> {
    let error = match ArchiveReader::read_with_options(bytes, options) {
        Ok(archive) => return Ok((archive, None)),
        Err(error) => error,
    };
    let fault = unreadable(&error);
    if !matches!(error.kind(), ErrorKind::InvalidArchive | ErrorKind::ChecksumMismatch) {
        return Err(fault);
    }
    let (end, is_ended) = whole(bytes);
    let archive = ArchiveReader::read_with_options(&bytes[..end], options).ok();
    match archive.filter(|archive| archive.member_refs().next().is_some()) {
        Some(archive) => Ok((archive, Some(fault).filter(|_| !is_ended))),
        None => Err(fault),
    }
}

fn is_volume(archive: &Archive) -> bool {
    match archive {
        Archive::Rar13(archive) => archive.main.is_volume(),
        Archive::Rar15To40(archive) => archive.main.is_volume(),
        Archive::Rar50Plus(archive) => archive.main.is_volume(),
        _ => false,
    }
}

/// The members one after the other: each is read when the next is reached.
struct Walk<'w, 'a, 'r, 'e> {
    members: Members<'a, 'r, 'e>,
    names: Names<'w>,
    watch: &'w Watch,
    output: Output,
    /// How many members there were.
    number: usize,
    /// How many are named before the last that may be wanted, with that.
    last: usize,
    is_solid: bool,
    current: Option<Member>,
}

impl<'w, 'a, 'r, 'e> Walk<'w, 'a, 'r, 'e> {
    fn new(archive: &'w Archive, members: Members<'a, 'r, 'e>, watch: &'w Watch, bounds: Bounds) -> Self {
        let names = Names::of(archive);
        let last =
            (1..=names.len()).rev().find(|number| names.get(*number).is_some_and(|name| members.may_want(&name)));
        let is_solid = archive.is_solid();
        let (last, output) = (last.unwrap_or(0), Output::new(bounds));
        let members = members.of_last((1..=names.len()).map(|number| names.get(number)));
        Self { members, names, watch, output, number: 0, last, is_solid, current: None }
    }

    /// Whether a member is unpacked, after the one before it was read.
    fn decide(&mut self, member: &ArchiveMember) -> rars::Result<ExtractionDecision> {
        // what the members themselves take is their own
        let watch = self.watch;
        let decision = watch.paused(|| {
            self.finish(Ok(()));
            self.decide_next(member)
        });
        self.output.start();
        Ok(decision)
    }

    fn decide_next(&mut self, member: &ArchiveMember) -> ExtractionDecision {
        self.number += 1;
        let name = self.names.get(self.number);
        let next = self.members.next(self.number, Ok(name));
        let (limit, why_not) = match next {
            Next::End => return ExtractionDecision::Stop,
            // what is behind the last that is wanted is told of, but need not be unpacked
            Next::Pass if self.number > self.last => {
                self.leave_out_others(None);
                return ExtractionDecision::Stop;
            }
            Next::Pass => (None, None),
            Next::Unpack(wanted, _) if is_link(member) => {
                self.members.leave_out_link(&wanted);
                (None, None)
            }
            Next::Unpack(wanted, limit) if member.meta.unpacked_size > limit => {
                self.members.refuse(&wanted, member.meta.unpacked_size);
                (None, None)
            }
            Next::Unpack(wanted, limit) => {
                let why_not = why_not(member);
                self.current = Some(wanted);
                (why_not.is_none().then_some(limit), why_not)
            }
        };
        if let Some(why) = why_not {
            self.finish(Err(why));
        }
        match limit {
            _ if member.meta.is_directory || member.meta.is_redirection => ExtractionDecision::Skip,
            None if !self.is_solid => ExtractionDecision::Skip,
            limit => ExtractionDecision::Extract(self.output.open(limit, self.members.left(), self.is_solid)),
        }
    }

    /// Leaves out members that were not reached, those that are wanted for this reason.
    fn leave_out_others(&mut self, why: Option<&Unreadable>) {
        while self.number < self.names.len() {
            self.number += 1;
            match (self.members.next(self.number, Ok(self.names.get(self.number))), why) {
                (Next::Unpack(member, _), Some(why)) => self.members.read(member, Err(why.clone())),
                (Next::End, _) => break,
                _ => {}
            }
        }
    }

    /// Reads the member at hand.
    fn finish(&mut self, outcome: Result<(), Unreadable>) {
        let Unpacked { bytes, why, discarded } = self.output.take();
        self.members.spend(discarded);
        if let Some(member) = self.current.take() {
            let outcome = why.map_or(outcome, Err);
            self.members.read(member, outcome.map(|()| bytes));
        }
    }

    fn has_failed(&mut self, error: &Error) {
        self.finish(Err(self.why(error)));
    }

    /// Leaves out the member at hand and all behind it.
    fn break_off(&mut self, error: &Error) {
        let why = self.output.why().unwrap_or_else(|| self.why(error));
        self.finish(Err(why.clone()));
        self.leave_out_others(Some(&why));
    }

    fn why(&self, error: &Error) -> Unreadable {
        match error.kind() {
            ErrorKind::Cancelled => self.output.too_slow(),
            _ => unreadable(error),
        }
    }
}

/// Whether a member is a link, or another name of the one that holds its bytes.
fn is_link(member: &ArchiveMember) -> bool {
    const UNIX: u64 = 3;
    let is_old = matches!(member.detail, ArchiveMemberDetail::Rar15To40 { .. });
    member.meta.is_redirection
        || is_old && member.meta.host_os == Some(UNIX) && member.meta.file_attr & 0xF000 == 0xA000
}

/// Bytes of the dictionary that a member was packed with, by the notes of RAR 5 on its head.
fn dictionary(member: &ArchiveMember) -> u64 {
    const LEAST: u64 = 128 << 10;
    let ArchiveMemberDetail::Rar50Plus { compression_info: info, .. } = &member.detail else { return 0 };
    if member.meta.is_stored {
        return 0;
    }
    let bytes = LEAST << (info >> 10 & 0x1F);
    // of version 1 the size is told in steps of a thirty-second
    let more = if info & 0x3F == 0 { 0 } else { bytes / 32 * (info >> 15 & 0x1F) };
    bytes + more
}

/// Why a member cannot be unpacked, as far as its head tells.
fn why_not(member: &ArchiveMember) -> Option<Unreadable> {
    match () {
        () if member.meta.is_encrypted => Some(Unreadable::Protected),
        () if member.meta.is_split_before || member.meta.is_split_after => Some(Unreadable::Volume),
        () if dictionary(member) > MAX_DICTIONARY_BYTES => {
            Some(Unreadable::NeedsMemory { limit: MAX_DICTIONARY_BYTES })
        }
        () => None,
    }
}

fn unreadable(error: &Error) -> Unreadable {
    match (error.root_cause(), error.kind()) {
        (Error::FeatureDisabled { .. } | Error::UnsupportedEncryption { .. }, _)
        | (_, ErrorKind::PasswordRequired | ErrorKind::BadPassword) => Unreadable::Protected,
        (Error::HeaderCountLimitExceeded { .. } | Error::HeaderBytesLimitExceeded { .. }, _) => {
            Unreadable::Damaged(Damage::ManyMembers(MAX_MEMBERS))
        }
        (_, ErrorKind::ResourceLimit) => Unreadable::NeedsMemory { limit: MAX_DICTIONARY_BYTES },
        (cause, ErrorKind::UnsupportedFeature | ErrorKind::UnsupportedFormat) => Unreadable::Method(cause.to_string()),
        (cause, _) => Unreadable::Damaged(Damage::Packed(format!("{FAILED}: {cause}"))),
    }
}
