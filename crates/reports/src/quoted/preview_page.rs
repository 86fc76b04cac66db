//! What a statistics workbook would publish, beside what is known; and importing it.
use super::{
    importing::{self, ImportError, Importing, Preview, PreviewRow},
    upload_page,
};
use crate::{
    figures::{defining::may_define, figure_page::sources::written, sight},
    words,
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use files::{File, FileId};
use kernel::{
    Actor, EntryId, Lang,
    number::{Against, Growth},
};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, Empty, Icon, Notice, NoticeKind, PageHead, PageKind, Row, Table,
    Tone,
};
use web::{App, Download, Frame, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/quoted_imports/{file}")]
pub struct ImportUrl {
    pub file: FileId,
}

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/quoted_imports/{file}/problems.xlsx")]
pub struct ProblemsUrl {
    file: FileId,
}

/// Most values that a preview lists.
const SHOWN_MAX: usize = 500;

/// The workbook, which only whoever sent it may look at and import. Once imported it is still found, so that an import
/// that is sent twice is answered as the first was.
async fn sent(app: &App, actor: &Actor, lang: Lang, id: FileId) -> Result<Importing, WebError> {
    if !may_define(actor) {
        return Err(WebError::NotFound);
    }
    let reader = app.db.reader();
    let entry = EntryId(id.0);
    let staged = files::staged(reader, Some(actor.person), &[id]).await?;
    let file: Option<File> = match staged.into_iter().next() {
        Some(file) => Some(file),
        None => files::of_kind(reader, super::IMPORT, id)
            .await?
            .filter(|file| file.owner == Some(actor.person)),
    };
    let file = file.ok_or(WebError::NotFound)?;
    let tree = app.book.tree(reader).await?;
    let top = sight::home(&tree, actor, app.clock.today()).ok_or(WebError::NotFound)?;
    Ok(Importing {
        entry,
        file: id,
        bytes: app.files.read(&file).await.map_err(WebError::internal)?,
        file_name: file.name,
        top,
        lang,
    })
}

pub async fn show(
    url: ImportUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let importing = sent(&app, &actor, frame.lang, url.file).await?;
    let reader = app.db.reader();
    match importing::preview(reader, &app.book, &importing).await {
        Ok(preview) => {
            let directory = Directory::load(reader).await?;
            let main = view(frame.lang, url, &importing, &preview, &directory);
            let title = words::texts(frame.lang).quoted_preview();
            let frame = frame.under("figures").kind(PageKind::Form);
            Ok(frame.page(&title, main).into_response())
        }
        Err(ImportError::File(problem)) => {
            let text = problem.text(frame.lang);
            Ok(upload_page::refused(frame, text))
        }
        Err(error) => Err(web_error(error)),
    }
}

pub async fn apply(
    url: ImportUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let importing = sent(&app, &actor, frame.lang, url.file).await?;
    let t = words::texts(frame.lang);
    match importing::import(&app.book, &actor, &importing).await {
        Ok(imported) => {
            let said = t.quoted_imported(imported.added, imported.changed, imported.same);
            Ok(web::done("/figures", &said))
        }
        Err(ImportError::Problems(preview)) => {
            let directory = Directory::load(app.db.reader()).await?;
            let main = view(frame.lang, url, &importing, &preview, &directory);
            Ok(frame.under("figures").again(&t.quoted_preview(), main))
        }
        Err(ImportError::File(problem)) => {
            let text = problem.text(frame.lang);
            Ok(upload_page::refused(frame, text))
        }
        Err(error) => Err(web_error(error)),
    }
}

/// The workbook with a column that says what is wrong in each row.
pub async fn problems(
    url: ProblemsUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let importing = sent(&app, &actor, lang, url.file).await?;
    let preview = importing::preview(app.db.reader(), &app.book, &importing)
        .await
        .map_err(web_error)?;
    let problems = preview.reading.problems.as_slice();
    let bytes = sheets::with_problems(&importing.bytes, &preview.reading.table, problems, lang)
        .map_err(WebError::internal)?;
    Ok(Download::xlsx(
        words::texts(lang).quoted_problems_file(importing.file_name.as_str()),
        bytes,
    ))
}

fn web_error(error: ImportError) -> WebError {
    match error {
        ImportError::NotAllowed | ImportError::FileGone => WebError::NotFound,
        ImportError::Book(source) => source.into(),
        error @ (ImportError::File(_) | ImportError::Problems(_)) => WebError::internal(error),
    }
}

fn view(
    lang: Lang,
    url: ImportUrl,
    importing: &Importing,
    preview: &Preview,
    directory: &Directory,
) -> Markup {
    let t = words::texts(lang);
    let problems = &preview.reading.problems;
    let title = t.quoted_preview();
    let crumbs = [
        Crumb::new(t.catalogue_title(), "/figures"),
        Crumb::new(t.quoted_import(), "/quoted_imports"),
    ];
    let sub = t.quoted_preview_sub(importing.file_name.as_str(), preview.rows.len());
    let news = preview.news().count();
    let rows = preview.rows.iter().take(SHOWN_MAX);
    let rows = rows.map(|row| line(lang, row, directory)).collect();
    html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (sub) } }), crumbs: &crumbs, ..PageHead::default() }))
        @if problems.has_errors() {
            (ui::notice(lang, &Notice { kind: NoticeKind::Error, title: &t.quoted_has_problems(), text: &t.quoted_has_problems_text(), ..Notice::default() }))
        }
        @if !problems.is_empty() {
            (ui::section("problems", &t.quoted_problems(), ui::link_button(&t.quoted_problems_download(), &format!("{url}/problems.xlsx"), Act::Plain, Some(Icon::Download)), html! {
                ul { @for problem in problems.iter().take(SHOWN_MAX) {
                    li { strong { (problem.cell.clone().unwrap_or_else(|| problem.row.to_string())) } " " (problem.what) (problem.remedy) }
                } }
            }))
        }
        @if !preview.reading.table.ignored.is_empty() {
            (ui::section("ignored", &t.quoted_ignored(), html! {}, html! {
                ul { @for column in &preview.reading.table.ignored { li { (t.quoted_ignored_column(column.column.as_str(), column.title.as_str())) } } }
            }))
        }
        @if !problems.has_errors() {
            form method="post" action=(url.to_string()) {
                (ui::acts(html! {
                    (ui::button(Button { label: &t.quoted_import_now(news), act: Act::Primary, ..Button::default() }))
                    (ui::link_button(&t.quoted_other_file(), "/quoted_imports", Act::Quiet, None))
                }))
            }
        }
        (ui::section("values", &t.quoted_values(), html! {}, html! {
            (ui::table(lang, Table {
                caption: &t.quoted_values(),
                columns: vec![
                    Column::title(t.column_figure()),
                    Column::text(t.column_unit()),
                    Column::text(t.source_of_days()),
                    Column::number(t.source_value()),
                    Column::text(t.source_growth()),
                    Column::text(t.source_comparable()),
                    Column::text(t.source_cell_head()),
                    Column::text(t.quoted_change()),
                ],
                rows,
                empty: Some(Empty { title: &t.quoted_values_empty(), text: &t.quoted_nothing_remedy(), act: None }),
                ..Table::default()
            }))
        }))
    }
}

