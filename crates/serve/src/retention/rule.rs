//! The rule: dated data, a line for each sort of thing.
use crate::{cases::case::codes, spelling::run};
use chrono::{Months, NaiveDate};
use sea_orm::{QueryOrder, entity::prelude::*};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

codes! {
    /// A sort of thing with personal data in it.
    Thing {
        Case = "case",
        Booking = "booking",
        Wish = "wish",
        SignUp = "sign_up",
        /// Of households and units that help, from the day on which it ended.
        Pairing = "pairing",
        /// To a household.
        Visit = "visit",
    }
}

impl Thing {
    /// Months that an office starts with: a case may be taken up again, a booking is done with.
    fn months_at_first(self) -> i32 {
        match self {
            Thing::Case => 24,
            Thing::Booking | Thing::SignUp => 3,
            Thing::Wish | Thing::Pairing | Thing::Visit => 12,
        }
    }
}

/// Longest time that can be set, in months.
pub(crate) const MONTHS_MAX: i32 = 120;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_retention")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub thing: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_day: NaiveDate,
    pub months: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// The rule of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Retention {
    pub(crate) months: u32,
}

impl Retention {
    /// The last day on which something that ended on `ended` is kept.
    pub(crate) fn until(self, ended: NaiveDate) -> NaiveDate {
        ended
            .checked_add_months(Months::new(self.months))
            .unwrap_or(NaiveDate::MAX)
    }

    /// What ended before this day is cleared today.
    pub(crate) fn cleared_before(self, today: NaiveDate) -> NaiveDate {
        let before = today.checked_sub_months(Months::new(self.months));
        let mut before = before.unwrap_or(NaiveDate::MIN);
        // At the end of a short month: what was said to be kept until yesterday is not kept longer.
        while self.until(before) < today {
            before = before.succ_opt().unwrap_or(NaiveDate::MAX);
        }
        before
    }
}

/// The rule that holds on a day.
pub(crate) async fn on(
    connection: &impl ConnectionTrait,
    thing: Thing,
    day: NaiveDate,
) -> Result<Retention, DbErr> {
    let row = Entity::find()
        .filter(Column::Thing.eq(thing.code()))
        .filter(Column::FromDay.lte(day))
        .order_by_desc(Column::FromDay)
        .one(connection)
        .await?;
    let months = row.map_or(thing.months_at_first(), |row| row.months);
    Ok(Retention {
        months: months.unsigned_abs(),
    })
}

/// Rules that begin after a day.
pub(super) async fn after(
    connection: &impl ConnectionTrait,
    thing: Thing,
    day: NaiveDate,
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::Thing.eq(thing.code()))
        .filter(Column::FromDay.gt(day))
        .order_by_asc(Column::FromDay)
        .one(connection)
        .await
}

/// The tables, under the name that this crate calls them by.
pub(crate) struct Retained;

impl MigrationName for Retained {
    fn name(&self) -> &str {
        "serve_0010_retention"
    }
}

const TABLES: &str = "
CREATE TABLE serve_retention (
    thing text NOT NULL,
    from_day {date} NOT NULL,
    months integer NOT NULL,
    PRIMARY KEY (thing, from_day)
);
-- What has been cleared.
CREATE TABLE serve_purged (
    thing text NOT NULL,
    id {uuid} NOT NULL,
    on_day {date} NOT NULL,
    PRIMARY KEY (thing, id)
);
CREATE INDEX serve_session_booking_owner ON serve_session_booking (phone_found_by);
CREATE INDEX serve_case_closed ON serve_case (closed_on);
";

#[async_trait::async_trait]
impl MigrationTrait for Retained {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await?;
        for thing in Thing::ALL {
            let row = format!(
                "INSERT INTO serve_retention (thing, from_day, months) VALUES ('{}', '2000-01-01', {})",
                thing.code(),
                thing.months_at_first()
            );
            run(schema, &row).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_cleared_on_the_day_after_the_one_that_was_told() {
        let first: NaiveDate = "2020-01-01".parse().unwrap();
        for months in [1, 3, 12, 24] {
            let rule = Retention { months };
            for ended in first.iter_days().take(800) {
                let told = rule.until(ended);
                assert!(rule.cleared_before(told) <= ended, "{ended} {months}");
                let next = told.succ_opt().unwrap();
                assert!(ended < rule.cleared_before(next), "{ended} {months}");
            }
        }
    }
}
