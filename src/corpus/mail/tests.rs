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
    assert!(documents.len() <= 3, "{}", documents.len());
}
