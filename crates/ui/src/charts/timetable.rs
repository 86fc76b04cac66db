use super::{
    Style,
    draw::{Anchor, Ink, Pen, Room, ellipsised, n},
};
use crate::{
    Tone,
    words::{Texts, texts},
};
use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::Lang;
use maud::{Markup, html};

/// Most rows that are drawn; the work list has all.
pub const ROWS_MAX: usize = 400;

/// Rows of work over days.
#[derive(Debug, Clone, Copy)]
pub struct Timetable<'a> {
    pub title: &'a str,
    pub from: NaiveDate,
    /// The last day shown.
    pub to: NaiveDate,
    pub today: Option<NaiveDate>,
    pub rows: &'a [TimeRow],
}

#[derive(Debug, Clone, Default)]
pub struct TimeRow {
    pub label: String,
    pub href: String,
    /// 0 is the top of the tree; rows below are set in.
    pub level: u8,
    /// Drawn as a heading over the rows that follow.
    pub is_heading: bool,
    pub spans: Vec<Span>,
    pub deadline: Option<NaiveDate>,
    pub light: Option<Tone>,
    /// The light in words, and whatever else the row's title should say.
    pub note: String,
}

/// A time of work, both days included.
#[derive(Debug, Clone)]
pub struct Span {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Read out and shown on hovering.
    pub title: String,
    pub href: String,
    pub tone: Tone,
    /// On the critical chain: no day to spare.
    pub is_critical: bool,
}

pub fn timetable(lang: Lang, style: Style, chart: Timetable<'_>) -> Markup {
    let drawn = &chart.rows[..chart.rows.len().min(ROWS_MAX)];
    html! {
        (Pen(style).figure(|room| draw(lang, Pen(style), room, &chart, drawn)))
        @if drawn.len() < chart.rows.len() && style == Style::Page {
            p class="hint chart-cut" { (texts(lang).chart_cut(drawn.len(), chart.rows.len())) }
        }
    }
}

const TEXT: f64 = 13.0;
const HEAD: f64 = 40.0;

/// Narrower than this a month's name would touch the next one.
const MONTH_ROOM: f64 = 26.0;

/// Places on one drawing.
struct Paper {
    pen: Pen,
    room: Room,
    left: f64,
    right: f64,
    row: f64,
    from: NaiveDate,
    days: f64,
}

impl Paper {
    /// Where a day begins.
    fn x(&self, day: NaiveDate) -> f64 {
        let days = (day - self.from).num_days() as f64;
        self.left + (days / self.days).clamp(0.0, 1.0) * (self.right - self.left)
    }

    fn end_x(&self, day: NaiveDate) -> f64 {
        self.x(day.checked_add_days(Days::new(1)).unwrap_or(day))
    }

    fn shows(&self, day: NaiveDate) -> bool {
        let days = (day - self.from).num_days() as f64;
        (0.0..self.days).contains(&days)
    }
}

fn draw(lang: Lang, pen: Pen, room: Room, chart: &Timetable<'_>, rows: &[TimeRow]) -> Markup {
    let t = texts(lang);
    let (width, left, row) = match room {
        Room::Wide => (1080.0, 330.0, 28.0),
        Room::Narrow => (350.0, 4.0, 48.0),
    };
    let days = (chart.to - chart.from).num_days().max(0) as f64 + 1.0;
    let paper = Paper {
        pen,
        room,
        left,
        right: width - 6.0,
        row,
        from: chart.from,
        days,
    };
    let bottom = HEAD + rows.len() as f64 * row;
    pen.svg(
        "chart-svg timetable",
        chart.title,
        width,
        bottom + 8.0,
        html! {
            (months_head(t, &paper, chart, bottom))
            // On a phone labels stand over the days: the line runs behind them.
            @if room == Room::Narrow { (today_line(t, &paper, chart, bottom)) }
            @for (at, row) in rows.iter().enumerate() {
                (one_row(t, &paper, row, HEAD + at as f64 * paper.row, width))
            }
            @if room == Room::Wide { (today_line(t, &paper, chart, bottom)) }
        },
    )
}

fn today_line(t: &Texts, paper: &Paper, chart: &Timetable<'_>, bottom: f64) -> Markup {
    html! {
            @if let Some(today) = chart.today.filter(|day| paper.shows(*day)) {
                @let x = (paper.x(today) + paper.end_x(today)) / 2.0;
                (paper.pen.line((x, HEAD - 8.0), (x, bottom), 1.5, Ink::Today))
                (paper.pen.text(x.clamp(paper.left + 14.0, paper.right - 14.0), HEAD - 12.0, 12.0, Anchor::Middle, Ink::Today, &t.chart_today()))
            }
    }
}

