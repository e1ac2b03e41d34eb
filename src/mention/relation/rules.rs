//! The tables of words -> what they say of documents, compiled once a process.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::forms::forms;
use super::mention::Relation;
use crate::mention::phrases::{Begins, Phrases, lines};
use crate::text;

/// How the words of a relation stand to its documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Active,
    Passive,
    Behind,
    First,
    With,
    Shield,
}

/// What may stand between the words and the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    Any,
    Few,
    Next,
    /// Nothing, or the words say no relation.
    Beside,
}

/// What words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// None of words that say no relation.
    pub relation: Option<Relation>,
    pub way: Way,
    pub between: Between,
}

/// What words between the documents say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Rule(Rule),
    This,
    Agent,
    Force,
    Class,
}

/// What words lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A plan, a proposal or an example, wherever they stand before it.
    Plan,
    /// An example, wherever they stand.
    Example,
    /// A case, where a clause begins with them.
    Case,
    /// None of these.
    None,
}

/// All that words say of documents.
pub(super) struct Table {
    pub says: Phrases<Says>,
    pub laws: Phrases<()>,
    pub things: Phrases<()>,
    pub parts: Phrases<()>,
    pub nots: Phrases<()>,
    /// What leads to a plan, a case or an example, and words with these that do not.
    pub heads: Phrases<Head>,
    /// What makes a verb behind it only possible, and words with these that do not.
    pub possible: Phrases<bool>,
    /// What says of a verb before it that it is not so.
    pub falses: Phrases<()>,
    /// The words with which any of `says`, `laws` and `parts` begins.
    pub begins: Begins,
    /// What may stand between `quy định chi tiết` and its document.
    pub few: FxHashSet<u64>,
    /// What stands between `có hiệu lực` and the day.
    pub since: FxHashSet<u64>,
    /// What leads to the day from which on something holds.
    pub holds: FxHashSet<u64>,
    /// What stands before a day that is that of something else: `hồ sơ nộp từ ngày …`.
    pub happens: FxHashSet<u64>,
    /// What stands between the first day and the last.
    pub until: FxHashSet<u64>,
    /// What stands in a plain statement of a document.
    pub plain: FxHashSet<u64>,
    /// What begins the title of a document behind its number.
    pub titles: FxHashSet<u64>,
    /// What stands before `thực hiện` where a title says what a document is made for.
    pub purpose: FxHashSet<u64>,
    pub title: Titles,
    pub join: Joins,
}

/// The words in and around the titles of documents.
pub(super) struct Titles {
    /// No title begins with these.
    pub unfirst: FxHashSet<u64>,
    /// These end one,
    pub ends: Phrases<()>,
    /// but not in these pairs.
    pub inside: Phrases<()>,
    /// These lead to one in small letters.
    pub leads: FxHashSet<u64>,
    /// With these one goes on behind a comma.
    pub comma: Phrases<()>,
    /// With these one goes on behind `và`, with others only where its number or day follows.
    pub joined: Phrases<()>,
    /// With these none goes on behind `và`.
    pub apart: Phrases<()>,
    /// These stand before the words of a type that are none.
    pub before: FxHashSet<u64>,
    /// These stand between `sửa đổi` and the law in the title of one that amends.
    pub whole: FxHashSet<u64>,
}

/// The words that join parts and documents, looked for at each word of a text.
pub(super) struct Joins {
    pub and: u64,
    pub to: u64,
    pub end: u64,
    pub of: u64,
    pub the: u64,
    pub at: u64,
    pub after: u64,
    /// The last word of `hiệp định`.
    pub treaty: u64,
}

