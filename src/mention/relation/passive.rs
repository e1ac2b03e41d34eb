//! A passive verb, to who does what it says: the document that follows, the document at hand, or nobody that is told.

use std::ops::Range;

use super::behind::is_attribute;
use super::mention::Relation;
use super::mood::Mood;
use super::piece::{Kind, Piece};
use super::rank;
use super::reader::{Reader, SOME};
use super::rules::Between;
use super::statement::{Doer, Ending, Scope, Statement};
use super::subject::Stands;

/// Most pieces between a passive verb and the word that leads to the doer.
const REACH: usize = 9;

/// Most pieces between the day at the head of a statement and a passive verb.
const LED: usize = 60;

impl Reader<'_> {
    /// A verb whose document stands before it, and whose doer may follow.
    pub(super) fn passive(
        &mut self,
        pieces: &[Piece],
        at: usize,
        (relation, mood): (Relation, Mood),
        verb: Range<usize>,
    ) {
        if is_attribute(&pieces[..at]) && self.statement.tops().next().is_some() {
            return self.close();
        }
        if self.statement.since_passive > REACH {
            self.statement.passive.clear();
        }
        self.statement.passive.push((relation, verb));
        self.statement.since_passive = 0;
        self.statement.passive_mood = mood;
        self.statement.passive_holds = self.led_by_day(pieces, at, relation, LED).map(|(holds, _)| holds);
        self.words(2);
    }

    /// `Quyết định số … bị Quyết định số … bãi bỏ`: whether the doer stands between the document and the verb.
    pub(super) fn does_between(
        &mut self,
        pieces: &[Piece],
        at: usize,
        relation: Relation,
        verb: &Range<usize>,
    ) -> bool {
        let Some((doer, target)) = self.done_by(pieces, at) else { return false };
        let (of, to) = (self.named[doer].paper.clone(), self.named[target.named].paper.clone());
        if self.own.is(&to) || !rank::fits(relation, Some(&of), &to) {
            return false;
        }
        let behind = || self.when(pieces.get(at + 1..)?, false).and_then(|when| self.holds(&when));
        let led = self.led_by_day(pieces, at, relation, LED).map(|(holds, _)| holds);
        let holds = led.or_else(behind).unwrap_or_default();
        let part = target.part.clone().or_else(|| self.stands(&target).part());
        self.tell_held((relation, part), of, to, target.start..verb.end, holds);
        self.statement.scopes.clear();
        true
    }

    /// `bởi`, `tại`, `theo` behind a passive verb lead to who does it.
    pub(super) fn agent(&mut self, pieces: &[Piece]) {
        let passive = std::mem::take(&mut self.statement.passive);
        if passive.is_empty() || self.statement.since_passive > REACH {
            self.words(2);
            if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0 && scope.words > 12) {
                scope.few = false;
            }
            return;
        }
        let Some((first, verb)) = passive.first().cloned() else { return };
        let mut before = self.statement.seen.clone();
        if !self.note {
            Self::in_row(pieces, verb.start, &mut before);
            // the reason in another cell is that of what the row is about
            let last = before.last().map_or(verb.start, |last| last.end);
            let first = pieces.partition_point(|piece| piece.range.start < last);
            let parted = pieces[first..].iter().take_while(|piece| piece.range.start < verb.start);
            if parted.into_iter().any(|piece| piece.kind == Kind::Cell) && before.iter().any(|seen| seen.level == 0) {
                before.retain(|seen| seen.level == 0);
            }
        }
        if before.is_empty() {
            return;
        }
        let mut relations: Vec<Relation> = Vec::new();
        for (relation, _) in &passive {
            if !relations.contains(relation) {
                relations.push(*relation);
            }
        }
        self.statement.part = None;
        self.statement.parted = None;
        // what is changed does it in turn, where the doer stands in the title of a document
        let mut scope = Scope::new(first, Doer::Behind, Between::Any, verb);
        scope.relations = relations;
        scope.depth = self.statement.depth;
        scope.before = before;
        scope.holds = self.statement.passive_holds.take();
        if self.note {
            self.statement.scopes.clear();
        }
        self.statement.open_scope(scope);
    }

    /// `| Văn bản được thay thế | Thông tư …`: a label of a passive verb.
    pub(super) fn passive_label(&mut self) {
        if self.statement.seen.is_empty()
            && let Some((relation, verb)) = self.statement.passive.pop()
        {
            self.statement.scopes = vec![Scope::new(relation, Doer::Own, Between::Any, verb)];
        }
    }

    /// A statement ends behind a passive verb that nobody was told to do: `Quyết định số … được bãi bỏ.`
    pub(super) fn end_passive(&mut self, pieces: &[Piece], statement: &Statement) {
        let Some((relation, verb)) = statement.passive.last().cloned() else { return };
        let ends = matches!(relation, Relation::Repeals | Relation::Suspends | Relation::Replaces);
        if !ends || statement.since_passive > REACH || self.note || statement.passive_mood != Mood::Asserted {
            return;
        }
        let mut tops: Vec<_> = statement.tops().filter(|top| top.end <= verb.start).cloned().collect();
        Self::in_row(pieces, verb.start, &mut tops);
        let Some(top) = tops.pop().filter(|top| !top.taken) else { return };
        let stands = self.stands(&top);
        let to = self.named[top.named].paper.clone();
        let verb_at = pieces.partition_point(|piece| piece.range.start < verb.start);
        let led = statement.passive_holds.is_some();
        let is_whole = || {
            self.is_plain_before(pieces, top.start, led)
                && self.is_plain_between(pieces, top.end, verb_at)
                && self.is_plain_behind(pieces.get(verb_at + 1..).unwrap_or_default(), false)
        };
        if stands == Stands::Leave || self.own.is(&to) || !is_whole() {
            return;
        }
        let holds = statement.passive_holds.unwrap_or_default();
        let partly = || self.is_partly(&verb).then(|| SOME.to_owned());
        let part = top.part.clone().or_else(|| stands.part()).or_else(partly);
        let before = self.source.text.get(top.end..verb.start).unwrap_or_default().trim();
        // what was done before, or is told aside, is not done by the document at hand
        let is_past = before.ends_with("đã") || self.opens_bracket(top.end..verb.start);
        let is_own = self.own.legal && self.own.enacts(Some(&to)) && !self.own.publishes;
        let by_own = !is_past && relation != Relation::Replaces && is_own;
        match self.own_paper().filter(|_| by_own) {
            Some(of) => self.tell_held((relation, part), of, to, top.start..verb.end, holds),
            None if relation == Relation::Suspends || relation == Relation::Replaces && !is_past => {}
            // `Theo Thông tư số …, biểu mẫu đã được thay thế`
            None if before.contains(',') => {}
            None => {
                let (date, unreckoned) = (holds.date, holds.unreckoned);
                let range = top.start..verb.end;
                let ending = Ending { date, last_day: false, rule: None, unreckoned, alone: true, range };
                self.expire(to, ending, part);
            }
        }
    }
}
