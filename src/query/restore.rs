//! The words of a query without diacritics to the forms that are likely meant: as they are spelled in the passages in
//! which they stand beside their neighbors.

use super::facts::Facts;
use super::reading::{Group, Reading};
use super::stopwords;
use super::word::{Part, Word};
use crate::analysis::fuller_spellings;
use crate::error::Result;
use crate::store::{Field, Spellings, Term};

/// More forms than these are not looked for: the most frequent are.
const MAX_FORMS: usize = 12;

/// Fewer passages tell nothing.
const FEWEST: usize = 2;

/// A form is meant if at least so many of the passages hold it.
const HOLDING: f32 = 0.75;

/// So many of the passages in which a form stands hold it: in others the neighbors stand beside another.
const CERTAIN: f32 = 0.95;

/// How much likelier than all others together a form is that is meant, as a logarithm.
const LIKELIER: f32 = 1.5;

/// A neighbor says no more than this against a form: the two may stand beside each other by chance.
const AGAINST: f32 = -3.0;

/// Finds out which exact forms are likely meant by the words of a query that has no diacritics, and which of them are
/// stop words then.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(super) fn restore(reading: &mut Reading, facts: &Facts<'_>) -> Result<()> {
    if reading.marked || reading.english {
        return Ok(());
    }
    for group in reading.groups.iter_mut().filter(|group| !group.phrase) {
        let meant = (0..group.words.len()).map(|at| meant(group, at, facts)).collect::<Result<Vec<_>>>()?;
        let letters = group.words.iter().map(|word| &*word.folded);
        let mut words: Vec<(Option<String>, &str)> = meant.into_iter().zip(letters).collect();
        let stops = stopwords::mark_restored(&mut words);
        let meant: Vec<Option<String>> = words.into_iter().map(|(meant, _)| meant).collect();
        for ((word, meant), stop) in group.words.iter_mut().zip(meant).zip(stops) {
            (word.meant, word.stop) = (meant, stop);
        }
    }
    Ok(())
}

/// The form that is likely meant by a word, if the passages tell one.
fn meant(group: &Group, at: usize, facts: &Facts<'_>) -> Result<Option<String>> {
    let word = &group.words[at];
    if !is_open(word) {
        return Ok(None);
    }
    let forms = forms(word, facts)?;
    if forms.len() < 2 {
        return Ok(None);
    }
    let mut told: Vec<Told> = forms.iter().map(|_| Told::default()).collect();
    let neighbor = |at: Option<usize>| at.and_then(|at| group.words.get(at)).map(|word| word.folded.clone());
    let before = neighbor(at.checked_sub(1)).map(|before| [before, word.folded.clone()]);
    let after = neighbor(Some(at + 1)).map(|after| [word.folded.clone(), after]);
    for pair in before.into_iter().chain(after) {
        let asked = Spellings { pair, forms: forms.iter().map(|(form, _)| form.clone()).collect() };
        let spelled = facts.spelled(asked)?;
        if spelled.passages < FEWEST {
            continue;
        }
        for ((told, (_, anyway)), holding) in told.iter_mut().zip(&forms).zip(spelled.holding) {
            let (holding, all) = (holding as f32, spelled.passages as f32);
            let without = all - holding;
            let likely = holding * (CERTAIN / anyway).ln() + without * ((1.0 - CERTAIN) / (1.0 - anyway)).ln();
            told.likely += likely.max(AGAINST);
            told.share = told.share.max(holding / all);
        }
    }
    let mut told: Vec<(Told, f32, String)> =
        told.into_iter().zip(forms).map(|(told, (form, anyway))| (told, anyway, form)).collect();
    // where all forms were asked for as many count as where the index was asked one by one
    told.retain(|(_, anyway, _)| *anyway > 0.0);
    told.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.2.cmp(&b.2)));
    told.truncate(MAX_FORMS);
    // before anything is told a form is as likely as it is frequent
    told.iter_mut().for_each(|(told, anyway, _)| told.likely += anyway.ln());
    told.sort_by(|a, b| b.0.likely.total_cmp(&a.0.likely));
    let Some(((best, _, form), others)) = told.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Ok(None);
    };
    let others: f32 = others.iter().map(|(other, ..)| (other.likely - best.likely).exp()).sum();
    let is_meant = best.share >= HOLDING && others <= (-LIKELIER).exp();
    Ok(is_meant.then(|| form.clone()))
}

/// What neighbors tell of a form.
#[derive(Default)]
struct Told {
    /// How much likelier it is that the form stands there than that it does not, as a logarithm.
    likely: f32,
    /// The largest share of passages that hold it.
    share: f32,
}

/// Whether a word may be another with diacritics: not in a number, a time or a name.
fn is_open(word: &Word) -> bool {
    !matches!(word.part, Some(Part::Number(_) | Part::Date(_) | Part::Person(_)))
        && word.folded.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The exact forms of a word's letters, and which share of the passages holds each: those that the index has, or all
/// where it is asked about all at once.
fn forms(word: &Word, facts: &Facts<'_>) -> Result<Vec<(String, f32)>> {
    let mut forms = Vec::new();
    for form in fuller_spellings(&word.folded).into_iter().chain([word.folded.clone()]) {
        let passages = facts.frequency(&Term::new(Field::Exact, &*form))?;
        forms.push((form, passages));
    }
    if facts.are_near() {
        forms.retain(|(_, passages)| *passages > 0);
        forms.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        forms.truncate(MAX_FORMS);
    }
    let all = facts.passages().max(1) as f32;
    Ok(forms.into_iter().map(|(form, passages)| (form, (passages as f32 / all).min(0.99))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use crate::query::read::read;
    use crate::store::Memory;

    const PAGE: &[(&str, &[&str])] = &[
        ("", &["Dược sĩ hành nghề được cấp chứng chỉ.", "Mỗi nhà thuốc có một dược sĩ.", "Dược sĩ phải có mặt."]),
        ("", &["Người lao động được nghỉ.", "Ai được thưởng thì được báo.", "Khi nào được thì làm."]),
        ("", &["Tàu chở khí đốt.", "Khi nào khí nào cũng thế.", "Nơi nào khí nóng, nơi nào khí lạnh."]),
    ];

    #[test]
    fn forms_are_told_by_neighbors() {
        let memory = Memory::of(PAGE);
        let check = |line: &str, expected: &str| {
            let mut reading = read(&parse(line));
            restore(&mut reading, &Facts::of(&memory)).expect("memory can be read");
            let show =
                |word: &Word| format!("{}{}", word.meant.as_deref().unwrap_or("?"), if word.stop { "~" } else { "" });
            assert_eq!(reading.words().map(show).collect::<Vec<_>>().join(" "), expected, "{line}");
        };
        // a word that says nothing by its letters may say something
        check("duoc si", "dược ?");
        check("nguoi duoc thuong", "? ?~ ?");
        // neighbors that stand nowhere side by side tell nothing
        check("duoc bay", "?~ ?");
        // what several letters say is certain
        check("khi nao", "khi~ nào~");
        // diacritics anywhere, quotes and figures are taken as they were typed
        check("dược si", "? ?");
        check("\"duoc si\"", "? ?");
        check("duoc 3", "?~ ?");
    }
}
