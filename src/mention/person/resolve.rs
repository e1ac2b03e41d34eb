//! Names in short form to the full names before them that they stand for.
//!
//! A given name means the nearest full name before it that fits in syllable and sex; where another
//! fits nearly as near, it means neither and both are told. Two names of one person, joined by `tức` or
//! the like anywhere in the text, are one name in all of it.

#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Verdict};
use super::canonical;
use super::lexicon::{Lexicon, flag, kind};
use super::mention::{NameKind, PersonMention};
use super::surroundings::Left;
use super::word::{Gap, Id, Word};
use crate::mention::lists::{BIRTH_RANKS, HIGHLAND_HEADS};
use crate::mention::rule::{Rule, first, rules};
use crate::text::is_listed;

/// No more full names of one given name are compared.
const MAX_NAMESAKES: usize = 8;

/// A namesake is left out if its last mention is so many words farther than the nearest.
const FAR: usize = 250;

/// So many `tôi` tell that somebody tells the text.
const TOLD: usize = 3;

/// Between a name and another name of the same person stand no more words.
const ALIAS_WITHIN: usize = 8;

/// Between a name and another one behind the label of a form stand no more: `Bí danh: …`.
const LABEL_WITHIN: usize = 24;

/// A full name met so far.
struct Full {
    name: String,
    words: std::ops::Range<usize>,
    /// Word of its last mention so far.
    last: usize,
    woman: Option<bool>,
}

/// The people that `people` name, in order, and the rule by which each is whom it is.
pub(super) fn resolve(text: &str, words: &[Word], people: &[Candidate]) -> (Vec<PersonMention>, Vec<&'static str>) {
    let mut names = Names {
        text,
        words,
        fulls: Vec::new(),
        by_end: FxHashMap::default(),
        by_first: FxHashMap::default(),
        by_head: FxHashMap::default(),
        by_key: FxHashMap::default(),
        pairs: Vec::new(),
        by_rank: FxHashMap::default(),
    };
    let mut mentions: Vec<PersonMention> = Vec::with_capacity(people.len());
    let mut rules = Vec::with_capacity(people.len());
    let mut open: Vec<usize> = Vec::new();
    for (n, candidate) in people.iter().enumerate() {
        let near = n > 0 && candidate.left == Left::Alias && {
            candidate.start - people[n - 1].end <= reach(text, words, &people[n - 1], candidate)
        };
        let of_box = candidate.left == Left::Alias && words[candidate.start].gap == Gap::Cell;
        let before = if of_box && heads(text, words, &people[0]) { mentions.first() } else { mentions.last() };
        let (mut mention, rule) = names.read(candidate, before.filter(|_| near));
        rules.push(rule);
        let whole = mention.kind == NameKind::Full && candidate.known.is_none();
        if mention.kind == NameKind::Unresolved || whole && names.is_short(candidate) {
            open.push(mentions.len());
        }
        if mention.name.is_empty() {
            mention.name = canonical::spell(text, &words[candidate.start..candidate.end]);
        }
        mentions.push(mention);
    }
    // a headline may name a person shortly before the text names it in full
    for at in open {
        if !mentions[at].rivals.is_empty() {
            continue;
        }
        let begun = names.begun(people[at].start..people[at].end);
        let full = match names.fitting(&people[at])[..] {
            [full] => Some(full),
            _ => begun,
        };
        if let Some(full) = full {
            mentions[at].name.clone_from(&names.fulls[full].name);
            mentions[at].kind = NameKind::Short;
            rules[at] = "named_in_full_later";
        }
    }
    names.join_by_birth_rank(is_told_by_somebody(words));
    join_aliases(&names.pairs, &mut mentions);
    (mentions, rules)
}

/// Whether somebody tells the text who calls people by order of birth and knows their names: `tôi` again and again, or
/// `tên thật`.
fn is_told_by_somebody(words: &[Word]) -> bool {
    let [me, name, real] = ["tôi", "tên", "thật"].map(|word| Lexicon::get().by_spelling(word));
    let said = |pair: &[Word]| Some(pair[0].id) == name && Some(pair[1].id) == real;
    words.iter().filter(|word| Some(word.id) == me).nth(TOLD - 1).is_some() || words.windows(2).any(said)
}

