//! `có hiệu lực` and `hết hiệu lực`, to the documents and the days.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::lexed::Words;
use super::mention::{Force, Paper, Relation, ValidityMention};
use super::mood::Mood;
use super::piece::{Kind, Piece};
use super::reader::{Reader, SOME, key};
use super::rules::{Between, Rule, Way};
use super::span::Stretch;
use super::statement::{Doer, Ending, Holds, Scope, Seen};
use super::subject::Stands;
use super::tail::When;
use super::title::plain;
use super::{extend, rank, thing};

/// Most pieces between the day at the head of a statement and a verb behind its documents.
const LED: usize = 60;

/// Words for some rules of a document stand so many bytes before it at most.
const RULES: usize = 280;

impl Reader<'_> {
    /// A verb that stands behind its documents, or before a list of them.
    pub(super) fn behind(
        &mut self,
        pieces: &[Piece],
        at: usize,
        relation: Relation,
        verb: Range<usize>,
        lexer: &Words,
    ) -> usize {
        // `hết hiệu lực một phần từ ngày …`
        let in_verb = || plain(&self.source.text[verb.clone()]).to_lowercase().ends_with("một phần").then_some(0);
        let partly = says_partly(&pieces[at + 1..]).or_else(in_verb);
        let told = at + 1 + partly.unwrap_or_default();
        let when = self.when(&pieces[told..], false).unwrap_or_default();
        // `hết hiệu lực nếu …` may never be
        if when.conditional || when.during.is_some() || self.mood(pieces, at, lexer) != Mood::Asserted {
            self.words(2);
            return at + 1;
        }
        let next = told + when.count;
        let end = next.checked_sub(1).and_then(|last| pieces.get(last)).map_or(verb.end, |piece| piece.range.end);
        // `có hiệu lực` behind the document with which it ends
        let next = if (when.with_this || when.with.is_some())
            && matches!(pieces.get(next), Some(Piece { kind: Kind::Force, .. }))
        {
            next + 1
        } else {
            next
        };
        // `Từ ngày 1/7/2020, Quyết định số … hết hiệu lực`, `Kể từ ngày Nghị định này có hiệu lực, … hết hiệu lực`
        let led = (when.count == 0).then(|| self.led_by_day(pieces, at, relation, LED)).flatten();
        let since = when.count == 0 && led.is_none() && self.statement.this.is_some();
        let when = if since { When { rule: Some("with this".to_owned()), with_this: true, ..when } } else { when };
        // `hết hiệu lực sau ngày …` names the last day
        let last_day = when.day.is_none() && when.last.is_some();
        let date = when.day.or(when.last).or_else(|| self.holds(&when).and_then(|holds| holds.date));
        let holds = led.map(|(holds, _)| holds).or_else(|| self.holds(&when)).unwrap_or_default();
        let date = date.or(holds.date);
        let unreckoned = when.unreckoned || holds.unreckoned;
        let mut tops: Vec<Seen> = self.statement.tops().cloned().collect();
        let mut once = FxHashSet::default();
        tops.retain(|seen| once.insert(key(&self.named[seen.named].paper)));
        let is_of_class = is_attribute(&pieces[..at]);
        if is_of_class {
            tops.clear();
        }
        let any = !tops.is_empty();
        self.said_of(pieces, verb.start, &mut tops);
        // `Quyết định số … (hết hiệu lực từ ngày …)`: nobody is told who ends it
        let last = self.statement.seen.last().filter(|_| any).cloned();
        let aside = last.filter(|last| self.opens_bracket(last.end..verb.start));
        if let Some(last) = &aside {
            tops = vec![last.clone()];
        }
        // `Quyết định số … hướng dẫn Nghị định số … đã hết hiệu lực`: either of them may be
        let either =
            aside.is_none() && is_past(&pieces[..at]) && self.statement.seen.last().is_some_and(|seen| seen.level > 0);
        if any && (tops.is_empty() || either) {
            self.words(2);
            return next;
        }
        // in a text that is no legal paper the whole clause has to be read
        let is_whole = |first: &Seen, last: &Seen| {
            aside.is_some()
                || self.is_plain_before(pieces, first.start, led.is_some())
                    && self.is_plain_between(pieces, last.end, at)
                    && self.is_plain_behind(&pieces[next..], false)
        };
        if tops.first().zip(tops.last()).is_some_and(|(first, last)| !is_whole(first, last)) {
            self.words(2);
            return next;
        }
        let told_by = self.told_by(pieces, next, relation, &tops);
        let first_top = tops.first().map(|top| self.named[top.named].paper.clone());
        let by = match when.with.or(told_by) {
            Some(with) => {
                let paper = self.full_paper(&self.named[with].paper);
                self.refer(with);
                Some(paper)
            }
            None if aside.is_some() || is_past(&pieces[..at]) => None,
            None if when.with_this || self.own.legal && self.own.enacts(first_top.as_ref()) => self.own_paper(),
            None => None,
        };
        let alone = by.is_none();
        // with another document, whose day may be told elsewhere in the text
        let with_other = when.with.is_some() && date.is_none();
        let unreckoned = unreckoned || with_other;
        let holds = match with_other && holds == Holds::default() {
            true => Holds { stretch: Some(Stretch::NONE), ..holds },
            false => holds,
        };
        // `sẽ hết hiệu lực`, of which nobody tells when
        if alone && date.is_none() && !unreckoned && self.source.text[verb.clone()].contains("sẽ") {
            self.words(2);
            return next;
        }
        let ending = Ending { date, last_day, rule: when.rule.clone(), unreckoned, alone, range: verb.start..end };
        if tops.is_empty()
            && (date.is_some() || unreckoned || when.rule.is_some() && !when.with_this)
            && relation != Relation::Suspends
            && !is_of_class
            && let Some((of, part)) = self.subject(pieces, at)
        {
            self.expire(of, ending, part.or_else(|| partly.map(|_| SOME.to_owned())));
            return next;
        }
        if tops.is_empty() {
            // `Kể từ ngày Nghị định này có hiệu lực, các quy định sau hết hiệu lực:`
            let doer = if alone { Doer::Untold } else { Doer::Own };
            let mut list = Scope::new(relation, doer, Between::Any, verb);
            list.needs_colon = true;
            list.holds = Some(holds);
            list.partly = partly.is_some();
            list.expires = Some(ending).filter(|_| relation != Relation::Suspends);
            self.statement.scopes = vec![list];
            return next;
        }
        let first = self.statement.first;
        for mut top in tops {
            // `Những quy định về khiếu nại trong Luật …`
            if top.part.is_none()
                && pieces.get(first).is_some_and(|piece| top.start.saturating_sub(piece.range.start) <= RULES)
                && let Some(piece) =
                    pieces[first..].iter().find(|piece| matches!(piece.kind, Kind::Word(_) | Kind::Class))
            {
                top.part =
                    self.source.text.get(piece.range.start..top.start).and_then(|before| thing::rules(&plain(before)));
            }
            top.part = top.part.take().or_else(|| self.stands(&top).part()).or_else(|| partly.map(|_| SOME.to_owned()));
            let to = self.named[top.named].paper.clone();
            if relation != Relation::Suspends && self.is_replaced(&to) {
                self.expire(to, ending.clone(), top.part);
                continue;
            }
            if let Some(of) = by.clone().filter(|of| *of != to && !self.own.is(&to)) {
                let stretch = top.start.min(verb.start)..verb.end;
                self.tell_held((relation, top.part.clone()), of, to.clone(), stretch, holds);
            }
            if relation != Relation::Suspends {
                // where no day is told the line has to name the document
                let start = if ending.date.is_none() { top.start.min(verb.start) } else { verb.start };
                self.expire(to, Ending { range: start..end, ..ending.clone() }, top.part);
            }
        }
        self.statement.scopes.clear();
        // what ends is not said to end again, but may be said to be replaced: `hết hiệu lực và được thay thế bởi …`
        let behind = pieces[next..].iter().filter(|piece| !piece.is_word("đã"));
        let behind: Vec<&Kind> = behind.take(2).map(|piece| &piece.kind).collect();
        if !matches!(behind[..], [Kind::Comma | Kind::And, Kind::Rule(Rule { way: Way::Passive, .. })]) {
            self.statement.seen.clear();
        }
        next
    }

    /// The document that does it, behind a verb that stands behind its own: `… hết hiệu lực theo Nghị định số …`.
    fn told_by(&self, pieces: &[Piece], next: usize, relation: Relation, tops: &[Seen]) -> Option<usize> {
        let [agent, Piece { kind: Kind::Papers(papers), .. }, ..] = pieces.get(next..)? else { return None };
        let leads = matches!(&*self.source.text[agent.range.clone()].to_lowercase(), "theo" | "bởi" | "tại");
        let paper = &self.named[papers.start].paper;
        let is_doer = |top: &Seen| {
            let to = &self.named[top.named].paper;
            to != paper && rank::fits(relation, Some(paper), to)
        };
        let does = agent.kind == Kind::Agent && leads && matches!(paper, Paper::Number(_)) && tops.iter().all(is_doer);
        does.then_some(papers.start)
    }

    /// Whether the statement said already that a document is replaced.
    pub(super) fn is_replaced(&self, paper: &Paper) -> bool {
        self.relations.iter().rev().take(4).any(|told| told.relation == Relation::Replaces && told.to == *paper)
    }

    /// `có hiệu lực` and the day behind it.
    pub(super) fn force(&mut self, pieces: &[Piece], at: usize, lexer: &Words) -> usize {
        let piece = &pieces[at];
        let verb = self.source.text[piece.range.clone()].to_lowercase();
        if extend::is_longer(&verb) {
            self.extend(pieces, at, lexer);
            return at + 1;
        }
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
        let of = if self.own.is(&of) { self.own.paper.clone() } else { of };
        let last = last.filter(|_| weak).or_else(|| part.clone());
        self.effective(of, &when, piece.range.start..end, (part, last));
        next
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
        if !is_told || self.own.proposes && rule.as_deref().is_some_and(|rule| rule.starts_with("with this")) {
            return;
        }
        // so long behind a day that no text tells
        let is_late = date.is_none() && rule.as_deref().is_some_and(|rule| rule.contains('+'));
        let unreckoned = unreckoned || is_late && !rule.as_deref().is_some_and(|rule| rule.starts_with("with"));
        let what = Force::Expires;
        self.validity.push(ValidityMention { range, what, of, date, last_day, rule, part, unreckoned });
    }
}

