//! Two numbers to how well they fit: the same document, perhaps the same, or another.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::symbol::fold_part;
use super::tables::{FOLDED_TYPES, ISSUER_WORDS};
use super::value::Number;
use crate::analysis::fold;

/// How well a number that is looked for fits one that is written somewhere; greater fits better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// The number alone, and the type does not contradict it: `Kế hoạch 142` and `142/KH-LĐLĐ`.
    Bare,
    /// The number with part of the symbol or with the year: `217/HĐBT` and `217/NĐ-HĐBT`.
    Part,
    /// All of it, whatever the spelling.
    Same,
}

impl Number {
    /// How well this number fits another; none if they cannot name one document.
    ///
    /// Digits never fit but their equals; what only one of the two says contradicts nothing.
    pub(crate) fn fit(&self, other: &Number) -> Option<Fit> {
        self.fitter()(other)
    }

    /// The same for many others: what is to be known of this number is worked out once.
    pub(crate) fn fitter(&self) -> impl Fn(&Number) -> Option<Fit> {
        let own = OnceCell::new();
        move |other| {
            let years = (self.year, other.year);
            // what most numbers differ in, before forms are worked out
            if self.number != other.number || matches!(years, (Some(one), Some(two)) if one != two) {
                return None;
            }
            own.get_or_init(|| Folded::of(self)).fit(&Folded::of(other), years)
        }
    }

    /// Whether this is a document of a type, given by its abbreviation or its words.
    pub(crate) fn is_of_type(&self, kind: &str) -> bool {
        let named = FOLDED_TYPES.get(&fold(kind)).map_or(kind, |words| words.abbreviation);
        self.kind.as_deref().is_some_and(|own| agree(&fold_part(own), &fold_part(named)))
    }

    /// Whether its symbol names this issuer, or the words behind it hold these words.
    pub(crate) fn is_issued_by(&self, issuer: &str) -> bool {
        let symbol = symbol_of_words(issuer).unwrap_or_else(|| fold_part(issuer));
        let in_words = || self.issuer.as_deref().is_some_and(|words| fold(words).contains(&fold(issuer)));
        Folded::of(self).issuers.contains(&symbol) || in_words()
    }
}

/// What two numbers of the same digits are compared by.
struct Folded {
    kind: Option<String>,
    issuers: BTreeSet<String>,
}

impl Folded {
    fn of(number: &Number) -> Self {
        let kind = number.kind.as_deref().map(fold_part);
        Self { issuers: issuers(number, kind.as_ref()), kind }
    }

    fn fit(&self, other: &Self, years: (Option<u16>, Option<u16>)) -> Option<Fit> {
        let same_kind = match (&self.kind, &other.kind) {
            (Some(one), Some(two)) if !agree(one, two) => return None,
            (Some(_), Some(_)) => true,
            _ => false,
        };
        let (mine, others) = (&self.issuers, &other.issuers);
        if !mine.is_subset(others) && !others.is_subset(mine) {
            return None;
        }
        let shares = !mine.is_disjoint(others);
        let says_nothing = years.0.is_none() && self.kind.is_none() && mine.is_empty();
        let telling = same_kind || shares || years.0.is_some();
        match () {
            () if telling && years.0 == years.1 && mine == others => Some(Fit::Same),
            () if shares || matches!(years, (Some(_), Some(_))) => Some(Fit::Part),
            () if same_kind || says_nothing => Some(Fit::Bare),
            () => None,
        }
    }
}

/// The folded parts of the symbol that name who issues, or those that the words behind mean.
fn issuers(number: &Number, kind: Option<&String>) -> BTreeSet<String> {
    let parts = number.symbol.iter().flat_map(|symbol| symbol.split(['/', '-'])).map(fold_part);
    let mut issuers: BTreeSet<String> = parts.filter(|part| !part.is_empty() && Some(part) != kind).collect();
    if issuers.is_empty() {
        issuers.extend(number.issuer.as_deref().and_then(symbol_of_words));
    }
    issuers
}

/// Whether two types may be one: a code is a law, and a joint plan a plan.
fn agree(one: &str, two: &str) -> bool {
    const LAWS: [&str; 2] = ["l", "bl"];
    const JOINT: [&str; 3] = ["ph", "lt", "lb"];
    // a regulation is `QĐ`, `QĐi` or `QyĐ`; `QĐNS` is a decision on staff
    const REGULATIONS: [&str; 4] = ["qd", "qdi", "qyd", "qdns"];
    let joint = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| JOINT.contains(&rest));
    one == two
        || LAWS.contains(&one) && LAWS.contains(&two)
        || REGULATIONS.contains(&one) && REGULATIONS.contains(&two)
        || joint(one, two)
        || joint(two, one)
}

/// The symbol of the issuer that words begin with: `Bộ Chính trị khóa XII` is that of TW.
fn symbol_of_words(words: &str) -> Option<String> {
    let folded = fold(words);
    let ends = folded.match_indices(' ').map(|(at, _)| at).chain([folded.len()]);
    let symbols = ends.filter_map(|end| ISSUER_WORDS.get(&folded[..end]));
    // the longest words say most
    symbols.reduce(|_, longer| longer).map(|symbol| fold_part(symbol))
}
