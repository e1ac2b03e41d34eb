//! Rows of the rules that tell what happened, whether it is told, when it was and whom it is about.

use crate::mention::event::{kinds, times, told, weighing, who};
use crate::mention::judged::Judged;
use crate::mention::rule::check;

fn judged(text: &str) -> Vec<Judged> {
    crate::mention::explain(text, None)
}

#[test]
fn what_happened() {
    let rows = &[
        (
            "Ông Lò Văn Én đầu hàng vào tháng 12 năm 1998.",
            "đầu hàng: other by gives_up, dated_in_sentence, subject_before",
        ),
        (
            "Năm 1990, câu lạc bộ ra mắt tại xã.",
            "ra mắt: founding by begins_its_work, dated_in_sentence, all_in_the_sentence",
        ),
        (
            "Năm 1951 xã thành lập hội.",
            "thành lập: founding by as_the_words_say, dated_in_sentence, all_in_the_sentence",
        ),
    ];
    check(kinds::RULES, judged, rows, &[]);
}

#[test]
fn phrases_that_tell_nothing() {
    let rows = &[
        (
            "Ngày 6/6/1980, Đại hội lần thứ VII họp tại huyện. Đại hội đã bầu 21 ủy viên.",
            "Đại hội: none by bare_name_of_gathering",
        ),
        ("Ông Lê Sinh ở xã năm 1990.", "Sinh ở: none by part_of_a_name"),
        (
            "Điều 1. Phạm vi\nĐiều 2. Luật cũ có hiệu lực từ ngày 1/1/2020.",
            "có hiệu lực: none by force_of_another_rule",
        ),
        ("Bọn trẻ học lớp trong làng năm 1990.", "học lớp: none by happens_to_nobody"),
        ("Năm 1990, ông Lò Văn Én bắt được cá.", "bắt: none by done_to_nobody"),
        ("Năm 2020 lúa chiếm 40% diện tích.", "chiếm: none by leads_to_no_name"),
        ("Năm 1990, dân sang Đông.", "sang: none by goes_nowhere"),
        ("Năm 1990, ông Lò Văn Én mất ba con trâu.", "mất: none by goes_on_behind"),
        ("Năm 1990, thuyền kéo vào bờ.", "kéo vào: none by comes_without_an_army"),
        ("Năm 1990, đoàn khách kéo đến hồ.", "kéo đến: none by comes_without_an_army"),
        ("Tảng băng năm 2021 tan dần.", "băng: none by dies_without_a_king"),
        ("Tờ lịch treo tường in năm 2015 rất đẹp.", "in: none by prints_no_work"),
        ("Năm 1990, họ thả anh bạn của tôi.", "thả anh: none by means_somebody_else"),
        ("II. Kháng chiến toàn quốc (1947 - 1950)\n\nDân về bản.", "Kháng chiến: none by title_of_a_part"),
        ("Đại hội V dự kiến họp năm 1982 nhưng hoãn.", "Đại hội: none by undone"),
    ];
    check(weighing::NOT_TOLD, judged, rows, &[]);
}

#[test]
fn campaigns_only_mentioned() {
    let rows = &[
        ("Xã ta ở xa nên dân trong vùng ít khi nghe nói phong trào năm 1960.", "phong trào: none by campaign_aside"),
        ("Những năm 1930, phong trào dâng cao.", "phong trào: none by campaign_of_years"),
    ];
    check(weighing::UNNAMED, judged, rows, &[]);
}

