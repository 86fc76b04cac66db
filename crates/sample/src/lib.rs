//! The sample zone: an invented development zone in the real shape of the model case.
//!
//! Always true of it: units, firms and people are invented; the totals are real, and each comes about by counting.
//! Nothing here depends on the day, the machine or the run.

pub mod content;
