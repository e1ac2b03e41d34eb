//! The day that stands beside a verb to what the verb says: from when on a replacement, a repeal or a suspension holds,
//! and until when. A document may end another on another day than that on which it comes into force itself, and a
//! suspension ends (Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13, Điều 153 and 154, and 64/2025/QH15 behind it).

use std::ops::Range;

use jiff::civil::Date;

use super::mention::{Paper, Relation, holds_from};
use super::piece::{Kind, Piece};
use super::reader::{Reader, SOME};
use super::rules::{Rule, TABLE, Way};
use super::statement::{Doer, Holds, Scope};
use super::tail::{self, When};

/// Whether a verb has only named a class of documents, that a list follows: `Bãi bỏ các văn bản sau kể từ ngày …:`.
fn heads_list(scope: &Scope) -> bool {
    scope.closed && scope.words <= LIST
}

/// Whether a word leads to the end of a time: `đến hết ngày …`, `trong 6 tháng`.
fn tells_end(word: &Piece) -> bool {
    word.is_word("đến") || word.is_word("trong")
}

/// Most words between a verb and the day before its list.
const LIST: usize = 5;

/// So many of what a statement tells wait for their day at most.
const MOST_WAITING: usize = 256;

/// So many of the first and last relations of a text are searched for one that is told again.
const NEAR: usize = 32;

/// Most pieces before the day at the head of a statement: the sign of an item and its name.
const HEAD: usize = 5;

/// Most pieces between that day and a verb before its documents.
pub(super) const REACH: usize = 12;