/// Whether a text begins with a name, alone on the first line: whose box it has below.
fn heads(text: &str, words: &[Word], first: &Candidate) -> bool {
    let behind = words.get(first.end).map_or("\n", |next| &text[words[first.end - 1].end..next.start]);
    first.start == 0 && behind.contains('\n')
}

/// Between two names of one person stand no more words: labels of a form may stand far from each other.
fn reach(text: &str, words: &[Word], before: &Candidate, candidate: &Candidate) -> usize {
    let labelled = |candidate: &Candidate| matches!(words[candidate.start].gap, Gap::Colon | Gap::Cell);
    let listed = before.left == Left::Alias || labelled(before);
    let between = &text[words[before.end - 1].end..words[candidate.start].start];
    let parted = between.contains("\n\n");
    if parted && !labelled(candidate) {
        return 0;
    }
    if labelled(candidate) && candidate.left == Left::Alias && listed { LABEL_WITHIN } else { ALIAS_WITHIN }
}

/// What may be full names, as mentions.
pub(super) fn possible(text: &str, words: &[Word], candidates: &[Candidate]) -> Vec<PersonMention> {
    let mention = |candidate: &Candidate| {
        let words = &words[candidate.start..candidate.end];
        let range = canonical::stretch(text, words);
        let name = canonical::spell(text, words);
        PersonMention { range, name, kind: NameKind::Possible, written: None, role: None, rivals: Vec::new() }
    };
    candidates.iter().map(mention).collect()
}

/// Files every name under the one name of its person.
fn join_aliases(pairs: &[(String, String)], mentions: &mut [PersonMention]) {
    if pairs.is_empty() {
        return;
    }
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    let mut names: Vec<&str> = Vec::new();
    for name in pairs.iter().flat_map(|(a, b)| [a.as_str(), b.as_str()]) {
        index.entry(name).or_insert_with(|| {
            names.push(name);
            names.len() - 1
        });
    }
    let mut first = vec![usize::MAX; names.len()];
    for (n, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.rivals.is_empty()) {
        if let Some(&name) = index.get(mention.name.as_str()) {
            first[name] = first[name].min(n);
        }
    }
    // the name that leads: well known, then of two syllables or more, then none by order of birth, then met first
    let rank = |name: usize| {
        let known = Lexicon::get().is_known_name(names[name]);
        let called = names[name].split_once(' ').is_some_and(|(head, _)| BIRTH_RANKS.contains(&head));
        (!known, !names[name].contains([' ', '-']), called, first[name])
    };
    let ranks: Vec<_> = (0..names.len()).map(rank).collect();
    let mut leads: Vec<usize> = (0..names.len()).collect();
    for (a, b) in pairs {
        let (a, b) = (lead(&mut leads, index[a.as_str()]), lead(&mut leads, index[b.as_str()]));
        let (winner, loser) = if ranks[b] < ranks[a] { (b, a) } else { (a, b) };
        leads[loser] = winner;
    }
    for mention in mentions.iter_mut().filter(|mention| mention.rivals.is_empty()) {
        let Some(&name) = index.get(mention.name.as_str()) else { continue };
        let lead = lead(&mut leads, name);
        if lead != name {
            mention.written.get_or_insert(std::mem::replace(&mut mention.name, names[lead].to_owned()));
            mention.kind = NameKind::Alias;
        }
    }
}

/// The name that leads the names of a person; the next search for it is shorter.
fn lead(leads: &mut [usize], mut name: usize) -> usize {
    while leads[name] != name {
        leads[name] = leads[leads[name]];
        name = leads[name];
    }
    name
}

struct Names<'a> {
    text: &'a str,
    words: &'a [Word],
    fulls: Vec<Full>,
    /// Full names by their last syllable, the last met at the end.
    by_end: FxHashMap<Id, Vec<usize>>,
    /// The latest full name by its first syllable, which foreign names are called by too.
    by_first: FxHashMap<Id, usize>,
    /// The one longer full name by its first two words; none where several begin so.
    by_head: FxHashMap<[Id; 2], Option<usize>>,
    by_key: FxHashMap<Vec<Id>, usize>,
    /// Names of one person, as `tức` joins them.
    pairs: Vec<(String, String)>,
    /// By their first word those called by order of birth, the last at the end.
    by_rank: FxHashMap<Id, Vec<usize>>,
}

/// A candidate in its turn.
struct Turn<'a> {
    candidate: &'a Candidate,
    /// The name before, where it stands close.
    before: Option<&'a PersonMention>,
    /// Its canonical spelling.
    spelled: &'a str,
}

