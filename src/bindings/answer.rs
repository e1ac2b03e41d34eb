//! What is wanted of an archive to what it answers.

use schemars::JsonSchema;
use serde::Serialize;

use super::ask::{Listed, Named, Numbered, People, Person, Search, State, Times, Update};
use super::refused::{Answer, Refused, said};
use crate::archive::{self, Archive, Document, DocumentFound, NamedPeople, read_name};
use crate::directory::{Register, untold};
use crate::error::Error;
use crate::ingest::Progress;
use crate::query::Notice;
use crate::snippet::text::cut;
use crate::voice::{Fault, Language, Listener, Told};
use crate::wire::answer::{AnswerLine, Details};
use crate::wire::notices::Notices;
use crate::wire::numbers::{Candidates, RegisterLines};
use crate::wire::people::{ListedFields, PeopleLines, RollLines};
use crate::wire::reports::{self, Indexed, Shown, ShownLine};
use crate::wire::timeline::TimelineLines;
use crate::wire::typed::SHOWN;

/// Those who may bear a name, or who bear it as family name where nobody goes by it alone.
#[derive(Serialize, JsonSchema)]
pub struct NamedLines<'a> {
    #[serde(flatten)]
    named: PeopleLines<'a>,
    /// Those whose family name it is, where nobody goes by it alone.
    family: Vec<ListedFields<'a>>,
}

pub fn search(archive: &Archive, asked: Search, language: Language) -> Answer {
    let request = asked.request(language)?;
    let found = archive.search(&request).map_err(world(language))?;
    let notices = notices(&found.notices, language);
    let details = Details { more_in_document: asked.per_document, explain: asked.explain };
    said(&AnswerLine::new(None, &asked.query, &found, &notices, details))
}

/// `null` where no document has the name.
pub fn document(archive: &Archive, asked: &Named, language: Language) -> Answer {
    let (document, line) = match archive.document(&asked.name).map_err(world(language))? {
        DocumentFound::One(document, line) => (document, line),
        DocumentFound::None => return said(&()),
        DocumentFound::WithoutText(file) => (Document { doc: file.clone(), file, ..Document::default() }, None),
        DocumentFound::Several { ids, .. } => {
            let error = Error::Ambiguous { path: (&asked.name).into(), ids };
            return Err(Refused::world(&error, language));
        }
    };
    let Document { doc, file, also, title, lines } = &document;
    let shown = lines.iter().map(|each| ShownLine { marked: line == Some(each.number), ..ShownLine::of(each) });
    said(&Shown { doc, file, also, title, lines: shown.collect() })
}

pub fn number(archive: &Archive, asked: Numbered, language: Language) -> Answer {
    let days = asked.days(language)?;
    let found = archive.number(&asked.number, &Register::default()).map_err(world(language))?;
    let none = || Refused::value(language.fault(Fault::NoNumber { typed: &cut(&asked.number, SHOWN) }));
    let archive::Numbered { asked: number, candidates, notices: told } = found.ok_or_else(none)?;
    said(&Candidates::new(&number, &candidates, (asked.limit, days), &notices(&told, language)))
}

pub fn numbers(archive: &Archive, asked: Listed, language: Language) -> Answer {
    let limit = asked.limit.unwrap_or(usize::MAX);
    let wanted = asked.register(language)?;
    let entries = archive.numbers(&wanted).map_err(world(language))?;
    let none = if entries.is_empty() { wanted.none(None) } else { None };
    said(&RegisterLines::new(&entries, limit, &notices(none.as_slice(), language)))
}

pub fn person(archive: &Archive, asked: &Person, language: Language) -> Answer {
    let found = archive.person(&asked.name).map_err(world(language))?;
    let none = || Refused::value(language.fault(Fault::NoName { typed: &cut(&read_name(&asked.name).0, SHOWN) }));
    let NamedPeople { name, people, variants, family, notices: told } = found.ok_or_else(none)?;
    let notices = notices(&told, language);
    let named = PeopleLines::new(&name, &people, &variants, asked.limit, &notices);
    said(&NamedLines { named, family: RollLines::new(&family, usize::MAX, &notices).people })
}

pub fn people(archive: &Archive, asked: People, language: Language) -> Answer {
    let limit = asked.limit.unwrap_or(usize::MAX);
    let people = archive.people(&asked.roll(language)?).map_err(world(language))?;
    said(&RollLines::new(&people, limit, &notices(untold(&people).as_slice(), language)))
}

pub fn timeline(archive: &Archive, asked: Times, language: Language) -> Answer {
    let limit = asked.limit.unwrap_or(usize::MAX);
    let (wanted, step) = asked.timeline(language)?;
    let (moments, told) = archive.timeline(&wanted).map_err(world(language))?;
    said(&TimelineLines::new(&moments, step, (0, limit), &notices(&told, language)))
}

pub fn update(archive: &Archive, asked: Update, language: Language, progress: &dyn Progress) -> Answer {
    let job = asked.job(language)?;
    if archive.lacks(&job.paths) {
        let names: Vec<String> = job.paths.iter().map(|path| path.display().to_string()).collect();
        return Err(Refused::value(language.told(Told::NoSuchPaths { paths: &names.join(", ") })));
    }
    let summary = archive.update(&job, progress).map_err(world(language))?;
    said(&Indexed::of(&summary, archive.folder(), language.voice(Listener::Caller)))
}

pub fn status(archive: &Archive, asked: &State, language: Language) -> Answer {
    let mut state = reports::State::of(archive.folder(), archive.status().map_err(world(language))?);
    if asked.check {
        state.note(archive.check().map_err(world(language))?);
    }
    said(&state)
}

fn world(language: Language) -> impl Fn(Error) -> Refused {
    move |error| Refused::world(&error, language)
}

fn notices(notices: &[Notice], language: Language) -> Notices {
    Notices::of(notices, language.voice(Listener::Caller))
}
