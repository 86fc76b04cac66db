//! Following a case with the code that was given: how it stands, and what was answered. Nothing else.
use super::{
    links, opinion_page, said,
    store::{self, CODE, Case, asker, note, part},
    told,
};
use crate::words::texts;
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::Lang;
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use ui::{
    Button, Crumb, Event, Fact, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/follow")]
pub struct FollowUrl;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    code: String,
}

/// A link may bring the code along; what it opens is shown only when it is sent.
pub async fn form(_: FollowUrl, Query(input): Query<Input>, frame: Frame) -> Markup {
    let main = view(frame.lang, &input.code, &[]);
    let title = texts(frame.lang).follow();
    frame.kind(PageKind::Public).page(&title, main)
}

/// The code is posted, so that it stands in no address; posts of strangers are limited, so that nobody tries them out.
pub async fn show(
    _: FollowUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let opinion = opinion_page::Input::new(&input.code);
    let page = shown(&app, frame, &opinion, Vec::new(), None).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

/// What the code opens; with what was said of an opinion that was just sent.
pub(super) async fn shown(
    app: &App,
    frame: Frame,
    opinion: &opinion_page::Input,
    problems: Vec<FieldProblem>,
    done: Option<String>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let found_by = CODE.found_by(&app.keys, opinion.code());
    let Some(followed) = Followed::find(app, found_by).await? else {
        let problem = FieldProblem::new("code", t.follow_wrong());
        let main = view(lang, opinion.code(), &[problem]);
        return Ok(frame.again(&t.follow(), main));
    };
    let directory = Directory::load(app.db.reader()).await?;
    let title = followed.title();
    let main = html! {
        @if let Some(done) = &done { div class="notice" role="status" { p { (done) } } }
        (followed.view(lang, &directory, opinion, &problems))
    };
    Ok(match problems.is_empty() {
        true => frame
            .kind(PageKind::Public)
            .page(&title, main)
            .into_response(),
        false => frame.again(&title, main),
    })
}

/// Most merges that are gone after, one into the next.
const MERGES_MAX: usize = 20;

/// A case with what was said of it to whoever asked.
struct Told {
    case: Case,
    notes: Vec<note::Model>,
    parts: Vec<part::Model>,
}

/// What one asker follows.
struct Followed {
    /// What they wrote themselves; others who have the same wrote nothing.
    own: Option<Case>,
    /// The case that goes on for them: their own, or the one into which it was merged.
    told: Told,
    /// What was split off from theirs.
    split: Vec<Told>,
}

impl Followed {
    async fn find(app: &App, found_by: Vec<u8>) -> Result<Option<Followed>, WebError> {
        let reader = app.db.reader();
        let own = store::Entity::find()
            .filter(store::Column::CodeFoundBy.eq(found_by.clone()))
            .one(reader)
            .await?;
        let first = match &own {
            Some(case) => Some(case.clone()),
            None => {
                let asker = asker::Entity::find().filter(asker::Column::CodeFoundBy.eq(found_by));
                match asker.one(reader).await? {
                    Some(asker) => store::Entity::find_by_id(asker.case_id).one(reader).await?,
                    None => None,
                }
            }
        };
        let Some(mut case) = first else {
            return Ok(None);
        };
        let mut split = Vec::new();
        for _ in 0..MERGES_MAX {
            let off = store::Entity::find().filter(store::Column::SplitFrom.eq(case.id));
            for case in off.order_by_asc(store::Column::Number).all(reader).await? {
                split.push(Told::of(app, case).await?);
            }
            let Some(into) = case.merged_into else { break };
            let into = store::Entity::find_by_id(into).one(reader).await?;
            case = into.ok_or(WebError::NotFound)?;
        }
        Ok(Some(Followed {
            own,
            told: Told::of(app, case).await?,
            split,
        }))
    }

    /// In their own words; for others who have the same, in those that are public.
    fn title(&self) -> String {
        match &self.own {
            Some(own) => own.title.clone(),
            None => self.told.case.public_title.clone(),
        }
    }

    fn view(
        &self,
        lang: Lang,
        directory: &Directory,
        opinion: &opinion_page::Input,
        problems: &[FieldProblem],
    ) -> Markup {
        let t = texts(lang);
        let case = &self.told.case;
        let state = said::public_state(lang, case.state());
        let mut facts = vec![
            Fact::text(t.case_number(), &case.number),
            Fact::text(t.case_state(), &state),
            Fact::text(t.case_due(), &due(lang, case)),
        ];
        if let Some(own) = &self.own {
            facts.push(Fact::text(t.case_raised_on(), &own.raised_on.to_string()));
            let body = html! { @for line in own.body.lines() { p { (line) } } };
            facts.push(Fact::new(t.case_what(), body));
            facts.push(Fact::text(t.case_where(), &own.place));
        }
        let title = self.title();
        let is_merged = self.own.as_ref().is_some_and(|own| own.id != case.id);
        let head = PageHead {
            title: &title,
            sub: Some(html! {
                p { (state) }
                @if is_merged { p class="hint" { (t.follow_merged(case.number.as_str())) } }
            }),
            crumbs: &[Crumb::new(t.follow(), links::FOLLOW)],
            ..PageHead::default()
        };
        html! {
            (ui::page_head(lang, head))
            (ui::section("answers", &t.follow_answers(), html! {}, self.told.answers(lang, directory)))
            // Only who brought it says whether it is solved for them; where it was merged, by the case that goes on.
            @if self.own.as_ref().is_some_and(|own| own.id == case.id && opinion_page::may_say(own)) {
                (ui::section("satisfied", &t.opinion(), html! {}, html! {
                    @if let Some(heard) = case.outcome() { p { (t.opinion_heard(said::outcome(lang, heard))) } }
                    (opinion_page::view(lang, opinion, problems))
                }))
            }
            (ui::facts(&facts))
            @for (at, told) in self.split.iter().enumerate() {
                @let id = format!("split-{at}");
                @let heading = t.follow_split(told.case.number.as_str());
                (ui::section(&id, &heading, html! {}, html! {
                    p { (told.case.title) " " span class="hint" { (said::public_state(lang, told.case.state())) " " (due(lang, &told.case)) } }
                    (told.answers(lang, directory))
                }))
            }
        }
    }
}

fn due(lang: Lang, case: &Case) -> String {
    let due = case.due_on.filter(|_| case.state().is_open());
    due.map_or_else(String::new, |due| texts(lang).follow_due(due.to_string()))
}

impl Told {
    async fn of(app: &App, case: Case) -> Result<Told, WebError> {
        Ok(Told {
            notes: note::of(app.db.reader(), case.id).await?,
            parts: part::of(app.db.reader(), case.id).await?,
            case,
        })
    }

    fn answers(&self, lang: Lang, directory: &Directory) -> Markup {
        let events: Vec<Event> = told::told(&self.notes, &self.parts)
            .into_iter()
            .map(|note| {
                let unit = directory.name(note.unit, lang);
                Event::new(note.day.to_string(), unit, html! { (note.said) })
            })
            .collect();
        html! {
            @if events.is_empty() { p class="none" { (texts(lang).follow_answers_none()) } }
            @else { (ui::timeline(lang, &events)) }
        }
    }
}

fn view(lang: Lang, code: &str, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (title, label, help, verb) = (
        t.follow(),
        t.follow_code(),
        t.follow_code_help(),
        t.follow_submit(),
    );
    let field = Field {
        autocomplete: "off",
        ..Field::new("code", &label, code)
    };
    let field = field
        .help(&help)
        .required()
        .width(Width::Medium)
        .problem(FieldProblem::of(problems, "code"));
    let frame = form::Form {
        action: links::FOLLOW,
        problems,
        ..form::Form::default()
    };
    let body = html! {
        (form::text(lang, field))
        (ui::acts(ui::button(Button { label: &verb, act: ui::Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.follow_sub()) } p { a href=(links::TELL_US) { (t.tell_us()) } } }),
        ..PageHead::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
