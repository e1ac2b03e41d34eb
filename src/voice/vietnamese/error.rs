//! An error to a Vietnamese sentence.

mod cluster;

use std::path::Path;

use super::counts::number;
use super::system::{io, quoted};
use crate::error::{Absence, Error, Flaw, Holder};
use crate::voice::spoken::Listener;

pub fn error(error: &Error, listener: Listener) -> String {
    let said = said(error);
    match (listener, error) {
        (Listener::Caller, _) => said,
        (Listener::CommandLine, Error::Busy { path, holder }) => format!(
            "một lệnh `tracuu index` khác đang ghi vào {}{}: thêm `--wait` để chờ lệnh ấy xong",
            path.display(),
            held(holder.as_ref())
        ),
        (Listener::CommandLine, _) => match advice(error) {
            Some(advice) => format!("{said}: {advice}"),
            None => said,
        },
    }
}

/// What went wrong.
fn said(error: &Error) -> String {
    match error {
        Error::NoIndex { path } => format!("chưa có chỉ mục ở {}", path.display()),
        Error::OtherFormat { path, found, expected } => {
            format!("chỉ mục ở {} thuộc định dạng {found}, chương trình này đọc định dạng {expected}", path.display())
        }
        Error::WouldLose { path, ids } => format!(
            "chỉ mục ở {} thuộc định dạng khác nên không giữ lại được gì, mà {} nay không có ở đó để đọc lại",
            path.display(),
            ids.join(", ")
        ),
        Error::Damaged { path, flaw } => format!("chỉ mục ở {} bị hỏng ({})", path.display(), self::flaw(flaw)),
        Error::Lost { path, flaw } => format!(
            "chỉ mục ở {} bị hỏng ({}), không còn biết đã lập từ những đường dẫn nào",
            path.display(),
            self::flaw(flaw)
        ),
        Error::NotOurs { path } => format!(
            "{} không phải tệp do `tracuu` tạo ra mà là liên kết, thư mục hoặc thiết bị: hãy bỏ đi trước đã",
            path.display()
        ),
        Error::Busy { path, holder } => {
            format!("một tiến trình khác đang ghi vào {}{}", path.display(), held(holder.as_ref()))
        }
        Error::NoRoot { path } => format!("{} không phải đường dẫn hay tên của một gốc", path.display()),
        Error::NotIndexed { path } => {
            format!("trong chỉ mục không có gì tên là {}", path.display())
        }
        Error::Ambiguous { path, ids } => {
            format!("{} có thể là nhiều thứ, hãy nêu rõ một: {}", path.display(), ids.join(", "))
        }
        Error::InIndex { path, index } => format!(
            "{} nằm trong {}, thư mục của chỉ mục: hãy để chỉ mục ở thư mục khác",
            path.display(),
            index.display()
        ),
        Error::RootTaken { path, name, other } => {
            format!("không thể để {name} ở {}: {other} nằm ở đó", path.display())
        }
        Error::NoPlace { path, why: Absence::Gone, .. } => format!("không có {}", path.display()),
        Error::NoPlace { path, name, why } => {
            format!("không thể để {name} ở {}: {}", path.display(), absence(*why))
        }
        Error::Denied { path } => format!("không có quyền đọc chỉ mục ở {}", path.display()),
        Error::Stopped { path } => format!("đã dừng: chỉ mục ở {} vẫn như trước", path.display()),
        Error::Io { path, source } => format!("{}: {}", path.display(), io(source)),
        Error::NoThread { source } => format!("không khởi động được luồng xử lý nào ({})", io(source)),
        Error::System { path, said } => {
            format!("hệ thống không cho dùng chỉ mục ở {} ({})", path.display(), quoted("bộ máy", said))
        }
        Error::NoMemory { path, given_bytes, wanted_bytes } => format!(
            "hệ thống không cho dùng chỉ mục ở {} (chỉ cấp {} MiB bộ nhớ, cần {})",
            path.display(),
            number(given_bytes >> 20),
            number(wanted_bytes >> 20)
        ),
        Error::Cluster { path, fault } => cluster::fault(&path.display().to_string(), fault),
        Error::Engine { path, source } => {
            format!("không dùng được chỉ mục ở {}: {}", path.display(), quoted("bộ máy", &source.to_string()))
        }
    }
}

