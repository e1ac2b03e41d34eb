//! Short forms, long forms and ordinals of a reading to the terms that stand for the same.
//!
//! What was typed keeps its full weight; what stands for it counts less.

use std::ops::Range;

use super::english;
use super::planned::{Alternative, Evidence, Gathered, TermKind};
use super::planner::Planner;
use super::reading::{Group, Reading};
use super::word::Word;
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::abbreviation::{known, longest_at, shorts_of};
use crate::mention::numeral::{forms, leads_numeral, numeral};
use crate::store::{Field, long_forms, short_forms, short_key};
use crate::text::syllable::is_folded_syllable;

/// More forms than this are not followed for one word.
const MAX_FORMS: usize = 3;

/// A spelt ordinal has at most this many words here.
const MAX_NUMERAL_WORDS: usize = 3;

/// Longer runs of words are not looked up as long forms.
const MAX_LONG_WORDS: usize = 8;

/// Long forms of more words than this may hold another.
const LEAST_INNER: usize = 3;

/// Ordinals above this are years and figures.
const MAX_ORDINAL: u32 = 99;

// MISSPELT: misspelt words in exact form to the right ones
include!(concat!(env!("OUT_DIR"), "/misspellings.rs"));

/// A run of words that stands for words of a group.
pub(super) struct StandIn {
    /// Which words of the group it stands in the place of.
    pub(super) range: Range<usize>,
    /// Which of them it is evidence for: the word before an ordinal is the same in all forms.
    targets: Range<usize>,
    /// As it is written.
    form: String,
    /// Its folded words.
    pub(super) words: Vec<String>,
    /// Whether it says the very same.
    same: bool,
    /// Whether it is a short form.
    pub(super) short: bool,
}

