//! The offices of a text and its dates to the terms of each: the rules in order, the first that knows decides.

use jiff::civil::Date;

use super::mention::OfficeMention;
use crate::analysis::exact;
use crate::mention::date::{Bound, DateMention, Grain};
use crate::mention::event::{EventKind, EventMention};
use crate::mention::judged::Judged;
use crate::mention::lists::BEFORE_TERM;
use crate::mention::person::{How, People, PersonMention, Post, plain};
use crate::mention::rule::{Rule, first};
use crate::text::{Brackets, is_listed};

/// From when to when, as far as it is told.
type Term = (Option<Date>, Option<Date>);

/// An office and its place to the time that it is told to have been held.
type Times = fn(&Reader<'_>, &Post) -> Option<Term>;

/// The rules in order.
pub(super) const RULES: &[Rule<Times>] = &[
    Rule { name: "term_in_row_below", speaks: |reader, post| reader.in_row(post) },
    Rule { name: "years_behind_name", speaks: |reader, post| reader.behind_name(post) },
    Rule { name: "time_behind_office", speaks: |reader, post| reader.behind(post) },
    Rule { name: "gathering_behind_office", speaks: |reader, post| reader.behind_gathering(post) },
    Rule { name: "elected_again_and_left", speaks: |reader, post| reader.elected(post) },
    Rule { name: "time_before_verb", speaks: |reader, post| reader.at_head(post) },
    Rule { name: "time_of_the_line", speaks: |reader, post| reader.of_line(post) },
    Rule { name: "day_of_the_gathering", speaks: |reader, post| reader.at_gathering(post) },
];

/// How far behind an office its time may stand, in bytes.
const BEHIND: usize = 60;

/// How far before a verb the time may stand that heads its sentence, in bytes.
const BEFORE: usize = 240;

/// Years in brackets behind a name that are more are those of a life.
const LIFE: i16 = 14;

/// How long another name in brackets behind a name is at most, in bytes.
const ASIDE: usize = 40;

/// Between a date and the verb behind it, in bytes.
const LED: usize = 3;

/// None of these has more words.
const UNTIL_WORDS: usize = 3;

/// What leads from the beginning of a term to what ended it.
const UNTIL: [&str; 4] = ["đến khi", "tới khi", "cho đến khi", "cho tới khi"];

/// No term has fewer days: those of a congress are none.
const SHORTEST: i32 = 28;

/// How many times are told of one office: of elections and of its end.
const MOST: usize = 6;

/// How far behind an office the time of the gathering stands that elected to it, in bytes.
const GATHERING: usize = 160;

/// What elects to offices.
const GATHERINGS: [&str; 4] = ["đại hội", "hội nghị", "kỳ họp", "phiên họp"];

/// Words before the time when an office began, and when it ended.
const BEGUN: [&str; 4] = ["bầu", "cử", "nhậm", "nhận"];
const ENDED: [&str; 4] = ["nghỉ", "thôi", "rời", "hết"];

/// The offices of `text`, in order; `dates` are its dates, `people` those whom it names, `posts` the offices that it
/// gives them, `events` what it tells, each in order.
pub(crate) fn find(
    text: &str,
    dates: &[DateMention],
    people: &[PersonMention],
    posts: &[Post],
    events: &[EventMention],
) -> Vec<OfficeMention> {
    let reader = Reader { text, dates, people, posts, events };
    let terms = reader.terms().into_iter().map(|term| term.map(|(term, _)| term));
    let office = |(post, term): (&Post, Option<Term>)| {
        let (from, to) = term.unwrap_or_default();
        let person = people.get(post.person)?.name.clone();
        let mut role = plain(text.get(post.range.clone())?);
        if let Some(of) = post.of.as_ref().and_then(|of| text.get(of.clone())) {
            role = format!("{role} {}", plain(of));
        }
        Some(OfficeMention { range: post.range.clone(), person, role, from, to })
    };
    posts.iter().zip(terms).filter_map(office).collect()
}

/// How each office is given and its time is told, with the rules that decided; all as in [`find`].
pub(crate) fn explain(text: &str, dates: &[DateMention], people: &People, events: &[EventMention]) -> Vec<Judged> {
    let posts = &people.posts;
    let reader = Reader { text, dates, people: &people.named, posts, events };
    let judged = |(post, term): (&Post, Option<(Term, &'static str)>)| {
        let time = term.map_or("", |(_, rule)| rule);
        Judged::new(post.range.clone(), "office", post.how.as_str(), &[post.rule, time])
    };
    posts.iter().zip(reader.terms()).map(judged).collect()
}

pub(super) struct Reader<'a> {
    text: &'a str,
    dates: &'a [DateMention],
    people: &'a [PersonMention],
    posts: &'a [Post],
    events: &'a [EventMention],
}

impl Reader<'_> {
    /// The term of each office, and the rule that tells it.
    fn terms(&self) -> Vec<Option<(Term, &'static str)>> {
        let posts = self.posts;
        let mut terms: Vec<_> = posts.iter().map(|post| first(RULES, |times| times(self, post))).collect();
        // `Bộ trưởng A kiêm Bộ trưởng B từ năm 1977`
        for at in (1..posts.len()).rev() {
            if posts[at].joined && terms[at - 1].is_none() && posts[at - 1].person == posts[at].person {
                terms[at - 1] = terms[at];
            }
        }
        terms
    }

    /// The term in the row below an office in a table.
    fn in_row(&self, post: &Post) -> Option<Term> {
        if post.how != How::Term {
            return None;
        }
        let date = self.first_from(post.start)?;
        let gap = self.text.get(post.start..date.range.start)?;
        (gap.len() < BEHIND && !gap.contains('\n')).then(|| whole(date))
    }

    /// Years in brackets behind the name that follows an office: `nguyên Chủ tịch: A (1992 - 1998), B (1998 - nay)`.
    fn behind_name(&self, post: &Post) -> Option<Term> {
        let name = &self.people.get(post.person)?.range;
        if post.how != How::Beside || name.start < post.range.end {
            return None;
        }
        let date = self.first_from(name.end)?;
        let gap = self.text.get(name.end..date.range.start)?;
        // `– A, 10-1953 đến 6-1956`
        let below = self.text.get(post.range.end..name.start)?.contains('\n');
        if below && matches!(gap, ", " | ": " | " : ") && is_term(date) {
            return Some(whole(date));
        }
        // `– B, từ 1957`
        if below && is_listed(gap, &[", từ ", ": từ ", " : từ "]) {
            return Some((date.from, None));
        }
        // `A (Ba Nghĩa) (1950-1954)`
        let gap = gap.strip_suffix(')').or_else(|| gap.strip_suffix(") ")).or_else(|| gap.strip_suffix(") (")).map_or(
            gap,
            |aside| {
                let short = aside.starts_with(" (") && aside.len() <= ASIDE && !aside[2..].contains(['(', ')']);
                if short { " (" } else { gap }
            },
        );
        let inside = gap == " " && self.text.get(date.range.clone())?.starts_with('(') || gap == " (";
        let closes = self.text.get(..date.range.end)?.ends_with(')') || self.text[date.range.end..].starts_with(')');
        (inside && closes && is_short(date) && is_term(date)).then(|| whole(date))
    }

    /// A time right behind the office: `(2007 - 2016)`, `từ năm 1976 đến năm 1979`, `từ tháng 7 năm 1963`.
    fn behind(&self, post: &Post) -> Option<Term> {
        let date = self.first_from(post.range.end)?;
        let gap = self.text.get(post.range.end..date.range.start)?;
        if !is_between(gap) || date.from.is_none() || gap.contains(',') && self.leads_to_post(date) {
            return None;
        }
        let left = post.how == How::Left;
        let behind = self.text.get(date.range.end..).unwrap_or_default();
        // `làm Chủ tịch xã, 1968 hy sinh`: the time of what is told next
        if gap.contains(',') && behind.starts_with(' ') && behind.trim_start().starts_with(char::is_lowercase) {
            return None;
        }
        // `Bộ trưởng Bộ Lâm nghiệp (1976)`
        let aside = behind.starts_with(')') || self.text[date.range.clone()].ends_with(')');
        match date.bound {
            _ if left => Some((None, date.to)),
            None if aside && date.grain == Grain::Year && post.how != How::Taken => Some(whole(date)),
            Some(Bound::Since) => Some((date.from, self.until(date))),
            Some(Bound::Until) => Some((None, date.to)),
            Some(Bound::Before | Bound::After) => None,
            None if is_term(date) => Some(whole(date)),
            // `trở thành Chủ tịch Đảng năm 1945`
            None => (post.how == How::Taken).then_some((date.from, None)),
        }
    }

    /// The day of the gathering behind an office that elected to it: `được bầu làm Ủy viên tại Đại hội II năm 1951`.
    fn behind_gathering(&self, post: &Post) -> Option<Term> {
        if post.how != How::Taken {
            return None;
        }
        let date = self.first_from(post.range.end).filter(|date| !is_term(date) && date.bound.is_none())?;
        let gap = self.text.get(post.range.end..date.range.start).filter(|gap| gap.len() <= GATHERING)?;
        let plain = !ends_sentence(gap) && !gap.contains([',', ':', '(']);
        let words: Vec<_> = gap.split_whitespace().take(3).map(exact).collect();
        let [at, one, two] = &words[..] else { return None };
        let gathering = format!("{one} {two}");
        let gathers = ["tại", "trong", "ở"].contains(&&**at) && GATHERINGS.contains(&&*gathering);
        (plain && gathers).then_some((date.from, None))
    }

    /// Elected, elected again and left: `Chủ tịch, bầu tháng 6/2008, bầu lại tháng 3/2013, nghỉ đầu năm 2016`.
    fn elected(&self, post: &Post) -> Option<Term> {
        if post.how != How::Beside {
            return None;
        }
        let first = self.dates.partition_point(|date| date.range.start < post.range.end);
        let (mut last, mut term) = (post.range.end, (None, None));
        for date in self.dates[first..].iter().take(MOST) {
            let gap = self.text.get(last..date.range.start)?;
            // `bầu năm 1962; thôi chức cuối năm 1974`
            if gap.len() > BEHIND || ends_sentence(&gap.replacen(';', ",", 1)) {
                break;
            }
            let said = |words: &[&str]| {
                gap.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).any(|word| words.contains(&&*exact(word)))
            };
            if said(&ENDED) {
                term.1 = date.to;
            } else if said(&BEGUN) {
                term.0 = term.0.or(date.from);
            } else if term == (None, None) {
                break;
            }
            last = date.range.end;
        }
        (term != (None, None)).then_some(term)
    }

    /// A time that heads the sentence before the verb: `Năm 1958, ông làm …`, `Thời gian 1949 - 1954 ông được cử làm …`.
    fn at_head(&self, post: &Post) -> Option<Term> {
        if !matches!(post.how, How::Taken | How::Left | How::Had) {
            return None;
        }
        let date = self.last_before(post.start)?;
        let gap = self.text.get(date.range.end..post.start)?;
        // `Năm 2001, ông A làm … (thay B làm Bí thư)`
        if gap.len() > BEFORE || ends_sentence(gap) || date.from.is_none() || Brackets::of(gap).opens {
            return None;
        }
        // `Từ 1896 đến 1900 cụ học ở Huế, ra làm …`: the time is that of what is told before
        let other = || {
            let told = without_asides(gap);
            told.split_once(',').is_some_and(|(told, _)| told.split_whitespace().nth(2).is_some())
        };
        if is_term(date) && date.bound.is_none() && other() {
            return None;
        }
        let free = !matches!(date.bound, Some(Bound::Before | Bound::After));
        match post.how {
            How::Left => Some((None, date.to)),
            How::Taken if date.bound == Some(Bound::Until) => Some((date.from, None)),
            How::Taken if is_term(date) => Some(whole(date)),
            How::Taken if free => Some((date.from, None)),
            How::Had if is_term(date) && free => Some(whole(date)),
            _ => None,
        }
    }

    /// The time at the head of a line of a career.
    fn of_line(&self, post: &Post) -> Option<Term> {
        if post.how != How::Line {
            return None;
        }
        let date = self.first_from(post.start)?;
        // `01/1994: nghỉ hưu; 1995 – 2005: Chủ tịch B`
        let next = self.dates.partition_point(|date| date.range.start < post.range.start);
        let heads = |date: &&DateMention| {
            let before = self.text[..date.range.start].trim_end().ends_with(';');
            before && self.text[date.range.end..].trim_start().starts_with(':')
        };
        let here = self.dates[..next].iter().rev().take(MOST).take_while(|other| other.range.start > date.range.start);
        let date = here.into_iter().find(heads).unwrap_or(date);
        let inside = date.range.start < post.range.start && date.from.is_some();
        inside.then(|| if is_term(date) { whole(date) } else { (date.from, None) })
    }

    /// The day of the gathering told before, where an election takes its time from it: `Đại hội họp ngày 1/2/1950. Ông A
    /// được bầu làm Bí thư.`
    fn at_gathering(&self, post: &Post) -> Option<Term> {
        if post.how != How::Taken {
            return None;
        }
        let next = self.events.partition_point(|event| event.range.start <= post.start);
        let near = self.events[..next].iter().rev().take_while(|event| event.range.end > post.start);
        let told = near.filter(|event| event.kind == EventKind::Election).find(|event| {
            let date = event.dated_by.and_then(|at| self.dates.get(at));
            date.is_some_and(|date| date.range.end <= event.range.start && !is_term(date))
        })?;
        told.from.map(|from| (Some(from), None))
    }

    /// Whether a date stands in brackets that close before a byte.
    fn is_aside(&self, date: &DateMention, at: usize) -> bool {
        let behind = self.text.get(date.range.end..at).unwrap_or_default();
        self.text[date.range.clone()].ends_with(')') || Brackets::of(behind).closes
    }

    /// Whether a date heads what tells the next office: `, năm 1919 thăng Tri phủ`.
    fn leads_to_post(&self, date: &DateMention) -> bool {
        let next = self.posts.partition_point(|post| post.start < date.range.end);
        let gap = self.posts.get(next).and_then(|post| self.text.get(date.range.end..post.start));
        gap.is_some_and(|gap| gap.len() <= LED && gap.trim_start_matches(')').chars().all(|c| c == ' '))
    }

    /// The last day that words behind a beginning tell: `từ tháng 9/1960 đến khi về hưu năm 1972`.
    fn until(&self, since: &DateMention) -> Option<Date> {
        let date = self.first_from(since.range.end)?;
        let gap = self.text.get(since.range.end..date.range.start).filter(|gap| gap.len() <= BEHIND)?;
        let words = gap.trim_start_matches([' ', ',', ')']).split_whitespace();
        let said: Vec<_> = words.take(UNTIL_WORDS).map(exact).collect();
        let until = UNTIL.iter().any(|words| said.join(" ").starts_with(words));
        (until && !ends_sentence(gap) && date.bound.is_none()).then_some(date.to)?
    }

    /// The first date that begins at a byte or behind it, before the next office of another.
    fn first_from(&self, at: usize) -> Option<&DateMention> {
        let next = self.dates.partition_point(|date| date.range.start < at);
        self.dates.get(next)
    }

    /// The last date that ends before a byte and heads what stands there.
    fn last_before(&self, at: usize) -> Option<&DateMention> {
        let next = self.dates.partition_point(|date| date.range.end <= at);
        let near = || self.dates[..next].iter().rev().take(MOST).take_while(|date| at - date.range.end <= BEFORE);
        let is_here = |date: &&DateMention| !ends_sentence(self.text.get(date.range.end..at).unwrap_or_default());
        // `Từ năm 2001 (thăng Thượng tướng năm 2003), ông giữ chức …`
        let plain = near().take_while(is_here).find(|date| !self.is_aside(date, at));
        // `Tại Đại hội (22/7/2020), ông được bầu …`, but not the years of a life
        let date = plain.or_else(|| near().next().filter(|date| !self.is_aside(date, at) || is_short(date)))?;
        // the time of another office before it in the sentence is none of this one
        let first = self.posts.partition_point(|post| post.range.start < date.range.start);
        let other = first.checked_sub(1).map(|before| &self.posts[before]).is_some_and(|before| {
            self.text.get(before.range.end..date.range.start).is_some_and(is_between) && before.how != How::Line
        });
        // `, năm 1919 thăng Tri phủ`
        let own = || {
            let parted = self.text[..date.range.start].trim_end().ends_with(',');
            parted && at - date.range.end <= LED && self.leads_to_post(date)
        };
        (!other || own()).then_some(date)
    }
}

