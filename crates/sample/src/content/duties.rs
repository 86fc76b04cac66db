//! Who holds which office outside the branches: in departments, in the campaign's bodies, in communities.
use super::table;
use serde::Deserialize;

/// One office held by somebody with a name of their own. The same name in the same branch is the same person.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct OfficeDuty {
    pub unit: String,
    pub post: OfficePost,
    pub title: String,
    pub title_en: String,
    pub name: String,
    pub branch: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum OfficePost {
    Leader,
    Clerk,
    Officer,
    Administrator,
}

/// A community's director is the secretary of its party organisation.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct CommunityDirector {
    pub community: String,
    pub secretary_of: String,
    pub title: String,
    pub title_en: String,
}

pub(super) fn office_duties() -> Vec<OfficeDuty> {
    table::rows(include_str!("../../data/office.csv"))
}

pub(super) fn community_directors() -> Vec<CommunityDirector> {
    table::rows(include_str!("../../data/community_directors.csv"))
}
