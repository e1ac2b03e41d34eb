//! What is said at the command line, in Vietnamese.

use jiff::civil::Date;

use super::counts::number;
use super::figures::{count, decimal, size, time_left, time_taken};
use super::times::day;
use super::unreadable::amount;
use super::usage;
use crate::ingest::Summary;
use crate::search::ScoreBreakdown;
use crate::voice::said::Noun;
use crate::voice::told::Told;

pub fn told(told: Told) -> String {
    match told {
        Told::Output { said } => format!("không in ra được: {said}"),
        Told::OutputClosed => "đầu ra đã đóng".to_owned(),
        Told::InSettings { file, line, why } => format!("{file}:{line}: {why}"),
        Told::SettingsWritable { file } => {
            format!(
                "người khác ghi được vào {file} nên không đọc: chạy `chmod go-w` cho tệp ấy, hoặc để trống TRACUU_CONFIG"
            )
        }
        Told::SettingsForeign { file } => {
            format!("{file} là của người khác nên không đọc: hãy tự lập một tệp, hoặc để trống TRACUU_CONFIG")
        }
        Told::NoToml { said } => format!("dòng này không đúng dạng TOML: {said}"),
        Told::NoSetting { key } => {
            format!("`{key}` phải là chữ trong ngoặc kép, số nguyên, `true` hay `false`, hoặc danh sách chữ")
        }
        Told::NoSuchPaths { paths } => format!("không có {paths}: hãy nêu tệp hoặc thư mục cần lập chỉ mục"),
        Told::NoWatch => "chương trình này được biên dịch không kèm `--watch`".to_owned(),
        Told::NoSignals { said } => format!("không nhận được tín hiệu của hệ thống: {said}"),
        Told::NoThread { said } => format!("hệ thống không tạo được luồng: {said}"),
        Told::ServingTools { address } => format!("trợ lý hỏi tại {address}"),
        Told::Watching => "đang theo dõi thay đổi; Ctrl-C để dừng".to_owned(),
        Told::Serving => "đang phục vụ; Ctrl-C để dừng".to_owned(),
        Told::ShortToken { file, least } => format!("mã trong {file} phải dài từ {least} ký tự trở lên"),
        Told::NeedsToken { address } => {
            format!("ở {address} người khác đọc được mọi văn bản: thêm `--token-file TỆP`, hoặc `--open` nếu được phép")
        }
        Told::NotServed { address, said } => format!("không phục vụ được ở {address}: {said}"),
        Told::NotWatched { said, seconds } => {
            format!("hệ thống không báo thay đổi ({said}): cứ {seconds} giây xem lại một lần")
        }
        Told::Waiting { index } => format!("đang chờ một lệnh `tracuu index` khác ghi xong vào {index}"),
        Told::LeftOut { path, why } => format!("bỏ qua {path}: {why}"),
        Told::OtherFormats { files, each } => {
            let files = count(files, Noun::File);
            format!(
                "bỏ qua {files} thuộc định dạng không đọc được ({each}): muốn tìm được thì lưu lại thành .docx, .xlsx hoặc .pdf; \
                 ảnh chụp văn bản thì đưa vào .pdf rồi dùng `--ocr`"
            )
        }
        Told::Done { summary, left_out } => done(summary, left_out),
        Told::IndexLies { folder } => format!("chỉ mục nằm ở {folder}"),
        Told::InForceToday { word } => {
            format!("`--in-force` không kèm ngày thì tính hôm nay: {} là chữ của câu tìm", word)
        }
        Told::IndexedFirst { index, corpus } => {
            format!("chưa có chỉ mục ở {index}: lập chỉ mục cho {corpus}/ trước đã")
        }
        Told::ScanAt { done, pages } => format!("trang quét {done}/{pages}"),
        Told::Progress { done: 0, all, .. } => size(all),
        Told::Progress { done, all, left } => {
            let left = left.map_or_else(String::new, |seconds| format!(", {}", time_left(seconds)));
            format!("{}/{}{left}", size(done), size(all))
        }
        Told::Total { total, more, took } => {
            let least = if more { "ít nhất " } else { "" };
            format!("{least}{} trong {}", count(total, Noun::Passage), time_taken(took))
        }
        Told::MoreInDocument(more) => format!("(còn {} đoạn nữa trong văn bản này)", number(more)),
        Told::Also { places, more: 0 } => format!("có cả ở {places}"),
        Told::Also { places, more } => format!("có cả ở {places} và {} nơi khác", number(more)),
        Told::Ended { state, by, since, until } => ended(state, by, since.map(day), until.map(day)),
        Told::Score(parts) => score(parts),
        Told::Page(page) => format!("tr. {page}"),
        Told::AndMore(more) => format!("và {} mục nữa", number(more)),
        Told::LongQuery { number: line, file } => {
            let file = if file == "-" { "đầu vào chuẩn" } else { file };
            format!("dòng {} của {file} dài quá 1 MiB: mỗi dòng một câu tìm", number(line as u64))
        }
        Told::NameDocument => "hãy nêu tên văn bản: `tracuu inspect index` liệt kê các tệp trong chỉ mục".to_owned(),
        Told::UnknownDocument { name, number: Some(number) } => {
            format!("không có văn bản nào tên là {name}: tra số hiệu thì gõ `tracuu number {number}`")
        }
        Told::UnknownDocument { name, number: None } => {
            format!("không có văn bản nào tên là {name}: `tracuu inspect index` liệt kê các tệp trong chỉ mục")
        }
        Told::WithoutText { file } => format!("{file} đã lập chỉ mục nhưng không có chữ"),
        Told::NoLine { doc, line, last } => format!("{doc} không có dòng {line}: dòng cuối là {last}"),
        Told::Several { names } => format!("có nhiều văn bản cùng hợp, hãy nêu rõ một:{names}"),
        Told::NameNumber => "hãy nêu số hiệu, như 142/KH-LĐLĐ, hoặc dùng `--list` để liệt kê tất cả".to_owned(),
        Told::OddNumber { typed } => format!("`{typed}` không phải số hiệu: {}", usage::TRY_NUMBER),
        Told::OddName { typed } => format!("{typed} không có tên người nào"),
        Told::MoreCitations(more) => format!("còn {} chỗ nhắc đến: tăng `--limit` để in tiếp", number(more)),
        Told::Candidates { all, cited: 0 } => count(all, Noun::Document),
        Told::Candidates { all, cited } if cited == all => {
            format!("{}, chỉ được nhắc đến", count(all, Noun::Document))
        }
        Told::Candidates { all, cited } => {
            format!("{}, trong đó {} chỉ được nhắc đến", count(all, Noun::Document), number(cited))
        }
        Told::Register { all, shown } => {
            format!("{} số hiệu{}", number(all), printed(all, shown, ": tăng `--limit` để in tiếp"))
        }
        Told::DraftDay { line, day: told } => format!("bản thảo, dòng {line}, ghi ngày {}:", day(told)),
        Told::IndexDay(told) => format!("ghi ngày {}:", day(told)),
        Told::OtherDay => "bản thảo ghi ngày khác".to_owned(),
        Told::Checked { all, doubtful: 0 } => format!("nhắc đến {}, đều biết", number(all)),
        Told::Checked { all, doubtful } => {
            format!("nhắc đến {}, cần xem lại {}", number(all), number(doubtful))
        }
        Told::Held => ", có văn bản".to_owned(),
        Told::Issued(on) => format!("ngày {}", day(on)),
        Told::State { state, since, until } => self::state(state, since, until),
        Told::Relation { relation, part, other } => {
            let name = named(relation);
            match part {
                None => format!("{name} {other}").trim_end().to_owned(),
                Some(part) if other.is_empty() => format!("{name} {part}"),
                Some(part) if relation.ends_with("_by") => format!("{part} {name} {other}"),
                Some(part) => format!("{name} {part} của {other}"),
            }
        }
        Told::LastDay(last) => format!("sau ngày {}", day(last)),
        Told::FirstDayWithout(first) => format!("từ ngày {}", day(first)),
        Told::People { all, shown } => {
            format!("{} người{}", number(all), printed(all, shown, ": tăng `--limit` để in tiếp"))
        }
        Told::TermUntold => "   không rõ thời gian giữ chức".to_owned(),
        Told::PersonAlso { names } => format!(", còn gọi là {names}"),
        Told::Similar { names } => format!("; gần giống: {names}"),
        Told::SimilarNames { names } => format!("tên gần giống: {names}"),
        Told::MorePassages(more) => format!("còn {}: tăng `--limit` để in tiếp", count(more, Noun::Passage)),
        Told::Moments { all, shown } => {
            format!("{} sự kiện và mốc thời gian{}", number(all), printed(all, shown, ": tăng `--limit` để in tiếp"))
        }
        Told::Rows { all, shown } => {
            format!("{} trong {} hàng: tăng `--limit` để in tiếp", number(shown), number(all))
        }
        Told::InputTooLong { bytes } => format!("đầu vào chuẩn dài quá {}: đổi bằng `--max-file-size`", amount(bytes)),
        Told::InputUnread { why } => format!("không đọc được đầu vào chuẩn: {why}"),
        Told::CannotRead { file, why } => format!("không đọc được {file}: {why}"),
        Told::IsFolder => "đây là thư mục, hãy nêu một tệp trong đó".to_owned(),
        Told::NotThere => "không có tệp này".to_owned(),
        Told::PlainlyUnicode { file, encoding } => {
            format!("{file} rõ ràng là Unicode, nên không đọc theo bảng mã {encoding}")
        }
        Told::ReadApart => ", đọc trong một tiến trình riêng".to_owned(),
        Told::NotStated => "tệp không ghi".to_owned(),
        Told::AsFormatTells => "định dạng tự cho biết".to_owned(),
        Told::CandidateEncoding { percent, score } => {
            format!("{percent:>3} % số chữ là tiếng Việt, điểm {score}")
        }
        Told::Font { font, encoding, letters } => {
            format!("{font} là {encoding}: {} được đọc theo đó", count(letters, Noun::Letter))
        }
        Told::HeadingAt { line, level, text } => {
            format!("dòng {}, cấp {level}: {text}", number(line as u64))
        }
        Told::PagesNotKnown => "không rõ số trang".to_owned(),
        Told::RecognizedPages(pages) => format!("trong đó {} trang được nhận dạng từ ảnh", number(pages)),
        Told::Syllables { count, section, footnote } => {
            let kind = if footnote { "chú thích" } else { "chính văn" };
            format!("{kind}, {} âm tiết   {section}", number(count as u64))
        }
        Told::Understood { marked, took_ms } => {
            let typed = if marked { "có dấu" } else { "không dấu" };
            format!("{typed}, hiểu trong {} ms", decimal(took_ms, 1))
        }
        Told::SayNothing { words } => format!("trong đó ít nghĩa: {words}"),
        Told::WholeSymbols { symbols } => format!("ký hiệu nguyên: {symbols}"),
        Told::NoForms => "văn bản không định nghĩa chữ viết tắt nào".to_owned(),
        Told::NoForm { typed } => {
            format!("không có {typed}, cả trong văn bản lẫn trong bảng chữ tắt thông dụng")
        }
        Told::CommonForms => "bảng chữ tắt thông dụng".to_owned(),
        Told::MoreCopies(copies) => format!(", thêm {} tệp trùng nội dung", number(copies)),
        Told::MissingRoot(kept) => {
            format!("   (không còn ở đó, hoặc trống); chỉ mục vẫn giữ {} tệp của nó", number(kept))
        }
        Told::SumsRight => "khớp".to_owned(),
        Told::SumsUnknown => "khớp ở các phần; chưa có tổng kiểm của các tệp khác: lần `index` trước \
            chưa chạy xong, lần sau sẽ ghi"
            .to_owned(),
        Told::NotInPart => {
            "`--partial` chỉ dùng cho lệnh hỏi một lần: `index`, `serve` và `mcp` phải có đủ mọi mảnh".to_owned()
        }
        Told::Health { health, unassigned, missing, reasons } => health_told(health, unassigned, missing, reasons),
        Told::Shards { shards, unassigned: 0 } => format!("{}, kể cả bản sao", number(shards)),
        Told::Shards { shards, unassigned } => {
            format!("{}, kể cả bản sao; không ở máy nào: {}", number(shards), number(unassigned))
        }
        Told::GoldOdd { file, line, said } => {
            format!("{file}:{line}: {said}: gõ `tracuu eval --help` để xem cách viết một dòng")
        }
        Told::NoQueries { file } => {
            format!("{file} không có câu hỏi nào: gõ `tracuu eval --help` để xem cách viết")
        }
        Told::WeightsOdd { file, said } => format!("{file}: {said}: chỉ ghi những trọng số thay đổi"),
        Told::HitsWithoutAnswer { hits, of } => {
            format!("câu hỏi không có đáp án mà vẫn ra kết quả: {} trong {}", number(hits), number(of))
        }
        Told::MeanTime { ms } => format!("mỗi câu {} ms", decimal(ms, 2)),
        Told::NoRise => "bình quân các bộ không tăng".to_owned(),
        Told::Fall { set, by } => format!("{set} giảm {}", decimal(by, 4)),
        Told::Chance => "không bộ nào chắc chắn tăng".to_owned(),
        Told::Verdict { against: "" } => "các trọng số mới tốt hơn".to_owned(),
        Told::Verdict { against } => format!("các trọng số mới không tốt hơn: {against}"),
        Told::InDraws { least, most } => format!("{least:>+8.4} đến {most:>+.4}").replace('.', ","),
    }
}

