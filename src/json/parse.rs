//! The reader: text to [`Value`], by RFC 8259 and nothing beyond it.

use super::Value;

/// How deep lists and objects may stand in one another. Ours stand five deep; far beyond, the stack would run out.
const MOST_DEPTH: u32 = 64;

/// What a text says; none where it is not JSON.
pub fn read(text: &str) -> Option<Value> {
    read_or_place(text).ok()
}

/// What a text says.
///
/// # Errors
/// Where it stops being JSON, in bytes from its beginning.
pub fn read_or_place(text: &str) -> Result<Value, usize> {
    let mut reader = Reader { rest: text };
    let value = reader.value(MOST_DEPTH);
    reader.space();
    // Nothing but space may follow.
    match value {
        Some(value) if reader.rest.is_empty() => Ok(value),
        _ => Err(text.len() - reader.rest.len()),
    }
}

/// What is still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Passes `word`, if it comes next.
    fn pass(&mut self, word: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(word)?;
        Some(())
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        self.space();
        match self.rest.as_bytes().first()? {
            b'n' => self.pass("null").map(|()| Value::Null),
            b't' => self.pass("true").map(|()| Value::Flag(true)),
            b'f' => self.pass("false").map(|()| Value::Flag(false)),
            b'"' => self.text().map(Value::Text),
            b'[' => self.list(depth.checked_sub(1)?),
            b'{' => self.object(depth.checked_sub(1)?),
            _ => self.number(),
        }
    }

    fn list(&mut self, depth: u32) -> Option<Value> {
        self.pass("[")?;
        let mut values = Vec::new();
        self.space();
        if self.pass("]").is_some() {
            return Some(Value::List(values));
        }
        loop {
            values.push(self.value(depth)?);
            self.space();
            if self.pass(",").is_none() {
                self.pass("]")?;
                return Some(Value::List(values));
            }
        }
    }

    fn object(&mut self, depth: u32) -> Option<Value> {
        self.pass("{")?;
        let mut members = Vec::new();
        self.space();
        if self.pass("}").is_some() {
            return Some(Value::Object(members));
        }
        loop {
            self.space();
            let name = self.text()?;
            self.space();
            self.pass(":")?;
            members.push((name, self.value(depth)?));
            self.space();
            if self.pass(",").is_none() {
                self.pass("}")?;
                return Some(Value::Object(members));
            }
        }
    }

    fn text(&mut self) -> Option<String> {
        self.pass("\"")?;
        let mut text = String::new();
        loop {
            // Quotes, backslashes and control characters are single bytes, so the cut is between characters.
            let end = self
                .rest
                .bytes()
                .position(|byte| byte < b' ' || byte == b'"' || byte == b'\\')?;
            let (plain, rest) = self.rest.split_at_checked(end)?;
            text.push_str(plain);
            self.rest = rest;
            if self.pass("\"").is_some() {
                return Some(text);
            }
            self.pass("\\")?;
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let letter = *self.rest.as_bytes().first()?;
        self.rest = self.rest.get(1..)?;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code(),
            _ => return None,
        })
    }

    /// A character by its number; beyond 16 bits it is written as two halves.
    fn code(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if first & 0xfc00 != 0xd800 {
            return char::from_u32(first);
        }
        self.pass("\\u")?;
        let second = self.four_digits()?;
        if second & 0xfc00 != 0xdc00 {
            return None;
        }
        char::from_u32(0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff))
    }

    fn four_digits(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let mut number = 0;
        for digit in digits.chars() {
            number = number * 16 + digit.to_digit(16)?;
        }
        Some(number)
    }

    fn number(&mut self) -> Option<Value> {
        let negative = self.pass("-").is_some();
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            return None;
        }
        let mut exact = !negative;
        if self.pass(".").is_some() {
            self.digits()?;
            exact = false;
        }
        if self.pass("e").or_else(|| self.pass("E")).is_some() {
            let _ = self.pass("+").or_else(|| self.pass("-"));
            self.digits()?;
            exact = false;
        }
        Some(Value::Number(if exact { whole.parse().ok() } else { None }))
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<String> {
        let after = self.rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let (digits, rest) = self.rest.split_at_checked(self.rest.len() - after.len())?;
        self.rest = rest;
        (!digits.is_empty()).then(|| digits.to_owned())
    }
}
