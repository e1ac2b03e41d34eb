//! `kéo dài thời hạn áp dụng`, `gia hạn` to the new last day of a document.

use super::lexed::Words;
use super::mention::Paper;
use super::mood::Mood;
use super::piece::{Kind, Piece};
use super::reader::Reader;
use super::statement::Ending;

/// Most pieces between the document and the new last day.
const REACH: usize = 60;

/// Whether a verb lengthens the time in force.
pub(super) fn is_longer(verb: &str) -> bool {
    let verb = verb.strip_prefix("được").map_or(verb, str::trim_start);
    verb.starts_with("gia") || verb.starts_with("kéo")
}

impl Reader<'_> {
    /// A verb that lengthens the time in force of the document before it, or of the one behind it.
    pub(super) fn extend(&mut self, pieces: &[Piece], at: usize, lexer: &Words) {
        if self.mood(pieces, at, lexer) != Mood::Asserted {
            return;
        }
        let verb = &pieces[at];
        let leads_to_end = self.source.text[verb.range.clone()].ends_with("đến");
        let (of, day) = if leads_to_end {
            let subject = if at > 0 && pieces[at - 1].kind == Kind::Comma { at - 1 } else { at };
            (self.subject(pieces, subject).filter(|(_, part)| part.is_none()).map(|(of, _)| of), at + 1)
        } else {
            let Some(Piece { kind: Kind::Papers(papers), .. }) = pieces.get(at + 1) else { return };
            let day = pieces[at + 2..]
                .iter()
                .take(REACH)
                .take_while(|piece| !ends(piece))
                .position(|piece| piece.is_word("đến"));
            let Some(day) = day.filter(|_| papers.len() == 1) else { return };
            (Some(self.full_paper(&self.named[papers.start].paper)), at + 3 + day)
        };
        let Some(of @ (Paper::Number(_) | Paper::Titled(_))) = of else { return };
        let Some(when) = pieces.get(day..).and_then(|behind| self.when(behind, true)) else { return };
        let Some(last) = when.last else { return };
        let range = verb.range.start..pieces[day + when.count - 1].range.end;
        let ending = Ending { date: Some(last), last_day: true, rule: None, unreckoned: false, alone: false, range };
        self.expire(of, ending, None);
    }
}

/// Whether a piece ends a clause.
fn ends(piece: &Piece) -> bool {
    matches!(piece.kind, Kind::Stop | Kind::Semicolon | Kind::Break { .. } | Kind::Rule(_))
}
