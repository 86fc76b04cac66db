//! All topics whose units one may see, and an export of exactly these.
use super::{
    store::{self, Topic},
    topic_page::href,
};
use crate::{cases::case::codes, desk::Desk, export, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Bilingual, Lang, Right};
use maud::{Markup, html};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Deserialize;
use sheets::{ExportColumn, Shape};
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table, Tone,
    form::{self, Choice, Field, Width},
};
use web::{App, Download, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/topics")]
pub struct TopicsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/topics.xlsx")]
pub struct ExportUrl;

codes! {
    Standing {
        Open = "open",
        Late = "late",
        Concluded = "concluded",
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    state: String,
    text: String,
}

impl Conditions {
    fn filter(&self, desk: &Desk, actor: &Actor) -> Condition {
        let mut all = Condition::all().add(store::Column::Withdrawn.eq(false));
        if actor.reach(Right::Read) != kernel::Reach::All {
            let units = desk.within(actor, Right::Read);
            all = all.add(store::Column::Unit.is_in(units));
        }
        let open = store::Column::ConcludedOn.is_null();
        all = match Standing::from_code(&self.state) {
            None => all,
            Some(Standing::Open) => all.add(open),
            Some(Standing::Late) => all.add(open).add(store::Column::DueOn.lt(desk.today)),
            Some(Standing::Concluded) => all.add(store::Column::ConcludedOn.is_not_null()),
        };
        for word in self.text.split_whitespace() {
            all = all.add(
                Condition::any()
                    .add(store::Column::Title.contains(word))
                    .add(store::Column::Leader.contains(word)),
            );
        }
        all
    }
}

async fn topics(
    app: &App,
    filter: Condition,
    (offset, limit): (u64, u64),
) -> Result<Vec<Topic>, WebError> {
    let found = store::Entity::find()
        .filter(filter)
        .order_by_desc(store::Column::SetOn)
        .order_by_asc(store::Column::Id)
        .offset(offset)
        .limit(limit);
    Ok(found.all(app.db.reader()).await?)
}

pub async fn show(
    _: TopicsUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let filter = conditions.filter(&desk, &actor);
    let counted = store::Entity::find().filter(filter.clone());
    let total = counted.count(app.db.reader()).await?;
    let found = topics(&app, filter, (paging.offset(), paging.limit())).await?;
    let (title, new) = (t.topics(), t.topic_new());
    let may_set = actor.has(Right::Record);
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.topics_sub()) }),
        acts: may_set.then(|| ui::link_button(&new, "/topics/new", Act::Primary, Some(Icon::Add))),
        ..PageHead::default()
    };
    let query = frame.path.split_once('?').map_or("", |(_, query)| query);
    let export = format!("/topics.xlsx?{query}");
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.topic_title()).wide(),
            Column::text(t.topic_leader()),
            Column::text(t.topic_unit()),
            Column::text(t.topic_set_on()),
            Column::text(t.topic_due_on()),
            Column::text(t.topic_state()),
        ],
        rows: found.iter().map(|topic| row(lang, &desk, topic)).collect(),
        empty: Some(Empty {
            title: &t.topics_empty(),
            text: &t.topics_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        (bar(lang, &conditions))
        (ui::toolbar(export::hint(lang, total), ui::link_button(&t.topics_export(), &export, Act::Plain, Some(Icon::Download))))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, total)))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

fn bar(lang: Lang, conditions: &Conditions) -> Markup {
    let t = texts(lang);
    let states = [
        Choice::new(Standing::Open.code(), t.topic_open()),
        Choice::new(Standing::Late.code(), t.topic_late()),
        Choice::new(Standing::Concluded.code(), t.topic_concluded()),
    ];
    let (text, state) = (t.topics_text(), t.topic_state());
    let fields = html! {
        (form::search(lang, Field::new("text", &text, &conditions.text).condition().width(Width::Medium)))
        (form::select(lang, Field::new("state", &state, &conditions.state).condition().width(Width::Short), &states))
    };
    let bar = QueryBar {
        action: "/topics",
        keep: &[],
        fields,
    };
    ui::query_bar(lang, bar)
}

fn row(lang: Lang, desk: &Desk, topic: &Topic) -> Row {
    Row::new(vec![
        html! { a href=(href(topic.id)) { (topic.title) } },
        html! { (topic.leader) },
        html! { (desk.directory.name(topic.unit, lang)) },
        html! { span class="nowrap" { (topic.set_on) } },
        html! { span class="nowrap" { (topic.due_on) } },
        state(lang, desk, topic),
    ])
}

pub(super) fn state(lang: Lang, desk: &Desk, topic: &Topic) -> Markup {
    let t = texts(lang);
    match topic.concluded_on {
        _ if topic.withdrawn => ui::status_light(Tone::Idle, &t.topic_is_withdrawn()),
        Some(_) => ui::status_light(Tone::Good, &t.topic_concluded()),
        None if topic.is_late(desk.today) => ui::status_light(Tone::Bad, &t.topic_late()),
        None => ui::status_light(Tone::Info, &t.topic_open()),
    }
}

pub async fn export(
    _: ExportUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let filter = conditions.filter(&desk, &actor);
    let found = topics(&app, filter, (0, export::ROWS_READ)).await?;
    const fn column(zh: &'static str, en: &'static str, shape: Shape) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), shape)
    }
    let columns = [
        column("课题", "Topic", Shape::Text),
        column("负责人", "Led by", Shape::Text),
        column("单位", "Unit", Shape::Text),
        column("确定日期", "Set on", Shape::Date),
        column("完成时限", "Due on", Shape::Date),
        column("调研计划", "Plan", Shape::Text),
        column("结题日期", "Concluded on", Shape::Date),
        column("成果", "Result", Shape::Text),
    ];
    let rows = found.iter().map(|topic| {
        vec![
            topic.title.clone().into(),
            topic.leader.clone().into(),
            desk.directory.name(topic.unit, lang).to_owned().into(),
            topic.set_on.into(),
            topic.due_on.into(),
            topic.plan.clone().into(),
            topic.concluded_on.into(),
            topic.result.clone().into(),
        ]
    });
    let title = texts(lang).topics();
    let bytes = export::workbook(lang, &title, &columns, rows)?;
    Ok(Download::xlsx(
        format!("{title} {}.xlsx", desk.today),
        bytes,
    ))
}
