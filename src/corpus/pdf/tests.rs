//! Small PDFs, written here object by object -> what is read of them.

use super::*;

/// A file of these objects, the first of them the catalog; `{}` in an object is nothing special.
fn file_of(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    bytes.extend(places.iter().flat_map(|place| format!("{place:010} 00000 n \n").into_bytes()));
    bytes.extend(
        format!("trailer\n<</Size {}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1).bytes(),
    );
    bytes
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A file with these pages: `/F1` has letters of Western Europe, `/F2` codes 1 to 3 for `ế`, `ộ`, `đ`.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <1EBF> endbfchar\n\
        2 beginbfrange <0002> <0002> [<1ED9>] <0003> <0003> <0111> endbfrange";
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 8 + page * 2)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Count {}/Kids[{kids}]/Resources<</Font<</F1 4 0 R/F2 5 0 R>>/XObject<</X 2 0 R>>>>>>",
            pages.len()
        ),
        "<</Title(Ke hoach)>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Arial/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Times/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
            .to_owned(),
        "<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[500 500]3 3 500]>>".to_owned(),
        stream(map),
    ];
    for (number, page) in pages.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {} 0 R>>", 9 + number * 2));
        objects.push(stream(page));
    }
    file_of(&objects)
}

/// A file of two pages with page numbers.
pub fn sample() -> Vec<u8> {
    pdf(&[
        "BT /F1 10 Tf 1 0 0 1 50 700 Tm (Nam 1947 nhieu chu hon) Tj 0 -12 Td (dong hai) Tj ET",
        "BT /F1 10 Tf 300 780 Td (2) Tj 1 0 0 1 50 700 Tm (Trang hai cung nhieu chu) Tj ET",
    ])
}

fn check(page: &str, expected: &str) {
    let outcome = parse(&pdf(&[page]), &Limits::default());
    let text = outcome.map_or_else(|error| format!("! {error}"), |content| content.text);
    assert_eq!(text, expected, "{page}");
}

#[test]
fn pages_are_told_and_their_numbers_dropped() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.text, "Nam 1947 nhieu chu hon\ndong hai\nTrang hai cung nhieu chu");
    assert_eq!(content.pages, [1, 3]);
    assert_eq!(content.title.as_deref(), Some("Ke hoach"));
    let content =
        parse(&pdf(&["", "BT /F1 9 Tf (co du chu de thanh ra mot trang) Tj ET", ""]), &Limits::default()).unwrap();
    assert_eq!((content.text.as_str(), &content.pages[..]), ("co du chu de thanh ra mot trang", &[1, 1, 2][..]));
    assert_eq!(content.notices, [Oddity::BlankPages { blank: 2, pages: 3 }]);
}

#[test]
fn places_become_words_and_lines() {
    check("BT /F1 10 Tf 10 700 Td (a) Tj (b) Tj ET", "ab");
    check("BT /F1 10 Tf 10 700 Td [(a) -50 (b) -300 (c)] TJ ET", "ab c");
    check("BT /F1 10 Tf 10 700 Td (a ) Tj 30 0 Td (b) Tj 100 0 Td (c) Tj ET", "a b | c");
    check("BT /F1 10 Tf 10 700 Td 12 TL (a) Tj T* (b) Tj (c) ' 1 2 (d) \" ET", "a\nb\nc\nd");
    check("BT /F1 10 Tf 10 700 Td (a) Tj 0 -30 TD (b) Tj T* (c) Tj ET", "a\n\nb\n\nc");
    check("BT /F1 10 Tf 10 700 Td (a) Tj /F1 6 Tf 3 Ts (1) Tj 0 Ts /F1 10 Tf (b) Tj ET", "a1b");
    check("q 0 1 -1 0 0 0 cm BT /F1 10 Tf 10 700 Td (a) Tj (b) Tj ET Q BT /F1 10 Tf (c) Tj ET", "ab\n\nc");
    check("BT /F1 10 Tf 10 700 Td (a) Tj ET BT /F1 10 Tf 400 710 Td (b) Tj ET", "a\nb");
    check("BT /F1 1 Tf 10 0 0 10 50 700 Tm (a) Tj (b) Tj ET", "ab");
}

#[test]
fn codes_become_letters() {
    check("BT /F2 10 Tf (\\000\\003) Tj <0001> Tj <0002> Tj ET", "đếộ");
    check("BT /F1 10 Tf (\\351 \\(a\\)) Tj ET", "é (a)");
    check("BT /F2 10 Tf <0009> Tj ET", "! its fonts do not tell their letters");
    check("BT /F9 10 Tf (a) Tj ET", "! scanned, no text");
    check("", "! scanned, no text");
    check("BT /F1 10 Tf (a) Tj ) >> garbage", "a");
}

