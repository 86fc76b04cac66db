//! What somebody has typed into a draft and not yet saved, kept on the server too: a closed tab, a session that ended, a
//! computer that was switched off lose nothing. It is its writer's alone, and is gone once it is saved or thrown away.
//!
//! By these rows people in one draft see who else is in it. Nothing else is made of them, and they are forgotten after a week.
use super::{
    brief::{self, BriefId},
    draft_page::{draft, input::Input},
    drafting::Text,
};
use crate::{
    entries::{moment, names},
    words,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Actor, Lang, PersonId, Right};
use maud::{Markup, html};
use sea_orm::{
    ActiveValue::Set,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};
use serde::Deserialize;
use web::{Access, App, Pages, WebError};

/// Who was seen in a draft within this time is in it.
const PRESENT: TimeDelta = TimeDelta::seconds(90);

/// Working copies that nobody came back to are forgotten.
const KEPT: TimeDelta = TimeDelta::days(7);

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_working_copy")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub brief_id: BriefId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The version that was open when this was typed.
    pub based_on: i32,
    /// The whole [`Text`] as JSON; nothing while somebody only looks.
    pub text: Option<String>,
    pub changed_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn typed(&self) -> Option<Text> {
        serde_json::from_str(self.text.as_deref()?).ok()
    }
}

