//! What defines an abbreviation in a text -> both its forms.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::text::{is_invisible, is_quote, is_single_quote};

/// A definition of an abbreviation in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbbreviationMention {
    /// Bytes of the text from the first of the two forms to the end of the other, with the bracket
    /// around it; what follows a comma inside the bracket is left out.
    pub range: Range<usize>,
    /// The short form as written, in NFC.
    pub short: String,
    /// The long form as written, in NFC, with one blank between its words.
    pub long: String,
}

/// Where the two forms stand.
pub(super) struct Definition {
    pub range: Range<usize>,
    pub short: Range<usize>,
    pub long: Range<usize>,
}

impl Definition {
    /// `VN-2000` is no long form of `VN2000`.
    pub fn is_longer(&self) -> bool {
        self.long.len() > self.short.len() + 2
    }

    pub fn mention(self, text: &str) -> AbbreviationMention {
        AbbreviationMention {
            range: self.range,
            short: written(&text[self.short]),
            long: written(&text[self.long]).trim_matches(|c| is_quote(c) || is_single_quote(c)).to_owned(),
        }
    }
}

/// A form in NFC with one blank between its words, without the signs of emphasis.
pub(super) fn written(form: &str) -> String {
    let mut written = String::with_capacity(form.len());
    for word in form.split_whitespace() {
        let blank = if written.is_empty() { "" } else { " " };
        written.push_str(blank);
        written.extend(word.nfc().filter(|c| *c != '*' && !is_invisible(*c)));
    }
    written
}
