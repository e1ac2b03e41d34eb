//! Candidates to those that are people, by what the same text says elsewhere.

use rustc_hash::FxHashSet;

use super::candidate::{Candidate, Verdict};
use super::lexicon::{Id, Lexicon, flag, kind};
use super::surroundings::Left;
use super::words::{Gap, Shape, Word};

/// The ids of a stretch of words; longer ones are cut.
type Key = [Id; 5];

fn key(words: &[Word]) -> Key {
    let mut key = [Id::NONE; 5];
    key.iter_mut().zip(words).for_each(|(slot, word)| *slot = word.id);
    key
}

/// Keeps the candidates that are people, in order.
pub(super) fn settle(words: &[Word], mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    raise_list_heads(words, &mut candidates);
    let known = Evidence::of(words, &candidates);
    candidates.retain(|candidate| match candidate.verdict {
        Verdict::Not => false,
        Verdict::Person => true,
        Verdict::Likely => !known.is_place(words, candidate),
        Verdict::Perhaps => known.is_person(words, candidate),
    });
    candidates
}

/// Makes people of what begins a list that goes on with people: `Lâm Kính và Nông Văn Đạo`.
fn raise_list_heads(words: &[Word], candidates: &mut [Candidate]) {
    let lexicon = Lexicon::get();
    let mut next: Option<Candidate> = None;
    for candidate in candidates.iter_mut().rev() {
        let goes_on = next.is_some_and(|next| {
            let joint = candidate.end + 1 == next.start && lexicon.is(&words[candidate.end], kind::JOIN);
            next.verdict >= Verdict::Likely
                && (joint && words[candidate.end].gap == Gap::Blank
                    || candidate.end == next.start && words[next.start].gap == Gap::Comma)
        });
        let first = &words[candidate.start];
        let family = lexicon.flags(first.id) & flag::FAMILY != 0 && first.shape == Shape::Capital;
        let free = candidate.left == Left::Nothing && candidate.known.is_none();
        if goes_on && family && free && candidate.verdict == Verdict::Perhaps && candidate.end - candidate.start >= 2 {
            candidate.verdict = Verdict::Likely;
        }
        next = Some(*candidate);
    }
}

/// What the text says of its names.
#[derive(Default)]
struct Evidence {
    people: FxHashSet<Key>,
    places: FxHashSet<Key>,
    /// The last syllables of people, by which they are named too: two of a Vietnamese name, one of a foreign one.
    ends: FxHashSet<Key>,
    /// Well-known people.
    known: FxHashSet<&'static str>,
}

impl Evidence {
    fn of(words: &[Word], candidates: &[Candidate]) -> Self {
        let mut known = Self::default();
        for candidate in candidates {
            let span = &words[candidate.start..candidate.end];
            match candidate.verdict {
                Verdict::Not => _ = known.places.insert(key(span)),
                Verdict::Person => {
                    known.add(span);
                    known.known.extend(candidate.known);
                }
                Verdict::Likely | Verdict::Perhaps => {}
            }
        }
        for candidate in candidates.iter().filter(|candidate| candidate.verdict == Verdict::Likely) {
            let span = &words[candidate.start..candidate.end];
            if !known.places.contains(&key(span)) {
                known.add(span);
            }
        }
        known
    }

    fn add(&mut self, span: &[Word]) {
        self.people.insert(key(span));
        let lexicon = Lexicon::get();
        let foreign = span.len() >= 2 && span.iter().any(|word| !lexicon.has(word.id));
        if foreign && span.iter().all(|word| word.plain && word.end - word.start > 2) {
            self.ends.insert(key(&span[span.len() - 1..]));
        } else if !foreign && span.len() >= 3 && lexicon.flags(span[span.len() - 2].id) & flag::SYLLABLE != 0 {
            self.ends.insert(key(&span[span.len() - 2..]));
        }
    }

    fn is_place(&self, words: &[Word], candidate: &Candidate) -> bool {
        let key = key(&words[candidate.start..candidate.end]);
        self.places.contains(&key) && !self.people.contains(&key)
    }

    fn is_person(&self, words: &[Word], candidate: &Candidate) -> bool {
        let span = &words[candidate.start..candidate.end];
        let key = key(span);
        if let Some(name) = candidate.known.filter(|_| span.len() == 1) {
            return self.known.contains(name);
        }
        if span.len() == 1 && (Lexicon::get().has(span[0].id) || span[0].shape == Shape::Upper) {
            return false;
        }
        let clear = candidate.left != Left::At && !self.places.contains(&key);
        self.people.contains(&key) && (span.len() > 2 || clear) || clear && self.ends.contains(&key)
    }
}
