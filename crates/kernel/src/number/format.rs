use super::digits::{power, round, write};
use super::{Measure, words};
use crate::Lang;
use serde::{Deserialize, Serialize};

/// The unit of ten thousands in which a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scale {
    One,
    /// 万, ten thousand.
    Wan,
    /// 亿, a hundred million.
    Yi,
    /// The largest of the three in which the number is at least one.
    Auto,
}

impl Scale {
    pub(super) fn places(self) -> u32 {
        match self {
            Scale::One | Scale::Auto => 0,
            Scale::Wan => 4,
            Scale::Yi => 8,
        }
    }

    pub(super) fn sign(self) -> &'static str {
        match self {
            Scale::One | Scale::Auto => "",
            Scale::Wan => "万",
            Scale::Yi => "亿",
        }
    }

    fn smaller(self) -> Option<Self> {
        match self {
            Scale::Yi => Some(Scale::Wan),
            Scale::Wan => Some(Scale::One),
            Scale::One | Scale::Auto => None,
        }
    }
}

/// How the quantities of one figure are written. Made from an example, see [`NumberFormat::from_example`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NumberFormat {
    pub(super) measure: Measure,
    pub(super) scale: Scale,
    /// Most decimals shown, in the unit of the scale.
    pub(super) decimals: u32,
    /// All decimals are shown, also zeros at the end.
    pub(super) fixed: bool,
    /// Thousands are parted by commas also in a Chinese sentence.
    pub(super) grouped: bool,
    /// The quantity is rounded down to a multiple of this and shown as "more than"; 0 for exact.
    pub(super) at_least: i64,
    /// 余 stands behind the scale: 3.9万余名 rather than 40余亿元.
    pub(super) more_behind_scale: bool,
    /// Differences between shares are percentage points, not per cent.
    pub(super) points: bool,
    pub(super) word_zh: String,
    pub(super) word_en: String,
    /// The example itself, so that it can be shown again as it was typed.
    pub(super) example: String,
}

/// A number about to be written: what is left after scale and rounding were chosen.
struct Shown {
    quantity: i128,
    scale: Scale,
    decimals_min: u32,
    more: bool,
}

impl NumberFormat {
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The step to which quantities are rounded down, or 0 if they are shown exactly.
    pub fn at_least(&self) -> i64 {
        self.at_least
    }

    /// The quantity inside a sentence, with its word: `3900余名`, `CNY 21.46 billion`.
    pub fn write(&self, quantity: i64, lang: Lang) -> String {
        let shown = self.shown(quantity);
        match lang {
            Lang::Zh => self.write_zh(&shown),
            Lang::En => self.write_en(&shown),
        }
    }

    /// The quantity in a table's cell: exact to the format's decimals, thousands parted, no word; the column's head says
    /// [`NumberFormat::cell_unit`]. All cells of a column are in one scale, with the same decimals.
    pub fn write_cell(&self, quantity: i64) -> String {
        let places = self.places(self.scale);
        let quantity = round(quantity.into(), power(places - self.decimals));
        write(quantity, places, self.decimals, true)
    }

    /// What one in a table's cell stands for: `亿元`, `CNY 100 million`, `%`.
    pub fn cell_unit(&self, lang: Lang) -> String {
        let t = words::texts(lang);
        match (lang, self.measure) {
            (_, Measure::BasisPoints) if self.points => t.number_points_unit(),
            (_, Measure::BasisPoints) => "%".to_owned(),
            (Lang::Zh, _) => format!("{}{}", self.scale.sign(), self.word_zh),
            (Lang::En, measure) => {
                let scale = match self.scale {
                    Scale::One | Scale::Auto => "",
                    Scale::Wan => "10,000",
                    Scale::Yi => "100 million",
                };
                match (measure, scale) {
                    (Measure::Fen, "") => "CNY".to_owned(),
                    (Measure::Fen, scale) => format!("CNY {scale}"),
                    (_, "") => self.plural().to_owned(),
                    (_, scale) => format!("{scale} {}", self.plural()).trim_end().to_owned(),
                }
            }
        }
    }

    pub(super) fn places(&self, scale: Scale) -> u32 {
        self.measure.places() + scale.places()
    }

    fn shown(&self, quantity: i64) -> Shown {
        let quantity = i128::from(quantity);
        if 0 < self.at_least && 0 < quantity {
            self.shown_down(quantity)
        } else {
            self.shown_near(quantity)
        }
    }

