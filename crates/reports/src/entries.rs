//! One act in the book, and the history of a record.
