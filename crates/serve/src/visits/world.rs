//! The small zone with a branch and two enterprises, one of which was closed on 10 March 2021.
use super::{
    recording::{Fate, Problem, RecordError, Recording, Visited, record},
    store::VisitId,
};
pub use crate::world::*;
use kernel::{Actor, UnitId};
use ledger::{
    Appended,
    tree::{Edge, Place},
};
use orgs::unit;
use sea_orm::{EntityTrait, IntoActiveModel};

pub const FIRM: UnitId = UnitId(20);
pub const CLOSED_FIRM: UnitId = UnitId(21);
pub const BRANCH: UnitId = UnitId(22);

pub async fn in_visited_world(test: impl AsyncFn(&World<'_>)) {
    in_world(async |world| {
        world.found_firms().await;
        test(world).await;
    })
    .await;
}

pub fn visit(number: u128) -> VisitId {
    VisitId(id(number).0)
}

impl World<'_> {
    async fn found_firms(&self) {
        let tx = self.book().db().begin().await.unwrap();
        let edge = |unit, from, place| Edge {
            unit,
            from: day(from),
            place,
        };
        let edges = [
            edge(FIRM, "2020-01-01", Place::Below(ROOT)),
            edge(CLOSED_FIRM, "2020-01-01", Place::Below(ROOT)),
            edge(CLOSED_FIRM, "2021-03-10", Place::Closed),
            edge(BRANCH, "2020-01-01", Place::Below(ROOT)),
        ];
        ledger::tree::change(&tx, self.book(), &edges)
            .await
            .unwrap();
        for (id, code, name, kind) in [
            (FIRM, "QY01", "云渡精工有限公司", "enterprise"),
            (CLOSED_FIRM, "QY02", "云渡旧厂有限公司", "enterprise"),
            (BRANCH, "ZB01", "水务党支部", "party_branch"),
        ] {
            let row = unit::Model {
                id,
                code: code.into(),
                name: name.into(),
                name_en: None,
                kind: kind.into(),
                position: 20,
            };
            unit::Entity::insert(row.into_active_model())
                .exec_without_returning(&tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// Three people of the water centre at the firm on 12 March; two problems, of which one was solved on the spot.
    pub fn visit(&self, entry: u128) -> Recording {
        let problem = |body: &str, fate| Problem {
            body: body.into(),
            fate,
        };
        Recording {
            entry: id(entry),
            visit: Visited {
                day: day("2021-03-12"),
                unit: WATER,
                visited: FIRM,
                household: String::new(),
                people: ["林晓", "顾云", "韩竹"].map(String::from).into(),
                heard: "订单充足，用水高峰时水压不够。".into(),
            },
            problems: vec![
                problem("用水高峰时水压不够。", Fate::Help),
                problem("不清楚水费怎么开票。", Fate::Solved),
            ],
        }
    }

    pub async fn record(&self, new: &Recording) -> Result<Appended, RecordError> {
        self.record_as(&self.water, new).await
    }

    pub async fn record_as(&self, actor: &Actor, new: &Recording) -> Result<Appended, RecordError> {
        record(self.book(), &self.app.app.keys, actor, new).await
    }

    /// Visits, people who went, problems, problems solved: at enterprises, in the whole zone.
    pub async fn at_enterprises(&self) -> [Option<i64>; 4] {
        [
            self.figure("visits-held", ROOT).await,
            self.figure("enterprise-visits", ROOT).await,
            self.figure("enterprise-problems-raised", ROOT).await,
            self.figure("enterprise-problems-solved", ROOT).await,
        ]
    }
}
