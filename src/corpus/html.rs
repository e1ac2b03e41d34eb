//! Bytes of a web page -> its title, its text as lines, and its headings.
//!
//! There is no tree, only a run of tags, so that no nesting is too deep.

mod bound;
mod fonts;
mod raw;

use std::cell::RefCell;

use encoding_rs::Encoding;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use self::bound::bounded;
use self::fonts::Fonts;
use self::raw::{Target, raw};
use super::content::Content;
use super::encoding::{decode, decode_for_fonts};
use super::legacy::{FontUses, decode_run, mentions_font, repair};
use super::limits::Limits;
use super::lines::{Lines, collapse};
use super::room::Room;
use super::unreadable::Unreadable;

/// Where a page names its encoding, by the HTML standard.
const PRESCAN_BYTES: usize = 1024;

/// Keeps every string of the tokenizer far below its limit of 4 GiB.
const CHUNK_BYTES: usize = 64 * 1024;

/// Reads a web page.
pub(super) fn parse(bytes: Vec<u8>, limits: &Limits) -> Result<Content, Unreadable> {
    let declared = declared_encoding(&bytes);
    // The fonts know better than any guess which letters are which, and where the capitals are.
    let is_by_fonts = std::str::from_utf8(&bytes).is_err() && mentions_font(&bytes);
    let mut decoded = if is_by_fonts { decode_for_fonts(bytes)? } else { decode(bytes, declared)? };
    let page = extract(&decoded.text, limits);
    let title = collapse(&page.title);
    let laid = page.lines.finish()?;
    // The title is judged as a line among the others.
    let (text, notices) = repair(format!("{title}\n{}", laid.text));
    decoded.notices.extend(notices);
    let (title, text) = text.split_once('\n').unwrap_or_default();
    Ok(Content {
        title: (!title.is_empty()).then(|| title.to_owned()),
        text: text.to_owned(),
        headings: laid.headings,
        notices: decoded.notices,
        decision: Some(decoded.decision),
        fonts: page.uses.finish(),
        ..Content::default()
    })
}

/// The encoding of the first `<meta … charset=…>`.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(PRESCAN_BYTES)].to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    start.split("<meta").skip(1).find_map(|meta| {
        let meta = meta.split('>').next()?;
        let label = meta.split("charset").nth(1)?.trim_start().strip_prefix('=')?;
        let label = label.trim_start().trim_start_matches(['"', '\'']);
        let end = label.find(|c: char| c.is_whitespace() || "\"';/".contains(c));
        Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
    })
}

fn extract(text: &str, limits: &Limits) -> Page {
    let sink = Sink(RefCell::new(Page::within(Room::of(limits))));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    let text = bounded(text);
    let mut rest = &*text;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(chunk_end(rest));
        input.push_back(StrTendril::from_slice(chunk));
        // Nothing but a script or an encoding would stop it, and the sink reports neither.
        let _ = tokenizer.feed(&input);
        rest = after;
    }
    tokenizer.end();
    let mut page = tokenizer.sink.0.into_inner();
    page.end_run();
    page
}

