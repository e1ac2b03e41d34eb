//! Why a file cannot be read, to Vietnamese.

use super::counts::{count, number};
use super::scans::{advised, not_recognized};
use super::system::{quoted, unread};
use crate::corpus::{Crash, Damage, Foreign, LineFault, Unreadable};
use crate::voice::spoken::Listener;

pub fn unreadable(why: &Unreadable, listener: Listener) -> String {
    match why {
        Unreadable::Vanished => "không còn ở đó".to_owned(),
        Unreadable::NotThere => "không có tệp này".to_owned(),
        Unreadable::DanglingLink => "liên kết không dẫn tới đâu".to_owned(),
        Unreadable::Denied => "không có quyền đọc".to_owned(),
        Unreadable::NotAFile => "không phải tệp thường".to_owned(),
        Unreadable::OfKernel => "nằm trong hệ thống tệp của nhân hệ điều hành".to_owned(),
        Unreadable::TooLarge { limit } => {
            format!("lớn hơn {}{}", amount(*limit), advised(listener, ": đổi bằng `--max-file-size`"))
        }
        Unreadable::Binary => "là dữ liệu nhị phân, không phải văn bản".to_owned(),
        Unreadable::Encoding => {
            let advice = advised(listener, ": nêu tên bảng mã bằng `--encoding`, hoặc lưu lại thành UTF-8");
            format!("không nhận ra bảng mã{advice}")
        }
        Unreadable::Remains => "không phải văn bản, mà là tệp phụ của chương trình khác".to_owned(),
        Unreadable::Protected => "được đặt mật khẩu".to_owned(),
        Unreadable::Scanned { .. } => {
            format!("là bản quét, không có chữ{}", advised(listener, ": thêm `--ocr` để nhận dạng"))
        }
        Unreadable::NoLetters { .. } => {
            let advice = advised(listener, ": thêm `--ocr` để nhận dạng");
            format!("phông chữ không cho biết ký tự nào là chữ gì{advice}")
        }
        Unreadable::Unrecognized { why } => {
            let why = why.as_ref().map_or(String::new(), |why| format!(" ({})", not_recognized(why)));
            format!("là bản quét, không nhận dạng được chữ nào{why}")
        }
        Unreadable::Damaged(Damage::Empty) => damage(&Damage::Empty),
        Unreadable::Damaged(how) => format!("bị hỏng: {}", damage(how)),
        Unreadable::Other(what) => format!("là {}, loại không đọc được", foreign(*what)),
        Unreadable::OtherFormat(extension) => format!("định dạng không đọc được ({extension})"),
        Unreadable::Double => "trong tệp nén có tệp khác cùng tên".to_owned(),
        Unreadable::LongLine { limit } => {
            format!("dài quá {}{}", amount(*limit), advised(listener, ": đổi bằng `--max-line-size`"))
        }
        Unreadable::OddLine(fault) => {
            format!("không phải đối tượng JSON có \"id\" và \"text\" ({})", line_fault(fault))
        }
        Unreadable::SameId(id) => format!("id {id:?} đã có ở dòng trước"),
        Unreadable::LargeArchive { limit } => {
            format!("lớn hơn {}{}", amount(*limit), advised(listener, ": đổi bằng `--max-archive-size`"))
        }
        Unreadable::Link => "là liên kết, không đọc theo".to_owned(),
        Unreadable::UnpacksTooLarge { limit } => {
            let advice = advised(listener, ": đổi bằng `--max-file-size`");
            format!("giải nén ra quá {}{advice}", amount(*limit))
        }
        Unreadable::ArchiveTooLarge { limit } => {
            let advice = advised(listener, ": đổi bằng `--max-archive-size`");
            format!("tệp nén chứa nó giải nén ra quá {}{advice}", amount(*limit))
        }
        Unreadable::Swells { limit } => {
            format!("tệp chứa nó giải nén ra quá {}, mức nhiều nhất của một tệp cỡ đó", amount(*limit))
        }
        Unreadable::Method(name) => format!("nén theo cách không đọc được ({name})"),
        Unreadable::Bomb => "giải nén ra hơn một nghìn lần kích thước của nó".to_owned(),
        Unreadable::NeedsMemory { limit } => format!("giải nén cần hơn {} bộ nhớ", amount(*limit)),
        Unreadable::Volume => {
            "là một phần của tệp nén nhiều phần, loại không đọc được: hãy nén lại thành một tệp".to_owned()
        }
        Unreadable::TooDeep => "nằm quá sâu trong các tệp khác".to_owned(),
        Unreadable::TooSlow { seconds } => {
            let advice = advised(listener, ": đổi bằng `--max-seconds`");
            format!("đọc quá {} giây chưa xong{advice}", number(*seconds))
        }
        Unreadable::Crashed(Crash::Panicked) => crash(&Crash::Panicked),
        Unreadable::Crashed(how) => format!("trình đọc gặp lỗi: {}", crash(how)),
        Unreadable::Io(said) => format!("đọc không được: {}", unread(said)),
    }
}

