//! The form of an item: a task with all it has, or an item above the tasks with its title and place.
use super::{ChangesUrl, FIRST, ItemsUrl, Meanwhile, PARENT, Place, What, Written};
use crate::{
    import::columns::{
        self, AFTER, DEADLINE, DELIVERABLE, DURATION, IN_CHARGE, LEAD, NUMBER, RESPONSIBLE,
        SUPPORTING, TARGET,
    },
    nodes::{
        editing::Ground,
        plan::Item,
        written::{PLACE, TITLE},
    },
    view::{
        campaign::{self as head, Page},
        links,
    },
    words::texts,
};
use kernel::{
    EntryId, Lang,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use ui::{
    Act, Button, Crumb, Notice, NoticeKind, PageHead,
    form::{self, Choice, Field, FieldProblem, Width},
};

pub(super) struct View<'a> {
    pub(super) lang: Lang,
    pub(super) ground: &'a Ground,
    pub(super) entry: EntryId,
    pub(super) what: What,
    pub(super) written: &'a Written,
    pub(super) problems: &'a [FieldProblem],
    pub(super) meanwhile: Option<&'a Meanwhile>,
}

impl View<'_> {
    pub(super) fn title(&self) -> String {
        let t = texts(self.lang);
        let levels = &self.ground.campaign.levels.0;
        let level = levels
            .get(self.level())
            .map_or("", |level| level.title(self.lang));
        match self.what {
            What::Add { .. } => t.item_add(level),
            What::Change { .. } => t.item_change(level),
        }
    }

    pub(super) fn whole(&self) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let title = self.title();
        let mut crumbs = head::crumbs(lang, &self.ground.campaign, Page::Tree);
        if let Some(item) = self.item() {
            crumbs.push(Crumb::new(&item.node.title, links::item(item.node.id)));
        }
        let head = PageHead {
            title: &title,
            sub: self
                .is_task()
                .then(|| html! { p class="hint" { (t.item_help()) } }),
            crumbs: &crumbs,
            ..PageHead::default()
        };
        html! {
            (ui::page_head(lang, head))
            @if let Some(meanwhile) = self.meanwhile {
                (ui::notice(lang, &Notice {
                    kind: NoticeKind::Warning,
                    title: &t.meanwhile(),
                    text: &meanwhile.told.join(" "),
                    ..Notice::default()
                }))
            }
            (self.form())
        }
    }

    fn form(&self) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let (action, submit) = match self.what {
            What::Add { .. } => (
                ItemsUrl {
                    campaign: self.ground.campaign.code.clone(),
                }
                .to_string(),
                t.item_add_submit(),
            ),
            What::Change { node, .. } => (ChangesUrl { node }.to_string(), t.item_change_submit()),
        };
        // What was typed before somebody else's change must not come back over it.
        let draft = match self.what {
            What::Add { level } => format!("{action}#{level}"),
            What::Change { seen, .. } => format!("{action}#{seen}"),
        };
        let body = html! {
            (form::hidden("entry", &self.entry.to_string()))
            @match self.what {
                What::Add { level } => (form::hidden("level", &level.to_string())),
                What::Change { seen, .. } => (form::hidden("seen", &seen.to_string())),
            }
            @if self.is_task() { (self.task()) } @else { (self.inner()) }
            (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
        };
        form::form(
            lang,
            form::Form {
                action: &action,
                draft: &draft,
                problems: self.problems,
                ..form::Form::default()
            },
            body,
        )
    }

    fn inner(&self) -> Markup {
        let t = texts(self.lang);
        let title = t.item_title();
        html! {
            (form::text(self.lang, self.field(TITLE, &title).required().limit(TITLE_CHARS_MAX)))
            (self.parent())
            (self.place())
        }
    }

    fn task(&self) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let declared = columns::columns(&self.ground.campaign.levels);
        let help = |key: &str| {
            let column = declared.iter().find(|column| column.key == key);
            column.map_or("", |column| column.help.get(lang))
        };
        let units = &self.ground.directory;
        let all = units.in_order(units.units().map(|unit| unit.id));
        let proposals: Vec<Choice> = all
            .iter()
            .filter_map(|id| units.unit(*id))
            .map(|unit| Choice::new(unit.name_in(lang), &unit.code))
            .collect();
        let (title, number, lead) = (t.field_title(), t.field_number(), t.lead_unit());
        let (responsible, supporting) = (t.responsible_units(), t.supporting_units());
        let (in_charge, deadline, after) = (t.in_charge(), t.deadline(), t.predecessors());
        let (duration, deliverable, target) = (t.duration_days(), t.deliverable(), t.target());
        html! {
            (form::text(lang, self.field(TITLE, &title).required().limit(TITLE_CHARS_MAX)))
            (form::text(lang, self.field(NUMBER, &number).help(help(NUMBER)).width(Width::Short)))
            (self.parent())
            (self.place())
            (form::combobox(lang, self.field(LEAD, &lead).required().help(help(LEAD)).width(Width::Medium), &proposals))
            (form::text(lang, self.field(RESPONSIBLE, &responsible).help(help(RESPONSIBLE))))
            (form::text(lang, self.field(SUPPORTING, &supporting).help(help(SUPPORTING))))
            (form::text(lang, self.field(IN_CHARGE, &in_charge).width(Width::Medium)))
            (form::text(lang, self.field(DEADLINE, &deadline).help(help(DEADLINE)).width(Width::Medium)))
            (form::text(lang, self.field(DURATION, &duration).help(help(DURATION)).width(Width::Short)))
            (form::text(lang, self.field(AFTER, &after).help(help(AFTER)).width(Width::Medium)))
            (form::text_area(lang, self.field(DELIVERABLE, &deliverable).limit(NOTE_CHARS_MAX)))
            (form::text(lang, self.field(TARGET, &target).help(help(TARGET))))
        }
    }

    /// The items that may stand above, as far as there are any.
    fn parent(&self) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let level = i32::try_from(self.level()).unwrap_or(i32::MAX);
        let plan = &self.ground.plan;
        let above: Vec<Choice> = plan
            .items
            .iter()
            .filter(|item| item.node.level < level)
            .map(|item| Choice::new(item.node.id.to_string(), plan.path(item).join(" › ")))
            .collect();
        if above.is_empty() {
            return html! {};
        }
        let none = [Choice::new("", t.at_the_top())];
        let choices: Vec<Choice> = none.into_iter().chain(above).collect();
        let value = self
            .written
            .parent
            .map_or_else(String::new, |parent| parent.to_string());
        let label = t.field_parent();
        let field = Field::new(PARENT, &label, &value).problem(self.problem(PARENT));
        form::select(lang, field, &choices)
    }

    /// After which neighbour it stands.
    fn place(&self) -> Markup {
        let (lang, t) = (self.lang, texts(self.lang));
        let plan = &self.ground.plan;
        let own = self.item();
        let is_moved = own.is_some_and(|item| item.node.parent != self.written.parent);
        let keep = match own {
            Some(_) if !is_moved => t.place_keep(),
            _ => t.place_last(),
        };
        let neighbours = plan
            .children(self.written.parent)
            .filter(|item| Some(item.node.id) != own.map(|own| own.node.id))
            .map(|item| Choice::new(item.node.id.to_string(), t.place_after(name(item))));
        let choices: Vec<Choice> = [Choice::new("", keep), Choice::new(FIRST, t.place_first())]
            .into_iter()
            .chain(neighbours)
            .collect();
        if choices.len() < 3 {
            return html! {};
        }
        let value = match self.written.place {
            Place::Keep => String::new(),
            Place::First => FIRST.to_owned(),
            Place::After(other) => other.to_string(),
        };
        let (label, help) = (t.field_place(), t.place_help());
        let field = Field::new(PLACE, &label, &value).help(&help);
        form::select(lang, field.problem(self.problem(PLACE)), &choices)
    }

    fn field<'f>(&'f self, name: &'static str, label: &'f str) -> Field<'f> {
        Field::new(name, label, self.written.text(name)).problem(self.problem(name))
    }

    fn problem(&self, field: &str) -> Option<&str> {
        FieldProblem::of(self.problems, field)
    }

    fn item(&self) -> Option<&Item> {
        match self.what {
            What::Add { .. } => None,
            What::Change { node, .. } => self.ground.plan.item(node),
        }
    }

    fn level(&self) -> usize {
        match self.what {
            What::Add { level } => level,
            What::Change { .. } => self
                .item()
                .and_then(|item| usize::try_from(item.node.level).ok())
                .unwrap_or_default(),
        }
    }

    fn is_task(&self) -> bool {
        self.level() == self.ground.campaign.levels.innermost()
    }
}

fn name(item: &Item) -> String {
    match &item.node.number {
        Some(number) => format!("{number} {}", item.node.title),
        None => item.node.title.clone(),
    }
}
