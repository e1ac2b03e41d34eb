//! The name of a font -> the encoding that its letters stand in.

use super::encoding::Legacy;
use crate::corpus::provenance::FontUse;

/// More fonts than these are a mistake of the document or malice.
const MAX_FONTS: usize = 32;

/// The fonts of old encodings met so far.
#[derive(Default)]
pub(crate) struct FontUses(Vec<FontUse>);

impl FontUses {
    /// Counts the letters of a run that was read by its font.
    pub fn add(&mut self, font: &str, legacy: Legacy, run: &str) {
        let letters = run.chars().filter(|c| c.is_alphabetic()).count();
        let font = first_of(font);
        if let Some(known) = self.0.iter_mut().find(|known| known.font == font) {
            known.letters += letters;
        } else if self.0.len() < MAX_FONTS && letters > 0 {
            self.0.push(FontUse { font: font.to_owned(), encoding: legacy.name(), letters });
        }
    }

    pub fn finish(self) -> Vec<FontUse> {
        self.0
    }
}

/// The encoding of a font (`.VnTime`, `.VnTimeH`, `VNI-Times`, `VPS Times`, `VI Times`); `None` if the
/// font is one of Unicode. Of a list of fonts the first counts.
pub(crate) fn by_font(font: &str) -> Option<Legacy> {
    let name = first_of(font).to_ascii_lowercase();
    let follows = |prefix: &str| name.strip_prefix(prefix).filter(|rest| !rest.is_empty());
    let is_named = |prefix: &str| {
        follows(prefix).is_some_and(|rest| rest.starts_with(['-', ' ', '_']) && rest.contains(char::is_alphabetic))
    };
    let tcvn3 = follows(".vn").or_else(|| follows("vn").filter(|_| is_undotted(&name)));
    if let Some(rest) = tcvn3 {
        let plain = rest.trim_end_matches("italic").trim_end().trim_end_matches("bold").trim_end();
        return Some(if plain.ends_with('h') { Legacy::Tcvn3Capitals } else { Legacy::Tcvn3 });
    }
    if is_named("vni") {
        return Some(Legacy::Vni);
    }
    if is_named("vps") {
        return Some(Legacy::Vps);
    }
    is_named("vi").then_some(Legacy::Viscii)
}

/// Families of TCVN3 whose names are met without the dot before them, as programs that print have it (`VnTime`).
const UNDOTTED: [&str; 12] = [
    "arial",
    "aristote",
    "avant",
    "black",
    "book",
    "century",
    "clarendon",
    "commercial",
    "courier",
    "helvet",
    "time",
    "univers",
];

fn is_undotted(name: &str) -> bool {
    let family = name.strip_prefix("vn").unwrap_or_default();
    UNDOTTED.iter().any(|known| family.starts_with(known)) && !family.starts_with("times")
}

/// The first of a list of fonts, without quotes.
fn first_of(fonts: &str) -> &str {
    let first = fonts.split(',').next().unwrap_or_default();
    first.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''))
}

/// Whether a web page names a font that is one of TCVN3, VNI or VPS without doubt.
pub(crate) fn mentions_font(page: &[u8]) -> bool {
    let names: [&[u8]; 4] = [b".vn", b"vni-", b"vps ", b"vps-"];
    page.windows(5).enumerate().any(|(at, window)| {
        let is_start = at == 0 || !page[at - 1].is_ascii_alphanumeric();
        is_start
            && matches!(window[0], b'.' | b'v' | b'V')
            && names
                .iter()
                .any(|name| window[..name.len()].eq_ignore_ascii_case(name) && window[name.len()].is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_name_their_encoding() {
        let check = |font: &str, expected: Option<Legacy>| assert_eq!(by_font(font), expected, "{font}");
        check(".VnTime", Some(Legacy::Tcvn3));
        check(".VnTimeH", Some(Legacy::Tcvn3Capitals));
        check(".vnArial NarrowH", Some(Legacy::Tcvn3Capitals));
        check(" '.VnArial' , sans-serif", Some(Legacy::Tcvn3));
        check("\".VnTimeH Bold\"", Some(Legacy::Tcvn3Capitals));
        check("VnTime", Some(Legacy::Tcvn3));
        check("VnArialH,Bold", Some(Legacy::Tcvn3Capitals));
        check("VNR10", None);
        check("VnBitstreamCharter", None);
        check("VNI-Times", Some(Legacy::Vni));
        check("vni times", Some(Legacy::Vni));
        check("VPS Times", Some(Legacy::Vps));
        check("VI Arial", Some(Legacy::Viscii));
        check("Times New Roman, .VnTime", None);
        check("Visual", None);
        check("VNI", None);
        check(".vn", None);
        check("VNI-1", None);
        check("", None);
    }

    #[test]
    fn a_page_mentions_fonts() {
        let check = |page: &str, expected: bool| assert_eq!(mentions_font(page.as_bytes()), expected, "{page}");
        check("<font face=\".VnTime\">", true);
        check("font-family:vni-Times", true);
        check("face='VPS Times'", true);
        check("http://congdoan.vn/tin", false);
        check("a .vn domain, VNI-2", false);
        check("", false);
    }
}
