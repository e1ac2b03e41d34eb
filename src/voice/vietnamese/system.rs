//! What the system says of a failure to Vietnamese, where its kind tells it.

use std::io::{Error, ErrorKind};

use crate::voice::known::in_vietnamese;

/// What the system says where a process has too many files open, or all processes together have.
const MANY_FILES: [i32; 2] = [24, 23];

/// What went wrong, in the middle of a sentence; what has no kind is told as the system says it.
pub fn io(error: &Error) -> String {
    worded(error).map_or_else(|| quoted("hệ thống", &error.to_string()), str::to_owned)
}

fn worded(error: &Error) -> Option<&'static str> {
    let said = match error.kind() {
        _ if error.raw_os_error().is_some_and(|number| MANY_FILES.contains(&number)) => "mở quá nhiều tệp cùng lúc",
        ErrorKind::WouldBlock => "hệ thống tạm thời không cho thêm",
        ErrorKind::AddrInUse => "chương trình khác đang dùng địa chỉ và cổng này",
        ErrorKind::AddrNotAvailable => "máy này không có địa chỉ ấy",
        ErrorKind::NotFound => "không có tệp hay thư mục này",
        ErrorKind::PermissionDenied => "không đủ quyền",
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
        _ => return None,
    };
    Some(said)
}

/// What somebody else says, who does not speak Vietnamese: in our words where it is common.
pub fn quoted(who: &str, said: &str) -> String {
    let known = in_vietnamese(said);
    let known = known.or_else(|| worded(&numbered(said)?).map(str::to_owned));
    known.unwrap_or_else(|| format!("{who} báo “{said}”"))
}

/// What the system says of a file that cannot be read.
pub fn unread(said: &str) -> String {
    match numbered(said).map(|error| error.kind()) {
        Some(ErrorKind::PermissionDenied) => "không có quyền đọc".to_owned(),
        _ => quoted("hệ thống", said),
    }
}

/// A failure of the system by the number in what it says: `... (os error 28)`.
fn numbered(said: &str) -> Option<Error> {
    let (number, _) = said.split_once("(os error ")?.1.split_once(')')?;
    number.parse().ok().map(Error::from_raw_os_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_known_by_its_number() {
        assert_eq!(quoted("hệ thống", "Permission denied (os error 13)"), "không đủ quyền");
        assert_eq!(unread("Permission denied (os error 13)"), "không có quyền đọc");
        assert_eq!(quoted("hệ thống", "Too many open files (os error 24)"), "mở quá nhiều tệp cùng lúc");
        assert_eq!(quoted("hệ thống", "the disk has melted"), "hệ thống báo “the disk has melted”");
    }
}
