//! Practical things for people.
pub mod cases;
