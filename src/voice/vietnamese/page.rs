//! The words of the pages in Vietnamese.

use jiff::civil::Date;

use crate::mention::{EventKind, Role, TimeFault};
use crate::voice::figures::grouped;
use crate::voice::page::{Refusal, Trouble, Ways, Words};
use crate::voice::vietnamese::names;
use crate::voice::vietnamese::times::{day, year};

pub static VIETNAMESE: Words = Words {
    lang: "vi",
    other_lang: "en",
    other_language: "English",
    name: "tra cứu",
    skip: "Đến nội dung",
    box_label: "Tìm trong kho văn bản",
    search: "Tìm",
    pages: "Các trang",
    numbers: "Số hiệu",
    people: "Người",
    timeline: "Dòng thời gian",
    status: "Tình trạng",
    help: "Trợ giúp",
    try_these: "Thử tìm",
    home_lead: "Gõ có dấu hay không dấu, số hiệu, tên người, ngày tháng.",
    narrow: "Thu hẹp",
    nothing: "Không tìm thấy đoạn nào",
    nothing_hint: "Thử bớt từ, bỏ dấu ngoặc kép hoặc bỏ bộ lọc.",
    empty_query: "Gõ điều cần tìm vào ô trên.",
    by_relevance: "theo độ khớp",
    by_date: "theo thời gian",
    per_document: "mỗi văn bản một đoạn",
    per_passage: "mọi đoạn",
    understood: "hiểu là",
    as_typed: "tìm đúng như đã gõ",
    did_you_mean: "Có phải bạn tìm",
    go_to: "Xem trang",
    whole_document: "cả văn bản",
    copy_citation: "chép trích dẫn",
    copied: "đã chép",
    mentions: "Nhắc đến",
    previous: "← trước",
    next: "sau →",
    remove: "bỏ",
    years: "Năm",
    folders: "Thư mục",
    documents: "Văn bản",
    marks: "Chỗ khớp",
    contents: "Mục lục",
    original: "bản gốc",
    csv: "tải CSV",
    print: "in",
    also: "cũng là",
    kind: "Loại",
    issuer: "Cơ quan ban hành",
    province: "Tỉnh",
    issued: "Ngày ban hành",
    subject: "Trích yếu",
    held: "có văn bản",
    cited_only: "chỉ được nhắc đến",
    issued_here: "Nơi ban hành",
    citations: "Những chỗ nhắc đến",
    several_numbers: "Số này có thể là nhiều văn bản:",
    from: "Từ",
    to: "Đến",
    filter: "Lọc",
    office: "Chức vụ",
    offices: "Chức vụ",
    spellings: "Cách viết khác",
    similar: "Có thể là cùng một người",
    beside: "Cùng được nhắc đến",
    in_order: "Theo thứ tự thời gian",
    undated: "không rõ ngày",
    variants: "Tên gần giống",
    order: "Thứ tự",
    by_mentions: "được nhắc nhiều nhất",
    by_name: "theo tên",
    person: "Người",
    passages: "Số đoạn",
    number: "Số hiệu",
    time: "Thời gian",
    event: "Sự kiện",
    any: "tất cả",
    text: "Nội dung",
    place: "Nguồn",
    query: "Từ cần tìm",
    step: "Mỗi cột là",
    by_year: "một năm",
    by_month: "một tháng",
    by_decade: "mười năm",
    chart: "Số lần theo thời gian; cùng số liệu ở bảng bên dưới",
    size: "Kích thước",
    written: "Lập chỉ mục lúc",
    roots: "Nguồn văn bản",
    files: "Tệp",
    new_files: "Tệp mới, chưa vào chỉ mục",
    changed_files: "Tệp đã thay đổi",
    gone_files: "Tệp không còn nữa",
    without_text: "Tệp không có chữ",
    version: "Phiên bản",
    generation: "Trạng thái",
    up_to_date: "Chỉ mục mới nhất đang được dùng",
    stale: "Không mở được chỉ mục mới nhất: đang dùng bản trước đó",
    keys: "Phím tắt",
    keys_off: "tắt phím tắt",
    keys_on: "bật phím tắt",
    key_help: &[
        ("/", "đến ô tìm"),
        ("j, k", "kết quả sau, trước"),
        ("n, p", "chỗ khớp sau, trước"),
        ("?", "trang này"),
    ],
    help_lead: "Không câu nào là sai cú pháp: gõ sao cũng được tìm. Các ví dụ dưới đây lấy từ kho văn bản này.",
    typed: "Gõ",
    finds: "Tìm được",
    api: "Cho chương trình khác",
    api_lead: "Mọi trang đều có ở dạng JSON dưới /api/v1/; mô tả đầy đủ ở",
    back: "Về trang đầu",
    request: "Mã yêu cầu",
    page_short: "tr.",
    line: "dòng",
    ways: Ways {
        words: "đoạn có các từ này, có dấu hay không dấu; từ hiếm và từ đứng cạnh nhau được tính nhiều hơn",
        phrase: "các từ này đứng liền nhau",
        without: "đoạn không có từ đứng sau dấu trừ",
        number: "văn bản có số hiệu này và mọi đoạn nhắc đến nó",
        person: "người này, kể cả khi chỉ được gọi tắt",
        person_filter: "chỉ những đoạn nhắc đến người này",
        day: "đoạn nói về thời gian này",
        period: "đoạn nói về khoảng thời gian này",
        folder: "chỉ trong tệp hay thư mục này",
    },
    count,
    found: |total, more| format!("{}{} đoạn", if more { "hơn " } else { "" }, count(total as u64)),
    in_documents: |documents| format!("trong {} văn bản", count(documents as u64)),
    more_in_document: |more| format!("còn {} đoạn nữa trong văn bản này", count(more as u64)),
    passage_count: |passages| format!("{} đoạn", count(passages)),
    document_count: |documents| format!("{} văn bản", count(documents)),
    people_count: |people| format!("{} người", count(people as u64)),
    number_count: |numbers| format!("{} số hiệu", count(numbers as u64)),
    moment_count: |moments| format!("{} sự kiện và thời gian", count(moments as u64)),
    counted_over: |passages, all| match all {
        true => format!("đếm trên cả {} đoạn", count(passages as u64)),
        false => format!("đếm trên {} đoạn xếp đầu, không phải tất cả", count(passages as u64)),
    },
    took: |milliseconds| format!("tìm trong {} ms", milliseconds.round().max(1.0)),
    updated: |when| format!("cập nhật {when}"),
    day,
    period,
    lines: |first, last| if first == last { format!("dòng {first}") } else { format!("dòng {first}–{last}") },
    shown: |first, last, all| format!("{}–{} trong {}", count(first as u64), count(last as u64), count(all as u64)),
    event_name,
    role: |role| match role {
        Role::Head => "chính văn bản này",
        Role::Issues => "ban hành",
        Role::Cites => "nhắc đến",
    },
    trouble,
    remedy,
    refusal,
};

