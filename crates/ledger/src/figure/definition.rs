//! Definitions of figures: kept in versions, never changed.
use super::{FigureSeed, PeriodRule};
use crate::sql;
use kernel::{Clock, Lang};
use sea_orm::{ConnectionTrait, DbErr, QueryResult};

/// One version of a figure's definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    pub code: String,
    pub version: i32,
    pub title_zh: String,
    pub title_en: String,
    pub formula: String,
    pub period: PeriodRule,
    /// By example: `3900余名`.
    pub format_zh: String,
    pub format_en: String,
    pub definition_zh: String,
    pub definition_en: String,
    /// Whether it came with the program (and may be replaced by the program's next version).
    pub seeded: bool,
}

impl Definition {
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.title_zh,
            Lang::En => &self.title_en,
        }
    }

    pub fn format(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.format_zh,
            Lang::En => &self.format_en,
        }
    }

    pub fn in_words(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.definition_zh,
            Lang::En => &self.definition_en,
        }
    }

    fn same_as(&self, other: &Definition) -> bool {
        Definition {
            version: 0,
            seeded: false,
            ..self.clone()
        } == Definition {
            version: 0,
            seeded: false,
            ..other.clone()
        }
    }
}

impl From<&FigureSeed> for Definition {
    fn from(seed: &FigureSeed) -> Self {
        Definition {
            code: seed.code.into(),
            version: 1,
            title_zh: seed.title.zh.into(),
            title_en: seed.title.en.into(),
            formula: seed.formula.into(),
            period: seed.period,
            format_zh: seed.format.zh.into(),
            format_en: seed.format.en.into(),
            definition_zh: seed.definition.zh.into(),
            definition_en: seed.definition.en.into(),
            seeded: true,
        }
    }
}

const SELECT: &str = "SELECT code, version, title_zh, title_en, formula, period, format_zh, format_en, definition_zh, \
                      definition_en, seeded FROM ledger_figure";

/// The newest version of every figure, by code.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Definition>, DbErr> {
    let select = format!(
        "{SELECT} f WHERE version = (SELECT MAX(version) FROM ledger_figure WHERE code = f.code) ORDER BY code"
    );
    sql::rows(connection, &select, [])
        .await?
        .iter()
        .map(read)
        .collect()
}

/// One figure: the given version, or the newest.
pub async fn find(
    connection: &impl ConnectionTrait,
    code: &str,
    version: Option<i32>,
) -> Result<Option<Definition>, DbErr> {
    let all = versions(connection, code).await?;
    Ok(match version {
        Some(version) => all
            .into_iter()
            .find(|definition| definition.version == version),
        None => all.into_iter().next(),
    })
}

/// All versions of a figure, newest first.
pub async fn versions(
    connection: &impl ConnectionTrait,
    code: &str,
) -> Result<Vec<Definition>, DbErr> {
    let select = format!("{SELECT} WHERE code = $1 ORDER BY version DESC");
    sql::rows(connection, &select, [code.into()])
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Adds a version, numbered after the newest. Saving what is there already adds nothing.
pub async fn save(
    tx: &impl ConnectionTrait,
    clock: &dyn Clock,
    definition: &Definition,
) -> Result<Definition, DbErr> {
    let newest = find(tx, &definition.code, None).await?;
    if let Some(newest) = newest.as_ref().filter(|newest| newest.same_as(definition)) {
        return Ok(newest.clone());
    }
    let saved = Definition {
        version: newest.map_or(1, |newest| newest.version + 1),
        ..definition.clone()
    };
    let row = [
        saved.code.clone().into(),
        saved.version.into(),
        saved.title_zh.clone().into(),
        saved.title_en.clone().into(),
        saved.formula.clone().into(),
        saved.period.code().into(),
        saved.format_zh.clone().into(),
        saved.format_en.clone().into(),
        saved.definition_zh.clone().into(),
        saved.definition_en.clone().into(),
        saved.seeded.into(),
        clock.now().into(),
    ];
    let into = "ledger_figure (code, version, title_zh, title_en, formula, period, format_zh, format_en, definition_zh, \
                definition_en, seeded, recorded_at)";
    sql::insert(tx, into, [row], "").await?;
    Ok(saved)
}

/// Brings in the figures that come with the program; those that people have changed stay as they are.
pub async fn seed(
    tx: &impl ConnectionTrait,
    clock: &dyn Clock,
    seeds: impl IntoIterator<Item = &FigureSeed>,
) -> Result<(), DbErr> {
    for seed in seeds {
        let newest = find(tx, seed.code, None).await?;
        if newest.is_none_or(|newest| newest.seeded) {
            save(tx, clock, &seed.into()).await?;
        }
    }
    Ok(())
}

fn read(row: &QueryResult) -> Result<Definition, DbErr> {
    let period: String = row.try_get_by_index(5)?;
    Ok(Definition {
        code: row.try_get_by_index(0)?,
        version: row.try_get_by_index(1)?,
        title_zh: row.try_get_by_index(2)?,
        title_en: row.try_get_by_index(3)?,
        formula: row.try_get_by_index(4)?,
        period: PeriodRule::from_code(&period)
            .ok_or_else(|| DbErr::Type(format!("{period} is no period rule")))?,
        format_zh: row.try_get_by_index(6)?,
        format_en: row.try_get_by_index(7)?,
        definition_zh: row.try_get_by_index(8)?,
        definition_en: row.try_get_by_index(9)?,
        seeded: row.try_get_by_index(10)?,
    })
}
