//! How the program ends: documented in `luodi --help`.
use serde_json::json;
use std::process::ExitCode;

/// What was asked for cannot be had as it was asked: wrong input, an unknown name, nothing was changed.
pub const REFUSED: u8 = 1;
/// Something that the asker cannot mend: the disk, the database, the network.
pub const BROKEN: u8 = 3;
/// `doctor` found that the book does not add up.
pub const DIFFERS: u8 = 4;

/// A refusal, in a sentence for the person who asked.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

/// Refuses with a sentence.
pub fn refuse<T>(sentence: impl Into<String>) -> anyhow::Result<T> {
    Err(Refused(sentence.into()).into())
}

/// Whoever read what is printed has gone, as `head` does: the program ends as others do then, without a word.
pub const UNREAD: i32 = 141;

/// Ends the program quietly when nobody reads what it prints any more. Only the printing of commands panics so: the server
/// writes to its own connections.
pub fn end_quietly_when_unread() {
    let loudly = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let said = panic.payload_as_str().unwrap_or_default();
        if said.starts_with("failed printing to std") && said.contains("Broken pipe") {
            std::process::exit(UNREAD);
        }
        loudly(panic);
    }));
}

/// Says why the program ends without having done what was asked: to a person, and to a script as JSON.
pub fn end(error: &anyhow::Error, as_json: bool) -> ExitCode {
    let (sentence, code) = match error.downcast_ref::<Refused>() {
        Some(refused) => (refused.to_string(), REFUSED),
        None => (format!("luodi: {error:#}"), BROKEN),
    };
    eprintln!("{sentence}");
    if as_json {
        println!("{}", json!({ "error": sentence }));
    }
    code.into()
}
