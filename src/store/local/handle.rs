//! Addresses of the engine to handles and back; both are in the same order.

use tantivy::DocAddress;

use crate::store::passage::Handle;

pub(super) fn handle(address: DocAddress) -> Handle {
    Handle(u128::from(u64::from(address.segment_ord) << 32 | u64::from(address.doc_id)))
}

pub(super) fn address(Handle(number): Handle) -> DocAddress {
    DocAddress::new((number >> 32) as u32, number as u32)
}
