//! How topics show wherever a figure lists what it counted.
use super::{
    correcting::CORRECTED,
    setting::{CONCLUDED, SET, SUBJECT},
    store::{self, TopicId},
    topic_page::href,
};
use crate::{corrections, desk::Desk};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, SubjectKind, SubjectRow, WebError};

pub(crate) fn all() -> Vec<SubjectKind> {
    vec![
        SubjectKind::new(
            SUBJECT,
            Bilingual::new("调研课题", "Research topic"),
            topics,
        )
        .corrected_at(Right::Record, |entry| {
            corrections::href_of(entry, &[SET, CONCLUDED, CORRECTED])
        }),
    ]
}

async fn topics(
    app: App,
    _: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let ids: Vec<TopicId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let found = store::Entity::find().filter(store::Column::Id.is_in(ids));
    let row = |topic: store::Topic| match actor.has(Right::Read) && desk.sees(topic.unit) {
        true => SubjectRow {
            id: topic.id.to_string(),
            href: href(topic.id),
            title: topic.title,
            detail: topic.leader,
            visible: true,
        },
        false => SubjectRow::masked(topic.id.to_string()),
    };
    let found = found.all(app.db.reader()).await?;
    Ok(found.into_iter().map(row).collect())
}
