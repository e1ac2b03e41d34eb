//! What the system says of a failure to Vietnamese, where its kind tells it.

use std::io::{Error, ErrorKind};

/// What went wrong, in the middle of a sentence; what has no kind is told as the system says it.
pub fn io(error: &Error) -> String {
    let said = match error.kind() {
        ErrorKind::NotFound => "không có ở đó",
        ErrorKind::PermissionDenied => "không có quyền truy cập",
        ErrorKind::AlreadyExists => "đã có sẵn ở đó",
        ErrorKind::NotADirectory => "không phải thư mục",
        ErrorKind::IsADirectory => "là thư mục, không phải tệp",
        ErrorKind::DirectoryNotEmpty => "thư mục không rỗng",
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
        ErrorKind::StorageFull => "ổ đĩa đã đầy",
        ErrorKind::QuotaExceeded => "đã dùng hết dung lượng được cấp",
        ErrorKind::FileTooLarge => "tệp quá lớn",
        ErrorKind::OutOfMemory => "không đủ bộ nhớ",
        ErrorKind::TimedOut => "chờ quá lâu",
        ErrorKind::Interrupted => "bị ngắt giữa chừng",
        ErrorKind::UnexpectedEof => "dữ liệu bị đứt giữa chừng",
        ErrorKind::InvalidFilename => "tên tệp không hợp lệ",
        ErrorKind::BrokenPipe => "không còn ai nhận",
        ErrorKind::ResourceBusy => "đang bận",
        ErrorKind::InvalidInput => "không phải tệp thường",
        _ => return quoted("hệ thống", &error.to_string()),
    };
    said.to_owned()
}

/// What somebody else says, who does not speak Vietnamese.
pub fn quoted(who: &str, said: &str) -> String {
    format!("{who} báo “{said}”")
}
