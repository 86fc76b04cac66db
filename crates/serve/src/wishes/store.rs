//! Wishes as kept. What was said, by whom, and how to reach them is sealed; the wording is what everybody may read.
use super::wish::{ConsentBy, State};
use crate::residents::follow_code::FollowCode;
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::entity::prelude::*;

kernel::uuid_id!(
    /// A wish; the id of the act that made it.
    WishId
);

pub const BODY: &str = "serve.wish.body";
pub const NAME: &str = "serve.wish.name";
pub const PHONE: &str = "serve.wish.phone";
pub const GUARDIAN: &str = "serve.wish.guardian";
pub const THANKS: &str = "serve.wish.thanks";
pub const CODE: FollowCode = FollowCode::new("serve.wish.code");

pub type Wish = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_wish")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WishId,
    /// The unit that keeps it: looks at it, and knows the person.
    pub unit: UnitId,
    pub state: State,
    pub is_child: bool,
    /// As it was said.
    pub body: Vec<u8>,
    pub name: Option<Vec<u8>>,
    pub phone: Option<Vec<u8>>,
    pub phone_found_by: Option<Vec<u8>>,
    pub code_found_by: Vec<u8>,
    pub made_on: NaiveDate,
    pub made_by: PersonId,
    /// What the wall says; empty until it is published.
    pub wording: String,
    pub published_on: Option<NaiveDate>,
    pub refusal: String,
    pub guardian: Option<Vec<u8>>,
    pub consent_on: Option<NaiveDate>,
    pub consent_by: Option<ConsentBy>,
    pub lit_on: Option<NaiveDate>,
    pub lit_by: Option<PersonId>,
    pub lit_unit: Option<UnitId>,
    /// The entry that counts it as lit.
    pub lit_entry: Option<EntryId>,
    /// The last day on which it may be unfulfilled.
    pub lapses_on: Option<NaiveDate>,
    pub ready_how: String,
    pub delivered_on: Option<NaiveDate>,
    pub delivered_how: String,
    pub thanked_on: Option<NaiveDate>,
    pub thanks: Option<Vec<u8>>,
    /// Raised by every act: whoever acts on an older one is told.
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

pub async fn find(connection: &impl ConnectionTrait, id: WishId) -> Result<Option<Wish>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}
