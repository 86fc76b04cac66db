//! Links that keep the page and its conditions and change one thing.

/// `path` (a path with or without a query) with the parameter `key` set to `value`; every other parameter stays.
/// An empty value takes the parameter away.
pub fn with_param(path: &str, key: &str, value: &str) -> String {
    with_params(path, &[(key, value)])
}

/// [`with_param`] for several parameters at once.
pub fn with_params(path: &str, changes: &[(&str, &str)]) -> String {
    let (base, query) = path.split_once('?').unwrap_or((path, ""));
    let base = base.split('#').next().unwrap_or(base);
    let query = query.split('#').next().unwrap_or(query);
    let mut parts: Vec<String> = query
        .split('&')
        .filter(|part| {
            let name = part.split('=').next().unwrap_or(part);
            !part.is_empty() && !changes.iter().any(|(key, _)| encode(key) == name)
        })
        .map(str::to_owned)
        .collect();
    for (key, value) in changes.iter().filter(|(_, value)| !value.is_empty()) {
        parts.push(format!("{}={}", encode(key), encode(value)));
    }
    if parts.is_empty() {
        base.to_owned()
    } else {
        format!("{base}?{}", parts.join("&"))
    }
}

/// Percent-encodes text for use inside a query string.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::with_param;

    #[test]
    fn a_changed_parameter_leaves_the_others_as_they_were() {
        assert_eq!(
            with_param("/tasks?unit=3&page=4&q=%E4%B8%AD", "page", "5"),
            "/tasks?unit=3&q=%E4%B8%AD&page=5"
        );
    }

    #[test]
    fn an_empty_value_takes_the_parameter_away() {
        assert_eq!(with_param("/tasks?page=4", "page", ""), "/tasks");
    }

    #[test]
    fn a_value_cannot_break_out_of_its_parameter() {
        assert_eq!(with_param("/t", "q", "a&b=中"), "/t?q=a%26b%3D%E4%B8%AD");
    }
}
