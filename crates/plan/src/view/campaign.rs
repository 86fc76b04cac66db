//! The head that all pages of a campaign have in common.
use super::links;
use crate::{campaigns::campaign::Campaign, words::texts};
use kernel::Lang;
use maud::{Markup, html};
use ui::{Crumb, PageHead, Tab};

/// The pages of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Tree,
    Tasks,
    Matrix,
    Timetable,
    Schedule,
    Briefings,
    Coverage,
    Bodies,
}

impl Page {
    const ALL: [Page; 8] = [
        Page::Tree,
        Page::Tasks,
        Page::Matrix,
        Page::Timetable,
        Page::Schedule,
        Page::Briefings,
        Page::Coverage,
        Page::Bodies,
    ];

    pub(crate) fn title(self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Page::Tree => t.tab_tree(),
            Page::Tasks => t.tab_tasks(),
            Page::Matrix => t.tab_matrix(),
            Page::Timetable => t.tab_timetable(),
            Page::Schedule => t.tab_schedule(),
            Page::Briefings => t.tab_briefings(),
            Page::Coverage => t.tab_coverage(),
            Page::Bodies => t.tab_bodies(),
        }
    }

    fn href(self, code: &str) -> String {
        match self {
            Page::Tree => links::campaign(code),
            Page::Tasks => links::under(code, "tasks"),
            Page::Matrix => links::under(code, "matrix"),
            Page::Timetable => links::under(code, "timetable"),
            Page::Schedule => links::under(code, "schedule"),
            Page::Briefings => links::under(code, "briefings"),
            Page::Coverage => links::under(code, "coverage"),
            Page::Bodies => links::under(code, "working_groups"),
        }
    }
}

pub(crate) fn head(lang: Lang, campaign: &Campaign, page: Page, acts: Markup) -> Markup {
    let t = texts(lang);
    let tabs: Vec<Tab> = Page::ALL
        .iter()
        .map(|other| {
            Tab::new(
                other.title(lang),
                other.href(&campaign.code),
                *other == page,
            )
        })
        .collect();
    let days = t.campaign_days(campaign.from_day.to_string(), campaign.to_day.to_string());
    let head = PageHead {
        title: campaign.title(lang),
        sub: Some(html! { (days) }),
        acts: (!acts.0.is_empty()).then_some(acts),
        crumbs: &[Crumb::new(t.campaigns(), "/campaigns")],
    };
    html! {
        (ui::page_head(lang, head))
        (ui::tabs(&t.views(), &tabs))
    }
}

/// The way to a page below a campaign.
pub(crate) fn crumbs(lang: Lang, campaign: &Campaign, page: Page) -> Vec<Crumb> {
    vec![
        Crumb::new(texts(lang).campaigns(), "/campaigns"),
        Crumb::new(campaign.title(lang), links::campaign(&campaign.code)),
        Crumb::new(page.title(lang), page.href(&campaign.code)),
    ]
}

/// Up to the task itself, for a form that is about it.
pub(crate) fn crumbs_of_task(
    lang: Lang,
    campaign: &Campaign,
    title: &str,
    task: crate::nodes::node::NodeId,
) -> Vec<Crumb> {
    let mut crumbs = crumbs(lang, campaign, Page::Tasks);
    crumbs.push(Crumb::new(title, links::task(task)));
    crumbs
}
