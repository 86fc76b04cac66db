//! Campaigns, and the bodies that run them.
pub(crate) mod bodies_page;
pub mod campaign;
pub mod level;
pub(crate) mod list_page;
pub(crate) mod new_page;
pub mod setting_up;
pub mod store;
pub mod working_group;
