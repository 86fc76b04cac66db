//! This domain's tables, folder by folder. What can be counted is not here: it is in the book.
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::SchemaManager;

pub fn migrations() -> db::Migrations {
    vec![Box::new(crate::cases::Cases)]
}

/// Runs statements in which `{date}`, `{uuid}` and `{blob}` stand for what the database calls them.
pub(crate) async fn run(schema: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let spellings = match schema.get_database_backend() {
        DbBackend::Postgres => [("{date}", "date"), ("{uuid}", "uuid"), ("{blob}", "bytea")],
        _ => [("{date}", "text"), ("{uuid}", "blob"), ("{blob}", "blob")],
    };
    let statements = spellings
        .iter()
        .fold(statements.to_owned(), |statements, (name, spelling)| {
            statements.replace(name, spelling)
        });
    schema
        .get_connection()
        .execute_unprepared(&statements)
        .await
        .map(drop)
}
