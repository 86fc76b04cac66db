//! Limits of one document. Each is shown in the message of whoever runs into it.

/// Most paragraphs, headings, lists, tables and images.
pub const BLOCKS_MAX: usize = 5_000;

/// Most characters of all text together.
pub const CHARACTERS_MAX: usize = 500_000;

/// Most columns of a table: more cannot be read on a page of this width.
pub const TABLE_COLUMNS_MAX: usize = 12;

/// Most rows of a table.
pub const TABLE_ROWS_MAX: usize = 2_000;

/// Most images.
pub const IMAGES_MAX: usize = 50;

/// Largest image, in bytes.
pub const IMAGE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Longest address that a number opens, in characters: what Word accepts.
pub const LINK_CHARACTERS_MAX: usize = 2_048;

/// Width of the text area (GB/T 9704-2012, 5.2.1), in millimetres.
pub const TEXT_WIDTH_MM: u16 = 156;

/// Tallest image: the text area of 225 mm less one line for its spacing, in millimetres.
pub const IMAGE_HEIGHT_MM_MAX: u16 = 214;
