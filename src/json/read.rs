//! Reads JSON (RFC 8259).

use super::Value;

/// Deeper nesting is refused, so that no file can exhaust the stack.
const DEEPEST: u32 = 128;

/// Objects with more members are refused: none of ours has so many, and each name is compared with all others.
const MOST_MEMBERS: usize = 2000;

/// Reads a document.
///
/// # Errors
/// Where it is not JSON, or holds more than anybody means: the byte at which reading ended.
pub fn read(bytes: &[u8]) -> Result<Value, usize> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.valid_up_to())?;
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = reader.value();
    reader.space();
    value.filter(|_| reader.at == text.len()).ok_or(reader.at)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl Reader<'_> {
    /// The next byte; 0, which stands nowhere in JSON, at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Passes a byte, if it is the next one.
    fn pass(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let is_there = self.text.as_bytes().get(self.at..)?.starts_with(word.as_bytes());
        self.at += if is_there { word.len() } else { 0 };
        is_there.then_some(value)
    }

    fn value(&mut self) -> Option<Value> {
        self.space();
        match self.peek() {
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'"' => self.string().map(Value::String),
            b'[' => self.list(),
            b'{' => self.object(),
            _ => self.number(),
        }
    }

    /// Enters a list or an object: whether it has members.
    fn enter(&mut self, end: u8) -> Option<bool> {
        self.at += 1;
        self.depth += 1;
        self.space();
        (self.depth <= DEEPEST).then(|| self.peek() != end)
    }

    /// After a member: whether another one follows.
    fn goes_on(&mut self) -> bool {
        self.space();
        self.pass(b',')
    }

    fn leave(&mut self, end: u8) -> Option<()> {
        self.depth -= 1;
        self.space();
        self.pass(end).then_some(())
    }

    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        let mut more = self.enter(b']')?;
        while more {
            items.push(self.value()?);
            more = self.goes_on();
        }
        self.leave(b']')?;
        Some(Value::Array(items))
    }

    fn object(&mut self) -> Option<Value> {
        let mut members: Vec<(String, Value)> = Vec::new();
        let mut more = self.enter(b'}')?;
        while more {
            self.space();
            let name = self.string()?;
            self.space();
            if !self.pass(b':') || members.len() == MOST_MEMBERS {
                return None;
            }
            let value = self.value()?;
            // Of a name that stands twice, the last one counts.
            match members.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = value,
                None => members.push((name, value)),
            }
            more = self.goes_on();
        }
        self.leave(b'}')?;
        Some(Value::Object(members))
    }

    /// Passes digits; whether there were any.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        self.at > start
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        self.pass(b'-');
        let is_whole = self.pass(b'0') || self.digits();
        let is_part = !self.pass(b'.') || self.digits();
        let mut is_power = true;
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            let _ = self.pass(b'+') || self.pass(b'-');
            is_power = self.digits();
        }
        let digits = self.text.get(start..self.at)?;
        (is_whole && is_part && is_power).then(|| Value::Number(digits.to_owned()))
    }

    fn string(&mut self) -> Option<String> {
        if !self.pass(b'"') {
            return None;
        }
        let mut out = String::new();
        loop {
            let start = self.at;
            while self.peek() >= b' ' && !matches!(self.peek(), b'"' | b'\\') {
                self.at += 1;
            }
            out.push_str(self.text.get(start..self.at)?);
            if self.pass(b'"') {
                return Some(out);
            }
            if !self.pass(b'\\') {
                return None;
            }
            out.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek();
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    /// A character by its number; characters beyond the first plane are written as two.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        let second = if self.pass(b'\\') && self.pass(b'u') { self.hex()? } else { 0 };
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + low)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| u32::from_str_radix(digits, 16).ok())?
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::json::Value;
    use proptest::prelude::*;

    /// The same document as another library reads it.
    fn other(value: &Value) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(digits) => serde_json::from_str(digits).unwrap_or_default(),
            Value::String(text) => text.as_str().into(),
            Value::Array(items) => items.iter().map(other).collect(),
            Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), other(value))).collect(),
        }
    }

    fn same(text: &str) {
        let (ours, theirs) = (read(text.as_bytes()), serde_json::from_str::<serde_json::Value>(text));
        match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(other(ours), *theirs, "{text}"),
            (Err(_), Err(_)) => {}
            // A number that is too large for the other is only digits for us.
            (Ok(_), Err(error)) if error.to_string().contains("out of range") => {}
            _ => panic!("{text:?}: {ours:?}, {theirs:?}"),
        }
    }

    #[test]
    fn the_grammar_is_kept_to_the_letter() {
        for text in [
            "",
            " ",
            "nul",
            "truex",
            "01",
            "-",
            "-0",
            "1.",
            ".5",
            "1e",
            "1e+",
            "1E-2",
            "0x1",
            "[1,]",
            "[,]",
            "[1 2]",
            "{",
            "{}",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u+123\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83dx\"",
            "\"\n\"",
            "\"\u{7f}é\"",
            "[1] 2",
            " [ 1 , { \"a\" : [ ] } ] ",
            "{\"a\":1,\"a\":2}",
            "\u{feff}1",
        ] {
            same(text);
        }
        assert_eq!(read(b"[1, x]"), Err(4));
        assert_eq!(read(b"[\"\xff\"]"), Err(2));
    }

    #[test]
    fn what_is_too_deep_or_too_wide_is_refused() {
        let deep = |n: usize| ["[".repeat(n), "]".repeat(n)].concat();
        assert!(read(deep(128).as_bytes()).is_ok());
        assert!(read(deep(129).as_bytes()).is_err());
        assert!(read("[".repeat(1_000_000).as_bytes()).is_err());
        let wide = |n: usize| {
            let members: Vec<String> = (0..n).map(|n| format!("\"{n}\":0")).collect();
            format!("{{{}}}", members.join(","))
        };
        assert!(read(wide(2000).as_bytes()).is_ok());
        assert!(read(wide(2001).as_bytes()).is_err());
    }

    proptest! {
        #[test]
        fn every_text_is_read_as_another_library_reads_it(text in r#"[\[\]{}:, "\\u0-9a-f.eE+\-truenl]{0,40}"#) {
            same(&text);
        }

        #[test]
        fn every_string_is_read_back(text in any::<String>()) {
            let written = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(read(written.as_bytes()), Ok(Value::String(text)));
        }
    }
}
