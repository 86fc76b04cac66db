//! Limits shared by several crates. Each is shown in the message of whoever runs into it.

/// Largest workbook accepted by an import, in bytes.
pub const WORKBOOK_BYTES_MAX: usize = 32 * 1024 * 1024;

/// Largest size a workbook may unpack to, in bytes (guards against zip bombs).
pub const WORKBOOK_UNPACKED_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// Most rows of one import.
pub const IMPORT_ROWS_MAX: usize = 100_000;

/// Deepest unit tree, counted from the root.
pub const TREE_DEPTH_MAX: usize = 20;

/// Longest reason, comment or note, in characters.
pub const NOTE_CHARS_MAX: usize = 2_000;

/// Longest name or title, in characters.
pub const TITLE_CHARS_MAX: usize = 200;

/// Rows on one page of a list unless the reader chooses otherwise.
pub const PAGE_ROWS_DEFAULT: u64 = 20;

/// The page sizes a reader may choose.
pub const PAGE_ROWS: [u64; 4] = [10, 20, 50, 100];
