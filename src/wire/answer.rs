//! Answers, failures and whatever else a verb tells to JSON. Offsets are counts of code points.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::Value;

use super::notices::Notices;
use super::relations::{DirectFields, StandingFields, aspect_name};
use super::times::TimeFields;
use crate::mention::date::DateMention;
use crate::query::{Alternative, Level, Piece, Question, Reading};
use crate::search::{Answer, Hit, ScoreBreakdown, Span, StoredPassage};
use crate::snippet::best_line;

/// An answer as other programs read it.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct AnswerLine<'a> {
    /// The id of the query, as it came; in a batch only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a Value>,
    /// The query as it was typed.
    pub query: &'a str,
    pub(crate) reading: ReadingFields<'a>,
    #[serde(flatten)]
    pub(crate) notices: &'a Notices,
    pub(crate) total: usize,
    pub(crate) total_relation: &'static str,
    pub(crate) took_ms: f64,
    /// What the documents say that the query asks of one of them; the likeliest document first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) answers: Vec<DirectFields<'a>>,
    pub(crate) hits: Vec<HitFields<'a>>,
    #[serde(skip)]
    pub(crate) details: Details,
}

/// What was understood of a query.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct ReadingFields<'a> {
    pub(crate) people: Vec<String>,
    pub(crate) dates: Vec<DateFields<'a>>,
    pub(crate) numbers: Vec<String>,
    pub(crate) words: Vec<&'a str>,
    pub(crate) phrases: Vec<String>,
    pub(crate) abbreviations: Vec<AlternativeFields<'a>>,
    pub(crate) sources: Vec<String>,
    pub(crate) question: Option<&'static str>,
    /// What is asked of a document: `in_force`, `replaced_by`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) inquiry: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) address: Vec<StepFields<'a>>,
    pub(crate) filters: Vec<String>,
    /// The filters once more, for a voice.
    #[serde(skip)]
    pub(crate) asked: Vec<Piece>,
}

/// A step down to the place within a paper that a query names: `article`, `6`.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct StepFields<'a> {
    pub(crate) part: &'static str,
    pub(crate) number: &'a str,
}

/// One word for a part of a paper.
fn part_name(level: Level) -> &'static str {
    match level {
        Level::Annex => "annex",
        Level::Part => "part",
        Level::Chapter => "chapter",
        Level::Section => "section",
        Level::Article => "article",
        Level::Clause => "clause",
        Level::Point => "point",
    }
}

/// What stands for words of the query: a short or long form, another form of an ordinal.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct AlternativeFields<'a> {
    pub(crate) typed: &'a str,
    pub(crate) form: &'a str,
}

/// A passage that answers.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct HitFields<'a> {
    pub(crate) rank: usize,
    pub(crate) score: f32,
    pub(crate) doc: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(crate) also: &'a [String],
    pub(crate) title: &'a str,
    pub(crate) section: &'a [String],
    pub(crate) lines: (u32, u32),
    /// Where the best highlight stands.
    pub(crate) line: u32,
    /// The page of that line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<u32>,
    pub(crate) text: &'a str,
    /// That its document is in force no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) standing: Option<StandingFields<'a>>,
    pub(crate) highlights: Vec<(usize, usize)>,
    pub(crate) people: Vec<String>,
    pub(crate) dates: Vec<DateFields<'a>>,
    pub(crate) numbers: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) more_in_document: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) explain: Option<ExplainFields>,
}

/// A day or period as it is written.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct DateFields<'a> {
    #[serde(flatten)]
    pub(crate) time: TimeFields,
    pub(crate) text: &'a str,
}

/// What a score is made of.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct ExplainFields {
    pub(crate) words: f32,
    pub(crate) pairs: f32,
    pub(crate) near: f32,
    pub(crate) context: f32,
    pub(crate) document: f32,
    pub(crate) mentions: f32,
    pub(crate) answer: f32,
    pub(crate) coverage: f32,
}

/// What an answer says beyond its hits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Details {
    /// How many more hits each document has.
    pub more_in_document: bool,
    /// The parts of each score.
    pub explain: bool,
}

