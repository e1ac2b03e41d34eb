//! Lines of a file of queries to queries: JSON Lines or plain text, for batches and for measuring.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::measure::{GoldQuery, Relevant};
use crate::query::{Notice, Weights};

/// One query of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchLine {
    /// Its id as it came, else the number of its line.
    pub id: Value,
    /// The query.
    pub query: String,
    /// What was odd about the line.
    pub notice: Option<Notice>,
}

#[derive(Deserialize)]
struct BatchFields {
    id: Option<Value>,
    query: String,
}

/// Reads the line of this number, from 1; a line that is no such object is a query itself.
pub fn batch_line(number: usize, line: &str) -> BatchLine {
    let line = line.trim_start_matches('\u{FEFF}').trim();
    if !line.starts_with('{') {
        return BatchLine { id: number.into(), query: line.to_owned(), notice: None };
    }
    match serde_json::from_str::<BatchFields>(line) {
        Ok(fields) => BatchLine { id: fields.id.unwrap_or_else(|| number.into()), query: fields.query, notice: None },
        Err(error) => {
            let notice = Notice::OddLine { number, error: error.to_string() };
            BatchLine { id: number.into(), query: line.to_owned(), notice: Some(notice) }
        }
    }
}

/// Reads a line of a file of gold queries.
///
/// # Errors
/// What of it is not as it should be, as half a sentence.
pub fn gold_query(line: &str) -> Result<GoldQuery, String> {
    let gold: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let said = |error: serde_json::Error| error.to_string();
    if gold.get("evidence").is_none() {
        Graded::deserialize(&gold).map_err(said)?;
    }
    GoldQuery::deserialize(gold).map_err(said)
}

/// What a line has to hold that names no lines of evidence.
#[derive(Deserialize)]
struct Graded {
    #[serde(rename = "relevant")]
    _relevant: Vec<Relevant>,
}

/// Reads weights of ranking; those that are left out are the usual ones.
///
/// # Errors
/// What of them is not as it should be.
pub fn weights(text: &str) -> Result<Weights, OddWeights> {
    let said = |error: serde_json::Error| OddWeights::Said(error.to_string());
    let named: Map<String, Value> = serde_json::from_str(text).map_err(said)?;
    match first_odd(named.clone()) {
        Some(odd) => Err(odd),
        None => Weights::deserialize(Value::from(named)).map_err(said),
    }
}

/// The first weight that is none of ours, or no number from 0 on.
fn first_odd(weights: Map<String, Value>) -> Option<OddWeights> {
    let is_weight = |value: &Value| value.as_f64().is_some_and(|weight| weight >= 0.0);
    weights.into_iter().find_map(|(name, value)| {
        let is_read = |value: Value| Weights::deserialize(Value::from(Map::from_iter([(name.clone(), value)]))).is_ok();
        match (is_read(1.into()), is_read(Value::from(Map::new()))) {
            (true, _) => (!is_weight(&value)).then_some(OddWeights::NoNumber(name)),
            (false, true) => None,
            (false, false) => Some(OddWeights::Unknown(name)),
        }
    })
}

/// What of weights is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OddWeights {
    /// There is no weight of this name.
    Unknown(String),
    /// The weight of this name is no number from 0 on.
    NoNumber(String),
    /// As its reader says.
    Said(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_reads_json_and_plain_lines() {
        let check = |line: &str, id: Value, query: &str, notices: usize| {
            let read = batch_line(7, line);
            assert_eq!((&read.id, &*read.query), (&id, query), "{line}");
            assert_eq!(usize::from(read.notice.is_some()), notices, "{line}: {:?}", read.notice);
        };
        check(r#"{"id": "q1", "query": "công đoàn"}"#, "q1".into(), "công đoàn", 0);
        check(r#"{"id": 12, "query": "a", "kind": "x"}"#, 12.into(), "a", 0);
        check("\u{FEFF}{\"query\": \"a\"}\r", 7.into(), "a", 0);
        check("công đoàn\r", 7.into(), "công đoàn", 0);
        check("", 7.into(), "", 0);
        check("12", 7.into(), "12", 0);
        check("{công đoàn", 7.into(), "{công đoàn", 1);
        check(r#"{"id": 1}"#, 7.into(), r#"{"id": 1}"#, 1);
    }

    #[test]
    fn gold_is_read_in_both_forms() {
        let document =
            gold_query(r#"{"id": "1", "query": "a", "relevant": ["x", {"id": "y", "grade": 2}]}"#).expect("read");
        let grades: Vec<u32> = document.relevant.iter().map(Relevant::grade).collect();
        assert_eq!((grades, &*document.kind), (vec![1, 2], ""));
        let line = r#"{"query": "a", "kind": "person", "relevant": [{"file": "f.txt", "line": 3, "grade": 2}]}"#;
        let expected = Relevant::Line { file: "f.txt".to_owned(), line: 3, grade: 2 };
        assert_eq!(gold_query(line).expect("read").relevant, [expected]);
        let line = r#"{"question": "a", "relation": "replaces", "numbers": ["1/2020/NĐ-CP"], "evidence": ["f.txt:3"]}"#;
        let direct = gold_query(line).expect("read");
        assert_eq!((&*direct.query, &*direct.kind, direct.evidence.len()), ("a", "replaces", 1));
        assert!(gold_query(r#"{"query": "a"}"#).is_err());
        assert!(gold_query("công đoàn").is_err());
    }

    #[test]
    fn odd_weights_are_named() {
        let check = |text: &str, expected: OddWeights| assert_eq!(weights(text).err(), Some(expected), "{text}");
        check("{\"k1\": 0.7, \"k9\": 1}", OddWeights::Unknown("k9".to_owned()));
        check("{\"k1\": \"a\"}", OddWeights::NoNumber("k1".to_owned()));
        check("{\"k1\": -1}", OddWeights::NoNumber("k1".to_owned()));
        assert!(matches!(weights("[]"), Err(OddWeights::Said(_))));
        assert!(matches!(weights("{\"k1\""), Err(OddWeights::Said(_))));
        assert!(weights("{\"k1\": 0.7}").is_ok());
    }
}
