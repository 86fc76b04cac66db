//! What residents leave with us, the same wherever they leave it: a telephone number and the code that brings them back.
pub mod follow_code;
pub mod masked;
