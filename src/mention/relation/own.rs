//! A text to the document that it is, and the one that a part of it belongs to.

use jiff::civil::Date;

use super::draft;
use super::mention::Paper;
use crate::mention::number::{Number, NumberMention, Role};

/// Whose words are read.
#[derive(Clone, Debug)]
pub(super) struct Own {
    /// The document that does what is said of none.
    pub paper: Paper,
    /// Its number, where the head tells it.
    pub number: Option<Number>,
    /// Whether the text is a document itself, and not news of one.
    pub legal: bool,
    /// Whether it is a consolidated text whose documents are not told yet.
    pub consolidates: bool,
    /// The part of the document that a note stands over.
    pub article: Option<String>,
    /// From when on it is in force, where a note tells it.
    pub effective: Option<Date>,
    /// Whether the head of an annex told the number.
    pub annexed: bool,
    /// Whether a line of a table told the number: the text is about the document.
    pub recorded: bool,
    /// Whether it names whom it is to.
    pub is_letter: bool,
    /// Whether it is a draft or proposes something: what it would do is not done.
    pub proposes: bool,
    /// Whether it makes known what others ended: `Công bố Danh mục văn bản hết hiệu lực`.
    pub publishes: bool,
}

/// Kinds of documents that tell, plan and ask, and change none but their own kind.
const TELLING: [&str; 14] = ["KH", "BC", "TB", "BB", "TTr", "CV", "CĐ", "PA", "ĐA", "DA", "GM", "TC", "KHPH", "PC"];

impl Own {
    /// What the head of a text tells of it.
    pub(super) fn of(text: &str, numbers: &[NumberMention]) -> Self {
        let mut own = Self {
            paper: Paper::This,
            number: None,
            legal: false,
            consolidates: false,
            article: None,
            effective: None,
            annexed: false,
            recorded: false,
            is_letter: false,
            proposes: draft::proposes(text, numbers),
            publishes: publishes(text),
        };
        let recorded = numbers.iter().take(4).find(|mention| is_record(text, mention));
        let head = numbers.iter().find(|mention| mention.role == Role::Head);
        if let Some(mention) = recorded.or(head) {
            own.number = Some(mention.number.clone());
            own.legal = true;
            own.consolidates = mention.number.kind.as_deref() == Some("VBHN");
        }
        let first = numbers.first().filter(|mention| own.number.is_none() && is_standard_head(text, mention));
        if let Some(mention) = first {
            own.number = Some(mention.number.clone());
            own.legal = true;
        }
        // a letter names whom it is to
        let end = (0..=LETTER.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        own.is_letter = text[..end].contains("Kính gửi");
        own.legal |= own.is_letter;
        if let Some(mention) = recorded {
            own.paper = Paper::Number(mention.number.clone());
            own.recorded = true;
        }
        let annex = || numbers.iter().find(|mention| is_of_annex(text, mention));
        if let Some(mention) = own.number.is_none().then(annex).flatten() {
            own.paper = Paper::Number(mention.number.clone());
            own.number = Some(mention.number.clone());
            own.annexed = true;
        }
        own
    }

    /// Whether it is of a kind that changes and ends others, or the other is of its kind.
    pub(super) fn enacts(&self, other: Option<&Paper>) -> bool {
        let Some(number) = self.number.as_ref() else { return !self.is_letter };
        let tells = match number.kind.as_deref() {
            Some(kind) => TELLING.contains(&kind),
            None => self.is_letter,
        };
        !tells || matches!(other, Some(Paper::Number(other)) if other.kind == number.kind)
    }

    /// Whether a document is the one that the text is.
    pub(super) fn is(&self, paper: &Paper) -> bool {
        match paper {
            Paper::This => true,
            Paper::Number(number) => {
                let same = |own: &Number| {
                    own == number
                        || own.number == number.number
                            && (number.year.is_none() && own.symbol == number.symbol
                                || own.year == number.year && own.key() == number.key())
                };
                self.number.as_ref().is_some_and(same) || matches!(&self.paper, Paper::Number(own) if same(own))
            }
            Paper::Titled(_) => false,
        }
    }
}

/// How much of a text says what it makes known, in bytes.
const PUBLISHED: usize = 4000;

/// Whether a line makes known what is in force no more.
fn publishes(text: &str) -> bool {
    let end = (0..=PUBLISHED.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let is_list = |line: &str| {
        let line = line.to_lowercase();
        line.split_once("công bố").is_some_and(|(_, what)| what.contains("văn bản") && what.contains("hết hiệu lực"))
    };
    text[..end].lines().any(is_list)
}

/// How much of a line before a number may say what it is the number of, in bytes.
const LABEL: usize = 96;

/// What stands in the line before a number, where that is short.
fn line_before<'a>(text: &'a str, mention: &NumberMention) -> Option<&'a str> {
    let end = mention.range.start;
    let from = (end.saturating_sub(LABEL)..=end).find(|at| text.is_char_boundary(*at))?;
    let before = &text[from..end];
    before.rfind('\n').map(|at| &before[at + 1..]).or((from == 0).then_some(before))
}

/// Whether a line of its own says of an annex with which document it is issued: `(Ban hành kèm theo Thông tư số …)`.
fn is_of_annex(text: &str, mention: &NumberMention) -> bool {
    let Some(before) = line_before(text, mention) else { return false };
    let label = before.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    before.contains('(') && (label == "ban hành kèm theo" || label == "kèm theo")
}

/// Whether a text begins with the number of the standard that it is, and not with a sentence about it.
fn is_standard_head(text: &str, mention: &NumberMention) -> bool {
    let kind = mention.number.kind.as_deref().unwrap_or_default();
    let before = text[..mention.range.start].trim_matches(|c: char| !c.is_alphanumeric());
    let is_told = || text[mention.range.end..].trim_start_matches(' ').starts_with(char::is_lowercase);
    matches!(kind, "QCVN" | "TCVN") && before.is_empty() && !is_told()
}

/// How far from its beginning a letter names whom it is to, in bytes.
const LETTER: usize = 1500;

/// Whether a row of a table names the number of what it is about: `| Số hiệu | 30/2026/TT-BCT |`.
fn is_record(text: &str, mention: &NumberMention) -> bool {
    let Some(label) = line_before(text, mention) else { return false };
    let words = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    label.trim_start().starts_with('|') && (words == "số hiệu" || words == "số/ký hiệu" || words == "số ký hiệu")
}
