//! The tables of words -> what they say of documents, compiled once a process.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::mention::Relation;
use super::phrases::Phrases;
use crate::mention::words;

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

/// All that words say of documents.
pub(super) struct Table {
    pub says: Phrases<Says>,
    pub laws: Phrases<()>,
    pub things: Phrases<()>,
    pub parts: Phrases<()>,
    pub nots: Phrases<()>,
    /// What may stand between `quy định chi tiết` and its document.
    pub few: FxHashSet<u64>,
    pub join: Joins,
}

/// The words that join parts and documents, looked for at each word of a text.
pub(super) struct Joins {
    pub and: u64,
    pub to: u64,
    pub of: u64,
    pub the: u64,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        says: Phrases::new(),
        laws: Phrases::new(),
        things: Phrases::new(),
        parts: Phrases::new(),
        nots: Phrases::new(),
        few: FxHashSet::default(),
        join: Joins {
            and: words::key("và"), to: words::key("đến"), of: words::key("của"), the: words::key("các")
        },
    };
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
            _ => Between::Any,
        };
        table.says.add(phrase, Says::Rule(Rule { relation: Relation::named(relation), way, between }));
    }
    for (kind, phrase) in lines(include_str!("../data/relation_words.txt")).filter_map(|line| line.split_once('\t')) {
        match kind {
            "this" => table.says.add(phrase, Says::This),
            "agent" => table.says.add(phrase, Says::Agent),
            "force" => table.says.add(phrase, Says::Force),
            "class" => table.says.add(phrase, Says::Class),
            "law" => table.laws.add(phrase, ()),
            "thing" => table.things.add(phrase, ()),
            "part" => table.parts.add(phrase, ()),
            "not" => table.nots.add(phrase, ()),
            _ => _ = table.few.insert(words::key(phrase)),
        }
    }
    table
});

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}
