//! The frame of a page: handlers hand in the main part, the frame knows the rest.
use crate::{
    App, done,
    outbox::{OUTBOX, writer},
    words::texts,
};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use kernel::{Actor, Lang, Reach, Right};
use maud::Markup;
use std::convert::Infallible;
use ui::{NavItem, Notice, NoticeKind, PageKind, Shell, Sponsor, Viewer};

/// Everything around the main part, taken from the request.
pub struct Frame {
    pub lang: Lang,
    pub actor: Option<Actor>,
    /// Path and query of this page, for links that keep its conditions (`ui::query::with_param`).
    pub path: String,
    app: App,
    kind: PageKind,
    nav_key: Option<String>,
    done: Option<String>,
    search: String,
    refresh_seconds: Option<u32>,
    is_fragment: bool,
}

impl FromRequestParts<App> for Frame {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let Ok(lang) = Lang::from_request_parts(parts, app).await;
        let actor = parts.extensions.get::<Actor>().cloned();
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let mut frame = Frame::new(app, lang, actor, path);
        frame.done = done::said(&parts.headers);
        frame.is_fragment = wants_main_only(parts);
        Ok(frame)
    }
}

impl Frame {
    pub(crate) fn new(app: &App, lang: Lang, actor: Option<Actor>, path: &str) -> Frame {
        Frame {
            lang,
            actor,
            path: path.to_owned(),
            app: app.clone(),
            kind: PageKind::default(),
            nav_key: None,
            done: None,
            search: String::new(),
            refresh_seconds: None,
            is_fragment: false,
        }
    }

    /// Which of the nine kinds of page it is; a record unless said otherwise.
    pub fn kind(self, kind: PageKind) -> Frame {
        Frame { kind, ..self }
    }

    /// The key of the place in the side bar, where the address alone does not tell.
    pub fn under(self, nav_key: impl Into<String>) -> Frame {
        let nav_key = Some(nav_key.into());
        Frame { nav_key, ..self }
    }

    /// Without script, the page asks again after so many seconds.
    pub fn refresh(self, seconds: u32) -> Frame {
        Frame {
            refresh_seconds: Some(seconds),
            ..self
        }
    }

    /// What stands in the search box.
    pub fn searching(self, words: impl Into<String>) -> Frame {
        let search = words.into();
        Frame { search, ..self }
    }

    /// The whole page; or its main part alone, if htmx asked for that.
    pub fn page(&self, title: &str, main: Markup) -> Markup {
        let nav = self.nav();
        let (writer, offline) = self.outbox();
        let settings = &self.app.settings;
        let tell_us = self.tell_us();
        let scope = self.actor.as_ref().map(|actor| self.scope(actor));
        let shell = Shell {
            lang: self.lang,
            title,
            path: &self.path,
            current: self.current(&nav),
            nav: &nav,
            viewer: self.actor.as_ref().map(|actor| Viewer {
                name: &actor.name,
                unit: actor.unit_title(self.lang),
                scope: scope.as_deref().unwrap_or_default(),
                href: self.own_page(actor),
            }),
            outbox: self.actor.as_ref().map(|_| ui::Outbox {
                writer: &writer,
                pages: &offline,
            }),
            notice: self.done.as_deref().map(|text| Notice {
                kind: NoticeKind::Success,
                text,
                ..Notice::default()
            }),
            kind: self.kind,
            search: &self.search,
            tell_us: &tell_us,
            log_in: if self.path.starts_with(crate::LOG_IN) {
                ""
            } else {
                crate::LOG_IN
            },
            sponsor: (!settings.sponsor.is_empty()).then_some(Sponsor {
                name: &settings.sponsor,
                filing_number: &settings.filing_number,
            }),
            refresh_seconds: self.refresh_seconds,
            ..Shell::default()
        };
        if self.is_fragment {
            ui::fragment(shell, main)
        } else if self.actor.is_some() {
            ui::shell(shell, main)
        } else {
            ui::public_shell(shell, main)
        }
    }

    /// Where this reader says what is wrong with this page (rule R7).
    fn tell_us(&self) -> String {
        let configured = &self.app.settings.tell_us;
        match self.app.domains.tell_us() {
            _ if !configured.is_empty() => configured.clone(),
            // The conditions of a list may name people; the page's own address says enough.
            Some(path) => {
                let (here, _) = self.path.split_once('?').unwrap_or((&self.path, ""));
                match here.starts_with(path) || here == "/" || here == crate::PORTAL {
                    true => path.to_owned(),
                    false => ui::query::with_param(path, "page", here),
                }
            }
            None => String::new(),
        }
    }

    /// The form once more (422), with what was typed and what is wrong.
    pub fn again(self, title: &str, main: Markup) -> Response {
        let page = self.kind(PageKind::Form).page(title, main);
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    }

    /// The places in the side bar that this person may go to.
    fn nav(&self) -> Vec<NavItem> {
        let Some(actor) = &self.actor else {
            return Vec::new();
        };
        let own = crate::home::nav(self.lang);
        let theirs = self
            .app
            .domains
            .iter()
            .flat_map(|domain| (domain.nav)(self.lang));
        let mut nav: Vec<NavItem> = own
            .into_iter()
            .chain(theirs)
            .filter(|item| self.app.map.admits(&item.href, actor))
            .collect();
        // Domains stand in the order of work, whatever the order in which they are plugged in.
        nav.sort_by_key(|item| item.group);
        nav
    }

    /// Who writes forms here, and which pages they can open without network.
    fn outbox(&self) -> (String, String) {
        let Some(actor) = &self.actor else {
            return Default::default();
        };
        let domains = self.app.domains.iter();
        let pages: Vec<&str> = [OUTBOX]
            .into_iter()
            .chain(domains.flat_map(|domain| domain.offline.iter().copied()))
            .filter(|page| self.app.map.admits(page, actor))
            .collect();
        (writer(actor), pages.join(" "))
    }

    /// Where the person finds what concerns only them, if a domain has such a page.
    fn own_page(&self, actor: &Actor) -> &'static str {
        const OWN: &str = "/account";
        if self.app.map.admits(OWN, actor) {
            OWN
        } else {
            ""
        }
    }

    /// The item that was named, or the one whose address this page's address begins with.
    fn current<'a>(&'a self, nav: &'a [NavItem]) -> &'a str {
        if let Some(key) = &self.nav_key {
            return key;
        }
        let path = self.path.split('?').next().unwrap_or_default();
        nav.iter()
            .filter(|item| {
                path.strip_prefix(item.href.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
            .max_by_key(|item| item.href.len())
            .map_or("", |item| item.key.as_str())
    }

    fn scope(&self, actor: &Actor) -> String {
        let t = texts(self.lang);
        match actor.reach(Right::Read) {
            Reach::All => t.scope_all(),
            Reach::Some { below, .. } if !below.is_empty() => t.scope_below(),
            Reach::Some { only, .. } if !only.is_empty() => t.scope_unit(),
            Reach::Some { .. } => t.scope_none(),
        }
    }
}

/// htmx names the element that it will replace: `main#main`.
fn wants_main_only(parts: &Parts) -> bool {
    let target = parts.headers.get("hx-target");
    parts.headers.contains_key("hx-request")
        && target.is_some_and(|target| matches!(target.as_bytes(), b"main#main" | b"main"))
}
