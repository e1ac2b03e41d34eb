//! Each limit of ranking, changed by itself, to what changes with it: a use of it that is lost or altered shows here.
//!
//! A page of documents is far below the usual limits, so that all are tight here.

use std::fmt::Write as _;

use serde_json::json;

use super::page::{PAGE, golden};
use super::*;
use crate::query::Limits;
use crate::store::Memory;

/// Limits that cut.
fn tight() -> Limits {
    Limits {
        finding_words: 3,
        rare: 2,
        common: 1,
        together_words: 4,
        together_rarest: 1,
        together_looked_at: 3,
        together: 3,
        explaining: 1,
        enough_together: 2,
        candidates_a_word: 2,
        least_candidates: 5,
        few_a_word: 1,
        least_few: 3,
        most_candidates: 7,
        most_with_phrases: 4,
        too_few: 4,
        gathered: 6,
        ranked: 6,
        reach: 1,
        closely: 4,
        read: 3,
        near: 2,
        around_answer: 3,
    }
}

/// What is tight for one limit hides what another cuts.
fn around(name: &str) -> Limits {
    match name {
        "explaining" => {
            Limits { together_looked_at: 100, candidates_a_word: 1, least_candidates: 1, gathered: 1, ..tight() }
        }
        _ => tight(),
    }
}

/// Queries that each limit has a part in.
const QUERIES: &[&str] = &[
    "kho",
    "kho xã",
    "nội quy kho xã",
    "nội quy kho của xã Hoa Lư",
    "kho nghỉ mấy ngày",
    "kho mở cửa từ giờ thủ giữ chìa khóa trong tháng",
    "khó nghỉ",
    "\"nội quy\" kho",
    "\"kho\" xã giữ",
    "đại hội công đoàn tỉnh 1960",
    "công đoàn tỉnh",
    "Lê Văn Bình công đoàn",
    "12/2020/QĐ-UBND kho",
    "ai giữ kho",
    "kho là gì",
    "nghỉ là gì",
    "xã là gì",
    "nội quy kho là gì",
    "giữ kho bao nhiêu tháng",
    "mở cửa chìa khóa mấy giờ",
    "ông Bình kho",
    "năm 1925 kho",
    "công đoàn",
    "Hoa Lư",
    "\"Hoa Lư\" xã",
    "\"công đoàn\"",
    "khoản 1 Điều 2 Kế hoạch 14/KH-UBND",
];

/// What a query comes to: how it is planned, how many passages are ranked, and their scores, added up each with its
/// place.
#[derive(Debug, PartialEq)]
struct Outcome {
    planned: String,
    total: usize,
    scores: f32,
}

fn outcomes(snapshot: &dyn Snapshot, limits: Limits) -> Result<Vec<Outcome>> {
    let weights = Weights { limits, ..Weights::default() };
    let requests = QUERIES.iter().flat_map(|query| {
        let request = Request { weights, ..Request::new(*query) }.limit(2);
        [request.clone(), request.per_document(true)]
    });
    let each = requests.map(|request| {
        let (written, facts) = (query::parse(&request.query), Facts::of(snapshot));
        let understood = query::understand(&written, (None, None), &facts, request.matching, &weights)?;
        let planned = understood.plan.as_ref().map_or(String::new(), |plan| {
            let scored = plan.rare.as_ref().map_or(0, |rare| parts(&rare.scored));
            let words = plan.by_words.as_ref().map_or(0, parts);
            let together =
                plan.together.as_ref().map_or("", |together| if together.drawn { ", drawn" } else { ", all" });
            let explaining = if plan.explaining.is_some() { ", what explains" } else { "" };
            format!("{scored} and {words} clauses{together}{explaining}")
        });
        let answer =
            answered(snapshot, &request, understood, facts.averages(), (&Ahead::of(&facts), direct::Wanted::NOTHING))?;
        let scores = answer.hits.iter().map(|hit| hit.score / hit.rank as f32).sum();
        Ok(Outcome { planned, total: answer.total, scores })
    });
    each.collect()
}

/// How many parts a clause has that are none themselves.
fn parts(clause: &crate::store::Clause) -> usize {
    use crate::store::Clause;
    match clause {
        Clause::All(inner) | Clause::Any(inner) | Clause::Best(inner) => inner.iter().map(parts).sum(),
        Clause::Not(inner) | Clause::Maybe(inner) | Clause::Weighted(inner, _) => parts(inner),
        _ => 1,
    }
}

#[test]
fn every_limit_cuts_as_it_did() -> Result<()> {
    let memory = Memory::of(PAGE);
    let usual = outcomes(&memory, tight())?;
    let mut text =
        "# query: how it is planned, passages, scores; then the same of the best of each document\n".to_owned();
    let shown = |Outcome { planned, total, scores }: &Outcome| format!("{planned}, {total}, {scores:.2}");
    for (at, outcome) in usual.iter().enumerate() {
        let _ = writeln!(text, "{}: {}", QUERIES[at / 2], shown(outcome));
    }
    let usual_limits = serde_json::to_value(tight()).expect("they are numbers");
    let mut idle = Vec::new();
    for (name, value) in usual_limits.as_object().expect("it has fields") {
        let value = value.as_u64().expect("it is a number");
        let mut is_idle = true;
        let around = around(name);
        let usual = if around == tight() { &usual } else { &outcomes(&memory, around)? };
        for changed in [value + 1, 1, 1000, 0] {
            let mut limits = serde_json::to_value(around).expect("they are numbers");
            limits[name] = json!(changed);
            let limits: Limits = serde_json::from_value(limits).expect("they were limits");
            let now = outcomes(&memory, limits)?;
            let _ = writeln!(text, "{name} {value} -> {changed}");
            for (at, outcome) in now.iter().enumerate().filter(|(at, outcome)| **outcome != usual[*at]) {
                is_idle = false;
                let _ = writeln!(text, "  {}: {}", QUERIES[at / 2], shown(outcome));
            }
            if !is_idle {
                let far = Far::of(&memory);
                assert_eq!(outcomes(&far, limits)?, now, "{name} {changed}: far");
                let rounds = far.rounds();
                let asked = |round| rounds.iter().filter(|other| **other == round).count();
                // what is read of what was found comes at once
                assert!(asked(Round::Hits) <= asked(Round::Candidates) + asked(Round::Ahead), "{name} {changed}");
                break;
            }
        }
        if is_idle {
            idle.push(name);
        }
    }
    golden("limits.txt", &text);
    assert!(idle.is_empty(), "give these a query that they have a part in: {idle:?}");
    Ok(())
}
