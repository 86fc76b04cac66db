//! The tables of seals.
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Seals over the book, append-only like what they cover. Leaves whose seal was never written may be taken away: whoever
/// made them was cut off.
pub(super) struct Seals;

impl MigrationName for Seals {
    fn name(&self) -> &str {
        "ledger_0005_seals"
    }
}

const SEAL_TRIGGERS_OF_POSTGRES: &str = "
CREATE FUNCTION ledger_leaf_sealed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM ledger_seal WHERE number = OLD.seal) THEN
        RAISE EXCEPTION 'the book is append-only';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER ledger_seal_append_only BEFORE UPDATE OR DELETE ON ledger_seal FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_seal_no_truncate BEFORE TRUNCATE ON ledger_seal FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_leaf_append_only BEFORE UPDATE OR DELETE ON ledger_leaf FOR EACH ROW EXECUTE FUNCTION ledger_leaf_sealed();
CREATE TRIGGER ledger_leaf_no_truncate BEFORE TRUNCATE ON ledger_leaf FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
";

const SEAL_TRIGGERS_OF_SQLITE: &str = "
CREATE TRIGGER ledger_seal_no_update BEFORE UPDATE ON ledger_seal BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END;
CREATE TRIGGER ledger_seal_no_delete BEFORE DELETE ON ledger_seal BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END;
CREATE TRIGGER ledger_leaf_no_update BEFORE UPDATE ON ledger_leaf BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END;
CREATE TRIGGER ledger_leaf_no_delete BEFORE DELETE ON ledger_leaf
    WHEN EXISTS (SELECT 1 FROM ledger_seal WHERE number = OLD.seal)
    BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END;
";

#[async_trait::async_trait]
impl MigrationTrait for Seals {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let connection = schema.get_connection();
        let postgres = schema.get_database_backend() == DbBackend::Postgres;
        let spellings = if postgres {
            ["bytea", "timestamptz", "COLLATE \"C\"", ""]
        } else {
            ["blob", "text", "", "WITHOUT ROWID"]
        };
        let names = ["{blob}", "{timestamp}", "{collate}", "{clustered}"];
        let tables = names.into_iter().zip(spellings).fold(
            crate::seal::TABLES.to_owned(),
            |tables, (name, spelling)| tables.replace(name, spelling),
        );
        connection.execute_unprepared(&tables).await?;
        let triggers = if postgres {
            SEAL_TRIGGERS_OF_POSTGRES
        } else {
            SEAL_TRIGGERS_OF_SQLITE
        };
        connection.execute_unprepared(triggers).await.map(drop)
    }
}
