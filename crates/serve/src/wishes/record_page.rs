//! A wish for those who handle it: what was said, who knows whom, its history, and what can be done with it now.
use super::{
    act_forms::{self, Again, Input, problem, step},
    acting::{Acting, act, body, who},
    corrections,
    list_page::href,
    making::SUBJECT,
    said,
    store::{self, GUARDIAN, NAME, PHONE, THANKS, Wish, WishId},
    wall_page,
    wish::{Act, State as Standing, Who},
};
use crate::{
    desk::{Desk, Shows, new_entry, timeline_of},
    residents::masked,
    words::texts,
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId};
use ledger::{NewEntry, Subject, entry};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act as Look, Button, Crumb, Fact, PageHead, form};
use web::{App, Frame, WebError};

/// The kind of the entry that says who looked at how to reach somebody.
pub const LOOKED_AT: &str = "serve.wish.contact_looked_at";

#[derive(TypedPath, Deserialize)]
#[typed_path("/wish_records/{wish}")]
pub struct RecordUrl {
    pub wish: WishId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/wish_records/{wish}/contact_views")]
pub struct ContactViewsUrl {
    pub wish: WishId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/wish_records/{wish}/{act}")]
pub struct ActUrl {
    pub wish: WishId,
    pub act: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Looking {
    entry: EntryId,
}

/// A wish before somebody who handles it, or has lit it.
pub(super) struct Seen {
    pub(super) wish: Wish,
    pub(super) desk: Desk,
    pub(super) who: Who,
}

impl Seen {
    pub(super) async fn load(app: &App, actor: &Actor, id: WishId) -> Result<Seen, WebError> {
        let wish = store::find(app.db.reader(), id).await?;
        let wish = wish.ok_or(WebError::NotFound)?;
        let desk = Desk::of(app, actor).await?;
        let who = who(&desk.tree, actor, &wish, desk.today);
        match who.keeps || who.lights {
            true => Ok(Seen { wish, desk, who }),
            false => Err(WebError::NotFound),
        }
    }

