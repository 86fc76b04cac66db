use super::VisitId;
use sea_orm::entity::prelude::*;

/// Somebody who went on a visit.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_visit_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub visit: VisitId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub name: String,
}

impl ActiveModelBehavior for ActiveModel {}
