//! Writing XML that cannot be malformed: elements close themselves, text is escaped, what XML forbids is left out.

pub struct Xml(String);

impl Xml {
    /// The beginning of a part of the package.
    pub fn part() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    pub fn finish(self) -> String {
        self.0
    }

    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    pub fn node(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.nest(&[(name, attributes)], inside);
    }

    /// Elements one inside the other, with `inside` in the innermost.
    pub fn nest(&mut self, elements: &[(&str, &[(&str, &str)])], inside: impl FnOnce(&mut Self)) {
        for (name, attributes) in elements {
            self.open(name, attributes);
            self.0.push('>');
        }
        inside(self);
        for (name, _) in elements.iter().rev() {
            self.0.push_str("</");
            self.0.push_str(name);
            self.0.push('>');
        }
    }

    pub fn text(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.0.push(' '),
                sign if is_forbidden(sign) => {}
                sign => self.0.push(sign),
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
    }
}

/// Characters that XML 1.0 has no way to write (section 2.2).
fn is_forbidden(sign: char) -> bool {
    sign < ' ' || matches!(sign, '\u{FFFE}' | '\u{FFFF}')
}
