//! Each weight of ranking, changed by itself, to what changes with it: a use of it that is lost or altered shows here.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::page::{PAGE, golden};
use super::*;
use crate::store::{Clause, Memory};

/// Queries that each weight has a part in.
const QUERIES: &[&str] = &[
    "nội quy kho xã",
    "kho nghỉ mấy ngày",
    "noi quy kho cua xa",
    "nội quy kho cua xa",
    "nội quy kho là gì",
    "nội quy kho của xã là gì",
    "khó nghỉ",
    "quyết định 12/2020/QĐ-UBND",
    "12/QĐ-UBND",
    "12/KH-UBND kho",
    "kế hoạch số 12/KH-UBND",
    "kế hoạch 14/KH-UBND",
    "kế hoạch 12 kho",
    "12",
    "Lê Văn Bình",
    "le van binh",
    "Văn Bình công đoàn",
    "Lê Văn Bính đại hội",
    "Nguyễn Lê Văn Bình",
    "ông Bình",
    "ông Bình hội nghị",
    "bà Hoa thư ký",
    "Trần Hoa",
    "công đoàn Hoa Lư",
    "đại hội lần thứ 8",
    "đại hội công đoàn tỉnh 1960",
    "1960",
    "tháng 3/1960",
    "ngày 26/3/1960 dự lễ",
    "ngày 27/3/1960",
    "ngày:1960",
    "ngày:1960 công đoàn",
    "từ 1958 đến 1962 công đoàn",
    "từ 1963 đến 1970",
    "trước năm 1945",
    "trước năm 1950 vào Đảng",
    "ngày 5/3/2020",
    "thế kỷ 20",
    "ngày 5/6/1500 Hoa Lư",
    "liên đoàn lao động tỉnh",
    "LĐLĐ huyện",
    "sát nhập",
    "ai là chủ tịch công đoàn xã",
    "ai là chủ tịch công đoàn tỉnh",
    "ai là thư ký công đoàn tỉnh",
    "theo Luật Lưu trữ, ai giữ kho",
    "giữ kho bao nhiêu tháng",
    "Điều 5 kho",
    "khoản 1 Điều 2 Kế hoạch 14/KH-UBND",
];

/// Queries in order of time.
const BY_DATE: [&str; 1] = ["kho xã"];

/// What is asked.
fn requests(weights: Weights) -> impl Iterator<Item = Request> {
    let ranked = QUERIES.iter().map(move |query| Request { weights, ..Request::new(*query) });
    let by_date = move |query: &&str| Request { weights, sort: Sort::Date, ..Request::new(*query) };
    ranked.chain(BY_DATE.iter().map(by_date))
}

/// What a query comes to: what finds candidates, and the scores of its hits, added up each with its place.
fn outcome(memory: &Memory, weights: Weights) -> Result<Vec<(f32, f32)>> {
    let each = requests(weights).map(|request| {
        let (mut written, facts) = (query::parse(&request.query), Facts::of(memory));
        written.items.extend(request.filters());
        let understood = query::understand(&written, (None, None), &facts, request.matching, &weights)?;
        let found: f32 = understood.plan.iter().flat_map(clauses).map(weight_of).sum();
        let answer =
            answered(memory, &request, understood, facts.averages(), (&Ahead::of(&facts), direct::Wanted::NOTHING))?;
        let scores = answer.hits.iter().map(|hit| hit.score / hit.rank as f32);
        Ok((found, scores.sum()))
    });
    each.collect()
}

/// What finds candidates.
fn clauses(plan: &query::Plan) -> impl Iterator<Item = &Clause> {
    let rare = plan.rare.iter().flat_map(|rare| [&rare.any, &rare.scored]);
    rare.chain(&plan.by_words).chain(&plan.wider)
}

/// All weights in a clause, added up.
fn weight_of(clause: &Clause) -> f32 {
    match clause {
        Clause::All(parts) | Clause::Any(parts) | Clause::Best(parts) => parts.iter().map(weight_of).sum(),
        Clause::Not(part) | Clause::Maybe(part) => weight_of(part),
        Clause::Weighted(part, weight) | Clause::Constant(part, weight) => weight + weight_of(part),
        _ => 0.0,
    }
}

