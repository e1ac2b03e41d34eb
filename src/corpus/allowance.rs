//! The size of a file on disk -> what may come out of it in all: bytes, members and time, however it nests and repeats.

use std::time::{Duration, Instant};

use super::limits::Limits;
use super::package::{MAX_MEMBERS, most};
use super::unreadable::{Damage, Unreadable};

/// Reading all members of a small file takes no longer than this part of what a document may take by itself.
const SHARE: u32 = 7;

/// For so many bytes of a file reading its members may take a second more.
const BYTES_A_SECOND: u64 = 64 << 10;

/// What may still come out of a file.
pub(super) struct Allowance {
    /// Bytes that its members may unpack to.
    bytes: u64,
    /// Why nothing more comes out of it once those are spent.
    limit: Unreadable,
    members: usize,
    time: Duration,
    since: Instant,
    /// Whether time counts.
    is_timed: bool,
}

impl Allowance {
    /// That of a file of so many bytes.
    pub fn of(size: u64, limits: &Limits) -> Self {
        let (most, of_archive) = (most(size), limits.max_archive_bytes);
        let limit = match most < of_archive {
            true => Unreadable::Swells { limit: most },
            false => Unreadable::ArchiveTooLarge { limit: of_archive },
        };
        let own = (Duration::from_secs(limits.max_seconds) / SHARE).max(Duration::from_secs(1));
        let time = own.saturating_add(Duration::from_secs(size / BYTES_A_SECOND));
        let (bytes, members) = (most.min(of_archive), MAX_MEMBERS);
        Self { bytes, limit, members, time, since: Instant::now(), is_timed: true }
    }

    /// The same with whatever time it takes.
    pub fn untimed(self) -> Self {
        Self { is_timed: false, ..self }
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    pub fn spend(&mut self, bytes: u64) {
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    /// Counts a member.
    pub fn take_member(&mut self) {
        self.members = self.members.saturating_sub(1);
    }

    /// Does something that no time is counted of.
    pub fn paused<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let since = Instant::now();
        let done = work();
        self.since += since.elapsed();
        done
    }

    /// How long it may still take.
    pub fn time_left(&self) -> Duration {
        if self.is_timed { self.time.saturating_sub(self.since.elapsed()) } else { Duration::MAX }
    }

    /// Why the bytes of a member are too many that would have had room in itself.
    pub fn limit(&self) -> Unreadable {
        self.limit.clone()
    }

    /// Why nothing more may come out of the file.
    pub fn why_spent(&self) -> Option<Unreadable> {
        match () {
            () if self.bytes == 0 => Some(self.limit.clone()),
            () if self.members == 0 => Some(Unreadable::Damaged(Damage::ManyMembers(MAX_MEMBERS))),
            () if self.time_left().is_zero() => Some(Unreadable::TooSlow { seconds: self.time.as_secs() }),
            () => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_out_of_a_file_has_an_end() {
        let limits = Limits { max_archive_bytes: 1 << 30, ..Limits::default() };
        let spent = |size, change: fn(&mut Allowance)| {
            let mut allowance = Allowance::of(size, &limits);
            change(&mut allowance);
            allowance.why_spent().map(|why| why.to_string()).unwrap_or_default()
        };
        assert_eq!(spent(46_000, |_| {}), "");
        assert_eq!(
            spent(46_000, |own| own.spend(64 << 20)),
            "more comes out of its file than 64 MiB, the most that one of its size holds"
        );
        assert_eq!(spent(1 << 30, |own| own.spend(1 << 30)), "its archive unpacks to more than 1024 MiB");
        assert_eq!(
            spent(100, |own| (0..MAX_MEMBERS).for_each(|_| own.take_member())),
            "damaged: more than 100000 members"
        );
        assert_eq!(spent(100, |own| own.time = Duration::ZERO), "reading it took longer than 0 seconds");
        assert_eq!(Allowance::of(1 << 20, &limits).time.as_secs(), 24);
        let mut untimed = Allowance::of(0, &limits).untimed();
        untimed.time = Duration::ZERO;
        assert_eq!((untimed.paused(|| 1), untimed.why_spent()), (1, None));
    }
}
