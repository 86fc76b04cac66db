use fast_qr::{ECL, QRBuilder};
use maud::{Markup, html};
use std::fmt::Write;

/// Light modules around the code; scanners need them (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// A QR code of the text, dark on light also where the page is dark; `label` is read out instead of it. Nothing when the
/// text is longer than a code can hold (about 2,300 bytes).
pub fn qr(text: &str, label: &str) -> Markup {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else {
        return html! {};
    };
    let size = code.size;
    let mut path = String::new();
    for row in 0..size {
        for column in 0..size {
            if code[row][column].value() {
                let (x, y) = (column + QUIET_ZONE, row + QUIET_ZONE);
                write!(path, "M{x} {y}h1v1h-1z").expect("writing to a string cannot fail");
            }
        }
    }
    let side = size + 2 * QUIET_ZONE;
    html! {
        svg class="qr" viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect class="qr-light" width=(side) height=(side) {}
            path class="qr-dark" d=(path) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_code_has_its_quiet_zone_and_says_what_it_leads_to() {
        let html = qr("https://luodi.example.org/wishes/1", "<心愿>").into_string();
        // Version 3 has 29 modules a side, and 4 around it.
        assert!(html.contains(r#"viewBox="0 0 37 37""#), "{html}");
        assert!(html.contains(r#"aria-label="&lt;心愿&gt;""#));
        assert!(html.contains("M4 4h1"), "the corner of the first finder");
    }

    #[test]
    fn a_text_that_no_code_can_hold_draws_nothing() {
        assert_eq!(qr(&"长".repeat(3_000), "").into_string(), "");
    }
}
