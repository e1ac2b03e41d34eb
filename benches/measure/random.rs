//! Numbers that look random and are the same in every run.

/// A number far from that of its neighbors.
pub fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The number of a text.
pub fn mixed_text(text: &str) -> u64 {
    text.bytes().fold(0, |number, byte| mixed(number ^ u64::from(byte)))
}
