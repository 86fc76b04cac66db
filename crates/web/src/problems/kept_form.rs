//! A form that was refused because its period is closed, kept on the page that says so: with another day, or once the period
//! is open again, it is sent from there. So no domain has to know of closed periods, and nothing typed is lost.
use crate::{uploads::KEPT_FIELD, words::texts};
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{Method, header},
};
use chrono::NaiveDate;
use futures::StreamExt;
use kernel::Lang;
use ledger::ClosedPeriod;
use maud::{Markup, html};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ui::{
    Act, Button,
    form::{self, Field, Form, Width},
};

/// What went by of a form's body, for the case that it is needed.
#[derive(Clone, Default)]
pub(crate) struct Passed(Arc<Mutex<Typed>>);

#[derive(Default)]
struct Typed {
    /// An ordinary form, as it came.
    chunks: Vec<Bytes>,
    /// A form with parts: what was typed, and the files by the ids under which they are kept already.
    fields: Vec<(String, String)>,
}

/// Looks on while the body of an ordinary form is read by its handler. A form with parts is too large to be kept here: whoever
/// reads it takes its files in, and tells us the rest ([`Passed::keep`]).
pub(super) fn watch(mut request: Request) -> (Request, Option<Passed>) {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is = |start: &[u8]| kind.is_some_and(|kind| kind.as_bytes().starts_with(start));
    let (is_form, has_parts) = (
        is(b"application/x-www-form-urlencoded"),
        is(b"multipart/form-data"),
    );
    if request.method() != Method::POST || !(is_form || has_parts) {
        return (request, None);
    }
    let passed = Passed::default();
    if has_parts {
        request.extensions_mut().insert(passed.clone());
        return (request, Some(passed));
    }
    let keep = passed.clone();
    let request = request.map(|body| {
        let chunks = body.into_data_stream().inspect(move |chunk| {
            if let Ok(chunk) = chunk {
                keep.typed().chunks.push(chunk.clone());
            }
        });
        Body::from_stream(chunks)
    });
    (request, Some(passed))
}

impl Passed {
    /// Takes down what a form with parts said.
    pub(crate) fn keep(&self, fields: impl IntoIterator<Item = (String, String)>) {
        self.typed().fields.extend(fields);
    }

    fn typed(&self) -> MutexGuard<'_, Typed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The form once more: days that are closed can be changed, all else is sent as it was typed.
    pub(super) fn form(&self, lang: Lang, action: &str, closed: ClosedPeriod) -> Option<Markup> {
        let t = texts(lang);
        let typed = self.typed();
        let mut fields = typed.fields.clone();
        if !typed.chunks.is_empty() {
            fields.extend(
                serde_html_form::from_bytes::<Vec<(String, String)>>(&typed.chunks.concat())
                    .ok()?,
            );
        }
        if fields.is_empty() {
            return None;
        }
        let files = fields.iter().filter(|(name, _)| name == KEPT_FIELD).count();
        let is_closed = |value: &str| {
            value
                .parse::<NaiveDate>()
                .is_ok_and(|day| day <= closed.through)
        };
        let (days, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|(_, value)| is_closed(value));
        let help = t.period_closed_day_help(closed.through.to_string());
        let (label, send) = (t.period_closed_day(), t.period_closed_send());
        let frame = Form {
            action,
            ..Form::default()
        };
        Some(form::form(
            lang,
            frame,
            html! {
                p { (t.period_closed_kept()) @if files != 0 { " " (t.period_closed_files_kept(files)) } }
                @for (name, value) in rest { (form::hidden(name, value)) }
                @for (name, value) in days {
                    (form::date(lang, Field::new(name, &label, value).required().help(&help).width(Width::Short)))
                }
                (ui::acts(html! { (ui::button(Button { label: &send, act: Act::Primary, ..Button::default() })) }))
            },
        ))
    }
}
