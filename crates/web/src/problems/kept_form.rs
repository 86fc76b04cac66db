//! A form that was refused because its period is closed, kept on the page that says so: with another day, or once the period
//! is open again, it is sent from there. So no domain has to know of closed periods, and nothing typed is lost.
use crate::words::texts;
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
use std::sync::{Arc, Mutex, PoisonError};
use ui::{
    Act, Button,
    form::{self, Field, Form, Width},
};

/// What went by of a form's body, for the case that it is needed.
#[derive(Clone, Default)]
pub(super) struct Passed(Arc<Mutex<Vec<Bytes>>>);

/// Looks on while the body of an ordinary form is read by its handler. Files are not kept.
pub(super) fn watch(request: Request) -> (Request, Option<Passed>) {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is_form = kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    });
    if request.method() != Method::POST || !is_form {
        return (request, None);
    }
    let passed = Passed::default();
    let keep = passed.clone();
    let request = request.map(|body| {
        let chunks = body.into_data_stream().inspect(move |chunk| {
            if let Ok(chunk) = chunk {
                keep.0
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(chunk.clone());
            }
        });
        Body::from_stream(chunks)
    });
    (request, Some(passed))
}

impl Passed {
    /// The form once more: days that are closed can be changed, all else is sent as it was typed.
    pub(super) fn form(&self, lang: Lang, action: &str, closed: ClosedPeriod) -> Option<Markup> {
        let t = texts(lang);
        let chunks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let body = chunks.concat();
        let fields: Vec<(String, String)> = serde_html_form::from_bytes(&body).ok()?;
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
                p { (t.period_closed_kept()) }
                @for (name, value) in rest { (form::hidden(name, value)) }
                @for (name, value) in days {
                    (form::date(lang, Field::new(name, &label, value).required().help(&help).width(Width::Short)))
                }
                (ui::acts(html! { (ui::button(Button { label: &send, act: Act::Primary, ..Button::default() })) }))
            },
        ))
    }
}
