//! A query to the passages that hold all of it, through what of the index.

use std::fs;

use crate::error::Result;
use crate::ingest::{Job, ingest};
use crate::search::{Request, Whole, search};
use crate::store::Reader;

#[test]
fn a_time_alone_goes_through_the_index_of_times() -> Result<()> {
    let (papers, index) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for number in 0..40 {
        let text = format!("Tin số {number} của năm {}.\n", 1940 + number);
        fs::write(papers.path().join(format!("{number:02}.txt")), text).unwrap();
    }
    ingest(index.path(), &Job { paths: vec![papers.path().to_owned()], ..Job::default() }, &())?;
    let reader = Reader::open(index.path())?;
    for query in ["1975", "tin 1975"] {
        let answer = search(&reader, &Request::new(query))?;
        let named: Vec<_> = answer.reading.dates.iter().map(|date| date.mention.clone()).collect();
        let (whole, mut found) = (Whole::of(&reader, &answer.reading, &named)?.unwrap(), Vec::new());
        let more = whole.each(&reader, 1, |_, passage| found.push(passage.clone()))?;
        // no other passage takes its place
        assert!(matches!(&found[..], [only] if only.doc.ends_with("/35.txt")) && !more, "{query}: {found:?}");
    }
    Ok(())
}
