//! What has been read of a text, and what it told so far.

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::mention::{Force, Paper, Relation, RelationMention, Torn, ValidityMention};
use super::mood::Mood;
use super::own::Own;
use super::piece::{Kind, Named, Piece, Source};
use super::span::Stretch;
use super::statement::{Doer, Scope, Statement};
use super::title::plain;
use crate::mention::number::{Number, is_standard};
use crate::mention::spelling::spellings;

/// The same is told of the time of a document at so many places at most.
const MAX_SAME: usize = 3;

/// What of a document is changed where the text does not tell the parts.
pub(super) const SOME: &str = "một số nội dung";

/// What two relations share that say the same: who does what to which part of which document.
pub(super) type Id = (String, Relation, String, Option<String>);

/// A text as far as it is read.
pub(super) struct Reader<'a> {
    pub(super) source: Source<'a>,
    pub(super) published: Option<Date>,
    pub(super) own: Own,
    pub(super) named: Vec<Named>,
    /// The full numbers of the text, for those named in short.
    pub(super) full: FxHashMap<(String, Option<String>), Number>,
    pub(super) relations: Vec<RelationMention>,
    pub(super) validity: Vec<ValidityMention>,
    /// Documents that are named, each once, with where.
    pub(super) referred: Vec<(Paper, Paper, Range<usize>)>,
    /// What the document at hand or another is based on.
    pub(super) based: FxHashSet<(String, String)>,
    pub(super) known: FxHashSet<Id>,
    /// Which of the relations a preamble tells: the article that says the same is the place to be quoted.
    pub(super) announced: FxHashMap<Id, usize>,
    pub(super) statement: Statement,
    /// A list that goes on in the next statement.
    pub(super) list: Option<Scope>,
    /// What the label of a list says of its items.
    pub(super) label: Mood,
    /// The document that clauses without one amend.
    pub(super) amended: Option<usize>,
    /// Whether articles have begun, so that no preamble follows.
    pub(super) structured: bool,
    /// The document whose preamble is quoted.
    pub(super) quoted: Option<Paper>,
    /// Whether a note is read: `(Điều 3 Nghị định số …, có hiệu lực …)`.
    pub(super) note: bool,
    /// Whether a note of what is related is read.
    pub(super) related: bool,
    /// What a text without a number of its own is about.
    pub(super) main: Option<usize>,
    /// Documents that are said not to be in force yet: what they do is not done.
    pub(super) pending: FxHashSet<String>,
    /// What takes hold so long behind the coming into force of the document that does it, by its index.
    pub(super) waiting: Vec<(usize, Stretch)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: Source<'a>, published: Option<Date>) -> Self {
        let own = Own::of(source.text, source.numbers);
        let mut full = FxHashMap::default();
        for mention in source.numbers.iter().filter(|mention| mention.number.symbol.is_some()) {
            let number = &mention.number;
            if number.issuer.is_some() {
                full.entry((number.number.clone(), number.kind.clone())).or_insert_with(|| number.clone());
            }
        }
        Self {
            source,
            published,
            own,
            named: Vec::new(),
            full,
            relations: Vec::new(),
            validity: Vec::new(),
            referred: Vec::new(),
            based: FxHashSet::default(),
            known: FxHashSet::default(),
            announced: FxHashMap::default(),
            statement: Statement::default(),
            list: None,
            label: Mood::Asserted,
            amended: None,
            structured: false,
            quoted: None,
            note: false,
            related: false,
            main: None,
            pending: FxHashSet::default(),
            waiting: Vec::new(),
        }
    }

    pub(super) fn words(&mut self, count: usize) {
        if let Some((_, words)) = &mut self.statement.part {
            *words += count;
        }
        if let Some((_, words)) = &mut self.statement.parted {
            *words += count;
        }
        if let Some(scope) = self.statement.scopes.last_mut().filter(|scope| scope.got == 0) {
            scope.words += count;
        }
    }

    /// Whether a piece begins a clause.
    pub(super) fn begins(&self, pieces: &[Piece], at: usize) -> bool {
        let before = pieces[..at].iter().rev();
        let before = before.skip_while(|piece| piece.kind == Kind::Open || piece.kind == Kind::Quote);
        match before.map(|piece| &piece.kind).next() {
            None => true,
            Some(kind) => {
                matches!(
                    kind,
                    Kind::Break { .. } | Kind::Item(_) | Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Cell
                )
            }
        }
    }

    /// The document that does what a scope says.
    pub(super) fn doer(&self, doer: Doer) -> Option<Paper> {
        match doer {
            Doer::Own => self.own_paper(),
            Doer::Named(index) => Some(self.named[index].paper.clone()),
            Doer::Behind | Doer::Untold => None,
        }
    }

    /// The document at hand, which an article of news is not.
    pub(super) fn own_paper(&self) -> Option<Paper> {
        if let Some(quoted) = &self.quoted {
            return Some(quoted.clone());
        }
        if self.own.legal || self.own.paper != Paper::This {
            return Some(self.own.paper.clone());
        }
        // a letter without a number names itself so, news what it is about
        let main = self.main.map(|main| &self.named[main].paper);
        let words = self.statement.this_words.clone().map(|range| plain(&self.source.text[range]).to_lowercase());
        match (words.as_deref().and_then(|words| words.rsplit_once(' ')), main) {
            (Some((kind, _)), Some(main)) if !is_of_kind(main, kind) => Some(Paper::This),
            (_, main) => main.cloned(),
        }
    }

    /// The document in full where it was named in short: `Quy định 366` is `366-QĐ/TW`.
    pub(super) fn full_paper(&self, paper: &Paper) -> Paper {
        match paper {
            Paper::Number(number) if number.issuer.is_none() || number.symbol.is_none() => {
                let full = self.full.get(&(number.number.clone(), number.kind.clone()));
                full.filter(|full| number.year.is_none() || number.year == full.year)
                    .map_or_else(|| paper.clone(), |full| Paper::Number(full.clone()))
            }
            _ => paper.clone(),
        }
    }

    pub(super) fn refer(&mut self, index: usize) {
        if self.note || self.related {
            return;
        }
        let Named { paper, range, .. } = &self.named[index];
        let paper = self.full_paper(paper);
        if self.own.is(&paper) {
            return;
        }
        let of = self.own.paper.clone();
        if self.known.insert((key(&of), Relation::RefersTo, key(&paper), None)) {
            self.referred.push((of, paper, range.clone()));
        }
    }

    /// Keeps a relation, each once.
    pub(super) fn tell(
        &mut self,
        relation: Relation,
        of: Paper,
        to: Paper,
        part: Option<String>,
        range: Range<usize>,
        date: Option<Date>,
    ) {
        if of == to || matches!(to, Paper::This) && relation != Relation::IssuedWith {
            return;
        }
        // a draft does nothing yet
        if self.own.proposes && relation.takes_hold() && self.own.is(&of) {
            return;
        }
        let both = (key(&of), key(&to));
        let id = |part| (key(&of), relation, key(&to), part);
        // what is said again of the whole
        if relation == Relation::BasedOn && part.is_none() && self.based.contains(&both) {
            return;
        }
        if relation == Relation::BasedOn {
            self.based.insert(both);
        }
        let id = id(part.clone());
        if self.known.insert(id.clone()) {
            if !self.structured && relation.takes_hold() {
                self.announced.insert(id, self.relations.len());
            }
            self.relations.push(RelationMention {
                range,
                relation,
                of,
                to,
                part,
                date,
                until: None,
                unreckoned: false,
                of_written: None,
                to_written: None,
                torn: Torn::Not,
            });
        } else if self.structured
            && let Some(told) = self.announced.remove(&id).and_then(|at| self.relations.get_mut(at))
        {
            told.range = range;
            told.date = date.or(told.date);
        }
    }

    /// `sửa đổi một số nội dung của Nghị định …` tells nothing more where the parts are told, too.
    fn drop_vague(&mut self) {
        let is_vague = |told: &RelationMention| told.part.as_deref() == Some(SOME);
        if !self.relations.iter().any(is_vague) {
            return;
        }
        let ends = |told: &RelationMention| (key(&told.of), told.relation, key(&told.to));
        let known: FxHashSet<_> =
            self.relations.iter().filter(|told| told.part.is_some() && !is_vague(told)).map(ends).collect();
        self.relations.retain(|told| !is_vague(told) || !known.contains(&ends(told)));
    }

    /// Notes how the text writes the documents of what was told.
    fn spell(&mut self) {
        if self.relations.is_empty() {
            return;
        }
        let spellings = spellings(self.source.numbers);
        let spelled = |paper: &Paper| match paper {
            Paper::Number(number) => spellings.get(&number.canonical()).map(|written| (*written).to_owned()),
            _ => None,
        };
        for told in &mut self.relations {
            (told.of_written, told.to_written) = (spelled(&told.of), spelled(&told.to));
        }
    }

    /// What was told, with the days on which it takes hold, and what is only referred to.
    pub(super) fn finish(mut self) -> (Vec<RelationMention>, Vec<ValidityMention>) {
        let mut days: FxHashMap<String, Date> = FxHashMap::default();
        for told in self.validity.iter().filter(|told| told.what == Force::Effective && told.part.is_none()) {
            if let Some(date) = told.date {
                days.entry(key(&told.of)).or_insert(date);
            }
        }
        let own_day = |of: &Paper| days.get(&key(of)).copied();
        for (at, stretch) in std::mem::take(&mut self.waiting) {
            let Some(told) = self.relations.get_mut(at) else { continue };
            told.date = own_day(&told.of).and_then(|day| stretch.behind(day));
            told.unreckoned = told.date.is_none();
        }
        let undated = |told: &&mut RelationMention| told.date.is_none() && !told.unreckoned;
        for told in self.relations.iter_mut().filter(|told| told.relation.takes_hold()).filter(undated) {
            told.date = own_day(&told.of);
        }
        let is_undone = |told: &&mut RelationMention| self.pending.contains(&key(&told.of)) && told.date.is_none();
        for told in self.relations.iter_mut().filter(|told| told.relation.takes_hold()).filter(is_undone) {
            told.unreckoned = true;
        }
        let own = self.own.paper.clone();
        let repealed =
            self.relations.iter().filter(|told| matches!(told.relation, Relation::Repeals | Relation::Replaces));
        let by: FxHashMap<String, Paper> = repealed.map(|told| (key(&told.to), told.of.clone())).collect();
        let with = |told: &&mut ValidityMention| told.rule.as_deref().is_some_and(|rule| rule.starts_with("with this"));
        for told in self.validity.iter_mut().filter(|told| told.date.is_none()).filter(with) {
            let itself = || (told.what == Force::Effective).then(|| own_day(&told.of)).flatten();
            let day = itself().or_else(|| by.get(&key(&told.of)).and_then(own_day)).or_else(|| own_day(&own));
            let stretch = told.rule.as_deref().and_then(Stretch::of_rule);
            told.date = day.and_then(|day| stretch.map_or(Some(day), |stretch| stretch.behind(day)));
            told.unreckoned = (told.unreckoned || stretch.is_some()) && told.date.is_none();
        }
        self.drop_vague();
        self.spell();
        let typed: FxHashSet<(String, String)> =
            self.relations.iter().map(|told| (key(&told.of), key(&told.to))).collect();
        for (of, to, range) in std::mem::take(&mut self.referred) {
            if !typed.contains(&(key(&of), key(&to))) {
                let relation = Relation::RefersTo;
                self.relations.push(RelationMention {
                    range,
                    relation,
                    of,
                    to,
                    part: None,
                    date: None,
                    until: None,
                    unreckoned: false,
                    of_written: None,
                    to_written: None,
                    torn: Torn::Not,
                });
            }
        }
        self.relations.sort_by_key(|told| (told.range.start, told.range.end));
        self.validity.sort_by_key(|told| (told.range.start, told.range.end));
        let mut seen: FxHashMap<_, usize> = FxHashMap::default();
        self.validity.retain(|told| {
            let same = (told.what, key(&told.of), (told.date, told.last_day), told.rule.clone(), told.part.clone());
            let count = seen.entry(same).or_default();
            *count += 1;
            *count <= MAX_SAME
        });
        (self.relations, self.validity)
    }
}

/// Whether a document is of a type, by its words in small letters.
pub(super) fn is_of_kind(paper: &Paper, kind: &str) -> bool {
    match paper {
        Paper::This => true,
        Paper::Titled(titled) => titled.kind.to_lowercase() == kind,
        Paper::Number(number) => {
            let initials: String = kind.split(' ').filter_map(|word| word.chars().next()).collect();
            // `quy chuẩn kỹ thuật này` is a QCVN or QCĐP
            let is_like = |own: String| match is_standard(&own.to_uppercase()) {
                true => own.starts_with(&initials.chars().take(2).collect::<String>()),
                false => own == initials,
            };
            number.kind.as_deref().map(str::to_lowercase).is_none_or(is_like)
        }
    }
}

/// What all namings of a document share.
pub(super) fn key(paper: &Paper) -> String {
    match paper {
        Paper::This => "this".to_owned(),
        Paper::Number(number) => number.canonical(),
        Paper::Titled(titled) => format!("{} {}", titled.kind, titled.title).to_lowercase(),
    }
}
