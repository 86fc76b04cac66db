//! The list of cases: views, conditions, rows, and an export of exactly these.
use super::{
    case::{Kind, LeftOut, PartState, State as CaseState},
    links,
    list::{self, Conditions, Read, View},
    notice, said,
    sight::Sight,
    store::{Case, part},
};
use crate::{export, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Bilingual, Lang, Right, UnitId};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use sheets::{ExportColumn, Shape};
use std::collections::HashMap;
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Tab, Table, Tone,
    form::{self, Choice, Field, Width},
    query::with_params,
};
use web::{App, Download, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases")]
pub struct CasesUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases.xlsx")]
pub struct ExportUrl;

pub async fn show(
    _: CasesUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let reader = app.db.reader();
    let page = (paging.offset(), paging.limit());
    let Read { counts, cases } = list::read_by(&app, &sight, &conditions, page).await?;
    let leads = leads(&app, &cases).await?;
    let told_today = notice::count_on(reader, &sight.own, sight.today).await?;
    let shown = Shown {
        lang: frame.lang,
        told_today,
        sight: &sight,
        conditions: &conditions,
        leads: &leads,
    };
    let main = shown.view(
        &frame.path,
        &cases,
        &counts,
        paging,
        actor.has(Right::Serve),
    );
    let title = texts(frame.lang).cases();
    Ok(frame.kind(PageKind::List).page(&title, main))
}

pub async fn export(
    _: ExportUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let backend = app.db.reader().get_database_backend();
    let filter = conditions.filter(backend, &sight, conditions.view());
    let cases = list::cases(app.db.reader(), filter, (0, export::ROWS_READ)).await?;
    let leads = leads(&app, &cases).await?;
    const fn text(zh: &'static str, en: &'static str) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), Shape::Text)
    }
    const fn date(zh: &'static str, en: &'static str) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), Shape::Date)
    }
    let columns = [
        ExportColumn::new(Bilingual::new("编号", "Number"), Shape::Code),
        text("反映内容", "What it is about"),
        text("类别", "Kind"),
        text("地点", "Where"),
        text("首接单位", "First contact"),
        text("牵头（首接）单位", "Lead, or first contact"),
        date("接收日期", "Received on"),
        date("受理日期", "Accepted on"),
        text("按时签收", "Acknowledged in time"),
        date("办理期限", "Due"),
        text("状态", "State"),
        date("答复日期", "Answered on"),
        text("回访结果", "Call-back"),
        date("确认解决日期", "Confirmed on"),
        date("办结日期", "Closed on"),
        text("是否按时", "On time"),
        text("不计入比率", "Left out of the rates"),
    ];
    let t = texts(lang);
    let name = |unit: Option<UnitId>| unit.map(|unit| sight.directory.name(unit, lang).to_owned());
    let rows = cases.iter().map(|case| {
        let on_time = case.was_on_time.map(|on_time| match on_time {
            true => t.case_on_time(),
            false => t.case_not_on_time(),
        });
        vec![
            case.number.clone().into(),
            case.body.clone().into(),
            said::kind(lang, case.kind()).into(),
            case.place.clone().into(),
            name(Some(case.desk)).into(),
            name(Some(leads.get(&case.id).copied().unwrap_or(case.desk))).into(),
            case.raised_on.into(),
            case.accepted_on.into(),
            case.responded
                .map(|in_time| match in_time {
                    true => t.case_on_time(),
                    false => t.case_not_on_time(),
                })
                .into(),
            case.due_on.into(),
            said::state(lang, case.state()).into(),
            case.answered_on.into(),
            case.outcome()
                .map(|outcome| said::outcome(lang, outcome))
                .into(),
            case.confirmed_on.into(),
            case.closed_on.into(),
            on_time.into(),
            match case.left_out() {
                LeftOut::Granted => Some(t.case_left_out_granted()),
                LeftOut::No | LeftOut::Asked(_) => None,
            }
            .into(),
        ]
    });
    let bytes = export::workbook(lang, &t.cases(), &columns, rows)?;
    Ok(Download::xlsx(
        format!("{} {}.xlsx", t.cases(), sight.today),
        bytes,
    ))
}

/// The lead of each case that has one; first contact leads until it has acknowledged it.
pub(crate) async fn leads(
    app: &App,
    cases: &[Case],
) -> Result<HashMap<super::store::CaseId, UnitId>, WebError> {
    /// Keys in one question, below what either database takes.
    const CHUNK: usize = 500;
    let mut leads = HashMap::new();
    for chunk in cases.chunks(CHUNK) {
        let found = part::Entity::find()
            .filter(part::Column::CaseId.is_in(chunk.iter().map(|case| case.id)))
            .filter(part::Column::IsLead.eq(true))
            .filter(part::Column::State.ne(PartState::Waiting.code()))
            .all(app.db.reader())
            .await?;
        leads.extend(found.into_iter().map(|part| (part.case_id, part.unit)));
    }
    Ok(leads)
}

struct Shown<'a> {
    lang: Lang,
    told_today: u64,
    sight: &'a Sight,
    conditions: &'a Conditions,
    leads: &'a HashMap<super::store::CaseId, UnitId>,
}

