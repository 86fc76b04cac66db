//! The editor on the page: text with its toolbar left, how it will look right; then who else is in it, figures to put in,
//! what units sent, head and foot, history.
use super::{Around, input::Input, url};
use crate::{
    briefs::{brief::BODY_CHARS_MAX, drafting::Text, markup, versions},
    entries::moment,
    words,
};
use kernel::{Lang, limits};
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
    theirs: Option<&Text>,
    looks: Markup,
) -> Markup {
    let t = words::texts(lang);
    let action = url(around.brief.id);
    let preview = format!("{action}/preview");
    let problem = |field: &str| FieldProblem::of(problems, field);
    let (entry, version) = (input.entry.to_string(), input.seen_version.to_string());
    let local = format!("{action}@{}", input.seen_version);
    let body = html! {
        (ui::form::form(lang, FormFrame { action: &action, id: "draft", draft: &local, problems, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::hidden("seen_version", &version))
            (ui::form::text(lang, Field::new("title", &t.field_title(), &input.title).limit(limits::TITLE_CHARS_MAX).problem(problem("title"))))
            (toolbar(lang, &action))
            (ui::form::text_area(lang, Field::new("body", &t.field_body(), &input.body).help(&t.field_body_help()).limit(BODY_CHARS_MAX).problem(problem("body"))))
            (ui::acts(html! {
                (ui::button(Button { label: &t.draft_save(), act: Act::Primary, ..Button::default() }))
                span class="hint" data-needs-script hidden { (t.editor_keys()) }
            }))
            (picker(lang, around, input))
            (head_and_foot(lang, around, input, problems))
        }))
    };
    html! {
        (head(lang, around, &action))
        (meanwhile(lang, around, input, theirs))
        div class="editor" {
            div class="editor-text" { (body) }
            div class="editor-looks" {
                h2 { (t.preview_heading()) }
                div id="preview" hx-post=(preview) hx-include="#draft" hx-trigger="input delay:700ms from:#draft" { (looks) }
            }
        }
        (around.sections)
        (ui::section("history", &t.history_heading(), html! {}, around.history.clone()))
        script src=(ui::assets::url("editor.js")) defer {}
    }
}

fn head(lang: Lang, around: &Around, action: &str) -> Markup {
    let t = words::texts(lang);
    let unit = around.directory.name(around.brief.unit_id, lang);
    let (issue, versions) = (format!("{action}/issue"), format!("{action}/versions"));
    let acts = html! {
        (ui::link_button(&t.versions_title(), &versions, Act::Quiet, None))
        (ui::link_button(&t.brief_to_issue(), &issue, Act::Plain, None))
    };
    ui::page_head(
        lang,
        PageHead {
            title: &t.draft_title(),
            sub: Some(html! { p { (t.draft_sub(unit)) } }),
            acts: Some(acts),
            crumbs: &[Crumb::new(t.briefs_title(), "/briefs")],
        },
    )
}

/// What others did, and what came back of one's own.
fn meanwhile(lang: Lang, around: &Around, input: &Input, theirs: Option<&Text>) -> Markup {
    let t = words::texts(lang);
    let action = url(around.brief.id);
    let copy = format!("{action}/working_copy");
    html! {
        @if let Some(theirs) = theirs {
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, title: &t.stale_title(), text: &t.draft_stale(), ..Notice::default() }))
            (differences(lang, theirs, &input.text(input.as_of.parse().unwrap_or(theirs.as_of))))
            details { summary { (t.draft_theirs()) } pre class="sheet-theirs" { (theirs.body) } }
        }
        @if let Some(at) = around.restored {
            div class="notice tone-info" role="status" {
                div {
                    p { (t.working_copy_restored(moment(at))) }
                    form method="post" action={ (copy) "/discarding" } {
                        (ui::button(Button { label: &t.working_copy_discard(), act: Act::Quiet, ..Button::default() }))
                    }
                }
            }
        }
        // With script what is typed goes to the server every few seconds, and says who else is here; every page says it once.
        div id="kept" class="presence" role="status" hx-post=(copy) hx-include="#draft" hx-trigger="input delay:2s from:#draft" {}
        div id="presence" class="presence" role="status" hx-post={ (action) "/presence" } hx-include="#draft [name=seen_version]"
            hx-trigger="load, every 30s" { (around.presence) }
        div data-older-drafts={ (action) "@" } data-word=(t.draft_older_local()) data-discard=(t.draft_older_discard()) {}
    }
}

