//! Briefs (简报): written around figures, checked, and frozen on issue.
pub mod because;
pub mod brief;
pub mod brief_page;
pub mod catalogue;
pub mod chart;
pub mod checking;
pub mod draft_page;
pub mod drafting;
pub mod embed;
pub mod embedded;
pub mod file_check;
pub mod frozen;
pub mod frozen_parts;
pub mod issue_page;
pub mod issue_sheet;
pub mod issuing;
pub mod list_page;
pub mod live;
pub mod markup;
pub mod number_page;
pub mod paper;
pub mod pdf;
pub mod pictures;
pub mod placing;
pub mod public_page;
pub mod publication;
pub mod publication_page;
pub mod recount;
pub mod restating;
pub mod restating_page;
pub mod section;
pub mod sections;
pub mod sheet;
pub mod templates;
pub mod token;
pub mod typed;
pub mod versions;
pub mod working_copy;

pub use brief::BriefId;

pub fn pages() -> web::Pages {
    list_page::pages()
        .and(draft_page::pages())
        .and(issue_page::pages())
        .and(brief_page::pages())
        .and(number_page::pages())
        .and(publication_page::pages())
        .and(public_page::pages())
        .and(restating_page::pages())
        .and(placing::pages())
        .and(pdf::pages())
        .and(pictures::pages())
        .and(sections::pages())
        .and(templates::pages())
        .and(versions::pages())
        .and(working_copy::pages())
}
