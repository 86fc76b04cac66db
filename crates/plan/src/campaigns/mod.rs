//! Campaigns, and the bodies that run them.
pub mod campaign;
pub mod level;
pub mod setting_up;
pub mod store;
pub mod working_group;
