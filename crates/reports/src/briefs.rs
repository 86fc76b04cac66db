//! Briefs (简报): written around figures, checked, and frozen on issue.
pub mod brief;
pub mod checking;
pub mod drafting;
pub mod frozen;
pub mod issuing;
pub mod live;
pub mod markup;
pub mod paper;
pub mod recount;
pub mod token;

pub use brief::BriefId;