impl<'a> AnswerLine<'a> {
    /// The answer to `query`, which is what was typed; its notices as they are said.
    pub fn new(
        id: Option<&'a Value>,
        query: &'a str,
        answer: &'a Answer,
        notices: &'a Notices,
        details: Details,
    ) -> Self {
        let reading = ReadingFields::new(&answer.reading, &answer.alternatives);
        Self {
            id,
            query,
            reading,
            notices,
            total: answer.total,
            total_relation: if answer.more { "gte" } else { "eq" },
            took_ms: (answer.took_ms * 1000.0).round() / 1000.0,
            answers: answer.answers.iter().map(DirectFields::of).collect(),
            hits: answer.hits.iter().map(|hit| HitFields::new(hit, details)).collect(),
            details,
        }
    }
}

impl<'a> ReadingFields<'a> {
    /// Of a reading and what stands for words of it.
    pub fn new(reading: &'a Reading, alternatives: &'a [Alternative]) -> Self {
        let steps = reading.address.iter().flat_map(|address| &address.steps);
        let alternative = |a: &'a Alternative| AlternativeFields { typed: &a.typed, form: &a.form };
        Self {
            people: reading.people.iter().map(|name| name.typed.clone()).collect(),
            dates: reading.dates.iter().map(|date| DateFields::new(&date.mention, &date.typed)).collect(),
            numbers: reading.numbers.iter().map(|typed| typed.number.canonical()).collect(),
            words: reading.words().filter(|word| !word.stop).map(|word| &*word.typed).collect(),
            phrases: reading.phrases(),
            abbreviations: alternatives.iter().map(alternative).collect(),
            sources: reading.sources(),
            question: reading.question.as_ref().map(Question::as_str),
            inquiry: reading
                .inquiry
                .iter()
                .flat_map(|inquiry| &inquiry.aspects)
                .map(|each| aspect_name(*each))
                .collect(),
            address: steps.map(|step| StepFields { part: part_name(step.level), number: &step.number }).collect(),
            filters: reading.typed_filters(),
            asked: reading.asked_filters(),
        }
    }
}

impl<'a> HitFields<'a> {
    fn new(hit: &'a Hit, details: Details) -> Self {
        let passage = &hit.passage;
        let line = best_line(passage, &hit.highlights);
        let ScoreBreakdown { words, pairs, near, context, document, mentions, answer, coverage, .. } = hit.parts;
        Self {
            rank: hit.rank,
            score: hit.score,
            doc: &passage.doc,
            file: (passage.file != passage.doc).then_some(&*passage.file),
            also: &passage.also,
            title: &passage.title,
            section: &passage.section,
            lines: passage.lines,
            line,
            page: passage.page_of(line),
            text: &passage.text,
            standing: hit.ended.as_ref().map(StandingFields::of_ended),
            highlights: code_points(&passage.text, &hit.highlights),
            people: once(passage.mentions.people.iter().map(|mention| mention.name.clone())),
            dates: dates(passage),
            numbers: once(passage.mentions.numbers.iter().map(|mention| mention.number.canonical())),
            more_in_document: details.more_in_document.then_some(hit.more_in_document),
            explain: details.explain.then_some(ExplainFields {
                words,
                pairs,
                near,
                context,
                document,
                mentions,
                answer,
                coverage,
            }),
        }
    }
}

/// The days and periods that a passage names.
fn dates(passage: &StoredPassage) -> Vec<DateFields<'_>> {
    let text = |mention: &DateMention| passage.text.get(mention.range.clone()).unwrap_or_default();
    let dated = passage.mentions.dates.iter().filter(|mention| mention.tells_time());
    dated.map(|mention| DateFields::new(mention, text(mention))).collect()
}

impl<'a> DateFields<'a> {
    fn new(mention: &DateMention, text: &'a str) -> Self {
        Self { time: TimeFields::of(Some(mention)), text }
    }
}

/// Each value once, where it first comes.
fn once(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    values.filter(|value| seen.insert(value.clone())).collect()
}