/// An amount of bytes in the unit that options take, where it is a whole number of these.
pub fn amount(bytes: u64) -> String {
    match bytes.is_multiple_of(1 << 20) {
        true => format!("{} MiB", number(bytes >> 20)),
        false => format!("{} byte", number(bytes)),
    }
}

fn damage(how: &Damage) -> String {
    match how {
        Damage::Empty => "tệp trống".to_owned(),
        Damage::Said(said) => quoted("trình đọc", said),
        Damage::Stream { name, said } => format!("{name}: {}", quoted("trình đọc", said)),
        Damage::BreaksOff => "văn bản bị đứt giữa chừng".to_owned(),
        Damage::NoPlace => "không cho biết phần chữ nằm ở đâu".to_owned(),
        Damage::NoHeader => "thiếu phần đầu thư".to_owned(),
        Damage::NoWord => "không có phần chữ của Word".to_owned(),
        Damage::NoOpenDocument => "không có phần chữ của OpenDocument".to_owned(),
        Damage::NoWorkbook => "không có bảng tính".to_owned(),
        Damage::NoPresentation => "không có bản trình chiếu".to_owned(),
        Damage::NoChapters => "không cho biết các chương".to_owned(),
        Damage::NoPages => "không có trang nào".to_owned(),
        Damage::NoTable => "danh sách tệp bên trong bị đứt hoặc hỏng".to_owned(),
        Damage::ManyMembers(most) => format!("có quá {} tệp bên trong", count(*most)),
        Damage::Packed(said) => format!("có phần không giải nén được ({})", quoted("trình đọc", said)),
        Damage::Beginning(extension) => format!("không mở đầu như tệp .{extension}, cũng không phải văn bản thuần"),
    }
}

fn foreign(what: Foreign) -> &'static str {
    match what {
        Foreign::Xlsb => "bảng tính nhị phân (.xlsb)",
        Foreign::OldWord => "văn bản của Word trước phiên bản 6",
        Foreign::OpenDocument => "tệp OpenDocument không có chữ",
        Foreign::Gzip => "tệp nén gzip (.gz)",
        Foreign::Png => "ảnh (.png)",
        Foreign::Jpeg => "ảnh (.jpg)",
    }
}

fn line_fault(fault: &LineFault) -> String {
    match fault {
        LineFault::NoBrace => "không mở đầu bằng dấu ngoặc nhọn".to_owned(),
        LineFault::EmptyId => "\"id\" để trống".to_owned(),
        LineFault::Said { column, said } => format!("cột {}: {}", count(*column), quoted("trình đọc", said)),
    }
}

fn crash(how: &Crash) -> String {
    match how {
        Crash::Panicked => "trình đọc gặp lỗi bên trong".to_owned(),
        Crash::NoRoom { limit, least } => {
            format!("{} MiB bộ nhớ là quá ít, cần cho dùng từ {} trở lên", number(limit >> 20), number(least >> 20))
        }
        Crash::NotStarted(said) => format!("không khởi động được ({})", quoted("hệ thống", said)),
        Crash::Ended(said) => quoted("hệ thống", said),
    }
}
