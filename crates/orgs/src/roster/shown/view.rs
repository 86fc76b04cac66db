use super::super::{
    Applied, Counts, Preview,
    application::ApplicationUrl,
    comma,
    import::Model,
    preview::{LISTED_MAX, Line},
    problems::ProblemsUrl,
    uploading::ImportsUrl,
};
use crate::words::{Texts, texts};
use jobs::JobState;
use kernel::Lang;
use maud::{Markup, html};
use sheets::{Problem, Severity};
use ui::{Act, Button, Column, Crumb, Icon, Notice, NoticeKind, PageHead, Row, Table, Tone, form};
use uuid::Uuid;

/// What the preview page knows beside the preview.
pub(super) struct Asked {
    /// The id of the act that its button begins.
    pub entry: Uuid,
    pub roster_changed: bool,
    /// How an earlier try ended that came to nothing.
    pub last_time: Option<JobState>,
}

/// What stands on top of the page, however far the import is.
pub(super) struct Head<'a> {
    pub file_name: &'a str,
    /// When it was sent.
    pub made: String,
    pub light: Markup,
}

/// The job that was to read it was broken off or failed.
pub(super) fn stopped(lang: Lang, head: &Head<'_>) -> Markup {
    let t = texts(lang);
    problem_page(lang, head, &t.import_stopped(), &t.import_stopped_text())
}

pub(super) fn unreadable(lang: Lang, head: &Head<'_>, why: &str) -> Markup {
    problem_page(lang, head, &texts(lang).import_unreadable(), why)
}

fn problem_page(lang: Lang, head: &Head<'_>, title: &str, text: &str) -> Markup {
    let (again, there) = (texts(lang).import_again(), ImportsUrl.to_string());
    let notice = Notice {
        kind: NoticeKind::Error,
        title,
        text,
        act: Some((&again, &there)),
        operation: None,
    };
    html! {
        (page_head(lang, head, None))
        (ui::notice(lang, &notice))
    }
}

pub(super) fn applied(lang: Lang, head: &Head<'_>, applied: &Applied) -> Markup {
    let t = texts(lang);
    let title = t.import_state_applied();
    let text = applied.in_words(lang);
    let notice = Notice {
        kind: NoticeKind::Success,
        title: &title,
        text: &text,
        ..Notice::default()
    };
    let acts = html! {
        (ui::link_button(&t.import_to_units(), crate::units::UNITS, Act::Plain, Some(Icon::Organisation)))
        (ui::link_button(&t.import_again(), &ImportsUrl.to_string(), Act::Quiet, None))
    };
    html! {
        (page_head(lang, head, None))
        (ui::notice(lang, &notice))
        (ui::acts(acts))
    }
}

pub(super) fn preview(
    lang: Lang,
    import: &Model,
    head: &Head<'_>,
    preview: &Preview,
    asked: &Asked,
) -> Markup {
    let t = texts(lang);
    let has_file = import.file.is_some();
    let act =
        (has_file && preview.can_be_applied()).then(|| apply_form(lang, import, preview, asked));
    let problems = preview.unit_problems.len() + preview.people_problems.len();
    let parts: &[(&str, bool, String, &[Line], usize)] = &[
        (
            "units-added",
            true,
            t.import_units_added(),
            &preview.unit_lines,
            preview.units.added,
        ),
        (
            "units-changed",
            false,
            t.import_units_changed(),
            &preview.unit_lines,
            preview.units.changed,
        ),
        (
            "people-added",
            true,
            t.import_people_added(),
            &preview.people_lines,
            preview.people.added,
        ),
        (
            "people-changed",
            false,
            t.import_people_changed(),
            &preview.people_lines,
            preview.people.changed,
        ),
    ];
    html! {
        (page_head(lang, head, act))
        (notices(lang, t, import, preview, asked))
        (ui::section("sum", &t.import_sum(), html! {}, sum(lang, t, preview)))
        @if 0 < problems { (problem_section(lang, t, import, preview)) }
        @for (id, is_new, title, lines, count) in parts {
            @if 0 < *count { (ui::section(id, title, html! {}, line_table(lang, t, title, lines, *is_new, *count))) }
        }
        (ui::section("kept", &t.import_kept(), html! {}, html! { p { (t.import_kept_text()) } }))
        @if !preview.asides.is_empty() {
            (ui::section("asides", &t.import_asides(), html! {}, html! {
                ul { @for aside in &preview.asides { li { (aside) } } }
            }))
        }
    }
}

fn page_head(lang: Lang, head: &Head<'_>, acts: Option<Markup>) -> Markup {
    let t = texts(lang);
    let crumbs = [
        Crumb::new(t.units_title(), crate::units::UNITS),
        Crumb::new(t.import_title(), ImportsUrl.to_string()),
    ];
    let sub = html! { (head.light) " " (t.import_sent(&head.made)) };
    let head = PageHead {
        title: head.file_name,
        sub: Some(sub),
        acts,
        crumbs: &crumbs,
    };
    ui::page_head(lang, head)
}

fn apply_form(lang: Lang, import: &Model, preview: &Preview, asked: &Asked) -> Markup {
    let label = texts(lang).import_apply(preview.changes());
    let action = ApplicationUrl { import: import.id };
    let button = Button {
        label: &label,
        act: Act::Primary,
        icon: Some(Icon::Check),
        ..Button::default()
    };
    html! {
        form method="post" action=(action) {
            (form::hidden("entry", &asked.entry.to_string()))
            (ui::button(button))
        }
    }
}

