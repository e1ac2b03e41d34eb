//! Arguments to what was typed, and to what is printed.

mod answers;
mod growth;

use super::*;
use crate::voice::verb_of;

#[test]
fn the_command_line_is_sound() {
    Cli::command().debug_assert();
}

#[test]
fn a_word_in_vietnamese_leads_to_a_verb() {
    for (word, verb) in
        [("tìm", "search"), ("tra cuu", "search"), ("lập-chỉ-mục", "index"), ("trợ giúp", "help"), ("xem", "show")]
    {
        assert_eq!(verb_of(word), Some(verb), "{word}");
        assert!(Cli::command().find_subcommand(verb).is_some(), "{verb}");
    }
    assert_eq!(verb_of("serch"), None);
    let behind = |verbs: &[&str], typed: &str| {
        let verbs: Vec<String> = verbs.iter().map(|verb| (*verb).to_owned()).collect();
        usage::unknown_verb(&Cli::command(), &verbs, typed)
    };
    let expected = "`serch` is not a verb: did you mean `search`? `tracuu --help` lists them";
    assert_eq!(behind(&[], "serch"), expected);
    let expected = "`documnt` is not a verb: did you mean `document`? `tracuu help inspect` lists them";
    assert_eq!(behind(&["inspect"], "documnt"), expected);
}

#[test]
fn options_stand_on_either_side_of_the_verb_and_of_the_query() {
    for line in [
        "t --json --index x search a -b --limit 3",
        "t search --limit 3 a --json -b --index x",
        "t search a --index=x -b --json --limit=3",
    ] {
        let typed: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let (cli, _) = parse(Cli::command(), &typed, None).expect(line);
        assert!(cli.json && cli.index.as_deref() == Some(Path::new("x")), "{line}");
        let Verb::Search(search) = cli.verb else { panic!("{line}") };
        assert_eq!((search.line(), search.limit), ("a -b".to_owned(), 3), "{line}");
    }
}
