//! Campaigns, and the bodies that run them.
pub(crate) mod bodies_page;
mod body_form;
pub(crate) mod body_page;
pub mod campaign;
pub mod level;
pub(crate) mod list_page;
pub(crate) mod new_page;
pub mod setting_up;
pub mod store;
pub mod working_group;
pub mod working_group_correction;
