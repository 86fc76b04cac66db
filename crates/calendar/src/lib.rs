//! Days as offices count them: working days, deadlines as people write them, and plans scheduled backwards from them.
//!
//! Always true here:
//! - Nothing is asked of the world: today, the campaign and the working days are arguments. No clock, no database, no words.
//! - A deadline on a rest day means the working day before; the day as written is kept beside it.
//! - Problems are values that carry what is wrong and, where there is one, what would be right; others phrase them.
pub mod deadline;
pub mod light;
pub mod progress;
pub mod schedule;
pub mod working_days;

pub use working_days::{DayKind, Holiday, WorkingDays};
