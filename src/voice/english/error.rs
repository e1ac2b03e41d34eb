//! An error to an English sentence.

mod cluster;

use std::path::Path;

use crate::error::{Absence, Error, Flaw, Holder};
use crate::voice::spoken::Listener;

pub fn error(error: &Error, listener: Listener) -> String {
    let said = said(error);
    match listener {
        Listener::Caller => said,
        Listener::CommandLine => match (error, advice(error)) {
            (Error::Busy { path, holder }, _) => {
                format!(
                    "another `tracuu index` is writing to {}{}: `--wait` waits until it has finished",
                    path.display(),
                    held(holder.as_ref())
                )
            }
            (_, Some(advice)) => format!("{said}: {advice}"),
            (_, None) => said,
        },
    }
}

/// What went wrong.
fn said(error: &Error) -> String {
    match error {
        Error::NoIndex { path } => format!("no index in {}", path.display()),
        Error::OtherFormat { path, found, expected } => {
            format!("the index in {} has format {found}, this program reads {expected}", path.display())
        }
        Error::WouldLose { path, ids } => format!(
            "nothing of the index in {} can be kept, for it has another format, and what it holds of {} is not there to \
             be read anew",
            path.display(),
            ids.join(", ")
        ),
        Error::Damaged { path, flaw } => format!("the index in {} is damaged ({})", path.display(), self::flaw(flaw)),
        Error::Lost { path, flaw } => {
            format!("the index in {} is damaged ({}), and its paths are lost", path.display(), self::flaw(flaw))
        }
        Error::NotOurs { path } => format!(
            "{} is no file that `tracuu` has made, but a link, a folder or a device: remove it first",
            path.display()
        ),
        Error::Busy { path, holder } => {
            format!("another process is writing to {}{}", path.display(), held(holder.as_ref()))
        }
        Error::NoRoot { path } => format!("{} is no path or name of a root", path.display()),
        Error::NotIndexed { path } => {
            format!("{} is no name of what is indexed, nor the end of one", path.display())
        }
        Error::Ambiguous { path, ids } => {
            format!("{} may be several, name one of them: {}", path.display(), ids.join(", "))
        }
        Error::InIndex { path, index } => format!(
            "{} lies in {}, the folder of the index: keep the index in another folder",
            path.display(),
            index.display()
        ),
        Error::RootTaken { path, name, other } => {
            format!("{} cannot be the place of {name}: {other} lies there", path.display())
        }
        Error::NoPlace { path, why: Absence::Gone, .. } => format!("{}: does not exist", path.display()),
        Error::NoPlace { path, name, why } => {
            format!("{} cannot be the place of {name}: {}", path.display(), absence(*why))
        }
        Error::Denied { path } => format!("no permission to read the index in {}", path.display()),
        Error::Stopped { path } => format!("stopped: the index in {} stands as it was before", path.display()),
        Error::Io { path, source } => format!("{}: {source}", path.display()),
        Error::NoThread { source } => format!("no thread can be started ({source})"),
        Error::System { path, said } => {
            format!("the system does not let the index in {} be used ({said})", path.display())
        }
        Error::NoMemory { path, given_bytes, wanted_bytes } => format!(
            "the system does not let the index in {} be used (it gives {} MiB of memory, {} are wanted)",
            path.display(),
            given_bytes >> 20,
            wanted_bytes >> 20
        ),
        Error::Cluster { path, fault } => cluster::fault(&path.display().to_string(), fault),
        Error::Engine { path, source } => format!("the index in {} cannot be used: {source}", path.display()),
    }
}

