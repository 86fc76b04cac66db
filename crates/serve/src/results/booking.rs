//! A booking: so many on a day, by this document.
use chrono::NaiveDate;
use kernel::EntryId;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

kernel::uuid_id!(
    /// One booking of a counter.
    BookingId
);

pub type Booking = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BookingId,
    pub counter: String,
    pub day: NaiveDate,
    /// Pieces or fen, as the counter says.
    pub quantity: i64,
    /// The number of the document.
    pub document: String,
    pub note: String,
    pub head_entry: EntryId,
    pub withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// Bookings of a counter that hold, the latest day first.
pub async fn of_counter(
    connection: &impl ConnectionTrait,
    counter: &str,
    offset: u64,
    limit: u64,
) -> Result<Vec<Booking>, DbErr> {
    held(counter)
        .order_by_desc(Column::Day)
        .order_by_desc(Column::Id)
        .offset(offset)
        .limit(limit)
        .all(connection)
        .await
}

/// How many bookings of a counter hold.
pub async fn count(connection: &impl ConnectionTrait, counter: &str) -> Result<u64, DbErr> {
    held(counter).count(connection).await
}

fn held(counter: &str) -> Select<Entity> {
    Entity::find()
        .filter(Column::Counter.eq(counter))
        .filter(Column::Withdrawn.eq(false))
}
