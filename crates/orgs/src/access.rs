//! Who may log in, and as what.
mod account_pages;
pub mod accounts;
mod doorkeeper;
pub mod grant;
pub mod log_in;
pub mod log_in_pages;
mod own_page;
mod password;
pub mod password_pages;
mod role;
pub(crate) mod trail;

pub use doorkeeper::RosterDoorkeeper;
pub use password::{Weakness, generated, weakness};

/// Logging in, choosing passwords, one's own account, everybody's accounts, and who did what.
pub fn pages() -> web::Pages {
    log_in_pages::pages()
        .and(password_pages::pages())
        .and(own_page::pages())
        .and(account_pages::pages())
        .and(trail::pages())
}
