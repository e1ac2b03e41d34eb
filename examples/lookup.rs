//! A folder and a query to the passages that answer it, and to what is known of the people it names.
//!
//! `cargo run --example lookup -- corpus "đỗ văn thắng"`

use std::env;
use std::error::Error;

use tracuu::archive::Archive;
use tracuu::ingest::Job;
use tracuu::search::Request;

fn main() -> Result<(), Box<dyn Error>> {
    let mut typed = env::args().skip(1);
    let (Some(folder), Some(query)) = (typed.next(), typed.next()) else {
        return Err("name a folder and a query".into());
    };
    let archive = Archive::at("index");
    let job = Job { paths: vec![folder.into()], ..Job::default() };
    let summary = archive.update(&job, &())?;
    println!("{} documents, {} passages", summary.documents, summary.passages);
    let answer = archive.search(&Request::new(query))?;
    for notice in &answer.notices {
        eprintln!("{notice}");
    }
    for hit in &answer.hits {
        let passage = &hit.passage;
        println!("{}. {}:{}\n{}\n", hit.rank, passage.doc, passage.lines.0, passage.text);
    }
    for name in &answer.reading.people {
        for found in archive.person(&name.typed)?.into_iter().flat_map(|named| named.people) {
            println!("{}: {} mentions", found.listed.name, found.sightings.len());
        }
    }
    Ok(())
}
