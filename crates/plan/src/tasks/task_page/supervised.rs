//! What a task's page shows of its supervision: what is open, the button that takes it over, the promise and the first one.
use super::View;
use crate::{
    nodes::edit_page,
    tasks::{
        acknowledging::AcknowledgementUrl,
        extensions::{
            decide_page::{self, ExtensionUrl},
            extension::{Decision, Extension},
            withdrawing::{WithdrawalUrl, may_withdraw},
        },
        supervision::Supervision,
    },
    view::typed,
    words::texts,
};
use maud::{Markup, html};
use ui::{Button, Notice, NoticeKind, form};

const FORM: &str = "take-over";

impl View<'_> {
    /// What is open between whoever gave the task and whoever does it.
    pub(super) fn open(&self, supervision: &Supervision) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let sent_back = supervision.sent_back(self.item);
        let asked = supervision.asked(self.item);
        let may_decide = edit_page::may_change(self.sight, self.actor, &self.outlook.campaign);
        html! {
            @if supervision.is_to_acknowledge(self.item) { (self.acknowledgement_form()) }
            @if let Some(sent_back) = sent_back {
                (ui::notice(lang, &Notice {
                    kind: NoticeKind::Warning,
                    title: &t.sent_back_on(sent_back.day.to_string()),
                    text: &sent_back.reason,
                    ..Notice::default()
                }))
            }
            @if let Some(nudge) = supervision.nudged(self.item) {
                (ui::notice(lang, &Notice {
                    kind: NoticeKind::Warning,
                    title: &t.nudged_on(nudge.day.to_string()),
                    text: &nudge.reason,
                    ..Notice::default()
                }))
            }
            @if let Some(asked) = asked {
                @let (label, href) = (t.extension_decide(), ExtensionUrl { extension: asked.id }.to_string());
                (ui::notice(lang, &Notice {
                    title: &decide_page::decided(lang, asked),
                    text: &asked.reason,
                    act: may_decide.then_some((&*label, &*href)),
                    ..Notice::default()
                }))
                @if may_withdraw(&self.sight.tree, self.actor, asked, self.sight.today) { (self.withdrawal(asked)) }
            }
        }
    }

    /// One press: there is nothing to say but that the task has arrived. The button stands among the others, the form apart.
    pub(super) fn acknowledgement(&self) -> Markup {
        let t = texts(self.lang);
        let label = t.acknowledge();
        ui::button(Button {
            label: &label,
            form: FORM,
            ..Button::default()
        })
    }

    fn acknowledgement_form(&self) -> Markup {
        let action = AcknowledgementUrl {
            task: self.item.node.id,
        }
        .to_string();
        let frame = form::Form {
            action: &action,
            id: FORM,
            ..form::Form::default()
        };
        let entry = form::hidden("entry", &typed::new_entry().to_string());
        form::form(self.lang, frame, entry)
    }

    /// One press: the request can be made again.
    fn withdrawal(&self, asked: &Extension) -> Markup {
        let lang = self.lang;
        let label = texts(lang).extension_withdraw();
        let action = WithdrawalUrl {
            extension: asked.id,
        }
        .to_string();
        let frame = form::Form {
            action: &action,
            id: "withdraw-request",
            ..form::Form::default()
        };
        let body = html! {
            (form::hidden("entry", &typed::new_entry().to_string()))
            (ui::acts(ui::button(Button { label: &label, ..Button::default() })))
        };
        form::form(lang, frame, body)
    }

    /// The promise as it is, and the first one where it was moved.
    pub(super) fn due(&self, extensions: &[Extension]) -> Markup {
        let (t, node) = (texts(self.lang), &self.item.node);
        let granted = extensions
            .iter()
            .filter(|extension| extension.decision == Some(Decision::Granted));
        let (first, times) = (granted.clone().next(), granted.count());
        html! {
            @if let Some(due) = node.due { (due) }
            @if let Some(text) = &node.deadline_text { span class="hint" { " " (text) } }
            @if let Some(first) = first {
                p class="hint" { (t.extended_from(first.due_before.to_string(), times.to_string())) }
            }
        }
    }
}
