//! Finding campaigns.
use super::campaign::{self, Campaign};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder};

pub async fn find(connection: &impl ConnectionTrait, code: &str) -> Result<Option<Campaign>, DbErr> {
    campaign::Entity::find_by_id(code).one(connection).await
}

/// All campaigns, the one that began last first.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Campaign>, DbErr> {
    campaign::Entity::find()
        .order_by_desc(campaign::Column::FromDay)
        .order_by_asc(campaign::Column::Code)
        .all(connection)
        .await
}
