//! What is odd about a file, or why it is left out, to English.

use super::error::absence;
use super::said;
use crate::corpus::{
    Closed, Crash, Damage, Double, Foreign, LineFault, Missing, NotRecognized, Oddity, ProgramFailure, Reason, Stop,
    Unreadable, Why,
};
use crate::error::Absence;
use crate::ingest::RunNotice;
use crate::voice::spoken::Listener;

pub fn oddity(oddity: &Oddity, listener: Listener) -> String {
    match oddity {
        Oddity::InMember { name, oddity } => format!("{name}: {}", self::oddity(oddity, listener)),
        Oddity::InLine { number, oddity } => format!("line {number}: {}", self::oddity(oddity, listener)),
        Oddity::DecodedAs(encoding) => format!("decoded as {encoding}"),
        Oddity::Invalid(encoding) => format!("some bytes were not valid {encoding} and are shown as \u{FFFD}"),
        Oddity::InvalidBytes(bytes) => {
            let (were, are) = if *bytes == 1 { ("byte was", "is") } else { ("bytes were", "are") };
            format!("{bytes} {were} not valid UTF-8 and {are} shown as \u{FFFD}")
        }
        Oddity::Nuls(nuls) => {
            let (were, are) = if *nuls == 1 { ("NUL was", "is") } else { ("NULs were", "are") };
            format!("{nuls} {were} found and {are} shown as \u{FFFD}")
        }
        Oddity::ReadAs(format) => format!("by its content it is .{format}, and it was read as that"),
        Oddity::ReadAsText => "by its content it is plain text, and it was read as that".to_owned(),
        Oddity::LeadsOut(name) => format!("its name in the archive leads out of it: {name:?}"),
        Oddity::Entities => "it declares entities, which are not expanded".to_owned(),
        Oddity::DamagedSigns => "some signs were damaged and are shown as \u{FFFD}".to_owned(),
        Oddity::BreaksOff => "the text is not whole: the file breaks off".to_owned(),
        Oddity::NotWhole(Stop { at, said }) => {
            let said = said.as_deref().unwrap_or("it breaks off");
            format!("the text is not whole: {} at byte {at}", said::said(said))
        }
        Oddity::DamagedPart { name, said } => {
            format!("{name} is damaged, letters may be wrong or missing ({})", said::said(said))
        }
        Oddity::OldLines { lines, encoding } => {
            format!("{} in {encoding} shown as Latin-1, now decoded", counted(*lines, "line"))
        }
        Oddity::LeftLines(lines) => {
            format!("{} with letters that look like an old encoding, left as they are", counted(*lines, "line"))
        }
        Oddity::BlankPages { blank, pages } => format!("{blank} of {pages} pages hold no text"),
        Oddity::Chunks(chunks) => {
            let (noun, are) = if *chunks == 1 { ("document", "is") } else { ("documents", "are") };
            format!("{chunks} {noun} of another format within it {are} not read: open it with Word and save it anew")
        }
        Oddity::Objects(1) => "an embedded object that is no document is not read".to_owned(),
        Oddity::Objects(objects) => {
            format!("{objects} embedded objects that are no documents are not read")
        }
        Oddity::Comments(comments) => {
            let (noun, are) = if *comments == 1 { ("comment", "is") } else { ("comments", "are") };
            format!("{comments} {noun} of its reviewers {are} not read")
        }
        Oddity::UnknownSigns(signs) => {
            format!("{signs} signs are in fonts that do not tell their letters, and are left out")
        }
        Oddity::Scans { scans, pages } => {
            let advice = advised(listener, ": `--ocr` recognizes them");
            format!("{scans} of {pages} pages are pictures with little text or none{advice}")
        }
        Oddity::Recognized(pages) => {
            let (noun, were) = if *pages == 1 { ("page", "was") } else { ("pages", "were") };
            format!("{pages} {noun} {were} recognized from pictures: letters may be wrong")
        }
        Oddity::NotRecognized(pages) => not_recognized(pages),
        Oddity::ManyScans { left, most } => format!("{left} scanned pages beyond the limit of {most} were left out"),
    }
}

