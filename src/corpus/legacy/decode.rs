//! Bytes or the letters that show them -> text, in an encoding that is known.

use std::borrow::Cow;

use super::encoding::Legacy;
use super::fonts::{FontUses, by_font};
use super::table::is_letter_beyond_bytes;
use super::{capitals, look_alikes, table};
use crate::corpus::judge::judge;

/// Decodes bytes; a byte without a letter is that of windows-1252.
pub(crate) fn decode(legacy: Legacy, bytes: &[u8]) -> String {
    read(legacy, &encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// Decodes text that shows the bytes as letters of Latin-1 or windows-1252, such as a run in a font of
/// that encoding.
///
/// Text that is plainly Unicode already stays as it is: it has letters that no byte stands for, or
/// reads better so.
pub(crate) fn decode_run(legacy: Legacy, text: &str) -> String {
    if text.is_ascii() && legacy != Legacy::Tcvn3Capitals {
        return text.to_owned();
    }
    let shown = look_alikes::undone(legacy, text);
    let decoded = read(legacy, &shown);
    let is_unicode = shown.chars().any(is_letter_beyond_bytes) || judge(text).score > judge(&decoded).score;
    if is_unicode { text.to_owned() } else { decoded }
}

/// Decodes a run in a font of this name, which may be one of an old encoding, and counts it as such.
pub(crate) fn decode_in_font<'a>(font: &str, text: &'a str, uses: &mut FontUses) -> Cow<'a, str> {
    let Some(legacy) = by_font(font) else {
        return Cow::Borrowed(text);
    };
    let decoded = decode_run(legacy, text);
    if decoded != text {
        uses.add(font, legacy, &decoded);
    }
    Cow::Owned(decoded)
}

/// The text that the bytes behind these letters stand for.
pub(super) fn read(legacy: Legacy, text: &str) -> String {
    let decoded = table::of(legacy).read(text);
    match legacy {
        Legacy::Tcvn3 => capitals::restore(decoded),
        Legacy::Tcvn3Capitals => capitals::raise(&decoded),
        _ => decoded,
    }
}
