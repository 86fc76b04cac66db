//! The roster's tables.
use sea_orm::DbErr;
use sea_orm_migration::{
    MigrationName, MigrationTrait, SchemaManager, async_trait, prelude::*, schema::*,
};

pub fn migrations() -> db::Migrations {
    vec![
        Box::new(Roster),
        Box::new(Accounts),
        Box::new(ParticularsOverTime),
    ]
}

struct Roster;

impl MigrationName for Roster {
    fn name(&self) -> &str {
        "orgs_0001_roster"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Roster {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let number = |name| big_integer(name).primary_key().take();
        let tables = [
            Table::create()
                .table("orgs_unit")
                .col(number("id"))
                .col(text_uniq("code"))
                .col(text("name"))
                .col(text_null("name_en"))
                .col(text("kind"))
                .col(integer("position"))
                .take(),
            Table::create()
                .table("orgs_person")
                .col(number("id"))
                .col(text_uniq("code"))
                .col(text("name"))
                .col(blob_null("phone"))
                .col(blob_null("phone_found_by"))
                .take(),
            Table::create()
                .table("orgs_membership")
                .col(big_pk_auto("id"))
                .col(big_integer("person_id"))
                .col(big_integer("unit_id"))
                .col(date("from_day"))
                .col(date_null("to_day"))
                .col(boolean("is_member"))
                .col(text("post"))
                .take(),
            Table::create()
                .table("orgs_log_in")
                .col(number("person_id"))
                .col(text_uniq("name"))
                .col(big_integer("unit_id"))
                .col(text("password_hash"))
                .col(boolean("must_change"))
                .col(integer("failures"))
                .col(timestamp_with_time_zone_null("locked_until"))
                .col(boolean("closed"))
                .take(),
            Table::create()
                .table("orgs_grant")
                .col(big_pk_auto("id"))
                .col(big_integer("person_id"))
                .col(text("role"))
                .col(text("scope"))
                .col(big_integer_null("unit_id"))
                .take(),
            Table::create()
                .table("orgs_import")
                .col(uuid("id").primary_key().take())
                .col(big_integer("person_id"))
                .col(text("file_name"))
                .col(blob_null("file"))
                .col(text("options"))
                .col(text("state"))
                .col(text_null("result"))
                .col(uuid_null("job_id"))
                .col(timestamp_with_time_zone("made_at"))
                .take(),
            Table::create()
                .table("orgs_day_change")
                .col(date("day").primary_key().take())
                .col(boolean("is_worked"))
                .col(text("reason"))
                .take(),
        ];
        for table in tables {
            schema.create_table(table).await?;
        }
        for (name, table, column) in [
            ("orgs_unit_name", "orgs_unit", "name"),
            ("orgs_person_name", "orgs_person", "name"),
            ("orgs_person_phone", "orgs_person", "phone_found_by"),
            ("orgs_membership_person", "orgs_membership", "person_id"),
            ("orgs_membership_unit", "orgs_membership", "unit_id"),
            ("orgs_grant_person", "orgs_grant", "person_id"),
            ("orgs_import_person", "orgs_import", "person_id"),
        ] {
            schema
                .create_index(Index::create().name(name).table(table).col(column).take())
                .await?;
        }
        Ok(())
    }
}

/// Grants have days, and an account knows when it was last used.
struct Accounts;

impl MigrationName for Accounts {
    fn name(&self) -> &str {
        "orgs_0002_accounts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Accounts {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("orgs_grant", date_null("from_day")),
            ("orgs_grant", date_null("to_day")),
            ("orgs_log_in", timestamp_with_time_zone_null("entered_at")),
        ] {
            let add = Table::alter().table(table).add_column(column).take();
            schema.alter_table(add).await?;
        }
        Ok(())
    }
}

/// What units were called before stays known.
struct ParticularsOverTime;

impl MigrationName for ParticularsOverTime {
    fn name(&self) -> &str {
        "orgs_0003_particulars"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for ParticularsOverTime {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("orgs_unit_particulars")
            .col(big_pk_auto("id"))
            .col(big_integer("unit_id"))
            .col(date("from_day"))
            .col(text("name"))
            .col(text_null("name_en"))
            .col(text("kind"))
            .col(integer("position"))
            .take();
        schema.create_table(table).await?;
        let index = Index::create()
            .name("orgs_unit_particulars_unit")
            .table("orgs_unit_particulars")
            .col("unit_id")
            .take();
        schema.create_index(index).await
    }
}