pub fn run_notice(notice: &RunNotice, listener: Listener) -> String {
    match notice {
        RunNotice::Odd(odd) => oddity(odd, listener),
        RunNotice::MoreOddities(more) => format!("and {more} more"),
        RunNotice::MoreLeftOut(more) => format!("{more} more of its parts are left out"),
        RunNotice::LeadsElsewhere { now, before } => format!("it leads to {now} now, before to {before}"),
        RunNotice::Emptied(files) => {
            let are = if *files == 1 { "1 file of it is".to_owned() } else { format!("{files} files of it are") };
            format!("it is empty now, {are} taken out")
        }
        RunNotice::Lost(files) => {
            let are = if *files == 1 {
                "the text of 1 file is".to_owned()
            } else {
                format!("the texts of {files} files are")
            };
            format!(
                "{are} lost: they could not be read anew, and nothing of before is kept; index them when they can be read"
            )
        }
        RunNotice::MissingLines => {
            let advice = advised(listener, ", see what `tracuu status` lists");
            format!("its list of files was not whole: what was named or left out on purpose may be forgotten{advice}")
        }
        RunNotice::DamagedLines(lines) => {
            let were = if *lines == 1 { "line was" } else { "lines were" };
            let advice = advised(listener, ", see what `tracuu status` lists");
            format!(
                "{lines} {were} damaged in its list of files: what was named or left out on purpose may be forgotten{advice}"
            )
        }
        RunNotice::Replaced(files) => {
            format!("none of its {files} files is there any more, they are taken out: what lies there now is other")
        }
    }
}

pub fn reason(reason: &Reason, listener: Listener) -> String {
    match reason {
        Reason::OtherFormat(extension) => format!("not a format that is read ({extension})"),
        Reason::Double(Double::LeadsTo(id)) => format!("it leads to {id}"),
        Reason::Double(Double::SameFolder(id)) => format!("the same folder as {id}"),
        Reason::Double(Double::SameFile(id)) => format!("the same file as {id}"),
        Reason::Double(Double::LinkBack(id)) => format!("a symbolic link back to {id}"),
        Reason::Unreadable(why) => unreadable(why, listener),
        Reason::Remains => unreadable(&Unreadable::Remains, listener),
        Reason::Closed(Closed::Denied) => unreadable(&Unreadable::Denied, listener),
        Reason::Closed(Closed::System(said)) => said.clone(),
        Reason::Closed(Closed::NotNow(said)) => format!("it cannot be read now ({said}), its text of before stays"),
        Reason::Closed(Closed::Unread(why)) => format!("{}, its text of before stays", unreadable(why, listener)),
        Reason::Closed(Closed::Lost(why)) => format!("{}: what the index held of it is lost", absence(*why)),
        Reason::Closed(Closed::Bare(why)) => {
            let advice = advised(listener, ", `index --forget PATH` forgets it");
            format!("{}: the index holds nothing of it{advice}", absence(*why))
        }
        Reason::Closed(Closed::Absent(why)) => {
            let moved = match why {
                Absence::Gone => advised(listener, ", `index --move NAME PLACE` tells where it lies now"),
                _ => "",
            };
            let forgotten = advised(listener, ", `index --forget PATH` takes it out");
            format!("{}: what the index holds of it stays{moved}{forgotten}", absence(*why))
        }
    }
}

