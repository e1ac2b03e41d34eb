//! What documents do to one, and whether it is in force, to JSON.

use serde::Serialize;

use super::papers::PaperValue;
use crate::directory::{ForceTold, Lineage, Place, Side, Standing, Told};
use crate::mention::Relation;

/// Whether a document is in force, as far as the documents of an index tell.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct StandingFields<'a> {
    /// `in_force`, `amended`, `replaced`, `repealed`, `expired`, `suspended`, `not_yet`, `not_told`.
    pub(crate) state: &'static str,
    /// Since when it is so.
    pub(crate) since: Option<String>,
    /// The documents that made it so.
    pub(crate) by: Vec<PaperValue<'a>>,
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
    /// To which part.
    pub(crate) part: Option<&'a str>,
    /// From which day on.
    pub(crate) date: Option<String>,
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
    /// How the day is reckoned, where no line names it.
    pub(crate) rule: Option<&'a str>,
    pub(crate) part: Option<&'a str>,
    #[serde(flatten)]
    pub(crate) place: PlaceFields<'a>,
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
        let standing = lineage.on(None);
        standing.state.is_over().then(|| Self::of(&standing))
    }

    pub(crate) fn of(standing: &Standing<'a>) -> Self {
        let told = standing.told.iter().map(|told| PlaceFields::of(&told.place));
        let force = standing.force.iter().map(|told| PlaceFields::of(&told.place));
        Self {
            state: standing.state.as_str(),
            since: standing.since.map(|day| day.to_string()),
            by: standing.told.iter().map(|told| PaperValue::of(&told.other)).collect(),
            evidence: told.chain(force).collect(),
        }
    }
}

impl<'a> ToldFields<'a> {
    fn of(told: &'a Told) -> Self {
        Self {
            relation: relation_name(told.relation, told.side),
            other: PaperValue::of(&told.other),
            part: told.part.as_deref(),
            date: told.date.map(|date| date.to_string()),
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
            rule: told.rule.as_deref(),
            part: told.part.as_deref(),
            place: PlaceFields::of(&told.place),
        };
        lineage.force.iter().map(of).collect()
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
