//! How visits show wherever a figure lists what it counted.
use super::{
    recording::SUBJECT,
    store::{self, VisitId},
    visit_page::href,
};
use crate::desk::Desk;
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, SubjectKind, SubjectRow, WebError};

pub(crate) fn all() -> Vec<SubjectKind> {
    vec![
        SubjectKind::new(SUBJECT, Bilingual::new("走访", "Visit"), visits)
            .corrected_at(Right::Serve, |entry| {
                Some(format!("/visits/{}/correction", entry.subject_id))
            }),
    ]
}

async fn visits(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let reader = app.db.reader();
    let ids: Vec<VisitId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let people = store::people(reader, &ids).await?;
    let found = store::Entity::find().filter(store::Column::Id.is_in(ids));
    let row = |visit: store::Visit| match actor.has(Right::Read) && desk.sees_visit(&visit) {
        true => SubjectRow {
            title: desk.directory.name(visit.visited, lang).to_owned(),
            detail: format!(
                "{} {}",
                visit.day,
                people
                    .get(&visit.id)
                    .map_or_else(String::new, |names| names.join("、"))
            ),
            href: href(visit.id),
            visible: true,
            id: visit.id.to_string(),
        },
        false => SubjectRow::masked(visit.id.to_string()),
    };
    Ok(found.all(reader).await?.into_iter().map(row).collect())
}
