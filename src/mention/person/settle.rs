//! Candidates to those that are people, by what the same text says elsewhere.

mod evidence;
mod possible;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use self::evidence::{Evidence, Key, key};
use super::byline;
use super::called;
use super::candidate::{Candidate, Verdict};
use super::lexicon::{Lexicon, flag, kind};
use super::surroundings::Left;
use super::word::{Gap, Shape, Word};

/// The candidates of a text, in order.
pub(super) struct Settled {
    /// Those that are people.
    pub people: Vec<Candidate>,
    /// Those that look like people, and nothing says so.
    pub possible: Vec<Candidate>,
    /// Those that are something else.
    pub others: Vec<Candidate>,
}

/// Tells the candidates that are people.
pub(super) fn settle(text: &str, words: &[Word], mut candidates: Vec<Candidate>) -> Settled {
    raise_list_heads(words, &mut candidates);
    raise_often(words, &mut candidates);
    let mut known = Evidence::of(words, &candidates);
    if raise_listed(text, words, &mut candidates, &known) {
        known = Evidence::of(words, &candidates);
    }
    let (mut people, mut others) = (Vec::new(), Vec::new());
    for mut candidate in candidates {
        let (holds, rule) = known.holds(words, &candidate);
        candidate.settled = rule;
        if holds { people.push(candidate) } else { others.push(candidate) }
    }
    people.iter_mut().for_each(|candidate| known.take_in_kinship(words, candidate));
    let authors = byline::authors(text, words, &people);
    // what stands in or behind their line is said of them
    others.retain(|other| authors.first().is_none_or(|author| other.end <= author.start));
    people.extend(authors);
    people.sort_by_key(|candidate| candidate.start);
    called::add(text, words, &mut people, &others);
    let mut possible = Vec::new();
    others.retain_mut(|other| match possible::looks_like_name(words, other) {
        Some(rule) => {
            possible.push(Candidate { settled: rule, ..*other });
            false
        }
        None => true,
    });
    Settled { people, possible, others }
}

/// Makes people of what begins a list that goes on with people: `Lâm Kính và Nông Văn Đạo`.
fn raise_list_heads(words: &[Word], candidates: &mut [Candidate]) {
    let lexicon = Lexicon::get();
    let mut next: Option<Candidate> = None;
    for candidate in candidates.iter_mut().rev() {
        let goes_on =
            next.is_some_and(|next| next.verdict >= Verdict::Likely && is_next_in_list(words, candidate, &next));
        let first = &words[candidate.start];
        let family = lexicon.flags(first.id) & flag::FAMILY != 0 && first.shape == Shape::Capital;
        let free = candidate.left == Left::Nothing && candidate.known.is_none();
        if goes_on && family && free && candidate.verdict == Verdict::Perhaps && candidate.end - candidate.start >= 2 {
            candidate.verdict = Verdict::Likely;
            candidate.raised = "head_of_list_of_people";
        }
        next = Some(*candidate);
    }
}

/// Makes people of names with a word of another language before a middle and a given name that a text tells again and
/// again and never as a place: `Jona Hoàng Sơn`.
fn raise_often(words: &[Word], candidates: &mut [Candidate]) {
    let mixed = |candidate: &Candidate| {
        let (span, lexicon) = (&words[candidate.start..candidate.end], Lexicon::get());
        let [first, rest @ ..] = span else { return false };
        let alien = first.plain && !lexicon.has(first.id) && first.shape == Shape::Capital;
        let free = candidate.verdict == Verdict::Perhaps && candidate.known.is_none();
        let middle = rest.first().is_some_and(|word| lexicon.flags(word.id) & flag::FAMILY == flag::WEAK);
        free && alien
            && middle
            && rest.len() == 2
            && rest.iter().all(|word| lexicon.flags(word.id) & flag::SYLLABLE != 0)
    };
    let mut counts: FxHashMap<Key, (usize, usize)> = FxHashMap::default();
    for candidate in candidates.iter().filter(|candidate| mixed(candidate)) {
        let (all, apart) = counts.entry(key(&words[candidate.start..candidate.end])).or_default();
        let placed = matches!(candidate.left, Left::Place | Left::Named | Left::At);
        *all += 1;
        *apart += usize::from(placed);
    }
    for candidate in candidates.iter_mut().filter(|candidate| mixed(candidate)) {
        if counts
            .get(&key(&words[candidate.start..candidate.end]))
            .is_some_and(|(all, apart)| *all > TWICE && *apart == 0)
        {
            candidate.verdict = Verdict::Likely;
            candidate.raised = "told_again_and_again";
        }
    }
}

/// A name told more often than so is told again and again.
const TWICE: usize = 2;