impl Table {
    fn new() -> Self {
        Self {
            says: Phrases::new(),
            laws: Phrases::new(),
            things: Phrases::new(),
            parts: Phrases::new(),
            nots: Phrases::new(),
            heads: Phrases::new(),
            possible: Phrases::new(),
            falses: Phrases::new(),
            begins: Begins::default(),
            few: FxHashSet::default(),
            since: FxHashSet::default(),
            holds: FxHashSet::default(),
            happens: FxHashSet::default(),
            until: FxHashSet::default(),
            plain: FxHashSet::default(),
            titles: FxHashSet::default(),
            purpose: FxHashSet::default(),
            title: Titles {
                unfirst: FxHashSet::default(),
                ends: Phrases::new(),
                inside: Phrases::new(),
                leads: FxHashSet::default(),
                comma: Phrases::new(),
                joined: Phrases::new(),
                apart: Phrases::new(),
                before: FxHashSet::default(),
                whole: FxHashSet::default(),
            },
            join: Joins {
                and: text::key("và"),
                to: text::key("đến"),
                end: text::key("hết"),
                of: text::key("của"),
                the: text::key("các"),
                at: text::key("tại"),
                after: text::key("sau"),
                treaty: text::key("định"),
            },
        }
    }

    fn says(&mut self, line: &str, says: Says) {
        add(&mut self.says, line, says);
        self.begin(line);
    }

    fn begin(&mut self, line: &str) {
        forms(line).iter().filter_map(|form| form.first()).for_each(|word| self.begins.add(text::key(word)));
    }
}

/// Adds all forms of a line; what stands there already stays.
fn add<M: Copy>(phrases: &mut Phrases<M>, line: &str, meaning: M) {
    for form in forms(line) {
        phrases.place(form).get_or_insert(meaning);
    }
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    for line in lines(include_str!("../data/relation_rules.txt")) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [relation, way, between, phrase] = fields[..] else { continue };
        let way = match way {
            "active" => Way::Active,
            "passive" => Way::Passive,
            "behind" => Way::Behind,
            "first" => Way::First,
            "with" => Way::With,
            _ => Way::Shield,
        };
        let between = match between {
            "few" => Between::Few,
            "next" => Between::Next,
            "beside" => Between::Beside,
            _ => Between::Any,
        };
        table.says(phrase, Says::Rule(Rule { relation: Relation::named(relation), way, between }));
    }
    for (kind, phrase) in lines(include_str!("../data/relation_words.txt")).filter_map(|line| line.split_once('\t')) {
        match kind {
            "this" => table.says(phrase, Says::This),
            "agent" => table.says(phrase, Says::Agent),
            "force" => table.says(phrase, Says::Force),
            "class" => table.says(phrase, Says::Class),
            "law" => {
                add(&mut table.laws, phrase, ());
                table.begin(phrase);
            }
            "part" => {
                add(&mut table.parts, phrase, ());
                table.begin(phrase);
            }
            "thing" => add(&mut table.things, phrase, ()),
            "not" => add(&mut table.nots, phrase, ()),
            "head" => add(&mut table.heads, phrase, Head::Plan),
            "example" => add(&mut table.heads, phrase, Head::Example),
            "case" => add(&mut table.heads, phrase, Head::Case),
            "nohead" => add(&mut table.heads, phrase, Head::None),
            "may" | "nomay" => add(&mut table.possible, phrase, kind == "may"),
            "false" => add(&mut table.falses, phrase, ()),
            "ends" => add(&mut table.title.ends, phrase, ()),
            "apart" => add(&mut table.title.apart, phrase, ()),
            "inside" => add(&mut table.title.inside, phrase, ()),
            "joined" => add(&mut table.title.joined, phrase, ()),
            "comma" => add(&mut table.title.comma, phrase, ()),
            _ => {
                let set = match kind {
                    "since" => &mut table.since,
                    "until" => &mut table.until,
                    "holds" => &mut table.holds,
                    "happens" => &mut table.happens,
                    "purpose" => &mut table.purpose,
                    "plain" => &mut table.plain,
                    "title" => &mut table.titles,
                    "unfirst" => &mut table.title.unfirst,
                    "leads" => &mut table.title.leads,
                    "before" => &mut table.title.before,
                    "whole" => &mut table.title.whole,
                    _ => &mut table.few,
                };
                set.extend(forms(phrase).into_iter().flatten().map(text::key));
            }
        }
    }
    table
});
