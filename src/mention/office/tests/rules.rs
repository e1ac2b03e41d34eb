//! Rows of the rules that tell from when to when an office was held.

use crate::mention::judged::Judged;
use crate::mention::office::term;
use crate::mention::rule::check;

fn judged(text: &str) -> Vec<Judged> {
    crate::mention::explain(text, None)
}

#[test]
fn when_an_office_was_held() {
    let rows = &[
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\nBộ trưởng Bộ Nông trường | |\n| Nhiệm kỳ | 1960 – 1970 |",
            "Bộ trưởng Bộ Nông trường: term by office_above_its_term, term_in_row_below",
        ),
        ("Bí thư Lò Văn Én (2015-2020) chủ trì.", "Bí thư: beside by office_beside_name, years_behind_name"),
        (
            "Ông Lò Văn Én trở thành Bí thư Huyện ủy năm 1958.",
            "Bí thư Huyện ủy: taken by office_beside_name, time_behind_office",
        ),
        (
            "Ông Lò Văn Én được bầu làm Bí thư tại Đại hội II của Hội năm 1951.",
            "Bí thư: taken by office_beside_name, gathering_behind_office",
        ),
        (
            "- Lò Văn Én, Chủ tịch, bầu tháng 6/2008, bầu lại tháng 3/2013, nghỉ đầu năm 2016.",
            "Chủ tịch: beside by office_beside_name, elected_again_and_left",
        ),
        (
            "Năm 1958, ông Lò Văn Én làm Bí thư Huyện ủy.",
            "Bí thư Huyện ủy: taken by office_beside_name, time_before_verb",
        ),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\n- 1958 - 1963: Bí thư Huyện ủy\n- 04/1970 đến nay: Chủ tịch Hội",
            "Bí thư Huyện ủy: line by line_of_a_career, time_of_the_line",
        ),
        (
            "Tháng 5/1964, Đại hội lần thứ II họp tại xã. Đồng chí Ba được bầu làm Bí thư.",
            "Bí thư: taken by office_beside_name, day_of_the_gathering",
        ),
    ];
    check(term::RULES, judged, rows, &[]);
}
