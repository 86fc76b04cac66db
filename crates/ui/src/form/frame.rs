use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// The frame of a form that changes something. Conditions of a list stand in [`crate::query_bar`] instead.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form<'a> {
    pub action: &'a str,
    pub csrf: Option<&'a str>,
    /// Carries a file.
    pub multipart: bool,
    /// Key under which unsent input is kept on this device and put back; empty for forms that are not kept.
    /// Use the page's path, and the entry's id where several can be open.
    pub draft: &'a str,
    /// Key of another form's draft that has done its work once this is sent: it was begun there. Empty: none.
    pub ends_draft: &'a str,
    /// Unique on the page where there is more than one form; also what `Button::form` names.
    pub id: &'a str,
    /// What htmx replaces with the answer, for instance `#main`. Empty: an ordinary post.
    pub target: &'a str,
    pub problems: &'a [FieldProblem],
    /// Waits on this device when there is no network, and is sent later; `None` for forms that need the server at once.
    pub offline: Option<Offline<'a>>,
}

/// A form that can be sent without network. It carries a hidden `entry`, by which the server knows it again.
/// The page it stands on is answered with `web::KeptOffline`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offline<'a> {
    /// What it is, in the list of what waits: "a visit".
    pub title: &'a str,
    /// The page where it can be opened again.
    pub page: &'a str,
    /// Name of the field whose value says which one it is; empty when there is none.
    pub label: &'a str,
    /// The form stays on its page and shows beside itself what became of it ([`outbox_state`]), for lists with a form
    /// a row. Says which row; unique among all forms that may wait.
    pub stay: Option<&'a str>,
}

/// Where a form that stays on its page says "waiting", "sent" or why it was refused.
pub fn outbox_state() -> Markup {
    html! { span class="outbox-said" role="status" data-outbox-said {} }
}

/// A field that needs a change; the summary at the top of the form links to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// Id of the control, which is its name unless the field said otherwise.
    pub field: String,
    pub message: String,
}

impl FieldProblem {
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message: message.into(),
        }
    }

    /// The message for one field, for [`crate::form::Field::problem`].
    pub fn of<'a>(problems: &'a [FieldProblem], field: &str) -> Option<&'a str> {
        problems
            .iter()
            .find(|problem| problem.field == field)
            .map(|problem| problem.message.as_str())
    }

    /// Adds one that was found later; a field tells one problem, the first.
    pub fn add(problems: &mut Vec<FieldProblem>, problem: FieldProblem) {
        if FieldProblem::of(problems, &problem.field).is_none() {
            problems.push(problem);
        }
    }
}

/// A post form in one column. The browser's own checks are off: the server's sentences are better.
pub fn form(lang: Lang, form: Form<'_>, body: Markup) -> Markup {
    let draft = (!form.draft.is_empty()).then_some(form.draft);
    let target = (!form.target.is_empty()).then_some(form.target);
    html! {
        form class="form" method="post" action=(form.action) novalidate
            id=[(!form.id.is_empty()).then_some(form.id)]
            enctype=[form.multipart.then_some("multipart/form-data")]
            data-draft=[draft]
            data-draft-ends=[(!form.ends_draft.is_empty()).then_some(form.ends_draft)]
            data-offline=[form.offline.map(|offline| offline.title)]
            data-offline-page=[form.offline.map(|offline| offline.page)]
            data-offline-label=[form.offline.map(|offline| offline.label)]
            data-offline-stay[form.offline.is_some_and(|offline| offline.stay.is_some())]
            data-offline-key=[form.offline.and_then(|offline| offline.stay)]
            // The form with what is wrong with it is the answer that is wanted.
            hx-post=[target.map(|_| form.action)] hx-target=[target] hx-status:422=[target.map(|_| "swap:innerHTML")]
        {
            @if let Some(csrf) = form.csrf { input type="hidden" name="csrf" value=(csrf); }
            (problem_summary(lang, &in_order(form.problems, &body)))
            (body)
        }
    }
}

/// In the order in which the fields stand in the form, whoever found them; of the whole form last.
fn in_order(problems: &[FieldProblem], body: &Markup) -> Vec<FieldProblem> {
    let mut problems = problems.to_vec();
    problems.sort_by_cached_key(|problem| {
        let id = format!("id=\"{}\"", problem.field);
        body.0.find(&id).unwrap_or(usize::MAX)
    });
    problems
}

/// How many fields need a change, each with a link to it.
pub fn problem_summary(lang: Lang, problems: &[FieldProblem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div class="problem-summary" role="alert" tabindex="-1" data-focus {
                p { (texts(lang).problems_head(problems.len())) }
                ul { @for problem in problems { li { a href={ "#" (problem.field) } { (problem.message) } } } }
            }
        }
    }
}

/// Fields side by side where there is room.
pub fn form_row(fields: Markup) -> Markup {
    html! { div class="form-row" { (fields) } }
}
