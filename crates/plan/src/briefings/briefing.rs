//! A briefing as kept: when and where, who held it, whom it reached.
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};

kernel::uuid_id!(
    /// A briefing that was held.
    BriefingId
);

pub type Briefing = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_briefing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BriefingId,
    pub campaign: String,
    pub title: String,
    pub place: String,
    pub day: NaiveDate,
    pub organiser: UnitId,
    pub recorded_by: PersonId,
    /// The last entry about it: what a correction has to name.
    pub head_entry: EntryId,
    pub withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// Units that were briefed as such.
pub mod unit {
    use super::BriefingId;
    use kernel::UnitId;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_briefing_unit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub briefing: BriefingId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit: UnitId,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// People who were there, by name.
pub mod person {
    use super::BriefingId;
    use kernel::{PersonId, UnitId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_briefing_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub briefing: BriefingId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        /// Where they belonged on the day.
        pub unit: UnitId,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// People who were there, by number only.
pub mod headcount {
    use super::BriefingId;
    use kernel::UnitId;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_briefing_headcount")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub briefing: BriefingId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit: UnitId,
        pub people: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub async fn find(connection: &impl ConnectionTrait, id: BriefingId) -> Result<Option<Briefing>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}

/// A campaign's briefings, the last held first; withdrawn ones are left out.
pub async fn of_campaign(connection: &impl ConnectionTrait, campaign: &str) -> Result<Vec<Briefing>, DbErr> {
    Entity::find()
        .filter(Column::Campaign.eq(campaign))
        .filter(Column::Withdrawn.eq(false))
        .order_by_desc(Column::Day)
        .order_by_desc(Column::Id)
        .all(connection)
        .await
}
