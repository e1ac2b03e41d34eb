//! Small presentations with XML by hand -> what is read of them.

use super::*;
use crate::corpus::package::tests::zip_of;

/// A presentation of these slides, the second with notes, a chart and a comment.
pub fn pptx(slides: &[&str]) -> Vec<u8> {
    let (mut ids, mut relations) = (String::new(), String::new());
    let mut parts = Vec::new();
    for (number, slide) in (1..).zip(slides) {
        // the order is that of the presentation, not of the names
        let part = slides.len() - number + 1;
        ids += &format!("<p:sldId id='{}' r:id='rId{number}'/>", 255 + number);
        relations += &format!("<Relationship Id='rId{number}' Type='http://x/slide' Target='slides/slide{part}.xml'/>");
        parts.push((
            format!("ppt/slides/slide{part}.xml"),
            format!("<p:sld><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>"),
        ));
    }
    let presentation = format!("<p:presentation><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let second = format!("ppt/slides/_rels/slide{}.xml.rels", slides.len().saturating_sub(1));
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", presentation.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", relations.as_bytes()),
        (&second, b"<Relationships><Relationship Id='a' Type='http://x/notesSlide' Target='../notesSlides/n.xml'/>\
            <Relationship Id='b' Type='http://x/chart' Target='../charts/c.xml'/>\
            <Relationship Id='c' Type='http://x/comments' Target='../comments/m.xml'/></Relationships>"),
        ("ppt/notesSlides/n.xml", "<p:notes><p:sp><p:nvPr><p:ph type='sldNum'/></p:nvPr><p:txBody><a:p><a:t>2</a:t></a:p></p:txBody></p:sp>\
            <p:sp><p:nvPr><p:ph type='body'/></p:nvPr><p:txBody><a:p><a:t>Lời dặn</a:t></a:p></p:txBody></p:sp></p:notes>".as_bytes()),
        ("ppt/charts/c.xml", "<c:chart><c:cat><c:strCache><c:pt><c:v>Quý 1</c:v></c:pt></c:strCache></c:cat></c:chart>".as_bytes()),
        ("ppt/comments/m.xml", "<p:cmLst><p:cm><p:text>nên bỏ</p:text></p:cm></p:cmLst>".as_bytes()),
        ("docProps/core.xml", "<x><dc:title>Tập huấn</dc:title></x>".as_bytes()),
    ];
    all.extend(parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())));
    zip_of(&all)
}

fn shape(kind: &str, paragraphs: &str) -> String {
    format!("<p:sp><p:nvSpPr><p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>")
}

/// A presentation of every kind of shape.
pub fn sample() -> Vec<u8> {
    let first = shape(
        "",
        "<a:p><a:r><a:t>Thân </a:t></a:r><a:r><a:rPr><a:latin typeface='.VnTime'/></a:rPr><a:t>C\u{E9}ng</a:t></a:r></a:p>",
    ) + &shape(
        "<p:ph type='ctrTitle'/>",
        "<a:p><a:r><a:t>Kế</a:t></a:r><a:br/><a:r><a:t>hoạch</a:t></a:r></a:p>",
    );
    let table = "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:t>a</a:t></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:t>b</a:t>\
        </a:p><a:p><a:t>c</a:t></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>";
    pptx(&[&first, table])
}

#[test]
fn a_slide_is_a_page_with_its_title_first() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.title.as_deref(), Some("Tập huấn"));
    assert_eq!(content.text, "Kế hoạch\n\nThân Cộng\na | b c\nQuý 1\n\nLời dặn\nnên bỏ");
    assert_eq!(content.pages, [1, 4]);
    assert_eq!(content.headings.iter().map(|heading| heading.line).collect::<Vec<_>>(), [1]);
}

#[test]
fn slides_that_are_named_and_not_there_are_passed_over() {
    let bytes = zip_of(&[
        ("ppt/presentation.xml", b"<p:sldIdLst><p:sldId id='1' r:id='a'/><p:sldId id='2' r:id='b'/></p:sldIdLst>"),
        ("ppt/_rels/presentation.xml.rels", b"<Relationship Id='a' Type='x/slide' Target='none.xml'/>"),
    ]);
    assert_eq!(parse(&bytes, &Limits::default()).unwrap().text, "");
    let none = zip_of(&[("[Content_Types].xml", b"")]);
    assert_eq!(parse(&none, &Limits::default()).unwrap_err(), Unreadable::Damaged(Damage::NoPresentation));
}
