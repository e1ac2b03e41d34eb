//! What documents do to one, and whether it is in force, to JSON.

use serde::Serialize;

use super::papers::PaperValue;
use crate::mention::{Paper, Relation};
use crate::query::Aspect;
use crate::search::{Direct, Ended, ForceTold, Lineage, Place, Side, Standing, Told};

/// Whether a document is in force, as far as the documents of an index tell.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct StandingFields<'a> {
    /// `in_force`, `amended`, `replaced`, `repealed`, `expired`, `suspended`, `not_yet`, `not_told`.
    pub(crate) state: &'static str,
    /// Since when it is so.
    pub(crate) since: Option<String>,
    /// The last day on which it is so, where it ends again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// The documents that made it so.
    pub(crate) by: Vec<PaperValue<'a>>,
    /// The same documents as the lines write them, each once.
    pub(crate) by_written: Vec<&'a str>,
    /// The lines that say so.
    pub(crate) evidence: Vec<PlaceFields<'a>>,
}

/// A relation of a document to another.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct ToldFields<'a> {
    /// What it does (`amends`), or what is done to it (`amended_by`).
    pub(crate) relation: &'static str,
    /// The other document.
    pub(crate) other: PaperValue<'a>,
    /// The same as the line writes it; `this` goes by its title, or else its id.
    pub(crate) written: &'a str,
    /// To which part.
    pub(crate) part: Option<&'a str>,
    /// From which day on.
    pub(crate) date: Option<String>,
    /// The last day on which it holds, of what ends again: a suspension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// Whether the line tells a time that cannot be reckoned: then nothing is known of when it holds.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unreckoned: bool,
    #[serde(flatten)]
    pub(crate) place: PlaceFields<'a>,
}

/// From when or until when a document is in force.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct ForceFields<'a> {
    /// `effective` or `expires`.
    pub(crate) what: &'static str,
    pub(crate) date: Option<String>,
    /// Of an end: whether the document is in force on that day, and no more behind it. Else it is the first day without.
    pub(crate) last_day: bool,
    /// How the day is reckoned, where no line names it.
    pub(crate) rule: Option<&'a str>,
    pub(crate) part: Option<&'a str>,
    /// Whether the line tells a time that cannot be reckoned: then nothing is known of the day.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unreckoned: bool,
    #[serde(flatten)]
    pub(crate) place: PlaceFields<'a>,
}

/// What the documents say that a query asks of one of them.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct DirectFields<'a> {
    /// What is asked first: `in_force`, `effective`, `expires`, or a relation: `replaces`, `replaced_by`, `based_on`.
    pub(crate) kind: &'static str,
    /// All that is asked.
    pub(crate) asked: Vec<&'static str>,
    /// The document that is asked of: its number in its canonical form, or its title.
    pub(crate) document: String,
    /// The same as the papers write it.
    pub(crate) written: &'a str,
    /// The abbreviation of its type.
    #[serde(rename = "type")]
    pub(crate) of_type: Option<&'a str>,
    /// The province of its issuer, where it is told.
    pub(crate) province: Option<&'a str>,
    /// Whether it is in force today, where that is asked.
    pub(crate) state: Option<&'static str>,
    /// Since when it is so.
    pub(crate) since: Option<String>,
    /// The last day on which it is so, where a line tells the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// The numbers of the documents that answer, each once.
    pub(crate) numbers: Vec<String>,
    /// The days that answer, each once.
    pub(crate) dates: Vec<String>,
    /// What is said, each with the lines that say so.
    pub(crate) statements: Vec<SaidFields<'a>>,
}

/// A statement about a document with the lines that make it.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct SaidFields<'a> {
    /// What it does (`amends`), what is done to it (`amended_by`), or `effective`, `expires`.
    pub(crate) relation: &'static str,
    /// The other document.
    pub(crate) other: Option<PaperValue<'a>>,
    /// The same as the line writes it.
    pub(crate) written: Option<&'a str>,
    /// Which part.
    pub(crate) part: Option<&'a str>,
    /// From which day on, or until which.
    pub(crate) date: Option<String>,
    /// The last day on which it holds, of what ends again: a suspension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// Whether the line tells a time that cannot be reckoned: then nothing is known of the day.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unreckoned: bool,
    /// Of an end: whether the document is in force on that day, and no more behind it. Else it is the first day without.
    pub(crate) last_day: bool,
    /// How the day is reckoned, where no line names it.
    pub(crate) rule: Option<&'a str>,
    /// The line that says so.
    #[serde(flatten)]
    pub(crate) place: PlaceFields<'a>,
    /// Other lines that say the same, the first few.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) also: Vec<PlaceFields<'a>>,
}

/// The line that says something.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct PlaceFields<'a> {
    pub(crate) doc: &'a str,
    pub(crate) title: &'a str,
    pub(crate) line: u32,
    /// The words.
    pub(crate) text: &'a str,
}

impl<'a> PlaceFields<'a> {
    fn of(place: &'a Place) -> Self {
        Self { doc: &place.doc, title: &place.title, line: place.line, text: &place.text }
    }
}

impl<'a> StandingFields<'a> {
    /// That a document is no longer in force, if that is told.
    pub(crate) fn of_end(lineage: &'a Lineage) -> Option<Self> {
        let standing = lineage.now();
        standing.state.is_over().then(|| Self::of(&standing))
    }

