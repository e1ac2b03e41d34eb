//! The forms in which words are looked up.

use crate::analysis::Analysis;

/// The words of a text in exact form, one blank between.
pub(crate) fn exact(text: &str) -> String {
    words(text).0.join(" ")
}

/// The words of a text, in exact and in folded form.
pub(crate) fn words(text: &str) -> (Vec<String>, Vec<String>) {
    let analysis = Analysis::of(text);
    analysis.words().map(|word| (word.exact.to_owned(), word.folded.to_owned())).unzip()
}
