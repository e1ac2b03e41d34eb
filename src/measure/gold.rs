//! A query whose answers are known, and the hits that it gets, to the figures of that query.

use crate::text::is_mark;
use jiff::civil::Date;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::figures::{DEPTH, Metrics, measure};
use crate::mention::Paper;
use crate::mention::number::{self, Number};
use crate::search::{Direct, Hit};

/// A query whose answers are known.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GoldQuery {
    /// The query.
    #[serde(alias = "question")]
    pub query: String,
    /// What kind of query it is; empty where the file tells none.
    #[serde(default, alias = "relation")]
    pub kind: String,
    /// What answers it; nothing if it has no answer.
    #[serde(default)]
    pub relevant: Vec<Relevant>,
    /// The numbers of documents and the days in ISO form that a direct answer must name.
    #[serde(default)]
    pub numbers: Vec<String>,
    /// Lines of which a direct answer must name one, as `document:line`; none where it is not asked for.
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// What answers a query.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Relevant {
    /// A document, named by its id alone.
    Document(String),
    /// A document with a grade.
    Graded {
        /// The document's id.
        id: String,
        /// How well it answers, from 1.
        grade: u32,
    },
    /// A line of a file.
    Line {
        /// The name of the file without its folder.
        file: String,
        /// The line in the source from 1, or 0 for any.
        line: u32,
        /// How well it answers, from 1.
        grade: u32,
    },
}

impl Relevant {
    /// How well it answers the query.
    pub fn grade(&self) -> u32 {
        match self {
            Self::Document(_) => 1,
            Self::Graded { grade, .. } | Self::Line { grade, .. } => *grade,
        }
    }
}

impl GoldQuery {
    /// Measures the hits, best first; documents count once, at their best passage, unless lines are asked for.
    pub fn measure(&self, hits: &[Hit]) -> Metrics {
        let mut relevant: Vec<&Relevant> = Vec::new();
        for answer in &self.relevant {
            if !relevant.contains(&answer) {
                relevant.push(answer);
            }
        }
        let by_line = relevant.iter().any(|answer| matches!(answer, Relevant::Line { .. }));
        let mut docs: Vec<&str> = Vec::new();
        let mut held = Vec::new();
        for hit in hits {
            let again = docs.contains(&&*hit.passage.doc);
            docs.push(&hit.passage.doc);
            // where lines are asked for every passage counts, else every document
            if by_line || !again {
                held.push((0..relevant.len()).filter(|&answer| holds(hit, relevant[answer])).collect());
            }
            if held.len() == DEPTH {
                break;
            }
        }
        let grades: Vec<u32> = relevant.iter().map(|answer| answer.grade()).collect();
        measure(&held, &grades)
    }

    /// Measures the first of the direct answers: it is right if it names all numbers and days, and a line of evidence.
    pub fn measure_direct(&self, answers: &[Direct]) -> Metrics {
        let is_right = answers.first().is_some_and(|answer| {
            let mut answer = answer.clone();
            let named: Vec<String> = (answer.papers().into_iter())
                .filter_map(|paper| if let Paper::Number(number) = paper { Some(number.canonical()) } else { None })
                .chain(answer.number.as_ref().map(Number::canonical))
                .collect();
            let since = answer.since;
            let told = answer.told.iter().filter_map(|told| told.date);
            let days: Vec<Date> = told.chain(answer.force.iter().filter_map(|told| told.date)).chain(since).collect();
            let is_named = |wanted: &String| match wanted.parse::<Date>() {
                Ok(day) => days.contains(&day),
                Err(_) => number::read(wanted).is_some_and(|number| named.contains(&number.canonical())),
            };
            let places: Vec<String> =
                answer.places_mut().map(|place| format!("{}:{}", place.doc, place.line)).collect();
            let is_told = |line: &String| {
                let ends = |place: &String| {
                    place.strip_suffix(&**line).is_some_and(|before| before.is_empty() || before.ends_with('/'))
                };
                places.iter().any(ends)
            };
            self.numbers.iter().all(is_named) && self.evidence.iter().any(is_told)
        });
        let share = if is_right { 1.0 } else { 0.0 };
        Metrics { reciprocal_rank: share, ndcg: share, recall: share, success: share }
    }

    /// The same as someone types it who leaves all diacritics out; case and signs stay.
    #[must_use]
    pub fn without_marks(self) -> Self {
        Self { query: without_marks(&self.query), ..self }
    }
}

