//! `có hiệu lực` and `hết hiệu lực`, to the documents and the days.

use std::ops::Range;

use super::mention::{Force, Paper, Relation, ValidityMention};
use super::piece::{Kind, Piece};
use super::reader::{Reader, SOME};
use super::rules::{Between, TABLE};
use super::statement::{Doer, Ending, Scope, Seen};
use super::tail::When;
use super::title::plain;
use super::{rank, thing};

/// Words for some rules of a document stand so many bytes before it at most.
const RULES: usize = 280;

/// Most pieces before a verb to the beginning of the words that name what it is said of.
const SUBJECT: usize = 96;

/// Words between a document and the verb that is said of it.
const BESIDE: [&str; 14] =
    ["sẽ", "chỉ", "vẫn", "còn", "được", "tiếp", "tục", "đều", "cũng", "có", "thời", "hạn", "gian", "tự"];

impl Reader<'_> {
    /// A verb that stands behind its documents, or before a list of them.
    pub(super) fn behind(&mut self, pieces: &[Piece], at: usize, relation: Relation, verb: Range<usize>) -> usize {
        // `hết hiệu lực một phần từ ngày …`
        let partly = says_partly(&pieces[at + 1..]);
        let told = at + 1 + partly.unwrap_or_default();
        let when = self.when(&pieces[told..], false).unwrap_or_default();
        // `hết hiệu lực nếu …` may never be
        if when.conditional {
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
        // `Kể từ ngày Nghị định này có hiệu lực, … hết hiệu lực`
        let since = when.count == 0 && self.statement.this.is_some();
        let when = if since { When { rule: Some("with this".to_owned()), with_this: true, ..when } } else { when };
        // `hết hiệu lực sau ngày …` names the last day
        let last_day = when.day.is_none() && when.last.is_some();
        let date = when.day.or(when.last).or_else(|| self.holds(&when).and_then(|holds| holds.date));
        let holds = self.holds(&when).unwrap_or_default();
        let unreckoned = when.unreckoned;
        let ending = Ending { date, last_day, rule: when.rule.clone(), unreckoned, range: verb.start..end };
        let mut tops: Vec<Seen> = self.statement.tops().filter(|seen| !self.is_supposed(seen)).cloned().collect();
        tops.dedup_by_key(|seen| seen.named);
        if tops.is_empty() && self.statement.tops().next().is_some() {
            self.words(2);
            return next;
        }
        self.drop_said(&mut tops, verb.start);
        // `Quyết định số … (hết hiệu lực từ ngày …)`: nobody is told who ends it
        let aside = tops.last().is_some_and(|last| self.opens_bracket(last.end..verb.start));
        if aside {
            tops.drain(..tops.len() - 1);
        }
        let told_by = self.told_by(pieces, next, relation, &tops);
        let by = match when.with.or(told_by) {
            Some(with) => {
                let paper = self.full_paper(&self.named[with].paper);
                self.refer(with);
                Some(paper)
            }
            None if aside => None,
            None if self.own.legal || when.with_this => self.own_paper(),
            None => self.main.map(|main| self.named[main].paper.clone()),
        };
        if tops.is_empty()
            && (date.is_some() || unreckoned || when.rule.is_some() && !when.with_this)
            && relation != Relation::Suspends
            && let Some((of, part)) = self.subject(pieces, at)
        {
            self.expire(of, ending, part.or_else(|| partly.map(|_| SOME.to_owned())));
            return next;
        }
        if tops.is_empty() {
            // `Kể từ ngày Nghị định này có hiệu lực, các quy định sau hết hiệu lực:`
            let mut list = Scope::new(relation, Doer::Own, Between::Any, verb);
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
            top.part = top.part.or_else(|| partly.map(|_| SOME.to_owned()));
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
                self.expire(to, ending.clone(), top.part);
            }
        }
        self.statement.scopes.clear();
        // what ends is not said to end again
        self.statement.seen.clear();
        next
    }

    /// Whether something is supposed of a document, or done by its leave: `khi Quyết định số … hết hiệu lực`, `cấp theo
    /// Quyết định số … hết hiệu lực`.
    pub(super) fn is_supposed(&self, seen: &Seen) -> bool {
        const BEFORE: [&str; 5] = ["theo", "khi", "trường hợp", "giả sử", "nếu"];
        // what is issued with a document ends with it
        const ISSUED: [&str; 2] = ["ban hành", "kèm"];
        let before = self.source.text.get(..seen.start.min(seen.range.start)).unwrap_or_default();
        BEFORE
            .iter()
            .filter_map(|words| ends_with(before, words))
            .any(|head| ISSUED.iter().all(|words| ends_with(head, words).is_none()))
    }

    /// Drops the documents of whose force something was said already: `A còn hiệu lực, B hết hiệu lực`.
    fn drop_said(&self, tops: &mut Vec<Seen>, verb: usize) {
        let ends: Vec<usize> = tops.iter().skip(1).map(|seen| seen.start).chain([verb]).collect();
        let is_said = |seen: &Seen, end: usize| {
            self.source.text.get(seen.end..end).is_some_and(|behind| behind.contains("hiệu lực"))
        };
        let said = tops.iter().zip(ends).rposition(|(seen, end)| end < verb && is_said(seen, end));
        tops.drain(..said.map_or(0, |last| last + 1));
    }

    /// Whether a bracket opens between a document and a verb, before anything else.
    fn opens_bracket(&self, between: Range<usize>) -> bool {
        self.source.text.get(between).is_some_and(|between| between.trim_start().starts_with('('))
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
    pub(super) fn force(&mut self, pieces: &[Piece], at: usize) -> usize {
        let piece = &pieces[at];
        let verb = self.source.text[piece.range.clone()].to_lowercase();
        let when = self.when(&pieces[at + 1..], verb.ends_with("đến")).filter(|when| !when.unreckoned);
        let Some(when) = when else {
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
        if let Some((of, part)) = told.filter(|_| bare || ends) {
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
            Some(seen) => (Some(self.named[seen.named].paper.clone()), None),
            None => (self.own_paper(), None),
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

    /// The document that a verb is said of, and which part of it: nothing stands between but its day, whose it is, and
    /// words such as `sẽ`.
    pub(super) fn subject(&self, pieces: &[Piece], at: usize) -> Option<(Paper, Option<String>)> {
        let first = self.statement.first.min(at).max(at.saturating_sub(SUBJECT));
        let before = &pieces[first..at];
        let named = before.iter().rposition(|piece| matches!(piece.kind, Kind::This | Kind::Papers(_)))?;
        let mut whose = false;
        for piece in &before[named + 1..] {
            match &piece.kind {
                Kind::Day(_) | Kind::Open | Kind::Close | Kind::Force | Kind::And => whose = false,
                Kind::Word(_) if whose => {}
                Kind::Word(_) if ["của", "do"].iter().any(|word| piece.is_word(word)) => whose = true,
                Kind::Word(key) if TABLE.since.contains(key) => {}
                Kind::Word(_) if BESIDE.iter().any(|word| piece.is_word(word)) => {}
                _ => return None,
            }
        }
        let of = match &before[named].kind {
            Kind::Papers(papers) => self.named[papers.end - 1].paper.clone(),
            _ => self.own_paper()?,
        };
        let of = if self.own.is(&of) { self.own.paper.clone() } else { of };
        let words = |pieces: &[Piece]| {
            let begins = pieces.iter().rposition(|piece| {
                matches!(piece.kind, Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Break { .. } | Kind::Item(_))
            });
            // of what begins further before not all words are known
            let begins = begins.map(|at| at + 1).or((first <= self.statement.first).then_some(0))?;
            let pieces = &pieces[begins..];
            let (first, last) = pieces.first().zip(pieces.last())?;
            self.source.text.get(first.range.start..last.range.end).map(plain)
        };
        let part = match &before[..named] {
            [.., part @ Piece { kind: Kind::Part, .. }] => words(std::slice::from_ref(part)),
            // `Mức thu theo Nghị quyết này`
            [thing @ .., Piece { kind: Kind::Agent, .. }] => words(thing),
            [thing @ .., word] if ["của", "trong", "nêu"].iter().any(|of| word.is_word(of)) => words(thing),
            _ => None,
        };
        Some((of, part))
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
        if date.is_some() || when.rule.is_some() {
            self.validity.push(told);
        }
        if when.last.is_some() {
            let ending = Ending { date: when.last, last_day: true, rule: None, unreckoned: false, range };
            self.expire(of, ending, last);
        }
    }

    pub(super) fn expire(&mut self, of: Paper, ending: Ending, part: Option<String>) {
        if ending.date.is_none() && ending.rule.is_none() && !ending.unreckoned {
            return;
        }
        let Ending { date, last_day, rule, unreckoned, range } = ending;
        // so long behind a day that no text tells
        let is_late = date.is_none() && rule.as_deref().is_some_and(|rule| rule.contains('+'));
        let unreckoned = unreckoned || is_late && !rule.as_deref().is_some_and(|rule| rule.starts_with("with"));
        let what = Force::Expires;
        self.validity.push(ValidityMention { range, what, of, date, last_day, rule, part, unreckoned });
    }
}

/// How many pieces behind a verb say that it touches only a part: `một phần`, `thi hành một phần`.
fn says_partly(pieces: &[Piece]) -> Option<usize> {
    let skipped =
        pieces.iter().take(3).take_while(|piece| ["thi", "hành"].iter().any(|word| piece.is_word(word))).count();
    let [first, second, ..] = pieces.get(skipped..)? else { return None };
    (first.is_word("một") && second.is_word("phần")).then_some(skipped + 2)
}

/// What stands before these words at the end of a text, if it ends with them.
fn ends_with<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let text = text.trim_end();
    let at = text.len().checked_sub(words.len())?;
    let (head, tail) = (text.get(..at)?, text.get(at..)?);
    (tail.to_lowercase() == words && !head.ends_with(char::is_alphanumeric)).then_some(head)
}
