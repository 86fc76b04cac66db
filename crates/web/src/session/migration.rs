use sea_orm_migration::prelude::*;

pub(crate) fn migrations() -> db::Migrations {
    vec![Box::new(Sessions)]
}

struct Sessions;

impl MigrationName for Sessions {
    fn name(&self) -> &str {
        "web_001_sessions"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Sessions {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("web_session")
            .col(ColumnDef::new("id_hash").text().not_null().primary_key())
            .col(ColumnDef::new("person").big_integer())
            .col(ColumnDef::new("data").json_binary().not_null())
            .col(time("made_at"))
            .col(time("seen_at"))
            .to_owned();
        schema.create_table(table).await?;
        for (name, column) in [
            ("web_session_by_person", "person"),
            ("web_session_by_made", "made_at"),
            ("web_session_by_seen", "seen_at"),
        ] {
            let index = Index::create()
                .name(name)
                .table("web_session")
                .col(column)
                .to_owned();
            schema.create_index(index).await?;
        }
        Ok(())
    }
}

fn time(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
        .timestamp_with_time_zone()
        .not_null()
        .to_owned()
}
