//! The responsibility matrix (责任矩阵): tasks down, units across, and in each cell the part that the unit has.
use super::{plan::Item, tree_page};
use crate::{
    schedule::Outlook,
    view::{
        campaign::{self as head, Page},
        links,
        sight::Sight,
    },
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, UnitId};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use ui::{Column, Empty, PageKind, Row, Table};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/matrix")]
pub struct MatrixUrl {
    pub campaign: String,
}

pub async fn show(
    url: MatrixUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let outlook = tree_page::load(&app, campaign, &sight).await?;
    let lang = frame.lang;
    let main = view(lang, &sight, &outlook);
    Ok(frame
        .kind(PageKind::List)
        .page(&Page::Matrix.title(lang), main))
}

/// What a unit has to do with a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Leads,
    Answers,
    Helps,
}

/// The weightiest part first: a unit that leads and answers for a task leads it.
fn part(item: &Item, unit: UnitId) -> Option<Part> {
    if item.node.lead_unit == Some(unit) {
        Some(Part::Leads)
    } else if item.responsible.contains(&unit) {
        Some(Part::Answers)
    } else if item.supporting.contains(&unit) {
        Some(Part::Helps)
    } else {
        None
    }
}

fn view(lang: Lang, sight: &Sight, outlook: &Outlook) -> Markup {
    let t = texts(lang);
    let items: Vec<&Item> = tree_page::seen(sight, outlook)
        .map(|standing| outlook.item(standing))
        .collect();
    let mut tasks_of: HashMap<UnitId, usize> = HashMap::new();
    for item in &items {
        let mut units: Vec<UnitId> = item.units().collect();
        units.sort_unstable();
        units.dedup();
        for unit in units {
            *tasks_of.entry(unit).or_default() += 1;
        }
    }
    let units = tasks_of.keys().copied();
    let units = sight
        .directory
        .in_tree_order(&sight.tree, sight.today, units);
    let caption = Page::Matrix.title(lang);
    let mut columns = vec![
        Column::text(t.field_number()),
        Column::title(t.field_title()).wide(),
    ];
    columns.extend(
        units
            .iter()
            .map(|unit| Column::text(sight.directory.name(*unit, lang))),
    );
    let list = links::under(&outlook.campaign.code, "tasks");
    let mut foot = vec![html! {}, html! { (t.matrix_tasks()) }];
    foot.extend(units.iter().map(|unit| {
        // Opens just these: the total of the list is this number.
        ui::number(&tasks_of[unit].to_string(), &format!("{list}?unit={unit}"))
    }));
    let table = Table {
        caption: &caption,
        columns,
        rows: items.iter().map(|item| row(lang, item, &units)).collect(),
        foot,
        empty: Some(Empty {
            title: &t.plan_empty(),
            text: &t.plan_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    html! {
        (head::head(lang, &outlook.campaign, Page::Matrix, html! {}))
        @if !items.is_empty() { p class="hint" { (t.matrix_help()) } }
        div class="matrix" { (ui::table(lang, table)) }
    }
}

fn row(lang: Lang, item: &Item, units: &[UnitId]) -> Row {
    let t = texts(lang);
    let node = &item.node;
    let mut cells = vec![
        html! { (node.number.as_deref().unwrap_or_default()) },
        html! { a href=(links::task(node.id)) { (node.title) } },
    ];
    cells.extend(units.iter().map(|unit| {
        let (mark, word) = match part(item, *unit) {
            None => return html! {},
            Some(Part::Leads) => (t.matrix_leads(), t.lead_unit()),
            Some(Part::Answers) => (t.matrix_answers(), t.responsible_units()),
            Some(Part::Helps) => (t.matrix_helps(), t.supporting_units()),
        };
        html! { abbr title=(word) { (mark) } }
    }));
    Row::new(cells)
}

#[cfg(test)]
mod tests {
    use crate::world::{BUREAU, Sees, in_world};

    const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,配合单位,完成时限
1,甲,乙,制定方案,组织人事局,党政办公室,区直机关党委,4月15日
2,甲,乙,编印手册,党政办公室,,组织人事局,4月15日
";

    #[tokio::test]
    async fn each_unit_has_its_column_and_its_total_opens_just_these_tasks() {
        in_world(async |world| {
            world.import(&world.importing(10, LIST)).await.unwrap();
            let browser = world.app.sign_in_as(&world.clerk).await;
            let page = browser.get("/campaigns/study/matrix").await;
            for mark in ["牵", "责", "配"] {
                page.assert_see(&format!(">{mark}</abbr>"));
            }
            assert_eq!(page.html().matches("</abbr>").count(), 5);
            let list = format!("/campaigns/study/tasks?unit={BUREAU}");
            page.assert_see(&format!("href=\"{list}\">2</a>"));
            let list = browser.get(&list).await;
            list.assert_see("制定方案");
            list.assert_see("编印手册");
        })
        .await;
    }
}
