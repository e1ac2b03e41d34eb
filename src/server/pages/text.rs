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

/// Parts a text. Marks are bytes of it with their numbers; where two overlap, the first counts, and so it is with what
/// leads elsewhere. `jumps` tells whether marks can be jumped to.
pub fn pieces(text: &str, marks: &[(Range<usize>, usize)], leads: &[Lead], jumps: bool) -> Vec<Piece> {
    let ends = marks.iter().map(|(range, _)| range).chain(leads.iter().map(|(range, _)| range));
    let within = ends.filter(|range| text.get((*range).clone()).is_some());
    let mut cuts: Vec<usize> = within.flat_map(|range| [range.start, range.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |(start, end): (usize, usize)| {
        let holds = |range: &Range<usize>| range.start <= start && end <= range.end;
        let mark = marks.iter().find(|(range, _)| holds(range));
        let lead = leads.iter().find(|(range, _)| holds(range));
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
        assert_eq!(pieces("a\u{202E}b", &[], &[], true)[0].text, "a\u{FFFD}b");
    }
}