impl Reader<'_> {
    /// What is told of a day behind the verb. A day whose year is not written and that lies before the text is none.
    pub(super) fn when(&self, pieces: &[Piece], leads_to_end: bool) -> Option<When> {
        let when = tail::read(pieces, self.source.text, leads_to_end)?;
        let is_before = |day: Date| self.published.is_some_and(|published| day < published);
        if when.is_yearless && when.day.or(when.last).is_some_and(is_before) {
            return Some(When { unreckoned: true, count: when.count, ..When::default() });
        }
        Some(when)
    }

    /// From when on something holds by what is told of the day; none where that tells nothing of its own.
    pub(super) fn holds(&self, when: &When) -> Option<Holds> {
        let signed = || {
            let is_signing = |rule: &str| ["signing", "issue", "passing"].iter().any(|base| rule.starts_with(base));
            let base = self.published.filter(|_| !self.note && when.rule.as_deref().is_some_and(is_signing))?;
            when.stretch.map_or(Some(base), |stretch| stretch.behind(base))
        };
        let last_day = when.day.is_none() && when.last.is_some();
        let date = when.day.or_else(|| when.last.and_then(|day| holds_from(day, last_day))).or_else(signed);
        // `đến hết ngày …` is the end of a suspension, `sau ngày …` the day before its first
        let until = when.last.filter(|_| when.day.is_some() || !when.is_after);
        let lasts = |during: super::span::Stretch| date.and_then(|day| during.behind(day)?.yesterday().ok());
        let until = when.during.map_or(until, lasts);
        let stretch = when.stretch.filter(|_| when.with_this && date.is_none());
        let unreckoned = date.is_none()
            && (when.during.is_some() || stretch.is_none() && (when.unreckoned || when.stretch.is_some()));
        let holds = Holds { date, until, stretch, unreckoned };
        (holds != Holds::default()).then_some(holds)
    }

    /// The day at the head of a statement, before its verb, and whether nothing stands between them: `Từ ngày 1/1/2020,
    /// Thông tư này thay thế …`, `Kể từ ngày 1/1/2020 bãi bỏ …`; so many pieces stand between at most. Only a
    /// suspension has an end of its own.
    pub(super) fn led_by_day(
        &self,
        pieces: &[Piece],
        at: usize,
        relation: Relation,
        reach: usize,
    ) -> Option<(Holds, bool)> {
        let first = self.statement.first.min(at);
        if at - first > HEAD + REACH + reach {
            return None;
        }
        let is_sign = |piece: &&Piece| matches!(piece.kind, Kind::Item(_) | Kind::Part | Kind::Stop | Kind::Quote);
        let signs = pieces[first..at].iter().take(HEAD).take_while(is_sign).count();
        let start = first + signs;
        let is_told = relation == Relation::Suspends || !tells_end(pieces.get(start)?);
        let when = self.leading(pieces, start).filter(|when| !when.conditional && is_told)?;
        let behind = pieces.get(start + when.count..at)?;
        let says = behind.iter().any(|piece| matches!(piece.kind, Kind::Force | Kind::Stop | Kind::Break { .. }));
        let is_next = behind.iter().all(|piece| matches!(piece.kind, Kind::Comma));
        (behind.len() <= reach && !says).then_some((self.holds(&when)?, is_next))
    }

    /// A day with the words that lead to it: `kể từ ngày …`, `sau 30 ngày kể từ ngày …`.
    fn leading(&self, pieces: &[Piece], at: usize) -> Option<When> {
        let piece = pieces.get(at)?;
        let begins = match piece.kind {
            Kind::Word(key) => TABLE.holds.contains(&key),
            // the words of a period stand in it
            Kind::Day(_) | Kind::NoDay(_) => {
                let words = self.source.text.get(piece.range.clone()).unwrap_or_default();
                words.starts_with("từ") || words.starts_with("Từ")
            }
            _ => false,
        };
        let when = begins.then(|| self.when(&pieces[at..], false)).flatten()?;
        // `như sau`, `sau đây`; so long behind a day that is not told only where nothing follows
        let next = pieces.get(at + when.count).map(|next| &next.kind);
        let ends = matches!(next, None | Some(Kind::Stop | Kind::Semicolon | Kind::Break { .. }));
        let based = when.stretch.is_some() && (!when.unreckoned || ends || when.count > 3);
        // `Điều 29 Nghị định … trước ngày Nghị định này có hiệu lực`
        let dated = || matches!(pieces[at + when.count - 1].kind, Kind::Day(_) | Kind::NoDay(_));
        let told = match when.conditional {
            _ if piece.is_word("sau") => based,
            false if piece.is_word("trước") => dated(),
            _ => true,
        };
        (told && when.with.is_none()).then_some(when)
    }

    /// A day behind a verb and its documents, or right behind the verb: the piece behind it, if it is of the verb.
    pub(super) fn held_from(&mut self, pieces: &[Piece], at: usize) -> Option<usize> {
        // `cho đến hết ngày …`
        let first = if at > 0 && pieces[at - 1].is_word("cho") { at - 1 } else { at };
        let before = first.checked_sub(1).and_then(|before| pieces.get(before))?;
        let happens = matches!(before.kind, Kind::Word(key) if TABLE.happens.contains(&key));
        if self.statement.depth > 0 || happens || before.kind == Kind::Force {
            return None;
        }
        let passive =
            matches!(before.kind, Kind::Rule(Rule { way: Way::Passive, .. })) && !self.statement.passive.is_empty();
        let scope = self.statement.scopes.last();
        let waits = scope.is_some_and(|scope| {
            scope.got == 0 && scope.doer != Doer::Behind && (scope.words == 0 || heads_list(scope))
        });
        if !passive && !waits && self.statement.told.is_empty() {
            return None;
        }
        if !passive && !waits && matches!(before.kind, Kind::Rule(_)) {
            return None;
        }
        // what is issued before a day, or done in a case, stands in titles, too
        let named = matches!(before.kind, Kind::Papers(_) | Kind::Day(_) | Kind::Rule(_));
        if !named && ["trước", "nếu"].iter().any(|word| pieces[at].is_word(word)) {
            return None;
        }
        let when = self.leading(pieces, at)?;
        let holds = self.holds(&when)?;
        // the title of a document may tell a day, too
        let is_before = |day: Option<Date>| day.zip(self.published).is_some_and(|(day, published)| day < published);
        if !named && (is_before(holds.date) || is_before(holds.until)) {
            return None;
        }
        // `Ngưng hiệu lực Thông tư số … đến hết ngày …`: only a suspension has an end of its own
        if tells_end(&pieces[at]) && !self.suspends(passive, waits) {
            return None;
        }
        if passive {
            self.statement.passive_holds = Some(holds);
        } else if waits {
            let scope = self.statement.scopes.last_mut()?;
            scope.holds = Some(holds).filter(|_| scope.relations.iter().all(|relation| relation.takes_hold()));
        } else {
            for told in std::mem::take(&mut self.statement.told) {
                self.hold(told, holds);
            }
        }
        Some(at + when.count)
    }

    /// Whether what a day behind is told of is a suspension.
    fn suspends(&self, passive: bool, waits: bool) -> bool {
        let is_one = |relation: Option<Relation>| relation == Some(Relation::Suspends);
        if passive {
            return is_one(self.statement.passive.last().map(|(relation, _)| *relation));
        }
        if waits {
            let relations = self.statement.scopes.last().map(|scope| &*scope.relations);
            return relations == Some(&[Relation::Suspends]);
        }
        let mut told = self.statement.told.iter().map(|told| self.relations.get(*told).map(|told| told.relation));
        told.all(is_one)
    }

    /// Tells a relation, which holds from a day on; where that is not known, one behind it may be its day.
    pub(super) fn tell_held(
        &mut self,
        (relation, part): (Relation, Option<String>),
        of: Paper,
        to: Paper,
        range: Range<usize>,
        holds: Holds,
    ) {
        let known = self.relations.len();
        self.tell(relation, of.clone(), to.clone(), part.clone(), range, None);
        if !relation.takes_hold() {
            return;
        }
        let at = if self.relations.len() > known { Some(known) } else { self.told_again(relation, &of, &to, &part) };
        let Some(at) = at else { return };
        if holds != Holds::default() {
            self.hold(at, holds);
        } else if self.statement.told.len() < MOST_WAITING {
            self.statement.told.push(at);
        }
    }

    /// A relation without a day that is told once more, among those near the beginning and the end.
    fn told_again(&self, relation: Relation, of: &Paper, to: &Paper, part: &Option<String>) -> Option<usize> {
        let count = self.relations.len();
        let near = (0..count.min(NEAR)).chain(count.saturating_sub(NEAR)..count);
        near.rev().find(|at| {
            let told = &self.relations[*at];
            let is_dated = told.date.is_some() || told.unreckoned;
            !is_dated && told.relation == relation && told.of == *of && told.to == *to && told.part == *part
        })
    }

    /// Sets from when on something holds that was told.
    fn hold(&mut self, at: usize, holds: Holds) {
        let Some(told) = self.relations.get_mut(at) else { return };
        let Holds { date, until, stretch, unreckoned } = holds;
        told.unreckoned = unreckoned;
        told.until = until.filter(|_| told.relation == Relation::Suspends);
        // of one that has an end alone no beginning is told
        told.date = date.filter(|day| told.until.is_none_or(|until| *day <= until));
        self.waiting.extend(stretch.map(|stretch| (at, stretch)));
    }

    /// `Thông tư số … ngưng hiệu lực từ ngày …`: the verb stands behind its document.
    pub(super) fn stands_behind(&self, pieces: &[Piece], at: usize) -> bool {
        let named =
            matches!(at.checked_sub(1).map(|before| &pieces[before].kind), Some(Kind::Papers(_) | Kind::Day(_)))
                || self.subject(pieces, at).is_some();
        named && self.statement.tops().next().is_some() && self.leading(pieces, at + 1).is_some()
    }

    /// `Thông tư số … được thay thế bởi Thông tư này`: the document at hand does what a passive verb says.
    pub(super) fn done_by_own(&mut self) {
        let Some(scope) = self.statement.scopes.last() else { return };
        if scope.doer != Doer::Behind || scope.got > 0 || scope.words > 0 || self.own.consolidates || self.note {
            return;
        }
        let Some(of) = self.own_paper() else { return };
        let scope = scope.clone();
        let Some(target) = scope.before.iter().rev().find(|seen| seen.level == 0).cloned() else { return };
        let to = self.named[target.named].paper.clone();
        if self.own.is(&to) {
            return;
        }
        let stretch = target.start.min(scope.verb.start)..scope.verb.end;
        // what is changed by the document at hand is told where it changes it
        let ends = |relation: &&Relation| relation.takes_hold() && **relation != Relation::Amends;
        for relation in scope.relations.iter().filter(ends) {
            let partly = || self.is_partly(&scope.verb).then(|| SOME.to_owned());
            let part = target.part.clone().filter(|_| *relation != Relation::Replaces).or_else(partly);
            self.tell_held((*relation, part), of.clone(), to.clone(), stretch.clone(), scope.holds.unwrap_or_default());
        }
        if let Some(scope) = self.statement.scopes.last_mut() {
            scope.got += 1;
        }
    }
}
