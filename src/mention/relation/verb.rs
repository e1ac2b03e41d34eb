//! A verb, to who does what it says.

use std::ops::Range;

use super::lexed::{Words, is_margin};
use super::mention::{Paper, Relation};
use super::piece::{Kind, Piece};
use super::reader::Reader;
use super::rules::{Between, Rule, TABLE, Way};
use super::statement::{Doer, Scope};

/// Most pieces between a passive verb and the word that leads to the doer.
pub(super) const PASSIVE_REACH: usize = 9;

impl Reader<'_> {
    /// A verb.
    pub(super) fn rule(&mut self, pieces: &[Piece], at: usize, rule: Rule, lexer: &Words) -> usize {
        let Some(relation) = rule.relation else { return at + 1 };
        let verb = pieces[at].range.clone();
        if self.is_denied(pieces, at, lexer) {
            self.words(2);
            if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
                scope.closed = true;
            }
            return at + 1;
        }
        // `hướng dẫn bởi Quy định …`
        let leads = |next: &Piece| {
            let word = self.source.text[next.range.clone()].to_lowercase();
            // `bổ sung một số điều theo Luật …`
            let changed = relation == Relation::Amends && self.statement.this.is_none() && !self.begins(pieces, at);
            word.starts_with('b') || changed && word == "theo"
        };
        let by = pieces.get(at + 1).is_some_and(|next| next.kind == Kind::Agent && leads(next));
        // `được sửa đổi, bổ sung, bãi bỏ`
        let joined = matches!(
            &pieces[..at],
            [
                ..,
                Piece { kind: Kind::Rule(Rule { way: Way::Passive, .. }), .. },
                Piece { kind: Kind::Comma | Kind::And, .. }
            ]
        );
        let way = if rule.way == Way::Active && (by || joined) { Way::Passive } else { rule.way };
        match way {
            Way::First => self.based(pieces, at, verb),
            // `Thông tư số … ngưng hiệu lực từ ngày …`
            Way::Active if relation == Relation::Suspends && self.stands_behind(pieces, at) => {
                return self.behind(pieces, at, relation, verb);
            }
            Way::Active => self.active(pieces, at, relation, rule, verb),
            Way::Passive => {
                if self.statement.since_passive > PASSIVE_REACH {
                    self.statement.passive.clear();
                }
                self.statement.passive.push((relation, verb));
                self.statement.since_passive = 0;
                self.statement.passive_holds = self.led_by_day(pieces, at, relation).map(|(holds, _)| holds);
                self.words(2);
            }
            Way::Behind => return self.behind(pieces, at, relation, verb),
            Way::With => {
                if self.begins(pieces, at) && matches!(pieces.get(at + 1), Some(Piece { kind: Kind::This, .. })) {
                    self.issued_with_own(pieces, at, lexer);
                    return at + 2;
                }
                self.statement.with = Some(at);
                self.words(1);
            }
            Way::Shield => {}
        }
        at + 1
    }

    /// Whether the words before a verb say that it is not done.
    pub(super) fn is_denied(&self, pieces: &[Piece], at: usize, lexer: &Words) -> bool {
        let first = pieces[at].range.start;
        let n = lexer.index_of(first);
        (n.saturating_sub(2)..n).any(|n| {
            let near = TABLE.nots.longest(lexer.phrase(n));
            near.is_some_and(|((), count)| {
                let last = n + count - 1;
                lexer.words[last + 1..]
                    .iter()
                    .take_while(|lexed| lexed.word.start <= first)
                    .all(|lexed| lexed.gap.joins())
            })
        })
    }

    /// `Căn cứ` at the head of a paragraph of the preamble.
    pub(super) fn based(&mut self, pieces: &[Piece], at: usize, verb: Range<usize>) {
        if let Some(scope) = self.statement.scopes.last()
            && scope.relations == [Relation::BasedOn]
            && scope.got == 0
        {
            return;
        }
        // `Thông tư số … có căn cứ ban hành như sau: “Căn cứ …`
        if pieces[at + 1..].iter().take(2).all(|piece| piece.is_word("ban") || piece.is_word("hành"))
            && let Some(top) = self.statement.tops().next()
        {
            self.quoted = Some(self.named[top.named].paper.clone());
            return;
        }
        if self.own.consolidates && self.statement.seen.is_empty() {
            self.own.consolidates = false;
        }
        let here = self.own.legal && (!self.structured || self.quoted.is_some());
        // in a text that is one line a capital begins it
        let capital = self.source.text[verb.clone()].starts_with('C') && self.statement.scopes.is_empty();
        if here && (capital || self.begins(pieces, at)) {
            self.end(&pieces[..at]);
            self.statement.first = at;
            self.statement.scopes = vec![Scope::new(Relation::BasedOn, Doer::Own, Between::Any, verb)];
        }
    }

    /// A verb whose document stands behind it.
    pub(super) fn active(&mut self, pieces: &[Piece], at: usize, relation: Relation, rule: Rule, verb: Range<usize>) {
        // `Thay thế Mẫu số 2 (Đơn sửa đổi) của Thông tư …`
        let depth = self.statement.depth;
        if self.statement.scopes.last().is_some_and(|scope| scope.got == 0 && scope.depth < depth) {
            return self.words(2);
        }
        let anew = self.heads_line(&verb);
        // `quy định chi tiết và hướng dẫn thi hành`
        let parted = self.statement.parted.take();
        if let Some(scope) = self.statement.scopes.last_mut()
            && scope.got == 0
            && scope.doer != Doer::Behind
        {
            if scope.relations.contains(&relation) {
                // the heading of an article says it first
                if anew && self.statement.part.is_none() {
                    scope.verb = verb;
                    scope.words = 0;
                    return;
                }
                // `sửa đổi điểm a và bổ sung điểm b`
                if self.statement.part.is_none() {
                    scope.verb.end = verb.end;
                }
                scope.words += 2;
                return;
            }
            // `thay thế, bãi bỏ Quyết định …`
            if scope.words == 0 && relation != Relation::CarriesOut {
                scope.relations.push(relation);
                scope.verb.end = verb.end;
                return;
            }
        }
        self.statement.parted = parted;
        let doer = self.doer_of(pieces, at, relation);
        let Some(doer) = doer else {
            self.words(2);
            if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
                scope.closed = true;
            }
            return;
        };
        self.statement.parted = None;
        if doer == Doer::Own {
            self.statement.scopes.clear();
        }
        let depth = self.statement.depth;
        let holds = self.led_by_day(pieces, at, relation).map(|(holds, _)| holds).filter(|_| relation.takes_hold());
        self.statement.open_scope(Scope { depth, holds, ..Scope::new(relation, doer, rule.between, verb) });
        self.statement.part = None;
        self.statement.passive.clear();
    }

    /// Whether a verb begins a line with a capital.
    fn heads_line(&self, verb: &Range<usize>) -> bool {
        let (before, behind) = self.source.text.split_at(verb.start);
        behind.starts_with(char::is_uppercase) && before.trim_end_matches(is_margin).ends_with('\n')
    }

    /// Who does what a verb says.
    pub(super) fn doer_of(&self, pieces: &[Piece], at: usize, relation: Relation) -> Option<Doer> {
        if matches!(relation, Relation::Answers | Relation::Consolidates) {
            if let Some(open) = self.statement.open.filter(|open| self.is_done_by(pieces, at, relation, *open)) {
                return Some(Doer::Named(open));
            }
            return (self.own.legal && !self.structured).then_some(Doer::Own);
        }
        // `Kể từ ngày 1/1/2020 bãi bỏ …`
        let led = || relation.takes_hold() && self.led_by_day(pieces, at, relation).is_some_and(|(_, is_next)| is_next);
        let begins = self.begins(pieces, at) || led();
        let acts = |open: &usize| {
            let paper = &self.named[*open].paper;
            !matches!(paper, Paper::Titled(titled) if matches!(&*titled.kind, "Hiệp định" | "Hiến pháp" | "Điều lệ"))
        };
        if let Some(open) = self.statement.open.filter(|_| !begins).filter(acts) {
            let seen = self.statement.seen.last().filter(|seen| seen.named == open);
            // behind a comma only where it is the document that the statement is about
            let taken = seen.is_some_and(|seen| seen.taken || seen.level == 0 && !self.own.legal);
            let near = matches!(pieces[at - 1].kind, Kind::Comma | Kind::Papers(_) | Kind::Day(..));
            let in_title = !self.statement.open_comma || taken || near;
            let far = matches!(relation, Relation::CarriesOut) && !taken && !self.leads_to_plan(pieces, at);
            return (in_title && !far).then_some(Doer::Named(open));
        }
        // news of what a law is made for
        let shapes = relation == Relation::CarriesOut && pieces[at].range.len() > 13 && !self.own.legal;
        if shapes && self.source.text[pieces[at].range.clone()].to_lowercase().ends_with('a') {
            return self.main.map(Doer::Named);
        }
        if matches!(relation, Relation::CarriesOut) {
            let preamble = self.own.legal && !self.structured;
            return (preamble && (begins || self.is_heading(&pieces[at]))).then_some(Doer::Own);
        }
        if self.related {
            return None;
        }
        let about = || relation != Relation::Amends && self.is_subject(pieces, at);
        if self.statement.this.is_some() || begins && self.own.legal || self.is_issuing(pieces, at) || about() {
            return Some(Doer::Own);
        }
        if !self.own.legal {
            return self.statement.tops().last().map(|seen| Doer::Named(seen.named));
        }
        None
    }

    /// `Công văn số … trả lời Công văn số …`, `Văn bản hợp nhất số … hợp nhất Thông tư số …`
    fn is_done_by(&self, pieces: &[Piece], at: usize, relation: Relation, open: usize) -> bool {
        let beside = matches!(pieces[..at].last(), Some(Piece { kind: Kind::Papers(_) | Kind::Day(_), .. }));
        let consolidates =
            |paper: &Paper| matches!(paper, Paper::Number(number) if number.kind.as_deref() == Some("VBHN"));
        beside && (relation == Relation::Answers || consolidates(&self.named[open].paper))
    }

    /// `Về việc đính chính Thông tư số …`: what a paper is about, before its preamble.
    fn is_subject(&self, pieces: &[Piece], at: usize) -> bool {
        let first = self.statement.first.min(at);
        let before: Vec<&Piece> =
            pieces[first..at].iter().filter(|piece| !matches!(piece.kind, Kind::Break { .. })).collect();
        let [about, what] = before[..] else { return false };
        self.own.legal && !self.structured && about.is_word("về") && what.is_word("việc")
    }

    /// Whether the words are of capitals, as in the title of a paper.
    pub(super) fn is_heading(&self, piece: &Piece) -> bool {
        let words = &self.source.text[piece.range.clone()];
        !words.chars().any(char::is_lowercase)
    }

    /// Whether `thực hiện` in the title of a document says what that is made for.
    pub(super) fn leads_to_plan(&self, pieces: &[Piece], at: usize) -> bool {
        match pieces.get(at.wrapping_sub(1)).map(|piece| &piece.kind) {
            Some(Kind::Word(key)) => TABLE.purpose.contains(key),
            Some(Kind::And | Kind::Papers(_) | Kind::Day(..)) => true,
            _ => false,
        }
    }

    /// `ban hành Thông tư sửa đổi …`: the document at hand by the words of its type.
    pub(super) fn is_issuing(&self, pieces: &[Piece], at: usize) -> bool {
        let before = &pieces[at.saturating_sub(4)..at];
        self.own.legal && before.windows(2).any(|pair| pair[0].is_word("ban") && pair[1].is_word("hành"))
    }

    /// `bởi`, `tại`, `theo` behind a passive verb lead to who does it.
    pub(super) fn agent(&mut self) {
        let passive = std::mem::take(&mut self.statement.passive);
        if passive.is_empty() || self.statement.since_passive > PASSIVE_REACH {
            self.words(2);
            if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0 && scope.words > 12) {
                scope.few = false;
            }
            return;
        }
        let Some((first, verb)) = passive.first().cloned() else { return };
        let before = self.statement.seen.clone();
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
}
