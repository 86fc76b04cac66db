//! What goes on behind a page: requests under way, and complaints.
use anyhow::Result;
use chromiumoxide::cdp::{
    browser_protocol::{
        log::{EventEntryAdded, LogEntryLevel, LogEntrySource},
        network::{
            EventLoadingFailed, EventLoadingFinished, EventRequestWillBeSent,
            EventResponseReceived, ResourceType,
        },
        page::EventFrameNavigated,
    },
    js_protocol::runtime::{ConsoleApiCalledType, EventConsoleApiCalled, EventExceptionThrown},
};
use futures::{StreamExt, stream};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard},
};

/// A form that comes back with what was typed is an answer, not a fault.
const FORM_COMES_BACK: i64 = 422;

#[derive(Clone, Default)]
pub struct Watch {
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    /// Request id -> address. Streams that never end and data in the page itself are not counted.
    under_way: HashMap<String, Request>,
    /// Requests that came to an end: each kind of event comes by its own way, and the end may overtake the beginning.
    ended: HashSet<String>,
    /// The page that is shown, and those that were.
    shown: Option<String>,
    left: HashSet<String>,
    /// Request id -> address, for those that failed since.
    addresses: HashMap<String, String>,
    problems: Vec<String>,
    expected: BTreeSet<i64>,
    offline: bool,
}

struct Request {
    url: String,
    /// The page that wants it.
    loader: String,
}

enum Event {
    Sent(Arc<EventRequestWillBeSent>),
    Shown(Arc<EventFrameNavigated>),
    Answered(Arc<EventResponseReceived>),
    Finished(Arc<EventLoadingFinished>),
    Failed(Arc<EventLoadingFailed>),
    Logged(Arc<EventEntryAdded>),
    Printed(Arc<EventConsoleApiCalled>),
    Thrown(Arc<EventExceptionThrown>),
}

impl Watch {
    /// Begins to watch a tab, before it has loaded anything.
    pub async fn over(tab: &chromiumoxide::Page) -> Result<Self> {
        let mut events = stream::select_all([
            tab.event_listener().await?.map(Event::Sent).boxed(),
            tab.event_listener().await?.map(Event::Shown).boxed(),
            tab.event_listener().await?.map(Event::Answered).boxed(),
            tab.event_listener().await?.map(Event::Finished).boxed(),
            tab.event_listener().await?.map(Event::Failed).boxed(),
            tab.event_listener().await?.map(Event::Logged).boxed(),
            tab.event_listener().await?.map(Event::Printed).boxed(),
            tab.event_listener().await?.map(Event::Thrown).boxed(),
        ]);
        tab.enable_log().await?;
        let watch = Self::default();
        let watching = watch.clone();
        tokio::spawn(async move {
            while let Some(event) = events.next().await {
                watching.seen().note(event);
            }
        });
        Ok(watch)
    }

    /// An answer with this status is what the test is about.
    pub fn expect_status(&self, status: u16) {
        self.seen().expected.insert(status.into());
    }

    /// Failed requests are natural while there is no network.
    pub fn set_offline(&self, offline: bool) {
        self.seen().offline = offline;
    }

    /// The addresses of requests not answered yet.
    pub fn under_way(&self) -> Vec<String> {
        self.seen()
            .under_way
            .values()
            .map(|request| request.url.clone())
            .collect()
    }

    /// The complaints so far, which are forgotten by this.
    pub fn take_problems(&self) -> Vec<String> {
        std::mem::take(&mut self.seen().problems)
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("nothing panics while it notes")
    }
}

