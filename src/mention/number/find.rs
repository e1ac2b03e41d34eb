//! Text -> the references to numbered documents in it.

use std::collections::HashSet;
use std::ops::Range;

use super::after::{self, After};
use super::before::{self, Before};
use super::mention::{NumberMention, Role};
use super::symbol::{self, Written};
use super::tables::{Behind, Needs};
use super::told_once::share_provinces;
use super::value::Number;
use super::words::Room;
use super::{beside, province, standard, subject};
use crate::mention::scan::position;

/// All references to numbered documents in `text`, in order.
pub fn find(text: &str) -> Vec<NumberMention> {
    let mut mentions = Vec::new();
    let mut uncertain = Vec::new();
    let mut room = Room::default();
    let mut at = 0;
    while let Some(digit) = position(text.as_bytes(), at, |byte, _| byte.is_ascii_digit()) {
        at = match read_list(text, digit, &mut room) {
            Some(list) => {
                let end = list.members[list.members.len() - 1].end;
                uncertain.extend((!list.certain).then_some(mentions.len()..mentions.len() + list.members.len()));
                push(text, list, &mut room, &mut mentions);
                end
            }
            None => symbol::figures_end(text, digit),
        };
    }
    drop_unnamed(&mut mentions, &uncertain);
    beside::tell_provinces(text, &mut mentions);
    share_provinces(text, &mut room, &mut mentions);
    mentions
}

/// Drops the uncertain mentions whose documents are not named in full.
fn drop_unnamed(mentions: &mut Vec<NumberMention>, uncertain: &[Range<usize>]) {
    if uncertain.is_empty() {
        return;
    }
    let named: HashSet<(String, Option<String>)> = mentions
        .iter()
        .filter(|mention| mention.number.symbol.is_some())
        .map(|mention| (mention.number.number.clone(), mention.number.kind.clone()))
        .collect();
    let (mut at, mut uncertain) = (0, uncertain.iter().peekable());
    mentions.retain(|mention| {
        while uncertain.next_if(|range| range.end <= at).is_some() {}
        let doubtful = uncertain.peek().is_some_and(|range| range.contains(&at));
        at += 1;
        !doubtful || named.contains(&(mention.number.number.clone(), mention.number.kind.clone()))
    });
}

/// Most members of a list: each of them names the whole of it.
const MAX_MEMBERS: usize = 64;

/// The numbers behind one type: mostly one.
struct List {
    before: Before,
    members: Vec<Written>,
    /// False where the document must be named in full elsewhere in the text.
    certain: bool,
}

/// Reads the number at byte `digit` and those that follow it in a list.
fn read_list(text: &str, digit: usize, room: &mut Room) -> Option<List> {
    if let Some((before, written)) = standard::read(text, digit) {
        return Some(List { before, members: vec![written], certain: true });
    }
    let bare = symbol::is_bare(text, symbol::figures_end(text, digit));
    if bare && !before::may_lead(text, digit, room) {
        return None;
    }
    let first = symbol::read(text, digit)?;
    if !bare && first.parts.is_empty() && !before::may_lead(text, digit, room) {
        return None;
    }
    let mut before = before::read(text, digit, room);
    // `pháp luật số 64/2025/QH15` ends the title of the law
    let small = before.kind.is_some_and(|kind| kind.abbreviation == "L") && !before.capital;
    let of_assembly = (before.kind.is_none() || small) && first.is_of_assembly();
    if let Some((start, kind)) = of_assembly.then(|| before::law_title(text, before.start, room)).flatten() {
        before = Before { start, kind: Some(kind), head: false, form: false, ..before };
    }
    if before.so && before.kind.is_none() && !before.form && !before.head {
        let kind = first.kind().and_then(|kind| before::distant_type(text, before.start, kind, room));
        if let Some((start, kind)) = kind {
            before = Before { start, kind: Some(kind), ..before };
        }
    }
    let certain = match judge(text, &first, &before, room) {
        Verdict::Yes => true,
        Verdict::IfNamedElsewhere => false,
        Verdict::No => return None,
    };
    let mut members = vec![first];
    if before.kind.is_some() {
        // whether no member so far has more than its number
        let mut alone = true;
        while let Some(last) = members.last().filter(|_| members.len() < MAX_MEMBERS) {
            alone &= last.parts.is_empty() && last.year.is_none();
            let Some(next) = next_member(text, last.end, alone, room) else { break };
            members.push(next);
        }
        share_symbol(&mut members);
    }
    Some(List { before, members, certain })
}

/// Whether number and surroundings make a document number.
enum Verdict {
    Yes,
    /// `Kế hoạch 34`: only where the same text has `Kế hoạch 34/KH-TLĐ`.
    IfNamedElsewhere,
    No,
}

