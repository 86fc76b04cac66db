use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::entity::prelude::*;

kernel::uuid_id!(
    /// A research topic. The same as the entry by which it was set.
    TopicId
);

pub type Topic = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TopicId,
    pub title: String,
    /// The leading cadre whose topic it is.
    pub leader: String,
    pub unit: UnitId,
    /// How it is to be found out, and where.
    pub plan: String,
    pub set_on: NaiveDate,
    pub due_on: NaiveDate,
    /// Empty until it is concluded.
    pub result: String,
    pub concluded_on: Option<NaiveDate>,
    /// Set by mistake, and taken back.
    pub withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Past its day, and nothing has come of it yet.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.concluded_on.is_none() && self.due_on < today
    }
}
