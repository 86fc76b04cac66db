//! What the pages of this domain share.
pub(crate) mod campaign;
pub(crate) mod history;
pub(crate) mod light;
pub(crate) mod links;
pub(crate) mod sight;
pub(crate) mod typed;
