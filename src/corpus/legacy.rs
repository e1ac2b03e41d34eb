//! Bytes or letters of the encodings from before Unicode -> text.
//!
//! What was typed in a font of such an encoding stands in Unicode files as the letters that Latin-1
//! has for its bytes; both roads lead through the same tables.

mod capitals;
mod decode;
mod detect;
#[cfg(test)]
mod encode;
mod encoding;
mod evidence;
mod fonts;
mod look_alikes;
mod repair;
mod spelled;
mod table;
#[cfg(test)]
mod tests;

pub(super) use self::decode::{decode, decode_in_font, decode_run};
pub(super) use self::detect::detect;
pub(super) use self::encoding::Legacy;
pub(super) use self::fonts::{FontUses, by_font, mentions_font};
pub(super) use self::repair::{repair, repair_title};
