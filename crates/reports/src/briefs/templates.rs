//! Templates that drafts are begun from: data that the office edits. Three come with the program.
mod view;

use super::drafting::{self, Text};
use crate::words;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{DateTime, Utc};
use kernel::{Actor, EntryId, Lang, PersonId, Right, limits};
use ledger::{NewEntry, Subject};
use maud::{Markup, html};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use serde::Deserialize;
use ui::{
    Act, Column as Head, Crumb, Empty, Icon, PageHead, PageKind, Row, Table, form::FieldProblem,
};
use view::view;
use web::{Access, App, Frame, Pages, SubjectRow, WebError};

kernel::uuid_id!(
    /// The id of the act that made the template.
    TemplateId
);

pub const SUBJECT: &str = "reports.template";
pub const CHANGED: &str = "reports.template.changed";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TemplateId,
    /// What it is called in the list of templates.
    pub title: String,
    /// A whole [`Text`] as JSON.
    pub text: String,
    pub version: i32,
    /// No draft is begun from it any more.
    pub withdrawn: bool,
    /// Nobody: it came with the program.
    pub changed_by: Option<PersonId>,
    pub changed_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn read(&self) -> Text {
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}

/// What comes with the program.
pub struct Seed {
    pub id: TemplateId,
    pub title: &'static str,
    pub text: String,
}

pub fn seeds() -> Vec<Seed> {
    const WEEKLY: &str = "# 本周进展\n截至本周，共组织动员会{{figure:briefings-held}}，提交任务成果报告{{figure:task-reports}}，{{figure:tasks-done}}任务已经完成并核查。\n\n# 各单位动态\n\n# 存在问题\n\n# 下周安排\n";
    const SPECIAL: &str =
        "# 基本情况\n\n# 主要做法\n\n## 做法一\n\n## 做法二\n\n# 取得成效\n\n# 几点启示\n";
    const ACCOUNT: &str = "# 总体情况\n方案共设{{figure:themes}}、{{figure:measures}}、{{figure:tasks}}。\n\n# 主要做法和成效\n\n## 动员部署\n{{figure:branches-mobilised}}动员到位，{{figure:members-mobilised}}参加。\n\n## 专题学习\n\n## 为民办实事\n\n## 服务企业和项目\n\n# 存在不足\n\n# 下一步安排\n";
    let seed = |number: u128, title, body: &str| {
        let text = Text {
            body: body.to_owned(),
            ..Text::default()
        };
        Seed {
            id: TemplateId(uuid::Uuid::from_u128(number)),
            title,
            text: serde_json::to_string(&text).unwrap_or_default(),
        }
    };
    vec![
        seed(1, "工作周报", WEEKLY),
        seed(2, "专题简报", SPECIAL),
        seed(3, "阶段总结", ACCOUNT),
    ]
}

/// All that drafts are begun from, in their order.
pub async fn usable(connection: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Withdrawn.eq(false))
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}

