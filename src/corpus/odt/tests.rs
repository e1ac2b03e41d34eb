//! Small packages with XML by hand -> what is read of them.

use crate::corpus::limits::Limits;
use crate::corpus::odf::parse;
use crate::corpus::package::tests::zip_of;

const STYLES: &str = "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='P0'>\
    <style:paragraph-properties fo:break-before='page'/></style:style><style:style style:name='An'>\
    <style:text-properties text:display='none'/></style:style><style:style style:name='Cao'>\
    <style:text-properties style:text-position='super 58%'/></style:style>\
    <text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-prefix='Điều ' style:num-suffix='.' \
    style:num-format='1'/><text:list-level-style-number text:level='2' style:num-suffix=')' style:num-format='a' \
    text:display-levels='2'/><text:list-level-style-bullet text:level='3' text:bullet-char='-'/></text:list-style>\
    </office:automatic-styles>";

/// A text with this body.
pub fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content>{STYLES}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    zip_of(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("meta.xml", "<office:meta><dc:title>Báo cáo</dc:title></office:meta>".as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

/// A text of every kind of element.
pub fn sample() -> Vec<u8> {
    odt(
        "<text:h text:outline-level='2'>Phần một</text:h><text:p>Ngày<text:s text:c='3'/>4/4<text:note><text:note-citation>7\
        </text:note-citation><text:note-body><text:p>Theo</text:p><text:p>sổ</text:p></text:note-body></text:note>.</text:p>\
        <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b\
        </text:p></table:table-cell></table:table-row></table:table><text:p text:style-name='P1'>Trang hai</text:p>",
    )
}

#[test]
fn a_text_is_read_with_headings_pages_and_notes() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.title.as_deref(), Some("Báo cáo"));
    assert_eq!(content.text, "Phần một\n\nNgày 4/4[1].\na | b\nTrang hai\n[1] Theo sổ");
    assert_eq!(content.headings.iter().map(|h| (h.line, h.level)).collect::<Vec<_>>(), [(1, 2)]);
    assert_eq!(content.pages, [1, 5]);
}

#[test]
fn elements_become_lines() {
    let check = |body: &str, expected: &str| {
        assert_eq!(parse(&odt(body), &Limits::default()).unwrap().text, expected, "{body}");
    };
    check("", "");
    check("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a b\nc");
    check("<text:p>a<text:span text:style-name='An'>b<text:span>c</text:span></text:span>d</text:p>", "ad");
    check(
        "<text:tracked-changes><text:deletion><text:p>x</text:p></text:deletion></text:tracked-changes><text:p>a</text:p>",
        "a",
    );
    check("<text:p>Lê Văn Hiến<text:span text:style-name='Cao'>1</text:span> ký</text:p>", "Lê Văn Hiến[1] ký");
    check("<text:p>a<office:annotation><text:p>x</text:p></office:annotation>b</text:p>", "ab");
    check(
        "<text:list><text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list>",
        "a\nb",
    );
    check("<text:p>a<text:s text:c='999999999'/>b</text:p>", "a b");
    check("<table:table><text:note/><table:table-row/><text:h>a</text:h><table:table-row/></table:table>", "[1]\n\na");
    check(&"<text:section><text:p>".repeat(10_000), "");
}

#[test]
fn a_password_is_told() {
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let bytes = zip_of(&[("content.xml", b"\x01\x02"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(parse(&bytes, &Limits::default()).unwrap_err().to_string(), "protected by a password");
}

#[test]
fn lists_are_numbered() {
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p><text:p>!</text:p></text:list-item>");
    let list =
        |more: &str, items: &[String]| format!("<text:list text:style-name='L'{more}>{}</text:list>", items.concat());
    let inner = format!(
        "<text:list-item><text:p>b</text:p><text:list>{}{}</text:list></text:list-item>",
        item("c"),
        "<text:list-item><text:list><text:list-item><text:p>d</text:p></text:list-item></text:list></text:list-item>"
    );
    let body = [
        list("", &[item("a"), inner]),
        "<text:p>x</text:p>".to_owned(),
        list(" text:continue-numbering='true'", &[item("e")]),
        list("", &["<text:list-header><text:p>y</text:p></text:list-header>".to_owned(), item("f")]),
        "<text:list><text:list-item><text:p>g</text:p></text:list-item></text:list>".to_owned(),
    ];
    let content = parse(&odt(&body.concat()), &Limits::default()).unwrap();
    let expected = "Điều 1. a\n!\nĐiều 2. b\n2.a) c\n!\n- d\nx\nĐiều 3. e\n!\ny\nĐiều 1. f\n!\ng";
    assert_eq!(content.text, expected);
}
