//! What happened to a record, from the book.
use super::{names, url};
use kernel::Lang;
use ledger::entry::{self, Entry};
use maud::{Markup, html};
use ui::{Event, Tone};
use web::{App, WebError};

/// The history of one record, oldest first, as a timeline.
pub async fn history(app: &App, lang: Lang, kind: &str, id: &str) -> Result<Markup, WebError> {
    let reader = app.db.reader();
    let entries = entry::history(reader, kind, id).await?;
    let names = names(reader, entries.iter().map(|entry| entry.actor)).await?;
    let event = |entry: &Entry| {
        let who = names.get(&entry.actor).cloned().unwrap_or_default();
        let what = html! { a href=(url(entry.id)) { (app.domains.act(&entry.kind, lang)) } };
        let event = Event::new(super::moment(entry.recorded_at), who, what);
        let event = if entry.corrects.is_some() {
            event.toned(Tone::Attention)
        } else {
            event
        };
        match &entry.reason {
            Some(reason) => event.because(reason.clone()),
            None => event,
        }
    };
    let events: Vec<Event> = entries.iter().map(event).collect();
    Ok(ui::timeline(lang, &events))
}
