//! The frame around every page.
mod nav;
mod outbox;
mod viewer;

pub use outbox::Outbox;
pub use viewer::Viewer;

use crate::{
    Icon, Notice, assets,
    icons::{brand_mark, icon},
    notice, query,
    words::{Texts, texts},
};
use kernel::Lang;
use maud::{DOCTYPE, Markup, html};

/// What the frame must know. Everything but `lang` and `title` may be left at its default.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shell<'a> {
    pub lang: Lang,
    pub title: &'a str,
    /// Path and query of this page: the language switch keeps the reader where they are.
    pub path: &'a str,
    pub nav: &'a [NavItem],
    /// Key of the [`NavItem`] this page belongs to.
    pub current: &'a str,
    pub viewer: Option<Viewer<'a>>,
    /// Whose forms wait on this device when there is no network. `None` where nobody is logged in.
    pub outbox: Option<Outbox<'a>>,
    /// Shown above the page's head, once: what has just been done.
    pub notice: Option<Notice<'a>>,
    pub kind: PageKind,
    /// Put into the log-out form and into the head, for scripts. `None` where posts are guarded in another way.
    pub csrf: Option<&'a str>,
    /// What is in the search box.
    pub search: &'a str,
    pub sponsor: Option<Sponsor<'a>>,
    /// Where complaints go (rule R7); empty leaves the link out.
    pub tell_us: &'a str,
    /// Where staff log in, offered on public pages to who is not logged in; empty leaves the link out.
    pub log_in: &'a str,
    /// Without script, the page asks again after so many seconds: for long work that shows its progress.
    pub refresh_seconds: Option<u32>,
}

/// A domain, or a page of one, in the side bar.
#[derive(Debug, Clone)]
pub struct NavItem {
    pub key: String,
    pub href: String,
    pub label: String,
    pub icon: Icon,
    /// Items of one group stand together; a line separates groups.
    pub group: u8,
    /// Whether it is one of the (at most four) tabs at the bottom of a phone. The fifth is "more".
    pub tab: bool,
    /// `g` and then this letter goes there.
    pub letter: Option<char>,
}

/// Who runs this installation (rule R8: sponsor and filing number in the footer).
#[derive(Debug, Clone, Copy)]
pub struct Sponsor<'a> {
    pub name: &'a str,
    /// Empty when there is none yet.
    pub filing_number: &'a str,
}

/// The nine kinds of page, each with one layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageKind {
    Mine,
    List,
    #[default]
    Record,
    Form,
    Plan,
    Calendar,
    Figure,
    Brief,
    Public,
}

impl PageKind {
    fn class(self) -> &'static str {
        match self {
            PageKind::Mine => "page-mine",
            PageKind::List => "page-list",
            PageKind::Record => "page-record",
            PageKind::Form => "page-form",
            PageKind::Plan => "page-plan",
            PageKind::Calendar => "page-calendar",
            PageKind::Figure => "page-figure",
            PageKind::Brief => "page-brief",
            PageKind::Public => "page-public",
        }
    }
}

/// A whole page for somebody who is logged in.
pub fn shell(shell: Shell<'_>, main: Markup) -> Markup {
    let t = texts(shell.lang);
    document(
        &shell,
        "shell",
        html! {
            header class="top" {
                a class="brand" href="/" { (brand_mark()) span { (t.brand()) } }
                form class="search" role="search" action="/search" {
                    label class="sr-only" for="site-search" { (t.search()) }
                    (icon(Icon::Search))
                    input id="site-search" type="search" name="q" value=(shell.search) placeholder=(t.search_hint()) maxlength="100" autocomplete="off" aria-keyshortcuts="/";
                    kbd aria-hidden="true" { "/" }
                }
                div class="top-end" {
                    @if let Some(viewer) = shell.viewer { (viewer::card(t, &viewer)) }
                    (language_switch(&shell))
                    @if shell.viewer.is_some() { (log_out(t, shell.csrf)) }
                }
            }
            nav class="side" aria-label=(t.nav_main()) { (nav::list(&shell)) }
            @if shell.outbox.is_some() { (outbox::strip(t)) }
            (main_part(&shell, main))
            (footer(&shell))
            (bottom_tabs(&shell))
            (keys_dialog(&shell))
        },
    )
}

