//! A verb, to who does what it says.

use std::ops::Range;

use super::lexed::{Words, is_margin};
use super::mention::{Paper, Relation};
use super::mood::Mood;
use super::piece::{Kind, Piece};
use super::reader::Reader;
use super::rules::{Between, Rule, TABLE, Way};
use super::statement::{Doer, Scope};
use super::{held, rank};

/// Most pieces between a verb and its document.
const NEXT: usize = 40;

impl Reader<'_> {
    /// A verb.
    pub(super) fn rule(&mut self, pieces: &[Piece], at: usize, rule: Rule, lexer: &Words) -> usize {
        let Some(relation) = rule.relation else { return at + 1 };
        let beside = matches!(pieces.get(at + 1), Some(Piece { kind: Kind::Papers(_), .. }));
        if rule.between == Between::Beside && !beside {
            self.words(2);
            return at + 1;
        }
        let verb = pieces[at].range.clone();
        let changes = relation.takes_hold() || relation == Relation::Corrects;
        let mood = match changes && rule.way != Way::Behind {
            true => self.mood(pieces, at, lexer),
            false => Mood::Asserted,
        };
        let is_end = relation.takes_hold() && relation != Relation::Amends;
        // `Đính chính …: “bãi bỏ Quyết định số …” sửa thành …`
        let is_quoted = || {
            matches!(pieces[..at].last(), Some(Piece { kind: Kind::Quote, .. }))
                && self.relations.last().is_some_and(|told| told.relation == Relation::Corrects)
        };
        if is_end && is_quoted() {
            self.statement.scopes.clear();
            return at + 1;
        }
        if mood == Mood::Open
            || mood == Mood::Supposed && is_end
            || self.is_denied(pieces, at, lexer)
            || rule.way != Way::Behind && is_future(&pieces[..at])
        {
            self.close();
            return at + 1;
        }
        // `đối tượng bổ sung theo quy định tại Nghị định …`
        if relation == Relation::Amends && rule.way == Way::Active && self.goes_by(pieces, at) {
            self.close();
            return at + 1;
        }
        // `hướng dẫn bởi Quy định …`
        let leads = |next: &Piece| {
            let word = self.source.text[next.range.clone()].to_lowercase();
            // `bổ sung một số điều theo Luật …`
            let changed = relation == Relation::Amends && self.statement.this.is_none() && !self.begins(pieces, at);
            word.starts_with('b') || changed && word == "theo"
        };
        // `| Quyết định số … | Bãi bỏ tại Quyết định số … |`
        let in_row = changes
            && matches!(pieces[..at].last(), Some(Piece { kind: Kind::Cell, .. }))
            && matches!(pieces.get(at + 2).map(|piece| &piece.kind), Some(Kind::Papers(_) | Kind::Part));
        let by = pieces.get(at + 1).is_some_and(|next| next.kind == Kind::Agent && (in_row || leads(next)));
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
                return self.behind(pieces, at, relation, verb, lexer);
            }
            Way::Active if changes && self.does_between(pieces, at, relation, &verb) => {}
            Way::Active => self.active(pieces, at, (relation, mood), rule, verb),
            Way::Passive => self.passive(pieces, at, (relation, mood), verb),
            Way::Behind => return self.behind(pieces, at, relation, verb, lexer),
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

    /// Whether a verb is done by the rules of a document, and not to it, nor by it.
    fn goes_by(&self, pieces: &[Piece], at: usize) -> bool {
        let next = pieces.get(at + 1).filter(|next| next.kind == Kind::Agent);
        next.is_some_and(|next| self.source.text[next.range.clone()].to_lowercase().starts_with("theo quy"))
            && !self.begins(pieces, at)
    }

    /// A verb that is passed over: it takes no document, nor does the one before it.
    pub(super) fn close(&mut self) {
        self.words(2);
        if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
            scope.closed = true;
        }
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
    pub(super) fn active(
        &mut self,
        pieces: &[Piece],
        at: usize,
        (relation, mood): (Relation, Mood),
        rule: Rule,
        verb: Range<usize>,
    ) {
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
        // a plan does nothing yet, nor does an example
        let is_told = |doer: &Doer| match doer {
            Doer::Named(_) if relation == Relation::Amends || !relation.takes_hold() => true,
            Doer::Named(named) => {
                let Range { start, end } = self.named[*named].range.clone();
                let led = || self.led_by_day(pieces, at, relation, held::REACH).is_some();
                self.is_plain_between(pieces, end, at)
                    && !self.is_labeled_by_day(pieces, start)
                    && !self.is_led_by_doubt(pieces, start)
                    && (!self.is_led_by_time(pieces, start) || led())
            }
            _ => mood == Mood::Asserted,
        };
        let Some(doer) = doer.filter(is_told) else { return self.close() };
        self.statement.parted = None;
        if doer == Doer::Own {
            self.statement.scopes.clear();
        }
        let depth = self.statement.depth;
        let holds = self.led_by_day(pieces, at, relation, held::REACH).map(|(holds, _)| holds);
        let holds = holds.filter(|_| relation.takes_hold());
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
        let led = || {
            relation.takes_hold()
                && self.led_by_day(pieces, at, relation, held::REACH).is_some_and(|(_, is_next)| is_next)
        };
        let begins = self.begins(pieces, at) || led();
        let acts = |open: &usize| {
            let paper = &self.named[*open].paper;
            !matches!(paper, Paper::Titled(titled) if matches!(&*titled.kind, "Hiệp định" | "Hiến pháp" | "Điều lệ"))
        };
        if let Some(doer) = self.put_instead(pieces, at, relation) {
            return Some(doer);
        }
        if let Some(doer) = self.goes_on(pieces, at, relation) {
            return Some(doer);
        }
        // `Quyết định này không bãi bỏ Quyết định số … mà chỉ bãi bỏ …`
        if self.statement.this.is_some() && pieces[..at].last().is_some_and(|word| word.is_word("chỉ")) {
            return Some(Doer::Own);
        }
        // `| Quyết định số … | thay thế Quyết định số … |`
        let in_row = matches!(pieces[..at].last(), Some(Piece { kind: Kind::Cell, .. })) && relation.takes_hold();
        if let Some(first) = self.statement.tops().next().filter(|_| in_row) {
            return Some(Doer::Named(first.named));
        }
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
        let enacts = || !relation.takes_hold() || self.own.enacts(self.next_paper(pieces, at));
        let by_own = || begins && self.own.legal || self.is_issuing(pieces, at) || about();
        if self.statement.this.is_some() || by_own() && enacts() {
            return Some(Doer::Own);
        }
        if !self.own.legal {
            return self.statement.tops().last().map(|seen| Doer::Named(seen.named));
        }
        None
    }

    /// Who did what the verb before says, where a comma or `và` leads from its document to this verb: `Thông tư số …
    /// hướng dẫn Nghị định số …, thay thế Thông tư số …`.
    fn goes_on(&self, pieces: &[Piece], at: usize, relation: Relation) -> Option<Doer> {
        let joins = matches!(pieces[..at].last(), Some(Piece { kind: Kind::Comma | Kind::And, .. }));
        let last = self.statement.seen.last().filter(|seen| joins && seen.taken && !seen.does)?;
        let depth = self.statement.depth;
        let scope = self.statement.scopes.last().filter(|scope| scope.got > 0 && scope.depth == depth)?;
        let is_other = |relation: &Relation| !matches!(relation, Relation::BasedOn | Relation::IssuedWith);
        let of = match scope.doer {
            Doer::Named(doer) => Some(&self.named[doer].paper),
            Doer::Own => None,
            Doer::Behind | Doer::Untold => return None,
        };
        let next = self.next_paper(pieces, at)?;
        let takes = relation.takes_hold() && scope.relations.iter().all(is_other);
        let better = rank::fits(relation, of, next) && self.named[last.named].paper != *next;
        (takes && better).then_some(scope.doer)
    }

    /// `Thay thế Quyết định số … bằng Quyết định số …`: what takes the place of the document behind the verb does it.
    fn put_instead(&self, pieces: &[Piece], at: usize, relation: Relation) -> Option<Doer> {
        let ends = |piece: &&Piece| {
            !matches!(piece.kind, Kind::Stop | Kind::Semicolon | Kind::Break { .. } | Kind::Rule(_) | Kind::Force)
        };
        let clause: Vec<&Piece> = pieces[at + 1..].iter().take(NEXT).take_while(ends).collect();
        let first = clause.iter().position(|piece| matches!(piece.kind, Kind::Papers(_) | Kind::Part))?;
        let instead = |pair: &&[&Piece]| {
            pair[0].kind == Kind::Agent && self.source.text[pair[0].range.clone()].to_lowercase() == "bằng"
        };
        let [_, doer] = clause[first..].windows(2).find(instead).filter(|_| relation == Relation::Replaces)? else {
            return None;
        };
        // what is to be done, or is only spoken of, is told in these words, too
        let is_done = pieces[..at].last().is_some_and(|word| ["đã", "vừa"].iter().any(|done| word.is_word(done)));
        let orders = self.own.legal && self.own.enacts(self.next_paper(pieces, at)) && self.begins(pieces, at);
        if !is_done && !orders {
            return None;
        }
        match &doer.kind {
            Kind::Papers(papers) if !self.own.is(&self.named[papers.start].paper) => Some(Doer::Named(papers.start)),
            Kind::Papers(_) | Kind::This => Some(Doer::Own),
            _ => None,
        }
    }

    /// The next document behind a verb.
    fn next_paper(&self, pieces: &[Piece], at: usize) -> Option<&Paper> {
        let mut near = pieces[at + 1..].iter().take(NEXT);
        near.find_map(|piece| match &piece.kind {
            Kind::Papers(papers) => Some(&self.named[papers.start].paper),
            _ => None,
        })
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

    /// `ban hành Thông tư sửa đổi …`: the document at hand by the words of its type, and not `ban hành văn bản thay thế`.
    pub(super) fn is_issuing(&self, pieces: &[Piece], at: usize) -> bool {
        let before = &pieces[at.saturating_sub(4)..at];
        let is_other = matches!(before, [.., first, second] if first.is_word("văn") && second.is_word("bản"));
        let issues = || before.windows(2).any(|pair| pair[0].is_word("ban") && pair[1].is_word("hành"));
        self.own.legal && !is_other && issues()
    }
}

/// Whether a verb tells what is to come: `sẽ được thay thế`.
fn is_future(before: &[Piece]) -> bool {
    before.iter().rev().take(2).any(|piece| piece.is_word("sẽ"))
}
