//! What is asked of a figure: codes and days as people and addresses write them, made into a scope of the book.
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use ledger::{
    campaign::{self, Campaign},
    figure::Scope,
};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};

/// The parameters of a figure's address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A unit's code.
    pub unit: String,
    /// A day, `2021-04-15`.
    pub as_of: String,
    pub from: String,
    /// A campaign's code.
    pub campaign: String,
}

/// What was asked for and is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    #[error("no unit has the code `{code}`")]
    UnknownUnit {
        code: String,
        nearest: Option<String>,
    },
    #[error("`{0}` is no day")]
    NotADay(String),
    #[error("no campaign has the code `{code}`")]
    UnknownCampaign { code: String, known: Vec<String> },
    #[error("the first day is after the last")]
    EndsBeforeItBegins,
}

impl AskError {
    /// Place, reason and remedy.
    pub fn text(&self, lang: Lang) -> String {
        let t = crate::words::texts(lang);
        match self {
            AskError::UnknownUnit {
                code,
                nearest: Some(nearest),
            } => t.ask_unknown_unit_near(code.as_str(), nearest.as_str()),
            AskError::UnknownUnit {
                code,
                nearest: None,
            } => t.ask_unknown_unit(code.as_str()),
            AskError::NotADay(typed) => t.ask_not_a_day(typed.as_str()),
            AskError::UnknownCampaign { code, known } if known.is_empty() => {
                t.ask_no_campaign(code.as_str())
            }
            AskError::UnknownCampaign { code, known } => {
                t.ask_unknown_campaign(code.as_str(), known.join(t.list_comma().as_str()))
            }
            AskError::EndsBeforeItBegins => t.ask_ends_before_it_begins(),
        }
    }
}

impl Asked {
    /// The address of a scope, so that the number opens what it was counted from.
    pub fn of(scope: &Scope, directory: &Directory) -> Asked {
        let code = directory.unit(scope.unit).map(|unit| unit.code.clone());
        Asked {
            unit: code.unwrap_or_default(),
            as_of: scope.as_of.to_string(),
            from: scope.from.map(|day| day.to_string()).unwrap_or_default(),
            campaign: scope
                .campaign
                .as_ref()
                .map(|campaign| campaign.code.clone())
                .unwrap_or_default(),
        }
    }

    /// `/figures/{code}?unit=…`
    pub fn url(&self, figure: &str) -> String {
        self.on(&format!("/figures/{figure}"))
    }

    /// `path` with these parameters.
    pub fn on(&self, path: &str) -> String {
        ui::query::with_params(
            path,
            &[
                ("unit", self.unit.as_str()),
                ("as_of", self.as_of.as_str()),
                ("from", self.from.as_str()),
                ("campaign", self.campaign.as_str()),
            ],
        )
    }
}

/// Makes a scope of what was asked. Empty parameters are `unit`, `today`, none, and the campaign that began last.
pub async fn ask(
    connection: &impl ConnectionTrait,
    directory: &Directory,
    asked: &Asked,
    unit: UnitId,
    today: NaiveDate,
) -> Result<Result<Scope, AskError>, DbErr> {
    let as_of = match day(&asked.as_of) {
        Ok(as_of) => as_of.unwrap_or(today),
        Err(error) => return Ok(Err(error)),
    };
    let from = match day(&asked.from) {
        Ok(from) => from,
        Err(error) => return Ok(Err(error)),
    };
    if from.is_some_and(|from| as_of < from) {
        return Ok(Err(AskError::EndsBeforeItBegins));
    }
    let unit = match unit_of(directory, &asked.unit, unit) {
        Ok(unit) => unit,
        Err(error) => return Ok(Err(error)),
    };
    let wanted = Some(asked.campaign.trim()).filter(|code| !code.is_empty());
    let campaign = match (campaign::find(connection, wanted, as_of).await?, wanted) {
        (None, Some(code)) => return Ok(Err(unknown_campaign(connection, code).await?)),
        (found, _) => found,
    };
    Ok(Ok(Scope {
        unit,
        as_of,
        from,
        campaign,
    }))
}

/// The days and the campaign of a scope, with its unit, in a sentence.
pub fn in_words(scope: &Scope, directory: &Directory, lang: Lang) -> String {
    let t = crate::words::texts(lang);
    let unit = directory.name(scope.unit, lang);
    let as_of = paper::write_date(scope.as_of, lang);
    match scope.from {
        None => t.scope_until(unit, as_of),
        Some(from) => t.scope_from_until(unit, paper::write_date(from, lang), as_of),
    }
}

fn day(typed: &str) -> Result<Option<NaiveDate>, AskError> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed
            .parse()
            .map(Some)
            .map_err(|_| AskError::NotADay(typed.to_owned())),
    }
}

fn unit_of(directory: &Directory, code: &str, otherwise: UnitId) -> Result<UnitId, AskError> {
    match code.trim() {
        "" => Ok(otherwise),
        code => match directory.unit_by_code(code) {
            Some(unit) => Ok(unit.id),
            None => Err(AskError::UnknownUnit {
                code: code.to_owned(),
                nearest: nearest(directory.units().map(|unit| unit.code.as_str()), code),
            }),
        },
    }
}

async fn unknown_campaign(
    connection: &impl ConnectionTrait,
    code: &str,
) -> Result<AskError, DbErr> {
    let all: Vec<Campaign> = campaign::all(connection).await?;
    Ok(AskError::UnknownCampaign {
        code: code.to_owned(),
        known: all.into_iter().map(|campaign| campaign.code).collect(),
    })
}

/// The code that shares the most leading characters with `wanted`; none if none shares any.
pub fn nearest<'a>(codes: impl Iterator<Item = &'a str>, wanted: &str) -> Option<String> {
    let shared = |code: &str| {
        let pairs = code.chars().zip(wanted.chars());
        pairs.take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count()
    };
    let difference = |code: &str| code.len().abs_diff(wanted.len());
    codes
        .max_by_key(|code| (shared(code), std::cmp::Reverse(difference(code))))
        .filter(|code| 0 < shared(code))
        .map(str::to_owned)
}
