//! Working days as this organisation keeps them: the published calendar, with changes laid over it (`/working-days`).
mod changing;
mod year_page;

pub use changing::{ChangeError, DayChange, change_day};

use calendar::WorkingDays;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use web::Pages;

pub fn pages() -> Pages {
    year_page::pages().and(changing::pages())
}

/// The working days that hold here.
pub async fn working_days(connection: &impl ConnectionTrait) -> Result<WorkingDays, DbErr> {
    let changes = day::Entity::find().all(connection).await?;
    Ok(WorkingDays::china().with_changes(
        changes
            .into_iter()
            .map(|change| (change.day, change.kind())),
    ))
}

pub(crate) mod day {
    use calendar::{DayKind, Holiday};
    use chrono::{Datelike, NaiveDate, Weekday};
    use sea_orm::entity::prelude::*;

    /// A day that is other than published.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "orgs_day_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: NaiveDate,
        pub is_worked: bool,
        pub reason: String,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        pub fn kind(&self) -> DayKind {
            let is_weekend = matches!(self.day.weekday(), Weekday::Sat | Weekday::Sun);
            match (self.is_worked, is_weekend) {
                (true, true) => DayKind::MakeUp,
                (true, false) => DayKind::Work,
                (false, true) => DayKind::Weekend,
                (false, false) => DayKind::Holiday(Holiday::Other),
            }
        }
    }
}
