//! Two documents to whether one can do to the other what is said: a decree details a law, and amends a decree.
//!
//! The order of documents is that of article 4 of Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15.

use super::mention::{Paper, Relation};
use crate::mention::number::Number;

/// Whether `of` can stand in the relation to `to`, as far as their kinds tell.
pub(super) fn fits(relation: Relation, of: Option<&Paper>, to: &Paper) -> bool {
    // treaties and statutes are no acts of those who issue decrees
    let changes = relation.takes_hold() || relation == Relation::Corrects;
    if changes && matches!(to, Paper::Titled(titled) if titled.kind == "Hiệp định") {
        return false;
    }
    let (Some(of), Some(to)) = (of.and_then(rank), rank(to)) else { return true };
    match relation {
        Relation::Amends | Relation::Corrects | Relation::Suspends => of == to,
        Relation::Details => of > to,
        Relation::Replaces | Relation::Repeals => of <= to,
        _ => true,
    }
}

/// The place of a document in the order of documents, 0 for the highest; none where its kind has no place.
pub(super) fn rank(paper: &Paper) -> Option<u8> {
    match paper {
        Paper::This => None,
        Paper::Titled(titled) => match titled.kind.as_str() {
            "Hiến pháp" => Some(0),
            "Luật" | "Bộ luật" | "Pháp lệnh" => Some(1),
            _ => None,
        },
        Paper::Number(number) => of_number(number),
    }
}

fn of_number(number: &Number) -> Option<u8> {
    let issuer = number.issuer.as_deref().unwrap_or_default();
    let symbol = number.symbol.as_deref().unwrap_or_default();
    let kind = number.kind.as_deref().unwrap_or_default();
    if matches!(kind, "L" | "BL" | "PL") || issuer.starts_with("QH") || issuer.starts_with("UBTVQH") {
        return Some(1);
    }
    if symbol.contains('/') && number.year.is_none() {
        return None;
    }
    match (kind, issuer) {
        ("NĐ", _) | ("QĐ" | "NQ", "TTg" | "TTG" | "CP" | "HĐBT") => Some(2),
        ("TT" | "TTLT" | "TTLB", _) => Some(3),
        ("QĐ" | "NQ", "UBND" | "HĐND") => Some(4),
        ("QĐ", issuer) if issuer.starts_with('B') || issuer == "NHNN" => Some(3),
        _ => None,
    }
}
