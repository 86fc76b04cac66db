//! What the roster promises, on both databases.
mod importing;
mod pages;
mod world;
