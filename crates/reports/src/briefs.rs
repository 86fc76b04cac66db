//! Briefs (简报): written around figures, checked, and frozen on issue.
pub mod brief;
pub mod brief_page;
pub mod checking;
pub mod draft_page;
pub mod drafting;
pub mod file_check;
pub mod frozen;
pub mod issue_page;
pub mod issuing;
pub mod list_page;
pub mod live;
pub mod markup;
pub mod number_page;
pub mod paper;
pub mod recount;
pub mod sheet;
pub mod token;

pub use brief::BriefId;

pub fn pages() -> web::Pages {
    list_page::pages()
        .and(draft_page::pages())
        .and(issue_page::pages())
        .and(brief_page::pages())
        .and(number_page::pages())
}