/// Bytes of a text as counts of code points; the spans are in order.
fn code_points(text: &str, spans: &[Span]) -> Vec<(usize, usize)> {
    let (mut at, mut count) = (0, 0);
    let mut to = |end: usize| {
        count += text[at..end].chars().count();
        at = end;
        count
    };
    spans.iter().map(|span| (to(span.start), to(span.end))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Mentions;
    use crate::query::{parse, read};
    use crate::voice::Language;

    #[test]
    fn an_address_within_a_paper_is_told_from_the_outermost_part_in() {
        let reading = read(&parse("khoản 2 điều 6a quyết định 15/QĐ-UB"));
        let fields = serde_json::to_value(ReadingFields::new(&reading, &[])).expect("it is JSON");
        let expected = serde_json::json!([{"part": "article", "number": "6a"}, {"part": "clause", "number": "2"}]);
        assert_eq!(fields["address"], expected);
        assert_eq!(
            ReadingFields::new(&reading, &[]).lines(Language::English)[0],
            ("address", "article 6a, clause 2".to_owned())
        );
    }

    #[test]
    fn offsets_are_code_points() {
        let text = "Đỗ Văn be\u{302}\u{323}nh 👍 viện";
        let at = |word: &str| text.find(word).map(|start| start..start + word.len()).expect("it is there");
        let spans = [at("Đỗ"), at("be\u{302}\u{323}nh"), at("viện")];
        let found = code_points(text, &spans);
        assert_eq!(found, [(0, 2), (7, 13), (16, 20)]);
        let letters: Vec<char> = text.chars().collect();
        for ((start, end), span) in found.into_iter().zip(spans) {
            assert_eq!(letters[start..end].iter().collect::<String>(), text[span]);
        }
    }

    #[test]
    fn an_answer_has_the_fields_of_the_contract() {
        let passage = StoredPassage {
            pages: vec![(2, 4), (3, 5)],
            doc: "t1".to_owned(),
            file: "tin.jsonl".to_owned(),
            title: String::new(),
            section: vec!["I".to_owned()],
            lines: (2, 3),
            text: "Đỗ\nVăn".to_owned(),
            mentions: Mentions::of("Kế hoạch 142/KH-LĐLĐ", None),
            also: vec!["tin-2.jsonl".to_owned()],
        };
        let hit = Hit {
            rank: 1,
            score: 1.5,
            parts: ScoreBreakdown::default(),
            passage,
            highlights: std::iter::once(0.."Đỗ".len()).collect(),
            more_in_document: 2,
            ended: None,
        };
        let reading = read(&parse("in:*.jsonl đoàn"));
        let answer = Answer { reading, hits: vec![hit], total: 240, more: true, took_ms: 0.81249, ..Answer::default() };
        let id = Value::from(7);
        let notices = Notices::default();
        let line = AnswerLine::new(Some(&id), "đoàn", &answer, &notices, Details::default());
        let expected = r#"{"id":7,"query":"đoàn","reading":{"people":[],"dates":[],"numbers":[],"words":["đoàn"],"phrases":[],"abbreviations":[],"sources":[],"question":null,"filters":["in:*.jsonl"]},"notices":[],"notice_codes":[],"total":240,"total_relation":"gte","took_ms":0.812,"hits":[{"rank":1,"score":1.5,"doc":"t1","file":"tin.jsonl","also":["tin-2.jsonl"],"title":"","section":["I"],"lines":[2,3],"line":2,"page":4,"text":"Đỗ\nVăn","highlights":[[0,2]],"people":[],"dates":[],"numbers":["142/KH-LĐLĐ"]}]}"#;
        assert_eq!(serde_json::to_string(&line).expect("it is JSON"), expected);
        let details = Details { more_in_document: true, explain: true };
        let line = serde_json::to_value(AnswerLine::new(None, "do", &answer, &notices, details)).expect("it is JSON");
        assert_eq!(line["hits"][0]["more_in_document"], 2);
        assert_eq!(line["hits"][0]["explain"]["coverage"], 0.0);
        assert!(line.get("id").is_none());
    }
}
