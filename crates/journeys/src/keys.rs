use anyhow::{Context, Result, anyhow};
use chromiumoxide::{
    cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType},
    keys::get_key_definition,
};

/// What is sent for `Enter`, `/`, `Shift+Tab`, `Control+a`: the key going down and coming up.
pub fn strokes(keys: &str) -> Result<[DispatchKeyEventParams; 2]> {
    let mut parts: Vec<&str> = keys.split('+').collect();
    let name = parts.pop().filter(|name| !name.is_empty()).unwrap_or("+");
    let mut modifiers = 0;
    for part in parts.iter().filter(|part| !part.is_empty()) {
        modifiers |= modifier(part).with_context(|| format!("`{part}` is no modifier key"))?;
    }
    let key = get_key_definition(name).with_context(|| format!("there is no key `{name}`"))?;
    let text = key
        .text
        .or_else(|| (key.key.len() == 1).then_some(key.key))
        .filter(|_| modifiers & !SHIFT == 0);
    let mut stroke = DispatchKeyEventParams::builder()
        .key(key.key)
        .code(key.code)
        .windows_virtual_key_code(key.key_code)
        .native_virtual_key_code(key.key_code)
        .modifiers(modifiers);
    let up = stroke.clone().r#type(DispatchKeyEventType::KeyUp);
    if let Some(text) = text {
        stroke = stroke.text(text);
    }
    let down = stroke.r#type(if text.is_some() {
        DispatchKeyEventType::KeyDown
    } else {
        DispatchKeyEventType::RawKeyDown
    });
    Ok([
        down.build().map_err(|reason| anyhow!(reason))?,
        up.build().map_err(|reason| anyhow!(reason))?,
    ])
}

const SHIFT: i64 = 8;

/// The protocol's bits.
fn modifier(name: &str) -> Option<i64> {
    match name {
        "Alt" => Some(1),
        "Control" => Some(2),
        "Meta" => Some(4),
        "Shift" => Some(SHIFT),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_types_itself_and_a_shortcut_types_nothing() {
        assert_eq!(strokes("g").unwrap()[0].text.as_deref(), Some("g"));
        assert_eq!(strokes("Control+a").unwrap()[0].text, None);
        assert_eq!(strokes("Shift+Tab").unwrap()[0].modifiers, Some(SHIFT));
        assert_eq!(strokes("+").unwrap()[0].text.as_deref(), Some("+"));
        assert!(strokes("Hyper+a").is_err());
    }
}
