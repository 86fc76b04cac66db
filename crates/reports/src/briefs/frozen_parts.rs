//! What stands in an issue beside its text and numbers, for good: charts, pictures, restated numbers, what units sent in.
use super::{
    embed::By,
    embedded::{Mark, Resolved},
    frozen::FrozenNumber,
    live,
};
use files::FileId;
use kernel::UnitId;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FrozenEmbedded {
    Chart(FrozenChart),
    Picture(FrozenPicture),
    Restatement(FrozenRestatement),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenChart {
    pub title: String,
    pub by: By,
    pub marks: Vec<FrozenMark>,
    pub before: Vec<FrozenMark>,
    pub in_hundredths: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenMark {
    pub label: String,
    /// Its place among the issue's numbers, from 0; none where there was no data.
    pub number: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPicture {
    pub file: FileId,
    /// Of its content: what was printed can be told from what lies there now.
    pub sha256: String,
    pub caption: String,
    pub width_mm: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenRestatement {
    pub total: i32,
    /// The number within that issue, from 1.
    pub number: usize,
    pub issue_number: i32,
    pub title: String,
    pub old: String,
    /// Its place among this issue's numbers, from 0.
    pub new: usize,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSource {
    pub unit: UnitId,
    pub asked: String,
    pub sent_by: String,
    pub sent_on: String,
    pub body: String,
}

/// Freezes what was resolved; its numbers go behind those of the text, so that the text's keep their places.
pub fn freeze(resolved: &[&Resolved], numbers: &mut Vec<FrozenNumber>) -> Vec<FrozenEmbedded> {
    let mut add = |number: &live::Number| {
        FrozenNumber::of(number).map(|frozen| {
            numbers.push(frozen);
            numbers.len() - 1
        })
    };
    let mut frozen = Vec::with_capacity(resolved.len());
    for one in resolved {
        frozen.push(match one {
            Resolved::Chart(chart) => {
                let mut marks = |marks: &[Mark]| -> Vec<FrozenMark> {
                    marks
                        .iter()
                        .map(|mark| FrozenMark {
                            label: mark.label.clone(),
                            number: mark.number.as_ref().and_then(&mut add),
                        })
                        .collect()
                };
                FrozenEmbedded::Chart(FrozenChart {
                    title: chart.title.clone(),
                    by: chart.by,
                    marks: marks(&chart.marks),
                    before: marks(&chart.before),
                    in_hundredths: chart.in_hundredths,
                })
            }
            Resolved::Picture(picture) => FrozenEmbedded::Picture(FrozenPicture {
                file: picture.file.id,
                sha256: picture.file.sha256.clone(),
                caption: picture.caption.clone(),
                width_mm: picture.width_mm,
            }),
            Resolved::Restatement(one) => FrozenEmbedded::Restatement(FrozenRestatement {
                total: one.total,
                number: one.number,
                issue_number: one.issue_number,
                title: one.new.definition.title(kernel::Lang::Zh).to_owned(),
                old: one.old.clone(),
                // A restated number has a value, or it would not have been resolved.
                new: add(&one.new).unwrap_or_default(),
                reason: one.reason.clone(),
            }),
        });
    }
    frozen
}
