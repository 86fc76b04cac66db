//! What residents leave with us, the same wherever they leave it: a telephone number and the code that brings them back.
//! Whoever proves both sees everything that is kept about the number.
pub mod follow_code;
pub(crate) mod held;
pub mod masked;
pub(crate) mod own_data_page;
#[cfg(test)]
mod tests;

pub(crate) use own_data_page::OWN_DATA;

use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    Pages::default()
        .get(Access::Anyone, own_data_page::form)
        .post(Access::Anyone, own_data_page::show)
        .post(Access::Anyone, own_data_page::export)
}
