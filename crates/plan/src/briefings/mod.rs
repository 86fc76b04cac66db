//! Briefings: recorded once for many units and people, each of whom counts once in a campaign (M3).
pub mod audience;
pub mod briefing;
pub mod correction;
pub mod coverage;
pub(crate) mod coverage_page;
pub(crate) mod list_page;
pub mod people;
pub(crate) mod record_page;
pub mod recording;