/// What somebody at the command line can type next.
fn advice(error: &Error) -> Option<String> {
    match error {
        Error::NoIndex { path } => Some(format!(
            "go to the folder that has one, name it by `--index`, or make one with `{} PATH...`",
            index_at(path)
        )),
        Error::OtherFormat { path, .. } | Error::Damaged { path, .. } => {
            Some(format!("run `{} --rebuild`", index_at(path)))
        }
        Error::WouldLose { path, .. } => {
            Some(format!("bring it back, or give it up with `{} --rebuild --forget NAME`", index_at(path)))
        }
        Error::Lost { path, .. } => Some(format!("name them in `{} --rebuild PATH...`", index_at(path))),
        Error::NoRoot { .. } => Some("`tracuu status` lists them".to_owned()),
        Error::NotIndexed { .. } => Some("`tracuu status` lists the roots, hits tell files".to_owned()),
        Error::NoThread { .. } => Some("let the user have more processes (`ulimit -u`)".to_owned()),
        Error::System { .. } | Error::NoMemory { .. } => Some("see `ulimit -a`".to_owned()),
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
    let host = host.as_ref().map_or_else(String::new, |host| format!(" on {host}"));
    let seconds = since.elapsed().unwrap_or_default().as_secs();
    match seconds / 60 {
        0 => format!(" (process {pid}{host}, for {seconds} s)"),
        minutes => format!(" (process {pid}{host}, for {minutes} min)"),
    }
}

/// What is wrong with the files of an index.
fn flaw(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Missing(file) => format!("{file} is missing"),
        Flaw::Empty(file) => format!("{file} is empty"),
        Flaw::Size { file, bytes, noted_bytes } => format!("{file} has {bytes} bytes instead of {noted_bytes}"),
        Flaw::Changed(Some(file)) => format!("{file} differs from its checksum"),
        Flaw::Changed(None) => "a file differs from its checksum".to_owned(),
        Flaw::OddLine { file, line } => format!("{file} holds the line `{line}`"),
        Flaw::Unreadable { file, said } => format!("{file} cannot be read: {said}"),
        Flaw::Said(said) => super::said::said(said),
        Flaw::Told(1) => "1 file as told".to_owned(),
        Flaw::Told(files) => format!("{files} files as told"),
        Flaw::AndMore(first, more) => format!("{}, and {more} more files", self::flaw(first)),
    }
}

/// Why what was indexed counts as not there.
pub fn absence(why: Absence) -> &'static str {
    match why {
        Absence::Gone => "it is not there",
        Absence::NowFile => "it is a file and was a folder",
        Absence::Empty => "it is empty",
        Absence::Unknown => "where it lay is not known any more",
        Absence::OtherDisk => "the disk that was there is gone",
        Absence::Covered => "another disk lies there now",
        Absence::NothingLeft => "no file that can be read is left in it",
        Absence::NoneNamed => "none of the files that were named is left in it",
        Absence::Nothing => "nothing of it lies there",
        Absence::Few => "not half of its files lies there",
        Absence::NoFolder => "it is no folder",
        Absence::DeadLink => "a symbolic link to nothing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_type_next_is_said_at_the_command_line_alone() {
        let check = |failed: Error, caller: &str, command_line: &str| {
            assert_eq!(failed.to_string(), caller);
            assert_eq!(error(&failed, Listener::CommandLine), format!("{caller}{command_line}"));
        };
        let path = || Path::new("a").to_owned();
        let flaw = || Flaw::Missing("x".to_owned());
        check(
            Error::NoIndex { path: "index".into() },
            "no index in index",
            ": go to the folder that has one, name it by `--index`, or make one with `tracuu index PATH...`",
        );
        check(
            Error::OtherFormat { path: path(), found: "3".to_owned(), expected: 4 },
            "the index in a has format 3, this program reads 4",
            ": run `tracuu --index a index --rebuild`",
        );
        check(
            Error::Damaged { path: path(), flaw: flaw() },
            "the index in a is damaged (x is missing)",
            ": run `tracuu --index a index --rebuild`",
        );
        check(
            Error::Lost { path: path(), flaw: flaw() },
            "the index in a is damaged (x is missing), and its paths are lost",
            ": name them in `tracuu --index a index --rebuild PATH...`",
        );
        check(Error::NoRoot { path: path() }, "a is no path or name of a root", ": `tracuu status` lists them");
        check(
            Error::Ambiguous { path: path(), ids: vec!["b/a".to_owned(), "c/a".to_owned()] },
            "a may be several, name one of them: b/a, c/a",
            "",
        );
        let name = "docs".to_owned();
        check(
            Error::NoPlace { path: path(), name, why: Absence::NoFolder },
            "a cannot be the place of docs: it is no folder",
            "",
        );
        let busy = Error::Busy { path: path(), holder: None };
        assert_eq!(busy.to_string(), "another process is writing to a");
        assert_eq!(
            error(&busy, Listener::CommandLine),
            "another `tracuu index` is writing to a: `--wait` waits until it has finished"
        );
    }
}