fn holds(hit: &Hit, answer: &Relevant) -> bool {
    let passage = &hit.passage;
    match answer {
        Relevant::Document(id) | Relevant::Graded { id, .. } => *id == passage.doc,
        Relevant::Line { file, line, .. } => {
            let name = passage.doc.rsplit('/').next().unwrap_or_default();
            name == file && (*line == 0 || (passage.lines.0..=passage.lines.1).contains(line))
        }
    }
}

fn without_marks(query: &str) -> String {
    let letters = query.nfd().filter(|letter| !is_mark(*letter)).nfc();
    letters
        .map(|letter| {
            if letter == 'đ' {
                'd'
            } else if letter == 'Đ' {
                'D'
            } else {
                letter
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::{Relation, Torn};
    use crate::search::{Place, Side, Told};
    use crate::store::StoredPassage;

    fn hit(doc: &str, lines: (u32, u32)) -> Hit {
        let passage = StoredPassage { doc: doc.to_owned(), lines, ..StoredPassage::default() };
        let (parts, highlights) = Default::default();
        Hit { rank: 1, score: 1.0, parts, passage, highlights, more_in_document: 0, ended: None }
    }

    fn gold_of(query: &str) -> GoldQuery {
        let (kind, relevant, numbers, evidence) = Default::default();
        GoldQuery { query: query.to_owned(), kind, relevant, numbers, evidence }
    }

    #[test]
    fn a_direct_answer_is_right_if_it_names_all_numbers_and_a_line() {
        let place = |line| Place {
            doc: "d/a.txt".to_owned(),
            title: String::new(),
            line,
            text: String::new(),
            torn: Torn::Not,
        };
        let other = Paper::Number(number::read("12/2020/NĐ-CP").expect("a number"));
        let date = "2021-03-04".parse().ok();
        let told = Told {
            relation: Relation::Replaces,
            side: Side::Undergoes,
            other,
            written: "12/2020/NĐ-CP".to_owned(),
            part: None,
            date,
            until: None,
            unreckoned: false,
            issued: None,
            place: place(3),
            also: vec![place(9)],
        };
        let direct = Direct {
            asked: Vec::new(),
            number: None,
            name: "Luật Giá".to_owned(),
            province: None,
            state: None,
            since: None,
            until: None,
            told: vec![told],
            force: Vec::new(),
        };
        let check = |numbers: &[&str], evidence: &[&str], expected: f64| {
            let [numbers, evidence] = [numbers, evidence].map(|all| all.iter().map(|&each| each.to_owned()).collect());
            let gold = GoldQuery { numbers, evidence, ..gold_of("a") };
            let success = gold.measure_direct(std::slice::from_ref(&direct)).success;
            assert!((success - expected).abs() < 1e-9, "{gold:?}");
        };
        check(&["12/2020/NĐ-CP", "2021-03-04"], &["a.txt:3"], 1.0);
        check(&["012/2020/ND-CP"], &["a.txt:1", "d/a.txt:9"], 1.0);
        check(&["12/2020/NĐ-CP", "13/2020/NĐ-CP"], &["a.txt:3"], 0.0);
        check(&["2021-03-05"], &["a.txt:3"], 0.0);
        check(&["12/2020/NĐ-CP"], &["a.txt:30", "b/a.txt:3", "aa.txt:3"], 0.0);
    }

    #[test]
    fn both_forms_of_gold_are_measured() {
        let check = |relevant: Vec<Relevant>, rank: f64, recall: f64| {
            let hits = [hit("d/a.txt", (1, 4)), hit("d/a.txt", (5, 9)), hit("d/b.txt", (1, 1))];
            let gold = GoldQuery { relevant, ..gold_of("a") };
            let Metrics { reciprocal_rank, recall: found, .. } = gold.measure(&hits);
            assert_eq!((reciprocal_rank, found), (rank, recall), "{gold:?}");
        };
        let document = |id: &str| Relevant::Document(id.to_owned());
        let line = |file: &str, line: u32| vec![Relevant::Line { file: file.to_owned(), line, grade: 2 }];
        check(vec![document("d/b.txt"), document("d/c.txt")], 0.5, 0.5);
        check(line("b.txt", 1), 1.0 / 3.0, 1.0);
        check(line("a.txt", 7), 0.5, 1.0);
        check(line("a.txt", 0), 1.0, 1.0);
        check(line("a.txt", 10), 0.0, 0.0);
    }

    #[test]
    fn folding_takes_diacritics_only() {
        assert_eq!(without_marks("Đỗ Văn \"Thắng\" -be\u{302}\u{323}nh 06-CT/TƯ"), "Do Van \"Thang\" -benh 06-CT/TU");
    }
}
