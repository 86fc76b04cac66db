use super::{BELOW_MAX, Shown, UnitUrl};
use crate::{
    kind,
    people::PersonUrl,
    words::{Texts, texts},
};
use kernel::Lang;
use ledger::tree::Place;
use maud::{Markup, html};
use ui::{
    Act, Column, Crumb, Empty, Event, Fact, Icon, Notice, NoticeKind, PageHead, Pager, QueryBar,
    Row, Table, Tone,
    form::{self, Field},
};

pub(super) fn record(lang: Lang, shown: &Shown, pager: Pager<'_>, events: &[Event]) -> Markup {
    let t = texts(lang);
    let mut crumbs = vec![Crumb::new(t.units_title(), super::super::UNITS)];
    crumbs.extend(shown.above.iter().filter_map(|(name, there)| {
        let there = there.as_ref()?;
        Some(Crumb::new(name.clone(), there.clone()))
    }));
    let sub = html! {
        (ui::badge(Tone::Idle, kind::title(&shown.unit.kind, lang)))
        @if shown.place == Some(Place::Closed) { " " (ui::badge(Tone::Attention, &t.unit_closed())) }
    };
    let head = PageHead {
        title: shown.unit.name_in(lang),
        sub: Some(sub),
        acts: shown
            .changes
            .as_ref()
            .map(|there| ui::link_button(&t.unit_changes(), there, Act::Plain, Some(Icon::Edit))),
        crumbs: &crumbs,
    };
    let left = html! {
        (numbers(t, shown))
        (facts(lang, t, shown))
        (below(lang, t, shown))
        (people(lang, t, shown, pager))
        (shown.lineage.view(lang))
    };
    let right = ui::section(
        "history",
        &t.history(),
        html! {},
        ui::timeline(lang, events),
    );
    html! {
        (ui::page_head(lang, head))
        (as_of(lang, t, shown))
        @if shown.place.is_none() { (not_yet(lang, t, shown)) }
        (closed(lang, t, shown))
        (ui::two_columns(left, right))
    }
}

fn as_of(lang: Lang, t: &Texts, shown: &Shown) -> Markup {
    let (action, label) = (
        UnitUrl {
            unit: shown.unit.id,
        }
        .to_string(),
        t.units_as_of(),
    );
    let day = shown.day.to_string();
    let fields = form::date(lang, Field::new("day", &label, &day).condition());
    ui::query_bar(
        lang,
        QueryBar {
            action: &action,
            keep: &[],
            fields,
        },
    )
}

fn not_yet(lang: Lang, t: &Texts, shown: &Shown) -> Markup {
    let text = t.unit_not_yet(shown.day.to_string());
    let notice = Notice {
        kind: NoticeKind::Info,
        text: &text,
        ..Notice::default()
    };
    ui::notice(lang, &notice)
}

/// A closed unit says so, and where it went.
fn closed(lang: Lang, t: &Texts, shown: &Shown) -> Markup {
    let Some((text, there)) = shown.lineage.closed_said(lang, t) else {
        return html! {};
    };
    let act = there
        .as_ref()
        .map(|(name, href)| (name.as_str(), href.as_str()));
    let notice = Notice {
        kind: NoticeKind::Info,
        text: &text,
        act,
        ..Notice::default()
    };
    ui::notice(lang, &notice)
}

fn numbers(t: &Texts, shown: &Shown) -> Markup {
    let note = t.unit_figures_as_of(shown.day.to_string());
    let numbers: Vec<Markup> = shown
        .figures
        .iter()
        .map(|(label, text, href)| {
            ui::big_number(ui::BigNumber {
                label,
                text,
                href,
                note: Some(html! { (note) }),
                ..ui::BigNumber::default()
            })
        })
        .collect();
    ui::numbers_row(&numbers)
}

fn facts(lang: Lang, t: &Texts, shown: &Shown) -> Markup {
    let unit = &shown.unit;
    let chain = html! {
        @for (at, (name, there)) in shown.above.iter().enumerate() {
            @if 0 < at { " › " }
            @match there {
                Some(there) => a href=(there) { (name) },
                None => (name),
            }
        }
    };
    let other = match lang {
        Lang::Zh => unit.name_en.clone().unwrap_or_default(),
        Lang::En if unit.name_en.is_some() => unit.name.clone(),
        Lang::En => String::new(),
    };
    let mut facts = vec![
        Fact::text(t.unit_code(), &unit.code),
        Fact::text(t.unit_kind(), kind::title(&unit.kind, lang)),
        Fact::new(t.unit_superior(), chain),
        Fact::text(
            t.unit_since(),
            &shown.founded.map(|day| day.to_string()).unwrap_or_default(),
        ),
    ];
    if !other.is_empty() {
        facts.push(Fact::text(t.unit_other_name(), &other));
    }
    ui::facts(&facts)
}

fn below(lang: Lang, t: &Texts, shown: &Shown) -> Markup {
    let rows = shown.below.iter().map(|unit| {
        let there = UnitUrl::on(unit.id, shown.day, shown.today);
        Row::new(vec![
            html! { (unit.code) },
            html! { a href=(there) { (unit.name_in(lang)) } },
            html! { (kind::title(&unit.kind, lang)) },
        ])
    });
    let heading = t.units_below();
    if shown.below_total == 0 {
        let nothing = html! { p class="none" { (t.units_below_none()) } };
        return ui::section("below", &heading, html! {}, nothing);
    }
    let table = Table {
        caption: &heading,
        columns: vec![
            Column::text(t.unit_code()),
            Column::title(t.unit_name()).wide(),
            Column::text(t.unit_kind()),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    let (within, day) = (shown.unit.id.to_string(), shown.day.to_string());
    let all = [("within", within.as_str()), ("day", day.as_str())];
    let all = ui::query::with_params(super::super::UNITS, &all);
    let more = html! { a href=(all) { (t.units_all_below()) } };
    let body = html! {
        (ui::table(lang, table))
        @if BELOW_MAX < shown.below_total { p { (t.import_listed(shown.below_total, BELOW_MAX)) } }
    };
    ui::section("below", &heading, more, body)
}

fn people(lang: Lang, t: &Texts, shown: &Shown, pager: Pager<'_>) -> Markup {
    let rows = shown.people.iter().map(|(person, membership)| {
        let there = PersonUrl { person: person.id }.to_string();
        Row::new(vec![
            html! { a href=(there) { (person.name) } },
            html! { (membership.post) },
            html! { @if membership.is_member { (t.yes()) } @else { (t.no()) } },
            html! { (membership.from_day) },
        ])
    });
    let heading = t.unit_people();
    let (title, text) = (t.unit_people_none(), t.unit_people_none_text());
    let table = Table {
        caption: &heading,
        columns: vec![
            Column::title(t.person_name()),
            Column::text(t.person_post()).wide(),
            Column::text(t.person_is_member()),
            Column::text(t.person_since()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &title,
            text: &text,
            act: None,
        }),
        ..Table::default()
    };
    let body = html! {
        (ui::table(lang, table))
        @if 0 < shown.people_total { (ui::pager(lang, pager)) }
    };
    ui::section("people", &heading, html! {}, body)
}
