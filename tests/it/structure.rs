//! The sources and documents to what keeps them in shape: import order, sizes, words, paths, verbs.

mod circles;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of `src` from the lowest up; those on one level do not import each other.
const LEVELS: [&[&str]; 13] = [
    &["error", "system", "tables", "text"],
    &["analysis", "corpus"],
    &["mention", "passage"],
    &["store"],
    &["query"],
    &["ingest", "search"],
    &["directory", "measure"],
    &["archive"],
    &["snippet", "stages", "voice"],
    &["wire"],
    &["terminal"],
    &["bindings", "mcp", "server"],
    &["cli"],
];

/// Crates, and what needs Unix, that only some places of `src` may name: a module, a folder in one, or one file.
const CRATES: [(&str, &[&str]); 16] = [
    ("tantivy", &["store/local"]),
    ("serde_json", &["bindings", "wire", "server", "mcp", "corpus/jsonl.rs", "store/local/narrow.rs", "store/cluster"]),
    ("ureq", &["store/cluster"]),
    ("clap", &["cli"]),
    ("tokio", &["server", "mcp"]),
    ("rmcp", &["mcp"]),
    ("axum", &["server", "mcp/http.rs"]),
    ("tower", &["server", "mcp/http.rs"]),
    ("tower_http", &["server"]),
    ("hyper", &["server"]),
    ("askama", &["server"]),
    ("schemars", &["bindings", "wire", "server", "mcp"]),
    ("unix", &["system", "main.rs"]),
    ("nix", &["system"]),
    ("rustix", &["system"]),
    ("ctor", &["main.rs"]),
];

/// The places of `src` that word messages: what is told to people, and what stands where the system or the engine
/// would have said something.
const SPEAKERS: [&str; 6] =
    ["voice", "making", "corpus/digest.rs", "corpus/jsonl.rs", "store/local/folder.rs", "store/local/under.rs"];

/// Code lines of a file at most.
const MAX_LINES: usize = 400;

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.module().is_some() && !source.is_script()) {
        let own = source.module().expect("filtered");
        let Some(own_level) = level(own) else {
            wrong.push(format!("{}: give the module `{own}` a level in LEVELS of tests/it/structure.rs", source.name));
            continue;
        };
        for module in imports(&source.code, source.depth()) {
            match level(&module) {
                None => wrong.push(format!(
                    "{}: `crate::{module}` is no module with a level: import from the module that owns it",
                    source.name
                )),
                Some(other) if module != own && other >= own_level => wrong.push(format!(
                    "{}: `{own}` must not import `{module}`: move what is shared to a lower module, or hand it in",
                    source.name
                )),
                Some(_) => {}
            }
        }
    }
    report(&wrong);
}

#[test]
fn whoever_stands_above_the_archive_leaves_the_store_to_it() {
    let (own, mut wrong) = (level("archive").expect("it has a level"), Vec::new());
    for source in sources() {
        let is_above = source.module().and_then(level).is_some_and(|other| other > own);
        if is_above && imports(&source.code, source.depth()).contains("store") {
            wrong.push(format!("{}: take it from `archive`, `search` or `query`, not from `store`", source.name));
        }
    }
    report(&wrong);
}

#[test]
fn crates_stand_where_they_belong() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (word, places) in CRATES {
            let allowed = places.iter().any(|place| {
                let below = source.name.strip_prefix(place);
                source.module() == Some(place)
                    || below.is_some_and(|rest| ["", ".rs"].contains(&rest) || rest.starts_with('/'))
            });
            if !allowed && has_word(&source.code, word) {
                let places = places.join(", ");
                wrong.push(format!("{}: `{word}` stands only in {places}: put what needs it there", source.name));
            }
        }
    }
    report(&wrong);
}

