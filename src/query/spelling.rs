//! A word as typed to the words that may be meant: keys left undone, sounds confused, letters slipped.
//!
//! Knows no index: the caller asks its dictionary which candidates occur. Digits and signs are never
//! slips, and a candidate of a syllable is a syllable.

mod breaks;
mod candidate;
mod costs;
mod edits;
mod sounds;
#[cfg(test)]
mod tests;
mod typing;

pub use self::breaks::{joined, splits};
pub use self::candidate::{Candidate, SlipKind};
use self::edits::Edit;
pub use self::typing::typed;
use crate::analysis::{Analysis, unmarked};
use crate::text::syllable::{MAX_LETTERS, Syllable, Toned, is_folded, is_folded_syllable};

/// More candidates are never given.
pub const MAX_CANDIDATES: usize = 400;

/// Longer words are no slips of a word.
const MAX_CHARS: usize = 24;

/// Words that may be meant by `word`, the likeliest first, at most [`MAX_CANDIDATES`].
///
/// In exact form: letters as typed count, so that `đoán` is one slip from `đoàn`. With `folded_only`
/// the word is taken without its marks, and so are the candidates. A word of one letter, with digits
/// (but for keys of VNI) or with signs has none. A word that is no syllable has plain edits also.
pub fn candidates(word: &str, folded_only: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let keys = typed(word);
    if let Some(meant) = &keys {
        let form = if folded_only { unmarked(meant) } else { exact(meant).unwrap_or_default() };
        found.push(Candidate { form, cost: costs::KEYS, kind: SlipKind::Keys });
    }
    let own = if folded_only { exact(word).map(|word| unmarked(&word)) } else { exact(word) };
    if let Some(own) = own {
        let letters = own.chars().count();
        if own.chars().all(is_latin) && (2..=MAX_CHARS).contains(&letters) {
            if folded_only { push_folded(&own, &mut found) } else { push_exact(&own, &mut found) }
        }
        found = best(found);
        found.retain(|candidate| candidate.form != own);
    }
    best(found)
}

/// The candidates in order, each form once.
fn best(mut found: Vec<Candidate>) -> Vec<Candidate> {
    // as the index has it
    for candidate in found.iter_mut().filter(|candidate| candidate.form.ends_with(['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']))
    {
        candidate.form = exact(&candidate.form).unwrap_or_default();
    }
    found.sort_unstable_by(|a, b| a.form.cmp(&b.form).then(a.cost.total_cmp(&b.cost)));
    found.dedup_by(|next, kept| next.form == kept.form);
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    found.truncate(MAX_CANDIDATES);
    found
}

/// The exact form of a single word.
fn exact(word: &str) -> Option<String> {
    let analysis = Analysis::of(word);
    let mut words = analysis.words();
    let exact = words.next()?.exact.to_owned();
    words.next().is_none().then_some(exact)
}

fn push_exact(own: &str, found: &mut Vec<Candidate>) {
    let toned = Toned::read(own);
    let mut syllables: Vec<(f32, SlipKind, Syllable)> = Vec::with_capacity(512);
    if let Some(toned) = &toned {
        sounds::push(toned, &mut syllables);
    }
    let (letters, tone) = loose(own);
    if letters.len() <= MAX_LETTERS + 1 {
        edits::each(&letters, &crate::text::syllable::ALPHABET, |edited, edit| {
            if let Some((syllable, cost)) = with_tone(edited, tone) {
                syllables.push((edit.cost() + cost, edit.kind(), syllable));
            }
        });
    }
    let valid = toned.is_some_and(|toned| Syllable::of(toned.letters(), toned.tone).is_some());
    push_best(syllables, found);
    if !valid && !is_folded_syllable(own) && own.is_ascii() {
        push_plain(&letters, found);
    }
}

/// Writes the likeliest syllables.
fn push_best(mut syllables: Vec<(f32, SlipKind, Syllable)>, found: &mut Vec<Candidate>) {
    syllables.sort_by(|a, b| a.2.cmp(&b.2).then(a.0.total_cmp(&b.0)));
    syllables.dedup_by_key(|(.., syllable)| *syllable);
    syllables.sort_by(|a, b| a.0.total_cmp(&b.0));
    let written = syllables.into_iter().take(MAX_CANDIDATES);
    found.extend(written.map(|(cost, kind, syllable)| Candidate { form: syllable.exact(), cost, kind }));
}

/// The syllable of edited letters; a stop that came in takes sắc or nặng where the tone cannot stay.
fn with_tone(letters: &[char], tone: u8) -> Option<(Syllable, f32)> {
    let keep = Syllable::of(letters, tone).map(|syllable| (syllable, 0.0));
    keep.or_else(|| (tone == 0).then(|| Some((Syllable::of(letters, 5)?, costs::NO_TONE))).flatten())
}

fn push_folded(own: &str, found: &mut Vec<Candidate>) {
    let letters: Vec<char> = own.chars().collect();
    sounds::push_folded(&letters, found);
    let push = |edited: &[char], edit: Edit| {
        if is_folded(edited) {
            found.push(Candidate { form: edited.iter().collect(), cost: edit.cost(), kind: edit.kind() });
        }
    };
    if letters.len() <= MAX_LETTERS + 1 {
        edits::each(&letters, &LATIN, push);
    }
    if !is_folded(&letters) && own.is_ascii() {
        push_plain(&letters, found);
    }
}

/// Edits of a word that is no syllable, whatever they make.
fn push_plain(letters: &[char], found: &mut Vec<Candidate>) {
    edits::each(letters, &LATIN, |edited, edit| {
        if edited.len() > 1 && edit != Edit::Other {
            let cost = edit.cost() + costs::NO_SYLLABLE;
            found.push(Candidate { form: edited.iter().collect(), cost, kind: edit.kind() });
        }
    });
}

/// Whether this is a Latin letter: others are no slips of a keyboard for these.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

/// The letters that words without marks are made of.
const LATIN: [char; 26] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
    'x', 'y', 'z',
];

/// Letters without tones, and the first tone, of any word in exact form.
fn loose(own: &str) -> (Vec<char>, u8) {
    let mut tone = 0;
    let letters = own.chars().map(|c| match Toned::read(c.encode_utf8(&mut [0; 4])) {
        Some(toned) if toned.letters().len() == 1 => {
            tone = if tone == 0 { toned.tone } else { tone };
            toned.letters()[0]
        }
        _ => c,
    });
    (letters.collect(), tone)
}