impl Planner<'_> {
    /// Gathers what stands for words of the reading besides themselves.
    pub(super) fn gather_alternatives(&self, reading: &Reading, gathered: &mut Gathered) -> Result<()> {
        for group in reading.groups.iter().filter(|group| !group.phrase) {
            for stand_in in self.stand_ins(group, reading.english)? {
                self.add_alternative(group, stand_in, gathered)?;
            }
        }
        Ok(())
    }

    /// What may stand for words of a group: long forms, short forms, other forms of ordinals; in an English question
    /// the Vietnamese for its words.
    pub(super) fn stand_ins(&self, group: &Group, english: bool) -> Result<Vec<StandIn>> {
        let folded: Vec<&str> = group.words.iter().map(|word| &*word.folded).collect();
        let mut found = if english { translations(&group.words) } else { Vec::new() };
        let mut at = 0;
        while at < group.words.len() {
            self.long_forms(&group.words[at], at, &mut found)?;
            ordinals(group, at, &mut found);
            misspelt(group, at, &mut found);
            let most = self.short_forms(&folded, at, MAX_LONG_WORDS, &mut found)?;
            // `Tổng LĐLĐ`: the short form of the words behind the first of them
            if most > LEAST_INNER {
                self.short_forms(&folded, at + 1, most - 1, &mut found)?;
            }
            at += most.max(1);
        }
        Ok(found)
    }

    /// The long forms of a word that may be a short one.
    fn long_forms(&self, word: &Word, at: usize, found: &mut Vec<StandIn>) -> Result<()> {
        let capitals = word.typed.chars().filter(|c| c.is_uppercase()).count();
        if word.folded.len() < 2 || word.part.is_some() || capitals < 2 && is_folded_syllable(&word.folded) {
            return Ok(());
        }
        let defined = long_forms(self.facts, Some(&word.folded))?;
        let mut longs: Vec<&str> = Vec::new();
        for long in defined.iter().map(|entry| &*entry.long).chain(known(&word.typed).iter().map(|long| long.long)) {
            if longs.len() < MAX_FORMS && !longs.iter().any(|other| fold(other) == fold(long)) {
                longs.push(long);
            }
        }
        found.extend(longs.into_iter().map(|long| StandIn::new(at..at + 1, long)));
        Ok(())
    }

    /// The short forms of the longest long form that begins at a word; how many words it has.
    fn short_forms(&self, folded: &[&str], at: usize, most: usize, found: &mut Vec<StandIn>) -> Result<usize> {
        let words = &folded[at..folded.len().min(at + most)];
        let mut shorts: Vec<String> = Vec::new();
        let mut count = 0;
        for n in (2..=words.len()).rev() {
            shorts = short_forms(self.facts, &words[..n].join(" "))?;
            if !shorts.is_empty() {
                count = n;
                break;
            }
        }
        if let Some((n, known)) = longest_at(words).filter(|(n, _)| *n >= count.max(2)) {
            let more = if n > count { Vec::new() } else { std::mem::take(&mut shorts) };
            shorts = more.into_iter().chain(known.iter().map(|short| (*short).to_owned())).collect();
            count = n;
        } else if count > 0 {
            shorts.extend(shorts_of(&words[..count].join(" ")).iter().map(|short| (*short).to_owned()));
        }
        let mut keys: Vec<(String, String)> = shorts.into_iter().map(|short| (short_key(&short), short)).collect();
        keys.dedup_by(|one, other| one.0 == other.0);
        // `TU` without its capitals is a word of its own
        keys.retain(|(key, _)| !is_folded_syllable(key));
        let range = at..at + count;
        let stand_in = |(key, form)| StandIn {
            range: range.clone(),
            targets: range.clone(),
            form,
            words: vec![key],
            same: false,
            short: true,
        };
        found.extend(keys.into_iter().take(MAX_FORMS).map(stand_in));
        Ok(count)
    }

    /// Whether a short form means the words for which it stands, and not something else: the documents define it so, or
    /// it has so many letters at least and they define it in no other way.
    pub(super) fn means(&self, stand_in: &StandIn, group: &Group, least: usize) -> Result<bool> {
        let [key] = &*stand_in.words else { return Ok(true) };
        let words: Vec<&str> = group.words[stand_in.range.clone()].iter().map(|word| &*word.folded).collect();
        let long = words.join(" ");
        let defined = long_forms(self.facts, Some(key))?;
        let is_free = defined.is_empty() && key.chars().count() >= least;
        Ok(is_free || defined.iter().any(|entry| fold(&entry.long) == long))
    }

    /// Lets a run of words stand for words of the reading and the pairs among them, if the index has all of it.
    fn add_alternative(&self, group: &Group, stand_in: StandIn, gathered: &mut Gathered) -> Result<()> {
        let kind = TermKind::Alternative(gathered.alternatives.len());
        let rows: Option<Vec<Evidence>> = match &*stand_in.words {
            [word] => self.word(kind, Field::Folded, word)?.map(|row| vec![row]),
            run => run.windows(2).map(|two| self.pair(kind, &two[0], &two[1])).collect::<Result<Option<_>>>()?,
        };
        let (Some(rows), at) = (rows, gathered.alternatives.len()) else { return Ok(()) };
        let words = &group.words[stand_in.targets];
        let targets: Vec<usize> = words.iter().filter_map(|word| gathered.word_at.get(&word.exact).copied()).collect();
        if targets.is_empty() {
            return Ok(());
        }
        for target in targets {
            gathered.words[target].alternatives.push(at);
        }
        let pairs = group.words[stand_in.range].windows(2).map(|two| format!("{} {}", two[0].folded, two[1].folded));
        for pair in pairs.filter_map(|pair| gathered.pair_at.get(&pair).copied()) {
            gathered.pairs[pair].alternatives.push(at);
        }
        gathered.evidence.extend(rows);
        let typed: Vec<&str> = words.iter().map(|word| &*word.typed).collect();
        let StandIn { form, words, same, .. } = stand_in;
        gathered.alternatives.push(Alternative { typed: typed.join(" "), form, words, same });
        Ok(())
    }
}

impl StandIn {
    /// Whether it may stand in a phrase: an ordinal behind another word is not what was quoted.
    pub(super) fn keeps_lead(&self, group: &Group) -> bool {
        self.targets == self.range || self.words.first() == group.words.get(self.range.start).map(|word| &word.folded)
    }

    fn new(range: Range<usize>, form: &str) -> Self {
        let words = fold(form).split(' ').map(str::to_owned).collect();
        Self { targets: range.clone(), range, form: form.to_owned(), words, same: false, short: false }
    }
}

/// The Vietnamese for the words and phrases of an English question; its small words by themselves have none.
fn translations(words: &[Word]) -> Vec<StandIn> {
    let exact: Vec<&str> = words.iter().map(|word| &*word.exact).collect();
    let folded: Vec<&str> = words.iter().map(|word| &*word.folded).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let says_something = |count: &usize| words[at..at + count].iter().any(|word| !word.stop);
        let known = english::translations(&exact[at..], &folded[at..]).filter(|(count, _)| says_something(count));
        let Some((count, forms)) = known else {
            at += 1;
            continue;
        };
        found.extend(forms.iter().map(|form| StandIn { same: true, ..StandIn::new(at..at + count, form) }));
        at += count;
    }
    found
}

