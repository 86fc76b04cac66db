//! How sessions show wherever a figure lists what it counted. Sessions are public, so nobody is kept from them.
use super::{correcting::CORRECTED, listing_page::href, offering, session};
use crate::corrections;
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, SubjectKind, SubjectRow, WebError};

pub(crate) fn all() -> Vec<SubjectKind> {
    let title = Bilingual::new("服务场次", "Service session");
    vec![
        SubjectKind::new(offering::SUBJECT, title, sessions).corrected_at(Right::Serve, |entry| {
            corrections::href_of(entry, &[offering::OFFERED, CORRECTED])
        }),
    ]
}

async fn sessions(
    app: App,
    lang: Lang,
    _: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let ids = ids
        .iter()
        .filter_map(|id| id.parse::<session::SessionId>().ok());
    let select = session::Entity::find().filter(session::Column::Id.is_in(ids));
    let row = |session: session::Session| SubjectRow {
        id: session.id.to_string(),
        title: session.title(lang).to_owned(),
        detail: format!("{} {}", session.day, session.place),
        href: href(&session),
        visible: true,
    };
    let found = select.all(app.db.reader()).await?;
    Ok(found.into_iter().map(row).collect())
}
