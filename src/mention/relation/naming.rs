//! A document that is named, to the verb that it belongs to.

use std::ops::Range;

use super::lexed::Words;
use super::mention::{Paper, Relation};
use super::piece::{Kind, Piece};
use super::reader::{Reader, SOME};
use super::rules::{Between, Rule, Way};
use super::statement::{Doer, Parted, Scope, Seen};
use super::subject::Stands;
use super::title::plain;
use super::{part, rank, thing};

/// Most words between a verb and its first document.
const REACH: usize = 60;

/// Most words that say nothing themselves between a verb and the document right behind it: `một số nội dung của`.
const NEXT: usize = 6;

/// Things that are none without a name of their own.
const NAMELESS: [&str; 4] = ["Mẫu", "Biểu mẫu", "Quy định", "Hướng dẫn"];

/// Most pieces from a document to the end of what is excepted.
const EXCEPTION: usize = 60;

/// Most pieces from `trừ` to the part that it names.
const EXCEPTED: usize = 6;

/// A passive verb so many bytes behind a document says something of the part that is named with it.
const NEAR: usize = 10;

impl Reader<'_> {
    /// A document is named.
    pub(super) fn papers(&mut self, pieces: &[Piece], at: usize, papers: Range<usize>, lexer: &Words) {
        let range = pieces[at].range.clone();
        for index in papers.clone() {
            self.named[index].paper = self.full_paper(&self.named[index].paper);
            if self.main.is_none() && !self.related {
                self.main = Some(index);
            }
            self.refer(index);
            for amended in self.named[index].amends.clone() {
                self.refer(amended);
                let (of, to) = (self.named[index].paper.clone(), self.named[amended].paper.clone());
                let stretch = self.named[index].range.start..self.named[amended].range.end;
                self.tell(Relation::Amends, of, to, None, stretch, None);
            }
        }
        let direct = self.statement.parted.filter(|(_, words)| *words <= 1).map_or(Parted::Not, |(parted, _)| parted);
        let taken = self.scope_for(direct, papers.start);
        let by_other = taken.is_some_and(|depth| self.statement.scopes[depth].is_of_other());
        let own = self.own.is(&self.named[papers.start].paper) && !self.note && !by_other;
        if own {
            let with = self.statement.with.take().filter(|with| self.own.annexed && at - with <= 3);
            if let Some(with) = with {
                self.issued_with(pieces, with, papers.start, lexer);
            }
            self.statement.this = Some(range.start);
            // its own title may tell what it does
            self.statement.open = self.related.then_some(papers.end - 1);
            return;
        }
        let part = self.statement.part.take().filter(|(_, words)| *words <= 4);
        let with = self.statement.with.take().filter(|with| at - with <= 3);
        let thing = with.and_then(|with| self.issued_with(pieces, with, papers.start, lexer));
        let does = taken.is_some_and(|depth| self.statement.scopes[depth].doer == Doer::Behind);
        let level = match taken {
            Some(depth) => depth + usize::from(self.statement.scopes[depth].is_of_other()),
            None if self.is_free(direct) => 0,
            None => self.statement.scopes.len().max(1),
        };
        let start = part.as_ref().map_or(range.start, |(part, _)| part.start);
        let words = part.as_ref().map(|(part, _)| part::called(&plain(&self.source.text[part.clone()])));
        let ends = |relation: &Relation| relation.takes_hold() && *relation != Relation::Amends;
        let is_claimed = |depth: &usize| {
            !self.statement.scopes[*depth].relations.iter().any(ends) || self.is_plain_behind(&pieces[at + 1..], true)
        };
        // `bãi bỏ quy định trái với Quyết định số …`, `…; Quyết định số … tiếp tục có hiệu lực`
        let is_touched = |depth: &usize| {
            let scope = &self.statement.scopes[*depth];
            let is_end = scope.doer != Doer::Behind && scope.relations.iter().any(ends);
            let start = part.as_ref().map_or(range.start, |(part, _)| part.start);
            let between = self.source.text.get(scope.verb.end..start).unwrap_or_default();
            let by_leave = scope.got == 0 && !between.trim().is_empty() && self.stands_at(start) == Stands::Leave;
            let goes_on = scope.got > 0 && self.says_of_its_own(&pieces[at + 1..], direct);
            !(is_end && (by_leave || goes_on))
        };
        let claimed = taken.filter(is_claimed).filter(is_touched);
        if taken.is_some() && claimed.is_none() {
            self.statement.scopes.clear();
        }
        if let Some(depth) = claimed {
            self.statement.scopes.truncate(depth + 1);
            for index in papers.clone() {
                let ends = |relation: &Relation| relation.takes_hold() && *relation != Relation::Amends;
                let ends = self.statement.scopes[depth].relations.iter().all(ends);
                let behind = &pieces[at + 1..];
                let limited = || (ends && (is_limited(behind) || is_excepted(behind))).then(|| SOME.to_owned());
                // `…; các nội dung khác của Quyết định số …`
                let next = || self.stands_at(start).part().filter(|_| self.statement.scopes[depth].got > 0 && ends);
                let part = words.clone().or_else(limited).or_else(next);
                self.take(depth, index, (start, range.start), part);
            }
        } else if level == 0 {
            self.statement.scopes.clear();
        }
        let part = words.or(thing);
        for named in papers.clone() {
            let range = range.clone();
            let (part, taken, end) = (part.clone(), taken.is_some(), range.end);
            self.statement.push(Seen { named, range, level, part, start, taken, does, end });
        }
        self.statement.open = Some(papers.end - 1);
        self.statement.open_comma = false;
        self.statement.parted = None;
    }

    /// Whether a document of a list has a clause of its own: `…; Quyết định số … tiếp tục có hiệu lực`, `…, Quyết định số …
    /// thay thế Quyết định số …`.
    fn says_of_its_own(&self, behind: &[Piece], direct: Parted) -> bool {
        let days = behind.iter().take_while(|piece| matches!(piece.kind, Kind::Day(_))).count();
        let goes_on = |word: &Piece| ["tiếp", "vẫn", "còn", "giữ"].iter().any(|still| word.is_word(still));
        match behind.get(days) {
            Some(Piece { kind: Kind::Rule(Rule { way: Way::Active, relation: Some(relation), .. }), .. }) => {
                direct == Parted::Comma && matches!(relation, Relation::Replaces | Relation::Repeals)
            }
            Some(word) => goes_on(word),
            None => false,
        }
    }

    /// Whether a document that no verb took is one that the statement is about.
    pub(super) fn is_free(&self, direct: Parted) -> bool {
        self.statement.scopes.is_empty() && (self.statement.seen.is_empty() || direct != Parted::Not)
            || direct != Parted::Not && self.statement.seen.last().is_none_or(|seen| seen.taken || seen.level == 0)
    }

    /// Whether the outermost verb has a list of its own, so that a semicolon ends what stands within.
    pub(super) fn lists(&self) -> bool {
        let within = [Relation::Details, Relation::CarriesOut, Relation::IssuedWith];
        self.statement.scopes.first().is_some_and(|scope| !scope.relations.iter().any(|own| within.contains(own)))
    }

    /// Which scope a document belongs to, from the innermost out.
    pub(super) fn scope_for(&self, direct: Parted, index: usize) -> Option<usize> {
        let paper = &self.named[index].paper;
        for (depth, scope) in self.statement.scopes.iter().enumerate().rev() {
            let apart = direct == Parted::Item || direct == Parted::Semicolon && self.lists();
            if apart && depth > 0 {
                continue;
            }
            let of = match scope.doer {
                Doer::Named(doer) => Some(&self.named[doer].paper),
                Doer::Own | Doer::Untold => None,
                Doer::Behind => Some(paper),
            };
            let fits = scope.doer == Doer::Behind && self.target(scope, paper).is_some()
                || scope.doer != Doer::Behind
                    && scope.relations.iter().all(|relation| rank::fits(*relation, of, paper))
                    && of != Some(paper);
            let first = scope.got == 0
                && !scope.closed
                && scope.words <= REACH
                && scope.depth >= self.statement.depth
                && (!scope.needs_colon || scope.colon)
                && match scope.between {
                    Between::Any => true,
                    Between::Few => scope.few,
                    Between::Beside => scope.words == 0,
                    Between::Next => scope.words <= NEXT && scope.few || scope.words <= 2,
                }
                && (scope.colon
                    || !matches!(direct, Parted::Comma | Parted::And | Parted::Semicolon)
                    || scope.words == 0);
            let next = scope.got > 0 && direct != Parted::Not && !self.is_beside_other(depth, direct, paper);
            if fits && (first || next) {
                return Some(depth);
            }
            // in the title of the last of a list
            if direct == Parted::Not && scope.got > 0 {
                return None;
            }
        }
        None
    }

    /// Whether a document behind `và` or a comma goes with one in a title, that no verb took: `theo quy định của Luật
    /// … và Nghị định …`.
    pub(super) fn is_beside_other(&self, depth: usize, direct: Parted, paper: &Paper) -> bool {
        let Some(last) = self.statement.seen.last().filter(|seen| !seen.taken && seen.level > 0) else { return false };
        let like = |seen: &Seen| rank::rank(&self.named[seen.named].paper);
        let mate = self.statement.seen.iter().rev().find(|seen| seen.taken && seen.level <= depth + 1);
        let own = rank::rank(paper);
        let is_mate = mate.is_some_and(|mate| like(mate) == own) && like(last) != own;
        matches!(direct, Parted::Comma | Parted::And) && !is_mate
    }

    /// The document before a passive verb that another can do it to.
    pub(super) fn target<'s>(&self, scope: &'s Scope, of: &Paper) -> Option<&'s Seen> {
        let fits = |seen: &&Seen| {
            let paper = &self.named[seen.named].paper;
            paper != of && scope.relations.iter().all(|relation| rank::fits(*relation, Some(of), paper))
        };
        if self.note {
            return scope.before.first();
        }
        // `Luật …, Nghị định … được sửa đổi bởi Luật …`: the one right before is meant, and cannot be
        if let Some(last) = scope.before.last()
            && last.level == 0
            && scope.verb.start.saturating_sub(last.end) <= NEAR
            && !fits(&last)
        {
            return None;
        }
        // one of the same rank where that is known, else what the statement is about
        let ranked = |seen: &&Seen| fits(seen) && rank::rank(&self.named[seen.named].paper).is_some();
        let before = || scope.before.iter().rev().filter(fits);
        before()
            .find(|seen| rank::rank(of).is_some() && ranked(seen))
            .or_else(|| before().find(|seen| seen.level == 0))
            .or_else(|| before().next())
    }

    /// A scope takes a document.
    pub(super) fn take(&mut self, depth: usize, index: usize, (start, named): (usize, usize), part: Option<String>) {
        let scope = self.statement.scopes[depth].clone();
        let paper = self.named[index].paper.clone();
        let holds = scope.holds.unwrap_or_default();
        let end = self.named[index].range.end;
        self.statement.scopes[depth].got += 1;
        if scope.doer == Doer::Behind {
            let Some(target) = self.target(&scope, &paper).cloned() else { return };
            let to = self.named[target.named].paper.clone();
            let stretch = scope.verb.start..end;
            for relation in &scope.relations {
                if self.own.consolidates {
                    self.tell(Relation::Consolidates, Paper::This, paper.clone(), None, stretch.clone(), None);
                } else {
                    // `khoản 2 Điều 5 Nghị định … được sửa đổi bởi …`: the part where the verb stands right behind
                    let near = self.note || scope.verb.start.saturating_sub(target.end) <= NEAR;
                    let whole = matches!(relation, Relation::Suspends | Relation::Replaces);
                    // `bị bãi bỏ một phần bởi Thông tư …`
                    let partly = || self.is_partly(&scope.verb).then(|| SOME.to_owned());
                    let part = target.part.clone().filter(|_| near && !whole).or_else(partly);
                    self.tell_held((*relation, part), paper.clone(), to.clone(), stretch.clone(), holds);
                }
            }
            return;
        }
        let of = self.doer(scope.doer);
        let touched = if scope.got == 0 { self.touched(&scope, named, part) } else { part };
        // `Thay thế ông … tại Quyết định số …`
        if touched.as_deref().is_some_and(is_person) {
            return;
        }
        for relation in &scope.relations {
            let Some(of) = of.clone() else { break };
            // `thay thế một số nội dung của Thông tư …`, `bãi bỏ một phần Thông tư …` leave the rest of it
            let says = |words: &str| {
                let between = self.source.text.get(scope.verb.start..named).unwrap_or_default();
                let behind = between.split_once(words).map(|(_, behind)| behind.trim_start());
                // `Bãi bỏ một số quyết định, cụ thể: Quyết định số …`
                scope.got == 0 && behind.is_some_and(|behind| !WHOLES.iter().any(|kind| behind.starts_with(kind)))
            };
            let some = match relation {
                Relation::Replaces | Relation::Repeals => scope.partly || says("một số") || says("một phần"),
                Relation::Suspends => scope.partly || says("một phần"),
                _ => false,
            };
            let part = touched.clone().or_else(|| some.then(|| SOME.to_owned()));
            // `Hướng dẫn … thi hành Điều lệ`
            let statute = matches!(&paper, Paper::Titled(titled) if titled.kind == "Điều lệ");
            let relation = if statute && *relation == Relation::CarriesOut { &Relation::Details } else { relation };
            let stretch = scope.verb.start.min(start)..end;
            self.tell_held((*relation, part), of, paper.clone(), stretch, holds);
        }
        let by_own = scope.doer == Doer::Own && of.as_ref() == Some(&self.own.paper);
        if scope.relations.contains(&Relation::Amends) && by_own {
            self.amended = Some(index);
        }
        if let Some(ending) = &scope.expires {
            self.expire(paper, ending.clone(), touched.or_else(|| scope.partly.then(|| SOME.to_owned())));
        }
    }

    /// Whether `một phần` or for whom alone it is stands behind a verb.
    pub(super) fn is_partly(&self, verb: &Range<usize>) -> bool {
        let behind = self.source.text.get(verb.end..).unwrap_or_default().trim_start();
        let behind = behind.strip_prefix("thi hành").unwrap_or(behind).trim_start();
        behind.starts_with("một phần") || behind.starts_with("đối với")
    }

    /// The part that a verb touches: what stands between it and the document.
    pub(super) fn touched(&self, scope: &Scope, named: usize, part: Option<String>) -> Option<String> {
        if scope.listed {
            return part;
        }
        let changes =
            |relation: &Relation| matches!(relation, Relation::Amends | Relation::Replaces | Relation::Repeals);
        if !scope.relations.iter().any(changes) || scope.verb.end >= named {
            return part;
        }
        let between = plain(&self.source.text[scope.verb.end..named]);
        // `bãi bỏ một loạt văn bản, trong đó có Thông tư số …`
        let touched = thing::touched(&between).filter(|touched| !leads_to_list(touched));
        touched.map(|touched| part::called(&touched)).or(part)
    }

    /// The thing before `ban hành kèm theo`, issued with a document; its words.
    pub(super) fn issued_with(&mut self, pieces: &[Piece], with: usize, index: usize, lexer: &Words) -> Option<String> {
        let thing = thing::before(self.source.text, pieces, with, lexer, &self.named)?;
        let to = self.named[index].paper.clone();
        let stretch = thing.range.start..self.named[index].range.end;
        let words = plain(&self.source.text[thing.range.clone()]);
        if matches!(&thing.paper, Paper::Titled(titled) if titled.title.is_empty() && NAMELESS.contains(&&*titled.kind))
        {
            return Some(words);
        }
        self.tell(Relation::IssuedWith, thing.paper, to, None, stretch, None);
        Some(words)
    }

    /// `Ban hành kèm theo Quyết định này Quy chế …`
    pub(super) fn issued_with_own(&mut self, pieces: &[Piece], at: usize, lexer: &Words) {
        let Some(thing) = thing::behind(self.source.text, pieces, at + 2, lexer, &self.named) else { return };
        let Some(to) = self.own_paper() else { return };
        self.tell(Relation::IssuedWith, thing.paper, to, None, pieces[at].range.start..thing.range.end, None);
        self.statement.this = Some(pieces[at + 1].range.start);
    }
}

