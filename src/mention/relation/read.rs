//! A text with its numbers and days to what its documents do to each other, and from when on they are in force.
//!
//! A text is read block by block, of each only what may tell something. A verb opens a scope, and the documents behind
//! it are its own until something parts them from it; a verb in the title of a document opens one within. What is
//! done by none that is named is done by the document at hand.

use std::ops::Range;

use jiff::civil::Date;

use super::blocks::{Block, blocks};
use super::columns::Table;
use super::lexed::Words;
use super::lexer::Lexer;
use super::mention::{Paper, Relation, RelationMention, ValidityMention};
use super::mood::Mood;
use super::piece::{Kind, Piece, Sign, Source};
use super::reader::Reader;
use super::rules::{TABLE, Way};
use super::statement::{Doer, Parted, Statement};
use super::title::plain;
use super::{part, twins};
use crate::mention::abbreviation::AbbreviationMention;
use crate::mention::date::DateMention;
use crate::mention::number::NumberMention;

/// Most relations of one text; lists of more are no lists of documents.
const MOST: usize = 20_000;

/// Most words behind `Căn cứ` in the heading of a list: `pháp lý`.
const HEADING: usize = 2;

/// Everything that `text` says of documents, in order.
pub(crate) fn find(
    text: &str,
    numbers: &[NumberMention],
    dates: &[DateMention],
    shorts: &[AbbreviationMention],
    published: Option<Date>,
) -> (Vec<RelationMention>, Vec<ValidityMention>) {
    let marked = twins::marked(numbers);
    let source = Source { text, numbers: marked.as_deref().unwrap_or(numbers), dates, shorts };
    let mut reader = Reader::new(source, published);
    let mut lexer = Lexer::default();
    for block in blocks(text, numbers) {
        if reader.relations.len() > MOST {
            break;
        }
        let pieces = {
            lexer.read(&reader.source, block.range.clone(), &mut reader.named);
            std::mem::take(&mut lexer.pieces)
        };
        reader.block(&pieces, &lexer.words, &block);
        lexer.pieces = pieces;
    }
    reader.end(&[]);
    let (is_draft, table) = (reader.own.proposes, Table { text, numbers: reader.source.numbers, dates });
    let (mut relations, mut validity) = reader.finish();
    if !is_draft {
        table.read(&mut relations, &mut validity);
        validity.sort_by_key(|told| (told.range.start, told.range.end));
    }
    if let Some(marked) = &marked {
        twins::unmark(marked, &mut relations, &mut validity);
    }
    (relations, validity)
}

