//! A query that asks of a document whether it is in force, or what others do to it, to what the documents of the index
//! say of that. What no line says is not told.

use std::fmt;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::lineage::{Fact, ForceTold, Lineage, Place, State, Statement, Told, places_mut, statements};
use super::meant::{Meant, Name, by_number, by_title, naming};
use crate::analysis::{Analysis, fold};
use crate::error::Result;
use crate::mention::number::{self, Number};
use crate::mention::{Force, Paper, Relation};
use crate::query::{Aspect, Facts, Inquiry, Level, Reading, Subject, today};
use crate::store::{Clause, DocumentName, Held, Reader, Said, Side, StoredPassage, in_order, saying, title_name};

/// So many documents at most are told of.
const MAX_ANSWERS: usize = 3;

/// More passages than these are not read.
const MAX_PASSAGES: usize = 1_000;

/// Facts of an answer at most.
const MAX_FACTS: usize = 100;

/// What a query asks of a document, and what the documents of the index say.
#[derive(Clone, Debug)]
pub struct Direct {
    /// What is asked.
    pub asked: Vec<Aspect>,
    /// The number of the document, where it is known.
    pub number: Option<Number>,
    /// The document as it is called: its number as the papers write it, or its title.
    pub name: String,
    /// The province of its issuer, where it is told.
    pub province: Option<String>,
    /// Whether it is in force today, where that is asked.
    pub state: Option<State>,
    /// Since when it is so.
    pub since: Option<Date>,
    /// The last day on which it is so, where a line tells the end.
    pub until: Option<Date>,
    /// What it does or undergoes, as far as that is asked.
    pub told: Vec<Told>,
    /// When it is in force, as far as that is asked.
    pub force: Vec<ForceTold>,
}

/// What of an inquiry was read together with the hits, for a store that is far is asked as seldom as can be.
#[derive(Clone, Default)]
pub(crate) enum Ahead {
    /// Nothing.
    #[default]
    Nothing,
    /// The passages that may tell the number of a law that is named by its title.
    Naming(Vec<StoredPassage>),
    /// The documents that are meant, and what is said of each of their names.
    Said(Vec<(Meant, Vec<Name>)>, Vec<Vec<StoredPassage>>),
}

/// How it was read is no part of an answer.
impl fmt::Debug for Ahead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ahead")
    }
}

/// What is to be read for an inquiry together with the hits.
pub(super) struct Wanted {
    meant: Option<Vec<(Meant, Vec<Name>)>>,
    /// What finds it, and how much of it is read.
    pub(super) clauses: Vec<(Clause, usize)>,
}

impl Wanted {
    /// Nothing.
    pub(super) const NOTHING: Self = Self { meant: None, clauses: Vec::new() };

    /// What can be asked for as soon as the facts are known.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
    pub(super) fn of(facts: &Facts<'_>, reading: &Reading) -> Result<Self> {
        let Some(inquiry) = &reading.inquiry else { return Ok(Self::NOTHING) };
        match &inquiry.subject {
            Subject::Title { typed, year } => Ok(Self { meant: None, clauses: naming(typed, *year).into() }),
            Subject::Number(number) => {
                let meant = by_number(facts, number)?;
                let wanted = said(&inquiry.aspects);
                let clause = |(name, _): &Name| {
                    let terms = saying(facts, name, &wanted)?;
                    Ok((Clause::AnyOf(terms), MAX_PASSAGES))
                };
                let clauses = names(&meant).map(clause).collect::<Result<_>>()?;
                Ok(Self { meant: Some(meant), clauses })
            }
        }
    }

    /// What was read.
    pub(super) fn read(self, held: Vec<Vec<Held>>) -> Ahead {
        let read = held.into_iter().map(in_order);
        match self.meant {
            Some(meant) => Ahead::Said(meant, read.collect()),
            None if read.len() == 0 => Ahead::Nothing,
            None => Ahead::Naming(read.flatten().collect()),
        }
    }
}

fn names(meant: &[(Meant, Vec<Name>)]) -> impl Iterator<Item = &Name> {
    meant.iter().flat_map(|(_, names)| names)
}

