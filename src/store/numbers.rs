//! Numbers of documents to terms of the index and back: a term holds all that a text says of one.

use jiff::civil::Date;

use super::field::Field;
use super::term::{Dictionary, Prefix, Term, any_term};
use crate::error::Result;
use crate::mention::number::{Number, NumberMention, Role};

/// Parts what a term says. No text that was read holds it.
const SIGN: char = '\u{1f}';

/// Longer words for an issuer are cut, in bytes.
const MAX_ISSUER: usize = 160;

/// What some passages say of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberEntry {
    /// The document.
    pub number: Number,
    /// What the passages do with it.
    pub role: Role,
    /// The day of issue that they tell.
    pub issued: Option<Date>,
    /// The number as they write it.
    pub written: String,
    /// What the document is about, where they are its head.
    pub subject: Option<String>,
    /// The province of the issuer that they tell.
    pub province: Option<String>,
    /// In how many passages it stands so.
    pub passages: u64,
    term: String,
}

impl NumberEntry {
    /// Whether a mention says just this.
    pub fn is_of(&self, mention: &NumberMention) -> bool {
        self.term == term(mention)
    }

    /// The term of the passages that say so.
    pub(crate) fn term(&self) -> Term {
        Term::new(Field::Numbers, &*self.term)
    }
}

/// The term of a mention. The digits stand first, so that all documents of one number are neighbors.
pub(super) fn term(mention: &NumberMention) -> String {
    let Number { number, year, symbol, kind, issuer } = &mention.number;
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let role = match mention.role {
        Role::Cites => "c",
        Role::Issues => "i",
        Role::Head => "h",
    };
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let issued = mention.issued.map(|day| day.to_string()).unwrap_or_default();
    let mut issuer = text(issuer);
    while issuer.len() > MAX_ISSUER {
        issuer.pop();
    }
    let (subject, province) = (text(&mention.subject), text(&mention.province));
    [number, &*year, &text(symbol), &text(kind), &issuer, role, &issued, &mention.written, &subject, &province]
        .join(SIGN.encode_utf8(&mut [0; 4]))
}

fn read(term: &str, passages: u64) -> Option<NumberEntry> {
    let parts: Vec<&str> = term.split(SIGN).collect();
    let [number, year, symbol, kind, issuer, role, issued, written, subject, province] = parts[..] else { return None };
    let text = |part: &str| (!part.is_empty()).then(|| part.to_owned());
    let role = match role {
        "i" => Role::Issues,
        "h" => Role::Head,
        _ => Role::Cites,
    };
    let number = Number {
        number: number.to_owned(),
        year: year.parse().ok(),
        symbol: text(symbol),
        kind: text(kind),
        issuer: text(issuer),
    };
    let (issued, written) = (issued.parse().ok(), written.to_owned());
    let (subject, province) = (text(subject), text(province));
    Some(NumberEntry { number, role, issued, written, subject, province, passages, term: term.to_owned() })
}

/// Which numbers are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NumberTerms<'a> {
    /// All.
    All,
    /// Those of these digits.
    Digits(&'a str),
    /// Those of these digits and this year, or of no year.
    Year(&'a str, u16),
}

/// What the index has of documents, in order of the digits, and whether there is more: the first `limit`
/// ways of naming them.
pub(crate) fn entries(terms: &dyn Dictionary, wanted: NumberTerms, limit: usize) -> Result<(Vec<NumberEntry>, bool)> {
    let prefixes = match wanted {
        NumberTerms::All => vec![String::new()],
        NumberTerms::Digits(digits) => vec![format!("{digits}{SIGN}")],
        NumberTerms::Year(digits, year) => vec![format!("{digits}{SIGN}{SIGN}"), format!("{digits}{SIGN}{year}{SIGN}")],
    };
    let (mut entries, mut cut) = (Vec::new(), false);
    for prefix in prefixes {
        let found = terms.with_prefix(Prefix { field: Field::Numbers, text: &prefix, limit, keep: &any_term })?;
        entries.extend(found.found.into_iter().filter_map(|(term, passages)| read(&term, passages)));
        cut |= found.cut;
    }
    Ok((entries, cut))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::number;

    #[test]
    fn terms_read_back() {
        let text = "Ngày 2/3/2021, LĐLĐ tỉnh ban hành Kế hoạch số 142/KH-LĐLĐ theo Nghị quyết 22 của Bộ Chính trị \
                    và Bộ luật số 45/2019/QH14.";
        let mentions = number::find(text);
        assert_eq!(mentions.len(), 3);
        for mention in mentions {
            let entry = read(&term(&mention), 1).expect("it was made here");
            let said = (mention.number, mention.role, mention.issued, mention.written);
            assert_eq!((entry.number, entry.role, entry.issued, entry.written), said);
            assert_eq!((entry.subject, entry.province), (mention.subject, mention.province));
        }
    }
}
