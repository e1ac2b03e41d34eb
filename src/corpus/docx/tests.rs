//! Small packages with XML by hand -> what is read of them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::corpus::package::tests::zip_of;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Ten1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Ten1"/></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="Vong"/><w:basedOn w:val="Vong"/></w:style>
<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#;

const FOOTNOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> Theo</w:t></w:r></w:p><w:p><w:r><w:t>báo cáo.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/><w:pStyle w:val="Dieu"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;

/// A document with this body.
pub fn docx(body: &str) -> Vec<u8> {
    let document = format!("<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    let core = "<cp:coreProperties><dc:title> Kế  hoạch </dc:title></cp:coreProperties>";
    zip_of(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/footnotes.xml", FOOTNOTES.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ])
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A document of every kind of element.
pub fn sample() -> Vec<u8> {
    docx(&format!(
        "<w:p><w:pPr><w:pStyle w:val='Ten1'/></w:pPr><w:r><w:t>Phần một</w:t></w:r></w:p>{}<w:tbl><w:tr><w:tc>{}</w:tc>\
         <w:tc>{}</w:tc></w:tr></w:tbl><w:p><w:r><w:br w:type='page'/><w:t>Trang hai</w:t><w:footnoteReference w:id='2'/>\
         </w:r></w:p>",
        p("Ngày 4/4/1947"),
        p("a"),
        p("b")
    ))
}

fn read(body: &str) -> Content {
    parse(&docx(body), &Limits::default()).unwrap()
}

#[test]
fn elements_become_lines() {
    let check = |body: &str, expected: &str| assert_eq!(read(body).text, expected, "{body}");
    check("", "");
    check(&(p("một") + &p("hai")), "một\nhai");
    check("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t xml:space='preserve'>b c </w:t></w:r></w:p>", "ab c");
    check("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r></w:p>", "a b\nc\nd");
    check("<w:p><w:r><w:t>142</w:t><w:noBreakHyphen/><w:t>KH&amp;&#272;</w:t></w:r></w:p>", "142-KH&Đ");
    check(
        "<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>b</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "ab",
    );
    check("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>a</w:t></w:r></w:p>", "☑a");
    check(
        "<w:p><w:r><w:t>5 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>",
        "5 m2",
    );
    let raised = |before: &str, mark: &str| {
        format!(
            "<w:p><w:r><w:t>{before}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{mark}</w:t>\
             </w:r><w:r><w:t xml:space='preserve'> ký</w:t></w:r></w:p>"
        )
    };
    check(&raised("Lê Văn Hiến", "1"), "Lê Văn Hiến[1] ký");
    check(&raised("15/QĐ-UB", "(3)"), "15/QĐ-UB[3] ký");
    check(&p("Q U Y Ế T   Đ Ị N H"), "QUYẾT ĐỊNH");
}

#[test]
fn letters_are_read_by_the_font_that_holds_for_them() {
    let check = |fonts: &str, text: &str, expected: &str| {
        let body = format!("<w:p><w:r><w:rPr><w:rFonts {fonts}/></w:rPr>{text}</w:r></w:p>");
        assert_eq!(read(&body).text, expected, "{body}");
    };
    let old = "w:ascii='.VnTime' w:hAnsi='.VnTime'";
    check(old, "<w:t>®\u{AD}êng</w:t>", "đường");
    check(old, "<w:t>ng</w:t><w:softHyphen/><w:t>êi</w:t>", "người");
    check("w:ascii='Arial'", "<w:t>ng</w:t><w:softHyphen/><w:t>a</w:t>", "nga");
    check(old, "<w:t>v</w:t><w:sym w:font='.VnTime' w:char='F0B5'/>", "và");
    check(old, "<w:t>v\u{F0B5}</w:t>", "và");
    check("w:ascii='VNI-Times' w:hAnsi='.VnTime'", "<w:t>thuû s¶n</w:t>", "thuỷ sản");
    check("w:ascii='.VnTime' w:hAnsi='Arial'", "<w:t>giá cả µ</w:t>", "giá cả µ");
}

#[test]
fn lists_are_numbered() {
    let style = "<w:pStyle w:val='Dieu'/>";
    let list = |level: u8| format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='4'/></w:numPr>");
    let none = format!("{style}<w:numPr><w:numId w:val='0'/></w:numPr>");
    let p = |properties: &str, text: &str| {
        format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r><w:r><w:t>!</w:t></w:r></w:p>")
    };
    let body = [
        p(style, "Phạm vi"),
        p(&list(1), "một"),
        p(&list(1), "hai"),
        p(&list(2), "ba"),
        p(style, "Đối tượng"),
        p(&none, "không số"),
        p(&list(1), "bốn"),
    ];
    let expected = "Điều 1. Phạm vi!\na) một!\nb) hai!\n• ba!\nĐiều 2. Đối tượng!\nkhông số!\na) bốn!";
    assert_eq!(read(&body.concat()).text, expected);
}

#[test]
fn rows_are_lines() {
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc><w:tcPr/>{cell}</w:tc>")).collect();
        format!("<w:tr><w:trPr/>{cells}</w:tr>")
    };
    let check = |rows: &str, expected: &str| {
        let body = format!("{}<w:tbl><w:tblPr/>{rows}</w:tbl>{}", p("x"), p("y"));
        assert_eq!(read(&body).text, format!("x\n{expected}\ny"), "{rows}");
    };
    check(&(row(&[&p("Số"), &p("Ngày")]) + &row(&[&p("1"), &p("2/3")])), "Số | Ngày\n1 | 2/3");
    let head = row(&[&(p("LĐLĐ") + &p("Số: 7/KH")), &p("a")]);
    check(&head, "LĐLĐ\nSố: 7/KH\na");
    check(&(head + &row(&[&p("b"), &p("c")])), "LĐLĐ Số: 7/KH | a\nb | c");
    check(&row(&[&p(""), &p("a"), &p(""), &p("b"), &p("")]), "a |  | b");
    let inner = format!("{}<w:tbl>{}</w:tbl>", p("a"), row(&[&p("b"), &p("c")]));
    check(&row(&[&inner, &p("d")]), "a\nb | c\nd");
}

#[test]
fn what_is_not_text_is_left_out() {
    let check = |runs: &str, expected: &str| assert_eq!(read(&format!("<w:p>{runs}</w:p>")).text, expected, "{runs}");
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let t = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    check(&format!("<w:del>{}</w:del><w:ins>{}</w:ins>", "<w:r><w:delText>a</w:delText></w:r>", t("b")), "b");
    check(&format!("<w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>", t("a"), t("b")), "b");
    check(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t></w:r>",
        "b",
    );
    check("<w:r><w:rPr><w:rStyle w:val='An'/></w:rPr><w:t>a</w:t></w:r>", "");
    check(
        &[&field("begin"), &t("PAGE"), &field("separate"), &t("7"), &field("end"), &t("x")].map(|s| &**s).concat(),
        "7x",
    );
    let nested =
        [field("begin"), field("begin"), t("a"), field("separate"), t("b"), field("end"), field("end"), t("x")];
    check(&nested.concat(), "x");
    check(
        &format!(
            "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
            t("a"),
            t("a")
        ),
        "a",
    );
}

#[test]
fn headings_pages_and_notes_are_told() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.title.as_deref(), Some("Kế hoạch"));
    assert_eq!(content.text, "Phần một\n\nNgày 4/4/1947\na | b\nTrang hai[1]\n[1] Theo báo cáo.");
    assert_eq!(content.headings.iter().map(|h| (h.line, h.level)).collect::<Vec<_>>(), [(1, 1)]);
    assert_eq!(content.pages, [1, 5]);
    let levels = |body: &str| read(body).headings.iter().map(|h| (h.line, h.level)).collect::<Vec<_>>();
    assert_eq!(levels("<w:p><w:pPr><w:pStyle w:val='Con'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"), [(1, 1)]);
    assert_eq!(
        levels("<w:p><w:pPr><w:pStyle w:val='Con'/><w:outlineLvl w:val='9'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"),
        []
    );
    assert_eq!(levels("<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"), [(1, 3)]);
    assert_eq!(levels("<w:p><w:pPr><w:pStyle w:val='Vong'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"), []);
}

