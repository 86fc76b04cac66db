//! Requests that change something come from our own pages.
//!
//! Browsers say where a request comes from, in `Sec-Fetch-Site` (on TLS and localhost) and in `Origin` (on every post); a foreign page
//! can neither set nor suppress them. A request with neither is no browser's and carries nobody's cookies by accident.
//! So no page needs a token, and a form from yesterday still works. `SameSite=Lax` on the cookie is the second lock.
use crate::{App, WebError};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    if changes_nothing(request.method()) || is_ours(request.headers(), &app.settings.public_url) {
        next.run(request).await
    } else {
        WebError::ForeignPage.into_response()
    }
}

/// Whether requests of this method change nothing, by their definition.
pub(crate) fn changes_nothing(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn is_ours(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    match text("sec-fetch-site") {
        // `none`: the person did it, by address bar, bookmark or reload.
        Some("same-origin" | "none") => return true,
        Some(_) => return false,
        None => {}
    }
    match text(header::ORIGIN.as_str()) {
        None => true,
        Some(origin) => {
            origin == public_url
                || origin
                    .parse::<Uri>()
                    .ok()
                    .and_then(|origin| Some(origin.authority()?.as_str().to_owned()))
                    .is_some_and(|origin| text(header::HOST.as_str()) == Some(&origin))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn ours(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        });
        is_ours(&headers.collect(), "https://luodi.example.org")
    }

    #[test]
    fn our_own_pages_may_post() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[
            ("origin", "http://10.0.0.7:8080"),
            ("host", "10.0.0.7:8080")
        ]));
        // Behind a proxy that changes `Host`.
        assert!(ours(&[
            ("origin", "https://luodi.example.org"),
            ("host", "127.0.0.1:8080")
        ]));
    }

    #[test]
    fn foreign_pages_may_not() {
        assert!(!ours(&[("sec-fetch-site", "cross-site")]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
        assert!(!ours(&[
            ("origin", "https://evil.example"),
            ("host", "10.0.0.7:8080")
        ]));
        assert!(!ours(&[("origin", "null"), ("host", "10.0.0.7:8080")]));
    }

    #[test]
    fn what_the_browser_says_of_the_site_outweighs_a_matching_origin() {
        assert!(!ours(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://luodi.example.org")
        ]));
    }

    #[test]
    fn a_program_that_is_no_browser_may_post() {
        assert!(ours(&[("host", "10.0.0.7:8080")]));
    }
}
