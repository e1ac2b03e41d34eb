//! Capitalized words to where a run of them and the name in it end.

use std::cell::LazyCell;

use crate::text::is_mark;

use super::Sweep;
use crate::mention::lists::PARTICLES;
use crate::mention::person::lexicon::{flag, kind};
use crate::mention::person::word::{Gap, Shape, Word};
use crate::text::syllable::is_syllable;

/// So many words in a row may be more names than one.
const MIN_JOINED: usize = 5;
const MAX_JOINED: usize = 40;

impl Sweep<'_> {
    /// Where the capitalized words from `at` on end.
    pub(super) fn run_end(&self, at: usize) -> usize {
        if let Some(end) = self.words.get(at + 1).and_then(|next| match next.gap {
            Gap::Hyphen => self.hyphenated_end(at),
            _ => None,
        }) {
            return end;
        }
        let is_initial = LazyCell::new(|| self.is_initial(at));
        let mut end = at + 1;
        while let Some(word) =
            self.words.get(end).filter(|word| word.capital() || self.is_glued(word) || self.is_small_middle(end))
        {
            let joined = match word.gap {
                _ if word.apart => false,
                Gap::Blank => true,
                Gap::Hyphen if !word.capital() => true,
                Gap::Hyphen if self.lexicon.is_foreign_given(self.raw(end - 1)) => word.plain,
                Gap::Hyphen => self.words[end - 1].gap != Gap::Hyphen && !self.lexicon.has(word.id),
                Gap::Dot | Gap::Stop => {
                    let known = !self.lexicon.has(word.id)
                        || self.is_initial(end)
                        || self.lexicon.forward(self.words, end, kind::KNOWN).is_some();
                    self.is_initial(end - 1)
                        && !self.text[self.words[end - 1].end..word.start].contains([';', ','])
                        && known
                        && (end == at + 1
                            || word.gap == Gap::Dot && self.is_initial(end)
                            || *is_initial
                            || !self.lexicon.has(self.words[end - 2].id))
                }
                Gap::Line => self.continues(at, end),
                _ => false,
            };
            let whole = |stop: usize| word.gap == Gap::Blank && self.is_joined_name(end, stop);
            // `dạy Pháp-văn Lê-Công-Lập`
            let other =
                end > at + 1 && self.words[at + 1].gap == Gap::Hyphen && self.hyphenated_end(end).is_some_and(whole);
            if !joined || other {
                break;
            }
            end = match self.words.get(end + 1) {
                Some(next) if next.gap == Gap::Hyphen => self.hyphenated_end(end).unwrap_or(end + 1),
                _ => end + 1,
            };
        }
        end
    }

    pub(super) fn raw(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &self.text[word.start..word.end])
    }

    /// The small word of `Thích nữ Diệu Hương`, `Lê văn Tám`.
    fn is_small_middle(&self, at: usize) -> bool {
        self.words[at].shape == Shape::Small
            && self.words[at].gap == Gap::Blank
            && match self.raw(at) {
                "nữ" => self.raw(at - 1) == "Thích",
                "văn" | "thị" => self.flags(at - 1) & flag::FAMILY != 0,
                // `Vasco da Gama`, `Ludwig van Beethoven`
                raw if PARTICLES.contains(&raw) => {
                    self.is_strange(at - 1) && self.words.get(at + 1).is_some() && self.is_strange(at + 1)
                }
                _ => false,
            }
            && self.words.get(at + 1).is_some_and(|next| {
                // `Hafez al-Assad`
                next.shape == Shape::Capital
                    && (next.gap == Gap::Blank || next.gap == Gap::Hyphen && self.raw(at) == "al")
            })
    }

    /// The second part of a name written with hyphens: `Ních-xơn`.
    fn is_glued(&self, word: &Word) -> bool {
        word.gap == Gap::Hyphen && word.shape == Shape::Small && !self.lexicon.has(word.id)
    }

    pub(super) fn is_initial(&self, at: usize) -> bool {
        self.text[self.words[at].start..self.words[at].end].chars().filter(|c| !is_mark(*c)).count() == 1
    }

    /// Whether a name goes on behind the end of a line.
    pub(super) fn continues(&self, start: usize, at: usize) -> bool {
        let (words, lexicon) = (self.words, self.lexicon);
        let before = at - start;
        let next = &words[at];
        let rest =
            words[at..].iter().take(4).skip(1).take_while(|word| word.capital() && word.gap == Gap::Blank).count() + 1;
        if before > 3 || rest > 3 || before + rest > 5 || next.shape != words[at - 1].shape {
            return false;
        }
        let starts_phrase =
            lexicon.forward(words, at, kind::OFFICE | kind::TITLE | kind::PAIR | kind::MANY | kind::PLACE);
        let likely = self.flags(at) & flag::SYLLABLE != 0 && starts_phrase.is_none();
        let first = self.flags(start) & flag::FAMILY != 0;
        let last = self.flags(at - 1) & flag::MIDDLE != 0;
        let inside = words[start].gap == Gap::Blank && start > 0;
        first && likely && (before >= 2 && last || inside && before + rest <= 4 && (before == 1 || self.wrapped))
    }

    /// The end of the name that starts at `at`.
    pub(super) fn name_end(&self, at: usize, end: usize) -> usize {
        let (words, lexicon) = (self.words, self.lexicon);
        let mut stop = at + 1;
        while stop < end {
            let behind = stop - at;
            let phrases = kind::OFFICE | kind::TITLE | kind::PLACE | kind::MANY | kind::PAIR;
            let cut = lexicon.forward(words, stop, phrases).is_some_and(|found| {
                // `chính trị` behind a name has small letters, in a name it has capitals
                let (pair, crosses) = (found.kinds & phrases == kind::PAIR, stop + found.len > end);
                // `Trần Quốc Khánh thành lập`, `Trần Văn Học sinh năm 1960`
                let inside = crosses && self.flags(stop - 1) & flag::MIDDLE != 0;
                let needed = if pair || found.kinds & kind::PLACE != 0 { 3 } else { 2 };
                found.len > 1 && behind >= needed && (!pair || crosses) && !inside
            });
            let word = words[stop].shape == Shape::Capital
                && behind >= 2
                && self.flags(stop - 1) & flag::MIDDLE == 0
                && words.get(stop + 1).is_some_and(|next| next.gap == Gap::Blank)
                && self.flags(stop) & (flag::WORD | flag::SYLLABLE) == flag::WORD;
            let next_name = !self.is_initial(at)
                && self.before_office(stop, end) >= 2
                && (behind >= 2 && end - at > 4 && self.flags(stop) & flag::STRONG != 0
                    || behind >= 3 && end - at > 5 && self.flags(stop) & flag::FAMILY != 0);
            let other = self.plain && behind >= 3 && self.flags(stop) & (flag::SYLLABLE | flag::FAMILY) == 0;
            let glued = words[stop].gap == Gap::Hyphen;
            let foreign = !glued && behind >= 2 && self.flags(at) & flag::FAMILY != 0 && self.is_foreign(stop);
            let own = stop + 1 == end && self.lexicon.is_foreign_given(self.raw(stop));
            let foreign = foreign && !own && !self.is_cut_short(stop);
            if cut
                || word
                || next_name
                || foreign
                || other && !self.is_initial(stop)
                || behind >= 5
                || words[stop].shape != words[at].shape && words[stop].shape == Shape::Upper
            {
                break;
            }
            stop += 1;
        }
        stop
    }

    /// How many words stand from `at` on before an office or the end.
    fn before_office(&self, at: usize, end: usize) -> usize {
        let office = |n: &usize| {
            let found = self.lexicon.forward(self.words, *n, kind::OFFICE | kind::TITLE);
            found.is_some_and(|found| found.len > 1)
        };
        (at..end).take(2).find(office).map_or(end - at, |n| n - at)
    }

    /// Where the first name ends if the words `at..end` are nothing but names side by side, as in a cell of
    /// a table that has lost its line ends: `Tập Cận Bình Lý Cường Triệu Lạc Tế`.
    pub(super) fn first_of_joined(&self, at: usize, end: usize) -> Option<usize> {
        let (words, len) = (self.words, end - at);
        let separate = |n: usize| {
            words[n].shape == Shape::Capital && (n == at || words[n].gap == Gap::Blank) && !self.is_foreign(n)
        };
        if !(MIN_JOINED..=MAX_JOINED).contains(&len)
            || self.flags(at) & flag::FAMILY == 0
            || !(at..end).all(separate)
            || (at..end).any(|n| self.lexicon.forward(words, n, kind::PLACE | kind::OFFICE | kind::PAIR).is_some())
        {
            return None;
        }
        // the cheapest way to cut what is left, from the end on: its cost, the length of its first name,
        // names and strong family names in it
        let mut best: Vec<Option<(u32, usize, u32, u32)>> = vec![None; len + 1];
        best[len] = Some((0, 0, 0, 0));
        for start in (0..len).rev() {
            let flags = self.flags(at + start);
            if flags & flag::FAMILY == 0 {
                continue;
            }
            let strong = u32::from(flags & flag::STRONG != 0);
            best[start] = (2..=4usize.min(len - start))
                .filter_map(|size| {
                    let (rest, _, names, strongs) = best[start + size]?;
                    let inner = (1..size).filter(|n| self.flags(at + start + n) & flag::STRONG != 0).count() as u32;
                    let middle = self.flags(at + start + 1) & flag::MIDDLE != 0;
                    let long = if middle { 1 } else { 6 };
                    let cost = rest + 2 * (1 - strong) + 4 * inner + [1, 0, long][size - 2];
                    Some((cost, size, names + 1, strongs + strong))
                })
                .min();
        }
        let (_, size, names, strongs) = best[0]?;
        (names >= 2 && strongs * 2 >= names).then_some(at + size)
    }

    /// Whether a word is unknown and no Vietnamese syllable with its diacritics: `Hugo`, `Chávez`.
    pub(super) fn is_strange(&self, at: usize) -> bool {
        let word = &self.words[at];
        !self.lexicon.has(word.id) && (word.plain || !is_syllable(&self.text[word.start..word.end]))
    }

    /// Whether a word cannot be a Vietnamese syllable.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        let word = &self.words[at];
        let raw = &self.text.as_bytes()[word.start..word.end];
        word.plain
            && raw.len() > 1
            && !self.lexicon.has(word.id)
            && (raw.iter().any(|b| b"fjwzFJWZ".contains(b))
                || !matches!(
                    raw,
                    [.., b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'c' | b'm' | b'n' | b'p' | b't']
                        | [.., b'n', b'g' | b'h']
                        | [.., b'c', b'h']
                ))
    }
}
