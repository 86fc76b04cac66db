//! What all charts are drawn with.
use super::Style;
use crate::Tone;
use maud::{Markup, html};

/// A colour by what it is for: a class on a page, a value in a standalone picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Soft,
    Grid,
    Axis,
    Data,
    DataSoft,
    Before,
    Today,
    Deadline,
    Tone(Tone),
}

impl Ink {
    fn class(self) -> &'static str {
        match self {
            Ink::Text => "ink-text",
            Ink::Soft => "ink-soft",
            Ink::Grid => "ink-grid",
            Ink::Axis => "ink-axis",
            Ink::Data => "ink-data",
            Ink::DataSoft => "ink-data-soft",
            Ink::Before => "ink-before",
            Ink::Today => "ink-today",
            Ink::Deadline => "ink-deadline",
            Ink::Tone(tone) => tone.class(),
        }
    }

    /// The light scheme's value of the same token.
    fn colour(self) -> &'static str {
        match self {
            Ink::Text => "#1b1f24",
            Ink::Soft => "#4a525b",
            Ink::Grid => "#e4e7ea",
            Ink::Axis => "#868e97",
            Ink::Data => "#2f6690",
            Ink::DataSoft => "#c3d5e4",
            Ink::Before => "#9aa2aa",
            Ink::Today => "#1b1f24",
            Ink::Deadline => "#1b1f24",
            Ink::Tone(Tone::Idle) => "#868e97",
            Ink::Tone(Tone::Good) => "#1b6e3c",
            Ink::Tone(Tone::Attention) => "#855800",
            Ink::Tone(Tone::Bad) => "#b3261e",
            Ink::Tone(Tone::Info) => "#1f5a96",
        }
    }
}

/// Draws in one style.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen(pub Style);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

impl Pen {
    pub fn is_page(self) -> bool {
        self.0 == Style::Page
    }

    fn class(self, kind: &str, ink: Ink) -> Option<String> {
        self.is_page().then(|| format!("{kind} {}", ink.class()))
    }

