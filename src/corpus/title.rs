//! The title among the properties of a file -> the title of the document, if it says anything.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::legacy::repair_title;
use super::lines::collapse;

static EMPTY: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    include_str!("data/titles.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// What is no title but the name of a file ends so.
const EXTENSIONS: [&str; 28] = [
    "cdr", "doc", "docm", "docx", "dot", "dotx", "dvi", "dwg", "htm", "html", "indd", "jpg", "odp", "ods", "odt",
    "p65", "pdf", "pmd", "ppt", "pptx", "ps", "pub", "qxd", "qxp", "rtf", "tex", "txt", "wpd",
];

/// Programs that put their name before that of a file.
const PROGRAMS: [&str; 3] = ["word", "powerpoint", "excel"];

/// The title, in Unicode and with single blanks; nothing where a program made it.
pub(super) fn told(title: &str) -> Option<String> {
    let title = repair_title(collapse(title));
    let lower = title.to_lowercase();
    let says = lower.chars().any(char::is_alphanumeric) && !is_file_name(&lower) && !is_default(&lower);
    says.then_some(title)
}

fn is_file_name(title: &str) -> bool {
    let of_program = title.strip_prefix("microsoft ").and_then(|rest| rest.split_once(" - "));
    let by_extension = title.rsplit_once('.').is_some_and(|(name, extension)| {
        !name.is_empty() && (EXTENSIONS.contains(&extension) || ["xls", "xlsx", "xlsm"].contains(&extension))
    });
    by_extension || of_program.is_some_and(|(program, _)| PROGRAMS.contains(&program.trim()))
}

fn is_default(title: &str) -> bool {
    let name = title.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '_' | '#'));
    let name = name.strip_suffix(" (").or_else(|| name.strip_suffix("(")).unwrap_or(name);
    EMPTY.contains(name) || EMPTY.contains(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_say_nothing_are_none() {
        let check = |title: &str, expected: Option<&str>| assert_eq!(told(title).as_deref(), expected, "{title}");
        check("Kế  hoạch\n142", Some("Kế hoạch 142"));
        check("", None);
        check(" - ", None);
        check("Microsoft Word - Ke hoach 142", None);
        check("Microsoft PowerPoint - Bai 1 [Compatibility Mode]", None);
        check("Bao cao.DOCX", None);
        check("sach_2.indd", None);
        check("(anonymous)", None);
        check("Folie 1", None);
        check("Slide1", None);
        check("PowerPoint Presentation", None);
        check("Untitled-2", None);
        check("Document1", None);
        check("Báo cáo 2021", Some("Báo cáo 2021"));
        check("Microsoft và Việt Nam - hợp tác", Some("Microsoft và Việt Nam - hợp tác"));
        check("Thông tư 01.2012", Some("Thông tư 01.2012"));
        check("Tài liệu tập huấn", Some("Tài liệu tập huấn"));
        check("Slide bài giảng", Some("Slide bài giảng"));
        check("NghÞ ®Þnh", Some("Nghị định"));
        check("LuËt ®Êt ®ai", Some("Luật đất đai"));
        check("Größe über alles", Some("Größe über alles"));
        check("Café Müller", Some("Café Müller"));
    }
}
