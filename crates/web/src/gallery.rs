//! The gallery: every component in each state worth seeing. Served only where `Settings::gallery` is set.
use crate::{Access, App, Frame, Pages, WebError, words::texts};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::Lang;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{PageHead, PageKind, gallery::specimens};

pub(crate) fn pages() -> Pages {
    Pages::default()
        .get(Access::Anyone, list)
        .get(Access::Anyone, show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/gallery")]
pub struct GalleryUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/gallery/{specimen}")]
pub struct SpecimenUrl {
    pub specimen: String,
}

async fn list(_: GalleryUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    only_where_wanted(&app)?;
    let title = texts(frame.lang).gallery_title();
    let head = PageHead {
        title: &title,
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(frame.lang, head))
        ul {
            @for specimen in specimens(frame.lang) {
                li { a href=(SpecimenUrl { specimen: specimen.name.to_owned() }) { (specimen.name) } }
            }
        }
    };
    Ok(frame.kind(PageKind::Public).page(&title, main))
}

async fn show(url: SpecimenUrl, State(app): State<App>, lang: Lang) -> Result<Markup, WebError> {
    only_where_wanted(&app)?;
    specimens(lang)
        .into_iter()
        .find(|specimen| specimen.name == url.specimen)
        .map(|specimen| specimen.page(lang))
        .ok_or(WebError::NotFound)
}

fn only_where_wanted(app: &App) -> Result<(), WebError> {
    if app.settings.gallery {
        Ok(())
    } else {
        Err(WebError::NotFound)
    }
}
