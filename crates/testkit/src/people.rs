//! People with rights, for tests that need no organisation.
use kernel::{Actor, Grant, PersonId, Role, Scope, UnitId};
use std::{collections::BTreeMap, sync::Mutex};
use web::{App, Doorkeeper, WebError};

/// Everybody a test has made up. Lets in whoever it knows.
#[derive(Default)]
pub struct People(Mutex<BTreeMap<PersonId, Actor>>);

impl People {
    /// An office clerk, for all units.
    pub fn clerk(&self, name: &str, unit: UnitId) -> Actor {
        self.add(name, unit, [(Role::Clerk, Scope::All)])
    }

    /// The secretary of a branch, for it and what is below it.
    pub fn secretary(&self, name: &str, unit: UnitId) -> Actor {
        self.add(name, unit, [(Role::Secretary, Scope::Below(unit))])
    }

    /// An officer of a department, for this department only.
    pub fn officer(&self, name: &str, unit: UnitId) -> Actor {
        self.add(name, unit, [(Role::Officer, Scope::Unit(unit))])
    }

    /// A leader, for all units.
    pub fn leader(&self, name: &str, unit: UnitId) -> Actor {
        self.add(name, unit, [(Role::Leader, Scope::All)])
    }

    /// Somebody who may log in and has no right at all.
    pub fn nobody(&self, name: &str, unit: UnitId) -> Actor {
        self.add(name, unit, [])
    }

    /// Somebody with just these grants. Whoever has the same name is the same person, with new grants.
    pub fn add(
        &self,
        name: &str,
        unit: UnitId,
        grants: impl IntoIterator<Item = (Role, Scope)>,
    ) -> Actor {
        let mut people = self.0.lock().unwrap();
        let known = people.values().find(|actor| actor.name == name);
        let actor = Actor {
            person: known.map_or(PersonId(people.len() as i64 + 1), |known| known.person),
            name: name.to_owned(),
            unit,
            unit_name: format!("单位{unit}"),
            unit_name_en: None,
            grants: grants
                .into_iter()
                .map(|(role, scope)| Grant { role, scope })
                .collect(),
        };
        people.insert(actor.person, actor.clone());
        actor
    }

    /// From now on this person may not come in.
    pub fn remove(&self, actor: &Actor) {
        self.0.lock().unwrap().remove(&actor.person);
    }
}

#[async_trait::async_trait]
impl Doorkeeper for People {
    async fn actor(&self, _: &App, person: PersonId) -> Result<Option<Actor>, WebError> {
        Ok(self.0.lock().unwrap().get(&person).cloned())
    }
}
