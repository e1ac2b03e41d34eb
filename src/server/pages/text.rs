//! A text with what is marked in it and what leads elsewhere to pieces, none of which is both half.

use std::ops::Range;

use crate::snippet::text::clean_line;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says, without letters that act.
    pub text: String,
    /// Which mark it belongs to, from 1.
    pub mark: Option<usize>,
    /// Whether the mark begins with it, and can be jumped to.
    pub starts: bool,
    /// Where it leads.
    pub href: Option<String>,
}

/// A stretch of a text that leads elsewhere.
pub type Lead = (Range<usize>, String);

/// Parts a text. Marks are bytes of it with their numbers; where two overlap, the one that begins first counts, and so
/// it is with what leads elsewhere. `jumps` tells whether marks can be jumped to.
pub fn pieces(text: &str, marks: &[(Range<usize>, usize)], leads: &[Lead], jumps: bool) -> Vec<Piece> {
    let (marks, leads) = (apart(text, marks), apart(text, leads));
    let ends = marks.iter().map(|(range, _)| range).chain(leads.iter().map(|(range, _)| range));
    let mut cuts: Vec<usize> = ends.flat_map(|range| [range.start, range.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let (mut marks, mut leads) = (marks.into_iter().peekable(), leads.into_iter().peekable());
    let piece = |(start, end): (usize, usize)| {
        while marks.next_if(|(range, _)| range.end <= start).is_some() {}
        while leads.next_if(|(range, _)| range.end <= start).is_some() {}
        let mark = marks.peek().filter(|(range, _)| range.start <= start);
        let lead = leads.peek().filter(|(range, _)| range.start <= start);
        let text = clean_line(text.get(start..end).unwrap_or_default());
        (!text.is_empty()).then(|| Piece {
            text,
            mark: mark.map(|(_, number)| *number),
            starts: jumps && mark.is_some_and(|(range, _)| range.start == start),
            href: lead.map(|(_, href)| href.clone()),
        })
    };
    cuts.iter().copied().zip(cuts.iter().copied().skip(1)).filter_map(piece).collect()
}

/// Stretches of a text in order, each without what one before it has.
fn apart<T: Clone>(text: &str, stretches: &[(Range<usize>, T)]) -> Vec<(Range<usize>, T)> {
    let mut stretches = stretches.to_vec();
    stretches.retain(|(range, _)| text.get(range.clone()).is_some());
    stretches.sort_by_key(|(range, _)| range.start);
    let mut end = 0;
    stretches.retain_mut(|(range, _)| {
        range.start = range.start.max(end);
        end = end.max(range.end);
        range.start < range.end
    });
    stretches
}

/// As much of the beginning of a text as has so many bytes, and whether that is not all.
pub fn within(text: &str, bytes: usize) -> (&str, bool) {
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let end = if text.len() <= bytes { text.len() } else { ends.take_while(|end| *end <= bytes).last().unwrap_or(0) };
    (text.get(..end).unwrap_or_default(), end < text.len())
}

/// Parts a text in which stretches are marked that nobody jumps to.
pub fn marked(text: &str, marks: &[Range<usize>]) -> Vec<Piece> {
    let marks: Vec<(Range<usize>, usize)> = marks.iter().map(|range| (range.clone(), 0)).collect();
    pieces(text, &marks, &[], false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_links_may_overlap() {
        let text = "ông Đỗ Văn An";
        let at = |word: &str| text.find(word).map(|start| start..start + word.len()).expect("it is there");
        let marks = [(at("Văn An"), 1), (9..10, 2)];
        let leads = [(at("Đỗ Văn"), "/x".to_owned()), (100..200, "/y".to_owned())];
        let shown: Vec<String> = pieces(text, &marks, &leads, true)
            .into_iter()
            .map(|piece| {
                let mark = piece.mark.map(|mark| format!("{}{mark}", if piece.starts { "#" } else { "" }));
                format!("{}[{}{}]", piece.text, mark.unwrap_or_default(), piece.href.unwrap_or_default())
            })
            .collect();
        assert_eq!(shown.concat(), "ông []Đỗ [/x]Văn[#1/x] An[1]");
        assert_eq!(pieces("", &[], &[], true), []);
        assert_eq!((within("aế", 3), within("aế", 4)), (("a", true), ("aế", false)));
        assert_eq!(pieces("a\u{202E}b", &[], &[], true)[0].text, "a\u{FFFD}b");
    }
}
