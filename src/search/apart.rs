//! Why nothing was found: which parts of a query stand in the index, each by itself.

use crate::error::Result;
use crate::query::{Item, Notice, Piece, Written};

/// More parts than these are not looked for one by one.
const MAX_PARTS: usize = 8;

/// As much of a query as a notice repeats, in code points.
const MAX_SHOWN: usize = 80;

/// The times that hits must name besides what is written.
pub(super) type Times = Option<Piece>;

/// The phrases that nothing at all holds, of the first few.
pub(super) fn absent_phrases(
    written: &Written,
    finds: &impl Fn(Vec<Item>, bool) -> Result<bool>,
) -> Result<Vec<String>> {
    let mut absent = Vec::new();
    for item in written.items.iter().filter(|item| is_phrase(item)).take(MAX_PARTS) {
        if let Item::Phrase(phrase) = item
            && !absent.contains(phrase)
            && !finds(vec![item.clone()], false)?
        {
            absent.push(phrase.clone());
        }
    }
    Ok(absent)
}

/// What to say where parts of a query that finds nothing are there, but not together.
///
/// `finds` tells whether items find anything, with the times or without.
pub(super) fn notice(
    written: &Written,
    times: &Times,
    finds: &impl Fn(Vec<Item>, bool) -> Result<bool>,
) -> Result<Option<Notice>> {
    let of = |wanted: fn(&Item) -> bool| -> Vec<Item> {
        written.items.iter().filter(|item| wanted(item)).cloned().collect()
    };
    let words = of(|item| matches!(item, Item::Text(_) | Item::Phrase(_)));
    let filters = of(|item| matches!(item, Item::Filter(..)));
    let excluded = of(|item| matches!(item, Item::Not(_) | Item::Without(..)));
    if !words.is_empty() && !finds(words.clone(), false)? {
        let phrases: Vec<Item> = words.into_iter().filter(is_phrase).collect();
        return Ok(each_alone(&phrases, &None, finds)?.then(|| apart(&[shown(&phrases, &None)])));
    }
    let narrows = !filters.is_empty() || times.is_some();
    if narrows && !finds(filters.clone(), true)? {
        return Ok(each_alone(&filters, times, finds)?.then(|| apart(&[shown(&filters, times)])));
    }
    if narrows && !words.is_empty() && !finds([&*words, &*filters].concat(), true)? {
        return Ok(Some(apart(&[shown(&words, &None), shown(&filters, times)])));
    }
    let is_left_out = !excluded.is_empty() && (narrows || !words.is_empty());
    let wanted = [words, filters].concat();
    let (excluded, wanted) = (shown(&excluded, &None), shown(&wanted, times));
    Ok(is_left_out.then_some(Notice::LeavesNothing { excluded, wanted }))
}

fn apart(parts: &[Vec<Piece>]) -> Notice {
    Notice::Apart { parts: parts.to_vec() }
}

/// Whether these are several parts and each finds something by itself.
fn each_alone(items: &[Item], times: &Times, finds: &impl Fn(Vec<Item>, bool) -> Result<bool>) -> Result<bool> {
    let parts = items.len() + usize::from(times.is_some());
    if !(2..=MAX_PARTS).contains(&parts) || times.is_some() && !finds(Vec::new(), true)? {
        return Ok(false);
    }
    for item in items {
        if !finds(vec![item.clone()], false)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_phrase(item: &Item) -> bool {
    matches!(item, Item::Phrase(phrase) if phrase.contains(char::is_alphanumeric))
}

/// Items and times as a notice names them, as far as there is room.
fn shown(items: &[Item], times: &Times) -> Vec<Piece> {
    let (mut pieces, mut room) = (Vec::new(), MAX_SHOWN);
    for piece in items.iter().map(Item::piece).chain(times.clone()) {
        let length = piece.to_string().chars().count() + usize::from(!pieces.is_empty());
        let is_cut = length > room;
        let piece = if is_cut { piece.cut(room) } else { piece };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) if !before.ends_with('"') && !text.starts_with('"') => {
                *before = format!("{before} {text}");
            }
            (_, piece) => pieces.push(piece),
        }
        if is_cut {
            break;
        }
        room -= length;
    }
    pieces
}
