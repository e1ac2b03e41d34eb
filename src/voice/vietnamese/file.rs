//! What is odd about a file, and why it is left out, to Vietnamese.

use super::error::absence;
use super::system::quoted;
use super::unreadable::unreadable;
use super::{count, number};
use crate::corpus::{Closed, Double, Missing, NotRecognized, Oddity, ProgramFailure, Reason, Stop, Unreadable, Why};
use crate::ingest::RunNotice;
use crate::voice::spoken::Listener;

pub fn oddity(oddity: &Oddity, listener: Listener) -> String {
    match oddity {
        Oddity::InMember { name, oddity } => format!("{name}: {}", self::oddity(oddity, listener)),
        Oddity::InLine { number, oddity } => {
            format!("dòng {}: {}", self::number(*number), self::oddity(oddity, listener))
        }
        Oddity::DecodedAs(encoding) => format!("được giải mã theo bảng mã {encoding}"),
        Oddity::Invalid(encoding) => format!("có byte không hợp lệ trong {encoding}, được hiện thành \u{FFFD}"),
        Oddity::InvalidBytes(bytes) => {
            format!("{} byte không hợp lệ trong UTF-8, được hiện thành \u{FFFD}", count(*bytes))
        }
        Oddity::Nuls(nuls) => format!("{} byte NUL, được hiện thành \u{FFFD}", count(*nuls)),
        Oddity::ReadAs(format) => format!("nội dung là .{format}, nên đã đọc theo định dạng ấy"),
        Oddity::ReadAsText => "nội dung là văn bản thuần, nên đã đọc như thế".to_owned(),
        Oddity::LeadsOut(name) => format!("tên trong tệp nén trỏ ra ngoài tệp nén: {name:?}"),
        Oddity::Entities => "có khai báo thực thể; thực thể không được thay bằng nội dung".to_owned(),
        Oddity::DamagedSigns => "có ký tự bị hỏng, được hiện thành \u{FFFD}".to_owned(),
        Oddity::BreaksOff => "văn bản không trọn vẹn: tệp bị đứt giữa chừng".to_owned(),
        Oddity::NotWhole(Stop { at, said: Some(said) }) => {
            format!("văn bản không trọn vẹn: {} ở byte {}", quoted("trình đọc", said), number(*at))
        }
        Oddity::NotWhole(Stop { at, said: None }) => {
            format!("văn bản không trọn vẹn: bị đứt ở byte {}", number(*at))
        }
        Oddity::DamagedPart { name, said } => {
            format!("{name} bị hỏng, chữ có thể sai hoặc thiếu ({})", quoted("trình đọc", said))
        }
        Oddity::OldLines { lines, encoding } => {
            format!("{} dòng theo bảng mã {encoding} bị hiện như Latin-1, nay đã giải mã", count(*lines))
        }
        Oddity::LeftLines(lines) => {
            format!("{} dòng có chữ giống một bảng mã cũ, được giữ nguyên", count(*lines))
        }
        Oddity::BlankPages { blank, pages } => {
            format!("{} trong {} trang không có chữ", count(*blank), count(*pages))
        }
        Oddity::UnknownSigns(signs) => {
            format!("{} ký tự dùng phông chữ không cho biết là chữ gì, bị bỏ qua", count(*signs))
        }
        Oddity::Scans { scans, pages } => {
            let advice = advised(listener, ": thêm `--ocr` để nhận dạng");
            format!("{} trong {} trang là ảnh, ít chữ hoặc không có chữ{advice}", count(*scans), count(*pages))
        }
        Oddity::Recognized(pages) => {
            format!("{} trang được nhận dạng từ ảnh: chữ có thể sai", count(*pages))
        }
        Oddity::NotRecognized(pages) => not_recognized(pages),
        Oddity::ManyScans { left, most } => {
            format!("chỉ nhận dạng {} trang quét, bỏ qua {} trang", count(*most), count(*left))
        }
    }
}

pub fn run_notice(notice: &RunNotice, listener: Listener) -> String {
    match notice {
        RunNotice::Odd(odd) => oddity(odd, listener),
        RunNotice::MoreOddities(more) => format!("và {} điều nữa", count(*more)),
        RunNotice::MoreLeftOut(more) => format!("còn {} phần nữa của tệp bị bỏ qua", count(*more)),
        RunNotice::LeadsElsewhere { now, before } => format!("nay dẫn tới {now}, trước kia dẫn tới {before}"),
        RunNotice::Emptied(files) => {
            format!("nay trống, {} tệp của nó được bỏ khỏi chỉ mục", number(*files))
        }
        RunNotice::Lost(files) => format!(
            "nội dung của {} tệp đã mất: không đọc tiếp được chỉ mục, cũng không đọc lại được tệp; \
             khi nào có tệp thì lập chỉ mục lại",
            number(*files)
        ),
        RunNotice::Replaced(files) => format!(
            "không còn tệp nào trong {} tệp của nó, nên chúng được bỏ khỏi chỉ mục: ở đó nay là những tệp khác",
            number(*files)
        ),
    }
}

