//! The text of a PDF and that of its scanned pages -> one text, page by page.

use std::collections::BTreeMap;

use crate::corpus::content::Content;
use crate::corpus::page_number::is_page_number;

/// A scan with a stamp holds at least this many times the letters of the stamp; a slide, on which
/// everything is text already, does not.
const MUCH_MORE: usize = 2;

/// Puts the recognized text of pages, 1-based, in the place of what little they held. Pages on which
/// not much more was recognized than they held stay as they are.
pub(super) fn merge(mut content: Content, scanned: &[usize], recognized: &BTreeMap<usize, String>) -> Content {
    let lines: Vec<&str> = if content.text.is_empty() { Vec::new() } else { content.text.split('\n').collect() };
    let last = scanned.last().copied().unwrap_or_default().max(content.pages.len());
    let starts_at = |page: usize| content.pages.get(page - 1).map_or(lines.len(), |&line| (line - 1).min(lines.len()));
    let mut out: Vec<&str> = Vec::with_capacity(lines.len());
    let mut pages = Vec::with_capacity(last);
    for page in 1..=last {
        pages.push(out.len() + 1);
        let held = &lines[starts_at(page)..starts_at(page + 1)];
        let read = recognized
            .get(&page)
            .filter(|read| letters(read) > MUCH_MORE * held.iter().map(|line| letters(line)).sum::<usize>());
        match read {
            Some(text) => out.extend(tidy(text, page)),
            None => out.extend(held),
        }
    }
    content.text = out.join("\n");
    content.pages = pages;
    content
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The lines of a page without its number and without blank lines at its ends; of several blank lines
/// one stays.
fn tidy(text: &str, page: usize) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(|line| line.trim_matches(is_blank)).collect();
    lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
    let mut rest = without_blanks(&lines);
    if rest.len() > 1 && is_page_number(rest[0], page) {
        rest = &rest[1..];
    } else if rest.len() > 1 && is_page_number(rest[rest.len() - 1], page) {
        rest = &rest[..rest.len() - 1];
    }
    without_blanks(rest).to_vec()
}

fn without_blanks<'l, 't>(mut lines: &'l [&'t str]) -> &'l [&'t str] {
    while let [first, rest @ ..] = lines
        && first.is_empty()
    {
        lines = rest;
    }
    while let [rest @ .., last] = lines
        && last.is_empty()
    {
        lines = rest;
    }
    lines
}

/// Pages end in a form feed.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn pages_take_their_places() {
        let check = |text: &str, pages: &[usize], read: &[(usize, &str)], expected: &str, starts: &[usize]| {
            let content = Content { text: text.to_owned(), pages: pages.to_vec(), ..Content::default() };
            let scanned: Vec<usize> = read.iter().map(|(page, _)| *page).collect();
            let read = read.iter().map(|(page, text)| (*page, (*text).to_owned())).collect();
            let merged = merge(content, &scanned, &read);
            assert_eq!((merged.text.as_str(), merged.pages.as_slice()), (expected, starts), "{text:?}");
        };
        check("", &[], &[(1, "a\n\n\nb \n\u{c}"), (2, "\u{c}"), (3, "c")], "a\n\nb\nc", &[1, 4, 4]);
        check("a\nb\nc", &[1, 3, 3], &[(2, "x\ny")], "a\nb\nx\ny\nc", &[1, 3, 5]);
        check("a\nde\nb", &[1, 2, 3], &[(2, "xxx\nyyy\n")], "a\nxxx\nyyy\nb", &[1, 2, 4]);
        check("a\nslide\nb", &[1, 2, 3], &[(2, "sl\nide\n")], "a\nslide\nb", &[1, 2, 3]);
        check("a", &[1, 2], &[(2, "x")], "a\nx", &[1, 2]);
        check("a", &[1], &[], "a", &[1]);
        check(
            "",
            &[],
            &[(1, "a"), (2, "- 2 -\n\nb\n"), (3, "\nc\n\n3\n"), (4, "5\nd")],
            "a\nb\nc\n5\nd",
            &[1, 2, 3, 4],
        );
    }

    proptest! {
        #[test]
        fn any_pages_are_merged(
            text in "[a\n]{0,12}",
            mut pages in proptest::collection::vec(1_usize..15, 0..6),
            read in proptest::collection::btree_map(1_usize..8, "[a\n \u{c}]{0,6}", 0..6),
        ) {
            pages.sort_unstable();
            let scanned: Vec<usize> = read.keys().copied().collect();
            let content = Content { text, pages, ..Content::default() };
            let merged = merge(content, &scanned, &read);
            prop_assert!(merged.pages.is_sorted());
            let lines = merged.text.split('\n').count();
            prop_assert!(merged.pages.iter().all(|&line| line <= lines + 1));
        }
    }
}
