//! Every page at its word: who is let in, and who is not.
use crate::TestApp;
use axum::body::Body;
use kernel::UnitId;
use web::{Access, Listed};

impl TestApp {
    /// Walks over all pages of all domains: strangers are sent to log in, and whoever lacks the right finds nothing.
    pub async fn assert_access_is_kept(&self) {
        let stranger = self.stranger();
        let nobody = self.people.nobody("无权限者", UnitId(1));
        let nobody = self.sign_in_as(&nobody).await;
        for page in self.app.domains.listed() {
            let path = example(page.path);
            let answer = stranger
                .send(page.method.clone(), &path, None, Body::empty())
                .await;
            let is_asked_to_log_in = answer.status() == 401
                || answer
                    .redirect()
                    .is_some_and(|to| to.starts_with("/log-in?next="));
            assert_eq!(
                is_asked_to_log_in,
                page.access != Access::Anyone,
                "a stranger at {}: {}",
                named(&page),
                answer.status
            );

            if matches!(page.access, Access::Right(_)) {
                let answer = nobody
                    .send(page.method.clone(), &path, None, Body::empty())
                    .await;
                assert_eq!(
                    answer.status(),
                    404,
                    "without the right at {}",
                    named(&page)
                );
            }
        }
    }

    /// The map of the site: method, path, access; one page a line.
    pub fn site_map(&self) -> String {
        let pages = self.app.domains.listed();
        let lines: Vec<String> = pages.iter().map(named).collect();
        lines.join("\n")
    }
}

fn named(page: &Listed) -> String {
    format!("{} {} {:?}", page.method, page.path, page.access)
}

/// An address of this shape. Whether it is there does not matter: the door comes first.
fn example(pattern: &str) -> String {
    let segments: Vec<&str> = pattern
        .split('/')
        .map(|segment| {
            if segment.starts_with('{') {
                "1"
            } else {
                segment
            }
        })
        .collect();
    segments.join("/")
}
