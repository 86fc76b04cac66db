//! What this system keeps about a telephone number, for its owner: whoever knows the number and the code of one of its
//! records.
use super::held::{self, Held};
use crate::words::texts;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Bilingual, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use sheets::{ExportColumn, Format, Shape};
use ui::{
    Act, Button, Crumb, Fact, Icon, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Download, Frame, PORTAL, WebError};

pub(crate) const OWN_DATA: &str = "/own_data";

#[derive(TypedPath, Deserialize)]
#[typed_path("/own_data")]
pub struct OwnDataUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/own_data.csv")]
pub struct OwnDataExportUrl;

/// Posted, so that neither number nor code stands in an address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    phone: String,
    code: String,
}

pub async fn form(_: OwnDataUrl, frame: Frame) -> Markup {
    let main = form_view(frame.lang, &Input::default(), &[]);
    let title = texts(frame.lang).own_data();
    frame.kind(PageKind::Public).page(&title, main)
}

pub async fn show(
    _: OwnDataUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let title = texts(lang).own_data();
    match find(&app, lang, &input).await? {
        Err(problem) => {
            let main = form_view(lang, &input, &[problem]);
            Ok(frame.again(&title, main))
        }
        Ok(held) => {
            let main = held_view(lang, &input, &held);
            let page = frame.kind(PageKind::Public).page(&title, main);
            Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
        }
    }
}

pub async fn export(
    _: OwnDataExportUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    match find(&app, lang, &input).await? {
        Err(problem) => {
            let main = form_view(lang, &input, &[problem]);
            Ok(frame.again(&t.own_data(), main))
        }
        Ok(held) => {
            let bytes = csv(lang, &held)?;
            let name = format!("{}.csv", t.own_data());
            Ok(Download::csv(name, &bytes).into_response())
        }
    }
}

async fn find(
    app: &App,
    lang: Lang,
    input: &Input,
) -> Result<Result<Vec<Held>, FieldProblem>, WebError> {
    let t = texts(lang);
    let Some(phone) = sheets::phone(&input.phone) else {
        return Ok(Err(FieldProblem::new("phone", t.session_phone_wrong())));
    };
    let held = held::of_owner(app, lang, &phone, &input.code).await?;
    Ok(held.ok_or_else(|| FieldProblem::new("code", t.own_data_wrong())))
}

fn csv(lang: Lang, held: &[Held]) -> Result<String, WebError> {
    const fn column(zh: &'static str, en: &'static str, shape: Shape) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), shape)
    }
    let columns = [
        column("类别", "Sort", Shape::Text),
        column("名称", "Title", Shape::Text),
        column("日期", "Day", Shape::Date),
        column("保存到", "Kept until", Shape::Date),
        column("项目", "Item", Shape::Text),
        column("内容", "Value", Shape::Text),
    ];
    let rows = held.iter().flat_map(|held| {
        held.facts.iter().map(|(label, value)| {
            vec![
                held.sort.clone().into(),
                held.title.clone().into(),
                held.day.into(),
                held.kept_until.into(),
                label.clone().into(),
                value.clone().into(),
            ]
        })
    });
    let bytes =
        sheets::export(Format::Csv, "", &columns, rows, lang).map_err(WebError::internal)?;
    String::from_utf8(bytes).map_err(WebError::internal)
}

fn form_view(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (title, phone, code, code_help, verb) = (
        t.own_data(),
        t.session_phone(),
        t.own_data_code(),
        t.own_data_code_help(),
        t.own_data_open(),
    );
    let phone = Field {
        autocomplete: "tel",
        ..Field::new("phone", &phone, &input.phone)
    };
    let code = Field {
        autocomplete: "off",
        ..Field::new("code", &code, &input.code)
    };
    let body = html! {
        (form::telephone(lang, phone.required().width(Width::Medium).problem(FieldProblem::of(problems, "phone"))))
        (form::text(lang, code.help(&code_help).required().width(Width::Medium).problem(FieldProblem::of(problems, "code"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action: OWN_DATA,
        problems,
        ..form::Form::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.own_data_sub()) } }),
        crumbs: &[Crumb::new(t.portal(), PORTAL)],
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (form::form(lang, frame, body))
        p class="hint" { (t.own_data_lost()) }
    }
}

fn held_view(lang: Lang, input: &Input, held: &[Held]) -> Markup {
    let t = texts(lang);
    let title = t.own_data();
    let verb = t.own_data_download();
    let download = html! {
        form method="post" action=(OwnDataExportUrl::PATH) {
            (form::hidden("phone", &input.phone))
            (form::hidden("code", &input.code))
            (ui::button(Button { label: &verb, icon: Some(Icon::Download), ..Button::default() }))
        }
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.own_data_count(held.len())) } }),
        acts: Some(download),
        crumbs: &[Crumb::new(t.portal(), PORTAL)],
    };
    html! {
        (ui::page_head(lang, head))
        @for (at, held) in held.iter().enumerate() {
            (ui::section(&format!("held-{at}"), &format!("{} · {}", held.sort, held.title), html! {}, held_facts(lang, held)))
        }
        p class="hint" { (t.own_data_kept()) }
    }
}

fn held_facts(lang: Lang, held: &Held) -> Markup {
    let t = texts(lang);
    let kept = match held.kept_until {
        Some(until) => until.to_string(),
        None => t.own_data_open_still(),
    };
    let mut facts = vec![Fact::text(t.own_data_day(), &held.day.to_string())];
    facts.extend(
        held.facts
            .iter()
            .map(|(label, value)| Fact::text(label, value)),
    );
    facts.push(Fact::text(t.own_data_until(), &kept));
    ui::facts(&facts)
}
