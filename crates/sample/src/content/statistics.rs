//! What the statistics office publishes: four figures, month by month, of the year before and up to April.
use super::table;
use serde::Deserialize;

/// A row of a statistics workbook, as it is typed there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StatisticsRow {
    pub code: String,
    pub title: String,
    pub title_en: String,
    pub month: String,
    pub measure: String,
    pub month_value: String,
    pub month_growth: String,
    pub total_value: String,
    pub total_growth: String,
    pub comparable_growth: String,
    pub changed: String,
    pub note: String,
}

/// The rows of one year, `2021年`.
pub fn statistics(year: &str) -> Vec<StatisticsRow> {
    let rows: Vec<StatisticsRow> = table::rows(include_str!("../../data/statistics.csv"));
    rows.into_iter()
        .filter(|row| row.month.starts_with(year))
        .collect()
}