#[test]
fn what_the_words_before_refuse() {
    let rows = &[
        ("Ngày 5/2/2020, xã bàn phong trào thành lập hội.", "thành lập: none by work_of_a_campaign"),
        ("Ngày 7/7/2007, huyện không tổ chức hội nghị.", "hội nghị: none by negated"),
        ("Nếu công ty bị giải thể ngày 1/1/2020 thì nợ được thanh toán.", "bị giải thể: none by conditional"),
        ("Khi đại hội họp, năm 2020 đã qua.", "đại hội: none by while_something_else"),
        ("Việc thành lập quỹ cần vốn.", "thành lập: none by called_and_undated"),
        ("Ngày 5/2/2020, huyện chuẩn bị thành lập hội.", "thành lập: none by duty_or_aim"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV nêu rõ ba khâu.", "Đại hội: none by referred_to"),
    ];
    check(told::RULES, judged, rows, &[]);
}

#[test]
fn times_told_before() {
    let rows = &[
        (
            "Nhiệm kỳ 2010 - 2015, xã lo đường. Trong nhiệm kỳ qua, xã đã thành lập hai đội.",
            "đã thành lập: founding by as_the_words_say, term_named_last, all_in_the_sentence",
        ),
        (
            "Ngày 6/6/1980, Đại hội lần thứ VII họp tại huyện. Đại hội đã bầu 21 ủy viên.",
            "đã bầu: election by as_the_words_say, gathering_told_last, nobody",
        ),
        (
            "Năm 1951 quân ta nổ súng.[3] Kết quả là bộ đội đã chiếm lại những làng đã mất.",
            "chiếm lại: war by as_the_words_say, line_told_last, all_in_the_sentence",
        ),
        (
            "2. Giai đoạn 1961 - 1965\n\nHuyện phát động phong trào “Gió mới” trong các hợp tác xã.",
            "phát động phong trào: campaign by as_the_words_say, heading, all_in_the_sentence",
        ),
    ];
    check(times::RULES, judged, rows, &[]);
}

#[test]
fn whom_general_events_are_about() {
    let rows = &[
        (
            "Tại Đại hội lần thứ II (22/7/2020), ông Lò Văn Én tái đắc cử Phó Bí thư.",
            "Đại hội: congress by as_the_words_say, dated_in_sentence, happens_there_to_others",
        ),
        (
            "TÓM TẮT TIỂU SỬ\n\nĐồng chí Lò Văn Én quê ở huyện.\n\nNăm 1945, vào Đảng.\n\nLễ tang cử hành ngày 4-4-1990.",
            "Lễ tang: ceremony by as_the_words_say, dated_in_sentence, whose_funeral",
        ),
        (
            "Khi trường được thành lập năm 1951, ông Lò Văn Én được bầu làm Thư ký.",
            "được thành lập: founding by as_the_words_say, dated_in_sentence, told_in_passing",
        ),
        (
            "Năm 1951, ông Lò Văn Én thành lập đoàn, song Hà Văn Pọm từ chối.",
            "thành lập: founding by as_the_words_say, dated_in_sentence, subject_and_objects",
        ),
        (
            "Ngày 8/8/1988, ông Lò Văn Én và bà Vi Thị Sơn dự hội nghị tại xã.",
            "hội nghị: conference by as_the_words_say, dated_in_sentence, all_in_the_sentence",
        ),
    ];
    check(who::GENERAL, judged, rows, &[]);
}

#[test]
fn whom_events_of_somebody_are_about() {
    let rows = &[
        (
            "Tháng 3/1947, tỉnh cử đồng chí Lò Văn Én lên vùng cao.",
            "cử đồng chí: appointment by as_the_words_say, dated_in_sentence, object_of_the_verb",
        ),
        (
            "Năm 1950, ông Lò Văn Én được ông Hà Văn Pọm kế nhiệm.",
            "kế nhiệm: appointment by as_the_words_say, dated_in_sentence, comes_after_somebody",
        ),
        (
            "Năm 1955, Thủ tướng Lò Văn Én bổ nhiệm Thiếu tướng Hà Văn Pọm làm Tư lệnh.",
            "bổ nhiệm: appointment by as_the_words_say, dated_in_sentence, does_it_to_somebody",
        ),
        ("Bà mất năm 1999.", "mất: death by as_the_words_say, dated_in_sentence, subject_before"),
        (
            "Năm 1978, tòa án xét xử ông Lò Văn Én.",
            "xét xử: trial by as_the_words_say, dated_in_sentence, object_behind",
        ),
        (
            "Sau khi về nước năm 1953, ông Lò Văn Én dạy học.",
            "về nước: other by as_the_words_say, dated_in_sentence, subject_later",
        ),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) là nhà thơ.\n\nNăm 1930, vào Đảng. Năm 1950, nghỉ hưu.",
            "vào Đảng: joining by as_the_words_say, dated_in_sentence, subject_left_out",
        ),
        (
            "Năm 1950, bạn của ông Lò Văn Én hy sinh.",
            "hy sinh: death by as_the_words_say, dated_in_sentence, oblique_before",
        ),
        (
            "Ngày 1/2/1948, Đại hội bầu Ban Chấp hành; ông Lò Văn Én làm Bí thư, bà Vi Thị Sơn làm Phó Bí thư.",
            "bầu: election by as_the_words_say, dated_in_sentence, elected_to_a_body",
        ),
        (
            "SƠ YẾU LÝ LỊCH\n\n1. Họ và tên: Lò Văn Én\n2. Sinh ngày: 7/11/1968\n3. Ngày vào Đảng: 3/2/1996",
            "Sinh ngày: birth by as_the_words_say, dated_in_sentence, whose_life",
        ),
        ("Năm 1930 có 5 người vào Đảng.", "vào Đảng: joining by as_the_words_say, dated_in_sentence, nobody"),
    ];
    check(who::OF_SOMEBODY, judged, rows, &[]);
}
