//! An index to the roll of the people that are wanted; of an office in a time, to those who held it then, as far as that
//! is told.

use std::collections::{BTreeMap, BTreeSet};

use super::office::{Office, each_once};
use super::people::{Listed, Order, Roll, add_offices, everybody, exact, in_period, spell};
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::office::Tenure;
use crate::mention::person::collation_key;
use crate::query::Notice;
use crate::store::Reader;
use crate::text::has_marks;

/// More passages than this are not read.
const MAX_PASSAGES: usize = 20_000;

/// All people of an index that are wanted.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn roll(reader: &Reader, wanted: &Roll) -> Result<Vec<Listed>> {
    let mut people = match (wanted.from, wanted.to) {
        (None, None) => everybody(reader)?,
        (from, to) => in_period(reader, from, to)?,
    };
    if let Some(role) = &wanted.role
        && (wanted.from.is_some() || wanted.to.is_some())
    {
        people = holders(reader, everybody(reader)?, &people, wanted, role)?;
    }
    spell(&mut people);
    if let Some(role) = &wanted.role {
        let role = fold(role);
        let holds = |office: &Office| fold(&office.role).contains(&role);
        people.retain(|person| person.offices.iter().any(holds));
    }
    if let Some(family) = &wanted.family {
        people.retain(|person| bears(&person.name, family));
    }
    match wanted.order {
        Order::Mentions => people.sort_by_cached_key(|person| {
            (person.tenure, since(person, wanted), u64::MAX - person.passages, collation_key(&person.name))
        }),
        Order::Name => people.sort_by_cached_key(|person| (person.tenure, collation_key(&person.name))),
    }
    Ok(people)
}

/// Of those who held the office then, whether it only holds the words (`Phó Chủ tịch`), and of one that began before
/// and may be held still, how long ago: the last who took it come first.
fn since(person: &Listed, wanted: &Roll) -> (bool, i16) {
    let (Some(tenure), Some(role), Some(office)) = (person.tenure, &wanted.role, person.offices.first()) else {
        return (false, 0);
    };
    let began = office.when.as_ref().and_then(|when| when.from).filter(|_| tenure == Tenure::Perhaps);
    let is_other = !fold(&office.role).starts_with(&fold(role));
    (is_other, began.map_or(0, |from| -from.year()))
}

/// Whether a full name begins with this family name; typed without marks it may be any of its letters.
fn bears(name: &str, family: &str) -> bool {
    let form = if has_marks(family) { exact } else { fold };
    name.split_once(' ').is_some_and(|(first, _)| form(first) == form(family))
}

/// Those of `people` who held the wanted office in the wanted time: those of whom a time is told that falls in it, or
/// that does not exclude it, and of those without a time the ones that `named`, a roll of that time, gives it to.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
fn holders(reader: &Reader, people: Vec<Listed>, named: &[Listed], wanted: &Roll, role: &str) -> Result<Vec<Listed>> {
    let role = fold(role);
    let is_wanted = |office: &Office| fold(&office.role).contains(&role);
    let holds = |person: &Listed| person.offices.iter().any(is_wanted);
    let named: BTreeSet<String> =
        named.iter().filter(|person| holds(person)).map(|person| exact(&person.name)).collect();
    let holding = people.into_iter().filter(holds).map(|person| (exact(&person.name), person));
    let mut holding: BTreeMap<String, Listed> = holding.collect();
    let mut entries = reader.offices("")?;
    entries.retain(|entry| fold(&entry.role).contains(&role));
    let mut told: BTreeMap<String, Listed> = BTreeMap::new();
    for passage in reader.telling_of(&[], &entries, MAX_PASSAGES)? {
        let keys: BTreeSet<String> = passage.mentions.offices.iter().map(|office| exact(&office.person)).collect();
        for key in keys.into_iter().filter(|key| holding.contains_key(key)) {
            add_offices(told.entry(key.clone()).or_default(), &passage, &key);
        }
    }
    let mut held = Vec::new();
    for (key, listed) in told {
        let Some(mut person) = holding.remove(&key) else { continue };
        person.offices = each_once(listed.offices);
        let period = (wanted.from, wanted.to);
        let tenure = |office: &Office| Tenure::of(office.term(), period).filter(|_| is_wanted(office));
        // the office that is asked for stands first
        person.offices.sort_by_cached_key(|office| {
            let tenure = tenure(office);
            let is_other = !fold(&office.role).starts_with(&role);
            (tenure.is_none(), tenure, is_other, u64::MAX - office.passages, office.role.clone())
        });
        person.tenure = person.offices.first().and_then(tenure);
        let is_told = person.tenure.is_some_and(|tenure| tenure < Tenure::Untold);
        if is_told || person.tenure.is_some() && named.contains(&key) {
            held.push(person);
        }
    }
    Ok(held)
}

/// What to know of a roll that lists some without a time of their office.
#[must_use]
pub fn untold(people: &[Listed]) -> Option<Notice> {
    let untold = people.iter().filter(|person| person.tenure == Some(Tenure::Untold)).count();
    (untold > 0).then_some(Notice::TermUntold { untold, all: people.len() })
}
