//! What was typed as a name to those who bear it, and to those whose names are near it.

use crate::directory::{self, Listed, Person, Roll};
use crate::error::Result;
use crate::query::{NameFit, Notice, limited, typed_name};
use crate::store::Reader;

/// Those who may be meant by a name.
#[derive(Clone, Debug)]
pub struct NamedPeople {
    /// The name as far as it was read.
    pub name: String,
    /// Those who bear it, or who are nearest to it, the best first.
    pub people: Vec<Person>,
    /// Others with names near it.
    pub variants: Vec<Person>,
    /// Those who bear it as family name, where nobody goes by it alone.
    pub family: Vec<Listed>,
    /// What to know of what was typed.
    pub notices: Vec<Notice>,
}

pub(super) fn find(reader: &Reader, typed: &str) -> Result<Option<NamedPeople>> {
    let (line, mut notices) = read_name(typed);
    let Some(name) = typed_name(&line) else { return Ok(None) };
    let people = directory::person(reader, &name)?;
    // variants are told beside those who bear the name as it was typed
    let best = people.iter().map(|person| person.fit).max();
    let (people, variants): (Vec<Person>, Vec<Person>) =
        people.into_iter().partition(|person| Some(person.fit) >= best.map(NameFit::least));
    if people.is_empty() && name.name.syllables.len() == 1 {
        let wanted = Roll { family: Some(name.typed.clone()), ..Roll::default() };
        let family = directory::roll(reader, &wanted)?;
        if !family.is_empty() {
            notices.push(Notice::OnlyFamily { name: name.typed });
            return Ok(Some(NamedPeople { name: line, people, variants, family, notices }));
        }
    }
    if best < Some(NameFit::Given) {
        notices.push(Notice::NotInIndex { name: line.clone(), near: !people.is_empty() });
    }
    Ok(Some(NamedPeople { name: line, people, variants, family: Vec::new(), notices }))
}

/// What was typed as a name, as far as it is read, without words to exclude: no passage of a person is left out.
#[must_use]
pub fn read_name(line: &str) -> (String, Vec<Notice>) {
    let (read, mut notices) = limited(line);
    let (excluded, words): (Vec<&str>, Vec<&str>) =
        read.split_whitespace().partition(|word| word.len() > 1 && word.starts_with('-'));
    if excluded.is_empty() || words.is_empty() {
        return (read.to_owned(), notices);
    }
    notices.push(Notice::NameExcludes { words: excluded.join(" ") });
    (words.join(" "), notices)
}
