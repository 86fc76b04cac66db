//! What could be written instead. A proposal is made of words that are read again, so it is always understood.
use super::{
    Campaign, Deadline, Kind, Why, en,
    phrase::{Phrase, Point, Span},
    understand, zh,
};
use crate::WorkingDays;
use chrono::NaiveDate;

/// Without these words the rest would mean another year.
const OTHER_YEAR: &[&str] = &["明年", "次年", "去年", "next year", "last year"];

/// No proposal is longer: a sentence is searched for the few words that matter.
const PART_BYTES_MAX: usize = 60;

pub fn propose(text: &str, why: &Why, campaign: &Campaign, days: &WorkingDays) -> Option<Deadline> {
    let read = |text: &str| understand(text, campaign, days).ok();
    let written = |point: Point| read(&write(point, is_chinese(text)));
    let points = points(text);
    match *why {
        Why::Ambiguous => {
            let clear = |point: Point| Point {
                is_unclear: false,
                ..point
            };
            match points.as_slice() {
                [from, to] => read(&range(clear(*from), clear(*to), text)),
                [point] => written(clear(*point).end()),
                _ => None,
            }
        }
        Why::NoSuchDay {
            month, day, last, ..
        } if last < day => points.iter().find_map(|point| {
            let is_it = point.span == Span::Day(month, day);
            is_it.then(|| written(Point::new(point.year, Span::Day(month, last))))?
        }),
        Why::BeforeCampaign { start, .. } => points.last().and_then(|point| {
            let year = point.year.is_some().then_some(None)?;
            written(Point { year, ..*point })
                .filter(|found| start <= found.due && found.due <= campaign.end)
        }),
        Why::Backwards { .. } => match points.as_slice() {
            [from, to] => {
                let from = Point {
                    is_end: false,
                    ..*from
                };
                read(&range(*to, from, text))
            }
            _ => None,
        },
        Why::NotUnderstood | Why::NoDay => with_tens_of_days(text)
            .and_then(|text| read(&text))
            .or_else(|| longest_part(text, read)),
        _ => None,
    }
}

fn range(from: Point, to: Point, text: &str) -> String {
    let separator = if is_chinese(text) { "至" } else { " to " };
    let [from, to] = [from, to].map(|point| write(point, is_chinese(text)));
    format!("{from}{separator}{to}")
}

/// `3月初` and `3月中` name no last day; the ten days they are in do.
fn with_tens_of_days(text: &str) -> Option<String> {
    let clear = text
        .replace("月初", "月上旬")
        .replace("月中旬", "月中")
        .replace("月中", "月中旬");
    (clear != text).then_some(clear)
}

fn is_chinese(text: &str) -> bool {
    !text.chars().any(|c| c.is_ascii_alphabetic())
}

fn points(text: &str) -> Vec<Point> {
    match zh::phrase(text).or_else(|| en::phrase(text)) {
        Some(Phrase::On(point)) => vec![point],
        Some(Phrase::Between(from, to)) => vec![from, to],
        _ => Vec::new(),
    }
}

/// The latest day within the text, written the longest way; other deadlines only where there is no day: of
/// `6月底前完成，长期坚持` it is the day that can be kept or missed, of `上半年完成初稿，9月底定稿` the day by which all is done.
fn longest_part(text: &str, read: impl Fn(&str) -> Option<Deadline>) -> Option<Deadline> {
    if OTHER_YEAR.iter().any(|word| text.contains(word)) {
        return None;
    }
    let cuts: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .filter(|&at| is_boundary(text, at))
        .collect();
    let mut best: Option<(Option<NaiveDate>, usize, Deadline)> = None;
    for (from, &start) in cuts.iter().enumerate() {
        if !may_start(&text[start..]) {
            continue;
        }
        for &end in &cuts[from + 1..] {
            if PART_BYTES_MAX < end - start {
                break;
            }
            let part = text[start..end].trim_matches(|c: char| !c.is_alphanumeric());
            let Some(found) = read(part) else { continue };
            let day = matches!(found.kind, Kind::On(_)).then_some(found.due);
            let is_better = best
                .as_ref()
                .is_none_or(|(latest, length, _)| (*latest, *length) <= (day, part.len()));
            if is_better {
                best = Some((day, part.len(), found));
            }
        }
    }
    best.map(|(_, _, found)| found)
}

/// Spares reading at places where no deadline begins.
fn may_start(text: &str) -> bool {
    const STARTS: &str = "〇一二三四五六七八九十廿卅每隔上下全年今本当第元春清端中国建劳即长持常";
    text.chars()
        .next()
        .is_some_and(|c| c.is_numeric() || c.is_ascii_alphabetic() || STARTS.contains(c))
}

/// A number or an English word is not cut in two.
fn is_boundary(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    match (before, after) {
        (Some(before), Some(after)) => {
            let is_one =
                |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十廿卅〇".contains(c);
            !(is_one(before) && is_one(after))
        }
        _ => true,
    }
}

/// A point as an office would write it.
fn write(point: Point, is_chinese: bool) -> String {
    if is_chinese {
        write_chinese(point)
    } else {
        write_english(point)
    }
}

fn write_chinese(point: Point) -> String {
    let year = point
        .year
        .map(|year| format!("{year}年"))
        .unwrap_or_default();
    match point.span {
        Span::Year if point.year.is_some() => format!("{year}底前"),
        Span::Year => "年底前".to_owned(),
        Span::Half(1) => format!("{year}上半年"),
        Span::Half(_) => format!("{year}下半年"),
        Span::Quarter(quarter) => format!("{year}第{quarter}季度末"),
        Span::Month(month) if point.is_end => format!("{year}{month}月底前"),
        Span::Month(month) => format!("{year}{month}月"),
        Span::Third(month, third) => {
            let name = ["上旬", "中旬", "下旬"][third.clamp(1, 3) as usize - 1];
            format!("{year}{month}月{name}")
        }
        Span::Day(month, day) => format!("{year}{month}月{day}日"),
        Span::Festival(_) | Span::BeforeFestival(_) => String::new(),
    }
}

fn write_english(point: Point) -> String {
    let year = point
        .year
        .map(|year| format!(" {year}"))
        .unwrap_or_default();
    let name = |month: u32| en::month_name(month).unwrap_or_default();
    match point.span {
        Span::Year if point.year.is_some() => format!("end of{year}"),
        Span::Year => "end of year".to_owned(),
        Span::Half(1) => format!("first half{year}"),
        Span::Half(_) => format!("second half{year}"),
        Span::Quarter(quarter) => format!("Q{quarter}{year}"),
        Span::Month(month) => format!("end of {}{year}", name(month)),
        Span::Third(month, 1) => format!("early {}{year}", name(month)),
        Span::Third(month, 2) => format!("mid-{}{year}", name(month)),
        Span::Third(month, _) => format!("late {}{year}", name(month)),
        Span::Day(month, day) => format!("{day} {}{year}", name(month)),
        Span::Festival(_) | Span::BeforeFestival(_) => String::new(),
    }
}