fn line(lang: Lang, row: &PreviewRow, directory: &Directory) -> Row {
    let t = words::texts(lang);
    let quote = &row.quote;
    let value = |value: Option<i64>| {
        value.map_or_else(
            || t.not_published(),
            |value| written(&quote.series, value, lang),
        )
    };
    let growth = |rate: Option<i64>| {
        rate.map_or_else(
            || t.not_published(),
            |rate| Growth::published(rate).write(Against::SamePeriodLastYear, lang),
        )
    };
    let change = match (&row.before, row.is_news()) {
        (None, _) => t.quoted_new(),
        (Some(before), true) => t.quoted_was(value(before.value), growth(before.growth)),
        (Some(_), false) => t.quoted_same(),
    };
    let drawn = Row::new(vec![
        html! { (row.title) @if quote.definition_changed { div class="hint" { (t.source_definition_changed()) } } },
        html! { (directory.name(quote.unit, lang)) },
        html! { (t.source_days(paper::write_date(quote.from, lang), paper::write_date(quote.to, lang))) },
        html! { (value(quote.value)) },
        html! { (growth(quote.growth)) },
        html! { (growth(quote.comparable_growth)) },
        html! { (quote.source.value_cell) },
        html! { (change) },
    ]);
    match row.is_news() && row.before.is_some() {
        true => drawn.toned(Tone::Attention),
        false => drawn,
    }
}
