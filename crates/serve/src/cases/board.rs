//! Cases counted by kind, unit, place or month; with the same conditions as the list that each count opens.
use super::store;
use sea_orm::{
    Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    QuerySelect, sea_query::Expr,
};

super::case::codes! {
    /// By what a board counts.
    By {
        Kind = "kind",
        Unit = "unit",
        Place = "place",
        Month = "month",
    }
}

/// One line of a board.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(super) struct Count {
    /// A kind, a unit's number, a place, a month as `2021-03`.
    pub(super) key: String,
    pub(super) count: i64,
    /// Of these, how many are still open.
    pub(super) open: i64,
}

impl By {
    fn key(self, backend: DbBackend) -> &'static str {
        match (self, backend) {
            (By::Kind, _) => "serve_case.kind",
            (By::Unit, _) => {
                "CAST(COALESCE((SELECT p.unit FROM serve_case_part p WHERE p.case_id = serve_case.id AND p.is_lead AND p.state <> 'waiting' LIMIT 1), \
                 serve_case.desk) AS text)"
            }
            (By::Place, _) => "serve_case.place_key",
            (By::Month, DbBackend::Postgres) => "to_char(serve_case.raised_on, 'YYYY-MM')",
            (By::Month, _) => "substr(serve_case.raised_on, 1, 7)",
        }
    }
}

/// Counts the cases that meet the condition.
pub(super) async fn counts(
    connection: &impl ConnectionTrait,
    by: By,
    condition: Condition,
) -> Result<Vec<Count>, DbErr> {
    let key = by.key(connection.get_database_backend());
    store::Entity::find()
        .select_only()
        .column_as(Expr::cust(key), "key")
        .column_as(Expr::cust("CAST(COUNT(*) AS bigint)"), "count")
        .column_as(
            Expr::cust(
                "CAST(SUM(CASE WHEN serve_case.state IN ('closed', 'refused') THEN 0 ELSE 1 END) AS bigint)",
            ),
            "open",
        )
        .filter(condition)
        .group_by(Expr::cust(key))
        .into_model::<Count>()
        .all(connection)
        .await
}
