//! What the three rates weigh in one sum. Data with a first day; 30/35/35 and 10/45/45 are in use. Source: rules.md.
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*, sea_query::OnConflict};
use serde_json::json;

pub const SET: &str = "serve.case_weights.set";
pub const SUBJECT: &str = "serve.case_weights";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case_weights")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_day: NaiveDate,
    pub response: i32,
    pub resolution: i32,
    pub satisfaction: i32,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, thiserror::Error)]
pub enum WeightsError {
    #[error("the right to change settings does not reach the whole organisation")]
    NotYours,
    #[error("weights are 0 to 100 and make 100 together")]
    Sum,
    #[error("the day is in the past")]
    Past,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for WeightsError {
    fn from(error: DbErr) -> Self {
        WeightsError::Book(error.into())
    }
}

impl Model {
    fn all(&self) -> [i32; 3] {
        [self.response, self.resolution, self.satisfaction]
    }

    /// The weighted sum of three rates in basis points, rounded half up; none while one of them has nothing to measure by.
    pub fn sum(&self, rates: [Option<i64>; 3]) -> Option<i64> {
        let weighted = self.all().into_iter().zip(rates);
        let sum: Option<i64> = weighted
            .map(|(weight, rate)| Some(i64::from(weight) * rate?))
            .sum();
        sum.map(|sum| (sum + 50) / 100)
    }
}

pub async fn on(connection: &impl ConnectionTrait, day: NaiveDate) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::FromDay.lte(day))
        .order_by_desc(Column::FromDay)
        .one(connection)
        .await
}

/// Sets what holds from a day on. Sent twice, it is one act.
pub async fn set(
    book: &Book,
    actor: &Actor,
    (entry, new): (EntryId, &Model),
) -> Result<Appended, WeightsError> {
    let today = book.clock().today();
    let tree = book.tree(book.db().reader()).await?;
    let root = tree.roots(today).first().copied();
    let root = root.ok_or(WeightsError::NotYours)?;
    if !tree.reaches(&actor.reach(Right::Settings), root, today) {
        return Err(WeightsError::NotYours);
    }
    let is_share = |weight: &i32| (0..=100).contains(weight);
    if !new.all().iter().all(is_share) || new.all().iter().sum::<i32>() != 100 {
        return Err(WeightsError::Sum);
    }
    if new.from_day < today {
        return Err(WeightsError::Past);
    }
    let tx = book.db().begin().await?;
    let subject = Subject::new(SUBJECT, new.from_day);
    let act = NewEntry::new(entry, SET, subject, root, today)
        .with_details(json!({ "weights": new.all(), "from": new.from_day }));
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = ActiveModel {
            from_day: Set(new.from_day),
            response: Set(new.response),
            resolution: Set(new.resolution),
            satisfaction: Set(new.satisfaction),
        };
        let again = OnConflict::column(Column::FromDay)
            .update_columns([Column::Response, Column::Resolution, Column::Satisfaction])
            .to_owned();
        Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_three_rates_follows_their_weights() {
        let weights = Model {
            from_day: NaiveDate::MIN,
            response: 10,
            resolution: 45,
            satisfaction: 45,
        };
        assert_eq!(
            weights.sum([Some(10_000), Some(8_550), Some(9_000)]),
            Some(8_898)
        );
        assert_eq!(weights.sum([Some(10_000), None, Some(9_000)]), None);
    }
}
