//! The named levels of a campaign's plan, outermost first. The innermost level holds the tasks.
use kernel::Lang;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Most levels a plan may have.
pub const LEVELS_MAX: usize = 8;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Part of account codes: lower-case letters, digits and underscores.
    pub key: String,
    pub zh: String,
    pub en: String,
}

impl Level {
    pub fn new(key: &str, zh: &str, en: &str) -> Level {
        Level {
            key: key.to_owned(),
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }

    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Levels(pub Vec<Level>);

impl Default for Levels {
    fn default() -> Self {
        Levels(vec![
            Level::new("theme", "专题", "Theme"),
            Level::new("measure", "重点举措", "Measure"),
            Level::new("task", "具体任务", "Task"),
        ])
    }
}

/// What is wrong with the levels of a new campaign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LevelsProblem {
    #[error("a plan has 1 to {LEVELS_MAX} levels")]
    Number,
    #[error("level {0} has no title")]
    Untitled(usize),
    #[error("`{0}` cannot be the key of a level")]
    Key(String),
    #[error("`{0}` names two levels")]
    Doubled(String),
}

impl Levels {
    /// The level of tasks.
    pub fn innermost(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    pub fn check(&self) -> Result<(), LevelsProblem> {
        if self.0.is_empty() || LEVELS_MAX < self.0.len() {
            return Err(LevelsProblem::Number);
        }
        for (at, level) in self.0.iter().enumerate() {
            if level.zh.trim().is_empty() || level.en.trim().is_empty() {
                return Err(LevelsProblem::Untitled(at + 1));
            }
            if !is_key(&level.key) {
                return Err(LevelsProblem::Key(level.key.clone()));
            }
            let same = |other: &&Level| other.key == level.key || other.zh == level.zh;
            if let Some(other) = self.0[..at].iter().find(same) {
                return Err(LevelsProblem::Doubled(other.zh.clone()));
            }
        }
        Ok(())
    }

    /// Reads one level a line: `theme 专题 Theme`, with `|` or tabs where a title has spaces; without a key one is made.
    pub fn read(text: &str) -> Levels {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let levels = lines.enumerate().map(|(at, line)| {
            let parts: Vec<&str> = line
                .split(['|', '｜', '\t'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect();
            match parts[..] {
                [key, zh, en, ..] => Level::new(key, zh, en),
                [zh, en] => Level::new(&format!("level{}", at + 1), zh, en),
                _ => Level::new(&format!("level{}", at + 1), line, line),
            }
        });
        Levels(levels.collect())
    }

    /// As [`Levels::read`] reads it.
    pub fn write(&self) -> String {
        let lines = self.0.iter();
        lines
            .map(|level| format!("{} | {} | {}", level.key, level.zh, level.en))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Account codes are made of such keys, parted by dots.
pub fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 40
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_written_as_they_are_read() {
        let levels = Levels::default();
        assert_eq!(Levels::read(&levels.write()), levels);
        assert_eq!(levels.check(), Ok(()));
    }

    #[test]
    fn a_level_without_a_key_gets_one() {
        let levels = Levels::read("目标 | Goal\n\n任务");
        assert_eq!(levels.0[0], Level::new("level1", "目标", "Goal"));
        assert_eq!(levels.0[1], Level::new("level2", "任务", "任务"));
    }

    #[test]
    fn a_plan_of_no_levels_or_of_two_alike_is_refused() {
        assert_eq!(Levels(Vec::new()).check(), Err(LevelsProblem::Number));
        let twice = Levels::read("a | 专题 | Theme\nb | 专题 | Topic");
        assert_eq!(twice.check(), Err(LevelsProblem::Doubled("专题".into())));
        let key = Levels::read("a.b | 专题 | Theme");
        assert_eq!(key.check(), Err(LevelsProblem::Key("a.b".into())));
    }
}