impl Seen {
    fn note(&mut self, event: Event) {
        match event {
            Event::Sent(event) => self.sent(&event),
            Event::Shown(event) => {
                if event.frame.parent_id.is_none() {
                    self.show(event.frame.loader_id.inner());
                }
            }
            Event::Answered(event) => {
                let (status, url) = (event.response.status, &event.response.url);
                if status >= 400 && status != FORM_COMES_BACK && !self.expected.contains(&status) {
                    self.problems.push(format!("{url} answered {status}"));
                }
            }
            Event::Finished(event) => {
                self.end(event.request_id.inner());
            }
            Event::Failed(event) => {
                self.end(event.request_id.inner());
                // Left unfinished because somebody went on to another page.
                let given_up =
                    event.canceled == Some(true) || event.error_text == "net::ERR_ABORTED";
                if !given_up && !self.offline {
                    let url = self.addresses.get(event.request_id.inner());
                    self.problems.push(format!(
                        "{} failed: {}",
                        url.map_or("a request", String::as_str),
                        event.error_text
                    ));
                }
            }
            Event::Logged(event) => {
                // Failed requests are noted above, where the expected ones are known.
                let entry = &event.entry;
                if entry.level == LogEntryLevel::Error && entry.source != LogEntrySource::Network {
                    self.problems
                        .push(format!("the browser says: {}", entry.text));
                }
            }
            Event::Printed(event) => {
                if event.r#type == ConsoleApiCalledType::Error {
                    let words: Vec<String> = event.args.iter().map(spoken).collect();
                    self.problems
                        .push(format!("console.error: {}", words.join(" ")));
                }
            }
            Event::Thrown(event) => {
                let details = &event.exception_details;
                let what = details.exception.as_ref().map(spoken);
                self.problems.push(format!(
                    "script error: {}",
                    what.unwrap_or_else(|| details.text.clone())
                ));
            }
        }
    }

    fn end(&mut self, id: &str) {
        self.under_way.remove(id);
        self.ended.insert(id.to_owned());
    }

    /// Another page is there: what the one before still asked for is given up, and nobody tells its end.
    fn show(&mut self, loader: &str) {
        if let Some(before) = self.shown.replace(loader.to_owned())
            && before != loader
        {
            self.under_way.retain(|_, request| request.loader != before);
            self.left.insert(before);
        }
    }

    fn sent(&mut self, event: &EventRequestWillBeSent) {
        let url = &event.request.url;
        if is_outside(url) {
            self.problems.push(format!(
                "{url} lies outside; a page may load from its own host only"
            ));
        }
        let id = event.request_id.inner().clone();
        self.addresses.insert(id.clone(), url.clone());
        let loader = event.loader_id.inner().clone();
        // A new page: what the old one waited for does not matter any more.
        if event.r#type == Some(ResourceType::Document) {
            self.under_way.retain(|_, request| request.loader == loader);
        }
        // Streams have no end, and nobody waits for the icon of the tab (`Other`).
        let endless = [
            ResourceType::EventSource,
            ResourceType::WebSocket,
            ResourceType::Media,
            ResourceType::Other,
        ];
        let ends = !event
            .r#type
            .as_ref()
            .is_some_and(|kind| endless.contains(kind));
        let wanted = !self.ended.contains(&id) && !self.left.contains(&loader);
        if ends && url.starts_with("http") && wanted {
            let url = url.clone();
            self.under_way.insert(id, Request { url, loader });
        }
    }
}

fn spoken(value: &chromiumoxide::cdp::js_protocol::runtime::RemoteObject) -> String {
    match (&value.description, &value.value) {
        (Some(description), _) => description.clone(),
        (None, Some(serde_json::Value::String(text))) => text.clone(),
        (None, Some(value)) => value.to_string(),
        (None, None) => "undefined".to_owned(),
    }
}

/// Whether an address leads off this machine. Data and blobs lie in the page.
fn is_outside(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    ["http", "https", "ws", "wss"].contains(&scheme) && !["127.0.0.1", "localhost"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_machines_are_outside() {
        assert!(is_outside("https://fonts.example/a.woff2"));
        assert!(is_outside("http://127.0.0.1.example/"));
        assert!(!is_outside("http://127.0.0.1:8080/a?b=https://x"));
        assert!(!is_outside("data:image/png;base64,AA"));
        assert!(!is_outside("blob:http://127.0.0.1:8080/1"));
    }
}
