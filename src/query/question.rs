//! The words of a query to what kind of answer it asks for.

use super::word::Word;

/// What is to be explained has at most this many words.
const MAX_TERM: usize = 24;

/// What leads a clause before the question, folded.
const LEADS: [&str; 9] = ["theo", "trong", "tai", "o", "khi", "neu", "doi", "can", "voi"];

/// What kind of answer a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A person: `ai`, `who`.
    Who,
    /// A time: `khi nào`, `năm nào`, `when`.
    When,
    /// A place: `ở đâu`, `xã nào`, `where`.
    Where,
    /// A figure: `bao nhiêu`, `how many`.
    Amount {
        /// What is counted, folded, if a word stands behind.
        unit: Option<String>,
    },
    /// What something is: `… là gì`, `định nghĩa của …`.
    Meaning {
        /// What it is, as folded words.
        term: Vec<String>,
    },
}

impl Question {
    /// One word for it.
    #[cfg(feature = "cli")]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::When => "when",
            Self::Where => "where",
            Self::Amount { .. } => "amount",
            Self::Meaning { .. } => "meaning",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Who,
    When,
    Where,
    Amount,
    Meaning,
    Term,
}

/// A run of words that asks.
struct Cue {
    kind: Kind,
    exact: &'static [&'static str],
    /// None where the letters alone may mean something else.
    folded: Option<&'static [&'static str]>,
}

// CUES: longer ones first
include!(concat!(env!("OUT_DIR"), "/questions.rs"));

/// What the words of a query ask for; they are taken as folded where `folded` is set.
///
/// The first cue counts, but for an explanation every other is more telling.
pub(super) fn asked(words: &[&Word], folded: bool) -> Option<Question> {
    let mut found: Option<(Kind, usize, usize)> = None;
    let mut at = 0;
    while at < words.len() {
        let cue = CUES.iter().find(|cue| stands(cue, &words[at..], folded));
        let Some(cue) = cue else {
            at += 1;
            continue;
        };
        let explains = |kind: Kind| matches!(kind, Kind::Meaning | Kind::Term);
        if found.is_none_or(|(kind, ..)| explains(kind) && !explains(cue.kind)) {
            found = Some((cue.kind, at, at + cue.exact.len()));
        }
        at += cue.exact.len();
    }
    let (kind, start, end) = found?;
    Some(match kind {
        Kind::Who => Question::Who,
        Kind::When => Question::When,
        Kind::Where => Question::Where,
        Kind::Amount => {
            Question::Amount { unit: words.get(end).filter(|word| !word.stop).map(|word| word.folded.clone()) }
        }
        Kind::Meaning => {
            let before = &words[..start];
            let law = before.iter().rposition(|word| word.source).map_or(0, |at| at + 1);
            // `trong lao động, thử việc là gì`
            let is_led = before.first().is_some_and(|word| LEADS.contains(&&*word.folded));
            let clause = before.iter().position(|word| is_led && word.opens).unwrap_or(0);
            let before = &before[law.max(clause).max(start.saturating_sub(MAX_TERM))..];
            // `hộ nghèo là hộ như thế nào`
            let is = |word: &&&Word| if folded { word.folded == "la" } else { word.exact == "là" };
            meaning(&before.iter().take_while(|word| !is(word)).collect::<Vec<_>>())?
        }
        Kind::Term => meaning(&words[end..].iter().take_while(|word| !word.source).take(MAX_TERM).collect::<Vec<_>>())?,
    })
}

/// The question what these words mean, without those around them that say nothing.
fn meaning(words: &[&&Word]) -> Option<Question> {
    let first = words.iter().position(|word| !word.stop)?;
    let last = words.iter().rposition(|word| !word.stop)?;
    Some(Question::Meaning { term: words[first..=last].iter().map(|word| word.folded.clone()).collect() })
}

fn stands(cue: &Cue, words: &[&Word], folded: bool) -> bool {
    let form = if folded { cue.folded } else { Some(cue.exact) };
    let is =
        |(word, cue): (&&Word, &&str)| word.part.is_none() && *cue == if folded { &*word.folded } else { &*word.exact };
    form.is_some_and(|form| words.len() >= form.len() && words.iter().zip(form).all(is))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{parse, read};

    #[test]
    fn questions_are_told_by_their_words() {
        let check = |query: &str, expected: Option<&str>| {
            let question = read(&parse(query)).question;
            let shown = question.map(|question| match &question {
                Question::Amount { unit } => format!("amount {}", unit.as_deref().unwrap_or("-")),
                Question::Meaning { term } => format!("meaning {}", term.join(" ")),
                other => other.as_str().to_owned(),
            });
            assert_eq!(shown.as_deref(), expected, "{query}");
        };
        check("ai ký quyết định thành lập trạm xá", Some("who"));
        check("tram xa duoc xay o dau", Some("where"));
        check("đại hội họp năm nào", Some("when"));
        check("when was the union founded", Some("when"));
        check("phạt tối đa bao nhiêu tiền", Some("amount tien"));
        check("tết này được nghỉ mấy ngày", Some("amount ngay"));
        check("Theo Bộ luật Lao động 2019, thử việc là gì?", Some("meaning thu viec"));
        check("định nghĩa của \"lao động cưỡng bức\"", Some("meaning lao dong cuong buc"));
        check("thế nào là hộ nghèo", Some("meaning ho ngheo"));
        check("tram xa la tram nhu the nao", Some("meaning tram xa"));
        check("Ở xã, quỹ kho được quy định như thế nào?", Some("meaning qui kho"));
        check("sổ, thẻ, phiếu kho là gì", Some("meaning so the phieu kho"));
        check("quỹ kho gồm những khoản nào", Some("meaning qui kho"));
        check("mức phạt là gì khi nào phải nộp", Some("when"));
        check("công đoàn tỉnh", None);
        check("may mặc đầu tư", None);
        check("là gì", None);
        check("", None);
    }
}
