use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// Long work under way: what is done and what is left.
///
/// With htmx it asks `poll` every second for its own next state and replaces itself; give no `poll` once the work is
/// done. Without script, set `Shell::refresh_seconds`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Progress<'a> {
    /// Unique on the page.
    pub id: &'a str,
    pub label: &'a str,
    pub done: u64,
    /// `None` while it is not known.
    pub total: Option<u64>,
    /// What is being done right now.
    pub step: &'a str,
    pub poll: Option<&'a str>,
}

pub fn progress(lang: Lang, progress: Progress<'_>) -> Markup {
    let t = texts(lang);
    let done = progress.done.to_string();
    let sum = match progress.total {
        Some(total) => t.progress_of(&done, total.to_string()),
        // Nothing can be counted yet.
        None if progress.done == 0 => String::new(),
        None => t.progress_open(&done),
    };
    html! {
        div class="progress" id=(progress.id)
            hx-get=[progress.poll]
            hx-trigger=[progress.poll.map(|_| "every 1s")]
            hx-swap=[progress.poll.map(|_| "outerHTML")]
            // What is gone is not asked for again.
            hx-status:404=[progress.poll.map(|_| "swap:outerHTML")]
        {
            div class="progress-head" {
                label for={ (progress.id) "-bar" } { (progress.label) }
                span class="progress-sum" { (sum) }
            }
            progress id={ (progress.id) "-bar" } max=[progress.total] value=[progress.total.map(|_| progress.done)] { (sum) }
            p class="progress-step" role="status" {
                (progress.step)
                @if progress.poll.is_some() { " " span class="hint" { (t.progress_leave()) } }
            }
        }
    }
}
