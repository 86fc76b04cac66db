//! "Recorded": what has just been done, said once on the next page.
//!
//! It travels in a cookie that lives until it is shown. Nothing is stored, and only our own pages can set it.
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

const COOKIE: &str = "done";
/// Seconds until a message that nobody came to read is forgotten.
const KEPT_SECONDS: i64 = 60;
/// Longest message in bytes, as a cookie holds it: percent-encoded, all in all 4 kB.
const BYTES_MAX: usize = 3_000;

/// Goes on to `href` after an act, and says there what was done.
pub fn done(href: &str, message: &str) -> Response {
    let next = Redirect::to(href);
    if BYTES_MAX < ui::query::encode(message).len() {
        return next.into_response();
    }
    let cookie = Cookie::build((COOKIE, message.to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::seconds(KEPT_SECONDS))
        .build();
    (CookieJar::new().add(cookie), next).into_response()
}

/// What the page before says was done.
pub(crate) fn said(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(COOKIE).map(|cookie| cookie.value().to_owned())
}

/// Takes the message away once a page has shown it.
pub(crate) async fn forget(request: Request, next: Next) -> Response {
    let was_said = CookieJar::from_headers(request.headers())
        .get(COOKIE)
        .is_some();
    let mut response = next.run(request).await;
    let is_page = response.status() == StatusCode::OK
        && response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if was_said && is_page {
        // Kept at hand, the page would say it again and again.
        response.headers_mut().remove(crate::outbox::KEPT_SECONDS);
        response.headers_mut().append(
            header::SET_COOKIE,
            HeaderValue::from_static("done=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"),
        );
    }
    response
}
