//! What was understood of a query to lines.

use crate::wire::answer::{DateFields, ReadingFields};

impl ReadingFields<'_> {
    /// What is not plain words: a name and a value each.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines: Vec<(&str, String)> = Vec::new();
        lines.extend(self.question.map(|question| ("question", question.to_owned())));
        let steps: Vec<String> = self.address.iter().map(|step| format!("{} {}", step.part, step.number)).collect();
        lines.extend((!steps.is_empty()).then(|| ("address", steps.join(", "))));
        lines.extend(self.people.iter().map(|name| ("person", name.clone())));
        let date = |date: &DateFields| format!("{} ({})", date.text, date.time.shown());
        lines.extend(self.dates.iter().map(|written| ("date", date(written))));
        lines.extend(self.numbers.iter().map(|number| ("number", number.clone())));
        lines.extend(self.phrases.iter().map(|phrase| ("phrase", phrase.clone())));
        lines.extend(self.abbreviations.iter().map(|a| ("also", format!("{} = {}", a.typed, a.form))));
        lines.extend(self.sources.iter().map(|source| ("law", source.clone())));
        lines.extend(self.filters.iter().map(|filter| ("filter", filter.clone())));
        lines
    }
}
