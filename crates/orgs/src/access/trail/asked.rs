//! Which acts are asked for: days of recording, person, unit, act.
use crate::{
    access::log_in,
    person,
    units::{Sight, contains, named},
};
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use kernel::{Actor, PersonId, Reach, Right, UnitId, zone};
use ledger::entry::Trail;
use sea_orm::{Condition, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde::Deserialize;
use web::App;

/// Days that are shown when nobody asks for others.
const DAYS: u64 = 7;
/// Longest text that is searched for, in characters; what is longer is cut.
const WORDS_CHARS_MAX: usize = 100;
/// Most people or units that words may stand for; more are not looked through.
const FOUND_MAX: u64 = 1_000;

/// As it stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    pub who: String,
    pub unit: String,
    pub act: String,
    pub from: String,
    pub to: String,
}

/// As it is understood.
pub(super) struct Asked {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub trail: Trail,
}

impl Wanted {
    pub async fn understood(&self, app: &App, actor: &Actor) -> Result<Asked, DbErr> {
        let sight = Sight::of(app, actor, Right::Audit).await?;
        let to: NaiveDate = self.to.parse().unwrap_or(sight.today);
        let from: NaiveDate = self
            .from
            .parse()
            .unwrap_or_else(|_| to - Days::new(DAYS - 1));
        let start = |day: NaiveDate| {
            let midnight = day.and_time(NaiveTime::MIN);
            let local = zone().from_local_datetime(&midnight).earliest();
            local.map_or_else(|| midnight.and_utc(), |local| local.to_utc())
        };
        Ok(Asked {
            from,
            to,
            trail: Trail {
                from: start(from),
                before: start(to.succ_opt().unwrap_or(to)),
                actors: match words(&self.who) {
                    Some(words) => Some(people(app, &words).await?),
                    None => None,
                },
                units: units(app, &sight, words(&self.unit)).await?,
                kinds: words(&self.act).map(|words| kinds(app, &words)),
            },
        })
    }
}

fn words(typed: &str) -> Option<String> {
    let words: String = typed.trim().chars().take(WORDS_CHARS_MAX).collect();
    (!words.is_empty()).then_some(words)
}

/// Whose name, code or log-in has these words in it.
async fn people(app: &App, words: &str) -> Result<Vec<PersonId>, DbErr> {
    let named = Condition::any()
        .add(contains(person::Column::Name, words))
        .add(contains(person::Column::Code, words));
    let mut found: Vec<PersonId> = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(named)
        .limit(FOUND_MAX)
        .into_tuple()
        .all(app.db.reader())
        .await?;
    let by_log_in: Vec<PersonId> = log_in::Entity::find()
        .select_only()
        .column(log_in::Column::PersonId)
        .filter(contains(log_in::Column::Name, words))
        .limit(FOUND_MAX)
        .into_tuple()
        .all(app.db.reader())
        .await?;
    found.extend(by_log_in);
    Ok(found)
}

/// The units that the auditor reaches, and of these those that are asked for; `None` is all.
async fn units(
    app: &App,
    sight: &Sight,
    words: Option<String>,
) -> Result<Option<Vec<UnitId>>, DbErr> {
    let Some(words) = words else {
        return Ok(match sight.reach {
            Reach::All => None,
            Reach::Some { .. } => Some(
                sight
                    .tree
                    .units()
                    .filter(|unit| sight.sees(*unit))
                    .collect(),
            ),
        });
    };
    let found: Vec<UnitId> = crate::unit::Entity::find()
        .select_only()
        .column(crate::unit::Column::Id)
        .filter(named(&words))
        .limit(FOUND_MAX)
        .into_tuple()
        .all(app.db.reader())
        .await?;
    Ok(Some(
        found.into_iter().filter(|unit| sight.sees(*unit)).collect(),
    ))
}

/// Kinds of entries whose words, in either language, have these words in them.
fn kinds(app: &App, words: &str) -> Vec<String> {
    let words = words.to_lowercase();
    let all = app.domains.iter().flat_map(|domain| &domain.entry_kinds);
    all.filter(|kind| {
        kind.kind == words
            || kind.title.zh.contains(&words)
            || kind.title.en.to_lowercase().contains(&words)
    })
    .map(|kind| kind.kind.to_owned())
    .collect()
}