/// How a candidate is named, and the name it is filed under; a rule that speaks notes what is new.
type Resolves = fn(&mut Names<'_>, &Turn<'_>) -> Option<PersonMention>;

const RULES: &[Rule<Resolves>] = rules![
    well_known_name,
    other_name_of_one_before,
    order_of_birth_alone,
    without_head_of_order,
    head_of_highland_name,
    full_name,
    short_for_one,
    two_words,
    short_for_none_or_many,
];

/// `Hồ Chí Minh`, and other names of well-known people: `Bác Hồ`.
fn well_known_name(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let known = turn.candidate.known?;
    if let Some(before) = turn.alias_of() {
        names.pairs.push((before.name.clone(), known.to_owned()));
    }
    names.add(turn.candidate, known.to_owned());
    if turn.spelled == known {
        return Some(names.mention(turn, known.to_owned(), NameKind::Full));
    }
    let alias = names.mention(turn, known.to_owned(), NameKind::Alias);
    Some(PersonMention { written: Some(turn.spelled.to_owned()), ..alias })
}

/// `Nguyễn Văn A (tức B)`: another name of the person just named.
fn other_name_of_one_before(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let before = turn.alias_of()?;
    names.pairs.push((before.name.clone(), turn.spelled.to_owned()));
    if !names.is_short(turn.candidate) {
        names.add(turn.candidate, turn.spelled.to_owned());
    }
    Some(names.mention(turn, turn.spelled.to_owned(), NameKind::Full))
}

/// `anh Ba` behind `anh Ba Trân`.
fn order_of_birth_alone(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let &Candidate { start, end, left, .. } = turn.candidate;
    let Left::Title(title) = left else { return None };
    let ranked = if end - start == 1 { names.by_rank.get(&names.words[start].id)? } else { return None };
    // `chị Ba` is no man, and of two called so near each other neither
    let woman = if title & kind::SHE != 0 { Some(true) } else { (title & kind::HE != 0).then_some(false) };
    let fits = |full: &&usize| woman.zip(names.fulls[**full].woman).is_none_or(|(one, other)| one == other);
    let last = ranked.iter().filter(fits).map(|&full| names.fulls[full].last).max()?;
    let mut near = ranked.iter().filter(fits).filter(|full| names.fulls[**full].last + FAR > last);
    let (Some(&full), None) = (near.next(), near.next()) else { return None };
    let name = names.fulls[full].name.clone();
    Some(names.mention(turn, name, NameKind::Short))
}

/// `ông Minh Nguyệt Quang` behind `Thích Minh Nguyệt Quang`.
fn without_head_of_order(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let order = Lexicon::get().by_spelling("thích")?;
    let &Candidate { start, end, .. } = turn.candidate;
    let ends = names.by_end.get(&names.words[end - 1].id)?;
    let is_whole = |full: &&usize| {
        let words = &names.words[names.fulls[**full].words.clone()];
        words.len() == end - start + 1 && words[0].id == order
    };
    let same = |full: &&usize| {
        let words = &names.words[names.fulls[**full].words.clone()];
        words[1..].iter().zip(&names.words[start..end]).all(|(one, other)| one.id == other.id)
    };
    let &full = ends.iter().rev().filter(is_whole).find(same)?;
    names.fulls[full].last = start;
    let name = names.fulls[full].name.clone();
    Some(names.mention(turn, name, NameKind::Short))
}

/// `Y Bhun` behind `Y Bhun Niê`.
fn head_of_highland_name(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let &Candidate { start, end, .. } = turn.candidate;
    let full = if end - start == 2 { names.begun(start..end)? } else { return None };
    names.fulls[full].last = start;
    let name = names.fulls[full].name.clone();
    Some(names.mention(turn, name, NameKind::Short))
}

/// `Lò Văn Én`: three words, or two with a strong family name.
fn full_name(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    if names.is_short(turn.candidate) {
        return None;
    }
    let name = names.add(turn.candidate, turn.spelled.to_owned());
    Some(names.mention(turn, name, NameKind::Full))
}

/// `ông Én` behind Lò Văn Én, and nobody else near who is called so.
fn short_for_one(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let [full] = names.near(turn.candidate)[..] else { return None };
    names.fulls[full].last = turn.candidate.start;
    let name = names.fulls[full].name.clone();
    Some(names.mention(turn, name, NameKind::Short))
}