/// A whole page for anybody: log-in, errors, what residents see. Without side bar and search.
pub fn public_shell(shell: Shell<'_>, main: Markup) -> Markup {
    let t = texts(shell.lang);
    document(
        &shell,
        "shell-public",
        html! {
            header class="top" {
                a class="brand" href="/" { (brand_mark()) span { (t.brand()) } }
                div class="top-end" {
                    @if let Some(viewer) = shell.viewer { (viewer::card(t, &viewer)) }
                    @else if !shell.log_in.is_empty() { a class="language" href=(shell.log_in) { (t.log_in()) } }
                    (language_switch(&shell))
                }
            }
            (main_part(&shell, main))
            (footer(&shell))
        },
    )
}

/// The inside of `main` and the title, for an answer to htmx with `hx-target="#main"`.
pub fn fragment(shell: Shell<'_>, main: Markup) -> Markup {
    html! {
        title { (texts(shell.lang).page_title(shell.title)) }
        (main_inside(&shell, main))
    }
}

fn document(shell: &Shell<'_>, class: &str, body: Markup) -> Markup {
    let t = texts(shell.lang);
    html! {
        (DOCTYPE)
        html lang=(shell.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                meta name="format-detection" content="telephone=no";
                // A part that is asked for while somebody types stays as it is where the answer is an error page.
                meta name="htmx-config" content=r#"{"includeIndicatorCSS":false,"history":true,"noSwap":[204,304,"4xx","5xx"]}"#;
                @if let Some(csrf) = shell.csrf { meta name="csrf" content=(csrf); }
                @if let Some(seconds) = shell.refresh_seconds {
                    noscript { meta http-equiv="refresh" content=(seconds); }
                }
                title { (t.page_title(shell.title)) }
                link rel="icon" type="image/svg+xml" href=(assets::url("favicon.svg"));
                link rel="stylesheet" href=(assets::url("app.css"));
                script src=(assets::url("htmx.min.js")) defer {}
                @if shell.outbox.is_some() { (outbox::scripts()) }
                script src=(assets::url("app.js")) defer {}
            }
            body class=(class)
                data-outbox-writer=[shell.outbox.map(|outbox| outbox.writer)]
                data-outbox-pages=[shell.outbox.map(|outbox| outbox.pages)]
                data-word-draft-restored=(t.draft_restored())
                data-word-draft-discard=(t.draft_discard())
            {
                a class="skip" href="#main" { (t.skip_to_main()) }
                (body)
            }
        }
    }
}

fn main_part(shell: &Shell<'_>, main: Markup) -> Markup {
    html! {
        main id="main" class=(shell.kind.class()) tabindex="-1" { (main_inside(shell, main)) }
    }
}

fn main_inside(shell: &Shell<'_>, main: Markup) -> Markup {
    html! {
        @if let Some(shown) = &shell.notice { (notice(shell.lang, shown)) }
        (main)
    }
}

/// Four tabs, and all the rest in a sheet that opens without script.
fn bottom_tabs(shell: &Shell<'_>) -> Markup {
    let t = texts(shell.lang);
    let tabs: Vec<_> = shell.nav.iter().filter(|item| item.tab).take(4).collect();
    let in_tabs = tabs.iter().any(|item| item.key == shell.current);
    html! {
        nav class="tabs-bottom" aria-label=(t.nav_tabs()) {
            @for item in &tabs { (nav::link(item, shell.current)) }
            details class="more" data-popover {
                summary data-current[!in_tabs && !shell.current.is_empty()] { (icon(Icon::More)) span { (t.nav_more()) } }
                div class="more-sheet" {
                    @if let Some(viewer) = shell.viewer {
                        div class="more-viewer" {
                            strong { (viewer::name(t, &viewer)) }
                            span { (viewer.unit) }
                            span { (t.viewer_scope(viewer.scope)) }
                        }
                    }
                    (nav::list(shell))
                    div class="more-end" {
                        (language_switch(shell))
                        @if shell.viewer.is_some() { (log_out(t, shell.csrf)) }
                    }
                }
            }
        }
    }
}

