//! Exact decimal writing and rounding of whole numbers.

pub fn power(places: u32) -> i128 {
    10_i128.pow(places)
}

/// The multiple of `step` nearest to `quantity`; halves go away from zero (四舍五入).
pub fn round(quantity: i128, step: i128) -> i128 {
    let half = step / 2 * quantity.signum();
    (quantity + half) / step * step
}

/// `quantity` divided by ten to the power of `places`, with at least `decimals_min` decimals and no other trailing zero.
pub fn write(quantity: i128, places: u32, decimals_min: u32, grouped: bool) -> String {
    let one = power(places);
    let whole = quantity.unsigned_abs() / one.unsigned_abs();
    let part = quantity.unsigned_abs() % one.unsigned_abs();
    let mut text = String::new();
    if quantity < 0 {
        text.push('-');
    }
    text += &if grouped {
        group(&whole.to_string())
    } else {
        whole.to_string()
    };
    let fraction = format!("{part:0width$}", width = places as usize);
    let shown = if part == 0 {
        0
    } else {
        fraction.trim_end_matches('0').len()
    };
    let shown = shown.max(decimals_min as usize);
    if shown > 0 {
        text.push('.');
        text.extend(fraction.chars().chain(std::iter::repeat('0')).take(shown));
    }
    text
}

fn group(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A decimal number that somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// All digits as one whole number, with the sign.
    pub digits: i128,
    pub decimals: u32,
    pub grouped: bool,
    pub ends_in_zero: bool,
}

impl Written {
    /// Whether digits that are not zero stand behind the decimal `places`.
    pub fn is_finer(self, places: u32) -> bool {
        places < self.decimals && self.digits % power(self.decimals - places) != 0
    }

    /// The number times ten to the power of `places`; none if it is finer than that or too large.
    pub fn scaled(self, places: u32) -> Option<i64> {
        let digits = if self.decimals <= places {
            self.digits.checked_mul(power(places - self.decimals))?
        } else {
            let finer = power(self.decimals - places);
            (self.digits % finer == 0).then_some(self.digits / finer)?
        };
        i64::try_from(digits).ok()
    }
}

/// Most digits that a written number may have; more cannot be a quantity of the book.
const DIGITS_MAX: usize = 24;

/// Reads the number at the start of `text` and returns it with the rest. Thousands may be parted by commas, but then all of them.
pub fn read(text: &str) -> Option<(Written, &str)> {
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let negative = unsigned.len() != text.len();
    let end = unsigned
        .find(|sign: char| !sign.is_ascii_digit() && sign != ',' && sign != '.')
        .unwrap_or(unsigned.len());
    let (number, rest) = unsigned.split_at(end);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if number.ends_with('.') || fraction.contains(['.', ',']) {
        return None;
    }
    let grouped = whole.contains(',');
    if grouped && !is_grouped_right(whole) {
        return None;
    }
    let digits: String = whole
        .chars()
        .chain(fraction.chars())
        .filter(char::is_ascii_digit)
        .collect();
    if whole.is_empty() || DIGITS_MAX < digits.len() {
        return None;
    }
    let magnitude: i128 = digits.parse().ok()?;
    let written = Written {
        digits: if negative { -magnitude } else { magnitude },
        decimals: u32::try_from(fraction.len()).ok()?,
        grouped,
        ends_in_zero: fraction.ends_with('0'),
    };
    Some((written, rest))
}

fn is_grouped_right(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

/// Full-width signs as their narrow twins, without white space: what input methods of offices produce.
pub fn narrow(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| match sign {
            '！'..='～' => {
                char::from_u32(sign as u32 - 0xFEE0).expect("the narrow twins are ASCII signs")
            }
            '￥' => '¥',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(round(1_265, 10), 1_270);
        assert_eq!(round(-1_265, 10), -1_270);
        assert_eq!(round(1_264, 10), 1_260);
        assert_eq!(round(7, 1), 7);
    }

    #[test]
    fn thousands_are_parted_all_or_not_at_all() {
        assert!(read("1,234").is_some());
        assert!(read("12,34").is_none());
        assert!(read("1,2345").is_none());
        assert!(read("1234,567").is_none());
        assert_eq!(write(1_234_567, 0, 0, true), "1,234,567");
        assert_eq!(write(123_456, 0, 0, true), "123,456");
    }

    #[test]
    fn full_width_signs_are_read_like_narrow_ones() {
        assert_eq!(narrow(" ３，９００．５％　"), "3,900.5%");
    }
}