/// How whole what a cluster holds is, and why it is not.
fn health_told(health: &str, unassigned: u64, missing: u64, reasons: &[String]) -> String {
    let why = |reason: &String| match &**reason {
        "NODE_LEFT" | "NODE_RESTARTING" => "một máy không còn trong cụm".to_owned(),
        "INDEX_CREATED" => "chưa được xếp vào máy nào".to_owned(),
        "ALLOCATION_FAILED" => "không mở được ở nơi đang nằm".to_owned(),
        "CLUSTER_RECOVERED" => "cụm vừa khởi động".to_owned(),
        "REPLICA_ADDED" => "bản sao mới thêm".to_owned(),
        other => format!("`{other}`"),
    };
    let mut why: Vec<String> = reasons.iter().map(why).collect();
    why.dedup();
    let why = if why.is_empty() { String::new() } else { format!(" ({})", why.join("; ")) };
    match health {
        "green" => "xanh, đủ mọi mảnh và bản sao".to_owned(),
        "yellow" if unassigned == 0 => "vàng, đang tạo bản sao của các mảnh".to_owned(),
        "yellow" => format!("vàng, đủ mọi mảnh nhưng thiếu {} bản sao{why}", number(unassigned)),
        _ => format!("đỏ, thiếu {} mảnh{why}", number(missing)),
    }
}

