//! Every component in each state worth seeing.