    /// Rounded to the nearest. A number too small for its scale and decimals goes down until something is left of it.
    fn shown_near(&self, quantity: i128) -> Shown {
        let mut scale = self.scale_for(quantity);
        let mut decimals = self.decimals.min(self.places(scale));
        loop {
            let rounded = round(quantity, power(self.places(scale) - decimals));
            if rounded != 0 || quantity == 0 {
                let decimals_min = if self.fixed { decimals } else { 0 };
                return Shown {
                    quantity: rounded,
                    scale,
                    decimals_min,
                    more: false,
                };
            }
            match scale.smaller() {
                Some(smaller) => {
                    scale = smaller;
                    decimals = self.decimals.min(self.places(scale));
                }
                None => decimals += 1,
            }
        }
    }

    /// Rounded down to the format's step, or to a tenth, a hundredth... of it for numbers smaller than the step.
    fn shown_down(&self, quantity: i128) -> Shown {
        let mut step = i128::from(self.at_least);
        while quantity < step {
            step /= 10;
        }
        let down = quantity / step * step;
        let mut scale = self.scale_for(down);
        while down < power(self.places(scale)) {
            match scale.smaller() {
                Some(smaller) => scale = smaller,
                None => break,
            }
        }
        Shown {
            quantity: down,
            scale,
            decimals_min: 0,
            more: down < quantity,
        }
    }

    fn scale_for(&self, quantity: i128) -> Scale {
        if self.scale != Scale::Auto {
            return self.scale;
        }
        // 9999.96万元 is 1亿元 once it is rounded, so the rounding is tried before the size is judged.
        let reaches = |larger: Scale, smaller: Scale| {
            let places = self.places(smaller);
            let step = power(places - self.decimals.min(places));
            power(self.places(larger)) <= round(quantity, step).abs()
        };
        if reaches(Scale::Yi, Scale::Wan) {
            Scale::Yi
        } else if reaches(Scale::Wan, Scale::One) {
            Scale::Wan
        } else {
            Scale::One
        }
    }

    fn write_zh(&self, shown: &Shown) -> String {
        let t = words::texts(Lang::Zh);
        let places = self.places(shown.scale);
        let number = write(shown.quantity, places, shown.decimals_min, self.grouped);
        let scale = shown.scale.sign();
        let word = &self.word_zh;
        let behind = self.more_behind_scale || shown.quantity % power(places) != 0;
        match (self.measure, shown.more) {
            (Measure::BasisPoints, _) if self.points => t.number_points_many(number),
            (Measure::BasisPoints, _) => format!("{number}%"),
            (_, false) => format!("{number}{scale}{word}"),
            (_, true) if behind => format!("{number}{scale}余{word}"),
            (_, true) => format!("{number}余{scale}{word}"),
        }
    }

    /// Numbers in 万 and 亿 become millions and billions, with exactly the digits that Chinese readers see.
    fn write_en(&self, shown: &Shown) -> String {
        let t = words::texts(Lang::En);
        let ones = self.places(Scale::One);
        let is_one = shown.quantity == power(ones);
        let size = shown.quantity.abs() / power(ones);
        let number = match size {
            _ if shown.scale == Scale::One => write(shown.quantity, ones, shown.decimals_min, true),
            1_000_000_000.. => t.number_billion(write(shown.quantity, ones + 9, 0, true)),
            1_000_000.. => t.number_million(write(shown.quantity, ones + 6, 0, true)),
            _ => write(shown.quantity, ones, 0, true),
        };
        match self.measure {
            Measure::BasisPoints if self.points && is_one => t.number_points_one(number),
            Measure::BasisPoints if self.points => t.number_points_many(number),
            Measure::BasisPoints => format!("{number}%"),
            Measure::Fen if shown.more => t.number_more_than_yuan(number),
            Measure::Fen => t.number_yuan(number),
            Measure::Plain => {
                let number = if shown.more {
                    t.number_more_than(number)
                } else {
                    number
                };
                match self.word_en.split_once('/') {
                    Some((one, _)) if is_one && !shown.more => t.number_with_word(number, one),
                    _ if self.plural().is_empty() => number,
                    _ => t.number_with_word(number, self.plural()),
                }
            }
        }
    }

    fn plural(&self) -> &str {
        self.word_en
            .split_once('/')
            .map_or(self.word_en.as_str(), |(_, many)| many)
    }
}

#[cfg(test)]
mod tests;
