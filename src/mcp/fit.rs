//! What was found to an answer of at most so many characters, and whether there is more.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::snippet::text::{acts, clean_lines};

/// Characters of a text within an answer, one after the other until it fits.
const TEXTS: [usize; 7] = [1_600, 800, 400, 200, 100, 50, 25];

/// Entries of a list within an item, for so many characters of a text one.
const CHARS_OF_ENTRY: usize = 40;

/// What was found: what holds for all of it, and one thing after the other.
#[derive(Debug, Default)]
pub struct Findings {
    head: Map<String, Value>,
    items: Vec<Value>,
    /// How many were told before these.
    offset: usize,
    /// Whether there are more behind these.
    more: bool,
}

impl Findings {
    /// What holds for all.
    pub fn new(head: &impl Serialize) -> Self {
        let head = match clean(serde_json::to_value(head).unwrap_or_default()) {
            Value::Object(head) => head,
            _ => Map::new(),
        };
        Self { head, ..Self::default() }
    }

    /// With these behind `offset` others.
    pub fn with<T: Serialize>(mut self, items: impl IntoIterator<Item = T>, offset: usize, more: bool) -> Self {
        self.items = items.into_iter().map(|item| clean(serde_json::to_value(item).unwrap_or_default())).collect();
        (self.offset, self.more) = (offset, more);
        self
    }

    /// As much of it as fits, in a list of this name: at least one item, cut where it is too long.
    pub fn within(self, list: &str, most: usize) -> Value {
        let Self { head, items, offset, more } = self;
        let (head, is_head_cut) = shrunk(Value::Object(head), most / 2);
        let Value::Object(mut answer) = head else { return Value::Null };
        answer.insert(list.to_owned(), Value::Array(Vec::new()));
        answer.insert("truncated".to_owned(), true.into());
        answer.insert("next_offset".to_owned(), (offset + items.len()).into());
        let mut left = most.saturating_sub(length(&Value::Object(answer.clone())));
        let all = items.len();
        let (mut told, mut is_cut) = (Vec::new(), is_head_cut);
        for item in items {
            let room = left.saturating_sub(1);
            let size = length(&item);
            if size <= room {
                left -= size + 1;
                told.push(item);
                continue;
            }
            if told.is_empty() {
                told.push(shrunk(item, room).0);
                is_cut = true;
            }
            break;
        }
        let goes_on = more || told.len() < all;
        match goes_on {
            true => answer.insert("next_offset".to_owned(), (offset + told.len()).into()),
            false => answer.remove("next_offset"),
        };
        answer.insert("truncated".to_owned(), (goes_on || is_cut).into());
        answer.insert(list.to_owned(), Value::Array(told));
        Value::Object(answer)
    }
}

/// How many characters it takes.
pub fn length(value: &Value) -> usize {
    value.to_string().chars().count()
}

/// A value in which no letter acts, without what is empty.
pub fn clean(value: Value) -> Value {
    let is_something = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    };
    match value {
        Value::String(text) if text.contains(acts) => Value::String(clean_lines(&text)),
        Value::Array(items) => items.into_iter().map(clean).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, clean(value)));
            Value::Object(fields.filter(|(_, value)| is_something(value)).collect())
        }
        other => other,
    }
}

/// A value with its texts and lists cut until it fits, and whether anything was.
fn shrunk(mut value: Value, most: usize) -> (Value, bool) {
    let mut is_cut = false;
    for chars in TEXTS {
        if length(&value) <= most {
            break;
        }
        shorten(&mut value, chars);
        is_cut = true;
    }
    (value, is_cut)
}

fn shorten(value: &mut Value, chars: usize) {
    match value {
        Value::String(text) => *text = cut(text, chars),
        Value::Array(items) => {
            items.truncate((chars / CHARS_OF_ENTRY).max(1));
            items.iter_mut().for_each(|item| shorten(item, chars));
        }
        Value::Object(fields) => fields.values_mut().for_each(|field| shorten(field, chars)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The first so many characters, the last of them `…` where there are more.
pub fn cut(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        None => text.to_owned(),
        Some(_) => text.chars().take(chars.saturating_sub(1)).chain(['…']).collect(),
    }
}

/// So many characters of a text around a byte of it, with `…` for what is left out.
pub fn around(text: &str, at: usize, chars: usize) -> String {
    if text.char_indices().nth(chars).is_none() {
        return text.to_owned();
    }
    let before = text.get(..at).unwrap_or_default().chars().count();
    let all = text.chars().count();
    let first = before.saturating_sub(chars / 4).min(all.saturating_sub(chars.saturating_sub(1)));
    let start: String = if first > 0 { "…".to_owned() } else { String::new() };
    let kept = chars - start.chars().count();
    start + &cut(&text.chars().skip(first).collect::<String>(), kept)
}

/// The line of a text that holds a byte of it, cut around that to so many characters.
pub fn line_at(text: &str, at: usize, chars: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].split('\n').next().unwrap_or_default();
    around(line, before.len().saturating_sub(start), chars)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_answer_fits_whatever_is_found() {
        let long = "chữ \"trong\" ngoặc\n".repeat(4_000);
        let items: Vec<Value> = (0..50)
            .map(|at| json!({"doc": "a", "line": at, "text": long.chars().take(at * 40).collect::<String>()}))
            .collect();
        for most in [500, 800, 6_000, 20_000] {
            let head = json!({"query": long, "notices": vec![long.clone(); 30]});
            let huge = vec![json!({"text": long, "list": vec![long.clone(); 99]})];
            for found in [Findings::new(&head), Findings::new(&json!({"query": "a"}))] {
                let small = found.with(items.clone(), 7, false).within("hits", most);
                assert!(length(&small) <= most, "{most}: {}", length(&small));
                assert_eq!(small["next_offset"], 7 + small["hits"].as_array().map_or(0, Vec::len));
            }
            let cut = Findings::new(&head).with(huge, 0, false).within("hits", most);
            assert!(length(&cut) <= most && cut["truncated"] == true, "{most}: {}", length(&cut));
            assert_eq!(cut["hits"].as_array().map(Vec::len), Some(1));
        }
    }

    #[test]
    fn all_that_fits_is_told_as_it_stands() {
        let value = json!({"a": null, "b": "", "c": [], "d": {"e": null}, "f": "x\u{202E}\u{1B}[31m\n", "g": 0});
        assert_eq!(clean(value), json!({"f": "x\u{FFFD}\u{FFFD}[31m\n", "g": 0}));
        let told = Findings::new(&json!({"query": "a"})).with(["một", "hai"], 0, true).within("hits", 500);
        assert_eq!(told, json!({"query": "a", "hits": ["một", "hai"], "truncated": true, "next_offset": 2}));
        let none = Findings::new(&json!({})).within("hits", 500);
        assert_eq!(none, json!({"hits": [], "truncated": false}));
    }

    #[test]
    fn a_text_is_cut_around_what_matters() {
        let text = format!("{}Đỗ Văn Thắng{}", "a ".repeat(300), " b".repeat(300));
        let at = text.find('Đ').expect("it is there");
        let shown = around(&text, at, 60);
        assert!(shown.contains("Đỗ Văn Thắng") && shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert_eq!(shown.chars().count(), 60);
        assert_eq!((around("ngắn", 0, 60), around(&text, 0, 5)), ("ngắn".to_owned(), "a a …".to_owned()));
        let end = around(&text, text.len(), 9);
        assert!(end.ends_with(" b b b") && end.chars().count() <= 9, "{end}");
        assert_eq!(line_at("một\nhai ba\nbốn", 6, 60), "hai ba");
    }
}