#[test]
fn a_line_belongs_to_the_page_where_it_begins() {
    let body = "<w:p><w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r>\
        <w:r><w:br w:type='page'/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>d</w:t></w:r></w:p>";
    let content = read(body);
    assert_eq!((content.text.as_str(), &content.pages[..]), ("ab\nc\nd", &[1, 2, 3][..]));
}

#[test]
fn a_broken_text_is_read_up_to_the_break() {
    let part = b"<w:document><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b";
    let content = parse(&zip_of(&[("word/document.xml", part)]), &Limits::default()).unwrap();
    assert_eq!(content.text, "a\nb");
    assert!(content.notices[0].to_string().starts_with("the text is not whole"), "{:?}", content.notices);
}

#[test]
fn entities_are_not_expanded() {
    let bomb = format!(
        "<!DOCTYPE x [<!ENTITY a 'xxxxxxxxxx'>{}]><w:document><w:p><w:r><w:t>a&z;b&lt;</w:t></w:r></w:p></w:document>",
        ('b'..='z')
            .map(|c| format!("<!ENTITY {c} '{}'>", format!("&{};", (c as u8 - 1) as char).repeat(10)))
            .collect::<String>()
    );
    let content = parse(&zip_of(&[("word/document.xml", bomb.as_bytes())]), &Limits::default()).unwrap();
    assert_eq!(content.text, "ab<");
}

