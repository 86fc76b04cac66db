//! What the roster promises, on both databases.
mod importing;
mod world;
