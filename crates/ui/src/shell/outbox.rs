//! What every page of somebody who is logged in brings along to work without network.
use crate::{assets, words::Texts};
use maud::{Markup, html};

/// Whose forms may wait on this device, and what opens there without network.
#[derive(Debug, Clone, Copy)]
pub struct Outbox<'a> {
    /// Who is logged in, as the server knows them: a form is sent for nobody else.
    pub writer: &'a str,
    /// Paths of the pages to keep at hand, with a space between.
    pub pages: &'a str,
}

/// Before `app.js`, so that a form that stays on its page is taken over before it counts as sent.
pub(super) fn scripts() -> Markup {
    html! {
        script src=(assets::url("outbox.js")) defer {}
        script src=(assets::url("offline.js")) defer {}
    }
}

/// Says how many forms wait, wherever the person is. Shown by script, as the forms are known to this device only.
pub(super) fn strip(t: &Texts) -> Markup {
    let count = "{count}";
    html! {
        p class="outbox-strip" role="status" hidden data-outbox-strip
            data-word-strip-waiting=(t.outbox_strip_waiting(count))
            data-word-strip-refused=(t.outbox_strip_refused(count))
            data-word-log-in=(t.outbox_strip_log_in(count))
            data-word-to-outbox=(t.outbox_open())
            data-word-to-log-in=(t.outbox_log_in())
            data-word-refused-head=(t.outbox_refused_head())
            data-word-waiting=(t.outbox_waiting())
            data-word-sent=(t.outbox_sent())
        { span {} " " a href="/outbox" { (t.outbox_open()) } }
    }
}
