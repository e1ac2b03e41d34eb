//! Small files of Rich Text Format -> what is read of them.

use super::*;

/// A file of every kind of group.
pub fn sample() -> Vec<u8> {
    b"{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0\\fnil\\fcharset163 Times New Roman;}{\\f1\\fnil{\\*\\panose 02}.VnTime;}}\
    {\\stylesheet{\\s1\\outlinelevel0 heading 1;}{\\s2 heading 2;}}{\\info{\\title Bao  cao}{\\author x}}\n\
    \\pard\\s1 Ph\\u7847?n m\\u7897?t\\par\\pard Vi\\'ea\\'f2t Nam{\\super\\chftn{\\footnote\\pard {\\super\\chftn} Theo s\\u7893?}}.\\par\n\
    \\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\cell\\row\\pard\\page Trang hai\\par}"
        .to_vec()
}

fn read(rtf: &str) -> Content {
    parse(rtf.as_bytes(), &Limits::default()).unwrap()
}

#[test]
fn a_file_is_read_with_headings_pages_and_notes() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.title.as_deref(), Some("Bao cao"));
    assert_eq!(content.text, "Phần một\n\nViê\u{323}t Nam[1].\na | b\nTrang hai\n[1] Theo sổ");
    assert_eq!(content.headings.iter().map(|h| (h.line, h.level)).collect::<Vec<_>>(), [(1, 1)]);
    assert_eq!(content.pages, [1, 5]);
    assert_eq!(content.notices, []);
}

#[test]
fn words_and_signs_become_text() {
    let check = |body: &str, expected: &str| assert_eq!(read(&format!("{{\\rtf1 {body}}}")).text, expected, "{body}");
    check("", "");
    check("a\\par b\\par\n\nc", "a\nb\nc");
    check("a\\tab b\\line c\\~d\\_e\\-f", "a b\nc d-ef");
    check("\\{a\\}\\\\", "{a}\\");
    check("\\ldblquote a\\rdblquote  \\endash  b", "“a” – b");
    check("\\u272\\'d0ng \\uc0\\u272ng{\\uc2\\u272??}ng", "Đng ĐngĐng");
    check("\\u-10179?\\u-8704?", "\u{1F600}");
    check("\\u7847\\u7847?\\u7847\\par a", "ầầầ\na");
    check("a{\\v b}c{\\deleted d}e\\v f\\v0 g", "aceg");
    check("{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}", "7");
    check("{\\*\\unknown a}{\\header b}{\\pict\\bin5 }}}}}00}{\\*\\shppict x}c", "c\nb");
    check("{\\listtext 1.\\tab}a", "1. a");
    check("{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt a\\par}}{\\shprslt b}}", "a");
    check("\\trowd\\pard\\intbl a\\par b\\cell c\\cell\\row\\trowd\\intbl d\\cell\\cell\\row\\pard e", "a b | c\nd\ne");
    check("\\'zz\\'e", "zze");
    check("Hien{\\super 1} ky Tam\\super 2\\nosupersub  5 m{\\super 2}", "Hien[1] ky Tam[2] 5 m2");
}

#[test]
fn a_font_tells_its_encoding() {
    let table = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset163 .VnTime;}}";
    let check = |body: &str, expected: &str| {
        assert_eq!(read(&format!("{{\\rtf1\\ansicpg1258{table}{body}}}")).text, expected, "{body}");
    };
    check("\\f1 \\'cf\\f0 \\'ea", "Пê");
    check("{\\f1 \\'cf}\\'d0", "ПĐ");
    check("\\f9 \\'d0", "Đ");
    check("\\f2 ng\\-\\u234?i {\\f0 a\\-b}", "người ab");
}

#[test]
fn what_breaks_off_is_told() {
    let content = read("{\\rtf1 a{\\b b");
    assert_eq!((content.text.as_str(), content.notices.len()), ("ab", 1));
    assert_eq!(read("{\\rtf1 a}}}}b").text, "ab");
    assert_eq!(read("{\\rtf1 {\\footnote a{\\footnote b}").text, "[1]\n[1] ab");
}

#[test]
fn many_groups_are_harmless() {
    assert_eq!(read(&format!("{{\\rtf1 {}a", "{".repeat(1_000_000))).text, "a");
    assert_eq!(read(&format!("{{\\rtf1 {}a", "{\\footnote ".repeat(100_000))).text.len(), "[1]\n[1] a".len());
    assert_eq!(read(&format!("{{\\rtf1 {}a", "\\trowd\\intbl\\cell ".repeat(100_000))).text, "a");
}
