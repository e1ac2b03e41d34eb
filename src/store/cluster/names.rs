//! The name of an archive to the names of what a cluster keeps of it, and passages to their ids there.

use crate::store::passage::{Handle, PassageId};

/// How all names begin, so that one role fits all.
const OURS: &str = "tracuu";

/// The names of what is kept of one archive.
#[derive(Clone, Debug)]
pub(super) struct Names(String);

impl Names {
    pub(super) fn of(name: &str) -> Self {
        Self(format!("{OURS}-{name}"))
    }

    /// What tells of commits, and of who writes.
    pub(super) fn book(&self) -> String {
        format!("{}-m", self.0)
    }

    /// The passages of a generation: whatever is built anew makes another.
    pub(super) fn passages(&self, generation: u64) -> String {
        format!("{}{generation}", self.passages_of_any())
    }

    /// What stands before the number of each generation.
    pub(super) fn passages_of_any(&self) -> String {
        format!("{}-p-", self.0)
    }
}

/// Where a passage lies: its document, which passage of it, and the run that has put it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) document: u64,
    pub(super) ordinal: u32,
    pub(super) run: u32,
}

impl Spot {
    pub(super) fn handle(self) -> Handle {
        Handle(u128::from(self.document) << 64 | u128::from(self.ordinal) << 32 | u128::from(self.run))
    }

    pub(super) fn at(Handle(number): Handle) -> Self {
        Self { document: (number >> 64) as u64, ordinal: (number >> 32) as u32, run: number as u32 }
    }

    /// What the passage is, in whatever index.
    pub(super) fn passage(self) -> PassageId {
        PassageId { document: self.document, ordinal: u64::from(self.ordinal) }
    }

    /// Its id: that of no other passage, and the same however often it is sent.
    pub(super) fn id(self) -> String {
        format!("{:016x}-{}-{}", self.document, self.ordinal, self.run)
    }

    /// What keeps the passages of a document together.
    pub(super) fn routing(self) -> String {
        format!("{:016x}", self.document)
    }

    /// As a number in the order of documents that has a sign.
    pub(super) fn order(document: u64) -> i64 {
        (document ^ 1 << 63).cast_signed()
    }

    /// The document of such a number.
    pub(super) fn document_of(order: i64) -> u64 {
        order.cast_unsigned() ^ 1 << 63
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spots_are_handles_in_the_same_order_and_back() {
        let spot = |document, ordinal, run| Spot { document, ordinal, run };
        let spots = [spot(1, 7, 2), spot(u64::MAX - 1, 0, 9), spot(u64::MAX - 1, 1, 1), spot(u64::MAX, 0, u32::MAX)];
        let handles = spots.map(Spot::handle);
        assert!(handles.is_sorted());
        assert_eq!(handles.map(Spot::at), spots);
        let orders = spots.map(|spot| Spot::order(spot.document));
        assert!(orders.is_sorted());
        assert_eq!(orders.map(Spot::document_of), spots.map(|spot| spot.document));
        assert_eq!(
            (spots[0].id(), spots[0].routing()),
            ("0000000000000001-7-2".to_owned(), "0000000000000001".to_owned())
        );
    }
}
