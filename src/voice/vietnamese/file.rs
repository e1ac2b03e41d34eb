//! What is odd about a file, and why it is left out, to Vietnamese.

use super::counts::{count, number};
use super::error::absence;
use super::scans::{advised, not_recognized};
use super::system::{quoted, unread};
use super::unreadable::unreadable;
use crate::corpus::{Closed, Double, Oddity, Reason, Stop, Unreadable, Why};
use crate::error::Absence;
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
        Oddity::Chunks(chunks) => format!(
            "không đọc {} phần thuộc định dạng khác nằm bên trong: hãy mở bằng Word rồi lưu lại",
            count(*chunks)
        ),
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
        Oddity::Objects(objects) => {
            format!("không đọc {} đối tượng nhúng không phải là văn bản", number(*objects as u64))
        }
        Oddity::Comments(comments) => format!("không đọc {} nhận xét của người góp ý", number(*comments as u64)),
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
            format!("nay trống, {} tệp của nó được gỡ khỏi chỉ mục", number(*files))
        }
        RunNotice::Lost(files) => format!(
            "nội dung của {} tệp đã mất: không đọc lại được tệp, nội dung cũ cũng không giữ được; khi nào đọc được thì \
             lập chỉ mục lại",
            number(*files)
        ),
        RunNotice::MissingLines => {
            let advice = advised(listener, ", hãy xem lại danh sách trong `tracuu status`");
            format!("danh sách tệp không trọn vẹn: những gì đã nêu tên hoặc đã gỡ có thể không còn được nhớ{advice}")
        }
        RunNotice::DamagedLines(lines) => {
            let advice = advised(listener, ", hãy xem lại danh sách trong `tracuu status`");
            format!(
                "danh sách tệp có {} dòng hỏng: những gì đã nêu tên hoặc đã gỡ có thể không còn được nhớ{advice}",
                number(*lines)
            )
        }
        RunNotice::Replaced(files) => format!(
            "không còn tệp nào trong {} tệp của nó, nên chúng được gỡ khỏi chỉ mục: ở đó nay là những tệp khác",
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
        Reason::Closed(Closed::System(said)) => unread(said),
        Reason::Closed(Closed::NotNow(said)) => {
            format!("lúc này không đọc được ({}), nội dung cũ được giữ lại", unread(said))
        }
        Reason::Closed(Closed::Unread(why)) => format!("{}, nội dung cũ được giữ lại", unreadable(why, listener)),
        Reason::Closed(Closed::Lost(why)) => {
            format!("{}: phần của nó trong chỉ mục đã mất", absence(*why))
        }
        Reason::Closed(Closed::Bare(why)) => {
            let advice = advised(listener, ", muốn quên hẳn thì dùng `index --forget ĐƯỜNG_DẪN`");
            format!("{}: trong chỉ mục không có gì của nó{advice}", absence(*why))
        }
        Reason::Closed(Closed::Absent(why)) => {
            let moved = match why {
                Absence::Gone => advised(listener, ", đã chuyển chỗ thì dùng `index --move TÊN CHỖ`"),
                _ => "",
            };
            let forgotten = advised(listener, ", muốn gỡ thì dùng `index --forget ĐƯỜNG_DẪN`");
            format!("{}: phần của nó trong chỉ mục được giữ lại{moved}{forgotten}", absence(*why))
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
