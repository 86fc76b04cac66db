//! One file a command.
pub mod bench;
pub mod brief;
pub mod doctor;
pub mod figure;
pub mod import;
pub mod sample;
pub mod serve;
pub mod user;
