//! Charts, drawn on the server as SVG with real text.
//!
//! At most one chart answers one question, and the caller puts the table beside it. On a page each mark is a link with
//! a title, colours come from the style sheet (so they follow light and dark), and wide and narrow screens get a
//! drawing of their own, because scaled text cannot be read. [`Style::Standalone`] is one picture without links and
//! with its colours inside, for a Word file.
mod bars;
mod coverage;
mod draw;
mod months;
mod multiples;
mod periods;
mod scale;
mod spark;
mod timetable;

pub use bars::{BARS_MAX, Bar, Bars, bars};
pub use coverage::{Coverage, coverage};
pub use months::{Months, Point, months};
pub use multiples::{Multiple, MultipleMark, multiples};
pub use periods::{PERIODS_MAX, PeriodPoint, Periods, periods};
pub use spark::spark;
pub use timetable::{ROWS_MAX, Span, TimeRow, Timetable, timetable};

/// Where the chart will be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// On a page, under its style sheet.
    #[default]
    Page,
    /// A picture for itself: a complete SVG document, light colours.
    Standalone,
}

#[cfg(test)]
mod tests {
    use super::{Bar, Bars, Coverage, Style, bars, coverage};
    use kernel::Lang;

    fn one_bar(value: Option<f64>, style: Style) -> String {
        let bar = Bar {
            label: "甲<乙".to_owned(),
            value,
            text: "42".to_owned(),
            href: "/figures/x".to_owned(),
        };
        bars(
            Lang::Zh,
            style,
            Bars {
                title: "图",
                bars: &[bar],
            },
        )
        .into_string()
    }

    #[test]
    fn each_mark_on_a_page_opens_its_records_and_takes_its_colour_from_the_style_sheet() {
        let html = one_bar(Some(42.0), Style::Page);
        assert!(
            html.contains(r#"<a href="/figures/x"><title>甲&lt;乙 42</title>"#),
            "{html}"
        );
        assert!(
            !html.contains("fill=\"#") && !html.contains("style="),
            "{html}"
        );
    }

    #[test]
    fn a_picture_for_a_document_has_its_colours_inside_and_no_links() {
        let svg = one_bar(Some(42.0), Style::Standalone);
        assert!(
            svg.starts_with(r#"<svg xmlns="http://www.w3.org/2000/svg""#),
            "{svg}"
        );
        assert!(
            svg.contains("fill=\"#2f6690\"") && !svg.contains("<a ") && !svg.contains("class="),
            "{svg}"
        );
    }

    #[test]
    fn a_value_that_is_not_known_is_no_zero() {
        assert!(one_bar(None, Style::Page).contains("暂无数据"));
        let nothing = coverage(Lang::Zh, Coverage::default()).into_string();
        assert!(
            nothing.contains("暂无数据") && !nothing.contains('%'),
            "{nothing}"
        );
    }
}
