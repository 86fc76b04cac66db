use crate::{FILE_BYTES_MAX, FILES_MAX, PIXELS_MAX, words::texts};
use kernel::Lang;

/// Why a file was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    /// More than [`FILE_BYTES_MAX`].
    TooLarge,
    /// Of no [`crate::Kind`].
    Kind,
    /// A picture that no decoder opens.
    Broken,
    /// A picture of more than [`PIXELS_MAX`].
    TooManyPixels,
    /// The record has [`FILES_MAX`] files.
    TooMany,
}

impl Refusal {
    /// Place, reason, remedy.
    pub fn text(self, lang: Lang, file_name: &str) -> String {
        let t = texts(lang);
        match self {
            Refusal::Empty => t.refused_empty(file_name),
            Refusal::TooLarge => {
                t.refused_too_large(file_name, (FILE_BYTES_MAX / (1024 * 1024)).to_string())
            }
            Refusal::Kind => t.refused_kind(file_name, t.kinds_all()),
            Refusal::Broken => t.refused_broken(file_name),
            Refusal::TooManyPixels => {
                t.refused_pixels(file_name, (PIXELS_MAX / 1_000_000).to_string())
            }
            Refusal::TooMany => t.refused_too_many(file_name, FILES_MAX.to_string()),
        }
    }
}
