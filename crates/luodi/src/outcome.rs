//! How the program ends: documented in `luodi --help`.

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
