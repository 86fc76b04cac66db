//! The workbooks of the statistics office are imported, as they come.
use super::{Cast, Zone, entry, workbook::workbook};
use crate::content::{self, ROOT};
use anyhow::{Context, bail};
use files::Incoming;
use kernel::{Clock, Lang};
use reports::quoted::{Importing, import};

const CLERK: &str = "he.shuyun";

const HEAD: [&str; 12] = [
    "指标编码",
    "指标名称",
    "英文名称",
    "月份",
    "计量单位",
    "当月",
    "当月同比(%)",
    "累计",
    "累计同比(%)",
    "可比口径累计同比(%)",
    "口径有调整",
    "备注",
];

pub(super) async fn are_published(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    for (year, title) in [
        ("2020年", "2020年主要经济指标"),
        ("2021年", "2021年1-4月主要经济指标"),
    ] {
        is_imported(zone, cast, year, title)
            .await
            .with_context(|| title.to_owned())?;
    }
    Ok(())
}

async fn is_imported(zone: &Zone<'_>, cast: &Cast, year: &str, title: &str) -> anyhow::Result<()> {
    let clerk = cast.actor(CLERK)?;
    let rows: Vec<[String; 12]> = content::statistics(year)
        .into_iter()
        .map(|row| {
            [
                row.code,
                row.title,
                row.title_en,
                row.month,
                row.measure,
                row.month_value,
                row.month_growth,
                row.total_value,
                row.total_growth,
                row.comparable_growth,
                row.changed,
                row.note,
            ]
        })
        .collect();
    let bytes = workbook(title, HEAD, &rows)?;
    let file_name = format!("{title}.xlsx");
    let (db, owner, now) = (zone.book.db(), Some(clerk.person), zone.clock.now());
    let incoming = Incoming::new(&file_name).with(&bytes);
    let file = zone.files.take(db, owner, now, incoming).await?;
    let importing = Importing {
        entry: entry(&format!("statistics {year}")),
        file: file.id,
        file_name,
        bytes,
        top: cast.unit(ROOT)?,
        lang: Lang::Zh,
    };
    match import(zone.book, clerk, &importing).await {
        Ok(_) => Ok(()),
        Err(error) => bail!("{error:?}"),
    }
}
