//! What was understood of a query to lines.

use crate::voice::{Language, Word};
use crate::wire::answer::{DateFields, ReadingFields, StepFields};

impl ReadingFields<'_> {
    /// What is not plain words: a label and a value each.
    pub fn lines(&self, language: Language) -> Vec<(&'static str, String)> {
        let mut lines: Vec<(Word, String)> = Vec::new();
        lines.extend(self.question.map(|question| (Word::Question, language.name(question).to_owned())));
        let asked = |inquiry: &&'static str| (Word::Question, language.name(inquiry).replace('_', " "));
        lines.extend(self.inquiry.iter().map(asked));
        let step = |step: &StepFields| format!("{} {}", language.name(step.part), step.number);
        let steps: Vec<String> = self.address.iter().map(step).collect();
        lines.extend((!steps.is_empty()).then(|| (Word::Address, steps.join(", "))));
        lines.extend(self.people.iter().map(|name| (Word::Person, name.clone())));
        let date = |date: &DateFields| match date.time.time() {
            time if time.impossible => language.no_such_day(date.text),
            time => format!("{} ({})", date.text, language.time(&time)),
        };
        lines.extend(self.dates.iter().map(|written| (Word::Date, date(written))));
        lines.extend(self.numbers.iter().map(|number| (Word::Number, number.clone())));
        lines.extend(self.phrases.iter().map(|phrase| (Word::Phrase, phrase.clone())));
        lines.extend(self.abbreviations.iter().map(|a| (Word::AlsoAs, format!("{} = {}", a.typed, a.form))));
        lines.extend(self.sources.iter().map(|source| (Word::Law, source.clone())));
        lines.extend(self.asked.iter().map(|filter| (Word::Filter, language.asked(filter))));
        lines.into_iter().map(|(label, value)| (language.word(label), value)).collect()
    }
}
