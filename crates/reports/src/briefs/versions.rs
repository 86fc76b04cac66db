//! The versions of a draft: what was saved when and by whom, and what each changed.
use super::{
    brief::BriefId,
    draft_page::{draft, url as draft_url},
    drafting::Text,
    live::Numbers,
    markup::Document,
};
use crate::{
    entries::{moment, names},
    words,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::{DateTime, Utc};
use kernel::{Actor, EntryId, Lang, PersonId, Right};
use maud::{Markup, html};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};
use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};
use ui::{Column as Head, Crumb, PageHead, PageKind, Row, Table};
use web::{Access, App, Frame, Pages, WebError};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_brief_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub brief_id: BriefId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The whole [`Text`] as JSON.
    pub text: String,
    /// The [`Looked`] of that moment as JSON.
    pub numbers: String,
    pub entry: EntryId,
    pub changed_by: PersonId,
    pub changed_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Each token as typed, with the number that it showed; empty where it showed none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked(pub Vec<(String, String)>);

impl Looked {
    pub fn of(document: &Document, numbers: &Numbers) -> Looked {
        let tokens = document.tokens.iter().zip(numbers);
        let shown = tokens.map(|(placed, number)| {
            let shown = number.as_ref().map(|number| number.shown.clone());
            (placed.source.clone(), shown.unwrap_or_default())
        });
        Looked(shown.collect())
    }

    /// A sign of these numbers, to see whether they moved between a look and an act.
    pub fn sign(&self) -> String {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// Keeps what was saved; once for each version.
pub async fn keep(
    tx: &impl ConnectionTrait,
    version: (BriefId, i32),
    text: &Text,
    looked: &Looked,
    entry: EntryId,
    by: (PersonId, DateTime<Utc>),
) -> Result<(), DbErr> {
    let json = |error: serde_json::Error| DbErr::Json(error.to_string());
    let row = ActiveModel {
        brief_id: Set(version.0),
        version: Set(version.1),
        text: Set(serde_json::to_string(text).map_err(json)?),
        numbers: Set(serde_json::to_string(looked).map_err(json)?),
        entry: Set(entry),
        changed_by: Set(by.0),
        changed_at: Set(by.1),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes that somebody has looked at the numbers of this version just now.
pub async fn look_again(
    tx: &impl ConnectionTrait,
    (brief, version): (BriefId, i32),
    looked: &Looked,
) -> Result<(), DbErr> {
    let numbers = serde_json::to_string(looked).map_err(|error| DbErr::Json(error.to_string()))?;
    Entity::update_many()
        .col_expr(Column::Numbers, Expr::value(numbers))
        .filter(Column::BriefId.eq(brief))
        .filter(Column::Version.eq(version))
        .exec(tx)
        .await?;
    Ok(())
}

/// The numbers as they were when this version was saved.
pub async fn looked(
    connection: &impl ConnectionTrait,
    brief: BriefId,
    version: i32,
) -> Result<Option<Looked>, DbErr> {
    let found = Entity::find_by_id((brief, version)).one(connection).await?;
    Ok(found.and_then(|row| serde_json::from_str(&row.numbers).ok()))
}

/// Most versions that are listed.
const LISTED_MAX: u64 = 200;

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), list)
        .get(Access::Right(Right::Publish), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/versions")]
pub struct VersionsUrl {
    pub brief: BriefId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/versions/{version}")]
pub struct VersionUrl {
    pub brief: BriefId,
    pub version: i32,
}

async fn list(
    url: VersionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let versions = Entity::find()
        .filter(Column::BriefId.eq(brief.id))
        .order_by_desc(Column::Version)
        .limit(LISTED_MAX)
        .all(reader)
        .await?;
    let names = names(reader, versions.iter().map(|one| one.changed_by)).await?;
    let rows = versions.iter().map(|one| {
        let href = format!("{}/versions/{}", draft_url(brief.id), one.version);
        Row::new(vec![
            html! { a href=(href) { (t.version_number(one.version)) } },
            html! { (names.get(&one.changed_by).cloned().unwrap_or_default()) },
            html! { (moment(one.changed_at)) },
        ])
    });
    let title = t.versions_title();
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, crumbs: &crumbs(lang, brief.id), ..PageHead::default() }))
        (ui::table(lang, Table {
            caption: &title,
            columns: vec![Head::title(t.column_version()), Head::text(t.column_who()), Head::text(t.column_changed())],
            rows: rows.collect(),
            ..Table::default()
        }))
    };
    Ok(frame
        .under("briefs")
        .kind(PageKind::List)
        .page(&title, main))
}

