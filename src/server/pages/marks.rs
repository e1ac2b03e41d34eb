//! A query to what is marked of a document: what answers it, but no other words that only share its letters where it
//! was typed with diacritics.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::analysis::Analysis;
use crate::query::Matching;
use crate::search::Request;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::text::has_marks;

/// Passages of a document in which a query is marked.
const MARKED: usize = 200;

/// What a query finds in each passage, by the first line and the text of the passage.
pub type Marked = BTreeMap<(u32, String), Vec<Range<usize>>>;

/// What the query that is asked finds in the passages of a document.
///
/// # Errors
/// The index cannot be read.
pub fn marked(edition: &Edition, asked: &Asked, doc: &str, file: &str) -> Result<Marked, Problem> {
    let Some(query) = asked.text("q") else { return Ok(BTreeMap::new()) };
    let typed = Typed::of(query);
    let matching = if asked.flag("exact") { Matching::Exact } else { Matching::Folded };
    let request = Request::new(query).matching(matching).place(doc).limit(MARKED);
    let hits = edition.archive.search(&request)?.hits.into_iter();
    let own = hits.filter(|hit| hit.passage.doc == doc && hit.passage.file == file);
    let marks = own.map(|hit| {
        let (text, mut marks) = (hit.passage.text, hit.highlights);
        marks.retain(|mark| text.get(mark.clone()).is_some_and(|marked| !typed.shares_letters_alone(marked)));
        ((hit.passage.lines.0, text), marks)
    });
    Ok(marks.collect())
}

/// The words of a query, as they were typed.
struct Typed {
    has_marks: bool,
    exact: HashSet<String>,
    folded: HashSet<String>,
}

impl Typed {
    fn of(query: &str) -> Self {
        let analysis = Analysis::of(query);
        let has_marks = analysis.words().any(|word| has_marks(word.exact));
        let (exact, folded) = analysis.words().map(|word| (word.exact.to_owned(), word.folded.to_owned())).unzip();
        Self { has_marks, exact, folded }
    }

    /// Whether what is marked has nothing but words of other diacritics: of `thứ hai` not `Hải`, but `thu hai`, which
    /// has none, and `LĐLĐ`, which stands for other words.
    fn shares_letters_alone(&self, marked: &str) -> bool {
        let analysis = Analysis::of(marked);
        let mut words = analysis.words().peekable();
        self.has_marks
            && words.peek().is_some()
            && words.all(|word| {
                self.folded.contains(word.folded) && !self.exact.contains(word.exact) && word.exact != word.folded
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_are_not_marked_where_diacritics_were_typed() {
        let check = |query: &str, marked: &str, is_other: bool| {
            assert_eq!(Typed::of(query).shares_letters_alone(marked), is_other, "{query}: {marked}");
        };
        check("đại hội lần thứ hai", "Hải", true);
        check("đại hội lần thứ hai", "hai", false);
        check("đại hội lần thứ hai", "lần thứ hai", false);
        check("đại hội lần thứ hai", "DAI HOI LAN THU HAI", false);
        check("dai hoi lan thu hai", "Hải", false);
        check("Liên đoàn Lao dong", "Lao động", false);
        check("liên đoàn lao động", "LĐLĐ", false);
        check("bán", "bạn", true);
        check("năm 1960", "1960", false);
        check("hòa bình", "hoà", false);
    }
}
