//! The pages for readers to what keeps them true: links that lead somewhere, pages in both languages alike.

use super::support::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of a first page at most: whoever comes for the first time reads no more.
const MAX_LINES: usize = 150;

/// Words of a change at most: the pages tell the rest.
const MAX_WORDS: usize = 70;

#[test]
fn links_lead_somewhere() {
    let (pages, mut wrong) = (pages(), Vec::new());
    for (page, text) in &pages {
        for link in links(text) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { page.clone() } else { beside(page, path) };
            if !root().join(&target).exists() {
                wrong.push(format!("{}: `{link}` leads to nothing: correct the path", page.display()));
            } else if !anchor.is_empty() {
                let headings = pages.get(&target).map(|text| anchors(text)).unwrap_or_default();
                if !headings.contains(anchor) {
                    wrong.push(format!("{}: `{link}`: no heading there is called so", page.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn both_languages_have_the_same_pages() {
    let pages = pages();
    let shape = |page: &Path| pages.get(page).map(|text| Shape::of(text));
    let mut twins = vec![(PathBuf::from("README.md"), PathBuf::from("README.vi.md"))];
    for page in pages.keys() {
        let folder = page.parent().and_then(Path::to_str).unwrap_or_default();
        let name = page.file_name().expect("it is a file");
        if ["docs", "docs/vi"].contains(&folder) {
            twins.push((Path::new("docs").join(name), Path::new("docs/vi").join(name)));
        }
    }
    assert!(twins.len() > 2, "docs holds no page");
    for (english, vietnamese) in twins {
        let message = format!("{} and {} differ", english.display(), vietnamese.display());
        assert_eq!(shape(&english), shape(&vietnamese), "{message} in headings, blocks or tables");
    }
}

#[test]
fn the_manual_lists_each_of_its_pages() {
    let pages = pages();
    for folder in ["docs", "docs/vi"] {
        let index = Path::new(folder).join("README.md");
        let listed: BTreeSet<PathBuf> = links(&pages[&index]).into_iter().map(|link| beside(&index, link)).collect();
        for page in pages.keys().filter(|page| page.parent() == Some(Path::new(folder)) && **page != index) {
            assert!(listed.contains(page), "{} does not list {}", index.display(), page.display());
        }
    }
}

#[test]
fn the_first_page_is_short() {
    let pages = pages();
    for page in ["README.md", "README.vi.md"] {
        let lines = pages[Path::new(page)].lines().count();
        assert!(lines <= MAX_LINES, "{page}: {lines} lines, {MAX_LINES} at most: what is told in full belongs to docs");
    }
}

#[test]
fn the_changelog_tells_each_change_once_and_briefly() {
    let text = &pages()[Path::new("CHANGELOG.md")];
    let (mut told, mut wrong) = (BTreeSet::new(), Vec::new());
    for line in text.lines().filter(|line| line.starts_with("- ")) {
        let words = line.split_whitespace().count();
        if words > MAX_WORDS {
            wrong.push(format!("{words} words, {MAX_WORDS} at most: {line:.60}"));
        }
        if !told.insert(line) {
            wrong.push(format!("told twice: {line:.60}"));
        }
    }
    assert!(wrong.is_empty(), "\nCHANGELOG.md\n{}\n", wrong.join("\n"));
}

/// How a page is built, whatever its language.
#[derive(Debug, PartialEq)]
struct Shape {
    /// The level of each heading, in order.
    headings: Vec<usize>,
    blocks: usize,
    tables: usize,
}

impl Shape {
    fn of(text: &str) -> Self {
        let prose = prose(text);
        let level = |line: &&str| line.chars().take_while(|letter| *letter == '#').count();
        Self {
            headings: prose.iter().map(level).filter(|level| *level > 0).collect(),
            blocks: text.lines().filter(|line| is_fence(line)).count() / 2,
            tables: prose.iter().filter(|line| line.starts_with("| ---")).count(),
        }
    }
}

/// All pages by their path from the root of the project.
fn pages() -> BTreeMap<PathBuf, String> {
    let mut paths: Vec<PathBuf> = ["README.md", "README.vi.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        .iter()
        .chain(&["python/README.md", "contrib/README.md", "contrib/opensearch/README.md", "corpus/README.md"])
        .map(PathBuf::from)
        .collect();
    for folder in ["docs", "docs/vi"] {
        let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        let names = entries.map(|entry| entry.expect("the folder can be read").file_name());
        paths.extend(names.map(|name| Path::new(folder).join(name)));
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(root().join(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

/// The lines outside of code blocks.
fn prose(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let outside = |line: &&str| {
        is_code ^= is_fence(line);
        !is_code && !is_fence(line)
    };
    text.lines().filter(outside).collect()
}

/// Where a page links to within the project.
fn links(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in prose(text) {
        // what stands between backticks is no link
        for piece in line.split("](").skip(1) {
            let target = piece.split(')').next().unwrap_or_default();
            if !target.contains(' ') && !target.contains("://") && !target.starts_with("mailto:") {
                found.push(target);
            }
        }
    }
    found
}

/// What a link in a page leads to, from the root of the project.
fn beside(page: &Path, link: &str) -> PathBuf {
    let mut path = page.parent().map(Path::to_path_buf).unwrap_or_default();
    for name in link.split('#').next().unwrap_or_default().split('/').filter(|name| !["", "."].contains(name)) {
        if name == ".." {
            assert!(path.pop(), "{}: `{link}` leads out of the project", page.display());
        } else {
            path.push(name);
        }
    }
    path
}

/// The names by which the headings of a page are linked to, as sites that show Markdown make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = prose(text).into_iter().filter(|line| line.starts_with('#'));
    let letter = |letter: char| match letter {
        ' ' => Some('-'),
        _ => (letter.is_alphanumeric() || "-_".contains(letter)).then_some(letter),
    };
    headings
        .map(|line| line.trim_start_matches('#').trim().to_lowercase().chars().filter_map(letter).collect())
        .collect()
}

#[test]
fn links_and_anchors_are_found() {
    let text = "# A, b – c\n[x](a.md#b) ![y](c/d.png) [z](https://e.f)\n```\n[n](no.md)\n```\n## Ai vào được\n";
    assert_eq!(links(text), ["a.md#b", "c/d.png"]);
    assert_eq!(anchors(text), ["a-b--c", "ai-vào-được"].map(String::from).into());
    assert_eq!(beside(Path::new("docs/vi/a.md"), "../../b/c.md#d"), Path::new("b/c.md"));
    assert_eq!(Shape::of(text), Shape { headings: vec![1, 2], blocks: 1, tables: 0 });
}
