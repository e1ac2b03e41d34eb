//! A query whose answers are known, and the hits that it gets, to the figures of that query.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::figures::{DEPTH, Metrics, measure};
use crate::search::Hit;

/// A query whose answers are known.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GoldQuery {
    /// The query.
    pub query: String,
    /// What kind of query it is; empty where the file tells none.
    #[serde(default)]
    pub kind: String,
    /// What answers it; nothing if it has no answer.
    pub relevant: Vec<Relevant>,
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
    let letters = query.nfd().filter(|letter| !is_combining_mark(*letter)).nfc();
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
    use crate::store::StoredPassage;

    fn hit(doc: &str, lines: (u32, u32)) -> Hit {
        let passage = StoredPassage { doc: doc.to_owned(), lines, ..StoredPassage::default() };
        let (parts, highlights) = Default::default();
        Hit { rank: 1, score: 1.0, parts, passage, highlights, more_in_document: 0 }
    }

    #[test]
    fn both_forms_of_gold_are_measured() {
        let check = |relevant: Vec<Relevant>, rank: f64, recall: f64| {
            let hits = [hit("d/a.txt", (1, 4)), hit("d/a.txt", (5, 9)), hit("d/b.txt", (1, 1))];
            let gold = GoldQuery { query: "a".to_owned(), kind: String::new(), relevant };
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
