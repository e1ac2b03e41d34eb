//! Pages that are pictures, and the programs that recognize them, to Vietnamese.

use super::counts::{count, number};
use super::system::quoted;
use crate::corpus::{Missing, NotRecognized, ProgramFailure};
use crate::voice::spoken::Listener;

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
