//! What a list asks of the cases that words find, beside their words. An index of the embedded database has words or columns,
//! never both: for a word that every fifth of 100,000 cases has, each case was looked up twice by its long key, which took
//! most of the time. So the small table that says which case a full-text row is has these columns, too; the database
//! itself keeps them as they are in the case. PostgreSQL needs nothing of this.
use crate::cases::store::SEARCH;
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// All that conditions, views and the order of the list ask for. Whatever is missing here is an error in each search.
const FACETS: &[&str] = &[
    "kind",
    "state",
    "due_at",
    "raised_at",
    "desk",
    "raised_on",
    "place_key",
    "recheck_on",
    "more_time",
    "left_out",
    "called_back",
    "called_back_by",
];

pub(crate) struct Faceted;

impl MigrationName for Faceted {
    fn name(&self) -> &str {
        "serve_0016_found_with_facets"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Faceted {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        if schema.get_database_backend() == DbBackend::Postgres {
            return Ok(());
        }
        let connection = schema.get_connection();
        connection.execute_unprepared(&statements()).await.map(drop)
    }
}

fn statements() -> String {
    let search = SEARCH.table();
    let columns: String = FACETS
        .iter()
        .map(|facet| format!("ALTER TABLE {search} ADD COLUMN {facet};\n"))
        .collect();
    let facets = FACETS.join(", ");
    let set = format!(
        "UPDATE {search} SET ({facets}) = (SELECT {facets} FROM serve_case WHERE serve_case.id = {search}.record)"
    );
    format!(
        "{columns}
         ALTER TABLE {search} ADD COLUMN id blob GENERATED ALWAYS AS (record) VIRTUAL;
         {set};
         CREATE TRIGGER {search}_found AFTER INSERT ON {search}
             BEGIN {set} WHERE seq = new.seq; END;
         CREATE TRIGGER {search}_raised AFTER INSERT ON serve_case
             BEGIN {set} WHERE record = new.id; END;
         CREATE TRIGGER {search}_changed AFTER UPDATE OF {facets} ON serve_case
             BEGIN {set} WHERE record = new.id; END;
         DROP INDEX serve_case_found;"
    )
}
