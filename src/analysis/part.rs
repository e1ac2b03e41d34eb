//! A stretch of a text that is a word, and how much of it the index keeps.

/// Longer words are kept to this many bytes in the index; their offsets cover them all.
pub(super) const MAX_WORD_BYTES: usize = 120;

/// A word of a text, in bytes.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What is kept of a word.
pub(super) fn kept(word: &str) -> &str {
    let mut end = word.len().min(MAX_WORD_BYTES);
    while !word.is_char_boundary(end) {
        end -= 1;
    }
    &word[..end]
}

/// Cuts a line to so many bytes, or to fewer where that would part a letter.
pub(super) fn truncate(text: &mut String, mut len: usize) {
    if len < text.len() {
        while !text.is_char_boundary(len) {
            len -= 1;
        }
        text.truncate(len);
    }
}
