//! Campaigns, as far as the book needs them: `$campaign` in a formula, and the first day of a campaign's period.
use crate::{day, entry::date, sql};
use chrono::NaiveDate;
use kernel::Lang;
use sea_orm::{ConnectionTrait, DbErr, QueryResult};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Part of account codes: lower-case letters, digits and hyphens.
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Campaign {
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.title_zh,
            Lang::En => &self.title_en,
        }
    }
}

const SELECT: &str = "SELECT code, title_zh, title_en, from_day, to_day FROM ledger_campaign";

/// Makes the campaign known to the book, or changes its title and days.
pub async fn declare(tx: &impl ConnectionTrait, campaign: &Campaign) -> Result<(), DbErr> {
    let upsert = "INSERT INTO ledger_campaign (code, title_zh, title_en, from_day, to_day) VALUES ($1, $2, $3, $4, $5) \
                  ON CONFLICT (code) DO UPDATE SET title_zh = excluded.title_zh, title_en = excluded.title_en, \
                  from_day = excluded.from_day, to_day = excluded.to_day";
    let values = [
        campaign.code.clone().into(),
        campaign.title_zh.clone().into(),
        campaign.title_en.clone().into(),
        day::number(campaign.from).into(),
        day::number(campaign.to).into(),
    ];
    sql::run(tx, upsert, values).await.map(drop)
}

/// All campaigns, the one that began last first.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Campaign>, DbErr> {
    let select = format!("{SELECT} ORDER BY from_day DESC, code");
    sql::rows(connection, &select, [])
        .await?
        .iter()
        .map(read)
        .collect()
}

/// The campaign with this code, or without one: the campaign that began last before `on` (else the very last).
pub async fn find(
    connection: &impl ConnectionTrait,
    code: Option<&str>,
    on: NaiveDate,
) -> Result<Option<Campaign>, DbErr> {
    let all = all(connection).await?;
    Ok(match code {
        Some(code) => all.into_iter().find(|campaign| campaign.code == code),
        None => all
            .iter()
            .find(|campaign| campaign.from <= on)
            .or(all.first())
            .cloned(),
    })
}

fn read(row: &QueryResult) -> Result<Campaign, DbErr> {
    Ok(Campaign {
        code: row.try_get_by_index(0)?,
        title_zh: row.try_get_by_index(1)?,
        title_en: row.try_get_by_index(2)?,
        from: date(row.try_get_by_index(3)?)?,
        to: date(row.try_get_by_index(4)?)?,
    })
}
