//! Two boards: the campaign at a glance, and the economy.
use super::{Cast, Zone, entry};
use crate::content::ROOT;
use anyhow::bail;
use kernel::Lang;
use reports::boards::keeping::{Keeping, Typed, TypedCell, keep};

const CLERK: &str = "he.shuyun";

/// Figure, how it is shown, period.
type Cells = &'static [(&'static str, &'static str, &'static str)];

const CAMPAIGN: Cells = &[
    ("branches-mobilised", "number", ""),
    ("members-mobilised", "number", ""),
    ("enterprise-visits", "number", ""),
    ("enterprise-problems-solved", "number", ""),
    ("enterprise-visits", "trend", ""),
    ("community-visits", "parts", ""),
    ("enterprise-problems-raised", "list", "year_to_date"),
];

const ECONOMY: Cells = &[
    ("industrial-output", "number", ""),
    ("industrial-output-growth", "number", ""),
    ("commodity-sales", "number", ""),
    ("commodity-sales-growth", "number", ""),
    ("fixed-asset-investment", "number", ""),
    ("fixed-asset-investment-growth", "number", ""),
    ("fiscal-revenue", "number", ""),
    ("fiscal-revenue-growth", "number", ""),
    ("industrial-output", "trend", ""),
    ("fiscal-revenue", "trend", ""),
];

pub(super) async fn are_made(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let clerk = cast.actor(CLERK)?;
    for (title, cells) in [("专项工作一页看", CAMPAIGN), ("经济运行一页看", ECONOMY)]
    {
        let cells = cells.iter().map(|(figure, show, period)| TypedCell {
            figure: (*figure).to_owned(),
            show: (*show).to_owned(),
            unit: String::new(),
            period: (*period).to_owned(),
        });
        let keeping = Keeping {
            entry: entry(&format!("board {title}")),
            board: None,
            typed: Typed {
                title: title.to_owned(),
                unit: ROOT.to_owned(),
                is_shared: true,
                cells: cells.collect(),
            },
            lang: Lang::Zh,
        };
        if let Err(error) = keep(zone.book, clerk, &keeping).await {
            bail!("{title}: {error:?}");
        }
    }
    Ok(())
}
