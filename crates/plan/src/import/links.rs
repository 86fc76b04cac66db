//! Predecessors as people write them: `12`, `3、5`, `12+5天`, `7-2`, `任务12`.
use orgs::folded as fold;

/// Most working days between a task and its predecessor.
pub const LAG_DAYS_MAX: i32 = 500;

/// A predecessor as written: which task, and how many working days after its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// 序号, or the task's title.
    pub task: String,
    pub lag_days: i32,
}

/// Reads a cell. `is_known` says whether a text is a 序号 or title of the list: `7-2` is task 7 with two days of overlap,
/// unless the list has a task `7-2`.
///
/// # Errors
/// The part that could not be understood.
pub fn read(text: &str, is_known: impl Fn(&str) -> bool) -> Result<Vec<Written>, String> {
    let mut found: Vec<Written> = Vec::new();
    for part in text.split(['、', '，', ',', '；', ';', '\n', '\r', '\t', '/', '和', '及']) {
        let part = part.trim();
        if part.is_empty() || matches!(part, "无" | "-" | "—" | "——") {
            continue;
        }
        let written = one(part, &is_known).ok_or_else(|| part.to_owned())?;
        if !found.iter().any(|other| other.task == written.task) {
            found.push(written);
        }
    }
    Ok(found)
}

fn one(part: &str, is_known: &impl Fn(&str) -> bool) -> Option<Written> {
    let text = number(part);
    if is_known(&text) {
        return Some(Written {
            task: text,
            lag_days: 0,
        });
    }
    let sign = text.rfind(['+', '-', '－', '＋'])?;
    let (task, lag) = text.split_at(sign);
    let negative = lag.starts_with(['-', '－']);
    let lag = lag.trim_start_matches(['+', '-', '－', '＋']);
    let lag = lag
        .trim_end_matches("个工作日")
        .trim_end_matches("工作日")
        .trim_end_matches(['天', '日', 'd']);
    let lag: i32 = lag.parse().ok().filter(|lag| *lag <= LAG_DAYS_MAX)?;
    let task = number(task.trim_end_matches("fs"));
    is_known(&task).then_some(Written {
        task,
        lag_days: if negative { -lag } else { lag },
    })
}

/// 序号 without what people put around it: `第12项`, `任务12`, `（12）`, `12.`
pub fn number(text: &str) -> String {
    let text = fold(text);
    let bare = text
        .trim_start_matches(['(', '[', '【', '第', '#'])
        .trim_start_matches("序号")
        .trim_start_matches("任务")
        .trim_start_matches("task")
        .trim_end_matches([')', ']', '】', '.', '、', '项', '号', '条']);
    match bare {
        "" => text,
        bare => bare.strip_suffix(".0").unwrap_or(bare).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> bool {
        text.parse::<u32>().is_ok_and(|number| (1..=40).contains(&number)) || text == "7-1"
    }

    fn links(text: &str) -> Result<Vec<(String, i32)>, String> {
        let written = read(text, known)?;
        Ok(written.into_iter().map(|w| (w.task, w.lag_days)).collect())
    }

    fn pairs(expected: &[(&str, i32)]) -> Result<Vec<(String, i32)>, String> {
        Ok(expected.iter().map(|(task, lag)| ((*task).to_owned(), *lag)).collect())
    }

    #[test]
    fn predecessors_are_read_as_people_write_them() {
        assert_eq!(links("12"), pairs(&[("12", 0)]));
        assert_eq!(links("3、5；7\n8"), pairs(&[("3", 0), ("5", 0), ("7", 0), ("8", 0)]));
        assert_eq!(links("12+5天"), pairs(&[("12", 5)]));
        assert_eq!(links("12 ＋ 5 个工作日"), pairs(&[("12", 5)]));
        assert_eq!(links("7-2"), pairs(&[("7", -2)]));
        assert_eq!(links("任务12"), pairs(&[("12", 0)]));
        assert_eq!(links("第12项、（13）"), pairs(&[("12", 0), ("13", 0)]));
        assert_eq!(links("12FS+5d"), pairs(&[("12", 5)]));
        assert_eq!(links("无"), pairs(&[]));
    }

    #[test]
    fn a_number_with_a_stroke_that_the_list_has_is_that_task() {
        assert_eq!(links("7-1"), pairs(&[("7-1", 0)]));
    }

    #[test]
    fn what_is_in_no_list_is_named() {
        assert_eq!(links("3、99"), Err("99".into()));
        assert_eq!(links("12+9999天"), Err("12+9999天".into()));
    }
}
