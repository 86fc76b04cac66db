//! How Luodi looks: the frame of a page, its components, charts, style, scripts and icons.
//!
//! Always true of this crate: it takes plain values and gives back [`maud::Markup`]. It knows nothing of databases, HTTP
//! or rights, asks no clock, and what it draws works without script, without an outside address and under a
//! content security policy without `unsafe-*` (no style or script stands inside the HTML).
//!
//! | for | take |
//! |---|---|
//! | the page | [`shell`], [`public_shell`], [`fragment`] (for htmx), [`PageKind`], [`NavItem`], [`Viewer`], [`Sponsor`] |
//! | its head | [`page_head`], [`breadcrumbs`], [`tabs`] |
//! | a list | [`query_bar`], [`conditions`], [`toolbar`], [`table`], [`pager`], [`empty`] |
//! | a record | [`facts`], [`timeline`], [`two_columns`], [`section`] |
//! | numbers | [`number`], [`big_number`], [`numbers_row`], [`definition`] |
//! | states | [`status_light`], [`badge`], [`notice`], [`progress`], [`whole_page`] |
//! | a form | [`form`] (frame, fields, problems), [`tick_tree`], [`confirm`] |
//! | cards | [`cards`]: short texts; [`qr`]: a code to scan |
//! | acts | [`button`], [`link_button`], [`acts`] |
//! | files of a record | [`attachments`], [`form::files`] |
//! | a tree | [`tree`] |
//! | a brief | [`sheet`]: paper as it will print, with a margin for checks |
//! | charts | [`charts`]: bars, months, timetable, spark line, coverage |
//! | links | [`query::with_param`] keeps a page's conditions |
//! | files | [`assets::get`], [`assets::url`] |
//! | common words | [`words::texts`]`(lang).save()` |
//! | tests | `lint::lint` (feature `lint`), [`gallery::specimens`] |
//!
//! Conventions: single things are structs of `&str` with `Default`; things that come in lists own their text and have
//! constructors taking `impl Into<String>`; `lang` comes first where a component has words of its own.
//! Every form field owns its label, help, error and aria; ids are the field's name unless said otherwise.
//! A page has one `h1`, from [`page_head`] or [`whole_page`]; sections below it use `h2`.
kernel::words!();

pub mod assets;
pub mod charts;
mod components;
pub mod form;
pub mod gallery;
mod icons;
#[cfg(feature = "lint")]
pub mod lint;
pub mod query;
mod shell;

pub use components::*;
pub use icons::{Icon, icon};
pub use shell::{NavItem, Outbox, PageKind, Shell, Sponsor, Viewer, fragment, public_shell, shell};