pub fn reason(reason: &Reason, listener: Listener) -> String {
    match reason {
        Reason::OtherFormat(extension) => format!("định dạng không đọc được ({extension})"),
        Reason::Double(Double::LeadsTo(id)) => format!("dẫn tới {id}"),
        Reason::Double(Double::SameFolder(id)) => format!("cùng là thư mục {id}"),
        Reason::Double(Double::SameFile(id)) => format!("cùng là tệp {id}"),
        Reason::Double(Double::LinkBack(id)) => format!("liên kết dẫn ngược về {id}"),
        Reason::Unreadable(why) => unreadable(why, listener),
        Reason::Remains => unreadable(&Unreadable::Remains, listener),
        Reason::Closed(Closed::Denied) => unreadable(&Unreadable::Denied, listener),
        Reason::Closed(Closed::System(said)) => quoted("hệ thống", said),
        Reason::Closed(Closed::NotNow(said)) => {
            format!("lúc này không đọc được ({}), nội dung cũ được giữ lại", quoted("hệ thống", said))
        }
        Reason::Closed(Closed::Unread(why)) => format!("{}, nội dung cũ được giữ lại", unreadable(why, listener)),
        Reason::Closed(Closed::Lost(why)) => {
            format!("{}: phần của nó trong chỉ mục đã mất", absence(*why))
        }
        Reason::Closed(Closed::Absent(why)) => {
            let advice = advised(listener, ", muốn bỏ thì dùng `index --forget`");
            format!("{}: phần của nó trong chỉ mục được giữ lại{advice}", absence(*why))
        }
    }
}

pub fn why(why: &Why) -> String {
    match why {
        Why::Forced => "theo yêu cầu",
        Why::ByteOrderMark => "có dấu thứ tự byte ở đầu tệp",
        Why::Valid => "mọi byte đều hợp lệ",
        Why::NearlyValid => "gần như mọi byte đều hợp lệ",
        Why::Zeros => "cứ hai byte có một byte bằng không",
        Why::Declared => "tệp ghi rõ tên bảng mã",
        Why::Fonts => "phông chữ của trang cho biết bảng mã",
        Why::Plain => "ngoài ASCII chỉ có dấu nháy và gạch ngang",
        Why::Best(_) => "cho nhiều tiếng Việt nhất trong số các chữ ngoài ASCII",
    }
    .to_owned()
}

/// What is said at the command line alone.
pub fn advised(listener: Listener, advice: &str) -> &str {
    match listener {
        Listener::Caller => "",
        Listener::CommandLine => advice,
    }
}

pub fn not_recognized(NotRecognized { page, program, how, more }: &NotRecognized) -> String {
    let said = program_failure(program, how);
    let more = if *more > 0 { format!(", và {} trang nữa", count(*more)) } else { String::new() };
    format!("không nhận dạng được trang {}: {said}{more}", count(*page))
}

fn program_failure(name: &str, how: &ProgramFailure) -> String {
    match how {
        ProgramFailure::NotInstalled => format!("chưa cài {name}"),
        ProgramFailure::Failed(said) => format!("{name} gặp lỗi: {}", quoted("hệ thống", said)),
        ProgramFailure::TooSlow { seconds } => format!("{name} chạy quá {} giây", number(*seconds)),
        ProgramFailure::NoText(said) => format!("{name} không cho ra chữ nào: {}", quoted("hệ thống", said)),
    }
}

/// Why scans cannot be read.
pub fn missing(missing: &Missing, listener: Listener) -> String {
    let said = match missing {
        Missing::Program { name, how } => program_failure(name, how),
        Missing::Data => "chưa cài dữ liệu ấy".to_owned(),
    };
    let is_installed = !matches!(missing, Missing::Data | Missing::Program { how: ProgramFailure::NotInstalled, .. });
    let advice = if is_installed { "" } else { advised(listener, INSTALL) };
    format!("đọc trang quét cần có tesseract, dữ liệu tiếng Việt của nó và pdftoppm, nhưng {said}{advice}")
}

const INSTALL: &str = ": thử `apt install tesseract-ocr tesseract-ocr-vie poppler-utils` \
    hoặc `brew install tesseract tesseract-lang poppler`";