#[test]
fn messages_are_worded_where_people_are_spoken_to() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !SPEAKERS.iter().any(|place| source.name.starts_with(place))) {
        let text = without_comments(&source.text, Literals::Kept);
        for (number, (line, code)) in (1..).zip(text.lines().zip(source.code.lines())) {
            // what a bug or the benchmarks print, and attributes, are for programmers
            let is_bug = ["expect(", "panic!", "assert"].iter().any(|word| code.contains(word));
            let prints = ["cli", "terminal", "wire"].iter().any(|place| source.module() == Some(place));
            let is_said = |text: &str| is_sentence(text) || (prints && is_wording(text));
            if code.contains("__") && !is_bug && line.split('"').skip(1).step_by(2).any(is_said) {
                wrong.push(format!("{}:{number}: make it a value, and word it in src/voice", source.name));
            }
        }
    }
    report(&wrong);
}

/// Whether a text reads as part of a sentence.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    words.len() > 2 && words.iter().any(|word| ["is", "are", "was", "were", "has", "cannot", "not"].contains(word))
}

/// Whether a text that is printed holds two words side by side: a label has one.
fn is_wording(text: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_lowercase());
    text.split(' ').filter(|word| is_word(word)).count() > 1
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut wrong = Vec::new();
    for source in sources() {
        let lines = source.code.lines().filter(|line| !line.trim().is_empty()).count();
        if lines > MAX_LINES {
            let name = &source.name;
            wrong.push(format!("{name}: {lines} code lines, {MAX_LINES} at most: split it, one idea a file"));
        }
        if source.name.ends_with("mod.rs") {
            wrong.push(format!("{}: name it by its folder, beside it", source.name));
        }
        if !source.text.starts_with("//!") {
            wrong.push(format!("{}: begin it with `//!` and one line that says input to output", source.name));
        }
    }
    report(&wrong);
}

#[test]
fn nothing_is_unsafe_or_unwrapped() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (number, line) in (1..).zip(source.code.lines()) {
            if has_word(line, "unsafe") {
                wrong.push(format!("{}:{number}: write it without `unsafe`", source.name));
            }
            if line.contains(".unwrap()") {
                wrong.push(format!("{}:{number}: hand the error on, or `expect(\"why this holds\")`", source.name));
            }
        }
    }
    report(&wrong);
}

#[test]
fn the_architecture_names_what_there_is() {
    let text = read(&root().join("ARCHITECTURE.md"));
    let spans = code_spans(&text);
    let mut wrong = Vec::new();
    for path in spans.iter().filter(|span| is_path(span)) {
        if !root().join(path).exists() {
            wrong.push(format!("ARCHITECTURE.md names `{path}`, which does not exist: correct the path"));
        }
    }
    for source in sources() {
        let module = source.module().unwrap_or_default();
        let named = |span: &&str| *span == module || span.trim_end_matches('/') == format!("src/{module}");
        if !module.is_empty() && !spans.iter().any(named) {
            wrong.push(format!("ARCHITECTURE.md does not name the module `{module}`: add it to the table of modules"));
        }
    }
    report(&wrong);
}

#[test]
fn both_manuals_name_every_verb() {
    let verbs = verbs();
    assert!(!verbs.is_empty(), "src/cli holds no verb: a verb is a file of its own with a `fn run`");
    let mut wrong = Vec::new();
    for page in ["docs/commands.md", "docs/vi/commands.md"] {
        let text = read(&root().join(page));
        let spans = code_spans(&text);
        for verb in &verbs {
            if !spans.iter().any(|span| span.split(' ').next() == Some(verb)) {
                wrong.push(format!("{page} does not name the verb `{verb}`: add it to the table of verbs"));
            }
        }
    }
    report(&wrong);
}

/// A file of `src`.
struct Source {
    /// Its path below `src`, `/` between the names.
    name: String,
    text: String,
    /// The text without comments, literals and tests; line ends are kept.
    code: String,
}

impl Source {
    fn of(path: &Path) -> Self {
        let below = path.strip_prefix(root().join("src")).expect("it was found there");
        let names: Vec<String> = below.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        let text = read(path);
        // a file of nothing but tests is declared so in its parent
        let tests = names.iter().any(|name| name == "tests" || name == "tests.rs");
        let code = if tests { String::new() } else { without_tests(&without_comments(&text, Literals::Blank)) };
        Self { name: names.join("/"), text, code }
    }