fn chunk_end(text: &str) -> usize {
    let mut end = text.len().min(CHUNK_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return page.start(&tag),
            Token::TagToken(tag) => page.end(&tag.name),
            Token::CharacterTokens(text) => page.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// A page under way.
struct Page {
    lines: Lines,
    title: String,
    target: Target,
    templates: usize,
    /// Elements that raise their text above the line.
    raised: usize,
    fonts: Fonts,
    uses: FontUses,
    /// Text in a font of an old encoding; its letters may come one by one.
    run: String,
}

impl Page {
    fn within(room: Room) -> Self {
        Self {
            lines: Lines::within(room),
            title: String::new(),
            target: Target::default(),
            templates: 0,
            raised: 0,
            fonts: Fonts::default(),
            uses: FontUses::default(),
            run: String::new(),
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.end_run();
        self.fonts.start(tag);
        // `<script/>` is wrong but met; taken by the letter it would swallow the page.
        if let Some((target, kind)) = raw(&tag.name).filter(|_| !tag.self_closing) {
            self.target = match target {
                Target::Title if !self.title.trim().is_empty() => Target::Nowhere,
                target => target,
            };
            return TokenSinkResult::RawData(kind);
        }
        match &*tag.name {
            "template" if !tag.self_closing => self.templates += 1,
            _ if self.templates > 0 => {}
            "br" => self.lines.line_break(),
            "table" => self.lines.open_table(),
            "tr" => self.lines.open_row(),
            "td" | "th" => self.lines.open_cell(),
            "pre" | "listing" => self.lines.open_pre(),
            "sup" => self.raised += 1,
            "input" => self.input(tag),
            name => match heading_level(name) {
                Some(level) => self.lines.open_heading(level),
                None => self.lines.block(line_ends(name)),
            },
        }
        TokenSinkResult::Continue
    }

    /// What is typed into a field of a form, unless nobody sees it.
    fn input(&mut self, tag: &Tag) {
        let value = |name: &str| tag.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value);
        let kind = value("type").unwrap_or("text").trim().to_ascii_lowercase();
        let is_typed =
            matches!(kind.as_str(), "text" | "search" | "tel" | "url" | "email" | "number" | "date" | "month" | "time");
        if let Some(typed) = value("value").filter(|_| is_typed) {
            self.place(&format!(" {typed} "));
        }
    }

    fn end(&mut self, name: &str) {
        self.end_run();
        self.fonts.end(name);
        self.target = Target::Lines;
        match name {
            "template" => self.templates = self.templates.saturating_sub(1),
            _ if self.templates > 0 => {}
            "sup" => self.raised = self.raised.saturating_sub(1),
            "table" => self.lines.close_table(),
            "tr" => self.lines.close_row(),
            "pre" | "listing" => self.lines.close_pre(),
            name if heading_level(name).is_some() => self.lines.close_heading(),
            name => self.lines.block(line_ends(name)),
        }
    }

    fn text(&mut self, text: &str) {
        if self.fonts.current().is_some() {
            self.run.push_str(text);
        } else {
            self.place(text);
        }
    }

    fn end_run(&mut self) {
        if let Some((legacy, font)) = self.fonts.current().filter(|_| !self.run.is_empty()) {
            let run = std::mem::take(&mut self.run);
            let text = decode_run(legacy, &run);
            if text != run {
                self.uses.add(font, legacy, &text);
            }
            self.place(&text);
        }
    }

    fn place(&mut self, text: &str) {
        match self.target {
            Target::Lines if self.templates == 0 && self.raised > 0 => self.lines.raised(text),
            Target::Lines if self.templates == 0 => self.lines.text(text),
            Target::Title if self.templates == 0 => self.title.push_str(text),
            _ => {}
        }
    }
}

fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// How many line ends an element sets before and after itself: 2 make a blank line.
fn line_ends(name: &str) -> usize {
    match name {
        "p" | "hr" | "blockquote" | "article" | "section" | "figure" => 2,
        "address" | "aside" | "body" | "caption" | "center" | "dd" | "details" | "dialog" | "dir" | "div" | "dl"
        | "dt" | "fieldset" | "figcaption" | "footer" | "form" | "frameset" | "head" | "header" | "hgroup" | "html"
        | "legend" | "li" | "main" | "menu" | "nav" | "ol" | "optgroup" | "option" | "search" | "select"
        | "summary" | "tbody" | "textarea" | "tfoot" | "thead" | "ul" => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(parse(html.as_bytes().to_vec(), &Limits::default()).unwrap().text, expected, "{html}");
    }

    #[test]
    fn elements_become_lines() {
        check("", "");
        check(" \n\t", "");
        check("no <b>mark</b>up\n here", "no markup here");
        check("<p>một<p>hai</p>\n\n<p>&nbsp;</p><p>ba", "một\n\nhai\n\nba");
        check("<div>một</div><div>hai</div>", "một\nhai");
        check("một<br>hai<br/><br>ba<br></p>", "một\nhai\n\nba");
        check("<ul><li>một</li>\n<li>hai<ul><li>ba</ul></ul>bốn", "một\nhai\nba\nbốn");
        check("Tr&agrave;ng Xá &lt;&#272;&gt; &amp; &khong;", "Tràng Xá <Đ> & &khong;");
        check("<nav>Trang chủ</nav><main>Tin</main>", "Trang chủ\nTin");
        check("a<pre>\n 1  2\n\n 3</pre>b  c", "a\n 1  2\n\n 3\nb c");
        check("năm 2021<sup>2</sup>, 5 m<sup>2</sup>", "năm 2021[2], 5 m2");
        check(
            "Lê Văn Hiến<sup>1</sup> họp<sup> [2]</sup>, 10<sup>6</sup> m<sup>3</sup>",
            "Lê Văn Hiến[1] họp[2], 10 6 m3",
        );
    }

    #[test]
    fn what_is_not_text_is_dropped() {
        check("a<script>if (1 < 2) '<p>'</script>b", "ab");
        check("a<style>p > b {}</style><!-- c -->b", "ab");
        check("a<template><p>x<script></template></script></template>b", "ab");
        check("<script src='x'/>a", "a");
        check("<noscript><img alt='x'>Bật JavaScript</noscript>a", "a");
        check("<textarea><b>a</textarea>", "<b>a");
        check("<script>never closed <p>a", "");
    }

    #[test]
    fn rows_are_lines() {
        check("<table><tr><td>Số<td>Ngày</tr><tr><td>1</td><td>4/4/1947</table>x", "Số\tNgày\n1\t4/4/1947\nx");
        check("<table><tr><td><p>142/KH</p><p>LĐLĐ</p></td><td>a<br>b</td></tr></table>", "142/KH LĐLĐ\ta b");
        check("<table><tr><td>a<td><td>b</tr><tr><td> </td></tr></table>", "a\t\tb");
        check("<table><tr><td>a<table><tr><td>b<td>c</table>d</table>", "a\nb\tc\nd");
        check("<table><tr><td><h2>a</h2><p>b</table>", "a\n\nb");
        check("<td>a</td><tr>b</tr></table>", "a\nb");
        let long = "x".repeat(2000);
        check(&format!("<table><tr><td>{long}<td>b</table>"), &format!("{long}\tb"));
        check(&format!("<table><tr><td>a<p>{long}</table>"), &format!("a\n\n{long}"));
    }

    #[test]
    fn headings_keep_their_line_and_level() {
        let check = |html: &str, text: &str, expected: &[(usize, u8)]| {
            let content = parse(html.as_bytes().to_vec(), &Limits::default()).unwrap();
            let got: Vec<_> = content.headings.iter().map(|h| (h.line, h.level)).collect();
            assert_eq!((content.text.as_str(), &got[..]), (text, expected), "{html}");
        };
        check("<h1>A</h1>x<h3>Đề<br>mục</h3><p>y", "A\n\nx\n\nĐề mục\n\ny", &[(1, 1), (5, 3)]);
        check("<h2><div>A</div></h2><h2></h2>x", "A\n\nx", &[(1, 2)]);
        check("<h1>A<p>x<h6>B", "A\n\nx\n\nB", &[(1, 1), (5, 6)]);
        check("<p>x<table><tr><td>a<td>b</table><h7>y</h7><h2>z", "x\na\tb\ny\n\nz", &[(5, 2)]);
        check("<pre><h1> \n a", " \n a", &[(2, 1)]);
    }

    #[test]
    fn the_title_is_the_first_one() {
        let check = |html: &str, title: Option<&str>, text: &str| {
            let content = parse(html.as_bytes().to_vec(), &Limits::default()).unwrap();
            assert_eq!((content.title.as_deref(), content.text.as_str()), (title, text), "{html}");
        };
        check("<head><title> Tin\n &amp; bài</title><body>x", Some("Tin & bài"), "x");
        check("<title></title><svg><title>A</title></svg><title>B</title>x", Some("A"), "x");
        check("<title/>x", None, "x");
    }

    #[test]
    fn the_page_may_name_its_encoding() {
        let check = |html: &[u8], expected: &str| {
            assert_eq!(parse(html.to_vec(), &Limits::default()).unwrap().text, expected);
        };
        check(b"<META CHARSET='windows-1258'>Vi\xea\xf2t", "Viê\u{323}t");
        check(b"<meta content='text/html; charset = windows-1251'>\xcf", "П");
        check(b"<meta charset=latin1>caf\xe9", "café");
        check("<meta charset=latin1>Số".as_bytes(), "Số");
    }

    #[test]
    fn fonts_tell_the_encoding_of_their_text() {
        check("<font face=\".VnTime\">C&eacute;ng hßa</font> xã hội", "Cộng hòa xã hội");
        check("<p style='font-family:.VnTimeH'>Céng hßa<p>là", "CỘNG HÒA\n\nlà");
        check("<span style=\"color:red; FONT-FAMILY: 'VNI-Times', serif\">Vie&auml;t Nam</span> à", "Việt Nam à");
        check(
            "<font face=VNI-Times>oå <font size=2>ñaây</font> <font face=Arial>à</font> vaø</font> và",
            "ổ đây à và và",
        );
        check("<font face='.VnTime'>Công an tỉnh, là hoà</font>", "Công an tỉnh, là hoà");
        check("<table><tr><td><font face=.VnTime>vµ<td>µ, à</table>", "và\tµ, à");
        check("<font face=.VnTime>vµ<br>cña<script>µ</script></font>µ", "và\ncủaµ");
    }

    #[test]
    fn pages_in_old_encodings_are_read() {
        let check = |html: &[u8], title: Option<&str>, text: &str| {
            let content = parse(html.to_vec(), &Limits::default()).unwrap();
            assert_eq!((content.title.as_deref(), content.text.as_str()), (title, text), "{html:?}");
        };
        check(
            b"<title>C\xabng \xaeo\xb5n</title><font face='.VnTimeH'>c\xabng \xaeo\xb5n</font>\
            <p>Li\xaan \xaeo\xb5n lao \xae\xe9ng t\xd8nh",
            Some("Công đoàn"),
            "CÔNG ĐOÀN\n\nLiên đoàn lao động tỉnh",
        );
    }

    #[test]
    fn deep_nesting_is_harmless() {
        let html = "<div><table><tr><td>".repeat(50_000) + &"x ".repeat(100_000);
        assert!(parse(html.into_bytes(), &Limits::default()).unwrap().text.starts_with("x x"));
    }

    proptest! {
        #[test]
        fn extraction_never_panics(
            pieces in proptest::collection::vec(
                prop_oneof![
                    "</?(p|br|h[0-7]|table|tr|td|pre|title|script|template|textarea|li)/?>",
                    "[a-zđề <>&;#\n\u{A0}]{0,8}",
                    any::<String>(),
                ],
                0..40,
            ),
        ) {
            let html = pieces.concat();
            let page = extract(&html, &Limits::default());
            let laid = page.lines.finish()?;
            let lines: Vec<&str> = laid.text.lines().collect();
            for heading in laid.headings {
                prop_assert!(!lines[heading.line - 1].trim().is_empty());
            }
        }
    }
}
