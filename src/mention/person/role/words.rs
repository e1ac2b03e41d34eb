//! The data file of words before offices to look-ups.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::mention::person::lexicon::Lexicon;
use crate::mention::person::word::{Gap, Id, Word};
use crate::mention::phrases::lines;

/// What a phrase says of an office: bits; see the head of `office_words.txt`.
pub(super) mod cue {
    pub const TAKES: u8 = 1;
    pub const HAS: u8 = 1 << 1;
    /// What ends an office.
    pub const LEAVES: u8 = TAKES | HAS;
    pub const POST: u8 = 1 << 2;
    pub const GROUP: u8 = 1 << 3;
    /// What is no part of the office before it, in small letters.
    pub const ENDS: u8 = 1 << 4;
    /// Bodies, which are no office.
    pub const BODY: u8 = 1 << 5;
    /// What stands before a verb that then gives nobody an office.
    pub const UNREAL: u8 = 1 << 6;
}

/// The longest phrase.
const MAX_WORDS: usize = 6;

/// The phrases, by their words, and how long those are that begin and end with a word.
pub(super) struct OfficeWords {
    phrases: FxHashMap<[Id; MAX_WORDS], u8>,
    /// By the number of the word.
    starts: Vec<Edge>,
    ends: Vec<Edge>,
}

/// The phrases that begin or end with a word.
#[derive(Clone, Copy, Default)]
struct Edge {
    /// Bit `n` for phrases of `n` words.
    lens: u8,
    /// What they say, all together.
    says: u8,
}

impl Edge {
    /// How many words those have that may say one of these, the longest first; none has more than `max`.
    fn lens(self, says: u8, max: usize) -> impl Iterator<Item = usize> {
        let lens = if self.says & says == 0 { 0 } else { self.lens };
        let longest = if lens == 0 { 0 } else { MAX_WORDS.min(max) };
        (1..=longest).rev().filter(move |len| lens & 1 << len != 0)
    }
}

pub(super) static OFFICE_WORDS: LazyLock<OfficeWords> = LazyLock::new(|| {
    let lexicon = Lexicon::get();
    let mut words = OfficeWords { phrases: FxHashMap::default(), starts: Vec::new(), ends: Vec::new() };
    for line in lines(include_str!("../../data/office_words.txt")) {
        let (says, phrase) = line.split_once(' ').unwrap_or(("post", line));
        let says = match says {
            "takes" => cue::TAKES,
            "has" => cue::HAS,
            "leaves" => cue::LEAVES,
            "group" => cue::GROUP,
            "ends" => cue::ENDS,
            "body" => cue::BODY,
            "unreal" => cue::UNREAL,
            _ => cue::POST,
        };
        let ids: Option<Vec<Id>> = phrase.split(' ').map(|word| lexicon.by_spelling(word)).collect();
        if let Some(ids) = ids {
            words.add(&ids, says);
        }
    }
    words
});

impl OfficeWords {
    fn add(&mut self, ids: &[Id], says: u8) {
        let mut key = [Id::NONE; MAX_WORDS];
        let (Some(slots), Some(first), Some(last)) = (key.get_mut(..ids.len()), ids.first(), ids.last()) else {
            return;
        };
        slots.copy_from_slice(ids);
        for (edges, id) in [(&mut self.starts, first), (&mut self.ends, last)] {
            let at = id.0 as usize;
            if edges.len() <= at {
                edges.resize(at + 1, Edge::default());
            }
            edges[at].lens |= 1 << ids.len();
            edges[at].says |= says;
        }
        *self.phrases.entry(key).or_default() |= says;
    }

    /// The longest phrase that begins at `words[at]` and says one of these: how many words it has.
    pub(super) fn forward(&self, words: &[Word], at: usize, says: u8) -> Option<usize> {
        let edge = *self.starts.get(words.get(at)?.id.0 as usize)?;
        edge.lens(says, words.len() - at).find(|&len| self.says(&words[at..at + len]) & says != 0)
    }

    /// The longest phrase that ends before `words[end]` and says one of these: how many words it has, and all that it
    /// says.
    pub(super) fn backward(&self, words: &[Word], end: usize, says: u8) -> Option<(usize, u8)> {
        let edge = *self.ends.get(words[end.checked_sub(1)?].id.0 as usize)?;
        edge.lens(says, end).find_map(|len| {
            let said = self.says(&words[end - len..end]);
            (said & says != 0).then_some((len, said))
        })
    }

    fn says(&self, words: &[Word]) -> u8 {
        let mut key = [Id::NONE; MAX_WORDS];
        for (n, (slot, word)) in key.iter_mut().zip(words).enumerate() {
            if n > 0 && !matches!(word.gap, Gap::Blank | Gap::Line | Gap::Hyphen) || word.id == Id::NONE {
                return 0;
            }
            *slot = word.id;
        }
        self.phrases.get(&key).copied().unwrap_or(0)
    }
}
