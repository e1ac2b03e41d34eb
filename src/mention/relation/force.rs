//! `có hiệu lực` to the documents and the days, and the end of what is in force.

use std::ops::Range;

use super::extend;
use super::lexed::Words;
use super::mention::{Force, Paper, Relation, ValidityMention};
use super::mood::Mood;
use super::piece::{Kind, Piece};
use super::reader::{Reader, SOME, is_of_kind, key};
use super::statement::{Doer, Ending};
use super::subject::Stands;
use super::tail::When;
use super::title::plain;

/// Most pieces between the day at the head of a statement and a verb behind its documents.
const LED: usize = 60;

impl Reader<'_> {
    /// `có hiệu lực` and the day behind it.
    pub(super) fn force(&mut self, pieces: &[Piece], at: usize, lexer: &Words) -> usize {
        let piece = &pieces[at];
        let verb = self.source.text[piece.range.clone()].to_lowercase();
        if extend::is_longer(&verb) {
            self.extend(pieces, at, lexer);
            return at + 1;
        }
        self.wait(pieces, at);
        let when = self.when(&pieces[at + 1..], verb.ends_with("đến"));
        // `có hiệu lực trong 12 tháng` is said of a permit
        let when = when.filter(|when| !when.unreckoned && when.during.is_none());
        let Some(when) = when else {
            // `Từ ngày …, Thông tư số … có hiệu lực`
            let led = self.led_by_day(pieces, at, Relation::Replaces, LED).and_then(|(holds, _)| holds.date);
            if let Some(day) = led.filter(|_| self.mood(pieces, at, lexer) == Mood::Asserted)
                && let Some((of, part)) = self.subject(pieces, at)
            {
                let when = When { day: Some(day), ..When::default() };
                self.effective(of, &when, piece.range.clone(), (part, None));
            }
            self.words(2);
            return at + 1;
        };
        let next = at + 1 + when.count;
        let end = pieces[next - 1].range.end;
        // `có hiệu lực sau ngày …` names the day before the first
        let when = match when.last.filter(|_| when.is_after) {
            Some(day) => When { day: day.tomorrow().ok(), last: None, ..when },
            None => when,
        };
        // what is told of the end counts only where it is said of a document
        let (weak, bare) = (!verb.contains("lực"), !verb.contains("lực") && !verb.starts_with("được"));
        let ends = when.day.is_none() && when.rule.is_none();
        if self.mood(pieces, at, lexer) != Mood::Asserted {
            return at + 1;
        }
        let told = self.subject(pieces, at);
        // `Khoản 2 Điều 5 có hiệu lực sau 6 tháng kể từ ngày Nghị định này có hiệu lực`
        let later = when.with_this && when.stretch.is_some() && (told.is_some() || self.statement.part.is_some());
        if when.with_this && !later
            || when.with.is_some()
            || weak && !ends && !self.tells_start(pieces, at)
            || told.is_none() && (bare || ends)
        {
            return at + 1;
        }
        let last = told.as_ref().and_then(|(_, part)| part.clone());
        let direct = told.as_ref().map(|(of, _)| of.clone());
        // `… bởi Điều 3 Luật số … có hiệu lực từ ngày …` is said of the whole law
        let aside = self.statement.depth > 0 || matches!(pieces[..at].last(), Some(Piece { kind: Kind::Comma, .. }));
        let does = aside || self.note || self.statement.seen.last().is_some_and(|seen| seen.does);
        let does = does || self.is_at_part(pieces, at);
        let is_part = |told: &(Paper, Option<String>)| told.1.is_some() && !does && !self.own.is(&told.0);
        if let Some((of, part)) = told.filter(|told| bare || ends || is_part(told)) {
            self.effective(of, &when, piece.range.start..end, (part, last));
            return next;
        }
        let subject = self.statement.seen.iter().rev().find(|seen| seen.level == 0 || seen.does);
        // the document at hand where it was named later
        let subject = subject.filter(|seen| self.statement.this.is_none_or(|this| this < seen.start));
        // `Quyết định này thay thế Quyết định số … và có hiệu lực từ ngày …`
        let joins = matches!(pieces[..at].last(), Some(Piece { kind: Kind::And | Kind::Comma, .. }));
        let own_verb = self.statement.scopes.first().is_some_and(|scope| scope.doer == Doer::Own && scope.got > 0);
        let subject = subject.filter(|seen| !(joins && own_verb && seen.taken && self.statement.this.is_some()));
        let (of, mut part) = match subject {
            // `Hợp đồng ký theo Quyết định số … có hiệu lực từ ngày …`
            Some(seen) if self.is_leave_of_thing(seen) => return next,
            Some(seen) => {
                // `Theo Điều 5 Thông tư số …, …` tells only where it is said
                let part = || match self.stands(seen) {
                    Stands::Leave => None,
                    stands => seen.part.clone().or_else(|| stands.part()),
                };
                (Some(self.named[seen.named].paper.clone()), (!does).then(part).flatten())
            }
            None if self.statement.seen.is_empty() => (direct.or_else(|| self.called(pieces, at)), None),
            None => (self.called(pieces, at), None),
        };
        if subject.is_none()
            && let Some((range, words)) = &self.statement.part
            && *words < 12
        {
            part = Some(plain(&self.source.text[range.clone()]));
        }
        let Some(of) = of else { return at + 1 };
        let is_own = self.own.is(&of);
        // `Các quy định của Luật này liên quan đến … có hiệu lực từ ngày …`
        if is_own && part.is_none() && subject.is_none() {
            part = last.clone().or_else(|| self.stands_of_own(pieces, at).then(|| SOME.to_owned()));
        }
        let of = if is_own { self.own.paper.clone() } else { of };
        let last = last.filter(|_| weak).or_else(|| part.clone());
        self.effective(of, &when, piece.range.start..end, (part, last));
        next
    }

    /// Whether the document at hand is named before a verb only as that whose rules come into force.
    fn stands_of_own(&self, pieces: &[Piece], at: usize) -> bool {
        let before = &pieces[self.statement.first.min(at)..at];
        let this = before.iter().rposition(|piece| piece.kind == Kind::This);
        let lead = this.and_then(|this| this.checked_sub(1)).map(|lead| &before[lead]);
        lead.is_some_and(|lead| ["của", "trong"].iter().any(|of| lead.is_word(of)))
    }

    /// `… nhưng chưa có hiệu lực`: what the documents of the statement do is not done yet; of `Quyết định này` in news what
    /// one of its kind was said to do last.
    fn wait(&mut self, pieces: &[Piece], at: usize) {
        let near = &pieces[at.saturating_sub(2)..at];
        if !near.iter().any(|word| word.is_word("chưa")) {
            return;
        }
        let mut named: Vec<String> =
            self.statement.seen.iter().map(|seen| key(&self.named[seen.named].paper)).collect();
        if let Some(words) = self.statement.this_words.clone().filter(|_| !self.own.legal) {
            let kind = plain(&self.source.text[words]).to_lowercase();
            let kind = kind.rsplit_once(' ').map_or("", |(kind, _)| kind);
            let last = self.relations.iter().rev().find(|told| told.relation.takes_hold());
            named.extend(last.filter(|told| is_of_kind(&told.of, kind)).map(|told| key(&told.of)));
        }
        self.pending.extend(named);
    }

    /// `được áp dụng từ ngày …`: the day must stand right behind, and something that is in force before.
    pub(super) fn tells_start(&self, pieces: &[Piece], at: usize) -> bool {
        let led =
            pieces[at + 1..].iter().take(3).any(|piece| piece.is_word("từ") || matches!(piece.kind, Kind::Day(..)));
        led && (self.statement.this.is_some() || self.statement.tops().next().is_some())
    }

    /// From when on a document is in force, and until when, each with the part of which that is told.
    pub(super) fn effective(
        &mut self,
        of: Paper,
        when: &When,
        range: Range<usize>,
        (part, last): (Option<String>, Option<String>),
    ) {
        let reckoned = when.rule.as_ref().and_then(|rule| {
            let behind = |day| when.stretch.map_or(Some(day), |stretch| stretch.behind(day));
            if when.with_this {
                return self.own.effective.and_then(behind);
            }
            let base = self.published.filter(|_| of == self.own.paper && !rule.starts_with("gazette"));
            self.own.effective.or_else(|| behind(base?))
        });
        let date = when.day.or(reckoned);
        if self.note && self.own.effective.is_none() && of == self.own.paper {
            self.own.effective = date;
        }
        let told = ValidityMention {
            range: range.clone(),
            what: Force::Effective,
            of: of.clone(),
            date,
            last_day: false,
            rule: when.rule.clone(),
            part,
            unreckoned: false,
        };
        let proposed = self.own.proposes && self.own.is(&told.of);
        if (date.is_some() || when.rule.is_some()) && !proposed {
            self.validity.push(told);
        }
        if when.last.is_some() {
            let ending = Ending { date: when.last, last_day: true, rule: None, unreckoned: false, alone: false, range };
            self.expire(of, ending, last);
        }
    }

    pub(super) fn expire(&mut self, of: Paper, ending: Ending, part: Option<String>) {
        let Ending { date, last_day, rule, unreckoned, alone, range } = ending;
        let is_told = date.is_some() || rule.is_some() || unreckoned || alone;
        // an article of a draft ends nothing yet, what is told before is known
        let is_drafted = self.own.proposes && (self.structured || rule.as_deref().is_some_and(is_with_this));
        if !is_told || is_drafted {
            return;
        }
        // so long behind a day that no text tells
        let is_late = date.is_none() && rule.as_deref().is_some_and(|rule| rule.contains('+'));
        let unreckoned = unreckoned || is_late && !rule.as_deref().is_some_and(|rule| rule.starts_with("with"));
        let what = Force::Expires;
        self.validity.push(ValidityMention { range, what, of, date, last_day, rule, part, unreckoned });
    }
}

/// Whether a rule reckons from the coming into force of the document at hand.
fn is_with_this(rule: &str) -> bool {
    rule.starts_with("with this")
}
