//! What the sample zone consists of, as plain values: who is there, what is planned, what happened.
//!
//! Always true: the same on every run; every code that is mentioned exists; no total is written down anywhere.
//! The tables under `data/` hold what deserves a name of its own, the rest (members, credit codes) is made from them.

mod account;
mod briefings;
mod counters;
mod credit_code;
mod duties;
mod evening;
mod log_ins;
mod names;
mod pairings;
mod people;
mod plan;
mod results;
mod service_days;
mod sheet_rows;
mod table;
mod text;
mod units;
mod visits;
mod wishes;

pub use account::{AccountBrief, Block, FigureReference, account_brief};
pub use briefings::{Audience, Briefing, Covered, Headcount, briefings};
pub use counters::{Counter, CounterBooking, counter_bookings, counters};
pub use credit_code::{credit_code, credit_code_is_valid};
pub use evening::{
    ADVICE_SLOTS, ADVICE_UNIT, EVENING_SLOT_COUNT, EVENING_SLOTS, EVENING_UNIT, Group,
    advice_title, evening_groups, evening_title, evening_walk_ins,
};
pub use log_ins::{LogIn, ReachOf, log_ins};
pub use pairings::{Pairing, pairings};
pub use people::{Person, Post, PostHeld, holder_of, people, person_in_charge};
pub use plan::{
    CAMPAIGN_ENDS, CAMPAIGN_STARTS, CAMPAIGN_TITLE, Measure, Plan, Predecessor, Target, Task,
    Theme, plan,
};
pub use results::{TaskResult, results};
pub use service_days::{DAYS_DECIDED, DayDecided, ServiceProject, service_projects};
pub use sheet_rows::{PEOPLE_HEAD, PLAN_HEAD, UNITS_HEAD, people_rows, plan_rows, unit_rows};
pub use text::Text;
pub use units::{ROOT, Unit, UnitKind, is_below, units};
pub use visits::{Course, Topic, Visit, topics, visits};
pub use wishes::{Wish, wishes};

#[cfg(test)]
mod tests;
