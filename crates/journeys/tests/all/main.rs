//! Journeys through the built product, and first the proof that the journeys' own tools see what they should.
mod accessible;
mod boards;
mod defining;
mod door;
mod following;
mod helping;
mod importing;
mod live_parts;
mod numbers;
mod recording;
mod reorganising;
mod sealing;
mod sections;
mod serving;
mod tools;
mod wishing;
mod without_network;