/// The right spelling of two words that are often misspelt: `sáp nhập` for `sát nhập`.
fn misspelt(group: &Group, at: usize, found: &mut Vec<StandIn>) {
    let Some(words) = group.words.get(at..at + 2) else { return };
    if let Some(right) = MISSPELT.get(&format!("{} {}", words[0].exact, words[1].exact)) {
        found.push(StandIn { same: true, ..StandIn::new(at..at + 2, right) });
    }
}

/// The other forms of an ordinal: `lần thứ VIII`, `lần thứ 8`, `lần thứ tám`, `đại hội VIII`.
fn ordinals(group: &Group, at: usize, found: &mut Vec<StandIn>) {
    let words = &group.words;
    let Some(lead) = at.checked_sub(1).map(|before| &words[before]) else { return };
    let of_meeting = &*lead.folded == "hoi" && at > 1 && matches!(&*words[at - 2].folded, "dai");
    if !leads_numeral(&lead.exact) && !of_meeting {
        return;
    }
    let most = MAX_NUMERAL_WORDS.min(words.len() - at);
    let read = (1..=most).rev().find_map(|count| {
        let typed: Vec<&str> = words[at..at + count].iter().map(|word| &*word.typed).collect();
        Some((count, numeral(&typed.join(" "))?))
    });
    let Some((count, value)) = read.filter(|(_, value)| *value <= MAX_ORDINAL || !of_meeting) else { return };
    let typed: Vec<&str> = words[at..at + count].iter().map(|word| &*word.folded).collect();
    let typed = typed.join(" ");
    // of meetings one says `lần thứ`, `lần` or nothing
    let is_meeting = words[..at].windows(2).any(|two| two[0].folded == "dai" && two[1].folded == "hoi");
    let leads: &[&str] = match &*lead.folded {
        "thu" | "lan" | "hoi" if is_meeting => &["thu", "hoi"],
        "lan" => &["thu"],
        _ => &[],
    };
    let leads = leads.iter().copied().filter(|other| *other != lead.folded).chain([&*lead.folded]);
    for (lead, form) in leads.flat_map(|lead| forms(value).into_iter().map(move |form| (lead, form))) {
        let folded = fold(&form);
        // `Đại hội nhất trí` is no ordinal
        let is_said = lead == "hoi" && form.chars().any(char::is_lowercase);
        if !is_said && (folded != typed || *lead != *words[at - 1].folded) {
            let words = std::iter::once(lead).chain(folded.split(' ')).map(str::to_owned).collect();
            found.push(StandIn {
                range: at - 1..at + count,
                targets: at..at + count,
                form,
                words,
                same: true,
                short: false,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;
    use crate::query::{parse, read};

    #[test]
    fn each_spelling_has_another() {
        let lines = include_str!("data/misspellings.txt").lines().filter(|line| !line.starts_with('#'));
        for (wrong, right) in lines.filter_map(|line| line.split_once('\t')) {
            let exact = |text: &str| Analysis::of(text).exact_line().to_owned();
            assert!(wrong.split(' ').count() == 2 && exact(wrong) != exact(right), "{wrong}: {right}");
            assert_eq!(MISSPELT.get(&exact(wrong)), Some(&right), "{wrong}");
        }
    }

    #[test]
    fn ordinals_and_slips_have_other_forms() {
        let check = |query: &str, expected: &str, not: &str| {
            let reading = read(&parse(query));
            let mut found = Vec::new();
            for at in 0..reading.groups[0].words.len() {
                ordinals(&reading.groups[0], at, &mut found);
                misspelt(&reading.groups[0], at, &mut found);
            }
            let forms: Vec<String> = found.iter().map(|stand_in| stand_in.words.join(" ")).collect();
            assert!(expected.is_empty() || forms.iter().any(|form| form == expected), "{query}: {forms:?}");
            assert!(!forms.iter().any(|form| form == not), "{query}: {forms:?}");
        };
        check("đại hội 12", "thu xii", "hoi muoi hai");
        check("đại hội lần 14", "hoi xiv", "lan 14");
        check("đại hội lần thứ nhất", "thu i", "hoi nhat");
        check("khóa 15", "khoa xv", "hoi xv");
        check("thứ 2", "thu ii", "hoi 2");
        check("chương trình lần 2", "thu ii", "hoi ii");
        check("đại hội 2021", "", "thu 2021");
        check("sát nhập tỉnh", "sap nhap", "");
        check("sáp nhập tỉnh", "", "sap nhap");
    }
}
