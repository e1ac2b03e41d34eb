//! What each file of `src` takes from which other -> whether files take from each other in a circle.
//!
//! A name counts for the file that defines it, through whatever modules hand it on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, is_word_letter, report, sources};

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources: Vec<Source> =
        sources().into_iter().filter(|source| source.module().is_some() && !source.is_script()).collect();
    let modules = Modules::of(&sources);
    let edges: BTreeMap<String, Taken> =
        sources.iter().map(|source| (source.name.clone(), modules.taken_by(source))).collect();
    report(&circles(&edges));
}

/// The names that a file takes, by the file that defines them.
type Taken = BTreeMap<String, BTreeSet<String>>;

/// The module that a file is, and the names that it takes from elsewhere or hands on.
struct Module {
    file: String,
    uses: Vec<Use>,
}

struct Modules(BTreeMap<Vec<String>, Module>);

/// `use path as name`.
struct Use {
    path: Vec<String>,
    name: String,
    /// Whether it only hands the name on.
    is_public: bool,
}

impl Modules {
    fn of(sources: &[Source]) -> Self {
        let module = |source: &Source| Module { file: source.name.clone(), uses: uses(&source.code) };
        Self(sources.iter().map(|source| (path_of(source), module(source))).collect())
    }

    fn taken_by(&self, source: &Source) -> Taken {
        let own = path_of(source);
        let mut taken = Taken::new();
        let mut take = |path: &[String]| {
            let found = self.resolve(&own, path, 0).filter(|(file, _)| *file != source.name);
            if let Some((file, name)) = found {
                taken.entry(file).or_default().insert(name);
            }
        };
        let body = without_uses(&source.code);
        for used in &self.0[&own].uses {
            let is_used = !used.is_public || words(&body).any(|word| word == used.name);
            if is_used {
                take(&used.path);
            }
        }
        for path in paths(&body) {
            take(&path);
        }
        taken
    }

    /// The file that defines what a path of a module leads to, and its name; nothing for a module, or what is not of
    /// this crate.
    fn resolve(&self, from: &[String], path: &[String], steps: usize) -> Option<(String, String)> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.inside(&[], rest, steps),
            "self" => self.inside(from, rest, steps),
            "super" => self.inside(&from[..from.len().checked_sub(1)?], rest, steps),
            _ if self.knows(from, first) => self.inside(from, path, steps),
            _ => None,
        }
    }

    fn knows(&self, module: &[String], name: &str) -> bool {
        let child = [module, &[name.to_owned()]].concat();
        let is_used = |module: &Module| module.uses.iter().any(|used| used.name == name);
        self.0.contains_key(&child) || self.0.get(module).is_some_and(is_used)
    }

    fn inside(&self, module: &[String], path: &[String], steps: usize) -> Option<(String, String)> {
        let (first, rest) = path.split_first()?;
        if first == "super" {
            return self.inside(&module[..module.len().checked_sub(1)?], rest, steps);
        }
        let child = [module, std::slice::from_ref(first)].concat();
        if self.0.contains_key(&child) {
            return self.inside(&child, rest, steps);
        }
        let here = self.0.get(module)?;
        // what names each other in turn is no Rust
        assert!(steps < 50, "{}: {path:?}", here.file);
        if let Some(used) = here.uses.iter().find(|used| used.name == *first) {
            // `use memchr::memchr` is of another crate
            let is_foreign = used.path.first().is_some_and(|root| root == first && used.path.len() > 1);
            return if is_foreign { None } else { self.resolve(module, &[&used.path[..], rest].concat(), steps + 1) };
        }
        Some((here.file.clone(), first.clone()))
    }
}

/// `query/read.rs` to `query`, `read`.
fn path_of(source: &Source) -> Vec<String> {
    let path = source.name.trim_end_matches(".rs");
    path.split('/').map(str::to_owned).collect()
}

/// Each ring of files that take from each other, with what they take.
fn circles(edges: &BTreeMap<String, Taken>) -> Vec<String> {
    let reached: BTreeMap<&String, BTreeSet<&String>> = edges.keys().map(|file| (file, reached(edges, file))).collect();
    let mut told = Vec::new();
    for (file, taken) in edges {
        for (other, names) in taken {
            if reached.get(other).is_some_and(|reached| reached.contains(file)) {
                let names = names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
                told.push(format!("{file} takes {names} from {other}, which takes from it: move what both need lower"));
            }
        }
    }
    told
}

fn reached<'a>(edges: &'a BTreeMap<String, Taken>, file: &'a String) -> BTreeSet<&'a String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![file]);
    while let Some(file) = open.pop() {
        open.extend(edges.get(file).into_iter().flat_map(Taken::keys).filter(|other| found.insert(*other)));
    }
    found
}

