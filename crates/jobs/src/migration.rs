use sea_orm_migration::prelude::*;

/// What the queue needs in the database.
pub fn migrations() -> db::Migrations {
    vec![Box::new(Queue)]
}

struct Queue;

impl MigrationName for Queue {
    fn name(&self) -> &str {
        "jobs_001_queue"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Queue {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("job")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("kind").text().not_null())
            .col(ColumnDef::new("key").text().not_null())
            .col(ColumnDef::new("payload").json_binary().not_null())
            .col(ColumnDef::new("owner").big_integer())
            .col(ColumnDef::new("state").text().not_null())
            .col(
                ColumnDef::new("run_at")
                    .timestamp_with_time_zone()
                    .not_null(),
            )
            .col(ColumnDef::new("attempts").integer().not_null())
            .col(ColumnDef::new("leased_by").uuid())
            .col(ColumnDef::new("leased_until").timestamp_with_time_zone())
            .col(ColumnDef::new("cancel_wanted").boolean().not_null())
            .col(ColumnDef::new("done").big_integer().not_null())
            .col(ColumnDef::new("total").big_integer())
            .col(ColumnDef::new("stage").text())
            .col(ColumnDef::new("result").json_binary())
            .col(ColumnDef::new("problem").text())
            .col(
                ColumnDef::new("made_at")
                    .timestamp_with_time_zone()
                    .not_null(),
            )
            .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
            .to_owned();
        schema.create_table(table).await?;
        for index in [
            index("job_by_key").col("kind").col("key").unique(),
            index("job_by_time").col("state").col("run_at"),
            index("job_by_owner").col("owner").col("made_at"),
        ] {
            schema.create_index(index.to_owned()).await?;
        }
        Ok(())
    }
}

fn index(name: &str) -> IndexCreateStatement {
    Index::create().name(name).table("job").to_owned()
}
