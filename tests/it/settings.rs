//! The file of settings to what holds where nothing is typed.

use std::fs;

use crate::support::{Place, Run, root};

/// A run with a file of settings that says this.
fn run(place: &Place, text: &str, arguments: &[&str]) -> Run {
    fs::write(place.path("tracuu.toml"), text).unwrap();
    Run::of(place.command(arguments).env("TRACUU_CONFIG", place.path("tracuu.toml")).output().unwrap())
}

#[test]
fn what_is_typed_comes_before_the_surroundings_and_these_before_the_file() {
    let place = Place::indexed();
    let file = "index = \"none\"\nlang = \"vi\"\n[search]\nlimit = 0\nsort = \"date\"\n[indexes]\noffice = \"index\"\n";
    let hits = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["--json"].iter().chain(arguments).copied().collect();
        run(&place, file, &arguments).json()[0]["hits"].as_array().unwrap().len()
    };
    assert_eq!(run(&place, file, &["search", "thang"]).code, Some(2));
    // a name of an index, of the option and of the variable
    assert_eq!(hits(&["--index", "office", "search", "thang"]), 0);
    assert!(hits(&["--index", "office", "search", "thang", "--limit", "3"]) > 0);
    let named = |variable: &str, value: &str, arguments: &[&str]| {
        let mut command = place.command(arguments);
        command.env("TRACUU_CONFIG", place.path("tracuu.toml")).env_remove("TRACUU_LANG").env(variable, value);
        Run::of(command.output().unwrap())
    };
    assert_eq!(named("TRACUU_INDEX", "office", &["search", "thang", "--limit=1"]).code, Some(0));
    assert!(named("X", "", &["search", "thang"]).err.contains("chưa có chỉ mục"));
    assert!(named("TRACUU_LANG", "en", &["search", "thang"]).err.contains("no index"));
    // and none where the variable names none
    assert_eq!(place.run(&["search", "thang"]).code, Some(0));
}

#[test]
fn where_each_setting_comes_from_is_told() {
    let place = Place::new(&[]);
    let file = "color = \"never\"\n[search]\nlimit = 20\nexact = true\n[serve]\ntoken-file = \"token\"\nallow-host = [\"a\", \"b\"]\n[indexes]\noffice = \"/srv/index\"\n";
    let told = run(&place, file, &["--index", "office", "status", "--settings", "--json"]).json().remove(0);
    let setting = |verb: Option<&str>, key: &str| {
        let found = told["settings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|each| each["verb"].as_str() == verb && each["key"] == key);
        found.map(|each| (each["values"].clone(), each["from"].clone(), each["line"].as_u64()))
    };
    let expect = |values: &[&str], from: &str, line: Option<u64>| Some((values.into(), from.into(), line));
    assert_eq!(setting(None, "index"), expect(&["office"], "option", None));
    assert_eq!(setting(None, "color"), expect(&["never"], "file", Some(1)));
    assert_eq!(setting(None, "lang"), expect(&["auto"], "built_in", None));
    assert_eq!(setting(Some("search"), "limit"), expect(&["20"], "file", Some(3)));
    assert_eq!(setting(Some("search"), "exact"), expect(&["true"], "file", Some(4)));
    assert_eq!(setting(Some("search"), "sort"), expect(&["relevance"], "built_in", None));
    assert_eq!(setting(Some("search"), "from"), None);
    assert_eq!(setting(Some("serve"), "allow-host"), expect(&["a", "b"], "file", Some(7)));
    let token = place.path("token").display().to_string();
    assert_eq!(setting(Some("serve"), "token-file"), expect(&[&token], "file", Some(6)));
    assert_eq!(told["indexes"]["office"], "/srv/index");
    let text = run(&place, file, &["status", "--settings"]).out;
    let path = place.path("tracuu.toml").display().to_string();
    assert!(text.contains(&format!("search --limit             20                   {path}:3\n")), "{text}");
    assert!(text.contains("--index office             /srv/index\n"), "{text}");
    assert!(text.contains("built in"), "{text}");
    let none = place.run(&["status", "--settings", "--json"]).json().remove(0);
    assert!(none["file"].is_null() && none["settings"].as_array().unwrap().len() > 5);
}

#[test]
fn what_makes_no_sense_is_told_with_its_line_and_what_is_meant() {
    let place = Place::indexed();
    let check = |text: &str, line: usize, said: &str| {
        let run = run(&place, text, &["search", "thang"]);
        let path = place.path("tracuu.toml").display().to_string();
        assert_eq!(run.code, Some(2), "{text}: {}", run.out);
        assert!(run.err.contains(&format!("{path}:{line}: ")) && run.err.contains(said), "{text}: {}", run.err);
    };
    check("[search]\nlimt = 3\n", 2, "--limit");
    check("\n[serch]\nlimit = 3\n", 3, "search");
    check("idnex = \"a\"\n", 1, "--index");
    check("[search]\n\nlimit = \"many\"\n", 3, "many");
    check("[search]\nsort = \"size\"\n", 2, "relevance");
    check("[search]\nexact = \"yes\"\n", 2, "--exact");
    check("[search]\nlimit = 1.5\n", 2, "limit");
    check("[search\n", 1, "TOML");
    check("[index]\nrebuild = true\n", 2, "`--rebuild` can only be typed");
    check("[index]\nbatch = \"x\"\n", 2, "no option `--batch`");
    check("[index]\nocr = true\n", 2, "--ocr");
    check("[inspect]\nx = 1\n", 2, "inspect");
    let told = run(&place, "[search]\nlimt = 3\n", &["--json", "search", "thang"]);
    assert!(told.json()[0]["error"].as_str().unwrap().contains(":2: "));
    // whatever only tells of the program does so all the same
    assert_eq!(run(&place, "[search]\nlimt = 3\n", &["help", "search"]).code, Some(0));
    assert_eq!(run(&place, "[search]\nlimt = 3\n", &["completions", "bash"]).code, Some(0));
    let missing = Run::of(place.command(&["search", "thang"]).env("TRACUU_CONFIG", "none.toml").output().unwrap());
    assert!(missing.code == Some(2) && missing.err.contains("none.toml"));
}

#[cfg(unix)]
#[test]
fn a_file_that_others_may_write_is_not_read() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::indexed();
    let with_mode = |mode: u32| {
        place.write("tracuu.toml", b"[search]\nlimit = 1\n");
        fs::set_permissions(place.path("tracuu.toml"), fs::Permissions::from_mode(mode)).unwrap();
        Run::of(place.command(&["search", "thang"]).env("TRACUU_CONFIG", "tracuu.toml").output().unwrap())
    };
    for mode in [0o600, 0o644, 0o640] {
        assert_eq!(with_mode(mode).code, Some(0), "{mode:o}");
    }
    for mode in [0o664, 0o646, 0o666] {
        let run = with_mode(mode);
        assert!(run.code == Some(2) && run.err.contains("chmod go-w"), "{mode:o}: {}", run.err);
    }
}

