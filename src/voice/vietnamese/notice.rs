//! A notice of a query to a Vietnamese sentence.

use super::counts::count;
use super::times::between;
use crate::mention::date::{NoTime, TimeFault};
use crate::query::{Counted, FilterName, Named, Notice, Page, Piece, TakenAs, ValueFault};
use crate::voice::spoken::Listener;

pub fn notice(notice: &Notice, listener: Listener) -> String {
    let at_command_line = listener == Listener::CommandLine;
    match notice {
        Notice::Cut { what, most } => cut(*what, *most),
        Notice::NoWord => "câu tìm không có chữ nào để tìm".to_owned(),
        Notice::OnlyExcludes => "câu tìm chỉ có chữ loại trừ: hãy thêm chữ cần tìm".to_owned(),
        Notice::OnlyStopWords => {
            "câu tìm chỉ có những chữ quá thường gặp: đặt trong ngoặc kép nếu muốn tìm chúng".to_owned()
        }
        Notice::OpenQuote(taken) => format!("dấu ngoặc kép chưa đóng{}", taken_as(taken)),
        Notice::NoValue { name, taken } => format!("ngay sau `{name}:` không có giá trị{}", taken_as(taken)),
        Notice::NoFilter { name } => format!("`{name}:` không phải bộ lọc{}", taken_as(&TakenAs::Text)),
        Notice::OddValue { value, fault, excluded: false } => {
            format!("`{value}` {}{}", odd_value(*fault), taken_as(&TakenAs::Text))
        }
        Notice::OddValue { value, fault, excluded: true } => {
            format!("`{value}` {}: loại các đoạn có những chữ này", odd_value(*fault))
        }
        Notice::Time { typed, fault } => format!("{typed} {}", time_fault(*fault)),
        Notice::PeriodLeftOut { typed } => format!("{} có mốc cuối sớm hơn mốc đầu, nên bị bỏ qua", piece(typed)),
        Notice::WithoutQuotes { phrases } => {
            let phrases: Vec<String> = phrases.iter().map(|phrase| format!("\"{phrase}\"")).collect();
            format!("không đoạn nào có {}: đã tìm như không có ngoặc kép", phrases.join(", "))
        }
        Notice::Joined { typed, whole } => format!("`{typed}` được tìm như `{whole}`"),
        Notice::Corrected { typed, meant } => format!("không đoạn nào có `{typed}`: đã tìm `{meant}`"),
        Notice::Absent { words } => format!("không đoạn nào có {}", quoted(words)),
        Notice::OtherDiacritics { words } => {
            format!("không đoạn nào có {} viết đúng dấu như vậy, chỉ có chữ khác dấu", quoted(words))
        }
        Notice::DidYouMean { query } => format!("có phải muốn tìm `{query}`?"),
        Notice::ManySpellings { typed, all, known } => {
            format!("{typed} có thể là {} chữ trong chỉ mục: chỉ tìm {} chữ hay gặp nhất", count(*all), count(*known))
        }
        Notice::ManyNumbers { digits, most } => {
            format!("chỉ so được {} văn bản mang số {digits}: hãy thêm năm hoặc cơ quan ban hành", count(*most))
        }
        Notice::ManyPeople { name, most } => format!("chỉ so được {} người có tên gần giống {name}", count(*most)),
        Notice::OnlyFirst { left_out } => {
            format!("chỉ tra số hiệu đầu tiên, chưa tra {}: hãy hỏi từng số", quoted(left_out))
        }
        Notice::NoNumber { typed, .. } => format!("trong chỉ mục không có số hiệu {typed}"),
        Notice::NotTold { document } => format!("các văn bản trong chỉ mục không cho biết điều được hỏi về {document}"),
        Notice::Partial { failed, total } => {
            format!("{failed} trong {total} mảnh không trả lời: ở đây thiếu phần nằm trong các mảnh ấy")
        }
        Notice::Nobody { name, near: None } => format!("không ai tên là {name}"),
        Notice::Nobody { name, near: Some(near) } => format!("không ai có đúng tên {name}, gần giống là {near}"),
        Notice::OnlyWords { typed, kind: Named::Number } => {
            format!("{typed} không phải số hiệu nào đã biết, chỉ là chữ có trong văn bản")
        }
        Notice::OnlyWords { typed, kind: Named::Person } => {
            format!("không ai tên là {typed}, trong văn bản chỉ có các chữ ấy")
        }
        Notice::NoTime { typed } => format!("không đoạn nào nhắc đến {}", piece(typed)),
        Notice::NoTimeNear { typed } => format!("không đoạn nào nhắc đến {typed} hay khoảng thời gian chứa nó"),
        Notice::OtherTimes { typed, period: true } => {
            format!("không đoạn nào nhắc riêng {typed}, chỉ có khoảng thời gian trùng một phần")
        }
        Notice::OtherTimes { typed, period: false } => {
            format!("không đoạn nào nhắc riêng {typed}, chỉ có khoảng thời gian dài hơn")
        }
        Notice::NoDocument { patterns, more } => {
            let patterns: Vec<String> = patterns.iter().map(|pattern| format!("`trong:{pattern}`")).collect();
            let more = if *more > 0 { format!(" và {} mẫu nữa", count(*more)) } else { String::new() };
            format!("không văn bản nào khớp {}{more}", patterns.join(", "))
        }
        Notice::Apart { parts } => {
            let pieces: Vec<String> = parts.iter().flatten().map(piece).collect();
            let (both, all) = match pieces.len() {
                0 | 1 => ("", "đủ"),
                2 => ("đều ", "cả hai"),
                _ => ("đều ", "đủ"),
            };
            format!("{} {both}có trong chỉ mục, nhưng không đoạn nào có {all}", listed(&pieces))
        }
        Notice::LeavesNothing { excluded, wanted } => {
            let [excluded, wanted] = [excluded, wanted].map(|all| listed(&all.iter().map(piece).collect::<Vec<_>>()));
            format!("{excluded} loại hết những gì {wanted} tìm ra")
        }
        Notice::NoneOf { number, kind, issuer, issued } => {
            let number = number
                .as_ref()
                .map_or_else(|| "không có số hiệu nào".to_owned(), |number| format!("không có số hiệu {number}"));
            let kind = kind.as_ref().map(|kind| format!("thuộc loại {kind}"));
            let issuer = issuer.as_ref().map(|issuer| format!("của {issuer}"));
            let issued = issued.as_ref().map(|issued| format!("ban hành trong {}", piece(issued)));
            let parts = [Some(number), kind, issuer, issued];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Notice::NoneHoldsAll => "không đoạn nào có đủ mọi chữ của câu tìm".to_owned(),
        Notice::NotInIndex { name, near: false } => format!("trong chỉ mục không ai tên là {name}"),
        Notice::NotInIndex { name, near: true } => {
            format!("trong chỉ mục không ai có đúng tên {name}: dưới đây là những tên gần giống")
        }
        Notice::OnlyFamily { name } => {
            format!("trong chỉ mục không ai được gọi riêng là {name}: dưới đây là những người mang họ này")
        }
        Notice::TermUntold { untold, all } => format!(
            "{} trong {} người không rõ thời gian giữ chức: văn bản chỉ nêu chức vụ của họ ở đoạn có nhắc thời gian này",
            count(*untold),
            count(*all)
        ),
        Notice::BestInOrder { passages } => format!("chỉ xếp theo thời gian {} đoạn sát nhất", count(*passages)),
        Notice::ManyNaming { most } => format!("chỉ xem được {} đoạn có nhắc thời gian này", count(*most)),
        Notice::ManyPassages { most } => {
            format!("chỉ xem được {} trong mọi đoạn: hãy thêm chữ cần tìm hoặc khoảng thời gian", count(*most))
        }
        Notice::ManyHolding { most } => format!("chỉ xem được {} đoạn có đủ mọi chữ", count(*most)),
        Notice::PageCut { what: Page::Limit, most } if at_command_line => {
            format!("`--limit` nhiều nhất là {}", count(*most))
        }
        Notice::PageCut { what: Page::Offset, most } if at_command_line => {
            format!("`--offset` nhiều nhất là {}", count(*most))
        }
        Notice::PageCut { what: Page::Limit, most } => format!("mỗi lần đưa ra nhiều nhất {} kết quả", count(*most)),
        Notice::PageCut { what: Page::Offset, most } => format!("bỏ qua nhiều nhất {} kết quả đầu", count(*most)),
        Notice::BehindLast { total } if at_command_line => {
            format!("chỉ có {} kết quả: hãy chọn `--offset` nhỏ hơn", count(*total))
        }
        Notice::BehindLast { total } => format!("chỉ có {} kết quả", count(*total)),
        Notice::OddLine { number, error } => format!(
            "dòng {} không phải {{\"id\", \"query\"}}, được tìm như chữ thường: {}",
            count(*number),
            super::system::quoted("trình đọc", error)
        ),
        Notice::NameExcludes { words } if at_command_line => {
            format!("{words} không tính vào tên: chỉ `search` và `timeline` loại trừ chữ")
        }
        Notice::NameExcludes { words } => format!("{words} không tính vào tên: chỉ câu tìm mới loại trừ chữ"),
    }
}

/// A piece of a query as it may be typed in Vietnamese; what has signs of its own is set apart.
fn piece(asked: &Piece) -> String {
    match asked {
        Piece::Text(text) => text.clone(),
        Piece::Between { from, to } => format!("thời gian {}", between(*from, *to)),
        Piece::Not(_) | Piece::Filter { .. } => format!("`{}`", asked_text(asked)),
    }
}

/// A piece of a query as it may be typed in Vietnamese.
pub fn asked_text(asked: &Piece) -> String {
    match asked {
        Piece::Text(text) | Piece::Not(text) => text.clone(),
        Piece::Between { from, to } => between(*from, *to),
        Piece::Filter { name, value, excluded } => {
            let name = match name {
                FilterName::In => "trong",
                FilterName::Number => "số",
                FilterName::Date => "ngày",
                FilterName::Person => "người",
                FilterName::InForce => "hiệu lực",
            };
            Piece::named(name, value, *excluded)
        }
    }
}

/// Words as they were typed.
fn quoted(words: &[String]) -> String {
    listed(&words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>())
}

/// `A, B và C`.
fn listed(pieces: &[String]) -> String {
    match pieces {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} và {last}", first.join(", ")),
    }
}

