//! What a font says that a sign is -> the text that it stands for.

use std::rc::Rc;

use crate::corpus::legacy::by_font;

/// A font of a PDF, as far as it tells letters.
pub(super) struct Letters {
    /// Its name, without the mark of a subset.
    pub name: Rc<str>,
    /// It shows signs and no letters.
    is_of_signs: bool,
    /// It is one of TCVN3.
    is_tcvn3: bool,
}

/// What stands in fonts of signs before the items of a list.
const BULLET: &str = "•";

/// The place of `ư` in TCVN3, which Latin-1 has for a hyphen that may not show.
const SOFT_HYPHEN: u32 = 0xAD;

impl Letters {
    /// A font by its names as they stand in the file: the first, unless another is that of an old encoding.
    pub fn of<S: AsRef<str>>(names: &[S]) -> Self {
        let mut names = names.iter().map(|name| without_mark(name.as_ref()));
        let first = names.clone().next().unwrap_or_default();
        let name = names.find(|name| by_font(name).is_some()).unwrap_or(first);
        let lower = name.to_ascii_lowercase();
        let is_of_signs = ["wingdings", "webdings", "dingbats"].iter().any(|signs| lower.contains(signs));
        Self { name: name.into(), is_of_signs, is_tcvn3: by_font(name).is_some_and(|legacy| legacy.is_tcvn3()) }
    }

    /// The text of a sign by its code and what the file says of it; nothing if that is not known.
    pub fn text(&self, code: u32, told: Option<&str>) -> Option<String> {
        if self.is_tcvn3 && code == SOFT_HYPHEN && told.is_none_or(is_hyphen) {
            return Some("\u{AD}".to_owned());
        }
        let told = told.filter(|told| !told.is_empty() && !told.chars().all(is_nothing));
        let Some(told) = told else {
            // A code of one byte that nothing is said of is still one of an old encoding.
            let byte = u8::try_from(code).ok().filter(|&code| code > 0x7F && by_font(&self.name).is_some());
            return match byte {
                Some(byte) => Some(char::from(byte).to_string()),
                None => (code == u32::from(b' ')).then(|| " ".to_owned()),
            };
        };
        if self.is_of_signs && !told.trim().is_empty() && !told.chars().any(is_private) {
            return Some(BULLET.to_owned());
        }
        Some(told.chars().filter(|c| !is_nothing(*c)).map(unfolded).collect())
    }
}

/// A name without the mark of a subset: `ABCDEF+`.
fn without_mark(name: &str) -> &str {
    name.split_once('+').filter(|(mark, _)| mark.len() == 6).map_or(name, |(_, name)| name)
}

fn is_hyphen(told: &str) -> bool {
    matches!(told, "-" | "\u{AD}" | "\u{2010}" | "\u{2011}" | "\u{2212}")
}

/// Whether a sign says nothing: controls and what stands for no character.
fn is_nothing(c: char) -> bool {
    (c.is_control() && !c.is_whitespace()) || matches!(c, '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// The letters of a ligature, one by one.
fn unfolded(c: char) -> String {
    match c {
        'ﬀ' => "ff".to_owned(),
        'ﬁ' => "fi".to_owned(),
        'ﬂ' => "fl".to_owned(),
        'ﬃ' => "ffi".to_owned(),
        'ﬄ' => "ffl".to_owned(),
        'ﬅ' | 'ﬆ' => "st".to_owned(),
        c => c.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_tell_letters() {
        let check = |font: &str, code: u32, told: Option<&str>, expected: Option<&str>| {
            assert_eq!(Letters::of(&[font]).text(code, told).as_deref(), expected, "{font} {code:x} {told:?}");
        };
        check("ABCDEF+Arial", 1, Some("ế"), Some("ế"));
        check("Arial", 0x41, None, None);
        check("Arial", 0x20, None, Some(" "));
        check("Arial", 3, Some("\u{0}"), None);
        check("Arial", 3, Some("\u{FFFD}"), None);
        check("Arial", 3, Some("ﬃ"), Some("ffi"));
        check("ABCDEF+.VnTime", 0xAD, Some("-"), Some("\u{AD}"));
        check(".VnTime", 0x2D, Some("-"), Some("-"));
        check(".VnTime", 0xB5, None, Some("µ"));
        check("Wingdings-Regular", 0x76, Some("v"), Some("•"));
        check("Wingdings", 0xA7, Some("\u{F0A7}"), Some("\u{F0A7}"));
        check("ZapfDingbats", 0x20, Some(" "), Some(" "));
        assert_eq!(&*Letters::of(&["ABCDEF+.VnTime"]).name, ".VnTime");
        assert_eq!(&*Letters::of(&["ABCDEF+F1", "F1", ".VnTime"]).name, ".VnTime");
        assert_eq!(&*Letters::of(&["F1", "Arial"]).name, "F1");
    }
}
