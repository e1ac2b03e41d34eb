//! Standards, verdicts, papers with a second number, and the spelling of 1945 to 1975.

use super::super::{find, find_in_query, read};
use super::found;

/// Each text holds this alone: the mention, its canonical form.
fn check(rows: &[(&str, &str, &str)]) {
    let shown = |text: &str| {
        let found = find(text);
        found
            .iter()
            .map(|mention| (text[mention.range.clone()].to_owned(), mention.number.canonical()))
            .collect::<Vec<_>>()
    };
    let wrong: Vec<_> = rows
        .iter()
        .map(|(text, mention, canonical)| (text, shown(text), [((*mention).to_owned(), (*canonical).to_owned())]))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn standards_are_numbers() {
    check(&[
        ("theo TCVN 5574:2018 về", "TCVN 5574:2018", "TCVN 5574:2018"),
        ("TCVN 5574-2018", "TCVN 5574-2018", "TCVN 5574:2018"),
        ("TCVN 5574-1991.", "TCVN 5574-1991", "TCVN 5574:1991"),
        ("TCVN 5574 quy định", "TCVN 5574", "TCVN 5574"),
        ("TCVN 5574: 2018", "TCVN 5574: 2018", "TCVN 5574:2018"),
        ("QCVN 01 - 99: 2012/BNNPTNT", "QCVN 01 - 99: 2012/BNNPTNT", "QCVN 1-99:2012/BNNPTNT"),
        ("TCVN 5574 - 30 mẫu", "TCVN 5574", "TCVN 5574"),
        ("TCVN số 5574:2018", "TCVN số 5574:2018", "TCVN 5574:2018"),
        ("QCVN 01-1:2018/BYT quy định", "QCVN 01-1:2018/BYT", "QCVN 1-1:2018/BYT"),
        ("QCVN 97:2025/BNNMT", "QCVN 97:2025/BNNMT", "QCVN 97:2025/BNNMT"),
        ("QCVN 02-32-1:2019/BNNPTNT", "QCVN 02-32-1:2019/BNNPTNT", "QCVN 2-32-1:2019/BNNPTNT"),
        ("QCVN 06:2022/BXD,", "QCVN 06:2022/BXD", "QCVN 6:2022/BXD"),
        ("TCXDVN 356:2005 và", "TCXDVN 356:2005", "TCXDVN 356:2005"),
        ("TCXD 198:1997", "TCXD 198:1997", "TCXD 198:1997"),
        ("đạt ISO 9001:2015.", "ISO 9001:2015", "ISO 9001:2015"),
        ("ISO 9001", "ISO 9001", "ISO 9001"),
        ("ISO 22000", "ISO 22000", "ISO 22000"),
        ("ISO/IEC 17025:2017", "ISO/IEC 17025:2017", "ISO 17025:2017"),
        ("TCVN ISO 9001:2015", "TCVN ISO 9001:2015", "TCVN 9001:2015"),
        ("TCVN ISO/IEC 27001:2019", "TCVN ISO/IEC 27001:2019", "TCVN 27001:2019"),
        ("tcvn 5574:2018", "tcvn 5574:2018", "TCVN 5574:2018"),
        ("TCCS 01:2021/TCĐBVN", "TCCS 01:2021/TCĐBVN", "TCCS 1:2021/TCĐBVN"),
        ("QCĐP 1:2020/ĐN", "QCĐP 1:2020/ĐN", "QCĐP 1:2020/ĐN"),
    ]);
    for text in [
        "ISO 1600 và f/2",
        "ISO 100",
        "ISO: 2015",
        "TCVN và 5574",
        "TCVN, 5574",
        "ten 5:2018",
        "en 5",
        "TCN 5",
        "ISO 9,5 điểm",
        "TCVN 0",
        "TCVN -5",
        "Covid 19:2020",
        "DVN 356:2005",
        "TCVNX 356:2005",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
}

#[test]
fn precedents_verdicts_and_second_papers_are_numbers() {
    check(&[
        ("Án lệ số 02/2016/AL về", "Án lệ số 02/2016/AL", "2/2016/AL"),
        ("theo Án lệ 02/2016/AL", "Án lệ 02/2016/AL", "2/2016/AL"),
        ("án lệ số 25/2018", "án lệ số 25/2018", "25/2018/AL"),
        ("Sắc lệnh số 181-NV/6 ngày", "Sắc lệnh số 181-NV/6", "181/SL-NV6"),
        ("Nghị định số 12-NV/3.", "Nghị định số 12-NV/3", "12/NĐ-NV3"),
        ("Quyết định số 16.QĐ/UB ngày", "Quyết định số 16.QĐ/UB", "16/QĐ-UB"),
        ("Quyết định số 07bis/QĐ-UB ngày", "Quyết định số 07bis/QĐ-UB", "7bis/QĐ-UB"),
        ("Nghị quyết số 12ter/NQ-HĐND", "Nghị quyết số 12ter/NQ-HĐND", "12ter/NQ-HĐND"),
        ("Quyết định số 5/2018/QĐST-HNGĐ ngày", "Quyết định số 5/2018/QĐST-HNGĐ", "5/2018/QĐST-HNGĐ"),
        ("Quyết định số 12/2020/QĐPT-DS", "Quyết định số 12/2020/QĐPT-DS", "12/2020/QĐPT-DS"),
        ("Quyết định số 21/2019/QĐ-PT", "Quyết định số 21/2019/QĐ-PT", "21/2019/QĐ-PT"),
        ("Bản án số 12/2019/DS-ST ngày", "Bản án số 12/2019/DS-ST", "12/2019/DS-ST"),
        ("Bản án số 12/2019/HS-PT ngày", "Bản án số 12/2019/HS-PT", "12/2019/HS-PT"),
        ("Bản án 07/2020/HNGĐ-ST.", "Bản án 07/2020/HNGĐ-ST", "7/2020/HNGĐ-ST"),
        ("Bản án số 5/2021/KDTM-PT", "Bản án số 5/2021/KDTM-PT", "5/2021/KDTM-PT"),
        ("Bản án số 3/2021/HC-ST", "Bản án số 3/2021/HC-ST", "3/2021/HC-ST"),
        ("Bản án số 3/2021/LĐ-ST", "Bản án số 3/2021/LĐ-ST", "3/2021/LĐ-ST"),
    ]);
    for text in ["Án lệ", "án lệ 5 điểm", "07bis", "số 7bis Lê Lợi", "16.QĐ", "5 ter", "12terx/QĐ"] {
        assert_eq!(found(text), "", "{text}");
    }
}

#[test]
fn words_may_be_joined_by_hyphens() {
    check(&[
        ("Sắc-lệnh số 29 ngày", "Sắc-lệnh số 29", "29/SL"),
        ("Sắc-lệnh số 29-SL", "Sắc-lệnh số 29-SL", "29/SL"),
        ("Chỉ-thị số 15 của", "Chỉ-thị số 15", "15/CT"),
        ("Nghị-định số 12-TTg ngày", "Nghị-định số 12-TTg", "12/NĐ-TTg"),
        ("Thông-tư số 5-TT/LB", "Thông-tư số 5-TT/LB", "5/TT-LB"),
        ("Nghị-quyết số 3-NQ/TW", "Nghị-quyết số 3-NQ/TW", "3-NQ/TW"),
        ("Quyết-định số 73-NV", "Quyết-định số 73-NV", "73/QĐ-NV"),
        ("Quyết‑định số 73-NV", "Quyết‑định số 73-NV", "73/QĐ-NV"),
        ("Thông-tri số 12 ngày", "Thông-tri số 12", "12/TT"),
        ("Thông-tư liên-bộ số 12", "Thông-tư liên-bộ số 12", "12/TTLB"),
        ("SẮC-LỆNH SỐ 29", "SẮC-LỆNH SỐ 29", "29/SL"),
        ("Huấn-lệnh số 3", "Huấn-lệnh số 3", "3/L"),
    ]);
    assert_eq!(found("Hà Nội - Nghị quyết số 5"), "5/NQ");
    assert_eq!(found("chỉ - thị 5 người"), "");
}

#[test]
fn queries_find_them_however_typed() {
    for (query, written) in [
        ("tcvn 5574", "TCVN 5574:2018"),
        ("TCVN 5574:2018", "TCVN 5574-2018"),
        ("tcvn 5574-2018", "TCVN 5574:2018"),
        ("tieu chuan tcvn 5574", "TCVN 5574:2018"),
        ("qcvn 01-1", "QCVN 01-1:2018/BYT"),
        ("qcvn 1-1:2018/byt", "QCVN 01-1:2018/BYT"),
        ("iso 9001", "ISO 9001:2015"),
        ("an le 02/2016", "Án lệ số 02/2016/AL"),
        ("án lệ 2/2016/al", "Án lệ số 02/2016/AL"),
        ("an le so 2/2016", "Án lệ số 02/2016/AL"),
        ("ban an so 12/2019/ds-st", "Bản án số 12/2019/DS-ST"),
        ("12/2019/DS-ST", "Bản án số 12/2019/DS-ST"),
        ("quyết định 5/2018/qdst-hngd", "Quyết định số 5/2018/QĐST-HNGĐ"),
        ("qd 7bis", "Quyết định số 07bis/QĐ-UB"),
        ("quyet dinh 16/qd-ub", "Quyết định số 16.QĐ/UB"),
        ("sac lenh so 29", "Sắc-lệnh số 29"),
        ("sắc lệnh 181-nv/6", "Sắc lệnh số 181-NV/6"),
    ] {
        let typed = find_in_query(query);
        let written = read(written).expect(written);
        assert!(typed.iter().any(|typed| typed.number.fit(&written).is_some()), "{query}: {typed:?}");
    }
}

#[test]
fn canonical_forms_read_back() {
    for text in
        ["TCVN 5574:2018", "QCVN 01-1:2018/BYT", "07bis/QĐ-UB", "Sắc lệnh số 181-NV/6", "ISO 9001:2015", "2/2016/AL"]
    {
        let number = read(text).expect(text);
        let again = read(&number.canonical()).expect(text);
        assert_eq!(number.key(), again.key(), "{text}");
    }
}

#[test]
fn an_office_at_the_beginning_of_a_symbol_is_no_type() {
    for (text, kind) in [
        ("theo Công văn số 5443/CT-CS", Some("CV")),
        ("Số: 5443/CT-CS", None),
        ("theo Chỉ thị số 12/CT-ABC", Some("CT")),
        ("Số: 12/CT-TTg", Some("CT")),
        ("Số: 06-CT/TU", Some("CT")),
        ("Số: 15/KH-ABC", Some("KH")),
    ] {
        let found = find(text);
        let kinds: Vec<_> = found.iter().map(|mention| mention.number.kind.as_deref()).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}
