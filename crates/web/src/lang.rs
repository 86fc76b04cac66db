//! The reader's language: what they chose, else what their browser asks for, else the installation's.
use crate::App;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use kernel::Lang;
use std::convert::Infallible;

const COOKIE: &str = "lang";
const PARAMETER: &str = "lang";
const KEPT_DAYS: i64 = 365;

impl FromRequestParts<App> for Lang {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let chosen = parts.extensions.get::<Lang>().copied();
        Ok(chosen.unwrap_or(app.settings.lang))
    }
}

/// `?lang=en` on any page is remembered and taken out of the address; everything else in the address stays.
pub(crate) async fn choose(
    State(app): State<App>,
    cookies: CookieJar,
    mut request: Request,
    next: Next,
) -> Response {
    let asked = request.uri().query().and_then(asked_for);
    if let (Some(lang), &Method::GET) = (asked, request.method()) {
        let here = request
            .uri()
            .path_and_query()
            .map_or("/", |here| here.as_str());
        let there = ui::query::with_param(here, PARAMETER, "");
        let remembered = cookies.add(cookie(lang, app.settings.secure_cookies));
        return (remembered, Redirect::to(&there)).into_response();
    }
    let lang = cookies
        .get(COOKIE)
        .and_then(|cookie| known(cookie.value()))
        .or_else(|| accepted(request.headers()))
        .unwrap_or(app.settings.lang);
    request.extensions_mut().insert(lang);
    next.run(request).await
}

fn asked_for(query: &str) -> Option<Lang> {
    query
        .split('&')
        .filter_map(|part| part.split_once('='))
        .find(|(name, _)| *name == PARAMETER)
        .map(|(_, value)| Lang::from_tag(value))
}

/// The first of our languages in the order in which the browser lists them.
fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let wanted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    wanted.split(',').find_map(known)
}

fn known(tag: &str) -> Option<Lang> {
    let tag = tag.trim().to_ascii_lowercase();
    Lang::ALL
        .into_iter()
        .find(|lang| tag.starts_with(lang.code()))
}

fn cookie(lang: Lang, secure: bool) -> Cookie<'static> {
    Cookie::build((COOKIE, lang.code()))
        .path("/")
        .same_site(SameSite::Lax)
        .http_only(true)
        .secure(secure)
        .max_age(time::Duration::days(KEPT_DAYS))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_first_language_of_ours_that_a_browser_lists_is_taken() {
        for (header, lang) in [
            ("en-GB,en;q=0.9,zh;q=0.5", Some(Lang::En)),
            ("fr-FR, zh-CN;q=0.8, en;q=0.7", Some(Lang::Zh)),
            ("de", None),
        ] {
            let headers =
                HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(header))]);
            assert_eq!(accepted(&headers), lang, "{header}");
        }
    }
}
