//! The editor of a draft: plain text with light markup, figures from the catalogue, and how it will look.
use super::{
    brief::{self, BODY_CHARS_MAX, BriefId, SUBJECT},
    checking::{self, Check, LONG_CHARS, Length, Missing, TOO_LONG_CHARS},
    drafting::{self, DraftError, Text},
    live::{self, Numbers},
    markup,
    sheet::{Shown, sheet},
    token::Token,
};
use crate::{
    entries,
    figures::{Asked, catalogue_page::matching},
    words,
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, Right, limits};
use ledger::figure::{self, Definition};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Notice, NoticeKind, PageHead, PageKind,
    form::{Choice, Field, FieldProblem, Form as FormFrame},
};
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), show)
        .post(Access::Right(Right::Publish), save)
        .post(Access::Right(Right::Publish), preview)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}")]
pub struct DraftUrl {
    pub brief: BriefId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/preview")]
pub struct PreviewUrl {
    pub brief: BriefId,
}

pub fn url(brief: BriefId) -> String {
    format!("/brief_drafts/{brief}")
}

/// Most figures the picker proposes.
const PICKED_MAX: usize = 12;

#[derive(Debug, Clone, Deserialize)]
struct Input {
    entry: EntryId,
    seen_version: i32,
    #[serde(default)]
    name: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    report_to: String,
    #[serde(default)]
    send_to: String,
    #[serde(default)]
    issue_to: String,
    #[serde(default)]
    editors_note: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    campaign: String,
    #[serde(default)]
    as_of: String,
    /// Words to find a figure by.
    #[serde(default)]
    pick: String,
    /// A token to append, from a button of the picker, where there is no script to put it at the cursor.
    #[serde(default)]
    insert: String,
}

impl Input {
    fn of(brief: &brief::Model) -> Input {
        Input {
            entry: EntryId(uuid::Uuid::now_v7()),
            seen_version: brief.version,
            name: brief.name.clone(),
            office: brief.office.clone(),
            title: brief.title.clone(),
            report_to: brief.report_to.clone(),
            send_to: brief.send_to.clone(),
            issue_to: brief.issue_to.clone(),
            editors_note: brief.editors_note.clone(),
            body: brief.body.clone(),
            campaign: brief.campaign.clone().unwrap_or_default(),
            as_of: brief.as_of.to_string(),
            pick: String::new(),
            insert: String::new(),
        }
    }