    /// How to reach somebody is for those who keep the wish; of an adult's also for whoever fulfils it.
    fn may_look(&self) -> bool {
        self.who.keeps || (self.who.lights && !self.wish.is_child)
    }
}

pub async fn show(
    url: RecordUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = Seen::load(&app, &actor, url.wish).await?;
    let main = view(&app, &frame, &seen, None, false).await?;
    let title = texts(frame.lang).wish();
    Ok(frame.under("wish_records").page(&title, main))
}

/// The page with name and number in full, and an entry that says who looked. It stands in no address and no cookie.
pub async fn look(
    url: ContactViewsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Looking>,
) -> Result<Response, WebError> {
    let seen = Seen::load(&app, &actor, url.wish).await?;
    if !seen.may_look() {
        return Err(WebError::NotFound);
    }
    let subject = Subject::new(SUBJECT, url.wish);
    let entry = NewEntry::new(
        input.entry,
        LOOKED_AT,
        subject,
        seen.wish.unit,
        seen.desk.today,
    );
    app.book.post(&actor, entry).await?;
    let main = view(&app, &frame, &seen, None, true).await?;
    let title = texts(frame.lang).wish();
    let page = frame.under("wish_records").page(&title, main);
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

pub async fn submit(
    url: ActUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    let wanted = Act::from_code(&url.act).filter(|act| *act != Act::Lighting);
    let wanted = wanted.ok_or(WebError::NotFound)?;
    let seen = Seen::load(&app, &actor, url.wish).await?;
    let entry = input.entry.ok_or(WebError::NotFound)?;
    let new = Acting {
        entry,
        wish: url.wish,
        step: step(wanted, &input, seen.wish.is_child),
    };
    match act(&app.book, &app.keys, &actor, &new).await {
        Ok(()) => {
            let now = store::find(app.db.reader(), url.wish).await?;
            let after = now.map_or(wanted.after(), |wish| wish.state);
            let said = t.wish_act_done(said::state(frame.lang, after));
            // Whoever gave it back may not see it at the desk any more.
            let to = match Seen::load(&app, &actor, url.wish).await {
                Ok(_) => href(url.wish),
                Err(_) => wall_page::href(url.wish),
            };
            Ok(web::done(&to, &said))
        }
        Err(error) => {
            let problem = problem(t, error)?;
            // As it stands now: somebody else may have acted on it.
            let seen = Seen::load(&app, &actor, url.wish).await?;
            let main = view(&app, &frame, &seen, Some((wanted, &input, problem)), false).await?;
            Ok(frame.under("wish_records").again(&t.wish(), main))
        }
    }
}

async fn view(
    app: &App,
    frame: &Frame,
    seen: &Seen,
    again: Option<Again<'_>>,
    in_full: bool,
) -> Result<Markup, WebError> {
    let (lang, t, wish) = (frame.lang, texts(frame.lang), &seen.wish);
    let entries = entry::history(app.db.reader(), SUBJECT, &wish.id.to_string()).await?;
    let shows = Shows {
        corrections: Some(&|first| corrections::is_possible(seen, first)),
        ..Shows::default()
    };
    let history = timeline_of(app, lang, entries, |_| None, shows).await?;
    let title = t.wish();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            (said::badge(lang, wish.state))
            @if wish.is_child { (ui::badge(ui::Tone::Attention, &t.wish_of_child())) }
        }),
        acts: wish.state.is_public().then(|| {
            ui::link_button(
                &t.wish_public_page(),
                &wall_page::href(wish.id),
                Look::Plain,
                None,
            )
        }),
        crumbs: &[Crumb::new(t.wish_desk(), "/wish_records")],
    };
    let left = html! {
        (ui::facts(&facts(app, frame, seen, in_full)))
        @if seen.may_look() && wish.phone.is_some() && !in_full {
            form method="post" action={ (href(wish.id)) "/contact_views" } {
                (form::hidden("entry", &new_entry().to_string()))
                (ui::acts(ui::button(Button { label: &t.wish_contact_look(), act: Look::Quiet, ..Button::default() })))
            }
        }
        (act_forms::all(lang, wish, seen.who, again.as_ref()))
    };
    let right = ui::section("history", &t.wish_history(), html! {}, history);
    Ok(html! {
        (ui::page_head(lang, head))
        (ui::two_columns(left, right))
    })
}

fn facts(app: &App, frame: &Frame, seen: &Seen, in_full: bool) -> Vec<Fact> {
    let (lang, t, wish, directory) = (
        frame.lang,
        texts(frame.lang),
        &seen.wish,
        &seen.desk.directory,
    );
    let open = |purpose: &str, sealed: &Option<Vec<u8>>| {
        let opened = sealed
            .as_deref()
            .map(|sealed| app.keys.open(purpose, sealed));
        opened.and_then(Result::ok).unwrap_or_default()
    };
    let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    let mut facts = Vec::new();
    if seen.who.keeps || !wish.is_child {
        let said = body(&app.keys, wish);
        facts.push(Fact::new(
            t.wish_body(),
            html! { @for line in said.lines() { p { (line) } } },
        ));
    }
    if !wish.wording.is_empty() {
        facts.push(Fact::text(t.wish_wording(), &wish.wording));
    }
    facts.push(Fact::text(t.wish_unit(), directory.name(wish.unit, lang)));
    facts.push(Fact::text(t.wish_made_on(), &wish.made_on.to_string()));
    if seen.may_look() {
        let (name, phone) = (open(NAME, &wish.name), open(PHONE, &wish.phone));
        let (name, phone) = match in_full {
            true => (name, phone),
            false => (masked::name(&name), masked::phone(&phone)),
        };
        facts.push(Fact::text(t.wish_name(), &name));
        facts.push(Fact::text(t.wish_phone(), &phone));
    }
    if let (Some(on), Some(how), true) = (wish.consent_on, wish.consent_by, seen.who.keeps) {
        let guardian = match open(GUARDIAN, &wish.guardian).as_str() {
            "" => t.wish_guardian_cleared(),
            name => masked::name(name),
        };
        let how = said::consent_by(lang, how);
        facts.push(Fact::text(
            t.wish_consent(),
            &t.wish_consent_said(guardian, on.to_string(), how),
        ));
    }
    if wish.state == Standing::Refused {
        facts.push(Fact::text(t.wish_refused(), &wish.refusal));
    }
    if let Some(unit) = wish.lit_unit {
        facts.push(Fact::text(t.wish_lighter(), directory.name(unit, lang)));
        facts.push(Fact::text(t.wish_lit_on(), &day(wish.lit_on)));
    }
    if wish.state == Standing::Lit {
        facts.push(Fact::text(t.wish_lapses_on(), &day(wish.lapses_on)));
    }
    if !wish.ready_how.is_empty() {
        facts.push(Fact::text(t.wish_ready_how(), &wish.ready_how));
    }
    if wish.state.is_fulfilled() {
        let delivered = format!("{} {}", day(wish.delivered_on), wish.delivered_how);
        facts.push(Fact::text(t.wish_delivered_on(), delivered.trim()));
    }
    if wish.state == Standing::Thanked {
        let thanks = open(THANKS, &wish.thanks);
        facts.push(Fact::text(t.wish_thanks(), thanks.trim()));
    }
    facts
}
