//! Forms: labels above, help under the label, what was typed is never lost.
//!
//! Every function takes a [`Field`] and gives the whole of it: label, help, control, what is wrong with it, and the
//! aria attributes that tie them together.
mod choice;
mod field;
mod files;
mod frame;
mod typed;

pub use choice::{Choice, checkbox, checkboxes, combobox, radios, select};
pub use field::{Field, Width};
pub use files::{FilesField, KeptFile, files};
pub use frame::{FieldProblem, Form, Offline, form, form_row, outbox_state, problem_summary};
pub use typed::{date, file, hidden, number, password, search, telephone, text, text_area};