/// `Mai Hòa`, where no longer name ends so.
fn two_words(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let long = turn.candidate.end - turn.candidate.start >= 2;
    if !long || !names.near(turn.candidate).is_empty() {
        return None;
    }
    let name = names.add(turn.candidate, turn.spelled.to_owned());
    Some(names.mention(turn, name, NameKind::Full))
}

/// `ông Én`, where no longer name ends so, or several near ones.
fn short_for_none_or_many(names: &mut Names<'_>, turn: &Turn<'_>) -> Option<PersonMention> {
    let rivals = names.near(turn.candidate).iter().map(|&full| names.fulls[full].name.clone()).collect();
    let unresolved = names.mention(turn, turn.spelled.to_owned(), NameKind::Unresolved);
    Some(PersonMention { rivals, ..unresolved })
}

impl Turn<'_> {
    /// The name before, where `tức` or the like stands between.
    fn alias_of(&self) -> Option<&PersonMention> {
        self.before.filter(|before| self.candidate.left == Left::Alias && before.rivals.is_empty())
    }
}

impl Names<'_> {
    /// How a candidate is named, and the rule that says so; `before` is the name before, where it stands close.
    fn read(&mut self, candidate: &Candidate, before: Option<&PersonMention>) -> (PersonMention, &'static str) {
        let spelled = canonical::spell(self.text, &self.words[candidate.start..candidate.end]);
        let turn = Turn { candidate, before, spelled: &spelled };
        let read = first(RULES, |resolves| resolves(self, &turn));
        read.unwrap_or_else(|| (self.mention(&turn, spelled.clone(), NameKind::Unresolved), ""))
    }

    fn mention(&self, turn: &Turn<'_>, name: String, kind: NameKind) -> PersonMention {
        let range = canonical::stretch(self.text, &self.words[turn.candidate.start..turn.candidate.end]);
        PersonMention { range, name, kind, written: None, role: None, rivals: Vec::new() }
    }

    /// The full names that a short one may stand for, but for those told so much earlier than the nearest that it means
    /// none of them.
    fn near(&self, candidate: &Candidate) -> Vec<usize> {
        let mut fits = self.fitting(candidate);
        if let Some(nearest) = fits.first() {
            let last = self.fulls[*nearest].last;
            fits.retain(|&full| self.fulls[full].last + FAR > last);
        }
        fits
    }

    /// Whether a name may stand for a longer one: one syllable, or two without a family name.
    fn is_short(&self, candidate: &Candidate) -> bool {
        match candidate.end - candidate.start {
            1 => true,
            2 => Lexicon::get().flags(self.words[candidate.start].id) & flag::STRONG == 0,
            _ => false,
        }
    }

    /// Notes a full name; returns the name it is filed under.
    fn add(&mut self, candidate: &Candidate, spelled: String) -> String {
        let words = &self.words[candidate.start..candidate.end];
        let key: Vec<Id> = words.iter().map(|word| word.id).collect();
        let last = candidate.start;
        let full = self.by_key.get(&key).copied().unwrap_or(self.fulls.len());
        let head = &self.words[candidate.start];
        if words.len() == 2 && is_listed(&self.text[head.start..head.end], BIRTH_RANKS) {
            let ranked = self.by_rank.entry(key[0]).or_default();
            ranked.retain(|&other| other != full);
            if ranked.len() >= MAX_NAMESAKES {
                ranked.remove(0);
            }
            ranked.push(full);
        }
        if full == self.fulls.len() {
            let woman = self.sex(candidate);
            self.fulls.push(Full { name: spelled, words: candidate.start..candidate.end, last, woman });
            self.by_first.insert(key[0], full);
            if let [head, next, _, ..] = key[..] {
                self.by_head.entry([head, next]).and_modify(|one| *one = None).or_insert(Some(full));
            }
            self.by_key.insert(key, full);
        }
        self.fulls[full].last = last;
        let ends = self.by_end.entry(words[words.len() - 1].id).or_default();
        ends.retain(|&other| other != full);
        if ends.len() >= MAX_NAMESAKES {
            ends.remove(0);
        }
        ends.push(full);
        self.fulls[full].name.clone()
    }

    /// The one longer name of the highlands that begins with these words.
    fn begun(&self, short: std::ops::Range<usize>) -> Option<usize> {
        let words = &self.words[short];
        let [head, next, ..] = words else { return None };
        if !is_listed(&self.text[head.start..head.end], HIGHLAND_HEADS) {
            return None;
        }
        let full = self.by_head.get(&[head.id, next.id]).copied().flatten()?;
        let whole = &self.words[self.fulls[full].words.clone()];
        (whole.len() > words.len() && whole.iter().zip(words).all(|(a, b)| a.id == b.id)).then_some(full)
    }

    /// Whether a full name is one by order of birth: `Hai Phước`.
    fn is_by_birth_rank(&self, full: &Full) -> bool {
        let head = &self.words[full.words.start];
        full.words.len() == 2 && is_listed(&self.text[head.start..head.end], BIRTH_RANKS)
    }

    /// Makes one person of those called by order of birth and the one full name of the text that ends in the same
    /// given name: `Hai Phước`, `Lê Văn Phước`; one that is named later only where somebody tells the text.
    fn join_by_birth_rank(&mut self, told: bool) {
        let mut pairs = Vec::new();
        for called in self.fulls.iter().filter(|full| self.is_by_birth_rank(full)) {
            let ends = self.by_end.get(&self.words[called.words.end - 1].id).map_or(&[][..], Vec::as_slice);
            let whole = |full: &&usize| {
                let full = &self.fulls[**full];
                let family = Lexicon::get().flags(self.words[full.words.start].id) & flag::FAMILY != 0;
                let fits = called.woman.zip(full.woman).is_none_or(|(one, other)| one == other);
                // `Chú Năm Hùng …. Bạn đọc Trần Quốc Hùng …`: who is named later may be another
                let known = told || full.words.start < called.words.start;
                full.words.len() >= 3 && family && fits && known
            };
            let ranked = ends.iter().filter(|full| self.is_by_birth_rank(&self.fulls[**full])).count();
            let mut fulls = ends.iter().filter(whole);
            if let (Some(&full), None, 1) = (fulls.next(), fulls.next(), ranked) {
                pairs.push((called.name.clone(), self.fulls[full].name.clone()));
            }
        }
        self.pairs.extend(pairs);
    }

    /// Whether the person is a woman, as far as title or middle name tell.
    fn sex(&self, candidate: &Candidate) -> Option<bool> {
        let words = &self.words[candidate.start..candidate.end];
        let middle = words.get(1).filter(|_| words.len() > 2).map(|word| word.id);
        let is = |spelling| middle.is_some() && middle == Lexicon::get().by_spelling(spelling);
        match candidate.left {
            Left::Title(kinds) if kinds & kind::SHE != 0 => Some(true),
            Left::Title(kinds) if kinds & kind::HE != 0 => Some(false),
            _ if is("thị") => Some(true),
            _ if is("văn") => Some(false),
            _ => None,
        }
    }

    /// The full names that a short one may stand for, the nearest first.
    fn fitting(&self, candidate: &Candidate) -> Vec<usize> {
        let short = &self.words[candidate.start..candidate.end];
        let woman = match candidate.left {
            Left::Title(kinds) if kinds & kind::SHE != 0 => Some(true),
            Left::Title(kinds) if kinds & kind::HE != 0 => Some(false),
            _ => None,
        };
        let ends = self.by_end.get(&short[short.len() - 1].id).map_or(&[][..], Vec::as_slice);
        let fits = |full: &Full| {
            let words = &self.words[full.words.clone()];
            words.len() > short.len()
                && words.iter().rev().zip(short.iter().rev()).all(|(a, b)| a.id == b.id)
                && woman.zip(full.woman).is_none_or(|(short, full)| short == full)
        };
        let fitting: Vec<usize> = ends.iter().rev().copied().filter(|&full| fits(&self.fulls[full])).collect();
        let titled = matches!(candidate.left, Left::Title(_)) && short.len() == 1;
        // `Đặng` of a text about China, `Khieu`; `ông Sơn` is no `Sơn Văn A`
        let alone = short.len() == 1 && candidate.left == Left::Nothing && candidate.verdict == Verdict::Likely;
        let first = self.by_first.get(&short[0].id);
        let first = first.filter(|full| alone || titled && self.fulls[**full].words.len() > 2);
        if fitting.is_empty() { first.copied().into_iter().collect() } else { fitting }
    }
}
