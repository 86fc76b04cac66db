//! One seals at a time, on whichever copy: whoever seals holds a turn, and holds it on with all that is written.
use super::SealError;
use crate::sql;
use chrono::TimeDelta;
use kernel::Clock;
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

/// Whoever was cut off is waited for this long.
const TURN_SECONDS: i64 = 120;

pub(crate) struct Turn {
    holder: String,
}

impl Turn {
    /// Takes the turn, unless somebody else has it.
    pub(crate) async fn take(
        tx: &impl ConnectionTrait,
        clock: &dyn Clock,
    ) -> Result<Turn, SealError> {
        let holder = Uuid::now_v7().to_string();
        let take = "UPDATE ledger_sealing SET held_by = $1, held_until = $2 WHERE id = 1 AND held_until <= $3";
        let now = clock.now();
        let values = [
            holder.clone().into(),
            (now + TimeDelta::seconds(TURN_SECONDS))
                .timestamp_micros()
                .into(),
            now.timestamp_micros().into(),
        ];
        match sql::run(tx, take, values).await? {
            0 => Err(SealError::Busy),
            _ => Ok(Turn { holder }),
        }
    }

    /// Holds it on, in a transaction that writes; fails when somebody else has taken it meanwhile.
    pub(crate) async fn hold(
        &self,
        tx: &impl ConnectionTrait,
        clock: &dyn Clock,
    ) -> Result<(), SealError> {
        let until = clock.now() + TimeDelta::seconds(TURN_SECONDS);
        match self.set(tx, until.timestamp_micros()).await? {
            0 => Err(SealError::Busy),
            _ => Ok(()),
        }
    }

    pub(crate) async fn give_back(self, tx: &impl ConnectionTrait) -> Result<(), DbErr> {
        self.set(tx, 0).await.map(drop)
    }

    async fn set(&self, tx: &impl ConnectionTrait, until: i64) -> Result<u64, DbErr> {
        let hold = "UPDATE ledger_sealing SET held_until = $1 WHERE id = 1 AND held_by = $2";
        sql::run(tx, hold, [until.into(), self.holder.clone().into()]).await
    }
}
