//! Bytes or letters of the encodings from before Unicode -> text.
//!
//! What was typed in a font of such an encoding stands in Unicode files as the letters that Latin-1
//! has for its bytes; both roads lead through the same tables.

mod capitals;
mod detect;
#[cfg(test)]
mod encode;
mod fonts;
mod repair;
mod table;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub(super) use self::detect::detect;
pub(super) use self::fonts::{FontUses, by_font, mentions_font};
pub(super) use self::repair::repair;
use super::judge::judge;

/// An encoding from before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Legacy {
    /// TCVN 5712:1993, table VN3, called ABC: a byte a letter, no capitals with tones.
    Tcvn3,
    /// The same in a font that shows every letter as a capital (`.VnTimeH`).
    Tcvn3Capitals,
    /// VNI for Windows: the letter, then its mark.
    Vni,
    /// RFC 1456.
    Viscii,
    /// Of the Vietnamese Professionals Society.
    Vps,
    /// The code page of Windows: letters, then combining tones.
    Windows1258,
}

impl Legacy {
    /// The encodings that bytes alone can be in; of equals the first wins.
    pub const ALL: [Self; 5] = [Self::Tcvn3, Self::Vni, Self::Windows1258, Self::Viscii, Self::Vps];

    /// The name as the user types and reads it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 | Self::Tcvn3Capitals => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
            Self::Vps => "vps",
            Self::Windows1258 => "windows-1258",
        }
    }

    /// The encoding of this name, in any case.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|legacy| legacy.name().eq_ignore_ascii_case(name))
    }
}

/// Decodes bytes; a byte without a letter is that of windows-1252.
pub(super) fn decode(legacy: Legacy, bytes: &[u8]) -> String {
    read(legacy, &encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// Decodes text that shows the bytes as letters of Latin-1 or windows-1252, such as a run in a font of
/// that encoding.
///
/// Text that is plainly Unicode already stays as it is: it has letters that no byte stands for, or
/// reads better so.
pub(super) fn decode_run(legacy: Legacy, text: &str) -> String {
    if text.is_ascii() && legacy != Legacy::Tcvn3Capitals {
        return text.to_owned();
    }
    let decoded = read(legacy, text);
    let is_unicode = text.chars().any(is_letter_beyond_bytes) || judge(text).score > judge(&decoded).score;
    if is_unicode { text.to_owned() } else { decoded }
}

/// Decodes a run in a font of this name, which may be one of an old encoding, and counts it as such.
pub(super) fn decode_in_font<'a>(font: &str, text: &'a str, uses: &mut FontUses) -> Cow<'a, str> {
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
fn read(legacy: Legacy, text: &str) -> String {
    let decoded = table::of(legacy).read(text);
    match legacy {
        Legacy::Tcvn3 => capitals::restore(decoded),
        Legacy::Tcvn3Capitals => capitals::raise(&decoded),
        _ => decoded,
    }
}

/// Whether this is a letter or mark of Vietnamese that no single byte is shown as.
fn is_letter_beyond_bytes(c: char) -> bool {
    let is_vietnamese = matches!(c, '\u{100}'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}');
    is_vietnamese && table::byte_of(c).is_none()
}
