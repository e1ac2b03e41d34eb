//! What a form asks for.

use crate::server::asked::Asked;

/// A field of a form.
pub struct Field {
    /// The name of its parameter.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What stands in it.
    pub value: String,
    /// What may be chosen; any text where there is nothing.
    pub choices: Vec<Choice>,
}

/// What may be chosen.
pub struct Choice {
    /// Its value.
    pub value: &'static str,
    /// What it is called.
    pub text: &'static str,
    /// Whether it is what is shown.
    pub chosen: bool,
}

impl Field {
    /// A field for a text.
    pub fn text(asked: &Asked, name: &'static str, label: &'static str) -> Self {
        Self { name, label, value: asked.text(name).unwrap_or_default().to_owned(), choices: Vec::new() }
    }

    /// A field in which one of several is chosen.
    pub fn choice(
        asked: &Asked,
        name: &'static str,
        label: &'static str,
        choices: impl IntoIterator<Item = (&'static str, &'static str)>,
    ) -> Self {
        let chosen = asked.text(name).unwrap_or_default();
        let choice = |(value, text)| Choice { value, text, chosen: value == chosen };
        Self { name, label, value: String::new(), choices: choices.into_iter().map(choice).collect() }
    }
}
