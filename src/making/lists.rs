//! The lists of words that rules look at to slices of them, in the order of the file.

use super::Result;
use super::data::Data;
use super::source::Source;

pub(crate) fn write() -> Result<()> {
    let data = Data::read("mention/data/rule_words.txt")?;
    let mut lists: Vec<(&str, Vec<String>)> = Vec::new();
    for line in data.lines() {
        let (name, word) = line.parted(' ')?;
        let word = format!("{word:?}");
        match lists.iter().position(|(known, _)| *known == name) {
            Some(last) if last + 1 == lists.len() => lists[last].1.push(word),
            Some(_) => return line.fault(format!("out of order: it belongs to the others of \"{name}\"")),
            None => lists.push((name, vec![word])),
        }
    }
    let mut source = Source::shared("pub(in crate::mention) ");
    for (name, words) in lists {
        source.slice(&name.to_uppercase().replace('-', "_"), "&str", words);
    }
    source.save("rule_words.rs")
}
