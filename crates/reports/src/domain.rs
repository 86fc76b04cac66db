//! What this domain registers.
use crate::{
    accounts, briefs,
    briefs::{brief, section, sections, templates},
    entries, figures,
    figures::defining,
    migrations, words,
};
use kernel::{Actor, Bilingual, Lang};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use ui::{Icon, NavItem};
use web::{App, Domain, EntryKind, Pages, SubjectKind, SubjectRow, TodoSource, WebError};

pub fn domain() -> Domain {
    Domain::new("reports")
        .migrations(migrations)
        .accounts(accounts::ACCOUNTS)
        .figures(accounts::FIGURES)
        .entry_kinds(ENTRY_KINDS)
        .pages(pages)
        .nav(nav)
        .subject(SubjectKind::new(
            brief::SUBJECT,
            Bilingual::new("简报", "Brief"),
            brief_rows,
        ))
        .subject(SubjectKind::new(
            defining::SUBJECT,
            Bilingual::new("指标", "Figure"),
            figure_rows,
        ))
        .subject(SubjectKind::new(
            section::SUBJECT,
            Bilingual::new("来稿", "Section"),
            sections::rows,
        ))
        .subject(SubjectKind::new(
            templates::SUBJECT,
            Bilingual::new("简报模板", "Brief template"),
            templates::rows,
        ))
        .todos(TodoSource::new(sections::todos))
        .job(briefs::pdf::job())
}

const ENTRY_KINDS: &[EntryKind] = &[
    EntryKind::new(briefs::drafting::DRAFTED, "起草简报", "Began the brief"),
    EntryKind::new(briefs::drafting::CHANGED, "修改简报", "Changed the brief"),
    EntryKind::new(briefs::issuing::ISSUED, "印发简报", "Issued the brief"),
    EntryKind::new(section::ASKED, "约稿", "Asked for a section"),
    EntryKind::new(section::SENT, "报送稿件", "Sent the section in"),
    EntryKind::new(section::RETURNED, "退回稿件", "Returned the section"),
    EntryKind::new(section::TAKEN, "采用稿件", "Took the section over"),
    EntryKind::new(section::WITHDRAWN, "取消约稿", "Withdrew the request"),
    EntryKind::new(
        templates::CHANGED,
        "修改简报模板",
        "Changed the brief template",
    ),
    EntryKind::new(defining::DEFINED, "修改指标口径", "Defined the figure anew"),
];

fn pages() -> Pages {
    figures::pages().and(briefs::pages()).and(entries::pages())
}

fn nav(lang: Lang) -> Vec<NavItem> {
    let t = words::texts(lang);
    let item = |key: &str, label: String, icon, letter| NavItem {
        key: key.to_owned(),
        href: format!("/{key}"),
        label,
        icon,
        group: 7,
        tab: key == "figures",
        letter: Some(letter),
    };
    vec![
        item("figures", t.nav_figures(), Icon::Numbers, 'f'),
        item("briefs", t.nav_briefs(), Icon::Brief, 'b'),
    ]
}

async fn brief_rows(
    app: App,
    lang: Lang,
    _: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let t = words::texts(lang);
    let wanted: Vec<briefs::BriefId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let select = brief::Entity::find().filter(brief::Column::Id.is_in(wanted));
    let found = select.all(app.db.reader()).await?;
    let row = |brief: brief::Model| match (brief.issue_number, brief.issue_total) {
        (Some(number), Some(total)) => SubjectRow {
            id: brief.id.to_string(),
            title: brief.title,
            detail: t.issue_number(number, total),
            href: format!("/briefs/{total}"),
            visible: true,
        },
        // A draft is for those who write it.
        _ => SubjectRow::masked(brief.id.to_string()),
    };
    Ok(found.into_iter().map(row).collect())
}

async fn figure_rows(
    app: App,
    lang: Lang,
    _: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let all = ledger::figure::all(app.db.reader()).await?;
    let wanted = all.into_iter().filter(|one| ids.contains(&one.code));
    let row = |one: ledger::figure::Definition| SubjectRow {
        title: one.title(lang).to_owned(),
        detail: one.in_words(lang).to_owned(),
        href: format!("/figures/{}", one.code),
        visible: true,
        id: one.code,
    };
    Ok(wanted.map(row).collect())
}
