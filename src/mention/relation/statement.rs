//! What has been read of a statement: the documents that it named, and the verbs that wait for theirs.

use std::ops::Range;

use jiff::civil::Date;

use super::mention::Relation;
use super::mood::Mood;
use super::piece::Sign;
use super::rules::Between;
use super::span::Stretch;

/// Who does what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doer {
    /// The document at hand.
    Own,
    /// One that the text names, by its index.
    Named(usize),
    /// The documents that follow do it to the one before: the verb is passive.
    Behind,
    /// Nobody is told who does it.
    Untold,
}

/// A verb, and the documents behind it.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// What is done; of `sửa đổi, bãi bỏ` both.
    pub relations: Vec<Relation>,
    pub doer: Doer,
    pub between: Between,
    /// In how many brackets it stands.
    pub depth: usize,
    /// Bytes of the verb.
    pub verb: Range<usize>,
    /// How many documents it has.
    pub got: usize,
    /// Words between the verb and its first document.
    pub words: usize,
    /// Whether none but words of few kinds stood between.
    pub few: bool,
    /// Whether it has none: a class of documents was named.
    pub closed: bool,
    /// Whether its documents stand in a list behind a colon.
    pub colon: bool,
    /// Whether they must.
    pub needs_colon: bool,
    /// Whether that list stands in lines of its own.
    pub listed: bool,
    /// The sign of the items of that list.
    pub sign: Option<Sign>,
    /// How many items have begun.
    pub count: usize,
    /// From when on it holds, where the verb tells that.
    pub holds: Option<Holds>,
    /// Whether its documents end with the one at hand.
    pub expires: Option<Ending>,
    /// Documents before a passive verb, the nearest last.
    pub before: Vec<Seen>,
    /// Whether it touches only a part of its documents, which is not named: `hết hiệu lực một phần`.
    pub partly: bool,
}

impl Scope {
    /// A verb with its bytes that has no document so far.
    pub(super) fn new(relation: Relation, doer: Doer, between: Between, verb: Range<usize>) -> Self {
        Self {
            relations: vec![relation],
            doer,
            between,
            depth: 0,
            verb,
            got: 0,
            words: 0,
            few: true,
            closed: false,
            partly: false,
            colon: false,
            needs_colon: false,
            listed: false,
            sign: None,
            count: 0,
            holds: None,
            expires: None,
            before: Vec::new(),
        }
    }

    /// Whether a document that is named does it.
    pub(super) fn is_of_other(&self) -> bool {
        !matches!(self.doer, Doer::Own | Doer::Untold)
    }
}

/// From when on, and until when, what is done holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Holds {
    pub date: Option<Date>,
    /// The last day of a suspension.
    pub until: Option<Date>,
    /// How long behind the coming into force of the document at hand.
    pub stretch: Option<Stretch>,
    /// Whether a time is told that cannot be reckoned.
    pub unreckoned: bool,
}

/// When documents end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    pub date: Option<Date>,
    /// Whether they are in force on that day.
    pub last_day: bool,
    pub rule: Option<String>,
    /// Whether a time is told that cannot be reckoned.
    pub unreckoned: bool,
    /// Whether nobody is told who ends them, so that the end is told without a day, too.
    pub alone: bool,
    pub range: Range<usize>,
}

/// A document that was named in the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// Its index among those of the text.
    pub named: usize,
    /// Bytes, with the words of its type.
    pub range: Range<usize>,
    /// How deep in titles of others it stands.
    pub level: usize,
    /// The part of it that is named.
    pub part: Option<String>,
    /// Where that part begins, or else the document.
    pub start: usize,
    /// Whether a verb took it.
    pub taken: bool,
    /// Whether it does what a passive verb says.
    pub does: bool,
    /// Where it ends.
    pub end: usize,
}

/// What parts a document from what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parted {
    Not,
    Comma,
    And,
    Semicolon,
    Item,
    Colon,
}

/// So many documents of one statement are kept at least.
const MOST: usize = 96;

/// Most verbs within each other.
const DEEPEST: usize = 12;

/// A statement as far as it is read.
#[derive(Debug, Default)]
pub(super) struct Statement {
    pub scopes: Vec<Scope>,
    pub seen: Vec<Seen>,
    /// Passive verbs without a doer so far.
    pub passive: Vec<(Relation, Range<usize>)>,
    /// How many pieces ago the last of them was.
    pub since_passive: usize,
    /// From when on what it says holds.
    pub passive_holds: Option<Holds>,
    /// How its clause says it.
    pub passive_mood: Mood,
    /// What was told of it and has no day so far, by its index among the relations of the text.
    pub told: Vec<usize>,
    /// The document in whose title a verb may stand.
    pub open: Option<usize>,
    /// The same before brackets were opened.
    pub outside: Option<usize>,
    /// Whether a comma stood behind it.
    pub open_comma: bool,
    /// Whether the document at hand was named, and where.
    pub this: Option<usize>,
    /// In which words.
    pub this_words: Option<Range<usize>>,
    /// What parted the last pieces, and how many words ago.
    pub parted: Option<(Parted, usize)>,
    /// The part that was named last, and how many words ago.
    pub part: Option<(Range<usize>, usize)>,
    /// `ban hành kèm theo` that waits for its document: the piece.
    pub with: Option<usize>,
    /// In how many brackets what follows stands.
    pub depth: usize,
    /// Index of its first piece.
    pub first: usize,
    /// How many words it has that say nothing here.
    pub words: usize,
}

impl Statement {
    /// The documents that the statement is about: none in the title of another.
    pub(super) fn tops(&self) -> impl DoubleEndedIterator<Item = &Seen> {
        self.seen.iter().filter(|seen| seen.level == 0)
    }

    /// Keeps what was named; of very long lists the last.
    pub(super) fn push(&mut self, seen: Seen) {
        if self.seen.len() >= 2 * MOST {
            self.seen.drain(..MOST);
        }
        self.seen.push(seen);
    }

    /// Opens a verb; none stands as deep as that many.
    pub(super) fn open_scope(&mut self, scope: Scope) {
        if self.scopes.len() >= DEEPEST {
            self.scopes.clear();
        }
        self.scopes.push(scope);
    }

    /// The scope of a list that goes on, for the next statement.
    pub(super) fn listing(&self) -> Option<Scope> {
        self.scopes.first().filter(|scope| scope.listed && !scope.closed).cloned()
    }
}
