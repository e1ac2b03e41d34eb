//! Rows of the rules that tell whose an office is.

use super::told;
use crate::mention::judged::Judged;
use crate::mention::rule::check;

fn judged(text: &str) -> Vec<Judged> {
    crate::mention::explain(text, None)
}

#[test]
fn whose_an_office_is() {
    let rows = &[
        ("Chị H’ Bliă Kbuôr là giáo viên.", "giáo viên: had by office_behind_verb"),
        ("Bí thư Huyện ủy khi đó là ông Lò Văn Én.", "Bí thư Huyện ủy: beside by name_behind_office"),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\nBộ trưởng Bộ Nông trường | |\n| Nhiệm kỳ | 1960 – 1970 |",
            "Bộ trưởng Bộ Nông trường: term by office_above_its_term, term_in_row_below",
        ),
        (
            "| Tên | Hoạt động |\nÔng Lò Văn Én |\n1935-2010 | Phó Chủ tịch Mặt trận, Chủ tịch Hội. |",
            "Phó Chủ tịch Mặt trận: beside by line_of_a_career",
        ),
        (
            "Danh sách:\n- Lò Văn Én, sinh năm 1967, quê xã Mường, Thứ trưởng Bộ Nội vụ.\n- Vi Thị Sơn (sinh 1970), nguyên Giám đốc Sở Y tế.",
            "Thứ trưởng Bộ Nội vụ: beside by item_of_a_list",
        ),
        (
            "Các vị Hiệu trưởng kế tiếp:\n– Ô. Lò Văn Én, 10-1953 đến 6-1956\n– Bà Vi Thị Sơn, từ 1957",
            "Hiệu trưởng: beside by head_of_holders, years_behind_name",
        ),
        (
            "Ông Lò Văn Én sinh năm 1928, nguyên Trưởng ban Dân vận.",
            "nguyên Trưởng ban Dân vận: beside by former_office",
        ),
        (
            "Ông Lò Văn Én (sinh năm 1955, Phó Chủ tịch Hội Nông dân) tái đắc cử.",
            "Phó Chủ tịch Hội Nông dân: beside by office_in_brackets",
        ),
    ];
    check(told::RULES, judged, rows, &[]);
}
