//! The form of a briefing as it stands on the page, new or to be corrected.
use super::Input;
use crate::{
    campaigns::campaign::Campaign,
    view::{
        campaign::{self as head, Page},
        sight::Sight,
        typed,
    },
    words::texts,
};
use chrono::NaiveDate;
use kernel::{
    Actor, Lang, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use std::collections::HashSet;
use ui::{
    Act, Button, PageHead, TickNode, TickTree,
    form::{self, Choice, Field, FieldProblem, Width},
};

/// A person who may record for no more units finds the tree of units open.
const OPEN_UNITS_MAX: usize = 30;

pub fn view(
    lang: Lang,
    actor: &Actor,
    sight: &Sight,
    campaign: &Campaign,
    action: &str,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    // The units of the day: who was briefed and has been closed since stays ticked when something else is corrected.
    let on = typed::day(&input.day)
        .filter(|day| *day <= sight.today)
        .unwrap_or(sight.today);
    let mine = sight.within_on(actor, Right::Record, on);
    let mine: HashSet<UnitId> = mine.into_iter().collect();
    let organisers: Vec<Choice> = sight
        .directory
        .in_order(mine.iter().copied())
        .iter()
        .map(|unit| Choice::new(unit.to_string(), sight.directory.name(*unit, lang)))
        .collect();
    let ticked: HashSet<UnitId> = input
        .units
        .iter()
        .filter_map(|unit| typed::unit(unit))
        .collect();
    let of_the_day = OfTheDay {
        lang,
        sight,
        on,
        mine: &mine,
        ticked: &ticked,
    };
    let roots = sight.tree.roots(on);
    let mut nodes: Vec<TickNode> = roots
        .iter()
        .filter_map(|root| of_the_day.node(*root, 0))
        .collect();
    // Ticked for another day: said, not dropped.
    let stray = ticked.iter().copied().filter(|unit| !mine.contains(unit));
    let stray = sight.directory.in_order(stray);
    nodes.extend(stray.into_iter().map(|unit| of_the_day.leaf(unit)));
    let (title, day, place, organiser) = (t.briefing_title(), t.day(), t.place(), t.organiser());
    let (units, units_help, members, members_help) = (
        t.units_briefed(),
        t.units_briefed_help(),
        t.with_members(),
        t.with_members_help(),
    );
    let (people, people_help, headcounts, headcounts_help) = (
        t.people(),
        t.people_help(),
        t.headcounts(),
        t.headcounts_help(),
    );
    let (withdraw, reason) = (t.briefing_withdraw(), t.reason());
    let is_correction = input.corrects.is_some();
    let submit = if is_correction {
        t.correct_submit()
    } else {
        t.briefing_submit()
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if let Some(corrects) = input.corrects { (form::hidden("corrects", &corrects.to_string())) }
        (form::text(lang, Field::new("title", &title, &input.title).required().limit(TITLE_CHARS_MAX).problem(of("title"))))
        (form::form_row(html! {
            (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
            (form::text(lang, Field::new("place", &place, &input.place).width(Width::Medium).problem(of("place"))))
        }))
        (form::select(lang, Field::new("organiser", &organiser, &input.organiser).required().problem(of("organiser")), &organisers))
        (ui::tick_tree(lang, TickTree { name: "units", legend: &units, help: &units_help, problem: of("units"), nodes: &nodes }))
        (form::checkbox(lang, Field::new("with_members", &members, "").help(&members_help), input.with_members))
        (form::text_area(lang, Field::new("people", &people, &input.people).help(&people_help).problem(of("people"))))
        (form::text_area(lang, Field::new("headcounts", &headcounts, &input.headcounts).help(&headcounts_help).problem(of("headcounts"))))
        @if is_correction {
            (form::checkbox(lang, Field::new("withdraw", &withdraw, ""), input.withdraw))
            (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().limit(NOTE_CHARS_MAX).problem(of("reason"))))
        }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let title = if is_correction {
        t.briefing_correct()
    } else {
        t.briefing_new()
    };
    let head = PageHead {
        title: &title,
        crumbs: &head::crumbs(lang, campaign, Page::Briefings),
        ..PageHead::default()
    };
    let frame = form::Form {
        action,
        draft: action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

/// The unit tree of a day as far as the person may record for it: units beyond it stand there only to lead to those within.
struct OfTheDay<'a> {
    lang: Lang,
    sight: &'a Sight,
    on: NaiveDate,
    mine: &'a HashSet<UnitId>,
    ticked: &'a HashSet<UnitId>,
}

impl OfTheDay<'_> {
    fn node(&self, unit: UnitId, depth: usize) -> Option<TickNode> {
        let below = self.sight.tree.children(unit, self.on);
        let below = self.sight.directory.in_order(below);
        let children: Vec<TickNode> = below
            .iter()
            .filter_map(|child| self.node(*child, depth + 1))
            .collect();
        let is_mine = self.mine.contains(&unit);
        (is_mine || !children.is_empty()).then(|| TickNode {
            is_group: !is_mine,
            // Whoever records for a few units sees them at once.
            is_open: depth < 1 || self.mine.len() <= OPEN_UNITS_MAX,
            children,
            ..self.leaf(unit)
        })
    }

    fn leaf(&self, unit: UnitId) -> TickNode {
        let directory = &self.sight.directory;
        let kind = directory.unit(unit).map_or("", |unit| unit.kind.as_str());
        TickNode {
            value: unit.to_string(),
            label: directory.name(unit, self.lang).to_owned(),
            note: orgs::kind::title(kind, self.lang).to_owned(),
            is_ticked: self.ticked.contains(&unit),
            ..TickNode::default()
        }
    }
}
