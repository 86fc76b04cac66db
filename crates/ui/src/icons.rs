//! Icons: lines on a 24-unit grid, drawn in the colour of the text beside them.
use maud::{Markup, PreEscaped, html};

/// A picture beside a word; it never stands alone, so it is hidden from screen readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Mine,
    Plan,
    Learn,
    Live,
    Serve,
    Develop,
    Inspect,
    Showcase,
    Numbers,
    Brief,
    Organisation,
    Settings,
    More,
    Search,
    Person,
    Add,
    Edit,
    Download,
    Upload,
    Print,
    Back,
    Forward,
    Calendar,
    Filter,
    Check,
    Close,
    Link,
    Empty,
    File,
}

impl Icon {
    pub const ALL: [Icon; 29] = [
        Icon::Mine,
        Icon::Plan,
        Icon::Learn,
        Icon::Live,
        Icon::Serve,
        Icon::Develop,
        Icon::Inspect,
        Icon::Showcase,
        Icon::Numbers,
        Icon::Brief,
        Icon::Organisation,
        Icon::Settings,
        Icon::More,
        Icon::Search,
        Icon::Person,
        Icon::Add,
        Icon::Edit,
        Icon::Download,
        Icon::Upload,
        Icon::Print,
        Icon::Back,
        Icon::Forward,
        Icon::Calendar,
        Icon::Filter,
        Icon::Check,
        Icon::Close,
        Icon::Link,
        Icon::Empty,
        Icon::File,
    ];

    fn path(self) -> &'static str {
        match self {
            Icon::Mine => "M4 13h4l2 3h4l2-3h4M4 13l3-8h10l3 8v6H4z",
            Icon::Plan => "M4 6h7M8 12h9M12 18h8M4 4v4M8 10v4M12 16v4",
            Icon::Learn => {
                "M12 7c-2-1.5-5-2-8-2v13c3 0 6 .5 8 2 2-1.5 5-2 8-2V5c-3 0-6 .5-8 2zM12 7v13"
            }
            Icon::Live => {
                "M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.8 16.2a6 6 0 0 1 0-8.4M16.2 7.8a6 6 0 0 1 0 8.4M5 19a10 10 0 0 1 0-14M19 5a10 10 0 0 1 0 14"
            }
            Icon::Serve => "M5 5h14v11h-7l-4 4v-4H5zM9 9h6M9 12h4",
            Icon::Develop => "M4 20V10l5 3v-3l5 3V5h6v15zM4 20h16M8 17h1M12 17h1M16 17h1",
            Icon::Inspect => "M6 4h9l3 3v13H6zM9 12l2 2 4-4M9 17h6",
            Icon::Showcase => {
                "M12 4l2.3 5 5.2.6-3.9 3.6 1.1 5.3-4.7-2.7-4.7 2.7 1.1-5.3L4.5 9.6 9.7 9z"
            }
            Icon::Numbers => "M4 20h16M7 20v-6M12 20V5M17 20v-9",
            Icon::Brief => "M6 3h9l3 3v15H6zM14 3v4h4M9 11h6M9 14h6M9 17h4",
            Icon::Organisation => "M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3",
            Icon::Settings => "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
            Icon::More => "M4 6h16M4 12h16M4 18h16",
            Icon::Search => "M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.5 15.5L20 20",
            Icon::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.5-4 3-6 7-6s6.5 2 7 6",
            Icon::Add => "M12 5v14M5 12h14",
            Icon::Edit => "M5 19h4L19 9l-4-4L5 15zM13 7l4 4",
            Icon::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Icon::Upload => "M12 16V5M7 9l5-5 5 5M5 20h14",
            Icon::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Icon::Back => "M14 6l-6 6 6 6",
            Icon::Forward => "M10 6l6 6-6 6",
            Icon::Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
            Icon::Filter => "M4 5h16l-6 8v6l-4-2v-4z",
            Icon::Check => "M5 12.5l4.5 4.5L19 7",
            Icon::Close => "M6 6l12 12M18 6L6 18",
            Icon::Link => {
                "M10 14l4-4M8 12l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 12l2-2a3.5 3.5 0 0 0-5-5l-2 2"
            }
            Icon::Empty => "M4 13h4l2 3h4l2-3h4M4 13l3-8h10l3 8v6H4zM10 9h4",
            Icon::File => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        }
    }
}

/// The icon as inline SVG, sized by the text around it.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            path d=(icon.path()) {}
        }
    }
}

/// The mark of the product: something comes down and stands on the ground.
pub fn brand_mark() -> Markup {
    PreEscaped(
        r#"<svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><rect class="brand-ground" width="24" height="24" rx="5"/><path class="brand-line" d="M12 5v9.5M7.5 10.5L12 15l4.5-4.5M6 19h12"/></svg>"#
            .to_owned(),
    )
}