#[test]
fn pages_with_a_picture_and_little_text_are_scans() {
    let text = |letters: usize| format!("BT /F1 10 Tf 50 700 Td ({}) Tj ET ", "a".repeat(letters));
    let picture = |side: usize| format!("q {side} 0 0 {side} 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q ");
    let check = |page: &str, expected: &[usize]| {
        let content = parse(&pdf(&[&text(500), page, &text(500)]), &Limits::default()).unwrap();
        assert_eq!(content.scanned_pages, expected, "{page}");
    };
    check(&text(10), &[]);
    check(&picture(100), &[2]);
    check(&(picture(100) + &text(10)), &[2]);
    check(&(picture(100) + &text(100)), &[]);
    check(&(picture(700) + &text(100)), &[2]);
    check(&(picture(700) + &text(200)), &[]);
    check(&("q 0 0 0 0 0 0 cm ".to_owned() + &picture(700)), &[2]);
}

#[test]
fn what_is_no_pdf_says_so() {
    let check = |bytes: &[u8]| {
        let error = parse(bytes, &Limits::default()).unwrap_err().to_string();
        assert!(error.starts_with("damaged"), "{error}");
    };
    check(b"");
    check(b"%PDF-1.4");
    check(b"%PDF-1.4\ntrailer<</Root 1 0 R>>");
    check(&[b"%PDF-1.4\n1 0 obj ".as_slice(), &b"[".repeat(100_000)].concat());
    check(&pdf(&[]));
}

#[test]
fn a_password_is_told_unless_it_is_empty() {
    let error =
        parse(include_bytes!("../../../tests/fixtures/protected/password.pdf"), &Limits::default()).unwrap_err();
    assert!(matches!(error, Unreadable::Protected), "{error}");
    let content = parse(include_bytes!("../../../tests/fixtures/protected/empty.pdf"), &Limits::default()).unwrap();
    assert_eq!((content.pages, content.title.as_deref()), (vec![1, 3], Some("Ke hoach")));
}

#[test]
fn a_drawing_that_draws_itself_ends() {
    let form = "<</Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>/Font<</F1 5 0 R>>>>/Length 55>>\nstream\n\
        BT /F1 9 Tf (a) Tj ET /X Do /X Do                      \nendstream";
    let bytes = file_of(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Resources<</XObject<</X 4 0 R>>>>/Contents 6 0 R>>".to_owned(),
        form.to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Arial>>".to_owned(),
        stream("/X Do"),
    ]);
    assert!(parse(&bytes, &Limits::default()).is_ok());
}

/// A page in whose font `/F1` these objects have a part: the first is the font.
fn page_with(content: &str, font: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        stream(content),
    ];
    objects.extend(font.iter().map(|&object| object.to_owned()));
    file_of(&objects)
}

fn check_font(content: &str, font: &[&str], expected: &str) {
    let outcome = parse(&page_with(content, font), &Limits::default());
    assert_eq!(outcome.map_or_else(|error| format!("! {error}"), |content| content.text), expected, "{content}");
}

const LATIN: &str = "<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[500 \
    500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 \
    500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 \
    500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 \
    500 500 500 500 500 500 500 500]>>";

#[test]
fn what_parts_words_is_where_they_stand() {
    let check = |content: &str, expected: &str| check_font(content, &[LATIN], expected);
    // Distiller: the blank is the space behind a sign
    check("BT /F1 12 Tf 50 700 Td (Thie) Tj 3.4 Tc (tb) Tj 0 Tc (i) Tj ET", "Thiet bi");
    check("BT /F1 12 Tf 50 700 Td 6 Tc (QUYET DINH) Tj ET", "QUYET DINH");
    check("BT /F1 12 Tf 50 700 Td 2.5 Tc (QUYET) Tj 9 0 Td ET BT 100 700 Td (DINH) Tj ET", "QUYET DINH");
    check("BT /F1 12 Tf 50 700 Td [(Q)-400(U)-400(Y)-400(E)-400(T)-1100(D)-400(I)-400(N)-400(H)] TJ ET", "QUYET DINH");
    check("BT /F1 12 Tf 50 700 Td 12 Tw (a b) Tj ET", "a b");
    check("BT /F1 12 Tf 50 700 Td [(a)-160(b)] TJ ET", "a b");
}

