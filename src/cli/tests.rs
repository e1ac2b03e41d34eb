//! Arguments to what was typed, and to what is printed.

mod answers;
mod growth;

use super::*;

#[test]
fn the_command_line_is_sound() {
    Cli::command().debug_assert();
}

#[test]
fn options_stand_on_either_side_of_the_verb_and_of_the_query() {
    for line in [
        "t --json --index x search a -b --limit 3",
        "t search --limit 3 a --json -b --index x",
        "t search a --index=x -b --json --limit=3",
    ] {
        let typed: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let cli = parse(&typed).expect(line);
        assert!(cli.json && cli.index.as_deref() == Some(Path::new("x")), "{line}");
        let Verb::Search(search) = cli.verb else { panic!("{line}") };
        assert_eq!((search.line(), search.limit), ("a -b".to_owned(), 3), "{line}");
    }
}
