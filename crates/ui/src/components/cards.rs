use maud::{Markup, html};

/// A short text to be read from some steps away: a wish, a notice.
#[derive(Debug, Clone, Default)]
pub struct Card {
    pub href: String,
    pub text: String,
    /// How it stands, above the text.
    pub mark: Option<Markup>,
    /// A line or two below: from where, since when.
    pub foot: Markup,
    /// Beside the text: a code to scan.
    pub picture: Option<Markup>,
}

/// Cards side by side; on paper two in a row, none of them cut by a page.
pub fn cards(cards: &[Card]) -> Markup {
    html! {
        ul class="cards" {
            @for card in cards {
                li class="card" {
                    div class="card-main" {
                        @if let Some(mark) = &card.mark { (mark) }
                        p class="card-text" { a href=(card.href) { (card.text) } }
                        div class="card-foot" { (card.foot) }
                    }
                    @if let Some(picture) = &card.picture { (picture) }
                }
            }
        }
    }
}
