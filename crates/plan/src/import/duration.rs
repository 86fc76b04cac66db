//! How long a task takes, in working days, as offices write it.

/// Longest duration: about ten years.
pub const DAYS_MAX: i32 = 2_500;

/// Why a duration was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DurationProblem {
    NotUnderstood,
    TooLong,
    /// Months differ in their working days: this many would be the usual.
    Months {
        proposed_days: i32,
    },
}

/// Reads `15`, `15天`, `15个工作日`, `3周`. A week has five working days.
pub fn read(text: &str) -> Result<i32, DurationProblem> {
    const WEEK_DAYS: i32 = 5;
    const MONTH_DAYS: i32 = 21;
    let text = orgs::folded(text);
    let text = text.trim_start_matches("约").trim_end_matches("左右");
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    if digits.is_empty() {
        return Err(DurationProblem::NotUnderstood);
    }
    let number: i32 = digits.parse().map_err(|_| DurationProblem::TooLong)?;
    let unit = unit.strip_prefix(".0").unwrap_or(unit);
    let days = match unit {
        "" | "天" | "日" | "工作日" | "个工作日" | "d" | "day" | "days" | "workingday"
        | "workingdays" => number,
        "周" | "个星期" | "星期" | "w" | "week" | "weeks" => number.saturating_mul(WEEK_DAYS),
        "月" | "个月" | "month" | "months" => {
            return Err(DurationProblem::Months {
                proposed_days: number.saturating_mul(MONTH_DAYS).min(DAYS_MAX),
            });
        }
        _ => return Err(DurationProblem::NotUnderstood),
    };
    if DAYS_MAX < days {
        return Err(DurationProblem::TooLong);
    }
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_as_offices_write_it() {
        for text in ["15", "15天", "１５个工作日", "15 日", "3周", "15 working days"] {
            assert_eq!(read(text), Ok(15), "{text}");
        }
        assert_eq!(read("0"), Ok(0));
    }

    #[test]
    fn a_duration_in_months_is_refused_with_a_proposal() {
        assert_eq!(
            read("2个月"),
            Err(DurationProblem::Months { proposed_days: 42 })
        );
        assert_eq!(read("1.5天"), Err(DurationProblem::NotUnderstood));
        assert_eq!(read("尽快"), Err(DurationProblem::NotUnderstood));
        assert_eq!(read("99999"), Err(DurationProblem::TooLong));
    }
}
