//! One file a command.
pub mod backup;
pub mod bench;
pub mod brief;
pub mod doctor;
pub mod export;
pub mod figure;
pub mod import;
mod progress;
pub mod sample;
pub mod seal;
pub mod serve;
pub mod user;
pub mod verify;

pub use progress::Bar;
