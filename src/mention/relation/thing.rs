//! The words beside `ban hành kèm theo` to the thing that is issued: `Quy chế bảo lãnh`, `Phụ lục II`, `Mẫu số 01`.

use std::ops::Range;

use super::lexed::Words;
use super::mention::{Paper, Titled};
use super::piece::{Kind, Named, Piece};
use super::rules::TABLE;
use super::title::plain;
use crate::mention::number::{Number, is_standard};

/// What is issued with a document.
pub(super) struct Thing {
    pub paper: Paper,
    pub range: Range<usize>,
}

/// How far back a thing may begin, in pieces.
const REACH: usize = 80;

/// How far back the heading is looked for that brackets follow, in bytes.
const HEADING: usize = 300;

/// The thing before the verb at a piece.
pub(super) fn before(text: &str, pieces: &[Piece], with: usize, lexer: &Words, named: &[Named]) -> Option<Thing> {
    let verb = pieces[with].range.start;
    if let Some(Piece { kind: Kind::Papers(papers), .. }) = with.checked_sub(1).and_then(|before| pieces.get(before))
        && (matches!(named[papers.start].paper, Paper::Titled(_)) || is_of_standard(&named[papers.start].paper))
    {
        return Some(Thing { paper: named[papers.start].paper.clone(), range: named[papers.start].range.clone() });
    }
    let mut first = with;
    for at in (with.saturating_sub(REACH)..with).rev() {
        match &pieces[at].kind {
            Kind::Stop
            | Kind::Semicolon
            | Kind::Break { .. }
            | Kind::Item(_)
            | Kind::Colon
            | Kind::Papers(_)
            | Kind::Cell => break,
            Kind::Rule(rule) if rule.relation.is_some() => break,
            _ => first = at,
        }
    }
    let start = pieces[first].range.start;
    let from = lexer.index_of(start);
    let until = lexer.index_of(verb);
    // what stands behind `tại` and `theo` is nearer than what is said to stand there
    let agent =
        pieces[first..with].iter().rev().find(|piece| piece.kind == Kind::Agent).map_or(start, |piece| piece.range.end);
    let near = lexer.index_of(agent);
    let thing_from = |from: usize| {
        let found = (from..until).filter_map(|n| TABLE.things.longest(lexer.phrase(n)).map(|((), count)| (n, count)));
        // `quy định tại Mẫu số 3`
        let at = |n: usize| lexer.words.get(n).is_some_and(|lexed| lexed.word.key == TABLE.join.at);
        found.into_iter().find(|(n, count)| !at(n + count))
    };
    let named = thing_from(near.max(from)).or_else(|| thing_from(from));
    if let Some((n, count)) = named {
        let end =
            text[..verb].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '*' | '(' | '_')).len();
        let kind = lexer.words[n].word.start..lexer.words[n + count - 1].word.end;
        return Some(thing(text, kind, end));
    }
    // the heading before `(Ban hành kèm theo …)`
    if !matches!(pieces.get(with.wrapping_sub(1)).map(|piece| &piece.kind), Some(Kind::Open)) {
        return None;
    }
    let mut least = verb.saturating_sub(HEADING);
    while !text.is_char_boundary(least) {
        least += 1;
    }
    let line = text[least..verb].trim_end_matches(|c: char| !c.is_alphanumeric());
    let line_start = least + line.rfind('\n').map_or(0, |at| at + 1);
    let written = text[line_start..least + line.len()].trim_start_matches(['#', '*', ' ', '>', '_']);
    let from = least + line.len() - written.len();
    let mut heading = Words::default();
    heading.read(text, &(from..least + line.len()));
    let ((), count) = TABLE.things.longest(heading.words.first().map(|_| heading.phrase(0))?)?;
    let kind = heading.words[0].word.start..heading.words[count - 1].word.end;
    Some(thing(text, kind, least + line.len()))
}

