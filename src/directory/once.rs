//! The lines of a timeline to those that tell something new: one for each event.
//!
//! Two tell one event where kind, time and text are alike, where both are gatherings of one time and text, or where
//! they are the birth or the death of one person, one of them perhaps told with less of the day.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::moment::Moment;
use crate::analysis::bare;
use crate::mention::event::EventKind;

/// Those that tell something new, in their order.
pub(super) fn each(moments: Vec<Moment>) -> Vec<Moment> {
    let mut seen = FxHashSet::default();
    let (lives, gatherings) = (lives(&moments), gatherings(&moments));
    let is_new = |(at, moment): &(usize, Moment)| {
        let told = lives.get(&life(moment)).is_some_and(|first| first != at) && life(moment).is_some();
        let told =
            told || gatherings.get(&sentence(moment)).is_some_and(|greatest| gathering(moment) > Some(*greatest));
        !told && seen.insert((moment.kind, sentence(moment)))
    };
    moments.into_iter().enumerate().filter(is_new).map(|(_, moment)| moment).collect()
}

/// The time and the text that tell a moment.
type Sentence = (Option<Date>, Option<Date>, String);

fn sentence(moment: &Moment) -> Sentence {
    (moment.when.from, moment.when.to, alike(&moment.text))
}

/// Kinds of gatherings, the greatest first: a congress has its meetings.
const GATHERINGS: [EventKind; 3] = [EventKind::Congress, EventKind::Conference, EventKind::Meeting];

/// The place of a moment among the kinds of gatherings.
fn gathering(moment: &Moment) -> Option<usize> {
    GATHERINGS.iter().position(|kind| moment.kind == Some(*kind))
}

/// The greatest gathering of each time and text that tell of one.
fn gatherings(moments: &[Moment]) -> FxHashMap<Sentence, usize> {
    let mut greatest = FxHashMap::default();
    for moment in moments {
        let Some(kind) = gathering(moment) else { continue };
        let known = greatest.entry(sentence(moment)).or_insert(kind);
        *known = kind.min(*known);
    }
    greatest
}

/// Whose birth or death a moment tells, and in which year.
fn life(moment: &Moment) -> Option<(EventKind, String, i16)> {
    let kind = moment.kind.filter(|kind| matches!(kind, EventKind::Birth | EventKind::Death))?;
    let [person] = &*moment.people else { return None };
    Some((kind, person.clone(), moment.when.from?.year()))
}

/// Which of the moments that tell one birth or death tells most of its day, the first of those.
fn lives(moments: &[Moment]) -> FxHashMap<Option<(EventKind, String, i16)>, usize> {
    let mut best: FxHashMap<_, (usize, i32)> = FxHashMap::default();
    for (at, moment) in moments.iter().enumerate() {
        let Some(told) = life(moment) else { continue };
        let days = moment.when.from.zip(moment.when.to).map_or(i32::MAX, |(from, to)| (to - from).get_days());
        let known = best.entry(Some(told)).or_insert((at, days));
        if days < known.1 {
            *known = (at, days);
        }
    }
    best.into_iter().map(|(told, (at, _))| (told, at)).collect()
}

/// The letters and figures of a text, however it is set; `i` and `y` are one.
fn alike(text: &str) -> String {
    let text = bare(text);
    text.chars().filter(|c| c.is_alphanumeric()).map(|c| if c == 'y' { 'i' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::mention::date::DateMention;

    /// A moment of the year, or of its fifth day.
    fn moment(kind: Option<EventKind>, year: i16, day: bool, people: &[&str], text: &str) -> Moment {
        let (from, to) =
            if day { (date(year, 1, 5), date(year, 1, 5)) } else { (date(year, 1, 1), date(year, 12, 31)) };
        Moment {
            kind,
            when: DateMention::spanning(Some(from), Some(to)),
            doc: String::new(),
            line: 1,
            text: text.to_owned(),
            people: people.iter().map(|name| name.to_string()).collect(),
            places: Vec::new(),
            numbers: Vec::new(),
        }
    }

    #[test]
    fn one_event_is_told_once() {
        use EventKind::{Birth, Conference, Congress, Death, Founding, Meeting};
        let congress = |year, text| moment(Some(Congress), year, false, &[], text);
        let birth = |year, day, who, text| moment(Some(Birth), year, day, who, text);
        let check = |told: &[Moment], expected: &[usize]| {
            let kept: Vec<String> = each(told.to_vec()).iter().map(|moment| format!("{moment:?}")).collect();
            let wanted: Vec<String> = expected.iter().map(|at| format!("{:?}", told[*at])).collect();
            assert_eq!(kept, wanted);
        };
        check(&[], &[]);
        check(&[congress(1960, "Đại hội họp.")], &[0]);
        // alike but for marks, capitals and blanks
        check(&[congress(1960, "Đại hội họp."), congress(1960, "ĐẠI HỘI  HỌP")], &[0]);
        check(&[congress(1960, "Đại hội họp."), congress(1960, "- Đại hội họp;")], &[0]);
        check(&[congress(1960, "Đại hội họp."), congress(1960, "Đại hội bế mạc.")], &[0, 1]);
        check(&[congress(1960, "Đại hội họp."), congress(1961, "Đại hội họp.")], &[0, 1]);
        let day = moment(Some(Congress), 1960, true, &[], "Đại hội họp.");
        check(&[congress(1960, "Đại hội họp."), day], &[0, 1]);
        let founding = moment(Some(Founding), 1960, false, &[], "Đại hội họp.");
        check(&[congress(1960, "Đại hội họp."), founding], &[0, 1]);
        // the meeting is the congress, where one sentence tells of both
        let gathering = |kind, text| moment(Some(kind), 1960, false, &[], text);
        check(&[gathering(Meeting, "Đại hội họp."), congress(1960, "Đại hội họp.")], &[1]);
        check(&[gathering(Conference, "Hội nghị họp."), gathering(Meeting, "Hội nghị họp.")], &[0]);
        check(&[gathering(Meeting, "Ban họp."), congress(1960, "Đại hội họp.")], &[0, 1]);
        check(&[moment(None, 1960, false, &[], "x"), moment(None, 1960, false, &[], "X.")], &[0]);
        // a life, told in other words
        check(&[birth(1911, false, &["A"], "sinh 1911"), birth(1911, false, &["A"], "(1911-1990)")], &[0]);
        // the day says more than the year
        check(&[birth(1911, false, &["A"], "sinh 1911"), birth(1911, true, &["A"], "sinh ngày")], &[1]);
        check(&[birth(1911, true, &["A"], "sinh ngày"), birth(1911, false, &["A"], "sinh 1911")], &[0]);
        // two people, two years that are told, or nobody that is named
        check(&[birth(1911, false, &["A"], "a"), birth(1911, false, &["B"], "b")], &[0, 1]);
        check(&[birth(1911, false, &["A"], "a"), birth(1912, false, &["A"], "b")], &[0, 1]);
        check(&[birth(1911, false, &[], "a"), birth(1911, false, &[], "b")], &[0, 1]);
        check(&[birth(1911, false, &["A", "B"], "a"), birth(1911, false, &["A", "B"], "b")], &[0, 1]);
        let death = moment(Some(Death), 1911, false, &["A"], "mất 1911");
        check(&[birth(1911, false, &["A"], "sinh 1911"), death], &[0, 1]);
    }
}