    fn colour(self, ink: Ink) -> Option<&'static str> {
        (!self.is_page()).then(|| ink.colour())
    }

    pub fn text(self, x: f64, y: f64, size: f64, anchor: Anchor, ink: Ink, text: &str) -> Markup {
        let anchor = match anchor {
            Anchor::Start => None,
            Anchor::Middle => Some("middle"),
            Anchor::End => Some("end"),
        };
        html! {
            text x=(n(x)) y=(n(y)) font-size=(n(size)) text-anchor=[anchor]
                class=[self.class("fill", ink)] fill=[self.colour(ink)] { (text) }
        }
    }

    pub fn rect(self, x: f64, y: f64, width: f64, height: f64, ink: Ink) -> Markup {
        html! {
            rect x=(n(x)) y=(n(y)) width=(n(width.max(0.0))) height=(n(height)) rx=(n((height / 6.0).min(3.0)))
                class=[self.class("fill", ink)] fill=[self.colour(ink)] {}
        }
    }

    pub fn line(self, from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) -> Markup {
        html! {
            line x1=(n(from.0)) y1=(n(from.1)) x2=(n(to.0)) y2=(n(to.1)) stroke-width=(n(width))
                class=[self.class("stroke", ink)] stroke=[self.colour(ink)] {}
        }
    }

    /// A line through points; it breaks where there is no value.
    pub fn through(self, points: &[Option<(f64, f64)>], width: f64, ink: Ink) -> Markup {
        let mut path = String::new();
        let mut pen_is_down = false;
        for point in points {
            if let Some((x, y)) = point {
                let step = if pen_is_down { 'L' } else { 'M' };
                path.push_str(&format!("{step}{} {}", n(*x), n(*y)));
            }
            pen_is_down = point.is_some();
        }
        html! {
            path d=(path) fill="none" stroke-width=(n(width)) stroke-linejoin="round" stroke-linecap="round"
                class=[self.class("stroke", ink)] stroke=[self.colour(ink)] {}
        }
    }

    /// A broken line between two points: what is still going on.
    pub fn broken(self, from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) -> Markup {
        html! {
            line x1=(n(from.0)) y1=(n(from.1)) x2=(n(to.0)) y2=(n(to.1)) stroke-width=(n(width)) stroke-dasharray="4 4"
                class=[self.class("stroke", ink)] stroke=[self.colour(ink)] {}
        }
    }

    /// A dot that is not full: what is still going on.
    pub fn ring(self, x: f64, y: f64, radius: f64, ink: Ink) -> Markup {
        html! {
            circle cx=(n(x)) cy=(n(y)) r=(n(radius)) fill="none" stroke-width="1.5"
                class=[self.class("stroke", ink)] stroke=[self.colour(ink)] {}
        }
    }

    pub fn dot(self, x: f64, y: f64, radius: f64, ink: Ink) -> Markup {
        html! {
            circle cx=(n(x)) cy=(n(y)) r=(n(radius)) class=[self.class("fill", ink)] fill=[self.colour(ink)] {}
        }
    }

    pub fn shape(self, path: &str, ink: Ink) -> Markup {
        html! { path d=(path) class=[self.class("fill", ink)] fill=[self.colour(ink)] {} }
    }

    /// Something that is drawn and opens what it was drawn from.
    pub fn mark(self, href: &str, title: &str, drawn: Markup) -> Markup {
        html! {
            @if self.is_page() && !href.is_empty() {
                a href=(href) { title { (title) } (drawn) }
            } @else {
                g { title { (title) } (drawn) }
            }
        }
    }

    /// A space that can be clicked though nothing is seen there.
    pub fn target(self, x: f64, y: f64, width: f64, height: f64) -> Markup {
        html! {
            @if self.is_page() {
                rect x=(n(x)) y=(n(y)) width=(n(width)) height=(n(height)) fill="transparent" {}
            }
        }
    }

    /// The drawing itself, `width` by `height` units; on a page a unit is a CSS pixel at most.
    pub fn svg(self, class: &str, title: &str, width: f64, height: f64, inside: Markup) -> Markup {
        let view = format!("0 0 {} {}", n(width), n(height));
        html! {
            @if self.is_page() {
                svg class=(class) viewBox=(view) width=(n(width)) height=(n(height)) role="group" aria-label=(title) { (inside) }
            } @else {
                svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) width=(n(width)) height=(n(height)) role="img" aria-label=(title)
                    font-family="Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif"
                {
                    title { (title) }
                    (inside)
                }
            }
        }
    }

    /// Two drawings of the same, one for wide and one for narrow screens; only the wide one when it stands alone.
    pub fn figure(self, drawn: impl Fn(Room) -> Markup) -> Markup {
        html! {
            @if self.is_page() {
                div class="chart chart-wide" { (drawn(Room::Wide)) }
                div class="chart chart-narrow" { (drawn(Room::Narrow)) }
            } @else { (drawn(Room::Wide)) }
        }
    }
}

/// How much room there is: an office screen, or a phone of 390 pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Wide,
    Narrow,
}

/// A coordinate with at most one decimal: half the size of a page with a timetable.
pub(super) fn n(value: f64) -> String {
    // Adding zero turns a negative zero into a plain one.
    let rounded = (value * 10.0).round() / 10.0 + 0.0;
    if rounded.fract() == 0.0 {
        format!("{rounded:.0}")
    } else {
        format!("{rounded:.1}")
    }
}

/// How wide text is, in ems: a Chinese character is one, others are taken as a bit more than half.
pub(super) fn ems(text: &str) -> f64 {
    text.chars().map(char_ems).sum()
}

fn char_ems(c: char) -> f64 {
    if '\u{2e80}' <= c {
        1.0
    } else if c.is_ascii_uppercase() || c == '%' {
        0.68
    } else {
        0.56
    }
}

/// The text, cut with `…` where it would be wider than `room` ems.
pub(super) fn ellipsised(text: &str, room: f64) -> String {
    if ems(text) <= room {
        return text.to_owned();
    }
    let mut width = 1.0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            width += char_ems(*c);
            width <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{ellipsised, ems, n};

    #[test]
    fn a_long_label_is_cut_to_the_room_it_has() {
        assert_eq!(ellipsised("党群工作部", 5.0), "党群工作部");
        assert_eq!(
            ellipsised("高新技术产业开发区综合行政执法大队", 6.0),
            "高新技术产…"
        );
        assert!(
            ems(&ellipsised(
                "Comprehensive administrative law enforcement",
                10.0
            )) <= 10.0
        );
    }

    #[test]
    fn coordinates_have_one_decimal_at_most() {
        assert_eq!([n(3.0), n(2.345), n(-0.04)], ["3", "2.3", "0"]);
    }
}