/// `A, B`, `A và B`
fn is_next_in_list(words: &[Word], a: &Candidate, b: &Candidate) -> bool {
    let join = |at: usize| Lexicon::get().is(&words[at], kind::JOIN);
    a.end + 1 == b.start && join(a.end) && words[a.end].gap == Gap::Blank
        || a.end == b.start && words[b.start].gap == Gap::Comma
}

/// `A; B`, `A (mất năm 1965), B` too
fn is_near_in_list(text: &str, words: &[Word], a: &Candidate, b: &Candidate) -> bool {
    let bracket = words.get(a.end..b.start).and_then(<[Word]>::first).is_some_and(|word| word.gap == Gap::Open)
        && b.start - a.end <= MAX_BRACKET
        && (words[b.start].gap == Gap::Close
            && text[words[b.start - 1].end..words[b.start].start].contains([',', ';'])
            || words[b.start - 1].gap == Gap::Close && Lexicon::get().is(&words[b.start - 1], kind::JOIN));
    is_next_in_list(words, a, b)
        || bracket
        || is_next_line(words, a, b)
        || a.end == b.start && words[b.start].gap == Gap::Semicolon
}

/// Whether both begin a line, one line behind the other.
fn is_next_line(words: &[Word], a: &Candidate, b: &Candidate) -> bool {
    let line = |gap: Gap| matches!(gap, Gap::Line | Gap::Paragraph);
    let between = words.get(a.end..b.start).filter(|between| between.len() <= MAX_LINE);
    between.is_some_and(|between| !between.iter().any(|word| line(word.gap)))
        && line(words[a.start].gap)
        && words[b.start].gap == Gap::Line
}

/// Makes people of the members of a list most of whose members are people; tells whether there were any.
fn raise_listed(text: &str, words: &[Word], candidates: &mut [Candidate], known: &Evidence) -> bool {
    let mut raised = false;
    let mut start = 0;
    while start < candidates.len() {
        let mut end = start + 1;
        while end < candidates.len() && is_near_in_list(text, words, &candidates[end - 1], &candidates[end]) {
            end += 1;
        }
        let list = &mut candidates[start..end];
        let sure: Vec<bool> = list.iter().map(|member| known.holds(words, member).0).collect();
        let people = sure.iter().filter(|sure| **sure).count();
        let places = list.iter().filter(|member| member.verdict == Verdict::Not).count();
        let foreign = is_foreign_list(words, list);
        let pairs = list.iter().all(|member| is_of_names(words, member));
        let share = if pairs { 3 } else { 2 };
        let most = people >= SURE && people * share >= list.len() || people > 0 && list.len() > SURE && foreign;
        for n in 0..list.len() {
            let between = n > 0 && n + 1 < list.len() && sure[n - 1] && sure[n + 1];
            let open = match list[n].verdict {
                Verdict::Perhaps => places == 0 && most || between && people > SURE,
                // `Lưu Bá Thừa, Hạ Long, Lý Tiên Niệm`
                Verdict::Not => between && places == 1 && people > SURE,
                _ => false,
            };
            let span = &words[list[n].start..list[n].end];
            let least = if pairs && is_of_names(words, &list[n]) { 1 } else { 2 };
            if open && (least..=4).contains(&span.len()) && span.iter().all(|word| word.shape == Shape::Capital) {
                list[n].verdict = Verdict::Likely;
                list[n].raised = "member_of_list_of_people";
                raised = true;
            }
        }
        start = end;
    }
    raised
}

/// Whether a member is one word of another language, or syllables of names and no compound.
fn is_of_names(words: &[Word], member: &Candidate) -> bool {
    let lexicon = Lexicon::get();
    let span = &words[member.start..member.end];
    let syllables = span.iter().all(|word| lexicon.flags(word.id) & (flag::SYLLABLE | flag::FAMILY) != 0);
    let phrase = |at: usize| lexicon.forward(words, at, kind::PAIR | kind::PLACE | kind::OFFICE).is_some();
    match span {
        [word] => word.plain && !lexicon.has(word.id),
        _ => syllables && !(member.start..member.end).any(phrase),
    }
}

/// Whether all members are written without diacritics, most with words that are not Vietnamese.
fn is_foreign_list(words: &[Word], list: &[Candidate]) -> bool {
    let span = |member: &Candidate| &words[member.start..member.end];
    let foreign = |member: &&Candidate| span(member).iter().any(|word| !Lexicon::get().has(word.id));
    let plain = list.iter().all(|member| span(member).iter().all(|word| word.plain));
    plain && list.iter().filter(foreign).count() * 2 > list.len()
}

/// So many people make a list one of people.
const SURE: usize = 2;

/// A line of a list has no more words behind its name.
const MAX_LINE: usize = 40;

/// What stands in brackets between the members of a list has no more words.
const MAX_BRACKET: usize = 14;
