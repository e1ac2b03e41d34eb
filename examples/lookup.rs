//! A folder and a query to the passages that answer it, and to what is known of the people it names.
//!
//! `cargo run --example lookup -- corpus "đỗ văn thắng"`

use std::env;
use std::error::Error;
use std::path::Path;

use tracuu::directory::person;
use tracuu::ingest::{Job, ingest};
use tracuu::search::{Request, search};
use tracuu::store::Reader;

fn main() -> Result<(), Box<dyn Error>> {
    let mut typed = env::args().skip(1);
    let (Some(folder), Some(query)) = (typed.next(), typed.next()) else {
        return Err("name a folder and a query".into());
    };
    let index = Path::new("index");
    let job = Job { paths: vec![folder.into()], ..Job::default() };
    let summary = ingest(index, &job, &())?;
    println!("{} documents, {} passages", summary.documents, summary.passages);
    let reader = Reader::open(index)?;
    let answer = search(&reader, &Request::new(query))?;
    for notice in &answer.notices {
        eprintln!("{notice}");
    }
    for hit in &answer.hits {
        let passage = &hit.passage;
        println!("{}. {}:{}\n{}\n", hit.rank, passage.doc, passage.lines.0, passage.text);
    }
    for name in &answer.reading.people {
        for found in person(&reader, name)? {
            println!("{}: {} mentions", found.listed.name, found.sightings.len());
        }
    }
    Ok(())
}
