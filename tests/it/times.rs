//! Times in queries and filters: what is found first, what is told, what is refused.

use crate::support::{Place, Run};

/// Documents of one line each, with their names.
const DOCUMENTS: [(&str, &str); 9] = [
    ("ngay", "Ngày 4/4/1947, công đoàn mỏ Tà Sa họp ở hang Đán, bàn việc chung của thợ."),
    ("nam", "Năm 1947, công đoàn mỏ Tà Sa có ba chục thợ, công đoàn họp mỗi tháng."),
    ("the-ky", "Thế kỷ XX, công đoàn mỏ lớn lên, công đoàn mỏ Tà Sa và công đoàn mỏ khác cùng họp."),
    ("le", "Dịp 30/4, xưởng gạch nghỉ một ngày."),
    ("co", "Ngày 30/4/1975, phố chợ treo cờ."),
    ("truoc", "Xưởng gạch có từ trước năm 1945, thợ ở lán."),
    ("lo", "Năm 1938, xưởng gạch đắp lò đầu tiên."),
    ("bien-ban", "Biên bản ghi ngày 31/2/2020 xưởng kiểm kê."),
    ("do-dac", "Ngày 29/2/2020 xưởng đo đạc đất bãi."),
];

fn indexed() -> Place {
    let names: Vec<String> = DOCUMENTS.iter().map(|(name, _)| format!("corpus/{name}.txt")).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().zip(DOCUMENTS).map(|(name, (_, text))| (&**name, text.as_bytes())).collect();
    let place = Place::new(&files);
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

fn ask(place: &Place, arguments: &[&str]) -> Run {
    place.run(&[&["--json"], arguments].concat())
}

/// The names of the documents that are found, best first.
fn found(place: &Place, arguments: &[&str]) -> Vec<String> {
    let answer = ask(place, &[&["search"], arguments].concat()).json().remove(0);
    let doc = |hit: &serde_json::Value| {
        let doc = hit["doc"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        doc.trim_end_matches(".txt").to_owned()
    };
    answer["hits"].as_array().unwrap().iter().map(doc).collect()
}

#[test]
fn the_closest_time_stands_first() {
    let place = indexed();
    let check = |arguments: &[&str], expected: &[&str]| assert_eq!(found(&place, arguments), expected, "{arguments:?}");
    check(&["ngày:4/4/1947"], &["ngay", "nam", "the-ky"]);
    check(&["công đoàn", "--date", "4/4/1947"], &["ngay", "nam", "the-ky"]);
    check(&["công đoàn ngày:1947"], &["nam", "ngay", "the-ky"]);
    check(&["--from", "1/4/1947", "--to", "30/4/1947"], &["ngay", "nam", "the-ky"]);
    check(&["--date", "30/4"], &["co", "le"]);
    check(&["ngày:30-4 phố chợ"], &["co"]);
    check(&["ngày 30 tháng 4"], &["co", "le"]);
    check(&["30 tháng 4"], &["co", "le"]);
    check(&["ngày:\"April 30\""], &["co", "le"]);
    check(&["ngày:\"trước năm 1945\""], &["truoc", "lo", "the-ky"]);
    check(&["ngày:\"before 1945\""], &["truoc", "lo", "the-ky"]);
    check(&["xưởng ngày:\"since 1975\""], &["do-dac", "bien-ban"]);
    check(&["ngày:\"sau 1975\" phố"], &[]);
    check(&["ngày:\"từ 1975\" phố"], &["co"]);
    check(&["ngày:\"đến 1938\" lò"], &["lo"]);
}

#[test]
fn a_day_of_no_calendar_is_told_everywhere() {
    let place = indexed();
    let told = "31/2/2020 is no day of the calendar";
    for arguments in [&["31/2/2020"][..], &["ngày:31/2/2020"], &["--date", "31/2/2020"]] {
        let run = ask(&place, &[&["search"], arguments].concat());
        let notices = run.json().remove(0)["notices"].to_string();
        assert!(notices.contains(told), "{arguments:?}: {notices}");
        assert_eq!(found(&place, arguments), ["bien-ban"], "{arguments:?}");
    }
    for verb in ["search", "timeline", "people", "number"] {
        for option in ["--from", "--to"] {
            let run = ask(&place, &[verb, option, "31/2/2020"]);
            let error = run.json().remove(0)["error"].to_string();
            assert!(run.code == Some(2) && error.contains(told), "{verb} {option}: {error}");
        }
    }
    let error = ask(&place, &["search", "--from", "30/4"]).json().remove(0)["error"].to_string();
    assert!(error.contains("30/4 has no year"), "{error}");
}
