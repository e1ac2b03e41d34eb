//! Candidates to those that are people, by what the same text says elsewhere.

use rustc_hash::{FxHashMap, FxHashSet};

use super::byline;
use super::called;
use super::candidate::{Candidate, Verdict};
use super::lexicon::{Lexicon, flag, kind};
use super::surroundings::Left;
use super::word::{Gap, Id, Shape, Word};

/// The ids of a stretch of words; longer ones are cut.
type Key = [Id; 5];

fn key(words: &[Word]) -> Key {
    let mut key = [Id::NONE; 5];
    key.iter_mut().zip(words).for_each(|(slot, word)| *slot = word.id);
    key
}

/// The candidates of a text, in order.
pub(super) struct Settled {
    /// Those that are people.
    pub people: Vec<Candidate>,
    /// Those that look like people, and nothing says so.
    pub possible: Vec<Candidate>,
}

/// Tells the candidates that are people.
pub(super) fn settle(text: &str, words: &[Word], mut candidates: Vec<Candidate>) -> Settled {
    raise_list_heads(words, &mut candidates);
    raise_often(words, &mut candidates);
    let mut known = Evidence::of(words, &candidates);
    if raise_listed(text, words, &mut candidates, &known) {
        known = Evidence::of(words, &candidates);
    }
    let (mut people, mut possible): (Vec<Candidate>, Vec<Candidate>) =
        candidates.into_iter().partition(|candidate| known.holds(words, candidate));
    let mut others = possible.clone();
    possible.retain(|candidate| looks_like_name(words, candidate));
    people.iter_mut().for_each(|candidate| known.take_in_kinship(words, candidate));
    let authors = byline::authors(text, words, &people);
    others.retain(|other| authors.first().is_none_or(|author| other.end <= author.start));
    possible.retain(|other| authors.first().is_none_or(|author| other.end <= author.start));
    people.extend(authors);
    people.sort_by_key(|candidate| candidate.start);
    called::add(text, words, &mut people, &others);
    Settled { people, possible }
}

