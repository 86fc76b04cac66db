//! Who may know of a pairing, and who may open what is sealed.
use super::{
    Sort,
    store::{self, HOUSEHOLD, Pairing, PairingId},
};
use crate::{desk::Desk, residents::masked};
use kernel::{Actor, Lang, Reach, Right};
use sea_orm::EntityTrait;
use web::{App, WebError};

impl Desk {
    pub(super) fn sees_pairing(&self, pairing: &Pairing) -> bool {
        self.sees(pairing.helper)
            || (pairing.sort() != Sort::Household && self.sees(pairing.helped))
    }

    /// The unit that helps, and the office: nobody above them, however far their rights reach.
    pub(super) fn opens_pairing(&self, actor: &Actor, pairing: &Pairing) -> bool {
        let is_near = actor.unit == pairing.helper || actor.reach(Right::Serve) == Reach::All;
        is_near && self.may(actor, Right::Serve, pairing.helper)
    }
}

/// A pairing, if this person may know of it.
pub(super) async fn seen(
    app: &App,
    actor: &Actor,
    id: PairingId,
) -> Result<(Desk, Pairing), WebError> {
    let desk = Desk::of(app, actor).await?;
    let pairing = store::Entity::find_by_id(id).one(app.db.reader()).await?;
    match pairing.filter(|pairing| desk.sees_pairing(pairing)) {
        Some(pairing) => Ok((desk, pairing)),
        None => Err(WebError::NotFound),
    }
}

/// Whom it helps, in words that a list may show: of a household a sign of the name and its community.
pub(super) fn helped(
    app: &App,
    desk: &Desk,
    lang: Lang,
    pairing: &Pairing,
) -> Result<String, WebError> {
    let unit = desk.directory.name(pairing.helped, lang);
    match &pairing.household {
        None => Ok(unit.to_owned()),
        Some(sealed) => {
            let name = app
                .keys
                .open(HOUSEHOLD, sealed)
                .map_err(WebError::internal)?;
            Ok(format!("{unit} {}", masked::name(&name)))
        }
    }
}
