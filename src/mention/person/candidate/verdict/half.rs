//! The rule that stands first in each of the tables of verdicts.

use crate::mention::person::candidate::Verdict;
use crate::mention::person::candidate::stretch::Stretch;
use crate::mention::person::lexicon::flag;

/// Two words, the last of which begins the name of a body or a longer phrase: `Việt-Nam Dân-chủ`, but `công chúa An Tư
/// sang …`.
pub(super) fn first_half(s: &Stretch<'_>) -> Option<Verdict> {
    let body = || (s.has(s.at, flag::BODY) || !s.is_titled()) && s.sweep.opens_body(s.stop);
    let half = s.len() == 2 && s.ends_run() && (body() || s.phrase_from_last().is_some());
    half.then_some(Verdict::Perhaps)
}