/// Whether the words alone could be a full name: a family name and syllables of names, or no Vietnamese word.
fn looks_like_name(words: &[Word], candidate: &Candidate) -> bool {
    let span = &words[candidate.start..candidate.end];
    let lexicon = Lexicon::get();
    let flags = |word: &Word| lexicon.flags(word.id);
    let syllables = span[1..].iter().filter(|word| flags(word) & flag::SYLLABLE != 0).count();
    let words = span[1..].iter().any(|word| flags(word) & (flag::WORD | flag::BODY) != 0);
    let family = flags(&span[0]) & flag::FAMILY != 0
        && (syllables == span.len() - 1 || span.len() > 2 && syllables > 0 && !words);
    let foreign = span.iter().all(|word| word.plain && !lexicon.has(word.id));
    let free = candidate.verdict == Verdict::Perhaps && candidate.known.is_none() && candidate.left != Left::Place;
    free && (2..=4).contains(&span.len()) && span.iter().all(|word| word.shape == Shape::Capital) && (family || foreign)
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
        let sure: Vec<bool> = list.iter().map(|member| known.holds(words, member)).collect();
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

/// What the text says of its names.
#[derive(Default)]
struct Evidence {
    /// How often a name is a person.
    people: FxHashMap<Key, u32>,
    /// How often it is a place or thing.
    places: FxHashMap<Key, u32>,
    /// The last syllables of people, by which they are named too: two of a Vietnamese name, one of a foreign one.
    ends: FxHashMap<Key, u32>,
    /// The last words of full names, by which people are called behind a title.
    given: FxHashSet<Id>,
    /// Well-known people.
    known: FxHashSet<&'static str>,
}

impl Evidence {
    fn of(words: &[Word], candidates: &[Candidate]) -> Self {
        let mut known = Self::default();
        for candidate in candidates {
            let span = &words[candidate.start..candidate.end];
            match candidate.verdict {
                Verdict::Not => *known.places.entry(key(span)).or_default() += 1,
                Verdict::Person => {
                    known.add(span);
                    known.known.extend(candidate.known);
                }
                Verdict::Likely | Verdict::Perhaps => {}
            }
        }
        let likely = || candidates.iter().filter(|candidate| candidate.verdict == Verdict::Likely);
        let span = |candidate: &Candidate| &words[candidate.start..candidate.end];
        let mut counts: FxHashMap<Key, u32> = FxHashMap::default();
        likely().for_each(|candidate| *counts.entry(key(span(candidate))).or_default() += 1);
        for candidate in likely() {
            let key = key(span(candidate));
            if known.places.get(&key).is_none_or(|places| counts[&key] > *places) {
                known.add(span(candidate));
            }
        }
        known
    }

    fn add(&mut self, span: &[Word]) {
        *self.people.entry(key(span)).or_default() += 1;
        if let [_, .., last] = span {
            self.given.insert(last.id);
        }
        let lexicon = Lexicon::get();
        let foreign = span.len() >= 2 && span.iter().any(|word| !lexicon.has(word.id));
        let end = if foreign && span.iter().all(|word| word.plain && word.end - word.start > 2) {
            &span[span.len() - 1..]
        } else if !foreign && span.len() >= 3 && lexicon.flags(span[span.len() - 2].id) & flag::SYLLABLE != 0 {
            &span[span.len() - 2..]
        } else {
            return;
        };
        *self.ends.entry(key(end)).or_default() += 1;
    }

    /// Whether a candidate is a person.
    fn holds(&self, words: &[Word], candidate: &Candidate) -> bool {
        match candidate.verdict {
            Verdict::Not => false,
            Verdict::Person => true,
            Verdict::Likely => !self.is_place(words, candidate),
            Verdict::Perhaps => self.is_person(words, candidate),
        }
    }

    fn is_place(&self, words: &[Word], candidate: &Candidate) -> bool {
        let key = key(&words[candidate.start..candidate.end]);
        self.places.contains_key(&key) && !self.people.contains_key(&key)
    }

    fn is_person(&self, words: &[Word], candidate: &Candidate) -> bool {
        let span = &words[candidate.start..candidate.end];
        let key = key(span);
        if let Some(name) = candidate.known.filter(|_| span.len() == 1) {
            return self.known.contains(name);
        }
        // `ông Dùng` of Sùng Văn Dùng
        let titled = matches!(candidate.left, Left::Title(title) if title & (kind::HE | kind::SHE) != 0);
        if let [word] = span
            && titled
            && word.shape == Shape::Capital
            && self.given.contains(&word.id)
        {
            return true;
        }
        if span.len() == 1 && (Lexicon::get().has(span[0].id) || span[0].shape == Shape::Upper) {
            return false;
        }
        let count = |of: &FxHashMap<Key, u32>| of.get(&key).copied().unwrap_or(0);
        let (people, ends, places) = (count(&self.people), count(&self.ends), count(&self.places));
        // `tại Hà Lan` may be a place after all
        let clear = |times: u32| times > places && (candidate.left != Left::At || times >= OFTEN && places == 0);
        people > 0 && (span.len() > 2 || clear(people)) || ends > 0 && clear(ends)
    }

    /// A kinship word belongs to the name where the text writes it so elsewhere: `Chu Đức, Bác Cổ, …`.
    fn take_in_kinship(&self, words: &[Word], candidate: &mut Candidate) {
        let Left::Title(title) = candidate.left else { return };
        let before = candidate.start.checked_sub(1).filter(|&at| words[at].capital());
        if let Some(start) = before.filter(|_| title & kind::AGE != 0 && words[candidate.start].gap == Gap::Blank)
            && self.people.contains_key(&key(&words[start..candidate.end]))
        {
            candidate.start = start;
            candidate.left = Left::Nothing;
        }
    }
}

/// A name met so often as a person is one behind `tại` and `từ` too.
const OFTEN: u32 = 2;
