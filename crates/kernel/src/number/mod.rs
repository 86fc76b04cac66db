//! Numbers as people write them: `214.6亿元`, `3900余名`, `同比增长18.5%`, and the same in English.
//!
//! Always true of this module: no floating point anywhere, nothing shown is larger than what is meant by "more than",
//! and a quantity that is not zero is never shown as zero.
mod digits;
mod example;
mod format;
mod growth;
mod typed;

crate::words!();

pub use digits::narrow;
pub use example::ExampleError;
pub use format::{NumberFormat, Scale};
pub use growth::{Against, Growth, share_change};
pub use typed::TypedError;

use serde::{Deserialize, Serialize};

/// What one unit of a quantity in the book stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Things, people, times: one is one.
    Plain,
    /// Money: one hundredth of a yuan.
    Fen,
    /// Shares and rates: one hundredth of a per cent, or of a percentage point.
    BasisPoints,
}

impl Measure {
    /// Decimal places between the quantity and what people write (a yuan, a per cent).
    fn places(self) -> u32 {
        match self {
            Measure::Plain => 0,
            Measure::Fen | Measure::BasisPoints => 2,
        }
    }
}