fn named(code: &str) -> &str {
    super::names(code).next().unwrap_or(code)
}

/// How many of all are printed, where that is not all.
fn printed(all: u64, shown: u64, advice: &str) -> String {
    if shown < all { format!(", in {}{advice}", number(shown)) } else { String::new() }
}

/// That a document is in force no more: `đã bị 12/2020/NĐ-CP thay thế từ 1/2/2020`.
fn ended(state: &str, by: &str, since: Option<String>, until: Option<String>) -> String {
    let since = since.map(|day| format!(" từ {day}")).unwrap_or_default();
    let until = until.map(|day| format!(" đến hết {day}")).unwrap_or_default();
    let verb = match state {
        "replaced" => "thay thế",
        "repealed" => "bãi bỏ",
        "suspended" => "ngưng hiệu lực",
        _ => return format!("đã hết hiệu lực{since}"),
    };
    let by = if by.is_empty() { String::new() } else { format!("{by} ") };
    format!("đã bị {by}{verb}{since}{until}")
}

fn score(parts: &ScoreBreakdown) -> String {
    let ScoreBreakdown { words, pairs, near, context, document, mentions, answer, coverage, score, .. } = parts;
    format!(
        "điểm {score:.2} gồm chữ {words:.2} + cặp chữ {pairs:.2} + gần nhau {near:.2} + ngữ cảnh {context:.2} \
         + văn bản {document:.2}, đủ {:.0}% số chữ, tên và ngày {mentions:.2} + trả lời {answer:.2}",
        coverage * 100.0
    )
    .replace('.', ",")
}

