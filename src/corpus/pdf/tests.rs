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
    let encrypted = |user_password: &str| {
        let mut document = Document::load_mem(&sample()).unwrap();
        let id = Object::string_literal("0123456789abcdef");
        document.trailer.set("ID", vec![id.clone(), id]);
        let permissions = lopdf::Permissions::all();
        let version = lopdf::EncryptionVersion::V2 {
            document: &document,
            owner_password: "chu",
            user_password,
            key_length: 128,
            permissions,
        };
        let state = lopdf::EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    };
    let error = parse(&encrypted("mat khau"), &Limits::default()).unwrap_err();
    assert!(matches!(error, Unreadable::Protected), "{error}");
    assert_eq!(parse(&encrypted(""), &Limits::default()).unwrap().pages, [1, 3]);
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
