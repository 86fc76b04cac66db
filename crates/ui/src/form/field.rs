use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};

/// What every control needs. `name`, `label` and `value` are the usual three.
#[derive(Debug, Clone, Copy, Default)]
pub struct Field<'a> {
    pub name: &'a str,
    pub label: &'a str,
    /// What was typed or holds now.
    pub value: &'a str,
    /// How to fill it in, under the label.
    pub help: &'a str,
    /// What is wrong: place, reason, remedy.
    pub problem: Option<&'a str>,
    pub required: bool,
    pub read_only: bool,
    /// Holds today: where the page was kept for use without network, it moves along with the days.
    pub is_today: bool,
    /// Most characters. The server checks; the page counts along and lets nobody lose what is too long.
    pub limit: Option<usize>,
    /// Token of the `autocomplete` attribute, `off`, or empty.
    pub autocomplete: &'a str,
    /// Unique on the page; the name unless given.
    pub id: &'a str,
    /// In a query bar or a table: no "(optional)".
    pub is_condition: bool,
    pub width: Width,
}

/// How much a control is expected to hold, so that it says so by its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    #[default]
    Full,
    Short,
    Medium,
}

impl<'a> Field<'a> {
    /// Name, label and value; the rest is default.
    pub fn new(name: &'a str, label: &'a str, value: &'a str) -> Self {
        Self {
            name,
            label,
            value,
            ..Self::default()
        }
    }

    pub fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    pub fn help(self, help: &'a str) -> Self {
        Self { help, ..self }
    }

    pub fn problem(self, problem: Option<&'a str>) -> Self {
        Self { problem, ..self }
    }

    pub fn limit(self, limit: usize) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }

    /// For a query bar.
    pub fn condition(self) -> Self {
        Self {
            is_condition: true,
            ..self
        }
    }

    pub fn width(self, width: Width) -> Self {
        Self { width, ..self }
    }

    pub fn id(&self) -> &'a str {
        if self.id.is_empty() {
            self.name
        } else {
            self.id
        }
    }

    pub(super) fn class(&self) -> &'static str {
        match self.width {
            Width::Full => "field",
            Width::Medium => "field field-medium",
            Width::Short => "field field-short",
        }
    }

    /// Value of `aria-describedby`: help and problem, if there are any.
    pub(super) fn described_by(&self) -> Option<String> {
        let help = (!self.help.is_empty()).then(|| format!("{}-help", self.id()));
        let limit = self.limit.map(|_| format!("{}-limit", self.id()));
        let problem = self.problem.map(|_| format!("{}-problem", self.id()));
        let ids: Vec<String> = [help, problem, limit].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.problem.map(|_| "true")
    }

    /// Label, help, problem around a single control.
    pub(super) fn around(&self, lang: Lang, control: Markup) -> Markup {
        html! {
            div class=(self.class()) data-invalid[self.problem.is_some()] {
                label for=(self.id()) { (self.label) (self.optional_mark(lang)) }
                (self.help_line())
                (self.problem_line(lang))
                (control)
                @if let Some(limit) = self.limit { (limit_line(lang, self.id(), limit)) }
            }
        }
    }

    /// The same around several controls.
    pub(super) fn around_group(&self, lang: Lang, controls: Markup) -> Markup {
        html! {
            fieldset class=(self.class()) id=(self.id()) data-invalid[self.problem.is_some()]
                aria-describedby=[self.described_by()]
            {
                legend { (self.label) (self.optional_mark(lang)) }
                (self.help_line())
                (self.problem_line(lang))
                (controls)
            }
        }
    }

    fn optional_mark(&self, lang: Lang) -> Markup {
        let shown = !self.required && !self.is_condition && !self.read_only;
        html! { @if shown { " " span class="optional" { (texts(lang).optional()) } } }
    }

    fn help_line(&self) -> Markup {
        html! { @if !self.help.is_empty() { p class="help" id={ (self.id()) "-help" } { (self.help) } } }
    }

    fn problem_line(&self, lang: Lang) -> Markup {
        html! {
            @if let Some(problem) = self.problem {
                p class="problem" id={ (self.id()) "-problem" } {
                    span class="sr-only" { (texts(lang).error_prefix()) } (problem)
                }
            }
        }
    }
}

/// Says the limit without script and counts along with it.
fn limit_line(lang: Lang, id: &str, limit: usize) -> Markup {
    let t = texts(lang);
    html! {
        p class="limit" id={ (id) "-limit" } data-count-for=(id) data-limit=(limit)
            data-left=(t.chars_left("{count}")) data-over=(t.chars_over("{count}"))
        { (t.chars_limit(limit)) }
    }
}

#[cfg(test)]
mod tests {
    use crate::form::{Field, text};
    use kernel::Lang;

    #[test]
    fn what_is_wrong_is_tied_to_the_control_and_what_was_typed_stays() {
        let field = Field::new("day", "日期", "<昨天>")
            .help("如 2021-04-16")
            .problem(Some("“昨天”不是日期"));
        let html = text(Lang::Zh, field).into_string();
        assert!(
            html.contains(r#"aria-describedby="day-help day-problem" aria-invalid="true""#),
            "{html}"
        );
        assert!(html.contains(r#"value="&lt;昨天&gt;""#), "{html}");
    }

    #[test]
    fn a_field_that_may_stay_empty_says_so() {
        let optional = text(Lang::En, Field::new("note", "Note", "")).into_string();
        let required = text(Lang::En, Field::new("note", "Note", "").required()).into_string();
        assert!(optional.contains("(optional)") && !required.contains("(optional)"));
    }
}
