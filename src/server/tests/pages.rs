//! Pages are whole, in the language that is wanted, and say nothing of the machine.

use super::{PLAN, Site};

#[test]
fn every_page_answers_and_says_nothing_of_the_machine() {
    let site = Site::new();
    let place = site.path().to_str().expect("UTF-8").to_owned();
    for path in [
        "/",
        "/search",
        "/search?q=do+van+thang",
        "/search?q=142/kh-ldld&lang=en",
        "/search?q=%22kh%C3%B4ng+c%C3%B3+%C4%91%C3%A2u",
        "/search?in=papers/&from=2021&to=2021",
        "/search?q=mai&sort=date&per_document=true&exact=true&offset=5",
        "/doc/papers/tin.txt?q=thang&from=2",
        "/doc?id=papers/tin.txt",
        "/doc/tin.txt",
        "/number/142/KH-L%C4%90L%C4%90",
        "/number/142?limit=1",
        "/numbers?type=KH&issuer=&from=2021&to=",
        "/person/%C4%90%E1%BB%97%20V%C4%83n%20Th%E1%BA%AFng",
        "/people?role=th%C6%B0+k%C3%BD&sort=name",
        "/timeline?q=mai&type=congress&from=1950&to=1970",
        "/timeline",
        "/check",
        "/check?lang=en",
        "/status?lang=en",
        "/help?lang=vi",
        "/search.csv?q=mai",
        "/numbers.csv",
        "/people.csv?lang=en",
        "/timeline.csv",
        "/suggest?q=do",
        "/healthz",
        "/readyz",
        "/metrics",
        "/openapi.json",
        "/robots.txt",
        "/favicon.ico",
    ] {
        let answered = site.get(path);
        assert_eq!(answered.status, 200, "{path}: {}", answered.body);
        assert!(!answered.body.contains(&place), "{path} tells where the files lie");
        assert!(answered.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert!(!answered.header("content-security-policy").contains("unsafe"), "{path}");
        assert_eq!(answered.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answered.header("referrer-policy"), "no-referrer", "{path}");
        let is_inline = answered.body.contains(" style=") || answered.body.contains(" onclick=");
        assert!(!is_inline, "{path} has what the policy of browsers forbids");
    }
}

#[test]
fn tables_have_the_columns_of_the_command_line() {
    let site = Site::new();
    let rows = |path: &str| {
        let table = site.get(path).body;
        let table = table.strip_prefix('\u{FEFF}').expect("a mark for spreadsheets").to_owned();
        table.split("\r\n").map(str::to_owned).collect::<Vec<_>>()
    };
    let search = rows("/search.csv?q=do+van+thang");
    assert_eq!(search[0], "rank,score,doc,file,title,section,first_line,last_line,line,page,people,dates,numbers,text");
    assert!(search[1].starts_with("1,") && search[1].contains(",papers/ke-hoach-142.txt,"), "{search:?}");
    let numbers = rows("/numbers.csv");
    assert_eq!(numbers[0], "canonical,written,year,type,issuer,province,issued,subject,passages,held");
    assert!(numbers[1].starts_with("142/KH-LĐLĐ,142/KH-LĐLĐ,,KH,LĐLĐ,Cao Bằng,2021-04-23,"), "{numbers:?}");
    let people = rows("/people.csv");
    assert_eq!(people[0], "name,spellings,similar,offices,passages");
    assert!(people[1].starts_with("Đỗ Văn Thắng,"), "{people:?}");
    let timeline = rows("/timeline.csv");
    assert_eq!(timeline[0], "type,from,to,day,inferred,doc,line,text,people,places,numbers");
    assert!(timeline[1].starts_with("congress,1960-03-24,1960-03-28,"), "{timeline:?}");
}

#[test]
fn a_hit_leads_to_its_line_and_its_people() {
    let site = Site::new();
    let body = site.get("/search?q=do+van+thang").body;
    assert!(body.contains("<mark>Đỗ Văn Thắng</mark>"), "{body}");
    assert!(body.contains("/doc/papers/ke-hoach-142.txt?q=do%20van%20thang#L8"), "{body}");
    assert!(body.contains("/person/L%C3%B2%20Th%E1%BB%8B%20Mai"), "{body}");
    assert!(body.contains("/number/142/KH-L%C4%90L%C4%90"), "{body}");
    let document = site.get("/doc/papers/ke-hoach-142.txt?q=do+van+thang").body;
    assert!(document.contains("<mark id=\"m2\">Đỗ Văn Thắng</mark></a>"), "{document}");
    assert!(document.contains("id=\"L8\""), "{document}");
    assert!(document.contains("href=\"#m2\""), "{document}");
}

#[test]
fn pages_speak_the_language_that_is_wanted() {
    let site = Site::new();
    let check = |path: &str, accept: &str, expected: &str| {
        let headers: &[(&str, &str)] = &[("accept-language", accept)];
        let body = site.ask("GET", path, headers, "").body;
        assert!(body.contains(&format!("<html lang=\"{expected}\">")), "{path} {accept}");
    };
    check("/", "", "vi");
    check("/", "en-GB,en;q=0.9", "en");
    check("/", "en;q=0.4,vi;q=0.8", "vi");
    check("/", "fr", "vi");
    check("/", "*", "vi");
    check("/?lang=vi", "en", "vi");
    check("/?lang=en", "vi", "en");
    check("/nothing?lang=en", "vi", "en");
    let body = site.get("/search?q=mai&lang=en").body;
    assert!(body.contains("/doc/papers/tin.txt?q=mai&#38;lang=en#"), "{body}");
    assert!(body.contains("<input type=\"hidden\" name=\"lang\" value=\"en\">"), "{body}");
}

#[test]
fn a_page_of_ten_hits_is_small() {
    let papers: Vec<(String, String)> =
        (0..40).map(|at| (format!("{at}.txt"), PLAN.replace("142", &at.to_string()))).collect();
    let papers: Vec<(&str, &str)> = papers.iter().map(|(name, text)| (&**name, &**text)).collect();
    let body = Site::of(&papers).get("/search?q=li%C3%AAn+%C4%91o%C3%A0n+lao+%C4%91%E1%BB%99ng").body;
    assert!(body.len() <= 30 << 10, "{} bytes", body.len());
}

#[test]
fn what_is_not_there_is_told_as_a_page() {
    let site = Site::new();
    for (path, status) in [
        ("/doc/no-such-paper.txt", 404),
        ("/number/abc", 404),
        ("/number/999/KH-UBND", 404),
        ("/person/Nguy%E1%BB%85n%20Kh%C3%B4ng%20Ai", 404),
        ("/nothing", 404),
        ("/static/x.css", 404),
        ("/search?q=a&x=1", 400),
        ("/file/papers/tin.txt", 404),
        ("/doc/%FF", 404),
    ] {
        let answered = site.get(path);
        assert_eq!(answered.status, status, "{path}");
        assert!(answered.body.starts_with("<!doctype html>"), "{path}: {}", answered.body);
        assert!(answered.body.contains("<h1>"), "{path}: {}", answered.body);
    }
}

#[test]
fn originals_are_handed_out_only_unchanged_and_on_demand() {
    let files = [("ke-hoach-142.txt", PLAN), ("hai.jsonl", "{\"id\": \"x\", \"text\": \"một hai\"}\n")];
    let site = Site::with(&files, |options| options.serves_files = true);
    let original = site.get("/file/papers/ke-hoach-142.txt");
    assert_eq!((original.status, &*original.body), (200, PLAN));
    assert_eq!(original.header("content-disposition"), "attachment; filename*=UTF-8''ke%2Dhoach%2D142%2Etxt");
    assert_eq!(original.header("content-type"), "application/octet-stream");
    assert!(original.header("content-security-policy").contains("sandbox"));
    assert_eq!(
        site.get("/file/papers/ke-hoach-142.txt?inline=true").header("content-type"),
        "application/octet-stream"
    );
    for path in [
        "/file/x",
        "/file/papers/hai.jsonl",
        "/file/ke-hoach-142.txt",
        "/file/../../etc/passwd",
        "/file/papers/../papers/ke-hoach-142.txt",
    ] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
    std::fs::write(site.path().join("papers/ke-hoach-142.txt"), "khác").expect("written");
    assert_eq!(site.get("/file/papers/ke-hoach-142.txt").status, 409);
}
