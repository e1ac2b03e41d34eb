//! What is known of a candidate, changed by one thing at a time, to its score: each rule of ranking has a row here.
//!
//! The query has two words and their pair; the candidate is as long as the average.

use std::fmt::Write as _;

use super::page::golden;
use super::*;
use crate::mention::number::Fit;
use crate::query::{NameFit, Plan, PlannedDate, PlannedName, PlannedPair, PlannedWord};
use crate::search::facts::{Bearers, Facts, Numbered, Times, WordTimes};
use crate::search::score::{ScoreBreakdown, score};
use crate::store::{Interval, Lengths};

/// What is looked for otherwise, and what is known otherwise.
type Row = (&'static str, fn(&mut Plan), fn(&mut Facts<'_>));

const ROWS: &[Row] = &[
    ("nothing", same, known),
    ("a word", same, first),
    ("a word twice", same, |facts| facts.words[0] = typed(2.0, 0.0)),
    ("a word with other marks", same, |facts| facts.words[0].any = times(1.0, 1.0)),
    ("a word spelled in full", same, |facts| {
        facts.words[0].any = times(1.0, 1.0);
        facts.words[0].fuller = times(1.0, 1.0);
    }),
    ("marks that the folded form does not know of", same, |facts| facts.words[0].typed = times(1.0, 1.0)),
    ("a word in a passage of twice the length", same, |facts| {
        first(facts);
        facts.lengths.body = 200;
    }),
    ("a stop word", |plan| plan.words[0].stop = true, first),
    ("a word of the law that is asked of", |plan| plan.words[0].source = true, first),
    ("a word of a date", |plan| plan.words[0].dated = true, first),
    ("a word with a capital", |plan| plan.words[0].named = true, first),
    ("without a word with a capital", |plan| plan.words[1].named = true, first),
    ("a word around it", same, |facts| facts.words[0] = typed(0.0, 2.0)),
    ("a word around it, where much is", same, |facts| {
        facts.words[0] = typed(0.0, 2.0);
        facts.length_around = 2000;
    }),
    ("a word of a date around it", |plan| plan.words[0].dated = true, |facts| facts.words[0] = typed(0.0, 2.0)),
    ("a word in a heading", same, |facts| facts.words[0].heading = 1.0),
    (
        "a word in a heading, common in headings",
        |plan| plan.words[0].heading_idf = 0.5,
        |facts| {
            facts.words[0].heading = 1.0;
        },
    ),
    ("a word in a long heading", same, |facts| {
        facts.words[0].heading = 1.0;
        facts.lengths.context = 20;
    }),
    ("a word in a heading and in the passage", same, |facts| {
        first(facts);
        facts.words[0].heading = 1.0;
    }),
    ("a word with a capital in a heading", |plan| plan.words[0].named = true, |facts| facts.words[0].heading = 1.0),
    ("both words", same, both),
    ("both side by side", same, pair),
    ("both side by side, and around it", same, |facts| {
        pair(facts);
        facts.pairs[0].around = 3.0;
    }),
    ("both in a heading", same, |facts| facts.words.iter_mut().for_each(|word| word.heading = 1.0)),
    ("a pair of a law that is asked of", |plan| plan.pairs[0].source = true, pair),
    (
        "a pair of a date",
        |plan| plan.pairs[0].dated = true,
        |facts| {
            pair(facts);
            facts.pairs[0].around = 3.0;
        },
    ),
    ("a pair of a name", |plan| plan.pairs[0].named = true, pair),
    ("an ordinal", |plan| plan.pairs[0].ordinal = true, pair),
    ("an ordinal in parts", |plan| plan.pairs[0].ordinal = true, both),
    (
        "an ordinal in a heading",
        |plan| plan.pairs[0].ordinal = true,
        |facts| {
            facts.words.iter_mut().for_each(|word| word.heading = 1.0);
        },
    ),
    ("an address", |plan| plan.pairs[0].address = true, pair),
    ("an address in parts", |plan| plan.pairs[0].address = true, both),
    ("a symbol", |plan| plan.symbols.push(5.0), |facts| facts.symbols.push(1.0)),
    (
        "another form of a word",
        |plan| plan.words[0].alternatives = other(plan, false),
        |facts| {
            facts.alternatives.push(times(1.0, 1.0));
        },
    ),
    (
        "the same as a word",
        |plan| plan.words[0].alternatives = other(plan, true),
        |facts| {
            facts.alternatives.push(times(1.0, 1.0));
        },
    ),
    (
        "another form of a pair",
        |plan| plan.pairs[0].alternatives = other(plan, false),
        |facts| {
            facts.alternatives.push(times(1.0, 1.0));
        },
    ),
    ("a number by its digits", number, |facts| numbered(facts, Fit::Bare, false)),
    ("a number in part", number, |facts| numbered(facts, Fit::Part, false)),
    ("a number", number, |facts| numbered(facts, Fit::Same, false)),
    ("a number that it issues", number, |facts| numbered(facts, Fit::Same, true)),
    ("a number twice", number, |facts| {
        numbered(facts, Fit::Same, false);
        facts.numbers[0].push(Numbered { fit: Fit::Bare, issues: true });
    }),
    ("a number that it lacks", number, |facts| facts.numbers.push(Vec::new())),
    ("a longer name", person, |facts| named(facts, NameFit::Longer)),
    ("a name with a slip", person, |facts| named(facts, NameFit::Slip)),
    ("the end of a name", person, |facts| named(facts, NameFit::Ending)),
    ("a given name", person, |facts| named(facts, NameFit::Given)),
    ("a shorter name", person, |facts| named(facts, NameFit::Short)),
    ("a name", person, |facts| named(facts, NameFit::Same)),
    ("a name that it lacks", person, |facts| facts.people.push(somebody())),
    ("the letters of a name", person, |facts| {
        pair(facts);
        facts.people.push(somebody());
    }),
    ("the letters of a name apart", person, |facts| {
        both(facts);
        facts.people.push(somebody());
    }),
    ("the letters of a name with other marks", person, |facts| {
        pair(facts);
        facts.words[0].typed = Times::default();
        facts.people.push(somebody());
    }),
    ("the letters of a name that nobody bears", person, |facts| {
        pair(facts);
        facts.people.push(Bearers::default());
    }),
    (
        "the letters of a name of one word",
        |plan| {
            person(plan);
            plan.people[0].pairs.clear();
        },
        |facts| {
            pair(facts);
            facts.people.push(somebody());
        },
    ),
    ("a name in a heading", person, |facts| titled(facts, 10, somebody())),
    ("a name in a heading of the most words", person, |facts| titled(facts, 12, somebody())),
    ("a name in a longer heading", person, |facts| titled(facts, 13, somebody())),
    ("a name in a longer heading, of somebody around it", person, |facts| {
        titled(facts, 13, Bearers { around: true, ..somebody() });
    }),
    ("half a name in a heading", person, |facts| {
        facts.words[0].heading = 1.0;
        facts.people.push(somebody());
    }),
    (
        "a name with marks in a heading, that nobody bears",
        |plan| {
            person(plan);
            plan.people[0].marked = true;
        },
        |facts| titled(facts, 10, Bearers::default()),
    ),
    ("letters of a heading, that nobody bears", person, |facts| titled(facts, 10, Bearers::default())),
    ("a time", |plan| date(plan, Some(0)), dated),
    (
        "a time alone",
        |plan| {
            date(plan, Some(0));
            plan.only_named = true;
        },
        dated,
    ),
    (
        "a time in passing",
        |plan| date(plan, Some(0)),
        |facts| {
            dated(facts);
            facts.intervals[0].aside = true;
        },
    ),
    ("a time that is demanded", |plan| date(plan, None), dated),
    (
        "a time that is demanded, and nothing else",
        |plan| {
            date(plan, None);
            plan.words.clear();
            plan.pairs.clear();
        },
        |facts| {
            dated(facts);
            facts.words.clear();
            facts.pairs.clear();
        },
    ),
    ("another time", |plan| date(plan, Some(0)), |facts| facts.intervals.push(interval(900, 910))),
    ("words near each other", |plan| plan.neighbors.push((0, 1)), |facts| facts.near.push(1.0)),
    (
        "words near each other in a longer passage",
        |plan| plan.neighbors.push((0, 1)),
        |facts| {
            facts.near.push(1.0);
            facts.lengths.body = 200;
        },
    ),
    ("an answer", same, |facts| facts.answered = 0.5),
    ("an answer beside a stop word", |plan| plan.words[0].stop = true, |facts| facts.answered = 0.5),
    ("an answer beside a law that is asked of", |plan| plan.words[0].source = true, |facts| facts.answered = 0.5),
    ("filler", same, |facts| {
        pair(facts);
        facts.is_filler = true;
    }),
];

