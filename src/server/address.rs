//! What is to be shown to the address that shows it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where assistants ask.
pub const ASSISTANTS: &str = "/mcp";

/// What may stand in a path as it is.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// What may stand in a value as it is.
const IN_VALUE: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/').remove(b':');

/// An address that grows.
#[derive(Clone, Debug)]
pub struct Address(String, bool);

impl Address {
    /// A path as it stands.
    pub fn path(path: &str) -> Self {
        Self(path.to_owned(), false)
    }

    /// A path with an open end.
    pub fn of(path: &str, open: &str) -> Self {
        Self(format!("{path}{}", utf8_percent_encode(open, IN_PATH)), false)
    }

    /// With a parameter more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.0.push(if self.1 { '&' } else { '?' });
        self.1 = true;
        self.0.push_str(name);
        self.0.push('=');
        self.0.extend(utf8_percent_encode(&value.to_string(), IN_VALUE));
        self
    }

    /// With a parameter more, if it has a value.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<&str>) -> Self {
        match value.filter(|value| !value.is_empty()) {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With parameters more.
    #[must_use]
    pub fn with_all<'a>(self, parameters: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        parameters.fold(self, |address, (name, value)| address.with(name, value))
    }

    /// With a place on the page.
    #[must_use]
    pub fn at(mut self, place: &str) -> Self {
        self.0.push('#');
        self.0.push_str(place);
        self
    }

    /// The address.
    pub fn done(self) -> String {
        self.0
    }
}

/// The page of a document.
pub fn document(id: &str) -> Address {
    // a browser takes away what it reads as the folder itself, the one above or a doubled slash
    let is_odd = |part: &str| part.is_empty() || part == "." || part == "..";
    match id.split('/').any(is_odd) {
        true => Address::path("/doc").with("id", id),
        false => Address::of("/doc/", id),
    }
}

/// The page of a person.
pub fn person(name: &str) -> Address {
    Address::of("/person/", name)
}

/// The page of a document number.
pub fn number(number: &str) -> Address {
    Address::of("/number/", number)
}

/// The name under which a file is saved, as a header has it.
pub fn file_name(name: &str) -> String {
    utf8_percent_encode(name, NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_an_id_holds_its_address_is_plain() {
        let check = |id: &str, expected: &str| assert_eq!(document(id).done(), expected);
        check("corpus/tin 1.txt", "/doc/corpus/tin%201.txt");
        check("a\"<b>?#&%'", "/doc/a%22%3Cb%3E%3F%23%26%25%27");
        check("a/../b", "/doc?id=a/../b");
        check("/x", "/doc?id=/x");
        assert_eq!(number("142/KH-LĐLĐ").done(), "/number/142/KH-L%C4%90L%C4%90");
        assert_eq!(Address::path("/search").with("q", "a&b").with("offset", 10).done(), "/search?q=a%26b&offset=10");
    }
}