impl Shown<'_> {
    fn view(
        &self,
        path: &str,
        cases: &[Case],
        counts: &[u64],
        paging: Paging,
        may_raise: bool,
    ) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let view = self.conditions.view();
        let total = View::ALL.iter().zip(counts).find(|(one, _)| **one == view);
        let total = total.map_or(0, |(_, count)| *count);
        let query = path.split_once('?').map_or("", |(_, query)| query);
        let export = match query {
            "" => "/cases.xlsx".to_owned(),
            query => format!("/cases.xlsx?{query}"),
        };
        let tabs = View::ALL.iter().zip(counts).map(|(one, count)| {
            let label = match one {
                View::Mine => t.view_mine(),
                View::Unit => t.view_unit(),
                View::Due => t.view_due(),
                View::Late => t.view_late(),
                View::All => t.view_all(),
            };
            let href = with_params(path, &[("view", one.code()), ("page", "")]);
            Tab::new(label, href, *one == view).with_count(*count)
        });
        let new = t.case_new();
        let acts =
            may_raise.then(|| ui::link_button(&new, links::NEW, Act::Primary, Some(Icon::Add)));
        let caption = t.cases();
        let elsewhere = [
            (links::BOARD, t.board()),
            (links::BULLETIN, t.bulletin()),
            (links::RATES, t.rates()),
            (links::LIMITS, t.limits()),
            (links::TEMPLATES, t.templates()),
        ];
        let elsewhere = elsewhere
            .iter()
            .filter(|(href, _)| may_raise || *href != links::TEMPLATES);
        let sub = html! {
            @if may_raise {
                p { a href=(links::NOTICES) { (t.notices_today(self.told_today)) } }
            }
            p class="links" { @for (href, title) in elsewhere { a href=(href) { (title) } " " } }
        };
        let head = PageHead {
            title: &caption,
            sub: Some(sub),
            acts,
            ..PageHead::default()
        };
        let table = Table {
            caption: &caption,
            columns: vec![
                Column::text(t.case_number()),
                Column::title(t.case_what()).wide(),
                Column::text(t.case_kind()),
                Column::text(t.case_holder()),
                Column::text(t.case_raised_on()),
                Column::text(t.case_due()),
                Column::text(t.case_state()),
            ],
            rows: cases.iter().map(|case| self.row(case)).collect(),
            empty: Some(Empty {
                title: &t.cases_empty(),
                text: &t.cases_empty_text(),
                act: None,
            }),
            ..Table::default()
        };
        html! {
            (ui::page_head(lang, head))
            (ui::tabs(&t.cases_views(), &tabs.collect::<Vec<_>>()))
            (self.bar())
            (ui::toolbar(export::hint(lang, total), ui::link_button(&t.cases_export(), &export, Act::Plain, Some(Icon::Download))))
            (ui::table(lang, table))
            (ui::pager(lang, paging.pager(path, total)))
        }
    }

    fn bar(&self) -> Markup {
        let (lang, t, conditions) = (self.lang, texts(self.lang), self.conditions);
        let kinds: Vec<Choice> = Kind::ALL
            .iter()
            .map(|kind| Choice::new(kind.code(), said::kind(lang, *kind)))
            .collect();
        let mut states = vec![Choice::new(list::OPEN, t.state_open())];
        states.extend(
            CaseState::ALL
                .iter()
                .map(|state| Choice::new(state.code(), said::state(lang, *state))),
        );
        let mut units: Vec<UnitId> = self.leads.values().copied().collect();
        units.extend(self.sight.own.iter().copied());
        units.extend(conditions.unit.trim().parse::<UnitId>());
        let mut units = self.sight.directory.in_order(units);
        units.dedup();
        let units: Vec<Choice> = units
            .iter()
            .map(|unit| Choice::new(unit.to_string(), self.sight.directory.name(*unit, lang)))
            .collect();
        let (text, kind, state, unit) =
            (t.case_words(), t.case_kind(), t.case_state(), t.case_unit());
        let (from, to) = (t.period_from(), t.period_to());
        let fields = html! {
            (form::search(lang, Field::new("text", &text, &conditions.text).condition().width(Width::Medium)))
            (form::select(lang, Field::new("kind", &kind, &conditions.kind).condition().width(Width::Short), &kinds))
            (form::select(lang, Field::new("state", &state, &conditions.state).condition().width(Width::Short), &states))
            (form::date(lang, Field::new("from", &from, &conditions.from).condition().width(Width::Short)))
            (form::date(lang, Field::new("to", &to, &conditions.to).condition().width(Width::Short)))
            (form::select(lang, Field::new("unit", &unit, &conditions.unit).condition().width(Width::Medium), &units))
        };
        let bar = QueryBar {
            action: links::CASES,
            keep: &[
                ("view", conditions.view().code()),
                ("holder", conditions.holder.trim()),
                ("place", conditions.place.trim()),
            ],
            fields,
        };
        ui::query_bar(lang, bar)
    }

    fn row(&self, case: &Case) -> Row {
        let (lang, t) = (self.lang, texts(self.lang));
        let is_late = case.is_late(self.sight.now);
        let holder = self.leads.get(&case.id).copied().unwrap_or(case.desk);
        let row = Row::new(vec![
            html! { (case.number) },
            html! {
                a href=(links::case(case.id)) { (case.title) }
                @if !case.place.is_empty() { div class="hint" { (case.place) } }
            },
            html! { (said::kind(lang, case.kind())) },
            html! { (self.sight.directory.name(holder, lang)) },
            html! { (case.raised_on) },
            html! {
                @if let Some(due) = case.due_on { span class="nowrap" { (due) } }
                @if case.is_paused { (ui::badge(Tone::Idle, &t.case_paused())) }
                @if is_late { " " (ui::status_light(Tone::Bad, &t.case_late())) }
            },
            html! { (said::badge(lang, case.state())) },
        ]);
        if is_late { row.toned(Tone::Bad) } else { row }
    }
}