#[test]
fn deep_nesting_is_harmless() {
    let body = "<w:tbl><w:tr><w:tc><w:p>".repeat(10_000) + "<w:r><w:t>a</w:t></w:r>";
    assert_eq!(read(&body).text, "a");
}

#[test]
fn a_damaged_part_is_read_as_far_as_it_goes() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("word/document.xml", options).unwrap();
    zip.write_all(b"<w:document><w:body><w:p><w:r><w:t>bau cu</w:t></w:r></w:p></w:body></w:document>").unwrap();
    let mut bytes = zip.finish().unwrap().into_inner();
    let at = bytes.windows(6).position(|window| window == b"bau cu").unwrap();
    bytes[at + 2] = b'o';
    let content = parse(&bytes, &Limits::default()).unwrap();
    assert_eq!(content.text, "bao cu");
    assert!(
        content.notices[0].to_string().starts_with("word/document.xml is damaged, letters may be wrong"),
        "{:?}",
        content.notices
    );
}

#[test]
fn documents_within_a_document_are_told() {
    let body = "<w:altChunk r:id='a'/><w:p/><w:altChunk r:id='b'><w:altChunkPr/></w:altChunk>";
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let content = parse(&zip_of(&[("word/document.xml", document.as_bytes())]), &Limits::default()).unwrap();
    assert_eq!((&*content.text, content.notices), ("", vec![Oddity::Chunks(2)]));
}

/// A document of these parts beside the main one, which has this body.
fn with_parts(body: &str, relations: &str, parts: &[(&str, &str)]) -> Content {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut all = vec![
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
    ];
    all.extend(parts.iter().map(|(name, part)| (*name, part.as_bytes())));
    parse(&zip_of(&all), &Limits::default()).unwrap()
}

fn relation(kind: &str, part: &str) -> String {
    format!("<Relationship Id='r1' Type='http://x/{kind}' Target='{part}'/>")
}

