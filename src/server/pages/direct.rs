//! What the documents say that a query asks of one of them to what the page shows of it.

use super::Link;
use crate::mention::number::type_name;
use crate::search::Direct;
use crate::server::address;
use crate::server::asked::Asked;
use crate::snippet::text::clean_line;
use crate::voice::Word;
use crate::wire::papers::{PaperValue, TitledPaper};
use crate::wire::relations::{DirectFields, PlaceFields, SaidFields};

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
    let since = fields.since.as_deref().map(|date| format!(" {}", day(date, asked))).unwrap_or_default();
    let state = fields.state.map(|state| format!("{}{since}", named(state, asked))).unwrap_or_default();
    let said = fields.statements.iter().map(|said| statement(said, asked)).collect();
    Answered { document: Link::new(name, href.unwrap_or_default()), state, said }
}

fn statement(said: &SaidFields<'_>, asked: &Asked) -> Statement {
    let other = match &said.other {
        Some(PaperValue::Number(number)) => Link::new(clean_line(number), asked.link(address::number(number))),
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
        quote: clean_line(said.place.text),
        places: std::iter::once(&said.place).chain(&said.also).map(place).collect(),
    }
}

/// The name of a relation or state as words.
fn named(name: &str, asked: &Asked) -> String {
    asked.language.name(name).replace('_', " ")
}

/// A day as the language writes it.
fn day(date: &str, asked: &Asked) -> String {
    date.parse().map_or_else(|_| date.to_owned(), |date| asked.words().day(date))
}
