//! A wish for those who handle it: what was said, who knows whom, its history, and what can be done with it now.
use super::{
    acting::{ActError, Acting, Step, act, body, who},
    list_page::href,
    making::SUBJECT,
    said,
    store::{self, GUARDIAN, NAME, PHONE, THANKS, Wish, WishId},
    wall_page,
    wish::{Act, Consent, ConsentBy, NotAllowed, State as Standing, WORDING_CHARS_MAX, Who, may},
};
use crate::{
    desk::{Desk, new_entry, timeline},
    residents::masked,
    words::{Texts, texts},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, limits::NOTE_CHARS_MAX};
use ledger::{NewEntry, Subject, entry};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act as Look, Button, Crumb, Fact, PageHead,
    form::{self, Choice, Field, FieldProblem, Width},
};
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

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    entry: Option<EntryId>,
    /// The words of the act: why, how, thanks.
    said: String,
    wording: String,
    guardian: String,
    consent_on: String,
    consent_by: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Looking {
    entry: EntryId,
}

/// A wish before somebody who handles it, or has lit it.
struct Seen {
    wish: Wish,
    desk: Desk,
    who: Who,
}

impl Seen {
    async fn load(app: &App, actor: &Actor, id: WishId) -> Result<Seen, WebError> {
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

fn step(act: Act, input: &Input, is_child: bool) -> Step {
    let said = input.said.clone();
    match act {
        Act::Publication => Step::Publish {
            wording: input.wording.clone(),
            consent: match is_child {
                true => consent(input),
                false => None,
            },
        },
        Act::Refusal => Step::Refuse(said),
        Act::Return => Step::Return(said),
        Act::Readiness => Step::Ready(said),
        Act::Delivery => Step::Deliver(said),
        Act::Thanks => Step::Thank(said),
        Act::Lighting => Step::Light,
    }
}

fn consent(input: &Input) -> Option<Consent> {
    Some(Consent {
        guardian: input.guardian.trim().to_owned(),
        day: input.consent_on.trim().parse().ok()?,
        how: ConsentBy::from_code(&input.consent_by)?,
    })
}

fn problem(t: &Texts, error: ActError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        ActError::NoSuchWish | ActError::NotAllowed(NotAllowed::NotYours) => {
            return Err(WebError::NotFound);
        }
        ActError::Book(source) => return Err(source.into()),
        ActError::NotAllowed(NotAllowed::NotNow) | ActError::Meanwhile => {
            ("said", t.wish_meanwhile())
        }
        ActError::NotAllowed(NotAllowed::MadeByYou) => ("wording", t.wish_made_by_you()),
        ActError::Wording => (
            "wording",
            t.wish_wording_wrong(WORDING_CHARS_MAX.to_string()),
        ),
        ActError::NamesTheChild => ("wording", t.wish_names_the_child()),
        ActError::ConsentMissing => ("guardian", t.wish_consent_missing()),
        ActError::ConsentToCome => ("consent_on", t.wish_consent_to_come()),
        ActError::WordsMissing => ("said", t.wish_words_missing()),
        ActError::TooLong => ("said", t.wish_words_long(NOTE_CHARS_MAX.to_string())),
    };
    Ok(FieldProblem::new(field, message))
}

type Again<'a> = Option<(Act, &'a Input, FieldProblem)>;

