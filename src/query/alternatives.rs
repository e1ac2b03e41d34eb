//! Short forms, long forms and ordinals of a reading to the terms that stand for the same.
//!
//! What was typed keeps its full weight; what stands for it counts less.

use tantivy::Term;

use super::gather::Gathered;
use super::plan::{Evidence, Planner, TermKind};
use super::reading::{Group, Reading, Word};
use crate::analysis::fold;
use crate::analysis::syllable::is_folded_syllable;
use crate::index::{long_forms, short_forms, short_key};
use crate::mention::abbreviation::{known, longest_at, shorts_of};
use crate::mention::numeral::{forms, leads_numeral, numeral};

/// More forms than this are not followed for one word.
const MAX_FORMS: usize = 3;

/// A spelt ordinal has at most this many words here.
const MAX_NUMERAL_WORDS: usize = 3;

/// Longer runs of words are not looked up as long forms.
const MAX_LONG_WORDS: usize = 8;

impl Planner<'_> {
    /// Gathers what stands for words of the reading besides themselves.
    pub(super) fn gather_alternatives(&self, reading: &Reading, gathered: &mut Gathered) -> tantivy::Result<()> {
        for group in reading.groups.iter().filter(|group| !group.phrase) {
            let folded: Vec<&str> = group.words.iter().map(|word| &*word.folded).collect();
            let mut at = 0;
            while at < group.words.len() {
                self.gather_long(&group.words[at], gathered)?;
                self.gather_ordinal(group, at, gathered)?;
                at += self.gather_short(&group.words[at..], &folded[at..], gathered)?.max(1);
            }
        }
        Ok(())
    }

    /// The long forms of a word that may be a short one.
    fn gather_long(&self, word: &Word, gathered: &mut Gathered) -> tantivy::Result<()> {
        let capitals = word.typed.chars().filter(|c| c.is_uppercase()).count();
        if word.folded.len() < 2 || word.part.is_some() || capitals < 2 && is_folded_syllable(&word.folded) {
            return Ok(());
        }
        let defined = long_forms(self.searcher, self.fields.abbreviations, Some(&word.folded))?;
        let mut longs: Vec<String> = defined.iter().map(|entry| fold(&entry.long)).collect();
        longs.extend(known(&word.typed).iter().map(|long| fold(long.long)));
        longs.truncate(MAX_FORMS);
        for long in longs {
            let words: Vec<&str> = long.split(' ').collect();
            self.add_alternative(&words, std::slice::from_ref(word), &[], gathered)?;
        }
        Ok(())
    }

    /// The short forms of the longest long form at the start of `words`; how many words it has.
    fn gather_short(&self, words: &[Word], folded: &[&str], gathered: &mut Gathered) -> tantivy::Result<usize> {
        let mut shorts: Vec<String> = Vec::new();
        let mut count = 0;
        for n in (2..=folded.len().min(MAX_LONG_WORDS)).rev() {
            shorts = short_forms(self.searcher, self.fields.abbreviations, &folded[..n].join(" "))?;
            if !shorts.is_empty() {
                count = n;
                break;
            }
        }
        if let Some((n, known)) = longest_at(folded).filter(|(n, _)| *n >= count.max(2)) {
            let more = if n > count { Vec::new() } else { std::mem::take(&mut shorts) };
            shorts = more.into_iter().chain(known.iter().map(|short| (*short).to_owned())).collect();
            count = n;
        } else if count > 0 {
            shorts.extend(shorts_of(&folded[..count].join(" ")).iter().map(|short| (*short).to_owned()));
        }
        let mut keys: Vec<String> = shorts.iter().map(|short| short_key(short)).collect();
        keys.dedup();
        // `TU` without its capitals is a word of its own
        keys.retain(|key| !is_folded_syllable(key));
        for key in keys.iter().take(MAX_FORMS) {
            let pairs: Vec<String> = folded[..count].windows(2).map(|two| two.join(" ")).collect();
            self.add_alternative(&[key], &words[..count], &pairs, gathered)?;
        }
        Ok(count)
    }

    /// The other forms of an ordinal: `lần thứ VIII`, `lần thứ 8`, `lần thứ tám`.
    fn gather_ordinal(&self, group: &Group, at: usize, gathered: &mut Gathered) -> tantivy::Result<()> {
        let Some(lead) = at.checked_sub(1).map(|before| &group.words[before]) else { return Ok(()) };
        if !leads_numeral(&lead.exact) {
            return Ok(());
        }
        let most = MAX_NUMERAL_WORDS.min(group.words.len() - at);
        let read = (1..=most).rev().find_map(|count| {
            let typed: Vec<&str> = group.words[at..at + count].iter().map(|word| &*word.typed).collect();
            Some((count, numeral(&typed.join(" "))?))
        });
        let Some((count, value)) = read else { return Ok(()) };
        let words = &group.words[at..at + count];
        let typed: Vec<&str> = words.iter().map(|word| &*word.folded).collect();
        let typed = typed.join(" ");
        for form in forms(value).iter().map(|form| fold(form)).filter(|form| *form != typed) {
            let run: Vec<&str> = std::iter::once(&*lead.folded).chain(form.split(' ')).collect();
            let pair = format!("{} {}", lead.folded, words[0].folded);
            self.add_alternative(&run, words, &[pair], gathered)?;
        }
        Ok(())
    }

    /// Lets a run of words stand for words and pairs of the reading, if the index has all of it.
    fn add_alternative(
        &self,
        run: &[&str],
        words: &[Word],
        pairs: &[String],
        gathered: &mut Gathered,
    ) -> tantivy::Result<()> {
        let terms: Vec<Term> = match run {
            [word] => vec![Term::from_field_text(self.fields.folded, word)],
            run => run.windows(2).map(|two| Term::from_field_text(self.fields.pairs, &two.join(" "))).collect(),
        };
        let mut rows = Vec::with_capacity(terms.len());
        let at = gathered.alternatives.len();
        for term in terms {
            let passages = self.searcher.doc_freq(&term)?;
            if passages == 0 {
                return Ok(());
            }
            rows.push(Evidence { kind: TermKind::Alternative(at), term, passages });
        }
        let targets: Vec<usize> = words.iter().filter_map(|word| gathered.word_at.get(&word.exact).copied()).collect();
        if targets.is_empty() {
            return Ok(());
        }
        for target in targets {
            gathered.words[target].alternatives.push(at);
        }
        for pair in pairs.iter().filter_map(|pair| gathered.pair_at.get(pair).copied()) {
            gathered.pairs[pair].alternatives.push(at);
        }
        gathered.evidence.extend(rows);
        gathered.alternatives.push(run.iter().map(|word| (*word).to_owned()).collect());
        Ok(())
    }
}