/// What to know before deciding; the gravest first.
fn notices(lang: Lang, t: &Texts, import: &Model, preview: &Preview, asked: &Asked) -> Markup {
    let again = (t.import_again(), ImportsUrl.to_string());
    let say = |kind, title: String, text: String, act: Option<&(String, String)>| {
        let act = act.map(|(label, href)| (label.as_str(), href.as_str()));
        let notice = Notice {
            kind,
            title: &title,
            text: &text,
            act,
            operation: None,
        };
        ui::notice(lang, &notice)
    };
    html! {
        @if asked.roster_changed {
            (say(NoticeKind::Warning, t.import_roster_changed(), t.import_roster_changed_text(), None))
        }
        @if asked.last_time.is_some() {
            (say(NoticeKind::Warning, t.import_broken_off(), t.import_broken_off_text(), None))
        }
        @if !preview.unread_sheets.is_empty() {
            (say(NoticeKind::Warning, t.import_unread_sheets(), t.import_unread_sheets_text(preview.unread_sheets.join(comma(lang)), preview.sheets.join(comma(lang))), None))
        }
        @if import.file.is_none() {
            (say(NoticeKind::Warning, t.import_file_gone(), t.import_file_gone_text(super::super::import::FILE_KEPT_DAYS), Some(&again)))
        } @else if 0 < preview.errors {
            (say(NoticeKind::Error, t.import_has_errors(preview.errors), t.import_has_errors_text(), Some(&again)))
        } @else if !preview.has_changes() {
            (say(NoticeKind::Info, t.import_no_changes(), t.import_no_changes_text(), Some(&again)))
        } @else {
            (say(NoticeKind::Info, t.import_ready(preview.changes()), t.import_ready_text(), None))
        }
    }
}

/// How many of each sort, each number leading to its list.
fn sum(lang: Lang, t: &Texts, preview: &Preview) -> Markup {
    let cell = |count: usize, list: &str| match count {
        0 => html! { "0" },
        _ => ui::number(&count.to_string(), &format!("#{list}")),
    };
    let row = |title: String, id: &str, counts: &Counts| {
        Row::new(vec![
            html! { (title) },
            cell(counts.added, &format!("{id}-added")),
            cell(counts.changed, &format!("{id}-changed")),
            cell(counts.unchanged, "kept"),
            cell(counts.unmentioned, "kept"),
        ])
    };
    ui::table(
        lang,
        Table {
            caption: &t.import_sum(),
            columns: vec![
                Column::title(t.import_what()),
                Column::number(t.import_added()),
                Column::number(t.import_changed()),
                Column::number(t.import_unchanged()),
                Column::number(t.import_unmentioned()),
            ],
            rows: vec![
                row(t.import_units(), "units", &preview.units),
                row(t.import_people(), "people", &preview.people),
            ],
            ..Table::default()
        },
    )
}

fn problem_section(lang: Lang, t: &Texts, import: &Model, preview: &Preview) -> Markup {
    let there = ProblemsUrl { import: import.id }.to_string();
    let acts = html! {
        @if import.file.is_some() {
            (ui::link_button(&t.import_problems_download(), &there, Act::Plain, Some(Icon::Download)))
        }
    };
    let units = preview
        .unit_problems
        .iter()
        .map(|problem| (t.import_units(), problem));
    let people = preview
        .people_problems
        .iter()
        .map(|problem| (t.import_people(), problem));
    let rows: Vec<Row> = units
        .chain(people)
        .map(|(table, problem)| problem_row(t, table, problem))
        .collect();
    let (shown, all) = (rows.len(), preview.errors + preview.warnings);
    let body = html! {
        p { (t.import_problems_text()) }
        (ui::table(lang, Table {
            caption: &t.import_problems(),
            columns: vec![
                Column::text(t.import_what()),
                Column::title(t.import_cell()),
                Column::text(t.import_severity()),
                Column::text(t.import_problem()).wide(),
                Column::text(t.import_remedy()).wide(),
            ],
            rows,
            ..Table::default()
        }))
        @if shown < all { p { (t.import_listed(all, shown)) } }
    };
    ui::section("problems", &t.import_problems(), acts, body)
}

fn problem_row(t: &Texts, table: String, problem: &Problem) -> Row {
    let severity = match problem.severity {
        Severity::Error => ui::status_light(Tone::Bad, &t.import_severity_error()),
        Severity::Warning => ui::status_light(Tone::Attention, &t.import_severity_warning()),
    };
    let row = t.import_row(problem.row.to_string());
    Row::new(vec![
        html! { (table) @if !problem.sheet.is_empty() { " " span class="hint" { (problem.sheet) } } },
        html! { (problem.cell.as_ref().unwrap_or(&row)) @if let Some(column) = &problem.column { " " span class="hint" { (column) } } },
        severity,
        html! { (problem.what) },
        html! { (problem.remedy) },
    ])
}

fn line_table(
    lang: Lang,
    t: &Texts,
    caption: &str,
    lines: &[Line],
    is_new: bool,
    count: usize,
) -> Markup {
    let rows = lines
        .iter()
        .filter(|line| line.is_new == is_new)
        .map(|line| {
            Row::new(vec![
                html! { (line.row) },
                html! { (line.title) },
                html! { (line.detail) },
            ])
        });
    let table = Table {
        caption,
        columns: vec![
            Column::number(t.import_row_number()),
            Column::title(t.import_name()),
            Column::text(t.import_detail()).wide(),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    html! {
        (ui::table(lang, table))
        @if LISTED_MAX < count { p { (t.import_listed(count, LISTED_MAX)) } }
    }
}
