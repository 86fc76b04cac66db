//! The form of a template as it stands on the page.
use super::{Input, TemplateId};
use crate::{briefs::brief::BODY_CHARS_MAX, words};
use kernel::{Lang, limits};
use maud::{Markup, html};
use ui::{
    Act, Button, Crumb, PageHead,
    form::{Field, FieldProblem, Form as FormFrame},
};

pub(super) fn view(
    lang: Lang,
    id: TemplateId,
    title: &str,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = words::texts(lang);
    let action = format!("/brief_templates/{id}");
    let version = input.seen_version.to_string();
    let text = |name: &'static str, label: String, value: &str| {
        let problem = FieldProblem::of(problems, name);
        ui::form::text(lang, Field::new(name, &label, value).problem(problem))
    };
    let (body_label, body_help) = (t.field_body(), t.template_body_help());
    let body = Field::new("body", &body_label, &input.body)
        .help(&body_help)
        .limit(BODY_CHARS_MAX)
        .problem(FieldProblem::of(problems, "body"));
    let name = t.template_name();
    html! {
        (ui::page_head(lang, PageHead {
            title,
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs"), Crumb::new(t.templates_title(), "/brief_templates")],
            ..PageHead::default()
        }))
        (ui::form::form(lang, FormFrame { action: &action, problems, draft: &action, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &input.entry))
            (ui::form::hidden("seen_version", &version))
            (ui::form::text(lang, Field::new("template_title", &name, &input.template_title).required().limit(limits::TITLE_CHARS_MAX).problem(FieldProblem::of(problems, "template_title"))))
            (text("title", t.field_title(), &input.title))
            (ui::form::text_area(lang, body))
            (ui::form::text_area(lang, Field::new("editors_note", &t.field_editors_note(), &input.editors_note).problem(FieldProblem::of(problems, "editors_note"))))
            (text("name", t.field_name(), &input.name))
            (text("office", t.field_office(), &input.office))
            (text("report_to", t.field_report_to(), &input.report_to))
            (text("send_to", t.field_send_to(), &input.send_to))
            (text("issue_to", t.field_issue_to(), &input.issue_to))
            (text("copies", t.field_copies(), &input.copies))
            (ui::form::checkbox(lang, Field::new("withdrawn", &t.template_withdraw(), "yes"), input.withdrawn.is_some()))
            (ui::acts(html! {
                (ui::button(Button { label: &t.draft_save(), act: Act::Primary, ..Button::default() }))
            }))
        }))
    }
}
