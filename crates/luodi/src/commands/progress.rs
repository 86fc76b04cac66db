//! A bar on the standard error of somebody who waits; nothing where nobody looks.
use indicatif::{ProgressBar, ProgressStyle};

/// Cheap to clone; all clones are one bar.
#[derive(Clone)]
pub struct Bar(ProgressBar);

impl Bar {
    /// `label` says what is under way.
    pub fn new(label: &'static str) -> Bar {
        let bar = ProgressBar::new(0);
        let style = ProgressStyle::with_template(
            "{prefix} [{bar:30}] {percent:>3}% {human_pos}/{human_len} {eta} {msg}",
        );
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(label);
        Bar(bar)
    }

    pub fn begin(&self, all: u64) {
        self.0.set_length(all);
    }

    pub fn done(&self, done: u64) {
        self.0.set_position(done);
    }

    pub fn of(&self, done: u64, all: u64) {
        self.0.set_length(all);
        self.0.set_position(done);
    }

    pub fn say(&self, what: &str) {
        self.0.set_message(what.to_owned());
    }

    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
