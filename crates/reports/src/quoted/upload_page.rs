//! Uploading a statistics workbook.
use super::{columns::columns, earlier_imports, preview_page::ImportUrl};
use crate::{figures::defining::may_define, words};
use axum::{
    extract::{Multipart, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::routing::TypedPath;
use files::{Incoming, TakeError};
use kernel::{Actor, Bilingual, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use sheets::TemplateOptions;
use ui::{
    Act, Button, Crumb, Icon, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Download, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/quoted_imports")]
pub struct ImportsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/quoted_imports/template.xlsx")]
pub struct TemplateUrl;

pub async fn form(
    _: ImportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    if !may_define(&actor) {
        return Err(WebError::NotFound);
    }
    let earlier = earlier_imports::section(&app, frame.lang).await?;
    let main = html! { (view(frame.lang, &[])) (earlier) };
    let title = words::texts(frame.lang).quoted_import();
    Ok(frame
        .under("figures")
        .kind(PageKind::Form)
        .page(&title, main))
}

pub async fn template(_: TemplateUrl, actor: Actor, lang: Lang) -> Result<Download, WebError> {
    if !may_define(&actor) {
        return Err(WebError::NotFound);
    }
    let options = TemplateOptions {
        sheet: Bilingual::new("主要指标", "Main figures"),
    };
    let bytes = sheets::template(&columns(), &options, lang).map_err(WebError::internal)?;
    Ok(Download::xlsx(words::texts(lang).quoted_template(), bytes))
}

pub async fn upload(
    _: ImportsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    mut parts: Multipart,
) -> Result<Response, WebError> {
    if !may_define(&actor) {
        return Err(WebError::NotFound);
    }
    let (lang, t) = (frame.lang, words::texts(frame.lang));
    let mut incoming = Incoming::default();
    while let Some(mut part) = parts.next_field().await? {
        if part.name() == Some("file") {
            incoming = Incoming::new(part.file_name().unwrap_or_default());
            while let Some(chunk) = part.chunk().await? {
                incoming.push(&chunk);
            }
        }
    }
    let name = incoming.name.clone();
    let problem = if incoming.is_nothing() {
        t.quoted_file_missing()
    } else {
        let now = app.clock.now();
        match app
            .files
            .take(&app.db, Some(actor.person), now, incoming)
            .await
        {
            Ok(file) => {
                let there = ImportUrl { file: file.id }.to_string();
                return Ok(Redirect::to(&there).into_response());
            }
            Err(TakeError::Refused(refusal)) => refusal.text(lang, &name),
            Err(error) => return Err(WebError::internal(error)),
        }
    };
    Ok(refused(frame, problem))
}

/// The form once more: a browser does not send a file twice by itself.
pub(super) fn refused(frame: Frame, problem: String) -> Response {
    let title = words::texts(frame.lang).quoted_import();
    let main = view(frame.lang, &[FieldProblem::new("file", problem)]);
    frame.under("figures").again(&title, main)
}

fn view(lang: Lang, problems: &[FieldProblem]) -> Markup {
    let t = words::texts(lang);
    let (title, file, help, submit) = (
        t.quoted_import(),
        t.quoted_file(),
        t.quoted_file_help(),
        t.quoted_look(),
    );
    let crumbs = [Crumb::new(t.catalogue_title(), "/figures")];
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.quoted_import_sub()) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let frame = form::Form {
        action: "/quoted_imports",
        multipart: true,
        problems,
        ..form::Form::default()
    };
    let field = Field::new("file", &file, "")
        .required()
        .help(&help)
        .problem(FieldProblem::of(problems, "file"));
    html! {
        (ui::page_head(lang, head))
        (form::form(lang, frame, html! {
            (form::file(lang, field, ".xlsx,.xls,.ods,.csv"))
            (ui::acts(html! {
                (ui::button(Button { label: &submit, act: Act::Primary, icon: Some(Icon::Upload), ..Button::default() }))
                (ui::link_button(&t.template_download(), "/quoted_imports/template.xlsx", Act::Plain, Some(Icon::Download)))
            }))
        }))
    }
}
