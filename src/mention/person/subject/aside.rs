//! People whom a sentence names only beside whom it is about: as kin, or as whom somebody killed.

use super::pronouns::WORDS;
use super::{Candidate, Gap, Left, Reader, kind};
use crate::mention::lists::{AGAINST, GOVERNMENTS};

/// No more words tell whose kin somebody is: `con trai thứ hai của`.
const KIN: usize = 6;

/// So far behind `giết` its object begins, with an office: `giết Bố chánh A`.
const KILLED: usize = 4;

/// So far behind `cuộc` the name in an event begins.
const EVENT: usize = 7;

impl Reader<'_> {
    /// Whether each of the people is named only as kin of the one before: `A, con trưởng cụ B, …`.
    pub(super) fn kin(&self) -> Vec<bool> {
        let mut kin: Vec<bool> = Vec::with_capacity(self.people.len());
        for n in 0..self.people.len() {
            let joined = kin.last() == Some(&true) && self.is_joined(n);
            kin.push(joined || self.is_kin(n));
        }
        kin
    }

    /// Whether each stands behind a word and its titles that make it no subject: `thay Thiếu tướng A`.
    pub(super) fn led(&self) -> Vec<bool> {
        let led = |person: &Candidate| {
            let at = person.start - self.title(person);
            let joined = at > 0 && matches!(self.words[at].gap, Gap::Blank | Gap::Line);
            joined && WORDS.oblique.contains(&self.words[at - 1].id) || self.is_killed(at)
        };
        self.people.iter().map(led).collect()
    }

    /// Whether each stands right behind a word for a government that somebody is against or under: `chống chính quyền A`.
    pub(super) fn governments(&self) -> Vec<bool> {
        let leads = |person: &Candidate| {
            let at = person.start;
            let pair =
                |words: &str| words.split(' ').zip(at.saturating_sub(2)..at).all(|(word, at)| self.spells(at, word));
            let named = at >= 3 && self.words[at].gap == Gap::Blank && GOVERNMENTS.iter().any(|words| pair(words));
            named && AGAINST.iter().any(|word| self.spells(at - 3, word))
        };
        self.people.iter().map(leads).collect()
    }

    /// Where the titles of each begin, in bytes.
    pub(super) fn heads(&self) -> Vec<usize> {
        self.people.iter().map(|person| self.words[person.start - self.title(person)].start).collect()
    }

    /// Whether the text calls somebody `thầy`.
    pub(super) fn is_called_teacher(&self, who: usize) -> bool {
        let called = |n: &usize| {
            let start = self.people[*n].start;
            start > 0 && self.words[start].gap == Gap::Blank && self.words[start - 1].id == WORDS.teacher
        };
        (0..self.people.len()).filter(|&n| self.subjects.is_same(n, who)).any(|n| called(&n))
    }

    /// How many words of a title stand before a name.
    pub(super) fn title(&self, person: &Candidate) -> usize {
        match person.left {
            Left::Title(_) => self.lexicon.backward(self.words, person.start, kind::TITLE).map_or(0, |title| title.len),
            _ => 0,
        }
    }

    /// Whether a word is the object of `giết` or the like.
    pub(super) fn is_killed(&self, at: usize) -> bool {
        let goes_on = |at: &usize| matches!(self.words[*at].gap, Gap::Blank | Gap::Line);
        let before = (1..=at).rev().take(KILLED).take_while(goes_on);
        before.into_iter().any(|at| WORDS.kills.contains(&self.words[at - 1].id))
    }

    /// Whether a word stands in the name of what happened: `sau cuộc đảo chính Tổng thống A`.
    pub(super) fn is_of_event(&self, at: usize) -> bool {
        let goes_on = |at: &usize| matches!(self.words[*at].gap, Gap::Blank | Gap::Line);
        let before = (1..=at).rev().take(EVENT).take_while(goes_on);
        before.into_iter().any(|at| WORDS.event_heads.contains(&self.words[at - 1].id))
    }

    fn is_kin(&self, n: usize) -> bool {
        let person = &self.people[n];
        let end = person.start - self.title(person);
        let goes_on = |at: usize| {
            matches!(self.words[at].gap, Gap::Blank | Gap::Line) && {
                let id = self.words[at - 1].id;
                WORDS.kin_heads.contains(&id) || WORDS.kin_goes_on.contains(&id)
            }
        };
        let mut first = end;
        while first > 0 && end - first < KIN && goes_on(first) {
            first -= 1;
        }
        let headed = first < end && WORDS.kin_heads.contains(&self.words[first].id);
        let apart = self.words[first].gap == Gap::Comma || self.words[first].gap == Gap::Close;
        headed && apart && n > 0 && self.is_right_behind(&self.people[n - 1], first)
    }

    /// Whether a word stands right behind a name, or its brackets.
    fn is_right_behind(&self, before: &Candidate, at: usize) -> bool {
        if before.end == at {
            return true;
        }
        let Some(gap) = self.text.get(self.words[before.end - 1].end..self.words[at].start) else { return false };
        let closed = gap.trim_end_matches([' ', ',']).ends_with(')');
        gap.starts_with(" (") && closed && gap.matches('(').count() == 1 && !gap.contains('\n')
    }

    /// Whether nothing but `và` and a title stands between a name and the one before.
    fn is_joined(&self, n: usize) -> bool {
        let person = &self.people[n];
        let at = person.start - self.title(person);
        at > 0 && self.people[n - 1].end + 1 == at && self.spells(at - 1, "và")
    }
}
