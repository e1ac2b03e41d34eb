//! All offices of a text to who holds each: the rules in order, the first that knows decides.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::beside::Surroundings;
use super::words::{OFFICE_WORDS, cue};
use crate::mention::lists::{
    BEFORE_TERM, BEFORE_VERB, DOCTRINES, FORMER, KIN, KIN_HEADS, NEXT, NUMERALS, OF_ME, SUPPOSED, THEN, TIMES,
};
use crate::mention::person::lexicon::kind;
use crate::mention::person::post::{How, Post};
use crate::mention::person::subject::Subjects;
use crate::mention::person::word::{Gap, Id, Shape};
use crate::mention::rule::{Rule, first};

/// Whose an office is.
pub(super) struct Given {
    /// The people, by their index among those named.
    pub people: Vec<usize>,
    pub how: How,
    /// The word with which what gives it begins.
    pub start: usize,
}

/// The office that begins at a word, to whose it is.
type Gives = fn(&Teller<'_, '_>, usize) -> Option<Given>;

/// The rules for offices that stand beside no name, in order.
pub(super) const RULES: &[Rule<Gives>] = &[
    Rule { name: "office_behind_verb", speaks: |teller, at| teller.by_verb(at) },
    Rule { name: "name_behind_office", speaks: |teller, at| teller.by_name(at) },
    Rule { name: "office_above_its_term", speaks: |teller, at| teller.by_term(at) },
    Rule { name: "line_of_a_career", speaks: |teller, at| teller.by_line(at) },
    Rule { name: "head_of_holders", speaks: |teller, at| teller.by_holders(at) },
    Rule { name: "item_of_a_list", speaks: |teller, at| teller.by_item(at) },
    Rule { name: "former_office", speaks: |teller, at| teller.by_former(at) },
    Rule { name: "office_in_brackets", speaks: |teller, at| teller.by_bracket(at) },
];

/// No more words stand between the subject of a sentence and its verb.
const SUBJECT: usize = 45;

/// No verb has more words: `đã được Đại hội tín nhiệm bầu giữ chức vụ`.
const VERB: usize = 10;

/// No more words stand between one that denies and its verb: `không được Đại hội bầu làm`.
const UNREAL: usize = 9;

/// No more words stand between `chức vụ` and `của ông`.
const OF_OFFICE: usize = 16;

/// No more words stand between `chức vụ` and the colon behind it.
const OTHERS: usize = 8;

/// No more words at the end of a verb speak of offices.
const OFFICES: usize = 3;

pub(super) struct Teller<'a, 'b> {
    pub around: &'a Surroundings<'b>,
    pub subjects: &'a Subjects,
    kin: Vec<Id>,
    then: Vec<Id>,
}

/// All offices of a text, in order; `roles` are those beside the names, `shared` those who share the one before.
pub(super) fn posts(
    text: &str,
    around: &Surroundings<'_>,
    subjects: &Subjects,
    roles: &[Option<Range<usize>>],
    shared: &[usize],
) -> Vec<Post> {
    let ids = |list: &[&str]| list.iter().filter_map(|word| around.lexicon.by_spelling(word)).collect();
    let teller = Teller { around, subjects, kin: ids(KIN), then: ids(THEN) };
    let mut posts: Vec<Post> = Vec::new();
    // where offices begin that have their holder
    let mut known: FxHashSet<usize> = FxHashSet::default();
    for (n, role) in roles.iter().enumerate() {
        let Some(role) = role.clone() else { continue };
        let given = (teller.beside(n, &role), "office_beside_name");
        teller.add(given, role, text, &mut posts, &mut known);
    }
    for &n in shared {
        let before: Vec<Post> = posts.iter().rev().take(VERB).filter(|post| post.person + 1 == n).cloned().collect();
        let shared = |post| Post { person: n, rule: "shared_with_name_before", ..post };
        posts.extend(before.into_iter().map(shared));
    }
    let mut at = 0;
    while at < around.words.len() {
        let Some(len) = around.post(at) else {
            at += 1;
            continue;
        };
        let given = if known.contains(&at) { None } else { first(RULES, |gives| gives(&teller, at)) };
        if let Some(given) = given {
            teller.add(given, at..at, text, &mut posts, &mut known);
        }
        at += len;
    }
    posts.sort_by_key(|post| (post.range.start, post.person));
    posts.dedup_by_key(|post| (post.range.start, post.person));
    posts
}

