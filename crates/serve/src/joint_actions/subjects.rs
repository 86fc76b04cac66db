//! How joint actions show wherever a figure lists what it counted.
use super::{
    ADDED, BEGUN, CORRECTED, HANDED_OVER,
    action::{self, ActionId, SUBJECT},
};
use crate::{corrections, desk::Desk};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, SubjectKind, SubjectRow};

pub(crate) fn all() -> Vec<SubjectKind> {
    vec![
        SubjectKind::new(
            SUBJECT,
            Bilingual::new("联合行动", "Joint action"),
            async |app: App, lang: Lang, actor: Actor, ids: Vec<String>| {
                let desk = Desk::of(&app, &actor).await?;
                let ids = ids.iter().filter_map(|id| id.parse::<ActionId>().ok());
                let actions = action::Entity::find().filter(action::Column::Id.is_in(ids));
                let actions = actions.all(app.db.reader()).await?;
                let row = |action: action::Model| {
                    if !(actor.has(Right::Read) && desk.sees(action.lead)) {
                        return SubjectRow::masked(action.id.to_string());
                    }
                    SubjectRow {
                        id: action.id.to_string(),
                        detail: desk.directory.name(action.lead, lang).to_owned(),
                        href: format!("/joint-actions/{}", action.id),
                        title: action.title,
                        visible: true,
                    }
                };
                Ok(actions.into_iter().map(row).collect())
            },
        )
        .corrected_at(Right::Serve, |entry| {
            corrections::href_of(entry, &[BEGUN, ADDED, HANDED_OVER, CORRECTED])
        }),
    ]
}
