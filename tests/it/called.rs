//! How documents are called in answers, and which are meant by a title: as the papers write them.

use serde_json::{Value, json};

use crate::inquiries::asked;
use crate::support::{Place, Run};

/// Paragraphs that say nothing of documents, so that what stands before and behind is in different passages.
fn filler() -> String {
    "Người chăn nuôi giữ chuồng sạch, phơi rơm khô và ghi sổ theo dõi đàn bò mỗi tuần một lần.\n\n".repeat(30)
}

#[test]
fn the_other_document_goes_by_its_number_as_its_document_writes_it() {
    let note = format!(
        "(Điều 9 Thông tư số 04/2019/TT-BNN, có hiệu lực thi hành kể từ ngày 01/05/2019)\n\n{}\
         Thông tư số 08/2011/TT-BNN hết hiệu lực kể từ ngày Thông tư này có hiệu lực.\n",
        filler()
    );
    let place = Place::new(&[("corpus/phap-dien.txt", note.as_bytes())]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    let answer = asked(&place, "8/2011/TT-BNN còn hiệu lực không");
    let said = &answer["answers"][0]["statements"][0];
    assert_eq!((&said["other"], &said["written"]), (&json!("4/2019/TT-BNN"), &json!("04/2019/TT-BNN")), "{answer}");
    let shown = place.run(&["number", "--json", "8/2011/TT-BNN"]).json().remove(0);
    assert_eq!(shown["candidates"][0]["standing"]["by_written"], json!(["04/2019/TT-BNN"]));
    let told = &shown["candidates"][0]["relations"][0];
    assert_eq!((&told["other"], &told["written"]), (&json!("4/2019/TT-BNN"), &json!("04/2019/TT-BNN")));
}

#[test]
fn words_of_a_list_show_its_beginning_and_the_document_that_is_asked_for() {
    let items: String = (1..=60)
        .map(|n| format!("{n}. Quyết định số {}/2010/QĐ-UBND về quản lý bến bãi số {n}.\n\n", 100 + n))
        .collect();
    let list = format!("Số: 5/2022/QĐ-UBND\n\nVề bãi bỏ văn bản\n\nĐiều 1. Bãi bỏ các văn bản sau đây:\n\n{items}");
    let place = Place::new(&[("corpus/bai-bo.txt", list.as_bytes())]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    for n in [2, 30, 60] {
        let number = format!("{}/2010/QĐ-UBND", 100 + n);
        let answer = asked(&place, &format!("văn bản nào bãi bỏ {number}"));
        let text = answer["answers"][0]["statements"][0]["text"].as_str().unwrap_or_default();
        assert!(text.starts_with("Bãi bỏ các văn bản sau") && text.ends_with(&number), "{answer}");
        let Run { out, .. } = place.run(&["--lang", "vi", "search", &format!("văn bản nào bãi bỏ {number}")]);
        let head: String = out.lines().take(8).collect::<Vec<_>>().join(" ");
        assert!(head.contains("Bãi bỏ các văn bản sau") && head.matches(&number).count() > 1, "{out}");
    }
}

#[test]
fn an_answer_tells_until_when_a_document_is_in_force() {
    let place = Place::new(&[
        ("corpus/co-han.txt", "Số: 7/2020/QĐ-UBND\n\nVề giá nước\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/02/2020 đến hết ngày 31/12/2090.\n".as_bytes()),
        ("corpus/cu.txt", "Số: 8/2020/QĐ-UBND\n\nVề phí chợ\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/02/2020.\n".as_bytes()),
        ("corpus/ngung.txt", "Số: 9/2021/QĐ-UBND\n\nVề phí chợ\n\nĐiều 1. Ngưng hiệu lực Quyết định số 8/2020/QĐ-UBND từ ngày 2/3/2021 đến hết ngày 30/6/2090.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    for (number, state, until, vi, en) in [
        (
            "7/2020/QĐ-UBND",
            "in_force",
            "2090-12-31",
            "có hiệu lực từ ngày 1/2/2020 đến hết ngày 31/12/2090",
            "in force from 2020-02-01 to 2090-12-31",
        ),
        (
            "8/2020/QĐ-UBND",
            "suspended",
            "2090-06-30",
            "từ ngày 2/3/2021 đến hết ngày 30/6/2090",
            "suspended from 2021-03-02 to 2090-06-30",
        ),
    ] {
        let query = format!("{number} còn hiệu lực không");
        let answer = asked(&place, &query);
        let said = &answer["answers"][0];
        assert_eq!((&said["state"], &said["until"]), (&json!(state), &json!(until)), "{answer}");
        for (language, told) in [("vi", vi), ("en", en)] {
            let Run { out, .. } = place.run(&["--lang", language, "search", &query]);
            // the first statement tells the same days in other words
            let head: Vec<&str> = out.split_whitespace().take(24).collect();
            assert!(head.join(" ").contains(told), "{told}: {out}");
        }
    }
}

#[test]
fn what_is_issued_with_a_document_is_asked_of_by_its_title() {
    let place = Place::new(&[
        ("corpus/tin.txt", "Quy chế phòng cháy rừng ban hành kèm theo Quyết định số 05/2007/QĐ-UBND ngày 2/3/2007 được áp dụng ở các xã.\n".as_bytes()),
        ("corpus/moi.txt", "Số: 9/2015/QĐ-UBND\n\nVề rừng\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 15/3/2015 và thay thế Quyết định số 05/2007/QĐ-UBND ngày 2/3/2007.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    for query in [
        "Quy chế phòng cháy rừng ban hành theo quyết định nào, còn hiệu lực không?",
        "quy che phong chay rung ban hanh theo quyet dinh nao, con hieu luc khong",
    ] {
        let answer = asked(&place, query);
        let said = &answer["answers"][0];
        assert_eq!((&said["document"], &said["state"]), (&json!("5/2007/QĐ-UBND"), &json!("replaced")), "{answer}");
        assert_eq!(said["written"], "05/2007/QĐ-UBND");
        assert_eq!(said["numbers"], json!(["5/2007/QĐ-UBND", "9/2015/QĐ-UBND"]), "{answer}");
    }
}

#[test]
fn a_standard_that_took_the_place_of_another_answers() {
    let news = "Tiêu chuẩn mới\n\nTừ tháng 4, TCVN 5574:2018 thay thế TCVN 5574:2012 trong thiết kế bê tông.\n\n\
                QCVN 03:2021/BXD được thay thế bởi QCVN 03:2022/BXD.\n";
    let place = Place::new(&[("corpus/tin.txt", news.as_bytes())]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    for (query, number, written) in [
        ("TCVN 5574:2012 bị thay thế bởi tiêu chuẩn nào", "TCVN 5574:2018", "TCVN 5574:2018"),
        ("văn bản nào thay thế QCVN 03:2021/BXD", "QCVN 3:2022/BXD", "QCVN 03:2022/BXD"),
        ("qcvn 03:2021/bxd còn hiệu lực không", "QCVN 3:2022/BXD", "QCVN 03:2022/BXD"),
    ] {
        let answer = asked(&place, query);
        let said = &answer["answers"][0];
        assert_eq!(said["numbers"], json!([number]), "{answer}");
        assert_eq!(said["statements"][0]["written"], written, "{answer}");
    }
}

#[test]
fn what_papers_of_two_provinces_say_of_a_decree_is_said_of_one() {
    let said = |province: &str| {
        format!(
            "ỦY BAN NHÂN DÂN TỈNH {province}\nSố: 3/2017/QĐ-UBND\n\nCăn cứ Nghị định số 177/2013/NĐ-CP được sửa đổi bởi Nghị định số 149/2016/NĐ-CP;\n"
        )
    };
    let place =
        Place::new(&[("corpus/a.txt", said("CAO BẰNG").as_bytes()), ("corpus/b.txt", said("LẠNG SƠN").as_bytes())]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    let answer = asked(&place, "ai sửa đổi Nghị định 177/2013/NĐ-CP");
    let answers = answer["answers"].as_array().cloned().unwrap_or_default();
    assert_eq!(answers.len(), 1, "{answer}");
    assert_eq!(answers[0]["province"], Value::Null, "{answer}");
    assert_eq!(answers[0]["numbers"], json!(["149/2016/NĐ-CP"]));
}
