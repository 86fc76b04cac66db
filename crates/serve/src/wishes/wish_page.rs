//! A wish for everybody: its wording, how it stands, and for people who are logged in the button that lights it.
use super::{
    acting::{ActError, Acting, Step, act},
    list_page, said,
    store::{self, Wish, WishId},
    wall_page::href,
    wish::{LIT_DAYS_MAX, NotAllowed, State as Standing},
};
use crate::{
    desk::{Desk, new_entry},
    words::texts,
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Right};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act as Look, Button, Crumb, Fact, Notice, NoticeKind, PageHead, PageKind, form,
    query::with_param,
};
use web::{App, Frame, MaybeActor, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/wishes/{wish}")]
pub struct WishUrl {
    pub wish: WishId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/wishes/{wish}/lighting")]
pub struct LightingUrl {
    pub wish: WishId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
}

/// A wish that is on the wall, or was.
async fn public(app: &App, id: WishId) -> Result<Wish, WebError> {
    let wish = store::find(app.db.reader(), id).await?;
    let wish = wish.filter(|wish| wish.state.is_public());
    wish.ok_or(WebError::NotFound)
}

pub async fn show(
    url: WishUrl,
    State(app): State<App>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let wish = public(&app, url.wish).await?;
    page(&app, actor.as_ref(), frame, &wish, None).await
}

/// Lights it. Of two who press at once, one is told that somebody was quicker.
pub async fn light(
    url: LightingUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    public(&app, url.wish).await?;
    let new = Acting {
        entry: input.entry,
        wish: url.wish,
        step: Step::Light,
    };
    let problem = match act(&app.book, &app.keys, &actor, &new).await {
        Ok(()) => {
            let to = list_page::href(url.wish);
            return Ok(web::done(&to, &t.wish_light_done(LIT_DAYS_MAX.to_string())));
        }
        Err(ActError::Meanwhile) => t.wish_lit_meanwhile(),
        Err(ActError::NotAllowed(NotAllowed::NotYours)) => t.wish_light_no_unit(),
        Err(ActError::Book(source)) => return Err(source.into()),
        Err(_) => return Err(WebError::NotFound),
    };
    let wish = public(&app, url.wish).await?;
    let page = page(&app, Some(&actor), frame, &wish, Some(problem)).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

async fn page(
    app: &App,
    actor: Option<&Actor>,
    frame: Frame,
    wish: &Wish,
    problem: Option<String>,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let directory = Directory::load(app.db.reader()).await?;
    let may_handle = match actor {
        None => false,
        Some(actor) => {
            let desk = Desk::of(app, actor).await?;
            let units = [Some(wish.unit), wish.lit_unit];
            let handles = |unit| desk.may(actor, Right::Serve, unit);
            wish.lit_by == Some(actor.person) || units.into_iter().flatten().any(handles)
        }
    };
    let may_light = actor.is_some_and(|actor| actor.has(Right::Read));
    let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    let lit_by = wish.lit_unit.map(|unit| directory.name(unit, lang));
    let mut facts = vec![
        Fact::text(t.wish_unit(), directory.name(wish.unit, lang)),
        Fact::text(t.wish_published_on(), &day(wish.published_on)),
    ];
    if let Some(unit) = lit_by {
        facts.push(Fact::text(t.wish_lighter(), unit));
        facts.push(Fact::text(t.wish_lit_on(), &day(wish.lit_on)));
    }
    if wish.state.is_fulfilled() {
        facts.push(Fact::text(t.wish_delivered_on(), &day(wish.delivered_on)));
    }
    let title = t.wish();
    let head = PageHead {
        title: &title,
        sub: Some(said::badge(lang, wish.state)),
        acts: may_handle.then(|| {
            ui::link_button(
                &t.wish_handle(),
                &list_page::href(wish.id),
                Look::Plain,
                None,
            )
        }),
        crumbs: &[Crumb::new(t.wishes(), "/wishes")],
    };
    let light = t.wish_light();
    let log_in = with_param(web::LOG_IN, "next", &href(wish.id));
    let main = html! {
        (ui::page_head(lang, head))
        @if let Some(text) = problem {
            (ui::notice(lang, &Notice { kind: NoticeKind::Error, text: &text, ..Notice::default() }))
        }
        blockquote class="wish-wording" { (wish.wording) }
        (ui::facts(&facts))
        @if wish.state == Standing::Published {
            @if may_light {
                form class="form" method="post" action={ (href(wish.id)) "/lighting" } {
                    (form::hidden("entry", &new_entry().to_string()))
                    p class="hint" { (t.wish_light_help(LIT_DAYS_MAX.to_string())) }
                    (ui::acts(ui::button(Button { label: &light, act: Look::Primary, ..Button::default() })))
                }
            } @else {
                p { (t.wish_light_log_in()) " " a href=(log_in) { (t.wish_log_in()) } }
            }
        }
        p { a href="/wishes" { (t.wishes_all()) } }
    };
    let frame = frame.kind(PageKind::Public).under("wish_records");
    Ok(frame.page(&wish.wording, main))
}