#[test]
fn what_is_drawn_twice_is_told_once() {
    let check = |content: &str, expected: &str| check_font(content, &[LATIN], expected);
    check("BT /F1 12 Tf 50 700 Td (QUY) Tj ET BT 50.4 700 Td (QUY) Tj ET BT 72 700 Td (CHE) Tj ET", "QUY CHE");
    check("BT /F1 12 Tf 50 700 Td (Q) Tj ET BT 50.3 700 Td (Q) Tj ET BT 56 700 Td (U) Tj 0.3 0 Td (U) Tj ET", "QU");
    check("BT /F1 12 Tf 2 Tr 50 700 Td (than bai) Tj ET", "than bai");
    check("BT /F1 12 Tf 50 700 Td (mot) Tj 0 -14 Td (mot) Tj ET", "mot\nmot");
}

#[test]
fn what_is_raised_is_no_part_of_its_word() {
    let raised = |before: &str, mark: &str, after: &str| {
        let end = 50 + before.len() * 6;
        format!(
            "BT /F1 12 Tf 50 700 Td ({before}) Tj ET BT /F1 7 Tf {end} 704.5 Td ({mark}) Tj ET BT /F1 12 Tf {} 700 Td ({after}) Tj ET",
            end as f32 + mark.len() as f32 * 3.5
        )
    };
    check_font(&raised("Le Van Hien", "3", " ky"), &[LATIN], "Le Van Hien[3] ky");
    check_font(&raised("15/8/1945", "4", "."), &[LATIN], "15/8/1945[4].");
    check_font(&raised("5 m", "2", " dat"), &[LATIN], "5 m2 dat");
    check_font(&raised("ngay 1", "st", " of"), &[LATIN], "ngay 1st of");
}

#[test]
fn lines_are_put_together() {
    let check = |content: &str, expected: &str| check_font(content, &[LATIN], expected);
    // font by font: the second comes back to the first line
    check(
        "BT /F1 12 Tf 50 700 Td (So:) Tj 60 0 Td (QD) Tj 0 -14 Td (hai) Tj ET BT /F1 12 Tf 74 700 Td (1234) Tj ET",
        "So: 1234 QD\nhai",
    );
    check(
        "BT /F1 12 Tf 50 700 Td (mot) Tj 0 -14 Td (hai) Tj ET BT 300 700 Td (ba) Tj 0 -14 Td (bon) Tj ET",
        "mot\nhai\nba\nbon",
    );
    check("BT /F1 12 Tf 50 700 Td (Nghi) Tj 24 0 Td (e) Tj -0.2 0.3 Td (^) Tj 6.2 -0.3 Td (n) Tj ET", "Nghiên");
    check("BT /F1 12 Tf 50 700 Td (thay) Tj ET BT 5000 700 Td (an) Tj ET", "thay");
}

#[test]
fn old_fonts_are_read_by_their_names() {
    let font = |encoding: &str| format!("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+.VnTime{encoding}>>");
    let differences =
        font("/Encoding<</Type/Encoding/Differences[173/hyphen 181/mu 185/onesuperior 234/ecircumflex 167/section]>>");
    check_font(
        "BT /F1 12 Tf 50 700 Td (\\247\\255a ng\\255\\352i v\\265 - a) Tj ET",
        &[&differences],
        "Đưa người và - a",
    );
    let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 6 beginbfchar <0001> <0076> <0002> <03BC> <0003> <0020> \
        <0004> <006E0067> <0005> <2212> <0006> <00EA0069> endbfchar";
    let composite = "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+.VnTime/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>";
    let descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>";
    check_font(
        "BT /F1 12 Tf 50 700 Td <000100020003000400050006> Tj ET",
        &[composite, descendant, &stream(map)],
        "và người",
    );
}

#[test]
fn fonts_tell_their_letters_in_many_ways() {
    let descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>";
    let composite = |encoding: &str| {
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/Arial/Encoding {encoding}/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
        )
    };
    // mPDF: one range for all
    let all =
        stream("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange");
    check_font("BT /F1 12 Tf 50 700 Td <00731ed1> Tj ET", &[&composite("/Identity-H"), descendant, &all], "số");
    // Ghostscript: codes of one byte
    let bytes = stream("1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <00> <FF> 0 endcidrange");
    let map =
        stream("1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <0073> <02> <1ed1> endbfchar");
    check_font("BT /F1 12 Tf 50 700 Td <0102> Tj ET", &[&composite("8 0 R"), descendant, &map, &bytes], "số");
    // names of letters, and a table for some of them
    let names = "<</Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 1/LastChar 2/Widths[500 500]/Encoding<</Differences[1/s/uni1ED1]>>/ToUnicode 6 0 R>>";
    let half = stream("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <02> <1ed1> endbfchar");
    check_font("BT /F1 12 Tf 50 700 Td (\\001\\002) Tj ET", &[names, &half], "số");
    // a standard font has no widths of its own
    let standard = "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>";
    check_font("BT /F1 40 Tf 50 700 Td (C) Tj 28.9 0 Td (hi) Tj 33.4 0 Td ( thi) Tj ET", &[standard], "Chi thi");
    let signs = "<</Type/Font/Subtype/TrueType/BaseFont/Wingdings-Regular/Encoding/WinAnsiEncoding/FirstChar 118/LastChar 118/Widths[500]>>";
    check_font("BT /F1 12 Tf 50 700 Td (v) Tj ET", &[signs], "•");
}

