//! The terms of a passage in one field, each once, to a line of which the engine makes them again.

use std::ops::Range;

/// Parts terms; in a term a blank stands for it.
pub(super) const END: char = '\u{1e}';

/// Terms of one field. Made to be used again for the next without a new allocation.
#[derive(Debug, Default)]
pub(super) struct TermList {
    text: String,
    terms: Vec<Range<usize>>,
    line: String,
}

impl TermList {
    /// Adds the term that is written.
    pub(super) fn add(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(&mut self.text);
        if self.text[start..].contains(END) {
            let term = self.text[start..].replace(END, " ");
            self.text.replace_range(start.., &term);
        }
        self.terms.push(start..self.text.len());
    }

    /// Adds a term of these parts.
    pub(super) fn add_parts(&mut self, parts: &[&str]) {
        self.add(|term| term.extend(parts.iter().copied()));
    }

    /// All terms, each once and in order, as they are cut again; afterwards there are none.
    pub(super) fn take(&mut self) -> Option<&str> {
        let Self { text, terms, line } = self;
        terms.sort_unstable_by_key(|term| &text[term.clone()]);
        terms.dedup_by_key(|term| &text[term.clone()]);
        line.clear();
        for term in terms.drain(..) {
            line.push_str(&text[term]);
            line.push(END);
        }
        text.clear();
        line.pop().map(|_| &*self.line)
    }
}

#[cfg(test)]
pub(super) fn cut(terms: &mut TermList) -> Vec<String> {
    terms.take().map_or_else(Vec::new, |line| line.split(END).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_back_each_once() {
        let mut terms = TermList::default();
        assert_eq!(terms.take(), None);
        for term in ["n le loi", "", "g loi", "n le loi", "n le"] {
            terms.add_parts(&[term]);
        }
        assert_eq!(cut(&mut terms), ["", "g loi", "n le", "n le loi"]);
        terms.add(|term| term.push('đ'));
        assert_eq!(cut(&mut terms), ["đ"]);
        terms.add_parts(&["r le ", "loi\u{1e}n nobody"]);
        assert_eq!(cut(&mut terms), ["r le loi n nobody"]);
        assert_eq!(terms.take(), None);
    }
}
