//! What holds for dates of any text.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

#[test]
fn hostile_text_takes_linear_time() {
    for piece in
        ["1", "1 ", "1/", "1, ", "năm ", "A", ", ", "ngày 1, ", "từ ", "(", "tháng ", "ngày 1/1 ", "- ", "1/1/", "\n1"]
    {
        let text = piece.repeat(200_000 / piece.len());
        let _ = find(&text, &[], None);
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One way of writing a day.
fn written(form: usize, date: Date) -> String {
    let (y, m, d) = (date.year(), date.month(), date.day());
    match form {
        0 => format!("ngày {d} tháng {m} năm {y:04}"),
        1 => format!("{d}/{m}/{y:04}"),
        2 => format!("ngày {d:02}-{m:02}-{y:04}"),
        3 => format!("{d}.{m}.{y:04}"),
        4 => format!("{y:04}-{m:02}-{d:02}"),
        5 => format!("Ngày {d}/{m}/{y:04}"),
        6 => format!("{d} tháng {m} năm {y:04}"),
        7 => format!("ngày {d}/{m} năm {y:04}"),
        8 => format!("ngày {d} tháng {m}/{y:04}"),
        9 => format!("ngày{d} tháng{m} năm{y:04}"),
        10 => format!("{} {d}, {y:04}", MONTHS[m as usize - 1]),
        _ => format!("{d} {} {y:04}", MONTHS[m as usize - 1]),
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (1i16..=9999, 1i8..=12, 1i8..=31).prop_map(|(y, m, d)| {
        Date::new(y, m, 1).map(|first| Date::new(y, m, d).unwrap_or(first.last_of_month())).expect("a day")
    })
}

fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "ngày",
        "tháng",
        "năm",
        "quý",
        "từ",
        "đến",
        "và",
        "cuối",
        "đầu",
        "1",
        "12",
        "31",
        "1945",
        "2020",
        "/",
        "-",
        "–",
        ".",
        ",",
        "(",
        ")",
        " ",
        " ",
        " ",
        "\n",
        "nay",
        "nhiệm kỳ",
        "giai đoạn",
        "thế kỷ",
        "XIX",
        "những năm",
        "60",
        "tư",
        "mười",
        "mùng",
        "Tết",
        "tháng Giêng",
        "May",
        "20th",
        "2020s",
        "term",
        "hằng năm",
        "xã",
        "in",
        "by",
        "from",
        "to",
        "now",
        "hiện nay",
        "mùa",
        "xuân",
        "0",
        "99",
        "9999",
        "cùng năm",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| {
        pieces.iter().fold(String::new(), |text, piece| {
            let glued = piece.chars().all(|c| !c.is_alphabetic()) || text.ends_with([' ', '/', '-', '(', '.']);
            if glued { text + piece } else { text + " " + piece }
        })
    })
}

fn obeys_the_law(text: &str, mentions: &[DateMention]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for mention in mentions {
        prop_assert!(
            mention.range.start >= end && mention.range.start < mention.range.end,
            "{:?} in {:?}",
            mention,
            text
        );
        prop_assert!(text.get(mention.range.clone()).is_some(), "{:?} in {:?}", mention, text);
        if let (Some(from), Some(to)) = (mention.from, mention.to) {
            prop_assert!(from <= to, "{:?} in {:?}", mention, text);
        }
        prop_assert!(mention.tells_time() || mention.lunar || mention.from.is_none());
        end = mention.range.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_day_reads_back_in_every_form(date in any_date(), form in 0usize..12) {
        let text = format!("Họp {}, ở xã", written(form, date));
        let mentions = find(&text, &[], None).0;
        prop_assert_eq!(mentions.len(), 1, "{}", text);
        prop_assert_eq!((mentions[0].from, mentions[0].to), (Some(date), Some(date)), "{}", text);
        prop_assert!(mentions[0].valid && !mentions[0].inferred && mentions[0].grain == Grain::Day);
        prop_assert_eq!(&find_in_query(&written(form, date))[0].from, &Some(date), "{}", text);
    }

    #[test]
    fn two_days_read_back_as_a_period(a in any_date(), b in any_date(), form in 0usize..9, other in 0usize..9) {
        let (from, to) = if a < b { (a, b) } else { (b, a) };
        let text = format!("từ {} đến {}", written(form, from), written(other, to));
        let mentions = find(&text, &[], None).0;
        prop_assert_eq!(mentions.len(), 1, "{}", text);
        prop_assert_eq!((mentions[0].from, mentions[0].to), (Some(from), Some(to)), "{}", text);
        prop_assert_eq!(&text[mentions[0].range.clone()], &text);
    }

    #[test]
    fn normalization_does_not_matter(
        date in any_date(),
        word in proptest::sample::select(vec!["và", "Đến", "Từ", "nhà Tề", "ở đó"]),
        rest in proptest::sample::select(vec!["cuối năm, đại hội", "(960-1279)", "tháng 9 cùng năm", "đầu thế kỷ XX"]),
    ) {
        let text = format!("Họp {}. {word} {rest}", written(0, date));
        let values = |text: &str| -> Vec<_> {
            find(text, &[], None).0.into_iter().map(|date| (date.from, date.to, date.grain)).collect()
        };
        prop_assert_eq!(values(&text.nfd().collect::<String>()), values(&text), "{}", text);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        obeys_the_law(&text, &find(&text, &[], None).0)?;
        obeys_the_law(&text, &find_in_query(&text))?;
        let _ = find(&text, &[], None).1;
    }

    #[test]
    fn any_words_of_dates_are_read(text in pieces()) {
        obeys_the_law(&text, &find(&text, &[], Date::new(2021, 5, 17).ok()).0)?;
        obeys_the_law(&text, &find_in_query(&text))?;
        let _ = find(&text, &[], None).1;
    }

    #[test]
    fn decomposed_text_gives_the_same_dates(text in pieces()) {
        let decomposed: String = text.nfd().collect();
        let values = |text: &str| find(text, &[], None).0.iter().map(|m| (shown(m), m.grain, text[m.range.clone()].nfc().collect::<String>())).collect::<Vec<_>>();
        prop_assert_eq!(values(&text), values(&decomposed));
    }
}