#[test]
fn a_text_that_stands_for_signs_is_read_instead() {
    let check = |content: &str, expected: &str| check_font(content, &[LATIN], expected);
    check("/Span<</ActualText<FEFF0110006F00E0006E>>>BDC BT /F1 12 Tf 50 700 Td (Xxxx) Tj ( yy) Tj ET EMC", "Đoàn");
    check("BT /F1 12 Tf 50 700 Td (a) Tj /Span<</ActualText()>>BDC (-) Tj EMC (b) Tj /P BMC (c) Tj EMC ET", "a bc");
    // a mark of its own, by a sign that the font does not tell, whose place is that of the next letter
    check(
        "BT /F1 12 Tf 50 700 Td (E) Tj /Span<</ActualText<FEFF0300>>>BDC (\\200) Tj EMC 1 0 0 1 56 700 Tm (U) Tj ET",
        "ÈU",
    );
}

#[test]
fn what_annotations_show_is_read() {
    let annotated = |annotation: &str| {
        file_of(&[
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]>>".to_owned(),
            stream("BT /F1 12 Tf 50 700 Td (So:        /QD) Tj ET"),
            LATIN.to_owned(),
            annotation.to_owned(),
            stream("BT /F1 12 Tf 0 2 Td (1234) Tj ET").replace("<<", "<</Type/XObject/Subtype/Form/BBox[0 0 40 14]/Resources<</Font<</F1 5 0 R>>>>"),
        ])
    };
    let check = |annotation: &str, expected: &str| {
        assert_eq!(parse(&annotated(annotation), &Limits::default()).unwrap().text, expected, "{annotation}");
    };
    check("<</Type/Annot/Subtype/FreeText/Rect[80 698 120 712]/AP<</N 7 0 R>>>>", "So: 1234 /QD");
    check("<</Type/Annot/Subtype/Widget/Rect[80 598 120 612]/AP<</N<</On 7 0 R>>>>/AS/On>>", "So: /QD\n\n1234");
    check("<</Type/Annot/Subtype/Widget/Rect[80 598 120 612]/AP<</N<</On 7 0 R>>>>/AS/Off>>", "So: /QD");
    check("<</Type/Annot/Subtype/Stamp/Rect[80 598 120 612]/F 2/AP<</N 7 0 R>>>>", "So: /QD");
    check("<</Type/Annot/Subtype/Link/Rect[80 598 120 612]>>", "So: /QD");
}

#[test]
fn streams_may_be_named_in_short_and_layers_may_be_off() {
    let bytes = file_of(&[
        "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/Properties<</L 6 0 R>>>>>>".to_owned(),
        {
            let content = "BT /F1 12 Tf 50 700 Td (thay) Tj /OC/L BDC (an) Tj EMC ET";
            let digits: String = content.bytes().map(|byte| format!("{byte:02x}")).collect();
            format!("<</Length {}/Filter/AHx>>\nstream\n{digits}>\nendstream", digits.len() + 1)
        },
        LATIN.to_owned(),
        "<</Type/OCG/Name(L)>>".to_owned(),
    ]);
    assert_eq!(parse(&bytes, &Limits::default()).unwrap().text, "thay");
}

#[test]
fn titles_are_decoded_or_none() {
    let title = |title: &str| {
        let bytes = pdf(&["BT /F1 10 Tf 50 700 Td (Dieu mot) Tj ET"]);
        let text = String::from_utf8(bytes).unwrap().replace("(Ke hoach)", title);
        parse(text.as_bytes(), &Limits::default()).unwrap().title
    };
    assert_eq!(title("(Ke hoach)").as_deref(), Some("Ke hoach"));
    assert_eq!(title("<4E6768DE20AEDE6E68>").as_deref(), Some("Nghị định"));
    assert_eq!(title("<FEFF004B1EBF>").as_deref(), Some("Kế"));
    assert_eq!(title("(Microsoft PowerPoint - Bai 1)"), None);
    assert_eq!(title("(\\(anonymous\\))"), None);
}
