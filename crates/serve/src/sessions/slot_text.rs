//! Slots as an organiser writes them: a line each, `18:00-18:30 60`.
use chrono::NaiveTime;

/// Most slots of one session.
pub const SLOTS_MAX: usize = 48;
/// Most persons of one slot.
pub const CAPACITY_MAX: i64 = 5_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotLine {
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    /// Persons.
    pub capacity: i64,
}

/// The slots, or the number of the first line (from 1) that is none. Nothing at all is wrong in line 1.
pub fn read(text: &str) -> Result<Vec<SlotLine>, usize> {
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    let slots: Vec<SlotLine> = lines
        .map(|(at, line)| slot(line).ok_or(at + 1))
        .collect::<Result<_, _>>()?;
    match slots.len() {
        0 => Err(1),
        count if SLOTS_MAX < count => Err(SLOTS_MAX + 1),
        _ => Ok(slots),
    }
}

fn slot(line: &str) -> Option<SlotLine> {
    let line: String = line.chars().map(narrow).collect();
    let (times, capacity) = line.trim().rsplit_once(char::is_whitespace)?;
    let (starts, ends) = times.split_once('-')?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let slot = SlotLine {
        starts: time(starts)?,
        ends: time(ends)?,
        capacity: capacity.trim_end_matches(['人', '名']).parse().ok()?,
    };
    let fits = slot.starts < slot.ends && (1..=CAPACITY_MAX).contains(&slot.capacity);
    fits.then_some(slot)
}

/// What a Chinese keyboard gives, as ASCII.
fn narrow(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_digit(u32::from(sign) - u32::from('０'), 10).unwrap_or(sign),
        '：' => ':',
        '－' | '—' | '–' | '～' | '~' | '至' => '-',
        '，' | ',' | '\u{3000}' | '\t' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_two_times_and_how_many() {
        let slots = read("18:00-18:30 60\n\n１８：３０～１９：００　40人").unwrap();
        let capacities: Vec<i64> = slots.iter().map(|slot| slot.capacity).collect();
        assert_eq!(capacities, [60, 40]);
        assert_eq!(slots[1].starts.to_string(), "18:30:00");
    }

    #[test]
    fn a_line_that_says_no_slot_is_named() {
        for (text, line) in [
            ("", 1),
            ("18:00-18:30 60\n18:30-18:00 60", 2),
            ("18:00-18:30 0", 1),
            ("晚上 60", 1),
        ] {
            assert_eq!(read(text), Err(line), "{text}");
        }
    }
}
