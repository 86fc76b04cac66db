//! What other folders of this crate ask of cases: which ones somebody may see, and how many came month by month.
use super::{
    board::{self, By},
    links,
    list::{Conditions, View},
    sight::Sight,
    store::{self, CaseId},
};
use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::Actor;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use ui::query::with_params;
use web::{App, WebError};

/// Months before the first day that is looked at.
const MONTHS_BEFORE: u32 = 6;
/// Most months that are shown.
const MONTHS_MAX: usize = 24;

/// The cases of one month, and the list that they open.
pub(crate) struct Month {
    /// `2021-03`
    pub(crate) name: String,
    pub(crate) count: i64,
    pub(crate) href: String,
}

/// Narrows a list to the cases that the actor may see.
pub(crate) async fn among_seen(app: &App, actor: &Actor) -> Result<Condition, WebError> {
    Ok(Sight::of(app, actor).await?.among())
}

/// The case with this number, if the actor may see it.
pub(crate) async fn by_number(
    app: &App,
    actor: &Actor,
    number: &str,
) -> Result<Option<CaseId>, WebError> {
    let found = store::Entity::find()
        .filter(store::Column::Number.eq(number.trim()))
        .filter(among_seen(app, actor).await?)
        .one(app.db.reader())
        .await?;
    Ok(found.map(|case| case.id))
}

/// Cases with these words, month by month: from half a year before a day up to today.
pub(crate) async fn months_of(
    app: &App,
    actor: &Actor,
    words: &str,
    around: NaiveDate,
) -> Result<Vec<Month>, WebError> {
    let sight = Sight::of(app, actor).await?;
    let reader = app.db.reader();
    let first = first_of_month(around);
    let first = first
        .checked_sub_months(Months::new(MONTHS_BEFORE))
        .unwrap_or(first);
    let conditions = Conditions {
        from: first.to_string(),
        text: words.to_owned(),
        ..Conditions::default()
    };
    let condition = conditions.filter(app.db.backend(), &sight, View::All);
    let counts = board::counts(reader, By::Month, condition).await?;
    let began = began(app, &sight).await?;
    let counts: HashMap<String, i64> = counts
        .into_iter()
        .map(|count| (count.key, count.count))
        .collect();
    let month_of = |ahead: u32| first.checked_add_months(Months::new(ahead));
    let months = (0..MONTHS_MAX as u32).filter_map(month_of);
    // Before anybody brought anything here, nobody knows how many there were.
    let months =
        months.skip_while(|month| began.is_none_or(|began| *month < first_of_month(began)));
    let months = months
        .take_while(|month| *month <= sight.today)
        .map(|month| {
            let name = month.format("%Y-%m").to_string();
            let last = month.checked_add_months(Months::new(1));
            let last = last
                .and_then(|next| next.checked_sub_days(Days::new(1)))
                .unwrap_or(month);
            let address = [
                ("view", View::All.code()),
                ("text", words),
                ("from", &month.to_string()),
                ("to", &last.to_string()),
            ];
            Month {
                count: counts.get(&name).copied().unwrap_or(0),
                href: with_params(links::CASES, &address),
                name,
            }
        });
    Ok(months.collect())
}

/// The day of the first case of all that may be seen.
async fn began(app: &App, sight: &Sight) -> Result<Option<NaiveDate>, WebError> {
    let first = store::Entity::find()
        .filter(sight.among())
        .order_by_asc(store::Column::RaisedOn)
        .limit(1);
    let first = first.one(app.db.reader()).await?;
    Ok(first.map(|case| case.raised_on))
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
