//! One task: what is asked, how it stands and why, what was reported, what may be done.
mod supervised;

use super::{
    extensions::{
        asking,
        extension::{self, Extension},
    },
    nudging,
    report::{self, Report},
    report_files::FilesOf,
    supervision::Supervision,
};
use crate::{
    campaigns::{campaign::Campaign, store},
    import::applying::TASK,
    nodes::{
        edit_page,
        node::{self, NodeId},
        plan::Item,
        tree_page,
    },
    schedule::{Outlook, Standing, State as TaskState, schedule_page, words},
    units,
    view::{
        campaign::{self as head, Page},
        history, light, links,
        sight::Sight,
    },
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right, number::NumberFormat};
use ledger::{entry, figure};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{Act, Column, Empty, Fact, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}")]
pub struct TaskUrl {
    pub task: NodeId,
}

/// The task's campaign, if the viewer may see the task.
pub(crate) async fn seen(
    app: &App,
    actor: &Actor,
    task: NodeId,
) -> Result<(Sight, Campaign, Item), WebError> {
    let (campaign, item) = super::reporting::task(app.db.reader(), task)
        .await?
        .ok_or(WebError::NotFound)?;
    if !actor.has(Right::Read) {
        return Err(WebError::NotFound);
    }
    let sight = Sight::of(app, actor).await?;
    if !sight.sees_item(&campaign, &item) {
        return Err(WebError::NotFound);
    }
    Ok((sight, campaign, item))
}

pub async fn show(
    url: TaskUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let reader = app.db.reader();
    let node = node::Entity::find_by_id(url.task)
        .one(reader)
        .await?
        .ok_or(WebError::NotFound)?;
    let campaign = store::find(reader, &node.campaign)
        .await?
        .ok_or(WebError::NotFound)?;
    let (sight, ..) = seen(&app, &actor, url.task).await?;
    let outlook = tree_page::load(&app, campaign, &sight).await?;
    let standing = outlook.standing(url.task).ok_or(WebError::NotFound)?;
    let reports = report::of_task(reader, url.task).await?;
    let mut entries = entry::history(reader, TASK, &url.task.to_string()).await?;
    for report in &reports {
        entries.extend(
            entry::history(reader, super::reporting::SUBJECT, &report.id.to_string()).await?,
        );
    }
    let lang = frame.lang;
    let view = View {
        lang,
        actor: &actor,
        sight: &sight,
        outlook: &outlook,
        standing,
        item: outlook.item(standing),
    };
    let target = view.target(&app).await?;
    let supervision = Supervision::load(reader).await?;
    let extensions = extension::of_task(reader, url.task).await?;
    let files = FilesOf::load(&app, &reports).await?;
    let names = history::names(reader, reports.iter().map(|report| report.reporter)).await?;
    let timeline = history::timeline(reader, lang, entries).await?;
    let t = texts(lang);
    let title = view.item.node.title.clone();
    let left = html! {
        (view.open(&supervision))
        (ui::facts(&view.facts(target, &supervision, &extensions)))
        (ui::section("light", &t.light_sum(), html! {}, view.light()))
        (ui::section("schedule", &Page::Schedule.title(lang), html! {}, view.schedule()))
        (ui::section("reports", &t.reports(), html! {}, view.reports(&reports, &files, &names)))
    };
    let right = ui::section("history", &t.history(), html! {}, timeline);
    let main = html! { (view.head(&supervision)) (ui::two_columns(left, right)) };
    Ok(frame
        .kind(PageKind::Record)
        .under("plan")
        .page(&title, main))
}

struct View<'a> {
    lang: Lang,
    actor: &'a Actor,
    sight: &'a Sight,
    outlook: &'a Outlook,
    standing: &'a Standing,
    item: &'a Item,
}

