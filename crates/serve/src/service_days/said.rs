//! Service days in words.
use super::{
    day::ServiceDay,
    project::{Project, Standing},
};
use crate::words::{Texts, texts};
use chrono::{Datelike, NaiveDate};
use kernel::Lang;
use maud::{Markup, html};
use ui::{Notice, NoticeKind, Tone};

/// `2021-05-28 星期五`
pub(super) fn day(t: &Texts, day: NaiveDate) -> String {
    let weekday = t.service_day_weekday(day.weekday().number_from_monday());
    format!("{day} {weekday}")
}

/// Why it is not the regular day, where it is not.
pub(super) fn moved(lang: Lang, of: &ServiceDay) -> Option<Markup> {
    let t = texts(lang);
    let text = t.service_day_moved(day(t, of.regular), day(t, of.day));
    let notice = Notice {
        kind: NoticeKind::Info,
        title: &text,
        text: &of.reason,
        ..Notice::default()
    };
    of.is_moved().then(|| ui::notice(lang, &notice))
}

/// How a project stands, for everybody.
pub(super) fn standing(lang: Lang, project: &Project, standing: Standing) -> Markup {
    let t = texts(lang);
    let free = || t.service_project_free(project.free());
    match standing {
        Standing::Open => ui::status_light(Tone::Good, &free()),
        Standing::Full => ui::status_light(Tone::Info, &t.service_project_full()),
        Standing::Begun => ui::status_light(Tone::Idle, &t.service_project_begun()),
        Standing::Held => ui::status_light(Tone::Good, &t.service_project_held()),
        Standing::Cancelled => ui::status_light(Tone::Idle, &t.service_project_cancelled()),
    }
}

/// A number that somebody entered, or a dash while nobody has.
pub(super) fn entered(number: Option<i64>) -> Markup {
    html! { @match number { Some(number) => { (number) } None => { "—" } } }
}