#[test]
fn scores_are_as_they_were() {
    let mut text = String::new();
    for (what, plan_so, know) in ROWS {
        let mut plan = plan();
        plan_so(&mut plan);
        let mut facts = facts(&plan);
        know(&mut facts);
        let _ = writeln!(text, "{what}: {}", shown(&score(&facts, &Weights::default())));
    }
    golden("scores.txt", &text);
}

#[test]
fn what_is_raised_stands_above_the_best() {
    let plan = plan();
    for (best, expected) in [(0.0, 1.6), (1.0, 1.6), (5.0, 5.6)] {
        let mut parts = ScoreBreakdown { score: 1.0, ..ScoreBreakdown::default() };
        parts.raise(&plan, best, 0.1);
        assert_eq!((parts.score, parts.answer), (expected, expected - 1.0), "{best}");
    }
}

fn plan() -> Plan {
    let word = |idf, heading_idf| PlannedWord { heading_idf, ..PlannedWord::new(idf, false, 0.5) };
    let pair = PlannedPair { words: (0, 1), idf: 3.0, ..PlannedPair::default() };
    Plan { words: vec![word(2.0, 3.0), word(4.0, 1.0)], pairs: vec![pair], ..Plan::default() }
}

fn facts(plan: &Plan) -> Facts<'_> {
    Facts {
        plan,
        averages: Averages { body: 100.0, context: 10.0, around: 1000.0 },
        lengths: Lengths { body: 100, context: 10 },
        length_around: 1000,
        words: vec![WordTimes::default(); plan.words.len()],
        pairs: vec![Times::default(); plan.pairs.len()],
        symbols: Vec::new(),
        alternatives: Vec::new(),
        numbers: Vec::new(),
        people: Vec::new(),
        intervals: Vec::new(),
        near: Vec::new(),
        answered: 0.0,
        is_filler: false,
    }
}

