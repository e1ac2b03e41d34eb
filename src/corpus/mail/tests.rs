//! Mails and saved pages -> the documents in them.

use std::ops::ControlFlow;

use super::*;
use crate::corpus::document::Document;
use crate::corpus::formats::FORMATS;
use crate::corpus::limits::Limits;
use crate::corpus::manner::Manner;
use crate::corpus::report::ReadReport;

/// A mail with two texts and attachments.
pub fn sample() -> Vec<u8> {
    "From: a@example.org\r\nSubject: =?UTF-8?B?S+G6vyBob+G6oWNo?=\r\nDate: Fri, 23 Apr 2021 08:00:00 +0700\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n\
    Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nK=C3=ADnh g=E1=BB=ADi\r\n--y\r\n\
    Content-Type: text/html; charset=utf-8\r\n\r\n<p>Kính gửi</p>\r\n--y--\r\n--x\r\nContent-Type: text/plain; name=\"ghi chu.txt\"\r\n\
    Content-Disposition: attachment; filename=\"../ghi chu.txt\"\r\nContent-Transfer-Encoding: base64\r\n\r\nU+G7kSAx\r\n--x\r\n\
    Content-Type: image/png; name=a.png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\nxxx\r\n--x--\r\n"
        .as_bytes()
        .to_vec()
}

/// A page as browsers save it.
pub fn saved_page() -> Vec<u8> {
    "From: <Saved by a browser>\r\nSubject: Tin\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x; type=\"text/html\"\r\n\r\n\
    --x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://a/\r\n\r\n<title>B</title><h1>Một</h1><p>Hai\r\n\
    --x\r\nContent-Type: text/css\r\nContent-Location: http://a/b.css\r\n\r\np { color: red }\r\n--x--\r\n"
        .as_bytes()
        .to_vec()
}

fn read(bytes: &[u8]) -> (Vec<Document>, ReadReport) {
    let (limits, mut documents) = (Limits::default(), Vec::new());
    let mut each = |document| {
        documents.push(document);
        ControlFlow::Continue(())
    };
    let manner = Manner::default();
    let mut reading = Reading::new("thư.eml", FORMATS, &manner, &limits, &mut each);
    open("thư.eml", bytes, &mut reading).unwrap();
    let report = reading.finish();
    (documents, report)
}

#[test]
fn a_mail_is_its_text_and_its_attachments() {
    let (documents, report) = read(&sample());
    let got: Vec<_> =
        documents.iter().map(|d| (d.id.as_str(), d.title.as_deref(), d.date.as_deref(), d.text.trim())).collect();
    assert_eq!(
        got,
        [("thư.eml", Some("Kế hoạch"), Some("2021-04-23"), "Kính gửi"), ("thư.eml/ghi chu.txt", None, None, "Số 1")]
    );
    assert_eq!((report.documents, report.notices.len()), (2, 0));
}

#[test]
fn a_saved_page_is_the_page() {
    let (documents, _) = read(&saved_page());
    assert_eq!((documents[0].title.as_deref(), documents[0].text.as_str()), (Some("Tin"), "Một\n\nHai"));
    assert_eq!((documents.len(), documents[0].headings.len()), (1, 1));
}

#[test]
fn mails_in_mails_end_somewhere() {
    let mut mail = b"Subject: a\r\n\r\nb".to_vec();
    for _ in 0..50 {
        let head = b"Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n";
        mail = [head.as_slice(), &mail].concat();
    }
    let (documents, _) = read(&mail);
    assert!((10..=17).contains(&documents.len()), "{}", documents.len());
}

/// The texts of a mail and of what is attached to it, by their ids below it.
fn texts(mail: &str) -> Vec<(String, String)> {
    let (documents, _) = read(mail.as_bytes());
    let below = |id: &str| id.trim_start_matches("thư.eml").trim_start_matches('/').to_owned();
    documents.iter().map(|document| (below(&document.id), document.text.trim().to_owned())).collect()
}

/// A mail of these parts.
fn mixed(kind: &str, parts: &[&str]) -> String {
    let parts: String = parts.iter().map(|part| format!("--X\n{part}\n")).collect();
    format!("Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary=X\n\n{parts}--X--\n")
}

