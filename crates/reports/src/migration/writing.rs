//! What people need who write briefs all day: versions of a draft, what is typed and not yet saved, sections that units send
//! in, templates; and which number was restated where.
use crate::briefs::templates::seeds;
use sea_orm::DbErr;
use sea_orm_migration::{
    MigrationName, MigrationTrait, SchemaManager, async_trait, prelude::*, schema::*,
};

pub struct Writing;

impl MigrationName for Writing {
    fn name(&self) -> &str {
        "reports_0003_writing"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Writing {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let copies = Table::alter()
            .table("reports_brief")
            .add_column(integer_null("copies"))
            .take();
        schema.alter_table(copies).await?;
        let version = Table::create()
            .table("reports_brief_version")
            .col(uuid("brief_id"))
            .col(integer("version"))
            .col(text("text"))
            .col(text("numbers"))
            .col(uuid("entry"))
            .col(big_integer("changed_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .primary_key(Index::create().col("brief_id").col("version"))
            .take();
        schema.create_table(version).await?;
        let copy = Table::create()
            .table("reports_working_copy")
            .col(uuid("brief_id"))
            .col(big_integer("person_id"))
            .col(integer("based_on"))
            .col(text_null("text"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(timestamp_with_time_zone("seen_at"))
            .primary_key(Index::create().col("brief_id").col("person_id"))
            .take();
        schema.create_table(copy).await?;
        let section = Table::create()
            .table("reports_section")
            .col(uuid("id").primary_key().take())
            .col(uuid("brief_id"))
            .col(big_integer("unit_id"))
            .col(text("asked"))
            .col(date("due"))
            .col(text("state"))
            .col(text("body"))
            .col(text("remark"))
            .col(integer("version"))
            .col(big_integer("asked_by"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(big_integer_null("sent_by"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .take();
        schema.create_table(section).await?;
        let of_brief = Index::create()
            .name("reports_section_brief")
            .table("reports_section")
            .col("brief_id")
            .take();
        schema.create_index(of_brief).await?;
        let of_unit = Index::create()
            .name("reports_section_unit")
            .table("reports_section")
            .col("unit_id")
            .col("state")
            .take();
        schema.create_index(of_unit).await?;
        let restatement = Table::create()
            .table("reports_restatement")
            .col(integer("total"))
            .col(integer("number"))
            .col(integer("by_total"))
            .primary_key(Index::create().col("total").col("number").col("by_total"))
            .take();
        schema.create_table(restatement).await?;
        let template = Table::create()
            .table("reports_template")
            .col(uuid("id").primary_key().take())
            .col(text("title"))
            .col(text("text"))
            .col(integer("version"))
            .col(boolean("withdrawn"))
            .col(big_integer_null("changed_by"))
            .col(timestamp_with_time_zone_null("changed_at"))
            .take();
        schema.create_table(template).await?;
        for seed in seeds() {
            let row = Query::insert()
                .into_table("reports_template")
                .columns(["id", "title", "text", "version", "withdrawn"])
                .values_panic([
                    seed.id.0.into(),
                    seed.title.into(),
                    seed.text.into(),
                    1.into(),
                    false.into(),
                ])
                .to_owned();
            schema.exec_stmt(row).await?;
        }
        Ok(())
    }
}