    /// The module of the crate that it belongs to; none for the roots `lib.rs` and `main.rs`.
    fn module(&self) -> Option<&str> {
        let first = self.name.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        Some(first).filter(|first| !["lib", "main"].contains(first))
    }

    /// Whether it is built for the build script alone, which takes from all that it needs.
    fn is_script(&self) -> bool {
        self.name == "build.rs" || self.name.split('/').any(|name| name.trim_end_matches(".rs") == "making")
    }

    /// How many modules deep it lies: 1 for `query.rs`, 2 for `query/plan.rs`.
    fn depth(&self) -> usize {
        self.name.split('/').count()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{} must be there: {error}", path.display()))
}

fn report(wrong: &[String]) {
    let unique: BTreeSet<&String> = wrong.iter().collect();
    let lines: Vec<&str> = unique.into_iter().map(String::as_str).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    find(&root().join("src"), &mut files);
    assert!(!files.is_empty(), "src holds no file");
    files.iter().map(|file| Source::of(file)).collect()
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("the folder can be read").path()) {
        if path.is_dir() {
            find(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
}

/// The files and folders of `src/cli` that run something.
fn verbs() -> BTreeSet<String> {
    let runs = |source: &Source| source.code.contains("fn run(");
    let name = |source: Source| {
        let (first, rest) = source.name.strip_prefix("cli/")?.split_once(['/', '.'])?;
        (rest == "rs").then(|| first.to_owned())
    };
    sources().into_iter().filter(runs).filter_map(name).collect()
}

fn level(module: &str) -> Option<usize> {
    LEVELS.iter().position(|level| level.contains(&module))
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The places right behind each occurrence of a whole word.
fn ends_of<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(move |(at, _)| (at, at + word.len())).filter_map(move |(start, end)| {
        let apart = !code[..start].ends_with(is_word_letter) && !code[end..].starts_with(is_word_letter);
        apart.then_some(end)
    })
}

fn has_word(code: &str, word: &str) -> bool {
    ends_of(code, word).next().is_some()
}

/// The modules that paths from the root of the crate begin with, in a file so many modules deep.
fn imports(code: &str, depth: usize) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for end in ends_of(code, "crate") {
        found.extend(code[end..].strip_prefix("::").map(first_names).unwrap_or_default());
    }
    let up = "super::".repeat(depth);
    for (at, _) in code.match_indices(&up) {
        let rest = &code[at + up.len()..];
        if !code[..at].ends_with([':', '_']) && !rest.starts_with("super") {
            found.extend(first_names(rest));
        }
    }
    found
}

/// `a::b` to `a`; `{a, b::{c, d}}` to `a` and `b`.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| is_word_letter(*c)).collect::<String>();
    let Some(group) = path.trim_start().strip_prefix('{') else { return vec![name(path)] };
    let (mut names, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty() && name != "self");
    names
}

/// What becomes of the letters of literals.
#[derive(Clone, Copy, PartialEq)]
enum Literals {
    /// They become `_`.
    Blank,
    Kept,
}

/// Code without comments; line ends are kept, also in literals.
fn without_comments(text: &str, literals: Literals) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let inside_word = code.ends_with(is_word_letter);
        let (length, kept) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (comment_length(rest), false)
        } else if let Some(length) = literal_length(rest, inside_word) {
            (length, true)
        } else {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        let letter = |c| if literals == Literals::Kept { c } else { '_' };
        let blank = |c| if c == '\n' { Some(c) } else { kept.then(|| letter(c)) };
        code.extend(rest[..length].chars().filter_map(blank));
        rest = &rest[length..];
    }
    code
}