fn count(count: u64) -> String {
    grouped(count, '.')
}

fn period(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (None, None) => String::new(),
        (Some(from), None) => format!("từ {}", day(from)),
        (None, Some(to)) => format!("đến {}", day(to)),
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => {
            let is_whole = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
            let is_month = (from.year(), from.month(), from.day()) == (to.year(), to.month(), 1);
            match (is_whole, from.year() == to.year()) {
                (true, true) => year(from.year()),
                (true, false) => format!("{}–{}", year(from.year()), year(to.year())),
                (false, _) if is_month && to.day() == to.days_in_month() => format!("{}/{}", from.month(), from.year()),
                _ => format!("{} – {}", day(from), day(to)),
            }
        }
    }
}

fn event_name(kind: EventKind) -> &'static str {
    let code = kind.as_str();
    names(code).next().unwrap_or(code)
}

fn trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::BadParameter => "Tham số không hợp lệ",
        Trouble::BadBody => "Nội dung gửi lên không hợp lệ",
        Trouble::Unauthorized => "Cần mật khẩu",
        Trouble::WrongHost => "Tên máy chủ không được phép",
        Trouble::WrongOrigin => "Yêu cầu đến từ trang khác",
        Trouble::NotFound => "Không tìm thấy",
        Trouble::Method => "Phương thức không được phép",
        Trouble::Changed => "Bản gốc đã thay đổi",
        Trouble::TooLarge => "Nội dung gửi lên quá lớn",
        Trouble::AddressTooLong => "Địa chỉ quá dài",
        Trouble::OtherType => "Kiểu nội dung không đọc được",
        Trouble::Busy => "Máy chủ đang bận",
        Trouble::Late => "Trả lời mất quá nhiều thời gian",
        Trouble::NoIndex => "Không có chỉ mục đọc được",
        Trouble::Internal => "Lỗi của chương trình",
    }
}

