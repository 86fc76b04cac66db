//! One case: how it stands and why, who has a part in it, what was done, what may be done.
mod related;
mod view;

use super::{
    case::{Act, Who, may},
    history::{self, Names},
    raising::record_of,
    sight::{self, Sight},
    store::{CaseId, NAME, PHONE, Whole, asker},
};
use crate::residents::masked;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::Actor;
use maud::Markup;
use serde::Deserialize;
use ui::PageKind;
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}")]
pub struct CaseUrl {
    pub case: CaseId,
}

/// How to reach whoever asked, as far as this reader may know it: a name and a number for the one who brought the case, and
/// for each who joined it.
pub(crate) struct Contact {
    pub(crate) people: Vec<(String, String)>,
    pub(crate) is_full: bool,
}

impl Contact {
    pub(crate) async fn of(app: &App, whole: &Whole, is_full: bool) -> Result<Contact, WebError> {
        let open = |purpose: &str, sealed: &Option<Vec<u8>>| match sealed {
            Some(sealed) => app.keys.open(purpose, sealed).map_err(WebError::internal),
            None => Ok(String::new()),
        };
        let joined = asker::of(app.db.reader(), whole.case.id).await?;
        let own = (&whole.case.name, &whole.case.phone);
        let all = std::iter::once(own).chain(joined.iter().map(|one| (&one.name, &one.phone)));
        let mut people = Vec::new();
        for (name, phone) in all {
            let (name, phone) = (open(NAME, name)?, open(PHONE, phone)?);
            match is_full {
                _ if name.is_empty() && phone.is_empty() => {}
                true => people.push((name, phone)),
                false => people.push((masked::name(&name), masked::phone(&phone))),
            }
        }
        Ok(Contact { people, is_full })
    }
}

pub async fn show(
    url: CaseUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, whole) = sight::seen(&app, &actor, url.case).await?;
    let contact = Contact::of(&app, &whole, false).await?;
    page(&app, &actor, frame, (&sight, &whole), contact).await
}

/// Whoever keeps the case or has a part in it may call back.
pub(crate) fn may_look(who: &Who) -> bool {
    who.keeps_it || !who.parts.is_empty()
}

pub(crate) async fn page(
    app: &App,
    actor: &Actor,
    frame: Frame,
    (sight, whole): (&Sight, &Whole),
    contact: Contact,
) -> Result<Markup, WebError> {
    let case = &whole.case;
    let lang = frame.lang;
    let people = [
        Some(case.raised_by),
        case.answered_by,
        case.called_back_by,
        case.confirmed_by,
        case.closed_by,
    ];
    let signed_off = whole.parts.iter().map(|part| part.signed_off_by);
    let people: Vec<_> = people.into_iter().chain(signed_off).flatten().collect();
    let names = Names::of(app, lang, people).await?;
    let timeline = history::timeline(app, lang, sight, case.id).await?;
    let days = orgs::working_days(app.db.reader()).await?;
    let (standing, who) = (whole.standing(sight.now), sight.who(actor, whole));
    let view = view::View {
        lang,
        sight,
        whole,
        names: &names,
        days: &days,
        acts: Act::ALL
            .iter()
            .copied()
            .filter(|act| may(&standing, *act, &who).is_ok())
            .collect(),
        contact,
        may_look: may_look(&who),
        may_split: who.keeps_it && case.state().is_open(),
        pictures: files::of(app.db.reader(), &record_of(case.id)).await?,
        related: related::Related::of(app, case).await?,
    };
    let main = view.page(timeline);
    Ok(frame
        .kind(PageKind::Record)
        .under("cases")
        .page(&case.title, main))
}
