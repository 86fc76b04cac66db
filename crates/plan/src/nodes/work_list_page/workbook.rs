//! The work list as a workbook that the import reads again.
use crate::{
    import::{columns::level_titles, difference::after_in_words},
    schedule::{Outlook, Standing},
    units,
    view::{campaign::Page, light, sight::Sight},
};
use kernel::{Bilingual, Lang, UnitId};
use sheets::{ExportColumn, Format, Shape, Value};

/// The rows of the list, a task each.
pub fn workbook(
    lang: Lang,
    sight: &Sight,
    outlook: &Outlook,
    found: &[&Standing],
) -> Result<Vec<u8>, sheets::WriteError> {
    const fn text(zh: &'static str, en: &'static str) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), Shape::Text)
    }
    let numbers = outlook
        .plan
        .items
        .iter()
        .filter_map(|item| Some((item.node.id, item.node.number.clone()?)))
        .collect();
    let levels = level_titles(&outlook.campaign.levels);
    let mut columns = vec![ExportColumn::new(
        Bilingual::new("序号", "No."),
        Shape::Code,
    )];
    columns.extend(
        levels
            .into_iter()
            .map(|title| ExportColumn::new(title, Shape::Text)),
    );
    columns.extend([
        text("牵头单位", "Lead unit"),
        text("责任单位", "Responsible units"),
        text("配合单位", "Supporting units"),
        text("责任人", "Person in charge"),
        text("完成时限", "Deadline"),
        text("前置任务", "Predecessors"),
        ExportColumn::new(Bilingual::new("工期", "Duration"), Shape::Whole),
        text("成果", "Deliverable"),
        text("目标", "Target"),
        ExportColumn::new(Bilingual::new("最后期限日", "Last day"), Shape::Date),
        text("进度", "Progress"),
        text("亮灯", "Light"),
        text("状态", "State"),
    ]);
    let rows = found.iter().map(|standing| {
        let item = outlook.item(standing);
        let node = &item.node;
        let mut cells: Vec<Value> = vec![node.number.clone().into()];
        let above = outlook.plan.above(item);
        for level in 0..outlook.campaign.levels.innermost() {
            let title = above
                .iter()
                .find(|above| usize::try_from(above.node.level) == Ok(level));
            // A level that is left out is a stroke: a blank would mean "the same as above".
            cells.push(
                title
                    .map_or_else(|| "/".to_owned(), |item| item.node.title.clone())
                    .into(),
            );
        }
        cells.push(node.title.clone().into());
        let names = |ids: &[UnitId]| units::names(&sight.directory, ids, lang);
        cells.push(names(&Vec::from_iter(node.lead_unit)).into());
        cells.push(names(&item.responsible).into());
        cells.push(names(&item.supporting).into());
        cells.push(node.in_charge.clone().into());
        cells.push(node.deadline_text.clone().into());
        cells.push(after_in_words(item, &numbers, lang).into());
        cells.push(node.duration_days.map(i64::from).into());
        cells.push(node.deliverable.clone().into());
        cells.push(node.target_text.clone().into());
        cells.push(node.due.into());
        cells.push(standing.progress.share_bp.map(light::percent).into());
        cells.push(light::word(lang, standing.light.color).into());
        cells.push(light::state(lang, standing.progress.state).into());
        cells
    });
    sheets::export(Format::Xlsx, &Page::Tasks.title(lang), &columns, rows, lang)
}

#[cfg(test)]
pub fn workbook_of_all(
    lang: Lang,
    sight: &Sight,
    outlook: &Outlook,
) -> Result<Vec<u8>, sheets::WriteError> {
    workbook(
        lang,
        sight,
        outlook,
        &outlook.standings.iter().collect::<Vec<_>>(),
    )
}
