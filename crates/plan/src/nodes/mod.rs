//! The plan itself: a tree of items whose innermost level are the tasks.
pub mod node;
pub mod plan;
pub mod target;
