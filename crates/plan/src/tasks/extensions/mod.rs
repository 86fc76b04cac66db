//! More time for a task (延期): asked for by its lead unit before the limit, decided by whoever keeps the plan. The first
//! date stays to be seen.
pub(crate) mod ask_page;
pub mod asking;
pub(crate) mod decide_page;
pub mod deciding;
pub mod extension;
#[cfg(test)]
mod tests;
pub mod withdrawing;
