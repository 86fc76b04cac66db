//! The editor on the page: the form, the picker of figures, how it will look, its history.
use super::{Around, input::Input, url};
use crate::{
    briefs::{brief::BODY_CHARS_MAX, token::Token},
    words,
};
use kernel::{Lang, limits};
use ledger::figure::Definition;
use maud::{Markup, html};
use ui::{
    Act, Button, Crumb, Notice, NoticeKind, PageHead,
    form::{Field, FieldProblem, Form as FormFrame},
};

pub fn view(
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
    let picker_url = format!("{}/figures", url(around.brief.id));
    html! {
        fieldset class="picker" {
            legend { (t.picker_legend()) }
            div class="picker-search" {
                (ui::form::search(lang, Field::new("pick", &t.picker_search(), &input.pick).condition()))
                (ui::button(Button { label: &t.picker_find(), ..Button::default() }))
            }
            // With script the list follows what is typed; without, the button asks for it.
            div id="picked" role="status" hx-get=(picker_url) hx-include="#pick" hx-trigger="input delay:250ms from:#pick" {
                (picked(lang, &around.picked))
            }
        }
    }
}

/// The figures that the words find, each a button that puts it into the text.
pub fn picked(lang: Lang, picked: &[Definition]) -> Markup {
    let t = words::texts(lang);
    html! {
            @if picked.is_empty() { p class="none" { (t.picker_nothing()) } }
            ul class="picker-list" {
                @for definition in picked {
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
