//! A document's name and a place in it to as many of its lines as fit, with where it goes on.

use serde_json::{Map, Value};

use super::fit::{clean, cut, length};
use super::refused::Refused;
use crate::archive::{Archive, Document, DocumentFound};
use crate::snippet::text::clean_lines;
use crate::voice::tools::Misuse;

/// The name of the list.
pub const LIST: &str = "lines";

/// Characters of a title, and of an id that is told.
const TITLE: usize = 200;
const ID: usize = 400;

/// Lines above one that is named with the document.
const ABOVE: usize = 3;

/// Which lines are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The first, from 1; the line that the name tells where it is open, else the first of all.
    pub from: Option<usize>,
    /// How many letters of that line are passed over.
    pub column: usize,
    /// How many.
    pub lines: usize,
    /// Characters of the answer.
    pub chars: usize,
}

/// The lines of a document.
///
/// # Errors
/// No document has this name, several may be meant, or it has no such line.
pub fn lines(name: &str, wanted: &Reading, archive: &Archive) -> Result<Value, Refused> {
    let (document, line) = match archive.document(name)? {
        DocumentFound::One(document, line) => (document, line),
        DocumentFound::None => return Err(Misuse::NoDocument { name: cut(name, ID) }.into()),
        DocumentFound::WithoutText(file) => return Err(Misuse::WithoutText { file: cut(&file, ID) }.into()),
        DocumentFound::Several { ids, .. } => {
            let ids = ids.iter().map(|id| cut(id, ID)).collect::<Vec<_>>().join(", ");
            return Err(Misuse::Several { ids }.into());
        }
    };
    let near = || line.map_or(1, |line| (line as usize).saturating_sub(ABOVE).max(1));
    let from = wanted.from.unwrap_or_else(near);
    if from > document.lines.len() {
        return Err(Misuse::NoLine { doc: cut(&document.doc, ID), last: document.lines.len() }.into());
    }
    Ok(fitting(&document, from, wanted))
}

fn fitting(document: &Document, from: usize, wanted: &Reading) -> Value {
    let all = document.lines.len();
    let end = from.saturating_add(wanted.lines - 1).min(all);
    let head = |to: usize, next: Option<(usize, usize)>| {
        let mut head = Map::new();
        head.insert("doc".to_owned(), cut(&document.doc, ID).into());
        head.insert("title".to_owned(), cut(&document.title, TITLE).into());
        head.insert("total_lines".to_owned(), all.into());
        head.insert("from".to_owned(), from.into());
        head.insert("to".to_owned(), to.into());
        let page = document.lines.get(from - 1).and_then(|line| line.page);
        head.extend(page.map(|page| ("page".to_owned(), page.into())));
        head.extend(next.map(|(line, _)| ("next_from".to_owned(), line.into())));
        let column = next.map(|(_, column)| column).filter(|column| *column > 0);
        head.extend(column.map(|column| ("next_column".to_owned(), column.into())));
        head.insert("truncated".to_owned(), next.is_some().into());
        clean(Value::Object(head))
    };
    // the name of the list and its brackets
    let frame = length(&head(all, Some((all, u32::MAX as usize)))) + LIST.len() + 6;
    let mut room = wanted.chars.saturating_sub(frame);
    let mut told: Vec<Value> = Vec::new();
    let mut next = (end < all).then_some((end + 1, 0));
    let mut to = end;
    for line in &document.lines[from - 1..end] {
        let number = line.number as usize;
        let column = if number == from { wanted.column } else { 0 };
        let text = clean_lines(&line.text.chars().skip(column).collect::<String>());
        if text.trim().is_empty() {
            continue;
        }
        let begin = format!("{number}: ");
        let fits = prefix(&text, room.saturating_sub(begin.len() + 3));
        if fits < text.len() && !told.is_empty() {
            (next, to) = (Some((number, 0)), number - 1);
            break;
        }
        let shown = &text[..fits];
        let value = Value::String(begin + shown);
        room = room.saturating_sub(length(&value) + 1);
        told.push(value);
        if fits < text.len() {
            (next, to) = (Some((number, column + shown.chars().count())), number);
            break;
        }
    }
    let mut answer = head(to, next);
    if let Value::Object(fields) = &mut answer {
        fields.insert(LIST.to_owned(), told.into());
    }
    answer
}

/// How many bytes of a text fit so many characters of JSON.
fn prefix(text: &str, room: usize) -> usize {
    let mut used = 0;
    let too_long = text.char_indices().find(|(_, letter)| {
        used += match letter {
            '"' | '\\' | '\n' => 2,
            _ => 1,
        };
        used > room
    });
    too_long.map_or(text.len(), |(at, _)| at)
}
