//! What a person may see: whatever one of their units has a part in, and all of it for whom it reaches that far.
use crate::{
    campaigns::{campaign::Campaign, store},
    nodes::plan::Item,
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::{Actor, Reach, Right, UnitId};
use ledger::Tree;
use orgs::Directory;
use std::sync::Arc;
use web::{App, WebError};

pub(crate) struct Sight {
    pub(crate) tree: Arc<Tree>,
    pub(crate) directory: Directory,
    pub(crate) today: NaiveDate,
    /// The working days that plans are scheduled over.
    pub(crate) days: WorkingDays,
    reach: Reach,
}

impl Sight {
    pub(crate) async fn of(app: &App, actor: &Actor) -> Result<Sight, WebError> {
        let reader = app.db.reader();
        Ok(Sight {
            tree: app.book.tree(reader).await?,
            directory: Directory::load(reader).await?,
            today: app.clock.today(),
            days: orgs::working_days(reader).await?,
            reach: actor.reach(Right::Read),
        })
    }

    /// With the campaign; people without any right to read know of none.
    pub(crate) async fn with_campaign(
        app: &App,
        actor: &Actor,
        code: &str,
    ) -> Result<(Sight, Campaign), WebError> {
        if !actor.has(Right::Read) {
            return Err(WebError::NotFound);
        }
        let campaign = store::find(app.db.reader(), code)
            .await?
            .ok_or(WebError::NotFound)?;
        Ok((Sight::of(app, actor).await?, campaign))
    }

    pub(crate) fn sees(&self, unit: UnitId) -> bool {
        self.tree.reaches(&self.reach, unit, self.today)
    }

    /// A task is seen by the units that have a part in it and those above them, and by the campaign's organiser.
    pub(crate) fn sees_item(&self, campaign: &Campaign, item: &Item) -> bool {
        self.sees(campaign.organiser) || item.units().any(|unit| self.sees(unit))
    }

    /// Where this person's figures begin: the top of what they may read.
    pub(crate) fn top(&self, actor: &Actor, campaign: &Campaign) -> UnitId {
        match &self.reach {
            Reach::All => crate::rights::root_above(&self.tree, campaign.organiser, self.today),
            Reach::Some { below, only } => below
                .first()
                .or(only.first())
                .copied()
                .unwrap_or(actor.unit),
        }
    }

    /// Units over which the actor holds a right, as they stand in the tree.
    pub(crate) fn within(&self, actor: &Actor, right: Right) -> Vec<UnitId> {
        self.within_on(actor, right, self.today)
    }

    /// As [`Self::within`], of the units that stood on a day.
    pub(crate) fn within_on(&self, actor: &Actor, right: Right, day: NaiveDate) -> Vec<UnitId> {
        let reach = actor.reach(right);
        let open = self
            .tree
            .units()
            .filter(|unit| self.tree.is_open(*unit, day) && self.tree.reaches(&reach, *unit, day));
        self.directory.in_tree_order(&self.tree, day, open)
    }
}
