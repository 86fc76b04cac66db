//! Following a wish with the code that was given, and saying thank you when it was fulfilled.
use super::{
    acting::{ActError, thank_by_code},
    said,
    store::{CODE, Column, Entity, Wish},
    wish::State as Standing,
};
use crate::{desk::new_entry, words::texts};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/wishes/follow")]
pub struct FollowUrl;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    code: String,
    /// Given when somebody says thank you.
    entry: Option<EntryId>,
    thanks: String,
}

pub async fn form(_: FollowUrl, frame: Frame) -> Markup {
    let main = view(frame.lang, "", &[]);
    let title = texts(frame.lang).wish_follow();
    frame.kind(PageKind::Public).page(&title, main)
}

/// The code is posted, so that it stands in no address; posts of strangers are limited, so that nobody tries them out.
pub async fn show(
    _: FollowUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let mut said = None;
    if let Some(entry) = input.entry {
        let thanked = thank_by_code(&app.book, &app.keys, entry, &input.code, &input.thanks).await;
        said = Some(match thanked {
            Ok(()) => (NoticeKind::Success, t.wish_thanks_done()),
            Err(ActError::Book(source)) => return Err(source.into()),
            Err(ActError::TooLong) => (
                NoticeKind::Error,
                t.wish_words_long(NOTE_CHARS_MAX.to_string()),
            ),
            Err(ActError::NoSuchWish) => (NoticeKind::Error, t.wish_code_wrong()),
            Err(_) => (NoticeKind::Warning, t.wish_thanks_not_now()),
        });
    }
    let found =
        Entity::find().filter(Column::CodeFoundBy.eq(CODE.found_by(&app.keys, &input.code)));
    let reader = app.db.reader();
    let Some(wish) = found.one(reader).await? else {
        let problem = FieldProblem::new("code", t.wish_code_wrong());
        let main = view(lang, &input.code, &[problem]);
        return Ok(frame.again(&t.wish_follow(), main));
    };
    let directory = Directory::load(reader).await?;
    let body = super::acting::body(&app.keys, &wish);
    let main = followed(lang, &input, &wish, &body, &directory, said.as_ref());
    let page = frame.kind(PageKind::Public).page(&t.wish_yours(), main);
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

fn view(lang: Lang, code: &str, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (title, label, help, verb) = (
        t.wish_follow(),
        t.wish_code(),
        t.wish_code_help(),
        t.wish_follow_submit(),
    );
    let mut field = Field::new("code", &label, code).help(&help).required();
    field.autocomplete = "off";
    let field = field.width(Width::Medium);
    let frame = form::Form {
        action: "/wishes/follow",
        problems,
        ..form::Form::default()
    };
    let body = html! {
        (form::text(lang, field.problem(FieldProblem::of(problems, "code"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &title,
        crumbs: &[Crumb::new(t.wishes(), "/wishes")],
        ..PageHead::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

fn followed(
    lang: Lang,
    input: &Input,
    wish: &Wish,
    body: &str,
    directory: &Directory,
    said: Option<&(NoticeKind, String)>,
) -> Markup {
    let t = texts(lang);
    let title = t.wish_yours();
    let lit_by = wish.lit_unit.map(|unit| directory.name(unit, lang));
    let facts = [
        Fact::new(
            t.wish_body(),
            html! { @for line in body.lines() { p { (line) } } },
        ),
        Fact::text(t.wish_made_on(), &wish.made_on.to_string()),
        Fact::text(t.wish_unit(), directory.name(wish.unit, lang)),
        Fact::text(t.wish_wording(), &wish.wording),
        Fact::text(t.wish_lighter(), lit_by.unwrap_or_default()),
    ];
    let head = PageHead {
        title: &title,
        sub: Some(said::badge(lang, wish.state)),
        crumbs: &[
            Crumb::new(t.wishes(), "/wishes"),
            Crumb::new(t.wish_follow(), "/wishes/follow"),
        ],
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        @if let Some((kind, text)) = said { (ui::notice(lang, &Notice { kind: *kind, text, ..Notice::default() })) }
        @if wish.state == Standing::Refused {
            (ui::notice(lang, &Notice { kind: NoticeKind::Info, title: &t.wish_refused(), text: &wish.refusal, ..Notice::default() }))
        }
        (ui::facts(&facts))
        @if wish.state == Standing::Delivered { (thanks(lang, input)) }
    }
}

fn thanks(lang: Lang, input: &Input) -> Markup {
    let t = texts(lang);
    let (words, help, submit) = (
        t.wish_thanks(),
        t.wish_thanks_help(),
        t.wish_thanks_submit(),
    );
    let frame = form::Form {
        action: "/wishes/follow",
        ..form::Form::default()
    };
    let body = html! {
        (form::hidden("code", &input.code))
        (form::hidden("entry", &new_entry().to_string()))
        (form::text_area(lang, Field::new("thanks", &words, &input.thanks).help(&help).limit(NOTE_CHARS_MAX)))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    ui::section(
        "thank",
        &t.wish_thanks_submit(),
        html! {},
        form::form(lang, frame, body),
    )
}
