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
fn in_order_of_time_stands_what_holds_the_query() {
    let place = indexed();
    let check = |arguments: &[&str], expected: &[&str]| assert_eq!(found(&place, arguments), expected, "{arguments:?}");
    // neither those that hold but one of the words, nor those in order of fit
    check(&["xưởng gạch", "--sort", "date"], &["lo", "truoc", "le"]);
    check(&["công đoàn mỏ", "--sort", "date"], &["the-ky", "nam", "ngay"]);
    // nothing holds both: what holds most
    check(&["lán phố chợ", "--sort", "date"], &["co"]);
    // a time is no word that is to be held
    check(&["1947", "--sort", "date"], &["the-ky", "nam", "ngay"]);
    check(&["trước năm 1945", "--sort", "date"], &["the-ky", "lo", "truoc"]);
    check(&["công đoàn tháng 4/1947", "--sort", "date"], &["the-ky", "nam", "ngay"]);
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

#[test]
fn two_dots_are_a_period_everywhere() {
    let place = indexed();
    let check = |arguments: &[&str], expected: &[&str]| {
        let mut found = found(&place, arguments);
        found.sort();
        assert_eq!(found, expected, "{arguments:?}");
    };
    check(&["--date", "1938..1940"], &["lo", "the-ky"]);
    check(&["thợ", "ngày:1946..4/1947"], &["nam", "ngay"]);
    check(&["thợ", "ngày:1946", "..", "4/1947"], &["nam", "ngay"]);
    check(&["--date", "28/4..2/5"], &["co", "le"]);
    check(&["--date", "1/1/2020.."], &["bien-ban", "do-dac"]);
    check(&["phố", "--date", "..1975"], &["co"]);
    let timeline = |arguments: &[&str]| ask(&place, &[&["timeline"], arguments].concat()).json().remove(0);
    assert_eq!(timeline(&["--from", "1975..1980"])["moments"], timeline(&["--from", "1975"])["moments"]);
    assert_eq!(timeline(&["--to", "1938..1947"])["moments"], timeline(&["--to", "1947"])["moments"]);
}

#[test]
fn what_is_no_time_as_a_whole_is_told_or_refused() {
    let place = indexed();
    for (value, told) in [("1947 xyz", "is not understood as one time"), ("1960..1947", "ends before it begins")] {
        let notices = ask(&place, &["search", &format!("ngày:\"{value}\"")]).json().remove(0)["notices"].to_string();
        assert!(notices.contains(told), "{value}: {notices}");
        // as an option it is refused where it is no time, and told where it is one that cannot be
        let run = ask(&place, &["search", "--date", value]);
        let (is_time, answer) = (value.contains(".."), run.json().remove(0));
        let said = answer[if is_time { "notices" } else { "error" }].to_string();
        assert!((run.code != Some(2)) == is_time && said.contains(told), "{value}: {answer}");
        for (verb, option) in [("search", "--from"), ("timeline", "--to"), ("people", "--from")] {
            let run = ask(&place, &[verb, option, value]);
            let error = run.json().remove(0)["error"].to_string();
            assert!(run.code == Some(2) && error.contains(told), "{verb} {option} {value}: {error}");
        }
    }
    for verb in [&["search", "xưởng"][..], &["search"], &["timeline"], &["people"], &["number", "--list"]] {
        let run = ask(&place, &[verb, &["--from", "1960", "--to", "1947"]].concat());
        let error = run.json().remove(0)["error"].to_string();
        assert!(run.code == Some(2) && error.contains("ends before it begins"), "{verb:?}: {error}");
    }
}

#[test]
fn a_day_without_a_year_is_one_however_it_is_written() {
    let place = indexed();
    let answer = |query: &str| ask(&place, &["search", query]).json().remove(0);
    for query in ["30/4", "30 tháng 4", "ngày:30/4"] {
        let answer = answer(query);
        assert_eq!((&answer["total"], answer["notices"].to_string()), (&2.into(), "[]".to_owned()), "{query}");
        for hit in answer["hits"].as_array().unwrap() {
            assert_eq!(hit["highlights"].as_array().map(Vec::len), Some(1), "{query}: {hit}");
        }
    }
    for query in ["2/9", "2 tháng 9", "ngày:2/9"] {
        let answer = answer(query);
        assert!(answer["total"] == 0 && answer["notices"].to_string().contains("no passage names 2"), "{query}");
    }
    let notices = answer("1930..1948 ngày:1930..1948")["notices"].to_string();
    assert_eq!(notices, "[]");
    let notices = answer("1976..1978")["notices"].to_string();
    assert!(notices.contains("only times that overlap it"), "{notices}");
    let notices = answer("ngày:31/3/2021 ngày:31/2/2021")["notices"].to_string();
    assert_eq!(notices.matches("31/2/2021").count(), 1, "{notices}");
}

/// The lines of a timeline as a terminal has them, without their documents.
fn moments(place: &Place, arguments: &[&str]) -> Vec<String> {
    let out = place.run(&[&["timeline"], arguments].concat()).out;
    let shown = out.lines().filter(|line| line.contains("corpus/"));
    shown.map(|line| line.split("  ").next().unwrap().to_owned()).collect()
}

#[test]
fn a_timeline_tells_of_all_words_and_the_times_of_its_query() {
    let place = Place::new(&[
        ("corpus/a.txt", "Ngày 5/6/1960, công đoàn mỏ họp.\n\nNăm 1971, công đoàn mỏ lập tổ.".as_bytes()),
        ("corpus/b.txt", "Ngày 7/8/1960, mỏ thay máy.".as_bytes()),
        ("corpus/c.txt", "Trước năm 1945, phố có hai lò.".as_bytes()),
        ("corpus/d.txt", "Sau 1975, phố mở thêm lò.".as_bytes()),
        ("corpus/e.txt", "Từ năm 1960 đến nay, lò vẫn cháy.".as_bytes()),
        ("corpus/f.txt", "Ngày 31/2/1938 kiểm kê lò.\n\nDịp 30/4 lò nghỉ.".as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let check =
        |arguments: &[&str], expected: &[&str]| assert_eq!(moments(&place, arguments), expected, "{arguments:?}");
    check(&["công đoàn 1960"], &["1960-06-05"]);
    check(&["cong doan"], &["1960-06-05", "1971"]);
    check(&["mỏ 1960"], &["1960-06-05", "1960-08-07"]);
    check(&["mỏ 1960", "--from", "1950", "--to", "1980"], &["1960-06-05", "1960-08-07"]);
    check(&["mỏ 1960", "--from", "1/8/1960"], &["1960-08-07"]);
    check(&["mỏ", "--from", "1961", "--to", "2000"], &["1971"]);
    check(&["lò trước năm 1945"], &["1938-02 (written with a day that does not exist)", "..1944-12-31"]);
    check(&["lò trước năm 1944"], &["1938-02 (written with a day that does not exist)"]);
    check(&["lò sau năm 1970"], &["1960-01-01..", "1976-01-01.."]);
    check(&["lò 30/4"], &["--04-30"]);
    check(&["--from", "1945", "--to", "1945"], &[]);
    // what began before is not told of anew
    check(&["--from", "1975", "--to", "1975"], &[]);
    check(&["--from", "1960", "--to", "1960"], &["1960-01-01..", "1960-06-05", "1960-08-07"]);
    let answer = ask(&place, &["timeline", "phố công đoàn"]).json().remove(0);
    assert_eq!(answer["moments"].as_array().map(Vec::len), Some(0));
    assert!(answer["notices"].to_string().contains("no passage holds all words"), "{answer}");
    let answer = ask(&place, &["timeline"]).json().remove(0);
    let counts = serde_json::json!({"1938": 1, "1960": 2, "1971": 1});
    assert_eq!(answer["counts"], counts, "{answer}");
    let first = &answer["moments"][0];
    assert_eq!((&first["valid"], &first["from"]), (&false.into(), &"1938-02-28".into()), "{first}");
}

#[test]
fn what_a_text_bounds_by_a_year_is_not_of_that_year() {
    let place = indexed();
    let check = |query: &str, expected: &[&str]| assert_eq!(found(&place, &[query]), expected, "{query}");
    check("ngày:1945", &["the-ky"]);
    check("ngày:\"trước năm 1950\"", &["ngay", "nam", "lo", "truoc", "the-ky"]);
    let answer = ask(&place, &["search", "gạch trước năm 1945"]).json().remove(0);
    let date = &answer["hits"][0]["dates"][0];
    assert_eq!((&date["bound"], &date["from"]), (&"before".into(), &"1945-01-01".into()), "{answer}");
    let answer = ask(&place, &["search", "kiểm kê 31/2/2020"]).json().remove(0);
    assert_eq!(answer["hits"][0]["dates"][0]["valid"], false, "{answer}");
    assert_eq!(answer["reading"]["dates"][0]["valid"], false, "{answer}");
    let line = ask(&place, &["extract", "corpus/truoc.txt", "--kind", "date"]).json().remove(0);
    assert_eq!((&line["value"]["bound"], &line["value"]["to"]), (&"before".into(), &"1945-12-31".into()), "{line}");
}

#[test]
fn what_cannot_be_is_told_once_wherever_it_is_typed() {
    let place = indexed();
    for (typed, told) in [
        ("từ 1975 đến 1960", "từ 1975 đến 1960 ends before it begins"),
        ("tháng 13/2020", "tháng 13/2020 is no month of the calendar"),
        ("quý 5/1975", "quý 5/1975 is no quarter of the calendar"),
        ("30/2", "30/2 is no day of the calendar"),
        ("sau ngày 30/4", "sau ngày 30/4 has no year"),
    ] {
        let filter = format!("ngày:\"{typed}\"");
        for arguments in [&[typed][..], &["xưởng", typed], &["xưởng", &filter], &["xưởng", "--date", typed]] {
            let answer = ask(&place, &[&["search"], arguments].concat()).json().remove(0);
            let notices = answer["notices"].as_array().unwrap();
            assert!(notices.len() == 1 && notices[0].as_str().unwrap().starts_with(told), "{arguments:?}: {notices:?}");
        }
        let error = ask(&place, &["search", "--to", typed]).json().remove(0)["error"].to_string();
        assert!(error.contains(told), "{error}");
    }
    let notices = ask(&place, &["search", "mỏ cho đến năm 1960"]).json().remove(0)["notices"].to_string();
    assert!(!notices.contains("searched as"), "{notices}");
}

#[test]
fn a_timeline_is_of_all_passages_that_hold_the_words() {
    let mut documents: Vec<(String, String)> = Vec::new();
    for n in 0..700 {
        let text = match n % 3 {
            0 => format!("Năm {}, thợ mỏ làm ca đêm, thợ mỏ nghỉ ca ngày.", 1200 + n),
            1 => format!("Năm {}, xưởng cưa mở thêm lò, xưởng cưa bán gỗ.", 1200 + n),
            _ => format!("Năm {}, tàu chở muối, tàu về bến.", 1200 + n),
        };
        documents.push((format!("corpus/{n}.txt"), text));
    }
    let held =
        "Thợ bến sông rất đông. ".repeat(60) + "Năm 1912, ông Lê Văn Bá theo Công văn số 77/CV-KB dựng cầu. Mỏ mở.";
    documents.push(("corpus/tau.txt".to_owned(), held + " Xưởng có tàu."));
    let filler = "Nước sông lên cao rồi lại xuống. ".repeat(60);
    let below = format!("# Tàu của thợ mỏ xưởng cưa\n\nNăm 1913, đắp đập. {filler}\n\n{filler} Năm 1914, dựng kè.\n");
    documents.push(("corpus/ke.md".to_owned(), below));
    let files: Vec<(&str, &[u8])> = documents.iter().map(|(name, text)| (&**name, text.as_bytes())).collect();
    let place = Place::new(&files);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let moments = |arguments: &[&str]| {
        let answer = ask(&place, &[&["timeline"], arguments].concat()).json().remove(0);
        assert_eq!(answer["notices"], serde_json::json!([]), "{arguments:?}");
        answer["moments"].as_array().unwrap().clone()
    };
    let years = |arguments: &[&str]| -> Vec<String> {
        moments(arguments).iter().map(|moment| moment["from"].as_str().unwrap()[..4].to_owned()).collect()
    };
    assert_eq!(years(&["thợ", "mỏ", "xưởng", "tàu"]), ["1912", "1913", "1914"]);
    assert_eq!(years(&["tho mo xuong tau"]), ["1912", "1913", "1914"]);
    assert_eq!(years(&["thợ mỏ xưởng tàu in:tau.txt"]), ["1912"]);
    assert_eq!(years(&["thợ mỏ xưởng tàu -in:tau.txt"]), ["1913", "1914"]);
    assert_eq!(years(&["thợ mỏ xưởng tàu", "--from", "1914"]), ["1914"]);
    assert_eq!(years(&["thợ mỏ xưởng tàu -\"đắp đập\""]), ["1912", "1914"]);
    assert!(years(&["\"thợ mỏ\"", "--limit", "1000"]).len() >= 234);
    let told = &moments(&["thợ mỏ xưởng tàu", "--to", "1912"])[0];
    assert_eq!(
        (&told["people"], &told["numbers"]),
        (&serde_json::json!(["Lê Văn Bá"]), &serde_json::json!(["77/CV-KB"]))
    );
}

#[test]
fn a_timeline_of_a_time_that_cannot_be_is_empty() {
    let place = indexed();
    for query in ["1970..1960", "1960-13-01", "32/1/1960", "quý 5/1975", "tháng 13/2020", "thợ 1960-13-01"] {
        let run = ask(&place, &["timeline", query]);
        let answer = run.json().remove(0);
        assert_eq!((run.code, &answer["moments"]), (Some(1), &serde_json::json!([])), "{query}");
        assert_eq!(answer["notices"].as_array().unwrap().len(), 1, "{query}: {answer}");
    }
}

#[test]
fn a_time_alone_goes_through_the_index_of_times() {
    let place = Place::new(&[]);
    for number in 0..40 {
        place.write(
            &format!("corpus/{number:02}.txt"),
            format!("Tin số {number} của năm {}.\n", 1940 + number).as_bytes(),
        );
    }
    assert_eq!(place.run(&["index"]).code, Some(0));
    let moments = |arguments: &[&str]| ask(&place, arguments).json().remove(0)["moments"].clone();
    let asked = moments(&["timeline", "1975"]);
    assert_eq!(asked, moments(&["timeline", "--from", "1975", "--to", "1975"]));
    assert_eq!(asked.as_array().unwrap().len(), 1, "{asked}");
}
