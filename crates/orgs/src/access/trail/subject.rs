//! Accounts in lists that are not their own.
use crate::{
    access::{accounts::SUBJECT, log_in},
    units::Sight,
    words::texts,
};
use kernel::{Actor, Bilingual, Lang, PersonId, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use web::{App, SubjectKind, SubjectRow, WebError};

pub(crate) fn account_subject() -> SubjectKind {
    SubjectKind::new(SUBJECT, Bilingual::new("账号", "Account"), rows)
}

/// Names to log in with are for whoever looks after accounts.
async fn rows(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let people = ids.iter().filter_map(|id| id.parse::<PersonId>().ok());
    let found = log_in::Entity::find()
        .filter(log_in::Column::PersonId.is_in(people))
        .all(app.db.reader())
        .await?;
    let sight = Sight::of(&app, &actor, Right::Accounts).await?;
    let row = |account: log_in::Model| match sight.sees(account.unit_id) {
        false => SubjectRow::masked(account.person_id.to_string()),
        true => SubjectRow {
            id: account.person_id.to_string(),
            href: format!("/accounts/{}", account.person_id),
            detail: texts(lang).account_title(),
            title: account.name,
            visible: true,
        },
    };
    Ok(found.into_iter().map(row).collect())
}
