//! What a text says, before it is known which days that are.
use super::Rule;
use crate::Holiday;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phrase {
    On(Point),
    Between(Point, Point),
    /// From a point on, or from now on: what follows.
    From(Option<Point>, Box<Phrase>),
    Recurring(Rule),
    Standing,
}

/// A stretch of the calendar whose last day is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub year: Option<i32>,
    pub span: Span,
    /// Only the end of the stretch is named (`6月底`, `年底前`).
    pub is_end: bool,
    /// It could be read in another way too.
    pub is_unclear: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Year,
    Half(u32),
    Quarter(u32),
    Month(u32),
    /// Ten days of a month (旬), 1 to 3; the last may have 8 to 11.
    Third(u32, u32),
    Day(u32, u32),
    Festival(Festival),
    /// The day before a festival.
    BeforeFestival(Festival),
}

/// A day known by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Festival {
    Fixed(u32, u32),
    /// The first rest day of a holiday that moves with the moon or the sun.
    Moving(Holiday),
}

impl Point {
    pub fn new(year: Option<i32>, span: Span) -> Point {
        Point {
            year,
            span,
            is_end: false,
            is_unclear: false,
        }
    }

    pub fn end(self) -> Point {
        Point {
            is_end: true,
            ..self
        }
    }

    pub fn unclear(self) -> Point {
        Point {
            is_unclear: true,
            ..self
        }
    }
}
