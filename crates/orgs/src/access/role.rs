//! Roles in words.
use crate::{Directory, words::texts};
use kernel::{Grant, Lang, Role, Scope};

pub(super) fn title(role: Role, lang: Lang) -> String {
    let t = texts(lang);
    match role {
        Role::Clerk => t.role_clerk(),
        Role::Secretary => t.role_secretary(),
        Role::Officer => t.role_officer(),
        Role::Leader => t.role_leader(),
        Role::SystemAdmin => t.role_system_admin(),
        Role::SecurityAdmin => t.role_security_admin(),
        Role::AuditAdmin => t.role_audit_admin(),
    }
}

pub(super) fn about(role: Role, lang: Lang) -> String {
    let t = texts(lang);
    match role {
        Role::Clerk => t.role_clerk_about(),
        Role::Secretary => t.role_secretary_about(),
        Role::Officer => t.role_officer_about(),
        Role::Leader => t.role_leader_about(),
        Role::SystemAdmin => t.role_system_admin_about(),
        Role::SecurityAdmin => t.role_security_admin_about(),
        Role::AuditAdmin => t.role_audit_admin_about(),
    }
}

pub(super) fn scope(scope: Scope, directory: &Directory, lang: Lang) -> String {
    let t = texts(lang);
    match scope {
        Scope::All => t.scope_everywhere(),
        Scope::Below(unit) => t.scope_and_below(directory.name(unit, lang)),
        Scope::Unit(unit) => t.scope_alone(directory.name(unit, lang)),
    }
}

/// "Officer, Hill Street alone"
pub(super) fn grant(grant: Grant, directory: &Directory, lang: Lang) -> String {
    let (role, scope) = (title(grant.role, lang), scope(grant.scope, directory, lang));
    texts(lang).grant_in_words(role, scope)
}
