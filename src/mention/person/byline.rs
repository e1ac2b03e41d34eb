//! The last lines of a text to the authors whose names they hold: `Thu Hà - Minh Quân`, `MINH QUÂN/Báo Mới`.

use std::ops::Range;

use super::candidate::{Candidate, Verdict};
use super::lexicon::{Lexicon, flag, kind};
use super::pinyin;
use super::surroundings::Left;
use super::word::{Gap, Shape, Word};
use crate::text::closes_quote;

/// A line of authors has no more words.
const MAX_WORDS: usize = 14;

/// A text so short has no authors of its own.
const MIN_TEXT: usize = 60;

/// Behind the authors stand no more lines: the source, the day.
const MAX_LINES: usize = 3;

/// The authors that the last lines of a text name, if one of them is their names; `people` are known already.
pub(super) fn authors(text: &str, words: &[Word], people: &[Candidate]) -> Vec<Candidate> {
    let mut end = words.len();
    for _ in 0..MAX_LINES {
        let Some(line) = last_line(text, words, end) else { break };
        if line.len() > MAX_WORDS {
            break;
        }
        let line = Line { text, words, range: line };
        let names = line.names();
        if !names.is_empty() {
            let known = |name: &Candidate| {
                let near = people.iter().rev().take_while(|person| person.end > name.start);
                near.into_iter().any(|person| person.start < name.end)
            };
            return names.into_iter().filter(|name| !known(name)).collect();
        }
        if !line.is_source() {
            break;
        }
        end = line.range.start;
    }
    Vec::new()
}

/// The words of the line that ends before `words[end]`, in a text long enough.
fn last_line(text: &str, words: &[Word], end: usize) -> Option<Range<usize>> {
    let last = words.get(..end)?.last()?;
    let line = text[..last.start].rfind('\n')?;
    let start = words.partition_point(|word| word.start < line);
    (start >= MIN_TEXT && start < end).then_some(start..end)
}

struct Line<'a> {
    text: &'a str,
    words: &'a [Word],
    range: Range<usize>,
}

impl Line<'_> {
    fn raw(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &self.text[word.start..word.end])
    }

    /// The names at the head of the line, if what follows them may follow authors.
    fn names(&self) -> Vec<Candidate> {
        let mut at = self.range.start;
        // `Theo Thu Hà/Báo Mới`
        let quoted = self.raw(at) == "Theo";
        at += usize::from(quoted);
        let mut names: Vec<Candidate> = Vec::new();
        while let Some(end) = self.name_end(at) {
            names.push(Candidate::new(at..end, Verdict::Person, Left::Byline, "author_at_the_end"));
            at = end;
            if !self.goes_on(at) {
                break;
            }
        }
        let whole = at == self.range.end && !quoted && (self.words[at - 1].shape != Shape::Upper || self.ends_text());
        if whole && self.all_names() || self.is_tail(at) { names } else { Vec::new() }
    }

    /// Whether another name follows behind a dash or comma.
    fn goes_on(&self, at: usize) -> bool {
        at < self.range.end
            && matches!(self.words[at].gap, Gap::Dash | Gap::Comma | Gap::Hyphen)
            && self.name_end(at).is_some()
    }

    /// Whether a sentence ends before the line: what follows in capitals is no heading.
    fn ends_text(&self) -> bool {
        self.text[..self.words[self.range.start].start]
            .trim_end()
            .ends_with(|c| closes_quote(c) || matches!(c, '.' | '!' | '?' | '…' | '/' | ')'))
    }

    /// A name in small letters or in capitals throughout.
    fn all_names(&self) -> bool {
        let shape = |word: &Word| word.shape;
        let shapes: Vec<Shape> = self.words[self.range.clone()].iter().map(shape).collect();
        shapes.iter().all(|shape| *shape == Shape::Capital) || shapes.iter().all(|shape| *shape == Shape::Upper)
    }

    /// The paper, the source or the hour behind the names: `/VOV`, `(Theo CNT)`, `Baomoi.vn`, `| 17:25`.
    fn is_tail(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|_| self.range.contains(&at) && at > self.range.start) else {
            return false;
        };
        let between = &self.text[self.words[at - 1].end..word.start];
        let rest = &self.text[word.start..self.words[self.range.end - 1].end];
        between.contains(['/', '|', '('])
            || self.raw(at) == "Theo" && word.gap == Gap::Blank
            || is_site(rest.split(' ').next().unwrap_or_default())
            || word.gap == Gap::Dash && rest.contains('|')
    }

    /// A line that names the source or the day of a text alone.
    fn is_source(&self) -> bool {
        let first = self.range.start;
        let line = &self.text[self.words[first].start..self.words[self.range.end - 1].end];
        matches!(self.raw(first), "Theo" | "Nguồn" | "Ngày" | "Source")
            || is_site(line)
            || self.words[self.range.clone()].iter().all(|word| word.shape == Shape::Other)
    }

    /// Where a name that starts at `at` ends: two to four words of names that are no place, office or compound.
    fn name_end(&self, at: usize) -> Option<usize> {
        let lexicon = Lexicon::get();
        let first = self.words.get(at).filter(|_| at < self.range.end)?;
        let mut end = at + 1;
        while end < self.range.end && self.words[end].gap == Gap::Blank && self.words[end].shape == first.shape {
            // `Xuân Phú Baomoi.vn`
            if is_site(self.text[self.words[end].start..].split_whitespace().next().unwrap_or_default()) {
                break;
            }
            end += 1;
        }
        let flags = |n: usize| lexicon.flags(self.words[n].id);
        let own = (at..end).all(|n| flags(n) & (flag::SYLLABLE | flag::FAMILY) != 0 && flags(n) & flag::FOREIGN == 0);
        let phrase = (at..end).any(|n| {
            let found = lexicon.forward(self.words, n, kind::PLACE | kind::PAIR | kind::OFFICE | kind::BRAND);
            found.is_some_and(|found| found.len > 1 && found.kinds & kind::DISTRICT == 0)
        });
        let chinese = end - at == 2 && pinyin::is_family(self.raw(at)) && pinyin::is_given(self.raw(at + 1));
        let shaped = matches!(first.shape, Shape::Capital | Shape::Upper);
        (shaped && (2..=4).contains(&(end - at)) && (own && !phrase || chinese)).then_some(end)
    }
}

/// `baomoi.vn`, `www.bao.com.vn`
fn is_site(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ')', ',']);
    [".vn", ".com", ".net", ".org"].iter().any(|end| word.ends_with(end)) && !word.contains(' ')
}