impl Reader<'_> {
    /// Reads the pieces of a block.
    pub(super) fn block(&mut self, pieces: &[Piece], lexer: &Words, block: &Block) {
        if block.begins {
            self.end(&[]);
            self.list = None;
            self.label = Mood::Asserted;
        }
        if block.article {
            self.articles_begin();
        }
        self.statement.first = 0;
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            at = self.piece(pieces, at, piece, lexer).max(at + 1);
        }
        // a block is a paragraph, or some of them
        if !matches!(pieces.last(), Some(Piece { kind: Kind::Break { goes_on: true }, .. })) {
            self.end(pieces);
            self.note = false;
            self.related = false;
        }
        self.statement.with = None;
    }

    /// Reads one piece; the index of the next.
    pub(super) fn piece(&mut self, pieces: &[Piece], at: usize, piece: &Piece, lexer: &Words) -> usize {
        self.statement.since_passive += 1;
        match &piece.kind {
            Kind::Papers(papers) => self.papers(pieces, at, papers.clone(), lexer),
            Kind::Head(_) => {}
            Kind::This => {
                self.statement.this = Some(piece.range.start);
                self.statement.this_words = Some(piece.range.clone());
                self.done_by_own();
                self.own.legal |= self.main.is_none() && self.speaks_of_itself(&piece.range);
            }
            Kind::Rule(rule) if rule.way == Way::Shield => self.words(3),
            Kind::Rule(rule) => return self.rule(pieces, at, *rule, lexer),
            Kind::Agent => self.agent(pieces),
            Kind::Force => return self.force(pieces, at, lexer),
            Kind::Class => {
                self.words(2);
                if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
                    scope.closed = true;
                }
            }
            Kind::Part => {
                self.listed_parts(pieces, at);
                let far = matches!(&self.statement.part, Some((_, words)) if *words > 3);
                match &mut self.statement.part {
                    // `điểm b và điểm c tại khoản 3 Điều 4`
                    Some((part, words)) if !far => {
                        part.end = piece.range.end;
                        *words = 0;
                    }
                    _ => self.statement.part = Some((piece.range.clone(), 0)),
                }
            }
            Kind::Day(..) | Kind::NoDay(_) => return self.held_from(pieces, at).unwrap_or(at + 1),
            Kind::Word(key) => {
                if TABLE.holds.contains(key)
                    && let Some(next) = self.held_from(pieces, at)
                {
                    return next;
                }
                self.statement.words += 1;
                let few = TABLE.few.contains(key);
                // `Hết hiệu lực: không`
                if let Some(scope) =
                    self.statement.scopes.last_mut().filter(|scope| scope.needs_colon && scope.got == 0)
                {
                    scope.closed |= scope.colon && piece.is_word("không");
                }
                if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
                    scope.few &= few;
                }
                // `các`, `của` say nothing of their own
                let weight = usize::from(!few);
                if let Some((_, words)) = &mut self.statement.part {
                    *words += 1 + weight;
                }
                // `Quyết định số … và toàn bộ Quyết định số …`
                let is_whole = ["toàn", "bộ"].iter().any(|whole| piece.is_word(whole));
                if let Some((_, words)) = self.statement.parted.as_mut().filter(|_| !is_whole) {
                    *words += weight;
                }
                if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
                    scope.words += 1;
                }
            }
            Kind::Comma => self.part_by(Parted::Comma),
            Kind::And => self.part_by(Parted::And),
            Kind::Semicolon => {
                self.part_by(Parted::Semicolon);
                self.statement.open_comma = true;
                self.statement.passive.clear();
                // each of what is related stands alone
                if self.related {
                    self.statement.open = None;
                }
            }
            Kind::Colon => {
                let so = at > 1 && pieces[at - 1].is_word("sau") && pieces[at - 2].is_word("như");
                if so && self.statement.scopes.iter().all(|scope| scope.got == 0 && scope.doer == Doer::Own) {
                    // the new words follow
                    self.end(&pieces[..at]);
                    self.list = None;
                    self.statement.first = at + 1;
                    return at + 1;
                }
                self.part_by(Parted::Colon);
                if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
                    scope.colon = true;
                    scope.closed = false;
                }
            }
            Kind::Cell => {
                self.part_by(Parted::Colon);
                self.passive_label();
            }
            Kind::Stop => self.stop(pieces, at),
            Kind::Break { goes_on } => {
                self.label_items(pieces, at, lexer);
                self.paragraph(pieces, at, *goes_on);
            }
            Kind::Item(sign) => self.item(pieces, at, *sign),
            Kind::Open => {
                self.statement.outside = self.statement.open;
                self.statement.depth += 1;
                self.open(pieces, at);
            }
            Kind::Close => {
                self.statement.depth = self.statement.depth.saturating_sub(1);
                self.statement.open = self.statement.outside.take().or(self.statement.open);
            }
            Kind::Quote => self.quote(pieces, at),
        }
        at + 1
    }

    /// `… một số điều của Nghị quyết số 5/2020/QH14, gồm: khoản 2 Điều 4; …`
    pub(super) fn listed_parts(&mut self, pieces: &[Piece], at: usize) {
        let [.., word, colon] = &pieces[..at] else { return };
        let lists = colon.kind == Kind::Colon && word.is_word("gồm");
        let took =
            self.statement.scopes.last().is_some_and(|scope| scope.got > 0 && scope.verb.start < colon.range.start);
        if lists
            && took
            && let Some(told) = self.relations.last_mut().filter(|told| told.part.is_none())
        {
            told.part = Some(part::called(&plain(&self.source.text[pieces[at].range.clone()])));
        }
    }

    pub(super) fn part_by(&mut self, parted: Parted) {
        // `, và` parts as `và` does, `; và` as `;`
        let stays =
            parted == Parted::And && matches!(self.statement.parted, Some((Parted::Semicolon | Parted::Item, 0)));
        if !stays {
            self.statement.parted = Some((parted, 0));
        }
        if parted == Parted::Comma && self.statement.open.is_some() {
            self.statement.open_comma = true;
        }
        if parted != Parted::Comma && parted != Parted::And {
            self.statement.part = None;
        }
    }

    pub(super) fn stop(&mut self, pieces: &[Piece], at: usize) {
        if self.note {
            return;
        }
        // `Điều 1.` leads to what follows
        let article = matches!(&pieces[..at], [.., Piece { kind: Kind::Item(_), .. }, Piece { kind: Kind::Part, .. }]);
        if !article {
            self.end(&pieces[..at]);
            self.statement.first = at + 1;
        }
        self.statement.part = None;
    }

    pub(super) fn paragraph(&mut self, pieces: &[Piece], at: usize, goes_on: bool) {
        let parted = self.statement.parted;
        let next = pieces.get(at + 1).map(|piece| &piece.kind);
        let named = matches!(next, Some(Kind::Papers(_))) && !self.statement.scopes.is_empty();
        if matches!(next, Some(Kind::Item(Sign::Dash | Sign::Figure))) && self.is_heading_of_list() {
            return;
        }
        let list = self.statement.scopes.first().is_some_and(|scope| scope.listed);
        if goes_on && (list || named || parted.is_none_or(|(parted, _)| parted != Parted::Semicolon)) {
            let colon = matches!(parted, Some((Parted::Colon, 0)));
            if let Some(scope) = self.statement.scopes.first_mut().filter(|_| colon) {
                scope.listed = true;
                scope.colon = true;
            }
            self.statement.parted.get_or_insert((Parted::Colon, 0));
            return;
        }
        self.end(&pieces[..at]);
        self.statement.first = at + 1;
        self.note = false;
        self.related = false;
    }

    /// Whether `Nghị định này` is the document at hand, where none was named before: news names one first, and its
    /// decisions and programs need be no documents.
    fn speaks_of_itself(&self, words: &Range<usize>) -> bool {
        let words = plain(&self.source.text[words.clone()]).to_lowercase();
        ["nghị định", "thông tư", "pháp lệnh", "quy chuẩn", "tiêu chuẩn"].iter().any(|kind| words.starts_with(kind))
    }

    /// `## Căn cứ pháp lý`, `Danh mục văn bản hết hiệu lực` above a list: as with a colon.
    fn is_heading_of_list(&mut self) -> bool {
        let [scope] = &mut self.statement.scopes[..] else { return false };
        let is_told = scope.relations == [Relation::BasedOn] || scope.needs_colon;
        let heading = is_told && scope.got == 0 && scope.words <= HEADING;
        if heading {
            scope.listed = true;
            scope.colon = true;
            self.statement.parted = Some((Parted::Colon, 0));
        }
        heading
    }

    pub(super) fn item(&mut self, pieces: &[Piece], at: usize, sign: Sign) {
        if sign == Sign::Article {
            self.end(&pieces[..at]);
            self.list = None;
            self.label = Mood::Asserted;
            self.articles_begin();
            self.statement.first = at;
            return;
        }
        let list = self.statement.listing().or_else(|| self.list.take());
        // a list that begins anew is another
        let anew = sign == Sign::Figure && restarts(&self.source.text[pieces[at].range.start..]);
        let Some(mut scope) =
            list.filter(|scope| scope.sign.is_none_or(|own| own == sign && !(anew && scope.count > 0)))
        else {
            self.end(&pieces[..at]);
            self.list = None;
            self.statement.first = at;
            return;
        };
        scope.sign = Some(sign);
        scope.count += 1;
        scope.words = 0;
        let first = self.statement.first;
        let seen = if scope.doer == Doer::Behind { std::mem::take(&mut self.statement.seen) } else { Vec::new() };
        self.statement = Statement { scopes: vec![scope], seen, first, ..Statement::default() };
        self.statement.parted = Some((Parted::Item, 0));
    }

    fn articles_begin(&mut self) {
        self.structured = true;
        self.own.legal |= self.main.is_none();
    }

    pub(super) fn open(&mut self, pieces: &[Piece], at: usize) {
        let begins = at == 0 || matches!(pieces[at - 1].kind, Kind::Break { .. } | Kind::Stop);
        if !begins {
            return;
        }
        let behind = &pieces[at + 1..];
        match behind {
            [Piece { kind: Kind::Part, range }, Piece { kind: Kind::Papers(papers), .. }, ..] => {
                let article = plain(&self.source.text[range.clone()]);
                let paper = self.full_paper(&self.named[papers.start].paper);
                self.own.paper = paper;
                self.own.legal = true;
                self.own.consolidates = false;
                self.own.article = Some(article);
                self.own.effective = None;
                self.structured = true;
                self.note = true;
            }
            [Piece { kind: Kind::Part, .. }, ..] => {}
            _ => {
                let words = behind.iter().take(8);
                self.related = words.filter(|piece| piece.is_word("liên") || piece.is_word("quan")).count() == 2;
            }
        }
    }

    pub(super) fn quote(&mut self, pieces: &[Piece], at: usize) {
        if self.quoted.is_some() && at > 0 && pieces[at - 1].kind == Kind::Stop {
            self.quoted = None;
        }
    }

    /// A statement ends: verbs without a document say something of the one that the articles amend.
    pub(super) fn end(&mut self, pieces: &[Piece]) {
        let statement = std::mem::take(&mut self.statement);
        if let Some(scope) = statement.scopes.first().filter(|scope| scope.got == 0 && scope.doer == Doer::Own)
            && scope.relations.iter().all(|relation| relation.takes_hold())
            && self.own.legal
            && self.structured
            && !self.note
            && let Some(amended) = self.amended
            && let Some(part) = part_behind(pieces, &scope.verb)
        {
            let touched = part::called(&plain(&self.source.text[part.clone()]));
            let (of, to) = (self.own.paper.clone(), self.named[amended].paper.clone());
            for relation in &scope.relations {
                self.tell(*relation, of.clone(), to.clone(), Some(touched.clone()), scope.verb.start..part.end, None);
            }
        }
        self.end_passive(pieces, &statement);
        if self.own.consolidates
            && !self.structured
            && let Some(top) = statement.tops().next()
            && statement.scopes.iter().any(|scope| scope.doer == Doer::Behind)
            && self.own.paper == Paper::This
        {
            let base = &self.named[top.named];
            let (paper, range) = (base.paper.clone(), base.range.clone());
            self.tell(Relation::Consolidates, Paper::This, paper.clone(), None, range, None);
            self.own.paper = paper;
        }
        if statement.words > 0 || !statement.scopes.is_empty() || !statement.seen.is_empty() {
            self.list = statement.listing();
        }
    }
}

/// The part that a verb names right behind it.
fn part_behind(pieces: &[Piece], verb: &Range<usize>) -> Option<Range<usize>> {
    let at = pieces.partition_point(|piece| piece.range.start < verb.end);
    let mut near = pieces[at..].iter().take(6);
    near.find(|piece| piece.kind == Kind::Part).map(|piece| piece.range.clone())
}

/// Whether an item is the first of a list.
fn restarts(item: &str) -> bool {
    item.strip_prefix('1').is_some_and(|behind| behind.starts_with(['.', ')']))
}
