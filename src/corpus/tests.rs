//! Files whole, cut off, changed and wrongly named -> documents or a reason, never a panic.

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::formats::FORMATS;
use super::reading::Reading;
use super::*;

/// A valid file of each format that has structure.
fn samples() -> [(&'static str, Vec<u8>); 19] {
    [
        ("docx", docx::tests::sample()),
        ("odt", odt::tests::sample()),
        ("rtf", rtf::tests::sample()),
        ("doc", doc::tests::sample()),
        ("pdf", pdf::tests::sample()),
        ("eml", mail::tests::sample()),
        ("mht", mail::tests::saved_page()),
        ("zip", archive::tests::sample()),
        ("xlsx", xlsx::tests::sample()),
        ("xls", xls::tests::sample()),
        ("ods", ods::tests::sample()),
        ("pptx", pptx::tests::sample()),
        ("ppt", ppt::tests::sample()),
        ("epub", epub::tests::sample()),
        ("msg", msg::tests::sample()),
        ("tnef", tnef::tests::sample()),
        ("7z", archive::tests::seven::sample()),
        ("rar", archive::tests::rar::sample()),
        ("rar", archive::tests::rar::old_sample()),
    ]
}

/// A valid file of each format that is text.
fn texts() -> [(&'static str, Vec<u8>); 7] {
    [
        ("html", "<title>Tin</title><h1>Đề</h1><table><tr><td>a<td><font face='.VnTime'>v\u{B5}</table>".into()),
        ("mbox", [b"From a@b Mon\n".to_vec(), mail::tests::sample()].concat()),
        ("csv", "STT,Họ tên\n1,\"An, \"\"Bình\"\"\"\n".into()),
        ("fods", ods::tests::fods("<table:table table:name='Một'><table:table-row><table:table-cell><text:p>a").into()),
        ("md", "# Đề\n\nmột\n===\n```\n# hai\n```\n".into()),
        ("jsonl", "{\"id\": \"x\", \"text\": \"Số 1\", \"date\": 1979}\n{\"id\": 2, \"text\": \"\"}\n".into()),
        ("txt", b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam\r\n".to_vec()),
    ]
}

fn read_bytes(extension: &str, bytes: &[u8]) -> Result<(Vec<Document>, ReadReport), Unreadable> {
    let limits = Limits { max_file_bytes: 4 << 20, max_archive_bytes: 16 << 20, max_seconds: 10, ..Limits::default() };
    let mut documents = Vec::new();
    let mut each = |document| {
        documents.push(document);
        ControlFlow::Continue(())
    };
    let manner = Manner::default();
    let mut reading = Reading::new("x", FORMATS, &manner, &limits, &mut each);
    reading.file("x", extension, bytes.to_vec())?;
    let report = reading.finish();
    Ok((documents, report))
}

#[test]
fn every_sample_is_read() {
    for (extension, bytes) in samples() {
        let (documents, report) = read_bytes(extension, &bytes).unwrap();
        assert!(!documents[0].text.is_empty(), "{extension}");
        assert_eq!(report.documents, documents.len(), "{extension}");
    }
}

#[test]
fn what_a_cut_takes_is_told() {
    const CUTS: usize = 40;
    let texts = |documents: &[Document]| documents.iter().map(|document| document.text.clone()).collect::<Vec<_>>();
    // nothing tells where these end
    let is_endless = |extension: &str, bytes: &[u8]| extension == "tnef" || bytes.starts_with(b"Rar!\x1A\x07\0");
    for (extension, whole) in samples().into_iter().filter(|(extension, bytes)| !is_endless(extension, bytes)) {
        let (all, report) = read_bytes(extension, &whole).unwrap();
        assert!(!report.notices.iter().any(Oddity::tells_of_loss), "{extension}: {:?}", report.notices);
        // of the first bytes nobody can tell what they are of
        let few = [1, 2, 53, 512, 4096].into_iter().filter_map(|lost| whole.len().checked_sub(lost));
        let few = few.filter(|cut| *cut > whole.len() / 2);
        for cut in few.chain((whole.len() / 2..whole.len()).step_by((whole.len() / CUTS).max(1))) {
            let Ok((documents, cut_report)) = read_bytes(extension, &whole[..cut]) else { continue };
            let is_told = cut_report.notices.iter().any(Oddity::tells_of_loss)
                || cut_report.all_left_out() > report.all_left_out();
            assert!(is_told || texts(&documents) == texts(&all), "{extension}: {cut} of {}", whole.len());
        }
    }
}

#[test]
fn a_wrong_extension_is_seen_through() {
    for (told, _) in samples() {
        for (met, bytes) in samples() {
            let (right, _) = read_bytes(met, &bytes).unwrap();
            let (documents, report) = read_bytes(told, &bytes).unwrap();
            assert_eq!(documents, right, "{met} called {told}");
            let is_noticed = report.notices.iter().any(|notice| notice.to_string().contains("by its content it is"));
            assert_eq!(is_noticed, !FORMATS.is_same(told, met), "{met} called {told}: {:?}", report.notices);
        }
    }
    let check = |told: &str, bytes: &[u8], expected: &str| {
        let text = match read_bytes(told, bytes) {
            Ok((documents, _)) => documents[0].text.clone(),
            Err(error) => format!("! {error}"),
        };
        assert_eq!(text, expected, "{told}");
    };
    check("doc", b"<html><p>a<p>b", "a\n\nb");
    check("txt", b"<html><p>a", "<html><p>a");
    check("txt", b"{\\rtf1 a\\par b}", "a\nb");
    check("docx", "Số 1\r\n".as_bytes(), "Số 1\n");
    check("docx", &[0; 99], "! damaged: it does not begin as .docx does, nor is it text");
    check("docx", b"", "! the file is empty");
    check("xls", "STT\tTên\n1\tAn\n".as_bytes(), "STT | Tên\n1 | An");
    check("xls", b"<table><tr><td>a<td>b</table>", "a\tb");
    let workbook = package::tests::zip_of(&[("xl/workbook.bin", b"")]);
    check("docx", &workbook, "! it is a binary workbook (.xlsb), which is not read");
    let renamed = package::tests::zip_of(&[("[Content_Types].xml", b""), ("word/document2.xml", b"<w:p/>")]);
    check("zip", &renamed, "! damaged: it holds no text of Word");
}

#[test]
fn a_file_cut_off_anywhere_is_harmless() {
    for (extension, bytes) in samples().into_iter().chain(texts()) {
        for cut in (0..bytes.len()).step_by((bytes.len() / 40).max(1)) {
            let _ = read_bytes(extension, &bytes[..cut]);
        }
    }
}

#[test]
fn pages_belong_to_lines() {
    let document = Document { pages: vec![1, 3, 3, 7], ..Document::default() };
    let check = |line: usize, page: usize| assert_eq!(document.page_of(line), Some(page), "{line}");
    check(1, 1);
    check(2, 1);
    check(3, 3);
    check(6, 3);
    check(9, 4);
    assert_eq!(Document::default().page_of(1), None);
}

proptest! {
    #[test]
    fn no_bytes_make_a_format_panic(
        text in "([#=`~<>{}\"\n -]|id|text|p|[a-zđề]){0,60}",
        bytes in proptest::collection::vec(any::<u8>(), 0..60),
    ) {
        let input = [text.as_bytes(), &bytes].concat();
        for format in FORMATS.0 {
            let _ = read_bytes(format.extensions[0], &input);
        }
    }

    #[test]
    fn no_change_of_a_file_makes_its_format_panic(
        sample in 0..26_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let (extension, mut bytes) = samples().into_iter().chain(texts()).nth(sample).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok((documents, report)) = read_bytes(extension, &bytes) {
            prop_assert!(report.notices.iter().all(|notice| !notice.to_string().contains("panicked")), "{:?}", report.notices);
            for document in documents {
                let lines = document.text.split('\n').count();
                prop_assert!(document.headings.iter().all(|heading| heading.line <= lines));
                prop_assert!(document.pages.is_sorted());
                prop_assert!(document.pages.iter().all(|&line| line <= lines + 1));
            }
        }
    }

    #[test]
    fn no_tags_make_a_text_part_panic(
        pieces in proptest::collection::vec(
            "</?(w:p|w:r|w:t|w:tbl|w:tr|w:tc|w:pPr|w:rPr|w:del|text:p|text:h|text:span|text:note|table:table|table:table-row|table:table-cell)/?>|[a-zđ &;<]{0,4}",
            0..40,
        ),
    ) {
        let body = pieces.concat();
        prop_assert!(read_bytes("docx", &docx::tests::docx(&body)).is_ok());
        prop_assert!(read_bytes("odt", &odt::tests::odt(&body)).is_ok());
    }

    #[test]
    fn no_words_make_rich_text_panic(
        pieces in proptest::collection::vec(
            "[{}]|\\\\(par|cell|row|trowd|intbl|u-?[0-9]{1,5}|uc[0-3]|f[01]|s1|v|plain|footnote|fonttbl|stylesheet|info|title|page|bin[0-9]|\\*|'[0-9a-f]{2}) ?|[a-z;]{0,3}",
            0..60,
        ),
    ) {
        let file = format!("{{\\rtf1 {}", pieces.concat());
        let outcome = read_bytes("rtf", file.as_bytes());
        // nothing may be left of what is cut off
        let is_cut = matches!(outcome, Err(Unreadable::Damaged(Damage::BreaksOff)));
        prop_assert!(is_cut || outcome.is_ok());
    }
}

proptest! {
    // a page is slow to draw
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_operators_make_a_page_panic(
        pieces in proptest::collection::vec(
            "(/F[12]|/X|<</ActualText\\([ab]{0,2}\\)>>|-?[0-9]{1,9}(\\.[0-9])?|\\([a-z\\\\]{0,4}\\)|<[0-9a-f]{0,6}>|\\[|\\]|<<|>>) |(BT|ET|Tf|Tj|TJ|Td|TD|Tm|T\\*|'|\"|Do|cm|q|Q|BI|ID|EI|Tz|TL|Ts|Tc|Tw|Tr|gs|BMC|BDC|EMC) ",
            0..60,
        ),
    ) {
        let _ = read_bytes("pdf", &pdf::tests::pdf(&[&pieces.concat()]));
    }
}
