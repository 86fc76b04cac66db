//! A session and its slots.
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Lang, UnitId, zone};
use sea_orm::{QueryOrder, entity::prelude::*};

kernel::uuid_id!(
    /// A service at a place on a day.
    SessionId
);
kernel::uuid_id!(
    /// A part of a session that is booked for itself.
    SlotId
);

pub type Session = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    /// The unit that offers it.
    pub unit: UnitId,
    pub title_zh: String,
    pub title_en: String,
    pub place: String,
    pub day: NaiveDate,
    /// From when on it can be booked.
    pub opens_at: DateTimeUtc,
    /// For whom it is, in words.
    pub eligibility: String,
    /// When its organiser called it off.
    pub called_off_on: Option<NaiveDate>,
    pub call_off_reason: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.title_zh,
            Lang::En => &self.title_en,
        }
    }
}

pub mod slot {
    use super::{SessionId, SlotId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "serve_session_slot")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SlotId,
        pub session: SessionId,
        pub starts_at: DateTimeUtc,
        pub ends_at: DateTimeUtc,
        /// Persons.
        pub capacity: i64,
        /// Places given out; never above the capacity.
        pub booked: i64,
        /// Bookings that wait.
        pub waiting: i64,
        pub arrivals: i64,
        /// The session was called off.
        pub closed: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// Places that a newcomer can have now: none while somebody waits.
        pub fn free(&self) -> i64 {
            match self.waiting {
                _ if self.closed => 0,
                0 => self.capacity - self.booked,
                _ => 0,
            }
        }
    }
}

pub type Slot = slot::Model;

/// The time of day as people read it.
pub fn clock_time(at: DateTime<Utc>) -> String {
    at.with_timezone(&zone()).format("%H:%M").to_string()
}

/// Day and time of day as people read them.
pub fn day_and_time(at: DateTime<Utc>) -> String {
    at.with_timezone(&zone())
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

/// `18:00-18:30`
pub fn span(slot: &Slot) -> String {
    format!(
        "{}–{}",
        clock_time(slot.starts_at),
        clock_time(slot.ends_at)
    )
}

pub async fn find(
    connection: &impl ConnectionTrait,
    id: SessionId,
) -> Result<Option<Session>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}

/// Sessions from a day on, the nearest first.
pub async fn from_day(
    connection: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<Vec<Session>, DbErr> {
    let select = Entity::find().filter(Column::Day.gte(day));
    let select = select.order_by_asc(Column::Day).order_by_asc(Column::Id);
    select.all(connection).await
}

/// All sessions, the latest day first.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Session>, DbErr> {
    let select = Entity::find().order_by_desc(Column::Day);
    select.order_by_desc(Column::Id).all(connection).await
}

/// The slots of a session in the order of their times.
pub async fn slots(
    connection: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<Slot>, DbErr> {
    let select = slot::Entity::find().filter(slot::Column::Session.eq(session));
    let select = select.order_by_asc(slot::Column::StartsAt);
    select.order_by_asc(slot::Column::Id).all(connection).await
}