/// What somebody at the command line can type next.
fn advice(error: &Error) -> Option<String> {
    match error {
        Error::NoIndex { path } => Some(format!(
            "hãy chuyển về thư mục có chỉ mục, nêu chỉ mục bằng `--index`, hoặc tạo mới bằng `{} ĐƯỜNG_DẪN...`",
            index_at(path)
        )),
        Error::OtherFormat { path, .. } | Error::Damaged { path, .. } => {
            Some(format!("hãy chạy `{} --rebuild`", index_at(path)))
        }
        Error::WouldLose { path, .. } => {
            Some(format!("hãy đưa trở lại, hoặc bỏ hẳn bằng `{} --rebuild --forget TÊN`", index_at(path)))
        }
        Error::Lost { path, .. } => {
            Some(format!("hãy nêu các đường dẫn ấy trong `{} --rebuild ĐƯỜNG_DẪN...`", index_at(path)))
        }
        Error::NoRoot { .. } => Some("`tracuu status` liệt kê các gốc".to_owned()),
        Error::NotIndexed { .. } => Some("`tracuu status` liệt kê các gốc, kết quả tìm nêu tên tệp".to_owned()),
        Error::NoThread { .. } => Some("hãy cho người dùng này chạy nhiều tiến trình hơn (`ulimit -u`)".to_owned()),
        Error::System { .. } | Error::NoMemory { .. } => Some("xem `ulimit -a`".to_owned()),
        _ => None,
    }
}

/// The command that brings the index in a folder up to date, as far as it is the same for all.
fn index_at(folder: &Path) -> String {
    match folder == Path::new("index") {
        true => "tracuu index".to_owned(),
        false => format!("tracuu --index {} index", folder.display()),
    }
}

/// Who writes, and for how long.
fn held(holder: Option<&Holder>) -> String {
    let Some(Holder { host, pid, since }) = holder else { return String::new() };
    let host = host.as_ref().map_or_else(String::new, |host| format!(" trên máy {host}"));
    let seconds = since.elapsed().unwrap_or_default().as_secs();
    match seconds / 60 {
        0 => format!(" (tiến trình {pid}{host}, được {seconds} giây)"),
        minutes => format!(" (tiến trình {pid}{host}, được {minutes} phút)"),
    }
}

/// What is wrong with the files of an index.
fn flaw(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Missing(file) => format!("thiếu {file}"),
        Flaw::Empty(file) => format!("{file} rỗng"),
        Flaw::Size { file, bytes, noted_bytes } => {
            format!("{file} dài {} byte, đúng ra phải là {}", number(*bytes), number(*noted_bytes))
        }
        Flaw::Changed(Some(file)) => format!("{file} không khớp tổng kiểm"),
        Flaw::Changed(None) => "có tệp không khớp tổng kiểm".to_owned(),
        Flaw::OddLine { file, line } => format!("{file} có dòng lạ `{line}`"),
        Flaw::Unreadable { file, said } => format!("không đọc được {file}: {}", quoted("hệ thống", said)),
        Flaw::Said(said) => quoted("bộ máy", said),
        Flaw::Told(files) => format!("{files} tệp đã nêu"),
        Flaw::AndMore(first, more) => format!("{}, và {more} tệp nữa", self::flaw(first)),
    }
}

/// Why what was indexed counts as not there.
pub fn absence(why: Absence) -> &'static str {
    match why {
        Absence::Gone => "không còn ở đó",
        Absence::Unknown => "không còn biết trước đây nằm ở đâu",
        Absence::NoneNamed => "trong đó không còn tệp nào đã được nêu tên",
        Absence::NowFile => "trước là thư mục, nay là tệp",
        Absence::Empty => "trống",
        Absence::OtherDisk => "ổ đĩa ở đó trước đây nay không còn",
        Absence::Covered => "nay có ổ đĩa khác ở đó",
        Absence::NothingLeft => "trong đó không còn tệp nào đọc được",
        Absence::Nothing => "không có tệp nào của nó ở đó",
        Absence::Few => "ở đó có chưa đến một nửa số tệp của nó",
        Absence::NoFolder => "không phải thư mục",
        Absence::DeadLink => "liên kết không dẫn tới đâu",
    }
}
