//! Drawing a chart of a brief, live or issued: as SVG on the page, as a picture for the Word file.
use super::{
    embed::By,
    embedded::{Chart, Mark},
    frozen::Issue,
    frozen_parts::{FrozenChart, FrozenMark},
};
use crate::{figures::Asked, words};
use chrono::{Datelike, NaiveDate};
use kernel::Lang;
use maud::Markup;
use orgs::Directory;
use ui::charts::{self, Style};

/// A chart as it is drawn: plain values.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    pub title: String,
    pub by: By,
    pub marks: Vec<DrawnMark>,
    pub before: Vec<DrawnMark>,
    /// Up to which day the newest month counts, where it is not over.
    pub running: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DrawnMark {
    pub label: String,
    /// `None`: no data, which is no nought.
    pub value: Option<f64>,
    pub text: String,
    pub href: String,
    /// It would be another number today.
    pub is_changed: bool,
}

impl Drawing {
    pub fn of(chart: &Chart, directory: &Directory) -> Drawing {
        let marks = |marks: &[Mark]| -> Vec<DrawnMark> {
            let drawn = |mark: &Mark| DrawnMark {
                label: mark.label.clone(),
                value: mark
                    .number
                    .as_ref()
                    .and_then(|number| on_axis(number.value.quantity(), chart.in_hundredths)),
                text: mark
                    .number
                    .as_ref()
                    .map(|number| number.shown.clone())
                    .unwrap_or_default(),
                href: mark.number.as_ref().map_or_else(String::new, |number| {
                    Asked::of(&number.scope, directory).url(&number.definition.code)
                }),
                is_changed: false,
            };
            marks.iter().map(drawn).collect()
        };
        Drawing {
            title: chart.title.clone(),
            by: chart.by,
            marks: marks(&chart.marks),
            before: marks(&chart.before),
            running: running(
                chart.by,
                chart
                    .marks
                    .last()
                    .and_then(|mark| Some(mark.number.as_ref()?.scope.as_of)),
            ),
        }
    }

    /// Each mark opens its number of the issue, where `opens` says, by its place; `changed` are the places of numbers that
    /// would be others today.
    pub fn of_issue(
        chart: &FrozenChart,
        issue: &Issue,
        changed: &[usize],
        opens: &dyn Fn(usize) -> String,
    ) -> Drawing {
        let marks = |marks: &[FrozenMark]| -> Vec<DrawnMark> {
            let drawn = |mark: &FrozenMark| {
                let number = mark.number.and_then(|index| issue.numbers.get(index));
                DrawnMark {
                    label: mark.label.clone(),
                    value: number.and_then(|number| {
                        on_axis(number.value.value().quantity(), chart.in_hundredths)
                    }),
                    text: number
                        .map(|number| number.shown.clone())
                        .unwrap_or_default(),
                    href: mark.number.map_or_else(String::new, opens),
                    is_changed: mark.number.is_some_and(|index| changed.contains(&index)),
                }
            };
            marks.iter().map(drawn).collect()
        };
        Drawing {
            title: chart.title.clone(),
            by: chart.by,
            marks: marks(&chart.marks),
            before: marks(&chart.before),
            running: running(
                chart.by,
                chart
                    .marks
                    .last()
                    .and_then(|mark| Some(issue.numbers.get(mark.number?)?.as_of)),
            ),
        }
    }

    /// The chart in Chinese, as briefs are.
    pub fn draw(&self, style: Style) -> Markup {
        let lang = Lang::Zh;
        let marked = |mark: &DrawnMark| {
            if mark.is_changed && style == Style::Page {
                format!("{}※", mark.text)
            } else {
                mark.text.clone()
            }
        };
        match self.by {
            By::Unit => {
                let bars: Vec<charts::Bar> = self
                    .marks
                    .iter()
                    .map(|mark| charts::Bar {
                        label: mark.label.clone(),
                        value: mark.value,
                        text: marked(mark),
                        href: mark.href.clone(),
                    })
                    .collect();
                charts::bars(
                    lang,
                    style,
                    charts::Bars {
                        title: &self.title,
                        bars: &bars,
                    },
                )
            }
            By::Month => {
                let points = |marks: &[DrawnMark]| -> Vec<charts::Point> {
                    marks
                        .iter()
                        .map(|mark| charts::Point {
                            value: mark.value,
                            text: marked(mark),
                            href: mark.href.clone(),
                        })
                        .collect()
                };
                charts::months(
                    lang,
                    style,
                    charts::Months {
                        title: &self.title,
                        this_year: &points(&self.marks),
                        last_year: &points(&self.before),
                        running: &self.running,
                    },
                )
            }
        }
    }

    /// What it shows, in words, for those who do not see it.
    pub fn in_words(&self) -> String {
        let t = words::texts(Lang::Zh);
        let said = self.marks.iter().map(|mark| {
            let label = match self.by {
                By::Unit => mark.label.clone(),
                By::Month => t.chart_month(mark.label.as_str()),
            };
            let text = if mark.text.is_empty() {
                t.no_data()
            } else {
                mark.text.clone()
            };
            format!("{label} {text}")
        });
        let said: Vec<String> = said.collect();
        t.chart_in_words(self.title.as_str(), said.join("；"))
    }
}

fn on_axis(quantity: Option<i64>, in_hundredths: bool) -> Option<f64> {
    let per = if in_hundredths { 100.0 } else { 1.0 };
    quantity.map(|quantity| quantity as f64 / per)
}

/// Said of the newest month, unless it ends on that day.
fn running(by: By, as_of: Option<NaiveDate>) -> String {
    let is_over = |day: NaiveDate| day.succ_opt().is_none_or(|next| next.day() == 1);
    match (by, as_of) {
        (By::Month, Some(day)) if !is_over(day) => {
            words::texts(Lang::Zh).trend_until(day.month(), day.day())
        }
        _ => String::new(),
    }
}
