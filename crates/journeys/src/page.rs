use crate::{GLANCE, PATIENCE, target, watch::Watch};
use anyhow::{Context, Result, anyhow, bail};
use chromiumoxide::cdp::{
    browser_protocol::emulation::{
        SetDeviceMetricsOverrideParams, SetScriptExecutionDisabledParams,
        SetTouchEmulationEnabledParams,
    },
    browser_protocol::network::{
        EmulateNetworkConditionsByRuleParams, Headers, NetworkConditions,
        OverrideNetworkStateParams, SetExtraHttpHeadersParams,
    },
    js_protocol::runtime::{EvaluateParams, RemoteObject},
};
use serde::de::DeserializeOwned;
use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};
use tokio::time::{Instant, sleep};

/// Functions that find things as a person does: by what is written on them.
const FINDING: &str = include_str!("finding.js");

/// What people look through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewport {
    /// An office screen, 1366x768.
    Desktop,
    /// A phone held upright, 390x844, touched rather than clicked.
    Phone,
}

/// How a step names the thing it is about.
#[derive(Debug, Clone)]
pub enum Target {
    /// What is written on it, or its label.
    Name(String),
    Css(String),
}

/// Names a thing by selector, where no words do.
pub fn css(selector: impl Into<String>) -> Target {
    Target::Css(selector.into())
}

impl From<&str> for Target {
    fn from(name: &str) -> Self {
        Target::Name(name.to_owned())
    }
}

/// A tab as a person sees it. Steps wait for what they need, and fail with what was there instead.
///
/// Complaints that no step reported make the drop panic: a test cannot forget to look.
pub struct Page {
    pub(crate) tab: chromiumoxide::Page,
    pub(crate) watch: Watch,
    patience: Duration,
}

impl Page {
    pub(crate) fn new(tab: chromiumoxide::Page, watch: Watch) -> Self {
        Self {
            tab,
            watch,
            patience: PATIENCE,
        }
    }

    pub async fn resize(&self, viewport: Viewport) -> Result<()> {
        let (width, height, scale, phone) = match viewport {
            Viewport::Desktop => (1366, 768, 1.0, false),
            Viewport::Phone => (390, 844, 2.0, true),
        };
        let mut metrics = SetDeviceMetricsOverrideParams::new(width, height, scale, phone);
        metrics.screen_width = Some(width);
        metrics.screen_height = Some(height);
        self.tab.execute(metrics).await?;
        self.tab
            .execute(SetTouchEmulationEnabledParams::new(phone))
            .await?;
        Ok(())
    }

    /// How long steps wait; short where the test is that a step fails.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// Whether pages may run script, from the next page on.
    pub async fn set_script(&self, on: bool) -> Result<()> {
        self.tab
            .execute(SetScriptExecutionDisabledParams::new(!on))
            .await?;
        Ok(())
    }

    pub async fn set_offline(&self, offline: bool) -> Result<()> {
        self.watch.set_offline(offline);
        // Requests fail, and the page is told that there is no network.
        let (all, unlimited) = ("", -1.0);
        let limits = NetworkConditions::new(all, 0.0, unlimited, unlimited);
        self.tab
            .execute(EmulateNetworkConditionsByRuleParams::new(
                offline,
                vec![limits],
            ))
            .await?;
        self.tab
            .execute(OverrideNetworkStateParams::new(
                offline, 0.0, unlimited, unlimited,
            ))
            .await?;
        Ok(())
    }

    /// Requests may fail from now on (or no more): the server is gone, and the browser does not know it.
    pub fn expect_no_answers(&self, expected: bool) {
        self.watch.set_offline(expected);
    }

    /// The language that the browser asks for: `zh-CN`, `en`.
    pub async fn set_language(&self, language: &str) -> Result<()> {
        let headers = serde_json::json!({ "Accept-Language": language });
        self.tab
            .execute(SetExtraHttpHeadersParams::new(Headers::new(headers)))
            .await?;
        Ok(())
    }

    /// An answer with this status is what the test is about, not a complaint. (422 never is one.)
    pub fn expect_status(&self, status: u16) {
        self.watch.expect_status(status);
    }