    pub(crate) fn of(standing: &Standing<'a>) -> Self {
        let told = standing.told.iter().map(|told| PlaceFields::of(&told.place));
        let force = standing.force.iter().map(|told| PlaceFields::of(&told.place));
        Self {
            state: standing.state.as_str(),
            since: standing.since.map(|day| day.to_string()),
            until: standing.until.map(|day| day.to_string()),
            by: standing.told.iter().map(|told| PaperValue::of(&told.other)).collect(),
            by_written: standing.by(),
            evidence: told.chain(force).collect(),
        }
    }
}

impl<'a> ToldFields<'a> {
    fn of(told: &'a Told) -> Self {
        Self {
            relation: relation_name(told.relation, told.side),
            other: PaperValue::of(&told.other),
            written: &told.written,
            part: told.part.as_deref(),
            date: told.date.map(|date| date.to_string()),
            until: told.until.map(|day| day.to_string()),
            unreckoned: told.unreckoned,
            place: PlaceFields::of(&told.place),
        }
    }

    /// All of what is told of a document.
    pub(crate) fn all(lineage: &'a Lineage) -> Vec<Self> {
        lineage.told.iter().map(Self::of).collect()
    }
}

impl<'a> ForceFields<'a> {
    /// All that is told of when a document is in force.
    pub(crate) fn all(lineage: &'a Lineage) -> Vec<Self> {
        let of = |told: &'a ForceTold| Self {
            what: told.what.as_str(),
            date: told.date.map(|date| date.to_string()),
            last_day: told.last_day,
            rule: told.rule.as_deref(),
            part: told.part.as_deref(),
            unreckoned: told.unreckoned,
            place: PlaceFields::of(&told.place),
        };
        lineage.force.iter().map(of).collect()
    }
}

impl<'a> StandingFields<'a> {
    /// That a document is in force no more.
    pub(crate) fn of_ended(ended: &'a Ended) -> Self {
        Self::of(&ended.standing())
    }
}

impl<'a> DirectFields<'a> {
    pub(crate) fn of(direct: &'a Direct) -> Self {
        let asked: Vec<&'static str> = direct.asked.iter().map(|aspect| aspect_name(*aspect)).collect();
        let number = |paper: &&Paper| match paper {
            Paper::Number(number) => Some(number.canonical()),
            _ => None,
        };
        let dates = direct.told.iter().filter_map(|told| told.date);
        let mut dates: Vec<String> =
            dates.chain(direct.force.iter().filter_map(|told| told.date)).map(|day| day.to_string()).collect();
        let mut seen = std::collections::BTreeSet::new();
        dates.retain(|day| seen.insert(day.clone()));
        let told = direct.told.iter().map(SaidFields::of_told);
        Self {
            kind: asked.first().copied().unwrap_or_default(),
            asked,
            document: direct.number.as_ref().map_or_else(|| direct.name.clone(), |number| number.canonical()),
            written: &direct.name,
            of_type: direct.number.as_ref().and_then(|number| number.kind.as_deref()),
            province: direct.province.as_deref(),
            state: direct.state.map(|state| state.as_str()),
            since: direct.since.map(|day| day.to_string()),
            until: direct.until.map(|day| day.to_string()),
            numbers: direct.papers().iter().filter_map(number).collect(),
            dates,
            statements: told.chain(direct.force.iter().map(SaidFields::of_force)).collect(),
        }
    }
}

impl<'a> SaidFields<'a> {
    pub(crate) fn of_told(told: &'a Told) -> Self {
        Self {
            relation: relation_name(told.relation, told.side),
            other: Some(PaperValue::of(&told.other)),
            written: Some(&told.written),
            part: told.part.as_deref(),
            date: told.date.map(|date| date.to_string()),
            until: told.until.map(|day| day.to_string()),
            unreckoned: told.unreckoned,
            last_day: false,
            rule: None,
            place: PlaceFields::of(&told.place),
            also: told.also.iter().map(PlaceFields::of).collect(),
        }
    }

    pub(crate) fn of_force(told: &'a ForceTold) -> Self {
        Self {
            relation: told.what.as_str(),
            other: None,
            written: None,
            part: told.part.as_deref(),
            date: told.date.map(|date| date.to_string()),
            until: None,
            unreckoned: told.unreckoned,
            last_day: told.last_day,
            rule: told.rule.as_deref(),
            place: PlaceFields::of(&told.place),
            also: told.also.iter().map(PlaceFields::of).collect(),
        }
    }
}

/// What is asked of a document in one word.
pub(crate) fn aspect_name(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::InForce => "in_force",
        Aspect::Effective => "effective",
        Aspect::Expires => "expires",
        Aspect::Related(relation, side) => relation_name(relation, side),
    }
}

/// A relation in one word, by who does it.
fn relation_name(relation: Relation, side: Side) -> &'static str {
    if side == Side::Does {
        return relation.as_str();
    }
    match relation {
        Relation::BasedOn => "basis_of",
        Relation::Replaces => "replaced_by",
        Relation::Repeals => "repealed_by",
        Relation::Amends => "amended_by",
        Relation::Corrects => "corrected_by",
        Relation::Details => "detailed_by",
        Relation::CarriesOut => "carried_out_by",
        Relation::IssuedWith => "issued_together",
        Relation::Consolidates => "consolidated_by",
        Relation::Answers => "answered_by",
        Relation::Suspends => "suspended_by",
        Relation::RefersTo => "referred_to_by",
    }
}
