//! What this domain registers.
use crate::{
    accounts, boards, briefs,
    briefs::{brief, section, sections, templates},
    entries, figures,
    figures::defining,
    migrations, quoted, seals, words,
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
        .job(seals::job())
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
            boards::board::SUBJECT,
            Bilingual::new("看板", "Board"),
            board_rows,
        ))
        .subject(SubjectKind::new(
            quoted::QUOTE,
            Bilingual::new("公布的数", "Published value"),
            quote_rows,
        ))
        .subject(SubjectKind::new(
            quoted::IMPORT,
            Bilingual::new("统计数据", "Statistics"),
            import_rows,
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
        .portal(briefs::public_page::part())
}

const ENTRY_KINDS: &[EntryKind] = &[
    EntryKind::new(briefs::drafting::DRAFTED, "起草简报", "Began the brief"),
    EntryKind::new(briefs::drafting::CHANGED, "修改简报", "Changed the brief"),
    EntryKind::new(briefs::issuing::ISSUED, "印发简报", "Issued the brief"),
    EntryKind::new(
        briefs::publication::PUBLISHED,
        "公开到门户",
        "Put the brief on the portal",
    ),
    EntryKind::new(
        briefs::publication::TAKEN_OFF,
        "从门户撤下",
        "Took the brief off the portal",
    ),
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
    EntryKind::new(boards::keeping::MADE, "建立看板", "Made the board"),
    EntryKind::new(boards::keeping::CHANGED, "修改看板", "Changed the board"),
    EntryKind::new(boards::keeping::WITHDRAWN, "撤下看板", "Withdrew the board"),
    EntryKind::new(quoted::IMPORTED, "导入统计数据", "Imported statistics"),
    EntryKind::new(
        quoted::QUOTED,
        "登记统计部门公布的数",
        "Recorded a published value",
    ),
];

fn pages() -> Pages {
    figures::pages()
        .and(quoted::pages())
        .and(boards::pages())
        .and(briefs::pages())
        .and(entries::pages())
        .and(seals::pages())
}

fn nav(lang: Lang) -> Vec<NavItem> {
    let t = words::texts(lang);
    let item = |key: &str, label: String, icon, letter: Option<char>| NavItem {
        key: key.to_owned(),
        href: format!("/{key}"),
        label,
        icon,
        group: 7,
        tab: key == "figures",
        letter,
    };
    vec![
        item("figures", t.nav_figures(), Icon::Numbers, Some('f')),
        item("boards", t.nav_boards(), Icon::Numbers, None),
        item("briefs", t.nav_briefs(), Icon::Brief, Some('b')),
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

async fn board_rows(
    app: App,
    _: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let reader = app.db.reader();
    let tree = app.book.tree(reader).await?;
    let wanted: Vec<boards::board::BoardId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let select = boards::board::Entity::find().filter(boards::board::Column::Id.is_in(wanted));
    let today = app.clock.today();
    let row = |board: boards::board::Model| match board.is_seen_by(&tree, &actor, today) {
        true => SubjectRow {
            href: format!("/boards/{}", board.id),
            id: board.id.to_string(),
            title: board.title,
            detail: String::new(),
            visible: true,
        },
        false => SubjectRow::masked(board.id.to_string()),
    };
    let found = select.all(reader).await?;
    Ok(found.into_iter().map(row).collect())
}

/// Published values lead to their figure, as of the days they are of.
async fn quote_rows(
    app: App,
    lang: Lang,
    actor: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let reader = app.db.reader();
    let all = ledger::figure::all(reader).await?;
    let directory = orgs::Directory::load(reader).await?;
    let tree = app.book.tree(reader).await?;
    let row = |id: String| {
        let parts: Vec<&str> = id.split('/').collect();
        let [series, unit, from, to] = parts.as_slice() else {
            return None;
        };
        let unit = kernel::UnitId(unit.parse().ok()?);
        let until = to.parse().ok()?;
        if figures::sight::sight(&tree, &actor, unit, until) == figures::sight::Sight::Nothing {
            return Some(SubjectRow::masked(id));
        }
        let formula = format!("quoted({series})");
        let figure = all.iter().find(|one| one.formula == formula);
        let asked = figures::Asked {
            unit: directory.unit(unit).map(|unit| unit.code.clone())?,
            as_of: (*to).to_owned(),
            ..figures::Asked::default()
        };
        Some(SubjectRow {
            title: figure.map_or_else(|| (*series).to_owned(), |one| one.title(lang).to_owned()),
            detail: words::texts(lang).source_days(*from, *to),
            href: figure.map_or_else(String::new, |one| asked.url(&one.code)),
            visible: true,
            id,
        })
    };
    Ok(ids.into_iter().filter_map(row).collect())
}

async fn import_rows(
    app: App,
    lang: Lang,
    _: Actor,
    ids: Vec<String>,
) -> Result<Vec<SubjectRow>, WebError> {
    let mut rows = Vec::new();
    for id in ids {
        let record = files::Record::new(quoted::IMPORT, &id);
        let file = files::of(app.db.reader(), &record)
            .await?
            .into_iter()
            .next();
        rows.push(SubjectRow {
            title: words::texts(lang).quoted_import(),
            detail: file
                .as_ref()
                .map(|file| file.name.clone())
                .unwrap_or_default(),
            href: file.map_or_else(String::new, |file| quoted::file_url(&file.id.to_string())),
            visible: true,
            id,
        });
    }
    Ok(rows)
}