fn cut(what: Counted, most: usize) -> String {
    let most = count(most);
    match what {
        Counted::Characters => format!("chỉ đọc {most} ký tự đầu của câu tìm"),
        Counted::Words => format!("chỉ tìm {most} chữ đầu của câu tìm"),
        Counted::Excluded => format!("chỉ loại trừ {most} chữ đầu"),
        Counted::Filters => format!("chỉ xét {most} bộ lọc đầu của mỗi loại"),
    }
}

fn taken_as(taken: &TakenAs) -> String {
    match taken {
        TakenAs::Text => ", nên được tìm như chữ thường".to_owned(),
        TakenAs::Excluded(value) => format!(": chỉ loại trừ `{value}`"),
    }
}

pub fn odd_value(fault: ValueFault) -> &'static str {
    match fault {
        ValueFault::NoPattern => "không phải mẫu đường dẫn",
        ValueFault::NoNumber => "không phải số hiệu",
        ValueFault::NoName => "không phải tên người",
        ValueFault::NoTime(NoTime::Unnamed) => "không phải ngày tháng",
        ValueFault::NoTime(NoTime::Unread) => "không hiểu được là một thời gian",
        ValueFault::NoTime(NoTime::NoYear) => "là ngày không có năm",
    }
}

pub fn time_fault(fault: TimeFault) -> &'static str {
    match fault {
        TimeFault::NoYear => "không có năm: tìm ngày ấy của mọi năm",
        TimeFault::Reversed => "có mốc cuối sớm hơn mốc đầu",
        TimeFault::NoMonth => "là tháng không có trong lịch",
        TimeFault::NoQuarter => "là quý không có trong lịch",
        TimeFault::NoDay => "là ngày không có trong lịch",
    }
}
