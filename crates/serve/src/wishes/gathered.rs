//! What wishes add to the pages that gather from all domains: "mine", lists of figures.
use super::{
    correcting::CORRECTED,
    lapsing, list, list_page,
    making::SUBJECT,
    said,
    store::{Column, Entity, Wish, WishId},
    wall_page,
    wish::{Act, State},
};
use crate::{corrections, desk::Desk, words::texts};
use kernel::{Actor, Bilingual, Lang, Right};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use web::{App, Domain, SubjectKind, SubjectRow, Todo, TodoSource};

/// Wishes under "mine".
const SHOWN_MAX: u64 = 20;

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
    // Whoever lit it, and keeps nothing, corrects it from the wish's own page.
    .corrected_at(Right::Serve, |entry| {
        let kinds = [
            Act::Publication.entry_kind(),
            Act::Lighting.entry_kind(),
            Act::Readiness.entry_kind(),
            Act::Delivery.entry_kind(),
            CORRECTED,
        ];
        corrections::href_of(entry, &kinds)
    })
}