    /// What the page complained about since last asked. A test that provokes a complaint takes it here.
    pub fn take_problems(&self) -> Vec<String> {
        self.watch.take_problems()
    }

    /// The address without scheme and host: `/tasks?page=2`.
    pub async fn path(&self) -> Result<String> {
        self.look("location.pathname + location.search").await
    }

    /// All that can be read on the page.
    pub async fn text(&self) -> Result<String> {
        self.look("document.body.innerText").await
    }

    /// Evaluates an expression of JavaScript; a promise is awaited.
    pub async fn look<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let value = self.evaluate(expression, true).await?.value;
        let value = value.unwrap_or(serde_json::Value::Null);
        serde_json::from_value(value).with_context(|| format!("`{expression}`"))
    }

    /// Calls a function of `finding.js`.
    pub(crate) async fn find<T: DeserializeOwned>(&self, call: &str) -> Result<T> {
        self.look(&format!("(() => {{ {FINDING}\nreturn {call}; }})()"))
            .await
    }

    /// The object itself that a function of `finding.js` gives.
    pub(crate) async fn find_object(&self, call: &str) -> Result<RemoteObject> {
        self.evaluate(&format!("(() => {{ {FINDING}\nreturn {call}; }})()"), false)
            .await
    }

    async fn evaluate(&self, expression: &str, by_value: bool) -> Result<RemoteObject> {
        let params = EvaluateParams::builder()
            .expression(expression)
            .return_by_value(by_value)
            .await_promise(by_value)
            .build()
            .map_err(|reason| anyhow!(reason))?;
        let returned = self.tab.execute(params).await?.result;
        if let Some(exception) = returned.exception_details {
            let text = exception.exception.and_then(|thrown| thrown.description);
            bail!(text.unwrap_or(exception.text));
        }
        Ok(returned.result)
    }

    /// Waits until nothing is loading any more.
    pub(crate) async fn settle(&self) -> Result<()> {
        // A click's request begins a moment after it; two quiet glances in a row are rest.
        let (begun, mut quiet) = (Instant::now(), 0);
        while quiet < 2 {
            sleep(GLANCE).await;
            let under_way = self.watch.under_way();
            let ready = self.look::<String>("document.readyState").await;
            let rests = under_way.is_empty() && ready.is_ok_and(|state| state == "complete");
            quiet = if rests { quiet + 1 } else { 0 };
            if begun.elapsed() > self.patience {
                bail!("still loading: {under_way:?}");
            }
        }
        Ok(())
    }

    /// Tries until it comes out, or patience ends.
    pub(crate) async fn until<T>(&self, attempt: impl AsyncFn() -> Result<T>) -> Result<T> {
        let begun = Instant::now();
        loop {
            let failure = match attempt().await {
                Ok(value) => return Ok(value),
                Err(failure) => failure,
            };
            if begun.elapsed() > self.patience {
                return Err(failure);
            }
            sleep(GLANCE).await;
        }
    }

    /// Ends a step: adds to a failure what was there instead, and makes a failure of a complaint.
    pub(crate) async fn end<T>(&self, step: String, outcome: Result<T>) -> Result<T> {
        let problems = self.watch.take_problems();
        let failure = match outcome {
            Ok(value) if problems.is_empty() => return Ok(value),
            Ok(_) => anyhow!("the page complained"),
            Err(failure) => failure,
        };
        let path = self.path().await.unwrap_or_default();
        let text = self.text().await.unwrap_or_default();
        let text: String = text.chars().take(600).collect();
        let picture = self.picture_of_failure().await.unwrap_or_default();
        Err(failure.context(format!(
            "{step} at {path}\n  complaints: {problems:?}\n  picture: {picture}\n  text: {text}\n"
        )))
    }

    async fn picture_of_failure(&self) -> Result<String> {
        static NUMBER: AtomicUsize = AtomicUsize::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = target().join(format!(
            "journeys/failed-{}-{number}.png",
            std::process::id()
        ));
        tokio::time::timeout(Duration::from_secs(5), self.screenshot(&path)).await??;
        Ok(path.display().to_string())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let problems = self.watch.take_problems();
        if !problems.is_empty() && !std::thread::panicking() {
            panic!("the page complained: {problems:?}");
        }
    }
}