#[test]
fn the_file_of_the_user_is_found() {
    let place = Place::indexed();
    fs::create_dir_all(place.path("home/.config/tracuu")).unwrap();
    fs::create_dir_all(place.path("other/tracuu")).unwrap();
    place.write("home/.config/tracuu/tracuu.toml", b"[search]\nlimit = 11\n");
    place.write("other/tracuu/tracuu.toml", b"[search]\nlimit = 12\n");
    let limit = |variables: &[(&str, &str)]| {
        let mut command = place.command(&["status", "--settings"]);
        command.env_remove("TRACUU_CONFIG").env_remove("XDG_CONFIG_HOME").env("HOME", place.path("home"));
        for (name, folder) in variables {
            command.env(name, place.path(folder));
        }
        let told = Run::of(command.output().unwrap()).out;
        let line = told.lines().find(|line| line.starts_with("search --limit ")).unwrap().to_owned();
        line.split_whitespace().nth(2).unwrap().to_owned()
    };
    assert_eq!(limit(&[]), "11");
    assert_eq!(limit(&[("XDG_CONFIG_HOME", "other")]), "12");
    assert_eq!(limit(&[("XDG_CONFIG_HOME", "other"), ("TRACUU_CONFIG", "home/.config/tracuu/tracuu.toml")]), "11");
}

#[test]
fn the_files_that_are_shown_and_shipped_are_read() {
    let place = Place::new(&[]);
    let blocks = ["docs/settings.md", "docs/vi/settings.md"].map(|page| {
        let text = fs::read_to_string(root().join(page)).unwrap();
        let block = text.split_once("```toml\n").and_then(|(_, rest)| rest.split_once("```"));
        block.expect("it shows a file").0.to_owned()
    });
    let shipped = fs::read_to_string(root().join("contrib/debian/tracuu.toml")).unwrap();
    for file in blocks.iter().chain([&shipped]) {
        let told = run(&place, file, &["status", "--settings"]);
        assert!(told.code == Some(0) && told.out.contains("tracuu.toml:"), "{file}: {}", told.err);
    }
}