/// Month names over light lines; years where they begin; fewer names where there is no room.
fn months_head(t: &Texts, paper: &Paper, chart: &Timetable<'_>, bottom: f64) -> Markup {
    let month_width = (paper.right - paper.left) / (paper.days / 30.4);
    let every = match () {
        () if 30.0 <= month_width => 1,
        () if 15.0 <= month_width => 2,
        () if 10.0 <= month_width => 3,
        () if 5.0 <= month_width => 6,
        () => 12,
    };
    let first = chart.from.with_day(1).unwrap_or(chart.from);
    let starts = (0..)
        .map_while(|at| first.checked_add_months(Months::new(at)))
        .take_while(|day| *day <= chart.to);
    html! {
        @for day in starts {
            @let x = paper.x(day);
            (paper.pen.line((x, HEAD - 4.0), (x, bottom), 1.0, if day.month() == 1 { Ink::Axis } else { Ink::Grid }))
            @let next = day.checked_add_months(Months::new(every)).unwrap_or(chart.to);
            @if day.month0().is_multiple_of(every) && MONTH_ROOM < paper.x(next) - x {
                (paper.pen.text(x + 3.0, 14.0, 12.0, Anchor::Start, Ink::Soft, &month_text(t, day, chart.from, every)))
            }
        }
        (paper.pen.line((0.0, HEAD - 4.0), (paper.right, HEAD - 4.0), 1.0, Ink::Axis))
    }
}

fn month_text(t: &Texts, day: NaiveDate, from: NaiveDate, every: u32) -> String {
    if every == 12 || (day.month() == 1 && from.year() != day.year()) {
        day.year().to_string()
    } else {
        t.month(day.month())
    }
}

fn one_row(t: &Texts, paper: &Paper, row: &TimeRow, top: f64, width: f64) -> Markup {
    let pen = paper.pen;
    let indent = f64::from(row.level.min(4)) * if paper.room == Room::Wide { 14.0 } else { 8.0 };
    let (label_y, bar_y) = match paper.room {
        Room::Wide => (top + 18.5, top + 8.0),
        Room::Narrow => (top + 18.0, top + 27.0),
    };
    let light_room = if row.light.is_some() { 16.0 } else { 0.0 };
    let label_end = if paper.room == Room::Wide {
        paper.left - 10.0
    } else {
        width
    };
    let label = ellipsised(&row.label, (label_end - indent - light_room) / TEXT);
    let title = if row.note.is_empty() {
        row.label.clone()
    } else {
        format!("{} {}", row.label, row.note)
    };
    html! {
        (pen.line((0.0, top + paper.row), (width, top + paper.row), 1.0, Ink::Grid))
        (pen.mark(&row.href, &title, html! {
            (pen.target(0.0, top, label_end, if paper.room == Room::Wide { paper.row } else { 26.0 }))
            @if let Some(tone) = row.light { (pen.shape(&light(tone, indent, label_y - 10.0), Ink::Tone(tone))) }
            @if row.is_heading { g font-weight="600" { (pen.text(indent + light_room, label_y, TEXT, Anchor::Start, Ink::Text, &label)) } }
            @else { (pen.text(indent + light_room, label_y, TEXT, Anchor::Start, Ink::Text, &label)) }
        }))
        @for span in row.spans.iter().filter(|span| span.from <= span.to) {
            @let (from, to) = (paper.x(span.from), paper.end_x(span.to));
            @if from < to {
                (pen.mark(&span.href, &span.title, html! {
                    @if row.is_heading { (pen.rect(from, bar_y + 3.0, (to - from).max(3.0), 6.0, Ink::Before)) }
                    @else { (pen.rect(from, bar_y, (to - from).max(3.0), 12.0, bar_ink(span))) }
                    @if span.is_critical { (pen.line((from, bar_y + 14.5), (to, bar_y + 14.5), 1.5, Ink::Deadline)) }
                }))
            }
        }
        @if let Some(deadline) = row.deadline.filter(|day| paper.shows(*day)) {
            (pen.mark("", &format!("{} {deadline}", t.chart_deadline()), pen.shape(&diamond(paper.end_x(deadline), bar_y + 6.0), Ink::Deadline)))
        }
    }
}

fn bar_ink(span: &Span) -> Ink {
    match span.tone {
        Tone::Idle => Ink::Data,
        tone => Ink::Tone(tone),
    }
}

fn diamond(x: f64, y: f64) -> String {
    format!("M{} {}l5.5 5.5-5.5 5.5-5.5-5.5z", n(x), n(y - 5.5))
}

/// The shape of a light, as in `status_light`, 11 units wide.
fn light(tone: Tone, x: f64, y: f64) -> String {
    let (x, y) = (n(x), n(y));
    match tone {
        Tone::Good => format!("M{x} {y}m0 5.5a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0"),
        Tone::Attention => format!("M{x} {y}m5.5 0 5.5 10.5h-11z"),
        Tone::Bad => format!("M{x} {y}m.5.5h10v10h-10z"),
        Tone::Info => format!("M{x} {y}m5.5-.3 5.8 5.8-5.8 5.8-5.8-5.8z"),
        Tone::Idle => format!(
            "M{x} {y}m1 5.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0m2 0a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1-5 0"
        ),
    }
}