fn done(summary: &Summary, left_out: u64) -> String {
    let Summary { documents, passages, read, copies, unchanged, removed, took, .. } = *summary;
    let holds = format!("{}, {}", count(documents, Noun::Document), count(passages, Noun::Passage));
    let files = format!("đọc {}, giữ nguyên {}, gỡ {}", count(read, Noun::File), number(unchanged), number(removed));
    let copies = match copies {
        0 => String::new(),
        copies => format!(", {} trùng nội dung tệp khác", number(copies)),
    };
    let missing = match left_out {
        0 => String::new(),
        left_out => format!(", bỏ qua {} mục", number(left_out)),
    };
    format!("{holds}; {files}{copies}{missing} trong {}", time_taken(took))
}

/// Whether a document is in force, since when, and until when.
fn state(state: &str, since: Option<Date>, until: Option<Date>) -> String {
    let to = until.map(|last| format!(" đến hết ngày {}", day(last))).unwrap_or_default();
    match (state, since.map(day)) {
        ("amended", Some(since)) => format!("có hiệu lực từ ngày {since}{to}, đã được sửa đổi"),
        ("not_yet", Some(since)) => format!("chưa có hiệu lực, có từ ngày {since}{to}"),
        (state, Some(since)) => format!("{} từ ngày {since}{to}", named(state)),
        (state, None) => format!("{}{to}", named(state)),
    }
}
