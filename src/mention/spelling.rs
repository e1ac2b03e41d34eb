//! The number of a document to how a text writes it (`06/2021/NĐ-CP`, of which `6/2021/NĐ-CP` is the canonical form).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::number::{Number, NumberMention};

/// How a text writes a number in a stretch of it, or else anywhere.
pub(crate) fn spelling<'a>(numbers: &'a [NumberMention], number: &Number, within: &Range<usize>) -> Option<&'a str> {
    let canonical = number.canonical();
    let is_it = |mention: &&NumberMention| {
        mention.number.number == number.number && is_whole(mention) && mention.number.canonical() == canonical
    };
    let (inside, outside): (Vec<_>, Vec<_>) =
        numbers.iter().filter(is_it).partition(|mention| within.contains(&mention.range.start));
    inside.into_iter().chain(outside).next().map(|mention| &*mention.written)
}

/// How a text writes its numbers first, by their canonical forms.
pub(crate) fn spellings(numbers: &[NumberMention]) -> FxHashMap<String, &str> {
    let mut spellings = FxHashMap::default();
    for mention in numbers.iter().filter(|mention| is_whole(mention)) {
        spellings.entry(mention.number.canonical()).or_insert(&*mention.written);
    }
    spellings
}

/// Whether a text writes a number and not only a part of it, as of the first in `các Quyết định 12, 14/QĐ-UB`.
fn is_whole(mention: &NumberMention) -> bool {
    mention.written.contains(['/', '-', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Mentions;
    use crate::mention::number;

    #[test]
    fn a_number_is_spelled_as_the_text_writes_it() {
        let text =
            "Nghị định số 06/2021/NĐ-CP. Nghị định 6/2021/NĐ-CP và các Quyết định 12, 14/QĐ-UB, TCVN 05574:2018.";
        let numbers = Mentions::of(text, None).numbers;
        let second = text.find("Nghị định 6").expect("it stands there");
        let check = |typed: &str, within: Range<usize>, expected: Option<&str>| {
            let number = number::read(typed).expect(typed);
            assert_eq!(spelling(&numbers, &number, &within), expected, "{typed}");
        };
        check("6/2021/NĐ-CP", 0..0, Some("06/2021/NĐ-CP"));
        check("6/2021/NĐ-CP", second..text.len(), Some("6/2021/NĐ-CP"));
        check("14/QĐ-UB", 0..0, Some("14/QĐ-UB"));
        check("12/QĐ-UB", 0..0, Some("12/QĐ-UB"));
        check("13/QĐ-UB", 0..0, None);
        check("TCVN 5574:2018", 0..0, Some("TCVN 05574:2018"));
        assert_eq!(spellings(&numbers).get("6/2021/NĐ-CP"), Some(&"06/2021/NĐ-CP"));
    }
}
