use maud::{Markup, html};

/// One view of the same thing; each has its own address.
#[derive(Debug, Clone)]
pub struct Tab {
    label: String,
    href: String,
    count: Option<u64>,
    is_current: bool,
}

impl Tab {
    pub fn new(label: impl Into<String>, href: impl Into<String>, is_current: bool) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            count: None,
            is_current,
        }
    }

    pub fn with_count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }
}

/// `label` says what the views have in common, for screen readers.
pub fn tabs(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav class="tabs" aria-label=(label) {
            ul {
                @for tab in tabs {
                    li {
                        a href=(tab.href) aria-current=[tab.is_current.then_some("page")] {
                            (tab.label)
                            @if let Some(count) = tab.count { span class="tab-count" { (count) } }
                        }
                    }
                }
            }
        }
    }
}
