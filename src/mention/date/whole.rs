//! A value that should be nothing but a time to the day or period that it names.

use crate::text::is_mark;

use super::find::find_in_query;
use super::mention::DateMention;
use crate::analysis::Analysis;

/// Words that say nothing beside a time, folded: `vào năm 1950`, `30/4 hằng năm`.
const IDLE: [&str; 11] = ["vao", "trong", "hom", "hang", "moi", "nam", "in", "on", "the", "every", "year"];

/// Signs that say nothing around a time.
const IDLE_SIGNS: [char; 9] = ['.', ',', ';', ':', '?', '!', '(', ')', '\''];

/// Why a value is no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoTime {
    /// It names none.
    Unnamed,
    /// Beside one it holds something else.
    Unread,
    /// It names a day of any year where one of a year is wanted.
    NoYear,
}

/// The day or period that `value` names as a whole; one that cannot be has a [fault](DateMention::fault).
pub fn read_whole(value: &str) -> Result<DateMention, NoTime> {
    let mut dates = find_in_query(value);
    dates.retain(DateMention::tells_time);
    match &dates[..] {
        [] => Err(NoTime::Unnamed),
        [date] if is_idle(&value[..date.range.start]) && is_idle(&value[date.range.end..]) => Ok(dates.swap_remove(0)),
        _ => Err(NoTime::Unread),
    }
}

/// Whether nothing beside a time changes what it means.
fn is_idle(text: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c.is_whitespace() || is_mark(c);
    !text.contains("..")
        && text.chars().all(|c| letter(c) || IDLE_SIGNS.contains(&c))
        && Analysis::of(text).words().all(|word| IDLE.contains(&word.folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_in_part_is_no_time() {
        let check = |value: &str, expected: Result<&str, NoTime>| {
            let got = read_whole(value).map(|date| value[date.range].to_owned());
            assert_eq!(got.as_deref().map_err(|no| *no), expected, "{value}");
        };
        check("1950", Ok("1950"));
        check(" vào năm 1950. ", Ok("năm 1950"));
        check("30/4 hằng năm", Ok("30/4"));
        check("1950..1960", Ok("1950..1960"));
        check("trước năm 1945", Ok("trước năm 1945"));
        check("1950 xyz", Err(NoTime::Unread));
        check("abc 1950", Err(NoTime::Unread));
        check("1950 1960", Err(NoTime::Unread));
        check("1950...", Err(NoTime::Unread));
        check("1950 +", Err(NoTime::Unread));
        check("1960..1950", Ok("1960..1950"));
        check("từ 1975 đến 1960", Ok("từ 1975 đến 1960"));
        check("sau ngày 30/4", Ok("sau ngày 30/4"));
        check("quý 5/1975", Ok("quý 5/1975"));
        check("xyz", Err(NoTime::Unnamed));
        check("", Err(NoTime::Unnamed));
    }
}