/// The answers to what is asked of a document, the likeliest first, and the document if no line tells.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(super) fn answers(reader: &Reader, reading: &Reading, ahead: Ahead) -> Result<(Vec<Direct>, Option<String>)> {
    let Some(inquiry) = &reading.inquiry else { return Ok((Vec::new(), None)) };
    let (meant, read) = match (ahead, &inquiry.subject) {
        (Ahead::Said(meant, read), _) => (meant, Some(read)),
        (_, Subject::Number(number)) => (reader.guarded(|| by_number(&reader.snapshot(), number))?, None),
        (ahead, Subject::Title { typed, year }) => {
            let naming = match ahead {
                Ahead::Naming(naming) => naming,
                _ => {
                    let [first, then] = naming(typed, *year);
                    let mut naming = reader.holding(&first.0, first.1)?;
                    naming.extend(reader.holding(&then.0, then.1)?);
                    naming
                }
            };
            let asks_others = inquiry.aspects.iter().all(|aspect| matches!(aspect, Aspect::Related(..)));
            (by_title((typed, *year), &naming, asks_others), None)
        }
    };
    let read = match read {
        Some(read) => read,
        None => {
            let names: Vec<&str> = names(&meant).map(|(name, _)| &**name).collect();
            reader.saying_each(&names, &said(&inquiry.aspects), MAX_PASSAGES)?
        }
    };
    let mut read = read.into_iter();
    let mut found: Vec<(usize, Direct)> = Vec::new();
    for (document, names) in &meant {
        let mut known = Vec::new();
        for (name, year) in names {
            for passage in read.next().unwrap_or_default() {
                let of_year = |said: &Statement| year.is_none_or(|year| said.year == Some(year));
                known.extend(statements(&passage, name).into_iter().filter(of_year));
            }
        }
        for (name, statements) in told_apart(known, reading) {
            let likeness = likeness(&statements, reading);
            let direct = direct(document, name, Lineage::of(statements.into_iter()), inquiry, reading);
            // of laws of one title the latest is meant
            let likeness = if matches!(inquiry.subject, Subject::Title { .. }) { 0 } else { likeness };
            found.extend(direct.map(|direct| (likeness, direct)));
        }
    }
    found.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    let untold = meant.first().filter(|_| found.is_empty()).map(|(document, _)| document.name.clone());
    Ok((found.into_iter().map(|(_, direct)| direct).take(MAX_ANSWERS).collect(), untold))
}

/// What is to be read for what is asked.
fn said(aspects: &[Aspect]) -> Vec<Said> {
    const ENDS: [Relation; 3] = [Relation::Replaces, Relation::Repeals, Relation::Suspends];
    let undergone = |relation| Said::Relation(relation, Side::Undergoes);
    let mut said: Vec<Said> = Vec::new();
    for aspect in aspects {
        match aspect {
            Aspect::InForce => {
                said.extend(ENDS.map(undergone));
                said.extend([undergone(Relation::Amends), Said::Force(Force::Effective), Said::Force(Force::Expires)]);
            }
            Aspect::Effective => said.push(Said::Force(Force::Effective)),
            Aspect::Expires => {
                said.extend(ENDS.map(undergone));
                said.push(Said::Force(Force::Expires));
            }
            Aspect::Related(relation, side) => {
                said.extend(alike(*relation).iter().map(|relation| Said::Relation(*relation, *side)));
            }
        }
    }
    said
}

/// The relations that answer to what is asked by one of them, the one that is asked first: who asks what replaces a
/// document asks what has ended it.
fn alike(relation: Relation) -> &'static [Relation] {
    match relation {
        Relation::Replaces => &[Relation::Replaces, Relation::Repeals],
        Relation::Repeals => &[Relation::Repeals, Relation::Replaces],
        Relation::BasedOn => &[Relation::BasedOn],
        Relation::Amends => &[Relation::Amends],
        Relation::Corrects => &[Relation::Corrects],
        Relation::Details => &[Relation::Details],
        Relation::CarriesOut => &[Relation::CarriesOut],
        Relation::IssuedWith => &[Relation::IssuedWith],
        Relation::Consolidates => &[Relation::Consolidates],
        Relation::Answers => &[Relation::Answers],
        Relation::Suspends => &[Relation::Suspends],
        Relation::RefersTo => &[Relation::RefersTo],
    }
}

/// What is said of each document of one number by itself: of the provinces that the query names only theirs.
fn told_apart(mut statements: Vec<Statement>, reading: &Reading) -> Vec<(DocumentName, Vec<Statement>)> {
    let fullness = |said: &Statement| (said.document.province.is_some(), said.document.issued.is_some());
    statements.sort_by_key(|said| std::cmp::Reverse(fullness(said)));
    let mut groups: Vec<(DocumentName, Vec<Statement>)> = Vec::new();
    for said in statements {
        // of which of several provinces is not told
        let is_either = said.document.province.is_none() && groups.len() > 1;
        let is_it = |known: &DocumentName| match is_either {
            true => known.may_be(&said.document),
            false => !known.contradicts(&said.document),
        };
        match groups.iter_mut().find(|(known, _)| is_it(known)) {
            Some((known, group)) => {
                known.issued = known.issued.or(said.document.issued);
                group.push(said);
            }
            None => groups.push((said.document.clone(), vec![said])),
        }
    }
    let typed: Vec<&str> = reading.words().map(|word| &*word.folded).collect();
    let typed = format!(" {} ", typed.join(" "));
    let is_named = |document: &DocumentName| {
        document.province.as_ref().is_some_and(|province| typed.contains(&format!(" {} ", title_name(province))))
    };
    if groups.iter().any(|(document, _)| is_named(document)) {
        groups.retain(|(document, _)| is_named(document));
    } else if number::names_province(&typed) {
        // of the province that is asked for no line tells, and where others have the number nobody knows whose it is
        let is_of_others = groups.iter().any(|(document, _)| document.province.is_some());
        groups.retain(|(document, _)| document.province.is_none() && !is_of_others);
    }
    groups
}

