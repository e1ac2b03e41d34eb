//! Small workbooks with XML by hand -> what is read of them.

use super::*;
use crate::corpus::package::tests::zip_of;

const WORKBOOK: &str = "<workbook><workbookPr/><sheets><sheet name='Danh sách' sheetId='1' r:id='rId1'/>\
    <sheet name='Trống' sheetId='2' r:id='rId2'/></sheets></workbook>";

const RELATIONS: &str = "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='rId2' Type='http://x/worksheet' Target='worksheets/sheet2.xml'/>\
    <Relationship Id='rId3' Type='http://x/styles' Target='styles.xml'/>\
    <Relationship Id='rId4' Type='http://x/sharedStrings' Target='sharedStrings.xml'/></Relationships>";

const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='&quot;Số &quot;000'/></numFmts>\
    <fonts><font><name val='Arial'/></font><font><name val='.VnTime'/></font></fonts>\
    <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
    <cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='14' fontId='0'/><xf numFmtId='164' fontId='0'/>\
    <xf numFmtId='0' fontId='1'/></cellXfs></styleSheet>";

const STRINGS: &str = "<sst><si><t>Họ tên</t></si><si><r><t xml:space='preserve'>Đỗ </t></r><r><rPr><rFont val='.VnTime'/></rPr>\
    <t>C\u{E9}ng</t></r></si><si><t>C\u{E9}ng</t><rPh sb='0'><t>âm</t></rPh></si></sst>";

const SHEET_RELATIONS: &str = "<Relationships><Relationship Id='a' Type='http://x/comments' Target='../comments1.xml'/>\
    <Relationship Id='b' Type='http://x/drawing' Target='../drawings/drawing1.xml'/></Relationships>";

const COMMENTS: &str =
    "<comments><commentList><comment ref='B1'><text><r><t>xem lại</t></r></text></comment></commentList></comments>";

const DRAWING: &str = "<wsDr><sp><txBody><a:p><a:r><a:t>Ghi chú</a:t></a:r></a:p></txBody></sp></wsDr>";

/// A workbook whose first sheet has these rows.
pub fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    zip_of(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships><Relationship Id='r' Type='http://x/officeDocument' Target='/xl/workbook.xml'/></Relationships>"),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", STRINGS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData/></worksheet>"),
        ("xl/worksheets/_rels/sheet1.xml.rels", SHEET_RELATIONS.as_bytes()),
        ("xl/comments1.xml", COMMENTS.as_bytes()),
        ("xl/drawings/drawing1.xml", DRAWING.as_bytes()),
        ("docProps/core.xml", "<x><dc:title>Bảng lương</dc:title></x>".as_bytes()),
    ])
}

/// A workbook of every kind of cell.
pub fn sample() -> Vec<u8> {
    xlsx(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>44562</v></c></row><row r='2'><c t='s'><v>1</v></c><c/>\
         <c t='s' s='3'><v>2</v></c><c s='2'><v>7</v></c></row><row r='4'><c t='inlineStr'><is><t>trong ô</t></is></c>\
         <c t='str'><f>A1</f><v>công_x0020_thức</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c><v>1.50</v></c></row>",
    )
}

#[test]
fn a_workbook_is_read_as_it_is_shown() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.title.as_deref(), Some("Bảng lương"));
    assert_eq!(
        content.text,
        "Danh sách\n\nHọ tên | 01/01/2022\nxem lại\nĐỗ Cộng | Cộng | Số 007\n\
         trong ô | công thức | TRUE | #N/A | 1.5\nGhi chú"
    );
    assert_eq!(content.headings.len(), 1);
}

#[test]
fn cells_without_what_they_refer_to_are_empty() {
    let check = |rows: &str, expected: &str| {
        let text = parse(&xlsx(rows), &Limits::default()).unwrap().text;
        assert_eq!(text.replace("\nxem lại", "").replace("\nGhi chú", ""), expected, "{rows}");
    };
    check("<row><c t='s'><v>99</v></c><c s='99'><v>5</v></c></row>", "Danh sách\n\n5");
    check("<row><c t='s'><v>x</v></c><c><v>a</v></c><c t='n'><v>1e999</v></c></row>", "Danh sách\n\na");
    check("<row><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row><c><v>3", "Danh sách\n\n1 | 2");
}

#[test]
fn a_package_without_a_workbook_is_told() {
    let bytes = zip_of(&[("[Content_Types].xml", b"<Types/>")]);
    assert_eq!(parse(&bytes, &Limits::default()).unwrap_err(), Unreadable::Damaged(Damage::NoWorkbook));
}