/// How long the block comment at the front is; they nest.
fn comment_length(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                break;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// How long the string or character at the front is, if there is one; a lifetime is none.
fn literal_length(text: &str, inside_word: bool) -> Option<usize> {
    let raw = text.trim_start_matches(['b', 'c']).strip_prefix('r').filter(|_| !inside_word);
    if let Some(after) = raw {
        let hashes = after.len() - after.trim_start_matches('#').len();
        if let Some(inner) = after[hashes..].strip_prefix('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let end = inner.find(&close).map_or(inner.len(), |at| at + close.len());
            return Some(text.len() - inner.len() + end);
        }
    }
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let mut letters = text.char_indices().skip(1);
    if quote == '\'' {
        let (_, first) = letters.clone().next()?;
        let (_, second) = letters.clone().nth(1)?;
        if first != '\\' && second != '\'' {
            return None;
        }
    }
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            _ if letter == quote => return Some(at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

/// Code without the items behind `#[cfg(test)]`, whatever else is asked for, and those of the build script; line ends
/// are kept.
fn without_tests(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    let marks = ["#[cfg(test)]", "#[cfg(all(test,", "#[cfg(not(with_tables))]", "#[cfg(any(not(with_tables), test))]"];
    let mark = |rest: &str| marks.iter().filter_map(|mark| rest.find(mark)).min();
    while let Some(at) = mark(rest) {
        kept.push_str(&rest[..at]);
        let behind = at + rest[at..].find(']').map_or(0, |end| end + 1);
        let end = behind + item_length(&rest[behind..]);
        kept.extend(rest[at..end].chars().filter(|letter| *letter == '\n'));
        rest = &rest[end..];
    }
    kept + rest
}

/// How long the item at the front is: up to a `;` outside braces or the brace that closes the first.
fn item_length(code: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in code.char_indices() {
        match letter {
            ';' if depth == 0 => return at + 1,
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// What stands between single backticks, outside of code blocks.
fn code_spans(markdown: &str) -> Vec<&str> {
    let mut fenced = false;
    let mut spans = Vec::new();
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            spans.extend(line.split('`').skip(1).step_by(2));
        }
    }
    spans
}

fn is_path(span: &str) -> bool {
    let plain = span.chars().all(|c| c.is_ascii_alphanumeric() || "._/-".contains(c));
    plain && (span.contains('/') || [".rs", ".md", ".toml"].iter().any(|end| span.ends_with(end)))
}

#[test]
fn comments_literals_and_tests_are_no_code() {
    let check = |text: &str, expected: &str| {
        assert_eq!(without_tests(&without_comments(text, Literals::Blank)), expected, "{text}")
    };
    check("a // b\nc", "a \nc");
    check("a /* b /* c\n */ d */ e", "a \n e");
    check("f(\"a // \\\" b\\\\\") // c", "f(_____________) ");
    check("f(r#\"a\" b\"#, br\"\\\", r#type)", "f(_________, _____, r#type)");
    check("fn f<'a>(c: &'a str) -> char { '\"' }", "fn f<'a>(c: &'a str) -> char { ___ }");
    check("['\\'', 'đ', b'/']", "[____, ___, b___]");
    check("\"a\n b\"", "__\n___");
    check("a\n#[cfg(test)]\nmod tests {\n fn f() {}\n}\nb", "a\n\n\n\n\nb");
    check("#[cfg(test)]\nmod tests;\nb", "\n\nb");
    check("a\n#[cfg(all(test, unix))]\nmod tests { fn f() {} }\nb", "a\n\n\nb");
}

#[test]
fn imports_are_found_however_they_are_written() {
    let check = |code: &str, depth: usize, expected: &[&str]| {
        assert_eq!(imports(code, depth).into_iter().collect::<Vec<_>>(), expected, "{code}");
    };
    check("use crate::query::{self, Plan};", 2, &["query"]);
    check("use crate::{analysis, corpus::{self, Document},\n index::Reader};", 1, &["analysis", "corpus", "index"]);
    check("fn f(x: &crate::error::Error) -> crate::search::Hit {}", 2, &["error", "search"]);
    check("pub(crate) fn f() {} use mycrate::a;", 2, &[]);
    check("use super::schema; use super::super::query::Plan;", 2, &["query"]);
    check("use super::{corpus, error};", 1, &["corpus", "error"]);
}
