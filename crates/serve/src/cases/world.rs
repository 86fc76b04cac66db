//! What tests of cases do again and again in the small zone.
use super::{
    acting::{ActError, Acting, act},
    case::{Helper, Kind, Step},
    limit::Limit,
    raising::{RaiseError, Raising, raise},
    store::{CaseId, Whole},
};
pub use crate::world::*;
use calendar::WorkingDays;
use kernel::{Actor, UnitId};
use ledger::Appended;
use uuid::Uuid;

/// A unit that helps, with what is asked of it in tests.
pub fn helps(unit: UnitId) -> Helper {
    Helper {
        unit,
        duty: "清理路面".into(),
        due_on: None,
    }
}

pub fn case(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(number))
}

impl World<'_> {
    pub fn told(&self, entry: u128) -> Raising {
        Raising {
            entry: id(entry),
            kind: Kind::Complaint,
            body: "海棠苑3号楼下水道堵塞，污水外溢。".into(),
            place: "海棠苑3号楼".into(),
            name: "何婶".into(),
            phone: "１３８ 0000 1234".into(),
            desk: ROOT,
        }
    }

    pub async fn raise(&self, new: &Raising) -> Result<Appended, RaiseError> {
        raise(
            self.book(),
            &self.app.app.keys,
            &Actor::public(new.desk),
            new,
        )
        .await
    }

    pub async fn act(
        &self,
        actor: &Actor,
        entry: u128,
        of: u128,
        step: Step,
    ) -> Result<Appended, ActError> {
        let new = Acting {
            entry: id(entry),
            case: case(of),
            step,
            said: "已安排疏通。".into(),
            noted: "现场照片已存档".into(),
            public_title: String::new(),
            files: Vec::new(),
        };
        act(self.book(), &WorkingDays::china(), actor, &new).await
    }

    /// Case 1, raised, accepted and dispatched to the water centre with the road centre helping; entries 1 to 3.
    pub async fn dispatched(&self) {
        self.raise(&self.told(1)).await.unwrap();
        let limit = Limit::Ordinary;
        self.act(&self.desk, 2, 1, Step::Accept { limit })
            .await
            .unwrap();
        let (lead, helpers) = (WATER, vec![helps(ROADS)]);
        self.act(&self.desk, 3, 1, Step::Dispatch { lead, helpers })
            .await
            .unwrap();
    }

    /// Both units have acknowledged and answered it, and the helper's reply is signed off; entries up to 14.
    pub async fn answered(&self) {
        self.dispatched().await;
        for (entry, actor, step) in [
            (10, &self.water, Step::Acknowledge(WATER)),
            (11, &self.roads, Step::Acknowledge(ROADS)),
            (12, &self.roads, Step::Answer(ROADS)),
            (13, &self.water, Step::Answer(WATER)),
            (14, &self.desk, Step::SignOff(ROADS)),
        ] {
            self.act(actor, entry, 1, step).await.unwrap();
        }
    }

    pub async fn whole(&self, number: u128) -> Whole {
        let reader = self.book().db().reader();
        Whole::load(reader, case(number)).await.unwrap().unwrap()
    }
}