pub fn unreadable(why: &Unreadable, listener: Listener) -> String {
    match why {
        Unreadable::Vanished => "it is no longer there".to_owned(),
        Unreadable::NotThere => "it does not exist".to_owned(),
        Unreadable::DanglingLink => "a symbolic link to nothing".to_owned(),
        Unreadable::Denied => "no permission to read it".to_owned(),
        Unreadable::NotAFile => "not a regular file".to_owned(),
        Unreadable::OfKernel => "it lies in a file system of the kernel".to_owned(),
        Unreadable::TooLarge { limit } => {
            format!("larger than {}{}", amount(*limit), advised(listener, ": `--max-file-size` allows more"))
        }
        Unreadable::Binary => "binary, not text".to_owned(),
        Unreadable::Encoding => match listener {
            Listener::Caller => "encoding not recognized".to_owned(),
            Listener::CommandLine => {
                "encoding not recognized: name it with `--encoding`, or save it as UTF-8".to_owned()
            }
        },
        Unreadable::Remains => "no document, but what another program leaves beside one".to_owned(),
        Unreadable::Protected => "protected by a password".to_owned(),
        Unreadable::Scanned { .. } => {
            format!("scanned, no text{}", advised(listener, ": `--ocr` recognizes its letters"))
        }
        Unreadable::NoLetters { .. } => {
            format!("its fonts do not tell their letters{}", advised(listener, ": `--ocr` recognizes them"))
        }
        Unreadable::Unrecognized { why } => {
            let why = why.as_ref().map_or(String::new(), |why| format!(" ({})", not_recognized(why)));
            format!("scanned, and no letters were recognized{why}")
        }
        Unreadable::Damaged(Damage::Empty) => damage(&Damage::Empty),
        Unreadable::Damaged(how) => format!("damaged: {}", damage(how)),
        Unreadable::Other(what) => format!("it is {}, which is not read", foreign(*what)),
        Unreadable::OtherFormat(extension) => format!("not a format that is read ({extension})"),
        Unreadable::Double => "another file in the archive has this name".to_owned(),
        Unreadable::LongLine { limit } => {
            format!("longer than {}{}", amount(*limit), advised(listener, ": `--max-line-size` allows more"))
        }
        Unreadable::OddLine(fault) => {
            format!("not a JSON object with \"id\" and \"text\" ({})", line_fault(fault))
        }
        Unreadable::SameId(id) => format!("the id {id:?} stands before"),
        Unreadable::LargeArchive { limit } => {
            format!("larger than {}{}", amount(*limit), advised(listener, ": `--max-archive-size` allows more"))
        }
        Unreadable::Link => "a link, which is not followed".to_owned(),
        Unreadable::UnpacksTooLarge { limit } => {
            let advice = advised(listener, ": `--max-file-size` allows more");
            format!("it unpacks to more than {}{advice}", amount(*limit))
        }
        Unreadable::ArchiveTooLarge { limit } => {
            let advice = advised(listener, ": `--max-archive-size` allows more");
            format!("its archive unpacks to more than {}{advice}", amount(*limit))
        }
        Unreadable::Swells { limit } => {
            format!("more comes out of its file than {}, the most that one of its size holds", amount(*limit))
        }
        Unreadable::Method(name) => format!("packed by a method that is not read ({name})"),
        Unreadable::Bomb => "it unpacks to more than a thousand times its size".to_owned(),
        Unreadable::NeedsMemory { limit } => format!("unpacking it takes more than {} of memory", amount(*limit)),
        Unreadable::Volume => "one of several volumes of an archive, which are not read: pack it as one".to_owned(),
        Unreadable::TooDeep => "it lies too deep in other files".to_owned(),
        Unreadable::TooSlow { seconds } => {
            let advice = advised(listener, ": `--max-seconds` allows more");
            format!("reading it took longer than {seconds} seconds{advice}")
        }
        Unreadable::Crashed(Crash::Panicked) => "its reader failed on it".to_owned(),
        Unreadable::Crashed(how) => format!("its reader failed: {}", crash(how)),
        Unreadable::Io(said) => format!("reading failed: {said}"),
    }
}

pub fn why(why: &Why) -> String {
    match why {
        Why::Forced => "as you asked".to_owned(),
        Why::ByteOrderMark => "byte order mark".to_owned(),
        Why::Valid => "every byte is valid".to_owned(),
        Why::NearlyValid => "nearly every byte is valid".to_owned(),
        Why::Zeros => "every other byte is zero".to_owned(),
        Why::Declared => "the file names it".to_owned(),
        Why::Fonts => "the fonts of the page tell the encoding of its letters".to_owned(),
        Why::Plain => "nothing beyond ASCII but quotes and dashes".to_owned(),
        Why::Best(_) => "it makes the most Vietnamese of the words beyond ASCII".to_owned(),
    }
}

/// What is said at the command line alone.
fn advised(listener: Listener, advice: &str) -> &str {
    match listener {
        Listener::Caller => "",
        Listener::CommandLine => advice,
    }
}