fn judge(text: &str, written: &Written, before: &Before, room: &mut Room) -> Verdict {
    let yes_if = |yes| if yes { Verdict::Yes } else { Verdict::No };
    let Some(kind) = before.kind else {
        return yes_if(stands_by_symbol(written, before) && !is_form_code(text, written, before));
    };
    if !written.parts.is_empty() {
        return Verdict::Yes;
    }
    if kind.needs == Needs::Symbol {
        return Verdict::No;
    }
    let typed = before.so || matches!(kind.needs, Needs::Nothing | Needs::Capital);
    if written.year.is_some() {
        return yes_if(typed);
    }
    let behind = after::behind(text, written.end, room);
    let is_year = matches!(written.number.parse(), Ok(1900..=2099));
    if written.number.len() > 5 || behind == Some(Behind::Counted) || is_year && !before.so {
        return Verdict::No;
    }
    let item = before.line_end && text[written.end..].starts_with(['.', ')']);
    match kind.needs {
        _ if before.so => Verdict::Yes,
        _ if item => Verdict::No,
        Needs::Issuer if after::names_issuer(text, written.end, room) => Verdict::Yes,
        Needs::Issuer | Needs::So => Verdict::IfNamedElsewhere,
        Needs::Capital if !before.capital => yes_if(behind == Some(Behind::Follows)),
        _ => yes_if(!before.line_end || behind == Some(Behind::Follows)),
    }
}

/// Whether a number without the words of a type stands by its symbol.
fn stands_by_symbol(written: &Written, before: &Before) -> bool {
    let Written { year, parts, slash, .. } = written;
    let long = parts.iter().all(|part| part.text.chars().count() >= 2);
    let (known, types) = (written.known_parts(), written.known_types());
    !before.form
        && match parts.len() {
            0 => false,
            1 if before.head => true,
            1 if before.so || year.is_some() => known > 0,
            1 => *slash && long && known > 0 && types == 0,
            _ if before.so || year.is_some() || types > 0 => true,
            _ => *slash && long,
        }
}

/// Whether a number fills its line or cell as the codes of forms do: `01/TB-RSĐT`.
fn is_form_code(text: &str, written: &Written, before: &Before) -> bool {
    let sides =
        (text[..before.start].trim_end_matches([' ', '*']), text[written.end..].trim_start_matches([' ', '*', '\r']));
    let alone = sides.0.ends_with(['\n', '|']) && (sides.1.is_empty() || sides.1.starts_with(['\n', '|']));
    alone && written.slash && !before.so && written.year.is_none() && text[before.start..].starts_with('0')
}

/// The member of a list that follows byte `end`, `, 176`, ` và số 315/HĐBT`; `alone` tells that those before
/// are numbers alone.
fn next_member(text: &str, end: usize, alone: bool, room: &mut Room) -> Option<Written> {
    let rest = &text[end..];
    let number = skip_joint(rest)?;
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let next = symbol::read(text, text.len() - number.len())?;
    if !next.parts.is_empty() {
        return Some(next);
    }
    let is_year = matches!(next.number.parse(), Ok(1900..=2099));
    let counted = after::behind(text, next.end, room) == Some(Behind::Counted);
    // `8, 5` with a comma glued on both sides is a figure
    (alone && next.year.is_none() && !is_year && !counted && number.len() < rest.len() - 1).then_some(next)
}

/// What stands behind `,`, `;`, `&` or `và`, and `số` if it is repeated.
fn skip_joint(rest: &str) -> Option<&str> {
    let strip = |text: &'_ str, words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word).map(str::len));
    let behind = |len: usize| rest[rest.len() - len..].trim_start();
    let sign = strip(rest.trim_start_matches([' ', '*']), &[",", ";", "&"]).map(behind);
    let text = sign.unwrap_or(rest.trim_start());
    let and = strip(text, &["và ", "va\u{300} "]).map(behind);
    let text = and.or(sign)?;
    Some(strip(text, &["số ", "Số ", "sô\u{301} ", "so\u{302}\u{301} "]).map_or(text, behind))
}

/// The symbol behind the last member holds for those before it: `111, 176, 315/HĐBT`.
fn share_symbol(members: &mut [Written]) {
    let Some((last, rest)) = members.split_last_mut() else { return };
    for member in rest.iter_mut().rev().take_while(|member| member.parts.is_empty()) {
        member.parts.clone_from(&last.parts);
        member.year = member.year.or(last.year);
    }
}

/// Numbers that stand closer than this in bytes are a list, and no heads of papers.
const LEAST_PAPER: usize = 256;

fn push(text: &str, list: List, room: &mut Room, mentions: &mut Vec<NumberMention>) {
    let List { before, members, .. } = list;
    let end = members[members.len() - 1].end;
    let role = match &before {
        Before { head: true, .. } => Role::Head,
        Before { kind: Some(_), start, .. } if before::is_issued(text, *start, room) => Role::Issues,
        _ => Role::Cites,
    };
    let After { mut issued, issuer } = after::read(text, end, room);
    if issued.is_none() {
        issued = match role {
            Role::Head => after::head_date(text, end, room),
            Role::Issues => after::date_before(text, before.start, room),
            Role::Cites => None,
        };
    }
    let (mut subject, mut province) = (None, issuer.as_deref().and_then(province::of_issuer));
    let beside =
        mentions.last().is_some_and(|last| last.role == Role::Head && before.start < last.range.end + LEAST_PAPER);
    if role == Role::Head && !beside {
        subject = subject::read(text, end);
        province = province::of_paper(text, before.start, end, room);
    }
    let spellings: Vec<String> =
        members.iter().map(|member| member.spelling(text, &members[members.len() - 1])).collect();
    for (written, spelling) in members.into_iter().zip(spellings) {
        let mut number = Number::of(written, before.kind.map(|kind| kind.abbreviation));
        if number.issuer.is_none() {
            number.issuer.clone_from(&issuer);
        }
        mentions.push(NumberMention {
            range: before.start..end,
            number,
            written: spelling,
            issued,
            subject: subject.clone(),
            province: province.map(str::to_owned),
            role,
        });
    }
}
