//! What wishes add to the pages that gather from all domains: "mine", lists of figures.
use super::{
    lapsing, list, list_page,
    making::SUBJECT,
    said,
    store::{Column, Entity, Wish, WishId},
    wall_page,
    wish::State,
};
use crate::{desk::Desk, words::texts};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use web::{
    App, Domain, PublicItem, PublicPart, PublicWay, SubjectKind, SubjectRow, Todo, TodoSource,
    WebError,
};

/// Wishes under "mine".
const SHOWN_MAX: u64 = 20;
/// Wishes that the portal names.
const PORTAL_MAX: u64 = 4;

pub(crate) fn with_wishes(domain: Domain) -> Domain {
    domain
        .subject(subject())
        .todos(todos())
        .job(lapsing::job_kind())
}

/// What waits: wishes to be looked at, for those who keep them; what one has lit, for oneself.
fn todos() -> TodoSource {
    TodoSource::new(async |app: App, actor: Actor, lang: Lang| {
        let (desk, t) = (Desk::of(&app, &actor).await?, texts(lang));
        let handled = list::handled(&desk.tree, &actor, desk.today);
        let made = Condition::all()
            .add(handled)
            .add(Column::State.eq(State::Made));
        let own = Condition::all()
            .add(Column::LitBy.eq(actor.person))
            .add(Column::State.is_in([State::Lit, State::Ready]));
        let waits = match actor.has(Right::Serve) {
            true => Condition::any().add(made).add(own),
            false => own,
        };
        let wishes = list::wishes(app.db.reader(), waits, (0, SHOWN_MAX)).await?;
        let todo = |wish: Wish| Todo {
            title: said::name(lang, &wish),
            detail: desk.directory.name(wish.unit, lang).to_owned(),
            due: wish.lapses_on.filter(|_| wish.state == State::Lit),
            href: list_page::href(wish.id),
            kind: match wish.state {
                State::Made => t.todo_wish_moderate(),
                _ => t.todo_wish_fulfil(),
            },
        };
        Ok(wishes.into_iter().map(todo).collect())
    })
}

fn subject() -> SubjectKind {
    SubjectKind::new(
        SUBJECT,
        Bilingual::new("微心愿", "Wish"),
        async |app: App, lang: Lang, actor: Actor, ids: Vec<String>| {
            let desk = Desk::of(&app, &actor).await?;
            let ids = ids.iter().filter_map(|id| id.parse::<WishId>().ok());
            let found = Entity::find().filter(Column::Id.is_in(ids));
            let row = |wish: Wish| {
                let handles = desk.may(&actor, Right::Serve, wish.unit);
                if !wish.state.is_public() && !handles {
                    return SubjectRow::masked(wish.id.to_string());
                }
                SubjectRow {
                    id: wish.id.to_string(),
                    title: said::name(lang, &wish),
                    detail: desk.directory.name(wish.unit, lang).to_owned(),
                    href: match handles {
                        true => list_page::href(wish.id),
                        false => wall_page::href(wish.id),
                    },
                    visible: true,
                }
            };
            let found = found.all(app.db.reader()).await?;
            Ok(found.into_iter().map(row).collect())
        },
    )
}

/// The newest wishes on the wall, for the portal.
pub(crate) async fn portal_part(app: App, lang: Lang) -> Result<PublicPart, WebError> {
    let t = texts(lang);
    let open = Condition::all().add(Column::State.eq(State::Published));
    let wishes = list::wishes(app.db.reader(), open, (0, PORTAL_MAX)).await?;
    let items = wishes.iter().map(|wish| PublicItem {
        title: wish.wording.clone(),
        detail: wish
            .published_on
            .map_or_else(String::new, |day| day.to_string()),
        href: wall_page::href(wish.id),
    });
    Ok(PublicPart {
        key: "wishes",
        order: 30,
        title: t.wishes(),
        text: t.wishes_sub(),
        items: items.collect(),
        ways: vec![
            PublicWay::new(t.wish_make(), "/wishes/new"),
            PublicWay::new(t.wishes_all(), "/wishes"),
            PublicWay::new(t.wish_follow(), "/wishes/follow"),
        ],
    })
}
