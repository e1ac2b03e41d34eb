//! Bytes of a book (.epub) -> the text of its chapters in order, by EPUB 3.3.
//!
//! What lists the chapters is left out where it says that it does.

use std::collections::HashMap;
use std::path::Path;

use super::content::Content;
use super::html;
use super::joined::Joined;
use super::limits::Limits;
use super::package::Package;
use super::relations::resolved;
use super::room::{Room, insert, push};
use super::source::extension_of;
use super::title;
use super::unreadable::{Damage, Unreadable};
use super::xml::{Piece, element, pieces, text_of};

const CONTAINER: &str = "META-INF/container.xml";

/// What tells that parts are not to be read without a key; fonts may be so, too.
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// Extensions of pages.
const PAGES: [&str; 4] = ["xhtml", "html", "htm", "xht"];

/// Reads a book.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mut package = Package::open(bytes, limits.max_file_bytes)?;
    let mut notices = Vec::new();
    let mut text = |package: &mut Package, name: &str| {
        Ok::<_, Unreadable>(package.part(name, &mut notices)?.map(text_of).transpose()?.unwrap_or_default())
    };
    let container = text(&mut package, CONTAINER)?;
    let path = rootfile(&container).filter(|path| package.has(path));
    let path = path.or_else(|| members(&mut package, &["opf"]).into_iter().next()).unwrap_or_default();
    let told = text(&mut package, &path)?;
    let locked = text(&mut package, ENCRYPTION)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut chapters = chapters(&told, folder);
    if chapters.is_empty() {
        // a book that does not tell them has its pages in the order in which they lie there
        chapters = members(&mut package, &PAGES);
    }
    if chapters.is_empty() {
        return Err(Unreadable::Damaged(Damage::NoChapters));
    }
    if chapters.iter().any(|chapter| locked.contains(&format!("\"{chapter}\""))) {
        return Err(Unreadable::Protected);
    }
    let mut book = Joined::within(Room::of(limits));
    for chapter in &chapters {
        if let Some(bytes) = package.part(chapter, &mut notices)? {
            book.add(Content { title: None, ..html::parse(bytes, limits)? });
        }
    }
    let content = book.finish()?;
    notices.extend(content.notices);
    Ok(Content { title: element(&told, "title").and_then(|title| title::told(&title)), notices, ..content })
}

/// The members of a package with these extensions.
fn members(package: &mut Package, extensions: &[&str]) -> Vec<String> {
    let names = (0..package.len()).filter_map(|index| package.name(index).ok().flatten()).collect::<Vec<_>>();
    names.into_iter().filter(|name| extensions.contains(&extension_of(Path::new(name)).as_str())).collect()
}

/// Where the book tells what it is made of.
fn rootfile(container: &str) -> Option<String> {
    let mut path = None;
    // A broken part names nothing.
    let _ = pieces(container, |piece| {
        if let Piece::Start(tag) = piece
            && tag.local() == "rootfile"
            && path.is_none()
        {
            path = tag.get("full-path").map(Into::into);
        }
    });
    path
}

/// The parts with the chapters, in the order in which they are read.
fn chapters(told: &str, folder: &str) -> Vec<String> {
    let (mut parts, mut order) = (HashMap::new(), Vec::new());
    // A broken part names the chapters before the break.
    let _ = pieces(told, |piece| {
        let Piece::Start(tag) = piece else { return };
        let told = |name: &str| tag.get(name).unwrap_or_default().into_owned();
        match tag.local() {
            "item" => {
                let is_list = told("properties").split_whitespace().any(|property| property == "nav");
                let kind = told("media-type");
                let is_page = kind.contains("html") || kind.contains("dtbook");
                if is_page && !is_list {
                    insert(&mut parts, told("id"), resolved(folder, &unescaped(&told("href"))));
                }
            }
            "itemref" => _ = push(&mut order, told("idref")),
            _ => {}
        }
    });
    order.iter().filter_map(|id| parts.get(id).cloned()).collect()
}

/// A path in a package as it is written in a link.
fn unescaped(href: &str) -> String {
    let href = href.split('#').next().unwrap_or(href);
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::corpus::package::tests::zip_of;

    /// A book of these chapters.
    pub fn epub(chapters: &[&str]) -> Vec<u8> {
        let (mut items, mut order) = (String::new(), String::new());
        let mut pages = Vec::new();
        for (number, chapter) in (1..).zip(chapters) {
            items += &format!("<item id='c{number}' href='ch%20{number}.xhtml' media-type='application/xhtml+xml'/>");
            order += &format!("<itemref idref='c{number}'/>");
            pages.push((
                format!("OPS/ch {number}.xhtml"),
                format!("<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Chương</title></head><body>{chapter}</body></html>"),
            ));
        }
        let told = format!(
            "<package><metadata><dc:title>Địa chí</dc:title></metadata><manifest>{items}<item id='nav' href='nav.xhtml' \
             properties='nav' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='nav'/>{order}</spine></package>"
        );
        let mut parts: Vec<(&str, &[u8])> = vec![
            ("mimetype", b"application/epub+zip"),
            (CONTAINER, b"<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"),
            ("OPS/book.opf", told.as_bytes()),
            ("OPS/nav.xhtml", b"<html><body>danh</body></html>"),
        ];
        parts.extend(pages.iter().map(|(name, page)| (name.as_str(), page.as_bytes())));
        zip_of(&parts)
    }

    /// A book of two chapters.
    pub fn sample() -> Vec<u8> {
        epub(&["<h1>Một</h1><p>a</p>", "<p>b</p>"])
    }

    #[test]
    fn chapters_stand_in_their_order() {
        let book = epub(&["<h1>Chương một</h1><p>Ngày 5/3</p>", "<p/>", "<h2>Hai</h2><p>xong</p>"]);
        let content = parse(&book, &Limits::default()).unwrap();
        assert_eq!(content.text, "Chương một\n\nNgày 5/3\n\nHai\n\nxong");
        assert_eq!(content.title.as_deref(), Some("Địa chí"));
        assert_eq!(content.headings.iter().map(|h| (h.line, h.level)).collect::<Vec<_>>(), [(1, 1), (5, 2)]);
    }

    #[test]
    fn a_book_that_does_not_name_its_chapters_is_its_pages() {
        let pages: [(&str, &[u8]); 3] = [(CONTAINER, b"<container/>"), ("b.xhtml", b"<p>hai"), ("a.html", b"<p>ba")];
        assert_eq!(parse(&zip_of(&pages), &Limits::default()).unwrap().text, "hai\n\nba");
        let bytes = zip_of(&[("mimetype", b"application/epub+zip")]);
        assert_eq!(parse(&bytes, &Limits::default()).unwrap_err(), Unreadable::Damaged(Damage::NoChapters));
    }
}
