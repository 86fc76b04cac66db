//! The plan itself: a tree of items whose innermost level are the tasks.
pub mod node;
pub mod plan;
pub mod target;
pub(crate) mod tree_page;
pub(crate) mod work_list_page;
