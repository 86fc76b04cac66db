//! How pairings show wherever a figure lists what it counted.
use super::{
    correcting::CORRECTED,
    making::{CONTACTED, ENDED, MADE, SUBJECT},
    pairing_page::href,
    sight,
    store::{self, PairingId},
};
use crate::{corrections, desk::Desk};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, SubjectKind, SubjectRow, WebError};

pub(crate) fn all() -> Vec<SubjectKind> {
    vec![
        SubjectKind::new(SUBJECT, Bilingual::new("结对", "Pairing"), pairings)
            .corrected_at(Right::Serve, |entry| {
                corrections::href_of(entry, &[MADE, CONTACTED, ENDED, CORRECTED])
            }),
    ]
}

async fn pairings(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let ids: Vec<PairingId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let found = store::Entity::find().filter(store::Column::Id.is_in(ids));
    let mut rows = Vec::new();
    for pairing in found.all(app.db.reader()).await? {
        rows.push(
            match actor.has(Right::Read) && desk.sees_pairing(&pairing) {
                true => SubjectRow {
                    id: pairing.id.to_string(),
                    title: sight::helped(&app, &desk, lang, &pairing)?,
                    detail: desk.directory.name(pairing.helper, lang).to_owned(),
                    href: href(pairing.id),
                    visible: true,
                },
                false => SubjectRow::masked(pairing.id.to_string()),
            },
        );
    }
    Ok(rows)
}
