//! A unit as it is called now. Where it hangs on which day is in the book's tree.
use kernel::UnitId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orgs_unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UnitId,
    #[sea_orm(unique)]
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    /// One of [`crate::kind::KINDS`].
    pub kind: String,
    /// The given order among its siblings (排序号).
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