/// Where the `use` declarations of code lie, from the word to the `;`.
fn use_spans(code: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let before = code[..at].rsplit('\n').next().unwrap_or_default().trim();
        let is_word = !code[..at].ends_with(is_word_letter);
        if is_word && (before.is_empty() || before.starts_with("pub")) {
            spans.push((at - before.len(), at + code[at..].find(';').unwrap_or(0)));
        }
    }
    spans
}

fn without_uses(code: &str) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for (start, end) in use_spans(code) {
        kept.push_str(&code[from..start.max(from)]);
        from = end.max(from);
    }
    kept + &code[from..]
}

fn uses(code: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (start, end) in use_spans(code) {
        let declared = &code[start..end];
        let is_public = declared.starts_with("pub");
        let tree = declared.split_once("use ").map(|(_, tree)| tree).unwrap_or_default();
        for (path, name) in leaves(tree) {
            found.push(Use { path, name, is_public });
        }
    }
    found
}

/// `a::{b, c::{self, d as e}}` to each path with the name that it has here.
fn leaves(tree: &str) -> Vec<(Vec<String>, String)> {
    let tree = tree.trim();
    let Some((prefix, group)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let mut path: Vec<String> = path.split("::").map(|part| part.trim().to_owned()).collect();
        if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
            path.pop();
        }
        let name = if name.is_empty() { path.last().cloned().unwrap_or_default() } else { name.trim().to_owned() };
        return vec![(path, name)];
    };
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    let group = group.trim_end().strip_suffix('}').unwrap_or(group);
    for (at, letter) in group.char_indices().chain([(group.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !group[start..at].trim().is_empty() {
                    found.extend(leaves(&format!("{prefix}{}", group[start..at].trim())));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// Paths of at least two names in code.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(is_word_letter) {
        let begins_anew = !rest[..at].ends_with("::");
        rest = &rest[at..];
        let mut path = Vec::new();
        loop {
            let end = rest.find(|letter| !is_word_letter(letter)).unwrap_or(rest.len());
            path.push(rest[..end].to_owned());
            rest = &rest[end..];
            match rest.strip_prefix("::") {
                Some(behind) if behind.starts_with(is_word_letter) => rest = behind,
                _ => break,
            }
        }
        if begins_anew && path.len() > 1 {
            found.push(path);
        }
    }
    found
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|letter| !is_word_letter(letter)).filter(|word| !word.is_empty())
}

#[test]
fn a_circle_is_seen_through_what_is_handed_on() {
    let source = |name: &str, code: &str| Source { name: name.to_owned(), text: String::new(), code: code.to_owned() };
    let check = |files: &[(&str, &str)], expected: usize| {
        let sources: Vec<Source> = files.iter().map(|(name, code)| source(name, code)).collect();
        let modules = Modules::of(&sources);
        let edges = sources.iter().map(|source| (source.name.clone(), modules.taken_by(source))).collect();
        let told = circles(&edges);
        assert_eq!(told.len(), expected, "{files:?}: {told:?}");
    };
    check(&[("a.rs", "mod b;\npub use b::X;"), ("a/b.rs", "pub struct X;")], 0);
    // a file hands on what its child defines, and the child takes what the file hands on of another
    let hands_on = "mod b;\nmod c;\npub use b::X;\npub use c::Y;";
    check(&[("a.rs", hands_on), ("a/b.rs", "use super::Y;"), ("a/c.rs", "struct Y;")], 0);
    check(&[("a.rs", hands_on), ("a/b.rs", "use super::Y;"), ("a/c.rs", "use super::{\n X };")], 2);
    check(&[("a.rs", "mod b;\nfn f() { b::g() }"), ("a/b.rs", "fn g() { super::f() }")], 2);
    check(&[("a.rs", "mod b;\npub use b::g;\nfn f() { g() }"), ("a/b.rs", "fn g() { super::f() }")], 2);
    check(&[("a.rs", "use crate::b::{self, X as Z};"), ("b.rs", "fn f() -> crate::a::W {}")], 2);
    check(&[("a.rs", "use crate::b;\nfn f() { b::g() }"), ("b.rs", "fn g() {}")], 0);
    check(
        &[("a.rs", "pub enum Clause {\n    X,\n}\nfn f() -> Clause { Clause::X };"), ("b.rs", "use crate::a::Clause;")],
        0,
    );
    check(&[("a.rs", "use crate::b::X;"), ("b.rs", "use crate::c::Y;"), ("c.rs", "use crate::a::W;")], 3);
}