#[test]
fn every_part_that_can_be_read_is() {
    let check = |mail: &str, expected: &[(&str, &str)]| {
        let texts = texts(mail);
        let got: Vec<_> = texts.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
        assert_eq!(got, expected, "{mail}");
    };
    let plain = "Content-Type: text/plain; charset=utf-8\n\n";
    let page = "Content-Type: text/html; charset=utf-8\n\n";
    let one = |text: &str| format!("{plain}{text}");
    let other = |text: &str| format!("{page}<p>{text}</p>");
    check("\n\nSubject: a\n\nHọp thôn", &[("", "Họp thôn")]);
    check("From a@b Mon Apr  3 19:12:41 2017\nSubject: a\n\nHọp thôn", &[("", "Họp thôn")]);
    check(&mixed("alternative", &[&one("Phần chữ"), &other("Phần web")]), &[("", "Phần chữ")]);
    let both = [one("Xem trên web"), other("Kính mời các bác")];
    check(&mixed("alternative", &both.each_ref().map(String::as_str)), &[("", "Xem trên web\n\nKính mời các bác")]);
    let whole = "Kính mời các bác dự lễ gặp mặt cuối năm tại nhà văn hoá";
    check(&mixed("alternative", &[&one("Kính mời các bác"), &other(whole)]), &[("", whole)]);
    check(&mixed("mixed", &[&one("một"), &other("hai"), &one("ba")]), &[("", "một\n\nhai\n\nba")]);
    // a boundary is a whole line, and the last may be missing
    check(&mixed("mixed", &[&one("trước --X sau\n--Xa\ncòn")]), &[("", "trước --X sau\n--Xa\ncòn")]);
    check("Subject: x\nContent-Type: multipart/mixed; boundary=X\n\n--X\n\nmột\n--X\n\nhai", &[("", "một\n\nhai")]);
    check("Subject: x\nContent-Type: multipart/mixed\n\nkhông ranh giới", &[("", "không ranh giới")]);
    let event = "Content-Type: text/calendar; charset=utf-8\n\nBEGIN:VEVENT\nSUMMARY:Họp chi bộ\nEND:VEVENT";
    check(&mixed("mixed", &[&one("Kính mời"), event]), &[("", "Kính mời\n\nHọp chi bộ")]);
    check("Subject: x\n\nKính gửi\nbegin 644 a.txt\n#0V%T\n`\nend\n", &[("", "Kính gửi"), ("a.txt", "Cat")]);
    let lone = "Subject: x\nFrom: An <an@example.vn>\nTo: Binh\nContent-Type: text/plain; name=a.txt\n\nCat";
    check(lone, &[("", "An <an@example.vn> → Binh\na.txt"), ("a.txt", "Cat")]);
}

#[test]
fn a_charset_that_lies_is_not_believed() {
    for charset in ["us-ascii", "iso-8859-1", "windows-1258", "gb2312", "utf-7"] {
        for (kind, text) in [("plain", "Đoàn khảo sát"), ("html", "<p>Đoàn khảo sát</p>")] {
            let mail = format!("Subject: x\nContent-Type: text/{kind}; charset={charset}\n\n{text}");
            assert_eq!(texts(&mail)[0].1, "Đoàn khảo sát", "{charset} {kind}");
        }
    }
}

#[test]
fn who_wrote_to_whom_and_what_is_attached_is_stated() {
    let mail = "From: =?UTF-8?Q?V=C4=83n_ph=C3=B2?= =?UTF-8?Q?ng?= <vp@example.vn>\nTo: An <an@example.vn>\nCc: b@example.vn\n\
        Content-Type: multipart/mixed; boundary=X\n\n--X\n\nThân thư\n--X\nContent-Type: application/msaccess\n\
        Content-Disposition: attachment; filename=\"=?UTF-8?B?bMawxqE=?= =?UTF-8?B?bmcubWRi?=\"\n\nx\n--X--\n";
    let (documents, report) = read(mail.as_bytes());
    let expected = ["Văn phòng <vp@example.vn> → An <an@example.vn>, b@example.vn", "lương.mdb"];
    assert_eq!(documents[0].about, expected);
    assert_eq!(report.left_out[0].path.to_string_lossy(), "thư.eml/lương.mdb");
}

#[test]
fn a_box_holds_mails() {
    let (limits, manner, mut documents) = (Limits::default(), Manner::default(), Vec::<Document>::new());
    let mut each = |document| {
        documents.push(document);
        ControlFlow::Continue(())
    };
    let mut reading = Reading::new("a.mbox", FORMATS, &manner, &limits, &mut each);
    let bytes = b"From a@b Mon Apr  3 19:12:41 2017\nSubject: Mot\n\nthan\n>From day\nFrom kia\n\nFrom c@d Tue\nSubject: Hai\n\nxong\n";
    open_box("a.mbox", bytes, &mut reading).unwrap();
    let told: Vec<_> = documents.iter().map(|d| (d.id.as_str(), d.title.as_deref(), d.text.trim())).collect();
    assert_eq!(told, [("a.mbox/1", Some("Mot"), "than\nFrom day\nFrom kia"), ("a.mbox/2", Some("Hai"), "xong")]);
}

#[test]
fn mails_in_mails_without_end_are_told() {
    let header = "Content-Type: message/rfc822\n\n";
    let deep = format!("Subject: a\n{}x", header.repeat(100_000));
    let (documents, report) = read(deep.as_bytes());
    assert!(documents.len() <= 17 && !report.left_out.is_empty(), "{}", documents.len());
    let parts = format!("Subject: a\n{}x", "Content-Type: multipart/mixed; boundary=x\n\n--x\n".repeat(100_000));
    assert_eq!(read(parts.as_bytes()).0.len(), 1);
}
