//! What the documents say that a query asks of one of them to what the page shows of it.

use super::Link;
use crate::mention::Relation;
use crate::mention::number::type_name;
use crate::search::{Direct, Lineage};
use crate::server::address;
use crate::server::asked::Asked;
use crate::snippet::text::{clean_line, cut_amid};
use crate::voice::{Told, Word};
use crate::wire::papers::{PaperValue, TitledPaper};
use crate::wire::relations::{DirectFields, PlaceFields, SaidFields};

/// Letters of the words that say something.
const MAX_QUOTE: usize = 400;

/// An answer as it is shown.
pub struct Answered {
    /// The document that is asked of.
    pub document: Link,
    /// Its state, and since when.
    pub state: String,
    /// What is said.
    pub said: Vec<Statement>,
}

/// Something that is said of a document.
pub struct Statement {
    /// What.
    pub relation: String,
    /// The other document; of a title nothing but the text.
    pub other: Link,
    /// The part and the day.
    pub rest: String,
    /// The words.
    pub quote: String,
    /// The lines that say so.
    pub places: Vec<Link>,
}

/// The answer of one document.
pub fn answered(direct: &Direct, asked: &Asked) -> Answered {
    let fields = DirectFields::of(direct);
    let kind = fields.of_type.and_then(type_name).map(|name| format!("{name} ")).unwrap_or_default();
    let province = fields.province.map(|province| format!(" · {province}")).unwrap_or_default();
    let name = clean_line(&format!("{kind}{}{province}", fields.written));
    let href = direct.number.as_ref().map(|number| asked.link(address::number(&number.canonical())));
    let [since, until] = [&fields.since, &fields.until].map(|day| day.as_deref().and_then(|day| day.parse().ok()));
    let state = fields.state.map(|state| asked.language.told(Told::State { state, since, until })).unwrap_or_default();
    let said = fields.statements.iter().map(|said| statement(said, asked)).collect();
    Answered { document: Link::new(name, href.unwrap_or_default()), state, said }
}

/// All that is said of a document, but for those that only refer to it.
pub fn statements(lineage: &Lineage, asked: &Asked) -> Vec<Statement> {
    let told = lineage.told.iter().filter(|told| told.relation != Relation::RefersTo).map(SaidFields::of_told);
    told.chain(lineage.force.iter().map(SaidFields::of_force)).map(|said| statement(&said, asked)).collect()
}

fn statement(said: &SaidFields<'_>, asked: &Asked) -> Statement {
    let other = match &said.other {
        Some(PaperValue::Number(number)) if number == "this" => {
            Link::new(clean_line(said.written.unwrap_or(said.place.doc)), asked.link(address::document(said.place.doc)))
        }
        Some(PaperValue::Number(number)) => {
            Link::new(clean_line(said.written.unwrap_or(number)), asked.link(address::number(number)))
        }
        Some(PaperValue::Titled(TitledPaper { kind, title, .. })) => {
            Link::new(clean_line(&format!("{kind} {title}")), String::new())
        }
        None => Link::new(String::new(), String::new()),
    };
    let rule = said.rule.filter(|_| said.date.is_none()).map(str::to_owned);
    let rest = [
        said.part.map(clean_line),
        rule,
        said.date.as_deref().map(|date| match said.until.as_deref() {
            Some(until) => asked.language.held_days(date, Some(until)),
            None => asked.language.force_day(date, said.relation, said.last_day),
        }),
        said.unreckoned.then(|| asked.language.word(Word::Undated).to_owned()),
    ];
    let place = |place: &PlaceFields<'_>| {
        let href = asked.link_at(address::document(place.doc), &format!("L{}", place.line));
        Link::new(format!("{}, {} {}", clean_line(place.doc), asked.words().line, place.line), href)
    };
    Statement {
        relation: named(said.relation, asked),
        other,
        rest: rest.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        quote: cut_amid(&clean_line(said.place.text), MAX_QUOTE),
        places: std::iter::once(&said.place).chain(&said.also).map(place).collect(),
    }
}

/// The name of a relation or state as words.
fn named(name: &str, asked: &Asked) -> String {
    asked.language.name(name).replace('_', " ")
}
