//! Files, folders or bytes to the documents in them with all that they mention, without an index.

use std::ops::ControlFlow;
use std::path::PathBuf;

use crate::corpus::{self, Document, Limits, Manner, Oddity, Skipped, Unreadable};
use crate::mention::Mentions;

/// What reading files gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Extracted {
    /// A document with all that it mentions; the ranges are bytes of its text.
    Document(Document, Box<Mentions>),
    /// What is odd about a file whose documents were handed out.
    Odd {
        /// The file, by its id.
        file: String,
        /// What is odd.
        oddity: Oddity,
    },
    /// A file or folder that was left out, or a part of a file.
    LeftOut(Skipped),
}

/// What takes these as they come; `Break` ends the reading early.
pub type EachExtracted<'a> = dyn FnMut(Extracted) -> ControlFlow<()> + 'a;

pub(super) fn files(
    paths: &[PathBuf],
    manner: &Manner,
    limits: &Limits,
    each: &mut EachExtracted<'_>,
) -> ControlFlow<()> {
    let walk = corpus::walk(paths);
    walk.skipped.into_iter().map(Extracted::LeftOut).try_for_each(&mut *each)?;
    for source in &walk.sources {
        let mut flow = ControlFlow::Continue(());
        let read = corpus::read_as(source, manner, limits, &mut |document| {
            flow = each(of(document));
            flow
        });
        flow?;
        let file = || source.id.clone();
        match read {
            Ok(report) => {
                let oddities = report.notices.into_iter().map(|oddity| Extracted::Odd { file: file(), oddity });
                oddities.chain(report.left_out.into_iter().map(Extracted::LeftOut)).try_for_each(&mut *each)?;
            }
            Err(why) => each(Extracted::LeftOut(Skipped { path: file().into(), reason: why.reason() }))?,
        }
    }
    ControlFlow::Continue(())
}

pub(super) fn bytes(id: &str, bytes: Vec<u8>, manner: &Manner) -> Result<Vec<Extracted>, Unreadable> {
    let (document, report) = corpus::read_plain(id, bytes, manner)?;
    let odd = |oddity| Extracted::Odd { file: id.to_owned(), oddity };
    Ok(report.notices.into_iter().map(odd).chain([of(document)]).collect())
}

fn of(document: Document) -> Extracted {
    let mentions = Mentions::of(&document.text, document.date.as_deref());
    Extracted::Document(document, Box::new(mentions))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::mention::Mentioned;

    /// Each thing as it comes, up to so many.
    fn extracted(files: &[(&str, &str)], most: usize) -> Vec<String> {
        let folder = tempfile::tempdir().expect("made");
        for (name, text) in files {
            fs::write(folder.path().join(name), text).expect("written");
        }
        let mut told = Vec::new();
        let _ = super::files(&[folder.path().to_owned()], &Manner::default(), &Limits::default(), &mut |came| {
            told.push(match came {
                Extracted::Document(document, mentions) => {
                    let name = |mention: Mentioned<'_>| document.text[mention.range().clone()].to_owned();
                    mentions.in_order().into_iter().map(name).collect::<Vec<_>>().join("; ")
                }
                Extracted::Odd { oddity, .. } => oddity.to_string(),
                Extracted::LeftOut(left) => left.reason.to_string(),
            });
            if told.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        told
    }

    #[test]
    fn documents_come_in_order_with_what_is_left_out() {
        let lines = "{\"id\": \"x\", \"text\": \"Chỉ thị 06-CT/TU\"}\n{\"id\": \"y\", \"text\": \"năm 2021\"}\nz";
        let files =
            [("a.log", ""), ("b.txt", "ngày 23/4/2021, Kế hoạch 142/KH-LĐLĐ"), ("c.jsonl", lines), ("d.txt", "\0\0\0")];
        let odd = "not a JSON object with \"id\" and \"text\" (it starts with no brace)";
        let expected = [
            "not a format that is read (.log)",
            "ngày 23/4/2021; Kế hoạch 142/KH-LĐLĐ; Kế hoạch 142/KH-LĐLĐ",
            "Chỉ thị 06-CT/TU; Chỉ thị 06-CT/TU",
            "năm 2021",
            odd,
            "binary, not text",
        ];
        assert_eq!(extracted(&files, usize::MAX), expected);
        for most in 1..expected.len() {
            assert_eq!(extracted(&files, most), expected[..most]);
        }
    }

    #[test]
    fn bytes_are_read_as_plain_text() {
        let read = bytes("-", "năm 2021".into(), &Manner::default()).expect("text");
        let dates = |came: &Extracted| match came {
            Extracted::Document(document, mentions) => (document.id.clone(), mentions.dates.len()),
            other => panic!("{other:?}"),
        };
        assert_eq!(read.iter().map(dates).collect::<Vec<_>>(), [("-".to_owned(), 1)]);
        assert_eq!(bytes("-", vec![0; 9], &Manner::default()), Err(Unreadable::Binary));
    }
}
