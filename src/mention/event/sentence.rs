//! A sentence to its words, the phrases among them and the dates in it.

use std::ops::Range;

use jiff::civil::Date;

use super::super::date::DateMention;
use super::phrases::{Cue, Meaning, PHRASES};
use crate::text::{self, Word, is_long_dash};

/// A phrase in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub says: Meaning,
    /// First word.
    pub from: usize,
    /// Word behind the last.
    pub to: usize,
}

/// A date in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Index among the dates of the text.
    pub date: usize,
    /// How many words stand before it.
    pub from: usize,
    /// First word behind it.
    pub to: usize,
    /// Whether it says itself that it is a term: `nhiệm kỳ 2020 - 2025`.
    pub term: bool,
    /// The days, where the date only tells from which they are counted: `ba năm sau`.
    pub days: Option<(Date, Date)>,
}

/// What parts a word from the one before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    /// Counts commas, brackets, dashes and colons.
    pub segment: u32,
    /// Counts semicolons.
    pub clause: u32,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// In how many brackets it stands.
    pub depth: u32,
    /// Whether it stands in a row of a table.
    pub row: bool,
}

/// The words of a sentence. Made to be used again without a new allocation.
#[derive(Default)]
pub(super) struct Sentence {
    pub range: Range<usize>,
    pub words: Vec<Word>,
    pub parts: Vec<Part>,
    pub spans: Vec<Span>,
    pub dates: Vec<Placed>,
}

impl Sentence {
    /// Replaces what is here by the sentence at `range`.
    pub(super) fn read(&mut self, text: &str, range: Range<usize>, dates: &[DateMention]) {
        self.words.clear();
        self.parts.clear();
        self.spans.clear();
        self.dates.clear();
        self.read_words(text, &range);
        self.range = range;
        self.place_dates(dates);
        self.read_phrases();
    }

    fn read_words(&mut self, text: &str, range: &Range<usize>) {
        let mut at = range.start;
        let mut part = Part::default();
        // where a straight quotation mark was opened
        let mut straight = None;
        part.row = text[..range.start].trim_end_matches([' ', '*']).ends_with('|');
        while let Some(word) = text::next_keyed(text, at).filter(|word| word.end <= range.end) {
            for sign in text[at..word.start].chars() {
                match sign {
                    '(' | '[' => part.depth += 1,
                    ')' | ']' => part.depth = part.depth.saturating_sub(1),
                    '|' => part.row = true,
                    _ => {}
                }
                match sign {
                    ',' | ':' | '(' | ')' | '[' | ']' | '|' | '\n' => part.segment += 1,
                    _ if is_long_dash(sign) => part.segment += 1,
                    '-' if text[at..word.start].len() > 1 => part.segment += 1,
                    ';' => {
                        part.segment += 1;
                        // in brackets it parts no clauses
                        part.clause += u32::from(part.depth == 0);
                    }
                    '“' | '«' => part.quoted = true,
                    '”' | '»' => part.quoted = false,
                    '"' => {
                        part.quoted = !part.quoted;
                        straight = part.quoted.then_some(self.words.len());
                    }
                    _ => {}
                }
            }
            at = word.end;
            self.words.push(word);
            self.parts.push(part);
        }
        if let Some(open) = straight.filter(|_| !text[at..range.end].contains('"')) {
            self.parts[open..].iter_mut().for_each(|part| part.quoted = false);
        }
    }

    fn place_dates(&mut self, dates: &[DateMention]) {
        let first = dates.partition_point(|date| date.range.start < self.range.start);
        let here = dates[first..].iter().take_while(|date| date.range.start < self.range.end);
        for (at, date) in here.enumerate() {
            let from = self.words.partition_point(|word| word.end <= date.range.start);
            let to = self.words.partition_point(|word| word.start < date.range.end);
            let term = matches!(PHRASES.longest(&self.words[from..to]), Some((Meaning::Cue(Cue::Term), _)));
            self.words[from..to].iter_mut().for_each(|word| word.key = 0);
            self.dates.push(Placed { date: first + at, from, to, term, days: None });
        }
    }

    fn read_phrases(&mut self) {
        let mut at = 0;
        let english = !self.words.iter().any(|word| text::is_marked(word.key));
        while at < self.words.len() {
            let found = PHRASES.longest(&self.words[at..]).filter(|_| !self.parts[at].quoted);
            let Some((says, count)) = found else {
                at += 1;
                continue;
            };
            let says = match says {
                Meaning::English(kind, mode) if english => Meaning::Event(kind, mode),
                Meaning::Vietnamese(kind, mode) if !english => Meaning::Event(kind, mode),
                Meaning::English(..) | Meaning::Vietnamese(..) => Meaning::Cue(Cue::None),
                _ => says,
            };
            // a phrase does not go on behind a comma
            let whole = self.parts[at].segment == self.parts[at + count - 1].segment;
            if whole {
                self.spans.push(Span { says, from: at, to: at + count });
            }
            at += if whole { count } else { 1 };
        }
    }

    /// Adds a time that is told by the date before it, in its place.
    pub(super) fn place(&mut self, placed: Placed) {
        let next = self.dates.partition_point(|other| other.from < placed.from);
        self.words[placed.from..placed.to].iter_mut().for_each(|word| word.key = 0);
        self.spans.retain(|span| span.to <= placed.from || placed.to <= span.from);
        self.dates.insert(next, placed);
    }

    /// Adds what the words `from..to` tell that no phrase tells, unless another event stands there.
    pub(super) fn tell(&mut self, says: Meaning, from: usize, to: usize) {
        let inside = |span: &Span| span.from < to && from < span.to;
        let told = self.spans.iter().any(|span| inside(span) && matches!(span.says, Meaning::Event(..)));
        if !told {
            self.spans.retain(|span| !inside(span));
            let next = self.spans.partition_point(|span| span.from < from);
            self.spans.insert(next, Span { says, from, to });
        }
    }

    /// Whether no comma or the like parts a word from the one before.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        at > 0 && self.parts[at].segment == self.parts[at - 1].segment
    }

    /// The phrase that ends where the word `at` begins, with nothing between but blanks.
    pub(super) fn span_before(&self, at: usize) -> Option<&Span> {
        let next = self.spans.partition_point(|span| span.to <= at);
        next.checked_sub(1).map(|last| &self.spans[last]).filter(|span| span.to == at)
    }
}
