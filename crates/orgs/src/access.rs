//! Who may log in, and as what.
pub mod accounts;
mod doorkeeper;
pub mod log_in;
pub mod log_in_pages;
mod password;
pub mod password_pages;

pub use doorkeeper::RosterDoorkeeper;
pub use log_in::grant;
pub use password::{Weakness, weakness};

/// Logging in and choosing passwords.
pub fn pages() -> web::Pages {
    log_in_pages::pages().and(password_pages::pages())
}
