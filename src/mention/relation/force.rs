//! `có hiệu lực` and `hết hiệu lực`, to the documents and the days.

use std::ops::Range;

use super::mention::{Force, Paper, Relation, ValidityMention};
use super::piece::{Kind, Piece};
use super::reader::Reader;
use super::rules::Between;
use super::statement::{Doer, Ending, Scope, Seen};
use super::tail::{self, When};
use super::thing;
use super::title::plain;

/// Words for some rules of a document stand so many bytes before it at most.
const RULES: usize = 280;

impl Reader<'_> {
    /// A verb that stands behind its documents, or before a list of them.
    pub(super) fn behind(&mut self, pieces: &[Piece], at: usize, relation: Relation, verb: Range<usize>) -> usize {
        let when = tail::read(&pieces[at + 1..], self.source.text).unwrap_or_default();
        let next = at + 1 + when.count;
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
        let ending = Ending { date: when.day, rule: when.rule.clone(), range: verb.start..end };
        let mut tops: Vec<Seen> = self.statement.tops().cloned().collect();
        tops.dedup_by_key(|seen| seen.named);
        let by = match when.with {
            Some(with) => {
                let paper = self.full_paper(&self.named[with].paper);
                self.refer(with);
                Some(paper)
            }
            None if self.own.legal || when.with_this => self.own_paper(),
            None => self.main.map(|main| self.named[main].paper.clone()),
        };
        if tops.is_empty() {
            // `Kể từ ngày Nghị định này có hiệu lực, các quy định sau hết hiệu lực:`
            let mut list = Scope::new(relation, Doer::Own, Between::Any, verb);
            list.needs_colon = true;
            list.date = when.day;
            list.expires = Some(ending);
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
            let to = self.named[top.named].paper.clone();
            if self.is_replaced(&to) {
                self.expire(to, ending.clone(), top.part);
                continue;
            }
            if let Some(of) = by.clone().filter(|of| *of != to && !self.own.is(&to)) {
                let stretch = top.start.min(verb.start)..verb.end;
                self.tell(relation, of, to.clone(), top.part.clone(), stretch, when.day);
            }
            self.expire(to, ending.clone(), top.part);
        }
        self.statement.scopes.clear();
        // what ends is not said to end again
        self.statement.seen.clear();
        next
    }

    /// Whether the statement said already that a document is replaced.
    pub(super) fn is_replaced(&self, paper: &Paper) -> bool {
        self.relations.iter().rev().take(4).any(|told| told.relation == Relation::Replaces && told.to == *paper)
    }

    /// `có hiệu lực` and the day behind it.
    pub(super) fn force(&mut self, pieces: &[Piece], at: usize) -> usize {
        let piece = &pieces[at];
        let Some(when) = tail::read(&pieces[at + 1..], self.source.text) else {
            self.words(2);
            return at + 1;
        };
        let weak = !self.source.text[piece.range.clone()].to_lowercase().contains("lực");
        if when.with_this || when.with.is_some() || weak && !self.tells_start(pieces, at) {
            return at + 1;
        }
        let next = at + 1 + when.count;
        let subject = self.statement.seen.iter().rev().find(|seen| seen.level == 0 || seen.does);
        // the document at hand where it was named later
        let subject = subject.filter(|seen| self.statement.this.is_none_or(|this| this < seen.start));
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
        let end = pieces[next - 1].range.end;
        self.effective(of, &when, piece.range.start..end, part);
        next
    }

    /// `được áp dụng từ ngày …`: the day must stand right behind, and something that is in force before.
    pub(super) fn tells_start(&self, pieces: &[Piece], at: usize) -> bool {
        let led =
            pieces[at + 1..].iter().take(3).any(|piece| piece.is_word("từ") || matches!(piece.kind, Kind::Day(..)));
        led && (self.statement.this.is_some() || self.statement.tops().next().is_some())
    }

    pub(super) fn effective(&mut self, of: Paper, when: &When, range: Range<usize>, part: Option<String>) {
        let reckoned = when.rule.as_ref().and_then(|rule| {
            let days = i64::from(when.days);
            let base = self.published.filter(|_| of == self.own.paper && !rule.starts_with("gazette"));
            self.own.effective.or_else(|| base?.checked_add(jiff::Span::new().try_days(days).ok()?).ok())
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
            rule: when.rule.clone(),
            part: part.clone(),
        };
        self.validity.push(told);
        if when.until.is_some() {
            let told = ValidityMention { range, what: Force::Expires, of, date: when.until, rule: None, part };
            self.validity.push(told);
        }
    }

    pub(super) fn expire(&mut self, of: Paper, ending: Ending, part: Option<String>) {
        if ending.date.is_none() && ending.rule.is_none() {
            return;
        }
        let Ending { date, rule, range } = ending;
        self.validity.push(ValidityMention { range, what: Force::Expires, of, date, rule, part });
    }
}