fn shown(parts: &ScoreBreakdown) -> String {
    let ScoreBreakdown { words, pairs, context, near, document, mentions, answer, coverage, score, .. } = parts;
    let each = [
        ("words", words),
        ("pairs", pairs),
        ("context", context),
        ("near", near),
        ("document", document),
        ("mentions", mentions),
        ("answer", answer),
    ];
    let each = each.iter().filter(|(_, part)| **part != 0.0).map(|(name, part)| format!("{name} {part:.4}, "));
    format!("{}coverage {coverage:.4}, score {score:.4}", each.collect::<String>())
}

fn same(_: &mut Plan) {}

fn known(_: &mut Facts<'_>) {}

fn times(own: f32, around: f32) -> Times {
    Times { own, around }
}

fn typed(own: f32, around: f32) -> WordTimes {
    WordTimes { typed: times(own, around), any: times(own, around), ..WordTimes::default() }
}

fn first(facts: &mut Facts<'_>) {
    facts.words[0] = typed(1.0, 1.0);
}

fn both(facts: &mut Facts<'_>) {
    facts.words = vec![typed(1.0, 1.0); 2];
}

fn pair(facts: &mut Facts<'_>) {
    both(facts);
    facts.pairs[0] = times(1.0, 1.0);
}

fn other(plan: &mut Plan, same: bool) -> Vec<usize> {
    let (typed, form, words) = ("xã".to_owned(), "x".to_owned(), vec!["x".to_owned()]);
    plan.alternatives.push(Alternative { typed, form, words, same });
    vec![0]
}

fn number(plan: &mut Plan) {
    plan.numbers.push(PlannedName { words: vec![0], rarity: 10.0, ..PlannedName::default() });
}

fn numbered(facts: &mut Facts<'_>, fit: Fit, issues: bool) {
    facts.numbers.push(vec![Numbered { fit, issues }]);
}

fn person(plan: &mut Plan) {
    plan.people.push(PlannedName { words: vec![0, 1], pairs: vec![0], rarity: 10.0, marked: false });
}

fn somebody() -> Bearers {
    Bearers { known: true, ..Bearers::default() }
}

fn named(facts: &mut Facts<'_>, fit: NameFit) {
    facts.people.push(Bearers { named: vec![fit], ..somebody() });
}

fn titled(facts: &mut Facts<'_>, length: u32, bearers: Bearers) {
    facts.lengths.context = length;
    facts.words.iter_mut().for_each(|word| word.heading = 1.0);
    facts.people.push(bearers);
}

fn interval(from: u32, to: u32) -> Interval {
    Interval { from, to, valid: true, aside: false, yearly: false, bound: None }
}

fn date(plan: &mut Plan, at: Option<usize>) {
    plan.dates.push(PlannedDate { interval: interval(100, 110), at, rarity: 6.0 });
}

fn dated(facts: &mut Facts<'_>) {
    facts.intervals.push(interval(100, 110));
}
