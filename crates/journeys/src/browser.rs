use crate::{
    page::{Page, Viewport},
    watch::Watch,
};
use anyhow::{Context, Result, anyhow};
use chromiumoxide::{
    BrowserConfig,
    cdp::browser_protocol::target::{
        CreateBrowserContextParams, CreateTargetParams, SetAutoAttachParams,
    },
};
use futures::StreamExt;
use tempfile::TempDir;
use tokio::task::JoinHandle;

/// Chromium reaches this machine only, asks nobody for updates, and needs no graphics card.
const FLAGS: [&str; 8] = [
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "disable-lcd-text",
    "force-prefers-reduced-motion",
];
const THIS_MACHINE_ONLY: &str =
    "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

/// A Chromium of one's own, with an empty profile. Dropping it ends it.
pub struct Browser {
    chromium: chromiumoxide::Browser,
    events: JoinHandle<()>,
    _profile: TempDir,
}

impl Browser {
    pub async fn launch() -> Result<Self> {
        let profile = TempDir::new()?;
        let config = BrowserConfig::builder()
            .new_headless_mode()
            .no_sandbox()
            .user_data_dir(profile.path())
            .args(FLAGS)
            .arg(THIS_MACHINE_ONLY)
            .launch_timeout(crate::PATIENCE * 3)
            .viewport(None)
            .build()
            .map_err(|reason| anyhow!("{reason}; `cargo xtask test` installs Chromium"))?;
        let (chromium, mut handler) = chromiumoxide::Browser::launch(config)
            .await
            .context("Chromium did not start")?;
        // An event that the library does not know is an error there; later ones still matter.
        let events = tokio::spawn(async move { while handler.next().await.is_some() {} });
        Ok(Self {
            chromium,
            events,
            _profile: profile,
        })
    }

    /// An empty page for another person: cookies are shared with no other page.
    pub async fn page(&self, viewport: Viewport) -> Result<Page> {
        let person = self
            .chromium
            .create_browser_context(CreateBrowserContextParams::default())
            .await?;
        let target = CreateTargetParams::builder()
            .url("about:blank")
            .browser_context_id(person)
            .build()
            .map_err(|reason| anyhow!(reason))?;
        let tab = self.chromium.new_page(target).await?;
        // Attached to, a service worker would wait for a debugger for ever.
        let mut attach = SetAutoAttachParams::new(false, false);
        attach.flatten = Some(true);
        tab.execute(attach).await?;
        let watch = Watch::over(&tab).await?;
        let page = Page::new(tab, watch);
        page.resize(viewport).await?;
        Ok(page)
    }

    /// Ends it in good order. (Dropping ends it too, but leaves the waiting to the runtime.)
    pub async fn close(mut self) -> Result<()> {
        self.chromium.close().await?;
        self.chromium.wait().await?;
        self.events.abort();
        Ok(())
    }
}
