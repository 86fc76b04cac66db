use super::{Contact, related::Related};
use crate::{
    cases::{
        case::{Act as CaseAct, LeftOut, PartState},
        clock,
        contact_page::ContactViewsUrl,
        history::Names,
        limit::Limit,
        links, said,
        sight::Sight,
        store::{Whole, part},
    },
    words::texts,
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::{Lang, PersonId};
use maud::{Markup, html};
use ui::{Act, Button, Column, Crumb, Empty, Fact, PageHead, Row, Table, Tone, form};
use uuid::Uuid;

pub(super) struct View<'a> {
    pub(super) lang: Lang,
    pub(super) sight: &'a Sight,
    pub(super) whole: &'a Whole,
    pub(super) names: &'a Names,
    pub(super) days: &'a WorkingDays,
    /// What this reader may do now.
    pub(super) acts: Vec<CaseAct>,
    pub(super) contact: Contact,
    pub(super) may_look: bool,
    pub(super) may_split: bool,
    pub(super) pictures: Vec<files::File>,
    pub(super) related: Related,
}

impl View<'_> {
    pub(super) fn page(&self, timeline: Markup) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let left = html! {
            (ui::facts(&self.asked()))
            (ui::section("facts", &t.case_state(), html! {}, ui::facts(&self.facts())))
            (ui::section("clock", &t.clock(), html! {}, self.clock()))
            (ui::section("parts", &t.parts(), html! {}, self.parts()))
            @if !self.related.is_empty() {
                (ui::section("related", &t.related(), html! {}, self.related.view(lang)))
            }
        };
        let right = html! {
            (self.aside())
            (ui::section("history", &t.history(), html! {}, timeline))
        };
        html! { (self.head()) (ui::two_columns(left, right)) }
    }

    fn head(&self) -> Markup {
        let (lang, t, case) = (self.lang, texts(self.lang), &self.whole.case);
        let onward: Vec<CaseAct> = self
            .acts
            .iter()
            .copied()
            .filter(|act| !is_aside(*act))
            .collect();
        let acts = html! {
            @for (at, act) in onward.iter().enumerate() {
                @let weight = if at == 0 { Act::Primary } else { Act::Plain };
                (ui::link_button(&said::act(lang, *act), &links::act(case.id, *act), weight, None))
            }
        };
        let sub = html! {
            (case.number) " "
            (ui::badge(Tone::Idle, &said::kind(lang, case.kind()))) " "
            (said::badge(lang, case.state())) " "
            @if case.is_paused { (ui::badge(Tone::Idle, &t.case_paused())) " " }
            @if case.is_late(self.sight.now) { (ui::status_light(Tone::Bad, &t.case_late())) }
        };
        let head = PageHead {
            title: &case.title,
            sub: Some(sub),
            acts: (!onward.is_empty()).then_some(acts),
            crumbs: &[Crumb::new(t.cases(), links::CASES)],
        };
        ui::page_head(lang, head)
    }

    /// What may be done besides going onward.
    fn aside(&self) -> Markup {
        let (lang, t, case) = (self.lang, texts(self.lang), &self.whole.case);
        let acts: Vec<CaseAct> = self
            .acts
            .iter()
            .copied()
            .filter(|act| is_aside(*act))
            .collect();
        let list = ui::acts(html! {
            @for act in &acts {
                (ui::link_button(&said::act(lang, *act), &links::act(case.id, *act), Act::Plain, None))
            }
            @if self.may_split {
                (ui::link_button(&t.split(), &links::split(case.id), Act::Plain, None))
                (ui::link_button(&t.askers_add(), &links::askers(case.id), Act::Plain, None))
            }
        });
        html! {
            @if !acts.is_empty() || self.may_split {
                (ui::section("aside", &t.acts_aside(), html! {}, list))
            }
        }
    }

    /// What was asked, where, by whom.
    fn asked(&self) -> Vec<Fact> {
        let (lang, t, case) = (self.lang, texts(self.lang), &self.whole.case);
        let body = html! { @for line in case.body.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } };
        let mut facts = vec![
            Fact::new(t.case_what(), body),
            Fact::text(t.case_where(), &case.place),
            Fact::new(t.case_contact(), self.contact()),
            Fact::text(
                t.case_raised_on(),
                &t.fact_said(case.raised_on.to_string(), self.names.name(case.raised_by)),
            ),
            Fact::text(t.case_desk(), self.sight.directory.name(case.desk, lang)),
        ];
        if !self.pictures.is_empty() {
            let list = web::file_list(lang, &links::case(case.id), &self.pictures);
            facts.push(Fact::new(t.tell_us_pictures(), list));
        }
        if !case.public_title.is_empty() {
            facts.push(Fact::text(t.case_public_title(), &case.public_title));
        }
        facts
    }

    fn contact(&self) -> Markup {
        let (t, case) = (texts(self.lang), &self.whole.case);
        if self.contact.people.is_empty() {
            return html! { (t.case_nobody_named()) };
        }
        let action = ContactViewsUrl { case: case.id }.to_string();
        let entry = Uuid::now_v7().to_string();
        html! {
            @for (name, phone) in &self.contact.people { p { (name) " " span class="nowrap" { (phone) } } }
            @if self.contact.is_full { p class="hint" { (t.case_contact_noted()) } }
            @else if self.may_look {
                form method="post" action=(action) {
                    (form::hidden("entry", &entry))
                    (ui::button(Button { label: &t.case_contact_show(), ..Button::default() }))
                }
            }
        }
    }

    /// Answered, satisfied, confirmed fixed, closed: four facts.
    fn facts(&self) -> Vec<Fact> {
        let (lang, t, case) = (self.lang, texts(self.lang), &self.whole.case);
        let said = |on: Option<NaiveDate>, by: Option<PersonId>| match (on, by) {
            (Some(on), Some(by)) => t.fact_said(on.to_string(), self.names.name(by)),
            _ => t.fact_open(),
        };
        let called = match (case.outcome(), case.called_back_on, case.called_back_by) {
            (Some(outcome), Some(on), Some(by)) => t.fact_called_back(
                said::outcome(lang, outcome),
                on.to_string(),
                self.names.name(by),
            ),
            _ => t.fact_open(),
        };
        let closed = html! {
            (said(case.closed_on, case.closed_by))
            @match case.was_on_time {
                Some(true) => { " " (ui::badge(Tone::Good, &t.case_on_time())) }
                Some(false) => { " " (ui::badge(Tone::Bad, &t.case_not_on_time())) }
                None => {}
            }
        };
        let mut facts = vec![
            Fact::text(t.case_answered(), &said(case.answered_on, case.answered_by)),
            Fact::text(t.case_called_back(), &called),
            Fact::text(
                t.case_confirmed(),
                &said(case.confirmed_on, case.confirmed_by),
            ),
            Fact::new(t.case_closed(), closed),
        ];
        if let Some(on) = case.recheck_on {
            facts.push(Fact::text(t.case_recheck_on(), &on.to_string()));
        }
        if let Some(more) = self.whole.standing(self.sight.now).more_time {
            let span = case
                .span()
                .map(|span| said::as_long(lang, span, more.amount));
            facts.push(Fact::text(t.case_more_time(), &span.unwrap_or_default()));
        }
        match case.left_out() {
            LeftOut::No => {}
            LeftOut::Asked(_) => {
                facts.push(Fact::text(t.case_left_out(), &t.case_left_out_asked()))
            }
            LeftOut::Granted => {
                facts.push(Fact::text(t.case_left_out(), &t.case_left_out_granted()))
            }
        }
        facts
    }

    /// The deadline, line by line.
    fn clock(&self) -> Markup {
        let (lang, t, case) = (self.lang, texts(self.lang), &self.whole.case);
        let (Some(from), Some(span)) = (self.whole.started(), case.span()) else {
            return html! { p class="none" { (t.clock_none()) } };
        };
        let limit = case.limit_code.as_deref().and_then(Limit::from_code);
        let lines = clock::explain(self.days, from, span, &self.whole.events());
        html! {
            @if let Some(limit) = limit {
                p { (t.limit()) " " (ui::badge(Tone::Idle, &said::limit(lang, limit))) }
            }
            ol { @for line in &lines { li { (said::line(lang, span, line, self.whole.is_timed_anew())) } } }
            @if let Some(first) = case.first_due_on.filter(|first| case.due_on != Some(*first)) {
                p { (t.clock_first(first.to_string())) }
            }
            p class="hint" { (t.clock_rule()) }
        }
    }

    fn parts(&self) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let table = Table {
            caption: &t.parts(),
            columns: vec![
                Column::title(t.case_unit()),
                Column::text(t.part_role()),
                Column::text(t.part_due()),
                Column::text(t.case_state()).wide(),
            ],
            rows: self
                .whole
                .parts
                .iter()
                .map(|part| self.part(part))
                .collect(),
            empty: Some(Empty {
                title: &t.parts_none(),
                text: &t.parts_none_text(),
                act: None,
            }),
            ..Table::default()
        };
        let holder = self.whole.standing(self.sight.now).holder();
        let is_first = holder == self.whole.case.desk
            && !self.whole.parts.is_empty()
            && self.whole.case.state().is_open();
        html! {
            @if is_first { p class="hint" { (t.parts_first_leads(self.sight.directory.name(holder, lang))) } }
            (ui::table(lang, table))
        }
    }

    fn part(&self, part: &part::Model) -> Row {
        let (lang, t) = (self.lang, texts(self.lang));
        let state = part.state();
        let today = self.sight.today;
        let due_on = part.due_on.or(self.whole.case.due_on);
        let is_done = matches!(state, PartState::Answered | PartState::SignedOff);
        let is_open = self.whole.case.state().is_open();
        let is_late = (state == PartState::Waiting && part.acknowledge_by < today)
            || (is_open && !is_done && due_on.is_some_and(|due| due < today));
        let signed_off = part.signed_off_on.zip(part.signed_off_by);
        let detail = match (state, part.answered_on) {
            (PartState::Waiting, _) => t.part_acknowledge_by(part.acknowledge_by.to_string()),
            (PartState::Answered | PartState::SignedOff, Some(on)) => {
                t.part_answered_on(on.to_string())
            }
            _ => String::new(),
        };
        Row::new(vec![
            html! { (self.sight.directory.name(part.unit, lang)) },
            html! {
                @if part.is_lead { (t.part_lead()) } @else { (t.part_helper()) }
                @if !part.duty.is_empty() { div class="hint" { (part.duty) } }
            },
            html! {
                @match due_on {
                    Some(due) => span class="nowrap" { (due) },
                    None => "—",
                }
            },
            html! {
                (said::part_state(lang, state, part.is_lead))
                @if is_late { " " (ui::status_light(Tone::Bad, &t.case_late())) }
                @if !detail.is_empty() { div class="hint" { (detail) } }
                @if let Some((on, by)) = signed_off {
                    div class="hint" { (t.part_signed_off_by(on.to_string(), self.names.name(by))) }
                }
            },
        ])
    }
}

/// Acts that do not bring the case onward: they stand beside it, so that what is next is easy to see.
fn is_aside(act: CaseAct) -> bool {
    matches!(
        act,
        CaseAct::Helpers
            | CaseAct::PartRedo
            | CaseAct::Pause
            | CaseAct::Transfer
            | CaseAct::Progress
            | CaseAct::ExtensionRequest
            | CaseAct::RecheckDay
            | CaseAct::Merge
            | CaseAct::ExclusionRequest
    )
}
