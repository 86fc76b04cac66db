//! How the two databases spell what a table needs.
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::SchemaManager;

/// Runs statements in which what the databases spell differently stands in braces.
pub(crate) async fn run(schema: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let spellings = match schema.get_database_backend() {
        DbBackend::Postgres => [
            ("{date}", "date"),
            ("{uuid}", "uuid"),
            ("{blob}", "bytea"),
            ("{timestamp}", "timestamptz"),
        ],
        _ => [
            ("{date}", "text"),
            ("{uuid}", "blob"),
            ("{blob}", "blob"),
            ("{timestamp}", "text"),
        ],
    };
    let mut spelled = statements.to_owned();
    for (name, spelling) in spellings {
        spelled = spelled.replace(name, spelling);
    }
    let connection = schema.get_connection();
    connection.execute_unprepared(&spelled).await.map(drop)
}