pub async fn find(
    connection: &impl ConnectionTrait,
    id: TemplateId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), list)
        .get(Access::Right(Right::Publish), show)
        .post(Access::Right(Right::Publish), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_templates")]
pub struct TemplatesUrl;

/// A template that is not there yet is made by its first saving.
#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_templates/{template}")]
pub struct TemplateUrl {
    pub template: TemplateId,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Input {
    entry: String,
    seen_version: i32,
    template_title: String,
    name: String,
    office: String,
    title: String,
    editors_note: String,
    body: String,
    report_to: String,
    send_to: String,
    issue_to: String,
    copies: String,
    withdrawn: Option<String>,
}

impl Input {
    fn of(template: Option<&Model>) -> Input {
        let text = template.map(Model::read).unwrap_or_default();
        Input {
            entry: uuid::Uuid::now_v7().to_string(),
            seen_version: template.map_or(0, |template| template.version),
            template_title: template.map(|one| one.title.clone()).unwrap_or_default(),
            name: text.name,
            office: text.office,
            title: text.title,
            editors_note: text.editors_note,
            body: text.body,
            report_to: text.report_to,
            send_to: text.send_to,
            issue_to: text.issue_to,
            copies: text
                .copies
                .map(|copies| copies.to_string())
                .unwrap_or_default(),
            withdrawn: template
                .filter(|one| one.withdrawn)
                .map(|_| "yes".to_owned()),
        }
    }

    fn text(&self) -> Text {
        let trimmed = |text: &str| text.trim().to_owned();
        Text {
            name: trimmed(&self.name),
            office: trimmed(&self.office),
            title: trimmed(&self.title),
            report_to: trimmed(&self.report_to),
            send_to: trimmed(&self.send_to),
            issue_to: trimmed(&self.issue_to),
            editors_note: trimmed(&self.editors_note),
            body: self.body.replace("\r\n", "\n"),
            copies: self.copies.trim().parse().ok(),
            ..Text::default()
        }
    }
}

async fn list(_: TemplatesUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let all = Entity::find()
        .order_by_asc(Column::Id)
        .all(app.db.reader())
        .await?;
    let rows = all.iter().map(|one| {
        let href = format!("/brief_templates/{}", one.id);
        let state = if one.withdrawn {
            t.template_withdrawn()
        } else {
            t.template_in_use()
        };
        Row::new(vec![
            html! { a href=(href) { (one.title) } },
            html! { (state) },
        ])
    });
    let new = format!("/brief_templates/{}", uuid::Uuid::now_v7());
    let title = t.templates_title();
    let (empty_title, empty_text) = (t.templates_empty_title(), t.templates_empty_text());
    let main = html! {
        (ui::page_head(lang, PageHead {
            title: &title,
            sub: Some(html! { p { (t.templates_sub()) } }),
            acts: Some(ui::link_button(&t.template_add(), &new, Act::Plain, Some(Icon::Add))),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs")],
        }))
        (ui::table(lang, Table {
            caption: &title,
            columns: vec![Head::title(t.template_name()).wide(), Head::text(t.section_state())],
            rows: rows.collect(),
            empty: Some(Empty { title: &empty_title, text: &empty_text, act: None }),
            ..Table::default()
        }))
    };
    Ok(frame
        .under("briefs")
        .kind(PageKind::List)
        .page(&title, main))
}

async fn show(url: TemplateUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let template = find(app.db.reader(), url.template).await?;
    let input = Input::of(template.as_ref());
    let title = match &template {
        Some(template) => template.title.clone(),
        None => words::texts(frame.lang).template_add(),
    };
    let main = view(frame.lang, url.template, &title, &input, &[]);
    Ok(frame
        .under("briefs")
        .kind(PageKind::Form)
        .page(&title, main))
}

async fn submit(
    url: TemplateUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let text = input.text();
    let mut problems = Vec::new();
    if input.template_title.trim().is_empty() {
        problems.push(FieldProblem::new("template_title", t.field_missing()));
    }
    if limits::TITLE_CHARS_MAX < input.template_title.chars().count() {
        problems.push(FieldProblem::new(
            "template_title",
            t.field_too_long(limits::TITLE_CHARS_MAX),
        ));
    }
    if let Err(drafting::DraftError::TooLong { field, chars_max }) = drafting::check(&text) {
        problems.push(FieldProblem::new(field, t.field_too_long(chars_max)));
    }
    if !input.copies.trim().is_empty() && text.copies.is_none() {
        problems.push(FieldProblem::new(
            "copies",
            t.copies_bad(input.copies.as_str()),
        ));
    }
    let Ok(entry) = input.entry.parse::<EntryId>() else {
        return Err(WebError::Unreadable("entry".to_owned()));
    };
    let mut input = input;
    if problems.is_empty() {
        match save(&app, &actor, entry, url.template, &input, &text).await? {
            Saved::Done => return Ok(web::done("/brief_templates", &t.template_saved())),
            Saved::Stale(now) => {
                problems.push(FieldProblem::new(
                    "body",
                    t.template_stale(now.title.as_str()),
                ));
                input.seen_version = now.version;
                input.entry = uuid::Uuid::now_v7().to_string();
            }
        }
    }
    let title = t.template_title();
    let main = view(lang, url.template, &title, &input, &problems);
    Ok(frame.under("briefs").again(&title, main).into_response())
}

enum Saved {
    Done,
    /// Somebody was quicker: this is what holds.
    Stale(Box<Model>),
}

async fn save(
    app: &App,
    actor: &Actor,
    entry: EntryId,
    id: TemplateId,
    input: &Input,
    text: &Text,
) -> Result<Saved, WebError> {
    let unit = super::list_page::unit_of(app, actor)
        .await?
        .ok_or(WebError::NotFound)?;
    let json = serde_json::to_string(text).map_err(WebError::internal)?;
    let tx = app.db.begin().await?;
    // Whoever saves templates does so one after the other: the book's lock.
    ledger::entry::mark(&tx).await?;
    if ledger::entry::by_id(&tx, entry).await?.is_some() {
        return Ok(Saved::Done);
    }
    let current = find(&tx, id).await?;
    let version = current.as_ref().map_or(0, |current| current.version);
    if let Some(current) = current.filter(|current| current.version != input.seen_version) {
        return Ok(Saved::Stale(Box::new(current)));
    }
    let row = ActiveModel {
        id: Set(id),
        title: Set(input.template_title.trim().to_owned()),
        text: Set(json),
        version: Set(version + 1),
        withdrawn: Set(input.withdrawn.is_some()),
        changed_by: Set(Some(actor.person)),
        changed_at: Set(Some(app.clock.now())),
    };
    if version == 0 {
        Entity::insert(row).exec_without_returning(&tx).await?;
    } else {
        Entity::update(row).exec(&tx).await?;
    }
    let subject = Subject::new(SUBJECT, id);
    let act = NewEntry::new(entry, CHANGED, subject, unit, app.clock.today())
        .with_details(serde_json::json!({ "title": input.template_title.trim(), "text": text }));
    ledger::append(&tx, &app.book, actor, &act).await?;
    tx.commit().await?;
    Ok(Saved::Done)
}

/// Templates as rows of lists of acts.
pub async fn rows(
    app: App,
    _: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let wanted: Vec<TemplateId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let select = Entity::find().filter(Column::Id.is_in(wanted));
    let found = select.all(app.db.reader()).await?;
    let row = |one: Model| match actor.has(Right::Publish) {
        true => SubjectRow {
            href: format!("/brief_templates/{}", one.id),
            id: one.id.to_string(),
            title: one.title,
            detail: String::new(),
            visible: true,
        },
        false => SubjectRow::masked(one.id.to_string()),
    };
    Ok(found.into_iter().map(row).collect())
}
