//! Words that were read before with the forms they gave: a text says few words often.

use super::short::{Key, Table};

/// No more words than these are kept: there are fewer Vietnamese syllables in all.
const MAX_WORDS: usize = 1 << 14;

/// Room for a form and the blank behind it.
const ROOM: usize = 16;

const BLANKS: &str = "                ";

/// The exact and the folded form of each word that was kept; long ones are worked out each time.
#[derive(Clone, Debug, Default)]
pub(super) struct Memo {
    words: Table<Kept>,
    /// Of each word its exact and its folded form, with blanks behind to fill their rooms: all are copied at once,
    /// and what is too much is cut off.
    forms: String,
}

/// Which word this is, and how long its forms are in bytes, with one blank.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    number: u16,
    exact: u8,
    folded: u8,
}

impl Memo {
    /// Writes the forms of a word, if it was kept, with a blank behind each.
    pub(super) fn write(&self, word: Key, exact: &mut String, folded: &mut String) -> bool {
        let Some(kept) = self.words.get(word) else { return false };
        let start = usize::from(kept.number) * 2 * ROOM;
        let forms = self.forms.get(start..start + ROOM).zip(self.forms.get(start + ROOM..start + 2 * ROOM));
        let Some((exact_form, folded_form)) = forms else { return false };
        push(exact, exact_form, kept.exact);
        push(folded, folded_form, kept.folded);
        true
    }

    /// Keeps the forms of a word, while there is room.
    pub(super) fn keep(&mut self, word: Key, exact: &str, folded: &str) {
        if self.words.len() >= MAX_WORDS || exact.len() >= ROOM || folded.len() >= ROOM {
            return;
        }
        let number = self.words.len() as u16;
        for form in [exact, folded] {
            self.forms.push_str(form);
            self.forms.push_str(&BLANKS[form.len()..]);
        }
        self.words.insert(word, Kept { number, exact: exact.len() as u8 + 1, folded: folded.len() as u8 + 1 });
    }
}

/// Appends the first bytes of a form.
fn push(line: &mut String, form: &str, len: u8) {
    let end = line.len() + usize::from(len);
    line.push_str(form);
    line.truncate(end);
}