/// Everything in which what is saved and what is typed differ. Pictures, charts, restated numbers and sections that were taken
/// over stand in the text, each on lines of its own; who has put in or taken out which is said beside it.
fn differences(lang: Lang, theirs: &Text, mine: &Text) -> Markup {
    let t = words::texts(lang);
    let (only_theirs, only_mine) = embedded_apart(&theirs.body, &mine.body);
    html! {
        details open {
            summary { (t.draft_differs()) }
            @for (label, theirs, mine) in versions::fields(lang, theirs, mine) {
                @if theirs != mine { p class="difference-field" { strong { (label) } } (versions::difference(lang, &theirs, &mine)) }
            }
            @if !only_theirs.is_empty() { p { (t.draft_embedded_theirs(only_theirs.join(" "))) } }
            @if !only_mine.is_empty() { p { (t.draft_embedded_mine(only_mine.join(" "))) } }
        }
    }
}

/// What stands on a line of its own in one text and not in the other.
fn embedded_apart(theirs: &str, mine: &str) -> (Vec<String>, Vec<String>) {
    let sources = |body: &str| -> Vec<String> {
        let standing = markup::read(body).embedded.into_iter();
        standing.map(|one| one.source).collect()
    };
    let (theirs, mine) = (sources(theirs), sources(mine));
    let without = |from: &[String], other: &[String]| {
        let apart = from.iter().filter(|one| !other.contains(one));
        apart.cloned().collect()
    };
    (without(&theirs, &mine), without(&mine, &theirs))
}

/// Marks of the light markup, by mouse or key. Without script they are put at the end of the text.
fn toolbar(lang: Lang, action: &str) -> Markup {
    let t = words::texts(lang);
    let table = format!("| {0}1 | {0}2 |\n|---|--:|\n|  |  |\n", t.toolbar_column());
    let strong = format!("**{}**", t.toolbar_strong_text());
    let lines = [
        (t.toolbar_heading(1), "# ".to_owned(), "1"),
        (t.toolbar_heading(2), "## ".to_owned(), "2"),
        (t.toolbar_heading(3), "### ".to_owned(), "3"),
        (t.toolbar_heading(4), "#### ".to_owned(), "4"),
        (t.toolbar_list(), "- ".to_owned(), "8"),
        (t.toolbar_numbered(), "1. ".to_owned(), "7"),
    ];
    let pictures = format!("{action}/pictures");
    html! {
        div class="editor-tools" role="toolbar" aria-label=(t.toolbar_label()) aria-controls="body" {
            @for (label, mark, key) in &lines {
                button class="button button-quiet" type="submit" name="insert" value=(mark) data-mark-line=(mark) data-key=(key)
                    aria-keyshortcuts={ "Alt+" (key) } { (label) }
            }
            button class="button button-quiet" type="submit" name="insert" value=(strong) data-mark-around="**" data-key="b"
                aria-keyshortcuts="Control+B" { (t.toolbar_strong()) }
            button class="button button-quiet" type="submit" name="insert" value=(table) data-insert=(table) data-insert-into="body"
                data-insert-line { (t.toolbar_table()) }
            a class="button button-quiet" href=(pictures) { (t.toolbar_picture()) }
            a class="button button-quiet" href="#pick" { (t.toolbar_figure()) }
        }
    }
}

fn head_and_foot(lang: Lang, around: &Around, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = words::texts(lang);
    let problem = |field: &str| FieldProblem::of(problems, field);
    let text = |name: &'static str, label: String, value: &str, help: &str| {
        let field = Field::new(name, &label, value).help(help);
        ui::form::text(lang, field.problem(problem(name)))
    };
    let is_open = [
        "name",
        "office",
        "as_of",
        "campaign",
        "editors_note",
        "report_to",
        "send_to",
        "issue_to",
        "copies",
    ]
    .iter()
    .any(|field| problem(field).is_some());
    html! {
        details open[is_open] {
            summary { (t.draft_head_and_foot()) }
            (text("name", t.field_name(), &input.name, ""))
            (text("office", t.field_office(), &input.office, ""))
            (ui::form::date(lang, Field::new("as_of", &t.field_figures_as_of(), &input.as_of).help(&t.field_figures_as_of_help()).problem(problem("as_of"))))
            @if !around.campaigns.is_empty() {
                (ui::form::select(lang, Field::new("campaign", &t.field_campaign(), &input.campaign).problem(problem("campaign")), &around.campaigns))
            }
            (ui::form::text_area(lang, Field::new("editors_note", &t.field_editors_note(), &input.editors_note).problem(problem("editors_note"))))
            (text("report_to", t.field_report_to(), &input.report_to, &t.field_addressees_help()))
            (text("send_to", t.field_send_to(), &input.send_to, ""))
            (text("issue_to", t.field_issue_to(), &input.issue_to, ""))
            (text("copies", t.field_copies(), &input.copies, &t.field_copies_help()))
        }
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
                (around.picked)
            }
        }
    }
}
