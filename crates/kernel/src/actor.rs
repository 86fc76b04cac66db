//! Who acts, and how far their rights reach.
use crate::{Lang, PersonId, UnitId};
use serde::{Deserialize, Serialize};

/// A kind of thing that a person may do. Pages and acts ask for a right, never for a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Open figures, plans and records.
    Read,
    /// Record what was done: briefings, results.
    Record,
    /// Set up campaigns, import and change plans.
    Plan,
    /// Sign off the work of others.
    SignOff,
    /// Write and issue briefs.
    Publish,
    /// Import and change units and people.
    Roster,
    /// Change working days and other settings.
    Settings,
    /// Handle what residents and enterprises bring: cases, wishes, service sessions.
    Serve,
    /// Give log-ins and roles.
    Accounts,
    /// Read the audit trail.
    Audit,
}

/// What a person is in the organisation, as far as the product is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Office clerk: plans, chases, compiles.
    Clerk,
    /// Branch secretary: records what the branch did.
    Secretary,
    /// Department officer: handles tasks and their results.
    Officer,
    /// Leader: looks, opens, decides.
    Leader,
    /// The three administrators must not be one person (classified protection, level 3).
    SystemAdmin,
    SecurityAdmin,
    AuditAdmin,
}

impl Role {
    pub const ALL: [Role; 7] = [
        Role::Clerk,
        Role::Secretary,
        Role::Officer,
        Role::Leader,
        Role::SystemAdmin,
        Role::SecurityAdmin,
        Role::AuditAdmin,
    ];

    /// The code kept in the database and typed on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Role::Clerk => "clerk",
            Role::Secretary => "secretary",
            Role::Officer => "officer",
            Role::Leader => "leader",
            Role::SystemAdmin => "system_admin",
            Role::SecurityAdmin => "security_admin",
            Role::AuditAdmin => "audit_admin",
        }
    }

    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }

    pub fn rights(self) -> &'static [Right] {
        match self {
            Role::Clerk => &[
                Right::Read,
                Right::Record,
                Right::Plan,
                Right::SignOff,
                Right::Publish,
                Right::Serve,
                Right::Roster,
                Right::Settings,
            ],
            Role::Secretary | Role::Officer => &[Right::Read, Right::Record, Right::Serve],
            Role::Leader => &[Right::Read, Right::SignOff],
            Role::SystemAdmin => &[Right::Settings],
            Role::SecurityAdmin => &[Right::Accounts],
            Role::AuditAdmin => &[Right::Audit],
        }
    }
}

/// How far a role reaches over the unit tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    All,
    /// The unit and every unit below it.
    Below(UnitId),
    /// This unit only.
    Unit(UnitId),
}

/// A role together with how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}

/// The person who acts: who they are, where they belong, what they were granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub person: PersonId,
    pub name: String,
    pub unit: UnitId,
    pub unit_name: String,
    pub unit_name_en: Option<String>,
    pub grants: Vec<Grant>,
}

/// The part of the tree over which somebody holds a right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    All,
    /// `below`: these units and all below them; `only`: these units themselves. Both empty: nowhere.
    Some {
        below: Vec<UnitId>,
        only: Vec<UnitId>,
    },
}

impl Actor {
    /// Somebody of a unit, with no rights yet.
    pub fn new(person: PersonId, name: impl Into<String>, unit: UnitId) -> Actor {
        Actor {
            person,
            name: name.into(),
            unit,
            unit_name: String::new(),
            unit_name_en: None,
            grants: Vec::new(),
        }
    }

    /// The operator of the machine, who acts by the command line: for everything, as clerk and as security administrator.
    pub fn operator() -> Actor {
        Actor::new(PersonId::OPERATOR, "operator", UnitId(0))
            .granted(Role::Clerk, Scope::All)
            .granted(Role::SecurityAdmin, Scope::All)
    }

    /// Somebody without an account: a resident, an enterprise. `unit` is the one for which the act counts.
    pub fn public(unit: UnitId) -> Actor {
        Actor::new(PersonId::PUBLIC, "", unit)
    }

    pub fn granted(mut self, role: Role, scope: Scope) -> Actor {
        self.grants.push(Grant { role, scope });
        self
    }

    /// The unit's name, in Chinese where it has no English one.
    pub fn unit_title(&self, lang: Lang) -> &str {
        match (lang, &self.unit_name_en) {
            (Lang::En, Some(name)) => name,
            _ => &self.unit_name,
        }
    }

    /// Whether the right is held anywhere at all.
    pub fn has(&self, right: Right) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.role.rights().contains(&right))
    }

    /// Where the right is held.
    pub fn reach(&self, right: Right) -> Reach {
        let (mut below, mut only) = (Vec::new(), Vec::new());
        for grant in self
            .grants
            .iter()
            .filter(|grant| grant.role.rights().contains(&right))
        {
            match grant.scope {
                Scope::All => return Reach::All,
                Scope::Below(unit) => below.push(unit),
                Scope::Unit(unit) => only.push(unit),
            }
        }
        Reach::Some { below, only }
    }
}
