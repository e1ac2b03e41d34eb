//! Lists of lives: each entry begins with a name and a birth or the years of a life, `2. Cụ A (1873 – 1945), con thứ.`

use super::{Reader, Shape};

/// Fewer entries are no list.
const FEW: usize = 2;

/// No line above an entry has more words behind its name: `Cụ A (1837 – 1888)`.
const BARE: usize = 6;

impl Reader<'_> {
    /// Whether a text that tells no one life is a list of lives.
    pub(super) fn lists_lives(&self) -> bool {
        self.subjects.life.is_none() && (0..self.people.len()).filter(|&n| self.begins_entry(n)).nth(FEW - 1).is_some()
    }

    /// Whose entry the sentence `start..end` belongs to.
    pub(super) fn enter(&mut self, start: usize, end: usize) {
        // `2. Cụ A (1873 – 1945)`: the number is read as a sentence of its own
        let number = |at: usize| self.words[at].shape == Shape::Other && (at == 0 || self.breaks(at) > 0);
        let begins = start == 0 || self.breaks(start) > 0 || number(start - 1);
        if !begins {
            return;
        }
        if let Some(own) = self.begun_life(start, end) {
            self.entry = Some(own);
            let rest = end.saturating_sub(self.people[own].end);
            let bare = rest <= BARE && (end == self.words.len() || self.breaks(end) > 0);
            self.held = self.entry.filter(|_| bare);
            return;
        }
        if self.words[start..end].iter().all(|word| word.shape == Shape::Upper || word.shape == Shape::Other) {
            self.held = None;
        }
        self.entry = self.held;
    }

    /// With whose name and birth the sentence `start..end` begins, at the head of its line.
    pub(super) fn begun_life(&self, start: usize, end: usize) -> Option<usize> {
        let next = self.people.partition_point(|person| person.start < start);
        let here = self.people.get(next).is_some_and(|person| person.start < end);
        (here && self.begins_entry(next)).then_some(next)
    }

    /// Whether a name begins its line, behind a number and a title, with a birth behind it.
    fn begins_entry(&self, n: usize) -> bool {
        let person = &self.people[n];
        let first = person.start - self.title(person);
        let begins = |at: usize| at == 0 || self.breaks(at) > 0;
        let numbered = first > 0 && self.words[first - 1].shape == Shape::Other && begins(first - 1);
        person.end - person.start > 1 && (begins(first) || numbered) && self.is_born(n)
    }
}
