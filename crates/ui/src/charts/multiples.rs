use super::{
    Style,
    draw::{Anchor, Ink, Pen, ellipsised},
    scale::{Scale, tick_text},
};
use kernel::Lang;
use maud::{Markup, html};

/// One of several small charts with one scale.
#[derive(Debug, Clone, Default)]
pub struct Multiple {
    pub label: String,
    /// The value of the whole, as people write it.
    pub text: String,
    pub href: String,
    pub marks: Vec<MultipleMark>,
}

#[derive(Debug, Clone, Default)]
pub struct MultipleMark {
    /// `None`: not known.
    pub value: Option<f64>,
    pub title: String,
    pub href: String,
}

const WIDTH: f64 = 220.0;
const HEIGHT: f64 = 130.0;

/// The same chart for several units, side by side in their given order, all on one scale so that they can be compared.
pub fn multiples(lang: Lang, style: Style, title: &str, multiples: &[Multiple]) -> Markup {
    let values = multiples
        .iter()
        .flat_map(|multiple| &multiple.marks)
        .filter_map(|mark| mark.value);
    let scale = Scale::around(values);
    html! {
        div class="multiples" role="group" aria-label=(title) {
            @for multiple in multiples { (one(lang, Pen(style), &scale, multiple)) }
        }
    }
}

fn one(lang: Lang, pen: Pen, scale: &Scale, multiple: &Multiple) -> Markup {
    let (left, right, top, bottom) = (8.0, WIDTH - 8.0, 48.0, HEIGHT - 8.0);
    let step = (right - left) / multiple.marks.len().max(1) as f64;
    let y = |value: f64| scale.place(value, bottom, top);
    let highest = scale.ticks.last().copied().unwrap_or(0.0);
    let title = format!("{} {}", multiple.label, multiple.text);
    pen.svg(
        "chart-svg multiple",
        &title,
        WIDTH,
        HEIGHT,
        html! {
            (pen.mark(&multiple.href, &title, html! {
                (pen.target(0.0, 0.0, WIDTH, 38.0))
                (pen.text(left, 14.0, 13.0, Anchor::Start, Ink::Text, &ellipsised(&multiple.label, 15.5)))
                (pen.text(left, 32.0, 13.0, Anchor::Start, Ink::Text, &multiple.text))
            }))
            (pen.line((left, y(highest)), (right, y(highest)), 1.0, Ink::Grid))
            (pen.text(right, y(highest) - 3.0, 10.0, Anchor::End, Ink::Soft, &tick_text(lang, highest)))
            (pen.line((left, y(0.0)), (right, y(0.0)), 1.0, Ink::Axis))
            @for (at, mark) in multiple.marks.iter().enumerate() {
                @if let Some(value) = mark.value {
                    @let from = left + step * at as f64;
                    (pen.mark(&mark.href, &format!("{} {}", multiple.label, mark.title), html! {
                        (pen.target(from, top, step, bottom - top))
                        (pen.rect(from + step * 0.15, y(value.max(0.0)), step * 0.7, y(value.min(0.0)) - y(value.max(0.0)), Ink::Data))
                    }))
                }
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_have_one_scale_and_each_mark_opens() {
        let multiple = |label: &str, value| Multiple {
            label: label.to_owned(),
            text: "5件".to_owned(),
            href: "/figures/done?unit=A".to_owned(),
            marks: vec![MultipleMark {
                value,
                title: "3月 5件".to_owned(),
                href: "/figures/done?unit=A&from=2021-03-01".to_owned(),
            }],
        };
        let both = [multiple("甲", Some(50.0)), multiple("乙", None)];
        let html = multiples(Lang::Zh, Style::Page, "比较", &both).into_string();
        assert_eq!(html.matches(">60<").count(), 2, "{html}");
        assert_eq!(html.matches("<a href=").count(), 3);
        assert!(html.contains("<title>甲 3月 5件</title>"));
    }
}
