//! Whether words make a name of another language, or one with words of two.

use super::Sweep;
use crate::mention::person::lexicon::{flag, kind};
use crate::mention::person::pinyin;
use crate::mention::person::surroundings;
use crate::mention::person::word::{Gap, Shape};

impl Sweep<'_> {
    /// `David Nguyễn Vũ`: a given name of another language before a name of this one.
    pub(super) fn is_mixed_name(&self, at: usize, end: usize) -> bool {
        (3..=4).contains(&(end - at))
            && self.opens_foreign_name(at)
            && self.flags(at + 1) & flag::FAMILY != 0
            && (at + 2..end).all(|n| self.flags(n) & (flag::SYLLABLE | flag::FAMILY) != 0)
            && !(at..end).any(|n| self.lexicon.forward(self.words, n, kind::PLACE | kind::PAIR).is_some())
    }

    /// `của M. Hutchinson`: inside a sentence, an initial and a word of another language. At the head of a line or
    /// a cell letters count.
    pub(super) fn is_initialed(&self, at: usize, end: usize) -> bool {
        let [first, word] = &self.words[at..end] else { return false };
        let inside = at > 0 && first.gap == Gap::Blank && self.words[at - 1].shape == Shape::Small;
        inside
            && self.is_initial(at)
            && first.plain
            && matches!(&self.text[first.end..word.start], "." | ". ")
            && word.shape == Shape::Capital
            && word.end - word.start > 3
            && self.is_strange(at + 1)
    }

    /// `Keiran Hutchinson`
    pub(super) fn ends_foreign_name(&self, end: usize) -> bool {
        let word = &self.words[end - 1];
        !self.plain && self.lexicon.is_foreign_family(&self.text[word.start..word.end])
    }

    /// `Edward Lansdale` needs no title.
    pub(super) fn opens_foreign_name(&self, at: usize) -> bool {
        self.lexicon.is_foreign_given(&self.text[self.words[at].start..self.words[at].end])
    }

    /// Words without diacritics in a text with them: the rest of `Hun Sen`.
    pub(super) fn is_plain_name(&self, at: usize, end: usize) -> bool {
        let word = |n: usize| self.words[n].plain && self.flags(n) & (flag::WORD | flag::BODY) == 0;
        let place = (at..end).any(|n| self.lexicon.forward(self.words, n, kind::PLACE | kind::PAIR).is_some());
        !self.plain && !place && (at..end).all(word)
    }

    /// `Cai Hesen`: a Chinese family name in Latin letters and syllables of the same writing.
    pub(super) fn is_pinyin_name(&self, at: usize, end: usize) -> bool {
        let raw = |n: usize| &self.text[self.words[n].start..self.words[n].end];
        let free = (at..end).all(|n| self.words[n].plain && self.flags(n) & (flag::WORD | flag::BODY) == 0);
        free && !self.plain
            && end - at >= 2
            && pinyin::is_family(raw(at))
            && (at + 1..end).all(|n| pinyin::is_given(raw(n)))
    }

    /// `Diệu Mi tâm sự`, `Jona Hoàng Sơn tâm sự`: a middle and a given name, or a name with one of another language
    /// before it, and what people alone do.
    pub(super) fn is_called_and_lives(&self, at: usize, end: usize) -> bool {
        let of_name = |n: usize| self.flags(n) & flag::SYLLABLE != 0;
        let first = of_name(at) && end - at == 2 || self.is_strange(at) && (2..=3).contains(&(end - at));
        let phrase = |n: usize| self.lexicon.forward(self.words, n, kind::PAIR | kind::OFFICE).is_some();
        first
            && (at + 1..end).all(of_name)
            && self.flags(at) & flag::WORD == 0
            && !(at..end).any(phrase)
            && surroundings::lives(self.text, self.lexicon, self.words, end)
    }
}
