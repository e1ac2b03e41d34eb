//! Words of a sentence to those who are named or meant there: a name, a pronoun, those in a row, who is only beside.

use std::ops::Range;

use super::words::KEYS;
use super::{About, Cast};
use crate::mention::event::sentence::{Sentence, Span};

/// No more words tell whose kin somebody is: `con trai thứ hai của`.
const KIN: usize = 6;

/// No more people stand side by side.
const ROW: usize = 24;

impl Cast<'_> {
    /// All whom a sentence names, and whom a pronoun in it means.
    pub(super) fn all(&self, sentence: &Sentence, span: &Span) -> About {
        let named = self.within(sentence);
        let clause = sentence.parts[span.from].clause;
        let mut here = (0..sentence.words.len()).filter(|&at| sentence.parts[at].clause == clause);
        let pronoun = here.find(|&at| self.is_pronoun(sentence, at));
        let elsewhere = pronoun.and_then(|at| self.meant(sentence, at));
        let elsewhere = elsewhere.filter(|&person| named.iter().all(|&n| !self.subjects.is_same(n, person)));
        About { named, elsewhere }
    }

    /// Those whom a sentence names.
    pub(super) fn within(&self, sentence: &Sentence) -> Vec<usize> {
        self.named_in(&sentence.range)
    }

    /// Those whom the part of a sentence names in which a phrase stands, and the row that goes on from them.
    pub(super) fn named_beside(&self, sentence: &Sentence, span: &Span) -> Vec<usize> {
        let segment = sentence.parts[span.from].segment;
        let first = sentence.parts.partition_point(|part| part.segment < segment);
        let last = sentence.parts.partition_point(|part| part.segment <= segment) - 1;
        let mut named = self.named_in(&(sentence.words[first].start..sentence.words[last].end));
        if let Some(&last) = named.last() {
            named.extend(self.row(sentence, last).into_iter().skip(1));
        }
        named
    }

    /// Those whom a stretch of the text names.
    pub(in crate::mention::event) fn named_in(&self, range: &Range<usize>) -> Vec<usize> {
        let first = self.people.partition_point(|person| person.range.start < range.start);
        let here = self.people[first..].iter().take_while(|person| person.range.start < range.end).count();
        (first..first + here).filter(|&person| !self.subjects.leads_government(person)).collect()
    }

    /// The word before `và` or `cùng`, where it stands before a name and its titles: `ông cùng Thiếu tướng B`.
    pub(super) fn joined(&self, sentence: &Sentence, person: usize) -> Option<usize> {
        let at = self.head(sentence, person);
        let joins = |at: usize| KEYS.joins.contains(&sentence.words[at].key);
        let with = at.checked_sub(1).filter(|&with| sentence.words[with].key == KEYS.with);
        let with = with.filter(|&with| with > 0 && joins(with - 1)).unwrap_or(at);
        let before = with.checked_sub(2).filter(|before| joins(before + 1))?;
        (sentence.parts[before].segment == sentence.parts[at].segment).then_some(before)
    }

    /// Whether `do` stands before a name and its titles.
    pub(in crate::mention::event) fn is_done_by(&self, sentence: &Sentence, person: usize) -> bool {
        let before = self.head(sentence, person).checked_sub(1);
        before.is_some_and(|before| sentence.words[before].key == KEYS.by)
    }

    /// Whether `giúp`, `cho` or `do` stands before a name and its titles, whose bearer does what a verb right behind tells.
    pub(super) fn is_doer(&self, sentence: &Sentence, person: usize) -> bool {
        let before = self.head(sentence, person).checked_sub(1);
        before.is_some_and(|before| KEYS.leads_to_doer.contains(&sentence.words[before].key))
    }

    /// The first word of a name and its titles.
    pub(super) fn head(&self, sentence: &Sentence, person: usize) -> usize {
        let head = self.subjects.head(person).max(sentence.range.start);
        sentence.words.partition_point(|word| word.start < head).min(sentence.words.len() - 1)
    }

    /// The first word of the name behind the titles that begin at a word, if any stands there.
    pub(super) fn over_titled(&self, sentence: &Sentence, at: usize) -> usize {
        let title = |at: &usize| sentence.words.get(*at).is_some_and(|word| KEYS.titles.contains(&word.key));
        let next = at + (at..at + 2).take_while(title).count();
        let named = next < sentence.words.len() && self.person_at(sentence, next).is_some();
        if named { next } else { at }
    }

    /// A person and those who follow in a row.
    pub(super) fn row(&self, sentence: &Sentence, person: usize) -> Vec<usize> {
        let more = (person + 1..person + ROW).take_while(|&n| self.follows(sentence, n));
        std::iter::once(person).chain(more).collect()
    }

    /// The first word of the titles before a word.
    pub(super) fn over_titles(&self, sentence: &Sentence, at: usize) -> usize {
        let titles = sentence.words[..at].iter().rev().take(2).take_while(|word| KEYS.titles.contains(&word.key));
        at - titles.count()
    }

    /// Whether a phrase stands in the brackets right behind a name.
    pub(super) fn opens(&self, sentence: &Sentence, person: usize, span: &Span) -> bool {
        let from = sentence.words.partition_point(|word| word.start < self.people[person].range.end);
        let (Some(last), Some(first)) = (from.checked_sub(1), sentence.parts.get(from)) else { return false };
        first.depth > sentence.parts[last].depth && sentence.parts[span.from].depth >= first.depth
    }

    /// A person as one of the sentence where it names them, else by the index alone.
    pub(super) fn one(&self, sentence: &Sentence, person: usize) -> About {
        match self.within(sentence).into_iter().find(|&n| self.subjects.is_same(n, person)) {
            Some(named) => About { named: vec![named], elsewhere: None },
            None => About { named: Vec::new(), elsewhere: Some(person) },
        }
    }

    /// Whether a name ends right before a word.
    pub(in crate::mention::event) fn is_named_before(&self, sentence: &Sentence, at: usize) -> bool {
        at > 0 && at <= sentence.words.len() && self.person_at(sentence, at - 1).is_some()
    }

    /// Whether a phrase is a part of a name: `Lê Chiến Thắng`.
    pub(in crate::mention::event) fn is_name(&self, sentence: &Sentence, span: &Span) -> bool {
        self.person_at(sentence, span.from).is_some()
    }

    /// The person to whose name a word belongs.
    pub(super) fn person_at(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let word = &sentence.words[at];
        let next = self.people.partition_point(|person| person.range.end <= word.start);
        self.people.get(next).filter(|person| person.range.start <= word.start).map(|_| next)
    }

    /// Whom a pronoun means.
    pub(super) fn meant(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let word = &sentence.words[at];
        if word.key == KEYS.me { self.subjects.narrator() } else { self.subjects.at(word.start) }
    }

    pub(super) fn is_pronoun(&self, sentence: &Sentence, at: usize) -> bool {
        let named = || at + 1 < sentence.words.len() && self.person_at(sentence, at + 1).is_some();
        let key = |at: Option<usize>| at.and_then(|at| sentence.words.get(at)).map_or(0, |word| word.key);
        if KEYS.comrade.contains(&[key(at.checked_sub(1)), key(Some(at))]) {
            // `9 đồng chí`, `các đồng chí`, `đồng chí Bí thư`
            let before = at.checked_sub(2);
            let counted = before.is_some_and(|before| {
                let dated = sentence.dates.iter().any(|placed| (placed.from..placed.to).contains(&before));
                let number = sentence.words[before].key == 0 && !dated;
                sentence.parts[before].segment == sentence.parts[at].segment
                    && (number || KEYS.not_before_comrade.contains(&key(Some(before))))
            });
            let behind = sentence.words.get(at + 1);
            let other = behind.is_some_and(|word| word.capital || KEYS.not_behind_comrade.contains(&word.key));
            return !counted && !other && !named();
        }
        // `má tôi mất`: somebody else
        let mine = || sentence.is_joined(at) && KEYS.of_me.contains(&key(at.checked_sub(1)));
        let me = key(Some(at)) == KEYS.me && self.subjects.narrator().is_some() && !mine();
        let other = || {
            KEYS.not_before_comrade.contains(&key(at.checked_sub(1)))
                || KEYS.not_behind_teacher.contains(&key(Some(at + 1)))
        };
        let teacher = self.subjects.has_teacher() && key(Some(at)) == KEYS.teacher && !other();
        (me || teacher || KEYS.pronouns.contains(&sentence.words[at].key))
            && self.person_at(sentence, at).is_none()
            && !named()
            && !self.is_land(sentence, at)
    }

    /// Whether a word for kin stands right before a pronoun: `mẹ ông`.
    pub(super) fn is_kin_of(&self, sentence: &Sentence, at: usize) -> bool {
        let key = |at: usize| sentence.words[at].key;
        let joined = |at: &usize| *at > 0 && sentence.is_joined(*at);
        // `con trai thứ hai của ông`
        let mut before = (1..=at).rev().take(KIN).take_while(joined).map(|at| key(at - 1));
        let goes_on = |key: &u64| KEYS.kin_goes_on.contains(key);
        before.find(|key| !goes_on(key) || KEYS.kin.contains(key)).is_some_and(|key| KEYS.kin.contains(&key))
    }

    /// Whether a word is `Anh` inside a sentence, which is England, or opens a name.
    fn is_land(&self, sentence: &Sentence, at: usize) -> bool {
        let word = &sentence.words[at];
        word.capital && KEYS.lands.contains(&word.key) && at > 0 && sentence.is_joined(at)
    }

    /// Whether the word before makes a name or pronoun no subject: `của`, `do`, `được`.
    pub(super) fn is_oblique(&self, sentence: &Sentence, at: usize) -> bool {
        // `của ông A`, `do đồng chí A`
        let at = self.over_titles(sentence, at);
        let same = |before: &usize| sentence.parts[*before].segment == sentence.parts[at].segment;
        at.checked_sub(1).filter(same).is_some_and(|before| KEYS.oblique.contains(&sentence.words[before].key))
    }

    pub(super) fn with_those_before(&self, sentence: &Sentence, person: usize) -> Vec<usize> {
        let mut first = person;
        while first > 0 && person - first < ROW && self.follows(sentence, first) {
            first -= 1;
        }
        (first..=person).collect()
    }

    /// Whether a person is named right behind the one before, in a row: `A, B và C`.
    pub(super) fn follows(&self, sentence: &Sentence, n: usize) -> bool {
        let (Some(before), Some(person)) = (n.checked_sub(1).and_then(|n| self.people.get(n)), self.people.get(n))
        else {
            return false;
        };
        if before.range.end < sentence.range.start || person.range.start >= sentence.range.end {
            return false;
        }
        let from = sentence.words.partition_point(|word| word.end <= before.range.end);
        let to = sentence.words.partition_point(|word| word.start < person.range.start);
        let between = &sentence.words[from.min(to)..to];
        let parted = to > 0 && from > 0 && sentence.parts[to].segment != sentence.parts[from - 1].segment;
        let and = between.iter().any(|word| KEYS.and.contains(&word.key));
        between.len() <= 3 && (parted && between.len() <= 2 || and)
    }
}
