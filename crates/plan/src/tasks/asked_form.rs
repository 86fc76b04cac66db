//! The frame of a form that asks something about a task: its head, and what has to be known of the task.
use crate::{
    campaigns::campaign::Campaign,
    nodes::plan::Item,
    view::{campaign as head, sight::Sight},
    words::texts,
};
use kernel::Lang;
use maud::{Markup, html};
use ui::{
    Fact, PageHead,
    form::{self, FieldProblem},
};

/// The task, as it is seen by whoever asks.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) lang: Lang,
    pub(super) sight: &'a Sight,
    pub(super) campaign: &'a Campaign,
    pub(super) item: &'a Item,
}

impl Asked<'_> {
    /// Title and help of the form, the deadline and the lead unit.
    pub(super) fn head(&self, title: &str, help: &str) -> Markup {
        let (t, node) = (texts(self.lang), &self.item.node);
        let due = node.due.map_or_else(String::new, |due| due.to_string());
        let lead = Vec::from_iter(node.lead_unit);
        let lead = crate::units::names(&self.sight.directory, &lead, self.lang);
        let facts = [
            Fact::text(t.deadline(), &due),
            Fact::text(t.lead_unit(), &lead),
        ];
        let page_head = PageHead {
            title,
            sub: Some(html! { p { (node.title) } p class="hint" { (help) } }),
            crumbs: &head::crumbs_of_task(self.lang, self.campaign, &node.title, node.id),
            ..PageHead::default()
        };
        html! { (ui::page_head(self.lang, page_head)) (ui::facts(&facts)) }
    }

    /// The form, kept as a draft until it is sent.
    pub(super) fn form(&self, action: &str, problems: &[FieldProblem], body: Markup) -> Markup {
        let frame = form::Form {
            action,
            draft: action,
            problems,
            ..form::Form::default()
        };
        form::form(self.lang, frame, body)
    }
}