/// An amount of bytes in the unit that options take, where it is a whole number of these.
pub fn amount(bytes: u64) -> String {
    match bytes.is_multiple_of(1 << 20) {
        true => format!("{} MiB", bytes >> 20),
        false => format!("{bytes} bytes"),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn not_recognized(NotRecognized { page, program, how, more }: &NotRecognized) -> String {
    let said = program_failure(program, how);
    let more = if *more > 0 { format!(", and {more} more") } else { String::new() };
    format!("page {page} was not recognized: {said}{more}")
}

fn program_failure(name: &str, how: &ProgramFailure) -> String {
    match how {
        ProgramFailure::NotInstalled => format!("{name} is not installed"),
        ProgramFailure::Failed(said) => format!("{name} failed: {said}"),
        ProgramFailure::TooSlow { seconds } => format!("{name} took longer than {seconds} seconds"),
        ProgramFailure::NoText(said) => format!("{name} left no text: {said}"),
    }
}

/// Why scans cannot be read.
pub fn missing(missing: &Missing, listener: Listener) -> String {
    let said = match missing {
        Missing::Program { name, how } => program_failure(name, how),
        Missing::Data => "the data is not installed".to_owned(),
    };
    let is_installed = !matches!(missing, Missing::Data | Missing::Program { how: ProgramFailure::NotInstalled, .. });
    let advice = if is_installed { "" } else { advised(listener, INSTALL) };
    format!("scans are read with tesseract, its Vietnamese data and pdftoppm, but {said}{advice}")
}

const INSTALL: &str = ": try `apt install tesseract-ocr tesseract-ocr-vie poppler-utils` \
    or `brew install tesseract tesseract-lang poppler`";

fn damage(how: &Damage) -> String {
    match how {
        Damage::Empty => "the file is empty".to_owned(),
        Damage::Said(said) => said::said(said),
        Damage::Stream { name, said } => format!("{name}: {}", said::said(said)),
        Damage::BreaksOff => "the text breaks off".to_owned(),
        Damage::NoPlace => "it does not tell where its text lies".to_owned(),
        Damage::NoHeader => "it has no header of a mail".to_owned(),
        Damage::NoWord => "it holds no text of Word".to_owned(),
        Damage::NoOpenDocument => "it holds no text of OpenDocument".to_owned(),
        Damage::NoWorkbook => "it holds no workbook".to_owned(),
        Damage::NoPresentation => "it holds no presentation".to_owned(),
        Damage::NoChapters => "it does not name its chapters".to_owned(),
        Damage::NoPages => "it has no pages".to_owned(),
        Damage::NoTable => "its list of members is cut off or broken".to_owned(),
        Damage::ManyMembers(most) => format!("more than {most} members"),
        Damage::Packed(said) => format!("a part of it cannot be unpacked ({})", said::said(said)),
        Damage::Beginning(extension) => format!("it does not begin as .{extension} does, nor is it text"),
    }
}

fn foreign(what: Foreign) -> &'static str {
    match what {
        Foreign::Xlsb => "a binary workbook (.xlsb)",
        Foreign::OldWord => "a document of Word before version 6",
        Foreign::OpenDocument => "an OpenDocument file without text",
        Foreign::Gzip => "an archive of gzip (.gz)",
        Foreign::Png => "a picture (.png)",
        Foreign::Jpeg => "a picture (.jpg)",
    }
}

fn line_fault(fault: &LineFault) -> String {
    match fault {
        LineFault::NoBrace => "it starts with no brace".to_owned(),
        LineFault::EmptyId => "\"id\" is empty".to_owned(),
        LineFault::Said { column, said } => format!("column {column}: {}", said::said(said)),
    }
}

fn crash(how: &Crash) -> String {
    match how {
        Crash::Panicked => "it failed on it".to_owned(),
        Crash::NotStarted(said) => format!("it could not start ({said})"),
        Crash::NoRoom { limit, least } => {
            format!("{} MiB of memory are too few for it, allow it {} or more", limit >> 20, least >> 20)
        }
        Crash::Ended(said) => said.clone(),
    }
}