    fn text(&self, as_of: NaiveDate) -> Text {
        // Browsers send line ends as CR LF.
        let body = self.body.replace("\r\n", "\n");
        Text {
            name: self.name.trim().to_owned(),
            office: self.office.trim().to_owned(),
            title: self.title.trim().to_owned(),
            report_to: self.report_to.trim().to_owned(),
            send_to: self.send_to.trim().to_owned(),
            issue_to: self.issue_to.trim().to_owned(),
            editors_note: self.editors_note.trim().to_owned(),
            body,
            campaign: self.campaign.clone(),
            as_of,
        }
    }
}

/// What the page needs beside what was typed.
struct Around {
    brief: brief::Model,
    directory: Directory,
    campaigns: Vec<Choice>,
    picked: Vec<Definition>,
    history: Markup,
}

async fn show(
    url: DraftUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    if let Some(total) = brief.issue_total {
        return Ok(axum::response::Redirect::to(&format!("/briefs/{total}")).into_response());
    }
    let input = Input::of(&brief);
    let main = editor(&app, &actor, frame.lang, brief, &input, &[], None).await?;
    let title = words::texts(frame.lang).draft_title();
    Ok(frame
        .under("briefs")
        .kind(PageKind::Brief)
        .page(&title, main)
        .into_response())
}

/// The draft, for whoever may write it; for others it is not there.
pub(super) async fn draft(app: &App, actor: &Actor, id: BriefId) -> Result<brief::Model, WebError> {
    let reader = app.db.reader();
    let brief = brief::find(reader, id).await?.ok_or(WebError::NotFound)?;
    match drafting::may_write(&app.book, reader, actor, brief.unit_id).await {
        Ok(()) => Ok(brief),
        Err(DraftError::Book(source)) => Err(source.into()),
        Err(_) => Err(WebError::NotFound),
    }
}

async fn save(
    url: DraftUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(mut input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let brief = draft(&app, &actor, url.brief).await?;
    if !input.insert.is_empty() {
        input.body.push_str(&input.insert);
    }
    let Ok(as_of) = input.as_of.parse::<NaiveDate>() else {
        let text = crate::figures::AskError::NotADay(input.as_of.clone()).text(lang);
        let problems = [FieldProblem::new("as_of", text)];
        return again(&app, &actor, frame, brief, &input, &problems, None).await;
    };
    let text = input.text(as_of);
    match drafting::change(
        &app.book,
        &actor,
        input.entry,
        url.brief,
        input.seen_version,
        &text,
    )
    .await
    {
        Ok(saved) if !input.pick.is_empty() || !input.insert.is_empty() => {
            let next = Input {
                pick: input.pick.clone(),
                ..Input::of(&saved)
            };
            let main = editor(&app, &actor, lang, saved, &next, &[], None).await?;
            Ok(frame
                .under("briefs")
                .kind(PageKind::Brief)
                .page(&t.draft_title(), main)
                .into_response())
        }
        Ok(saved) => Ok(web::done(&self::url(saved.id), &t.draft_saved())),
        Err(DraftError::NotAllowed | DraftError::NotFound) => Err(WebError::NotFound),
        Err(DraftError::Issued { total }) => Ok(web::done(
            &format!("/briefs/{total}"),
            &t.draft_was_issued(total),
        )),
        Err(DraftError::TooLong { field, chars_max }) => {
            let problems = [FieldProblem::new(field, t.field_too_long(chars_max))];
            again(&app, &actor, frame, brief, &input, &problems, None).await
        }
        Err(DraftError::UnknownCampaign) => {
            let problems = [FieldProblem::new(
                "campaign",
                t.ask_no_campaign(input.campaign.as_str()),
            )];
            again(&app, &actor, frame, brief, &input, &problems, None).await
        }
        Err(DraftError::Stale { current }) => {
            // What was typed stays in the form; saving it once more is then a choice made with open eyes.
            let input = Input {
                entry: EntryId(uuid::Uuid::now_v7()),
                seen_version: current.version,
                ..input
            };
            let theirs = current.body.clone();
            again(&app, &actor, frame, *current, &input, &[], Some(&theirs)).await
        }
        Err(DraftError::Book(source)) => Err(source.into()),
    }
}

async fn again(
    app: &App,
    actor: &Actor,
    frame: Frame,
    brief: brief::Model,
    input: &Input,
    problems: &[FieldProblem],
    theirs: Option<&str>,
) -> Result<Response, WebError> {
    let main = editor(app, actor, frame.lang, brief, input, problems, theirs).await?;
    let title = words::texts(frame.lang).draft_title();
    Ok(frame.under("briefs").again(&title, main))
}

/// How it will look, of what is typed and not yet saved. Writes nothing.
async fn preview(
    url: PreviewUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let directory = Directory::load(app.db.reader()).await?;
    looks(&app, &actor, lang, &brief, &directory, &input).await
}

async fn editor(
    app: &App,
    actor: &Actor,
    lang: Lang,
    brief: brief::Model,
    input: &Input,
    problems: &[FieldProblem],
    theirs: Option<&str>,
) -> Result<Markup, WebError> {
    let reader = app.db.reader();
    let directory = Directory::load(reader).await?;
    let campaigns = ledger::campaign::all(reader).await?;
    let mut picked = matching(figure::all(reader).await?, &input.pick);
    picked.truncate(PICKED_MAX);
    let looks = looks(app, actor, lang, &brief, &directory, input).await?;
    let around = Around {
        history: entries::history(app, lang, SUBJECT, &brief.id.to_string()).await?,
        campaigns: campaigns
            .iter()
            .map(|one| Choice::new(&one.code, one.title(lang)))
            .collect(),
        brief,
        directory,
        picked,
    };
    Ok(view(lang, &around, input, problems, theirs, looks))
}

/// The brief that a form would save, for its looks and its check.
fn as_typed(brief: &brief::Model, input: &Input) -> brief::Model {
    let text = input.text(input.as_of.parse().unwrap_or(brief.as_of));
    brief::Model {
        name: text.name,
        office: text.office,
        title: text.title,
        report_to: text.report_to,
        send_to: text.send_to,
        issue_to: text.issue_to,
        editors_note: text.editors_note,
        body: text.body,
        campaign: Some(text.campaign).filter(|code| !code.is_empty()),
        as_of: text.as_of,
        ..brief.clone()
    }
}

async fn looks(
    app: &App,
    actor: &Actor,
    lang: Lang,
    brief: &brief::Model,
    directory: &Directory,
    input: &Input,
) -> Result<Markup, WebError> {
    let typed = as_typed(brief, input);
    let document = markup::read(&typed.body);
    let context = live::Context::from(&typed);
    let numbers = live::resolve(
        app.db.reader(),
        &app.book,
        directory,
        actor,
        &document,
        &context,
    )
    .await?;
    let check = checking::check(&typed, &document, &numbers);
    Ok(html! {
        (checked(lang, &check))
        (on_sheet(lang, &typed, &document, &numbers, directory))
    })
}

/// The draft as it will print.
pub(super) fn on_sheet(
    lang: Lang,
    brief: &brief::Model,
    document: &markup::Document,
    numbers: &Numbers,
    directory: &Directory,
) -> Markup {
    let t = words::texts(lang);
    let shown = document
        .tokens
        .iter()
        .zip(numbers)
        .map(|(placed, number)| match number {
            Ok(number) => Shown {
                text: number.shown.clone(),
                href: Asked::of(&number.scope, directory).url(&number.definition.code),
                mark: Some(number.definition.title(lang).to_owned()),
            },
            Err(problem) => Shown {
                text: placed.source.clone(),
                href: String::new(),
                mark: Some(problem.text(lang)),
            },
        });
    // The mark of a live number is its title alone: nothing has changed since it was printed.
    let shown: Vec<Shown> = shown
        .map(|shown| {
            if shown.href.is_empty() {
                shown
            } else {
                Shown {
                    mark: None,
                    ..shown
                }
            }
        })
        .collect();
    sheet(
        lang,
        &super::sheet::Sheet {
            name: &brief.name,
            issue: &t.sheet_draft(),
            office: &brief.office,
            date: &paper::write_date(brief.as_of, Lang::Zh),
            title: &brief.title,
            editors_note: &brief.editors_note,
            blocks: &document.blocks,
            foot: &foot(
                lang,
                [&brief.report_to, &brief.send_to, &brief.issue_to].map(|to| brief::addressees(to)),
            ),
        },
        &shown,
    )
}

pub(super) fn foot(lang: Lang, to: [Vec<String>; 3]) -> Vec<(String, String)> {
    let t = words::texts(lang);
    let labels = [t.foot_report_to(), t.foot_send_to(), t.foot_issue_to()];
    let lines = labels.into_iter().zip(to).filter(|(_, to)| !to.is_empty());
    lines.map(|(label, to)| (label, to.join("，"))).collect()
}

/// What the check found: missing fields, tokens without a number, length.
pub(super) fn checked(lang: Lang, check: &Check) -> Markup {
    let t = words::texts(lang);
    let missing = check.missing.iter().map(|missing| match missing {
        Missing::Name => t.missing_name(),
        Missing::Office => t.missing_office(),
        Missing::Title => t.missing_title(),
        Missing::Body => t.missing_body(),
    });
    let unresolved = check
        .unresolved
        .iter()
        .map(|found| t.token_at_line(found.line, found.source.as_str(), found.problem.text(lang)));
    let found: Vec<String> = missing.chain(unresolved).collect();
    let length = match check.length() {
        Length::Fine => t.length_fine(check.characters, LONG_CHARS, TOO_LONG_CHARS),
        Length::Long => t.length_long(check.characters, LONG_CHARS, TOO_LONG_CHARS),
        Length::TooLong => t.length_too_long(check.characters, TOO_LONG_CHARS),
    };
    html! {
        p class="hint" role="status" { (length) " " (t.numbers_in_it(check.numbers)) }
        @if !found.is_empty() {
            div class="sheet-checks" {
                p { strong { (t.checks_found(found.len())) } }
                ul { @for text in &found { li { (text) } } }
            }
        }
    }
}

fn view(
    lang: Lang,
    around: &Around,
    input: &Input,
    problems: &[FieldProblem],
    theirs: Option<&str>,
    looks: Markup,
) -> Markup {
    let t = words::texts(lang);
    let action = url(around.brief.id);
    let preview = format!("{action}/preview");
    let issue_href = format!("{action}/issue");
    let problem = |field: &str| FieldProblem::of(problems, field);
    let (entry, version) = (input.entry.to_string(), input.seen_version.to_string());
    let unit = around.directory.name(around.brief.unit_id, lang);
    let text = |name: &'static str, label: String, value: &str| {
        ui::form::text(
            lang,
            Field::new(name, &label, value)
                .limit(limits::TITLE_CHARS_MAX)
                .problem(problem(name)),
        )
    };
    html! {
        (ui::page_head(lang, PageHead {
            title: &t.draft_title(),
            sub: Some(html! { p { (t.draft_sub(unit)) } }),
            acts: Some(ui::link_button(&t.brief_to_issue(), &issue_href, Act::Plain, None)),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs")],
        }))
        @if let Some(theirs) = theirs {
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, title: &t.stale_title(), text: &t.draft_stale(), ..Notice::default() }))
            details open { summary { (t.draft_theirs()) } pre class="sheet-theirs" { (theirs) } }
        }
        (ui::form::form(lang, FormFrame { action: &action, id: "draft", problems, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::hidden("seen_version", &version))
            (text("title", t.field_title(), &input.title))
            (ui::form::text_area(lang, Field::new("body", &t.field_body(), &input.body).help(&t.field_body_help()).limit(BODY_CHARS_MAX).problem(problem("body"))))
            (picker(lang, around, input))
            details {
                summary { (t.draft_head_and_foot()) }
                (text("name", t.field_name(), &input.name))
                (text("office", t.field_office(), &input.office))
                (ui::form::date(lang, Field::new("as_of", &t.field_figures_as_of(), &input.as_of).help(&t.field_figures_as_of_help()).problem(problem("as_of"))))
                @if !around.campaigns.is_empty() {
                    (ui::form::select(lang, Field::new("campaign", &t.field_campaign(), &input.campaign).problem(problem("campaign")), &around.campaigns))
                }
                (ui::form::text_area(lang, Field::new("editors_note", &t.field_editors_note(), &input.editors_note).problem(problem("editors_note"))))
                (ui::form::text(lang, Field::new("report_to", &t.field_report_to(), &input.report_to).help(&t.field_addressees_help()).problem(problem("report_to"))))
                (ui::form::text(lang, Field::new("send_to", &t.field_send_to(), &input.send_to).problem(problem("send_to"))))
                (ui::form::text(lang, Field::new("issue_to", &t.field_issue_to(), &input.issue_to).problem(problem("issue_to"))))
            }
            (ui::acts(ui::button(Button { label: &t.draft_save(), act: Act::Primary, ..Button::default() })))
        }))
        (ui::section("looks", &t.preview_heading(), html! {}, html! {
            div id="preview" hx-post=(preview) hx-include="#draft" hx-trigger="input delay:700ms from:#draft" { (looks) }
        }))
        (ui::section("history", &t.history_heading(), html! {}, around.history.clone()))
    }
}

/// Figures to put into the text: at the cursor with script, at its end without.
fn picker(lang: Lang, around: &Around, input: &Input) -> Markup {
    let t = words::texts(lang);
    html! {
        fieldset class="picker" {
            legend { (t.picker_legend()) }
            div class="picker-search" {
                (ui::form::search(lang, Field::new("pick", &t.picker_search(), &input.pick).condition()))
                (ui::button(Button { label: &t.picker_find(), ..Button::default() }))
            }
            @if around.picked.is_empty() { p class="none" { (t.picker_nothing()) } }
            ul class="picker-list" {
                @for definition in &around.picked {
                    @let token = Token { figure: definition.code.clone(), ..Token::default() }.to_string();
                    li {
                        button class="button button-quiet" type="submit" name="insert" value=(token) data-insert=(token) data-insert-into="body" {
                            (definition.title(lang)) " " code { (definition.code) }
                        }
                    }
                }
            }
        }
    }
}