impl Teller<'_, '_> {
    /// Adds the offices in a row that begin with `first`, for each of the people to whom they are given.
    fn add(
        &self,
        (given, rule): (Given, &'static str),
        first: Range<usize>,
        text: &str,
        posts: &mut Vec<Post>,
        known: &mut FxHashSet<usize>,
    ) {
        let (around, how) = (self.around, given.how);
        // one before its name ends there: `Chủ tịch B A`, `Chủ tịch B là A`
        let before_name = given.people.iter().any(|&n| around.people[n].start >= first.end);
        let end = if first.is_empty() { around.alone(first.start).map(|office| office.end) } else { Some(first.end) };
        let links = around.chain(first.start, end.filter(|_| before_name));
        let start = around.words[given.start].start;
        let mut push = |words: Range<usize>, joined: bool| {
            let range = around.bytes(words.clone());
            // `A và B làm Phó Thư ký`: that of both
            let new = known.insert(words.start) || !first.is_empty();
            if text[range.clone()].trim().is_empty() || !new {
                return;
            }
            let of = around.body(&words);
            let post =
                |&person: &usize| Post { person, range: range.clone(), how, start, of: of.clone(), joined, rule };
            posts.extend(given.people.iter().map(post));
        };
        // an honor is no office that others follow
        if links.is_empty() && !first.is_empty() && how == How::Beside {
            push(first.clone(), false);
        }
        for link in links {
            // `(thay A sang giữ chức B), C`: C is told of another
            if around.closes_between(given.start, link.words.start) {
                break;
            }
            push(link.words, link.joined);
        }
    }

    /// The office of the `n`-th person at `role`.
    fn beside(&self, n: usize, role: &Range<usize>) -> Given {
        let person = &self.around.people[n];
        match self.verb(role.start).filter(|(_, start)| *start >= person.end) {
            Some((how, start)) => Given { people: vec![n], how, start },
            None => Given { people: vec![n], how: How::Beside, start: person.start.min(role.start) },
        }
    }

    /// The verb right before an office: what it tells, and its first word.
    fn verb(&self, at: usize) -> Option<(How, usize)> {
        let around = self.around;
        if let Some(start) = self.adds(at) {
            return Some((How::Taken, start));
        }
        let (len, says) = OFFICE_WORDS.backward(around.words, at, cue::LEAVES)?;
        let how = match says & cue::LEAVES {
            cue::LEAVES => How::Left,
            cue::TAKES => How::Taken,
            _ => How::Had,
        };
        let mut start = at - len;
        let goes_back = |start: usize| {
            start > 0
                && around.goes_on(start)
                && around.is(start - 1, kind::ELECTED)
                && self.ends_person(start).is_none()
        };
        while at - start < VERB && goes_back(start) {
            start -= 1;
        }
        Some((how, start))
    }

    /// Where `kiêm` stands as a verb right before an office: `ông kiêm Bí thư`.
    fn adds(&self, at: usize) -> Option<usize> {
        let around = self.around;
        let verb = at.checked_sub(1).filter(|&verb| around.is_kiem(verb) && around.goes_on(at))?;
        let before = verb.checked_sub(1).filter(|_| around.goes_on(verb))?;
        let subject = self.subjects.is_pronoun(around.words, before) || self.ends_person(verb).is_some();
        subject.then_some(verb)
    }

    /// `ông được bầu làm Chủ tịch`, `ông giữ các chức vụ: Bí thư, …`: the subject of the verb.
    fn by_verb(&self, at: usize) -> Option<Given> {
        let around = self.around;
        let at = self.over_count(at);
        let colon = at > 0 && around.words[at].gap == Gap::Colon && !around.breaks(at);
        let at = if colon { self.over_others(at) } else { at };
        let is_led = around.goes_on(at) || colon && self.is_of_many(at);
        if !is_led {
            return None;
        }
        let (how, start) = self.verb(at)?;
        if how == How::Had && start > 0 && self.kin.contains(&around.words[start - 1].id) {
            return None;
        }
        // `chức vụ nay là Tỉnh trưởng`: what an office is called now
        if how == How::Had
            && (start.saturating_sub(3)..start).any(|at| around.spells(at, "vụ"))
            && !self.is_of_office(start)
        {
            return None;
        }
        if around.alone(at).is_some_and(|office| around.is_first_to(&office)) {
            return None;
        }
        let (how, start) = self.claimed(start, how)?;
        let people = self.subject(start, how)?;
        Some(Given { people, how, start })
    }

    /// What a verb tells where its clause claims it: nothing of what is denied, refused, planned or a condition; `không
    /// còn làm` ends an office.
    fn claimed(&self, start: usize, how: How) -> Option<(How, usize)> {
        let around = self.around;
        let mut at = start;
        while at > 0 && start - at < UNREAL && around.goes_on(at) {
            if let Some(n) = self.ends_person(at) {
                at = around.people[n].start;
                continue;
            }
            at -= 1;
            if around.spells(at, "còn") && at > 0 && around.spells(at - 1, "không") {
                return Some((How::Left, at - 1));
            }
            if around.is_unreal(at) {
                return None;
            }
            // `được đề nghị và được bầu làm`
            let means = self.subjects.is_pronoun(around.words, at) && around.person_at(at + 1).is_none();
            if means || around.is(at, kind::JOIN) {
                break;
            }
        }
        let clause = (start.saturating_sub(SUBJECT)..=start).rev().find(|&at| at == 0 || ends_before(around, at))?;
        let supposed = SUPPOSED.iter().any(|word| around.spells(clause, word));
        (!supposed).then_some((how, start))
    }

    /// Whether the words before a colon speak of offices: `các chức vụ:`.
    fn is_of_many(&self, at: usize) -> bool {
        (at.saturating_sub(OFFICES)..at).any(|at| self.around.spells(at, "chức") || self.around.spells(at, "cương"))
    }

    /// Where the verb ends before what goes on with `chức vụ`: `các chức vụ và vai trò khác như:`.
    fn over_others(&self, at: usize) -> usize {
        let begins = |first: &usize| {
            let spells = |word| self.around.spells(*first, word);
            spells("và") || spells("khác") || spells("như") || spells("sau") || spells("gồm")
        };
        let first = (at.saturating_sub(OTHERS)..at).find(begins);
        let small = |at: usize| self.around.goes_on(at) && self.around.words[at].shape == Shape::Small;
        first.filter(|&first| self.is_of_many(first) && (first..at).all(small)).unwrap_or(at)
    }

    /// Where the verb ends before `một`, `các` and the like.
    fn over_count(&self, at: usize) -> usize {
        let counts = at > 0 && (self.around.spells(at - 1, "một") || self.around.spells(at - 1, "vị"));
        if counts && self.around.goes_on(at) { at - 1 } else { at }
    }

    /// `Chủ tịch nước lúc bấy giờ là A`: whoever is named.
    fn by_name(&self, at: usize) -> Option<Given> {
        let around = self.around;
        let end = around.alone(at)?.end;
        let mut behind = end;
        while behind < end + 4 && around.goes_on(behind) && self.then.contains(&around.words[behind].id) {
            behind += 1;
        }
        if !around.goes_on(behind) || !around.spells(behind, "là") {
            return None;
        }
        let first = around.named_soon(behind + 1)?;
        let others = (first + 1..first + VERB).take_while(|&n| n < around.people.len() && around.follows_in_list(n));
        Some(Given { people: std::iter::once(first).chain(others).collect(), how: How::Beside, start: at })
    }

    /// `Ông A sinh năm 1928, nguyên Trưởng ban B`: the one whom the sentence names before.
    fn by_former(&self, at: usize) -> Option<Given> {
        let around = self.around;
        let former = FORMER.iter().any(|word| around.spells(at, word));
        // `bà B (1928–2014), nguyên Phó Hiệu trưởng C`
        let bracket = || around.words[at].gap == Gap::Close && around.gap_text(at).ends_with(", ");
        if !former || around.words[at].gap != Gap::Comma && !bracket() {
            return None;
        }
        let first = (at.saturating_sub(SUBJECT)..=at).rev().find(|&at| at == 0 || ends_before(around, at))?;
        let next = around.people.partition_point(|person| person.start < first);
        let here = around.people[next..].iter().take_while(|person| person.start < at).count();
        // `A, tên thật là B, là nhà thơ, nguyên …`
        let one = here > 0 && (next..next + here).all(|n| self.subjects.is_same(n, next));
        (one && !self.is_oblique(around.people[next].start)).then(|| Given {
            people: vec![next],
            how: How::Beside,
            start: at,
        })
    }

    /// Those whom a verb is about: who is named before it, or whom `ông` means, or whose life is told.
    fn subject(&self, verb: usize, how: How) -> Option<Vec<usize>> {
        let around = self.around;
        let mut at = verb;
        while at > verb.saturating_sub(SUBJECT) {
            let me = at < verb && around.spells(at, "tôi");
            let mine = me && at > 0 && around.goes_on(at) && OF_ME.iter().any(|kin| around.spells(at - 1, kin));
            let narrator = self.subjects.narrator().filter(|_| me && !mine);
            if narrator.is_some() && !self.is_oblique(at) {
                return narrator.map(|person| vec![person]);
            }
            let means = at < verb && self.subjects.is_pronoun(around.words, at);
            // `mẹ cô là giáo viên`
            if means && at > 0 && around.goes_on(at) && KIN_HEADS.iter().any(|kin| around.spells(at - 1, kin)) {
                return None;
            }
            if means && (!self.is_oblique(at) || self.is_of_office(at)) {
                return self.subjects.at(around.words[at].start).map(|person| vec![person]);
            }
            // `con của A, người từng làm …`
            if around.spells(at, "người")
                && around.words[at].gap == Gap::Comma
                && at < verb
                && let Some(n) = self.ends_person(at)
            {
                return Some(vec![n]);
            }
            if let Some(open) = around.opens(at) {
                at = open;
            }
            let clause = at > 0 && around.words[at].gap == Gap::Semicolon && self.is_bare(at..verb);
            if at == 0 || ends_before(around, at) && !clause {
                break;
            }
            if let Some(n) = self.ends_person(at) {
                if !self.is_beside(n) && !self.subjects.is_kin(n) {
                    return Some(self.with_those_before(n));
                }
                at = around.people[n].start;
                continue;
            }
            at -= 1;
        }
        let byte = around.words[at].start;
        if how == How::Taken && self.is_left_out(at, verb) {
            return self.subjects.at(byte).map(|person| vec![person]);
        }
        let life = self.subjects.life_at(byte)?;
        let about = self.subjects.at(byte)?;
        // `Trong kháng chiến, là tư lệnh …`
        let led = around.words[verb].gap == Gap::Comma
            && [TIMES, BEFORE_VERB].into_iter().flatten().any(|word| around.spells(at, word));
        let same = self.subjects.is_same(life, about) && (how != How::Had || led);
        (same || at + 2 >= verb).then(|| vec![about])
    }

    /// Whether the subject of a sentence is left out: its first verb stands right behind a time, `Năm 1912 làm Tri huyện`.
    fn is_left_out(&self, first: usize, verb: usize) -> bool {
        let around = self.around;
        let takes = |at: &usize| OFFICE_WORDS.forward(around.words, *at, cue::TAKES).is_some();
        let head = (first..=verb).take(VERB).find(takes);
        let figures = |at: usize| around.words[at].shape == Shape::Other;
        let whole = first == 0 || ends_before(around, first);
        // `Sau đó được cử giữ chức …`
        let then = |head: usize| head > first && NEXT.iter().any(|word| around.spells(first, word));
        head.filter(|_| whole)
            .is_some_and(|head| ((first..head).any(figures) || then(head)) && self.is_bare(first..head))
    }

    /// Whether a clause has nothing but a time before its verb: `; từ 2008 đến 2014 là Trưởng khoa`.
    fn is_bare(&self, words: Range<usize>) -> bool {
        let around = self.around;
        words.len() <= VERB
            && words.into_iter().all(|at| {
                let word = &around.words[at];
                word.shape == Shape::Other
                    || [NUMERALS, TIMES, BEFORE_TERM, BEFORE_VERB]
                        .into_iter()
                        .flatten()
                        .any(|time| around.spells(at, time))
                    || self.then.contains(&word.id)
                    || around.is(at, kind::ELECTED | kind::JOIN)
            })
    }

    /// The person whose name ends before a word.
    fn ends_person(&self, at: usize) -> Option<usize> {
        let next = self.around.people.partition_point(|person| person.end < at);
        self.around.people.get(next).filter(|person| person.end == at).map(|_| next)
    }

    /// Whether what stands before a name or pronoun makes it no subject: `của`, `do`, `được`.
    fn is_oblique(&self, at: usize) -> bool {
        let around = self.around;
        let title = around.lexicon.backward(around.words, at, kind::TITLE).map_or(0, |title| title.len);
        let at = at - title;
        // `bổ nhiệm Thiếu tướng A`
        let appointed = || OFFICE_WORDS.backward(around.words, at, cue::TAKES).is_some_and(|(len, _)| len > 1);
        at > 0 && around.goes_on(at) && self.subjects.is_oblique(around.words[at - 1].id) && !appointed()
    }

    /// Whether what stands before a name makes it no subject, or it names a doctrine: `được Bộ trưởng A`, `chủ nghĩa Mác`.
    fn is_beside(&self, n: usize) -> bool {
        let person = &self.around.people[n];
        self.is_oblique(person.start) || self.around.is_agent(n) || self.is_doctrine(person.start)
    }

    fn is_doctrine(&self, at: usize) -> bool {
        let pair =
            |words: &str| words.split(' ').zip(at.saturating_sub(2)..at).all(|(word, at)| self.around.spells(at, word));
        at >= 2 && self.around.goes_on(at) && DOCTRINES.iter().any(|words| pair(words))
    }

    /// Whether a pronoun stands behind `chức vụ … của`, at a word or right before it.
    fn is_of_office(&self, at: usize) -> bool {
        let around = self.around;
        let of = (at.saturating_sub(2)..=at).any(|at| around.spells(at, "của"));
        of && (at.saturating_sub(OF_OFFICE)..at).any(|at| around.spells(at, "chức") && around.spells(at + 1, "vụ"))
    }

    /// A person and those whom `,` and `và` join before.
    fn with_those_before(&self, n: usize) -> Vec<usize> {
        let mut first = n;
        while first > 0 && n - first < VERB && self.around.follows_in_list(first) {
            first -= 1;
        }
        (first..=n).collect()
    }
}

/// Whether a sentence ends before a word.
fn ends_before(around: &Surroundings<'_>, at: usize) -> bool {
    match around.words[at].gap {
        Gap::Blank | Gap::Hyphen | Gap::Comma => false,
        Gap::Stop | Gap::Paragraph | Gap::Semicolon => true,
        _ => around.breaks(at) && around.words[at].shape != Shape::Small,
    }
}