/// The thing behind `Ban hành kèm theo Quyết định này`, from a piece on.
pub(super) fn behind(text: &str, pieces: &[Piece], from: usize, lexer: &Words, named: &[Named]) -> Option<Thing> {
    let mut end = from;
    for piece in pieces.iter().skip(from).take(REACH) {
        match &piece.kind {
            Kind::Stop | Kind::Semicolon | Kind::Break { .. } | Kind::Item(_) => break,
            // a standard is named by its own number
            Kind::Papers(papers) if is_of_standard(&named[papers.start].paper) => {
                let range = named[papers.start].range.clone();
                return Some(Thing { paper: named[papers.start].paper.clone(), range });
            }
            Kind::Papers(_) => break,
            _ => end += 1,
        }
    }
    let last = pieces.get(end.checked_sub(1)?)?.range.end;
    let start = pieces.get(from)?.range.start;
    let n = lexer.index_of(start);
    let n = (n..lexer.words.len().min(n + 4)).find(|n| TABLE.things.longest(lexer.phrase(*n)).is_some())?;
    let ((), count) = TABLE.things.longest(lexer.phrase(n))?;
    let kind = lexer.words[n].word.start..lexer.words[n + count - 1].word.end;
    let end = text[..last].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').len();
    (kind.end <= end).then(|| thing(text, kind, end))
}

fn is_of_standard(paper: &Paper) -> bool {
    matches!(paper, Paper::Number(Number { kind: Some(kind), .. }) if is_standard(kind))
}

fn thing(text: &str, kind: Range<usize>, end: usize) -> Thing {
    let words = plain(&text[kind.clone()]).to_lowercase();
    let mut letters = words.chars();
    let capital = letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    let end = kind.end + named(&text[kind.end..end.max(kind.end)]).len();
    let title = plain(&text[kind.end..end]);
    let range = kind.start..end;
    Thing { paper: Paper::Titled(Titled { kind: capital, title, date: None }), range }
}

/// The words of a title as far as it goes: not what stands behind its quotation mark, or what it consists of.
fn named(title: &str) -> &str {
    let end = title.find(['”', '"', ':', '»']).unwrap_or(title.len());
    let title = &title[..end];
    ["bao gồm", "gồm"]
        .iter()
        .fold(title, |title, words| title.trim_end().strip_suffix(words).unwrap_or(title))
        .trim_end_matches([' ', ','])
}

/// The words for some rules of the document behind them: `Những quy định về khiếu nại trong`.
pub(super) fn rules(before: &str) -> Option<String> {
    let small = before.to_lowercase();
    let begins = ["những quy định", "các quy định", "quy định", "nội dung", "các nội dung"].iter();
    let rest = before.strip_suffix("trong").or(before.strip_suffix("tại")).or(before.strip_suffix("của"))?;
    (before.len() < 240 && begins.clone().any(|words| small.starts_with(words))).then(|| rest.trim_end().to_owned())
}

/// The part that stands between a verb and its document, if the words name one: not `một số điều của`.
pub(super) fn touched(between: &str) -> Option<String> {
    const BEFORE: [&str; 21] = [
        ":",
        "văn bản bãi bỏ",
        "văn bản",
        "bãi bỏ",
        "một phần",
        "toàn bộ",
        "một số điều, khoản",
        "một số điều",
        "các điều",
        "của",
        "tại",
        "trong",
        "các",
        "nội dung",
        ",",
        "và",
        "các nội dung",
        "thi hành",
        "hiệu lực",
        "cho",
        "đối với",
    ];
    const BEHIND: [&str; 21] = [
        "văn bản",
        ":",
        "của",
        "tại",
        "trong",
        "được ban hành kèm theo",
        "ban hành kèm theo",
        "được công bố kèm theo",
        "công bố kèm theo",
        "ban hành theo",
        "kèm theo",
        "được ban hành theo",
        "các",
        "thuộc",
        "theo",
        ",",
        "quy định tại",
        "thông tư",
        "quyết định",
        "nghị định",
        "nghị quyết",
    ];
    let mut left = between.trim();
    let is = |one: &str, words: &str| one.to_lowercase() == words;
    'trim: loop {
        for words in BEFORE {
            if let Some(rest) =
                left.get(words.len()..).filter(|_| left.get(..words.len()).is_some_and(|one| is(one, words)))
                && !rest.starts_with(char::is_alphanumeric)
            {
                left = rest.trim_start();
                continue 'trim;
            }
        }
        for words in BEHIND {
            let split = left.len().checked_sub(words.len()).unwrap_or(usize::MAX);
            if let Some(rest) = left.get(..split).filter(|_| left.get(split..).is_some_and(|one| is(one, words)))
                && !(words.starts_with(char::is_alphanumeric) && rest.ends_with(char::is_alphanumeric))
            {
                left = rest.trim_end();
                continue 'trim;
            }
        }
        break;
    }
    if ["một số nội dung", "nội dung"].contains(&left) {
        return None;
    }
    let words = left.split_whitespace().count();
    (words >= 2 || left.chars().any(|c| c.is_ascii_digit()) && left.contains(char::is_alphabetic))
        .then(|| left.to_owned())
}
