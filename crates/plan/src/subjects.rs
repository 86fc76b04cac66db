//! How this domain's records show wherever a figure lists what it counted.
use crate::{
    briefings::{briefing, correction},
    campaigns::{campaign, setting_up, working_group},
    import::applying::{ITEM, TASK},
    nodes::{
        node::{self, NodeId},
        plan::{Item, Plan, units_of},
    },
    tasks::{report, reporting},
    view::{links, sight::Sight},
};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::str::FromStr;
use web::{App, SubjectKind, SubjectRow, WebError};

pub(crate) fn all() -> Vec<SubjectKind> {
    vec![
        SubjectKind::new(
            setting_up::SUBJECT,
            Bilingual::new("活动", "Campaign"),
            campaigns,
        ),
        SubjectKind::new(
            working_group::SUBJECT,
            Bilingual::new("工作机构", "Working group"),
            working_groups,
        )
        .corrected_at(Right::Plan, |entry| {
            Some(format!("/working_groups/{}/correction", entry.subject_id))
        }),
        SubjectKind::new(TASK, Bilingual::new("任务", "Task"), nodes),
        SubjectKind::new(ITEM, Bilingual::new("计划条目", "Item of a plan"), nodes),
        SubjectKind::new(
            reporting::SUBJECT,
            Bilingual::new("任务反馈", "Task report"),
            reports,
        )
        .corrected_at(Right::Record, |entry| {
            Some(format!("/task_reports/{}/correction", entry.subject_id))
        }),
        SubjectKind::new(
            crate::briefings::recording::SUBJECT,
            Bilingual::new("动员会", "Briefing"),
            briefings,
        )
        .corrected_at(Right::Record, |entry| {
            Some(format!("/briefings/{}/correction", entry.subject_id))
        }),
    ]
}

fn parsed<T: FromStr>(ids: &[String]) -> Vec<T> {
    ids.iter().filter_map(|id| id.parse().ok()).collect()
}

fn row(id: impl ToString, title: &str, detail: String, href: String) -> SubjectRow {
    SubjectRow {
        id: id.to_string(),
        title: title.to_owned(),
        detail,
        href,
        visible: true,
    }
}

async fn campaigns(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let found = campaign::Entity::find()
        .filter(campaign::Column::Code.is_in(ids))
        .all(app.db.reader())
        .await?;
    Ok(found
        .iter()
        .map(|found| match actor.has(Right::Read) {
            true => row(
                &found.code,
                found.title(lang),
                String::new(),
                links::campaign(&found.code),
            ),
            false => SubjectRow::masked(&found.code),
        })
        .collect())
}

async fn working_groups(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let ids = parsed::<working_group::WorkingGroupId>(&ids);
    let found = working_group::Entity::find()
        .filter(working_group::Column::Id.is_in(ids))
        .all(app.db.reader())
        .await?;
    Ok(found
        .iter()
        .map(|group| match actor.has(Right::Read) {
            true => {
                let unit = sight.directory.name(group.unit, lang).to_owned();
                row(
                    group.id,
                    group.title_in(lang, &sight.directory),
                    unit,
                    links::working_group(group.id),
                )
            }
            false => SubjectRow::masked(group.id.to_string()),
        })
        .collect())
}

/// The item of a node with its units, as far as they decide who may see it.
async fn item(app: &App, node: node::Model) -> Result<Option<Item>, WebError> {
    let units = units_of(app.db.reader(), node.id).await?;
    Ok(Plan::of(vec![node], units, Vec::new())
        .items
        .into_iter()
        .next())
}

async fn nodes(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let ids = parsed::<NodeId>(&ids);
    let found = node::Entity::find()
        .filter(node::Column::Id.is_in(ids))
        .all(app.db.reader())
        .await?;
    let mut rows = Vec::new();
    for node in found {
        let Some(item) = item(&app, node).await? else {
            continue;
        };
        let node = &item.node;
        let campaign = crate::campaigns::store::find(app.db.reader(), &node.campaign).await?;
        let Some(campaign) = campaign else {
            continue;
        };
        let is_task = item.is_task(campaign.levels.innermost());
        let may = actor.has(Right::Read) && (!is_task || sight.sees_item(&campaign, &item));
        rows.push(match may {
            false => SubjectRow::masked(node.id.to_string()),
            true => {
                let lead = node.lead_unit.map_or_else(String::new, |unit| {
                    sight.directory.name(unit, lang).to_owned()
                });
                row(node.id, &node.title, lead, links::item(node.id))
            }
        });
    }
    Ok(rows)
}

async fn reports(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let ids = parsed::<report::ReportId>(&ids);
    let found = report::Entity::find()
        .filter(report::Column::Id.is_in(ids))
        .all(app.db.reader())
        .await?;
    Ok(found
        .iter()
        .map(
            |report| match actor.has(Right::Read) && sight.sees(report.unit) {
                true => {
                    let unit = sight.directory.name(report.unit, lang).to_owned();
                    row(report.id, &report.achieved, unit, links::task(report.task))
                }
                false => SubjectRow::masked(report.id.to_string()),
            },
        )
        .collect())
}

async fn briefings(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let sight = Sight::of(&app, &actor).await?;
    let ids = parsed::<briefing::BriefingId>(&ids);
    let found = briefing::Entity::find()
        .filter(briefing::Column::Id.is_in(ids))
        .all(app.db.reader())
        .await?;
    let mut rows = Vec::new();
    for briefing in found {
        let held = correction::held(app.db.reader(), &briefing).await?;
        let reached = held.audience.units.iter().any(|unit| sight.sees(*unit));
        let may = actor.has(Right::Read) && (reached || sight.sees(briefing.organiser));
        rows.push(match may {
            true => {
                let detail = format!(
                    "{} {}",
                    briefing.day,
                    sight.directory.name(briefing.organiser, lang)
                );
                row(
                    briefing.id,
                    &briefing.title,
                    detail,
                    links::briefing(briefing.id),
                )
            }
            false => SubjectRow::masked(briefing.id.to_string()),
        });
    }
    Ok(rows)
}
