//! A text -> a sheet, slides or a book that holds it, written here in the least that its format asks for.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// How many paragraphs stand on a slide.
const PARAGRAPHS: usize = 6;

/// A table of one column: a row for each line.
pub fn csv(text: &str) -> String {
    text.lines().map(|line| format!("\"{}\"\n", line.replace('"', "\"\""))).collect()
}

/// A workbook of one sheet: a row for each line, its text among those that cells share.
pub fn xlsx(text: &str) -> Vec<u8> {
    let (mut rows, mut texts) = (String::new(), String::new());
    for (number, line) in text.lines().filter(|line| !line.is_empty()).enumerate() {
        rows += &format!("<row><c t=\"s\"><v>{number}</v></c></row>");
        texts += &format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(line));
    }
    packed(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships>{}<Relationship Id=\"r1\" Type=\"x/sharedStrings\" Target=\"strings.xml\"/></Relationships>",
                relation("worksheet", "sheet.xml")
            ),
        ),
        ("xl/sheet.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/strings.xml", &format!("<sst>{texts}</sst>")),
    ])
}

/// A spreadsheet of one sheet: a row for each line.
pub fn fods(text: &str) -> String {
    let cell = |line: &str| format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", escaped(line));
    let rows: String = text.lines().map(|line| format!("<table:table-row>{}</table:table-row>", cell(line))).collect();
    flat("spreadsheet", &format!("<table:table>{rows}</table:table>"))
}

/// A presentation: a few paragraphs a slide, a line of the text each.
pub fn pptx(text: &str) -> Vec<u8> {
    let line = |line: &&str| format!("<a:p><a:r><a:t>{}</a:t></a:r></a:p>", escaped(line));
    let (mut ids, mut relations) = (String::new(), String::new());
    let mut slides = Vec::new();
    for (number, lines) in text.lines().collect::<Vec<_>>().chunks(PARAGRAPHS).enumerate() {
        ids += &format!("<p:sldId id=\"{number}\" r:id=\"s{number}\"/>");
        relations += &format!("<Relationship Id=\"s{number}\" Type=\"x/slide\" Target=\"s{number}.xml\"/>");
        let lines: String = lines.iter().map(line).collect();
        slides
            .push((format!("ppt/s{number}.xml"), format!("<p:sld><p:sp><p:txBody>{lines}</p:txBody></p:sp></p:sld>")));
    }
    let presentation = format!("<p:presentation><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let main = relation("officeDocument", "ppt/presentation.xml");
    let mut parts = vec![
        ("_rels/.rels", main.as_str()),
        ("ppt/presentation.xml", &presentation),
        ("ppt/_rels/presentation.xml.rels", &relations),
    ];
    parts.extend(slides.iter().map(|(name, slide)| (name.as_str(), slide.as_str())));
    packed(&parts)
}

/// A presentation: a few paragraphs a slide, a line of the text each.
pub fn fodp(text: &str) -> String {
    let line = |line: &&str| format!("<text:p>{}</text:p>", escaped(line));
    let lines: Vec<&str> = text.lines().collect();
    let slides = lines.chunks(PARAGRAPHS).map(|lines| {
        let lines: String = lines.iter().map(line).collect();
        format!("<draw:page><draw:frame><draw:text-box>{lines}</draw:text-box></draw:frame></draw:page>")
    });
    flat("presentation", &slides.collect::<String>())
}

/// A book with this page as its chapter.
pub fn epub(page: &str) -> Vec<u8> {
    packed(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfile full-path=\"book.opf\"/></container>"),
        (
            "book.opf",
            "<package><manifest><item id=\"c\" href=\"c.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
             <spine><itemref idref=\"c\"/></spine></package>",
        ),
        ("c.xhtml", page),
    ])
}

fn flat(kind: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.{kind}\">\
         <office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    )
}

fn relation(kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"r0\" Type=\"x/{kind}\" Target=\"{target}\"/>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