/// The places of all numbers in the weights, as paths.
fn places(weights: &Value, path: &str, found: &mut Vec<String>) {
    match weights {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, &format!("{path}/{name}"), found))
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| places(value, &format!("{path}/{at}"), found));
        }
        _ => found.push(path.to_owned()),
    }
}

#[test]
fn every_weight_counts_as_it_did() -> Result<()> {
    let memory = Memory::of(PAGE);
    let usual = outcome(&memory, Weights::default())?;
    let mut text = "# query: what finds candidates, scores\n".to_owned();
    let queries = || QUERIES.iter().chain(&BY_DATE);
    for (query, (found, scored)) in queries().zip(&usual) {
        let _ = writeln!(text, "{query}: {found:.2} {scored:.2}");
    }
    let default = serde_json::to_value(Weights::default()).expect("they are numbers");
    let mut paths = Vec::new();
    places(&default, "", &mut paths);
    let mut idle = Vec::new();
    for path in paths.iter().filter(|path| !path.starts_with("/limits")) {
        let usual_value = default.pointer(path).and_then(Value::as_f64).expect("it is a number");
        let mut is_idle = true;
        // what is capped shows only where it is lowered, what is a bound only where it is far from where it was
        for value in [1.5 * usual_value + 0.01, 0.5 * usual_value, usual_value + 0.4] {
            let mut changed = default.clone();
            *changed.pointer_mut(path).expect("it was found there") = json!(value);
            let weights = serde_json::from_value(changed).expect("they were weights");
            let _ = writeln!(text, "{} {usual_value:.2} -> {value:.2}", path.trim_start_matches('/'));
            for ((query, usual), now) in queries().zip(&usual).zip(outcome(&memory, weights)?) {
                let (found, scored) = (now.0 - usual.0, now.1 - usual.1);
                if found.abs() > 0.005 || scored.abs() > 0.005 {
                    is_idle = false;
                    let _ = writeln!(text, "  {query}: {found:+.2} {scored:+.2}");
                }
            }
            if !is_idle {
                break;
            }
        }
        if is_idle {
            idle.push(path);
        }
    }
    golden("weights.txt", &text);
    assert!(idle.is_empty(), "give these a query that they have a part in: {idle:?}");
    Ok(())
}

#[test]
fn a_word_is_half_typed_below_its_share() -> Result<()> {
    // one in five is written without marks
    let memory = Memory::of(&[("Chợ", &["Cua đồng.", "Của kho.", "Của nhà.", "Của chợ.", "Của xã."])]);
    for (half_typed, expected) in [(0.0, false), (0.2, false), (0.21, true)] {
        let weights = Weights { half_typed, ..Weights::default() };
        let (written, facts) = (query::parse("chợ cua"), Facts::of(&memory));
        let understood = query::understand(&written, (None, None), &facts, Matching::Folded, &weights)?;
        let evidence = understood.plan.map(|plan| plan.evidence).unwrap_or_default();
        let is_fuller = |found: &query::Evidence| matches!(found.kind, query::TermKind::Fuller(_));
        assert_eq!(evidence.iter().any(is_fuller), expected, "{half_typed}");
    }
    Ok(())
}

#[test]
fn letters_of_a_title_count_as_a_name_that_is_spelled() -> Result<()> {
    // nobody bears the name: the letters may be those of other words
    let memory = Memory::of(&[("Bà Phan Thị Mơ", &["Bà Mơ dự họp.", "Nội dung khác."])]);
    let mentions = |spelled: f32| {
        let weights = Weights { spelled, ..Weights::default() };
        let request = Request { weights, ..Request::new("Phan Thi Mo") };
        let facts = Facts::of(&memory);
        let understood =
            query::understand(&query::parse(&request.query), (None, None), &facts, request.matching, &weights)?;
        let answer =
            answered(&memory, &request, understood, facts.averages(), (&Ahead::of(&facts), direct::Wanted::NOTHING))?;
        Ok(answer.hits.iter().map(|hit| hit.parts.mentions).collect::<Vec<f32>>())
    };
    let (once, twice) = (mentions(0.25)?, mentions(0.5)?);
    assert!(once.len() == 2 && once.iter().all(|mentions| *mentions > 0.0), "{once:?}");
    assert_eq!(twice, once.iter().map(|mentions| 2.0 * mentions).collect::<Vec<f32>>());
    Ok(())
}
