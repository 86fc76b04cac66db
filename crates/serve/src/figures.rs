//! The figures that this domain brings along.
use ledger::FigureSeed;

pub const FIGURES: &[FigureSeed] = &[];