pub fn pages() -> Pages {
    Pages::default()
        .post(Access::Right(Right::Publish), keep)
        .post(Access::Right(Right::Publish), be_present)
        .post(Access::Right(Right::Publish), discard)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/working_copy")]
pub struct WorkingCopyUrl {
    pub brief: BriefId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/presence")]
pub struct PresenceUrl {
    pub brief: BriefId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/working_copy/discarding")]
pub struct DiscardUrl {
    pub brief: BriefId,
}

/// The working copy of one person.
pub async fn find(
    connection: &impl ConnectionTrait,
    brief: BriefId,
    person: PersonId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id((brief, person)).one(connection).await
}

/// It was saved, or is not wanted.
pub async fn forget(
    tx: &impl ConnectionTrait,
    brief: BriefId,
    person: PersonId,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Text, Expr::value(None::<String>))
        .filter(Column::BriefId.eq(brief))
        .filter(Column::PersonId.eq(person))
        .exec(tx)
        .await?;
    Ok(())
}

/// A button beside the text changed the draft from one version to the next: what the same person has typed and not saved
/// gets the same change, and goes on from the new version.
pub async fn carry(
    tx: &impl ConnectionTrait,
    (brief, person): (BriefId, PersonId),
    (from, to): (i32, i32),
    change: impl FnOnce(&str) -> String,
) -> Result<(), DbErr> {
    let Some(copy) = find(tx, brief, person).await? else {
        return Ok(());
    };
    let Some(mut typed) = copy.typed().filter(|_| copy.based_on == from && from != to) else {
        return Ok(());
    };
    typed.body = change(&typed.body);
    let text = serde_json::to_string(&typed).map_err(|error| DbErr::Json(error.to_string()))?;
    Entity::update_many()
        .col_expr(Column::Text, Expr::value(text))
        .col_expr(Column::BasedOn, Expr::value(to))
        .filter(Column::BriefId.eq(brief))
        .filter(Column::PersonId.eq(person))
        .exec(tx)
        .await?;
    Ok(())
}

/// What stands at the end of a draft's text, as acts beside it put it there.
pub fn appended(body: &str, added: &str) -> String {
    match body.trim_end() {
        "" => added.to_owned(),
        body => format!("{body}\n\n{added}"),
    }
}

#[derive(Debug, Deserialize)]
struct Seen {
    seen_version: i32,
}

/// Somebody has the draft open. Changes nothing of what they typed.
async fn be_present(
    url: PresenceUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(seen): Form<Seen>,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let now = app.clock.now();
    let row = ActiveModel {
        brief_id: Set(brief.id),
        person_id: Set(actor.person),
        based_on: Set(seen.seen_version),
        text: Set(None),
        changed_at: Set(now),
        seen_at: Set(now),
    };
    let tx = app.db.begin().await?;
    Entity::delete_many()
        .filter(Column::SeenAt.lt(now - KEPT))
        .exec(&tx)
        .await?;
    upsert(&tx, row, &[Column::SeenAt]).await?;
    tx.commit().await?;
    present(&app, &actor, lang, &brief, seen.seen_version).await
}

async fn upsert(
    tx: &impl ConnectionTrait,
    row: ActiveModel,
    columns: &[Column],
) -> Result<(), DbErr> {
    let once_each = OnConflict::columns([Column::BriefId, Column::PersonId])
        .update_columns(columns.iter().copied())
        .to_owned();
    Entity::insert(row)
        .on_conflict(once_each)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Keeps what is typed, when it differs from what is saved; says who else is in the draft and whose change came first.
/// Only what was just typed comes here: a second tab that lies open does not overwrite it.
async fn keep(
    url: WorkingCopyUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let now = app.clock.now();
    let typed = input.text(input.as_of.parse().unwrap_or(brief.as_of));
    let is_saved = typed == Text::from(&brief);
    let text = if is_saved || brief.is_issued() {
        None
    } else {
        Some(serde_json::to_string(&typed).map_err(WebError::internal)?)
    };
    let is_kept = text.is_some();
    let row = ActiveModel {
        brief_id: Set(brief.id),
        person_id: Set(actor.person),
        based_on: Set(input.seen_version),
        text: Set(text),
        changed_at: Set(now),
        seen_at: Set(now),
    };
    let columns = [
        Column::BasedOn,
        Column::Text,
        Column::ChangedAt,
        Column::SeenAt,
    ];
    let tx = app.db.begin().await?;
    upsert(&tx, row, &columns).await?;
    tx.commit().await?;
    let t = words::texts(lang);
    Ok(html! {
        @if is_kept { p class="hint" { (t.working_copy_kept(moment(now))) } }
        (present(&app, &actor, lang, &brief, input.seen_version).await?)
    })
}

async fn discard(
    url: DiscardUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
) -> Result<Response, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let tx = app.db.begin().await?;
    forget(&tx, brief.id, actor.person).await?;
    tx.commit().await?;
    let t = words::texts(lang);
    Ok(web::done(
        &super::draft_page::url(brief.id),
        &t.working_copy_discarded(),
    ))
}

/// Who else is in the draft just now, and whether what one works on is still what holds.
pub async fn present(
    app: &App,
    actor: &Actor,
    lang: Lang,
    brief: &brief::Model,
    based_on: i32,
) -> Result<Markup, WebError> {
    let t = words::texts(lang);
    let reader = app.db.reader();
    let others = Entity::find()
        .filter(Column::BriefId.eq(brief.id))
        .filter(Column::PersonId.ne(actor.person))
        .filter(Column::SeenAt.gt(app.clock.now() - PRESENT))
        .all(reader)
        .await?;
    let people = others.iter().map(|other| other.person_id);
    let names = names(reader, people.chain([brief.changed_by])).await?;
    let name = |person: PersonId| names.get(&person).cloned().unwrap_or_else(|| t.somebody());
    let mut typing = Vec::new();
    let mut looking = Vec::new();
    for other in &others {
        match other.text {
            Some(_) => typing.push(name(other.person_id)),
            None => looking.push(name(other.person_id)),
        }
    }
    let comma = t.list_comma();
    Ok(html! {
        @if based_on < brief.version {
            p class="presence-first" {
                (t.presence_first(name(brief.changed_by), moment(brief.changed_at), brief.version))
            }
        }
        @if !typing.is_empty() { p class="presence-others" { (t.presence_typing(typing.join(&comma))) } }
        @if !looking.is_empty() { p class="presence-others" { (t.presence_looking(looking.join(&comma))) } }
    })
}
