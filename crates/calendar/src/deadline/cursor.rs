//! Reading a text from its beginning, piece by piece.

/// A place in a text; cheap to copy, so that a reading which fails can be taken back.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    pub rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Cursor { rest: text }
    }

    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// Takes the first of `words` that comes next. Longer words must stand before their own beginnings.
    pub fn eat(&mut self, words: &[&str]) -> bool {
        let found = words.iter().find_map(|word| self.rest.strip_prefix(word));
        if let Some(rest) = found {
            self.rest = rest;
        }
        found.is_some()
    }

    pub fn eat_all(&mut self, words: &[&str]) {
        while self.eat(words) {}
    }

    /// Takes a number in Arabic digits, with how many digits it was written; none if there are more than eight.
    pub fn digits(&mut self) -> Option<(u32, usize)> {
        let length = self
            .rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.rest.len());
        if 8 < length {
            return None;
        }
        let number = self.rest[..length].parse().ok()?;
        self.rest = &self.rest[length..];
        Some((number, length))
    }

    /// Takes a number in Arabic digits or Chinese numerals (三十一, 廿八, 二〇二一).
    pub fn number(&mut self) -> Option<u32> {
        if let Some((number, _)) = self.digits() {
            return Some(number);
        }
        let length = self
            .rest
            .find(|c| chinese_digit(c).is_none())
            .unwrap_or(self.rest.len());
        let number = chinese_number(&self.rest[..length])?;
        self.rest = &self.rest[length..];
        Some(number)
    }
}

/// 10 and above stand for tens.
fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        _ => return None,
    })
}

fn chinese_number(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().filter_map(chinese_digit).collect();
    match *digits.as_slice() {
        [ten] if 10 <= ten => Some(ten),
        [ten, one @ 0..10] if 10 <= ten => Some(ten + one),
        [tens @ 1..10, 10] => Some(tens * 10),
        [tens @ 1..10, 10, one @ 0..10] => Some(tens * 10 + one),
        [_, ..] if digits.len() <= 4 && digits.iter().all(|&digit| digit < 10) => {
            Some(digits.iter().fold(0, |sum, digit| sum * 10 + digit))
        }
        _ => None,
    }
}

/// Full-width signs become ordinary ones, letters small, every kind of dash one; space is dropped by `keep_space = false`.
pub fn plain(text: &str, keep_space: bool) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{3000}' | '\u{a0}' => keep_space.then_some(' '),
            c if c.is_whitespace() => keep_space.then_some(' '),
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
            '—' | '–' | '―' | '‐' | '‑' | '−' | '〜' => Some('-'),
            '。' => Some('.'),
            '、' => Some(','),
            c => Some(c),
        })
        .map(|c| if c == '~' { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}
