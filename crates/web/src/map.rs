//! Which address is which page, asked from outside the router: a link to a page that would not open is not shown.
use crate::{Access, Listed};
use axum::http::Method;
use kernel::Actor;

pub(crate) struct Map(Vec<Listed>);

impl Map {
    pub(crate) fn new(listed: Vec<Listed>) -> Map {
        Map(listed)
    }

    /// Whether a link to `href` opens for this person. An address that is no page of ours does not.
    pub(crate) fn admits(&self, href: &str, actor: &Actor) -> bool {
        let path = href.split(['?', '#']).next().unwrap_or_default();
        let access: Option<Access> = self
            .0
            .iter()
            .filter(|page| page.method == Method::GET && matches(page.path, path))
            .map(|page| page.access)
            .next();
        access.is_some_and(|access| access.admits(Some(actor)))
    }
}

/// Whether `path` fits `pattern`, in which `{name}` stands for any one segment.
fn matches(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some(wanted), Some(there)) if wanted == there => {}
            (Some(wanted), Some(there)) if wanted.starts_with('{') && !there.is_empty() => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_placeholder_fits_one_segment_and_nothing_else_is_guessed() {
        assert!(matches("/figures/{figure}", "/figures/branches"));
        assert!(matches("/mine", "/mine"));
        assert!(!matches("/figures/{figure}", "/figures"));
        assert!(!matches("/figures/{figure}", "/figures/"));
        assert!(!matches("/figures/{figure}", "/figures/a/b"));
    }
}