impl View<'_> {
    fn head(&self, supervision: &Supervision) -> Markup {
        let (lang, t, node) = (self.lang, texts(self.lang), &self.item.node);
        let may = |right, unit| {
            crate::rights::may(&self.sight.tree, self.actor, right, unit, self.sight.today)
        };
        let lead = node.lead_unit.unwrap_or(self.outlook.campaign.organiser);
        let may_report = self.item.units().any(|unit| may(Right::Record, unit));
        let may_sign = may(Right::SignOff, lead);
        let state = self.standing.progress.state;
        let href = |page: &str| format!("{}/{page}", links::task(node.id));
        let item = |page: &str| format!("{}/{page}", links::item(node.id));
        let may_change = edit_page::may_change(self.sight, self.actor, &self.outlook.campaign);
        let may_acknowledge = may(Right::Record, lead) && supervision.is_to_acknowledge(self.item);
        let may_ask = supervision.asked(self.item).is_none()
            && asking::may_ask(&self.sight.tree, self.actor, self.item, self.sight.today).is_ok();
        let by_report = node.finished_on.is_some();
        let whom = nudging::whom(
            &self.sight.tree,
            self.actor,
            &self.outlook.campaign,
            self.item,
            self.sight.today,
        );
        let may_nudge =
            whom.is_some() && matches!(state, TaskState::NotStarted | TaskState::UnderWay);
        let acts = html! {
            @if may_acknowledge {
                (self.acknowledgement())
            }
            @if may_report && state != TaskState::SignedOff {
                (ui::link_button(&t.report_new(), &href("reports"), Act::Primary, Some(Icon::Add)))
            }
            @if may_sign && state == TaskState::ToVerify {
                (ui::link_button(&t.sign_off(), &href("sign_off"), Act::Plain, Some(Icon::Check)))
            }
            @if may_sign && state == TaskState::ToVerify && by_report {
                (ui::link_button(&t.send_back(), &href("sending_back"), Act::Plain, None))
            }
            @if may_ask && state != TaskState::ToVerify {
                (ui::link_button(&t.extension_ask(), &href("extensions"), Act::Plain, None))
            }
            @if may_nudge {
                (ui::link_button(&t.nudge(), &href("nudges"), Act::Plain, None))
            }
            @if may_sign && state == TaskState::SignedOff {
                (ui::link_button(&t.reopen(), &href("reopening"), Act::Plain, None))
            }
            @if may_change {
                (ui::link_button(&t.change(), &item("changes"), Act::Plain, None))
                (ui::link_button(&t.item_withdraw(), &item("withdrawal"), Act::Plain, None))
            }
        };
        let above = self.outlook.plan.above(self.item);
        let sub = html! {
            @if let Some(number) = &node.number { (t.numbered(number)) " " }
            (light::state_badge(lang, state)) " "
            @if state != TaskState::SignedOff { (light::lamp(lang, self.standing.light.color)) " " }
            @for (at, item) in above.iter().enumerate() {
                @if 0 < at { " › " }
                a href=(links::item(item.node.id)) { (item.node.title) }
            }
        };
        ui::page_head(
            lang,
            PageHead {
                title: &node.title,
                sub: Some(sub),
                acts: (!acts.0.is_empty()).then_some(acts),
                crumbs: &head::crumbs(lang, &self.outlook.campaign, Page::Tasks),
            },
        )
    }

    fn facts(
        &self,
        target: Markup,
        supervision: &Supervision,
        extensions: &[Extension],
    ) -> Vec<Fact> {
        let (lang, t, node) = (self.lang, texts(self.lang), &self.item.node);
        let names = |ids: &[_]| units::names(&self.sight.directory, ids, lang);
        let due = self.due(extensions);
        let acknowledged = match supervision.acknowledged(self.item) {
            Some(taken) => t.acknowledged_on(taken.day.to_string()),
            None if supervision.is_to_acknowledge(self.item) => t.acknowledged_not_yet(),
            None => String::new(),
        };
        let after = html! {
            @for (id, lag) in &self.item.after {
                @if let Some(before) = self.outlook.plan.item(*id) {
                    p {
                        a href=(links::task(*id)) { (before.node.number.as_deref().unwrap_or_default()) " " (before.node.title) }
                        @if *lag != 0 { " " (t.lag_days(lag.to_string())) }
                    }
                }
            }
        };
        let followers = html! {
            @for standing in self.outlook.followers(node.id) {
                @let node = &self.outlook.item(standing).node;
                p { a href=(links::task(node.id)) { (node.number.as_deref().unwrap_or_default()) " " (node.title) } }
            }
        };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let days = node
            .duration_days
            .map_or_else(String::new, |days| t.working_days(days.to_string()));
        vec![
            Fact::text(t.lead_unit(), &names(&Vec::from_iter(node.lead_unit))),
            Fact::text(t.acknowledgement(), &acknowledged),
            Fact::text(t.responsible_units(), &names(&self.item.responsible)),
            Fact::text(t.supporting_units(), &names(&self.item.supporting)),
            Fact::text(t.in_charge(), &text(&node.in_charge)),
            Fact::new(t.deadline(), due),
            Fact::text(t.duration(), &days),
            Fact::text(t.deliverable(), &text(&node.deliverable)),
            Fact::new(t.target(), target),
            Fact::new(t.predecessors(), after),
            Fact::new(t.followers(), followers),
        ]
    }

    /// The target with what the book says, each number a link to its figure.
    async fn target(&self, app: &App) -> Result<Markup, WebError> {
        let (lang, t) = (self.lang, texts(self.lang));
        let Some(target) = self.item.target() else {
            return Ok(html! { (self.item.node.target_text.as_deref().unwrap_or_default()) });
        };
        let Some(definition) = figure::find(app.db.reader(), &target.figure, None).await? else {
            return Ok(html! { (t.figure_gone(&target.figure)) });
        };
        let format = NumberFormat::from_example(definition.format(lang));
        let write = |quantity: i64| match &format {
            Ok(format) => format.write(quantity, lang),
            Err(_) => quantity.to_string(),
        };
        let href = links::figure(
            &self.sight.directory,
            &target.figure,
            target.unit,
            &self.outlook.campaign.code,
            self.sight.today,
        );
        let reached = self.standing.progress.target.as_ref();
        let quantity = reached.and_then(|reached| reached.quantity);
        Ok(html! {
            p { (t.target_is(self.sight.directory.name(target.unit, lang), definition.title(lang), write(target.at_least))) }
            p {
                (t.target_now()) " "
                @match quantity {
                    Some(quantity) => (ui::number(&write(quantity), &href)),
                    None => a href=(href) { (t.no_data()) },
                }
                @if let Some(reached) = reached { " " (light::percent(reached.share_bp)) }
            }
        })
    }

    fn light(&self) -> Markup {
        let sum = light::sum(self.lang, &self.standing.light);
        html! { ul { @for line in sum { li { (line) } } } }
    }

    fn schedule(&self) -> Markup {
        let (lang, t, scheduled) = (self.lang, texts(self.lang), &self.standing.scheduled);
        if self.standing.progress.finished.is_some() {
            return html! { p { (words::promise(lang, scheduled.promise)) } };
        }
        let facts = [
            Fact::text(t.earliest_start(), &scheduled.earliest_start.to_string()),
            Fact::text(t.earliest_finish(), &scheduled.earliest_finish.to_string()),
            Fact::text(t.latest_start(), &scheduled.latest_start.to_string()),
            Fact::new(
                t.latest_finish(),
                html! { (scheduled.latest_finish) " " span class="hint" { (words::limit(lang, self.outlook, self.standing)) } },
            ),
            Fact::text(
                t.slack_days(),
                &t.working_days(scheduled.slack_days.to_string()),
            ),
        ];
        html! {
            (ui::facts(&facts))
            (schedule_page::reasons(lang, self.sight, self.outlook, self.standing))
        }
    }

    fn reports(
        &self,
        reports: &[Report],
        files: &FilesOf,
        names: &std::collections::HashMap<kernel::PersonId, String>,
    ) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let rows = reports.iter().filter(|report| !report.withdrawn).map(|report| {
            let may_correct = crate::rights::may(&self.sight.tree, self.actor, Right::Record, report.unit, self.sight.today);
            Row::new(vec![
                html! { (report.day) },
                html! {
                    (report.achieved)
                    @if report.completes && !report.superseded { " " (ui::badge(ui::Tone::Info, &t.report_completes_short())) }
                },
                html! { (report.evidence) (files.list(lang, report.id)) },
                html! { (self.sight.directory.name(report.unit, lang)) " " (names.get(&report.reporter).map_or("", String::as_str)) },
                html! {
                    @if may_correct { a href={ "/task_reports/" (report.id) "/correction" } { (t.correct()) } }
                },
            ])
        });
        ui::table(
            lang,
            Table {
                caption: &t.reports(),
                columns: vec![
                    Column::text(t.day()),
                    Column::title(t.achieved()).wide(),
                    Column::text(t.evidence()),
                    Column::text(t.reported_by()),
                    Column::text(t.acts()),
                ],
                rows: rows.collect(),
                empty: Some(Empty {
                    title: &t.reports_empty(),
                    text: &t.reports_empty_text(),
                    act: None,
                }),
                ..Table::default()
            },
        )
    }
}
