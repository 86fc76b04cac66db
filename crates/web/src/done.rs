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
/// Longest message in bytes, encoded: cookies hold 4 kB.
const BYTES_MAX: usize = 3_000;

/// Goes on to `href` after an act, and says there what was done.
pub fn done(href: &str, message: &str) -> Response {
    let encoded = ui::query::encode(message);
    let next = Redirect::to(href);
    if BYTES_MAX < encoded.len() {
        return next.into_response();
    }
    let cookie = Cookie::build((COOKIE, encoded))
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
    decode(jar.get(COOKIE)?.value())
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
        response.headers_mut().append(
            header::SET_COOKIE,
            HeaderValue::from_static("done=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"),
        );
    }
    response
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        let digits = std::str::from_utf8(&digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_in_any_language_arrives_as_it_was_said() {
        let message = "已记录 3 个支部；100%";
        assert_eq!(
            decode(&ui::query::encode(message)).as_deref(),
            Some(message)
        );
    }

    #[test]
    fn a_damaged_message_is_not_said() {
        assert_eq!(decode("%E5%B7"), None);
        assert_eq!(decode("%zz"), None);
        assert_eq!(decode("%"), None);
    }
}
