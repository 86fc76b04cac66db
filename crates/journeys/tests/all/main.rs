//! Journeys through the built product, and first the proof that the journeys' own tools see what they should.
mod accessible;
mod importing;
mod numbers;
mod recording;
mod tools;
mod without_network;
