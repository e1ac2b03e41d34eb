//! Two words to the number of passages in which they stand side by side: counted where one of them is rare, drawn
//! from a sample of the passages where both are common.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use tantivy::collector::Count;
use tantivy::query::PhraseQuery;
use tantivy::schema::Field;
use tantivy::{DocId, Term};

use crate::store::{Places, Reader};

/// A word in more passages than this is common: it is looked at in the sample alone.
const MOST_COUNTED: u64 = 2048;

/// How often two words were seen side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Seen {
    /// In how many of the passages looked at.
    seen: usize,
    /// How many passages one of those stands for.
    share: f32,
}

impl Seen {
    /// In how many passages of the index they likely stand so; 0 if they were not seen.
    pub(super) fn passages(self) -> u64 {
        (self.seen as f32 * self.share) as u64
    }

    /// Whether this was drawn from a sample: what was not seen may be there.
    pub(super) fn is_drawn(self) -> bool {
        self.share > 1.0
    }

    /// In how many they may be taken to stand; never 0 where they only were not seen.
    pub(super) fn about(self) -> u64 {
        if self.is_drawn() && self.seen == 0 { (self.share / 2.0) as u64 } else { self.passages() }
    }
}

/// How often `second` stands right behind `first`, of positions in order.
pub fn side_by_side(first: &[u32], second: &[u32]) -> usize {
    let mut rest = second.iter().peekable();
    let follows = |&&at: &&u32| {
        while rest.next_if(|other| **other <= at).is_some() {}
        rest.peek() == Some(&&(at + 1))
    };
    first.iter().filter(follows).count()
}

/// Counts words that stand side by side in one index; remembers what it has looked at.
pub(super) struct Pairs<'a> {
    reader: &'a Reader,
    folded: Field,
    /// Where rare words stand in each part of the index.
    rare: RefCell<FxHashMap<String, Rc<Vec<Places>>>>,
    seen: RefCell<FxHashMap<(String, String), Seen>>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(reader: &'a Reader) -> Self {
        let folded = reader.fields().folded;
        Self { reader, folded, rare: RefCell::default(), seen: RefCell::default() }
    }

    /// How often two folded words stand side by side.
    pub(super) fn seen(&self, first: &str, second: &str) -> tantivy::Result<Seen> {
        let key = (first.to_owned(), second.to_owned());
        if let Some(&seen) = self.seen.borrow().get(&key) {
            return Ok(seen);
        }
        let seen = self.look(first, second)?;
        self.seen.borrow_mut().insert(key, seen);
        Ok(seen)
    }

    /// In how many passages of the index two folded words stand side by side; all of them are looked at.
    pub(super) fn counted(&self, first: &str, second: &str) -> tantivy::Result<u64> {
        let terms = [first, second].map(|word| self.term(word));
        Ok(self.reader.searcher().search(&PhraseQuery::new(terms.into()), &Count)? as u64)
    }

    fn term(&self, word: &str) -> Term {
        Term::from_field_text(self.folded, word)
    }

    fn look(&self, first: &str, second: &str) -> tantivy::Result<Seen> {
        let searcher = self.reader.searcher();
        let passages = |word| self.reader.statistics().doc_freq(&self.term(word));
        let (first_passages, second_passages) = (passages(first)?, passages(second)?);
        let rarer = first_passages.min(second_passages);
        if rarer == 0 {
            return Ok(Seen { seen: 0, share: 1.0 });
        }
        if rarer > MOST_COUNTED {
            let sample = self.reader.sample()?;
            let places = |word| sample.places(searcher, &self.term(word));
            let (first, second) = (places(first)?, places(second)?);
            let seen = first.iter().zip(&*second).map(|(first, second)| where_together(first, second).count()).sum();
            return Ok(Seen { seen, share: sample.share() });
        }
        let led_by_first = first_passages <= second_passages;
        let (rare, other) = if led_by_first { (first, second) } else { (second, first) };
        let other = self.term(other);
        let mut seen = 0;
        for (segment, rare) in searcher.segment_readers().iter().zip(&*self.rare(rare)?) {
            let other = Places::within(segment, &other, rare.passages())?;
            let (first, second) = if led_by_first { (rare, &other) } else { (&other, rare) };
            seen += where_together(first, second).count();
        }
        Ok(Seen { seen, share: 1.0 })
    }

    fn rare(&self, word: &str) -> tantivy::Result<Rc<Vec<Places>>> {
        if let Some(known) = self.rare.borrow().get(word) {
            return Ok(Rc::clone(known));
        }
        let term = self.term(word);
        let parts = self.reader.searcher().segment_readers().iter().map(|segment| Places::all(segment, &term));
        let places = Rc::new(parts.collect::<tantivy::Result<Vec<_>>>()?);
        self.rare.borrow_mut().insert(word.to_owned(), Rc::clone(&places));
        Ok(places)
    }
}

/// The passages of one part of the index in which one word stands right behind another, in order.
pub(crate) fn where_together<'a>(first: &'a Places, second: &'a Places) -> impl Iterator<Item = DocId> + 'a {
    let mut rest = second.iter().peekable();
    first.iter().filter_map(move |(passage, first)| {
        while rest.next_if(|(other, _)| *other < passage).is_some() {}
        let (other, second) = rest.peek()?;
        (*other == passage && side_by_side(first, second) > 0).then_some(passage)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_side_by_side_in_order_only() {
        for (first, second, expected) in
            [(&[1, 5, 9][..], &[2, 4, 10][..], 2), (&[2], &[1], 0), (&[], &[1], 0), (&[3, 4], &[4, 5], 2)]
        {
            assert_eq!(side_by_side(first, second), expected, "{first:?} {second:?}");
        }
    }

    #[test]
    fn what_was_not_seen_in_a_sample_may_be_there() {
        let drawn = Seen { seen: 0, share: 50.0 };
        assert_eq!((drawn.passages(), drawn.about(), drawn.is_drawn()), (0, 25, true));
        let counted = Seen { seen: 0, share: 1.0 };
        assert_eq!((counted.passages(), counted.about(), counted.is_drawn()), (0, 0, false));
    }
}
