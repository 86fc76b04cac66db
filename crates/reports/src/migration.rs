//! This domain's tables: drafts, the numbers that issues were given, boards, what is
//! public. What was issued stands in the book.
mod publication;
mod writing;

use sea_orm::DbErr;
use sea_orm_migration::{
    MigrationName, MigrationTrait, SchemaManager, async_trait, prelude::*, schema::*,
};

pub fn migrations() -> db::Migrations {
    vec![
        Box::new(Briefs),
        Box::new(Boards),
        Box::new(writing::Writing),
        Box::new(publication::Publication),
    ]
}

struct Briefs;

impl MigrationName for Briefs {
    fn name(&self) -> &str {
        "reports_0001_briefs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Briefs {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let brief = Table::create()
            .table("reports_brief")
            .col(uuid("id").primary_key().take())
            .col(big_integer("unit_id"))
            .col(text("name"))
            .col(text("office"))
            .col(text("title"))
            .col(text("report_to"))
            .col(text("send_to"))
            .col(text("issue_to"))
            .col(text("editors_note"))
            .col(text("body"))
            .col(text_null("campaign"))
            .col(date("as_of"))
            .col(integer("version"))
            .col(big_integer("changed_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(integer_null("issue_year"))
            .col(integer_null("issue_number"))
            .col(integer_null("issue_total"))
            .col(date_null("issued_on"))
            .col(uuid_null("issue_entry"))
            .take();
        schema.create_table(brief).await?;
        // Two issues can never bear the same number, whatever a program does. Drafts have none.
        let within_year = Index::create()
            .name("reports_brief_number")
            .table("reports_brief")
            .col("issue_year")
            .col("issue_number")
            .unique()
            .take();
        let in_total = Index::create()
            .name("reports_brief_total")
            .table("reports_brief")
            .col("issue_total")
            .unique()
            .take();
        schema.create_index(within_year).await?;
        schema.create_index(in_total).await
    }
}

struct Boards;

impl MigrationName for Boards {
    fn name(&self) -> &str {
        "reports_0002_boards"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Boards {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let board = Table::create()
            .table("reports_board")
            .col(uuid("id").primary_key().take())
            .col(text("title"))
            .col(big_integer("unit_id"))
            .col(boolean("is_shared"))
            .col(text("cells"))
            .col(integer("version"))
            .col(big_integer("made_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(boolean("is_withdrawn"))
            .take();
        schema.create_table(board).await
    }
}
