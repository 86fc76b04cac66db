//! The forms of these acts: which there are, what is typed, and what it means.
use super::{Change, Details, NewUnit, What};
use crate::{Directory, access::unit_typed, unit, words::Texts};
use chrono::NaiveDate;
use kernel::{EntryId, Lang, PersonId, UnitId};
use serde::Deserialize;
use ui::form::FieldProblem;
use uuid::Uuid;

/// An act as addresses name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Act {
    Founding,
    Details,
    Move,
    Merger,
    Split,
    Closure,
    Reopening,
}

impl std::fmt::Display for Act {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Act::Founding => "founding",
            Act::Details => "details",
            Act::Move => "move",
            Act::Merger => "merger",
            Act::Split => "split",
            Act::Closure => "closure",
            Act::Reopening => "reopening",
        })
    }
}

impl Act {
    pub(super) const ALL: [Act; 7] = [
        Act::Founding,
        Act::Details,
        Act::Move,
        Act::Merger,
        Act::Split,
        Act::Closure,
        Act::Reopening,
    ];

    pub(super) fn title(self, t: &Texts) -> String {
        match self {
            Act::Founding => t.change_found(),
            Act::Details => t.change_details(),
            Act::Move => t.change_move(),
            Act::Merger => t.change_merge(),
            Act::Split => t.change_split(),
            Act::Closure => t.change_close(),
            Act::Reopening => t.change_reopen(),
        }
    }

    pub(super) fn about(self, t: &Texts) -> String {
        match self {
            Act::Founding => t.change_found_about(),
            Act::Details => t.change_details_about(),
            Act::Move => t.change_move_about(),
            Act::Merger => t.change_merge_about(),
            Act::Split => t.change_split_about(),
            Act::Closure => t.change_close_about(),
            Act::Reopening => t.change_reopen_about(),
        }
    }

    /// Takes a name and a kind.
    pub(super) fn has_details(self) -> bool {
        matches!(self, Act::Founding | Act::Details | Act::Split)
    }

    /// Names another unit.
    pub(super) fn has_other(self) -> bool {
        matches!(self, Act::Move | Act::Merger | Act::Reopening)
    }
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Input {
    pub entry: EntryId,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub name_en: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub position: String,
    /// The other unit, by code or name.
    #[serde(default)]
    pub other: String,
    #[serde(default)]
    pub people: Vec<PersonId>,
    #[serde(default)]
    pub units: Vec<UnitId>,
    /// What becomes of it was shown, and is meant.
    #[serde(default)]
    pub sure: bool,
}

impl Input {
    /// `next` is the order number after the last.
    pub fn new(act: Act, unit: &unit::Model, today: NaiveDate, next: i32) -> Input {
        let details = (act == Act::Details).then_some(unit);
        Input {
            entry: EntryId(Uuid::now_v7()),
            from: today.to_string(),
            reason: String::new(),
            code: String::new(),
            name: details.map(|unit| unit.name.clone()).unwrap_or_default(),
            name_en: details
                .and_then(|unit| unit.name_en.clone())
                .unwrap_or_default(),
            // Who is split off is mostly of the same kind.
            kind: if act == Act::Founding {
                String::new()
            } else {
                unit.kind.clone()
            },
            position: details.map_or(next, |unit| unit.position).to_string(),
            other: String::new(),
            people: Vec::new(),
            units: Vec::new(),
            sure: false,
        }
    }

    /// The act, or what in the form cannot be read.
    pub fn read(
        &self,
        lang: Lang,
        t: &Texts,
        act: Act,
        unit: UnitId,
        directory: &Directory,
    ) -> Result<Change, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let from: Option<NaiveDate> = self.from.trim().parse().ok();
        if from.is_none() {
            problems.push(FieldProblem::new("from", t.change_day_wrong()));
        }
        let position = self.position.trim().parse().ok();
        let position = position.filter(|position: &i32| 0 <= *position);
        if act.has_details() && position.is_none() {
            problems.push(FieldProblem::new("position", t.change_position_wrong()));
        }
        let mut other = UnitId(0);
        if act.has_other() {
            match unit_typed(lang, directory, &self.other) {
                Ok(typed) => other = typed,
                Err(sentence) => problems.push(FieldProblem::new("other", sentence)),
            }
        }
        let (Some(from), true) = (from, problems.is_empty()) else {
            return Err(problems);
        };
        let details = || Details {
            name: self.name.trim().to_owned(),
            name_en: (!self.name_en.trim().is_empty()).then(|| self.name_en.trim().to_owned()),
            kind: self.kind.clone(),
            position: position.unwrap_or_default(),
        };
        let new = || NewUnit {
            code: self.code.trim().to_owned(),
            details: details(),
        };
        let what = match act {
            Act::Founding => What::Found(new()),
            Act::Details => What::Rename(details()),
            Act::Move => What::Move { below: other },
            Act::Merger => What::Merge { into: other },
            Act::Split => What::Split {
                new: new(),
                people: self.people.clone(),
                units: self.units.clone(),
            },
            Act::Closure => What::Close,
            Act::Reopening => What::Reopen { below: other },
        };
        Ok(Change {
            entry: self.entry,
            unit,
            from,
            reason: self.reason.clone(),
            what,
        })
    }

    /// All of it as hidden fields, for the page that asks whether it is meant.
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
        let mut hidden = vec![
            ("entry", self.entry.to_string()),
            ("from", self.from.clone()),
            ("reason", self.reason.clone()),
            ("code", self.code.clone()),
            ("name", self.name.clone()),
            ("name_en", self.name_en.clone()),
            ("kind", self.kind.clone()),
            ("position", self.position.clone()),
            ("other", self.other.clone()),
            ("sure", "true".to_owned()),
        ];
        hidden.extend(
            self.people
                .iter()
                .map(|person| ("people", person.to_string())),
        );
        hidden.extend(self.units.iter().map(|unit| ("units", unit.to_string())));
        hidden
    }
}
