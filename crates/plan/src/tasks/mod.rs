//! What is done about a task: reports of results, and their verification.
pub mod acknowledging;
mod asked_form;
pub mod extensions;
mod facts;
pub(crate) mod nudge_page;
pub mod nudging;
pub mod report;
pub mod report_correction;
pub(crate) mod report_files;
pub(crate) mod report_page;
pub mod reporting;
pub mod sending_back;
pub mod sign_off;
pub(crate) mod sign_off_page;
pub mod supervision;
pub(crate) mod task_page;