/// How many words of the query stand in what is said, then how much is said.
fn likeness(statements: &[Statement], reading: &Reading) -> usize {
    let telling: FxHashSet<&str> =
        reading.words().filter(|word| word.part.is_none() && !word.stop).map(|word| &*word.folded).collect();
    let mut held: FxHashSet<String> = FxHashSet::default();
    for said in statements {
        let (Fact::Told(Told { place, .. }) | Fact::Force(ForceTold { place, .. })) = &said.fact;
        let analysis = Analysis::of(&place.text);
        held.extend(analysis.words().filter(|word| telling.contains(word.folded)).map(|word| word.folded.to_owned()));
    }
    held.len()
}

/// The answer for one document; none where no line tells.
fn direct(
    meant: &Meant,
    document: DocumentName,
    lineage: Lineage,
    inquiry: &Inquiry,
    reading: &Reading,
) -> Option<Direct> {
    let today = today();
    let mut told: Vec<Told> = Vec::new();
    let mut force: Vec<ForceTold> = Vec::new();
    let mut state: Option<(State, Option<Date>, Option<Date>)> = None;
    let part = part(reading);
    for aspect in &inquiry.aspects {
        let (facts, ends) = match aspect {
            Aspect::InForce => {
                let now = lineage.on(today);
                let later = now.until.and_then(|last| last.tomorrow().ok()).map(|day| lineage.on(day));
                state = (now.state != State::NotTold).then_some((now.state, now.since, now.until));
                let standings = || [Some(&now), later.as_ref()].into_iter().flatten();
                let facts = each_once(standings().flat_map(|standing| standing.told.iter().copied()));
                (facts, each_once(standings().flat_map(|standing| standing.force.iter().copied())))
            }
            Aspect::Effective => (Vec::new(), of_force(&lineage, Force::Effective)),
            Aspect::Expires => {
                let ended = |told: &&Told| {
                    told.side == Side::Undergoes && told.part.is_none() && told.relation != Relation::Amends
                };
                let now = lineage.on(today);
                if now.state.is_over() {
                    state = Some((now.state, now.since, now.until));
                }
                (lineage.told.iter().filter(ended).cloned().collect(), of_force(&lineage, Force::Expires))
            }
            Aspect::Related(relation, side) => {
                let of = |relation: &Relation| -> Vec<Told> {
                    let is_asked = |told: &&Told| told.relation == *relation && told.side == *side;
                    lineage.told.iter().filter(is_asked).cloned().collect()
                };
                (alike(*relation).iter().map(of).find(|facts| !facts.is_empty()).unwrap_or_default(), Vec::new())
            }
        };
        told.extend(facts.into_iter().filter(|fact| !told.contains(fact)).collect::<Vec<_>>());
        force.extend(ends.into_iter().filter(|fact| !force.contains(fact)).collect::<Vec<_>>());
    }
    if told.is_empty() && force.is_empty() {
        return None;
    }
    // the part that is asked for first
    told.sort_by_key(|told| part.as_ref().is_some_and(|part| !told.part.as_deref().is_some_and(|of| has(of, part))));
    told.truncate(MAX_FACTS);
    force.truncate(MAX_FACTS);
    let (number, name) = (meant.number.clone(), meant.name.clone());
    let (asked, province) = (inquiry.aspects.clone(), document.province);
    let (since, until) = state.map_or((None, None), |(_, since, until)| (since, until));
    let state = state.map(|(state, ..)| state);
    Some(Direct { asked, number, name, province, state, since, until, told, force })
}

fn each_once<'a, T: Clone + PartialEq + 'a>(facts: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut once: Vec<T> = Vec::new();
    for fact in facts {
        if !once.contains(fact) {
            once.push(fact.clone());
        }
    }
    once
}

/// What is told of an end, of the whole first.
fn of_force(lineage: &Lineage, what: Force) -> Vec<ForceTold> {
    lineage.force.iter().filter(|told| told.what == what).cloned().collect()
}

/// The article that is asked for, as texts name it, folded.
fn part(reading: &Reading) -> Option<String> {
    let step = reading.address.as_ref()?.steps.iter().find(|step| step.level == Level::Article)?;
    Some(format!("dieu {}", step.number))
}

/// Whether a part is the one that is asked for, or lies in it.
fn has(of: &str, part: &str) -> bool {
    format!("{} ", fold(of)).contains(&format!("{part} "))
}

impl Direct {
    /// All places that it names.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        places_mut(&mut self.told, &mut self.force)
    }

    /// The other documents that it names, each once.
    pub fn papers(&self) -> Vec<&Paper> {
        let mut papers: Vec<&Paper> = Vec::new();
        for told in &self.told {
            if !papers.contains(&&told.other) {
                papers.push(&told.other);
            }
        }
        papers
    }
}
