//! The data files of words of queries to their tables: stop words, questions, slips, English.

use std::cmp::Reverse;

use super::Result;
use super::data::{Data, Line};
use super::forms::{self, exact};
use super::source::{Source, Words};
use crate::analysis::fold;
use crate::text::syllable::is_folded_syllable;

pub(crate) fn write() -> Result<()> {
    write_stop_words()?;
    write_questions()?;
    write_inquiries()?;
    write_spellings()?;
    write_english()
}

/// A run of words and its folded form, as the expressions for both; none for the second where the run counts with
/// its marks only.
fn run(text: &str) -> (String, String) {
    let (exact, folded) = forms::words(text);
    let folded = if text.ends_with('!') { "None".to_owned() } else { format!("Some(&{folded:?})") };
    (format!("&{exact:?}"), folded)
}

fn write_stop_words() -> Result<()> {
    let entry = |line: Line| {
        let (exact, folded) = run(line.text);
        format!("Entry {{ exact: {exact}, folded: {folded} }}")
    };
    let is_alone = |line: &Line| !forms::words(line.text).0.iter().all(|word| is_folded_syllable(word));
    let english = Data::read_sorted("query/data/stopwords_english.txt")?;
    let mut source = Source::default();
    source.slice("VIETNAMESE", "Entry", Data::read("query/data/stopwords.txt")?.lines().map(entry));
    source.slice("ENGLISH", "Entry", english.lines().map(entry));
    source.slice("ENGLISH_ALONE", "Entry", english.lines().filter(is_alone).map(entry));
    source.save("stopwords.rs")
}

fn write_questions() -> Result<()> {
    let kinds = [
        ("who", "Who"),
        ("when", "When"),
        ("where", "Where"),
        ("amount", "Amount"),
        ("meaning", "Meaning"),
        ("term", "Term"),
    ];
    write_cues("query/data/questions.txt", "questions.rs", &kinds)
}

fn write_inquiries() -> Result<()> {
    let kinds = [
        ("in_force", "InForce"),
        ("effective", "Effective"),
        ("expires", "Expires"),
        ("basis", "Basis"),
        ("based_on", "Does(Relation::BasedOn)"),
        ("replaces", "Does(Relation::Replaces)"),
        ("repeals", "Does(Relation::Repeals)"),
        ("amends", "Does(Relation::Amends)"),
        ("corrects", "Does(Relation::Corrects)"),
        ("details", "Does(Relation::Details)"),
        ("carries_out", "Does(Relation::CarriesOut)"),
        ("issued_with", "Does(Relation::IssuedWith)"),
        ("consolidates", "Does(Relation::Consolidates)"),
        ("answers", "Does(Relation::Answers)"),
        ("suspends", "Does(Relation::Suspends)"),
    ];
    write_cues("query/data/inquiries.txt", "inquiries.rs", &kinds)
}

/// The runs of words of a file, each with its kind, longer ones first.
fn write_cues(path: &'static str, name: &str, kinds: &[(&str, &str)]) -> Result<()> {
    let data = Data::read(path)?;
    let mut cues = Vec::new();
    for line in data.lines() {
        let (kind, cue) = line.parted(' ')?;
        let kind = line.marked(kind, kinds)?;
        let (exact, folded) = run(cue);
        let words = forms::words(cue).0.len();
        cues.push((words, format!("Cue {{ kind: Kind::{kind}, exact: {exact}, folded: {folded} }}")));
    }
    cues.sort_by_key(|(words, _)| Reverse(*words));
    let mut source = Source::default();
    source.slice("CUES", "Cue", cues.iter().map(|(_, cue)| cue));
    source.save(name)
}

fn write_spellings() -> Result<()> {
    let data = Data::read_sorted("query/data/misspellings.txt")?;
    let mut misspelt = Words::new();
    for line in data.lines() {
        let (wrong, right) = line.parted('\t')?;
        if misspelt.insert(exact(wrong), format!("{right:?}")).is_some() {
            return line.fault("another line has the same words");
        }
    }
    let mut source = Source::default();
    source.map("MISSPELT", "&str", &misspelt)?;
    source.save("misspellings.rs")?;
    let mut source = Source::default();
    let loanwords = Data::read("query/data/loanwords.txt")?;
    source.set("LOANWORDS", &loanwords.lines().map(|line| line.text.to_owned()).collect())?;
    source.save("loanwords.rs")
}

/// English as it is listed and by its stems; the forms for it are parts of one text, which needs no addresses.
fn write_english() -> Result<()> {
    let data = Data::read_sorted("query/data/english.txt")?;
    let mut all = String::new();
    let (mut listed, mut stems) = (Words::new(), Words::new());
    for line in data.lines() {
        let (english, forms) = line.parted('\t')?;
        if forms.split('|').any(|form| form.is_empty() || form != form.trim()) {
            return line.fault("a form is empty, or has a blank around it");
        }
        let value = format!("Forms({}, {})", all.len(), forms.len());
        all += forms;
        stems.entry(fold(english)).or_insert(value.clone());
        if listed.insert(english.to_owned(), value).is_some() {
            return line.fault("another line has the same words");
        }
    }
    let mut source = Source::default();
    source.item("ALL_FORMS", "&str", format_args!("{all:?}"));
    source.map("LISTED", "Forms", &listed)?;
    source.map("STEMS", "Forms", &stems)?;
    source.save("english.rs")
}