/// How many pieces behind a verb say that it touches only a part: `một phần`, `thi hành một phần`, `đối với hộ nghèo`.
fn says_partly(pieces: &[Piece]) -> Option<usize> {
    let skipped =
        pieces.iter().take(3).take_while(|piece| ["thi", "hành"].iter().any(|word| piece.is_word(word))).count();
    let [first, second, ..] = pieces.get(skipped..)? else { return None };
    if first.is_word("đối") && second.is_word("với") {
        let whom = pieces[skipped + 2..]
            .iter()
            .take_while(|piece| matches!(piece.kind, Kind::Word(_)) && !leads_to_day(piece));
        return Some(skipped + 2 + whom.count());
    }
    (first.is_word("một") && second.is_word("phần")).then_some(skipped + 2)
}

/// Whether a verb tells what was done before: `đã hết hiệu lực`.
fn is_past(before: &[Piece]) -> bool {
    before.last().is_some_and(|piece| piece.is_word("đã"))
}

/// Whether a verb is said of a class of documents, whose words stand right before it: `Danh mục văn bản hết hiệu lực`.
pub(super) fn is_attribute(before: &[Piece]) -> bool {
    let beside = |piece: &&Piece| ["đã", "đều", "sẽ"].iter().any(|word| piece.is_word(word));
    let skipped = before.iter().rev().take_while(beside).count();
    match &before[..before.len() - skipped] {
        [.., Piece { kind: Kind::Class, .. }] => true,
        [before @ .., first, second] => {
            // `… quy định về giấy tờ, văn bản hết hiệu lực` ends a title
            let is_listed = matches!(before.last(), Some(Piece { kind: Kind::Comma | Kind::And, .. }));
            first.is_word("văn") && second.is_word("bản") && !is_listed
        }
        _ => false,
    }
}

/// Whether words lead to the day from which on something holds.
fn leads_to_day(piece: &Piece) -> bool {
    ["kể", "từ", "sau", "đến"].iter().any(|word| piece.is_word(word))
}
