//! Journeys through the built product, and first the proof that the journeys' own tools see what they should.
mod accessible;
mod door;
mod following;
mod importing;
mod numbers;
mod recording;
mod serving;
mod tools;
mod wishing;
mod without_network;