#[test]
fn parts_beside_the_text_are_read() {
    let check = |body: &str, kind: &str, part: &str, content: &str, expected: &str| {
        let got = with_parts(body, &relation(kind, part), &[(&format!("word/{part}"), content)]);
        assert_eq!(got.text, expected, "{kind} {part}");
    };
    let head = "<w:hdr><w:p><w:r><w:t>Mật</w:t></w:r></w:p><w:p><w:r><w:t>Mật</w:t></w:r></w:p><w:p><w:r><w:t>1</w:t></w:r></w:p></w:hdr>";
    check(&p("a"), "header", "header1.xml", head, "a\nMật");
    let mark =
        "<w:hdr><w:p><w:r><w:pict><v:shape><v:textpath string='DỰ THẢO'/></v:shape></w:pict></w:r></w:p></w:hdr>";
    check(&p("a"), "header", "header1.xml", mark, "a\nDỰ THẢO");
    check(&p("a"), "chart", "charts/c.xml", "<c:chart><a:p><a:t>Thu</a:t></a:p></c:chart>", "a\nThu");
    check(&p("a"), "diagramData", "d.xml", "<dgm:pt><a:p><a:t>Phòng</a:t></a:p></dgm:pt>", "a\nPhòng");
    let chunk = "<w:altChunk r:id='r1'/>".to_owned() + &p("b");
    check(&chunk, "aFChunk", "c.html", "<html><p>một<p>hai</html>", "một\nhai\nb");
    check(&chunk, "aFChunk", "c.rtf", "{\\rtf1 ba}", "ba\nb");
    let page = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>bốn</p>";
    check(&chunk, "aFChunk", "c.mht", page, "bốn\nb");
    let unread = with_parts(&chunk, &relation("aFChunk", "c.bin"), &[("word/c.bin", "\u{1}")]);
    assert_eq!((unread.text.as_str(), &unread.notices[..]), ("b", &[Oddity::Chunks(1)][..]));
}

#[test]
fn the_main_part_is_the_one_that_the_package_names() {
    let bytes = zip_of(&[
        ("_rels/.rels", b"<Relationship Id='r' Type='http://x/officeDocument' Target='word/document2.xml'/>"),
        ("word/document2.xml", b"<w:document><w:p><w:r><w:t>a</w:t></w:r></w:p></w:document>"),
    ]);
    assert_eq!(parse(&bytes, &Limits::default()).unwrap().text, "a");
}

#[test]
fn a_number_stands_where_nothing_else_does_in_a_cell() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let number = "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='4'/></w:numPr></w:pPr></w:p>";
    let row = |text: &str| format!("<w:tr>{}{}{}</w:tr>", cell(number), cell(&p(text)), cell(&p("")));
    assert_eq!(read(&format!("<w:tbl>{}{}</w:tbl>{number}", row("An"), row("Bình"))).text, "a) | An\nb) | Bình");
}

#[test]
fn a_list_of_the_default_style_counts_paragraphs_without_properties() {
    let styles = "<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:pPr><w:numPr><w:ilvl w:val='1'/>\
        <w:numId w:val='4'/></w:numPr></w:pPr></w:style></w:styles>";
    let got = with_parts(&(p("An") + &p("Bình")), "", &[("word/styles.xml", styles)]);
    assert_eq!(got.text, "a) An\nb) Bình");
}

#[test]
fn a_first_letter_in_a_frame_belongs_to_its_word() {
    let letter = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>N</w:t></w:r></w:p>";
    assert_eq!(read(&(p("một") + letter + &p("gày 5") + &p("hai"))).text, "một\nNgày 5\nhai");
}

#[test]
fn pages_of_pictures_are_pages() {
    let picture = "<w:p><w:r><w:lastRenderedPageBreak/><w:drawing/></w:r></w:p>";
    let last = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>";
    assert_eq!(read(&format!("{}{picture}{picture}{last}", p("a"))).pages, [1, 2, 2, 2]);
    assert_eq!(read(&format!("<w:p><w:r><w:drawing/></w:r></w:p>{picture}{last}")).pages, [1, 1, 1]);
}

#[test]
fn comments_are_told() {
    let body = "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>";
    assert_eq!(read(body).notices, [Oddity::Comments(1)]);
}

#[test]
fn documents_of_one_part_are_read() {
    let check = |text: &str, expected: &str| {
        assert_eq!(parse(text.as_bytes(), &Limits::default()).unwrap().text, expected, "{text}");
    };
    check(
        "<?xml version='1.0'?><w:wordDocument><o:DocumentProperties><o:Title>x</o:Title></o:DocumentProperties><w:fonts/><w:styles/>\
         <w:body><wx:sect><w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p></wx:sect></w:body></w:wordDocument>",
        "Kính gửi",
    );
    check(
        "<?xml version='1.0'?><pkg:package><pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData><w:document><w:body><w:p>\
         <w:r><w:t>Kính gửi</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>",
        "Kính gửi",
    );
    assert_eq!(parse(b"<x/>", &Limits::default()).unwrap_err(), Unreadable::Damaged(Damage::NoWord));
}
