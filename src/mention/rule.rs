//! Decisions as tables of named rules: the first that speaks decides, and its name is the reason that is told.

/// A rule of a table.
pub(crate) struct Rule<F> {
    /// The name of its function, by which tests and `inspect mentions --why` call it.
    pub(crate) name: &'static str,
    /// What it says, if anything.
    pub(crate) speaks: F,
}

/// What the first rule says that speaks, and its name; `ask` hands a rule what it judges.
pub(crate) fn first<F, V>(rules: &[Rule<F>], mut ask: impl FnMut(&F) -> Option<V>) -> Option<(V, &'static str)> {
    rules.iter().find_map(|rule| Some((ask(&rule.speaks)?, rule.name)))
}

/// The table of these functions in this order, each under its own name.
macro_rules! table_of_rules {
    ($($rule:ident),* $(,)?) => {
        &[$($crate::mention::rule::Rule { name: stringify!($rule), speaks: $rule }),*]
    };
}

pub(crate) use table_of_rules as rules;

/// Asserts that a text was judged as each row says (`words: verdict by rule, rule`), and that each rule of `table` but
/// those that only hand on was one of those that decided.
#[cfg(test)]
pub(crate) fn check<F>(
    table: &[Rule<F>],
    explain: impl Fn(&str) -> Vec<super::judged::Judged>,
    rows: &[(&str, &str)],
    hand_on: &[&str],
) {
    let told = |text: &str| -> Vec<String> {
        let line = |judged: super::judged::Judged| {
            let (words, verdict) = (&text[judged.range.clone()], judged.verdict);
            format!("{words}: {verdict} by {}", judged.rules.join(", "))
        };
        explain(text).into_iter().map(line).collect()
    };
    for (text, expected) in rows {
        let told = told(text);
        assert!(told.iter().any(|line| line == expected), "{text}\n  expected {expected}\n  found {told:#?}");
    }
    let decides = |name: &str| rows.iter().any(|(_, row)| row.split([' ', ',']).any(|word| word == name));
    let names = table.iter().map(|rule| rule.name).filter(|name| !hand_on.contains(name));
    let silent: Vec<&str> = names.filter(|name| !decides(name)).collect();
    assert!(silent.is_empty(), "no row is decided by {}", silent.join(", "));
    let long: Vec<&str> = table.iter().map(|rule| rule.name).filter(|name| name.len() > WIDEST).collect();
    assert!(long.is_empty(), "wider than the column of `inspect mentions`: {}", long.join(", "));
}

/// A name of a rule has no more letters.
#[cfg(test)]
const WIDEST: usize = 26;

#[cfg(test)]
mod tests {
    use super::*;

    fn is_even(n: u32) -> Option<&'static str> {
        n.is_multiple_of(2).then_some("even")
    }

    fn is_small(n: u32) -> Option<&'static str> {
        (n < 10).then_some("small")
    }

    #[test]
    fn the_first_that_speaks_decides() {
        type Says = fn(u32) -> Option<&'static str>;
        const RULES: &[Rule<Says>] = rules![is_even, is_small];
        let decided = |n| first(RULES, |speaks| speaks(n));
        assert_eq!(decided(4), Some(("even", "is_even")));
        assert_eq!(decided(5), Some(("small", "is_small")));
        assert_eq!(decided(15), None);
    }
}