async fn view(
    app: &App,
    frame: &Frame,
    seen: &Seen,
    again: Again<'_>,
    in_full: bool,
) -> Result<Markup, WebError> {
    let (lang, t, wish) = (frame.lang, texts(frame.lang), &seen.wish);
    let entries = entry::history(app.db.reader(), SUBJECT, &wish.id.to_string()).await?;
    let history = timeline(app, lang, entries, |_| None).await?;
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
        (acts(frame, seen, again.as_ref()))
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
        let guardian = open(GUARDIAN, &wish.guardian);
        let how = said::consent_by(lang, how);
        facts.push(Fact::text(
            t.wish_consent(),
            &t.wish_consent_said(masked::name(&guardian), on.to_string(), how),
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

/// A form for each act that is possible now.
fn acts(frame: &Frame, seen: &Seen, again: Option<&(Act, &Input, FieldProblem)>) -> Markup {
    let (t, wish) = (texts(frame.lang), &seen.wish);
    let none = Input::default();
    let possible = |act: &Act| {
        let may = may(wish.state, seen.who, *act);
        // Whoever may not publish is told so when they read the form, not after filling it in.
        *act != Act::Lighting && may.is_ok()
    };
    let made_by_you = may(wish.state, seen.who, Act::Publication) == Err(NotAllowed::MadeByYou);
    let stale = again.filter(|(act, ..)| !possible(act));
    html! {
        @if let Some((_, _, problem)) = stale {
            (form::problem_summary(frame.lang, std::slice::from_ref(problem)))
        }
        @if made_by_you { p class="hint" { (t.wish_made_by_you()) } }
        @for act in Act::ALL.iter().filter(|act| possible(act)) {
            @let (input, problems) = match again {
                Some((again, input, problem)) if again == act => (*input, vec![problem.clone()]),
                _ => (&none, Vec::new()),
            };
            (act_form(frame, wish, *act, input, &problems))
        }
    }
}

fn act_form(
    frame: &Frame,
    wish: &Wish,
    act: Act,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let of = |field| FieldProblem::of(problems, field);
    let (verb, label, help, is_needed, look) = match act {
        Act::Publication => (
            t.wish_publish(),
            String::new(),
            String::new(),
            true,
            Look::Primary,
        ),
        Act::Refusal => (
            t.wish_refuse(),
            t.wish_refuse_why(),
            t.wish_refuse_help(),
            true,
            Look::Plain,
        ),
        Act::Return => (
            t.wish_return(),
            t.wish_return_why(),
            String::new(),
            true,
            Look::Plain,
        ),
        Act::Readiness => (
            t.wish_ready(),
            t.wish_ready_how(),
            t.wish_ready_help(),
            true,
            Look::Primary,
        ),
        Act::Delivery => (
            t.wish_deliver(),
            t.wish_deliver_how(),
            String::new(),
            false,
            Look::Primary,
        ),
        Act::Thanks | Act::Lighting => (
            t.wish_thank(),
            t.wish_thanks(),
            t.wish_thank_help(),
            false,
            Look::Primary,
        ),
    };
    let id = format!("said-{}", act.code());
    let mut field = Field::new("said", &label, &input.said)
        .help(&help)
        .limit(NOTE_CHARS_MAX);
    field.id = &id;
    field.required = is_needed;
    // The summary leads to the field by its id.
    let problems: Vec<FieldProblem> = problems
        .iter()
        .map(|problem| match problem.field.as_str() {
            "said" => FieldProblem::new(&id, &problem.message),
            _ => problem.clone(),
        })
        .collect();
    let action = format!("{}/{}", href(wish.id), act.code());
    let form_id = format!("act-{}", act.code());
    let shown = form::Form {
        action: &action,
        id: &form_id,
        problems: &problems,
        ..form::Form::default()
    };
    let entry = input.entry.unwrap_or_else(new_entry);
    let fields = html! {
        (form::hidden("entry", &entry.to_string()))
        @if act == Act::Publication { (publication_fields(frame, wish, input, &problems)) }
        @else { (form::text_area(lang, field.problem(of("said")))) }
        (ui::acts(ui::button(Button { label: &verb, act: look, ..Button::default() })))
    };
    ui::section(act.code(), &verb, html! {}, form::form(lang, shown, fields))
}

fn publication_fields(
    frame: &Frame,
    wish: &Wish,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let of = |field| FieldProblem::of(problems, field);
    let (wording, guardian, on, by) = (
        t.wish_wording(),
        t.wish_guardian(),
        t.wish_consent_on(),
        t.wish_consent_by(),
    );
    let help = match wish.is_child {
        true => t.wish_wording_help_child(),
        false => t.wish_wording_help(),
    };
    let hows: Vec<Choice> = ConsentBy::ALL
        .iter()
        .map(|how| Choice::new(how.code(), said::consent_by(lang, *how)))
        .collect();
    html! {
        (form::text_area(lang, Field::new("wording", &wording, &input.wording).required().help(&help).limit(WORDING_CHARS_MAX).problem(of("wording"))))
        @if wish.is_child {
            (form::text(lang, Field::new("guardian", &guardian, &input.guardian).required().width(Width::Medium).problem(of("guardian"))))
            (form::date(lang, Field::new("consent_on", &on, &input.consent_on).required().width(Width::Short).problem(of("consent_on"))))
            (form::radios(lang, Field::new("consent_by", &by, &input.consent_by).required(), &hows))
        }
    }
}
