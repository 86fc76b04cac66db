//! Who may log in, and as what.
pub mod log_in;

pub use log_in::grant;
