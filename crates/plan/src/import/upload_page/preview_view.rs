//! What an import would change, as it is shown before it is done.
use super::UploadUrl;
use crate::{
    campaigns::campaign::Campaign,
    import::{Change, applying::Preview, upload::Upload},
    nodes::node::Node,
    view::{
        campaign::{self as head, Page},
        history,
    },
    words::texts,
};
use kernel::Lang;
use maud::{Markup, html};
use sheets::{Problem, Severity};
use ui::{
    Act, Button, Column, Notice, NoticeKind, PageHead, Row, Table, Tone,
    form::{self, Choice, Field},
};

/// Rows of a preview that are listed; the sums are of all.
const LISTED_MAX: usize = 200;
/// Problems that are listed; the returned workbook has all.
const PROBLEMS_MAX: usize = 100;

pub fn preview_view(
    lang: Lang,
    url: UploadUrl,
    campaign: &Campaign,
    upload: &Upload,
    preview: &Preview,
) -> Markup {
    let t = texts(lang);
    let (reading, difference) = (&preview.reading, &preview.difference);
    let title = t.import_preview();
    let head = PageHead {
        title: &title,
        sub: Some(
            html! { (t.import_file(&upload.file_name, &reading.table.sheet, reading.drafts.len().to_string())) },
        ),
        crumbs: &head::crumbs(lang, campaign, Page::Tree)[..2],
        ..PageHead::default()
    };
    let sums = [
        (t.import_added(), difference.added.len()),
        (t.import_changed(), difference.changed.len()),
        (t.import_left(), difference.left.len()),
        (t.import_gone(), difference.gone.len()),
    ];
    let sums: Vec<Markup> = sums
        .iter()
        .map(|(label, count)| {
            ui::big_number(ui::BigNumber {
                label,
                text: &count.to_string(),
                ..ui::BigNumber::default()
            })
        })
        .collect();
    html! {
        (ui::page_head(lang, head))
        (ui::numbers_row(&sums))
        (problems_view(lang, url, reading.problems.as_slice()))
        @if !reading.problems.has_errors() { (apply_form(lang, url, preview)) }
        @if !difference.changed.is_empty() {
            (ui::section("changed", &t.import_changed(), html! {}, changed_view(lang, preview)))
        }
        @if !difference.added.is_empty() {
            (ui::section("added", &t.import_added(), html! {}, items_view(lang, &t.import_added(), difference.added.iter().map(|at| &difference.items[*at].node))))
        }
        @if !difference.gone.is_empty() {
            (ui::section("gone", &t.import_gone(), html! {}, items_view(lang, &t.import_gone(), difference.gone.iter().filter_map(|id| Some(&preview.plan.item(*id)?.node)))))
        }
        @if !reading.table.skipped.is_empty() || !reading.table.ignored.is_empty() {
            (ui::section("aside", &t.import_aside(), html! {}, html! {
                ul {
                    @for skipped in reading.table.skipped.iter().take(PROBLEMS_MAX) { li { (skipped.text(lang)) } }
                    @for ignored in &reading.table.ignored { li { (t.import_ignored(&ignored.column, &ignored.title)) } }
                }
            }))
        }
    }
}

fn problems_view(lang: Lang, url: UploadUrl, problems: &[Problem]) -> Markup {
    let t = texts(lang);
    if problems.is_empty() {
        return html! {};
    }
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let download = format!("{url}/problems.xlsx");
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| (problem.severity == Severity::Warning, problem.row));
    let rows = sorted.into_iter().take(PROBLEMS_MAX).map(|problem| {
        let tone = if problem.severity == Severity::Error { Tone::Bad } else { Tone::Attention };
        Row::new(vec![
            html! { (problem.row) },
            html! { (problem.cell.as_deref().unwrap_or_default()) " " (problem.column.as_deref().unwrap_or_default()) },
            html! { (problem.what) },
            html! { (problem.remedy) },
        ])
        .toned(tone)
    });
    let (kind, text) = match errors {
        0 => (
            NoticeKind::Warning,
            t.import_warnings(problems.len().to_string()),
        ),
        errors => (NoticeKind::Error, t.import_errors(errors.to_string())),
    };
    html! {
        (ui::notice(lang, &Notice { kind, text: &text, act: Some((&t.problems_download(), &download)), ..Notice::default() }))
        (ui::table(lang, Table {
            caption: &t.problems(),
            columns: vec![Column::number(t.row()), Column::text(t.cell()), Column::title(t.what_is_wrong()).wide(), Column::text(t.remedy())],
            rows: rows.collect(),
            ..Table::default()
        }))
    }
}

fn apply_form(lang: Lang, url: UploadUrl, preview: &Preview) -> Markup {
    let t = texts(lang);
    let (label, submit, action) = (t.missing_items(), t.import_submit(), url.to_string());
    let choices = [
        Choice::new("keep", t.missing_keep()),
        Choice::new("withdraw", t.missing_withdraw()),
    ];
    let is_nothing = preview.difference.is_empty() && preview.difference.gone.is_empty();
    if is_nothing {
        return ui::notice(
            lang,
            &Notice {
                kind: NoticeKind::Info,
                text: &t.import_nothing(),
                ..Notice::default()
            },
        );
    }
    let body = html! {
        @if !preview.difference.gone.is_empty() {
            (form::radios(lang, Field::new("missing", &label, "keep").required(), &choices))
        }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    form::form(
        lang,
        form::Form {
            action: &action,
            ..form::Form::default()
        },
        body,
    )
}

fn items_view<'a>(lang: Lang, caption: &str, nodes: impl Iterator<Item = &'a Node>) -> Markup {
    let t = texts(lang);
    let rows = nodes.take(LISTED_MAX).map(|node| {
        Row::new(vec![
            html! { (node.number.as_deref().unwrap_or_default()) },
            html! { (node.title) },
            html! { (node.deadline_text.as_deref().unwrap_or_default()) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption,
            columns: vec![
                Column::text(t.field_number()),
                Column::title(t.field_title()).wide(),
                Column::text(t.deadline()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}

fn changed_view(lang: Lang, preview: &Preview) -> Markup {
    let t = texts(lang);
    let none = t.nothing();
    let shown = |text: &str| {
        if text.is_empty() {
            none.clone()
        } else {
            text.to_owned()
        }
    };
    let rows = preview
        .difference
        .changed
        .iter()
        .take(LISTED_MAX)
        .flat_map(|(at, changes)| {
            let node = &preview.difference.items[*at].node;
            changes.iter().map(move |change: &Change| (node, change))
        });
    let rows = rows.map(|(node, change)| {
        let code = serde_json::to_value(change.field).unwrap_or_default();
        Row::new(vec![
            html! { (node.number.as_deref().unwrap_or_default()) },
            html! { (node.title) },
            html! { (history::field(lang, code.as_str().unwrap_or_default())) },
            html! { (shown(&change.old)) },
            html! { (shown(&change.new)) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.import_changed(),
            columns: vec![
                Column::text(t.field_number()),
                Column::title(t.field_title()).wide(),
                Column::text(t.changed_field()),
                Column::text(t.old_value()),
                Column::text(t.new_value()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}
