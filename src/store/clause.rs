//! What a passage must hold to be found, as a small tree, and what that scores.

use super::term::Term;

/// What finds passages. Unless it says otherwise, what it finds is scored by BM25 over the field of each term.
#[derive(Clone, Debug, PartialEq)]
pub enum Clause {
    /// Those that hold a term.
    Term(Term),
    /// Those that hold any of these terms; scores nothing.
    AnyOf(Vec<Term>),
    /// Those that hold these words side by side, in order. Only folded forms can be asked for so.
    Phrase(Vec<Term>),
    /// Those that stand under a title or heading that holds this term of [`Field::Context`](super::Field::Context);
    /// scores nothing.
    Under(Term),
    /// Those that all of these find, added up. Of [`Clause::Not`] and [`Clause::Maybe`] it has what they say.
    All(Vec<Clause>),
    /// Those that any of these finds, added up.
    Any(Vec<Clause>),
    /// Those that any of these finds, by the best of their scores.
    Best(Vec<Clause>),
    /// Within [`Clause::All`]: leaves out what this finds.
    Not(Box<Clause>),
    /// Within [`Clause::All`]: adds the score of this where it finds the passage too.
    Maybe(Box<Clause>),
    /// Scored so many times as much.
    Weighted(Box<Clause>, f32),
    /// Each scored the same.
    Constant(Box<Clause>, f32),
    /// All passages, each scored 1.
    Everything,
    /// None.
    Nothing,
}

impl Clause {
    /// The same with other terms.
    pub(crate) fn with_terms(&self, other: &impl Fn(&Term) -> Term) -> Self {
        let terms = |terms: &[Term]| terms.iter().map(other).collect();
        let clauses = |clauses: &[Self]| clauses.iter().map(|clause| clause.with_terms(other)).collect();
        let boxed = |clause: &Self| Box::new(clause.with_terms(other));
        match self {
            Self::Term(term) => Self::Term(other(term)),
            Self::AnyOf(any) => Self::AnyOf(terms(any)),
            Self::Phrase(words) => Self::Phrase(terms(words)),
            Self::Under(term) => Self::Under(other(term)),
            Self::All(parts) => Self::All(clauses(parts)),
            Self::Any(parts) => Self::Any(clauses(parts)),
            Self::Best(parts) => Self::Best(clauses(parts)),
            Self::Not(part) => Self::Not(boxed(part)),
            Self::Maybe(part) => Self::Maybe(boxed(part)),
            Self::Weighted(part, weight) => Self::Weighted(boxed(part), *weight),
            Self::Constant(part, score) => Self::Constant(boxed(part), *score),
            Self::Everything => Self::Everything,
            Self::Nothing => Self::Nothing,
        }
    }

    /// The same without terms of which any would do and that no passage holds: it finds and scores the same.
    pub(crate) fn without(&self, is_absent: &impl Fn(&Term) -> bool) -> Self {
        let clauses = |parts: &[Self], drops: fn(&Self) -> bool| -> Vec<Self> {
            let parts = parts.iter().map(|part| part.without(is_absent));
            parts.filter(|part| !drops(part)).collect()
        };
        let boxed = |part: &Self| Box::new(part.without(is_absent));
        let none = |part: &Self| *part == Self::Nothing;
        match self {
            Self::Term(term) if is_absent(term) => Self::Nothing,
            Self::AnyOf(terms) => Self::AnyOf(terms.iter().filter(|term| !is_absent(term)).cloned().collect()),
            Self::All(parts) => Self::All(clauses(parts, |part| *part == Self::Maybe(Box::new(Self::Nothing)))),
            Self::Any(parts) => Self::Any(clauses(parts, |part| *part == Self::Nothing)),
            Self::Best(parts) => Self::Best(clauses(parts, |part| *part == Self::Nothing)),
            Self::Not(part) => Self::Not(boxed(part)),
            Self::Maybe(part) => Self::Maybe(boxed(part)),
            Self::Weighted(part, weight) => {
                let part = boxed(part);
                if none(&part) { Self::Nothing } else { Self::Weighted(part, *weight) }
            }
            Self::Constant(part, score) => {
                let part = boxed(part);
                if none(&part) { Self::Nothing } else { Self::Constant(part, *score) }
            }
            other => other.clone(),
        }
    }

    /// Its score so many times.
    pub(crate) fn weighted(self, weight: f32) -> Self {
        Self::Weighted(Box::new(self), weight)
    }

    /// The same passages, each scored the same.
    pub(crate) fn scored(self, score: f32) -> Self {
        Self::Constant(Box::new(self), score)
    }
}
