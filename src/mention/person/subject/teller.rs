//! Who tells a text: whom `tôi` means.

use super::{Candidate, Gap, HEAD, LEAD, Reader, Word};
use crate::mention::lists::{EXCERPTS, MEMOIR_HEADINGS, OF_ME, TELLERS};

impl Reader<'_> {
    /// Who tells a text: `Tôi tên là A`, or who is named in the first lines of memoirs.
    pub(super) fn narrator(&self) -> Option<usize> {
        let me = self.lexicon.by_spelling("tôi")?;
        let lead = self.people.iter().take_while(|person| person.start < LEAD).count();
        let says_so = |n: &usize| {
            let start = self.people[*n].start;
            let before = &self.words[start.saturating_sub(3)..start];
            let is = |word: &Word, spelling: &str| Some(word.id) == self.lexicon.by_spelling(spelling);
            match before {
                // `vợ tôi là A`
                [zero, one, two] if one.id == me && is(two, "là") => {
                    one.gap != Gap::Blank || !OF_ME.iter().any(|kin| is(zero, kin))
                }
                [one, two] if one.id == me && is(two, "là") => true,
                [one, two, three] => {
                    let named = is(two, "tên") && one.id == me || is(one, "tên") && two.id == me;
                    named && is(three, "là")
                }
                _ => false,
            }
        };
        let names_itself = (0..lead).find(says_so);
        names_itself.or_else(|| self.labelled()).or_else(|| {
            let told = self.words.iter().filter(|word| word.id == me).nth(2).is_some();
            let tells = |n: &usize| {
                let end = self.people[*n].end;
                TELLERS.iter().any(|teller| self.spells(end, teller)) && self.words[end].gap == Gap::Blank
            };
            let teller = (0..lead).filter(|_| told).take_while(|&n| self.people[n].start < HEAD).find(tells);
            teller.or_else(|| if told && self.is_memoir() { self.author() } else { None })
        })
    }

    /// Whether the first lines say that a text is a memoir: `Hồi ký`, `(Trích hồi ký)`.
    fn is_memoir(&self) -> bool {
        let pairs: Vec<_> = MEMOIR_HEADINGS.iter().filter_map(|pair| self.pair(pair)).collect();
        let head = &self.words[..self.words.len().min(HEAD)];
        let excerpt = |at: usize| at > 0 && EXCERPTS.iter().any(|word| self.spells(at - 1, word));
        let named = |(at, pair): (usize, &[Word])| excerpt(at) && pairs.contains(&[pair[0].id, pair[1].id]);
        self.is_headed(MEMOIR_HEADINGS) || head.windows(2).enumerate().any(named)
    }

    /// Who wrote a text: the first whom its first lines name, else who is named alone in its last line.
    fn author(&self) -> Option<usize> {
        let lines = (1..self.words.len().min(HEAD)).filter(|&at| self.breaks(at) > 0).nth(3);
        let whole = |person: &Candidate| person.end - person.start > 1;
        let first = self.people.first().filter(|first| first.start < lines.unwrap_or(HEAD) && whole(first));
        let last = || {
            let n = self.people.len().checked_sub(1)?;
            let last = &self.people[n];
            (last.end == self.words.len() && whole(last) && self.breaks(last.start) > 0).then_some(n)
        };
        first.map(|_| 0).or_else(last)
    }
}
