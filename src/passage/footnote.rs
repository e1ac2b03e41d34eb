//! The tail of a document to its footnotes, each with the section its mark stands in or none.

use super::line::Block;
use super::mark::{self, Mark};

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// Index of its first block, and the index after its last.
    pub first: usize,
    pub end: usize,
    /// Where in the text its mark may stand, first and last place; `None` if unknown.
    pub marked: Option<(usize, usize)>,
}

/// Blocks that may follow a note without belonging to the next one.
const MAX_GAP: usize = 3;

/// With more marks or notes unaccounted for, no note is placed.
const MAX_SPARE: usize = 20;

/// Finds the footnotes, in order.
pub(super) fn find(text: &str, blocks: &[Block]) -> Vec<Note> {
    let starts: Vec<usize> = (0..blocks.len()).filter(|&at| blocks[at].mark == Mark::Note).collect();
    if starts.is_empty() {
        return Vec::new();
    }
    let (numbered, lost): (Vec<usize>, Vec<usize>) =
        starts.into_iter().partition(|&at| value(text, &blocks[at]).is_some());
    let mut notes = find_lost(blocks, &lost);
    if notes.is_empty() {
        notes = find_numbered(text, blocks, &numbered);
    }
    notes
}

fn value(text: &str, block: &Block) -> Option<u32> {
    mark::note_number(&text[block.start..block.end]).map(|(value, _)| value)
}

/// Notes whose marks were lost to U+FFFD: the run of them at the very end.
fn find_lost(blocks: &[Block], starts: &[usize]) -> Vec<Note> {
    let mut below = blocks.len();
    let mut kept = starts.len();
    for (index, &start) in starts.iter().enumerate().rev() {
        let letters = blocks[start + 1..below].iter().filter(|block| block.syllables > 0);
        if letters.count() > MAX_GAP {
            break;
        }
        (below, kept) = (start, index);
    }
    let starts = &starts[kept..];
    let Some(&tail) = starts.first() else {
        return Vec::new();
    };
    let cuts: Vec<usize> = blocks[..tail].iter().flat_map(|block| &block.cuts).copied().collect();
    // Cuts and notes are both in order; where their counts differ, a note belongs
    // somewhere between the first and the last cut that could be its own.
    let spare = cuts.len().abs_diff(starts.len());
    let known = !cuts.is_empty() && spare * 4 <= starts.len() && spare <= MAX_SPARE;
    let last = cuts.len().saturating_sub(1);
    starts
        .iter()
        .enumerate()
        .map(|(index, &first)| {
            let (low, high) =
                if cuts.len() > starts.len() { (index, index + spare) } else { (index.saturating_sub(spare), index) };
            Note {
                first,
                end: starts.get(index + 1).copied().unwrap_or(blocks.len()),
                marked: known.then(|| (cuts[low.min(last)], cuts[high.min(last)])),
            }
        })
        .collect()
}

/// Notes `[1]`, `[2]` …: the last run that counts up from 1, if the text above
/// holds such marks.
fn find_numbered(text: &str, blocks: &[Block], starts: &[usize]) -> Vec<Note> {
    let Some(from) = starts.iter().rposition(|&at| value(text, &blocks[at]) == Some(1)) else {
        return Vec::new();
    };
    let mut run: Vec<usize> = Vec::new();
    for &at in &starts[from..] {
        if value(text, &blocks[at]) == u32::try_from(run.len() + 1).ok() {
            run.push(at);
        }
    }
    let marks = marks(&text[..blocks[run[0]].start], run.len());
    if marks[0].is_none() {
        return Vec::new();
    }
    let last_end = run.last().map_or(0, |&last| end_of_last(blocks, last));
    run.iter()
        .enumerate()
        .map(|(index, &first)| Note {
            first,
            end: run.get(index + 1).copied().unwrap_or(last_end),
            marked: marks[index].map(|at| (at, at)),
        })
        .collect()
}

/// The last note takes what follows to the end if that is little, else only its own block.
fn end_of_last(blocks: &[Block], last: usize) -> usize {
    let own = if blocks[last].syllables <= 1 { last + 2 } else { last + 1 };
    if blocks.len() - last <= 2 * MAX_GAP { blocks.len() } else { own.min(blocks.len()) }
}

/// The first places of the marks `[1]` to `[count]` in `body`.
fn marks(body: &str, count: usize) -> Vec<Option<usize>> {
    let mut found = vec![None; count];
    for (at, _) in body.match_indices('[') {
        if let Some((value, _)) = mark::note_number(&body[at..])
            && let Some(slot) = (value as usize).checked_sub(1).and_then(|index| found.get_mut(index))
        {
            slot.get_or_insert(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    /// Each note's words, and the words before the first place its mark may stand.
    fn notes(text: &str) -> Vec<(String, Option<String>)> {
        let blocks = line::join(text, &line::read(text), |_| false);
        let before = |at: usize| text[..at].split_whitespace().next_back().unwrap_or("").to_owned();
        find(text, &blocks)
            .iter()
            .map(|note| {
                let words = &text[blocks[note.first].start..blocks[note.end - 1].end];
                (words.to_owned(), note.marked.map(|(first, _)| before(first)))
            })
            .collect()
    }

    #[test]
    fn finds_footnotes() {
        let note = |words: &str, at: Option<&str>| (words.to_owned(), at.map(str::to_owned));
        for (text, expected) in [
            (
                "Hội họp một\n. Rồi hai\n, hết.\n\n\u{fffd} Đầu\n\n \u{fffd} Sau",
                vec![note("\u{fffd} Đầu", Some("một")), note("\u{fffd} Sau", Some("hai"))],
            ),
            ("Không có.\n\u{fffd} Chú", vec![note("\u{fffd} Chú", None)]),
            ("Hội[1] họp[2].\n\n[1] Một\n\n[2] Hai", vec![note("[1] Một", Some("Hội")), note("[2] Hai", Some("họp"))]),
            ("Hội[^1].\n\n[^1]: Một", vec![note("[^1]: Một", Some("Hội"))]),
            ("Hội họp.\n\n[1] Một", vec![]),
            ("Hội.\n\u{fffd} Một.\nHai.\nBa.\nBốn.\nNăm.", vec![]),
        ] {
            assert_eq!(notes(text), expected, "{text:?}");
        }
    }
}
