use maud::{Markup, html};

/// A sheet of paper as it will print, with checks and remarks in a margin beside it.
pub fn sheet(paper: Markup, margin: Markup) -> Markup {
    html! {
        div class="sheet-frame" {
            article class="sheet" { (paper) }
            @if !margin.0.is_empty() { div class="sheet-margin" { (margin) } }
        }
    }
}
