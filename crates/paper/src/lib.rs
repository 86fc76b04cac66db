//! Official documents as Word files, in the page format of GB/T 9704-2012.
//!
//! A [`Brief`] is plain text with numbers in it; this crate knows neither figures nor databases. Always true:
//!
//! - the same brief gives the same bytes, so a file can be compared with the one that was issued;
//! - a page holds 22 lines of 28 characters, in Word as in LibreOffice;
//! - every number that has an address is a link to it;
//! - what cannot stand in a Word file is refused with place and remedy ([`PaperError::text`]), or, where it is an
//!   unprintable control character, left out.
//!
//! The named fonts (仿宋_GB2312, 方正小标宋简体) may not be shipped: the file names them, with free ones as fallbacks.
kernel::words!();

mod brief;
mod date;
mod error;
pub mod limits;
mod ordinal;
mod picture;
mod word;

pub use brief::{Align, Block, Brief, Column, Foot, Headings, Image, Inline, Issue, Level, Table};
pub use date::write_date;
pub use error::{Counted, PaperError};
pub use ordinal::ordinal;
pub use picture::{Picture, can_write_chinese, picture_of_svg};
pub use word::reading::{Link, ReadError, Written, read};
