//! `hết hiệu lực` and the like behind their documents, or before a list of them, to what ends, when and by whom.

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::lexed::Words;
use super::mention::{Paper, Relation};
use super::mood::Mood;
use super::naming::is_excepted;
use super::piece::{Kind, Piece};
use super::reader::{Reader, SOME, key};
use super::rules::{Between, Rule, Way};
use super::span::Stretch;
use super::statement::{Doer, Ending, Holds, Scope, Seen};
use super::tail::When;
use super::title::plain;
use super::{extend, rank, thing};

/// Most pieces between the day at the head of a statement and a verb behind its documents.
const LED: usize = 60;

/// Words for some rules of a document stand so many bytes before it at most.
const RULES: usize = 280;

/// What a clause tells of its day, and how far it goes.
struct Clause {
    when: When,
    /// The day, and whether the documents are in force on it.
    date: Option<Date>,
    last_day: bool,
    /// From when on what it says holds.
    holds: Holds,
    unreckoned: bool,
    /// Whether the day stands at the head of the clause.
    led: bool,
    /// Whether it is said of a part alone, which is not named.
    partly: bool,
    /// The piece behind it.
    next: usize,
    /// The byte behind it.
    end: usize,
}

/// The documents that a clause is said of.
struct Done {
    tops: Vec<Seen>,
    /// Whether it stands in brackets behind the only one.
    aside: bool,
    /// Whether it is said of a class of documents.
    is_of_class: bool,
}

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
        let clause = self.clause(pieces, at, relation, &verb);
        // `hết hiệu lực nếu …` may never be
        let Some(mut clause) = clause.filter(|_| self.mood(pieces, at, lexer) == Mood::Asserted) else {
            self.words(2);
            return at + 1;
        };
        let next = clause.next;
        let Some(done) = self.done_to(pieces, at, &verb, &clause) else {
            self.words(2);
            return next;
        };
        let by = self.ended_by(pieces, at, relation, &clause, &done);
        let alone = by.is_none();
        // with another document, whose day may be told elsewhere in the text
        if clause.when.with.is_some() && clause.date.is_none() {
            clause.unreckoned = true;
            if clause.holds == Holds::default() {
                clause.holds.stretch = Some(Stretch::NONE);
            }
        }
        let Clause { date, last_day, unreckoned, .. } = clause;
        // `sẽ hết hiệu lực`, of which nobody tells when
        if alone && date.is_none() && !unreckoned && self.source.text[verb.clone()].contains("sẽ") {
            self.words(2);
            return next;
        }
        let rule = clause.when.rule.clone();
        let ending = Ending { date, last_day, rule, unreckoned, alone, range: verb.start..clause.end };
        if !done.tops.is_empty() {
            self.end_each(pieces, relation, &verb, (&clause, &ending), (by, done.tops));
        } else if let Some((of, part)) = self.ended_alone(pieces, at, relation, &clause, &done) {
            self.expire(of, ending, part.or_else(|| clause.partly.then(|| SOME.to_owned())));
        } else {
            self.end_list(relation, verb, &clause, ending);
        }
        next
    }

    /// What stands behind a verb, or at the head of its clause, of the day and how far it goes; none of what may never
    /// be, or lasts only so long.
    fn clause(&self, pieces: &[Piece], at: usize, relation: Relation, verb: &Range<usize>) -> Option<Clause> {
        // `hết hiệu lực một phần từ ngày …`
        let in_verb = || plain(&self.source.text[verb.clone()]).to_lowercase().ends_with("một phần").then_some(0);
        let partly = says_partly(&pieces[at + 1..]).or_else(in_verb);
        let told = at + 1 + partly.unwrap_or_default();
        let when = self.when(&pieces[told..], false).unwrap_or_default();
        // `Gia hạn hiệu lực của Quyết định số … hết hiệu lực ngày … thêm 01 năm`
        let is_longer = |piece: &Piece| {
            piece.kind == Kind::Force && extend::is_longer(&self.source.text[piece.range.clone()].to_lowercase())
        };
        let is_lengthened = || pieces[self.statement.first.min(at)..at].iter().any(is_longer);
        if when.conditional || when.during.is_some() || is_lengthened() {
            return None;
        }
        let next = told + when.count;
        let end = next.checked_sub(1).and_then(|last| pieces.get(last)).map_or(verb.end, |piece| piece.range.end);
        // `có hiệu lực` behind the document with which it ends
        let is_with = when.with_this || when.with.is_some();
        let goes_on = is_with && matches!(pieces.get(next), Some(Piece { kind: Kind::Force, .. }));
        let next = next + usize::from(goes_on);
        // `Từ ngày 1/7/2020, Quyết định số … hết hiệu lực`, `Kể từ ngày Nghị định này có hiệu lực, … hết hiệu lực`
        let led = (when.count == 0).then(|| self.led_by_day(pieces, at, relation, LED)).flatten();
        let since = when.count == 0 && led.is_none() && self.statement.this.is_some() && !self.own.publishes;
        let when = if since { When { rule: Some("with this".to_owned()), with_this: true, ..when } } else { when };
        // `hết hiệu lực sau ngày …` names the last day
        let last_day = when.day.is_none() && when.last.is_some();
        let date = when.day.or(when.last).or_else(|| self.holds(&when).and_then(|holds| holds.date));
        let holds = led.map(|(holds, _)| holds).or_else(|| self.holds(&when)).unwrap_or_default();
        let date = date.or(holds.date);
        let unreckoned = when.unreckoned || holds.unreckoned;
        let (led, partly) = (led.is_some(), partly.is_some() || is_excepted(pieces.get(next..).unwrap_or_default()));
        Some(Clause { when, date, last_day, holds, unreckoned, led, partly, next, end })
    }

    /// The documents that a clause is said of; none at all where those before it cannot be.
    fn done_to(&self, pieces: &[Piece], at: usize, verb: &Range<usize>, clause: &Clause) -> Option<Done> {
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
        let last = self.statement.seen.last().filter(|_| any);
        let aside = last.filter(|last| self.opens_bracket(last.end..verb.start)).cloned();
        let is_aside = aside.is_some();
        if let Some(last) = aside {
            tops = vec![last];
        }
        // `Quyết định số … hướng dẫn Nghị định số … đã hết hiệu lực`: either of them may be
        let either =
            !is_aside && is_past(&pieces[..at]) && self.statement.seen.last().is_some_and(|seen| seen.level > 0);
        if any && (tops.is_empty() || either) {
            return None;
        }
        // in a text that is no legal paper the whole clause has to be read
        let is_whole = |first: &Seen, last: &Seen| {
            is_aside
                || self.is_plain_before(pieces, first.start, clause.led)
                    && self.is_plain_between(pieces, last.end, at)
                    && self.is_plain_behind(&pieces[clause.next..], false)
        };
        let is_read = tops.first().zip(tops.last()).is_none_or(|(first, last)| is_whole(first, last));
        is_read.then_some(Done { tops, aside: is_aside, is_of_class })
    }

    /// Who ends the documents of a clause, where that is told.
    fn ended_by(
        &mut self,
        pieces: &[Piece],
        at: usize,
        relation: Relation,
        clause: &Clause,
        done: &Done,
    ) -> Option<Paper> {
        let first = done.tops.first().map(|top| &self.named[top.named].paper);
        match clause.when.with.or(self.told_by(pieces, clause.next, relation, &done.tops)) {
            Some(with) => {
                let paper = self.full_paper(&self.named[with].paper);
                self.refer(with);
                Some(paper)
            }
            None if done.aside || is_past(&pieces[..at]) => None,
            None if clause.when.with_this => self.own_paper(),
            None if self.own.legal && self.own.enacts(first) && !self.own.publishes => self.own_paper(),
            None => None,
        }
    }

    /// The document that ends on its day where none is named before the verb: the one at hand.
    fn ended_alone(
        &self,
        pieces: &[Piece],
        at: usize,
        relation: Relation,
        clause: &Clause,
        done: &Done,
    ) -> Option<(Paper, Option<String>)> {
        let is_timed =
            clause.date.is_some() || clause.unreckoned || clause.when.rule.is_some() && !clause.when.with_this;
        let ends = is_timed && relation != Relation::Suspends && !done.is_of_class;
        ends.then(|| self.subject(pieces, at)).flatten()
    }

    /// Opens the list behind a verb: `Kể từ ngày Nghị định này có hiệu lực, các quy định sau hết hiệu lực:`.
    fn end_list(&mut self, relation: Relation, verb: Range<usize>, clause: &Clause, ending: Ending) {
        let doer = if ending.alone { Doer::Untold } else { Doer::Own };
        let mut list = Scope::new(relation, doer, Between::Any, verb);
        list.needs_colon = true;
        list.holds = Some(clause.holds);
        list.partly = clause.partly;
        list.expires = Some(ending).filter(|_| relation != Relation::Suspends);
        self.statement.scopes = vec![list];
    }

    /// Tells of each document of a clause that it ends.
    fn end_each(
        &mut self,
        pieces: &[Piece],
        relation: Relation,
        verb: &Range<usize>,
        (clause, ending): (&Clause, &Ending),
        (by, tops): (Option<Paper>, Vec<Seen>),
    ) {
        for top in tops {
            let part = self.part_ended(pieces, &top).or_else(|| clause.partly.then(|| SOME.to_owned()));
            let to = self.named[top.named].paper.clone();
            if relation != Relation::Suspends && self.is_replaced(&to) {
                self.expire(to, ending.clone(), part);
                continue;
            }
            if let Some(of) = by.clone().filter(|of| *of != to && !self.own.is(&to)) {
                let stretch = top.start.min(verb.start)..verb.end;
                self.tell_held((relation, part.clone()), of, to.clone(), stretch, clause.holds);
            }
            if relation != Relation::Suspends {
                // where no day is told the line has to name the document
                let start = if ending.date.is_none() { top.start.min(verb.start) } else { verb.start };
                self.expire(to, Ending { range: start..clause.end, ..ending.clone() }, part);
            }
        }
        self.statement.scopes.clear();
        // what ends is not said to end again, but may be said to be replaced: `hết hiệu lực và được thay thế bởi …`
        let behind = pieces[clause.next..].iter().filter(|piece| !piece.is_word("đã"));
        let behind: Vec<&Kind> = behind.take(2).map(|piece| &piece.kind).collect();
        if !matches!(behind[..], [Kind::Comma | Kind::And, Kind::Rule(Rule { way: Way::Passive, .. })]) {
            self.statement.seen.clear();
        }
    }

    /// The part of a document that a clause is said of: `Những quy định về khiếu nại trong Luật …`.
    fn part_ended(&self, pieces: &[Piece], top: &Seen) -> Option<String> {
        let first = self.statement.first;
        let near = pieces.get(first).is_some_and(|piece| top.start.saturating_sub(piece.range.start) <= RULES);
        let rules = || {
            let mut words = pieces[first..].iter();
            let word = words.find(|piece| matches!(piece.kind, Kind::Word(_) | Kind::Class)).filter(|_| near)?;
            self.source.text.get(word.range.start..top.start).and_then(|before| thing::rules(&plain(before)))
        };
        top.part.clone().or_else(rules).or_else(|| self.stands(top).part())
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
    fn is_replaced(&self, paper: &Paper) -> bool {
        self.relations.iter().rev().take(4).any(|told| told.relation == Relation::Replaces && told.to == *paper)
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