fn crumbs(lang: Lang, brief: BriefId) -> [Crumb; 2] {
    let t = words::texts(lang);
    [
        Crumb::new(t.briefs_title(), "/briefs"),
        Crumb::new(t.draft_title(), draft_url(brief)),
    ]
}

async fn show(
    url: VersionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let found = Entity::find_by_id((brief.id, url.version)).one(reader);
    let version = found.await?.ok_or(WebError::NotFound)?;
    let before = Entity::find_by_id((brief.id, url.version - 1))
        .one(reader)
        .await?;
    let text = |row: &Model| -> Result<Text, WebError> {
        serde_json::from_str(&row.text).map_err(WebError::internal)
    };
    let now = text(&version)?;
    let then = before.as_ref().map(text).transpose()?;
    let then = then.unwrap_or_else(|| Text {
        as_of: now.as_of,
        ..Text::default()
    });
    let names = names(reader, [version.changed_by]).await?;
    let who = names.get(&version.changed_by).cloned().unwrap_or_default();
    let title = t.version_number(version.version);
    let sub = t.version_sub(who, moment(version.changed_at));
    let list = format!("{}/versions", draft_url(brief.id));
    let mut crumbs = crumbs(lang, brief.id).to_vec();
    crumbs.push(Crumb::new(t.versions_title(), list));
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (sub) } }), crumbs: &crumbs, ..PageHead::default() }))
        @for (label, then, now) in fields(lang, &then, &now) {
            @if then != now { div class="difference-part" { h2 { (label) } (difference(lang, &then, &now)) } }
        }
        details { summary { (t.version_whole()) } pre class="sheet-theirs" { (now.body) } }
    };
    Ok(frame
        .under("briefs")
        .kind(PageKind::Record)
        .page(&title, main))
}

/// All that can be changed in a draft, by its label, in both of two versions.
pub fn fields(lang: Lang, then: &Text, now: &Text) -> Vec<(String, String, String)> {
    let t = words::texts(lang);
    let labels = [
        t.field_title(),
        t.field_editors_note(),
        t.field_body(),
        t.field_name(),
        t.field_office(),
        t.field_figures_as_of(),
        t.field_campaign(),
        t.field_report_to(),
        t.field_send_to(),
        t.field_issue_to(),
        t.field_copies(),
    ];
    let of = |text: &Text| {
        [
            text.title.clone(),
            text.editors_note.clone(),
            text.body.clone(),
            text.name.clone(),
            text.office.clone(),
            text.as_of.to_string(),
            text.campaign.clone(),
            text.report_to.clone(),
            text.send_to.clone(),
            text.issue_to.clone(),
            text.copies
                .map_or_else(String::new, |copies| copies.to_string()),
        ]
    };
    let both = of(then).into_iter().zip(of(now));
    let all = labels.into_iter().zip(both);
    all.map(|(label, (then, now))| (label, then, now)).collect()
}

/// What is new and what is gone, line by line, and within a changed line sign by sign. Colour is never alone: the signs stand
/// before the lines too.
pub fn difference(lang: Lang, then: &str, now: &str) -> Markup {
    let t = words::texts(lang);
    let diff = TextDiff::from_lines(then, now);
    let (gone, new) = (t.difference_gone(), t.difference_new());
    html! {
        div class="difference" {
            @for group in diff.grouped_ops(1) {
                @for op in &group {
                    @for change in diff.iter_inline_changes(op) {
                        @let (class, sign, said) = match change.tag() {
                            ChangeTag::Delete => ("difference-gone", "−", Some(&gone)),
                            ChangeTag::Insert => ("difference-new", "+", Some(&new)),
                            ChangeTag::Equal => ("difference-same", "", None),
                        };
                        p class=(class) {
                            span class="difference-sign" aria-hidden="true" { (sign) }
                            @if let Some(said) = said { span class="sr-only" { (said) } }
                            span {
                                @for (is_changed, text) in change.iter_strings_lossy() {
                                    @if is_changed { mark { (text) } } @else { (text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