/// Words for documents, of which a list follows.
const WHOLES: [&str; 6] = ["văn bản", "quyết định", "nghị quyết", "nghị định", "thông tư", "chỉ thị"];

/// Whether words only lead to a list of documents: `một loạt văn bản, trong đó có`, `5 quyết định, gồm`.
fn leads_to_list(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("trong đó") || ["gồm", "cụ thể", "sau"].iter().any(|last| words.ends_with(last))
}

/// Whether words begin with those for people, who are no part of a document.
fn is_person(words: &str) -> bool {
    const PEOPLE: [&str; 8] = ["ông ", "bà ", "các ông ", "các bà ", "đồng chí ", "thành viên ", "nhân sự ", "người "];
    let words = words.to_lowercase();
    PEOPLE.iter().any(|person| words.starts_with(person))
}

/// Whether it is said behind a document for whom alone something is done to it: `Đình chỉ thi hành Quyết định số … đối
/// với ông …`.
fn is_limited(behind: &[Piece]) -> bool {
    let days = behind.iter().take_while(|piece| matches!(piece.kind, Kind::Day(_))).count();
    matches!(&behind[days..], [first, second, ..] if first.is_word("đối") && second.is_word("với"))
}

/// Whether a part of a document is left out behind it: `Bãi bỏ Quyết định số …, trừ Điều 5`.
pub(super) fn is_excepted(behind: &[Piece]) -> bool {
    let ends = |piece: &&Piece| {
        !matches!(piece.kind, Kind::Stop | Kind::Semicolon | Kind::Break { .. } | Kind::Papers(_) | Kind::Rule(_))
    };
    let clause: Vec<&Piece> = behind.iter().take(EXCEPTION).take_while(ends).collect();
    let Some(except) = clause.iter().position(|piece| piece.is_word("trừ")) else { return false };
    let opens = |before: &&Piece| matches!(before.kind, Kind::Comma | Kind::Open) || before.is_word("ngoại");
    let leads = except.checked_sub(1).is_none_or(|before| opens(&clause[before]));
    leads && clause[except..].iter().take(EXCEPTED).any(|piece| piece.kind == Kind::Part)
}