fn language_switch(shell: &Shell<'_>) -> Markup {
    let other = match shell.lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let path = if shell.path.is_empty() {
        "/"
    } else {
        shell.path
    };
    html! {
        a class="language" href=(query::with_param(path, "lang", other.code())) lang=(other.tag()) hreflang=(other.tag()) {
            (texts(shell.lang).other_language())
        }
    }
}

fn log_out(t: &Texts, csrf: Option<&str>) -> Markup {
    html! {
        form class="log-out" method="post" action="/log-out" {
            @if let Some(csrf) = csrf { input type="hidden" name="csrf" value=(csrf); }
            button class="button-quiet" type="submit" { (t.log_out()) }
        }
    }
}

fn footer(shell: &Shell<'_>) -> Markup {
    let t = texts(shell.lang);
    html! {
        footer class="foot" {
            p class="foot-secrets" { (t.no_state_secrets()) }
            p {
                @if !shell.tell_us.is_empty() { a href=(shell.tell_us) { (t.tell_us()) } }
                a href="/rules" { (t.footer_rules()) }
            }
            @if let Some(sponsor) = shell.sponsor {
                p {
                    span { (t.footer_sponsor(sponsor.name)) }
                    @if !sponsor.filing_number.is_empty() { span { (sponsor.filing_number) } }
                }
            }
        }
    }
}

/// What `?` shows.
fn keys_dialog(shell: &Shell<'_>) -> Markup {
    let t = texts(shell.lang);
    html! {
        dialog id="keys" class="dialog" aria-labelledby="keys-title" {
            h2 id="keys-title" { (t.keys_title()) }
            dl class="keys" {
                div { dt { kbd { "/" } } dd { (t.keys_search()) } }
                div { dt { kbd { "?" } } dd { (t.keys_help()) } }
                @for item in shell.nav {
                    @if let Some(letter) = item.letter {
                        div { dt { kbd { "g" } " " kbd { (letter) } } dd { (t.keys_go(&item.label)) } }
                    }
                }
            }
            form method="dialog" { button class="button" type="submit" { (t.keys_close()) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shell, Viewer, fragment, public_shell, shell};
    use kernel::Lang;
    use maud::html;

    fn page(path: &str) -> String {
        let viewer = Some(Viewer {
            name: "柳望舒",
            unit: "党工委办公室",
            scope: "全区",
            href: "/account",
        });
        let frame = Shell {
            title: "任务",
            path,
            viewer,
            csrf: Some("token"),
            ..Default::default()
        };
        shell(frame, html! { h1 { "任务" } }).into_string()
    }

    #[test]
    fn the_language_switch_keeps_the_page_and_its_conditions() {
        let html = page("/tasks?unit=3&lang=zh");
        assert!(
            html.contains(r#"href="/tasks?unit=3&amp;lang=en""#),
            "{html}"
        );
    }

    #[test]
    fn logging_out_is_a_post_that_carries_the_token() {
        let html = page("/tasks");
        assert!(html.contains(r#"<form class="log-out" method="post" action="/log-out"><input type="hidden" name="csrf" value="token">"#));
    }

    #[test]
    fn unit_and_scope_are_always_in_sight() {
        let html = page("/tasks");
        assert!(html.contains("党工委办公室") && html.contains("范围：全区"));
    }

    #[test]
    fn a_public_page_has_neither_search_nor_navigation() {
        let html = public_shell(Shell::default(), html! { h1 { "登录" } }).into_string();
        assert!(!html.contains("site-search") && !html.contains("<nav"));
    }

    #[test]
    fn a_fragment_is_the_inside_of_main_with_the_page_title() {
        let frame = Shell {
            lang: Lang::En,
            title: "Tasks",
            ..Default::default()
        };
        let html = fragment(frame, html! { h1 { "Tasks" } }).into_string();
        assert_eq!(html, "<title>Tasks · Luodi</title><h1>Tasks</h1>");
    }
}
