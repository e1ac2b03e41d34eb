//! The hidden verbs of the running program -> one file decoded for another run of it.
//!
//! What [`super::apart`] asks for is answered here.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::Command;

use super::apart::{NOT_FOUND, RUN_VERB, STARTED, VERB, answer, in_thread, set_serving};
use super::formats::FORMATS;
use super::limits::Limits;
use super::reading::Parse;
use crate::system;

/// Answers the hidden verbs, if one of them is what was typed, and returns the exit code.
///
/// To be called first thing in `main`; otherwise documents are not read in a process of their own.
pub fn serve(typed: &[OsString]) -> Option<u8> {
    set_serving(Vec::new());
    if let Some(code) = become_program(typed) {
        return Some(code);
    }
    let words: Vec<&str> = typed.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let [VERB, extension, bytes, memory, seconds] = words[..] else {
        return None;
    };
    let [Ok(max_file_bytes), Ok(max_memory_bytes), Ok(max_seconds)] = [bytes, memory, seconds].map(str::parse) else {
        return Some(2);
    };
    let limits = Limits { max_file_bytes, max_memory_bytes, max_seconds, ..Limits::default() };
    Some(if answer_one(extension, &limits).is_ok() { 0 } else { 2 })
}

/// Tells which program calls [`serve`] in the place of the running one: its path, and the arguments that stand before
/// the hidden verbs. For a library that is loaded into a program of others, such as an interpreter.
pub fn serve_by(program: Vec<OsString>) {
    set_serving(program);
}

/// Becomes the program that is named behind the limits; returns only if that fails.
fn become_program(typed: &[OsString]) -> Option<u8> {
    let [_, verb, memory, seconds, program, arguments @ ..] = typed else {
        return None;
    };
    let number = |word: &OsString| word.to_str().and_then(|word| word.parse().ok());
    let (true, Some(max_memory_bytes), Some(max_seconds)) = (verb == RUN_VERB, number(memory), number(seconds)) else {
        return None;
    };
    system::limit_process(max_memory_bytes, max_seconds);
    let mut command = Command::new(program);
    command.args(arguments);
    let _failed = system::become_program(command);
    Some(NOT_FOUND)
}

fn answer_one(extension: &str, limits: &Limits) -> io::Result<()> {
    system::limit_process(limits.max_memory_bytes, limits.max_seconds);
    let Some(Parse::Apart(parse)) = FORMATS.parse_for(extension) else {
        return Err(io::ErrorKind::Unsupported.into());
    };
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let mut out = io::stdout().lock();
    out.write_all(&[STARTED])?;
    out.flush()?;
    let outcome = in_thread(parse, bytes, limits);
    out.write_all(&answer::to_bytes(outcome))?;
    out.flush()
}
