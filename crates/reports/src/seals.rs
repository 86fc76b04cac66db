//! Seals (封存): closed days put under a hash that can be printed, and what proves a book true or says what was changed.
mod check_page;
pub mod checking;
mod daily;
mod list_page;
mod paper_page;
mod record_page;
mod said;

pub(crate) use daily::job;
pub use said::{in_words, unreadable};

pub fn pages() -> web::Pages {
    list_page::pages()
        .and(check_page::pages())
        .and(record_page::pages())
        .and(paper_page::pages())
}