fn remedy(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::BadParameter => "Sửa tham số rồi thử lại.",
        Trouble::BadBody => "Gửi JSON hoặc văn bản thuần như mô tả ở /openapi.json.",
        Trouble::Unauthorized => "Hỏi người quản lý máy chủ mật khẩu.",
        Trouble::WrongHost => "Mở trang bằng địa chỉ mà người quản lý máy chủ đã cho.",
        Trouble::WrongOrigin => "Mở trang tra cứu rồi thử lại.",
        Trouble::NotFound => "Có thể văn bản đã bị xóa hoặc đổi tên. Hãy thử tìm lại.",
        Trouble::Method => "Chỉ đọc: dùng GET.",
        Trouble::Changed => "Tệp đã thay đổi sau khi lập chỉ mục. Hãy thử lại sau lần cập nhật tới.",
        Trouble::TooLarge => "Gửi ít hơn mỗi lần.",
        Trouble::AddressTooLong => "Rút ngắn câu tìm.",
        Trouble::OtherType => "Dùng application/json hoặc text/plain.",
        Trouble::Busy => "Hãy thử lại sau một giây.",
        Trouble::Late => "Hãy thu hẹp câu tìm.",
        Trouble::NoIndex => "Người quản lý máy chủ cần lập chỉ mục bằng `tracuu index`.",
        Trouble::Internal => "Hãy báo cho người quản lý máy chủ cùng mã yêu cầu.",
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unknown => "không có tham số này".to_owned(),
        Refusal::Doubled => "chỉ được cho một lần".to_owned(),
        Refusal::Missing => "còn thiếu".to_owned(),
        Refusal::NoCount(most) => format!("phải là số từ 0 đến {}", count(*most as u64)),
        Refusal::NoTime => "không phải ngày, tháng hay năm: thử 17/2/1979, 4/1964 hoặc 1947".to_owned(),
        Refusal::Time(TimeFault::NoYear) => "không có năm".to_owned(),
        Refusal::Time(TimeFault::Reversed) | Refusal::Reversed => "kết thúc trước khi bắt đầu".to_owned(),
        Refusal::Time(TimeFault::NoMonth) => "không có tháng này".to_owned(),
        Refusal::Time(TimeFault::NoQuarter) => "không có quý này".to_owned(),
        Refusal::Time(TimeFault::NoDay) => "không có ngày này".to_owned(),
        Refusal::NoNumber => "không phải số hiệu văn bản: thử 142/KH-LĐLĐ".to_owned(),
        Refusal::NoName => "không phải tên người".to_owned(),
        Refusal::NoPattern => "không phải mẫu đường dẫn: thử corpus/*.txt".to_owned(),
        Refusal::NoneOf(known) => format!("phải là một trong: {known}"),
        Refusal::TooMany => "quá nhiều tham số".to_owned(),
    }
}