/// Whether a date is a time that lasts, with both ends or from a beginning on.
fn is_term(date: &DateMention) -> bool {
    let days = |from: Date, to: Date| (to - from).get_days();
    let long = date.from.zip(date.to).is_none_or(|(from, to)| days(from, to) >= SHORTEST);
    date.grain == Grain::Period && long || date.bound == Some(Bound::Since)
}

/// Whether a time is shorter than a life.
fn is_short(date: &DateMention) -> bool {
    date.from.zip(date.to).is_none_or(|(from, to)| to.year() - from.year() < LIFE)
}

/// From the beginning of a date to its end, which is open where only a beginning is told.
fn whole(date: &DateMention) -> Term {
    let open = date.bound == Some(Bound::Since) && date.grain != Grain::Period;
    (date.from, date.to.filter(|_| !open))
}

/// A gap without what stands in brackets.
fn without_asides(gap: &str) -> String {
    let mut depth = 0_usize;
    let is_outside = |c: &char| {
        let inside = depth > 0 || *c == '(';
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        !inside
    };
    gap.chars().filter(is_outside).collect()
}

/// Whether nothing but words that lead to a time stand in a gap.
fn is_between(gap: &str) -> bool {
    let apart = |c: char| !c.is_alphanumeric() && !is_mark(c);
    gap.len() <= BEHIND
        && !gap.contains(['\n', ';', ')', '.'])
        && gap.split(apart).filter(|word| !word.is_empty()).all(|word| {
            let word = exact(word);
            BEFORE_TERM.contains(&&*word) || word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'x' | b'i' | b'v'))
        })
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a sentence or paragraph ends in a gap.
fn ends_sentence(gap: &str) -> bool {
    gap.contains(['\n', ';']) || gap.contains(". ")
}
